"""Reviewing drafts: what each decision makes of the YAML."""

from __future__ import annotations

import io

import pytest
from rich.console import Console

from timeline.extract.review import Decision, ask_on, drafts, review
from timeline.extract.splitting import split_event
from timeline.model.errors import TimelineError
from timeline.store import load

YAML = """\
# what we know
title: The ferry
events:
  - id: sank
    date: 2026-02-09  # from the coast guard
    title: Ferry Aurora sank off Bergen
    sources:
      - title: A
        quote: The ferry Aurora sank off Bergen on Monday.
        expression: on Monday
    status: draft
  - id: sank-too
    date: 2026-02-09
    title: The ferry Aurora sank in a storm off Bergen
    sources:
      - title: B
        quote: On 9 February the ferry Aurora sank.
        expression: On 9 February
    status: draft
  - id: built
    date: 1998
    title: Aurora was built
"""


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "ferry.yaml"
    file.write_text(YAML)
    return file


def _answers(*verbs: str | Decision):
    waiting = iter([verb if isinstance(verb, Decision) else Decision(verb) for verb in verbs])

    def answer(draft):
        return next(waiting)

    return answer


def test_only_drafts_are_shown_with_what_is_likely_the_same(path):
    first, second = drafts(load(path))
    assert (first.event.id, first.twin.id, second.twin.id) == ("sank", "sank-too", "sank")
    assert (first.number, first.count) == (1, 2)


def test_accepting_writes_the_status_and_nothing_else(path):
    done = review(path, _answers("accept", "skip"))
    assert done == {"accept": 1, "skip": 1}
    assert path.read_text() == YAML.replace("status: draft", "status: reviewed", 1)


def test_editing_writes_the_fields_and_keeps_comments(path):
    review(path, _answers(Decision("edit", {"title": "Aurora sank"}), "quit"))
    event = next(event for event in load(path).events if event.id == "sank")
    assert (event.title, event.status) == ("Aurora sank", "reviewed")
    assert "# from the coast guard" in path.read_text()


def test_merging_joins_the_sources_and_the_one_that_stays_is_asked_about(path):
    done = review(path, _answers("merge", "skip"))
    events = {event.id: event for event in load(path).events}
    assert done == {"merge": 1, "skip": 1}
    assert set(events) == {"sank-too", "built"}
    assert {source.title for source in events["sank-too"].sources} == {"A", "B"}


def test_dropping_takes_the_event_away(path):
    review(path, _answers("drop", "skip"))
    assert {event.id for event in load(path).events} == {"sank-too", "built"}


def test_quitting_keeps_what_was_decided(path):
    assert review(path, _answers("accept", "quit")) == {"accept": 1, "quit": 1}
    assert [draft.event.id for draft in drafts(load(path))] == ["sank-too"]


def test_where_nothing_waits_nothing_is_asked(path):
    review(path, _answers("accept", "accept"))
    assert review(path, _answers()) == {}


def test_a_wrong_date_changes_nothing_and_is_asked_for_again(path):
    problems = []

    def ask(draft):
        problems.append(draft.problem)
        return Decision("quit") if draft.problem else Decision("edit", {"date": "2026-02-30"})

    review(path, ask)
    assert path.read_text() == YAML
    assert problems[0] == ""
    assert "there is no day '2026-02-30'" in problems[1]


def test_a_merged_event_can_be_split_again(path):
    review(path, _answers("merge", "skip"))
    names = split_event(path, "sank-too")
    events = {event.id: event for event in load(path).events}
    assert names[0] == "sank-too"
    assert len(names) == 2
    assert [[source.title for source in events[name].sources] for name in names] == [["B"], ["A"]]
    assert events[names[1]].sources[0].expression == "on Monday"


SOURCES = """\
title: Sank
date: {date}
sources:
- {{title: A, published: {published}}}  # the first
- title: B
  published: 2026-02-11
-
- {{title: C}}
- {{title: A, quote: Again.}}
lane: L  # mine
"""


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "timeline.yaml").write_text("title: T\n")
    (tmp_path / "sank.yaml").write_text(SOURCES.format(date="2026-02-10", published="2026-02-12"))
    return tmp_path


def _contents(folder):
    return {path.name: path.read_text() for path in folder.iterdir()}


def test_of_an_event_that_is_split_only_sources_go(folder):
    assert split_event(folder, "sank") == ["sank", "sank-2", "sank-3"]
    left = SOURCES.format(date="2026-02-10", published="2026-02-12")
    for gone in ("- title: B\n  published: 2026-02-11\n", "- {title: C}\n"):
        left = left.replace(gone, "")
    written = _contents(folder)
    assert written["sank.yaml"] == left
    assert written["sank-2.yaml"].startswith("id: sank-2\ndate: 2026-02-10\ntitle: Sank\nsources:\n  - title: B\n")
    assert {event.id: event.status for event in load(folder).events if event.id != "sank"} == {
        "sank-2": "draft",
        "sank-3": "draft",
    }


def test_an_event_that_cannot_be_written_is_not_split(folder):
    (folder / "sank.yaml").chmod(0o444)
    before = _contents(folder)
    with pytest.raises(TimelineError, match=r"sank\.yaml: the file is read-only"):
        split_event(folder, "sank")
    assert _contents(folder) == before


def test_an_event_is_not_split_from_the_source_that_its_date_counts_from(folder):
    (folder / "sank.yaml").write_text(SOURCES.format(date="yesterday", published=""))
    before = _contents(folder)
    with pytest.raises(TimelineError, match=r"'yesterday' counts from 2026-02-11.*`timeline check --fix`"):
        split_event(folder, "sank")
    assert _contents(folder) == before
    (folder / "sank.yaml").write_text(SOURCES.format(date="yesterday", published="2026-02-12"))
    split_event(folder, "sank")
    assert {str(event.date) for event in load(folder).events} == {"2026-02-11"}


@pytest.mark.parametrize(("name", "message"), [("nothing", "no event has the id"), ("built", "one article only")])
def test_what_cannot_be_split_says_so(path, name, message):
    with pytest.raises(TimelineError, match=message):
        split_event(path, name)


def test_the_terminal_shows_quote_reasoning_and_twin_and_takes_keys(path, monkeypatch):
    output = io.StringIO()
    console = Console(file=output, width=100)
    keys = iter(["x", "e", "Aurora sank", "", "", "", "q"])
    monkeypatch.setattr("builtins.input", lambda *_: next(keys))
    review(path, ask_on(console))
    assert "The ferry Aurora sank off Bergen on Monday." in output.getvalue()
    assert "likely the same: 2026-02-09" in output.getvalue()
    assert "“on Monday” → 9 February 2026" in output.getvalue()
    assert next(event.title for event in load(path).events if event.id == "sank") == "Aurora sank"


def test_the_end_of_input_quits(path, monkeypatch):
    def ended(*_):
        raise EOFError

    monkeypatch.setattr("builtins.input", ended)
    review(path, ask_on(Console(file=io.StringIO())))
    assert path.read_text() == YAML
