"""Running the rules: which, over which files, silenced where, and fixed."""

from __future__ import annotations

import pytest

from timeline.check import fix, run
from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError
from timeline.store import load

TODAY = EdtfDate("2026-02-11")


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "a.yaml").write_text(
        "lanes: [One]\nevents:\n"
        "- {title: A, date: 2024-02-30}\n"
        "- {title: B, date: 2026-02-12, lane: Two}  # timeline: ignore DAT104\n"
        "- {titel: C, date: 2025}\n"
    )
    (tmp_path / "b.yaml").write_text("title: A: B\n")
    (tmp_path / "c").mkdir()
    (tmp_path / "c" / "one.yaml").write_text("title: D\ndate: 2027\n")
    (tmp_path / "c" / "timeline.yaml").write_text("title: C\n")
    return tmp_path


def _found(paths, **options):
    return [(each.code, each.place.rpartition("/")[2]) for each in run(paths, today=TODAY, **options)]


def test_all_files_are_checked_in_their_order(folder):
    assert _found([folder]) == [
        ("DAT102", "a.yaml:3:20"),
        ("EVT303", "a.yaml:4:38"),
        ("FLD101", "a.yaml:5:4"),
        ("YML002", "b.yaml:1:9"),
        ("DAT104", "one.yaml:2:7"),
    ]


def test_a_wrong_date_hides_nothing_else_that_is_wrong(tmp_path):
    (tmp_path / "a.yaml").write_text(
        "lanes: [One]\ntags: [tag]\nevents:\n"
        "- {title: A, date: 2024-02-30, lane: Two, tags: [tug],\n"
        "   sources: [{published: 2024-03-01, quote: on Monday, expression: on Tuesday}]}\n"
    )
    assert [code for code, _ in _found([tmp_path])] == ["DAT102", "EVT303", "EVT304", "SRC202"]


def test_rules_are_chosen_by_code_name_and_beginning(folder):
    assert _found([folder], select=["DAT"]) == [("DAT102", "a.yaml:3:20"), ("DAT104", "one.yaml:2:7")]
    assert _found([folder], select=["unknown-lane"]) == [("EVT303", "a.yaml:4:38")]
    assert _found([folder], ignore=["FLD", "DAT", "YML"]) == [("EVT303", "a.yaml:4:38")]
    assert ("SRC201", "a.yaml:4:11") in _found([folder], notes=True)
    with pytest.raises(TimelineError, match="there is no rule 'DAT999'"):
        run([folder], select=["DAT999"])


def test_a_file_of_a_folder_is_checked_with_its_folder(folder):
    (folder / "c" / "two.yaml").write_text("- {id: one, title: X, date: 2020}\n- {id: one, title: Y, date: 2021}\n")
    assert _found([folder / "c" / "one.yaml"]) == [("DAT104", "one.yaml:2:7")]
    assert _found([folder / "c" / "two.yaml"]) == [("EVT301", "two.yaml:2:8")]
    assert _found([folder / "c"]) == [("DAT104", "one.yaml:2:7"), ("EVT301", "two.yaml:2:8")]


def test_what_is_not_there_is_an_error(tmp_path):
    with pytest.raises(TimelineError, match="there is no such file or folder"):
        run([tmp_path / "none.yaml"])
    assert run([tmp_path]) == []


@pytest.mark.parametrize("file", ["events/bridge.yaml", "events/bridge.yml"])
@pytest.mark.parametrize("name", ["bridge", "bridge.YAML", "events/bridge", "./bridge.yaml"])
def test_a_timeline_that_is_named_without_its_folder_or_ending_is_the_one_to_write(tmp_path, monkeypatch, name, file):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "events").mkdir()
    (tmp_path / file).write_text("- {title: A, date: 2025}\n")
    for read in (lambda: run([name]), lambda: load(name)):
        with pytest.raises(TimelineError) as raised:
            read()
        assert raised.value.hint == f"write {file}"


def test_timelines_that_are_named_one_by_one_are_compared_as_those_of_their_folder(tmp_path):
    first, second, other = (tmp_path / name for name in ("one/a.yaml", "one/b.yaml", "another/a.yaml"))
    for path in (first, second, other):
        path.parent.mkdir(exist_ok=True)
        path.write_text("id: talks\nevents: [{title: A, date: 2025}]\n")
    assert _found([first, second]) == [("TML402", "b.yaml:1:5")]
    assert _found([second, first, second]) == [("TML402", "a.yaml:1:5")]
    assert _found([first.parent, second]) == [("TML402", "b.yaml:1:5")]
    assert _found([first, other]) == []


