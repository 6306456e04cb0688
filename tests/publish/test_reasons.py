"""What readers are told of how a date was resolved: what its phrase counts from, and nothing where it is the date."""

from __future__ import annotations

import pytest

from timeline import load
from timeline.check.runner import fix, run
from timeline.publish.pages import changed_entries, pages
from timeline.publish.reasons import reasons, tells_more
from timeline.publish.site import Site
from timeline.store import phrases

from .conftest import event, timeline_of

TOLD = """\
title: The vote
published: 2026-02-11
anchors: {{the vote: 2019-06-03, the vote of confidence: 2020-01-01}}
language: {language}
events:
  - {{title: They quarrel, date: 2020-03-04}}
  - {{title: It happens, date: "{phrase}"}}
"""
LINES = {
    "two years after the vote": "“two years after the vote”, the vote: 3 June 2019 → 2021",
    "a day after the vote of confidence": (
        "“a day after the vote of confidence”, the vote of confidence: 1 January 2020 → 2 January 2020"
    ),
    "about six days later": "“about six days later”, counted from 4 March 2020 → about 10 March 2020",
    "two days earlier": "“two days earlier”, counted from 4 March 2020 → 2 March 2020",
    "last month": "“last month”, published 11 February 2026 → January 2026",
    "Christmas 2019": "“Christmas 2019” → 25 December 2019",
    "17 November 1869": None,
    "on November 17, 1869": None,
    "1970s": None,
    "in the 1970s": None,
}


@pytest.fixture
def told(tmp_path):
    """The timeline whose second event is dated by a phrase, as it is written and as ``--fix`` writes it."""

    def read(phrase: str, language: str = "en"):
        path = tmp_path / "vote.yaml"
        path.write_text(TOLD.format(phrase=phrase, language=language), encoding="utf-8")
        written = load(path)
        fix([path])
        assert "expression: " in path.read_text("utf-8")
        return written, load(path)

    return read


def lines(tl) -> list[str]:
    return reasons(next(one for one in tl.events if one.expression), tl)


@pytest.mark.parametrize("phrase", LINES)
def test_a_line_tells_what_a_phrase_counts_from_before_and_after_it_is_fixed(told, phrase):
    expected = [LINES[phrase]] if LINES[phrase] else []
    assert [lines(tl) for tl in told(phrase)] == [expected, expected]


def test_other_languages_have_their_own_words_for_it(told):
    [line] = lines(told("zwei Tage später", "de")[1])
    assert line == "„zwei Tage später“, gezählt ab 4. März 2020 → 6. März 2020"


def test_of_several_dates_that_a_phrase_can_count_from_none_is_told():
    later = event(id="c", date="2020-09", expression="six months later", published="2026-02-11")
    tl = timeline_of(event(date="2020-03-04"), event(id="b", date="2020-03-20"), later)
    assert lines(tl) == ["“six months later” → September 2020"]


def test_what_counts_from_a_passage_is_not_said_to_count_from_the_publication():
    said = {"expression": "two days later", "published": "2026-02-11", "quote": "Two days later they signed."}
    tl = timeline_of(event(date="2020-03-06", sources=[said]))
    assert reasons(tl.events[0], tl) == ["“two days later” → 6 March 2020"]


def test_a_phrase_that_nobody_can_read_keeps_the_day_on_which_it_was_printed():
    tl = timeline_of(event(date="2025-02", expression="když přijel", published="2025-03-01"), language="cs")
    assert "1. března 2025" in reasons(tl.events[0], tl)[0]


def test_a_page_leads_to_the_page_on_dates_only_where_that_tells_more(told):
    written, fixed = told("two years after the vote")
    assert tells_more(written.events[-1])
    for tl, linked in ((written, True), (fixed, False)):
        [page] = [page.html for page in pages(Site((tl,))) if page.folder == "timelines/vote"]
        assert "the vote: 3 June 2019 → 2021" in page
        assert ("browse/dates/#" in page) is linked


def test_a_preview_tells_anew_what_counts_from_an_event_that_has_changed():
    later = event(id="b", date="2020-03-06", expression="two days later")
    before, now = (Site((timeline_of(event(date=day), later),)) for day in ("2020-03-04", "2020-03-03"))
    changed = changed_entries(before, now, "timelines/news/")
    assert [entry["id"] for entry in changed["entries"]] == ["b", "a"]
    assert "counted from" not in changed["entries"][0]["html"]


def test_what_an_unreadable_phrase_may_mean_is_not_looked_for(tmp_path, monkeypatch):
    path = tmp_path / "vote.yaml"
    path.write_text(
        TOLD.format(phrase="2020-03-05, expression: shortly before 31 Brexember", language="en").replace('"', "")
    )
    monkeypatch.setattr(phrases, "_refuse_misnamed", lambda *_: pytest.fail("this takes most of the time"))
    tl = load(path)
    assert "“shortly before 31 Brexember”" in reasons(tl.events[1], tl)[0]
    assert not [found for found in run([path]) if found.code == "DAT106"]
