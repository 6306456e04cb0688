"""The command line as a whole."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest

from timeline.cli import parser

PAGE = Path(__file__).parents[2] / "site" / "reference" / "cli.md"


def _verbs() -> dict[str, argparse.ArgumentParser]:
    actions = [action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(actions[0].choices)


def test_no_verb_is_wrong_use(run):
    done = run()
    assert done.code == 2
    assert "usage: timeline" in done.err
    assert "timeline --help" in done.err


def test_what_is_no_terminal_gets_utf_8_whatever_the_system_writes(tmp_path):
    (tmp_path / "a.txt").write_text("The council met in 東京 yesterday.", encoding="utf-8")
    command = [sys.executable, "-m", "timeline.cli"]
    environment = {**os.environ, "PYTHONUTF8": "0", "PYTHONIOENCODING": "cp1252"}
    found = [*command, "extract", str(tmp_path / "a.txt"), "--published", "2026-02-11"]
    done = subprocess.run(found, env=environment, capture_output=True, check=True)
    assert "2026-02-10\tThe council met in 東京" in done.stdout.decode()
    asked = [*command, "explain", "-"]
    refused = subprocess.run(asked, env=environment, input="→ 東京".encode(), capture_output=True, check=False)
    assert "no time expression in '→ 東京'" in refused.stderr.decode()


def test_who_has_read_enough_of_what_is_written_ends_it_quietly(tmp_path):
    (tmp_path / "a.yaml").write_text("- {id: a, date: 2025, title: A}\n")
    reader, writer = os.pipe()
    os.close(reader)
    command = [sys.executable, "-m", "timeline.cli", "export", str(tmp_path / "a.yaml"), "--to", "csv"]
    done = subprocess.run(command, stdout=writer, stderr=subprocess.PIPE, check=False)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, b"")


def test_the_version_is_told(run):
    assert run("--version").out.strip() == f"timeline {version('event-timelines')}"


def test_every_verb_says_what_it_is_for_and_what_its_options_mean():
    for name, verb in _verbs().items():
        assert verb.description, name
        assert all(action.help for action in verb._actions), name


def test_the_reference_page_tells_every_verb_and_every_option():
    page = PAGE.read_text(encoding="utf-8")
    for name, verb in _verbs().items():
        assert f"## `{name}`" in page, name
        for action in verb._actions:
            for option in action.option_strings:
                assert option in ("-h", "--help") or option in page, (name, option)


def test_an_interrupt_ends_quietly_even_before_the_command_begins(run, monkeypatch):
    def interrupted():
        raise KeyboardInterrupt

    monkeypatch.setattr("timeline.cli.parser", interrupted)
    done = run()
    assert (done.code, done.out, done.err) == (130, "", "")


def test_an_interrupt_of_which_something_else_makes_an_error_ends_quietly_too(run, monkeypatch):
    def interrupted():
        try:
            signal.raise_signal(signal.SIGINT)
        except KeyboardInterrupt as error:
            raise ValueError(f"cannot build a validator: {error}") from None

    before = signal.getsignal(signal.SIGINT)
    monkeypatch.setattr("timeline.cli.parser", interrupted)
    done = run()
    assert (done.code, done.out, done.err) == (130, "", "")
    assert signal.getsignal(signal.SIGINT) is before


def test_a_command_that_begins_loads_what_it_needs_only_when_interrupts_are_heard():
    told = "import sys; import timeline.cli; print(*(name for name in sys.modules if name.startswith('timeline')))"
    done = subprocess.run([sys.executable, "-c", told], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["timeline", "timeline.cli"]


FINE = "title: Talks\nevents:\n  - {id: visit, date: 2025-03, title: A visit}\n"
CODES = {
    1: [
        "check wrong.yaml",
        "export wrong.yaml --to csv",
        "review wrong.yaml",
        "extract fine.md --into broken.yaml",
        "explain weather",
        "tag undated.txt",
        "import wrong.csv",
    ],
    2: [
        "check nowhere",
        "check --select NONSENSE fine.yaml",
        "export nowhere.yaml --to csv",
        "export fine.yaml --to nonsense",
        "export fine.yaml -o fine.yaml/a.csv",
        "review nowhere.yaml",
        "extract nowhere.md",
        "extract fine.md --into fine.yaml/a.yaml",
        "explain Friday --language xx",
        "explain Friday --published then",
        "tag nowhere.txt",
        "import nowhere.csv",
        "import fine.yaml -o talks.txt",
        "eval nowhere",
        "add fine.yaml title=A date=2025-02-30",
        "add talks.txt title=A date=2025",
        "set nobody title=A --in fine.yaml",
        "set visit title=A --in nowhere",
        "rm nobody --in fine.yaml",
        "split nowhere.yaml",
        "rename-tag a b --in nowhere",
        "new .",
        "cms-config --repository a/b",
    ],
}


@pytest.mark.parametrize(("code", "command"), [(code, command) for code, given in CODES.items() for command in given])
def test_1_is_for_what_was_read_and_2_for_what_was_asked(run, code, command):
    Path("fine.yaml").write_text(FINE)
    Path("wrong.yaml").write_text(FINE.replace("2025-03", "2025-02-30"))
    Path("broken.yaml").write_text("title: [\n")
    Path("wrong.csv").write_text("date,title\n2024-02-30,Never\n")
    Path("undated.txt").write_text("They met yesterday.")
    Path("fine.md").write_text("---\npublished: 2026-02-11\n---\n\nBoth sides signed a treaty on 3 May 2025.\n")
    before = {path: path.read_bytes() for path in Path().iterdir()}
    done = run(*command.split())
    assert done.code == code, done.err
    assert {path: path.read_bytes() for path in Path().iterdir()} == before


def test_a_refused_word_moves_no_cursor(run):
    done = run("explain", "May", "b\x1b[2J.tml")
    assert done.code == 2
    assert "b\N{REPLACEMENT CHARACTER}[2J.tml" in done.err
    assert "\x1b" not in done.err
