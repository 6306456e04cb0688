"""Edits by command: what was asked for, checked before it is written, and not a word more."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.yamldoc.strategies import files
from timeline.model.errors import TimelineError
from timeline.store import load
from timeline.store.changes import read_change
from timeline.store.editing import add_event, merge_events, remove_events, rename_tag, set_fields, without
from timeline.store.finding import find_all
from timeline.store.places import place_of
from timeline.store.reading import read_place
from timeline.yamldoc import parse

TALKS = """# Talks, kept by hand.
title: Talks
published: 2026-02-11
lanes: [One, Two]
events:
  # the first
  - id: first
    date: 2025-02-12   # a Wednesday
    title: 'They speak'
    tags: [call, talks]

  - date: three days later
    title: They meet   # in Riyadh
    sources:
      - publisher: TASS
        quote: "They met."
  - id: third
    date: 2025-03
    title: They part
    tags: [talks]
"""


@pytest.fixture
def talks(tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(TALKS)
    return path


def _set(path, name, *changes):
    set_fields(path, name, [read_change(change) for change in changes])
    return path.read_text()


def test_setting_a_field_changes_its_value_alone(talks):
    assert _set(talks, "first", "title=They phone") == TALKS.replace("They speak", "They phone")


@pytest.mark.parametrize(
    ("name", "change", "before", "after"),
    [
        ("first", "date=2025-02-13", "2025-02-12  ", "2025-02-13  "),
        ("first", "tags+=new, call", "[call, talks]", "[call, talks, new]"),
        ("first", "tags-=call", "[call, talks]", "[talks]"),
        ("first", "tags=", "    tags: [call, talks]\n", ""),
        ("first", "lane=Two", "    tags: [call, talks]\n", "    tags: [call, talks]\n    lane: Two\n"),
        ("they-meet", "date=two days later", "three days later", "two days later"),
        ("they-meet", "sources.0.publisher=Interfax", "TASS", "Interfax"),
        ("they-meet", "sources.0.title=A", '"They met."\n', '"They met."\n        title: A\n'),
        ("third", "text=One.\n\nTwo.", "[talks]\n", "[talks]\n    text: |-\n      One.\n\n      Two.\n"),
        ("third", "status=draft", "[talks]\n", "[talks]\n    status: draft\n"),
        ("third", "importance=0.5", "[talks]\n", "[talks]\n    importance: 0.5\n"),
    ],
)
def test_a_change_is_written_as_a_person_would(talks, name, change, before, after):
    head, found, tail = TALKS.rpartition(before)
    assert found
    assert _set(talks, name, change) == head + after + tail
    load(talks)


@pytest.mark.parametrize(
    ("name", "change", "says"),
    [
        ("none", "title=A", "no event has the id 'none'"),
        ("frst", "title=A", "did you mean 'first'"),
        ("first", "date=2025-02-30", "there is no day"),
        ("first", "date=whenever", "cannot be resolved"),
        ("first", "date=Y1E16", "the year in 'Y1E16' is out of range"),
        ("first", "title=", "'title' is missing"),
        ("first", "titel=A", "did you mean 'title'"),
        ("first", "Title=A", "did you mean 'title'"),
        ("first", "sources.0.urll=A", "did you mean 'url'"),
        ("first", "url=https://example.org", "there is no field 'url'; write sources.0.url"),
        (
            "first",
            "sources=https://example.org",
            "'sources' has fields of its own; write one of them, such as sources.0.url=",
        ),
        ("they-meet", "sources.0=TASS", "'sources.0' has fields of its own"),
        ("first", "sources.url=https://example.org", "does not say of which source; write sources.0.url for the first"),
        ("first", "image=a.png", "such as image.src=a.png"),
        ("first", "image.url=a.png", "use one of src, alt"),
        ("first", "sources.0.url=javascript:x", "is no link"),
        ("first", "sources.1.title=A", "there are only 0 of 'sources'"),
        ("first", "lane+=A", "is no list of words"),
        ("first", "status=done", "none of the words"),
        ("first", "nothing", "is no change of an event"),
        ("first", "sources." + "9" * 5000 + ".title=A", "is no change of an event"),
    ],
)
def test_a_wrong_change_is_refused_and_nothing_is_written(talks, name, change, says):
    with pytest.raises(TimelineError) as caught:
        _set(talks, name, change)
    assert says in str(caught.value)
    assert talks.read_text() == TALKS


@pytest.mark.parametrize("nothing", ["~", "null", "Null", '""', ""])
def test_what_is_said_to_be_nothing_is_nothing_for_an_edit_too_and_stays_as_it_is(tmp_path, nothing):
    path = tmp_path / "a.yaml"
    head, event = f"title: T\npublished: {nothing}\nevents:\n", f"  image: {nothing}\n  published: {nothing}\n"
    path.write_text(f"{head}- date: 2025\n  title: A\n{event}")
    assert _set(path, "a", "title=B") == f"{head}- date: 2025\n  title: B\n{event}"
    assert load(path).events[0].image is None


@pytest.mark.parametrize("nothing", ["", " ~", ' ""'])
def test_an_id_that_was_left_empty_can_be_given(tmp_path, nothing):
    path = tmp_path / "a.yaml"
    path.write_text(f"- date: 2025\n  title: A\n  id:{nothing}\n")
    _set(path, "a", "id=first")
    assert load(path).events[0].id == "first"


def test_what_is_said_to_be_nothing_is_none_of_two_things_that_are_merged(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(
        "- {id: one, date: 2025, title: A, text: ~, lane: null, status: draft, tags: [a]}\n"
        "- {id: two, date: 2025, title: A, text: Said., lane: L, status: ~, image: null, tags: [b, ~], places: ~}\n"
    )
    assert merge_events(path, "one", ["two"]).left == {"two": []}
    assert (
        path.read_text() == "- {id: one, date: 2025, title: A, text: Said., lane: L, status: reviewed, tags: [a, b]}\n"
    )
    assert load(path).events[0].tags == ("a", "b")


def test_an_event_of_a_folder_counts_from_no_other(tmp_path):
    path = tmp_path / "timeline.yaml"
    path.write_text("title: T\nevents:\n- {date: 2025-02-12, title: A}\n")
    with pytest.raises(TimelineError, match="'three days later' cannot be resolved"):
        add_event(tmp_path, [read_change("title=B"), read_change("date=three days later")])
    assert list(tmp_path.iterdir()) == [path]


def test_an_event_that_counts_from_one_whose_date_cannot_be_read_is_not_written(tmp_path):
    path = tmp_path / "a.yaml"
    text = "published: 1969-08-20\nevents:\n- {date: 1969-07-16, title: A}\n- {date: 1969-07-2O, title: B}\n"
    path.write_text(text)
    with pytest.raises(TimelineError, match="'the next day' cannot be resolved") as error:
        add_event(path, [read_change("title=C"), read_change("date=the next day")])
    assert "line 4" in error.value.hint
    path.write_text(f"{text}- {{id: c, date: last week, title: C}}\n")
    with pytest.raises(TimelineError, match="'the next day' cannot be resolved"):
        set_fields(path, "c", [read_change("date=the next day")])
    set_fields(path, "c", [read_change("date=yesterday")])
    assert "date: yesterday" in path.read_text()


def test_an_event_counts_from_the_one_above_it_in_one_file_of_a_folder(tmp_path):
    (tmp_path / "timeline.yaml").write_text("title: T\npublished: 2026-02-11\n")
    path = tmp_path / "meetings.yaml"
    path.write_text("- {id: a, date: yesterday, title: A}\n- {id: b, date: two days later, title: B}\n")
    set_fields(tmp_path, "b", [read_change("title=C")])
    assert [str(event.date) for event in load(tmp_path).events] == ["2026-02-10", "2026-02-12"]


def test_an_event_is_added_behind_the_others(talks):
    changes = [read_change(each) for each in ("title=They part again", "date=a month later", "lane=One")]
    assert add_event(talks, changes) == "they-part-again"
    added = "  - id: they-part-again\n    title: They part again\n    date: a month later\n    lane: One\n"
    assert talks.read_text() == TALKS + added
    with pytest.raises(TimelineError, match="the id 'first' is taken"):
        add_event(talks, [read_change("id=first"), *changes])
    with pytest.raises(TimelineError, match="'date' is missing"):
        add_event(talks, changes[:1])


def test_the_first_event_makes_the_file(tmp_path):
    add_event(tmp_path / "new.yaml", [read_change("title=A"), read_change("date=2025")])
    assert [event.id for event in load(tmp_path / "new.yaml").events] == ["a"]


def test_an_event_is_removed_with_its_lines_alone(talks):
    remove_events(talks, ["third"])
    assert talks.read_text() == TALKS.partition("  - id: third")[0]


def test_an_event_that_another_counts_from_is_not_removed(talks):
    with pytest.raises(TimelineError, match="the date of the event after 'first', counts from it"):
        remove_events(talks, ["first"])
    remove_events(talks, ["they-meet", "first"])
    assert [event.id for event in load(talks).events] == ["third"]


def test_an_event_in_a_file_of_its_own_goes_with_its_file(tmp_path):
    (tmp_path / "timeline.yaml").write_text("title: T\npublished: 2026-02-11\n")
    (tmp_path / "one.yaml").write_text("date: last month  # soon\ntitle: A\n")
    set_fields(tmp_path, "one", [read_change("title=B")])
    assert (tmp_path / "one.yaml").read_text() == "date: last month  # soon\ntitle: B\n"
    remove_events(tmp_path, ["one"])
    assert [path.name for path in tmp_path.iterdir()] == ["timeline.yaml"]


def test_two_events_become_one_with_the_sources_of_both(talks):
    merge_events(talks, "third", ["they-meet"])
    [first, third] = load(talks).events
    assert (first.id, third.id, third.title, str(third.date)) == ("first", "third", "They part", "2025-03")
    assert [source.publisher for source in third.sources] == ["TASS"]
    assert "# the first" in talks.read_text()


PAIR = """\
- id: one
  date: 2025
  title: They speak
  text: It was the first call.{one}
