"""What surrounds an expression: the day of publication, the sentence, the text before, the whole text."""

import datetime
import gc

import pytest

from timeline.model.date import EdtfDate
from timeline.model.errors import DateError, TimelineError
from timeline.tagger import explain, explain_all, resolve_phrase, tag

PUBLISHED = "2026-02-11"  # a Wednesday


def values(text, published=PUBLISHED, **options):
    return [(text[one.start : one.end], one.value) for one in tag(text, published, **options)]


NARRATIVE = {
    "The talks began on 5 May 2024. Two days later they broke off.": ["2024-05-05", "2024-05-07"],
    "He was elected in 1995 and lost his seat the following year.": ["1995", "1996"],
    "The strike began in May 2024. That month, nobody worked.": ["2024-05", "2024-05"],
    "It opened on 3 March 2024 and closed on the same day.": ["2024-03-03", "2024-03-03"],
    "It was built between March and May 2022.": ["2022-03", "2022-05"],
    "Sales fell in the third quarter from a year earlier.": ["2025-Q3", "2024-Q3"],
    "May 3, 2001 - The dam opens.\nJuly 9 - It breaks.\nFebruary 2: It is mended.": [
        "2001-05-03",
        "2001-07-09",
        "2002-02-02",
    ],
    "Fires\n* June 2009 - In Ulm.\n* May 2009 - In Pisa.\n* April - In Bonn.\n* December - In Graz.": [
        *("2009-06", "2009-05", "2009-04", "2008-12"),
    ],
    "- 12 January 2024: A loss.\n- 3 March: A fine.": ["2024-01-12", "2024-03-03"],
    "May 3, 2001 - The dam opens. January 9 - That of Ulm.": ["2001-05-03", "2026-01-09"],
    "Fire hit Ulm on Wednesday. A dam had burst on Monday. At noon all was over.": [
        *("2026-02-11", "2026-02-09", "2026-02-11T12:00"),
    ],
    "They will march on Wednesday. A dam burst on Monday. At noon it was gone.": [
        *("2026-02-11", "2026-02-09", "2026-02-09T12:00"),
    ],
    "A dam burst on Monday. It had been built in 1950. At noon it was gone.": [
        *("2026-02-09", "1950", "2026-02-09T12:00"),
    ],
    "The May 2023 fire was the worst. It broke out on May 3.": ["2023-05", "2023-05-03"],
    "The February 2023 fire was the worst. It is out. A vote is set for February 20.": ["2023-02", "2026-02-20"],
    "Since 1998 output has grown. In the first half of the year it fell.": ["1998", "2026-H1"],
    "She has been there since last weekend and has sung throughout the week.": ["2026-W06-WE", "2026-W07"],
    "It was May 2023. Last Friday, almost three years later, the road opened.": ["2023-05", "2026-02-06", "2026"],
    "Last Friday, two years later, it opened. That day it rained.": ["2026-02-06", "2026", "2026-02-06"],
    "They fled in 1982. Few forget that hot day in July.": ["1982", "1982-07"],
    "A dam burst on Monday. At noon all was over.": ["2026-02-09", "2026-02-09T12:00"],
    "Fire hit Ulm on Wednesday. A dam burst on Monday at 5 p.m. By midnight all was over.": [
        *("2026-02-11", "2026-02-09T17:00", "2026-02-09T24:00"),
    ],
    "Fire hit Ulm on Wednesday. They had met on Monday, and at noon they left.": [
        *("2026-02-11", "2026-02-09", "2026-02-09T12:00"),
    ],
    "A life\n2003: He is arrested in October.\nHe was freed in January.": ["2003", "2003-10", "2026-01"],
    "Imports rose 7 percent in December from a year earlier.": ["2025-12", "2024-12"],
    "The truce began in December. The war began a year ago.": ["2025-12", "2025"],
    "It snowed on 3 January 2024, and in the previous winter.": ["2024-01-03", "2022-WI"],
    "The park is to shut at 2 p.m. Wednesday and through Friday.": ["2026-02-11T14:00", "2026-02-13"],
    "They will publish the figures for December and those for January in May.": ["2025-12", "2026-01", "2026-05"],
    "On 2 January, after Friday prayers, they marched.": ["2026-01-02", "2026-01-02"],
    "The fair runs from next Monday to Friday.": ["2026-02-16", "2026-02-20"],
    "The fair ran from 19 January until Friday.": ["2026-01-19", "2026-02-06"],
    "The hall will be open from 10:30 to 2 p.m. on Sunday.": ["2026-02-15T10:30", "2026-02-15T14:00"],
    "It rained between 10 and 11:30 this morning.": ["2026-02-11T10:00", "2026-02-11T11:30"],
    "Sales rose from 20 to 30 this morning.": ["2026-02-11TMO"],
    "This morning about 8 people died.": ["2026-02-11TMO"],
    "It is open from 13:00 to 3 p.m. today.": ["2026-02-11T13:00", "2026-02-11T15:00"],
    "It is open from 8 to 8 p.m. today.": ["2026-02-11T08:00", "2026-02-11T20:00"],
    "They met between 11 and 3 a.m. on Saturday.": ["2026-02-07T03:00"],
    "In the 1990s or 80s, not the 1990s and 00s.": ["199", "198", "199", "200"],
    "The 10/31 October party.": [],
    "In January sales rose from the same period last year.": ["2026-01", "2025-01"],
    "Net for the five months to June 2024 rose from the year-earlier period.": ["P5M", "2024-06", "2023-06"],
    "Net for the three months to May 2024 rose from the year-earlier period.": ["P3M", "2024-05", "2023-05"],
    "The war began far more than a year ago.": ["2025"],
    "Ulm won in 1998. It had won the cup a month earlier.": ["1998", "PAST_REF"],
    "Live\n17:05 It was said on Monday.\n\n16:30 He left.": ["2026-02-11T17:05", "2026-02-09", "2026-02-11T16:30"],
    "3 May 2024\n\n17:05 They met on Monday.\n16:30 He left.": [
        "2024-05-03",
        "2024-05-03T17:05",
        "2026-02-09",
        "2024-05-03T16:30",
    ],
    "Live\nMonday, they say, was calm.\n9:15am The day begins.": ["2026-02-09", "2026-02-11T09:15"],
    "They called for the postponement of the vote on Friday.": ["2026-02-13"],
    "They postponed the vote on Friday.": ["2026-02-06"],
    "Sunday's result is likely to help him.": ["2026-02-08"],
    "The port opens for ships as Ulm on Friday closed its own.": ["2026-02-06"],
    "Ulm will publish on Friday revised figures.": ["2026-02-13"],
    "Sunday's vote is likely to help him.": ["2026-02-15"],
    "On 3 May 2024 they met. About 5 p.m. they left.": ["2024-05-03", "2024-05-03T17:00"],
    "Shares closed last night at 284p.": ["2026-02-10TNI"],
    "She left on Monday. He was freed yesterday - the same day the new law came.": [
        "2026-02-09",
        "2026-02-10",
        "2026-02-10",
    ],
    "They will debate on Friday. The Friday debate is about trade. Trouble in Rome Friday night?": [
        "2026-02-13",
        "2026-02-13",
        "2026-02-13TNI",
    ],
    "They will debate on Friday. They debated last month, on a stage, and again Friday.": [
        "2026-02-13",
        "2026-01",
        "2026-02-06",
    ],
    "The 1975 fall of Saigon was told of.": ["1975"],
    "It grew in the 1990s. The following decade it fell.": ["199", "200"],
    "It grew in the 1990s. In 2005 it fell. That decade was hard.": ["199", "2005", "200"],
    "It ended at 4 p.m. On Friday, they will go on.": ["2026-02-11T16:00", "2026-02-13"],
    "It ended at 4 p.m. on 30 February.": ["2026-02-11T16:00"],
    "Doors open at 7:30 p.m.; the play starts at 8.": ["2026-02-11T19:30", "2026-02-11T20:00"],
    "It begins at 7:30 p.m.; the gate opens at 6.": ["2026-02-11T19:30", "2026-02-11T18:00"],
    "It opens at 9 a.m. and closes at 5.": ["2026-02-11T09:00", "2026-02-11T17:00"],
    "They will strike on Monday, Wednesday and Friday.": ["2026-02-16", "2026-02-18", "2026-02-20"],
    "It was open from Friday until Monday.": ["2026-02-06", "2026-02-09"],
    "It will be open from Friday until Monday.": ["2026-02-13", "2026-02-16"],
    "They will vote on Friday. They met at 5 p.m. and left.": ["2026-02-13", "2026-02-11T17:00"],
    "They will vote on Friday, as they said at 5 p.m.": ["2026-02-13", "2026-02-13T17:00"],
    "A few minutes before noon it shook.": ["PTXM", "2026-02-11T12:00"],
    "They fell in the first and second quarters.": ["2025-Q1", "2025-Q2"],
    "They will meet on 20 September and 22 September.": ["2026-09-20", "2026-09-22"],
    "They met in Rome, on March 15, April 12 and August 16.": ["2025-03-15", "2025-04-12", "2025-08-16"],
    "They are to vote next April and May.": ["2026-04", "2026-05"],
    "A court in May sentenced him.": ["2025-05"],
    "A plan to hold a vote in May collapsed.": ["2026-05"],
    "It will end, according to a statement on Sunday.": ["2026-02-08"],
    "Rain will fall, according to forecasts for Sunday.": ["2026-02-15"],
    "They met last Tuesday and last Monday.": ["2026-02-03", "2026-02-09"],
    "In April the first ship left.": ["2025-04"],
    "1943: a child, born February 21 in Rome.": ["1943", "1943-02-21"],
    "Roads were closed on Friday evening. At 5:15 a.m. they were open.": ["2026-02-06TEV", "2026-02-07T05:15"],
    "They met at 10 p.m. on Friday. By dawn they had agreed.": ["2026-02-06T22:00", "2026-02-07TMO"],
    "Polls close at 10 p.m.; he voted in the morning.": ["2026-02-11T22:00", "2026-02-11TMO"],
    "Parking is banned tonight, from 8pm to 1am.": ["2026-02-11TNI", "2026-02-11T20:00", "2026-02-12T01:00"],
    "On Friday night they met. At 2 a.m. they left, to be home by 10 a.m.": [
        "2026-02-06TNI",
        "2026-02-07T02:00",
        "2026-02-07T10:00",
    ],
    "They left at 10:28 p.m. (0228 GMT).": ["2026-02-11T22:28", "2026-02-12T02:28"],
    "They ordered a curfew from 3 p.m. until dawn Thursday.": ["2026-02-11T15:00", "2026-02-12TMO"],
    "They left at 8:20 a.m. (0020 GMT).": ["2026-02-11T08:20", "2026-02-11T00:20"],
    "Polls closed at 8 p.m. on Monday (0000 GMT Tuesday).": ["2026-02-09T20:00", "2026-02-10T00:00"],
    "In May 2000 people came, and on 5 May 2024 people left.": ["2025-05", "2024-05-05"],
    "It lasted for\n16:30 minutes. They met on Monday at\n5 p.m. or so.": ["2026-02-11T16:30", "2026-02-09T17:00"],
}


