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
