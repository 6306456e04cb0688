"""Sentences of texts that have none."""

from __future__ import annotations

import time

import pytest

from timeline.extract import extract
from timeline.extract.sentences import sentence_spans, tidy
from timeline.model.article import Article


@pytest.mark.parametrize("unit", ["May 5 2020 ", "xx", "they met on 5 May 2020 and "])
def test_a_text_without_end_is_read_in_pieces_and_none_of_it_is_lost(unit):
    text = unit * 3000
    spans = sentence_spans(text)
    assert len(spans) > 1
    assert max(end - start for start, end in spans) <= 1500
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")


BEHIND_A_CLOCK = [
    ("The council met in Ostra at 5 p.m.", "Mara Lind resigned in Bergen on Monday."),
    ("It met at 9 a.m.", "“We won,” he said."),
    ("It met at 5 p.m. Monday in Ulm.", "He left."),
    ("It met at 5 p.m. March 3 in Ulm.", "He left."),
    ("It met at 5 p.m. London time on Monday.", "He left."),
    ("It met at 5 p.m. Greenwich Mean Time on Monday.", "He left."),
    ("It met at 5 p.m. (1700 GMT) on 5 May.", "He left."),
]


@pytest.mark.parametrize("sentences", BEHIND_A_CLOCK, ids=[first for first, _ in BEHIND_A_CLOCK])
def test_a_time_by_the_clock_ends_a_sentence_unless_its_day_or_zone_follows(sentences):
    text = " ".join(sentences)
    assert tuple(text[start:end] for start, end in sentence_spans(text)) == sentences


WRAPPED = [
    "The wife of\nDaniel Price was charged with fraud on Monday.",
    "Officers in the city of\nUlm arrested Ada Byron on 3 May.",
    "Officers in the city of \nUlm arrested Ada Byron on 3 May.",
    "The minister for trade in the cabinet of\nHelen Ashworth resigned on Monday.",
    "On Monday the court in\nThe Hague convicted Ada Byron.",
    "On Monday the mayor of Ulm and\nI met Ada Byron.",
    "On Monday the firm owned by\nAda Byron was sold.",
    (
        "The council met in the old harbour on Monday, and nobody left the room before the vote was over. A man from\n"
        "Northport resigned."
    ),
    (
        "The mayor of the harbour town, where the lawyer\nAda Byron lives, was charged with fraud by the\n"
        "court on Monday, said the lawyer of the former\nSwedish minister, who did not answer."
    ),
]


@pytest.mark.parametrize("text", WRAPPED)
def test_a_line_that_is_broken_within_a_sentence_ends_none(text):
    assert text[slice(*sentence_spans(text)[-1])] == text[text.find("A man") if "A man" in text else 0 :]


@pytest.mark.parametrize("text", WRAPPED)
def test_a_text_with_broken_lines_tells_the_same_events_as_one_without_them(text):
    def told(text: str) -> list[tuple[str, str, str]]:
        found = [one.event for one in extract(Article(text, "2024-12-11"))]
        return [(event.title, str(event.date), event.sources[0].quote or "") for event in found]

    assert told(text) == told(" ".join(text.split()))


LINES = [
    ("Rome votes", "Ulm fell on Monday."),
    ("Talks to go on", "The mayor of Ulm resigned on Monday."),
    ("Ulm falls after siege", "Rome sends two ships", "Ada Byron resigns"),
    ("Ada Byron resigns", "The mayor of Ulm, who had been in office", "since May, left the town."),
    ("Both sides agreed on Monday to meet again in the town of Ulm.", "Rome", "Nobody came."),
]


@pytest.mark.parametrize("lines", LINES)
def test_a_heading_and_a_list_of_them_end_with_their_lines(lines):
    text = "\n".join(lines)
    assert [text[start:end] for start, end in sentence_spans(text)][: len(lines) - 1][0] == lines[0]
    assert any(text[start:end].startswith(lines[1]) for start, end in sentence_spans(text))


CLAUSES = [
    "the council of Town{} met on 3 May 2025",
    "Anna{}, 43, left Ulm in 2003",
    "Ada Byron{} left Ulm in 2003 and Rome fell",
    "who left Ulm{} on 3 May 2025",
]


@pytest.mark.parametrize("clause", CLAUSES)
def test_a_text_without_end_takes_little_more_work_than_one_with_sentences(clause, calls):
    def events(mark: str, count: int) -> None:
        text = mark.join(clause.format(number) for number in range(count))
        assert [found.event for found in extract(Article(text, "2026-02-11"))]

    events(". ", 10)
    endless, told = calls(events, ", ", 300), calls(events, ". ", 300)
    assert endless < 7 * told


@pytest.mark.parametrize("closer", ["'", "''", "\"'", "' ", ") ", "-RRB-"])
def test_a_row_of_closing_quotes_is_read_in_no_time(closer):
    text = f"The two sides met.{(closer * 36)[:36]}x It ended."
    began = time.process_time()
    assert sentence_spans(text)[-1][1] == len(text)
    assert time.process_time() - began < 1


@pytest.mark.parametrize("closer", ["''", "'", " ''", "”", " -RRB-", "''\""])
def test_what_closes_a_quotation_belongs_to_the_sentence_before_it(closer):
    text = f"It fell.{closer} The two sides met."
    assert [text[start:end] for start, end in sentence_spans(text)] == [f"It fell.{closer}", "The two sides met."]


def test_a_wide_gap_is_made_one_space_in_no_time():
    began = time.process_time()
    assert tidy(f"a{' ' * 20_000}b{' ' * 20_000}.") == "a b."
    assert time.process_time() - began < 1
