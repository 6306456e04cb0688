"""The plugin inside of MkDocs: options, navigation, previews; what the pages hold is tested with `timeline.publish`."""

from __future__ import annotations

import json
import re
from pathlib import Path
from wsgiref.util import setup_testing_defaults

import pytest
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError
from mkdocs.livereload import LiveReloadServer

from timeline import plugin
from timeline.model.errors import TimelineError
from timeline.options import Options
from timeline.publish.preview_server import watch_again

CONFIG = """\
site_name: News
theme: mkdocs
plugins: [{plugins}]
markdown_extensions: [timeline]
{more}
"""
EVENTS = """\
title: <b>The race</b>
events:
  - {id: sputnik, date: 1957-10-04, title: Sputnik 1 beeps, tags: [first], people: [Sergei Korolev]}
  - {id: gagarin, date: 1961-04-12, title: Gagarin circles the Earth, tags: [first], people: [Yuri Gagarin]}
"""


@pytest.fixture
def site(tmp_path):
    def write(plugins: str = "search, timeline", events: str = EVENTS, more: str = "") -> Path:
        files = {
            "mkdocs.yml": CONFIG.format(plugins=plugins, more=more),
            "docs/index.md": "# Home\n\nText.\n",
            "events/race.yaml": events,
        }
        for name, content in files.items():
            (tmp_path / name).parent.mkdir(exist_ok=True)
            (tmp_path / name).write_text(content, encoding="utf-8")
        return tmp_path

    return write


def config_of(folder: Path, command: str = "build", **options: object):
    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "out"), **options)
    config.plugins.on_startup(command=command, dirty=False)
    return config


def test_one_line_gives_a_site_timelines_and_nothing_is_written_into_its_docs(site):
    folder = site()
    build(config_of(folder, strict=True))
    assert (folder / "out/timelines/race/index.html").is_file()
    assert (folder / "out/assets/timeline/plotly.min.js").is_file()
    assert [path.name for path in (folder / "docs").iterdir()] == ["index.md"]


def test_the_adapter_stays_thin():
    assert len(Path(plugin.__file__).read_text(encoding="utf-8").splitlines()) <= 150


def test_a_title_is_text_in_the_navigation_too(site):
    folder = site()
    build(config_of(folder))
    home = (folder / "out/index.html").read_text(encoding="utf-8")
    assert "&lt;b&gt;The race&lt;/b&gt;" in home
    assert "<b>The race" not in home


def test_pages_across_timelines_stay_out_of_the_navigation(site):
    folder = site()
    build(config_of(folder))
    assert "browse/" not in (folder / "out/index.html").read_text(encoding="utf-8")
    assert (folder / "out/browse/tags/first/index.html").is_file()


@pytest.mark.parametrize(
    ("nav", "name"),
    [("", "Zeitleisten"), ("nav: [index.md, {Chroniken: [timelines/index.md, timelines/race.md]}]", "Chroniken")],
)
def test_the_section_of_the_timelines_has_the_language_of_the_site_or_the_name_that_a_person_gave_it(site, nav, name):
    folder = site("timeline: {language: de}", more=nav)
    build(config_of(folder))
    home = (folder / "out/index.html").read_text(encoding="utf-8")
    named = re.findall(r'class="[^"]*dropdown-toggle"[^>]*>([^<]*)', home)
    assert [text.strip() for text in named] == [name]


@pytest.mark.parametrize(
    ("option", "said"),
    [
        ("event: data", "there is no option `event`; did you mean 'events'?"),
        ("strict: true", "there is no option `strict`; use one of: events, site_name, site_url, language, docs, "),
        (
            "language: german",
            "option `language: german`: 'german' cannot stand here; write a language tag, such as en, de",
        ),
        ("docs: nope", "nope`: there is no such folder; write the name of one, or nothing"),
        ("drafts: maybe", "option `drafts: maybe`: true or false is expected; write true or false"),
        (
            "extras: [feed]",
            "option `extras.0: feed`: 'feed' is none of the words that can stand here; write 'events', ",
        ),
        ("site_url: example.org", "'example.org' is no address of a site; write https://"),
    ],
)
def test_an_option_that_cannot_be_is_refused_by_the_plugin_and_the_command(site, caplog, option, said):
    folder = site(f"search, {{timeline: {{{option}}}}}")
    with pytest.raises((Abort, ConfigurationError)):
        config_of(folder)
    assert said in caplog.text
    with pytest.raises(TimelineError) as refused:
        Options.read(folder / "mkdocs.yml")
    assert said in str(refused.value)


