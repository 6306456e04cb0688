"""Values written as YAML: every reader gives them back as they were."""

from __future__ import annotations

import datetime
import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.yamldoc import parse
from timeline.yamldoc.writer import block, flow, scalar

# What no file of ours may hold cannot be written either.
TEXT = st.text(
    st.one_of(
        st.sampled_from(" \n:#-?[]{},&*!|>'\"%@`=~\\0123456789.nyeox\u2028\x85\xa0é漢🦀"),
        st.characters(codec="utf-8", exclude_categories=["Cc", "Cf", "Cn"], exclude_characters="\ufeff\ufffe\uffff"),
    ),
    max_size=30,
)
VALUE = st.recursive(
    TEXT, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(TEXT, inner, max_size=3), max_leaves=8
)


@settings(deadline=None)
@given(TEXT, st.sampled_from(["", "'", '"']))
def test_a_text_comes_back_as_it_was(text, style):
    assert parse(f"- {scalar(text, style=style)}\n").root.plain == [text]
    assert parse(f"[{scalar(text, style=style, in_flow=True)}]").root.plain == [text]


@settings(deadline=None)
@given(TEXT)
def test_another_reader_takes_it_for_a_text_too(text):
    [value] = yaml.load(f"- {scalar(text)}\n", Loader=yaml.CSafeLoader)
    assert value == text or isinstance(value, datetime.date)


@pytest.mark.parametrize(
    "text", ["no", "1e3", "010", "12:30:45", "null", "~", "", "0x1F", "1_000", ".inf", "-7", "2025"]
)
def test_what_another_reader_would_type_is_quoted(text):
    assert scalar(text) == f'"{text}"'


@pytest.mark.parametrize(
    "text", ["2025-02", "2025-02-12", "-3300~", "1961/1972", "February last year", "199X", "a#b:c"]
)
def test_what_no_reader_would_mistake_stays_plain(text):
    assert scalar(text) == text


@pytest.mark.parametrize("nothing", ["~", "null", "NULL"])
def test_nothing_is_written_as_nothing(nothing):
    [value] = parse(f"[{nothing}]").root.plain
    assert (block({"a": value}), flow([value])) == (f"a: {nothing}", f"[{nothing}]")


@pytest.mark.parametrize("text", ["1" * 200_000 + "x", "1" * 200_000 + ":1:1x", "." + "1_" * 100_000 + "x"])
def test_long_numbers_take_no_time(text):
    started = time.process_time()
    assert scalar(text) == text
    assert time.process_time() - started < 5


@settings(deadline=None)
@given(VALUE)
def test_a_value_comes_back_as_it_was(value):
    assert parse(flow(value)).root.plain == value
    assert parse(block(value) + "\n").root.plain == value
    assert parse(block({"k": value}) + "\n").root.plain == {"k": value}
    assert parse(block([value], 0, "\r\n") + "\r\n").root.plain == [value]


def test_lines_of_a_text_stay_lines():
    text = "one\n\n- two: 'x'\n# three\n"
    assert block({"text": text}) == "text: |\n  one\n\n  - two: 'x'\n  # three"


@pytest.mark.parametrize(
    "text", ["one\n\n", "\none", " one\ntwo", "one\n two", "one \ntwo", "one\u2028\ntwo", "one\x85\n"]
)
def test_lines_that_would_change_if_they_stayed_lines_are_quoted(text):
    written = block({"text": text})
    assert written.startswith('text: "')
    assert parse(written).root.plain == {"text": text}


@pytest.mark.parametrize("unit", ["1", "1_", "_", "-", ".", "1:", "0x1"])
def test_a_long_row_of_digits_is_written_in_no_time(unit):
    text = (unit * 40_000)[:40_000] + "é"
    began = time.process_time()
    assert parse(scalar(text)).root.plain == text
    assert time.process_time() - began < 2
