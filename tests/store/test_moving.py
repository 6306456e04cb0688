"""Moving events: to another timeline, into a folder with one event a file, and back."""

from __future__ import annotations

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings

from tests.yamldoc.strategies import files
from timeline.model.errors import TimelineError
from timeline.model.event import Event, Source
from timeline.store import add, load
from timeline.store.moving import join_folder, move_events, split_file
from timeline.yamldoc import parse

TALKS = """# Talks, kept by hand.
title: Talks
published: 2026-02-11  # the newest article
events:
  # the beginning
  - id: first
    date: 2025-02-12   # a Wednesday
    title: 'They speak'
    text: >-
      On the
      telephone.

  # then
  - date: last month
    title: They meet   # in Riyadh
  - {date: 2025-03, title: They part}
  # no more so far
"""


@pytest.fixture
def talks(tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text(TALKS)
    return path


def test_an_event_moves_as_it_is_written(talks):
    target = talks.parent / "other.yaml"
    target.write_text("- {id: x, date: 2020, title: X}\n")
    move_events(talks.parent, ["first"], target)
    assert target.read_text() == (
        "- {id: x, date: 2020, title: X}\n# the beginning\n- id: first\n  date: 2025-02-12   # a Wednesday\n"
        "  title: 'They speak'\n"
        "  text: >-\n    On the\n    telephone.\n"
    )
    assert "first\n" not in talks.read_text()
    assert "# the beginning" not in talks.read_text()
    move_events(target, ["first"], talks)
    assert "  # the beginning\n  - id: first\n    date: 2025-02-12   # a Wednesday\n" in talks.read_text()
    assert target.read_text() == "- {id: x, date: 2020, title: X}\n"


@pytest.mark.parametrize("text", [None, ""])
def test_a_new_file_is_in_the_language_of_the_old_one(tmp_path, text):
    old, new = tmp_path / "old.yaml", tmp_path / "new.yaml"
    old.write_text(
        "language: de\nevents:\n- {id: one, date: 2025, title: Eins}\n- {id: two, date: 2026, title: Zwei}\n"
    )
    if text is not None:
        new.write_text(text)
    move_events(tmp_path, ["one"], new)
    assert new.read_text().startswith("title: New\nlanguage: de\nevents:\n")
    (tmp_path / "en.yaml").write_text("- {id: three, date: 2025, title: Three}\n")
    move_events(tmp_path, ["two", "three"], tmp_path / "both.yaml")
    assert (tmp_path / "both.yaml").read_text().startswith("title: Both\nevents:\n")


def test_an_event_moves_to_a_new_file_and_to_a_folder(talks):
    folder = talks.parent / "folder"
    folder.mkdir()
    (folder / "timeline.yaml").write_text("title: F\n")
    move_events(talks, ["first"], folder)
    assert (
        (folder / "first.yaml").read_text().startswith("# the beginning\nid: first\ndate: 2025-02-12   # a Wednesday\n")
    )
    move_events(folder, ["first"], talks.parent / "new.yaml")
    assert not (folder / "first.yaml").exists()
    assert (
        (talks.parent / "new.yaml")
        .read_text()
        .startswith("title: New\nevents:\n  # the beginning\n  - id: first\n    date: 2025-02-12   #")
    )
    move_events(talks, ["they-part"], folder)
    assert (folder / "they-part.yaml").read_text() == "{date: 2025-03, title: They part}\n"


def test_an_event_that_would_change_does_not_move(talks):
    with pytest.raises(TimelineError, match="'last month' would mean something else"):
        move_events(talks, ["they-meet"], talks.parent / "new.yaml")
    (talks.parent / "other.yaml").write_text("- {id: first, date: 2020, title: X}\n")
    with pytest.raises(TimelineError, match="the id 'first' is taken there"):
        move_events(talks, ["first"], talks.parent / "other.yaml")
    assert talks.read_text() == TALKS


@pytest.mark.parametrize("target", ["new.yaml", "other.yaml"])
@pytest.mark.parametrize("date", ["3 Juni 2024", "31/12/2025", "yesterday"])
def test_an_event_moves_if_its_date_is_the_same_anywhere(tmp_path, target, date):
    event = f"- {{id: a, date: {date}, title: A, sources: [{{title: B, published: 2026-02-11}}]}}\n"
    (tmp_path / "talks.yaml").write_text(f"published: 2020-01-01\nevents:\n{event}")
    (tmp_path / "other.yaml").write_text("language: en-US\nevents:\n- {id: first, date: 2020, title: X}\n")
    before = load(tmp_path / "talks.yaml").events[0].date
    move_events(tmp_path / "talks.yaml", ["a"], tmp_path / target)
    assert {event.id: event.date for event in load(tmp_path / target).events}["a"] == before


@pytest.mark.parametrize(("date", "language"), [("the next day", "en"), ("15 July", "en"), ("02/03/2025", "en-US")])
def test_an_event_does_not_move_if_its_date_is_another_anywhere_else(tmp_path, date, language):
    events = f"- {{id: first, date: 2020-01-10, title: X}}\n- {{id: a, date: {date}, title: A}}\n"
    (tmp_path / "talks.yaml").write_text(f"language: {language}\npublished: 2020-01-01\nevents:\n{events}")
    (tmp_path / "other.yaml").write_text("language: en-GB\nevents: []\n")
    with pytest.raises(TimelineError, match="would mean something else"):
        move_events(tmp_path / "talks.yaml", ["a"], tmp_path / "other.yaml")


@pytest.mark.parametrize("names", [["they-part", "none"], ["they-part", "they-part"], ["they-part", "they-meet"]])
def test_all_events_move_or_none(talks, names):
    target = talks.parent / "new.yaml"
    with pytest.raises(TimelineError):
        move_events(talks.parent, names, target)
    assert talks.read_text() == TALKS
    assert not target.exists()


def test_several_events_move_at_once(talks):
    move_events(talks, ["they-part", "first"], talks.parent / "new.yaml")
    assert [event.id for event in load(talks).events] == ["they-meet"]
    assert {event.id for event in load(talks.parent / "new.yaml").events} == {"first", "they-part"}


def test_a_file_becomes_a_folder_and_the_folder_a_file(talks):
    source = Source(url="https://example.org/a", quote="Q", expression="today")
    add(talks, [Event(title="They write", date="2025-04", sources=[source])])
    before = load(talks)
    folder = split_file(talks)
    assert not talks.exists()
    assert load(folder) == before
    files = {path.name: path.read_text() for path in folder.iterdir()}
    assert sorted(files) == [
        ".extracted.tsv",
        "first.yaml",
        "they-meet.yaml",
        "they-part.yaml",
        "they-write.yaml",
        "timeline.yaml",
    ]
    assert files["timeline.yaml"] == TALKS.partition("events:")[0] + "  # no more so far\n"
    assert files["first.yaml"].startswith("# the beginning\nid: first\ndate: 2025-02-12   # a Wednesday\n")
    assert files["they-meet.yaml"] == "# then\ndate: last month\ntitle: They meet   # in Riyadh\n"
    joined = join_folder(folder)
    assert joined == talks
    assert not folder.exists()
    assert load(talks) == before
    assert all(
        comment in talks.read_text() for comment in ("# a Wed", "# the beg", "# then", "# in Riyadh", "# no more")
    )
    assert len(add(talks, [Event(title="They write", date="2025-04", sources=[source])]).known) == 1


@pytest.mark.parametrize("own", ["", "id:\n", 'id: ""  # none\n'])
def test_an_event_that_is_known_by_its_file_keeps_its_id(tmp_path, own):
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / "timeline.yaml").write_text("title: T\n")
    (tmp_path / "f" / "named.yaml").write_text(f"{own}title: A\ndate: 2025\n")
    move_events(tmp_path / "f", ["named"], tmp_path / "new.yaml")
    assert [event.id for event in load(tmp_path / "new.yaml").events] == ["named"]