def test_a_theme_can_be_told_a_language_that_only_it_knows(site):
    folder = site(more="")
    (folder / "theme").mkdir()
    (folder / "theme/main.html").write_text("{{ page.content }}")
    config = (folder / "mkdocs.yml").read_text()
    (folder / "mkdocs.yml").write_text(
        config.replace("theme: mkdocs", "theme: {name: , custom_dir: theme, language: plain}")
    )
    build(config_of(folder, strict=True))
    assert Options.read(folder / "mkdocs.yml").language == "en"


def test_the_events_can_be_elsewhere(site):
    folder = site("search, {timeline: {events: data}}")
    (folder / "events").rename(folder / "data")
    build(config_of(folder, strict=True))
    assert (folder / "out/timelines/race/chart.json").is_file()


def test_the_options_are_those_that_the_command_line_reads(site):
    own = "site_name: Own, site_url: 'https://own.example/', docs: pages, events: data, language: de"
    for plugins in ("timeline", f"{{timeline: {{{own}}}}}", "{timeline: {site_url: , language: ''}}"):
        folder = site(plugins, more="site_url: https://news.example/")
        (folder / "pages").mkdir(exist_ok=True)
        config = config_of(folder)
        made = config.plugins["timeline"]
        made.on_config(config)
        assert made.settings == Options.read(folder / "mkdocs.yml").settings


def test_a_wrong_event_is_a_warning_and_strict_stops(site):
    folder = site(events=EVENTS + "  - {id: moon, title: No date}\n")
    build(config_of(folder))
    assert "Gagarin" in (folder / "out/timelines/race/index.html").read_text(encoding="utf-8")
    with pytest.raises(Abort):
        build(config_of(folder, strict=True))


@pytest.mark.parametrize(("address", "told"), [("", 1), ("site_url: https://news.example/", 0)])
def test_a_site_that_does_not_know_its_address_is_told_without_a_warning(site, caplog, address, told):
    caplog.set_level("INFO")
    build(config_of(site(more=address), strict=True))
    assert sum("site_url is not set" in record.getMessage() for record in caplog.records) == told


@pytest.mark.parametrize(("theme", "told"), [("mkdocs", 1), ("{name: mkdocs, highlightjs: false}", 0)])
def test_who_builds_is_told_of_scripts_that_the_headers_stop(site, caplog, theme, told):
    caplog.set_level("INFO")
    folder = site(more="site_url: https://news.example/")
    (folder / "docs/index.md").write_text("# Home\n\n<script src='https://news.example/a.js'></script>\n")
    config = (folder / "mkdocs.yml").read_text().replace("theme: mkdocs", f"theme: {theme}")
    (folder / "mkdocs.yml").write_text(config)
    build(config_of(folder, strict=True))
    said = [text for record in caplog.records if "_headers" in (text := record.getMessage())]
    assert len(said) == told
    assert all("pages ask cdnjs.cloudflare.com for" in text and "highlightjs: false" in text for text in said)


def test_a_picture_that_is_not_there_is_a_warning_and_strict_stops(site):
    folder = site(events=EVENTS.replace("beeps,", "beeps, image: {src: img/a.png, alt: A},"))
    with pytest.raises(Abort):
        build(config_of(folder, strict=True))
    (folder / "docs/img").mkdir()
    (folder / "docs/img/a.png").touch()
    build(config_of(folder, strict=True))


def test_the_events_are_watched(site):
    folder = site()
    config = config_of(folder, "serve")
    build(config)
    assert str(folder / "events") in config.watch


def test_a_preview_shows_the_events_as_they_are_now_without_a_build(site):
    folder, builds = site(), []
    config = config_of(folder, "serve")
    build(config, serve_url="http://127.0.0.1:8000/")
    server = LiveReloadServer(lambda: builds.append(1), "127.0.0.1", 0, config.site_dir)
    try:
        config.plugins.on_serve(server, config=config, builder=server.builder)
        assert "Gagarin circles the Earth" in ask(server, "/timelines/race/")
        (folder / "events/race.yaml").write_text(EVENTS.replace("circles", "flies around"), encoding="utf-8")
        server.builder()
        assert "Gagarin flies around the Earth" in ask(server, "/timelines/race/")
        assert "Gagarin flies around the Earth" in ask(server, "/browse/people/yuri-gagarin/")
        assert "flies around" in ask(server, "/timelines/race/chart.json")
        assert builds == []
        (folder / "docs/index.md").write_text("# Another home\n", encoding="utf-8")
        server.builder()
        assert builds == [1]
    finally:
        server.server_close()


