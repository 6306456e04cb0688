"""Labels give way: none lies over another, over a mark or outside."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.figure.labels import LINE, WIDEST, Boxes, Label, Mark, fill, place, shorten, text_width, ways, wrap

TITLES = st.lists(
    st.sampled_from(["treaty", "census", "of the", "Twelve", "Rivers", "at", "Port Linden"]), min_size=1, max_size=12
)
MARKS = st.lists(st.tuples(st.integers(0, 600), st.integers(0, 90), st.integers(0, 8), TITLES), max_size=40)


def marks_of(drawn) -> list[Mark]:
    return [
        Mark(number, x, x + max(10, length), 20 + 20 * row, " ".join(words), 0, 200)
        for number, (x, length, row, words) in enumerate(drawn)
    ]


def box(label: Label) -> tuple[float, float, float, float]:
    half = len(label.lines) * LINE / 2
    return label.x, label.y - half, label.x + label.width, label.y + half


def meet(one, other) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


@given(MARKS)
def test_no_label_lies_over_another_or_over_a_mark_or_outside(drawn):
    marks = marks_of(drawn)
    labels = place(marks, 700)
    assert not any(meet(box(one), box(other)) for one, other in combinations(labels, 2))
    assert not any(meet(box(label), (m.left, m.y - 4, m.right, m.y + 4)) for label in labels for m in marks)
    assert all(label.x >= -7 and label.x + label.width <= 707 for label in labels)


def test_labels_of_one_row_share_the_lines_of_their_texts_however_many_each_has():
    titles = [
        "Census",
        "A census of all twelve rivers and of the towns at their banks",
        "Two lines of words about a treaty",
    ]
    row = [Mark(n, 260 * n, 260 * n + 10, 60, title, 0, 200) for n, title in enumerate(titles)]
    labels = place(row, 760)
    assert {len(label.lines) for label in labels} >= {1, 2}
    assert {(box(label)[1] - (60 - LINE / 2)) % LINE for label in labels} == {0}


def test_a_label_stands_beside_its_mark_in_a_lane_that_is_too_low_for_whole_lines():
    (label,) = place([Mark(0, 0, 10, 17, "Two lines of words about a treaty", 0, 34)], 150)
    assert (len(label.lines), label.y) == (2, 17)


@given(MARKS)
def test_marks_that_are_drawn_alone_do_not_cover_each_other(drawn):
    marks = marks_of(drawn)
    shown = [marks[label.number] for label in place(marks, 700, alone=True)]
    boxes = [(mark.left, mark.y - 4, mark.right, mark.y + 4) for mark in shown]
    assert not any(meet(one, other) for one, other in combinations(boxes, 2))


def test_the_most_important_is_named_first():
    rivals = [Mark(number, 50, 60, 20, "A title as long as this", 0, 40) for number in (7, 3)]
    assert [label.number for label in place(rivals, 300)][:1] == [7]


def test_a_label_moves_to_the_other_side_at_the_edge():
    (label,) = place([Mark(0, 280, 290, 20, "At the edge", 0, 40)], 300)
    assert label.anchor == 1
    assert label.x + label.width < 280


def test_a_title_is_written_in_lines_of_about_the_same_length():
    assert wrap("Outer Space Treaty opened for signature", 2) == ("Outer Space Treaty", "opened for signature")
    assert wrap("Sputnik", 3) == ("Sputnik",)
    assert all(width <= 210 for _, width in ways("Valentina Tereshkova, the first woman in space"))


COMPOUND = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz"


@pytest.mark.parametrize(
    "title",
    [
        COMPOUND,
        "Der Wasserwirtschaftsverwaltungsgerichtsbeschluss gilt",
        "两国总统在安克雷奇会晤并讨论了停火协议的条件和今后的步骤",
    ],
)
def test_a_title_without_spaces_is_broken(title):
    [(lines, width)] = ways(title)
    assert width <= WIDEST
    assert len(lines) in (2, 3)
    assert "".join(lines).replace(" ", "") == title.replace(" ", "")


def test_a_title_that_three_lines_do_not_hold_ends_in_an_ellipsis():
    [(lines, _)] = ways("会" * 80)
    assert len(lines) == 3
    assert lines[2].endswith("会…")


def test_a_word_is_broken_behind_a_hyphen_and_never_before_a_full_stop():
    assert fill("Nord-Ostsee-Kanalverwaltung", 110) == ("Nord-Ostsee-", "Kanalverwaltung")
    assert fill("会会会会。会会", 55) == ("会会会会。", "会会")
    assert fill("", 100) == ()


def test_a_very_long_title_ends_in_an_ellipsis_after_a_word():
    assert len(shorten("word " * 60)) <= 90
    assert shorten("x" * 300) == "x" * 89 + "…"
    assert ways("x" * 300)


def test_wide_letters_are_wider():
    assert text_width("\u6771\u4eac") > text_width("il")
    assert text_width("e\u0301") == text_width("e")


def test_boxes_know_what_is_taken():
    boxes = Boxes()
    boxes.add(10, 10, 20, 40)
    assert not boxes.free(15, 35, 30, 60)
    assert boxes.free(20, 10, 30, 40)
    assert boxes.free(10, 40, 20, 50)
