"""The page of the rules says what the rules say."""

from __future__ import annotations

from timeline.check.catalogue import all_rules
from timeline.check.pages import rules_page


def test_every_rule_is_on_the_page_with_its_examples():
    page = rules_page()
    for rule in all_rules():
        assert f"{{#{rule.name}}}" in page
        assert rule.fence("Use instead") in page