def test_a_file_that_lies_too_deep_is_reported_with_where_it_belongs(folder):
    (folder / "c" / "deep" / "deeper").mkdir(parents=True)
    (folder / "c" / "_hidden").mkdir()
    for place in ("deep/x.yaml", "deep/deeper/y.yml", "_hidden/z.yaml", "deep/notes.txt"):
        (folder / "c" / place).write_text("title: X\ndate: 2020\n")
    for path in (folder, folder / "c"):
        found = run([path], select=["misplaced-file"], today=TODAY)
        assert [each.place for each in found] == [str(folder / "c/deep" / name) for name in ("deeper/y.yml", "x.yaml")]
        assert {each.hint for each in found} == {f"move it to {folder / 'c'}"}
    assert run([folder / "c" / "one.yaml"], select=["misplaced-file"], today=TODAY) == []


@pytest.mark.parametrize("place", ["bridge.yaml.txt", "bridge.YML.txt", "c/bridge.yaml.txt", "c/deep/bridge.yaml.txt"])
def test_a_file_to_whose_name_an_editor_has_added_another_ending_is_reported(folder, place):
    file = folder / place
    file.parent.mkdir(exist_ok=True)
    file.write_text("title: X\ndate: 2020\n")
    (folder / "notes.txt").write_text("Ask the council.\n")
    [found] = run([folder], select=["misplaced-file"], today=TODAY)
    assert (found.place, found.message) == (str(file), "ends with .txt: nothing would take it for a timeline")
    assert found.hint == f"rename it to {file.stem}"


PHRASES = """# mine
published: 2026-02-11
events:
  - date: February last year  # about then
    title: 'A'

  - title: B
    date: "three days after 12 August 2025"
    id: b
"""


def test_a_fix_writes_the_date_and_keeps_the_phrase_and_every_comment(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(PHRASES)
    [shown] = fix([path], diff=True, select=["DAT109"])
    assert path.read_text() == PHRASES
    assert "-  - date: February last year  # about then\n+  - date: 2025-02  # about then\n" in shown.diff
    [done] = fix([path], select=["DAT109"])
    assert (done.diff, done.count) == (shown.diff, 2)
    assert path.read_text() == (
        PHRASES.replace("February last year  #", "2025-02  #")
        .replace("    title: 'A'\n", "    title: 'A'\n    expression: February last year\n")
        .replace('"three days after 12 August 2025"', '"2025-08-15"')
        + "    expression: three days after 12 August 2025\n"
    )
    assert fix([path], select=["DAT109"]) == []


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_diff_has_the_lines_of_the_file_and_only_those_that_change(tmp_path, end):
    path = tmp_path / "a.yaml"
    lines = ["\ufeff# mine", "- id: a", "  title: 'A \u2028 B'", "  date: Easter 2025"]
    path.write_bytes("".join(line + end for line in lines).encode())
    [shown] = fix([path], diff=True)
    changed = ["-  date: Easter 2025", "+  date: 2025-04-20", "+  expression: Easter 2025"]
    assert shown.diff.split("\n") == [
        f"--- {path}", f"+++ {path}", "@@ -1,4 +1,5 @@", *(f" {line}" for line in lines[:3]), *changed, ""
    ]  # fmt: skip


def test_a_fix_takes_no_phrase_away(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("- {date: Easter 2025, expression: last spring, title: A, id: a}\n")
    assert fix([path]) == []
    [found] = run([path], select=["DAT109"])
    assert "'expression' has other words" in found.hint
    path.write_text("- {date: Easter 2025, expression: Easter 2025, title: A, id: a}\n")
    fix([path])
    assert path.read_text() == "- {date: 2025-04-20, expression: Easter 2025, title: A, id: a}\n"
    path.write_text("- {date: Easter 2025, title: A, id: a, sources: [{title: S, expression: Easter 2025}]}\n")
    fix([path])
    assert path.read_text() == "- {date: 2025-04-20, title: A, id: a, sources: [{title: S, expression: Easter 2025}]}\n"


def test_fixes_of_one_event_do_not_get_in_each_others_way(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(PHRASES)
    fix([path])
    assert "    title: 'A'\n    expression: February last year\n    id: a\n" in path.read_text()
    assert run([path], notes=True, ignore=["SRC201"]) == []


def test_a_fix_changes_no_date(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(PHRASES + "  - {title: C, date: two weeks later}\n")
    before = load(path)
    fix([path])
    assert [(event.title, event.date, event.expression) for event in load(path).events] == [
        (event.title, event.date, event.expression) for event in before.events
    ]
