"""Every command that a page or the README shows is run, and prints what the page says it prints."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "site").rglob("*.md"))]
FENCE = re.compile(r"^```console\n(.*?)^```", re.MULTILINE | re.DOTALL)


def _commands(block: str) -> list[tuple[str, str]]:
    """The commands of one fence, each with the output that is shown below it."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(command, output.rstrip()) for command, _, output in (part.partition("\n") for part in parts)]


SESSIONS = [
    pytest.param(
        _commands(match[1]),
        id=f"{page.relative_to(ROOT)}:{page.read_text(encoding='utf-8')[: match.start()].count(chr(10)) + 1}",
    )
    for page in PAGES
    for match in FENCE.finditer(page.read_text(encoding="utf-8"))
]


@pytest.mark.parametrize("session", SESSIONS)
def test_a_console_example_prints_what_the_page_shows(session, tmp_path):
    """One fence is one session in an empty folder; `timeline` is the command under test, the rest is the shell's."""
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