@pytest.mark.parametrize(("text", "expected"), NARRATIVE.items())
def test_the_text_before_is_remembered(text, expected):
    assert [value for _, value in values(text)] == expected


BY_NOW = {
    "They met on 5 January 2026. Two months later, the talks have stalled.": ["2026-01-05", "2026-02"],
    "They met on 5 January 2026. Two months later, the talks are dead.": ["2026-01-05", "2026-02"],
    "They met on 5 January 2026. Two months later, the talks had stalled.": ["2026-01-05", "PAST_REF"],
    "They met on 5 January 2026. Two months later, the two are to meet again.": ["2026-01-05", "2026-03"],
    "They met on 5 January 2026. Two months later, the pair are meeting again.": ["2026-01-05", "2026-03"],
    "They met on 5 January 2026. Two months later, a man who has confessed was tried.": ["2026-01-05", "PAST_REF"],
    "It was won in 2001. Ten years later, it has been lost.": ["2001", "2011"],
    "It fell in May 2025. Today, a year on, they will rebuild it.": ["2025-05", "2026-02-11", "2026"],
    "But two years later, she has won.": ["2026"],
    "Two years later, she is still waiting.": ["2026"],
    "Two years later, she is waiting.": ["PAST_REF"],
    "She won two years later and has left.": ["PAST_REF"],
    "It fell at noon. Two hours later, it had burnt down.": ["2026-02-11T12:00", "2026-02-11T14:00"],
    "Some two weeks later, they were to vote.": ["PAST_REF"],
}


