"""The same site by every host: what a reader gets is compared page by page."""

from __future__ import annotations

import json
import struct
from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import html5lib
import pytest

from timeline import publish
from timeline.model.errors import TimelineError
from timeline.options import Options

HOSTS = ("mkdocs", "properdocs", "zensical", "none")
EVENTS = ["comet", "sputnik", "apollo", "gagarin"]


@pytest.fixture(scope="module")
def sites(project) -> dict[str, Path]:
    folder = project()
    made = {}
    for host in HOSTS:
        report = publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / host, host)
        assert report.pages > 10
        made[host] = report.folder
    return made


def page(folder: Path, name: str):
    return html5lib.parse((folder / name / "index.html").read_text(encoding="utf-8"), namespaceHTMLElements=False)


def text(element) -> str:
    return " ".join("".join(element.itertext()).split())


@pytest.mark.parametrize("host", HOSTS)
def test_the_page_of_a_timeline_has_its_chart_and_its_list(sites, host):
    made = page(sites[host], "timelines/space-race")
    assert [text(heading) for heading in made.iter("h1")] == ["The space race"]
    assert [item.get("id") for item in made.findall(".//ol[@class='timeline-events']/li")] == EVENTS
    wrapper = made.find(".//*[@data-timeline='space-race']")
    assert (sites[host] / "timelines/space-race" / wrapper.get("data-timeline-src")).is_file()
    assert (sites[host] / "timelines/space-race" / wrapper.get("data-timeline-plotly")).is_file()
    assert wrapper.find("./figure//{http://www.w3.org/2000/svg}svg") is not None


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize("name", ["timelines/space-race", "timelines", "browse/new", "browse/tags/first", "articles/a"])
def test_a_keyboard_can_skip_what_stands_before_the_content(sites, host, name):
    made = page(sites[host], name)
    link = next(link for link in made.find("body").iter("a") if link.get("href"))
    assert text(link).startswith("Skip to")
    order = list(made.iter())
    [target] = [place for place, one in enumerate(order) if f"#{one.get('id')}" == link.get("href")]
    heading = order.index(made.find(".//h1"))
    assert target <= heading
    assert "nav" not in {one.tag for one in order[target:heading]}


@pytest.mark.parametrize("host", HOSTS)
def test_the_client_and_the_styles_are_loaded(sites, host):
    made = page(sites[host], "timelines/space-race")
    scripts = [script for script in made.iter("script") if (script.get("src") or "").endswith("timeline/client.js")]
    assert [script.get("type") for script in scripts] == ["module"]
    sheets = [
        (link.get("href") or "").partition("?")[0] for link in made.iter("link") if link.get("rel") == "stylesheet"
    ]
    own = [sheet.rpartition("/")[2] for sheet in sheets if "assets/timeline/" in sheet]
    assert own in (["timeline.css"], ["plain.css"])
    for address in [scripts[0].get("src"), *sheets]:
        assert (sites[host] / "timelines/space-race" / address).resolve().is_file()


@pytest.mark.parametrize("host", HOSTS)
def test_the_head_names_feeds_preview_and_data(sites, host):
    made = page(sites[host], "timelines/space-race")
    alternates = {link.get("type"): link.get("href") for link in made.iter("link") if link.get("rel") == "alternate"}
    assert alternates["application/json+oembed"] == "https://news.example/timelines/space-race/oembed.json"
    assert alternates["application/atom+xml"] == "https://news.example/timelines/space-race/feed.xml"
    described = {meta.get("property"): meta.get("content") for meta in made.iter("meta")}
    assert described["og:image"] == "https://news.example/timelines/space-race/chart.png"
    drawn = (sites[host] / "timelines/space-race/chart.png").read_bytes()
    size = struct.unpack(">II", drawn[16:24])
    assert (int(described["og:image:width"]), int(described["og:image:height"])) == size
    assert described["og:image:alt"] == "Chart: The space race, 4 events"
    told = [json.loads(script.text) for script in made.iter("script") if script.get("type") == "application/ld+json"]
    assert [data["name"] for data in told] == ["The space race"]


@pytest.mark.parametrize("host", HOSTS)
def test_search_engines_are_told_of_an_article_and_what_it_is_about(sites, host):
    made = page(sites[host], "articles/a")
    (told,) = [json.loads(script.text) for script in made.iter("script") if script.get("type") == "application/ld+json"]
    assert (told["@type"], told["headline"], told["datePublished"]) == ("NewsArticle", "An article", "2026-02-11")
    assert told["url"] == "https://news.example/articles/a/"
    assert [thing["url"] for thing in told["about"]] == ["https://news.example/timelines/space-race/#comet"]


