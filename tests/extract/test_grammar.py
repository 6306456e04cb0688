"""Whatever a grammar can say, events are extracted from it without an error."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.tagger.grammar import Grammar
from timeline.extract import extract
from timeline.model.article import Article
from timeline.tagger.locale import load_locale

TOLD = {
    "en": ["Ulm opened the bridge ", "Two people were killed ", "The talks will resume "],
    "de": ["Ulm eröffnete die Brücke ", "Zwei Menschen starben ", "Die Gespräche beginnen "],
}


@pytest.mark.parametrize("language", ["en", "de"])
@settings(max_examples=300, deadline=None)
@given(
    chance=st.randoms(use_true_random=False),
    published=st.sampled_from(["2026-02-11", "2024-12-31", "0001-01-01", "9999-12-31", "2012", "2012-03"]),
)
def test_events_are_extracted_from_what_a_grammar_can_say(language, chance, published):
    grammar = Grammar(load_locale(language), chance)
    text = ". ".join(chance.choice(TOLD[language]) + grammar.text() for _ in range(3))
    for candidate in extract(Article(text + ".", published, language=language)):
        assert candidate.event.title
