"""Our own fields as JSON and as YAML."""

from __future__ import annotations

import json

import pytest

from timeline import store
from timeline.exchange import export, read
from timeline.exchange.formats.json import dumps
from timeline.model.errors import TimelineError
from timeline.model.timeline import Timeline


def test_json_carries_everything(full):
    made = export(full, "json")
    assert made.losses == ()
    assert Timeline.model_validate(json.loads(made.content)) == full
    assert len(made.content.splitlines()) > len(full.events)


def test_json_is_written_for_people_but_for_what_cannot_be_seen():
    assert '"title": "Café 会談"' in export(Timeline(id="a", title="Café 会談"), "json").content
    assert dumps({"a": ["b\u202ec", {"d": "e\u2066"}]}) == '{\n"a": ["bc", {"d": "e"}]\n}\n'


@pytest.mark.parametrize(
    ("content", "count"), [("date: 2025\ntitle: A\n", 1), ("title: T\nevents:\n", 0), ("title: T\n", 0)]
)
def test_one_event_and_a_timeline_without_any_are_yaml_too(content, count):
    assert len(read(content.encode(), "yaml").timeline.events) == count


def test_yaml_is_what_the_store_loads(full, tmp_path):
    (tmp_path / "talks.yaml").write_text(export(full, "yaml").content, encoding="utf-8")
    loaded = store.load(tmp_path / "talks.yaml")
    assert loaded.model_dump() == full.model_dump()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b'{"events": [}', r"a\.json:1:13: this is no JSON"),
        (b'{"events": "x"}', r"a\.json: this holds no list of events"),
        (b'{"a": "\xff"}', r"a\.json:1: this is not UTF-8"),
    ],
)
def test_what_is_no_json_is_refused_with_its_place(content, message):
    with pytest.raises(TimelineError, match=message):
        read(content, name="a.json")


@pytest.mark.parametrize(
    ("content", "found"),
    [
        ('[{"date": "2025" "title": "A"}]', "a comma or a bracket is missing"),
        ('[{"date" "2025"}]', "there is no colon"),
        ('[{"date": "2025",}]', "name|remove it"),
        ('["2025",]', "value|remove it"),
        ('[{"title": “A”}]', "here must be a value"),
        ("[{'title': 'A'}]", "here must be a name"),
        ("[]\n[]", "it goes on behind its end"),
        ('["A', "a text is not closed"),
        ('["A\nB"]', "goes on over a line end"),
        (r'["C:\news"]', ""),
        (r'["C:\x"]', "a backslash stands alone"),
        (r'["\u12"]', "a backslash stands alone"),
        (f"[{'9' * 5000}]", "too long"),
    ],
)
def test_of_what_is_no_json_it_is_told_what_to_write_instead(content, found):
    if not found:
        assert read(content.encode(), "json").left_out == 1
        return
    with pytest.raises(TimelineError, match=found) as caught:
        read(content.encode(), "json")
    assert caught.value.hint


def test_what_is_no_yaml_of_ours_is_refused_with_its_place():
    with pytest.raises(TimelineError, match=r"a\.yaml:2:10: .*alias"):
        read(b"title: &a x\nevents: [*a]\n".replace(b"&a ", b""), name="a.yaml")


def test_a_wrong_field_is_left_out_with_its_line_and_the_event_stays():
    found = read(b"events:\n  - date: 2025\n    title: A\n    colour: red\n    importance: high\n", name="a.yaml")
    assert found.timeline.events[0].title == "A"
    assert [note.partition(" left out")[0] for note in found.notes] == ["line 2: importance", "line 2: colour"]


@pytest.mark.parametrize(("start", "name"), [("start", "name"), ("date", "title")])
def test_the_fields_of_another_program_are_taken_under_our_names(start, name):
    content = f"- {start}: 2025-02-12\n  end: 2025-03\n  {name}: Talks\n  category: Envoys\n  colour: red\n"
    found = read(content.encode(), "yaml")
    event = found.timeline.events[0]
    assert (str(event.date), event.title, event.lane) == ("2025-02-12/2025-03", "Talks", "Envoys")
    assert found.notes == ("line 1: colour left out: there is no such field",)
