"""A site of charts of all kinds in a real browser, under the strictest policy: nothing but files of its own."""

from __future__ import annotations

import base64
import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page

from timeline import publish
from timeline.options import Options

READY = "[data-timeline-state=ready]"
POLICY = {"Content-Security-Policy": "default-src 'self'"}
PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
PAYLOAD = """</script><script>document.title="owned"</script><img src=x onerror="document.title='owned'">"""
KINDS = f"""\
title: Every kind of date
published: 2026-02-11
lanes: [Orbit, Moon, Probes]
events:
  - {{id: sputnik, date: 1957-10-04, title: Sputnik 1 beeps, lane: Orbit, tags: [first], people: [Sergei Korolev]}}
  - {{id: laika, date: 1957-11-03, title: Laika in orbit, lane: Orbit, tags: [first, animals]}}
  - id: gagarin
    date: 1961-04-12
    title: Gagarin circles the Earth
    lane: Orbit
    tags: [first]
    people: [Yuri Gagarin]
    text: See [the archive](https://archive.example/) for *more*.
    image: {{src: img/gagarin.png, alt: Gagarin smiles, credit: A photographer, width: 30, height: 20}}
    sources:
      - {{url: "https://paper.example/a", title: A headline, publisher: A paper, published: 1961-04-13,
         quote: He circled the Earth yesterday, expression: yesterday}}
  - {{id: tereshkova, date: 1963-06-16, title: Tereshkova in orbit, lane: Orbit, people: [Valentina Tereshkova],
     sources: [{{title: Another headline, published: 1963-06-19}}]}}
  - {{id: leonov, date: "1965-03-18T08:34Z", title: Leonov leaves his ship, lane: Orbit, tags: [first]}}
  - {{id: mir, date: 1986-02-20/2001-03-23, title: The station Mir, lane: Orbit}}
  - {{id: station, date: 1998-11-20/.., title: A station of many countries, lane: Orbit}}
  - {{id: luna, date: 1959-09-14, title: Luna 2 hits the Moon, lane: Moon, tags: [first],
     sources: [{{title: A late headline, published: 1960-01-02}}]}}
  - {{id: apollo, date: 1961/1972, title: Project Apollo, lane: Moon}}
  - {{id: landing, date: 1969-07-20, title: First people on the Moon, lane: Moon, people: [Neil Armstrong],
     tags: [first], sources: [{{title: A headline of the day, published: 1969-07-21}}]}}
  - {{id: flash, date: 1968-12-24/1968-12-25, title: Two days around the Moon, lane: Moon}}
  - {{id: zond, date: 1968-09, title: Zond 5 around the Moon, lane: Moon, tags: [animals]}}
  - {{id: base, date: 2032, title: A base is planned, lane: Moon, certainty: planned}}
  - {{id: ideas, date: ../1955, title: Rockets on paper, lane: Probes}}
  - {{id: voyager, date: 1977-08-20, title: Voyager 2 leaves, lane: Probes}}
  - {{id: failure, date: 1969~, title: A rocket fails, lane: Probes}}
  - {{id: unsure, date: "[1970-03-04,1970-04-03]", title: A launch nobody dated, lane: Probes}}
  - {{id: venera, date: 1970-12-15, title: Venera 7 on Venus, lane: Probes, tags: [first]}}
  - {{id: mars, date: 1971-22, title: Summer of Mars, lane: Probes}}
  - {{id: hostile, date: 1990-04-24, title: {json.dumps(PAYLOAD)}, text: {json.dumps(PAYLOAD)}, lane: Probes}}
"""
ARABIC = """\
title: سباق الفضاء
language: ar
lanes: [المدار, القمر]
events:
  - {id: sputnik, date: 1957-10-04, title: إطلاق سبوتنيك, lane: المدار}
  - {id: gagarin, date: 1961-04-12, title: غاغارين يدور حول الأرض, lane: المدار}
  - {id: apollo, date: 1961/1972, title: برنامج أبولو, lane: القمر}
  - {id: landing, date: 1969-07-20, title: أول إنسان على القمر, lane: القمر}
  - {id: zond, date: 1968-09, title: زوند 5 حول القمر, lane: القمر}
"""
GERMAN = """\
title: Raumfahrt
language: de
events:
  - {id: sputnik, date: 1957-10-04, title: Sputnik piepst}
  - {id: eins, date: 1957-12-06, title: Eine Rakete versagt}
"""
HEBREW = """\
title: Titles of two scripts
events:
  - {id: peace, date: 2020-01-05, title: "שלום עולם (2020)!"}
  - {id: talk, date: 2021-03, title: "שלום: a talk!"}
"""
PLANS = """\
title: Plans without an end
events:
  - {id: before, date: ../2026-12, title: Until then, certainty: planned}
  - {id: after, date: 2026-03/.., title: From then on, certainty: planned}
  - {id: day, date: 2025-06-01, title: A day}
"""
ACCENTS = """\
title: Words with accents, $& and $'
events:
  - {id: sao, date: 1990, title: São Paulo opens a café}
  - {id: mueller, date: 1991, title: "Mu\\u0308ller resigns"}
  - {id: dont, date: 1992, title: They don’t agree in Unter der Straße}
"""
EMPTY = """\
title: Nothing yet
events: []
"""
NIGHT = """\
title: The night of the election
events:
  - {id: closed, date: 2024-12-31T18:00, title: The polls close}
  - {id: count, date: 2024-12-31T20:00/2025-01-01T02:15, title: The votes are counted}
  - {id: midnight, date: 2025-01-01T00:00, title: Half of the votes are counted}
  - {id: winner, date: 2025-01-01T02:30, title: The winner speaks}
"""
# Words and names as long as any language makes them.
WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
MINISTRY = "Ministry of Foreign Affairs and International Development Cooperation of the Federation"
LONG = f"""\
title: All that is known of the {WORD} and of everything that came of it between 1957 and 1999
lanes: [{MINISTRY}, {WORD}, Moon]
events:
  - {{id: sputnik, date: 1957-10-04, title: Sputnik 1 beeps, lane: {MINISTRY}, tags: [first, {MINISTRY}]}}
  - {{id: gagarin, date: 1961-04-12, title: Gagarin circles the Earth, lane: {MINISTRY},
     sources: [{{title: A headline, published: 1961-04-13}}]}}
  - {{id: apollo, date: 1961/1972, title: Project Apollo, lane: {WORD}}}
  - {{id: landing, date: 1969-07-20, title: First people on the Moon, lane: Moon}}
"""
ARTICLE = """\
---
title: An article
published: 2026-02-11
language: en
---

# An article

They met in February last year.

```timeline
timeline: kinds
lanes: [Orbit, Moon]
from: 1960
```
"""
TWICE = """\
# One timeline, twice

```timeline
kinds
lanes: [Orbit]
```

```timeline
kinds
```
"""

