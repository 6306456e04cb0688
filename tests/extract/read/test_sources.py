"""From files, folders, feeds, archives and addresses to articles, and what is said of those that fail."""

from __future__ import annotations

import gzip
import io
import json
import os
import signal
import sys
import threading
import time
import tracemalloc
from collections import Counter

import pytest

from timeline.extract.candidate import extract
from timeline.extract.read import Fetcher, Limits, Report, feed, read_articles, sources
from timeline.extract.read.markup import decode_html
from timeline.extract.read.published import publication_date, stated_dates
from timeline.extract.read.warc import _ends_whole
from timeline.extract.read.worker import Worker
from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError
from timeline.tagger import tag


@pytest.fixture
def read(tmp_path):
    """The readings and the report of a file with this content."""

    def read_file(data: bytes | str, name: str = "a.txt", **options):
        path = tmp_path / name
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
        report = Report()
        return list(read_articles([path], report, **options)), report

    return read_file


def _refusals(report: Report) -> list[str]:
    return [error.message for error in report.refused]


@pytest.mark.parametrize(
    ("data", "name", "place", "hint"),
    [
        ("They met.", "a.txt", "a.txt", "give it with --published, or as `published:` in the front matter"),
        ("# They met.", "a.md", "a.md", "give it with --published, or as `published:` in the front matter"),
        ('\n{"text": "A."}', "a.jsonl", "a.jsonl:2", 'give it with --published, or as "published" in the line'),
        ("<TimeML><TEXT>A.</TEXT></TimeML>", "a.tml", "a.tml", "give it with --published, or as its creation time"),
        ("<rss><channel><item><title>A</title></item></channel></rss>", "a.xml", "a.xml", "give it with --published"),
    ],
)
def test_where_a_publication_date_is_missing_is_told_with_how_to_give_it(read, data, name, place, hint):
    _, report = read(data, name)
    (told,) = (error for error in report.warnings if error.message.startswith("no publication date was found"))
    assert (told.place.rpartition("/")[2], told.hint) == (place, hint)


def test_what_is_wrong_with_an_article_of_json_lines_is_told_at_its_line(read):
    _, report = read('{"text": "A.", "date": "2026"}\n{"text": "A.", "date": "2026", "url": "a"}', "a.jsonl")
    assert [(error.message, error.line) for error in report.warnings] == [
        ("the address 'a' is left out: it is no link", 2)
    ]


def test_a_text_takes_the_date_that_is_given(read):
    (reading,), report = read("They met yesterday.", published=EdtfDate("2026-02-11"))
    assert (str(reading.article.published), reading.date_source) == ("2026-02-11", "given")
    assert (report.warnings, report.counts["read"]) == ([], 1)


@pytest.mark.parametrize(
    ("data", "name", "source"),
    [
        ("---\npublished: 2026-02-11\n---\nThey met.", "a.md", "front matter"),
        ('{"text": "They met.", "published": "2026-02-11"}', "a.jsonl", "json lines"),
        (
            "<TimeML><DCT><TIMEX3 tid='t0' type='DATE' value='2026-02-11'/></DCT><TEXT>They met.</TEXT></TimeML>",
            "a.tml",
            "TimeML",
        ),
    ],
)
def test_a_date_that_is_written_in_the_file_stays_where_one_is_given_for_others(read, data, name, source):
    (reading,), _ = read(data, name, published=EdtfDate("2020-01-01"))
    assert (str(reading.article.published), reading.date_source) == ("2026-02-11", source)


def test_a_date_that_is_given_counts_for_a_page(read, page):
    (reading,), report = read(page, "a.html", published=EdtfDate("2021-01-01"))
    assert (str(reading.article.published), reading.date_source) == ("2021-01-01", "given")
    assert report.warnings == []


def test_an_article_without_a_date_is_kept_and_reported(read):
    (reading,), report = read("They met yesterday.")
    assert reading.article.published is None
    assert [error.message for error in report.warnings] == ["no publication date was found"]
    assert report.counts["without a date"] == 1


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the file is empty"),
        (b" \n ", "the file is empty"),
        (b"\x00\x01\x02", "this is no text but binary data"),
        (b"%PDF-1.7 text", "this is no text but binary data"),
        (b"\x89PNG\r\n", "this is no text but binary data"),
        (b"---\ntitle: A\npublished: 2026-02-30\n---\nText", "there is no day '2026-02-30': 2026-02 has 28 days"),
        (b"---\ntitle: A\ntitle: B\n---\nText", "the key 'title' is there twice, in lines 2 and 3"),
        (b"---\ntitle: A\n---\n", "there is no text in it"),
        (b"<html><body><script>1</script></body></html>", "the page has no text of an article"),
    ],
)
def test_broken_files_give_one_clear_error(read, data, message):
    readings, report = read(data)
    assert readings == []
    assert len(report.refused) == 1
    assert str(report.refused[0].path).endswith("a.txt")
    assert _refusals(report) == [message]


