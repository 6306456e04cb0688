"""A run that is killed at any moment leaves whole files, and the next run completes them."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.cli import main
from timeline.store import load

ARTICLES = {
    "a.md": "The ferry Aurora sank off Bergen on 9 February 2026. Norway closed two airports on 10 February 2026.",
    "b.md": "The storm reached Oslo on 11 February 2026. Parliament will debate the disaster on 3 March 2026.",
}
MOMENTS = ("os.fsync", "pathlib.Path.replace")
STOP = """\
import os, pathlib, signal
def stopping(function, number):
    calls = iter(range(1, 1000))
    def call(*arguments):
        if next(calls) == number:
            print("now", flush=True)
            signal.pause()
        return function(*arguments)
    return call
import timeline.store.files, timeline.cli.text
{moment} = stopping({moment}, {number})
"""


@pytest.fixture
def folder(tmp_path) -> Path:
    (tmp_path / "articles").mkdir()
    for name, text in ARTICLES.items():
        (tmp_path / "articles" / name).write_text(f"---\ntitle: {name}\npublished: 2026-02-12\n---\n{text}\n")
    return tmp_path


def _complete(folder: Path, into: str, monkeypatch) -> None:
    monkeypatch.chdir(folder)
    assert main(["extract", "articles", "--into", into]) == 0


def _kill(folder: Path, into: str, moment: str, number: int) -> None:
    """Run in a process that stops at a moment, and kill it there; nothing is killed where it ends before."""
    (folder / "stop").mkdir()
    (folder / "stop" / "sitecustomize.py").write_text(STOP.format(moment=moment, number=number))
    command = [sys.executable, "-m", "timeline.cli", "extract", "articles", "--into", into]
    environment = {**os.environ, "PYTHONPATH": str(folder / "stop")}
    with subprocess.Popen(command, cwd=folder, text=True, stdout=subprocess.PIPE, env=environment) as stopped:
        if "now\n" in iter(stopped.stdout.readline, ""):
            stopped.send_signal(signal.SIGKILL)


def _contents(path: Path) -> dict[str, bytes]:
    files = [path, *path.parent.glob(f".{path.stem}*")] if path.suffix else path.iterdir()
    return {file.name.replace("undisturbed", "timeline"): file.read_bytes() for file in files if file.is_file()}


@pytest.mark.parametrize("number", [1, 2, 3])
@pytest.mark.parametrize("moment", MOMENTS)
@pytest.mark.parametrize("suffix", [".yaml", ""], ids=["a file", "a folder"])
def test_a_killed_run_leaves_whole_files_and_the_next_completes_them(folder, suffix, moment, number, monkeypatch):
    whole, killed = folder / f"undisturbed{suffix}", folder / f"timeline{suffix}"
    for path in (whole, killed):
        if not suffix:
            path.mkdir()
            (path / "timeline.yaml").write_text("title: The ferry\n")
    _complete(folder, whole.name, monkeypatch)
    _kill(folder, killed.name, moment, number)
    if killed.exists():
        load(killed)
    _complete(folder, killed.name, monkeypatch)
    undisturbed = {name: data.replace(b"Undisturbed", b"Timeline") for name, data in _contents(whole).items()}
    assert _contents(killed) == undisturbed
    assert not list(folder.rglob("*unfinished"))
    assert len(load(killed).events) == 4
