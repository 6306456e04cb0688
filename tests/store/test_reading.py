"""Loading timelines: a file, a folder, and everything that can be wrong with them, each at its place."""

from __future__ import annotations

import gc
import os
import tempfile
import weakref
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.model.date import EdtfDate
from timeline.store import load, load_all
from timeline.store.places import place_of
from timeline.store.reading import Reader, read_place
from timeline.yamldoc import YamlError

# a file, then (kind, line, column, part of the message) of each thing that is wrong with it, in the order of the file
BROKEN = {
    "no YAML": ("title: A: B\n", [("yaml-syntax", 1, 9, "the text holds")]),
    "only a text": ("hello\n", [("wrong-type", 1, 1, "this is a text")]),
    "events are a text": ("events: none\n", [("wrong-type", 1, 9, "a list is expected")]),
    "an event is a text": ("events:\n  - 2025\n", [("wrong-type", 2, 5, "keys and values")]),
    "an unknown field": (
        "events:\n  - date: 2025\n    titel: A\n",
        [("unknown-field", 3, 5, "there is no field 'titel'")],
    ),
    "an unknown field of the head": ("titles: A\nevents: []\n", [("unknown-field", 1, 1, "no field 'titles'")]),
    "an unknown field of a source": (
        "- date: 2025\n  title: A\n  sources:\n    - link: x\n",
        [("unknown-field", 4, 7, "no field 'link'")],
    ),
    "no date": ("events:\n\n  # first\n  - title: A\n", [("missing-field", 4, 5, "'date' is missing")]),
    "an impossible day": ("- title: A\n  date: 2024-02-30\n", [("impossible-date", 2, 9, "2024-02 has 29 days")]),
    "an impossible day in words": (
        "- title: A\n  date: 30 February 2025\n",
        [("impossible-date", 2, 9, "2025-02 has 28 days")],
    ),
    "an impossible month": ("- title: A\n  date: 2024-13\n", [("impossible-date", 2, 9, "there is no month 13")]),
    "reversed": ("- title: A\n  date: 2025/2024\n", [("reversed-date", 2, 9, "ends before it begins")]),
    "no date at all": ("- title: A\n  date: 2025-2-1\n", [("invalid-date", 2, 9, "is no date")]),
    "a wrong published": (
        "published: yesterday\nevents:\n  - {title: A, date: 2025}\n",
        [("invalid-date", 1, 12, "'yesterday' is no date")],
    ),
    "a list that is a text": ("- title: A\n  date: 2025\n  tags: talks\n", [("wrong-type", 3, 9, "tags: a list")]),
    "a text that is a list": ("- title: [A]\n  date: 2025\n", [("wrong-type", 1, 10, "title: a text")]),
    "a date that is a list": ("- title: A\n  date: [2025]\n", [("wrong-type", 2, 9, "date: a text")]),
    "anchors that are a list": ("anchors:\n- a: 2025\nevents: []\n", [("wrong-type", 2, 1, "keys and values")]),
    "an id with an emoji": ("- {title: A, date: 2025, id: a-🚀}\n", [("wrong-type", 1, 30, "'a-🚀' cannot stand")]),
    "a status that is none": ("- {title: A, date: 2025, status: done}\n", [("wrong-type", 1, 34, "none of the words")]),
    "a number that is none": ("- {title: A, date: 2025, importance: high}\n", [("wrong-type", 1, 38, "number")]),
    "a link that is none": (
        "- title: A\n  date: 2025\n  sources: [{url: 'javascript:x'}]\n",
        [("wrong-type", 3, 19, "is no link")],
    ),
    "the same id": (
        "- {id: a, title: A, date: 2025}\n- {id: a, title: B, date: 2026}\n",
        [("duplicate-id", 2, 8, "already that of the event at broken.yaml:1")],
    ),
    "what loading makes": ("- {title: A, date: 2025, reasoning: x}\n", [("unknown-field", 1, 26, "'reasoning'")]),
}  # fmt: skip


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("- {title: A, date: 2025, id: Moon-🚀}\n", "write small letters, digits and single hyphens, such as moon"),
        ("- {title: A, date: 2025, status: done}\n", "write 'draft' or 'reviewed'"),
        ("anchors:\n- a: 2025\n", "write each below it without a hyphen, as in 'the summit: 2025-08-15'"),
    ],
)
def test_what_to_write_instead_is_near_to_what_was_written(tmp_path: Path, text, hint):
    (tmp_path / "broken.yaml").write_text(text, encoding="utf-8")
    _, problems = load_all(tmp_path)
    assert [problem.hint for problem in problems] == [hint]


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_told_at_its_place_with_what_to_write(tmp_path: Path, name):
    text, expected = BROKEN[name]
    (tmp_path / "broken.yaml").write_text(text, encoding="utf-8")
    (tmp_path / "good.yaml").write_text("- {title: A, date: 2025}\n", encoding="utf-8")
    timelines, problems = load_all(tmp_path)
    assert [(problem.kind, problem.line, problem.column) for problem in problems] == [item[:3] for item in expected]
    for problem, (_, _, _, says) in zip(problems, expected, strict=True):
        assert says in problem.message
        assert problem.hint
        assert problem.path == str(tmp_path / "broken.yaml")
    assert [timeline.id for timeline in timelines] == ["broken", "good"]
    assert len(timelines[1].events) == 1
    with pytest.raises(YamlError) as caught:
        load(tmp_path / "broken.yaml")
    assert str(caught.value) == str(problems[0])