@pytest.mark.parametrize(
    ("front", "place"),
    [
        ("title: A\npublished: soon", (3, 12)),
        ("title: Yesterday\npublished: Yesterday", (3, 12)),
        ("published: February\n  2026", (2, 12)),
        ("published: >\n  soon\n  enough", (2, 12)),
        ('date: "so\\x6fn"', (2, 7)),
    ],
)
def test_errors_in_front_matter_name_their_place(read, front, place):
    _, report = read(f"---\n{front}\n---\nText", "a.md")
    assert (report.refused[0].line, report.refused[0].column) == place


@pytest.mark.parametrize(
    ("said", "date"),
    [
        ("2026-02-11 10:00:00", "2026-02-11T10:00:00"),
        ("2026-02-11T10:00:00.000Z", "2026-02-11T10:00:00Z"),
        ("2026-02-11T00:00:00", "2026-02-11"),
        ("Wed, 11 Feb 2026 10:00:00 GMT", "2026-02-11T10:00:00Z"),
    ],
)
def test_a_publication_date_that_a_program_wrote_is_read_in_every_kind_of_file(read, said, date):
    (reading,), _ = read(f"---\npublished: {said}\n---\nThey met.", "a.md")
    assert str(reading.article.published) == date
    (reading,), _ = read(json.dumps({"text": "They met.", "published": said}), "a.jsonl")
    assert str(reading.article.published) == date


@pytest.mark.parametrize("said", ["Wed, 31 Feb 2026 10:00:00 GMT", "11 Feb 2026", "a week ago"])
def test_what_is_no_publication_date_is_told_as_it_was_written(read, said):
    for data, name in (
        (f"---\npublished: {said}\n---\nA.", "a.md"),
        (json.dumps({"text": "A.", "date": said}), "a.jsonl"),
    ):
        assert _refusals(read(data, name)[1]) == [f"'{said}' is no date"]


@pytest.mark.parametrize(
    ("said", "url"),
    [
        ("https://example.org/o'neill", "https://example.org/o%27neill"),
        ("https://example.org/a b", "https://example.org/a%20b"),
        ("https://example.org/\u202aa\u202c", "https://example.org/a"),
        ("www.example.org/a", None),
        ("javascript:alert(1)", None),
        ("https://example.org/" + "a" * 2000, None),
    ],
)
def test_the_address_of_an_article_is_one_that_a_source_can_have(read, said, url):
    article = {"text": "They met on 3 May 2025 in Geneva.", "url": said}
    (reading,), report = read(json.dumps(article), "a.jsonl")
    assert reading.article.url == url
    told = [error.message for error in report.warnings]
    assert (f"the address '{said[:100]}' is left out: it is no link" in told) == (url is None)
    assert [source.url for found in extract(reading.article) for source in found.event.sources] == [url]


def test_half_a_character_is_replaced(read):
    halves = (
        '{"text": "They met \\ud83d on 3 May 2025.", "title": "\\udc00", "publisher": "\\ud83d\\ude80", "date": "2026"}'
    )
    (reading,), _ = read(halves, "a.jsonl")
    article = reading.article
    assert (article.text, article.title, article.publisher) == ("They met \ufffd on 3 May 2025.", "\ufffd", "🚀")


def test_front_matter_runs_nothing(read, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    _, report = read("---\ntitle: !!python/object/apply:os.system ['touch marker']\n---\nText", "a.md")
    assert "the tag" in report.refused[0].message
    assert not (tmp_path / "marker").exists()


def test_markdown_gives_its_front_matter_and_plain_text(read):
    page = (
        "---\ntitle: Talks\npublished: 2026-02-11\nlanguage: en\npublisher: The Coast\n---\n\n# Talks\n\n"
        "They **met** [there](a.md) *yesterday*.\n\n```timeline\nfrom: 2025\n```\n\n- One thing\n\n<!-- no -->End.\n"
    )
    (reading,), _ = read(page, "a.md")
    assert reading.article.text == "They met there yesterday.\n\nOne thing\n\nEnd."
    assert (reading.article.title, reading.article.publisher) == ("Talks", "The Coast")


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("They <script>var Rome = 1;</script>met.\n\n<style media='x'>p {}</style>\n\nEnd.", "They met.\n\nEnd."),
        ("They <SCRIPT>\n\n'<!--'\n</Script >met. <!-- <style> -->End.", "They met. End."),
        ("Who writes `<script>` and <!-- <b>leaves</b> it open.", "Who writes `` and <!-- leaves it open."),
        ("<script>" * 20_000 + "<!--" * 20_000 + "<style>" * 20_000 + "End.", "<!--" * 20_000 + "End."),
    ],
    ids=["a script and a style", "one within the other", "unclosed", "many unclosed"],
)
def test_markdown_gives_no_script_and_no_style(read, page, text):
    (reading,), _ = read(page, "a.md")
    assert reading.article.text == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("Am\n3. Mai 1945 endete der Krieg.", "Am\n3. Mai 1945 endete der Krieg."),
        ("- Er endete am\n  3. Mai 1945.\n- Es war\n  1945.", "Er endete am\n  3. Mai 1945.\nEs war\n  1945."),
        ("> Am\n> 3. Mai 1945.", "Am\n3. Mai 1945."),
        ("1. One\n2. Two\n\n3) Three\n   lines\n4) Four", "One\nTwo\n\nThree\n   lines\nFour"),
        ("1. One\n\n   More\n2. Two", "One\n\n   More\nTwo"),
        ("1. One\n   - A\n   - B\n   2. C\n2. Two", "One\nA\nB\nC\nTwo"),
        ("These:\n- One\n* Two\n> Three", "These:\nOne\nTwo\nThree"),
        ("3\\. Mai 1945 war Schluss.", "3. Mai 1945 war Schluss."),
    ],
)
def test_the_marker_of_a_list_is_left_out_and_a_day_in_a_paragraph_stays(read, page, text):
    (reading,), _ = read(page, "a.md")
    assert reading.article.text == text


