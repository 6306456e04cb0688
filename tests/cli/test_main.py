"""The command line as a whole."""

from __future__ import annotations

import argparse
from importlib.metadata import version
from pathlib import Path

from timeline.cli import parser

PAGE = Path(__file__).parents[2] / "site" / "reference" / "cli.md"


def _verbs() -> dict[str, argparse.ArgumentParser]:
    actions = [action for action in parser()._actions if isinstance(action, argparse._SubParsersAction)]
    return dict(actions[0].choices)


def test_no_verb_is_wrong_use(run):
    done = run()
    assert done.code == 2
    assert "usage: timeline" in done.err


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
