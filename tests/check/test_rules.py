"""Every rule finds its own example, and nothing in what it says to use instead."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from timeline.check import fix, run
from timeline.check.catalogue import all_rules
from timeline.cli import main
from timeline.store import load_all

RULES = {rule.name: rule for rule in all_rules()}
FENCED = [name for name, rule in RULES.items() if rule.fence("Example")]


@pytest.mark.parametrize("name", RULES)
def test_the_page_of_a_rule_says_what_why_and_how(name):
    doc = RULES[name].doc
    assert re.findall(r"^## (.*)", doc, re.MULTILINE) == ["What it does", "Why is this bad?", "Example", "Use instead"]
    assert re.fullmatch(r"[A-Z].*\.", RULES[name].summary)
    assert re.fullmatch(r"[A-Z]{3}\d{3}", RULES[name].code)
    assert RULES[name].fence("Use instead")


def test_codes_are_given_once():
    assert len({rule.code for rule in RULES.values()}) == len(RULES)


@pytest.mark.parametrize("name", [name for name in FENCED if not RULES[name].asked])
def test_a_rule_finds_its_example_and_not_what_to_use_instead(tmp_path, name):
    rule, path = RULES[name], tmp_path / "a.yaml"
    path.write_text(rule.fence("Example"), encoding="utf-8")
    [found] = run([path], select=[name])
    assert (found.code, found.level, found.path) == (rule.code, rule.level, str(path))
    assert found.line > 0
    assert found.message
    assert found.hint
    path.write_text(rule.fence("Use instead"), encoding="utf-8")
    assert not [each for each in run([path], notes=True) if each.level == "error" or each.code == rule.code]


@pytest.mark.parametrize("name", FENCED)
def test_a_fix_makes_of_the_example_what_to_use_instead(tmp_path, name):
    rule, path = RULES[name], tmp_path / "a.yaml"
    path.write_text(rule.fence("Example"), encoding="utf-8")
    if any(each.fix for each in run([path], select=[name])):
        fix([path], select=[name])
        assert path.read_text(encoding="utf-8") == rule.fence("Use instead")


def test_a_file_in_another_encoding_is_reported_at_its_byte(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_bytes("title: Élysée\n".encode("latin-1"))
    [found] = run([path])
    assert (found.code, found.line, found.column) == ("YML001", 1, 8)


def test_a_text_that_a_comment_may_cut_short_is_reported_and_becomes_no_id(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(
        "title: T #1\nevents:\n- title: Place #1 of the list\n  date: 2025  # or 2024\n"
        "  lane: 'A #1' #2\n  tags: [b #c\n  ] #d\n"
    )
    assert [(each.code, each.line, each.column) for each in run([path])] == [
        ("YML007", line, column) for line, column in ((1, 8), (3, 10), (6, 10))
    ]
    assert not fix([path])


def test_links_without_the_beginning_of_their_address_are_reported_wherever_they_are(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(
        "title: T\ndescription: See [a](b.md).\nevents:\n- title: A\n  date: 2025\n"
        "  text: |\n    [One](www.example.org/a) and `[code](c.md)`, [two](https://example.org) [3](mailto:a@b.c),\n"
        "    [four](javascript:x), ![a](b.png) and [five](../docs/index.md#top).\n"
    )
    found = [each for each in run([path]) if each.code == "EVT308"]
    assert [(each.line, each.message, each.hint) for each in found] == [
        (2, "the link to 'b.md' leads nowhere", "write its whole address, such as https://example.org/b.md"),
        (6, "the link to 'www.example.org/a' leads nowhere", "write https://www.example.org/a"),
        (
            6,
            "the link to '../docs/index.md#top' leads nowhere",
            "write its whole address, such as https://example.org/docs/index.md#top",
        ),
    ]


def test_links_are_asked_for_only_on_request(tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr("timeline.check.rules.unreachable_link.failure", lambda url: asked.append(url) or "gone")
    rule, path = RULES["unreachable-link"], tmp_path / "a.yaml"
    path.write_text(rule.fence("Example"), encoding="utf-8")
    assert run([path], notes=True)
    assert not asked
    [found] = run([path], select=["SRC204"])
    assert (found.message, found.line, found.column) == ("no answer: gone", 3, 19)
    assert asked == ["https://no-such-page.invalid/talks"]


def test_each_address_of_a_source_or_a_picture_is_asked_for_once(tmp_path, monkeypatch):
    asked = []

    def failure(url: str) -> str:
        asked.append(url)
        return "" if url.endswith("/good") else "gone"

    monkeypatch.setattr("timeline.check.rules.unreachable_link.failure", failure)
    event = (
        "- {title: A, date: 2025, image: {src: 'https://a.example/p.png', alt: P}, sources: "
        "[{url: 'https://a.example/good'}, {url: 'HTTPS://a.example/bad'}, {url: 'mailto:a@a.example'}]}\n"
        "- {title: B, date: 2025, image: {src: img/p.png, alt: P}}\n"
    )
    path = tmp_path / "a.yaml"
    path.write_text(event * 5)
    found = run([path], select=["SRC204"])
    assert asked == ["https://a.example/good", "HTTPS://a.example/bad", "https://a.example/p.png"]
    assert [(each.line, each.column) for each in found[:3]] == [(1, 39), (1, 124), (3, 39)]
    assert len(found) == 10


def test_two_timelines_at_one_address_are_found(tmp_path):
    (tmp_path / "talks.yaml").write_text("- {title: A, date: 2025}\n")
    (tmp_path / "talks").mkdir()
    (tmp_path / "talks" / "timeline.yaml").write_text("title: T\nevents: [{title: B, date: 2025}]\n")
    assert [each.code for each in run([tmp_path])] == ["TML402"]


def test_two_timelines_with_the_same_id_are_found_in_their_files(tmp_path):
    for name in ("a", "b"):
        (tmp_path / f"{name}.yaml").write_text("title: T\nid: zzz\nevents: [{title: A, date: 2025}]\n")
    (tmp_path / "zzz.yaml").write_text("- {title: A, date: 2025}\n")
    found = run([tmp_path])
    assert [(each.code, each.path, each.line, each.column) for each in found] == [
        ("TML402", str(tmp_path / "b.yaml"), 2, 5),
        ("TML402", str(tmp_path / "zzz.yaml"), 0, 0),
    ]
    assert {each.message for each in found} == {f"the timeline 'zzz' is already in {tmp_path / 'a.yaml'}"}
    loaded, problems = load_all(tmp_path)
    assert ([each.id for each in loaded], len(problems)) == (["zzz"], 2)


@pytest.mark.parametrize(
    ("events", "count"),
    [
        ("- {title: Talks begin, date: 2025-02}\n- {title: Talks begin, date: 2025-02-12}\n", 1),
        ("- {title: Talks begin, date: 2025-02}\n- {title: Talks begin, date: 2026-02}\n", 0),
        ("- {title: Talks, date: 2025-02}\n- {title: Talks, date: 2025-02}\n", 0),
        ("- {title: A and B meet C, date: 2025}\n- {title: C and B meet A, date: 2025}\n", 1),
        ("- {title: A meets B, date: 2025}\n- {title: B leaves C, date: 2025}\n", 0),
        ("- {title: A meets B, date: 2025}\n- {title: A meets B again, date: 2025}\n", 1),
        ("- {title: A meets B, date: 2025-02}\n- {title: A meets B again, date: 2025-02-12}\n", 0),
    ],
)
def test_events_that_look_alike_are_found(tmp_path, events, count):
    (tmp_path / "a.yaml").write_text(events)
    assert len(run([tmp_path / "a.yaml"], select=["EVT302"])) == count


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("events/talks.yaml", ""),
        ("events/talks/timeline.yaml", ""),
        ("other/talks.yaml", " --in other/talks.yaml"),
        ("my events/talks.yaml", " --in 'my events/talks.yaml'"),
        ("other/talks/timeline.yaml", " --in other/talks"),
    ],
)
def test_what_is_said_of_two_events_that_look_alike_can_be_done(tmp_path, monkeypatch, path, where):
    monkeypatch.chdir(tmp_path)
    Path(path).parent.mkdir(parents=True)
    Path(path).write_text(RULES["likely-duplicate"].fence("Example"), encoding="utf-8")
    [found] = run([path], select=["EVT302"])
    said = re.search("'(timeline merge .*)'", found.hint)[1]
    assert said.endswith(f"by-telephone{where}")
    assert main(shlex.split(said)[1:]) == 0
    assert not run([path], select=["EVT302"])


@pytest.mark.parametrize(("language", "words"), [("en", "second half of 1939"), ("fr", "second semestre 1939")])
def test_a_season_like_two_years_is_settled_in_words_of_the_language_of_its_timeline(tmp_path, language, words):
    path = tmp_path / "a.yaml"
    path.write_text(f"language: {language}\nevents:\n- title: Le front\n  date: 1939-41\n", encoding="utf-8")
    [found] = run([path], select=["DAT110"])
    assert found.hint.endswith(f"else add 'expression: {words}'")


# what stands under the mark in the example of each rule that a person sees with its line
MARKED = {
    "invalid-date": "2025-2-12",
    "impossible-date": "2025-02-30",
    "reversed-date": "1918/1914",
    "future-date": "2999-05-01",
    "after-publication": "2025-02-18",
    "falsely-precise-date": "2025-02-01",
    "ambiguous-date": "03/04/2025",
    "relative-date-without-anchor": "last month",
    "phrase-as-date": "February last year",
    "duplicate-id": "talks",
    "likely-duplicate": "Putin and Trump speak by telephone",
    "unknown-lane": "Envoy",
    "unknown-tag": "talk",
    "stale-draft": "draft",
    "missing-id": "Talks begin",
    "unknown-field": "titel",
    "missing-field": "date",
    "wrong-type": "talks",
    "missing-source": "Talks begin",
    "expression-not-in-quote": "last February",
    "missing-publication-date": "title: After the summit\n      expression: last February",
    "empty-timeline": "[]",
    "duplicate-key": "date",
    "wrong-weekday": "Friday, 9 November 1989",
}


@pytest.mark.parametrize("name", MARKED)
def test_a_rule_marks_what_it_is_about(tmp_path, name):
    path, text = tmp_path / "a.yaml", RULES[name].fence("Example")
    path.write_text(text, encoding="utf-8")
    [found] = run([path], select=[name])
    lines = text.splitlines(keepends=True)
    (line, column), (last, end) = (found.line, found.column), found.end
    begin = sum(map(len, lines[: line - 1])) + column - 1
    assert text[begin : sum(map(len, lines[: last - 1])) + end - 1] == MARKED[name]


# what a rule does not speak of, though it is like what it finds
SILENT = {
    "a phrase that means one day": ("ambiguous-date", "date: yesterday"),
    "two days that are written": ("ambiguous-date", 'date: "[2025-03-04,2025-04-03]"'),
    "a source that may be newer": (
        "after-publication",
        "date: 2025-02-18\n  sources: [{published: 2025-02-12}, {publisher: TASS}]",
    ),
    "words about a day": ("falsely-precise-date", "date: 2025-02-12\n  expression: about 12 February 2025"),
    "a weekday in a month": ("wrong-weekday", "date: 1989-11\n  expression: Friday, 1 November"),
    "a weekday of one of two days": (
        "wrong-weekday",
        "date: '[1989-11-09,1989-11-10]'\n  expression: Friday, 9 or 10 November",
    ),
    "a draft that nobody dated": ("stale-draft", "date: 2025\n  status: draft"),
    "a draft of a new source": ("stale-draft", "date: 2025\n  status: draft\n  sources: [{published: 2999-02-12}]"),
    "a source dated by its file": (
        "missing-publication-date",
        "date: 2026-02-10\n  sources: [{expression: yesterday}]",
    ),
    "a phrase beside words": ("falsely-precise-date", "date: 12 February 2025\n  expression: February 2025"),
}


def test_a_source_is_dated_by_its_event(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("- {title: A, date: 2026-02-10, published: 2026-02-11, sources: [{expression: yesterday}]}\n")
    assert run([path], select=["missing-publication-date"]) == []


def test_an_event_in_a_file_of_its_own_needs_no_id(tmp_path):
    (tmp_path / "timeline.yaml").write_text("title: T\n")
    (tmp_path / "talks.yaml").write_text("date: 2025\ntitle: Talks begin\n")
    assert run([tmp_path], select=["missing-id"]) == []


@pytest.mark.parametrize("name", SILENT)
def test_a_rule_does_not_speak_of_what_is_like_its_example(tmp_path, name):
    rule, fields = SILENT[name]
    path = tmp_path / "a.yaml"
    path.write_text(f"published: 2026-02-11\nevents:\n- title: A\n  {fields}\n", encoding="utf-8")
    assert not [each for each in run([path]) if each.level == "error"]
    assert run([path], select=[rule]) == []


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("title: Talks\n", "add 'events:', and below it '- date: …' and 'title: …'"),
        ("title: Talks\nevents:\n", "add '- date: …' and 'title: …'"),
    ],
)
def test_a_timeline_without_events_is_told_all_that_it_lacks(tmp_path, text, hint):
    path = tmp_path / "a.yaml"
    path.write_text(text, encoding="utf-8")
    [found] = run([path], select=["empty-timeline"])
    assert (found.column, found.hint) == (1 if "events" in hint else 8, hint)


@pytest.mark.parametrize(
    ("date", "told"),
    [
        ("1939-41", ("'1939-41' means 'second half of 1939'", "1939/1941")),
        ("2020-21", ("'2020-21' means 'spring 2020'", "2020/2021")),
        ("1939-40~", ("'1939-40~' means 'about the first half of 1939'", "1939~/1940~")),
        ("2025-21", None),
        ("1941-41", None),
        ("2000-12", None),
        ("2020-21/2020-22", None),
        ("spring 2020", None),
    ],
)
def test_a_season_that_looks_like_two_years_is_asked_about(tmp_path, date, told):
    path = tmp_path / "a.yaml"
    path.write_text(f"- {{title: A, date: {date}}}\n")
    found = run([path], select=["years-or-season"])
    assert [(each.message, each.hint.split()[1]) for each in found] == ([told] if told else [])
    for said in ("expression: in spring", "sources: [{expression: in spring}]"):
        path.write_text(f"- {{title: A, date: {date}, {said}}}\n")
        assert run([path], select=["years-or-season"]) == []


@pytest.mark.parametrize(
    ("language", "date", "told"),
    [
        ("en", "Thursday, 9 November 1990", "says Thursday, and 1990-11-09 is a Friday"),
        ("en", "Fri 9 Nov 1989 at 19:00", "says Fri, and 1989-11-09 is a Thursday"),
        ("de", "Freitag, 9. November 1989", "says Freitag, and 1989-11-09 is a Thursday"),
        ("en", "Friday, 9 November 1990", ""),
        ("en", "Fri, 9 November 1990", ""),
        ("en", "last Friday", ""),
        ("en", "two days after Tuesday, 7 November 1989", ""),
        ("en", "Tuesday, 7 November to Friday, 9 November 1989", ""),
        ("en", "Tuesday, 5 November 1605", ""),
    ],
)
def test_a_weekday_that_the_day_does_not_have_is_told(tmp_path, language, date, told):
    path = tmp_path / "a.yaml"
    path.write_text(f"language: {language}\npublished: 2026-02-11\nevents:\n- {{title: A, date: '{date}'}}\n")
    assert not [each for each in run([path]) if each.level == "error"]
    found = run([path], select=["wrong-weekday"])
    assert [(each.message, each.line) for each in found] == ([(f"'{date}' {told}", 4)] if told else [])


@pytest.mark.parametrize("words", ["the court that sat on 9 November 1989", "am 9. November 1989, so der Bericht"])
def test_a_short_weekday_that_is_another_word_is_none(tmp_path, words):
    path = tmp_path / "a.yaml"
    language = "de" if "am" in words.split() else "en"
    path.write_text(f"language: {language}\nevents:\n- {{title: A, date: 1989-11-09, expression: '{words}'}}\n")
    assert not run([path], select=["wrong-weekday"])


def test_a_weekday_in_the_words_of_a_source_is_told_where_it_stands(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text(
        "- title: A\n  date: 1989-11-09\n  sources:\n"
        "    - expression: Thursday, 9 November\n    - expression: Friday, 9 November\n"
    )
    assert [(each.code, each.line, each.column) for each in run([path], select=["DAT"])] == [("DAT111", 5, 19)]
