"""Pages that people write: what they say about themselves, and what is told when that cannot be read."""

from __future__ import annotations

import datetime
import json
from xml.etree.ElementTree import Element

import pytest

from timeline import publish
from timeline.model.errors import TimelineError
from timeline.options import Options
from timeline.publish.articles import mark_dates, read_article
from timeline.publish.head import article_head
from timeline.publish.site import Site


@pytest.fixture
def page(tmp_path):
    def write(content: str | bytes):
        path = tmp_path / "a.md"
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.mark.parametrize("marks", ["---\n{}---\n", "---  \n{}...\n", "\ufeff---\r\n{}---\r\n"])
def test_front_matter_stands_above_the_text(page, marks):
    told: list[str] = []
    front = marks.format("title: Talks" + marks[-2:].strip("-."))
    above = front.removeprefix("\ufeff").replace("\r", "")
    assert read_article(page(f"{front}They met.\n"), told.append) == ({"title": "Talks"}, above, "They met.\n")
    assert not told


@pytest.mark.parametrize("said", ["2026-02-11", "2026-02-11 10:00:00", "2026-02-11T10:00Z", "2026-02-11 9:30:00 -5"])
def test_the_dates_of_an_article_count_from_its_day_also_with_a_time(said):
    root = Element("p")
    root.text = "They met last month."
    mark_dates(root, said)
    assert [time.get("datetime") for time in root] == ["2026-01"]


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("2026", "2026"),
        ("2026-02-11", "2026-02-11"),
        ("2026-02-11 10:00:00", "2026-02-11T10:00:00"),
        ("2026-02-11T10:00Z", "2026-02-11T10:00Z"),
        (datetime.datetime(2026, 2, 11, 10, tzinfo=datetime.UTC), "2026-02-11T10:00:00+00:00"),
        ("2026-13-45", None),
        ("2026-02-30", None),
        ("2026-02-11?", None),
        ("2026-02/2026-03", None),
        ("2026-21", None),
        ("", None),
    ],
)
def test_search_engines_are_told_a_publication_date_that_there_is(said, told):
    head = article_head(Site(()), "a", "Talks", {"published": said})
    assert (json.loads(head.partition(">")[2].partition("<")[0])["datePublished"] if head else None) == told


@pytest.mark.parametrize(
    ("front", "place"),
    [("title: A: B\n", "2:9: this is no YAML"), ("- title: A\n", "2:1: the front matter is no list of names")],
)
def test_front_matter_that_cannot_be_read_is_told_at_its_place_and_is_text(page, front, place):
    told: list[str] = []
    text = f"---\n{front}---\n"
    assert read_article(page(text), told.append) == ({}, "", text)
    assert [each.partition("a.md:")[2][: len(place)] for each in told] == [place]


def test_a_page_that_begins_with_a_line_is_all_text(page):
    told: list[str] = []
    text = "---\n\nThey met.\n\n---\n\nThey parted.\n"
    assert read_article(page(text), told.append) == ({}, "", text)
    assert not told


def test_a_page_in_another_encoding_is_refused_at_its_byte(page):
    with pytest.raises(TimelineError, match=r"a\.md:2:4: the byte 0xe9 is not UTF-8; save the file with"):
        read_article(page(b"# A\ncaf\xe9\n"), print)


@pytest.mark.parametrize(
    ("host", "title", "place"),
    [
        ("none", "A: B", "2:9: this is no YAML: "),
        ("none", "&a B", "2:8: the anchor '&a' is not allowed"),
        # It reads anchors, and says itself what is no YAML.
        ("zensical", "&a B", "2:8: the anchor '&a' is not allowed"),
    ],
)
def test_a_build_tells_what_is_wrong_with_a_page_and_makes_it_all_the_same(project, host, title, place):
    folder = project({"docs/b.md": f"---\ntitle: {title}\n---\n\nThey met.\n"})
    report = publish.build(Options.read(folder / "mkdocs.yml"), folder / "out", host)
    [problem] = map(str, report.problems)
    assert problem.startswith(f"{folder / 'docs/b.md'}:{place}")
    assert "They met." in (folder / "out/b/index.html").read_text(encoding="utf-8")
    with pytest.raises(TimelineError, match=r"b\.md:2:\d: "):
        publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "strict", host)
    assert not (folder / "strict").exists()


@pytest.mark.parametrize("host", ["none", "zensical"])
def test_a_build_names_the_page_that_it_cannot_read(project, host):
    folder = project({"docs/b.md": b"# A\n\ncaf\xe9\n"})
    with pytest.raises(TimelineError) as told:
        publish.build(Options.read(folder / "mkdocs.yml"), folder / "out", host)
    assert (told.value.path, told.value.line, told.value.column) == (str(folder / "docs/b.md"), 3, 4)
    assert not (folder / "out").exists()


FRONTS = ["", "---\ntitle: A\n---\n", "---\ntitle: A\n---\n\n\n"]
# Zensical builds no page whose front matter it cannot read.
UNREAD = ["---\n- A\n---\n", "---\ntitle: A: B\n---\n\n"]


@pytest.mark.parametrize(
    ("host", "fronts"),
    [("mkdocs", FRONTS + UNREAD), ("properdocs", FRONTS), ("zensical", FRONTS), ("none", FRONTS + UNREAD)],
)
def test_a_block_is_told_with_its_line_whatever_stands_above(project, host, fronts, capfd):
    pages = {f"docs/p{n}.md": f"{front}# A\n\n```timeline\nrace\n```\n" for n, front in enumerate(fronts)}
    folder = project(pages)
    report = publish.build(Options.read(folder / "mkdocs.yml"), folder / "out", host)
    said = f"{capfd.readouterr().err}{report.problems}"
    for number, front in enumerate(fronts):
        line = front.count("\n") + 3
        assert f"p{number}.md:{line}: there is no timeline 'race'" in said
