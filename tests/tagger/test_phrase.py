"""A phrase in place of a date: ranges, whose words around the dates are data of the language."""

from __future__ import annotations

import pytest

from timeline.model.errors import DateError
from timeline.tagger import resolve_phrase
from timeline.tagger.locale import languages, load_locale

PUBLISHED = "2026-02-11"
RANGES = {
    "en": {
        "since 2014": "2014/..",
        "Since February last year": "2025-02/..",
        "from 3 March 2024 on": "2024-03-03/..",
        "since late 2014": "2014-09~/..",
        "until June 2027": "../2027-06",
        "till 12 May 2025": "../2025-05-12",
        "from 2014 to 2022": "2014/2022",
        "from 2014 until 2022": "2014/2022",
        "between March and May 2022": "2022-03/2022-05",
        "from January to March 2025": "2025-01/2025-03",
        "from Monday to Thursday": "2026-02-09/2026-02-12",
        "2014 to 2022": "2014/2022",
        "May 2014 – June 2016": "2014-05/2016-06",
        "from March 3 to 5, 2024": "2024-03-03/2024-03-05",
        "from late 2014 to early 2016": "2014-09~/2016-04~",
        "3 March 2024 to 5 April 2024": "2024-03-03/2024-04-05",
    },
    "de": {
        "seit 2014": "2014/..",
        "bis Juni 2027": "../2027-06",
        "von 2014 bis 2022": "2014/2022",
        "zwischen März und Mai 2022": "2022-03/2022-05",
        "vom 3. März 2024 bis zum 5. April 2024": "2024-03-03/2024-04-05",
    },
}


@pytest.mark.parametrize(
    ("language", "phrase", "date"), [(name, *pair) for name, pairs in RANGES.items() for pair in pairs.items()]
)
def test_a_range_is_an_interval(language, phrase, date):
    made, why = resolve_phrase(phrase, PUBLISHED, language)
    assert str(made) == date
    assert (why.phrase, why.date, why.operator) == (phrase, made, "interval")


@pytest.mark.parametrize(
    "phrase", ["before 2014", "since 2014 and 2016", "nearly since 2014", "from 2014 to 2016 and 2018"]
)
def test_words_that_no_frame_has_are_not_guessed_at(phrase):
    with pytest.raises(DateError, match="is not understood"):
        resolve_phrase(phrase, PUBLISHED)


def test_a_range_that_ends_before_it_begins_is_refused():
    with pytest.raises(DateError, match="ends before it begins"):
        resolve_phrase("from 2022 to 2014", PUBLISHED)


@pytest.mark.parametrize("language", languages())
def test_each_language_has_frames_for_ranges_with_one_and_with_two_ends(language):
    shapes = set(load_locale(language).frames.values())
    assert shapes == {"_/..", "../_", "_/_"}