@pytest.mark.parametrize("host", HOSTS)
def test_an_article_has_its_chart_and_its_dates(sites, host):
    made = page(sites[host], "articles/a")
    assert [(time.text, time.get("datetime")) for time in made.iter("time") if time.get("data-date")] == [
        ("February last year", "2025-02")
    ]
    wrapper = made.find(".//*[@data-timeline='space-race']")
    data = wrapper.find(f".//*[@id='{wrapper.get('data-timeline-src').removeprefix('#')}']").get("data-timeline-data")
    assert json.loads(data)["lanes"] == ["Moon"]
    assert (sites[host] / "articles/a" / wrapper.get("data-timeline-plotly")).resolve().is_file()
    assert [item.get("id") for item in wrapper.iter("li")] == ["apollo"]


@pytest.mark.parametrize("host", HOSTS)
def test_every_generated_file_is_the_same(sites, host):
    def content(folder: Path) -> dict[str, bytes]:
        wanted = [path for path in (folder / "timelines").rglob("*") if path.is_file() and path.name != "index.html"]
        wanted += [*(folder / "embed").rglob("*"), *(folder / "assets/timeline").rglob("*")]
        return {str(path.relative_to(folder)): path.read_bytes() for path in wanted if path.is_file()}

    assert content(sites[host]) == content(sites["none"])


@pytest.mark.parametrize("host", HOSTS)
def test_the_sitemap_has_each_page_and_each_is_there(sites, host):
    made = ElementTree.parse(sites[host] / "sitemap.xml").getroot()
    found = [place.text for place in made.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")]
    assert "https://news.example/timelines/space-race/" in found
    assert len(found) == len(set(found)) > 10
    for address in found:
        assert (sites[host] / address.removeprefix("https://news.example/") / "index.html").is_file()


@pytest.mark.parametrize(
    ("host", "index"),
    [("mkdocs", "search/search_index.json"), ("properdocs", "search/search_index.json"), ("zensical", "search.json")],
)
def test_the_search_finds_an_event_and_lands_on_it(sites, host, index):
    found = json.loads((sites[host] / index).read_text(encoding="utf-8"))
    entries = found.get("docs") or found["items"]
    hits = [entry["location"] for entry in entries if "Yuri Gagarin" in entry["text"]]
    assert hits == ["timelines/space-race/#gagarin--title"]
    made = page(sites[host], "timelines/space-race")
    item = made.find(".//li[@id='gagarin']")
    assert any(element.get("id") == "gagarin--title" for element in item.iter())


def test_someone_elses_theme_gets_the_same_pages(project):
    for theme in ("mkdocs", "readthedocs"):
        config = f"site_name: News\ntheme: {theme}\nplugins: [search, timeline]\n"
        folder = project({"mkdocs.yml": config})
        publish.build(Options.read(folder / "mkdocs.yml", strict=True))
        made = page(folder / "site", "timelines/space-race")
        assert [item.get("id") for item in made.findall(".//ol[@class='timeline-events']/li")] == EVENTS


@pytest.mark.parametrize("host", HOSTS)
def test_the_events_can_be_named_for_one_build(project, host):
    folder = project({"data/other.yaml": "title: Another\nevents:\n- {id: a, date: 2025, title: B}\n"})
    publish.build(Options.read(folder / "mkdocs.yml", events=folder / "data"), folder / "out", host)
    assert (folder / "out/timelines/other/index.html").is_file()
    assert not (folder / "out/timelines/space-race").exists()


@pytest.mark.parametrize("host", HOSTS)
def test_two_builds_are_the_same_byte_for_byte(sites, host):
    def content(folder: Path) -> dict[str, bytes]:
        return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    first = content(sites[host])
    publish.build(Options.read(sites[host].parent / "mkdocs.yml"), sites[host], host)
    assert content(sites[host]) == first


@pytest.mark.parametrize("host", HOSTS)
def test_strict_stops_at_what_is_wrong_with_the_events(project, host):
    folder = project({"events/broken.yaml": "title: Broken\nevents:\n- {title: No date}\n"})
    with pytest.raises(TimelineError):
        publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out", host)


@pytest.mark.parametrize(
    ("files", "said"),
    [
        ({"events/broken.yaml": "title: Broken\nevents:\n- {title: No date}\n"}, "1 thing is wrong with the events: "),
        ({"docs/b.md": "```timeline\nnone\n```\n"}, "1 warning: b.md:1: there is no timeline"),
        ({"docs/b.md": "```timeline\nnone\n```\n" * 2}, "2 warnings, first b.md:1: there is no timeline"),
    ],
)
def test_a_strict_build_says_how_much_is_wrong_and_what_is_first(project, files, said):
    folder = project(files)
    with pytest.raises(TimelineError, match=said):
        publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out", "none")


@pytest.mark.parametrize("host", HOSTS)
def test_a_link_that_leaves_the_docs_is_refused(project, host, tmp_path):
    (tmp_path / "secret.txt").write_text("secret")
    folder = project()
    (folder / "docs" / "secret.txt").symlink_to(tmp_path / "secret.txt")
    with pytest.raises(TimelineError, match="leads out of the folder"):
        publish.build(Options.read(folder / "mkdocs.yml"), folder / "out", host)
    assert not (folder / "out" / "secret.txt").exists()


def test_the_configuration_is_only_read(project):
    folder = project({"mkdocs.yml": "extra: !!python/object/apply:os.system [touch marker]\nplugins: [timeline]\n"})
    publish.build(Options.read(folder / "mkdocs.yml"), folder / "out", "none")
    assert not (folder / "marker").exists()


@pytest.mark.parametrize("host", HOSTS)
def test_strict_stops_at_a_block_that_shows_nothing(project, host):
    folder = project({"docs/articles/b.md": "# B\n\n```timeline\nnone\n```\n"})
    publish.build(Options.read(folder / "mkdocs.yml"), folder / "out", host)
    with pytest.raises(TimelineError):
        publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "strict", host)
    assert not (folder / "strict").exists()


