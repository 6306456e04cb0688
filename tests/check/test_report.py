"""How findings are shown: to people, to programs, to GitHub, to code scanners."""

from __future__ import annotations

import json

import pytest

from timeline.check import report, run
from timeline.check.diagnostic import Diagnostic
from timeline.check.report import FORMATS

BROKEN = "events:\n  - date: 2024-02-30\n    title: 'A % B'\n    lane: x\u200ey\n    colour: red\n"


@pytest.fixture
def found(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "events").mkdir()
    (tmp_path / "events" / "a b.yaml").write_text(BROKEN)
    return run([tmp_path / "events"])


def test_text_shows_the_line_with_a_mark_and_what_to_write(found, tmp_path):
    path = tmp_path / "events" / "a b.yaml"
    assert report(found).splitlines() == [
        f"{path}:2:11: DAT102 there is no day '2024-02-30': 2024-02 has 29 days",
        "2 |   - date: 2024-02-30",
        "  |           ^^^^^^^^^^",
        "  = write the day that is meant, or 2024-02 if only the month is known",
        "",
        f"{path}:5:5: FLD101 there is no field 'colour'",
        "5 |     colour: red",
        "  |     ^^^^^^",
        f"  = {found[1].hint}",
        "",
        "2 errors.",
    ]
    assert "\x1b[31mDAT102\x1b[0m" in report(found, colour=True)


def test_nothing_found_says_nothing():
    assert [report([], name) for name in ("text", "github")] == ["", ""]
    assert json.loads(report([], "json")) == []
    assert json.loads(report([], "sarif"))["runs"][0]["results"] == []


def test_what_a_file_holds_moves_no_cursor(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("- date: 2025\n  title: A\n  x\u200e\u2028y: 1\n\tz: \x85\n")
    text = report(run([path]))
    assert text
    assert all(character.isprintable() or character == "\n" for character in text)


@pytest.mark.parametrize("name", FORMATS)
def test_neither_a_name_of_a_file_nor_a_hint_moves_a_cursor(name):
    for line in (0, 1):
        one = Diagnostic("a\x9b.yaml", line, line, (line, line), "EVT101", "x", "error", "b\x1b[2J", "c\x1b[2J")
        assert not {"\x1b", "\x9b"} & set(report([one], name))


def test_what_has_no_line_has_a_hint():
    one = Diagnostic("a.yaml", 0, 0, (0, 0), "EVT101", "x", "error", "b", "write c")
    assert report([one]).splitlines() == ["a.yaml: EVT101 b", "  = write c", "", "1 error."]


def test_a_long_line_is_shown_around_the_place(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(f"- {{title: {'x' * 250}, date: 2025-02-30, text: {'y' * 5000}}}\n")
    _, line, mark, *_ = report(run([path])).splitlines()
    assert len(line) < 200
    start, end = mark.index("^"), mark.rindex("^") + 1
    assert line[start:end] == "2025-02-30"


def test_json_is_a_list_of_objects(found, tmp_path):
    [first, second] = json.loads(report(found, "json"))
    assert first == {
        "path": str(tmp_path / "events" / "a b.yaml"),
        "line": 2,
        "column": 11,
        "end_line": 2,
        "end_column": 21,
        "code": "DAT102",
        "name": "impossible-date",
        "level": "error",
        "message": "there is no day '2024-02-30': 2024-02 has 29 days",
        "hint": "write the day that is meant, or 2024-02 if only the month is known",
        "fixable": False,
    }
    assert second["code"] == "FLD101"


def test_github_gets_commands_with_everything_escaped(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a,b.yaml").write_text("- date: 2025\n  title: A\n  50%: 1\n")
    [line] = report(run(["a,b.yaml"]), "github").splitlines()
    assert line.startswith("::error file=a%2Cb.yaml,line=3,col=3,endLine=3,title=FLD101 unknown-field::")
    assert line.partition("::error ")[2].partition("::")[2].startswith("there is no field '50%25'; use one of")


def test_sarif_has_a_place_and_a_rule_for_every_result(found):
    log = json.loads(report(found, "sarif"))
    [one] = log["runs"]
    assert log["version"] == "2.1.0"
    assert {rule["id"] for rule in one["tool"]["driver"]["rules"]} == {"DAT102", "FLD101"}
    [location] = one["results"][0]["locations"]
    assert location["physicalLocation"] == {
        "artifactLocation": {"uri": "events/a%20b.yaml"},
        "region": {"startLine": 2, "startColumn": 11, "endLine": 2, "endColumn": 21},
    }


def test_a_file_that_cannot_be_read_has_a_place_in_every_format(tmp_path):
    (tmp_path / "link.yaml").symlink_to(tmp_path / "none")
    found = run([tmp_path])
    for name in FORMATS:
        assert "link.yaml" in report(found, name)
    [result] = json.loads(report(found, "sarif"))["runs"][0]["results"]
    region = dict.fromkeys(["startLine", "startColumn", "endLine", "endColumn"], 1)
    assert result["locations"][0]["physicalLocation"]["region"] == region