@pytest.mark.parametrize(("text", "expected"), BY_NOW.items())
def test_what_is_so_by_now_ends_at_the_publication(text, expected):
    assert [value for _, value in values(text)] == expected


HABITS = {
    "Prices usually fall in May.": ["XXXX-05"],
    "In May, prices usually fall.": ["XXXX-05"],
    "Flu tends to spread in autumn and winter.": ["XXXX-FA", "XXXX-WI"],
    "The school year normally ends late in June.": ["XXXX-06"],
    "It usually rained in May 2009.": ["2009-05"],
    "They left in May, which is usually dry.": ["2025-05"],
    "They left in May because he tends to worry.": ["2025-05"],
    "Usually mild, they said, it snowed in May.": ["2025-05"],
}


@pytest.mark.parametrize(("text", "expected"), HABITS.items())
def test_what_comes_every_year_is_of_no_year(text, expected):
    assert [value for _, value in values(text)] == expected


STORIES = {
    "In May 2009 he was arrested and in July he was freed.": ["2009-05", "2009-07"],
    "In May 2009 he was arrested. In July he was freed.": ["2009-05", "2025-07"],
    "On 3 May 2009 he was arrested. On 5 July he was freed.": ["2009-05-03", "2009-07-05"],
    "It was seized on 3 February 2006 and on 12 March it was sold.": ["2006-02-03", "2006-03-12"],
    "It opened in May 2009; by July it was full, and in August it closed.": ["2009-05", "2009-07", "2009-08"],
    "It has been closed since May 2009. In July a wall fell.": ["2009-05", "2025-07"],
    "In May 2009 he was arrested, and in July he will be freed.": ["2009-05", "2026-07"],
    "In May 2009 he was arrested, and in March he was freed.": ["2009-05", "2025-03"],
    "On 3 May 2009 he was arrested. It was hot. Nobody came. On 5 July he was freed.": ["2009-05-03", "2025-07-05"],
    "On 3 May 2009 he was arrested.\n\nOn 5 July she was freed.": ["2009-05-03", "2025-07-05"],
    "The summer of 1976 was hot, and in October it was cold.": ["1976-SU", "1976-10"],
    "It was known in 2009. In July they sold it.": ["2009", "2025-07"],
    "In May 2009 it was sold, he left last year, and in July she came.": ["2009-05", "2025", "2025-07"],
    "In 2009, it was sold in July.": ["2009", "2009-07"],
    "Last year, it rained in June and in August.": ["2025", "2025-06", "2025-08"],
    "On a tour in 2009, he fell ill on 5 May.": ["2009", "2009-05-05"],
    "Oil, which on April 20 fell to $5, rose.": ["2025-04-20"],
    "It was founded in 2009, in May.": ["2009", "2009-05"],
    "In 2009, Ms. Day Jr. lost a race in May.": ["2009", "2009-05"],
    "In 2030, the games will open on 5 June.": ["2030", "2030-06-05"],
    "Next year's ceremony is in March.": ["2027", "2027-03"],
    "In 2009, ten died, she said in January.": ["2009", "2026-01"],
    "In 2009, it was sold. On 5 July he left.": ["2009", "2025-07-05"],
    "On 25 April 2004 it rained. It was dry until 2009. On 28 April it rained.": ["2004-04-25", "2009", "2004-04-28"],
    "On 25 April 2004 it rained. He left in 2009. On 28 April it rained.": ["2004-04-25", "2009", "2025-04-28"],
}