def test_without_a_host_the_navigation_has_other_sites_and_pages_with_their_own_titles(project):
    others = "- Blog: https://blog.example/\n- https://other.example/\n"
    nav = f"nav:\n- index.md\n- articles/a.md\n{others}- Q: 'Who? #1.md'\n"
    folder = project({"mkdocs.yml": f"site_name: News\n{nav}", "docs/Who? #1.md": "# Who?\n"})
    publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out", "none")
    links = page(folder / "out", "timelines/space-race").findall(".//nav//a")
    assert [(link.text, link.get("href")) for link in links] == [
        ("An article", "../../articles/a/"),
        ("Blog", "https://blog.example/"),
        ("https://other.example/", "https://other.example/"),
        ("Q", "../../Who%3F%20%231/"),
    ]


@pytest.mark.parametrize("host", HOSTS)
def test_the_addresses_of_pages_can_be_followed_whatever_their_files_are_called(project, host):
    article = "---\ntitle: Was ist?\npublished: 2026-02-11\n---\n\n# Was ist?\n"
    folder = project({"docs/sub/Was ist #1?.md": article})
    out = publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out", host).folder
    address = "https://news.example/sub/Was%20ist%20%231%3F/"
    made = page(out, "sub/Was ist #1?")
    (told,) = [json.loads(script.text) for script in made.iter("script") if script.get("type") == "application/ld+json"]
    assert told["url"] == address
    if host == "none":
        assert f"<loc>{address}</loc>" in (out / "sitemap.xml").read_text(encoding="utf-8")
        assert [link.get("href") for link in made.iter("link") if link.get("rel") == "canonical"] == [address]


@pytest.mark.parametrize(
    ("stated", "said"),
    [
        ("nav: index.md", "mkdocs.yml: `nav`: a list is expected; write '- index.md' below it"),
        ("nav: {Home: index.md}", "`nav`: a list is expected"),
        ("docs_dir: nowhere", "nowhere'; write the name of the folder of the pages, or leave it out"),
    ],
)
def test_without_a_host_a_configuration_is_refused_that_no_host_takes(project, stated, said):
    folder = project({"mkdocs.yml": f"site_name: News\n{stated}\n"})
    with pytest.raises(TimelineError) as caught:
        publish.build(Options.read(folder / "mkdocs.yml"), folder / "out", "none")
    assert said in str(caught.value)


def test_without_a_host_the_navigation_is_the_one_that_is_stated(project):
    nav = "nav:\n- Start: index.md\n- Reading: [{One: articles/a.md}]\n- All: timelines/\n"
    folder = project({"mkdocs.yml": f"site_name: News\n{nav}"})
    publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out", "none")
    links = page(folder / "out", "timelines/space-race").findall(".//nav//a")
    assert [(link.text, link.get("href")) for link in links] == [
        ("Reading", "../../articles/a/"),
        ("All", "../../timelines/"),
    ]


@pytest.mark.parametrize("host", HOSTS)
def test_a_map_stands_where_material_asks_for_one(sites, host):
    for link in page(sites[host], "timelines/space-race").iter("link"):
        if link.get("rel") == "alternate":
            place = link.get("href").removeprefix("https://news.example/").rpartition("/")[0]
            assert (sites[host] / place / "sitemap.xml").is_file()


@pytest.mark.parametrize("host", HOSTS)
def test_the_chart_of_an_article_has_the_code_of_what_it_shows(sites, host):
    wrapper = page(sites[host], "articles/a").find(".//*[@data-timeline='space-race']")
    (frame,) = html5lib.parseFragment(wrapper.find(".//pre/code").text, namespaceHTMLElements=False)
    assert frame.get("src") == "https://news.example/embed/space-race/?lanes=Moon"
    assert frame.get("sandbox") == "allow-scripts allow-popups allow-popups-to-escape-sandbox"