@pytest.mark.parametrize("text", ["- {title: A, date: 2025}\n- {title: A, date: 2025-01, id: b}\n", "events: []\n"])
def test_a_bare_list_can_be_split_too(tmp_path, text):
    path = tmp_path / "x.yaml"
    path.write_text(text)
    before = load(path)
    folder = split_file(path)
    assert load(folder) == before
    assert load(join_folder(folder)) == before


def test_no_event_takes_the_place_of_the_head_when_a_file_is_split(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text(
        "title: My head\nlanes: [A]\nevents:\n- title: Timeline\n  date: 2025\n- {title: Timeline 2, date: 2026}\n"
        "- {title: B, date: 2027, id: index}\n"
    )
    before = load(path)
    folder = split_file(path)
    assert (folder / "timeline.yaml").read_text() == "title: My head\nlanes: [A]\n"
    assert load(folder) == before
    assert load(join_folder(folder)) == before


def test_a_joined_file_has_its_events_in_the_order_of_time_with_a_line_between_them(tmp_path):
    path = tmp_path / "x.yaml"
    path.write_text("title: X\nevents:\n- {title: B, date: 2024}\n- {title: C, date: 2025}\n- {title: A, date: 2026}\n")
    text = join_folder(split_file(path)).read_text()
    assert re.findall(r"title: (\w)", text) == ["X", "B", "C", "A"]
    assert text.count("\n\n") == 2


def test_a_folder_can_be_the_one_that_somebody_is_in(tmp_path, monkeypatch):
    folder = tmp_path / "moon-race"
    folder.mkdir()
    (folder / "timeline.yaml").write_text("language: en\n")
    (folder / "a.yaml").write_text("{title: A, date: 2025}\n")
    monkeypatch.chdir(folder)
    assert (load(".").id, load(".").title, load("../moon-race/../moon-race").id) == (
        "moon-race",
        "Moon race",
        "moon-race",
    )
    (folder / "b").mkdir()
    with pytest.raises(TimelineError, match="the folder holds 'b'"):
        join_folder(".")
    monkeypatch.chdir(folder / "b")
    with pytest.raises(TimelineError, match="the folder holds 'b'"):
        join_folder("..")
    (folder / "b").rmdir()
    monkeypatch.chdir(folder)
    assert join_folder(".") == tmp_path / "moon-race.yaml"
    with pytest.raises(TimelineError, match="is the root of all files"):
        join_folder("/")


def test_what_cannot_be_split_or_joined_stays_as_it_is(talks):
    (talks.parent / "talks").mkdir()
    with pytest.raises(TimelineError, match="is there already"):
        split_file(talks)
    (talks.parent / "talks").rmdir()
    talks.write_text(TALKS.replace("last month", "three days later"))
    with pytest.raises(TimelineError, match="counts from the event before"):
        split_file(talks)
    assert [path.name for path in talks.parent.iterdir()] == ["talks.yaml"]
    talks.write_text(TALKS)
    folder = split_file(talks)
    (folder / "picture.jpg").write_text("")
    with pytest.raises(TimelineError, match=r"the folder holds 'picture\.jpg'"):
        join_folder(folder)
    assert load(folder)


def test_what_is_nothing_is_nothing_where_the_event_goes(tmp_path):
    (tmp_path / "a.yaml").write_text(
        "events: [{id: b, date: 2024, title: B}, {id: a, date: 2025-02, title: A, image: ~, lane: null}]\n"
    )
    move_events(tmp_path / "a.yaml", ["a"], tmp_path / "b.yaml")
    assert load(tmp_path / "b.yaml").events[0].image is None


def _events(path):
    return sorted(map(repr, load(path).events))


def _comments(text):
    return sorted(line.strip() for line in text.splitlines() if line.strip().startswith("#"))


@settings(max_examples=40, deadline=None)
@given(files())
def test_whatever_a_file_looks_like_it_can_be_split_joined_and_moved_without_loss(file):
    gaps, events = file
    text = "".join(gap + event for gap, event in zip(gaps, [*events, ""], strict=True))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "talks.yaml"
        path.write_bytes(text.replace("three days later", "2023").encode())
        before = _events(path)
        parts = split_file(path)
        assert _events(parts) == before
        assert set(_comments(text)) <= set(_comments("".join(part.read_text() for part in parts.iterdir())))
        assert _events(join_folder(parts)) == before
        assert set(_comments(text)) <= set(_comments(path.read_text()))
        name = load(path).events[0].id
        move_events(path, [name], Path(folder) / "other.yaml")
        assert sorted(_events(path) + _events(Path(folder) / "other.yaml")) == before


def test_the_comments_above_an_event_that_is_a_file_go_with_it_but_not_what_is_about_the_file(tmp_path):
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / "timeline.yaml").write_text("title: F\n")
    schema = "# yaml-language-server: $schema=../../events.schema.json\n"
    (tmp_path / "f" / "a.yaml").write_text(f"{schema}\n# of A\n\n# and more\ndate: 2025\ntitle: A\n# below\n")
    (tmp_path / "f" / "b.yaml").write_text(f"{schema}# of B\ndate: 2026\ntitle: B\n")
    assert join_folder(tmp_path / "f").read_text() == (
        "title: F\nevents:\n  # of A\n\n  # and more\n  - date: 2025\n    title: A\n    # below\n"
        "    id: a\n\n  # of B\n  - date: 2026\n    title: B\n    id: b\n"
    )


