"""A small site that every host can build: one timeline of each kind of date, one article."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from timeline.model.event import Event, Image, Source
from timeline.model.timeline import Timeline

MKDOCS = """\
site_name: The <News> & more
site_url: https://news.example/
theme: {name: material, font: false}
plugins: [search, timeline]
markdown_extensions: [timeline]
"""
EVENTS = """\
title: The space race
description: Firsts, *briefly*.
published: 2026-02-11
lanes: [Orbit, Moon]
events:
  - {id: sputnik, date: 1957-10-04, title: Sputnik 1 beeps, lane: Orbit, tags: [first], places: [Baikonur]}
  - id: gagarin
    date: 1961-04-12
    title: Gagarin circles the Earth
    lane: Orbit
    tags: [first]
    people: [Yuri Gagarin]
    text: See [the archive](https://archive.example/) for *more*.
    sources:
      - {url: "https://paper.example/a", title: A headline, publisher: A paper, published: 1961-04-13,
         quote: circled the Earth yesterday, expression: yesterday}
  - {id: apollo, date: 1961/1972, title: Project Apollo, lane: Moon}
  - {id: comet, date: -0043~, title: A comet, status: draft, sources: [{title: An article, published: 2026-02-11}]}
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
timeline: space-race
lanes: Moon
```
"""


def event(**values: object) -> Event:
    return Event(**({"id": "a", "title": "An event", "date": "2025-02"} | values))


def timeline_of(*events: Event, **values: object) -> Timeline:
    return Timeline(**({"id": "news", "title": "News", "events": events} | values))


@pytest.fixture
def race() -> Timeline:
    return timeline_of(
        event(id="moon", title="First people on the Moon", date="1969-07-20", lane="Moon", people=["Neil Armstrong"]),
        event(
            id="gagarin",
            title="Gagarin circles the Earth",
            date="1961-04-12",
            lane="Orbit",
            tags=["first"],
            places=["Baikonur"],
            text="*One* orbit.",
            image=Image(src="img/gagarin.jpg", alt="Gagarin smiles", credit="TASS", width=300, height=200),
            sources=[Source(title="A headline", publisher="A paper", published="1961-04-13", expression="yesterday")],
        ),
        id="space-race",
        title="The space race",
        description="Firsts.",
    )


Project = Callable[..., Path]


@pytest.fixture(scope="session")
def project(tmp_path_factory) -> Project:
    """Write a project of its own: ``project(files={...})`` gives its folder."""

    def write(files: dict[str, str | bytes] | None = None) -> Path:
        folder = tmp_path_factory.mktemp("project")
        own = {
            "mkdocs.yml": MKDOCS,
            "events/space-race.yaml": EVENTS,
            "docs/index.md": "# Home\n\nSee [the article](articles/a.md).\n",
            "docs/articles/a.md": ARTICLE,
        }
        for name, content in (own | (files or {})).items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return folder

    return write


@pytest.fixture(scope="session")
def timeline_command() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Run the command ``timeline``."""

    def run(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "timeline.cli", *arguments]
        return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

    return run
