"""The way to a node: exactly, or as far as the file goes."""

from __future__ import annotations

import pytest

from timeline.yamldoc import nearest, parse

TEXT = """\
title: Talks
events:
  -
  - title: A
    sources: [{url: x}, "", {url: y}]
"""


@pytest.mark.parametrize(
    ("path", "written"),
    [
        ((), TEXT.strip()),
        (("title",), "Talks"),
        (("events", 0, "title"), "A"),
        (("events", 0, "sources", 1, "url"), "y"),
        (("events", 0, "sources", 2, "url"), '[{url: x}, "", {url: y}]'),
        (("events", 0, "lane", "colour"), 'title: A\n    sources: [{url: x}, "", {url: y}]'),
        (("title", 0), "Talks"),
    ],
)
def test_the_nearest_node_is_where_the_way_ends_and_absent_items_do_not_count(path, written):
    document = parse(TEXT)
    first, last = document.extent(nearest(document.root, path))
    assert document.text[first:last] == written


def test_the_node_at_a_path_counts_every_item():
    document = parse(TEXT)
    assert document.at(("events", 1, "title")).plain == "A"
    assert document.at(("events", 0)).is_absent


@pytest.mark.parametrize(
    ("path", "error"), [(("lane",), KeyError), (("events", 2), IndexError), (("title", 0), KeyError)]
)
def test_a_path_that_leads_nowhere_is_an_error(path, error):
    with pytest.raises(error):
        parse(TEXT).at(path)
