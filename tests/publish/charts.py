"""Pages with charts, made of the real templates, for a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from timeline.model.date import EdtfDate
from timeline.model.event import Event, slug
from timeline.model.timeline import Timeline
from timeline.publish.assets import CLIENT, STYLES, assets
from timeline.publish.files import files
from timeline.publish.outfile import OutFile, write
from timeline.publish.pages import timeline_page
from timeline.publish.settings import Settings
from timeline.publish.site import Site

POLICY = {"Content-Security-Policy": "default-src 'self'"}
LANES = ("Politics", "Science", "Culture", "Economy", "Technology", "Environment")
WORDS = ("Great", "Northern", "Public", "Second"), ("treaty", "census", "railway", "archive"), ("in Marrow Hill", "")


def many(count: int, name: str = "") -> Timeline:
    """So many events over a hundred years in six lanes, three in ten of them intervals."""
    return Timeline(
        id=name or f"many-{count}", title=f"{count} events", lanes=LANES, events=[_event(n) for n in range(count)]
    )


def _event(number: int) -> Event:
    spread = number * 7919
    first = -25567 + spread % 45000
    title = " ".join(filter(None, (words[spread // (3 + at) % len(words)] for at, words in enumerate(WORDS))))
    last = first + spread % 900 if number % 10 < 3 else first
    date = EdtfDate.of_day(first) if first == last else EdtfDate(f"{EdtfDate.of_day(first)}/{EdtfDate.of_day(last)}")
    return Event(id=f"e{number}", title=f"{title} {number}", date=date, lane=LANES[spread % 6])


def told(title: str, date: str, lane: str, published: str | None = None, **more) -> Event:
    """An event with a source."""
    source = {"title": "A headline", "publisher": "A paper", "published": published, "quote": "It was said so."}
    return Event(id=slug(title), title=title, date=date, lane=lane, sources=[source] if published else [], **more)


TALKS = Timeline(
    id="talks",
    title="The talks",
    lanes=("Diplomacy", "Sanctions"),
    events=[
        told("Call between the presidents", "2025-02-12", "Diplomacy", "2025-02-12", tags=["call"], text="*Long*."),
        told("A plan is leaked", "2025-03", "Diplomacy", "2025-06-01", tags=["plan"], people=["Ann Example"]),
        told("New sanctions", "2025-04-02/2025-05-20", "Sanctions", "2025-04-03"),
        told("Sanctions are lifted, perhaps", "2025-07~", "Sanctions", "2025-08-09"),
        told("An embargo", "2025-05-01/..", "Sanctions", "2025-05-02"),
        told("A summit", "2025-11", "Diplomacy", certainty="planned"),
        told("One of two meetings", "[2025-03-04,2025-04-03]", "Diplomacy", "2025-04-04"),
    ],
)
DEEP = Timeline(
    id="deep",
    title="Deep time",
    events=[
        told("The Earth forms", "Y-4540000000~", "Earth"),
        told("An impact", "Y-66000000~", "Earth"),
        told("A book about it", "1859-11-24", "Life"),
    ],
)
GERMAN = TALKS.model_copy(update={"id": "deutsch", "language": "de"})
ARABIC = TALKS.model_copy(update={"id": "arabic", "language": "ar"})
YEARS = Timeline(id="years", title="Years", events=[told("One", "2024", "Past"), told("Another", "2025", "Past")])
SHOWN = (TALKS, DEEP, YEARS, GERMAN, ARABIC)


def write_site(folder: Path) -> None:
    """Write a page per timeline, with the real data, client and list."""
    site = Site((*SHOWN, *map(many, (20, 200, 2000, 5200))), Settings(extras=()))
    icon = OutFile("icon.svg", '<svg xmlns="http://www.w3.org/2000/svg"/>')
    write(folder, [icon, *assets(), *files(site), *_pages(site)])


def _pages(site: Site) -> Iterator[OutFile]:
    styles = f'<link rel="stylesheet" href="../../{STYLES}">'
    for tl in site.timelines:
        page = timeline_page(site, tl)
        direction = "rtl" if tl.language == "ar" else "ltr"
        head = f'<meta name="viewport" content="width=device-width"><title>{tl.title}</title>{styles}'
        yield OutFile(
            f"{page.folder}/index.html",
            f'<!doctype html><html lang="{tl.language}" dir="{direction}"><meta charset="utf-8">{head}'
            f'<link rel="icon" href="../../icon.svg"><script type="module" src="../../{CLIENT}"></script>'
            f"<body class='timeline-page'><main>{page.html}</main></html>",
        )