@pytest.mark.parametrize(
    ("page", "text"),
    [
        ("12&nbsp;February&nbsp;2025", "12\u00a0February\u00a02025"),
        ("# A &amp; B\n\n*C* &mdash; &lt;b&gt;, R&D &#x2026;", "A & B\n\nC — <b>, R&D …"),
        ("---\ntitle: A & B\n---\n# A &amp; B\n\nC.", "C."),
        ("&#" + "9" * 5000 + ";", "\ufffd"),
    ],
)
def test_what_stands_for_a_character_in_markdown_is_read_as_it(read, page, text):
    (reading,), _ = read(page, "a.md")
    assert reading.article.text == text


def test_a_date_with_spaces_that_do_not_break_is_one():
    (found,) = tag("They met on 12\u00a0February\u00a02025.", "2026-02-11", "en")
    assert found.value == "2025-02-12"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("# Talks on wood", "Talks on wood"),
        ("## Talks #of# wood ##  ", "Talks #of# wood"),
        ("# Talks on C#", "Talks on C#"),
        ("# ###", ""),
    ],
)
def test_a_heading_gives_its_words_without_the_signs_that_close_it(read, line, text):
    (reading,), _ = read(f"{line}\n\nThey met.", "a.md")
    assert reading.article.text == f"{text}\n\nThey met.".strip()


@pytest.mark.parametrize("sign", [" ", " #", "#", "\t"])
def test_a_long_heading_is_read_in_no_time(read, sign):
    began = time.process_time()
    (reading,), _ = read("# a" + sign * 1500 + "b\n", "a.md")
    assert reading.article.text[-1] == "b"
    assert time.process_time() - began < 1


def test_a_page_gives_the_publishers_own_day_and_never_the_change(read, page):
    (reading,), report = read(page, "a.html")
    assert str(reading.article.published) == "2020-01-05"
    assert reading.date_source == "json-ld, opengraph, htmldate"
    assert "The ferry between the two islands sank on Friday" in reading.article.text
    assert report.warnings == []


def test_a_time_in_a_sentence_is_text_and_no_date_of_the_page(read, page):
    told = """<p>The council of Ulm voted for the bridge in <time datetime="2025-06">June last year</time>.
It <em>opened <time datetime="2018-03-02">on <b>2 March</b> 2018</time></em>!</p>"""
    (reading,), report = read(page.replace("<p>The company", told + "<p>The company"), "a.html")
    assert "voted for the bridge in June last year." in reading.article.text
    assert "It opened on 2 March 2018!" in reading.article.text
    assert reading.date_source == "json-ld, opengraph, htmldate"
    assert report.warnings == []


@pytest.mark.parametrize(
    "byline",
    [
        '<p>By Ada Byron, <time datetime="2020-02-05">5 February 2020</time></p>',
        '<p><em><time datetime="2020-02-05">5 February 2020</time></em></p>',
        '<header><time datetime="2020-02-05">5 February 2020</time></header>',
        '<p>Printed on <time itemprop="datePublished" datetime="2020-02-05">5 February 2020</time>.</p>',
        '<p>Printed on <time pubdate datetime="2020-02-05">5 February 2020</time>.</p>',
    ],
)
def test_a_time_in_a_byline_is_a_date_of_the_page(read, page, byline):
    _, report = read(page.replace("</h1>", f"</h1>{byline}"), "a.html")
    assert "2020-02-05" in report.warnings[0].message


def test_many_times_are_read_in_time_proportional_to_the_page(read, page):
    began = time.process_time()
    (reading,), _ = read(page.replace("</article>", "<p>" + "In <time>May</time> " * 50_000 + "</article>"), "a.html")
    assert "In May In May" in reading.article.text
    assert time.process_time() - began < 10


@pytest.mark.parametrize("unit", ["a", " ", "a ", "=", "a=", "a='", 'a="b'])
def test_the_dates_that_long_tags_state_are_read_in_no_time(unit):
    tag = f"<time {(unit * 1900)[:1900]} datetime='2020-01-05'>"
    began = time.process_time()
    stated_dates(tag * 200, None)
    assert time.process_time() - began < 1


@pytest.mark.parametrize(
    ("tag", "found"),
    [
        ("<time datetime='2020-01-05'>", "time"),
        ("<time 1datetime = 2020-01-05>", "time"),
        ('<meta x content="2020-01-05" PROPERTY=og:published_time>', "opengraph"),
        ("<span itemprop=datePublished content='2020-01-05T10:00'>", "itemprop"),
    ],
)
def test_a_date_is_stated_however_attributes_are_written(tag, found):
    assert list(stated_dates(tag, None)) == [found]