def test_one_of_several_dates_is_written_in_quotes(tmp_path):
    dates = ["1990 or 1991", "[1990, 1991]", "[1990..1992]", "[1990]", "[{a: b}, 1990]", "{from: 1990, to: 1991}"]
    (tmp_path / "a.yaml").write_text("".join(f"- title: A\n  date: {date}\n" for date in dates))
    _, problems = load_all(tmp_path)
    other = "write a date such as 2025-02-12"
    assert [problem.hint for problem in problems] == [
        'write "[1990,1991]"',
        'write it in quotes: "[1990,1991]"',
        'write "[1990,1991,1992]"',
        *[other] * 3,
    ]
    (tmp_path / "a.yaml").write_text('- title: A\n  date: "[1990,1991]"\n')
    assert load_all(tmp_path)[1] == []


def test_one_wrong_event_does_not_hide_the_others(tmp_path):
    (tmp_path / "a.yaml").write_text("title: T\nlanguag: en\nevents:\n- {title: A, date: 2025}\n- {title: B}\n")
    [timeline], problems = load_all(tmp_path)
    assert (timeline.title, [event.title for event in timeline.events]) == ("T", ["A"])
    assert len(problems) == 2


def test_a_file_is_a_timeline(tmp_path):
    path = tmp_path / "the-talks.yaml"
    path.write_text(
        "lanes: [B, A]\nevents:\n- {title: Later, date: 2026, lane: A}\n- {title: Sooner, date: 2025, text: ''}\n"
    )
    timeline = load(path)
    assert (timeline.id, timeline.title, timeline.lanes) == ("the-talks", "The talks", ("B", "A"))
    assert [(event.id, event.title, event.text) for event in timeline.events] == [
        ("sooner", "Sooner", None),
        ("later", "Later", None),
    ]


def test_a_folder_of_files_is_a_timeline(tmp_path):
    folder = tmp_path / "Space Race"
    folder.mkdir()
    (folder / "b-moon.yaml").write_text("date: 1969-07-20\ntitle: First people on the Moon\n")
    (folder / "a-many.yml").write_text("- {date: 1957-10-04, title: Sputnik 1}\n- {date: 1961-04-12, title: Gagarin}\n")
    (folder / "timeline.yaml").write_text("title: The space race\nlanes: [Moon]\n")
    (folder / "notes.txt").write_text("nothing")
    [timeline], problems = load_all(tmp_path)
    assert not problems
    assert (timeline.id, timeline.title) == ("space-race", "The space race")
    assert [event.id for event in timeline.events] == ["sputnik-1", "gagarin", "b-moon"]