@pytest.mark.parametrize(("text", "expected"), STORIES.items())
def test_a_story_goes_on_in_its_year(text, expected):
    assert [value for _, value in values(text)] == expected


PEOPLE = {
    "April Jones was lost. In March her mother found her; April's coat was wet.": ["March"],
    "The arrest of June Carter in June was a surprise.": ["June"],
    "In April Jones was freed.": ["April"],
    "The guard Ramadan Abid was shot.": [],
    "During Ramadan Muslims fast.": ["Ramadan"],
    "The group Freedom Now wrote to him.": [],
    "They call it Freedom. Now they are here, she said. Now!": ["Now", "Now"],
    "It began in April. Jones was freed.": ["April"],
    "The April Security Council meeting was short.": ["April"],
}


@pytest.mark.parametrize(("text", "expected"), PEOPLE.items())
def test_people_are_no_months(text, expected):
    assert [phrase for phrase, _ in values(text)] == expected


RANGES = {
    "It was shut from December to May 2025.": ["2024-12", "2025-05"],
    "It has been closed from April until the end of June.": ["2025-04", "2025-06"],
    "It will run from December to March.": ["2026-12", "2027-03"],
    "It ran from March 2022 to May.": ["2022-03", "2022-05"],
    "It lasted from 30 December to 3 January 2025.": ["2024-12-30", "2025-01-03"],
    "It will last from Friday to Tuesday.": ["2026-02-13", "2026-02-17"],
    "They met from Monday to Wednesday last week.": ["2026-02-02", "2026-02-04"],
    "from Saturday to Tuesday next week": ["2026-02-14", "2026-02-17"],
    "They met on Monday and Thursday last week.": ["2026-02-02", "2026-02-05"],
    "They met on Friday and Wednesday last week.": ["2026-02-06", "2026-02-04"],
    "It is in force from Friday until Sunday.": ["2026-02-13", "2026-02-15"],
    "It is shut from 6 a.m. Friday until 1 p.m. Sunday.": ["2026-02-13T06:00", "2026-02-15T13:00"],
    "It is shut from last Friday until Sunday.": ["2026-02-06", "2026-02-15"],
    "They met on Wednesday and Thursday.": ["2026-02-04", "2026-02-05"],
    "They spoke on Monday and Friday.": ["2026-02-09", "2026-02-06"],
    "It rained on 10 August and 2 September 2013.": ["2013-08-10", "2013-09-02"],
    "In March and April 2008, nobody came.": ["2008-03", "2008-04"],
    "It could open in June or July.": ["2026-06", "2026-07"],
    "It was won between 2004 and 2008 and will be played for in May.": ["2004", "2008", "2026-05"],
    "It will run from 9 a.m. on Dec. 30 to 5 p.m. on Jan. 2.": ["2026-12-30T09:00", "2027-01-02T17:00"],
    "It lasted from 3 p.m. Friday to 11 p.m. Thursday.": ["2026-01-30T15:00", "2026-02-05T23:00"],
    "It ran from 9 p.m. March 3 to 5 a.m. March 1, 2024.": ["2023-03-03T21:00", "2024-03-01T05:00"],
    "She worked Monday 8 p.m. to 9 p.m. and slept.": ["2026-02-09T20:00", "2026-02-09T21:00"],
    "She worked Monday 8 p.m. to 2 a.m. and slept.": ["2026-02-09T20:00", "2026-02-10T02:00"],
    "He sang on Christmas Eve 8 p.m. to 9 p.m.": ["2025-12-24T20:00", "2025-12-24T21:00"],
    "A study came this January, and one in January last year.": ["2026-01", "2025-01"],
}


@pytest.mark.parametrize(("text", "expected"), RANGES.items())
def test_the_end_of_a_range_follows_its_beginning(text, expected):
    assert [value for _, value in values(text)] == expected


CONSENSUS = (
    "A breakthrough came in February last year. Both sides were surprised by what they had agreed last February."
)


@pytest.mark.parametrize("published", ["2026-05-20", "2026-02-11", "2026-02", "2026"])
def test_a_text_means_the_same_month_throughout(published):
    assert [value for _, value in values(CONSENSUS, published)] == ["2025-02", "2025-02"]