# From the protocol
- id: two
  date: 2025-02   # I was there
  title: A call
  text: It took an hour.
  lane: Calls
  # and so was he
  importance: 0.5{two}
"""


@pytest.mark.parametrize(
    ("one", "two", "status"),
    [("", "", "reviewed"), ("", "draft", "reviewed"), ("draft", "reviewed", "reviewed"), ("draft", "draft", "draft")],
)
def test_nothing_that_a_merged_event_says_is_lost_without_a_word(tmp_path, one, two, status):
    path = tmp_path / "a.yaml"
    path.write_text(
        PAIR.format(**{name: value and f"\n  status: {value}" for name, value in (("one", one), ("two", two))})
    )
    merged = merge_events(path, "one", ["two"])
    [event] = load(path).events
    assert event.text == "It was the first call.\n\nIt took an hour."
    assert (event.title, event.status, event.lane, event.importance) == ("They speak", status, "Calls", 0.5)
    assert merged.left == {
        "two": ["date: 2025-02", "title: A call", "# From the protocol", "# I was there", "# and so was he"]
    }


def test_what_is_certain_stays_certain_and_a_text_is_there_once(tmp_path):
    path = tmp_path / "a.yaml"
    one, two = "- {id: one, date: 2025, title: A, text: They met.", "- {id: two, date: 2025, title: A, text: met"
    path.write_text(f"{one}}}\n{two}, certainty: planned}}\n")
    assert merge_events(path, "one", ["two"]).left == {"two": []}
    assert path.read_text() == f"{one}}}\n"


@pytest.mark.parametrize("others", [["third"], ["they-meet", "third"], ["they-meet", "they-meet"]])
def test_an_event_is_not_merged_with_itself_nor_twice(talks, others):
    with pytest.raises(TimelineError, match="is named twice"):
        merge_events(talks, "third", others)
    assert talks.read_text() == TALKS


def test_events_become_one_only_if_all_of_them_can(talks):
    with pytest.raises(TimelineError, match="counts from it"):
        merge_events(talks, "third", ["first"])
    with pytest.raises(TimelineError, match="counts from it"):
        merge_events(talks, "they-meet", ["first"])
    assert talks.read_text() == TALKS


def test_events_become_one_only_if_the_text_of_all_is_not_too_long(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("".join(f"- {{id: {mark}, date: 2025, title: A, text: {mark * 3_000}}}\n" for mark in "ab"))
    before = path.read_text()
    with pytest.raises(TimelineError, match="text: the text has 6,002 characters"):
        merge_events(path, "a", ["b"])
    assert path.read_text() == before


@pytest.mark.parametrize("names", [["third", "none"], ["third", "third"], ["third", "first"]])
def test_all_events_are_removed_or_none(talks, names):
    with pytest.raises(TimelineError):
        remove_events(talks, names)
    assert talks.read_text() == TALKS


def test_an_event_goes_with_the_one_that_counts_from_it_in_any_order(talks):
    remove_events(talks, ["first", "third", "they-meet"])
    assert load(talks).events == ()


def test_a_file_that_cannot_be_written_keeps_the_others_as_they_are(talks):
    other = talks.parent / "other.yaml"
    other.write_text("- {id: x, date: 2025, title: A, tags: [talks]}\n")
    talks.chmod(0o444)
    for edit in (
        lambda: remove_events(talks.parent, ["x", "third"]),
        lambda: merge_events(talks.parent, "x", ["third"]),
        lambda: rename_tag(talks.parent, "talks", "y"),
    ):
        with pytest.raises(TimelineError, match="read-only"):
            edit()
    assert other.read_text() == "- {id: x, date: 2025, title: A, tags: [talks]}\n"
    assert sorted(path.name for path in talks.parent.iterdir()) == ["other.yaml", "talks.yaml"]


@pytest.mark.parametrize("new", ["", "  ", "x" * 201])
def test_a_tag_gets_no_name_that_none_can_have(talks, new):
    with pytest.raises(TimelineError, match="tag"):
        rename_tag(talks, "talks", new)
    assert talks.read_text() == TALKS


def test_a_tag_is_renamed_everywhere(talks):
    (talks.parent / "other.yaml").write_text(
        "tags:\n  - talks  # mine\nevents:\n- {date: 2025, title: A, tags: [a, talks]}\n"
    )
    assert rename_tag(talks.parent, "talks", "negotiations") == {
        str(talks.parent / "other.yaml"): 2,
        str(talks): 2,
    }
    assert talks.read_text() == TALKS.replace("talks]", "negotiations]")
    rename_tag(talks, "call", "negotiations")
    assert talks.read_text() == TALKS.replace("[call, talks]", "[negotiations]").replace("talks]", "negotiations]")
    with pytest.raises(TimelineError, match="no event has the tag 'negotiation'; did you mean 'negotiations'"):
        rename_tag(talks.parent, "negotiation", "x")


@pytest.mark.parametrize(
    ("tags", "after"),
    [
        ("[old, old]", "[new]"),
        ("[a, old, old, new, b]", "[a, new, b]"),
        ("[old, old, 'new']", "[new]"),
        ("['new', old, old]", "['new']"),
        ("\n  - old  # one\n  - a\n  - old  # two", "\n  - new  # one\n  - a"),
    ],
)
@pytest.mark.parametrize("end", ["", "\n"])
def test_a_tag_that_is_there_twice_is_renamed_and_there_once(tmp_path, tags, after, end):
    path = tmp_path / "a.yaml"
    path.write_text(f"- date: 2025\n  title: A\n  tags: {tags}{end}")
    assert rename_tag(path, "old", "new") == {str(path): 1}
    assert path.read_text().rstrip() == f"- date: 2025\n  title: A\n  tags: {after}"


@pytest.mark.parametrize(
    ("old", "written"), [("it's", "'it''s'"), ('a"b', r'"a\"b"'), ("café", r'"caf\u00e9"'), ("a b", "a\n    b")]
)
def test_a_tag_is_renamed_however_it_is_written(tmp_path, old, written):
    path = tmp_path / "a.yaml"
    path.write_text(f"- date: 2025\n  title: A\n  tags: [x, {written}]\n")
    assert rename_tag(path, old, "new") == {str(path): 1}
    assert load(path).events[0].tags == ("x", "new")


def test_an_id_that_is_there_twice_must_be_told_apart(talks):
    (talks.parent / "other.yaml").write_text("- {id: first, date: 2025, title: A}\n")
    with pytest.raises(TimelineError, match="2 events have the id 'first'"):
        set_fields(talks.parent, "first", [read_change("title=B")])
    set_fields(talks.parent / "other.yaml", "first", [read_change("title=B")])


SET_TEN = """
import sys
from timeline.store.changes import read_change
from timeline.store.editing import set_fields
where, name = sys.argv[1:]
for number in range(10):
    set_fields(where, name, [read_change(f"text={name} {number}"), read_change(f"tags+={name}{number}")])