def test_ids_that_are_not_written_are_made_from_the_title_and_differ(tmp_path):
    (tmp_path / "a.yaml").write_text(
        "- {title: Talks!, date: 2025}\n- {title: Talks, date: 2024}\n- {id: talks, title: X, date: 2023}\n"
    )
    assert [event.id for event in load(tmp_path / "a.yaml").events] == ["talks", "talks-3", "talks-2"]


def test_empty_files_and_empty_values_are_no_error(tmp_path):
    (tmp_path / "a.yaml").write_text("")
    (tmp_path / "b.yaml").write_text("title: B\nevents:\n")
    (tmp_path / "c.yaml").write_text(
        "- {title: A, date: 2025, lane: ~, tags: [], people: [''], image: null, text: ''}\n"
    )
    timelines, problems = load_all(tmp_path)
    assert not problems
    assert [len(timeline.events) for timeline in timelines] == [0, 0, 1]
    assert timelines[2].events[0].people == ()


def test_yaml_types_nothing(tmp_path):
    (tmp_path / "a.yaml").write_text("- title: no\n  id: 010\n  date: 2025\n  text: 12:30:45\n  tags: [on, 1e3]\n")
    [event] = load(tmp_path / "a.yaml").events
    assert (event.title, event.id, event.text, event.tags) == ("no", "010", "12:30:45", ("on", "1e3"))
    assert event.date == EdtfDate("2025")


def test_a_folder_without_timelines_is_an_error(tmp_path):
    assert load_all(tmp_path) == ([], [])
    with pytest.raises(YamlError, match="holds no YAML file"):
        load(tmp_path)
    with pytest.raises(YamlError, match="no such folder"):
        load_all(tmp_path / "none")
    with pytest.raises(YamlError, match="there is no such file or folder"):
        load(tmp_path / "none.yaml")


def test_a_link_out_of_the_folder_is_refused(tmp_path):
    outside, events = tmp_path / "outside", tmp_path / "events"
    for folder in (outside, events):
        folder.mkdir()
        (folder / "a.yaml").write_text("- {title: A, date: 2025}\n")
    (events / "link.yaml").symlink_to(outside / "a.yaml")
    (events / "inside.yaml").symlink_to(events / "a.yaml")
    (events / "folder").symlink_to(outside)
    timelines, problems = load_all(events)
    assert [(timeline.id, len(timeline.events)) for timeline in timelines] == [
        ("a", 1),
        ("folder", 0),
        ("inside", 1),
        ("link", 0),
    ]
    assert [problem.message for problem in problems] == ["this link leads out of the folder"] * 2


def test_two_timelines_at_one_address_are_reported(tmp_path):
    (tmp_path / "talks.yaml").write_text("- {title: A, date: 2025}\n")
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "timeline.yaml").write_text("title: T\nevents: [{title: B, date: 2025}]\n")
    timelines, [problem] = load_all(tmp_path)
    assert [each.title for each in timelines] == ["T"]
    first = tmp_path / "talks" / "timeline.yaml"
    assert (problem.kind, problem.message) == ("duplicate-timeline", f"the timeline 'talks' is already in {first}")
    assert problem.path == str(tmp_path / "talks.yaml")


@pytest.mark.parametrize(
    ("name", "text", "line", "hint"),
    [
        ("index.yaml", "title: T\n", None, "rename index.yaml"),
        ("talks.yaml", "title: T\nid: index\n", 2, "write another id"),
        ("Index/timeline.yaml", "title: T\n", None, "rename Index"),
    ],
)
def test_a_timeline_where_the_page_of_all_timelines_stands_is_refused(tmp_path, name, text, line, hint):
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(f"{text}events: [{{title: A, date: 2025}}]\n")
    timelines, [problem] = load_all(tmp_path)
    assert timelines == []
    assert (problem.kind, problem.path, problem.line) == ("reserved-id", str(path), line)
    assert problem.message.startswith("'index' is the page that lists all timelines")
    assert problem.hint.startswith(hint)


GOOD = b"""title: Talks
published: 2026-02-11
events:
  - date: February last year   # then
    title: "They 'speak'"
    tags: [a, b]
    text: >-
      On the
      telephone.
  - {date: 2025-03, title: They part, importance: 0.5}
"""


