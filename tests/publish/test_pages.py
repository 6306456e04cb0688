"""The pages of a site as HTML: every event is there, every link leads to something, nothing hostile runs."""

from __future__ import annotations

import json
import posixpath
import re
from urllib.parse import unquote, urlsplit

import html5lib
import pytest

from timeline.model.errors import TimelineError
from timeline.publish.embed import embed_files
from timeline.publish.files import files
from timeline.publish.pages import pages
from timeline.publish.settings import Settings
from timeline.publish.site import Site

from .conftest import event, timeline_of

EVERYTHING = Settings(site_url="https://news.example/", extras=(*Settings().extras, "events"))


def tree(html: str):
    return html5lib.parse(html, namespaceHTMLElements=False)


def by_folder(site: Site) -> dict[str, str]:
    return {page.folder: page.html for page in pages(site)}


def test_the_list_has_every_event_with_its_date_and_permalink(race):
    made = tree(by_folder(Site((race,)))["timelines/space-race"])
    items = made.findall(".//ol[@class='timeline-events']/li")
    assert [item.get("id") for item in items] == ["gagarin", "moon"]
    assert [item.find(".//time").get("datetime") for item in items] == ["1961-04-12", "1969-07-20"]
    assert [item.find(".//a[@class='timeline-permalink']").get("href") for item in items] == [
        "../../timelines/space-race/#gagarin",
        "../../timelines/space-race/#moon",
    ]


def test_the_index_says_from_when_to_when_and_one_date_once(race):
    one = timeline_of(event(date="2024"), event(id="b", date="2024"))
    made = tree(by_folder(Site((race, one)))["timelines"])
    assert ["".join(line.itertext()) for line in made.findall(".//p[@class='timeline-when']")] == [
        "2 events: 12 April 1961 – 20 July 1969",
        "2 events: 2024",
    ]


def test_the_page_of_what_is_new_leads_to_the_feeds_of_the_site_where_it_has_some(race):
    made = by_folder(Site((race,), EVERYTHING))["browse/new"]
    links = [link.get("href") for link in tree(made).findall(".//ul[@class='timeline-downloads']/li/a")]
    assert links == ["../../timelines/feed.xml", "../../timelines/rss.xml", "../../timelines/feed.json"]
    assert {file.path for file in files(Site((race,), EVERYTHING))} >= {link.removeprefix("../../") for link in links}
    assert "feed" not in by_folder(Site((race,)))["browse/new"]


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        (["2020-05-01", "2026-03-01/..", "../2024-06"], "1 May 2020 – 1 March 2026"),
        (["../2024-06", "2026-03-01/.."], "June 2024 – 1 March 2026"),
        (["1961/1972", "1969-07-20"], "1961 – 1972"),
        (["../2019"], "2019"),
        (["[2025-03-04,2025-04-03]"], "4 March or 3 April 2025"),
    ],
)
def test_the_index_says_the_first_and_the_last_day_that_is_known(dates, said):
    tl = timeline_of(*(event(id=f"e{number}", date=date) for number, date in enumerate(dates)))
    made = tree(by_folder(Site((tl,)))["timelines"])
    [line] = made.findall(".//p[@class='timeline-when']")
    assert "".join(line.itertext()).partition(": ")[2] == said


def test_an_event_shows_picture_source_and_reasoning(race):
    made = by_folder(Site((race,)))["timelines/space-race"]
    assert "“yesterday”, published 13 April 1961 → 12 April 1961" in made
    assert "<cite>A headline</cite>" in made
    assert '<img src="../../img/gagarin.jpg" alt="Gagarin smiles" loading="lazy" width="300" height="200">' in made
    assert "<em>One</em> orbit." in made


def test_the_page_on_dates_has_the_passage_that_a_phrase_is_from():
    told = {"title": "A headline", "published": "2025-03-26", "quote": "Six days later", "expression": "Six days later"}
    met = event(id="met", date="2025-02-18", sources=[told, {"title": "Another", "quote": "They met"}])
    made = tree(by_folder(Site((timeline_of(met),)))["browse/dates"])
    [passage] = made.findall(".//dl//li")
    assert "".join(passage.itertext()) == "Six days later A headline · 26 March 2025"


def test_search_engines_are_told_the_full_address_of_a_picture(race):
    [page] = [page for page in pages(Site((race,), EVERYTHING)) if page.folder == "timelines/space-race"]
    assert '"url": "https://news.example/img/gagarin.jpg"' in page.head


def test_every_link_of_every_page_leads_to_something(race):
    site = Site((race,), EVERYTHING)
    made = {page.folder: tree(page.html + page.head) for page in pages(site)}
    paths = {file.path for file in files(site)} | {f"{folder}/index.html" for folder in made}
    paths |= {f"assets/timeline/{name}.js" for name in ("chart", "plotly.min")} | {"img/gagarin.jpg"}
    for folder, page in made.items():
        for element in page.iter():
            for link in filter(None, (element.get(name) for name in ("href", "src", "data-timeline-src"))):
                assert target(folder, link) in paths, (folder, link)


def target(folder: str, link: str) -> str:
    parts = urlsplit(link)
    own = parts.netloc in ("", "news.example")
    if not own:
        return "img/gagarin.jpg"
    path = parts.path if parts.netloc else posixpath.normpath(posixpath.join("/", folder, unquote(parts.path)))
    clean = path.strip("/") or folder
    return clean if re.search(r"\.\w+$", clean) else f"{clean}/index.html"


