"""Rows: stable, with room for labels, never higher than the chart may be."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from itertools import pairwise

import pytest

from timeline.figure.labels import LINE, text_width
from timeline.figure.lanes import SIZES, Subject, lay_out
from timeline.figure.uncertainty import Glyph, Kind

NAMES = ["One", "Two"]


def subjects_of(count: int, seed: int = 1) -> list[Subject]:
    chance = random.Random(seed)
    return [
        Subject(f"Event number {number}", number % 2, Glyph(Kind.DOT, day, day + 1), number)
        for number, day in enumerate(chance.uniform(0, 1000) for _ in range(count))
    ]


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
@pytest.mark.parametrize("count", [0, 1, 20, 200, 4000])
def test_every_event_has_a_row_in_its_lane_and_the_chart_stays_low(size, count):
    subjects = subjects_of(count)
    layout = lay_out(subjects, NAMES, (0, 1000), size)
    assert len(layout.rows) == count
    for subject, row in zip(subjects, layout.rows, strict=True):
        top, height = layout.lanes[subject.lane]
        assert top + layout.headers[subject.lane] < layout.y(subject.lane, row) < top + height
    assert layout.height <= max(size.tallest, sum(34 + header for header in layout.headers))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_the_lowest_lane_has_room_for_a_name_in_two_lines(size):
    alone = Subject("The only event of its lane", 1, Glyph(Kind.DOT, 500, 501), 400)
    crowd = [replace(subject, lane=0) for subject in subjects_of(400)]
    layout = lay_out([*crowd, alone], NAMES, (0, 1000), size)
    top, height = layout.lanes[1]
    middle = layout.y(1, layout.rows[-1])
    assert top + layout.headers[1] <= middle - LINE
    assert middle + LINE <= top + height


def test_the_mark_of_a_row_stands_beside_the_first_line_of_its_labels():
    titles = ["Short", "A title of so many words that it has to be written in two lines"]
    subjects = [Subject(title, 0, Glyph(Kind.DOT, 500, 501), rank) for rank, title in enumerate(titles)]
    layout = lay_out(subjects, ["Lane"], (0, 1000), SIZES[2])
    top, height = layout.lanes[0]
    first, second = sorted(layout.y(0, row) for row in layout.rows)
    assert (first - top, second - first) in ((12.5, LINE + 4), (12.5, 2 * LINE + 4))
    assert top + height - second >= LINE / 2


def test_no_line_is_kept_above_the_rows_of_a_lane_without_a_name():
    assert lay_out(subjects_of(4), ["", "Named"], (0, 1000), SIZES[0]).headers == (0, 20)


def test_thousands_of_lanes_take_no_longer_than_their_events():
    names = [f"Lane {number}" for number in range(5000)]
    subjects = [replace(subject, lane=number % 5000) for number, subject in enumerate(subjects_of(20_000))]
    began = time.process_time()
    layout = lay_out(subjects, names, (0, 1000), SIZES[2])
    assert time.process_time() - began < 2
    assert len(layout.lanes) == len(names)


def reigns(count: int) -> list[Subject]:
    return [Subject("A", 0, Glyph(Kind.BAR, number % 100, 900 + number % 100), number) for number in range(count)]


def test_twice_as_many_events_that_last_at_once_take_twice_as_long(calls):
    few, many = (calls(lay_out, reigns(count), ["Kings"], (0, 1000), SIZES[2]) for count in (1000, 2000))
    assert many < 2.5 * few


def test_rows_are_the_same_from_build_to_build():
    assert lay_out(subjects_of(300), NAMES, (0, 1000), SIZES[1]) == lay_out(
        subjects_of(300), NAMES, (0, 1000), SIZES[1]
    )


def test_few_events_stand_apart_with_their_labels():
    subjects = [Subject("A label that is long enough", 0, Glyph(Kind.DOT, day, day + 1), 0) for day in (100, 110, 900)]
    layout = lay_out(subjects, ["Lane"], (0, 1000), SIZES[2])
    assert layout.rows[0] != layout.rows[1]
    assert layout.rows[0] == layout.rows[2]


def test_intervals_of_one_row_do_not_overlap():
    chance = random.Random(5)
    spans = [(begin, begin + chance.uniform(5, 200)) for begin in (chance.uniform(0, 800) for _ in range(60))]
    subjects = [Subject("A", 0, Glyph(Kind.BAR, *span), rank) for rank, span in enumerate(spans)]
    layout = lay_out(subjects, ["Lane"], (0, 1000), SIZES[2])
    for row in set(layout.rows):
        inside = sorted(span for span, own in zip(spans, layout.rows, strict=True) if own == row)
        assert all(before[1] <= after[0] for before, after in pairwise(inside))


def test_a_narrow_chart_writes_lane_names_above_and_a_wide_one_beside():
    narrow, wide = (lay_out(subjects_of(5), NAMES, (0, 1000), SIZES[at]) for at in (0, 2))
    assert (narrow.left, wide.headers) == (0, (0, 0))
    assert min(narrow.headers) > 0 < wide.left


def test_a_short_name_needs_no_second_line_in_a_column_that_others_make_wide():
    layout = lay_out(subjects_of(4), ["Aegean scripts and alphabets", "The Americas"], (0, 1000), SIZES[-1])
    assert layout.names == (("Aegean scripts", "and alphabets"), ("The Americas",))


LONG = "Ministry of Foreign Affairs and of the Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbau"


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_all_of_a_long_name_stands_in_its_place_and_its_lane_is_high_enough(size):
    layout = lay_out(subjects_of(4), [LONG, "Two"], (0, 1000), size)
    lines = layout.names[0]
    assert "".join(lines).replace(" ", "") == LONG.replace(" ", "")
    assert max(text_width(line, 13) for line in lines) <= (layout.left or 264 - 8) - 8
    assert len(lines) * LINE <= (layout.headers[0] or layout.lanes[0][1])
    assert layout.names[1] == ("Two",)
    assert layout.lanes[1][1] < layout.lanes[0][1]


def test_events_without_lanes_need_no_column():
    layout = lay_out([Subject("A", 0, Glyph(Kind.DOT, 1, 2), 0)], [""], (0, 10), SIZES[2])
    assert (layout.left, layout.headers) == (0, (0,))


@pytest.mark.parametrize("size", SIZES, ids=lambda size: size.name)
def test_in_a_low_chart_the_most_important_events_keep_room_for_their_names(size):
    low = replace(size, tallest=200)
    # All at once: more than find a row of their own.
    crowd = [Subject(f"Event {rank}", rank % 2, Glyph(Kind.DOT, 500, 501), rank) for rank in range(60)]
    layout = lay_out(crowd, NAMES, (0, 1000), low)
    assert layout.height <= low.tallest
    rows = [(one.lane, row) for one, row in zip(crowd, layout.rows, strict=True)]
    assert [rows.count(row) for row in rows[:2]] == [1, 1]
    assert max(rows.count(row) for row in rows) > 1