@settings(max_examples=150, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(GOOD)),
            st.integers(0, 8),
            st.sampled_from(list(b":-[]{}\"'#&*!|>\n\t \\,0a\xc3\xff\x00")),
        ),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_a_file_holds_it_is_read_or_reported(changes):
    data = GOOD
    for at, length, byte in changes:
        data = data[:at] + bytes([byte]) + data[at + length :]
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "a.yaml").write_bytes(data)
        _, problems = load_all(folder)
    for problem in problems:
        assert problem.line
        assert problem.column
        assert problem.hint or problem.kind == "yaml-syntax"


def test_a_file_of_nothing_but_problems_is_given_up(tmp_path):
    (tmp_path / "a.yaml").write_text("- {}\n" * 100_000)
    _, problems = load_all(tmp_path)
    assert (problems[-1].kind, problems[-1].message) == ("too-large", "more than 1000 problems")
    assert len(problems) < 1010


def test_messages_are_short_whatever_they_quote(tmp_path):
    name, text = "x" * 1000, "x" * 90_000
    (tmp_path / "a.yaml").write_text(f"- {{title: A, date: 2025}}\n- '{name}': 1\n  title: A\n  date: {text}\n")
    _, problems = load_all(tmp_path)
    assert len(problems) == 2
    assert all(len(str(problem)) < 2000 for problem in problems)


@pytest.mark.parametrize(
    ("date", "says", "hint"),
    [
        ("February last yeer", "'last yeer' in 'February last yeer' is not understood", "write 2026-02"),
        ("2025/2/12", "is no interval", "write 2025-02-12"),
        ("whenever it suits", "cannot be resolved", "write a date"),
    ],
)
def test_a_phrase_is_read_wholly_or_not_at_all(tmp_path, date, says, hint):
    (tmp_path / "a.yaml").write_text(f"published: 2026-02-11\nevents:\n  - date: {date}\n    title: A\n")
    _, [problem] = load_all(tmp_path)
    assert (problem.kind, problem.line, problem.column) == ("invalid-date", 3, 11)
    assert says in problem.message
    assert hint in problem.hint


@pytest.mark.parametrize(
    ("date", "name"),
    [
        ("two days after the sumit", "the sumit"),
        ("two days after summit", "summit"),
        ("until the sumit", "the sumit"),
        ("the sumit", "the sumit"),
    ],
)
def test_a_misspelt_anchor_is_named_with_the_one_that_is_meant(tmp_path, date, name):
    head = "published: 2026-02-11\nanchors: {the crash: 2025-08-10, the summit: 2025-08-15}\n"
    (tmp_path / "a.yaml").write_text(f"{head}events:\n  - date: {date}\n    title: A\n")
    _, [problem] = load_all(tmp_path)
    assert (problem.kind, problem.line, problem.column) == ("invalid-date", 4, 11)
    assert (problem.message, problem.hint) == (f"there is no anchor '{name}'", "did you mean 'the summit'?")


@pytest.mark.parametrize("date", ["the day after the summit", "a month before The Summit"])
def test_an_anchor_that_is_not_exact_enough_is_named_with_its_date(tmp_path, date):
    (tmp_path / "a.yaml").write_text(f"anchors: {{the summit: 1356}}\nevents:\n- {{date: {date}, title: A}}\n")
    _, [problem] = load_all(tmp_path)
    assert problem.message == f"'{date}' cannot be counted from 1356"
    assert problem.hint == "date 'the summit' more exactly, or write the date itself"


@pytest.mark.parametrize("name", ["the summit (Alaska)", "a|b", "<b>", "the {first} summit", "a [b", "C:\\\\x"])
def test_any_sign_can_stand_in_the_name_of_an_anchor(tmp_path, name):
    events = f'- {{date: "two days after {name}", title: A}}\n- {{date: last month, title: B}}\n'
    (tmp_path / "a.yaml").write_text(f'published: 2026-02-11\nanchors: {{"{name}": 2025-08-15}}\nevents:\n{events}')
    [tl], problems = load_all(tmp_path)
    assert ([str(event.date) for event in tl.events], problems) == (["2025-08-17", "2026-01"], [])