def _with_json(page, *nodes):
    """A page whose JSON-LD has these dates of publication, each behind the type of what it is of."""
    graph = [{"@type": kind, "datePublished": date} for kind, date in nodes]
    return page.replace('{"@type": "NewsArticle", "datePublished": "2020-01-05T23:30:00-08:00"}', json.dumps(graph))


@pytest.mark.parametrize("kind", ["NewsArticle", "BlogPosting", ["Thing", "ReportageNewsArticle"]])
def test_the_date_of_an_article_goes_before_that_of_its_site(read, page, kind):
    data = _with_json(page, ("WebSite", "2001-01-01"), (kind, "2020-01-05"), ("NewsArticle", "2019-05-05"))
    (reading,), report = read(data, "a.html")
    assert (str(reading.article.published), reading.date_source) == ("2020-01-05", "json-ld, opengraph, htmldate")
    assert report.warnings == []


def test_the_date_of_an_article_goes_before_that_of_its_site_in_a_script_above():
    script = '<script type="application/ld+json">{"@type": "%s", "datePublished": "%s"}</script>'
    page = script % ("WebSite", "2001-01-01") + script % ("Article", "2020-01-05")
    assert str(stated_dates(page, None)["json-ld"]) == "2020-01-05"
    assert str(stated_dates(script % ("WebPage", "2001-01-01"), None)["json-ld"]) == "2001-01-01"


def test_a_time_anywhere_on_a_page_does_not_overrule_sources_that_agree(read, page):
    aside = "<aside><time datetime='2015-05-05'>5 May 2015</time></aside>"
    (reading,), report = read(page.replace("</article>", f"</article>{aside}"), "a.html")
    assert str(reading.article.published) == "2020-01-05"
    assert reading.date_source == "json-ld, opengraph, htmldate"
    assert "disagree" in report.warnings[0].message


def test_a_time_that_stands_above_the_sources_that_agree_overrules_them_no_more():
    time, date = EdtfDate("2015-05-05"), EdtfDate("2020-01-05")
    published = publication_date({"time": time, "json-ld": date, "opengraph": date}, None, EdtfDate("2026"))
    assert published.date == date
    assert publication_date({"time": time, "json-ld": date}, None, EdtfDate("2026")).date is None


@pytest.mark.parametrize(
    ("attributes", "language"),
    [
        ('data-lang="xy" lang="de"', "de"),
        ('lang="english"', "en"),
        ('lang="german"', "en"),
        ('xml:lang="de"', "de"),
        ("class=a lang=de-AT", "de-AT"),
        ('LANG = "zh-Hant-TW"', "zh-Hant"),
        ('lang="de_DE"', "de-DE"),
        ('lang=""', "en"),
        ('hreflang="fr"', "en"),
    ],
)
def test_the_language_of_a_page_is_what_it_says_of_itself(read, page, attributes, language):
    (reading,), _ = read(page.replace('lang="en"', attributes), "a.html")
    assert reading.article.language == language


@pytest.mark.parametrize(
    ("stated", "note"),
    [
        ("2099-01-01", "the publication date lies in the future"),
        ("1312-01-01", "the publication dates on the page disagree (json-ld 1312-01-01,"),
    ],
)
def test_a_date_that_cannot_be_is_reported_and_not_used(read, page, stated, note):
    (reading,), report = read(page.replace("2020-01-05", stated), "a.html")
    assert reading.article.published is None
    assert report.counts["without a date"] == 1
    assert len(report.warnings) == 1
    assert report.warnings[0].message.startswith(note)


def test_dates_that_disagree_go_to_review(read, page):
    changed = page.replace('"datePublished": "2020-01-05', '"datePublished": "2020-02-05')
    (reading,), report = read(changed, "a.html")
    assert reading.date_confidence == 0.74
    assert report.warnings[0].message.startswith("the publication dates on the page disagree")


def test_a_date_that_is_far_from_the_one_in_the_address_is_used_for_nothing(server):
    report = Report()
    fetcher = Fetcher(Limits(seconds=20), allow_private=True)
    (reading,) = read_articles([f"{server.address}/2020/01/05/ferry"], report, fetcher=fetcher)
    assert reading.article.published is None
    assert "(address 2020-01-05, json-ld 1969-07-20" in report.warnings[0].message
    assert {str(timex.date) for timex in tag(reading.article.text, None) if timex.date} == {"1998"}


HOSTILE = {
    "one tag with 40,000 attributes": "<html><p " + "a=1 " * 40_000 + ">text</p>",
    "50 MB of markup": "<html>" + "<p>a</p>" * 6_500_000,
    "200,000 nested tags": "<html>" + "<div>" * 200_000,
}


@pytest.mark.parametrize("data", HOSTILE.values(), ids=HOSTILE.keys())
def test_what_stops_parsers_is_skipped_and_counted(read, data):
    began = time.process_time()
    readings, report = read(data, "a.html")
    assert readings == []
    assert report.counts["refused"] == 1
    assert report.refused[0].message.startswith("the page is skipped: ")
    assert time.process_time() - began < 10


