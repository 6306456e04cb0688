"""What holds of every text."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import timeline.tagger
from timeline.model.date import EdtfDate
from timeline.model.gregorian import days_from_civil
from timeline.tagger import _of_anchors, _of_days, explain_all, published, tag, tag_all
from timeline.tagger.consensus import agree
from timeline.tagger.context import Context
from timeline.tagger.examples import examples
from timeline.tagger.lexer import UNKNOWN
from timeline.tagger.locale import Locale, load_locale
from timeline.tagger.operators.lengths import duration
from timeline.tagger.partial import in_common
from timeline.tagger.published import read_published
from timeline.tagger.reading import Amount
from timeline.tagger.resolve import Resolver
from timeline.tagger.text import Text
from timeline.tagger.text_pass import TextPass
from timeline.tagger.units import COUNTED_IN

PUBLISHED = "2026-02-11"
ENGLISH = load_locale("en")
EXAMPLES = list(examples(ENGLISH))
WORDS = sorted({word for example in EXAMPLES for word in example.text.split()})
VALUE = re.compile(
    r"""(?:PAST|PRESENT|FUTURE)_REF | P(?:X|T?X)[A-Z]{1,2} | PXX
      | P(?:[0-9.]+(?:[YMWDQCELHS]|WE|NI))*(?:T(?:[0-9.]+[HMS])+)?
      | (?:BC)?[0-9X]{1,4}(?:-(?:[0-9X]{2}|W[0-9X]{2}|[QH][1-4X]|SP|SU|FA|WI|WXX|WE))?(?:-(?:[0-9X]{2}|WE|[1-7]))?
        (?:T(?:MO|AF|EV|NI|MI|DT|[0-9]{2}(?::[0-9]{2}){0,2}(?:Z|[+-][0-9]{2}:[0-9]{2})?))?
      | XXXX-WXX-[1-7](?:TMO|TAF|TEV|TNI)?""",
    re.VERBOSE,
)
mixtures = st.lists(
    st.one_of(
        st.sampled_from(WORDS), st.sampled_from([".", ",", "\n", "\n\n", "-", "–", "'s", "İ", "2024", "31", "x"])
    ),
    max_size=40,
).map(" ".join)
texts = st.one_of(mixtures, st.text(max_size=200))


@settings(max_examples=300, deadline=None)
@given(texts, st.sampled_from([PUBLISHED, "2026-02", "2026", None, "2024-02-29", "0001-01-01", "9999-12-31"]))
def test_spans_lie_in_the_text_in_order_and_apart(text, published):
    found = tag(text, published)
    at = 0
    for timex in found:
        assert at <= timex.start < timex.end <= len(text)
        assert text[timex.start : timex.end] == text[timex.start : timex.end].strip()
        at = timex.end


DAYS = st.sampled_from([PUBLISHED, "2026-02", None, "2024-02-29", "2024-02-29T10:30"])


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(mixtures, DAYS), max_size=5), st.sampled_from([1, 40, 500_000]))
def test_many_texts_are_read_as_each_of_them_is(several, characters):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(timeline.tagger, "_BATCH", characters)
        assert list(tag_all(several)) == [tag(text, published) for text, published in several]


def test_of_many_texts_only_some_are_held(monkeypatch):
    monkeypatch.setattr(timeline.tagger, "_BATCH", 30)
    taken = []
    texts = ((taken.append(number) or "They met on Friday.", PUBLISHED) for number in range(10))
    found = tag_all(texts)
    assert taken == []
    next(found)
    assert taken == [0, 1]


@settings(max_examples=300, deadline=None)
@given(mixtures.map("{} the summit".format), DAYS, DAYS, st.sampled_from([None, True, False]))
def test_what_was_read_before_changes_nothing(text, published, summit, day_first):
    anchors = {"the summit": summit or "1999"}
    locale = load_locale("en", frozenset(anchors))
    unaided = Resolver(locale, read_published(published), tuple(anchors.items()), day_first, explaining=True)
    found = [one.timex() for one in unaided.read(text)]
    assert tag(text, published, anchors=anchors, day_first=day_first) == found


@settings(max_examples=300, deadline=None)
@given(mixtures, st.sampled_from([None, "2026", "2026-02", "1994/1999"]))
def test_what_does_not_depend_on_the_day_is_the_same_as_if_it_was_read_for_each(text, published):
    resolver = Resolver(ENGLISH, read_published(published))
    tokens, characters = ENGLISH.lexer.lex(text)
    runs = list(ENGLISH.matcher.runs(characters))
    passes = (TextPass(resolver, day, Text(text, tokens, resolver.tense)) for day in resolver.published.each())
    apart = agree(in_common([one.read(runs) for one in passes], resolver.published.text))
    assert [one.timex() for one in resolver.read(text)] == [one.timex() for one in apart]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: f"{example.rule}: {example.text}")
def test_an_example_is_read_as_if_nothing_had_been_read_before(example):
    unaided = Resolver(ENGLISH, read_published(PUBLISHED), explaining=True)
    assert tag(example.text, PUBLISHED) == [one.timex() for one in unaided.read(example.text)]


SLIP = "taken for a slip"
SPANS = {
    None: ("2026-01-01", "2150-12-31"),
    "203X": ("2030-01-01", "2039-12-31"),
    "2026/2027": ("2026-01-01", "2027-12-31"),
    "2026": ("2026-01-01", "2026-12-31"),
    "2026-02": ("2026-02-01", "2026-02-28"),
}


@settings(max_examples=500, deadline=None)
@given(st.sampled_from(EXAMPLES), st.sampled_from(list(SPANS)), st.floats(0, 1))
def test_what_is_known_whatever_the_day_of_publication_holds_on_each_day(example, span, part):
    first, last = (EdtfDate(day).first_day for day in SPANS[span])
    day = EdtfDate.of_day(first + round(part * (last - first)))
    known = {(one.start, one.end, one.type): one.value for one in tag(example.text, span)}
    for one, why in zip(tag(example.text, day), explain_all(example.text, day), strict=True):
        if any(step.endswith(SLIP) for step in why.steps):
            continue  # only what was printed within a week of a day is taken for a slip of its day of the week
        value = known.get((one.start, one.end, one.type), "")
        assert all(sign in ("X", exact) for sign, exact in zip(value, one.value, strict=False)), (value, one.value, day)


def test_a_slip_of_the_day_of_the_week_is_told():
    told = [explain_all("They left on Wednesday, 10 February.", day)[0] for day in ("2026-02-11", "2027-02-11")]
    assert [(why.value, why.steps[-1].endswith(SLIP)) for why in told] == [("2026-02-10", True), ("2027-02-10", False)]


def test_no_day_that_stands_in_for_an_unknown_one_is_ever_told(monkeypatch):
    def told():
        _of_days.cache_clear()
        found = [why for example in EXAMPLES for why in explain_all(example.text, None)]
        return {number for why in found for step in why.steps for number in re.findall(r"\d{4,}", step)}

    before = told()
    monkeypatch.setattr(published, "_SOME_DAY", days_from_civil(1871, 9, 20))
    monkeypatch.setattr(published, "_ANOTHER_DAY", days_from_civil(2123, 5, 8))
    assert told() == before
    _of_days.cache_clear()


SAME_WORDS = (
    "It opens between 8 and 10 p.m. today.",
    "It opens between 8 and 10 a.m. today.",
    "It opens between 8 and 10 p.m. on Monday.",
    "On 5 May 2024 they left.",
    "On 5 May 2024 shares fell.",
    "They met between January and March.",
    "They met in January-March.",
)


@pytest.mark.parametrize("order", [SAME_WORDS, SAME_WORDS[::-1]], ids=["forward", "backward"])
def test_the_words_beside_an_expression_are_remembered_with_it(order):
    unaided = Resolver(ENGLISH, read_published(PUBLISHED), explaining=True)
    assert [tag(text, PUBLISHED) for text in order] == [[one.timex() for one in unaided.read(text)] for text in order]


@settings(max_examples=300, deadline=None)
@given(texts)
def test_every_value_can_be_read_back(text):
    for timex in tag(text, PUBLISHED):
        assert VALUE.fullmatch(timex.value), timex
        says_when = timex.type in ("DATE", "TIME") and timex.value.removeprefix("BC")[0].isdigit()
        assert (timex.date is not None) >= says_when, timex
        assert timex.date is None or EdtfDate(str(timex.date)) == timex.date


ALONE = [
    example
    for example in EXAMPLES
    if example.rule != "en/anchor" and (example.start, example.end) == (0, len(example.text))
]


@pytest.mark.parametrize("example", ALONE, ids=lambda example: example.text)
def test_an_expression_means_the_same_in_a_longer_text(example):
    alone = tag(example.text, PUBLISHED)
    before = "Nobody knows why. "
    found = tag(f"{before}{example.text}\n\nThe end.", PUBLISHED)
    assert [(one.start - len(before), one.end - len(before), one.value, one.type) for one in found] == [
        (one.start, one.end, one.value, one.type) for one in alone
    ]


FILLERS = st.lists(
    st.from_regex("[B-Zb-z]{3,9}", fullmatch=True).filter(lambda word: ENGLISH.lexer.lex(word)[1] == UNKNOWN),
    max_size=8,
).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(st.sampled_from(ALONE), FILLERS, FILLERS)
def test_words_that_say_nothing_change_nothing(example, before, after):
    alone = tag(example.text, PUBLISHED)
    before = f"{before}. " if before else ""
    found = tag(f"{before}{example.text}\n\n{after}", PUBLISHED)
    assert [(one.start - len(before), one.end - len(before), one.value, one.mod) for one in found] == [
        (one.start, one.end, one.value, one.mod) for one in alone
    ]


MONTHS = [f"{date(2026, number, 1):%B}" for number in range(1, 13)]
QUARTERS = [f"the {order} quarter" for order in ("first", "second", "third", "fourth")]
SEASONS = [f"the {season}" for season in ("spring", "summer", "autumn")]


@settings(max_examples=300, deadline=None)
@given(st.dates(date(1990, 1, 1), date(2040, 12, 31)), st.sampled_from(MONTHS + QUARTERS + SEASONS))
def test_what_was_done_in_a_part_of_the_year_was_done_in_the_last_one(published, part):
    (timex,) = tag(f"The company left in {part}.", str(published))
    begin = date.fromisoformat(str(timex.date.earliest)[:10])
    assert timedelta(0) <= published - begin <= timedelta(366)


@settings(max_examples=300, deadline=None)
@given(mixtures)
def test_a_run_is_read_as_its_pieces_are(text):
    matcher = ENGLISH.matcher
    _, run = ENGLISH.lexer.lex(text)
    pieces = [(at, matcher.parse(piece)) for at, piece in matcher.neighbours.pieces(run, set(run))]
    whole = [(node.start, node.end, node.rule.id) for node in matcher.parse(run)]
    assert whole == [(at + node.start, at + node.end, node.rule.id) for at, nodes in pieces for node in nodes]


@settings(max_examples=8, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_order_of_the_rules_means_nothing(chance):
    rules = chance.sample(ENGLISH.data["rules"], len(ENGLISH.data["rules"]))
    shuffled = Locale({**ENGLISH.data, "rules": rules})
    assert [_parse(ENGLISH, example.text) for example in EXAMPLES] == [
        _parse(shuffled, example.text) for example in EXAMPLES
    ]


def _parse(locale, text):
    _, characters = locale.lexer.lex(text)
    runs = locale.matcher.runs(characters)
    return [(base + node.start, base + node.end, node.rule.id) for base, nodes in runs for node in nodes]


@pytest.mark.parametrize(
    "unit",
    [
        "1 ",
        "last ",
        "1/",
        "3 May 2024 ",
        " ",
        "a",
        "1 day ",
        "of May ",
        "May ",
        "1 day ago ",
        "5 p.m. ",
        "'94 ",
        "May and ",
        "\n",
        "two years ago ",
        "in the in the in the in the in the in the in the Friday ",
    ],
)
def test_hostile_text_takes_work_in_proportion_to_its_length(unit, calls):
    tag("3 May 2024", PUBLISHED)
    short, long = (calls(tag, (unit * length)[:length], PUBLISHED) for length in (10_000, 50_000))
    assert long < 7 * max(short, 100)


def test_what_a_long_text_leaves_open_is_looked_up_in_proportion_to_its_length(calls):
    days = [f"In March it rained. It fell on {date(1900, 1, 1) + timedelta(37 * number)}. " for number in range(500)]
    tag(days[0], None)
    short, long = (calls(tag, "".join(days[:some]), None) for some in (100, 500))
    assert long < 7 * short


def test_grammars_with_names_of_an_editor_are_kept_apart_and_few():
    kept = _of_days.cache_info().currsize
    for number in range(3):
        tag("They met after the summit.", PUBLISHED, anchors={f"the summit of {number}": "2025-08-15"})
    assert _of_days.cache_info().currsize == kept
    assert 3 <= _of_anchors.cache_info().currsize <= _of_anchors.cache_info().maxsize <= 16


@pytest.mark.parametrize(("unit", "smaller", "times"), [(unit, *counted) for unit, counted in COUNTED_IN.items()])
def test_a_length_is_the_same_in_the_unit_that_it_is_counted_in(unit, smaller, times):
    context = Context(days_from_civil(2026, 2, 11))
    long, short = (duration(context, amount=Amount(*amount), shift=-1) for amount in ((1, unit), (times, smaller)))
    assert (long.value, long.begin, long.end) == (short.value, short.begin, short.end)
    assert long.begin < long.end
