"""The chart beside its peers: processor time until it is drawn and per zoom step, elements, labels.

Every number is the median of alternating runs in one browser on the same synthetic events; compare the ratios, since a
busy machine changes all of them alike. Peers are measured when `npm` can bring them.
"""

from __future__ import annotations

import functools
import http.server
import json
import shutil
import subprocess
import tempfile
import threading
from argparse import Namespace
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright
from playwright.sync_api import TimeoutError as TooLong

from benchmarks.chart_pages import LANES, synthetic, write
from timeline.model.timeline import Timeline
from timeline.publish.plotlyjs import plotly_files

FLAGS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking"]
COUNTS = (20, 2_000, 20_000)
RUNS, STEPS, SETTLE = 3, 6, 500
PATIENCE = 60_000
SCRIPTS = Path(__file__).parent / "peers"
READY = {
    "ours": "document.querySelector('[data-timeline]')?.dataset.timelineState === 'ready'",
    "peer": "window.ready === true",
}
PEERS = {
    "Plotly, bare": (None, "plotly.min.js"),
    "ECharts": ("echarts@6", "echarts/dist/echarts.min.js"),
    "vis-timeline": ("vis-timeline@8", "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"),
}
FAULTS = """() => {
  const all = [...document.querySelectorAll('.timeline-stage .timeline-label')].map(e => e.getBoundingClientRect());
  const { left, right } = document.querySelector('.timeline-stage').getBoundingClientRect();
  const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
  const over = all.filter((a, n) => all.slice(n + 1).some(b => meet(a, b)));
  return [all.length, over.length + all.filter(b => b.left < left - 1 || b.right > right + 1).length]; }"""


@dataclass(frozen=True)
class Run:
    """What one visit of a page took: milliseconds of processor time, elements of the chart, labels and their faults."""

    ready: float
    step: float
    elements: int
    labels: int
    faults: int


def table(_corpora: Namespace) -> str:
    """The measurements as a Markdown table."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        executable = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=executable, args=FLAGS)
        peers = {peer: script for peer in PEERS if (script := _script(peer, folder))}
        with _Server(folder) as address:
            rows = [row for count in COUNTS for row in _rows(browser, address, folder, count, peers)]
        browser.close()
    missing = [peer for peer in PEERS if peer not in peers]
    note = f"\n\nNot measured, since npm could not bring them: {', '.join(missing)}." if missing else ""
    head = "| events | chart | CPU to ready, ms | CPU per zoom step, ms | elements | named | faults |"
    return "\n".join([head, "|--:|---|--:|--:|--:|--:|--:|", *rows]) + note


def _script(peer: str, folder: Path) -> str | None:
    package, path = PEERS[peer]
    if package is None:
        (folder / path).write_bytes(plotly_files()["plotly.min.js"])
        return path
    npm = shutil.which("npm")
    if npm is None:
        return None
    command = [npm, "install", "--silent", "--no-save", "--prefix", str(folder / package), package]
    if subprocess.run(command, check=False, capture_output=True, timeout=300).returncode:
        return None
    return f"{package}/node_modules/{path}"


def _rows(browser: Browser, address: str, folder: Path, count: int, peers: dict[str, str]) -> Iterator[str]:
    tl = synthetic(count)
    pages = {"timeline": (write(folder, tl).name, READY["ours"])}
    for peer, script in peers.items():
        name = f"{peer.split(',')[0].lower()}-{count}.html"
        (folder / name).write_text(
            _peer_page(tl, script, SCRIPTS.joinpath(f"{peer.split(',')[0].lower()}.js").read_text())
        )
        pages[peer] = (name, READY["peer"])
    runs: dict[str, list[Run | None]] = {name: [] for name in pages}
    for _ in range(RUNS):
        for name, (path, ready) in pages.items():
            # A page that could not be drawn once is not tried again.
            if None not in runs[name]:
                runs[name].append(_visit(browser, f"{address}/{path}", ready))
    for name, measured in runs.items():
        yield f"| {count:,} | {name} | {' | '.join(_values([run for run in measured if run]))} |"


def _values(runs: list[Run]) -> Iterator[str]:
    if not runs:
        yield from ("not drawn in a minute", "", "", "", "")
        return
    yield from (f"{median(getattr(run, field) for run in runs):,.0f}" for field in ("ready", "step", "elements"))
    ours = runs[0].labels > 0
    yield from (f"{median(run.labels for run in runs):.0f}", f"{max(run.faults for run in runs)}") if ours else ("", "")


def _peer_page(tl: Timeline, script: str, body: str) -> str:
    events = [
        {
            "title": event.title,
            "lane": LANES.index(event.lane or ""),
            "first": str(event.date.start),
            "last": str(event.date.end),
        }
        for event in tl.events
    ]
    return (
        f'<!doctype html><meta charset="utf-8"><script src="{script}"></script><div id="c" style="height:720px"></div>'
        f"<script>const LANES={json.dumps(LANES)},EVENTS={json.dumps(events)};{body}</script>"
    )


def _visit(browser: Browser, address: str, ready: str) -> Run | None:
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    processes = browser.new_browser_cdp_session()
    page.goto("about:blank")
    before = _cpu(processes)
    page.goto(address, wait_until="commit")
    try:
        page.wait_for_function(ready, timeout=PATIENCE)
    except TooLong:
        context.close()
        return None
    until = _cpu(processes) - before
    ours = page.locator(".timeline-stage").count() > 0
    labels, faults = page.evaluate(FAULTS) if ours else (0, 0)
    elements = page.locator(".timeline-chart *" if ours else "#c *").count()
    steps = [_step(page, processes, ours) for _ in range(STEPS)]
    context.close()
    return Run(until, median(steps), elements, labels, faults)


def _step(page: Page, processes: CDPSession, ours: bool) -> float:
    before = _cpu(processes)
    if ours:
        page.evaluate("document.querySelector('.timeline-zoom-in').click()")
    else:
        page.mouse.move(640, 360)
        page.mouse.wheel(0, -100)
    page.wait_for_timeout(SETTLE)
    return _cpu(processes) - before


def _cpu(processes: CDPSession) -> float:
    found: dict[str, Any] = processes.send("SystemInfo.getProcessInfo")
    return float(1000 * sum(process["cpuTime"] for process in found["processInfo"]))


class _Quiet(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments: object) -> None:
        pass


class _Server:
    def __init__(self, folder: Path) -> None:
        self.server = http.server.ThreadingHTTPServer(
            ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))
        )

    def __enter__(self) -> str:
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_address[1]}"

    def __exit__(self, *_: object) -> None:
        self.server.shutdown()
        self.server.server_close()
