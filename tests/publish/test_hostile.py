"""Text of events and articles is data: hostile YAML is shown as text or refused, and never runs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import html5lib
import pytest

from timeline import publish
from timeline.model.errors import TimelineError
from timeline.options import Options

from ..conftest import headers_of

PAYLOAD = """</script><script>document.title="owned"</script><img src=x onerror="document.title='owned'">'\\">"""


def yaml_text(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def hostile_events() -> str:
    text = yaml_text(PAYLOAD)
    return f"""\
title: {text}
description: {yaml_text(PAYLOAD + " [x](javascript:alert(1)) [y](&#106;avascript:alert(1)) [z](//evil.example)")}
lanes: [{text}]
anchors: {{{text}: 2025-08-15}}
events:
  - id: first
    date: 2025-02
    title: {text}
    text: {text}
    lane: {text}
    tags: [{text}, "javascript:alert(1)"]
    people: [{text}]
    organizations: [{text}]
    places: [{text}]
    image: {{src: img/a.png, alt: {text}, credit: {text}}}
    sources:
      - url: https://example.org/?q=%3Cscript%3E
        title: {text}
        publisher: {text}
        published: 2025-02-03
        quote: {text}
        expression: {text}
  - id: second
    date: 2025-03
    title: "`code` [[[[ **x** {{{{ 7*7 }}}} {{% raw %}} ```timeline"
"""


@pytest.fixture(scope="module", params=["none", "mkdocs", "zensical"])
def built(request, project) -> Path:
    folder = project({"events/space-race.yaml": hostile_events(), "docs/img/a.png": b"\x89PNG\r\n"})
    extras = (
        "plugins: [search, {timeline: {extras: [events, tags, people, places, sources, new, dates, embeds, feeds]}}]"
    )
    config = (folder / "mkdocs.yml").read_text().replace("plugins: [search, timeline]", extras)
    (folder / "mkdocs.yml").write_text(config.replace("lanes: Moon", ""))
    article = (folder / "docs/articles/a.md").read_text().replace("lanes: Moon\n", "")
    (folder / "docs/articles/a.md").write_text(article)
    publish.build(Options.read(folder / "mkdocs.yml"), folder / "out", request.param)
    return folder / "out"


def own_pages(folder: Path) -> list[Path]:
    return [
        path
        for path in folder.rglob("*.html")
        if path.parts[len(folder.parts)] in ("timelines", "embed", "browse", "events", "articles")
    ]


def test_no_page_has_a_script_or_a_handler_that_is_not_ours(built):
    pages = own_pages(built)
    assert len(pages) > 10
    for path in pages:
        for element in html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False).iter():
            assert not [name for name in element.attrib if name.startswith("on")], path
            if element.tag == "script":
                assert_known(element, path)
            for name in ("href", "src", "action", "formaction"):
                link = (element.get(name) or "").strip().lower()
                assert not re.match(r"javascript:|data:text|vbscript:|//", link), (path, link)


def assert_known(script, path: Path) -> None:
    code = script.text or ""
    assert "owned" not in code or script.get("type") in ("application/json", "application/ld+json"), path
    assert "</script" not in code.lower(), path


def test_no_feed_or_data_file_closes_an_element(built):
    for path in built.rglob("*.json"):
        json.loads(path.read_text("utf-8"))
    for name in ("feed.xml", "rss.xml", "chart.svg"):
        for path in built.rglob(name):
            assert "<script" not in path.read_text("utf-8"), path


@pytest.mark.parametrize(
    "page", ["timelines/space-race/", "embed/space-race/", "articles/a/", "events/space-race/first/"]
)
def test_nothing_runs_in_a_browser(built, serve, visit, page):
    seen = visit()
    seen.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    seen.page.goto(f"{serve(built, headers=lambda path: headers_of(built, path))}/{page}", wait_until="networkidle")
    if page.startswith(("timelines", "embed")):
        seen.page.wait_for_selector("[data-timeline-state=ready]")
    assert seen.page.title() != "owned"
    # Material asks for the sitemap at the address where the site will stand, which is not where the test serves it.
    assert not [error for error in seen.errors if "Content Security Policy" in error and "sitemap.xml" not in error]
    assert not [address for address in seen.outside if not address.endswith("sitemap.xml")]


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ("title: A\nevents:\n- {id: ../../x, date: 2025, title: B}\n", "id"),
        ("title: A\nevents:\n- {date: 2025, title: B, image: {src: ../../secret.png, alt: c}}\n", "picture"),
        ("title: A\nevents:\n- {date: 2025, title: B, sources: [{url: 'javascript:alert(1)'}]}\n", "link"),
        (f"title: A\nevents:\n- {{date: 2025, title: B, text: {'x' * 10_000_000}}}\n", ""),
        ("a: &a [x]\nb: *a\n", "anchor"),
        ('title: "a\\u202eb"\nevents: []\n', "202E"),
        ('title: "a\\0b"\nevents: []\n', ""),
    ],
    ids=["id", "picture", "link", "long", "alias", "bidi", "nul"],
)
def test_what_cannot_be_shown_is_refused_with_its_place(project, events, said):
    folder = project({"events/bad.yaml": events})
    report = publish.build(Options.read(folder / "mkdocs.yml"), folder / "out", "none")
    assert report.problems
    assert "bad.yaml" in str(report.problems[0])
    assert said.lower() in str(report.problems[0]).lower()
    with pytest.raises(TimelineError):
        publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out2", "none")


def test_the_site_names_no_other_host_for_scripts_styles_or_fonts(built):
    for path in [*own_pages(built), *built.rglob("assets/timeline/*.css")]:
        loaded = re.findall(
            r"""(?:<script[^>]+src=|<link[^>]+stylesheet[^>]+href=|url\(|@import )["']?(https?:)?//""",
            path.read_text("utf-8"),
        )
        assert not loaded, path