@pytest.mark.parametrize(
    ("language", "date", "meant"),
    [("en", "letzten Monat", "de"), ("en-GB", "Juli 2025", "de"), ("de", "last month", "en"), ("en", "never", "")],
)
def test_a_date_in_another_language_than_that_of_the_file_is_told(tmp_path, language, date, meant):
    text = f"language: {language}\npublished: 2026-02-11\nevents:\n- {{date: {date}, title: A}}\n"
    (tmp_path / "a.yaml").write_text(text)
    _, [problem] = load_all(tmp_path)
    assert problem.hint.endswith(f"or say with 'language: {meant}' which language it is in") is bool(meant)


def test_a_day_in_a_language_that_nobody_knows_is_told_at_its_place(tmp_path):
    (tmp_path / "a.yaml").write_text("language: xx\nevents:\n- {date: 31 February 2025, title: A}\n")
    _, [problem] = load_all(tmp_path)
    assert (problem.line, problem.column) == (3, 10)


@pytest.mark.parametrize("date", ["two days after the election", "nothing like the summit"])
def test_words_that_are_no_anchor_are_not_taken_for_one(tmp_path, date):
    (tmp_path / "a.yaml").write_text(f"anchors: {{the summit: 2025-08-15}}\nevents:\n  - {{date: {date}, title: A}}\n")
    _, [problem] = load_all(tmp_path)
    assert "cannot be resolved" in problem.message or "is not understood" in problem.message


@pytest.mark.parametrize(
    ("date", "meant"),
    [
        ("12 février 2025", "2025-02-12"),
        ("three days after the summit", "2025-08-18"),
        ("the next day", "2026-01-02"),
        ("February last year", "2025-02"),
        ("03/04/2025", "[2025-03-04,2025-04-03]"),
        ("since 2014", "2014/.."),
        ("between March and May 2022", "2022-03/2022-05"),
        ("until the summit", "../2025-08-15"),
    ],
)
def test_a_phrase_is_resolved_from_what_the_file_says(tmp_path, date, meant):
    (tmp_path / "a.yaml").write_text(
        "published: 2026-02-11\nanchors: {the summit: 2025-08-15}\nevents:\n"
        f"  - {{date: 2026-01-01, title: A}}\n  - date: {date}\n    title: B\n"
    )
    [event] = [event for event in load(tmp_path / "a.yaml").events if event.title == "B"]
    assert (str(event.date), event.expression) == (meant, date)
    assert event.reasoning


def test_a_phrase_that_counts_from_a_month_asks_for_the_day_of_it(tmp_path):
    (tmp_path / "a.yaml").write_text(
        "published: 2026-02-11\nevents:\n  - {date: last October, title: A}\n  - {date: three days later, title: B}\n"
    )
    _, [problem] = load_all(tmp_path)
    assert (problem.kind, problem.line) == ("relative-date-without-anchor", 4)
    assert "the event above, 2025-10, or from 2026-02-11: write the day there" in problem.hint


@pytest.mark.parametrize(
    "above",
    [
        "{date: five days latter, title: B}",
        "{date: 1969-07-2O, title: B}",
        "{date: 1969-07-32, title: B}",
        "{date: , title: B}",
        "{title: B}",
        "The landing",
    ],
)
@pytest.mark.parametrize("head", ["", "published: 1969-08-20\n"])
def test_nothing_is_counted_past_an_event_whose_date_cannot_be_read(tmp_path, head, above):
    events = f"- {{date: 1969-07-16, title: A}}\n- {above}\n- {{date: the next day, title: C}}\n"
    (tmp_path / "a.yaml").write_text(f"{head}events:\n{events}")
    [tl], [_, problem] = load_all(tmp_path)
    assert [event.title for event in tl.events] == ["A"]
    line = 3 + bool(head)
    assert (problem.kind, problem.line) == ("relative-date-without-anchor", line + 1)
    hint = f"it counts from the event above (line {line}), whose date cannot be read: put that right first"
    assert problem.hint == hint