PARTIAL = {
    ("2026", "last year"): "2025",
    ("2026", "this month"): "2026",
    ("2026-02", "last month"): "2026-01",
    ("2026-02", "today"): "2026-02",
    ("2026-02", "yesterday"): "2026",
    ("2026", "yesterday"): "XXXX-XX-XX",
    ("2026", "last week"): "XXXX-WXX",
    ("2026/2027", "yesterday"): "XXXX-XX-XX",
    ("202X", "three days ago"): "XXXX-XX-XX",
    ("202X", "this year"): "XXXX",
    ("2026/2027", "this decade"): "202",
    ("../2019", "yesterday"): "XXXX-XX-XX",
    ("2025-07/2026-06", "this morning"): "XXXX-XX-XXTMO",
    ("2026", "in 2019"): "2019",
    (None, "last year"): "XXXX",
    (None, "in February"): "XXXX-02",
    (None, "yesterday"): "XXXX-XX-XX",
    (None, "on 12 February 2025"): "2025-02-12",
}


@pytest.mark.parametrize(("case", "expected"), PARTIAL.items())
def test_no_more_is_said_than_can_be_known(case, expected):
    published, text = case
    assert [value for _, value in values(text, published)] == [expected]


@pytest.mark.parametrize(
    ("published", "told"),
    [
        ("2026", ["XXXX-XX-XXTNI", "XXXX-XX-XXT20:15"]),
        ("2026-02", ["2026", "2026"]),
        ("2026-02-11", ["2026-02-10TNI", "2026-02-10T20:15"]),
    ],
)
def test_what_counts_from_a_date_is_open_where_that_date_is(published, told):
    assert [value for _, value in values("Last night's game began at 8:15.", published)] == told


@pytest.mark.parametrize(("published", "told"), [(None, "XXXX-06-15"), ("2000", "XXXX-06-15"), ("2026", "2000-06-15")])
def test_a_year_that_may_be_that_of_publication_leaves_the_day_behind_it_open(published, told):
    text = "On 3 May 2000 it began. On 15 June it ended."
    assert [value for _, value in values(text, published)] == ["2000-05-03", told]


@pytest.mark.parametrize(
    ("published", "told"),
    [
        (None, ["2025-02-11", "2025-02-11", "2024"]),
        ("2025", ["2025-02-11", "2025-02-11", "2024"]),
        ("2026", ["2025-02-11", "2026", "2025"]),
    ],
)
def test_a_dateline_tells_a_day_of_publication_that_is_open(published, told):
    text = "MOSCOW, Feb. 11, 2025 (Agency) — He resigned today. Last year he was ill."
    assert [value for _, value in values(text, published)] == told


def test_a_day_that_the_text_names_elsewhere_is_not_every_thursday():
    text = "They signed on Dec. 26, 2012. On Thursday it rained. A vote is set for Wednesday. He was born in December."
    told = ["2012-12-26", "XXXX-XX-XX", "XXXX-XX-XX", "XXXX-12"]
    assert [value for _, value in values(text, None)] == told


def test_without_a_publication_date_a_relative_phrase_has_no_date():
    assert tag("last year", None)[0].date is None


def test_a_time_has_both_readings_of_its_day_and_no_choice_of_times_as_its_date():
    [timex] = tag("It arrived on 03/04/2025 at 9 a.m.", PUBLISHED)
    assert (timex.value, timex.alternatives) == ("2025-03-04T09:00", ("2025-04-03T09:00",))
    assert str(timex.date) == "[2025-03-04,2025-04-03]"


def test_both_orders_of_day_and_month_are_kept_where_nobody_knows():
    [timex] = tag("It arrived on 03/04/2025.", PUBLISHED)
    assert (timex.value, timex.alternatives) == ("2025-03-04", ("2025-04-03",))
    assert values("03/04/2025", day_first=True) == [("03/04/2025", "2025-04-03")]
    assert values("03/04/2025", day_first=False) == [("03/04/2025", "2025-03-04")]
    assert values("25/04/2025") == [("25/04/2025", "2025-04-25")]
    assert tag("It arrived on 05/05/2025.", PUBLISHED)[0].alternatives == ()


@pytest.mark.parametrize(
    ("language", "day"),
    [("en-GB", "2025-04-03"), ("en_AU", "2025-04-03"), ("EN-us", "2025-03-04"), ("en-Latn-IN", "2025-04-03")],
)
def test_the_region_of_a_language_tells_the_order_of_day_and_month(language, day):
    [timex] = tag("It arrived on 03/04/2025.", PUBLISHED, language)
    assert (timex.value, timex.alternatives) == (day, ())
    assert str(resolve_phrase("03/04/2025", PUBLISHED, language)[0]) == day
    [lone] = tag("It arrived on 03/04/2025.", PUBLISHED, language, day_first=day != "2025-04-03")
    assert lone.value != day


@pytest.mark.parametrize("language", ["en", "en-CA", "en-x-y"])
def test_where_no_region_tells_the_order_both_are_kept(language):
    assert tag("It arrived on 03/04/2025.", PUBLISHED, language)[0].alternatives == ("2025-04-03",)


def test_in_german_no_half_of_the_day_is_open():
    text = "Sie gingen um 19 Uhr. Um 8 Uhr kamen sie, eine Viertelstunde später brannte es."
    values = ["2026-02-11T19:00", "2026-02-11T08:00", "2026-02-11T08:15"]
    assert [timex.value for timex in tag(text, PUBLISHED, "de")] == values