@pytest.mark.parametrize("host", HOSTS)
def test_an_address_that_leads_nowhere_has_a_page_that_leads_back(sites, host):
    made = html5lib.parse((sites[host] / "404.html").read_text(encoding="utf-8"), namespaceHTMLElements=False)
    assert "404" in text(made.find("body"))
    local = [urljoin("https://news.example/no/such/page", link.get("href") or "") for link in made.iter("link")]
    local += [urljoin("https://news.example/no/such/page", link.get("href") or "") for link in made.iter("a")]
    ours = {
        address.partition("#")[0].partition("?")[0] for address in local if address.startswith("https://news.example/")
    }
    assert "https://news.example/timelines/" in ours
    for address in ours - {"https://news.example/no/such/page"}:
        path = sites[host] / address.removeprefix("https://news.example/")
        assert (path / "index.html" if path.is_dir() else path).is_file(), address


@pytest.mark.parametrize("host", HOSTS)
def test_pages_across_timelines_stay_out_of_the_navigation(sites, host):
    links = [link.get("href") or "" for link in page(sites[host], "").findall(".//nav//a")]
    assert any(link.endswith("timelines/") for link in links)
    assert not [link for link in links if "browse/" in link]


def lost_links(folder: Path) -> list[tuple[str, str]]:
    """The links and pictures inside of the pages of a site that lead to nothing."""
    lost = []
    for made in set(folder.rglob("*.html")) - {folder / "404.html"}:
        root = html5lib.parse(made.read_text(encoding="utf-8"), namespaceHTMLElements=False)
        for one in root.iter():
            address = (one.get("href") or one.get("src") or "").partition("#")[0].partition("?")[0]
            place = (made.parent / address).resolve()
            there = (place / "index.html").is_file() if address.endswith("/") else place.exists()
            if address and ":" not in address and not address.startswith("/") and not there:
                lost.append((str(made.relative_to(folder)), address))
    return lost


@pytest.mark.parametrize("host", HOSTS)
def test_each_link_inside_of_a_page_leads_to_something(sites, host):
    assert not lost_links(sites[host])


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_timelines_stand_in_folders_where_other_pages_do_not(project, host):
    folder = project()
    (folder / "mkdocs.yml").write_text((folder / "mkdocs.yml").read_text() + "use_directory_urls: false\n")
    out = publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out", host).folder
    assert (out / "articles/a.html").is_file()
    assert not lost_links(out)
    made = page(out, "timelines/space-race")
    box = made.find(".//*[@data-timeline='space-race']")
    assert (out / "timelines/space-race" / box.get("data-timeline-src")).is_file()
    found = json.loads((out / "search/search_index.json").read_text(encoding="utf-8"))["docs"]
    assert [entry["location"] for entry in found if "Yuri" in entry["text"]] == ["timelines/space-race/#gagarin--title"]
    article = html5lib.parse((out / "articles/a.html").read_text(encoding="utf-8"), namespaceHTMLElements=False)
    (told,) = [json.loads(one.text) for one in article.iter("script") if one.get("type") == "application/ld+json"]
    assert told["url"] == "https://news.example/articles/a.html"


def test_zensical_says_that_it_makes_no_folders_for_timelines_if_it_is_told_so(project):
    folder = project()
    (folder / "mkdocs.yml").write_text((folder / "mkdocs.yml").read_text() + "use_directory_urls: false\n")
    with pytest.raises(TimelineError, match=r"use_directory_urls.*remove that line"):
        publish.build(Options.read(folder / "mkdocs.yml"), folder / "out", "zensical")


@pytest.mark.parametrize("host", HOSTS)
@pytest.mark.parametrize(
    "name",
    ["timelines/index.md", "timelines/space-race.md", "timelines/space-race/README.md", "timelines/feed.xml"],
)
def test_a_page_of_the_docs_folder_is_never_hidden_by_one_of_a_timeline(project, host, name, capfd):
    folder = project({f"docs/{name}": "# By hand\n"})
    with pytest.raises(TimelineError) as told:
        publish.build(Options.read(folder / "mkdocs.yml"), folder / "out", host)
    assert f"docs/{name}: " in f"{told.value}{capfd.readouterr().err}"
    assert not (folder / "out").exists()


@pytest.mark.parametrize("host", HOSTS)
def test_what_is_wrong_with_an_event_is_reported_whatever_the_host(project, host):
    folder = project()
    (folder / "events/wrong.yaml").write_text("events: [{title: Never, date: 2025-02-30}]\n")
    report = publish.build(Options.read(folder / "mkdocs.yml"), folder / host, host)
    assert ["there is no day '2025-02-30'" in str(problem) for problem in report.problems] == [True]
    assert report.told == (host in ("mkdocs", "properdocs"))
