"""Text of events and articles is data: hostile YAML is shown as text or refused, and never runs."""

from __future__ import annotations

import io
import json
import re
from pathlib import Path

import feedparser
import html5lib
import pytest

from timeline import publish
from timeline.model.errors import TimelineError
from timeline.options import Options
from timeline.publish.settings import Settings

from ..conftest import headers_of
from .hostile import BENIGN, FIELDS, KINDS, accepted, hostile, put, reading_of, shaped, with_value

# By name: the host and its theme.
MATERIAL = "{name: material, font: false}"
SITES = {
    "none": ("none", "mkdocs"),
    "mkdocs": ("mkdocs", MATERIAL),
    "readthedocs": ("mkdocs", "{name: readthedocs, highlightjs: false}"),
    "properdocs": ("properdocs", MATERIAL),
    "zensical": ("zensical", MATERIAL),
}
CONFIG = """\
site_name: News
site_url: https://news.example/
theme: {theme}
plugins: [search, {{timeline: {{extras: [{extras}]}}}}]
markdown_extensions: [timeline]
"""
# The others differ in nothing that a page would show.
SHOWN = ("tags", "marks", "address", "link")
READY = "[data-timeline-state=ready]"


@pytest.fixture(scope="module", params=SITES)
def built(request, project, tmp_path_factory) -> Path:
    """A site of every page that there is, with a timeline for each kind of hostile text."""
    host, theme = SITES[request.param]
    scratch = tmp_path_factory.mktemp("scratch")
    files = {f"events/{kind}.yaml": hostile(scratch, KINDS[kind]) for kind in SHOWN}
    blocks = "".join(f"```timeline\n{kind}\n```\n\n" for kind in SHOWN)
    extras = ", ".join(("events", *Settings().extras))
    folder = project(
        {
            **files,
            "mkdocs.yml": CONFIG.format(theme=theme, extras=extras),
            "docs/articles/a.md": f"---\npublished: 2026-02-11\n---\n\n# An article\n\n{blocks}",
            "docs/img/a.png": b"\x89PNG\r\n",
        }
    )
    publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / request.param, host)
    return folder / request.param


def own_pages(folder: Path) -> list[Path]:
    """Every page that shows something of an event; frames in one other language only."""
    pages = (
        path
        for name in ("timelines", "embed", "browse", "events", "articles")
        for path in folder.glob(f"{name}/**/*.html")
    )
    return sorted(path for path in pages if not re.search(r"/embed/[^/]+/(?:ar|es|fr)/", path.as_posix()))


@pytest.mark.parametrize("text", KINDS.values(), ids=KINDS)
def test_a_field_that_does_not_take_hostile_text_says_what_is_wrong(tmp_path, text):
    for way in FIELDS.keys() - accepted(tmp_path, text).keys():
        [problem, *_] = reading_of(tmp_path, with_value(way, text)).problems
        assert re.match(r".*news\.yaml:\d+:\d+: ", str(problem)), way
        assert problem.hint, way


def test_texts_are_taken_and_names_dates_and_addresses_are_checked(tmp_path):
    checked = FIELDS.keys() - accepted(tmp_path, KINDS["tags"]).keys()
    assert {way[-1] for way in checked} == {
        *("id", "date", "published", "language", "src", "width", "height", "url"),
        *("status", "certainty", "importance", "reasoning"),
    }


UNSEEN = ["a\0b", "a\x1b[31mb", "a\u202eb", "a\u2066b", "a\ufeffb", "a\ud800b"]


@pytest.mark.parametrize("text", [*UNSEEN, "x" * 1_000_000], ids=lambda text: ascii(text[:6]))
def test_no_field_takes_what_nobody_sees_or_what_has_no_end(tmp_path, text):
    for way in FIELDS:
        for document in (with_value(way, text), json.dumps(put(BENIGN, way, shaped(FIELDS[way], text)))):
            [problem, *_] = reading_of(tmp_path, document).problems
            assert re.match(r".*news\.yaml(?::\d+:\d+)?: ", str(problem)), way


def test_no_page_has_a_script_or_a_handler_that_is_not_ours(built):
    pages = own_pages(built)
    assert len(pages) > 10 * len(SHOWN)
    for path in pages:
        assert_harmless(html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False), str(path))


def assert_harmless(tree, where: str) -> None:
    for element in tree.iter():
        assert not [name for name in element.attrib if name.startswith("on")], where
        if element.tag == "script":
            code = element.text or ""
            # The theme readthedocs writes the title of the page into a script, as JSON.
            assert "owned" not in code or "json" in element.get("type", "") or "mkdocs_page_name" in code, where
            assert "</script" not in code.lower(), where
        for name in ("href", "src", "action", "formaction", "data", "srcdoc"):
            link = re.sub(r"[\s\x00-\x1f]", "", element.get(name) or "").lower()
            assert not re.match(r"javascript:|data:text|vbscript:|//", link), (where, link)


def test_nothing_in_feeds_data_and_drawings_runs(built):
    for path in built.rglob("*.json"):
        json.loads(path.read_text("utf-8"))
    for path in built.rglob("chart.svg"):
        assert_harmless(html5lib.parse(path.read_text("utf-8"), namespaceHTMLElements=False), str(path))
    for name in ("feed.xml", "rss.xml"):
        for path in built.rglob(name):
            read = feedparser.parse(io.BytesIO(path.read_bytes()), sanitize_html=False)
            assert not read.bozo
            for entry in read.entries:
                assert_harmless(html5lib.parseFragment(entry.summary, namespaceHTMLElements=False), str(path))
    for path in built.rglob("feed.json"):
        for item in json.loads(path.read_text("utf-8"))["items"]:
            assert_harmless(html5lib.parseFragment(item["content_html"], namespaceHTMLElements=False), str(path))


