"""Finding events by their ids."""

from __future__ import annotations

import pytest

from timeline.model.errors import TimelineError
from timeline.store.finding import find, find_all
from timeline.yamldoc import read


@pytest.mark.parametrize("name", [chr(0xDCFF), chr(0xD800), "é", ""])
def test_what_can_be_no_id_is_the_id_of_no_event(tmp_path, name):
    (tmp_path / "talks.yaml").write_text("- {id: a, date: 2025, title: A}\n")
    with pytest.raises(TimelineError, match="no event has the id"):
        find(tmp_path, name)


def test_however_many_events_are_asked_for_each_file_is_read_once(tmp_path, monkeypatch):
    for name in "ab":
        path = tmp_path / f"{name}.yaml"
        path.write_text("".join(f"- {{id: {name}-{number}, date: 2025, title: A}}\n" for number in range(9)))
    paths = []
    monkeypatch.setattr("timeline.store.finding.read", lambda path: paths.append(path.name) or read(path))
    names = [f"{name}-{number}" for number in range(9) for name in "ba"]
    assert [spot.id for spot in find_all(tmp_path, names)] == names
    assert sorted(paths) == ["a.yaml", "b.yaml"]


@pytest.mark.parametrize("wrong", ["title: [", "events:\n- {date: 31 June 2025, title: Talks}\n"])
def test_an_event_may_stand_in_a_file_that_cannot_be_read(tmp_path, wrong):
    (tmp_path / "a.yaml").write_text("events:\n- {id: a, date: 2025, title: A}\n")
    (tmp_path / "b.yaml").write_text(wrong)
    with pytest.raises(TimelineError, match=r"no event has the id 'talks'; it may stand in .*b\.yaml, where"):
        find(tmp_path, "talks")


def test_an_event_is_known_by_its_file_though_its_date_is_wrong(tmp_path):
    (tmp_path / "timeline.yaml").write_text("title: T\n")
    (tmp_path / "summit.yaml").write_text("date: 31 June 2025\ntitle: They meet\n")
    assert find(tmp_path, "summit").fields["title"] == "They meet"


@pytest.mark.parametrize(
    ("names", "says"),
    [
        (["a", "none"], "no event has the id 'none'; `timeline check --notes` shows events without one"),
        (["a", "a"], "named twice"),
    ],
)
def test_one_that_is_not_there_or_named_twice_is_told(tmp_path, names, says):
    (tmp_path / "a.yaml").write_text("- {id: a, date: 2025, title: A}\n")
    with pytest.raises(TimelineError, match=says):
        find_all(tmp_path, names)


def test_no_name_is_not_that_of_an_event_without_an_id(tmp_path):
    (tmp_path / "a.yaml").write_text("- {date: 2025, title: A}\n- {id: b, date: 2026, title: B}\n")
    with pytest.raises(TimelineError, match="no event has the id ''"):
        find(tmp_path, "")
