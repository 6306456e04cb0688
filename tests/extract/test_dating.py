"""A date goes with what happened then, and with nothing else that the sentence tells."""

from __future__ import annotations

import pytest

MONDAY, MAY, JUNE, LAST_YEAR = ("Monday", "2026-02-09"), ("May", "2025-05"), ("June", "2025-06"), ("last year", "2025")

DATED = [
    # what is told of a name between commas has a date of its own
    ("Ada Byron, mayor since May, resigned on Monday.", [MAY, MONDAY], [("2026-02-09", "Ada Byron resigned")]),
    # brackets of tokenised corpora are brackets, and their clitics belong to the word before
    ("The port 's owner did n't sail on Monday .", [MONDAY], []),
    ("The mayor 's aide , Ada Byron , resigned on Monday .", [MONDAY], [("2026-02-09", "Ada Byron resigned")]),
    (
        "Ada Byron -LRB- Ulm -RRB- resigned on Monday -LRB- at noon -RRB- .",
        [MONDAY],
        [("2026-02-09", "Ada Byron resigned")],
    ),
    # what something is compared with is no date of it, and what is told of how it was has its own
    (
        "Sales of Acme in Ulm rose 2 percent from a year earlier, a second gain in a row.",
        [("a year earlier", "2025")],
        [],
    ),
    ("The fire of Ulm brought back memories of how a plague spread in Rome in May.", [MAY], []),
    ("Ada Byron said a sale in May versus June saved Acme a lot.", [MAY, JUNE], []),
    ("Ten ships sank in one of Rome's most violent storms since May.", [MAY], []),
    ("In a talk with Rome, as in her May talk with Ulm, Ada Byron sold ten ships.", [MAY], []),
    (
        "Rome announces a rise in prices for 2027, the largest rise since May.",
        [("2027", "2027"), MAY],
        [("2027", "Rome announces a rise in prices")],
    ),
    (
        (
            "The lords of Acme were involved in a bid to get Ulm and Rome to talk last year after Mr Lind's disputed "
            "re-election in May."
        ),
        [LAST_YEAR, MAY],
        [("2025", "The lords of Acme were involved in a bid to get Ulm and Rome to talk")],
    ),
    (
        "Ada Byron was tried for theft in Ulm, beginning the long way to the rise of a friend, Mark Lind, in May.",
        [MAY],
        [],
    ),
    # a clause with "when" has the date of its verb, not one of what is added
    (
        (
            "Mark Lind was more encouraging than many when he met Ada Byron on Monday, pointing to signs of hope and "
            "adding $5m to the $15m in aid pledged in May."
        ),
        [MONDAY, MAY],
        [("2026-02-09", "Mark Lind met Ada Byron")],
    ),
    # what will be was not then, and what only might be was not feared on its day
    ("Rome will win a second cup in May.", [MAY], []),
    ("Rome feared it may lose its ships by 20 February.", [("20 February", "2026-02-20")], []),
    (
        "While Rome was asleep, Ulm reported a record for sales in May.",
        [MAY],
        [("2025-05", "Ulm reported a record for sales")],
    ),
    # what something has been so since has a date of its own
    ("Ada Byron won the cup in Ulm, her first since the game against Rome in May.", [MAY], []),
    (
        (
            "Acme received a loan of nine million lira through the Ulm rescue plan "
            "signed into law by the mayor, Ada Byron, in May."
        ),
        [MAY],
        [],
    ),
    ("The case of a student from Ulm, accused in May of theft, has been debated.", [MAY], []),
    ("Critics in Rome say they saved Acme but closed Ulm in May.", [MAY], []),
    ("Ada Byron led Acme until the merger with Ulm in May.", [MAY], []),
    # what something was done under has its own date, and what is looked into, too
    ("Under the pact signed in May, Ada Byron was to give a part of her lands to Ulm.", [MAY], []),
    (
        "Ada Byron has ordered an inquiry into last year's fire at the Ulm port.",
        [LAST_YEAR],
        [],
    ),
    ("Ada Byron welcomed last year's talks between Rome and Ulm.", [LAST_YEAR], []),
    ("Rome kept its 1979 peace with Ulm.", [("1979", "1979")], []),
    ("Ada Byron lost the 1979 vote in Ulm.", [("1979", "1979")], [("1979", "Ada Byron lost the vote in Ulm")]),
    # neither a film nor a picture tells what happened at its time
    ("Rome shuts its Ulm port (2:17) - Ada Byron wept.", [("2:17", "2026-02-11T02:17")], []),
    ("Sailors face storms at the port of Ulm, February 11, 2026.", [("February 11, 2026", "2026-02-11")], []),
    # a year behind a name is part of it
    ("Ada Byron sang in 1982's Long Way Home.", [("1982", "1982")], [("1982", "Ada Byron sang in Long Way Home")]),
    ("Rome beat Ulm to win Euro 2016.", [("2016", "2016")], [("2016", "Rome beat Ulm to win Euro 2016")]),
    (
        "Ada Byron was named as head of the Ulm fleet in May and re-designated as captain in June.",
        [MAY, JUNE],
        [
            ("2025-05", "Ada Byron was named as head of the Ulm fleet"),
            ("2025-06", "Ada Byron was re-designated as captain"),
        ],
    ),
    # what has happened is not to come
    ("Ada Byron has flown to Rome ahead of a feast in Ulm on 20 February.", [("20 February", "2026-02-20")], []),
    # each verb of one subject has its own date
    (
        "Mara Lind joined a council of Ulm in 2021, led a team to Ulm in 2022, and left in 2023.",
        [("2021", "2021"), ("2022", "2022"), ("2023", "2023")],
        [
            ("2021", "Mara Lind joined a council of Ulm"),
            ("2022", "Mara Lind led a team to Ulm"),
            ("2023", "Mara Lind left"),
        ],
    ),
    (
        "Ada Byron was arrested in Ulm in May and released in June.",
        [MAY, JUNE],
        [("2025-05", "Ada Byron was arrested in Ulm"), ("2025-06", "Ada Byron was released")],
    ),
    (
        "Ada Byron has won the cup five times already and was second in Ulm last year.",
        [LAST_YEAR],
        [("2025", "Ada Byron was second in Ulm")],
    ),
    (
        "Rome has closed its port and will open a school for sailors in May.",
        [("May", "2026-05")],
        [("2026-05", "Rome will open a school for sailors")],
    ),
    (
        "Ada Byron moved to Ulm with her family in May and Mara Lind, 17, is from Rome.",
        [MAY],
        [("2025-05", "Ada Byron moved to Ulm with her family")],
    ),
    (
        "Ada Byron, who has won five times in 2026 and was second in Ulm last year, slept in Rome.",
        [("2026", "2026"), LAST_YEAR],
        [("2026", "Ada Byron has won five times"), ("2025", "Ada Byron was second in Ulm")],
    ),
    (
        "Last year Rome banned oil from Ulm and in May Ada Byron left.",
        [("Last year", "2025"), MAY],
        [("2025", "Rome banned oil from Ulm"), ("2025-05", "Ada Byron left")],
    ),
    (
        "The strikes in Ulm on Monday came a day after Rome closed its port in May.",
        [MONDAY, MAY],
        [("2025-05", "Rome closed its port")],
    ),
    (
        "Cases in Ulm fell to 48 on Monday, down from 52 in May.",
        [MONDAY, MAY],
        [("2026-02-09", "Cases in Ulm fell to 48")],
    ),
    (
        "Ada Byron was born in Ulm in May and read law in Rome before moving to Paris in June.",
        [MAY, JUNE],
        [("2025-05", "Ada Byron was born in Ulm")],
    ),
    ("Acme of Ulm, whose owner left in May, was sold to Rome.", [MAY], []),
    (
        "Ada Byron left Rome in May, was re-elected in Ulm in June.",
        [MAY, JUNE],
        [("2025-05", "Ada Byron left Rome"), ("2025-06", "Ada Byron was re-elected in Ulm")],
    ),
    (
        "Ada Byron became the first woman to lead Ulm on Monday, a post her father held in 2021.",
        [MONDAY, ("2021", "2021")],
        [("2026-02-09", "Ada Byron became the first woman to lead Ulm")],
    ),
    (
        "Ada Byron, who moved to Ulm in 2021 and won a cup in 2022, died on Monday in Rome.",
        [("2021", "2021"), ("2022", "2022"), MONDAY],
        [
            ("2021", "Ada Byron moved to Ulm"),
            ("2022", "Ada Byron won a cup"),
            ("2026-02-09", "Ada Byron died in Rome"),
        ],
    ),
    (
        "The trial of Ada Byron, arrested in Ulm in 2021 and freed in 2022, began on Monday in Rome.",
        [("2021", "2021"), ("2022", "2022"), MONDAY],
        [("2026-02-09", "The trial of Ada Byron began in Rome")],
    ),
    # what a title leaves out has its date to itself
    ("Rome has closed its port, saying a ferry of Ulm sank off the coast on Monday.", [MONDAY], []),
    ("Rome has closed its port as the crews of Ulm wait for the ferry that left on Monday.", [MONDAY], []),
    ("Like Mara Lind in May, Ada Byron became the mayor of Rome.", [MAY], []),
    ("Born in Ulm in May, Ada Byron became the mayor of Rome.", [MAY], []),
    ("Ada Byron, ten times a champion of Ulm in May, sold her boat to Rome.", [MAY], []),
    ("Ada Byron has tried to leave Ulm, under a plan of May for all of Italy.", [MAY], []),
    # one clause happens once
    (
        "Ada Byron opened the bridge in Ulm on Monday after a vote in May.",
        [MONDAY, MAY],
        [("2026-02-09", "Ada Byron opened the bridge in Ulm")],
    ),
    (
        "Ada Byron's 2025 ferry was found in Ulm on Monday.",
        [("2025", "2025"), MONDAY],
        [("2026-02-09", "Ada Byron's ferry was found in Ulm")],
    ),
    ("Ada Byron was wary of Ulm, but Mara Lind led her and a car took her to it in May.", [MAY], []),
    # what somebody wants
    ("Ada Byron should have left Ulm in May.", [MAY], []),
    # what only was so, but in a stretch of time
    ("Ada Byron was surely right in May.", [MAY], []),
    ("Ada Byron was in Ulm on the weekend.", [("the weekend", "2026-W06-WE")], []),
    (
        "From 1997 to 2006 Ada Byron was mayor.",
        [("1997", "1997"), ("2006", "2006")],
        [("1997/2006", "Ada Byron was mayor")],
    ),
    ("Ada Byron was formally charged in Ulm in May.", [MAY], [("2025-05", "Ada Byron was formally charged in Ulm")]),
    ("Ada Byron was the first mayor of Ulm in May.", [MAY], [("2025-05", "Ada Byron was the first mayor of Ulm")]),
    # a verb that is denied, or in a tense that no such date goes with
    ("Ada Byron did not by chance leave Ulm in May.", [MAY], []),
    ("Ada Byron decided in May not to leave Ulm.", [MAY], [("2025-05", "Ada Byron decided not to leave Ulm")]),
    ("Ulm Corp. declared a dividend of ten cents, payable in May.", [("May", "2026-05")], []),
    ("Ada Byron has denied a theft in Ulm in May.", [MAY], []),
    ("Ada Byron runs a bank in Ulm after leaving Rome in May.", [MAY], []),
    ("1997 Ada Byron leaves Ulm.", [("1997", "1997")], [("1997", "Ada Byron leaves Ulm")]),
    ("1997 Ada Byron is sent to Ulm.", [("1997", "1997")], [("1997", "Ada Byron is sent to Ulm")]),
    ("Ada Byron is charged with leaving Ulm in May.", [MAY], []),
    (
        "The UN mission in Ulm moved in earlier this month.",
        [("earlier this month", "2026-02")],
        [("2026-02", "The UN mission in Ulm moved in")],
    ),
    ("Ada Byron speaks at a feast in Ulm on 9 February 2026.", [("9 February 2026", "2026-02-09")], []),
    ("With the first (1792) and the second (1848) council as models, Ulm met Rome.", [("1792", "1792")], []),
    ("Unrest in Ulm comes with doubts this century.", [("this century", "20")], []),
    (
        "Ulm was dealt a blow on Monday when it lost its port to Rome for the first time since the war in May.",
        [MONDAY, MAY],
        [("2026-02-09", "Ulm was dealt a blow")],
    ),
    ("Ada Byron told Rome her wish was to visit Ulm in May.", [("May", "2026-05")], []),
    ("Ada Byron has left Ulm on Monday.", [MONDAY], [("2026-02-09", "Ada Byron has left Ulm")]),
    ("Ada Byron sold her boat in Ulm ahead of the fair in May.", [("May", "2026-05")], []),
    ("Ada Byron was due to leave Ulm in May.", [("May", "2026-05")], [("2026-05", "Ada Byron was due to leave Ulm")]),
    (
        "Ada Byron was born in Rome and moved to Ulm in May.",
        [MAY],
        [("2025-05", "Ada Byron moved to Ulm")],
    ),
    (
        "Ada Byron, who was born in Rome and moved to Ulm in May, won.",
        [MAY],
        [("2025-05", "Ada Byron moved to Ulm")],
    ),
    (
        "Mara Lind was arrested in Ulm in May and extradited in June.",
        [MAY, JUNE],
        [("2025-05", "Mara Lind was arrested in Ulm"), ("2025-06", "Mara Lind was extradited")],
    ),
    (
        "The port of Ulm was shelled in 2021 and rebuilt in 2022.",
        [("2021", "2021"), ("2022", "2022")],
        [("2021", "The port of Ulm was shelled"), ("2022", "The port of Ulm was rebuilt")],
    ),
    (
        "Lind's opened in 2021, moved to Ulm in 2022 and closed in 2023.",
        [("2021", "2021"), ("2022", "2022"), ("2023", "2023")],
        [],
    ),
    # a date that owns the subject of a dependent clause
    ("Acme has parted with its head, Ada Byron, after Monday's vote in Ulm cost it a seat.", [MONDAY], []),
    (
        "Rome left Ulm after Monday's vote in Paris cost Acme a seat.",
        [MONDAY],
        [("2026-02-09", "The vote in Paris cost Acme a seat")],
    ),
    (
        "Rome built a port in 2021, Ulm bought ten ships in 2022, and in 2023 Ada Byron left Acme.",
        [("2021", "2021"), ("2022", "2022"), ("2023", "2023")],
        [("2021", "Rome built a port"), ("2022", "Ulm bought ten ships"), ("2023", "Ada Byron left Acme")],
    ),
    ("A court freed the crew in 2021, a plan thought of in Ulm in 2022.", [("2021", "2021"), ("2022", "2022")], []),
    (
        "2016: A drought exposes the church of Ulm.",
        [("2016", "2016")],
        [("2016", "A drought exposes the church of Ulm")],
    ),
    ("A bridge built in 1911 collapsed in Ulm.", [("1911", "1911")], []),
    (
        "A bridge built in 1911 collapsed in Ulm on Monday.",
        [("1911", "1911"), MONDAY],
        [("2026-02-09", "A bridge collapsed in Ulm")],
    ),
    ("The vote in Ulm was caused by the death in May of the mayor of Rome.", [MAY], []),
    (
        "The ferry Aurora sank off Ulm on Monday, Rome said in May.",
        [MONDAY, MAY],
        [
            ("2026-02-09", "The ferry Aurora sank off Ulm"),
            ("2025-05", "Rome said that the ferry Aurora sank off Ulm"),
        ],
    ),
    ("Ada Byron is understood to be leaving Ulm on Monday.", [MONDAY], []),
    (
        "Ada Byron fell 60 feet on May 5, 2025, while building a bridge near Ulm.",
        [("May 5, 2025", "2025-05-05")],
        [("2025-05-05", "Ada Byron fell 60 feet while building a bridge near Ulm")],
    ),
    (
        "Ada Byron was sentenced to 20 years in 2016.",
        [("2016", "2016")],
        [("2016", "Ada Byron was sentenced to 20 years")],
    ),
    # how often something happens is no date
    (
        "The bus service of Ulm was cut to two a day in May.",
        [MAY],
        [("2025-05", "The bus service of Ulm was cut to two a day")],
    ),
    (
        "Nine ships sank off Ulm in May, compared with 24 in the whole of 2024.",
        [MAY, ("2024", "2024")],
        [("2025-05", "Nine ships sank off Ulm")],
    ),
    # a date that tells which thing is meant
    ("Ulm is ready for the May vote in all of Italy.", [MAY], []),
    ("Rome was hit hard by the May storm off Ulm.", [MAY], [("2025-05", "Rome was hit hard by the storm off Ulm")]),
    ("Ada Byron spoke at the May fair in Ulm.", [MAY], [("2025-05", "Ada Byron spoke at the fair in Ulm")]),
    (
        "Acme is due to report second-quarter results in May.",
        [("second-quarter", "2025-Q2"), ("May", "2026-05")],
        [("2026-05", "Acme is due to report results")],
    ),
    # a date that tells when something was done before
    ("Rome accused Ada Byron of having sold the harbour of Ulm in May.", [MAY], []),
    ("Ada Byron denied having sold the harbour of Ulm in May.", [MAY], []),
    (
        "Ada Byron was accused in May of having sold the harbour of Ulm.",
        [MAY],
        [("2025-05", "Ada Byron was accused of having sold the harbour of Ulm")],
    ),
    ("Ada Byron, having sold the harbour of Ulm, left Rome in May.", [MAY], [("2025-05", "Ada Byron left Rome")]),
    # what goes on has no date that was over
    ("Crews from Ulm are building a bridge that Rome wanted in May.", [MAY], []),
    ("Rome is leaving Ulm in May.", [MAY], []),
    ("Rome is leaving Ulm in May.", [("May", "2026-05")], [("2026-05", "Rome is leaving Ulm")]),
]

LEAD = "Rain fell. Snow fell. Hail fell. " * 12


@pytest.mark.parametrize(("text", "found", "events"), DATED, ids=[text[:40] for text, _, _ in DATED])
def test_a_date_tells_when_its_title_happened(candidates, text, found, events):
    told = [(str(one.event.date), one.event.title) for one in candidates(LEAD + text, *found) if one.stands_alone]
    assert told == events
