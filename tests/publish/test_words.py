"""The language of a site: every word that a reader meets on any page, and frames in the language that is asked for."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import get_args

import html5lib
import pytest

from timeline import publish
from timeline.figure import words as chart_words
from timeline.options import Options
from timeline.publish import words as site_words
from timeline.publish.settings import Extra
from timeline.publish.words import languages, page_words
from timeline.wording import plural_form

from .conftest import EVENTS

FOLDERS = [Path(package.__file__).parent for package in (chart_words, site_words)]


def own(folder: Path, language: str) -> dict[str, object]:
    return json.loads((folder / f"{language}.json").read_text("utf-8"))


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_a_language_has_all_words_with_all_places_and_plural_forms(folder, language):
    english, words = own(folder, "en"), own(folder, language)
    assert words.keys() == english.keys()
    forms = {plural_form(number, language) for number in range(200)}
    for name, phrase in words.items():
        if isinstance(phrase, dict):
            assert forms <= phrase.keys(), name
        else:
            assert set(re.findall(r"\{\w+\}", str(english[name]))) == set(re.findall(r"\{\w+\}", phrase)), name


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.parent.name)
def test_french_marks_keep_to_their_words_with_a_narrow_space(folder):
    said = (folder / "fr.json").read_text("utf-8").replace('": ', '"')
    assert re.findall(r"(?:.(?<!\u202f)[;:!?»]|«[^\u202f]).{0,9}", said) == []


# Names, and what is in the events.
SAME = {"{n}", "Filter", "Site", "Script", "Sources", "site_url"}


def english_words() -> set[str]:
    found = set()
    for folder in FOLDERS:
        for name, phrase in own(folder, "en").items():
            texts = phrase.values() if isinstance(phrase, dict) else [phrase]
            german = own(folder, "de")[name]
            found |= {text for text in map(str, texts) if text not in str(german) and "{" not in text and len(text) > 2}
    return found - SAME


@pytest.fixture(scope="module", params=["mkdocs", "zensical", "none"])
def german(request, project, serve) -> Path:
    events = EVENTS.replace("published: 2026-02-11\nlanes", "language: de\npublished: 2026-02-11\nlanes")
    events = events.replace("lane: Moon}", "lane: Moon, certainty: planned}").replace("yesterday}", "gestern}")
    config = "site_name: Nachrichten\nsite_url: https://news.example/\n"
    config += "theme: {name: material, language: de, font: false}\n"
    config += f"plugins: [search, {{timeline: {{extras: [{', '.join(get_args(Extra))}]}}}}]\n"
    article = "---\npublished: 2026-02-11\n---\n# Ein Artikel\n\nSie trafen sich im Februar letzten Jahres.\n\n"
    article += "```timeline\nspace-race\n```\n\n```timeline\nnone\n```\n"
    folder = project({"mkdocs.yml": config, "events/space-race.yaml": events, "docs/articles/a.md": article})
    publish.build(Options.read(folder / "mkdocs.yml"), folder / "out", request.param)
    return folder / "out"


def own_texts(path: Path) -> list[str]:
    """What a reader of a page meets that is ours: texts, and attributes that are read out or shown."""
    page = html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False)
    body = page.find(".//article") or page.find(".//main") or page.find(".//body")
    texts = [" ".join(text.split()) for text in body.itertext()]
    return texts + [element.get(name) or "" for element in body.iter() for name in ("aria-label", "title", "alt")]


def test_every_word_on_every_page_is_german(german):
    english = english_words()
    assert {"Share and reuse", "On this day"} <= english
    pages = [path for top in ("timelines", "browse", "events", "articles") for path in (german / top).rglob("*.html")]
    assert len(pages) > 15
    for path in pages:
        assert not english & set(own_texts(path)), path
    shared = (german / "timelines/space-race/index.html").read_text("utf-8")
    for name in ("share", "frame_high"):
        assert page_words("de")[name] in shared, name
    article = (german / "articles/a/index.html").read_text("utf-8")
    assert page_words("de")["problem"] in article
    assert "4 Ereignisse als Liste" in article
    assert 'data-date="Februar 2025"' in article


def test_the_frame_speaks_the_language_that_is_asked_for(german, serve, visit):
    seen = visit()
    frame = "<iframe src='{}/embed/space-race/?{}' sandbox='allow-scripts'></iframe>"
    address = serve(german, headers={"Access-Control-Allow-Origin": "*"})
    asked = {"language=es": "es", "language=fr-CA": "fr", "lanes=Moon": "de", "language=xx": "de", "language=de": "de"}
    for query, language in asked.items():
        seen.page.set_content(frame.format(address, query))
        shown = seen.page.frame_locator("iframe")
        shown.locator("[data-timeline-state=ready]").wait_for()
        assert shown.locator("html").get_attribute("lang") == language
        said, part = page_words(language).counted("list", 4), page_words(language)["of"].format(n=1, all=4)
        listed = said.replace("4", part) if "lanes" in query else said
        assert shown.locator("summary").last.inner_text() == listed
        assert shown.get_by_role("searchbox").get_attribute("placeholder") == page_words(language)["search"]
        assert shown.locator("h1").inner_text() == "The space race"
    assert not seen.errors
