"""An article keeps its publication date as it was stated."""

from __future__ import annotations

import dataclasses
import datetime

import pytest

import timeline
from timeline.model.article import Article
from timeline.model.errors import DateError


@pytest.mark.parametrize("published", ["2026-02-11", "2026-02", "2026", None])
def test_a_publication_date_may_be_partial_or_unknown(published):
    assert (Article("Text", published).published or None) == (published and timeline.EdtfDate(published))


def test_a_publication_date_may_be_one_of_python():
    assert str(Article("Text", datetime.date(2026, 2, 11)).published) == "2026-02-11"
    assert str(Article("Text", datetime.datetime(2026, 2, 11, 15)).published) == "2026-02-11T15:00:00"


def test_a_publication_date_that_is_none_is_refused():
    with pytest.raises(DateError, match="is no date"):
        Article("Text", "last week")


def test_an_article_cannot_be_changed():
    with pytest.raises(dataclasses.FrozenInstanceError):
        Article("Text").text = "Other"
