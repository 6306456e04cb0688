"""Each list of words that tell a tense is on the page of the format, with a sentence that is read so because of it."""

from __future__ import annotations

import copy
import re
from pathlib import Path

import pytest

from timeline.tagger.locale import Locale, TenseWords, languages, load_locale
from timeline.tagger.published import read_published
from timeline.tagger.resolve import Resolver

PAGE = (Path(__file__).parent.parent / "site" / "reference" / "locale.md").read_text(encoding="utf-8")
PUBLISHED = "2026-02-11"
EXAMPLES = [
    (re.findall(r"`([\w-]+)`", lists), sentence, language or "en", reading.strip("`"))
    for lists, sentence, language, reading in re.findall(
        r"^\| (`[^|]+`) \| [^|]+ \| \*([^*|]+)\*(?:\{ lang=(\w+) \})?: ([^|]+) \|$",
        PAGE.partition("\n## Tense\n")[2].partition("\n## ")[0],
        re.MULTILINE,
    )
]


def is_read(sentence: str, locale: Locale, reading: str) -> bool:
    """Whether an expression, that in brackets if there are several, is read so: back, ahead, nothing, or its value."""
    start = max(sentence.find("["), 0)
    found = Resolver(locale, read_published(PUBLISHED)).read(re.sub(r"[\[\]]", "", sentence))
    timex = next((one.timex() for one in found if one.timex().end > start), None)
    if timex is None or reading == "nothing":
        return timex is None and reading == "nothing"
    if reading in ("back", "ahead"):
        return timex.value.startswith("20") and (timex.value < PUBLISHED) == (reading == "back")
    return f"{timex.value} {timex.type}".startswith(reading)


def test_every_list_has_its_example():
    lists = {name for language in languages() for name in load_locale(language).data["tense"]}
    assert len(lists) > 50
    assert {name for names, *_ in EXAMPLES for name in names} == lists


@pytest.mark.parametrize(("names", "sentence", "language", "reading"), EXAMPLES)
def test_a_list_of_words_is_why_its_example_is_read_so(names, sentence, language, reading):
    locale = load_locale(language)
    assert is_read(sentence, locale, reading)
    for name in names:
        without = copy.copy(locale)
        without.tense = TenseWords({each: words for each, words in locale.data["tense"].items() if each != name})
        assert not is_read(sentence, without, reading), name