@pytest.mark.parametrize(
    "extra",
    [
        '<script type="application/ld+json">' + "[" * 50_000 + "</script>",
        '<script type="application/ld+json">{"a": ' + "9" * 100_000 + "}</script>",
        "<p>" + "7" * 250_000 + "</p>",
        "<b><i><p>unclosed <table><tr>",
        "<script>while(true){}</script><style>p{}</style><iframe src=x></iframe>",
    ],
    ids=["deep JSON", "a long number in JSON", "a long number", "unclosed tags", "scripts"],
)
def test_a_page_with_rubbish_is_still_read(read, page, extra):
    (reading,), _ = read(page.replace("</article>", extra + "</article>"), "a.html")
    assert "All forty passengers were rescued" in reading.article.text
    assert "while(true)" not in reading.article.text


def test_a_page_is_read_in_silence_and_runs_nothing_of_the_folder_around_it(tmp_path, monkeypatch, page, capfd):
    for name in ("htmldate.py", "trafilatura.py", "timeline.py"):
        (tmp_path / name).write_text("open('ran', 'w')")
    monkeypatch.chdir(tmp_path)
    worker = Worker("timeline.extract.read.html", "extracted")
    assert "forty passengers" in worker.call({"markup": page, "url": None}, 60, "a.html")["text"]
    worker.stop()
    assert not (tmp_path / "ran").exists()
    assert capfd.readouterr() == ("", "")


def test_a_page_that_takes_too_long_is_skipped(monkeypatch, pytestconfig):
    monkeypatch.setenv("PYTHONPATH", str(pytestconfig.rootpath))
    worker = Worker("tests.extract.read.endless", "run")
    with pytest.raises(TimelineError, match=r"it takes more than 0\.3 seconds to read"):
        worker.call({}, 0.3, "a.html")
    assert worker._process is None


@pytest.mark.parametrize("system", ["raise ImportError", "RLIMIT_AS = 0\ndef setrlimit(*_):\n    raise ValueError"])
def test_where_memory_cannot_be_bounded_a_page_is_read_all_the_same(tmp_path, monkeypatch, pytestconfig, page, system):
    (tmp_path / "resource.py").write_text(system)
    monkeypatch.setenv("PYTHONPATH", f"{tmp_path}{os.pathsep}{pytestconfig.rootpath}")
    worker = Worker("timeline.extract.read.html", "extracted")
    assert "forty passengers" in worker.call({"markup": page, "url": None}, 60, "a.html")["text"]
    worker.stop()


def test_a_reader_that_does_not_begin_says_so():
    with pytest.raises(TimelineError, match="did not begin"):
        Worker("timeline.extract.read.nowhere", "run").call({}, 60, "a.html")


def test_a_reader_that_is_killed_costs_one_page(page):
    worker = Worker("timeline.extract.read.html", "extracted")
    asked = {"markup": page, "url": None}
    worker.call(asked, 60, "a.html")
    os.kill(worker._process.pid, signal.SIGSTOP)  # it must not answer before it is killed
    threading.Timer(0.1, os.kill, (worker._process.pid, signal.SIGKILL)).start()
    with pytest.raises(TimelineError, match="the page is skipped"):
        worker.call(asked, 60, "b.html")
    assert "forty passengers" in worker.call(asked, 60, "c.html")["text"]
    worker.stop()


def test_a_page_in_another_charset_is_read(read, page):
    text = page.replace("two islands", "île d’Oléron").replace("<head>", '<head><meta charset="windows-1252">')
    (reading,), _ = read(text.encode("cp1252"), "a.html")
    assert "île d’Oléron sank" in reading.article.text


def test_the_charset_of_a_page_is_looked_for_in_no_time():
    began = time.process_time()
    assert decode_html(b"<meta" * 50 + b" charset=" + b"\t" * 3700 + b"!<p>caf\xe9").endswith("café")
    assert time.process_time() - began < 0.5


@pytest.mark.parametrize("charset", ["undefined", "idna", "punycode", "base64", "none"])
def test_a_page_whose_charset_is_none_of_texts_is_read(read, page, charset):
    (reading,), _ = read(page.replace("<head>", f'<head><meta charset="{charset}">'), "a.html")
    assert "The ferry between the two islands sank" in reading.article.text


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("charset", ["", '<meta charset="utf-16">'])
def test_a_page_in_utf_16_is_read(read, page, encoding, charset):
    text = page.replace("two islands", "île d’Oléron").replace("<head>", f"<head>{charset}")
    (reading,), report = read(text.strip().encode(encoding), "a.html")
    assert "île d’Oléron sank" in reading.article.text
    assert (report.counts["without a date"], report.warnings) == (0, [])


@pytest.mark.parametrize(("encoding", "stated"), [("utf-8", ""), ("utf-16", ""), ("utf-16", ' encoding="UTF-16"')])
def test_an_item_of_a_feed_without_a_date_is_named(read, encoding, stated):
    _, report = read(RSS.replace('"1.0"', f'"1.0"{stated}').encode(encoding), "feed.xml")
    assert [error.message for error in report.warnings] == [
        f"no publication date was found for '{title}'" for title in ("No day", "Which", "Tag")
    ]


RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>The Coast</title>
<item><guid>1</guid><title>Ferry sinks</title><link>https://example.org/1</link>
<pubDate>Sun, 05 Jan 2020 23:30:00 -0800</pubDate><description>&lt;p&gt;It sank.&lt;/p&gt;</description></item>
<item><guid>1</guid><title>Ferry sinks</title><link>https://example.org/1?again</link>
<pubDate>Sun, 05 Jan 2020 23:30:00 -0800</pubDate><description>&lt;p&gt;It sank.&lt;/p&gt;</description></item>
<item><guid>2</guid><title>No day</title><pubDate>31 Feb 2022</pubDate><description>A</description></item>
<item><guid>3</guid><title>Which</title><pubDate>03/04/2022</pubDate><description>B</description></item>
<item><guid>4</guid><title>Tag</title><pubDate>Mo, 3. Mai 2022</pubDate><description>C</description></item>
</channel></rss>"""


def test_a_feed_gives_each_item_once_and_guesses_no_date(read):
    readings, report = read(RSS, "feed.xml")
    found = [(one.article.title, one.article.published and str(one.article.published)) for one in readings]
    assert found == [("Ferry sinks", "2020-01-05"), ("No day", None), ("Which", None), ("Tag", None)]
    assert (readings[0].article.text, readings[0].article.url) == ("It sank.", "https://example.org/1")
    assert report.counts["without a date"] == 3


def test_a_description_in_a_feed_keeps_its_paragraphs_and_lines(read):
    told = "&lt;p&gt;One. &lt;/p&gt; \n\t &lt;p&gt;Two\nlines.&lt;br&gt;\n\n&lt;br&gt;End."
    first, *_ = read(RSS.replace("&lt;p&gt;It sank.", told), "feed.xml")[0]
    assert first.article.text.startswith("One.\n\nTwo lines.\n\nEnd.")


@pytest.mark.parametrize("sign", [" ", "\u00a0", "\n", " \n"])
def test_a_long_description_in_a_feed_is_read_in_no_time(read, sign):
    began = time.process_time()
    readings, _ = read(RSS.replace("It sank.", f"It&lt;b&gt;{sign * 40_000}sank."), "feed.xml")
    assert readings[0].article.text.endswith("sank.")
    assert time.process_time() - began < 2


ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><entry><id>1</id><title type="{0}">{1}</title>
<updated>2020-01-05T10:00:00Z</updated><content type="{0}">{1}</content></entry></feed>"""


@pytest.mark.parametrize(
    ("kind", "said", "text"),
    [
        ("text", "x &lt;b and y> c &amp; d", "x <b and y> c & d"),
        ("text", "A &amp;amp; B", "A &amp; B"),
        ("html", "x &lt;b>and&lt;/b> c &amp;amp; d", "x and c & d"),
        ("xhtml", '<div xmlns="http://www.w3.org/1999/xhtml">x <b>and</b> c &amp; d</div>', "x and c & d"),
    ],
)
def test_markup_is_taken_off_where_a_feed_says_that_there_is_any(read, kind, said, text):
    (reading,), _ = read(ATOM.format(kind, said), "feed.xml")
    assert (reading.article.title, reading.article.text) == (text, text)


@pytest.mark.parametrize(
    ("said", "text"), [("x &lt;b and y> c &amp; d", "x <b and y> c & d"), ("A &amp;amp; B", "A & B")]
)
def test_the_titles_of_rss_are_read_as_what_they_are(read, said, text):
    readings, _ = read(RSS.replace("Ferry sinks", said).replace("The Coast", said), "feed.xml")
    assert (readings[0].article.title, readings[0].article.publisher) == (text, text)


def test_the_lines_of_a_description_without_elements_count(read):
    first, *_ = read(RSS.replace("&lt;p&gt;It sank.&lt;/p&gt;", "One\n\nTwo &amp;amp;\nthree"), "feed.xml")[0]
    assert first.article.text == "One\n\nTwo &\nthree"


@pytest.mark.parametrize("kind", ["text", "html"])
def test_unclosed_tags_in_a_feed_are_read_in_no_time(read, kind):
    began = time.process_time()
    readings, report = read(ATOM.format(kind, "&lt;a " * 16_000), "feed.xml")
    assert (len(readings), len(report.refused)) in ((1, 0), (0, 1))
    assert time.process_time() - began < 1


def test_a_feed_that_takes_too_long_is_skipped(read, monkeypatch, pytestconfig):
    monkeypatch.setenv("PYTHONPATH", str(pytestconfig.rootpath))
    monkeypatch.setattr(feed, "_worker", Worker("tests.extract.read.endless", "run", "feed", feed._INSTEAD))
    readings, report = read(RSS, "feed.xml", limits=Limits(seconds=0.3))
    assert (readings, _refusals(report)) == ([], ["the feed is skipped: it takes more than 0.3 seconds to read"])
    assert report.refused[0].hint == feed._INSTEAD