def test_an_event_that_is_indented_in_its_file_is_written_anew_when_it_is_joined(tmp_path):
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / "timeline.yaml").write_text("title: F\n")
    (tmp_path / "f" / "a.yaml").write_text("  date: 2025\n  title: A\n")
    [event] = load(join_folder(tmp_path / "f")).events
    assert (event.id, str(event.date), event.title) == ("a", "2025", "A")


def test_a_list_of_events_in_the_head_of_a_folder_gets_them_when_it_is_joined(tmp_path):
    (tmp_path / "f").mkdir()
    (tmp_path / "f" / "timeline.yaml").write_text("title: F\nevents: []\nlanes: [A]\n")
    (tmp_path / "f" / "a.yaml").write_text("{date: 2025, title: A}\n")
    assert [event.id for event in load(join_folder(tmp_path / "f")).events] == ["a"]


@pytest.mark.parametrize(("head", "last"), [("", "a.yaml"), ("title: T\nevents:\n", "timeline.yaml")])
def test_comments_below_the_last_event_are_in_one_file(tmp_path, head, last):
    path = tmp_path / "a.yaml"
    path.write_text(f"{head}- {{date: 2025, title: A, id: a}}\n# no more\n# so far\n")
    folder = split_file(path)
    assert [each.name for each in folder.iterdir() if "# no more\n# so far\n" in each.read_text()] == [last]
    assert "".join(each.read_text() for each in folder.iterdir()).count("# no more") == 1


