"""`import` and `export` as a person uses them."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from timeline import store
from timeline.exchange import all_formats

CSV = "When,What,Budget\n1961-04-12,First human in space,\n1969-07,On the Moon,25\n"
YAML = """title: Talks
lanes: [Envoys, Presidents]
events:
  - id: treaty   # the permanent name
    date: 2025-02~
    title: Treaty signed
    sources: [{title: A headline, quote: It was signed.}]
  - {id: ides, date: -0043-03-15, title: Ides}
"""


def test_import_prints_yaml_and_says_what_the_columns_are(run):
    Path("moon.csv").write_text(CSV)
    done = run("import", "moon.csv")
    assert done.code == 0
    assert done.out.startswith("title: Moon\nevents:\n  - id: first-human-in-space-1961-04-12\n    date: 1961-04-12\n")
    assert "column 'Budget' is not read" in done.err


def test_import_twice_doubles_nothing_and_keeps_what_a_person_wrote(run):
    Path("moon.csv").write_text(CSV)
    assert "2 events written" in run("import", "moon.csv", "-o", "events/moon.yaml").err
    path = Path("events/moon.yaml")
    path.write_text(path.read_text().replace("On the Moon", "Two people on the Moon") + "# mine\n")
    Path("moon.csv").write_text(CSV + "1972-12,Last people on the Moon,\n")
    assert "1 event added, 2 there already" in run("import", "moon.csv", "-o", "events/moon.yaml").err
    assert [event.title for event in store.load(path).events] == [
        "First human in space",
        "Two people on the Moon",
        "Last people on the Moon",
    ]
    assert "# mine" in path.read_text()


def test_an_id_that_is_that_of_another_event_is_told(run):
    Path("talks.yaml").write_text(YAML)
    Path("other.csv").write_text("id,date,title\ntreaty,1999,Another treaty\n")
    told = run("import", "other.csv", "-o", "talks.yaml", "--yes").err
    assert "'treaty' is there with another title and date, and stays as it is; if 'Another treaty' is another" in told
    assert "0 events added, 1 there already" in told
    assert "another title" not in run("import", "talks.yaml", "-o", "talks.yaml").err


def test_what_a_person_took_away_is_not_said_to_be_there(run):
    Path("talks.yaml").write_text(YAML)
    run("export", "talks.yaml", "-o", "talks.json")
    Path("mine.yaml").write_text("title: Mine\nevents:\n")
    assert "2 events added, 0 there already\n" in run("import", "talks.json", "-o", "mine.yaml").err
    assert run("rm", "treaty", "--in", "mine.yaml").code == 0
    told = run("import", "talks.json", "-o", "mine.yaml").err
    assert "0 events added, 1 there already, 1 left out: someone took it away\n" in told


@pytest.mark.parametrize("name", sorted(all_formats()))
def test_importing_twice_doubles_nothing_whatever_the_format(run, name):
    Path("talks.yaml").write_text(YAML)
    file = f"exported{all_formats()[name].extensions[0]}"
    run("export", "talks.yaml", "--to", name, "-o", file)
    run("import", file, "--from", name, "-o", "events/talks.yaml", "--yes")
    before = Path("events/talks.yaml").read_text()
    again = run("import", file, "--from", name, "-o", "events/talks.yaml", "--yes")
    assert "0 events added" in again.err, again.err
    assert Path("events/talks.yaml").read_text() == before


def test_import_of_what_cannot_be_read_ends_with_1(run):
    assert run("import", "-", given="date,title\n2024-02-30,Never\n2024,Fine\n").code == 1
    done = run("import", "-", "--from", "json", given="{")
    assert (done.code, done.out) == (1, "")
    assert "this is no JSON" in done.err


def test_import_of_a_file_that_is_not_there_is_wrong_use(run):
    assert run("import", "nothing.csv").code == 2


def test_a_column_can_be_said(run):
    done = run("import", "-", "--column", "Budget=text", "--column", "When=date", given=CSV)
    assert 'text: "25"' in done.out
    assert run("import", "-", "--column", "Budget", given=CSV).code == 2


def test_the_language_of_a_table_can_be_said(run):
    Path("wahl.csv").write_text("Datum;Titel\n4. März 2024;Wahl\n", encoding="utf-8")
    done = run("import", "wahl.csv", "--language", "de-AT", "-o", "wahl.yaml")
    assert (done.code, store.load("wahl.yaml").language) == (0, "de-AT")
    assert "line 2: '4. März 2024' is read as 2024-03-04" in done.err


def test_a_language_that_is_said_counts_more_than_that_of_the_file(run):
    given = '{"language": "en", "events": [{"date": "4. März 2024", "title": "Wahl"}]}'
    done = run("import", "-", "--from", "json", "--language", "de", given=given)
    assert "language: de\n" in done.out
    assert "date: 2024-03-04" in done.out


@pytest.mark.parametrize("tag", ["German", "DE", "de_AT", ""])
def test_what_is_no_language_is_wrong_use(run, tag):
    done = run("import", "-", "--language", tag, given=CSV)
    assert done.code == 2
    assert "is no language; write a tag such as de or de-AT" in done.err


@pytest.mark.parametrize(("answer", "code"), [("\n", 0), ("y\n", 0), ("n\n", 1)])
def test_in_a_terminal_it_asks_whether_the_columns_are_right(run, monkeypatch, answer, code):
    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    from timeline.cli import main

    Path("moon.csv").write_text(CSV)
    run("--version")
    monkeypatch.setattr("sys.stdin", Terminal(answer))
    monkeypatch.setattr("sys.stderr", Terminal())
    assert main(["import", "moon.csv", "-o", "moon.yaml"]) == code
    assert Path("moon.yaml").exists() == (code == 0)
    assert main(["import", "moon.csv", "-o", "again.yaml", "--yes"]) == 0


def test_export_says_what_is_lost_field_by_field_or_one_by_one(run):
    Path("talks.yaml").write_text(YAML)
    done = run("export", "talks.yaml", "-o", "talks.ics")
    assert (done.code, done.out) == (0, "")
    assert "left out: calendars have only the years 1 to 9999" in done.err
    assert "not carried or changed: sources.quote" in done.err
    assert Path("talks.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert (
        "treaty: sources.0.quote: 'It was signed.' is not carried"
        in run("export", "talks.yaml", "-o", "talks.ics", "--losses").err
    )


def test_export_prints_the_file(run):
    Path("talks.yaml").write_text(YAML)
    done = run("export", "talks.yaml", "--to", "tsv")
    assert done.out.splitlines()[0] == "id\tdate\ttitle\tsource title\tsource quote"


def test_there_and_back_is_the_same_timeline(run):
    Path("talks.yaml").write_text(YAML)
    run("export", "talks.yaml", "-o", "talks.xlsx")
    run("import", "talks.xlsx", "-o", "back.yaml", "--yes")
    assert store.load("back.yaml").events == store.load("talks.yaml").events


@pytest.mark.parametrize("words", [["--to", "word"], [], ["-o", "talks.bin"]])
def test_export_to_no_format_lists_the_formats(run, words):
    Path("talks.yaml").write_text(YAML)
    done = run("export", "talks.yaml", *words)
    assert done.code == 2
    assert "csv, icalendar, json, jsonld, markwhen" in done.err


def test_export_of_a_folder_of_timelines_asks_for_one_of_them(run):
    Path("many").mkdir()
    for name in ("talks", "war"):
        Path(f"many/{name}.yaml").write_text(YAML)
    done = run("export", "many", "--to", "json")
    assert (done.code, done.out) == (2, "")
    assert "is no timeline, but a folder of timelines; name one of its files, such as many/talks.yaml" in done.err


@pytest.mark.parametrize("address", ["javascript:alert(1)//", "e.org/x/", "mailto:a@example.org", "https://"])
def test_export_takes_no_address_that_is_none_of_a_page(run, address):
    Path("talks.yaml").write_text(YAML)
    done = run("export", "talks.yaml", "--to", "icalendar", "--address", address)
    assert (done.code, done.out) == (2, "")
    assert "write one such as https://example.org/talks/" in done.err
