"""Every example and counter-example of every language file holds."""

import pytest

from timeline.tagger import tag
from timeline.tagger.examples import Example, check, counter_examples, examples
from timeline.tagger.locale import languages, load_locale

EXAMPLES = [
    pytest.param(language, example, id=f"{example.rule}: {example.text}")
    for language in languages()
    for example in examples(load_locale(language))
]
COUNTER_EXAMPLES = [
    pytest.param(language, text, id=f"{rule}: {text}")
    for language in languages()
    for rule, text in counter_examples(load_locale(language))
]


@pytest.mark.parametrize(("language", "example"), EXAMPLES)
def test_an_example_has_its_value(language: str, example: Example) -> None:
    assert check(example, load_locale(language)) == ""


@pytest.mark.parametrize(("language", "text"), COUNTER_EXAMPLES)
def test_a_counter_example_has_no_time_in_it(language: str, text: str) -> None:
    assert tag(text, load_locale(language).published, language) == []