def test_events_that_were_away_are_shown_and_watched_when_they_are_back(site):
    folder = site()
    config = config_of(folder, "serve")
    build(config, serve_url="http://127.0.0.1:8000/")
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, config.site_dir)
    try:
        config.plugins.on_serve(server, config=config, builder=server.builder)
        server.watch(str(folder / "events"))
        (folder / "events").rename(folder / "away")
        server.builder()
        assert "Gagarin circles the Earth" in ask(server, "/timelines/race/")
        (folder / "away/race.yaml").write_text(EVENTS.replace("circles", "flies around"), encoding="utf-8")
        (folder / "away").rename(folder / "events")
        before = dict(server._watch_refs)
        watch_again(server, folder / "events")
        assert server._watch_refs.keys() == before.keys()
        assert "Gagarin flies around the Earth" in ask(server, "/timelines/race/")
    finally:
        server.server_close()


def test_a_preview_tells_of_a_block_that_cannot_be_shown_with_page_and_line(site, caplog):
    folder = site()
    (folder / "docs/new.md").write_text("# New\n\n```timeline\nraces\n```\n", encoding="utf-8")
    config = config_of(folder, "serve")
    build(config, serve_url="http://127.0.0.1:8000/")
    server = LiveReloadServer(lambda: None, "127.0.0.1", 0, config.site_dir)
    try:
        config.plugins.on_serve(server, config=config, builder=server.builder)
        said = "new.md:3: there is no timeline 'races'; use one of: race"
        assert said.replace("'", "&#39;") in ask(server, "/new/")
        assert said in caplog.text
    finally:
        server.server_close()


def ask(server: LiveReloadServer, path: str) -> str:
    environ: dict[str, object] = {"PATH_INFO": path}
    setup_testing_defaults(environ)
    return b"".join(server.get_app()(environ, lambda *_: None)).decode()


def test_what_only_a_preview_has_is_in_no_published_site(site):
    folder = site()
    build(config_of(folder))
    written = [path for path in (folder / "out").rglob("*") if path.is_file()]
    assert not [path for path in written if "preview" in path.name or path.name in ("check.json", "changes.json")]
    assert not [path for path in written if path.suffix == ".html" and b"preview" in path.read_bytes()]


def test_the_search_finds_the_events_of_a_long_list(site):
    many = "".join(f"  - {{id: e{n}, date: {1000 + n}, title: Thing {n}, people: [Person {n}]}}\n" for n in range(501))
    folder = site("material/search, timeline", events=f"title: Long\nevents:\n{many}", more="")
    (folder / "mkdocs.yml").write_text(
        (folder / "mkdocs.yml").read_text().replace("theme: mkdocs", "theme: {name: material, font: false}")
    )
    build(config_of(folder))
    found = json.loads((folder / "out/search/search_index.json").read_text(encoding="utf-8"))["docs"]
    assert [entry["location"] for entry in found if "Person 77" in entry["text"].split("  ")[0][:9]] == [
        "timelines/race/#e77"
    ]


@pytest.mark.parametrize("theme", ["mkdocs", "{name: material, font: false}"])
def test_the_words_of_a_chart_are_kept_out_of_the_search_and_other_words_apart(site, theme):
    folder = site(events=EVENTS.replace("title: Sputnik 1 beeps,", "title: Beeps, lane: Orbit, status: draft,"))
    (folder / "docs/index.md").write_text("# Home\n\nBefore.\n\n```timeline\nrace\n```\n\nAfter.\n")
    config = (folder / "mkdocs.yml").read_text().replace("theme: mkdocs", f"theme: {theme}")
    (folder / "mkdocs.yml").write_text(config)
    build(config_of(folder))
    found = json.loads((folder / "out/search/search_index.json").read_text(encoding="utf-8"))["docs"]
    texts = {entry["location"]: re.sub(r"<[^>]*>|\s+", " ", entry["text"]) for entry in found}
    assert "".join(texts.values()).count("1958") == 0
    assert not re.search(r"Orbit(?! draft)", texts[""] + texts["timelines/race/"])
    assert any("4 October 1957 Orbit draft" in text for text in texts.values())
    assert "Before." in texts[""]
    assert "After." in texts[""]
    assert "iframe" not in "".join(texts.values())


@pytest.mark.parametrize(("theme", "scheme"), [("mkdocs", "light"), ("{name: mkdocs, color_mode: dark}", "dark")])
def test_a_chart_is_as_light_as_the_theme_around_it(site, serve, visit, theme, scheme):
    folder = site()
    config = (folder / "mkdocs.yml").read_text().replace("theme: mkdocs", f"theme: {theme}")
    (folder / "mkdocs.yml").write_text(config)
    build(config_of(folder))
    seen = visit(color_scheme="dark" if scheme == "light" else "light", java_script_enabled=False)
    seen.page.goto(f"{serve(folder / 'out')}/timelines/race/")
    shown = seen.page.locator(".timeline").evaluate("one => getComputedStyle(one).colorScheme")
    assert (shown == "dark") == (scheme == "dark")