@pytest.mark.parametrize("above", ["03/04/1969", '"[1969-03-04,1969-04-03]"', "1969", "196X", "../1969-07", "1960/.."])
@pytest.mark.parametrize("phrase", ["the next day", "the following month"])
def test_what_counts_from_an_event_of_no_certain_day_does_not_count_from_the_publication(tmp_path, above, phrase):
    events = f"- {{date: {above}, title: A}}\n- {{date: {phrase}, title: B}}\n"
    (tmp_path / "a.yaml").write_text(f"published: 1969-08-20\nevents:\n{events}")
    _, [problem] = load_all(tmp_path)
    assert (problem.kind, problem.line) == ("relative-date-without-anchor", 4)
    assert "it counts from the event above, " in problem.hint


@pytest.mark.parametrize(
    ("number", "hint"),
    [
        ("0,9", "write 0.9"),
        ("90 %", "write 0.9"),
        ("5%", "write 0.05"),
        ("150 %", "write a number, such as 0.5"),
        ("high", "write a number, such as 0.5"),
    ],
)
def test_a_number_as_it_is_written_elsewhere_is_refused_with_the_one_to_write(tmp_path, number, hint):
    (tmp_path / "talks.yaml").write_text(f"- {{title: A, date: 2025, importance: '{number}'}}\n")
    [problem] = load_all(tmp_path)[1]
    assert (problem.message, problem.hint) == ("importance: a number is expected", hint)


def test_a_text_in_place_of_an_event_is_told_what_an_event_needs(tmp_path):
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks/timeline.yaml").write_text("title: Talks\n")
    (tmp_path / "talks/one.yaml").write_text("The mayor said no.\n")
    [problem] = load_all(tmp_path)[1]
    assert (problem.message, problem.hint) == (
        "this is a text, no event",
        "write 'date: …' and 'title: …' below each other",
    )


@pytest.mark.parametrize(
    ("phrase", "hint"),
    [
        ("last October", "say from when it counts, with 'published: 2026-02-11', or write the date itself"),
        ("three days later", "put the event after the one that it counts from, or write the date itself"),
    ],
)
def test_what_a_first_phrase_counts_from_is_what_is_asked_for(tmp_path, phrase, hint):
    path = tmp_path / "talks.yaml"
    path.write_text(f"events:\n  - {{title: A, date: {phrase}}}\n")
    [problem] = load_all(tmp_path)[1]
    assert problem.hint == hint


def test_a_phrase_below_a_month_is_not_asked_for_a_publication_date_that_would_not_help(tmp_path):
    (tmp_path / "talks.yaml").write_text("- {title: A, date: 2025-10}\n- {title: B, date: three days later}\n")
    [problem] = load_all(tmp_path)[1]
    assert problem.hint == "it counts from the event above, 2025-10: write the day there, or the date itself"


@pytest.mark.parametrize("phrase", ["last week", "two days after the summit", "15 July"])
def test_what_does_not_count_from_the_event_above_is_read_whatever_that_is(tmp_path, phrase):
    head = "published: 1969-08-20\nanchors: {the summit: 1969-08-15}\n"
    (tmp_path / "a.yaml").write_text(f"{head}events:\n- {{title: A}}\n- {{date: {phrase}, title: B}}\n")
    [tl], problems = load_all(tmp_path)
    assert ([event.title for event in tl.events], len(problems)) == (["B"], 1)


@pytest.mark.parametrize(
    ("line", "hint"),
    [
        ("link: https://news.example/a", "write it below 'sources', as 'url'"),
        ("image: a.png", "write 'src: a.png' and 'alt: …' indented below"),
        ("sources: [https://news.example/a]", "write keys and values, as in '- url: https://news.example/a'"),
        ("source: https://news.example/a", "write it as 'sources', with '- url: …' indented below"),
        ("sources: [{url: www.news.example/a}]", "write https://www.news.example/a"),
        ("published: 12/10/2025", "write 2025-10-12 or 2025-12-10"),
    ],
)
def test_a_field_that_is_written_in_another_way_is_told_how(tmp_path, line, hint):
    (tmp_path / "a.yaml").write_text(f"- title: A\n  date: 2025\n  {line}\n")
    _, [problem] = load_all(tmp_path)
    assert (problem.line, problem.hint) == (3, hint)


