"""The page about the formats says of each what its module says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline.exchange import all_formats

PAGE = (Path(__file__).parents[2] / "site" / "reference" / "formats.md").read_text(encoding="utf-8")


def test_the_page_lists_every_format():
    rows = re.findall(r"^\| \[(.+)\]\(#[\w-]+\) \| `([\w-]+)` \| (.+) \| `(.+)` \|$", PAGE, re.MULTILINE)
    assert {row[1]: (row[0], row[2], row[3]) for row in rows} == {
        name: (known.title, ", ".join(f"`{end}`" for end in known.extensions), known.media_type)
        for name, known in all_formats().items()
    }


@pytest.mark.parametrize("name", sorted(all_formats()))
def test_the_section_of_a_format_lists_what_it_loses(name):
    known = all_formats()[name]
    section = re.search(rf"^## {re.escape(known.title)}\n(.*?)^## ", PAGE, re.MULTILINE | re.DOTALL)[1]
    rows = dict(re.findall(r"^\| `?([\w. ]+?)`? \| (.+) \|$", section, re.MULTILINE))
    rows.pop("Field", None)
    assert rows == {field or "a whole event": what for field, what in known.losses.items()}
    assert known.others_see in section
    assert (f"event-timelines[{known.packages}]" in section) == bool(known.packages)
