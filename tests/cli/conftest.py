"""The command line as a person uses it: words in, text and an exit code out."""

from __future__ import annotations

import io
from dataclasses import dataclass

import pytest

from timeline.cli import main


@dataclass(frozen=True)
class Done:
    code: int
    out: str
    err: str


@pytest.fixture
def run(capsys, monkeypatch, tmp_path):
    """Run one command in an empty folder: ``run("tag", "-", given="…")``."""
    monkeypatch.chdir(tmp_path)

    def command(*words: str, given: str | bytes = "") -> Done:
        data = given if isinstance(given, bytes) else given.encode()
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data), encoding="utf-8"))
        try:
            code = main(list(words))
        except SystemExit as stop:
            code = int(stop.code or 0)
        printed = capsys.readouterr()
        return Done(code, printed.out, printed.err)

    return command
