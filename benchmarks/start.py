"""How long a process has to wait for the first text that is read, beside the peers."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping

RUNS = 7
OURS = """
import time
start = time.process_time()
from timeline import tag
tag("They met two days later.", "2026-02-11")
print(time.process_time() - start)
"""
DATEPARSER = """
import time
start = time.process_time()
from dateparser.search import search_dates
search_dates("They met two days later.", languages=["en"])
print(time.process_time() - start)
"""
CHRONO = """
const start = process.cpuUsage();
require("chrono-node").parse("They met two days later.", new Date("2026-02-11T12:00:00"));
const used = process.cpuUsage(start);
console.log((used.user + used.system) / 1e6);
"""


def table() -> str:
    """CPU seconds from the import to the first answer, each time in a fresh process.

    What an interpreter keeps of a module it has read, an installed package has: the first run, which makes it, does
    not count. Without it, each process would translate the modules anew.
    """
    with tempfile.TemporaryDirectory() as folder:
        kept = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
        environment = kept | {"PYTHONPYCACHEPREFIX": folder}
        rows = [
            _row("timeline", _times(sys.executable, "-c", OURS, environment)),
            _row("chrono-node", _times(shutil.which("node"), "-e", CHRONO, environment)),
            _row("dateparser search_dates", _times(sys.executable, "-c", DATEPARSER, environment)),
        ]
    return "\n".join(["| CPU seconds to the first text read | middle | best |", "| --- | ---: | ---: |", *rows])


def _times(program: str | None, option: str, script: str, environment: Mapping[str, str]) -> list[float]:
    """The times of the runs but the first, from the shortest on; [] where the program is not there or fails."""
    if program is None:
        return []
    call = [program, option, script]
    runs = [subprocess.run(call, capture_output=True, text=True, check=False, env=environment) for _ in range(RUNS + 1)]
    return sorted(float(run.stdout) for run in runs[1:]) if not any(run.returncode for run in runs) else []


def _row(name: str, times: list[float]) -> str:
    return f"| {name} | {times[len(times) // 2]:.2f} | {times[0]:.2f} |" if times else f"| {name} | not installed | |"
