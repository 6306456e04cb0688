"""What is told of a pattern agrees with the words that it reads."""

import re
from itertools import pairwise, product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.tagger.items import Choice, Inner, Slot
from timeline.tagger.pattern import PatternError, literal_class, parse_pattern

WORDS = ("a", "b", "c", "d")
ITEMS = st.recursive(
    st.sampled_from(WORDS),
    lambda inner: st.tuples(st.sampled_from(("[]", "()")), st.lists(inner, min_size=1, max_size=3)).map(
        lambda made: made[0][0] + "|".join(made[1]) + made[0][1]
    ),
    max_leaves=5,
)
PATTERNS = st.lists(ITEMS, min_size=1, max_size=4).map(" ".join)


def readings(items):
    """All rows of words that some items read."""
    rows = [()]
    for item in items:
        if isinstance(item, Slot):
            more = [(name,) for name in item.classes]
        elif isinstance(item, Choice):
            more = [row for option in item.options for row in readings(option)] + [()] * item.ways.empty
        else:
            more = [()]
        rows = [before + after for before, after in product(rows, more)]
    return rows


def pairs_of(sides):
    """The pairs of classes, of sets that can stand side by side."""
    return {(left, right) for lefts, rights in sides for left in lefts for right in rights}


@given(PATTERNS)
def test_what_is_told_of_a_pattern_holds_for_all_that_it_reads(text):
    pattern = parse_pattern(text)
    rows = readings(pattern.items)
    assert pairs_of(pattern.neighbours()) == {pair for row in rows for pair in pairwise(row)}
    assert pairs_of(pattern.opening()) == {row[:2] for row in rows if len(row) > 1}
    assert pairs_of(pattern.closing()) == {row[-2:] for row in rows if len(row) > 1}
    assert pattern.whole.first == {row[0] for row in rows if row}
    assert pattern.whole.last == {row[-1] for row in rows if row}
    assert pattern.whole.alone == {row[0] for row in rows if len(row) == 1}
    assert pattern.whole.empty == (() in rows)
    assert pattern.words == {word for word in WORDS if word in text}


@given(PATTERNS, st.lists(st.sampled_from(WORDS), max_size=6), st.integers(0, 5))
def test_it_matches_as_a_regular_expression_would(text, words, at):
    at = min(at, len(words))
    written = text.replace("(", "(?:").replace("[", "(?:").replace("]", ")?").replace(" ", "")
    expected = re.compile(written).match("".join(words), at)
    match = parse_pattern(text).match([*(frozenset({literal_class(word)}) for word in words), frozenset()], at)
    assert (match and (match.start, match.end)) == (expected and expected.span())


def test_a_word_that_is_handed_on_has_the_name_of_its_place():
    row = [frozenset(classes.split()) for classes in ("=from", "day number", "=to", "day number", "month", "")]
    match = parse_pattern("from < {day} [to {last:day}] > {month}").match(row, 0)
    assert (match.start, match.end, match.inner) == (0, 5, (1, 4))
    assert [(place.name, at) for place, at in match.named] == [("day", 1), ("last", 3), ("month", 4)]


def test_the_expression_proper_is_what_the_marks_enclose():
    pattern = parse_pattern("in < [the] {year} > (or|and) so")
    assert [item.begins for item in pattern.items if isinstance(item, Inner)] == [True, False]
    assert pattern.proper.first == {"=the", "year"}
    assert pattern.proper.last == pattern.proper.alone == {"year"}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("in [the", "lacks a closing ]"),
        ("in the)", "has a ) too many"),
        ("(a < b > | c)", "has < and > elsewhere"),
        ("a < b", "has < and > elsewhere"),
        ("a > b <", "has < and > elsewhere"),
        ("a < b > < c >", "has < and > elsewhere"),
        ("{Year}", "has the place {Year}"),
        ("in {year", "has the place {"),
        ("{a b}", "has the place {a b}"),
    ],
)
def test_what_is_no_pattern_is_refused_with_what_was_found(text, message):
    with pytest.raises(PatternError) as refused:
        parse_pattern(text)
    assert message in str(refused.value)
