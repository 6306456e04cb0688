"""Events as a person would have written them, from articles of our own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.extract import extract
from timeline.model.article import Article
from timeline.model.timex import Timex

PASSAGES = [
    (
        "In March the talks failed, but a year later both sides signed.",
        [("March", "2024-03"), ("a year later", "2025-03")],
        [("2024-03", "The talks failed"), ("2025-03", "Both sides signed")],
    ),
    (
        "Rutte said on Tuesday that the talks had begun in February.",
        [("Tuesday", "2026-02-10"), ("February", "2026-02")],
        [("2026-02-10", "Rutte said that the talks had begun"), ("2026-02", "The talks had begun")],
    ),
    (
        "Officials said talks between Norway and Kenya had begun in February.",
        [("February", "2026-02")],
        [("2026-02", "Talks between Norway and Kenya had begun")],
    ),
    (
        "The ferry sank on Monday while leaving the harbour because of a storm.",
        [("Monday", "2026-02-09")],
        [("2026-02-09", "The ferry sank while leaving the harbour because of a storm")],
    ),
    (
        "The krone fell to 9.2 on Monday, its lowest since March 2015.",
        [("Monday", "2026-02-09"), ("March 2015", "2015-03")],
        [("2026-02-09", "The krone fell to 9.2")],
    ),
    (
        "The storm that hit Bergen in March was followed by a flood on Monday.",
        [("March", "2025-03"), ("Monday", "2026-02-09")],
        [("2025-03", "The storm hit Bergen"), ("2026-02-09", "The storm that hit Bergen was followed by a flood")],
    ),
    (
        "The ferry left Bergen in May, struck a rock in June and sank within two hours in July.",
        [("May", "2025-05"), ("June", "2025-06"), ("July", "2025-07")],
        [
            ("2025-05", "The ferry left Bergen"),
            ("2025-06", "The ferry struck a rock"),
            ("2025-07", "The ferry sank"),
        ],
    ),
    (
        "The mayor, hurt in May, resigned in June.",
        [("May", "2025-05"), ("June", "2025-06")],
        [("2025-05", "The mayor was hurt"), ("2025-06", "The mayor resigned")],
    ),
    (
        "The crew of the ferry was woken after midnight by a blast.",
        [("midnight", "2026-02-11T24:00")],
        [("2026-02-11T24:00", "The crew of the ferry was woken by a blast")],
    ),
    (
        "Norway told the Harbour and Fisheries Board could close ports in May.",
        [("May", "2025-05")],
        [("2025-05", "Norway told the Harbour and Fisheries Board could close ports")],
    ),
    (
        "According to the ministry, the ferry sank off the coast on Monday.",
        [("Monday", "2026-02-09")],
        [("2026-02-09", "The ferry sank off the coast")],
    ),
    (
        "OSLO, Feb 10 (Reuters) - Norway closed two airports on Sunday.",
        [("Feb 10", "2026-02-10"), ("Sunday", "2026-02-08")],
        [("2026-02-08", "Norway closed two airports")],
    ),
    (
        "Meanwhile, the March talks in Geneva ended without a result.",
        [("March", "2025-03")],
        [("2025-03", "The talks in Geneva ended without a result")],
    ),
    (
        "President Mara Lind won the vote. She took office in June 2025.",
        [("June 2025", "2025-06")],
        [("2025-06", "Mara Lind took office")],
    ),
    (
        "The court heard Jonas Weber, who left the bank in October.",
        [("October", "2025-10")],
        [("2025-10", "Jonas Weber left the bank")],
    ),
    (
        "The peace plan, which the government accepted on Tuesday, has six points.",
        [("Tuesday", "2026-02-10")],
        [("2026-02-10", "The government accepted the peace plan")],
    ),
    (
        "The bank, founded by two brothers, closed in May 2025.",
        [("May 2025", "2025-05")],
        [("2025-05", "The bank closed")],
    ),
    (
        "Profit rose to 9 million, compared with 3 million in 1988.",
        [("1988", "1988")],
        [],
    ),
    (
        "When the storm hit on Monday, the crew left the ship.",
        [("Monday", "2026-02-09")],
        [("2026-02-09", "The storm hit")],
    ),
    (
        "They never met and Rome signed the treaty in 1957.",
        [("1957", "1957")],
        [("1957", "Rome signed the treaty")],
    ),
    (
        "US troops left the base on Sunday. I was there on Monday.",
        [("Sunday", "2026-02-08"), ("Monday", "2026-02-09")],
        [("2026-02-08", "US troops left the base")],
    ),
    (
        "The crew returned home when the war ended in 1945.",
        [("1945", "1945")],
        [("1945", "The war ended")],
    ),
    (
        "Friday's storm tore the roof off the stadium.",
        [("Friday", "2026-02-06")],
        [("2026-02-06", "The storm tore the roof off the stadium")],
    ),
    (
        "11 February 2026 16:14 GMT Norway has closed two airports.",
        [("11 February 2026 16:14 GMT", "2026-02-11T16:14")],
        [],
    ),
    (
        "9 a.m. Wednesday Police closed the bridge.",
        [("9 a.m. Wednesday", "2026-02-11T09:00")],
        [("2026-02-11T09:00", "Police closed the bridge")],
    ),
    ("The two sides did not sign in May.", [("May", "2025-05")], []),
    ("Like Rome in 1956, Ulm went to war.", [("1956", "1956")], []),
    ("The two sides declined to comment in May.", [("May", "2025-05")], []),
    ("It did not rain. On 3 May 2025.", [("3 May 2025", "2025-05-03")], []),
]


@pytest.mark.parametrize(("text", "found", "events"), PASSAGES, ids=[passage[0][:40] for passage in PASSAGES])
def test_each_clause_becomes_an_event_with_its_own_date(candidates, text, found, events):
    assert [(str(one.event.date), one.event.title) for one in candidates(text, *found)] == events


OTHERS_DATES = [
    "Keller, its former head, told the court that she had warned Rome in January.",
    "Maria Keller told police she saw Peter Dahl in January.",
    "Norway repealed the Oslo treaty of 1998.",
    "Norway opened a museum about the war of 1905.",
    "Norway moved the Oslo summit from June to July.",
]


@pytest.mark.parametrize("text", OTHERS_DATES)
def test_a_date_of_something_else_does_not_date_what_is_told(text):
    assert not any(found.stands_alone for found in extract(Article(text, published="2025-09-02")))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Peter Dahl led the Oslo revolt of 1956.", "1956"),
        ("The Oslo fire of 1624 destroyed the town hall.", "1624"),
        ("Rome closed two airports in the last part of Monday.", "2025-09-01"),
    ],
)
def test_the_noun_of_a_date_is_what_happened_then_or_another_date_tells(text, event):
    found = extract(Article(text, published="2025-09-02"))
    assert event in [str(one.event.date) for one in found if one.stands_alone]


@pytest.mark.parametrize("bank", ["the Bank of Japan", "the bank of Ulm", "the Group of Seven"])
def test_a_name_is_not_put_in_the_place_of_another(bank):
    text = f"Hargrove Bank cut 500 jobs on 12 January 2025. On 22 April {bank} fined Peter Dahl."
    titles = [found.event.title for found in extract(Article(text, published="2025-09-02"))]
    assert titles == ["Hargrove Bank cut 500 jobs", f"{bank[0].upper()}{bank[1:]} fined Peter Dahl"]


def test_the_date_of_a_relative_clause_does_not_date_the_main_one():
    text = "Norway's court ended on Tuesday a dispute that had begun in Bergen in 2009."
    found = extract(Article(text, published="2026-02-11"))
    assert [(str(one.event.date), one.stands_alone) for one in found] == [("2026-02-10", True), ("2009", False)]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("The museum opened ten years ago, in March 2016, and closed last week.", ["2016-03", "2026-02-02/2026-02-08"]),
        ("Two days earlier, on Tuesday, the president had fled to Paris.", ["2026-02-10"]),
        ("The club won the cup in 2001, in 2005 and in 2010.", ["2001", "2005", "2010"]),
    ],
)
def test_a_date_that_the_next_one_says_again_is_no_event_of_its_own(text, dates):
    assert [str(found.event.date) for found in extract(Article(text, published="2026-02-11"))] == dates


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Mara Lind was mayor of Bergen from 1997 to 2006.", ["1997/2006"]),
        ("Norway tested rockets in secret between March and June 2009.", ["2009-03/2009-06"]),
        ("Norway tested rockets. From 1990 to 2000 the town of Vardo doubled in size.", ["1990/2000"]),
        ("The vote in Bergen was moved from 5 March to 12 March.", ["2026-03-05", "2026-03-12"]),
        ("Norway won in 1990 and in 2000.", ["1990", "2000"]),
        ("Norwegian doctors say that 900 people have died in Bergen since last March.", ["2025-03/2026-02-11"]),
        ("Since 2009 Mara Lind has led the Liberal Party of Norway.", ["2009/2026-02-11"]),
        ("Schools in Bergen will stay closed until 2 March.", ["2026-02-11/2026-03-02"]),
        ("Mara Lind led the party until 2009.", ["2009"]),
        ("Norway banned flights from Bergen until 2 March.", ["2026-03-02"]),
        ("Mara Lind wrote nine books since March 2025.", ["2025-03/2026-02-11"]),
        ("Since March 2025, when Rome shut the port of Bergen, ships have come to Ulm.", ["2025-03"]),
        ("Bergen has been shut since early March 2025.", ["2025-03-01~/2026-02-11"]),
        ("Mara Lind had lived in Bergen since 1999.", ["1999"]),
        ("No mayor has led Bergen twice since 1971, when Rome hired Mara Lind.", ["1971"]),
        ("Norway has been at war since March 2025, when ships sank.", ["2025-03/2026-02-11"]),
        ("The strikes have spread since a walkout began in Bergen in March 2025.", ["2025-03"]),
    ],
)
def test_the_ends_of_a_stretch_are_one_event(text, dates):
    assert [str(found.event.date) for found in extract(Article(text, published="2026-02-11"))] == dates


def test_the_same_event_said_twice_is_one_with_both_quotes(candidates):
    text = (
        "A breakthrough in the grain talks came in May last year. Nobody had expected it.\n\n"
        "The reference to the grain talks in May of last year is no accident.\n\n"
        "Negotiators from Rome reached a breakthrough in the grain talks with Ulm last May."
    )
    (found,) = candidates(text, ("May last year", "2025-05"), ("May of last year", "2025-05"), ("last May", "2025-05"))
    assert [source.expression for source in found.event.sources] == ["May last year", "May of last year", "last May"]
    assert all(source.quote in text.replace("\n", " ") for source in found.event.sources)
    assert found.event.title == "Negotiators from Rome reached a breakthrough in the grain talks with Ulm"


def test_a_sentence_is_quoted_once_however_often_it_says_its_date():
    (found,) = extract(Article("A dam burst in Ulm at 8 p.m. (1800 GMT) on Friday.", published="2026-02-11"))
    (source,) = found.event.sources
    assert (str(found.event.date), source.expression) == ("2026-02-06T20:00", "8 p.m.")


def test_two_events_of_one_day_stay_two(candidates):
    text = "A storm hit Bergen on Monday. Parliament passed the budget on Monday."
    assert len(candidates(text, ("Monday", "2026-02-09"), ("Monday", "2026-02-09"))) == 2


@pytest.mark.parametrize(
    ("then", "dates"),
    [
        ("Mara Lind left the prison of Bergen that night.", ["1979-04", "1979-04-XX"]),
        ("Mara Lind was arrested in Bergen harbour that night by six men.", ["1979-04"]),
        ("The escape of Mara Lind that night was a lesson for Bergen.", ["1979-04", "1979-04-XX"]),
    ],
)
def test_some_day_of_a_month_is_that_of_its_event_only_where_it_tells_the_same(candidates, then, dates):
    text = f"Mara Lind was arrested in Bergen in April 1979. {then}"
    found = candidates(text, ("April 1979", "1979-04"), ("that night", "1979-04-XXTNI"))
    assert sorted({str(mention.date) for one in found for mention in one.mentions[:1]}) == dates


@pytest.mark.parametrize(
    ("text", "certainty"),
    [
        ("The two leaders will meet in June.", "planned"),
        ("The two leaders are to meet in June.", "planned"),
        ("Both sides could sign in June.", "possible"),
        ("The conference in June gathers forty ministers.", "planned"),
    ],
)
def test_plans_and_conditions_say_so(candidates, text, certainty):
    (found,) = candidates(text, ("June", "2026-06"))
    assert found.event.certainty == certainty


@pytest.mark.parametrize(
    ("text", "title", "certainty"),
    [
        ("Rome said Ulm would close its port in May.", "Ulm will close its port", "planned"),
        ("Ulm would close its port in May, Rome said.", "Ulm will close its port", "planned"),
        ("Rome says Ulm would close its port in May.", "Ulm would close its port", "possible"),
        ("Rome said Ulm would close its port in May if it won.", "Ulm would close its port", "possible"),
        ("Ulm would close its port in May.", "Ulm would close its port", "possible"),
    ],
)
def test_what_was_to_come_when_it_was_said_is_planned(candidates, text, title, certainty):
    (found,) = candidates(text, ("May", "2026-05"))
    assert (found.event.title, found.event.certainty) == (title, certainty)


def test_what_is_told_in_the_past_is_no_plan(candidates):
    (found,) = candidates("A soldier died in June.", ("June", "2026-06"))
    assert found.event.certainty == "certain"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The two leaders met in June.", ("June", "2025-06")),
        ("Ada Byron praised the war that she began in May.", ("May", "2025-05")),
    ],
)
def test_what_happened_is_certain(candidates, text, found):
    (one,) = candidates(text, found)
    assert one.event.certainty == "certain"


def test_an_event_keeps_where_it_is_known_from(candidates):
    (found,) = candidates(
        "The ferry sank on Monday.",
        ("Monday", "2026-02-09"),
        url="https://example.org/a",
        title="Ferry sinks",
        publisher="The Coast",
    )
    (source,) = found.event.sources
    assert (source.url, source.title, source.publisher) == ("https://example.org/a", "Ferry sinks", "The Coast")
    assert (str(source.published), source.quote) == ("2026-02-11", "The ferry sank on Monday.")
    assert (found.event.status, found.event.expression) == ("draft", "Monday")


def test_a_saying_matters_less_than_what_happened(candidates):
    said, sank = candidates(
        "The owner said on Tuesday that the ferry had sunk on Monday.",
        ("Tuesday", "2026-02-10"),
        ("Monday", "2026-02-09"),
    )
    assert said.event.importance < sank.event.importance


def test_ids_are_unique_and_the_same_each_time(candidates):
    text = "A storm hit Bergen on Monday in the west. A storm hit Bergen on Tuesday in the west."
    found = [("Monday", "2026-02-09"), ("Tuesday", "2026-02-10")]
    first, second = ([one.event.id for one in candidates(text, *found)] for _ in range(2))
    assert first == second == ["a-storm-hit-bergen-in-the-west-2026-02-09", "a-storm-hit-bergen-in-the-west-2026-02-10"]


def test_what_has_no_date_is_no_event():
    text = "They met once."
    assert extract(Article(text), [Timex(9, 13, "DATE", "PAST_REF")]) == []


def test_who_wrote_a_line_when_is_no_event():
    comment = "He does not want that. Posted by: {} | May 3, 2025 11:{} PM | Report abuse"
    text = "\n".join(["Rome was to vote on 3 May 2025.", *(comment.format(f"Reader {n}", n) for n in range(10, 20))])
    (found,) = extract(Article(text, "2025-05-04"))
    assert len(found.mentions) == 1


def test_an_unknown_language_is_read_sentence_by_sentence(candidates):
    text = "Partiet vann valet den 3 maj 2025. Rom vann."
    (found,) = candidates(text, ("den 3 maj 2025", "2025-05-03"), language="sv")
    assert (found.event.title, found.stands_alone) == ("Partiet vann valet den 3 maj 2025", False)


def test_the_dot_of_an_ordinal_ends_no_sentence_but_in_english():
    (found,) = extract(Article("Am 3. Mai wird die Brücke eröffnet. Ulm feiert.", "2026-02-11", language="de-AT"))
    assert (str(found.event.date), found.event.title) == ("2026-05-03", "Am 3. Mai wird die Brücke eröffnet")
    assert found.event.sources[0].quote == "Am 3. Mai wird die Brücke eröffnet."
    (found,) = extract(Article("Rome lost the cup 3 to 12. May 3 was dry in Ulm.", "2026-02-11"))
    assert found.event.sources[0].quote == "May 3 was dry in Ulm."


_WORDS = [
    *("Rome", "Ulm", "Ada", "Byron", "she", "it", "who", "that", "which", "said", "says", "had", "left", "will", "was"),
    *("hurt", "the", "a", "of", "in", "by", "and", "but", "as", "when", "to", "after", "company", "its", "two", "9"),
    *(",", ".", ":", ";", "“", "”", '"', "--", "—", "(", ")", "on Monday", "in May", "since 2009", "until March"),
]


@given(st.lists(st.sampled_from(_WORDS), min_size=1, max_size=60))
def test_no_order_of_words_and_marks_is_an_error(words):
    found = extract(Article(f"Rome won the cup on 3 May 2025.\n\n{' '.join(words)}", "2026-02-11"))
    assert "2025-05-03" in {str(one.event.date) for one in found}
    assert all(0 < len(one.event.title) <= 100 for one in found)
    assert len({one.event.id for one in found}) == len(found)


def test_a_name_between_commas_right_behind_a_date_belongs_to_no_subject():
    text = "In 1992, Ada Byron, who saw him, led him, and is said to have told Rome that Ulm should follow in 2002."
    assert [str(found.event.date) for found in extract(Article(text, "2026-02-11"))] == ["1992", "2002"]


@pytest.mark.parametrize(
    "text",
    [
        ", Ada Byron, left the room. She resigned on Monday.",
        "The two sides signed a treaty in May about wood / turf in the north of the old lands of hills and grasslands.",
    ],
)
def test_a_torn_or_long_sentence_has_a_title(text):
    assert all(0 < len(found.event.title) <= 100 for found in extract(Article(text, "2026-02-11")))


def _events(text):
    return [found.event for found in extract(Article(text, "2026-02-11"))]


@pytest.mark.parametrize(
    "unit", ["its Monday the, ", "Ada Monday left. ", "2009 left “ as of ", "year (2002/03), ", "May the Rome's\n"]
)
def test_hostile_text_takes_work_in_proportion_to_its_length(unit, calls):
    short, long = (calls(_events, (unit * length)[:length]) for length in (5_000, 20_000))
    assert long < 6 * short


@given(st.text(max_size=300), st.integers(0, 300), st.integers(1, 30))
def test_any_text_gives_clauses_inside_of_it(text, start, length):
    end = min(len(text), start + length)
    given_timexes = [Timex(start, end, "DATE", "2025-02-03")] if start < end else []
    for found in extract(Article(text, "2026"), given_timexes):
        assert 0 <= found.start < found.end <= len(text)
        assert 0 < len(found.event.title) <= 100


def test_a_name_that_is_longer_than_any_is_none():
    text = f"On 3 May 2025 John Smith of NATO met O'Brien in Nen-{'a' * 300}ew York, the council said."
    (found,) = extract(Article(text, "2026"))
    assert (found.event.organizations, found.event.places) == (("NATO",), ())


@pytest.mark.parametrize(
    ("other", "count"),
    [
        ("In 2008, mergers of ships and docks in Ulm were worth $186.2 billion.", 2),
        ("In 2008, mergers of ships and docks in Rome were worth $52.1 billion.", 1),
        ("In 2008, there were mergers of ships and docks in Rome.", 1),
    ],
)
def test_other_figures_of_the_same_year_are_another_event(other, count):
    text = f"In 2008, mergers of ships and docks in Rome were worth $52.1 billion. {other}"
    assert len(extract(Article(text, "2026-02-11"))) == count


@pytest.mark.parametrize(
    "text",
    [
        "Rome left Ulm after Monday's vote in Paris cost Acme a seat.",
        "Ulm closed its port after last week's storm sank the ferry Aurora.",
        "Rome's port was closed on Monday.",
    ],
)
def test_a_printed_apostrophe_is_one_that_is_typed(text):
    typed, printed = ([(each.date, each.title) for each in _events(said)] for said in (text, text.replace("'", "’")))
    assert typed
    assert [(date, title.replace("’", "'")) for date, title in printed] == typed
