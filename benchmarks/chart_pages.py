"""Pages with one chart of synthetic events each, made with the real client: what `benchmarks.chart` measures.

python -m benchmarks.chart_pages OUT --n 20 2000 20000
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
from html import escape
from pathlib import Path

from timeline.figure.static_svg import chart_html
from timeline.figure.tiles import chart_files
from timeline.model.date import EdtfDate
from timeline.model.event import Event
from timeline.model.timeline import Timeline
from timeline.publish.assets import modules
from timeline.publish.plotlyjs import plotly_javascript

STATIC = Path(__file__).parent.parent / "timeline" / "publish" / "static"
LANES = ("Politics", "Science", "Culture", "Economy", "Technology", "Environment")
FIRST = tuple("First Second Great Royal Northern Southern Eastern Public Civic Joint Open Digital Grand".split())  # noqa: SIM905
SECOND = tuple("treaty census exhibition railway survey market charter telescope harbour archive festival".split())  # noqa: SIM905
THIRD = ("of Alder Bay", "in the Upper Valley", "at Port Linden", "", "for the Coastal Towns", "of the Twelve Rivers")
START, END = -25567, 20453


def synthetic(number: int, seed: int = 7) -> Timeline:
    """A timeline of events that nobody heard of: six lanes, 70 % days and 30 % intervals, half of them in bursts."""
    chance = random.Random(seed)
    events = [_event(chance, index) for index in range(number)]
    return Timeline(id=f"synthetic-{number}", title=f"{number} synthetic events", lanes=LANES, events=tuple(events))


def _event(chance: random.Random, index: int) -> Event:
    span = END - START
    burst = chance.gauss(span * (chance.randrange(12) + 0.5) / 12, 400)
    first = START + (chance.randrange(span) if chance.random() < 0.5 else min(span - 1, max(0, int(burst))))
    last = min(END, first + int(10 ** chance.uniform(1, 3.6))) if chance.random() < 0.3 else first
    begin, end = EdtfDate.of_day(first), EdtfDate.of_day(last)
    return Event(
        id=f"e{index}",
        title=" ".join(filter(None, (chance.choice(FIRST), chance.choice(SECOND), chance.choice(THIRD)))),
        date=begin if first == last else EdtfDate(f"{begin}/{end}"),
        lane=chance.choice(LANES),
        text=f"Synthetic event {index}: what happened, where, and why it mattered to those who were there.",
    )


def page(tl: Timeline, language: str = "en", head: str = "") -> str:
    """A page with the chart and the list of a timeline, as the site writes them."""
    direction = "rtl" if language in {"ar", "he", "fa"} else "ltr"
    return (
        f'<!doctype html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(tl.title)}</title>{head}"
        '<link rel="stylesheet" href="assets/timeline.css"><link rel="stylesheet" href="page.css">'
        f'{_early(tl)}<script type="module" async src="assets/client.js"></script></head><body><main>'
        f"<h1>{escape(tl.title)}</h1>"
        f'<div class="timeline" data-timeline="{tl.id}" data-timeline-src="{tl.id}/chart.json"'
        ' data-timeline-plotly="assets/plotly.min.js">'
        f'<figure class="timeline-chart">{chart_html(tl, language)}</figure>'
        f"{events(tl)}</div></main></body></html>"
    )


def _early(tl: Timeline) -> str:
    """What the chart at the top of the page needs, asked for at once."""
    links = (f'<link rel="modulepreload" href="assets/{name}.js">' for name in modules())
    script = '<link rel="preload" as="script" href="assets/plotly.min.js">'
    return f'{"".join(links)}{script}<link rel="preload" as="fetch" crossorigin href="{tl.id}/chart.json">'


def events(tl: Timeline) -> str:
    """The list of a timeline, in parts that a browser may leave unlaid while they are out of sight."""
    parts = range(0, len(tl.events), 200)
    return "".join(f'<ol class="timeline-events">{"".join(map(_item, tl.events[at : at + 200]))}</ol>' for at in parts)


def _item(event: Event) -> str:
    link = f'<a class="timeline-permalink" href="#{event.id}">{escape(event.title)}</a>'
    return f'<li id="{event.id}"><time>{escape(str(event.date))}</time> {link}<p>{escape(event.text or "")}</p></li>'


def write(folder: Path, tl: Timeline, language: str = "en") -> Path:
    """Write a timeline's page with everything it needs; returns the page."""
    assets = folder / "assets"
    assets.mkdir(parents=True, exist_ok=True)
    for source in STATIC.iterdir():
        shutil.copy(source, assets)
    (assets / "plotly.min.js").write_bytes(plotly_javascript())
    (folder / "page.css").write_text(
        "body{margin:20px;font-family:sans-serif}h1{font-size:16px;margin:0 0 8px}"
        "@media(prefers-color-scheme:dark){body{background:#1e2129;color:#e9ecf1}}"
    )
    for name, data in chart_files(tl, language):
        file = folder / tl.id / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(json.dumps(data, separators=(",", ":")))
    (folder / f"{tl.id}.html").write_text(page(tl, language))
    return folder / f"{tl.id}.html"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--n", type=int, nargs="+", default=[20, 200, 2000, 20000])
    arguments = parser.parse_args()
    for count in arguments.n:
        print(write(arguments.out, synthetic(count)))