# Two frames later everything that was asked for is drawn.
SETTLED = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
UNTIL = """() => new Promise((done, fail) => { let frames = 600;
  const look = () => (CONDITION) ? done() : frames-- ? requestAnimationFrame(look) : fail(new Error(`CONDITION`));
  look(); })"""
CURSOR = ".timeline-cursor:not([hidden])"


@pytest.fixture(scope="session")
def charts(project, serve) -> str:
    """The address of a built site with its charts."""
    events = {
        "kinds": KINDS,
        "arabic": ARABIC,
        "german": GERMAN,
        "long": LONG,
        "night": NIGHT,
        "plans": PLANS,
        "empty": EMPTY,
        "accents": ACCENTS,
        "hebrew": HEBREW,
    }
    files = {f"events/{name}.yaml": text for name, text in events.items()}
    folder = project(
        {**files, "docs/articles/a.md": ARTICLE, "docs/articles/twice.md": TWICE, "docs/img/gagarin.png": PIXEL}
    )
    (folder / "events/space-race.yaml").unlink()
    options = Options.read(folder / "mkdocs.yml", extras=("embeds", "on-this-day"), strict=True)
    publish.build(options, folder / "out", "none")
    (folder / "out/favicon.ico").touch()
    return serve(folder / "out", headers=POLICY)


@pytest.fixture
def show(charts, visit) -> Iterator[Callable[..., Page]]:
    """Open a page and wait until its chart is drawn; afterwards nothing may have gone wrong in it."""
    visits = []

    def open_page(path: str = "timelines/kinds/", **options: object) -> Page:
        seen = visit(**options)
        seen.page.goto(f"{charts}/{path}")
        if options.get("java_script_enabled", True) and seen.page.locator("[data-timeline]").count():
            seen.page.wait_for_selector(READY)
        visits.append(seen)
        return seen.page

    yield open_page
    assert [(seen.errors, seen.outside) for seen in visits] == [([], [])] * len(visits)


@pytest.fixture(scope="session")
def kept(charts, browser) -> Iterator[tuple[Page, list[str]]]:
    """One page that tests can share which leave it as they found it, and what went wrong in it."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page, wrong = context.new_page(), []
    page.on("console", lambda message: message.type == "error" and wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: request.url.startswith(charts) or wrong.append(request.url))
    page.goto(f"{charts}/timelines/kinds/")
    page.wait_for_selector(READY)
    yield page, wrong
    context.close()


@pytest.fixture
def page(kept) -> Iterator[Page]:
    """The chart of all kinds of dates, shown whole, with the focus on an event."""
    page, wrong = kept
    page.locator(CURSOR).focus()
    for key in ("Escape", "Home", "0"):
        page.keyboard.press(key)
    settled(page)
    yield page
    assert wrong == []


def settled(page: Page) -> None:
    """Wait until everything that was asked for is drawn."""
    page.evaluate(SETTLED)


def until(page: Page, condition: str) -> None:
    """Wait until a condition holds; Playwright's own way of waiting needs a policy that lets text run as code."""
    page.evaluate(UNTIL.replace("CONDITION", condition))


def shown(page: Page) -> tuple[float, float]:
    """Where the brush begins and ends, as parts of the whole time."""
    settled(page)
    strip, brush = (page.locator(name).bounding_box() for name in (".timeline-overview", ".timeline-brush"))
    first = (brush["x"] - strip["x"]) / strip["width"]
    return first, first + brush["width"] / strip["width"]


def listed(page: Page) -> list[str]:
    """The ids of the events that the list shows."""
    shown = ".timeline-events > li:not([hidden])"
    return page.eval_on_selector_all(shown, "items => items.map(item => item.id)")


def announced(page: Page) -> str:
    """What a screen reader says of the element with the focus."""
    return str(page.evaluate("document.activeElement.textContent"))
