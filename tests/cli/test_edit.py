"""The verbs that edit, as a person uses them."""

from __future__ import annotations

from pathlib import Path

import pytest

TALKS = """title: Talks
published: 2026-02-11
events:
  # the first
  - id: first
    date: 2025-02-12   # a Wednesday
    title: They speak
    tags: [call]
"""


@pytest.fixture
def talks(run):
    path = Path("events/talks.yaml")
    path.parent.mkdir()
    path.write_text(TALKS)
    return path


def test_an_event_is_added_changed_and_removed(run, talks):
    assert run("add", "events/talks.yaml", "title=They meet", "date=last month").out == "they-meet\n"
    done = run("set", "they-meet", "date=2026-01-20", "tags+=meeting")
    assert (done.code, done.out) == (0, "events/talks.yaml: they-meet changed\n")
    assert talks.read_text() == (
        TALKS + "  - id: they-meet\n    title: They meet\n    date: 2026-01-20\n    tags: [meeting]\n"
    )
    assert run("rm", "they-meet").out == "events/talks.yaml: they-meet removed\n"
    assert talks.read_text() == TALKS


def test_an_event_is_moved_and_a_file_split_and_joined(run, talks):
    assert run("mv", "first", "events/other.yaml").out == "events/talks.yaml: first moved to events/other.yaml\n"
    assert run("mv", "first", "events/talks.yaml").code == 0
    Path("events/other.yaml").unlink()
    assert run("split", "events/talks.yaml").out == "events/talks.yaml: now the folder events/talks\n"
    assert Path("events/talks/first.yaml").read_text().startswith("# the first\nid: first\ndate: 2025-02-12   # a")
    assert run("merge", "events/talks").out == "events/talks: now the file events/talks.yaml\n"
    assert "date: 2025-02-12   # a Wednesday\n" in talks.read_text()


def test_a_name_that_holds_a_comma_is_written_in_quotes(run, talks):
    assert run("set", "first", 'people="Müller, Anna", Ada').code == 0
    assert 'people: ["Müller, Anna", Ada]' in talks.read_text()
    assert run("set", "first", 'people-="Müller, Anna"', "tags=").code == 0
    assert "people: [Ada]" in talks.read_text()


def test_a_timeline_may_be_called_as_a_change_is_written(run):
    Path("a=b.yaml").write_text("events: []\n")
    assert run("add", "a=b.yaml", "title=They meet", "date=2025").out == "they-meet\n"


@pytest.mark.parametrize("value", ['["Müller, Anna", B]', "[Müller, Anna, B]", '"Müller, Anna', '"Müller", "Anna" B'])
@pytest.mark.parametrize("command", [["set", "first"], ["add", "events/talks.yaml", "title=A", "date=2025"]])
def test_a_list_that_cannot_be_read_is_refused(run, talks, value, command):
    done = run(*command, f"people={value}")
    assert done.code == 2
    assert "a word that holds a comma in double quotes" in done.err
    assert talks.read_text() == TALKS


def test_a_lane_or_tag_that_is_not_listed_is_written_and_told(run, talks):
    talks.write_text(TALKS.replace("events:", "lanes: [Bürger]\ntags: [call]\nevents:"))
    done = run("set", "first", "lane=Burger")
    assert (done.code, done.out) == (1, "events/talks.yaml: first changed\n")
    assert done.err == "timeline: events/talks.yaml:11:11: there is no lane 'Burger'; did you mean 'Bürger'?\n"
    done = run("add", "events/talks.yaml", "title=They meet", "date=2026", "tags=cal", "lane=Bürger")
    assert (done.code, done.out) == (1, "they-meet\n")
    assert done.err == "timeline: events/talks.yaml:15:12: there is no tag 'cal'; did you mean 'call'?\n"
    assert run("set", "they-meet", "tags=call").err == ""
    assert run("set", "first", "title=They speak again").err == ""
    talks.write_text("lanes: [A]\nevents:\n- {date: 2025, title: No id}\n")
    assert "there is no lane 'B'" in run("set", "no-id", "title=Another", "lane=B").err


def test_events_become_one_and_tags_are_renamed(run, talks):
    run("add", "events/talks.yaml", "title=They speak again", "date=2025-02-12", "tags=phone")
    done = run("merge", "first", "they-speak-again")
    assert done.out == "events/talks.yaml: they-speak-again merged into first\n"
    assert done.err == "timeline: not kept of they-speak-again: title: They speak again\n"
    assert talks.read_text() == TALKS.replace("[call]", "[call, phone]")
    assert run("rename-tag", "phone", "call").out == "events/talks.yaml: 1 changed\n"
    assert talks.read_text() == TALKS


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["set", "frst", "title=A"], "no event has the id 'frst'; did you mean 'first'?"),
        (["set", "first", "date=2025-02-30"], "there is no day '2025-02-30'"),
        (["add", "events/talks.yaml", "title=A"], "'date' is missing"),
        (["add", "events/talks.yaml", "title=A", "date=31 April"], "there is no day"),
        (["merge", "first", "first"], "the id 'first' is named twice"),
        (["rm", "first", "nosuch"], "no event has the id 'nosuch'"),
        (["mv", "first", "nosuch", "events/n.yaml"], "no event has the id 'nosuch'"),
        (["rename-tag", "call", ""], "the new name of the tag is empty"),
        (["rm", "first", "--in", "none"], "none: there is no such file or folder"),
        (["split", "events/none.yaml"], "there is no such file or folder"),
        (["split", "events"], "events: is a folder already; to take an event apart, name its id, too"),
        (["merge", "events/none"], "none: is no folder; to make one of several events, name all of their ids"),
        (["merge", "events/talks.yaml"], "talks.yaml: is no folder"),
        (["mv", "first", "events/talks.yaml"], "talks.yaml: the event 'first' is there already"),
        (["rename-tag", "none", "x"], "no event has the tag 'none'"),
    ],
)
def test_what_cannot_be_done_is_said_and_nothing_changes(run, talks, words, says):
    done = run(*words)
    assert done.code == 2
    assert says in done.err
    assert not done.out
    assert talks.read_text() == TALKS
    assert [path.name for path in talks.parent.iterdir()] == ["talks.yaml"]


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["add", "events", "title=A", "date=2025"], "events: is no timeline, but a folder of timelines; name one of"),
        (["mv", "first", "events"], "events: is no timeline, but a folder of timelines; name one of its files"),
        (["add", "talks", "title=A", "date=2025"], "talks: is not the name of a YAML file; write events/talks.yaml"),
        (["add", "a.yaml.txt", "title=A", "date=2025"], "a.yaml.txt: is not the name of a YAML file; write a.yaml;"),
        (["add", "title=A", "date=2025"], "'title=A' is no file; name the timeline first"),
        (["add", "events/talks.yaml", "A", "date=2025"], "'A' is no change of an event; write FIELD=VALUE"),
        (["set", "first", "titel=A"], "there is no field 'titel'; did you mean 'title'?"),
    ],
)
def test_what_is_used_wrongly_is_said_and_nothing_changes(run, talks, words, says):
    done = run(*words)
    assert done.code == 2
    assert says in done.err
    assert [path.name for path in talks.parent.iterdir()] == ["talks.yaml"]
    assert talks.read_text() == TALKS
