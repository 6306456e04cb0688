"""From files to a timeline, again and again."""

from __future__ import annotations

import io
from contextlib import nullcontext

import pytest
from rich.progress import Progress

from timeline.cli import main
from timeline.extract import run
from timeline.extract.read import Report
from timeline.extract.run import events_of
from timeline.store import add, load
from timeline.store.changes import read_change
from timeline.store.editing import merge_events, set_fields

FERRY = "title: Ferry sinks\npublished: 2026-02-10"
LATER = "title: A day later\npublished: 2026-02-11"
ARTICLES = {
    "a.md": f"---\n{FERRY}\n---\nThe ferry Aurora sank off the coast of Bergen on Monday.\n",
    "b.md": f"---\n{LATER}\n---\nThe ferry Aurora, which sank off the coast of Bergen on Monday, was built in 1998. "
    "Parliament will debate the disaster on 3 March 2026.\n",
    "c.txt": "",
}

AGAIN = "The ferry Aurora sank off the coast of Bergen last Monday, a week before its sister."


@pytest.fixture
def folder(tmp_path):
    path = tmp_path / "articles"
    path.mkdir()
    for name, text in ARTICLES.items():
        (path / name).write_text(text)
    return path


def test_articles_become_events_told_once_with_all_sources(folder):
    report = Report()
    events = events_of([folder], report).events
    found = {str(event.date): event for event in events}
    assert {source.title for source in found["2026-02-09"].sources} == {"Ferry sinks", "A day later"}
    assert found["2026-03-03"].certainty == "planned"
    assert (report.counts["read"], report.counts["refused"], report.counts["merged"]) == (2, 1, 1)


def test_only_the_most_important_are_kept(folder):
    (event,) = events_of([folder], Report(), top=1).events
    assert str(event.date) == "2026-02-09"


def test_what_two_articles_tell_in_the_same_few_words_is_offered_by_two_names(tmp_path):
    for name in ("a.md", "b.md"):
        told = "The ferry Aurora sank on Monday."
        (tmp_path / name).write_text(f"---\ntitle: {name}\npublished: 2026-02-10\n---\n{told}\n")
    merged = events_of([tmp_path], Report())
    (offer,) = merged.offers
    assert {offer.one.id, offer.other.id} == {event.id for event in merged.events}
    assert len(run.most_important(merged, 2).events) == 1


def test_an_article_in_an_unknown_language_is_refused_and_the_others_are_read(folder):
    (folder / "d.md").write_text("---\nlanguage: qq\npublished: 2026-02-11\n---\nQqq qq 3 qqqq.\n")
    report = Report()
    assert events_of([folder], report).events
    assert any(error.path.endswith("d.md") for error in report.refused)
    assert (report.counts["read"], report.counts["refused"]) == (2, 2), "c.txt is empty"


def test_progress_counts_what_is_refused_too(folder, monkeypatch):
    shown = Progress(disable=True)
    monkeypatch.setattr(run, "_progress", lambda: nullcontext(shown))
    events_of([folder / "nothing.txt", folder, folder / "nowhere.txt"], Report())
    [task] = shown.tasks
    assert (task.completed, task.total) == (5, 5)


def test_running_again_changes_nothing_and_what_a_person_wrote_stays(folder, tmp_path):
    path = tmp_path / "ferry.yaml"
    add(path, events_of([folder], Report()).events)
    first = path.read_text()
    edited = first.replace("title: The ferry Aurora sank", "title: The Aurora disaster # mine").replace(
        "draft", "reviewed", 1
    )
    assert edited != first
    path.write_text(edited)
    for _ in range(10):
        assert add(path, events_of([folder], Report()).events).new == []
        assert path.read_text() == edited
    assert len(load(path).events) == len(events_of([folder], Report()).events)


def test_the_same_articles_give_the_same_file(folder, tmp_path):
    written = []
    for name in ("one", "two"):
        path = tmp_path / name / "ferry.yaml"
        path.parent.mkdir()
        add(path, events_of([folder], Report()).events)
        written.append(path.read_bytes())
    assert written[0] == written[1]


def test_what_a_person_edited_merged_and_renamed_survives_ten_runs(folder, monkeypatch):
    path = folder.parent / "ferry.yaml"
    command = ["extract", str(folder), "--into", str(path)]
    assert main(command) == 1  # a file of the folder is empty, and that is told
    first, *others = [event.id for event in load(path).events]
    merge_events(path, first, others[:1])
    set_fields(path, first, [read_change(change) for change in ("title=A night at sea  ", "lane=Disasters")])
    by_hand = path.read_text().replace(f"id: {first}\n", "id: night\n")
    path.write_text(by_hand.replace("lane: Disasters", "lane: Disasters  # of the coast"))
    edited = {file.name: file.read_bytes() for file in folder.parent.iterdir() if file.is_file()}
    for _ in range(10):
        main(command)
    assert "night" in [event.id for event in load(path).events]
    assert {file.name: file.read_bytes() for file in folder.parent.iterdir() if file.is_file()} == edited


def test_a_later_article_becomes_a_source_of_the_event_it_tells_again(folder, capsys):
    path = folder.parent / "ferry.yaml"
    main(["extract", str(folder), "--into", str(path)])
    before = {event.id: event for event in load(path).events}
    (folder / "e.md").write_text(f"---\ntitle: A week later\npublished: 2026-02-16\n---\n{AGAIN}\n")
    capsys.readouterr()
    main(["extract", str(folder), "--into", str(path)])
    after = {event.id: event for event in load(path).events}
    assert after.keys() == before.keys()
    (told,) = [name for name in after if after[name] != before[name]]
    assert [source.title for source in after[told].sources[len(before[told].sources) :]] == ["A week later"]
    assert f"'{told}' is told by 1 more" in capsys.readouterr().err


@pytest.mark.parametrize("columns", [True, False])
def test_a_terminal_sees_how_far_it_is_and_anything_else_nothing(folder, monkeypatch, columns):
    shown = io.StringIO()
    shown.isatty = lambda: columns
    monkeypatch.setattr("sys.stderr", shown)
    monkeypatch.setenv("TERM", "xterm")
    events_of([folder], Report())
    assert ("articles" in shown.getvalue()) is columns
    assert ("3/3" in shown.getvalue()) is columns