def test_ids_are_unique_on_each_page(race):
    for folder, html in by_folder(Site((race,), EVERYTHING)).items():
        ids = [element.get("id") for element in tree(html).iter() if element.get("id")]
        assert len(ids) == len(set(ids)), folder


def test_an_event_is_never_called_what_a_page_calls_a_part_of_its_own():
    own = ("main", "share", "timeline-data", "top")
    tl = timeline_of(*(event(id=name) for name in own))
    [frame, *_] = embed_files(Site((tl,)), tl)
    for html in (by_folder(Site((tl,)))["timelines/news"], frame.data.decode()):
        ids = [element.get("id") for element in tree(html).iter() if element.get("id")]
        assert len(ids) == len(set(ids)), ids
        assert set(own) < set(ids)


def test_a_frame_names_the_element_that_holds_its_data():
    tl = timeline_of(event(id="timeline-data"))
    made = tree(next(embed_files(Site((tl,)), tl)).data.decode())
    source = made.find(".//*[@data-timeline-src]").get("data-timeline-src").removeprefix("#")
    [held] = [element for element in made.iter() if element.get("id") == source]
    assert json.loads(held.text)["events"]["id"] == ["timeline-data"]


def test_an_event_has_a_place_of_its_own_on_the_page_on_dates():
    said = {"title": "A headline", "published": "2025-03-26", "quote": "Two days later", "expression": "two days later"}
    reasoned = {"sources": [said], "reasoning": "Counted from the vote."}
    one, other = (timeline_of(event(id=id_, **reasoned), id=name) for name, id_ in (("a", "b-c"), ("a-b", "c")))
    made = by_folder(Site((one, other)))
    ids = [entry.get("id") for entry in tree(made["browse/dates"]).iter("dt")]
    assert len(set(ids)) == 2
    for name, id_ in zip(("a", "a-b"), ids, strict=True):
        assert f'href="../../browse/dates/#{id_}"' in made[f"timelines/{name}"]


def test_the_events_of_a_person_a_tag_and_a_place_are_together(race):
    made = by_folder(Site((race,)))
    assert "First people on the Moon" in made["browse/people/neil-armstrong"]
    assert "Gagarin circles the Earth" in made["browse/tags/first"]
    assert "Gagarin circles the Earth" in made["browse/places/baikonur"]
    assert "Gagarin circles the Earth" in made["browse/sources/a-paper"]


def test_names_with_one_slug_have_pages_of_their_own():
    site = Site((timeline_of(event(tags=["Zoë", "Zoé", "zoe"])),))
    assert sorted(facet.slug for facet in site.facets["tags"].values()) == ["zoe", "zoe-2", "zoe-3"]


def test_where_events_have_pages_the_list_leads_to_them(race):
    made = tree(by_folder(Site((race,), EVERYTHING))["timelines/space-race"])
    links = [link.get("href") for link in made.iterfind(".//a[@class='timeline-permalink']")]
    assert links == ["../../events/space-race/gagarin/", "../../events/space-race/moon/"]


def test_events_before_and_after_are_linked(race):
    made = by_folder(Site((race,), EVERYTHING))
    assert 'rel="next" href="../../../events/space-race/moon/"' in made["events/space-race/gagarin"]
    assert 'rel="prev" href="../../../events/space-race/gagarin/"' in made["events/space-race/moon"]


def test_on_this_day_has_only_days_that_are_known():
    known, unknown = event(id="a", title="Known", date="2025-02-12"), event(id="b", title="Vague", date="2025-02")
    made = by_folder(Site((timeline_of(known, unknown),)))["browse/on-this-day"]
    assert 'id="day-02-12"' in made
    assert "Known" in made
    assert "Vague" not in made


@pytest.mark.parametrize(
    "date",
    ["2022-03-01~/2022-03-10~", "2022-03-01~", "2022-03-01?", "[2022-03-04,2022-04-03]", "2022-03-XX", "../2022-03-01"],
)
def test_on_this_day_has_nothing_of_a_day_that_is_not_sure(date):
    made = by_folder(Site((timeline_of(event(title="Vague", date=date)),)))["browse/on-this-day"]
    assert "Vague" not in made


def test_on_this_day_has_what_began_on_a_day_that_is_sure():
    made = by_folder(Site((timeline_of(event(title="Begun", date="2022-03-01/2022-04~")),)))["browse/on-this-day"]
    assert 'id="day-03-01"' in made


def test_drafts_can_be_left_out():
    draft, known = event(id="a", title="Drafted", status="draft"), event(id="b", title="Reviewed")
    shown = by_folder(Site((timeline_of(draft, known),)))["timelines/news"]
    hidden = by_folder(Site((timeline_of(draft, known),), Settings(drafts=False)))["timelines/news"]
    assert "Drafted" in shown
    assert '<span class="timeline-mark">draft</span>' in shown
    assert "Drafted" not in hidden


def test_two_timelines_with_one_id_are_refused(race):
    with pytest.raises(TimelineError, match="'space-race'"):
        Site((race, race))


def test_a_site_without_timelines_has_an_index():
    assert "no timelines yet" in by_folder(Site(()))["timelines"]