def test_in_german_the_day_comes_first():
    assert tag("Sie kam am 03/04/2025 an.", PUBLISHED, "de-AT")[0].value == "2025-04-03"


@pytest.mark.parametrize(
    ("text", "begin", "end"),
    [
        ("Over the past decade it grew.", "2016", "2026"),
        ("On 3 May 2009 he fled. Over the following ten days he hid.", "2009-05-03", "2009-05-13"),
        ("On 3 May 2009 he fled. In the previous two weeks he had hid.", "2009-W16", "2009-W18"),
        ("In 2005 he left, and in the next three years he built it.", "2005", "2008"),
        ("In May 2009 he fled. Over the next ten days he will rest.", "2026-02-11", "2026-02-21"),
        ("In May 2009 he fled. Over the following ten days he hid.", None, None),
        ("Over the following ten days he hid.", None, None),
        ("It takes more than in the previous two years.", "2024", "2026"),
    ],
)
def test_a_length_of_time_is_counted_from_where_the_text_is(text, begin, end):
    timex = tag(text, PUBLISHED)[-1]
    assert (timex.type, timex.begin_point, timex.end_point) == ("DURATION", begin, end)


@pytest.mark.parametrize("day", ["July 4, 2025", "4 January 2025"])
def test_the_offset_of_a_zone_is_that_of_the_day(day):
    [timex] = tag(f"It struck at 9 a.m. Paris time on {day}.", PUBLISHED)
    assert timex.value.endswith("T09:00")  # as TempEval-3 annotates it: what the text says of the zone is beside it
    assert timex.zone == ("+02:00" if "July" in day else "+01:00")
    assert str(timex.date).endswith(f"T09:00{timex.zone}")


def test_hours_count_in_the_zone_of_what_they_count_from():
    [timex] = tag("It struck two hours ago.", "2026-02-11T10:30+01:00")
    assert (timex.value, timex.zone) == ("2026-02-11T08:30", "+01:00")


def test_a_zone_is_kept_without_a_day_and_dropped_with_the_time():
    [some_day] = tag("It struck at 9 a.m. GMT.", None)
    assert (some_day.value, some_day.zone, some_day.date) == ("XXXX-XX-XXT09:00", "Z", None)
    [some_time] = tag("It struck at 9 a.m. GMT.", "2026-02")
    assert (some_time.value, str(some_time.date)) == ("2026-02", "2026-02")


@pytest.mark.parametrize(
    ("published", "winters"),
    [
        ("2026-02-11", ["2024-WI", "2025-WI", "2026-WI"]),
        ("2026-03-11", ["2025-WI", "2026-WI", "2026-WI"]),
        ("2026-12-20", ["2025-WI", "2026-WI", "2027-WI"]),
    ],
)
def test_a_winter_is_the_one_that_began_before_the_year(published, winters):
    text = "Last winter it snowed. It snows this winter. It will snow next winter."
    assert [timex.value for timex in tag(text, published)] == winters


def test_a_dateline_after_the_day_of_publication_is_not_believed():
    assert tag("PARIS, Feb. 19 (Agency) - It will open on Friday.", PUBLISHED)[-1].value == "2026-02-13"


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("Last summer it fell, and in the summer of 2025 it rose.", "2026-09-11", "2025-SU"),
        ("Last summer it fell, not as in the summers of 2024 or in the summer of 2023.", "2026-09-11", "2026-SU"),
        ("Last summer it fell; in the summer of 2026 it rose, and in the summer of 2025.", "2026-09-11", "2026-SU"),
        ("In February it fell. It rose in February 2024.", None, "2024-02"),
        ("In February it fell. It rose in February 2024 and in February 2025.", None, "XXXX-02"),
    ],
)
def test_what_the_text_names_elsewhere_settles_it_if_it_is_one_thing(text, published, value):
    assert tag(text, published)[0].value == value


PARTS = {
    "the second half of the 19th century": "1850~/1899~",
    "the first half of the 1980s": "1980~/1984~",
    "the first half of February 2024": "2024-02-01~/2024-02-14~",
    "the second half of April 2024": "2024-04-16~/2024-04-30~",
    "the first half of the week": "2026-02-09/2026-02-15",
    "the turn of the century": "2000~",
    "earlier this year": "2026-01-01~/2026-02-11~",
    "later this month": "2026-02-11~/2026-02-28~",
    "earlier last year": "2025-01~/2025-04~",
    "early in the second half of the 1980s": "1985~/1989~",
}


@pytest.mark.parametrize(("text", "date"), PARTS.items())
def test_a_part_of_a_stretch_is_as_long_as_its_words_say(text, date):
    assert [str(one.date) for one in tag(text, PUBLISHED)] == [date]


def test_a_part_of_what_turns_out_to_be_another_month_is_no_part_of_the_first():
    text = "It rained from the second half of December to the first half of March 2025."
    assert [str(one.date) for one in tag(text, PUBLISHED)] == ["2024-12-21~/2024-12-31~", "2025-03-01~/2025-03-15~"]


