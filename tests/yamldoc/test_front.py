"""The front matter of Markdown pages, and pages that only begin with a line."""

from __future__ import annotations

import time

import pytest

from timeline.yamldoc import YamlError, front_matter, split_front_matter


@pytest.mark.parametrize(
    ("front", "meta"),
    [
        ("title: A\n", {"title": "A"}),
        ("\n# of the page\n\ntitle: A\n", {"title": "A"}),
        ("first name: A\n", {"first name": "A"}),
        ("{title: A}\n", {"title": "A"}),
        ('{"title":"A"}\n', {"title": "A"}),
        ("tags:\n- a\n", {"tags": ["a"]}),
        ("# nothing\n", {}),
        ("", {}),
    ],
)
def test_front_matter_is_names_and_values(front, meta):
    found, text = split_front_matter(f"---\n{front}---\nText.\n")
    assert (front_matter(found), text) == (meta, "Text.\n")


@pytest.mark.parametrize("front", ["title:A\n", "title: A: B\n", 'title: "A\n', "- title: A\n", "title:\tA\n b: c\n"])
def test_front_matter_that_is_broken_is_front_matter(front):
    found, _ = split_front_matter(f"---\n{front}---\nText.\n")
    with pytest.raises(YamlError):
        front_matter(found)


@pytest.mark.parametrize(
    "page",
    [
        "---\n\nThey met.\n\n---\n\nThey parted: so it ended.\n",
        "---\nThey met.\n---\n",
        "---\n- one\n- two\n---\n",
        "---\nhttps://example.org/a\n---\n",
        "---\n\n# Talks\n\nThey met.\n\n---\n",
        "---\n\nThey met.\n",
        "---\ntitle: A\n",
    ],
)
def test_a_page_that_begins_with_a_line_is_text(page):
    assert split_front_matter(page) == ("", page)


def test_a_page_of_many_comments_is_read_in_no_time():
    began = time.process_time()
    split_front_matter("---\n" + "# a\n\n" * 50_000)
    assert time.process_time() - began < 1