def test_an_entity_in_a_feed_reads_no_file(read, tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "{secret.as_uri()}">]>'
    data = RSS.replace("<rss", entity + "<rss").replace("It sank.", "&x; sank.", 1)
    readings, _ = read(data.replace("&lt;p&gt;&x;", "&x;"), "feed.xml")
    assert len(readings) == 4
    assert all("secret" not in one.article.text for one in readings)


def test_entities_that_grow_do_not_fill_the_memory(read):
    bomb = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    data = RSS.replace("<rss", f'<!DOCTYPE rss [<!ENTITY e0 "ha">{bomb}]><rss').replace("&lt;p&gt;It sank.", "&e11;", 1)
    readings, report = read(data, "feed.xml")
    assert any("amplification" in error.message for error in report.warnings)
    assert readings
    assert all(len(one.article.text) < 1000 for one in readings)


def test_a_time_without_a_zone_is_no_date(read):
    readings, _ = read(RSS.replace(" 23:30:00 -0800", " 23:30:00"), "feed.xml")
    assert readings[0].article.published is None


@pytest.mark.parametrize("title", ["&#99999999999;", "&#x110000;", "&#55357;"])
def test_a_feed_that_its_reader_stumbles_over_is_refused(read, title):
    readings, report = read(
        f"<rss version='2.0'><channel><item><title>{title}</b></title></item></channel>", "feed.xml"
    )
    assert readings == []
    assert report.refused[0].message.startswith("the feed cannot be read (")


def test_the_items_of_a_feed_around_one_that_is_broken_are_read(read):
    broken = "<entry><title>A</t<b></content></entry>"
    readings, report = read(f"<feed>{broken}<entry><id>b</id><title>B</title></entry></feed>", "feed.xml")
    assert readings[-1].article.title == "B"
    assert report.refused == []


def test_a_cut_feed_is_reported(read):
    readings, report = read(RSS[: RSS.index("<item><guid>3")], "feed.xml")
    assert len(readings) == 2
    assert any("not well-formed" in error.message for error in report.warnings)


def _warc(page: str, count: int = 2) -> bytes:
    """A web archive of the same page at several addresses, each record packed by itself."""
    answer = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + page.encode()
    records = [
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://example.org/{number}\r\n"
        f"WARC-Date: 2020-01-06T00:00:00Z\r\nWARC-Record-ID: <urn:uuid:{number}>\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n".encode()
        + answer
        + b"\r\n\r\n"
        for number in range(count)
    ]
    return b"".join(gzip.compress(record) for record in records)


def test_a_web_archive_gives_its_pages(read, page):
    readings, report = read(_warc(page), "a.warc.gz")
    assert [one.article.url for one in readings] == ["https://example.org/0", "https://example.org/1"]
    assert report.refused == []


@pytest.mark.parametrize(
    ("whole", "broken"),
    [
        (b"WARC-Target-URI: https://example.org/1", b"WARC-Target: x"),
        (b"Content-Length: ", b"Content-Length: " + b"9" * 30),
    ],
    ids=["no address", "a length that no machine counts"],
)
def test_a_web_archive_that_its_reader_stumbles_over_is_damaged(read, page, whole, broken):
    head, mark, rest = gzip.decompress(_warc(page)).rpartition(whole)
    readings, report = read(head + mark.replace(whole, broken) + rest, "a.warc")
    assert len(readings) == 1
    assert report.refused[0].message.startswith("the archive is damaged (")


def test_a_web_archive_that_was_cut_says_so(read, page):
    data = _warc(page)
    _, report = read(data[:-200], "a.warc.gz")
    assert any("truncated" in message or "damaged" in message for message in _refusals(report))
    _, report = read(gzip.decompress(data)[:-600], "a.warc")
    assert any("truncated" in message for message in _refusals(report))


def test_a_web_archive_that_unpacks_to_very_much_takes_little_memory(tmp_path):
    path = tmp_path / "a.warc.gz"
    path.write_bytes(gzip.compress(bytes(100_000_000)))
    tracemalloc.start()
    assert _ends_whole(path)
    path.write_bytes(path.read_bytes()[:-5])
    assert not _ends_whole(path)
    assert tracemalloc.get_traced_memory()[1] < 10_000_000
    tracemalloc.stop()


def test_a_folder_is_read_in_order_and_never_left(tmp_path):
    folder = tmp_path / "articles"
    folder.mkdir()
    (tmp_path / "outside.txt").write_text("Outside.")
    (folder / "link.txt").symlink_to(tmp_path / "outside.txt")
    (folder / "b.txt").write_text("Second.")
    (folder / "a.md").write_text("First.")
    (folder / "c.png").write_bytes(b"\x89PNG")
    (folder / "d.txt").write_bytes(b"\0")
    (folder / ".hidden").mkdir()
    (folder / ".hidden" / "e.docx").write_bytes(b"PK")
    report = Report()
    assert [one.article.text for one in read_articles([str(folder)], report)] == ["First.", "Second."]
    assert report.counts["refused"] == 1
    assert report.skipped == [folder / "c.png"]