@pytest.mark.parametrize("named", ["2024-11", "2024"])
def test_no_day_is_counted_from_a_longer_stretch(named):
    anchors = {"the election": named}
    assert [one.value for one in tag("two days after the election", PUBLISHED, anchors=anchors)] == ["P2D", named]
    assert [one.value for one in tag("a year after the election", PUBLISHED, anchors=anchors)] == ["2025"]


def test_an_editor_names_dates():
    text = "Two days after the summit nothing was left of it."
    assert values(text, anchors={"the summit": "2025-08-15"}) == [("Two days after the summit", "2025-08-17")]
    assert values(text) == [("Two days", "P2D")]


def test_a_german_article_belongs_to_the_name_behind_it():
    text = "Zwei Tage nach dem Gipfel war nichts mehr davon übrig."
    assert values(text, language="de", anchors={"Gipfel": "2025-08-15"}) == [
        ("Zwei Tage nach dem Gipfel", "2025-08-17")
    ]


@pytest.mark.parametrize("wrong", ["rubbish", "2025-02-30", "", None, 2025])
def test_a_wrong_date_of_a_name_is_an_error_that_tells_the_name(wrong):
    for read in (tag, explain, resolve_phrase):
        with pytest.raises(DateError, match=r"the date of the anchor 'the summit' is wrong.*write"):
            read("two days after the summit", PUBLISHED, anchors={"the summit": wrong})


DAYS = [EdtfDate("2026-02-11"), datetime.date(2026, 2, 11), datetime.datetime(2026, 2, 11, 15, 30)]


@pytest.mark.parametrize("day", DAYS)
def test_a_day_may_be_given_as_python_has_it(day):
    assert values("They met yesterday.", day) == [("yesterday", "2026-02-10")]
    assert str(resolve_phrase("yesterday", day)[0]) == "2026-02-10"
    assert explain("yesterday", day).anchor == str(EdtfDate.of(day))


@pytest.mark.parametrize("day", ["2025-08-15", *DAYS[:2]])
def test_the_date_of_a_name_may_be_given_as_python_has_it(day):
    [(_, value)] = values("They met on the day after the summit.", anchors={"the summit": day})
    assert value == str(resolve_phrase("the day after the summit", None, anchors={"the summit": day})[0])


@pytest.mark.parametrize("wrong", [2026, b"2026", "last week"])
def test_what_is_no_date_is_no_publication_date(wrong):
    for read in (tag, explain, resolve_phrase):
        with pytest.raises(DateError):
            read("yesterday", wrong)


def test_the_time_of_publication_has_no_zone_that_nobody_stated():
    published = datetime.datetime(2026, 2, 11, 15, 30)
    [ago] = tag("two hours ago", published)
    assert (ago.value, ago.zone) == ("2026-02-11T13:30", None)
    [ago] = tag("two hours ago", published.replace(tzinfo=datetime.UTC))
    assert (ago.value, ago.zone) == ("2026-02-11T13:30", "+00:00")


NO_TIMES = [
    "She may march on the capital.",
    "He came second, she came third, and a dog sat down.",
    "It scored 3-2 and cost $24.",
    "Version 2.0.3 of the call 555-1234 is out.",
    "There were 2,000 people and 12 apples.",
    "Mrs May spoke; the sun was out.",
    "ISBN 978-3-16-148410-0",
    "It was written by user1998, under the number E7HR2.",
    "İstanbul'da 1² x",
    "",
]


@pytest.mark.parametrize("text", NO_TIMES)
def test_what_is_no_time_is_left_alone(text):
    assert values(text) == []


IMPOSSIBLE = ["February 30", "999999999999 days ago", "in 99999 years", "the year 0 BC", "99:99", "31 June 2024"]


@pytest.mark.parametrize("text", IMPOSSIBLE)
def test_what_cannot_be_has_no_date(text):
    assert all(timex.date is None or timex.date.precision < 10 for timex in tag(text, PUBLISHED))


def test_offsets_point_at_the_characters_of_the_text():
    text = "\u200fİ\u0301 😀 They met\u00a0in\u2009February\nlast year."
    assert values(text) == [("February\nlast year", "2025-02")]


def test_a_blank_line_ends_an_expression():
    assert values("They met in February\n\nlast year was hot") == [("February", "2026-02"), ("last year", "2025")]


def test_a_wrong_publication_date_or_language_is_an_error():
    with pytest.raises(DateError):
        tag("today", "2026-13")
    with pytest.raises(TimelineError, match="tlh"):
        tag("today", PUBLISHED, "tlh")


def test_an_explanation_names_rule_operator_anchor_steps_and_bounds():
    why = explain("It was in February last year.", PUBLISHED)
    assert (why.phrase, why.value, why.rule, why.operator) == ("February last year", "2025-02", "en/month-year", "date")
    assert (str(why.earliest), str(why.latest), why.anchor) == ("2025-02-01", "2025-02-28", PUBLISHED)
    assert any("2026, -1" in step for step in why.steps)
    assert why.as_dict()["date"] == "2025-02"
    assert "2025-02" in str(why)