def test_a_file_of_a_folder_is_an_event_though_its_date_is_missing(tmp_path):
    (tmp_path / "timeline.yaml").write_text("title: T\nlanguage: pl\npublished: 2026-02-11\n")
    (tmp_path / "a.yaml").write_text("title: A\ntags: [a]\n")
    (tmp_path / "b.yaml").write_text("events: [{title: B, date: 12 lutego 2025}]\n")
    reading = read_place(place_of(tmp_path))
    assert [(problem.kind, problem.line, problem.column) for problem in reading.problems] == [("missing-field", 1, 1)]
    assert [str(event.date) for event in reading.timeline.events] == ["2025-02-12"]


def test_an_event_above_does_not_change_the_id_of_one_without_latin_letters(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("- {date: 2024, title: القمة الأولى}\n")
    [before] = load(path).events
    path.write_text("- {date: 2023, title: القمة}\n- {date: 2024, title: القمة الأولى}\n")
    assert [event.id == before.id for event in load(path).events] == [False, True]


def test_a_reader_reads_only_what_has_changed(tmp_path):
    paths = [tmp_path / "a.yaml", tmp_path / "b.yaml"]
    for path in paths:
        path.write_text("- {id: one, date: 2025, title: One}\n- {id: two, date: three days later, title: Two}\n")
    reader = Reader()
    first = [reader.read(place_of(path)) for path in paths]
    paths[1].write_text("- {id: one, date: 2025-03-01, title: One}\n- {id: two, date: three days later, title: Two}\n")
    second = [reader.read(place_of(path)) for path in paths]
    assert second[0] is first[0]
    assert [str(event.date) for event in second[1].timeline.events] == ["2025-03-01", "2025-03-04"]


def test_a_reader_knows_an_event_again_wherever_it_stands(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("- {id: one, date: 2025, title: One}\n")
    reader = Reader()
    (one,) = reader.read(place_of(path)).timeline.events
    path.write_text("title: T\nevents:\n- {id: no, date: 2024, title: No}\n- {id: one, date: 2025, title: One}\n")
    assert reader.read(place_of(path)).timeline.events[1] is one


def test_a_reader_forgets_what_is_no_longer_written(tmp_path):
    paths = [tmp_path / "timeline.yaml", tmp_path / "a.yaml", tmp_path / "b.yaml"]
    reader, known = Reader(), []
    for number in range(3):
        for path in paths:
            path.write_text(f"events: [{{id: {path.stem}-{number}, date: 2025, title: Saved {number} times}}]\n")
        known += map(weakref.ref, reader.read(place_of(tmp_path)).timeline.events)
    paths.pop().unlink()
    reader.read(place_of(tmp_path))
    gc.collect()
    assert sorted(event.id for event in (each() for each in known) if event) == ["a-2", "timeline-2"]


def test_a_reader_knows_an_event_again_when_its_file_is_yaml_again(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("- {id: one, date: 2025, title: One}\n")
    reader = Reader()
    (one,) = reader.read(place_of(path)).timeline.events
    for text in ("- {id: one, date: 2025, title: One}\n- {id\n", "- {id: one, date: 2025, title: One}\n- {id: two}\n"):
        path.write_text(text)
        assert reader.read(place_of(path)).timeline.events[0] is one


EVENTS = (
    "- {id: one, date: 2025, title: One}\n",
    "- {id: one, date: 2026, title: Another}\n",
    "- {date: 2024, title: One}\n",
    "- {date: three days later, title: Two}\n",
    "- {date: 2024-13, title: Wrong}\n",
)


@given(saves=st.lists(st.tuples(st.sampled_from("ab"), st.lists(st.sampled_from(EVENTS))), max_size=6))
def test_a_reader_reads_what_a_fresh_one_would(saves):
    with tempfile.TemporaryDirectory() as name:
        folder, reader = Path(name), Reader()
        (folder / "timeline.yaml").write_text("title: T\n")
        for number, (stem, events) in enumerate(saves):
            (folder / f"{stem}.yaml").write_text("".join(events))
            os.utime(folder / f"{stem}.yaml", (number, number))  # the clock may not have moved on
            read, fresh = reader.read(place_of(folder)), read_place(place_of(folder))
            assert read.timeline == fresh.timeline
            assert list(map(str, read.problems)) == list(map(str, fresh.problems))


def test_a_reader_keeps_a_timeline_while_its_file_is_no_yaml(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("- {date: 2025, title: One}\n")
    reader = Reader()
    before = reader.read(place_of(path)).timeline
    path.write_text("- {date: 2025, title: One\n")
    reading = reader.read(place_of(path))
    assert reading.timeline == before
    assert [problem.kind for problem in reading.problems] == ["yaml-syntax"]
    path.write_text("- {date: 2025, title: Another}\n")
    assert [event.title for event in reader.read(place_of(path)).timeline.events] == ["Another"]


ANCHORS = """published: 2026-02-11
anchors:
  the summit: 2025-08-15
  the crash: 2025-13-45
events:
  - {id: a, date: two days after the summit, title: A}
  - {id: b, date: two days after the crash, title: B}
  - {id: c, date: two days after the vote, title: C}
  - {id: d, date: last month, title: D}
"""


def test_a_wrong_anchor_is_told_once_and_the_others_hold(tmp_path):
    (tmp_path / "a.yaml").write_text(ANCHORS)
    reading = read_place(place_of(tmp_path / "a.yaml"))
    assert [(each.line, each.kind) for each in reading.problems] == [(4, "impossible-date"), (8, "invalid-date")]
    assert [(event.id, str(event.date)) for event in reading.timeline.events] == [("a", "2025-08-17"), ("d", "2026-01")]
    assert [event.id for _, _, event in reading.texts()] == ["a", "b", "c", "d"]


def test_a_wrong_anchor_of_a_folder_is_told_once(tmp_path):
    head, _, events = ANCHORS.partition("events:\n")
    (tmp_path / "timeline.yaml").write_text(head)
    (tmp_path / "events.yaml").write_text(events)
    reading = read_place(place_of(tmp_path))
    assert [(each.line, each.kind) for each in reading.problems] == [(4, "impossible-date"), (3, "invalid-date")]


def test_a_file_whose_name_is_no_text_is_a_timeline_without_that_name(tmp_path):
    path = tmp_path / os.fsdecode(b"\xff.yaml")
    path.write_text("- {date: 2025, title: A}\n")
    assert load(path).title == "Timeline"


@pytest.mark.parametrize(
    ("event", "date"),
    [
        ("published: 2026-02-11", "2026-02-06"),
        ("published: 2026-02-11, certainty: planned", "2026-02-13"),
        ("sources: [{published: 2026-02-11, quote: They will meet on Friday.}]", "2026-02-13"),
        ("sources: [{published: 2020-01-01}, {published: 2026-02-11, quote: They will meet on Friday.}]", "2026-02-13"),
        ("sources: [{published: 2026-02-11, quote: They meet.}], certainty: planned", "2026-02-13"),
        ("sources: [{published: 2026-02-11, quote: They met on Friday.}], certainty: planned", "2026-02-06"),
        ("sources: [{quote: [They will meet on Friday.]}], published: 2026-02-11, expression: x", None),
    ],
)
def test_what_an_event_and_its_sources_say_tells_where_a_phrase_looks(tmp_path, event, date):
    (tmp_path / "a.yaml").write_text(f"- {{date: Friday, title: A, {event}}}\n")
    [timeline], problems = load_all(tmp_path)
    assert [str(each.date) for each in timeline.events] == ([date] if date else [])
    assert bool(problems) is (date is None)


def test_a_date_without_words_is_in_no_quote(tmp_path):
    (tmp_path / "a.yaml").write_text('- {title: A, date: "", sources: [{url: "https://example.org/a"}]}\n')
    [timeline], problems = load_all(tmp_path)
    assert (timeline.events, [each.kind for each in problems]) == ((), ["missing-field"])
