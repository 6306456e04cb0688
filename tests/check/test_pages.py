"""The page of the rules says what the rules say."""

from __future__ import annotations

import re

from timeline.check.catalogue import all_rules
from timeline.check.pages import rules_page


def test_every_rule_is_on_the_page_with_its_examples():
    page = rules_page()
    for rule in all_rules():
        assert f"{{#{rule.name}}}" in page
        assert rule.fence("Use instead") in page


def test_each_family_of_rules_has_one_heading_before_its_rules():
    page = rules_page()
    families = {rule.code[:3]: page.index(f"{{#{rule.name}}}") for rule in reversed(all_rules())}
    headings = [at.start() for at in re.finditer("^## ", page, re.MULTILINE)]
    assert sorted([*headings, *families.values()]) == [
        at for pair in zip(headings, reversed(families.values()), strict=True) for at in pair
    ]