# Scripts and styles are the same on every page.
KEPT = {"Cache-Control": "max-age=3600"}
# What a script of the hostile texts would leave behind, in a page or in the page around it.
OWNED = "'owned' in window"


def test_nothing_runs_in_a_browser_even_where_no_policy_forbids_it(built, serve, visit):
    seen, address = visit(), serve(built, headers=KEPT)
    seen.page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    drawn = [path for name in ("chart.svg", "feed.xml", "rss.xml") for path in built.rglob(name)]
    for path in (*own_pages(built), *drawn):
        seen.page.goto(f"{address}/{path.relative_to(built).as_posix().removesuffix('index.html')}", wait_until="load")
        if path.suffix == ".html" and path.parts[-3] in ("timelines", "embed"):
            seen.page.wait_for_selector(READY)
        assert not [frame.url for frame in seen.page.frames if frame.evaluate(OWNED)], path
    assert not [address for address in seen.outside if "evil" in address]


@pytest.mark.parametrize("page", ["timelines/tags/", "embed/marks/", "articles/a/", "events/tags/first/"])
def test_nothing_even_tries_to_run(built, serve, visit, page):
    seen = visit()
    seen.page.goto(f"{serve(built, headers=lambda path: headers_of(built, path))}/{page}", wait_until="networkidle")
    # Material asks for the sitemap at the address where the site will stand, which is not where the test serves it.
    assert not [error for error in seen.errors if "Content Security Policy" in error and "sitemap.xml" not in error]
    assert not [address for address in seen.outside if not address.endswith("sitemap.xml")]


def test_a_card_shows_hostile_text_as_text(built, serve, visit):
    seen = visit()
    seen.page.goto(f"{serve(built)}/timelines/tags/#first", wait_until="load")
    seen.page.wait_for_selector(READY)
    seen.page.locator(".timeline-mark-name, .timeline-cursor, [aria-haspopup=dialog]").first.focus()
    seen.page.keyboard.press("Enter")
    seen.page.locator(".timeline-card").get_by_text(KINDS["tags"]).first.wait_for()
    assert not seen.page.evaluate(OWNED)


def test_what_other_sites_are_given_does_not_run_there(built, serve, visit, tmp_path):
    address = serve(built, headers=KEPT)
    seen = visit()
    for kind in SHOWN:
        told = json.loads((built / f"timelines/{kind}/oembed.json").read_text("utf-8"))
        codes = html5lib.parse((built / f"timelines/{kind}/index.html").read_text("utf-8"), namespaceHTMLElements=False)
        given = [
            told["html"],
            *("".join(code.itertext()) for code in codes.iterfind(".//pre[@data-timeline-copy]/code")),
        ]
        assert len(given) == 6
        body = "\n".join(given).replace("https://news.example", address)
        (tmp_path / "index.html").write_text(f"<!doctype html><title>A newsroom</title><body>{body}", encoding="utf-8")
        seen.page.goto(serve(tmp_path), wait_until="load")
        assert seen.page.title() == "A newsroom"
        assert seen.page.locator("iframe").count() == 4
        assert not [frame.url for frame in seen.page.frames if frame.evaluate(OWNED)], kind
        assert not [one for one in seen.outside if "evil" in one]


# How a reader opens the search of each site.
SEARCHED = {
    "mkdocs": lambda page: page.locator(".md-search__input").click(),
    "properdocs": lambda page: page.locator(".md-search__input").click(),
    "zensical": lambda page: page.keyboard.press("Control+k"),
    "readthedocs": lambda page: page.get_by_placeholder("Search docs").click(),
}


def test_what_the_search_shows_does_not_run(built, serve, visit):
    open_search = SEARCHED.get(built.name)
    if open_search is None:
        assert not list(built.rglob("search*"))
        return
    seen = visit()
    seen.page.goto(serve(built), wait_until="networkidle")
    open_search(seen.page)
    seen.page.keyboard.type("findable")
    if built.name == "readthedocs":
        seen.page.keyboard.press("Enter")
    seen.page.locator("a[href*='timelines/tags']").filter(visible=True).first.wait_for()
    assert not seen.page.evaluate(OWNED)


@pytest.mark.parametrize(
    ("events", "said"),
    [
        ("title: A\nevents:\n- {id: ../../x, date: 2025, title: B}\n", "id"),
        ("title: A\nevents:\n- {date: 2025, title: B, image: {src: ../../secret.png, alt: c}}\n", "picture"),
        ("title: A\nevents:\n- {date: 2025, title: B, sources: [{url: 'javascript:alert(1)'}]}\n", "link"),
        (f"title: A\nevents:\n- {{date: 2025, title: B, text: {'x' * 10_000_000}}}\n", "10,000,000 characters"),
        ("a: &a [x]\nb: *a\n", "anchor"),
        ("a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a]\n<<: *b\n", "anchor"),
        ("title: A\nevents: " + "[" * 100_000, "deep"),
        ('title: "a\\u202eb"\nevents: []\n', "202E"),
        ('title: "a\\0b"\nevents: []\n', "0000"),
    ],
    ids=["id", "picture", "link", "long", "alias", "alias bomb", "nesting", "bidi", "nul"],
)
def test_what_cannot_be_shown_is_refused_with_its_place(project, events, said):
    folder = project({"events/bad.yaml": events})
    report = publish.build(Options.read(folder / "mkdocs.yml"), folder / "out", "none")
    assert report.problems
    assert "bad.yaml" in str(report.problems[0])
    assert said.lower() in str(report.problems[0]).lower()
    with pytest.raises(TimelineError):
        publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out2", "none")