def test_a_list_of_addresses_is_fetched_and_one_failure_stops_nothing(tmp_path, server):
    path = tmp_path / "list.txt"
    path.write_text(f"# news\n{server.address}/nothing\n{server.address}/page\n")
    report = Report()
    fetcher = Fetcher(Limits(seconds=5), allow_private=True)
    readings = list(read_articles([path], report, fetcher=fetcher))
    assert [one.article.title for one in readings] == ["Ferry sinks"]
    assert report.counts["refused"] == 1
    assert str(report) == "articles: 1 read, 0 without a date, 1 refused; events: 0 found, 0 merged, 0 already known"


def test_standard_input_is_read(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"They met.")))
    (reading,) = read_articles(["-"], Report())
    assert (reading.article.text, reading.where) == ("They met.", "standard input")


def test_a_web_archive_in_standard_input_is_refused(monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"WARC/1.1\r\nWARC-Type: response\r\n\r\n")))
    report = Report()
    assert not list(read_articles(["-"], report))
    assert _refusals(report) == ["this is a web archive"]


def test_json_lines_are_read_however_many_they_are(read, monkeypatch):
    monkeypatch.setattr(sources, "_MOST_BYTES", 1000)
    lines = [json.dumps({"text": f"They met. {number} é", "date": "2026"}) for number in range(1000)]
    readings, report = read("\r\n".join(lines), "a.jsonl")
    assert [reading.article.text for reading in readings] == [f"They met. {number} é" for number in range(1000)]
    assert report.refused == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_json_lines_are_read_in_every_encoding_of_a_text(read, encoding):
    lines = '{"text": "É met.", "date": "2026"}\n\n{"text": "À left.", "date": "2026"}\n{"text": 1}'
    readings, report = read(lines.encode(encoding), "a.jsonl")
    assert [reading.article.text for reading in readings] == ["É met.", "À left."]
    assert [error.line for error in report.refused] == [4]


@pytest.mark.parametrize("content", ["", "\n \n"])
def test_json_lines_without_a_line_are_refused(read, content):
    assert _refusals(read(content, "a.jsonl")[1]) == ["the file is empty"]


def test_of_a_line_that_is_too_long_nothing_is_read(read):
    lines = [json.dumps({"text": text, "date": "2026"}) for text in ("a" * 972, "b" * 973, "c" * 5000, "d")]
    assert len(lines[0]) == 1000
    for end in ("\n", "\r\n"):
        readings, report = read(end.join(lines), "a.jsonl", limits=Limits(bytes=1000))
        assert [reading.article.text[0] for reading in readings] == ["a", "d"]
        assert [error.line for error in report.refused] == [2, 3]


@pytest.mark.parametrize("name", ["a.txt", "a.tml", "a.html"])
def test_a_file_that_is_too_large_is_refused_and_not_cut_off(read, monkeypatch, name):
    monkeypatch.setattr(sources, "_MOST_BYTES", 20)
    _, report = read("They met. They left.", name)
    assert "it has more than 20 bytes" not in _refusals(report)
    readings, report = read("They met. They left. ", name)
    assert (readings, _refusals(report)) == ([], ["it has more than 20 bytes"])
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"They met. They left. ")))
    report = Report()
    assert (list(read_articles(["-"], report)), _refusals(report)) == ([], ["it has more than 20 bytes"])


def test_json_lines_hold_an_article_a_line(read):
    lines = [
        '{"text": "They met.", "published": "2026-02-11", "title": "Talks", "url": "https://a.example/1", "id": 7}',
        "",
        '{"text": "They left.", "date": "2026-02-12 09:30:00"}',
        '{"text": "They stayed.", "published": 2026}',
    ]
    (first, second, third), report = read("\n".join(lines), "a.jsonl")
    assert str(third.article.published) == "2026"
    assert (first.article.title, first.article.url, str(first.article.published)) == (
        "Talks",
        "https://a.example/1",
        "2026-02-11",
    )
    assert (second.article.text, str(second.article.published)) == ("They left.", "2026-02-12T09:30:00")
    assert report.counts == {"read": 3}


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("They met.", "this is no JSON"),
        ("[" * 100_000, "this is no JSON"),
        ("[1, 2]", 'there is no "text" in it'),
        ('{"text": 5}', 'there is no "text" in it'),
        ('{"text": "A", "published": "2026-02-30"}', "there is no day '2026-02-30': 2026-02 has 28 days"),
        ('{"text": "They met.", "published": 5}', "'5' is no date"),
        ('{"text": "' + "a" * 150_000 + '"}', "the line is skipped: more than 150,000 bytes"),
    ],
)
def test_a_line_that_is_no_article_is_refused_and_the_others_are_read(read, line, message):
    (reading,), report = read(f'{{"text": "They met."}}\n{line}\n', "a.ndjson", limits=Limits(bytes=150_000))
    assert reading.article.text == "They met."
    assert [(error.message, error.line) for error in report.refused] == [(message, 2)]


def test_one_event_is_told_as_one():
    assert "events: 1 found, 2,000 merged" in str(Report(Counter({"found": 1, "merged": 2000})))