"""


def test_two_processes_at_once_lose_nothing(talks, at_once):
    at_once(SET_TEN, [talks, "first"], [talks.parent, "third"])
    events = {event.id: event for event in load(talks).events}
    assert {f"{name}{number}" for name in ("first", "third") for number in range(10)} <= {
        *events["first"].tags,
        *events["third"].tags,
    }


def test_an_id_can_be_given_but_not_taken(talks):
    with pytest.raises(TimelineError, match="the id 'third' is taken"):
        set_fields(talks, "they-meet", [read_change("id=third")])
    set_fields(talks, "they-meet", [read_change("id=riyadh")])
    assert "riyadh" in {event.id for event in load(talks).events}


@pytest.mark.parametrize("change", ["id=other", "id="])
def test_an_id_that_is_written_stays(talks, change):
    before = talks.read_text()
    with pytest.raises(TimelineError, match=r"links lead to the id 'first'.*change it in the file"):
        set_fields(talks, "first", [read_change("lane=One"), read_change(change)])
    assert talks.read_text() == before
    set_fields(talks, "first", [read_change("id=first"), read_change("lane=One")])


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize(
    ("changes", "before", "after"),
    [
        (["text=", "lane=One"], "  text: |\n    It was said.\n", "  lane: One\n"),
        (["text=", "lane=One", "tags-=b"], "  - b  # two\n  text: |\n    It was said.\n", "  lane: One\n"),
        (["sources.0.title="], "    title: Talks  # so\n", ""),
        (
            ["sources.0.title=", "sources.1.url=https://example.org"],
            "    title: Talks  # so\n    quote: |\n      They met.\n",
            "    quote: |\n      They met.\n  - url: https://example.org\n",
        ),
        (["tags-=a", "tags+=c"], "  - a  # one\n  - b  # two\n", "  - b  # two\n  - c\n"),
    ],
)
def test_several_changes_at_once_touch_no_other_line(tmp_path, changes, before, after, newline):
    text = """title: T
