"""Programs that do the same at the same time."""

from __future__ import annotations

import subprocess
import sys

import pytest


@pytest.fixture
def at_once():
    """Run a program once for each list of words, all at the same time; each must end well."""

    def run(program: str, *words: list[str]) -> None:
        started = [subprocess.Popen([sys.executable, "-c", program, *map(str, each)]) for each in words]
        assert [process.wait() for process in started] == [0] * len(words)

    return run
