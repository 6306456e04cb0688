"""What operators can ask of the place of an expression."""

from __future__ import annotations

import pytest

from timeline.tagger.context import Context, Question
from timeline.tagger.locale import load_locale
from timeline.tagger.place import Place
from timeline.tagger.published import read_published
from timeline.tagger.resolve import Resolver
from timeline.tagger.text import Text
from timeline.tagger.text_pass import TextPass

QUESTIONS = [name for name, value in vars(Context).items() if isinstance(value, Question)]


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_place_in_a_text_answers_every_question_and_keeps_that_it_was_asked(question):
    resolver = Resolver(load_locale("en"), read_published("2026-02-11"))
    place = Place(TextPass(resolver, resolver.published, Text("May", ["May"], resolver.tense)), 0, 1)
    answer = getattr(place, question)
    assert dict(place) == {question: answer}
