"""Every command that a page or the README shows is run, and prints what the page says it prints."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "site").rglob("*.md"))]
FENCE = re.compile(
    r"^(?P<ticks>`{3,})(?P<language>\w*)(?: title=\"(?P<title>[^\"\n]+)\")?[^`\n]*\n(?P<text>.*?)^(?P=ticks)$",
    re.MULTILINE | re.DOTALL,
)


def _commands(block: str) -> list[tuple[str, str]]:
    """The commands of one fence, each with the output that is shown below it."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(command, output.rstrip()) for command, _, output in (part.partition("\n") for part in parts)]


def _sessions(page: Path) -> Iterator[object]:
    """The console fences of a page, each with the files that stand above it: fences with a `title="PATH"`."""
    text = page.read_text(encoding="utf-8")
    files: dict[str, str] = {}
    for fence in FENCE.finditer(text):
        if fence["title"]:
            files[fence["title"]] = fence["text"]
        elif fence["language"] == "console":
            name = f"{page.relative_to(ROOT)}:{text[: fence.start()].count(chr(10)) + 1}"
            yield pytest.param(dict(files), _commands(fence["text"]), id=name)


SESSIONS = [session for page in PAGES for session in _sessions(page)]


@pytest.mark.parametrize(("files", "session"), SESSIONS)
def test_a_console_example_prints_what_the_page_shows(files, session, tmp_path):
    """One fence is one session in a folder with the page's files; `timeline` is under test, the rest is the shell's."""
    for name, text in files.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
        "NO_COLOR": "1",
        "COLUMNS": "88",
    }
    assert session, "a console fence has commands that begin with '$ '"
    for command, shown in session:
        assert shlex.split(command), command
        done = subprocess.run(
            ["bash", "-c", command], cwd=tmp_path, env=environment, capture_output=True, text=True, check=False
        )
        printed = (done.stdout + done.stderr).rstrip()
        assert printed == shown, command
