"""What a passage names: the words beside a name tell what it is, there or elsewhere in the article."""

import pytest

from timeline.extract.lexicon import lexicon_of
from timeline.extract.names import Names, in_full, names_of

CASES = {
    "Mr Reyes left in May.": Names(people=("Reyes",)),
    "The columnist Ana Reyes won a prize.": Names(people=("Ana Reyes",)),
    "Ana Reyes, 34, won a prize.": Names(people=("Ana Reyes",)),
    "Ana Reyes, who lives in Lagos, won.": Names(people=("Ana Reyes",), places=("Lagos",)),
    "Ana Reyes said so.": Names(people=("Ana Reyes",)),
    "Treasury Secretary Ana Reyes resigned.": Names(people=("Ana Reyes",)),
    "European Central Bank President Jean-Claude Roy resigned.": Names(people=("Jean-Claude Roy",)),
    "George W. Reyes said so.": Names(people=("George W. Reyes",)),
    "Health Protection Scotland said so.": Names(),
    "China Daily said so.": Names(organizations=("China Daily",)),
    "Human Rights Watch said so.": Names(organizations=("Human Rights Watch",)),
    "Kenya said it had sent troops.": Names(places=("Kenya",)),
    "The UN and the Lagos-based Harbour Company met.": Names(organizations=("UN", "Harbour Company")),
    "Prices rose in European markets and in Hurricane Ivan.": Names(),
    "The GDP grew at 1200 GMT, the IMF said.": Names(organizations=("IMF",)),
    "They met in Mexico City.": Names(places=("Mexico City",)),
    "They left in April on Monday.": Names(),
    "He met Reyes in the West Bank.": Names(places=("West Bank",)),
    "President Omar al-Rashid left.": Names(people=("Omar al-Rashid",)),
    "The minister Ana de la Cruz resigned.": Names(people=("Ana de la Cruz",)),
    "The Movement for Democratic Progress met.": Names(organizations=("Movement for Democratic Progress",)),
    "The vice-president, Ana Reyes, left.": Names(people=("Ana Reyes",)),
    "Reyes, 40, won a prize.": Names(people=("Reyes",)),
    "We met Okafor, who won a prize.": Names(people=("Okafor",)),
    "The polls, however, favour the Democrats, who won.": Names(),
    "Paris, a rival, won.": Names(),
    "In Lagos, 40 people won a prize.": Names(places=("Lagos",)),
    "Ana Reyes, the former head of the Harbour Company, won.": Names(
        people=("Ana Reyes",), organizations=("Harbour Company",)
    ),
    "Ana Reyes, a British lawyer and singer, won.": Names(people=("Ana Reyes",)),
    "Police arrested Ana Reyes in May.": Names(people=("Ana Reyes",)),
    "A jury convicted Ana Reyes of fraud.": Names(people=("Ana Reyes",)),
    "The council elected Ana Reyes.": Names(people=("Ana Reyes",)),
    "The council elected the Harbour Party.": Names(organizations=("Harbour Party",)),
    "The council appointed Royal Harbour.": Names(),
    "Royal Harbour, a company whose owner left, won.": Names(),
    "Royal Harbour, an hour from the director's house, is calm.": Names(),
}


@pytest.mark.parametrize("text", CASES)
def test_the_words_beside_a_name_tell_what_it_is(text):
    assert names_of(text, (0, len(text)), lexicon_of("en")) == CASES[text]


def test_what_the_article_tells_elsewhere_holds_for_the_passage():
    passage = "Reyes met Okafor and Roy in Lagos, and Lagos cheered."
    text = f"{passage} President Ana Reyes and Mr Okafor smiled."
    named = Names(people=("Ana Reyes", "Okafor"), places=("Lagos",))
    assert names_of(text, (0, len(passage)), lexicon_of("en")) == named


def test_two_who_share_a_last_name_are_not_taken_for_each_other():
    passage = "Reyes left."
    text = f"{passage} President Ana Reyes met Senator Bo Reyes."
    assert names_of(text, (0, len(passage)), lexicon_of("en")) == Names()


def test_a_person_is_no_place():
    passage = "They lost trust in Okafor."
    assert names_of(f"{passage} Mr Okafor resigned.", (0, len(passage)), lexicon_of("en")) == Names(people=("Okafor",))


def test_the_first_name_of_somebody_is_the_only_one_that_stands_before_the_last():
    passage = "Reyes left Lagos."
    text = f"{passage} Mr Reyes met us. Ana Reyes loves Lagos."
    assert names_of(text, (0, len(passage)), lexicon_of("en")).people == ("Ana Reyes",)


def test_nobody_who_shares_a_name_with_somebody_is_a_place():
    passage = "They believed in Ana Reyes."
    text = f"{passage} Mr Reyes and Bo Reyes left."
    assert names_of(text, (0, len(passage)), lexicon_of("en")) == Names()


NOBODY_ELSE = " Mr Reyes met the mayor, Ana Reyes, who smiled."


@pytest.mark.parametrize(
    ("title", "text", "told"),
    [
        ("Reyes left", NOBODY_ELSE, "Ana Reyes left"),
        ("Ulm asked Mr Reyes to leave", NOBODY_ELSE, "Ulm asked Ana Reyes to leave"),
        ("President Reyes's party won", NOBODY_ELSE, "President Ana Reyes's party won"),
        ("Reyes and Ana Reyes left", NOBODY_ELSE, "Reyes and Ana Reyes left"),
        ("The Reyes government fell", NOBODY_ELSE, "The Reyes government fell"),
        ("Reyes left", " The mayor, Ana Reyes, smiled.", "Ana Reyes left"),
        ("Reyes left", " In May Ana Reyes resigned.", "Ana Reyes left"),
        ("Reyes left", " In May Ana Reyes was arrested.", "Ana Reyes left"),
        ("Reyes left", " In May Ana Reyes was opened.", "Reyes left"),
        ("Reyes left", " In May police arrested Ana Reyes.", "Ana Reyes left"),
        ("Reyes left", " In May Ulm opened Ana Reyes.", "Reyes left"),
        ("Reyes left", NOBODY_ELSE + " Bo Reyes did not.", "Reyes left"),
        ("Reyes left", " Mr Reyes said Ana Reyes Reyes, who smiled, won.", "Reyes left"),
        ("Reyes left a house of many rooms", NOBODY_ELSE, "Reyes left a house of many rooms"),
        ("King Byron of Ulm left", "Ada Byron, who won, met Lind.", "King Byron of Ulm left"),
        ("King Byron left", "Ada Byron, who won, met Lind.", "King Byron left"),
    ],
)
def test_a_title_names_a_person_in_full_where_there_is_only_one(title, text, told):
    assert in_full(title, title + "." + text, 34, lexicon_of("en")) == told