events:
- date: 2025
  title: A
  sources:
  - publisher: TASS  # the agency
    # from the archive
    title: Talks  # so
    quote: |
      They met.
  tags:
  - a  # one
  - b  # two
  text: |
    It was said.
"""
    path = tmp_path / "a.yaml"
    path.write_bytes(text.replace("\n", newline).encode())
    assert before in text
    _set(path, "a", *changes)
    assert path.read_bytes().decode() == text.replace(before, after).replace("\n", newline)


def _joined(gaps, events):
    return "".join(gap + event for gap, event in zip(gaps, [*events, ""], strict=True))


@settings(max_examples=60, deadline=None)
@given(files(), st.data(), st.sampled_from(["lane=Moon", "title=Zond: a 'probe'", "date=1968-09", "tags+=zond"]))
def test_a_command_changes_its_event_alone_or_nothing(file, data, change):
    gaps, events = file
    before = _joined(gaps, events)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "talks.yaml"
        path.write_bytes(before.encode())
        entry = data.draw(st.sampled_from(read_place(place_of(path)).files[0].entries))
        if entry.event is None:  # "three days later" is the first
            return
        try:
            set_fields(path, entry.event.id, [read_change(change)])
        except TimelineError:
            assert path.read_bytes() == before.encode()
            return
        at, after = entry.path[-1], path.read_bytes().decode()
        assert after.startswith(_joined(gaps[: at + 1], events[:at]) if at else gaps[0])
        assert after.endswith(_joined(gaps[at + 1 :], events[at + 1 :]))
        assert after != before


@settings(max_examples=60, deadline=None)
@given(files())
def test_a_renamed_tag_is_all_that_changes(file):
    before = _joined(*file)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "talks.yaml"
        path.write_bytes(before.encode())
        try:
            rename_tag(path, "a", "zz")
        except TimelineError:
            assert path.read_bytes() == before.encode()
            return
        after = path.read_bytes().decode()
        assert "zz" in after
        assert after.replace("zz", "a") == before


@settings(max_examples=60, deadline=None)
@given(files(), st.data())
def test_of_many_events_those_that_are_named_are_removed_at_once(file, data):
    before = _joined(*file).replace("three days later", "2023").encode()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "talks.yaml"
        path.write_bytes(before)
        entries = read_place(place_of(path)).files[0].entries
        names = data.draw(st.lists(st.sampled_from([each.event.id for each in entries]), min_size=1, unique=True))
        remove_events(path, names)
        kept = [each.fields for each in entries if each.event.id not in names]
        assert [each.fields for each in read_place(place_of(path)).files[0].entries] == kept


@pytest.mark.parametrize("going", [range(10, 100, 10), range(90), range(100)], ids=["some", "all but a few", "all"])
@pytest.mark.parametrize("flow", [False, True], ids=["lines", "brackets"])
def test_however_many_events_go_the_file_is_read_again_twice_at_most(tmp_path, monkeypatch, going, flow):
    path = tmp_path / "a.yaml"
    events = [f"{{id: e{number}, date: 2025, title: A}}" for number in range(100)]
    path.write_text(f"events: [{', '.join(events)}]\n" if flow else "events:\n" + "".join(f"- {e}\n" for e in events))
    spots, read = find_all(path, [f"e{number}" for number in going]), []
    monkeypatch.setattr("timeline.yamldoc.editor.parse", lambda *told: read.append(told) or parse(*told))
    [after] = without(spots).values()
    assert len(read) <= 2
    path.write_bytes(after)
    assert [event.id for event in load(path).events] == [f"e{n}" for n in range(100) if n not in going]


@pytest.mark.parametrize("character", ["\x00", "\u202e", "\ufeff", "\ud83d"])
def test_a_character_that_no_text_holds_is_refused_where_it_is_typed(character):
    with pytest.raises(TimelineError, match=rf"holds the character U\+{ord(character):04X}; remove it") as caught:
        read_change(f"title=A{character}")
    assert not caught.value.in_data
