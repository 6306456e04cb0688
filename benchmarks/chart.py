"""The chart beside its peers, and what it promises: processor time, elements, labels, bytes, faults.

Times are medians of alternating runs, each in a new browser, on the same synthetic events; compare the ratios, since a
busy machine changes all of them alike. Peers are measured when `npm` can bring them.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from statistics import median

from playwright.sync_api import Playwright, sync_playwright
from playwright.sync_api import TimeoutError as TooLong

from benchmarks.browser import PATIENCE, cpu_to_ready, traced, visit
from benchmarks.chart_facts import facts
from benchmarks.chart_pages import LANES, build, synthetic
from timeline.publish.plotlyjs import VERSION
from tools.server import served

COUNTS = (20, 2_000, 20_000)
ZOOMED = (2_000, 20_000, 200_000)
RUNS, STEPS = 3, 7
OURS = "document.querySelector('[data-timeline]')?.dataset.timelineState === 'ready'"
BARE = "Plotly, bare"
PEERS = {
    BARE: (f"plotly.js-basic-dist-min@{VERSION}", "plotly.js-basic-dist-min/plotly-basic.min.js"),
    "ECharts": ("echarts@6", "echarts/dist/echarts.min.js"),
    "vis-timeline": ("vis-timeline@8", "vis-timeline/standalone/umd/vis-timeline-graph2d.min.js"),
}
SCRIPTS = Path(__file__).parent / "peers"
READY_GOALS = {20: 1.0, 2_000: 0.8, 20_000: 0.4}
ZOOM_GOALS = {2_000: 1.2, 20_000: 1.5, 200_000: 1.5}


def table(_corpora: Namespace) -> str:
    """The measurements as Markdown tables."""
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        build(folder, sorted({*COUNTS, *ZOOMED}))
        peers = {peer: script for peer in PEERS if (script := _script(peer, folder))}
        with served(folder) as address:
            tables = [
                _table(_ready(playwright, address, folder, peers)),
                _table(_zoom(playwright, address, BARE in peers)),
                _table(facts(playwright, address)),
            ]
    missing = [peer for peer in PEERS if peer not in peers]
    note = [f"Not measured, since npm could not bring them: {', '.join(missing)}."] if missing else []
    return "\n\n".join([*tables, *note])


def _table(rows: Iterator[tuple[str, ...]]) -> str:
    head, *body = rows
    return "\n".join(f"| {' | '.join(row)} |" for row in (head, ("---", *("--:" for _ in head[1:])), *body))


def _script(peer: str, folder: Path) -> str | None:
    package, path = PEERS[peer]
    npm = shutil.which("npm")
    if npm is None:
        return None
    command = [npm, "install", "--silent", "--no-save", "--prefix", str(folder / package), package]
    if subprocess.run(command, check=False, capture_output=True, timeout=300).returncode:
        return None
    return f"{package}/node_modules/{path}"


def _ready(playwright: Playwright, address: str, folder: Path, peers: dict[str, str]) -> Iterator[tuple[str, ...]]:
    yield "CPU until it is drawn, ms", *(f"{count:,} events" for count in COUNTS)
    spent = {count: _ready_of(playwright, address, _pages(folder, count, peers)) for count in COUNTS}
    for name in ("timeline", *peers):
        yield name, *(f"{spent[count][name]:,.0f}" if name in spent[count] else "over a minute" for count in COUNTS)
    if BARE in peers:
        ratios = [spent[count]["timeline"] / spent[count][BARE] for count in COUNTS]
        yield "timeline to Plotly, bare", *(f"{ratio:.2f}" for ratio in ratios)
    yield "wanted", *(f"≤ {READY_GOALS[count]}" for count in COUNTS)


def _pages(folder: Path, count: int, peers: dict[str, str]) -> dict[str, tuple[str, str]]:
    for peer, script in peers.items():
        page = _peer_page(count, script, SCRIPTS.joinpath(f"{_file(peer)}.js").read_text(encoding="utf-8"))
        (folder / f"{_file(peer)}-{count}.html").write_text(page, encoding="utf-8")
    own = {"timeline": (f"timelines/synthetic-{count}/", OURS)}
    return own | {peer: (f"{_file(peer)}-{count}.html", "window.ready === true") for peer in peers}


def _file(peer: str) -> str:
    return peer.split(",", maxsplit=1)[0].lower()


def _ready_of(playwright: Playwright, address: str, pages: dict[str, tuple[str, str]]) -> dict[str, float]:
    spent: defaultdict[str, list[float]] = defaultdict(list)
    late: set[str] = set()
    for _ in range(RUNS):
        for name, (path, ready) in pages.items():
            # A page that could not be drawn once is not tried again.
            if name in late:
                continue
            with visit(playwright, address) as seen:
                try:
                    spent[name].append(cpu_to_ready(seen, path, ready))
                except TooLong:
                    late.add(name)
    return {name: median(times) for name, times in spent.items() if name not in late}


def _peer_page(count: int, script: str, body: str) -> str:
    events = [
        {
            "title": event.title,
            "lane": LANES.index(event.lane or ""),
            "first": str(event.date.start),
            "last": str(event.date.end),
        }
        for event in synthetic(count).events
    ]
    return (
        '<!doctype html><meta charset="utf-8"><link rel="icon" href="data:,"><div id="c" style="height:720px"></div>'
        f'<script src="{script}"></script>'
        f"<script>const LANES={json.dumps(LANES)},EVENTS={json.dumps(events)};{body}</script>"
    )


def _zoom(playwright: Playwright, address: str, bare: bool) -> Iterator[tuple[str, ...]]:
    yield "CPU of the main thread per zoom step", "ms", "to Plotly, bare, with 20 events", "wanted"
    spent: defaultdict[int, list[float]] = defaultdict(list)
    for _ in range(RUNS):
        if bare:
            spent[0].append(_step(playwright, address, "plotly-20.html", "window.ready === true"))
        for count in ZOOMED:
            spent[count].append(_step(playwright, address, f"timelines/synthetic-{count}/", OURS))
    base = median(spent[0]) if bare else None
    if base:
        yield f"{BARE}, 20 events", f"{base:.1f}", "1.00", ""
    for count in ZOOMED:
        step = median(spent[count])
        ratio = f"{step / base:.2f}" if base else ""
        yield f"timeline, {count:,} events", f"{step:.1f}", ratio, f"≤ {ZOOM_GOALS[count]}"


def _step(playwright: Playwright, address: str, path: str, ready: str) -> float:
    steps: list[float] = []
    with visit(playwright, address) as seen:
        seen.page.goto(f"{address}/{path}")
        seen.page.wait_for_function(ready, timeout=PATIENCE)
        seen.page.wait_for_timeout(1000)
        seen.page.mouse.move(640, 360)
        for number in range(STEPS):
            with traced(seen, steps):
                if ready == OURS:
                    seen.page.evaluate("document.querySelector('.timeline-zoom-in').click()")
                else:
                    seen.page.mouse.wheel(0, -100 if number % 3 < 2 else 100)
    return median(steps)
