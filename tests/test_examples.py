"""Every command that a page or the README shows is run, and prints what the page says it prints.

`python tests/test_examples.py` writes the output of all commands into the pages anew.
"""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "site").rglob("*.md"))]
FENCE = re.compile(
    r"^(?P<ticks>`{3,})(?P<language>\w*)(?: title=\"(?P<title>[^\"\n]+)\")?[^`\n]*\n(?P<text>.*?)^(?P=ticks)$",
    re.MULTILINE | re.DOTALL,
)


@dataclass(frozen=True)
class Session:
    """The commands of one console fence, and the files that the page shows above it (fences with a title)."""

    page: Path
    start: int
    text: str
    files: dict[str, str]

    def commands(self) -> list[tuple[str, str]]:
        """Each command with the output that is shown below it."""
        parts = re.split(r"^\$ ", self.text, flags=re.MULTILINE)[1:]
        return [(command, output.rstrip()) for command, _, output in (part.partition("\n") for part in parts)]

    def run(self, folder: Path) -> Iterator[tuple[str, str, str]]:
        """Run the commands in a folder: each command, what the page shows, what it prints."""
        for name, text in self.files.items():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
        path = f"{Path(sys.executable).parent}:{os.environ['PATH']}"
        environment = {**os.environ, "PATH": path, "NO_COLOR": "1", "COLUMNS": "88"}
        for command, shown in self.commands():
            assert shlex.split(command), command
            done = subprocess.run(
                ["bash", "-c", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
            )
            yield command, shown, (done.stdout + done.stderr).rstrip()


def sessions(page: Path) -> Iterator[Session]:
    """The console fences of a page."""
    text = page.read_text(encoding="utf-8")
    files: dict[str, str] = {}
    for fence in FENCE.finditer(text):
        if fence["title"]:
            files[fence["title"]] = fence["text"]
        elif fence["language"] == "console":
            yield Session(page, fence.start("text"), fence["text"], dict(files))


def _name(session: Session) -> str:
    line = session.page.read_text(encoding="utf-8")[: session.start].count("\n")
    return f"{session.page.relative_to(ROOT)}:{line}"


@pytest.mark.parametrize("session", [session for page in PAGES for session in sessions(page)], ids=_name)
def test_a_console_example_prints_what_the_page_shows(session, tmp_path):
    """One fence is one session in a folder with the page's files; `timeline` is under test, the rest is the shell's."""
    assert session.commands(), "a console fence has commands that begin with '$ '"
    for command, shown, printed in session.run(tmp_path):
        assert printed == shown, command


def _write(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for session in reversed(list(sessions(page))):
        with tempfile.TemporaryDirectory() as folder:
            lines = [
                f"$ {command}\n{printed}\n" if printed else f"$ {command}\n"
                for command, _, printed in session.run(Path(folder))
            ]
        text = text[: session.start] + "".join(lines) + text[session.start + len(session.text) :]
    page.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    for page in PAGES:
        _write(page)
