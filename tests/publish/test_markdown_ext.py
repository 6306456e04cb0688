"""The Markdown extension without any host: blocks become charts, other fences stay, dates of articles are marked."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime

import html5lib
import pytest
from markdown import Markdown

from timeline.publish.blocks import BlockOptions
from timeline.publish.markdown_ext import PageContext, TimelineExtension
from timeline.publish.site import Site


@pytest.fixture
def convert(race):
    def run(text: str, url: str = "articles/a/", above: str = "", **meta: object) -> str:
        extension = TimelineExtension()
        extension.site = Site((race,))
        extension.page = PageContext(url, "articles/a.md", meta, lambda: above)
        extension.report = reports.append
        return Markdown(extensions=["fenced_code", extension]).convert(text)

    reports: list[str] = []
    run.reports = reports
    return run


def test_a_block_becomes_a_chart_with_its_list(convert):
    made = convert("Before.\n\n```timeline\ntimeline: space-race\nlanes: [Moon]\nheight: 300\n```\n\nAfter.")
    assert made.startswith("<p>Before.</p>")
    assert made.endswith("<p>After.</p>")
    assert 'data-timeline="space-race"' in made
    assert 'data-timeline-height="300"' in made
    assert "<svg" in made
    assert "First people on the Moon" in made
    assert "Gagarin" not in made
    assert not convert.reports


def test_the_list_has_text_and_sources_for_the_card(convert):
    made = convert("```timeline\nspace-race\n```")
    assert '<div class="timeline-text" ><p><em>One</em> orbit.</p></div>' in made
    assert "<cite>A headline</cite> · " in made


def test_the_data_of_a_selection_is_in_the_page_and_of_a_whole_timeline_in_a_file(convert):
    page = html5lib.parse(convert("```timeline\ntimeline: space-race\nlanes: [Moon]\n```"), namespaceHTMLElements=False)
    [box] = page.findall(".//div[@data-timeline]")
    [held] = [each for each in page.iter("span") if each.get("id") == box.get("data-timeline-src").removeprefix("#")]
    assert json.loads(held.get("data-timeline-data"))["lanes"] == ["Moon"]
    assert 'data-timeline-src="../../timelines/space-race/chart.json"' in convert("```timeline\nspace-race\n```")


def test_blocks_of_one_timeline_on_one_page_have_ids_of_their_own(convert):
    block = "```timeline\ntimeline: space-race\nlanes: [Moon]\n```\n\n"
    page = html5lib.parse(convert(3 * block), namespaceHTMLElements=False)
    ids = [each.get("id") for each in page.iter() if each.get("id")]
    assert len(ids) == len(set(ids))
    listed = [each.get("id") for each in page.iter("li")]
    assert listed == [f"{listed[0]}{ending}" for ending in ("", "--2", "--3")]
    boxes = page.findall(".//div[@data-timeline]")
    assert [box.get("data-timeline-ending") for box in boxes] == [None, "--2", "--3"]
    assert {box.get("data-timeline-src").removeprefix("#") for box in boxes} < set(ids)


def test_a_block_keeps_its_ids_below_those_of_other_events_and_below_wrong_ones(convert):
    block = "```timeline\ntimeline: space-race\n```\n\n"
    alone = convert(block)
    assert convert(f"```timeline\nmoon-race\n```\n\n{block}").endswith(alone)


@pytest.mark.parametrize(
    "block",
    [
        "```timeline\nspace-race\n```",
        "~~~ timeline space-race\n~~~",
        "```Timeline\nspace-race\n```",
        "````timeline\nspace-race\n````",
    ],
)
def test_the_name_alone_is_enough(convert, block):
    assert 'data-timeline="space-race"' in convert(block)
    assert not convert.reports


def test_a_block_shown_as_code_stays_code(convert):
    made = convert("````markdown\n```timeline\nspace-race\n```\n````\n")
    assert "data-timeline" not in made
    assert "```timeline" in made


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("- One:\n\n    ```timeline\n    timeline: space-race\n    lanes:\n      - Moon\n    ```\n\n- Two", "ul/li/"),
        ("1. One:\n    text\n\n    ```timeline\n    timeline: space-race\n    lanes: Moon\n    ```\n", "ol/li/"),
        ("> Said:\n>\n> ```timeline\n> timeline: space-race\n>\n> lanes: Moon\n> ```\n> after", "blockquote/"),
    ],
)
def test_a_block_in_a_list_or_a_quotation_is_a_chart_there(convert, text, path):
    page = html5lib.parseFragment(convert(text), namespaceHTMLElements=False)
    assert [box.get("data-timeline") for box in page.findall(f"{path}div")] == ["space-race"]
    assert not page.findall(".//code")
    assert not convert.reports


@pytest.mark.parametrize(
    "text",
    [
        "Text:\n\n    ```timeline\n    space-race\n    ```\n",
        "- A\n\n    ````\n    ```timeline\n    space-race\n    ```\n    ````\n",
    ],
)
def test_a_block_that_is_indented_as_code_or_in_a_fence_of_a_list_stays_code(convert, text):
    assert "data-timeline" not in convert(text)


@pytest.mark.parametrize(
    ("block", "said"),
    [
        ("timeline: moon-race", "there is no timeline 'moon-race'; use one of: space-race"),
        ("from: 1957", "the block names no timeline; write its id into the first line"),
        ("", "the block names no timeline; write its id into the first line"),
        ("timeline:", "the block names no timeline; write its id into the first line"),
        ('timeline: ""\nfrom: ""', "the block names no timeline; write its id into the first line"),
        ("timeline: space-race\nfrom: last week", "`from`: 'last week' is no date; write YYYY"),
        ("timeline: space-race\nfrom: 12/13/1957", "`from`: '12/13/1957' is no date; write 1957-12-13"),
        ("timeline: space-race\nwidth: 3", "there is no option `width`; use timeline, from, to"),
        ("timeline: space-race\nheight: 5", "`height`: the number is too small; write 200 at least"),
        ("timeline: space-race\nheight: tall", "`height`: a whole number is expected; write one, such as 320"),
        ("timeline: [", "no YAML"),
        ("timeline: space-race\nlanes: Mooon", "the timeline has no lane 'Mooon'; use one of: Orbit, Moon"),
        ("timeline: space-race\ntags: [first, frist]", "the timeline has no tag 'frist'; use one of: first"),
        ("timeline: space-race\nfrom: 2030", "in the block, no event is left; its timeline is from 1961-04-12 to 1969"),
        ("timeline: space-race\nfrom: 1969\nto: 1961", "`from`: 1969 is after `to`, 1961; write the earlier date as"),
        ("timeline: space-race\nlanes: Moon\ntags: first", "in the block, no event is left"),
        (
            "timeline: space-race\nform: 2024\nheight: 50",
            "`height`: the number is too small; write 200 at least; in the block there is no option `form`; use",
        ),
        ("timeline: space-race\nlanes: [Rad, Mun]\ntags: x", "no lane 'Rad'; use one of: Orbit, Moon; the timeline"),
        ("timeline: space-race\nlanes: [Rad, Mun]\ntags: x", "no lane 'Mun'; use one of: Orbit, Moon; the timeline"),
        ("timeline: space-race\nlanes: [Rad, Mun]\ntags: x", "no tag 'x'; use one of: first"),
        ("timeline: space-race\npeople: Gagarin", "the timeline has no person 'Gagarin'; use one of: Neil Armstrong"),
    ],
)
def test_a_wrong_block_is_reported_with_page_and_line(convert, block, said):
    made = convert(f"Text.\n\n```timeline\n{block}\n```\n")
    assert 'class="timeline-problem"' in made
    assert len(convert.reports) == 1
    assert convert.reports[0].startswith("articles/a.md:3: ")
    assert said in convert.reports[0]


@pytest.mark.parametrize(
    ("block", "mistakes"),
    [
        ("timeline: space-race\nfrom: last week\nlanes: Nope", ["'last week' is no date", "no lane 'Nope'"]),
        (
            "timeline: space-race\nfrom: 1969\nto: 1961\nheight: 5\ntags: x",
            ["number is too small", "1969 is after", "'x'"],
        ),
        ("timeline: moon-race\nheight: 5", ["the number is too small", "there is no timeline 'moon-race'"]),
        ("width: 3", ["no option `width`", "the block names no timeline"]),
    ],
)
def test_all_mistakes_of_a_block_are_reported_at_once_and_each_once(convert, block, mistakes):
    convert(f"```timeline\n{block}\n```\n")
    [report] = convert.reports
    assert [report.count(mistake) for mistake in mistakes] == [1] * len(mistakes)


@pytest.mark.parametrize(
    ("url", "root"), [("", "./"), ("./", "./"), ("a.html", "./"), ("a/", "../"), ("a/b/", "../../")]
)
def test_the_way_to_the_root_follows_from_the_address(url, root):
    assert PageContext(url).root == root


def test_what_is_wrong_with_the_events_is_told_with_its_place(tmp_path):
    (tmp_path / "race.yaml").write_text("title: Race\nevents:\n  - {date: 2025-02-30, title: A}\n", encoding="utf-8")
    reports: list[str] = []
    for events in (tmp_path, tmp_path / "none"):
        extension = TimelineExtension(events=str(events))
        extension.report = reports.append
        Markdown(extensions=[extension]).convert("```timeline\nrace\n```")
    assert reports[0].startswith(f"{tmp_path / 'race.yaml'}:3:12: there is no day '2025-02-30'")
    assert reports[1] == f"{tmp_path / 'none'}: there is no such folder; make it, or go to the folder of the site"


@pytest.mark.parametrize(("marks", "quoted"), [("```", ""), ("~~~~", ""), ("```", "> ")])
def test_a_block_that_is_not_closed_is_reported_and_what_is_below_it_stays(convert, marks, quoted):
    lines = ["Text.", "", f"{marks}timeline", "timeline: space-race", "from: 1960", "", "More text."]
    made = convert("\n".join(quoted + line for line in lines))
    assert convert.reports == [f"articles/a.md:3: the block is not closed; write {marks} below it"]
    assert made.count('class="timeline-problem"') == 1
    assert "data-timeline" not in made
    assert "More text." in made


@pytest.mark.parametrize("fence", ["```timeline```", "````timeline````", "```timeline``` and ```python```"])
def test_a_line_that_begins_with_inline_code_is_text(convert, fence):
    made = convert(f"{fence} is the fence.\n\nText one.\n\n```timeline\nspace-race\n```\n\nText two.")
    assert made.count("data-timeline=") == 1
    assert "<p>Text one.</p>" in made
    assert "<p>Text two.</p>" in made
    assert "<code>timeline</code>" in made
    assert not convert.reports


@pytest.mark.parametrize(
    ("begin", "end"),
    [
        ("<!--", "-->"),
        ("<!-- Not yet:", "until then -->"),
        ("> <!--", "> -->"),
        ("<pre>", "</pre>"),
        ('<PRE class="a">', "</Pre>"),
        ("<script>", "</script>"),
    ],
)
def test_a_block_in_a_comment_or_in_html_that_is_kept_as_it_is_is_no_chart(convert, begin, end):
    block = "```timeline\nnope\n```"
    made = convert(f"{begin}\n{block}\n\n{block}\n{end}\n\n```timeline\nspace-race\n```\n")
    assert made.count("data-timeline=") == 1
    assert not convert.reports


@pytest.mark.parametrize("begin", ["<!-- A note. -->", "<!--", "<pre>", "<pre>a</pre>", "<presto>", "<div>", "a <!--"])
def test_html_that_has_ended_or_never_ends_leaves_a_block_a_chart(convert, begin):
    assert convert(f"{begin}\n\n```timeline\nspace-race\n```\n").count("data-timeline=") == 1
    assert not convert.reports


def test_relative_dates_say_what_they_mean(convert):
    made = convert("They met in *February last year* and on 12 March 2020.", published="2026-02-11", language="en")
    first, second = html5lib.parseFragment(made, namespaceHTMLElements=False).iter("time")
    assert first.text == "February last year"
    assert first.attrib == {
        "datetime": "2025-02",
        "class": "timeline-date",
        "title": "February 2025",
        "data-date": "February 2025",
        "tabindex": "0",
    }
    assert (second.text, second.attrib) == ("12 March 2020", {"datetime": "2020-03-12"})


def test_code_links_and_headings_are_left_alone(convert):
    made = convert("# Last year\n\n`last year` and [last year](https://example.org)", published="2026-02-11")
    assert "<time" not in made


def test_a_page_without_a_date_is_left_alone(convert):
    assert "<time" not in convert("They met last year.")


@pytest.mark.parametrize("language", ["fr", "ar", "pt-BR"])
def test_the_dates_of_a_language_without_rules_are_left_as_they_are(convert, language):
    assert "<time" not in convert("Ils se sont réunis le 12 mars 2020.", published="2026-02-11", language=language)
    assert not convert.reports
    convert("Ils se sont réunis.", published="2026-02-30", language=language)
    assert "there is no day '2026-02-30'" in convert.reports[0]


def test_a_language_that_is_none_is_reported(convert):
    made = convert("They met last year.", above="---\nlanguage: French\n---\n", published="2026", language="French")
    assert "<time" not in made
    assert convert.reports == [
        "articles/a.md:2: its dates are not marked up: 'French' is no language; write a tag such as en, fr or pt-BR"
    ]


@pytest.mark.parametrize(
    ("published", "said"),
    [
        ("11 February 2026", "`published`: '11 February 2026' is no date; write 2026-02-11"),
        ("2026-02-30", "`published`: there is no day '2026-02-30': 2026-02 has"),
        ("some day", "`published`: 'some day' is no date; write YYYY, YYYY-MM"),
    ],
)
@pytest.mark.parametrize(
    ("above", "place"), [("---\ntitle: A\npublished: b\n---\n", "articles/a.md:3"), ("", "articles/a.md")]
)
def test_a_wrong_date_is_reported_with_what_to_write_and_where(convert, published, said, above, place):
    assert "<time" not in convert("They met last year.", above=above, published=published)
    [report] = convert.reports
    assert report.startswith(f"{place}: {said}")


@pytest.mark.parametrize(
    "published", ["2026-02-11 10:00", datetime(2026, 2, 11, 10, tzinfo=UTC), date(2026, 2, 11), 2026]
)
def test_a_date_is_read_as_hosts_hand_it_on(convert, published):
    assert 'datetime="2025"' in convert("They met last year.", published=published)
    assert not convert.reports


@pytest.mark.parametrize(
    ("asked", "query"),
    [
        ({"from": "-0043", "to": "1957-10"}, "from=-0043&to=1957-10"),
        ({"from": "2025-21", "to": "2025-21"}, "from=2025-03-01&to=2025-05-31"),
        ({"from": "1961~", "to": "196X"}, "from=1961-01-01&to=1969-12-31"),
        ({"from": "../1961", "to": "1961/1963"}, "to=1963-12-31"),
    ],
)
def test_the_client_is_asked_for_dates_that_it_can_read(asked, query):
    assert BlockOptions.model_validate({"timeline": "a", **asked}).query == query