def test_a_file_of_a_folder_with_a_title_of_its_own_is_named_and_nothing_is_joined(tmp_path):
    folder = tmp_path / "f"
    folder.mkdir()
    (folder / "timeline.yaml").write_text("title: F\n")
    (folder / "a.yaml").write_text("{date: 2025, title: A}\n")
    (folder / "b.yaml").write_text("title: B\nevents:\n- {date: 2026, title: C}\n")
    with pytest.raises(TimelineError, match=r"b\.yaml: this file has a title or other settings of its own"):
        join_folder(folder)
    assert len(list(folder.iterdir())) == 3


def test_comments_beside_the_key_of_the_list_stay(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("title: T\nevents:  # by hand\n  # the first\n  - {date: 2025, title: A, id: a}\n")
    folder = split_file(path)
    assert (folder / "a.yaml").read_text().startswith("# by hand\n# the first\n")
    assert "# by hand\n" in join_folder(folder).read_text()


@pytest.mark.parametrize("title", ["A very long title " * 5, "会談"])
def test_events_of_the_same_title_keep_their_ids_wherever_they_go(tmp_path, title):
    path = tmp_path / "a.yaml"
    path.write_text("".join(f"- date: {2025 - number}\n  title: {title}\n" for number in range(12)))
    before = {event.id: event.date for event in load(path).events}
    name = next(iter(before))
    move_events(path, [name], tmp_path / "b.yaml")
    assert {event.id: event.date for event in load(tmp_path / "b.yaml").events} == {name: before[name]}
    path.write_text("".join(f"- date: {2025 - number}\n  title: {title}\n" for number in range(12)))
    folder = split_file(path)
    assert {event.id: event.date for event in load(folder).events} == before


def test_an_event_that_gets_an_id_is_not_read_with_all_others_of_its_file(tmp_path, monkeypatch):
    path, read = tmp_path / "a.yaml", []
    text = "".join(f"# about {number}\n- date: {2000 + number}\n  title: A\n" for number in range(300))
    path.write_text(f"events:\n{text}")
    monkeypatch.setattr("timeline.store.writing.parse", lambda text, path: read.append(len(text)) or parse(text, path))
    move_events(path, ["a-2", "a-3"], tmp_path / "b.yaml")
    assert (tmp_path / "b.yaml").read_text().endswith("  # about 2\n  - date: 2002\n    title: A\n    id: a-3\n")
    assert max(read) < 100
