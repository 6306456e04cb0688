"""Events as YAML text: whatever is written can be read, and says what was meant; otherwise nothing is written."""

from __future__ import annotations

import pytest

from timeline.model.errors import TimelineError
from timeline.model.event import Event
from timeline.store import add, load
from timeline.store.changes import read_change
from timeline.store.editing import add_event
from timeline.store.moving import join_folder, move_events
from timeline.store.writing import new_text
from timeline.yamldoc.writer import Number

CHANGES = [read_change("title=X"), read_change("date=2025")]


@pytest.mark.parametrize(
    ("head", "before", "after"),
    [
        ("{title: T}", "{title: T, events: [", "]}"),
        ("{}\n", "{events: [", "]}\n"),
        ("title: T\n...", "title: T\nevents:\n  - ", "\n..."),
        ("  title: T\n  lanes: [A]", "  title: T\n  lanes: [A]\n  events:\n    - ", '"'),
        ("--- # so\ntitle: T\n...\n", "--- # so\ntitle: T\nevents:\n  - ", "\n...\n"),
        ("title: T\r\nlanes: [A]\r\n", "title: T\r\nlanes: [A]\r\nevents:\r\n  - ", "\r\n"),
        ("\ufefftitle: T  # mine\n", "\ufefftitle: T  # mine\nevents:\n  - ", "\n"),
        ("title: |\n  T\n\n\n", "title: |\n  T\nevents:\n  - ", "\n\n\n"),
    ],
)
def test_a_head_without_events_gets_a_list_of_them_however_it_is_written(tmp_path, head, before, after):
    path = tmp_path / "talks.yaml"
    path.write_bytes(head.encode())
    add_event(path, CHANGES)
    written = path.read_bytes().decode()
    assert written.startswith(before)
    assert written.endswith(after)
    assert [event.id for event in load(path).events] == ["x"]


def test_a_folder_with_any_head_becomes_a_file(tmp_path):
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "timeline.yaml").write_text("{title: T}\n")
    (tmp_path / "talks" / "one.yaml").write_text("date: 2025\ntitle: One  # first\n")
    before = load(tmp_path / "talks")
    assert load(join_folder(tmp_path / "talks")) == before


def test_a_file_that_is_no_yaml_is_not_written_anew(tmp_path):
    path, other = tmp_path / "talks.yaml", tmp_path / "other.yaml"
    path.write_text('title: "A\n# all my work\n')
    other.write_text("- {id: a, date: 2025, title: A}\n")
    for write in (lambda: add_event(path, CHANGES), lambda: move_events(other, ["a"], path)):
        with pytest.raises(TimelineError, match=r"talks\.yaml:1:8: this is no YAML"):
            write()
    assert path.read_text() == 'title: "A\n# all my work\n'
    assert other.read_text() == "- {id: a, date: 2025, title: A}\n"


@pytest.mark.parametrize("events", ["my own words", "{date: 2025, title: A}", "\n  date: 2025\n  title: A  # so"])
def test_what_stands_in_the_place_of_the_list_is_not_lost(tmp_path, events):
    path = tmp_path / "talks.yaml"
    path.write_text(f"title: T\nevents: {events}\n")
    with pytest.raises(TimelineError, match=r"talks\.yaml:[23]:\d+: a list is expected; begin each item with '- '"):
        add_event(path, CHANGES)
    assert path.read_text() == f"title: T\nevents: {events}\n"


@pytest.mark.parametrize("head", [None, "", "title: T\n", "- {date: 2025, title: A}\n"])
def test_what_could_not_be_read_again_is_not_written_to_a_file(tmp_path, head):
    path = tmp_path / "talks.yaml"
    if head is not None:
        path.write_text(head)
    with pytest.raises(TimelineError, match=r"talks\.yaml: .*the character U\+202E is not allowed"):
        add(path, [Event(title="A\u202eB", date="2025")])
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == (
        [] if head is None else [(path.name, head)]
    )


def test_what_could_not_be_read_again_is_not_written_to_a_folder(tmp_path):
    (tmp_path / "timeline.yaml").write_text("title: T\n")
    with pytest.raises(TimelineError, match=r"ab\.yaml:3:9: the character U\+202E is not allowed"):
        add(tmp_path, [Event(title="One", date="2025"), Event(title="A\u202eB", date="2025")])
    assert [path.name for path in tmp_path.iterdir()] == ["timeline.yaml"]


def test_what_would_say_something_else_is_not_written():
    with pytest.raises(TimelineError, match="would say something else"):
        new_text({"importance": Number("1 # of many")})


@pytest.mark.parametrize("head", ["timeline.yaml", "index.yaml", "timeline.yml"])
def test_no_event_of_a_folder_takes_the_place_of_its_head(tmp_path, head):
    (tmp_path / head).write_text("title: My head\n")
    names = [add_event(tmp_path, [read_change(f"title={title}"), CHANGES[1]]) for title in ("Timeline", "Index")]
    assert names == ["timeline", "index"]
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([head, "index-2.yaml", "timeline-2.yaml"])
    assert (load(tmp_path).title, {event.id for event in load(tmp_path).events}) == ("My head", set(names))


def test_an_event_of_a_folder_replaces_no_file_of_another_name(tmp_path):
    before = {"timeline.yaml": "title: T\n", "one.yaml": "id: other\ndate: 2025\ntitle: A\n", "X.yml": "- {}\n"}
    for name, text in before.items():
        (tmp_path / name).write_text(text)
    names = [add_event(tmp_path, [read_change(f"title={title}"), CHANGES[1]]) for title in ("One", "X")]
    assert names == ["one", "x"]
    assert {name: (tmp_path / name).read_text() for name in before} == before
    assert (tmp_path / "one-2.yaml").read_text().startswith("id: one\n")
    assert (tmp_path / "x-2.yaml").read_text().startswith("id: x\n")


def test_an_event_without_an_id_keeps_it_in_a_file_of_another_name(tmp_path):
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "timeline.yaml").write_text("title: T\n")
    (tmp_path / "other.yaml").write_text("- date: 2025\n  title: Timeline  # mine\n- {date: 2026, title: Index}\n")
    move_events(tmp_path / "other.yaml", ["timeline", "index"], tmp_path / "talks")
    assert (tmp_path / "talks" / "timeline-2.yaml").read_text() == "date: 2025\ntitle: Timeline  # mine\nid: timeline\n"
    assert (tmp_path / "talks" / "index-2.yaml").read_text() == "{date: 2026, title: Index, id: index}\n"
    assert {event.id for event in load(tmp_path / "talks").events} == {"timeline", "index"}