STEPS = {
    (None, "last year"): "year of publication XXXX, -1",
    (None, "three days ago"): "from XXXX-XX-XX -3 day",
    ("2026", "yesterday"): "day of publication 2026, -1",
    ("2026-02", "yesterday"): "day of publication 2026-02, -1",
    ("2026", "last February"): "this year's is 2026-02, the publication date lies in 2026",
    ("2026/..", "yesterday"): "day of publication XXXX-XX-XX, -1",
}


@pytest.mark.parametrize(("case", "step"), STEPS.items())
def test_an_explanation_names_no_day_that_nobody_named(case, step):
    published, text = case
    assert explain(text, published).steps[-1] == step


@pytest.mark.parametrize("published", ["2026", "2026/.."])
def test_an_explanation_says_what_is_known_of_the_publication_date_where_that_counts(published):
    assert published in explain("yesterday", published).steps[0]
    assert explain("5 May 2024", published).steps == explain("5 May 2024", PUBLISHED).steps


LAST_STEPS = {
    "They will strike on Monday, Wednesday and Friday.": "with the date beside it: 2026-02-20",
    "On Friday night they met. At 2 a.m. they left.": "the first hours behind a night: the next day",
    "They vote on Friday. They met at 5 p.m. and left.": "that is yet to come: from the publication date",
    "It grew in the 1990s. The following decade it fell.": "from the date named before: 199",
    "Doors open at 7:30 p.m.; the play starts at 8.": "the time told before is T19:30",
}


@pytest.mark.parametrize(("text", "step"), LAST_STEPS.items())
def test_an_explanation_names_what_else_in_the_text_tells(text, step):
    assert explain_all(text, PUBLISHED)[-1].steps[-1] == step


def test_an_explanation_says_that_the_publication_date_is_missing():
    assert "no publication date" in explain("last year", None).steps[0]
    assert explain("nothing here", PUBLISHED) is None


def test_a_phrase_counts_from_the_event_before():
    assert str(resolve_phrase("three days later", PUBLISHED, previous=EdtfDate("2025-08-12"))[0]) == "2025-08-15"
    assert str(resolve_phrase("the following year", PUBLISHED, previous=EdtfDate("1995"))[0]) == "1996"
    assert resolve_phrase("no time at all", PUBLISHED) == (None, None)


def test_a_lone_date_is_read_in_a_language_without_rules():
    date, why = resolve_phrase("12 lutego 2025", PUBLISHED, "pl")
    assert (str(date), why.rule) == ("2025-02-12", "pl/lone-date")
    with pytest.raises(TimelineError):
        resolve_phrase("12 lutego 2025", PUBLISHED, "tlh")


@pytest.mark.parametrize("phrase", ["12 lutego", "wtorek", "wczoraj"])
def test_what_depends_on_the_day_of_publication_is_never_read_off_the_clock(phrase):
    assert str(resolve_phrase(phrase, PUBLISHED, "pl")[0]).startswith("202")
    assert resolve_phrase(phrase, None, "pl") == resolve_phrase(phrase, "2026", "pl") == (None, None)
    assert resolve_phrase(phrase, None, "en") == resolve_phrase(phrase, "2025", "en") == (None, None)


def test_a_report_counts_from_its_dateline():
    report = "MOSCOW, Feb. 3 (Agency) — Talks resumed yesterday.\n\nThey broke off on Sunday."
    assert [value for _, value in values(report)] == ["2026-02-03", "2026-02-02", "2026-02-01"]
    assert [value for _, value in values("He met her in Moscow, Feb. 3 (so he said) and left yesterday.")][
        -1
    ] == "2026-02-10"


def test_the_second_day_of_a_range_follows_the_first():
    assert [value for _, value in values("It will be open Monday through Friday.")] == ["2026-02-16", "2026-02-20"]


def test_the_collector_waits_while_a_long_text_is_read():
    text, runs = "They met in 2024. " * 4_000, []
    tag(text[:100], PUBLISHED)  # now the language is read
    gc.callbacks.append(lambda *run: runs.append(run))
    try:
        assert len(tag(text, PUBLISHED)) == 4_000
    finally:
        gc.callbacks.pop()
    assert gc.isenabled()
    assert len(runs) < 6  # it would run many times over all that was found before


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It began at 3 p.m. Two hours later it ended.", ["2026-02-11T15:00", "2026-02-11T17:00"]),
        ("It began at noon on Monday. An hour earlier it had rained.", ["2026-02-09T12:00", "2026-02-09T11:00"]),
        ("It began at half past three. Two hours later it ended.", ["2026-02-11T03:30", "PT2H"]),
        (
            "It began at 3 p.m. On Monday it rained. Two hours later it ended.",
            ["2026-02-11T15:00", "2026-02-09", "PT2H"],
        ),
        (
            "It began at 3 p.m. It had rained since Monday. Two hours later it ended.",
            ["2026-02-11T15:00", "2026-02-09", "PT2H"],
        ),
        ("They met last night, and at eight o'clock they ate.", ["2026-02-10TNI", "2026-02-10T20:00"]),
    ],
)
def test_hours_count_from_a_time_told_just_before_that_says_its_half_of_the_day(text, expected):
    assert [value for _, value in values(text)] == expected
