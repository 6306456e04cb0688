"""The page of the rules says what the rules say.

`python tests/check/test_pages.py` writes it anew.
"""

from __future__ import annotations

from pathlib import Path

from timeline.check.catalogue import all_rules
from timeline.check.pages import rules_page

PAGE = Path(__file__).parents[2] / "site" / "reference" / "checks.md"


def test_the_page_is_made_from_the_rules():
    assert PAGE.read_text(encoding="utf-8") == rules_page()


def test_every_rule_is_on_the_page_with_its_examples():
    page = rules_page()
    for rule in all_rules():
        assert f"{{#{rule.name}}}" in page
        assert rule.fence("Use instead") in page


if __name__ == "__main__":
    PAGE.write_text(rules_page(), encoding="utf-8")
