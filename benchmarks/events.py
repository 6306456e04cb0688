"""Ten thousand events in one file: how long it takes to load, check, edit and publish them."""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from timeline.check import run
from timeline.options import Options
from timeline.publish import build
from timeline.publish.preview import Preview
from timeline.publish.settings import Settings
from timeline.store import load
from timeline.store.changes import read_change
from timeline.store.editing import set_fields

COUNT = 10_000
EVENT = """- id: e{number}
  date: {year}-02-{day:02d}
  title: Event {number} of many, with a title of usual length
  lane: Lane {lane}
  tags: [one, two]
  importance: 0.{lane}
  sources:
    - {{publisher: A paper, title: A headline, published: 2025-01-01}}
"""


def table(_corpora: argparse.Namespace) -> str:
    """The table of the page."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "events" / "many.yaml"
        write(path)
        measured = {
            "load": lambda: load(path),
            "check": lambda: run([path]),
            "change the title of one": lambda: set_fields(path, "e5000", [read_change("title=Another")]),
            "show a changed title in a preview": preview(path),
            "build complete pages with no host": lambda: build(
                Options(events=folder / "events", config=folder / "mkdocs.yml"), folder / "out", "none"
            ),
        }
        rows = [f"| {what} | {cpu_seconds(work):.2f} |" for what, work in measured.items()]
    return "\n".join([f"| {COUNT:,} events in one file | CPU seconds |", "|---|---:|", *rows])


def preview(path: Path) -> Callable[[], object]:
    """What `timeline serve` does when a title is saved: read it, and make what the page of the timeline asks for."""
    shown = Preview()
    shown.read(Settings(events=path.parent))
    for page in shown.pages():
        shown.keep(f"{page.folder}/index.html", page.source, page.html)

    def save() -> None:
        path.write_text(path.read_text("utf-8").replace("Event 6000 of many", "Another event"), encoding="utf-8")
        version = shown.version
        shown.rebuild(lambda: sys.exit("a changed title needs no build"))
        shown.changes("timelines/many/", version)
        shown.content("timelines/many/chart.json")

    return save


def write(path: Path) -> None:
    """Write the file."""
    events = (
        EVENT.format(number=number, year=1000 + number % 1000, day=1 + number % 28, lane=number % 6)
        for number in range(COUNT)
    )
    path.parent.mkdir(parents=True)
    path.write_text("title: Many events\nevents:\n" + "".join(events), encoding="utf-8")


def cpu_seconds(work: Callable[[], object]) -> float:
    """How long the work takes in CPU time, so that neighbours on the machine count less."""
    begin = time.process_time()
    work()
    return time.process_time() - begin
