"""The heads of pages: what search engines are told of an article."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from timeline.publish.head import article_head
from timeline.publish.site import Entry, Site

from .conftest import event, timeline_of

SOURCE = {"title": "Talks", "published": "2026-02-11"}


class _Counted(tuple[Entry, ...]):
    """Entries that count how often someone goes through them."""

    times = 0

    def __iter__(self) -> Iterator[Entry]:
        self.times += 1
        return super().__iter__()


def _about(site: Site, **meta: str) -> list[str]:
    script = article_head(site, "a/", "Talks", meta).removeprefix('<script type="application/ld+json">')
    return [each["name"] for each in json.loads(script.removesuffix("</script>")).get("about", [])]


@pytest.fixture
def site() -> Site:
    return Site(
        (
            timeline_of(
                event(id="twice", title="Told twice", sources=[SOURCE, {**SOURCE, "quote": "they met"}]),
                event(id="before", title="Told before", sources=[{**SOURCE, "published": "2026-02"}]),
                event(id="else", title="Told elsewhere", sources=[{**SOURCE, "title": "More talks"}]),
            ),
            timeline_of(event(title="Told in another timeline", date="2025-03", sources=[SOURCE]), id="more"),
        )
    )


def test_an_article_is_about_each_event_that_names_it_once(site):
    assert _about(site, published="2026-02-11") == ["Told twice", "Told in another timeline"]
    assert _about(site, published="2026-02-12") == []


def test_the_events_are_gone_through_once_for_all_articles(site):
    counted = vars(site)["entries"] = _Counted(site.entries)
    for _ in range(3):
        assert len(_about(site, published="2026-02-11")) == 2
    assert counted.times == 1
