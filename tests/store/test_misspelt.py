"""Slips of the pen: what is tried in place of a word, and that little is tried where nothing can help."""

import pytest

from timeline.model.errors import DateError
from timeline.store.misspelt import corrected
from timeline.store.phrases import Context, resolve
from timeline.tagger.resolve import Resolver


@pytest.mark.parametrize("text", ["Febuary harvast 2025", "Febuary of the harvest"])
def test_where_two_words_are_strange_no_other_word_makes_a_date_of_them(text):
    tried = []
    assert corrected(text, "en", tried.append) == ""
    assert tried == []


def test_a_known_word_is_changed_only_where_none_is_strange():
    tried = []
    corrected("Match the Febuary", "en", tried.append)
    assert tried == ["Match the February"]
    assert corrected("Match 2025", "en", {"March 2025"}.__contains__) == "March 2025"


@pytest.mark.parametrize(
    ("text", "meant"), [("3 Jnue 2024", "3 June 2024"), ("Arpil 2024", "April 2024"), ("Sahrp 2024", "")]
)
def test_two_letters_that_changed_places_are_a_slip_of_the_pen(text, meant):
    assert corrected(text, "en", {"3 June 2024", "April 2024"}.__contains__) == meant


def test_in_a_long_text_nothing_is_tried():
    tried = []
    assert corrected("Febuary 2025" + " of them" * 20, "en", tried.append) == ""
    assert tried == []


def test_the_words_of_a_name_are_not_strange():
    dates = {"two weeks after the harvest"}
    assert corrected("two weekz after the harvest", "en", dates.__contains__, ["the harvest"]) in dates


def test_a_text_of_strange_words_is_tagged_a_few_times(monkeypatch):
    read, texts = Resolver.read, []
    monkeypatch.setattr(Resolver, "read", lambda self, text, *given: texts.append(text) or read(self, text, *given))
    with pytest.raises(DateError, match="cannot be resolved"):
        resolve("the council harvest sank", Context(published=None))
    assert len(texts) <= 2
