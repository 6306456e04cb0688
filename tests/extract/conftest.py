"""Articles of our own with the time expressions that a tagger finds in them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.extract import Candidate, extract
from timeline.model.article import Article
from timeline.model.timex import Timex

PUBLISHED = "2026-02-11"


def timexes(text: str, *found: tuple[str, str]) -> list[Timex]:
    """The time expressions of a text, given as (words, value) in the order of the text."""
    result, position = [], 0
    for words, value in found:
        start = text.index(words, position)
        position = start + len(words)
        result.append(Timex(start, position, "TIME" if "T" in value else "DATE", value))
    return result


@pytest.fixture
def candidates() -> Callable[..., list[Candidate]]:
    """The candidates of a text in which these time expressions stand."""

    def found(text: str, *expressions: tuple[str, str], published: str | None = PUBLISHED, **article: str):
        return extract(Article(text, published, **article), timexes(text, *expressions))

    return found
