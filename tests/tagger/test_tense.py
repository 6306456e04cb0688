"""Where a sentence looks decides which Friday is meant."""

import pytest

from timeline.tagger import tag

WEDNESDAY = "2026-02-11"

SENTENCES = {
    "They met on Tuesday.": "2026-02-10",
    "They will meet on Tuesday.": "2026-02-17",
    "The minister said on Friday that she would resign.": "2026-02-06",
    "The law was passed in November.": "2025-11",
    "The law is expected to pass in November.": "2026-11",
    "The work must be done by March.": "2026-03",
    "Nobody has worked there since March.": "2025-03",
    "until Friday": "2026-02-13",
    "Until Friday they had not met.": "2026-02-06",
    "The case will be closed when she testifies on Friday.": "2026-02-13",
    "On Friday, when they met, it rained.": "2026-02-06",
    "The talks will be held on Friday.": "2026-02-13",
    "The talks are to be held on Friday.": "2026-02-13",
    "The talks would be held in Paris on Friday.": "2026-02-13",
    "The report, to be released Thursday, names him.": "2026-02-12",
    "The two sides agreed to meet on Friday.": "2026-02-13",
    "The two sides agreed to the plan on Friday.": "2026-02-06",
    "They were due to meet on Monday.": "2026-02-16",
    "He was expected to arrive Tuesday.": "2026-02-17",
    "Putin visits China on Friday.": "2026-02-13",
    "They could not be reached for comment on Monday.": "2026-02-09",
    "A spokesman for the company could be reached on Monday.": "2026-02-16",
    "The deal, announced Monday, will create jobs.": "2026-02-09",
    "The offer, which had been scheduled to expire at midnight Monday, was extended.": "2026-02-09T24:00",
    "In February, the court will hear the case.": "2026-02",
    "The court will hear the case in January.": "2027-01",
    "When the war began in March, he was young.": "2025-03",
    "He would have met her on Friday.": "2026-02-06",
    '"The war must come to an end". In a statement on Saturday, she said so.': "2026-02-07",
    "They had left by Friday.": "2026-02-06",
    "The road is closed until Friday.": "2026-02-13",
    "He is due in Syria on Saturday.": "2026-02-14",
    "The road is closed due to the storm on Saturday.": "2026-02-07",
    "A debate is set for Thursday.": "2026-02-12",
    "They called a meeting for Thursday.": "2026-02-12",
    "He was to arrive Thursday.": "2026-02-12",
    "Voters go to the polls on Sunday.": "2026-02-15",
    "Voters went to the polls on Sunday.": "2026-02-08",
    "The two teams meet again Saturday.": "2026-02-14",
    "The two teams did not meet Saturday.": "2026-02-07",
    "The rules take effect in January.": "2027-01",
    "The trial was adjourned to January.": "2027-01",
    "The trial moved to Paris in January.": "2026-01",
    "“They want to leave.” In March, the talks had failed.": "2025-03",
    "Plan to leave the capital\n\nOn Monday, crowds filled the streets.": "2026-02-09",
    "Boosted by Tuesday's rate cut, the euro rose.": "2026-02-10",
    "But by Monday, most agreed, the army had been beaten.": "2026-02-09",
    "The minister's statement Tuesday that the country should wait was praised.": "2026-02-10",
    "The office says on Sunday that it will help.": "2026-02-08",
    "Sales shrank by a larger than expected amount in January.": "2026-01",
    "It posted a bigger-than-expected loss in January.": "2026-01",
    "The army came to try to end the siege in January.": "2026-01",
    "There must be no repeat of the talks in January, which ended in failure.": "2026-01",
    "The shop was closed until Friday when the alarm was raised.": "2026-02-06",
    "It must be closed until Friday, when they will meet.": "2026-02-13",
    "The vote back in March was hard.": "2025-03",
    "The president, who leaves office in January, was silent.": "2027-01",
    "He will lead until the next set of elections in December.": "2026-12",
    "They will meet the injured on Friday.": "2026-02-13",
    "At a long meeting in Paris on Friday, the board agreed to leave.": "2026-02-06",
    "He came to power in March.": "2025-03",
}


@pytest.mark.parametrize(("sentence", "value"), SENTENCES.items())
def test_a_day_is_on_the_side_to_which_its_sentence_looks(sentence, value):
    assert [timex.value for timex in tag(sentence, WEDNESDAY)] == [value]
