"""`check` as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

GOOD = """title: Talks
published: 2026-02-11
events:
  - id: treaty
    date: 2025-02
    title: Treaty signed
    sources:
      - title: A headline
        publisher: A paper
        published: 2026-02-11
"""
BROKEN = {
    "invalid YAML": ("title: [Talks\n", 1),
    "an impossible date": (GOOD.replace("2025-02\n", "2024-02-30\n"), 5),
    "a duplicate id": (
        GOOD + "  - id: treaty\n    date: 2024\n    title: Another\n    sources: [{title: A, published: 2026}]\n",
        11,
    ),
    "an unknown field": (GOOD.replace("title: Treaty", "titel: Treaty"), 6),
}


def _write(text: str) -> None:
    Path("events").mkdir()
    Path("events/talks.yaml").write_text(text)


def test_what_is_fine_is_fine(run):
    _write(GOOD)
    assert run("check").code == 0


@pytest.mark.parametrize("name", BROKEN)
def test_what_is_wrong_is_named_with_its_line(run, name):
    text, line = BROKEN[name]
    _write(text)
    done = run("check", "events", "--format", "json")
    assert done.code == 1
    found = json.loads(done.out)
    assert [each for each in found if each["path"].endswith("talks.yaml") and abs(each["line"] - line) <= 1]
    assert Path("events/talks.yaml").read_text() == text


def test_a_file_that_cannot_be_read_does_not_hide_what_is_wrong_with_the_others(run):
    _write(BROKEN["invalid YAML"][0])
    Path("events/other.yaml").write_text(BROKEN["an impossible date"][0])
    done = run("check", "events", "--format", "json")
    assert {Path(each["path"]).name for each in json.loads(done.out)} == {"talks.yaml", "other.yaml"}


def test_a_file_alone_in_its_folder_is_checked_whatever_its_name(run):
    Path("_draft.yaml").write_text(GOOD.replace("2025-02\n", "2024-02-30\n"))
    done = run("check", "_draft.yaml")
    assert (done.code, done.out.splitlines()[0].split(":")[:2]) == (1, ["_draft.yaml", "5"])


def test_fix_writes_the_date_and_keeps_the_phrase(run):
    _write(GOOD.replace("date: 2025-02\n", "date: February last year\n"))
    shown = run("check", "--diff")
    assert "+    date: 2025-02" in shown.out
    assert "February last year" in Path("events/talks.yaml").read_text()
    run("check", "--fix")
    text = Path("events/talks.yaml").read_text()
    assert "date: 2025-02\n" in text
    assert "expression: February last year" in text
    assert run("check").code == 0


def test_who_checks_hears_that_nothing_is_wrong(run):
    _write(GOOD)
    done = run("check", "--format", "json")
    assert (json.loads(done.out), done.err) == ([], "timeline: nothing is wrong\n")
    Path("events/talks.yaml").write_text(GOOD.replace("date: 2025-02\n", "date: 2025-13\n"))
    assert "nothing is wrong" not in run("check").err


def test_what_fix_would_change_moves_no_cursor(run):
    _write(GOOD.replace("date: 2025-02\n", "date: February last year\n"))
    Path("events/talks.yaml").rename("events/a\x1b[2Jb.yaml")
    shown = run("check", "--diff").out
    assert shown.startswith("--- events/a\N{REPLACEMENT CHARACTER}[2Jb.yaml\n")
    assert all(line.isprintable() for line in shown.split("\n"))
    assert not shown.endswith("\n\n")


def test_an_unknown_rule_is_refused(run):
    _write(GOOD)
    done = run("check", "--select", "NONSENSE")
    assert done.code == 2
    assert "there is no rule 'NONSENSE'" in done.err


def test_standard_input_is_not_checked(run):
    done = run("check", "-", given=GOOD)
    assert (done.code, done.out) == (2, "")
    assert "standard input is not checked; write it into a file" in done.err


def test_check_looks_for_pictures_where_the_pages_of_the_site_are(run):
    Path("events").mkdir()
    Path("events/a.yaml").write_text("- {title: A, date: 2025, image: {src: img/a.png, alt: A}}  # no source\n")
    Path("pages/img").mkdir(parents=True)
    Path("mkdocs.yml").write_text("docs_dir: pages\n")
    done = run("check")
    assert done.code == 1
    assert "EVT307" in done.out
    assert "there is no picture 'img/a.png'" in done.out
    assert run("check", "--config", "none.yml").code == 0
    Path("broken.yml").write_text("docs_dir: [\n")
    assert run("check", "--config", "broken.yml").code == 0
    Path("events/a.yaml").write_text(Path("events/a.yaml").read_text().replace("no source", "timeline: ignore EVT307"))
    assert run("check").code == 0
    Path("events/a.yaml").write_text(Path("events/a.yaml").read_text().replace("ignore EVT307", ""))
    Path("pages/img/a.png").touch()
    assert run("check").code == 0


def test_the_folder_of_a_site_is_checked_as_it_is_built_whatever_its_files_are_called(run):
    Path("events").mkdir()
    Path("mkdocs.yml").write_text("site_name: News\nplugins: [timeline]\n")
    for name in ("index", "talks"):
        text = "title: Talks\nevents:\n  - {id: treaty, date: 2025-02-12, title: A treaty}\n"
        Path(f"events/{name}.yaml").write_text(text)
    done = run("check")
    assert done.out.count("TML404") == 1
    assert "events/index.yaml: TML404" in done.out
    assert "duplicate" not in done.out + done.err
    assert "EVT301" not in done.out
    assert run("check", "events/talks.yaml").code == 0
    assert "TML404" in run("check", "events/index.yaml").out


def test_check_outside_of_a_site_says_where_to_go(run):
    done = run("check")
    assert done.code == 2
    assert "events: there is no such file or folder; name one, or go to the folder of the site" in done.err
