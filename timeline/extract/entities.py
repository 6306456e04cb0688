"""What a name stands for, a person or an organization, as its words and those before it in an article tell."""

from __future__ import annotations

from collections.abc import Iterator

from timeline.extract.lexicon import Lexicon
from timeline.extract.namekinds import is_territory
from timeline.extract.names import is_last_name
from timeline.extract.words import Words

__all__ = [
    "is_of_kind",
    "is_of_other_sex",
    "is_person",
    "is_proper",
    "names_person",
    "nearby",
    "phrase_of",
    "seems_person",
]

_FAR = 10_000
_LONGEST_WORD = 15
_MOST_PLACES = 100
_LONGEST_INITIALS = 2


def nearby(text: str, start: int, end: int) -> str:
    """The part of an article in which a name of a passage is looked for, so that the time of long ones grows linearly.

    >>> len(nearby("Ulm " * 10_000, 20_000, 20_040))
    20040
    """
    return text[max(0, start - _FAR) : end + _FAR]


def phrase_of(words: Words) -> str:
    """Words as one phrase.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> phrase_of(words_of("Ada  Byron", 0, 10, lexicon_of("en")))
    'Ada Byron'
    """
    return " ".join(word.text for word in words)


def is_of_kind(name: Words, noun: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a noun can stand for a name: "the company" for most of one word, "the ministry" for one of a ministry.

    Of several words one must be that of an organization, as they can be a person's else.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> text, english = "The chairman of Acme left. The captain, Ada Byron, too.", lexicon_of("en")
    >>> acme, byron = words_of(text, 16, 20, english), words_of(text, 40, 49, english)
    >>> [is_of_kind(acme, "company", text, english), is_of_kind(acme, "ministry", text, english)]
    [True, False]
    >>> is_of_kind(byron, "company", text, english)
    False
    """
    if not _is_name(name, text, lexicon) or _is_persons(name, text, lexicon) or _is_owned(name, lexicon):
        return False
    if is_territory(phrase_of(name), lexicon) or not (len(name) == 1 or _is_of_organization(name, lexicon)):
        return False
    return noun.capitalize() not in lexicon.organization_words - {"Company"} or any(noun == word.lower for word in name)


def _is_name(words: Words, text: str, lexicon: Lexicon) -> bool:
    """Whether words are a name, and no noun with a capital letter or an article: "Bank of Utopia", not "The bank"."""
    joints = lexicon.coordinators | {lexicon.genitive}
    is_name = all(word.text[0].isupper() or word.lower in joints for word in words)
    return is_name and words[0].lower not in lexicon.articles and is_proper(phrase_of(words), text)


def _is_persons(name: Words, text: str, lexicon: Lexicon) -> bool:
    """Whether a name has initials, or a title or a profession before it: "John C. Weber", "the captain, Ada Byron"."""
    leads = _leads(name, text)
    titled = any(lead.rstrip(".") in lexicon.honorifics for lead in leads)
    described = any(lead.rstrip(",") in lexicon.names.person_nouns for lead in leads)
    initialled = any(word.text[1:] == "." for word in name)
    return titled or described or initialled or is_last_name(name[-1].text, text, lexicon)


def _is_owned(name: Words, lexicon: Lexicon) -> bool:
    """Whether a name is only that of an owner: "Shares of Acme", not "Bank of Utopia"."""
    owns = next((k for k, word in enumerate(name) if word.lower == lexicon.genitive), 0)
    return owns > 0 and name[owns - 1].text not in lexicon.organization_words


def names_person(name: Words, text: str, lexicon: Lexicon) -> bool:
    """Whether a name is that of a person: two words, or with another name or a title before it somewhere.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> text, english = "Ada Byron came to the city of Ulm.", lexicon_of("en")
    >>> names_person(words_of(text, 4, 9, english), text, english)
    True
    >>> names_person(words_of(text, 30, 33, english), text, english)
    False
    """
    last = name[-1].text
    if last.isupper() or last.endswith((*lexicon.peoples, "'s", "’s")) or _is_of_organization(name, lexicon):
        return False
    if name[0].text.rstrip(".") in lexicon.honorifics and len(name) > 1:
        return True  # "Mr Byron", though there is "the Byron ministry"
    leads = _leads(name, text)
    named = any(lead[0].isupper() and lead.lower() not in lexicon.stopwords for lead in leads)
    return (len(name) > 1 or named) and leads.isdisjoint(lexicon.articles | lexicon.names.place_leads)


def _is_of_organization(name: Words, lexicon: Lexicon) -> bool:
    """Whether a name has a word of an organization, or an abbreviation longer than initials: "NHS Ulm"."""
    initials = any(word.text.isupper() and len(word.text) > _LONGEST_INITIALS for word in name)
    known = phrase_of(name) in lexicon.names.organization_names
    return initials or known or not lexicon.organization_words.isdisjoint(word.text.rstrip(".") for word in name)


def is_of_other_sex(name: Words, pronoun: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a title or relative before a name is a woman and the pronoun "he", or the other way round.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> text, english = "He met Mrs Byron.", lexicon_of("en")
    >>> name = words_of(text, 11, 16, english)
    >>> is_of_other_sex(name, "he", text, english), is_of_other_sex(name, "she", text, english)
    (True, False)
    """
    titles = {name[0].text, *_leads(name, text)}
    return any(title.rstrip(".,") in lexicon.other_titles.get(pronoun, ()) for title in titles)


def is_proper(phrase: str, text: str) -> bool:
    """Whether a name is one elsewhere than at the begin of a sentence, too, where every word is capitalised.

    >>> is_proper("Acme", "Acme grew. Rome sold Acme."), is_proper("Talks", "Talks failed. Talks went on.")
    (True, False)
    """
    return (
        " " in phrase
        or phrase.isupper()
        or any(word[-1].isalnum() or word[-1] == "," for word in _before(phrase, text))
    )


def _leads(name: Words, text: str) -> set[str]:
    """The words before each place where a name stands, or the last word of it."""
    return {*_before(name[-1].text, text), *_before(phrase_of(name), text)}


def _before(phrase: str, text: str) -> Iterator[str]:
    """The words before the first places where a phrase stands."""
    place, found = text.find(f" {phrase}"), 0
    while place > 0 and found < _MOST_PLACES:
        found += 1
        yield from text[max(0, place - _LONGEST_WORD) : place].split()[-1:]
        place = text.find(f" {phrase}", place + 1)


def seems_person(name: Words, text: str, lexicon: Lexicon) -> bool:
    """Whether a name can be that of a person, as far as its words and those before it in the text tell.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> texts, english = ("Ada Byron", "Acme Bank", "Acme"), lexicon_of("en")
    >>> [seems_person(words_of(text, 0, len(text), english), f"It is {text}.", english) for text in texts]
    [True, False, False]
    """
    phrase = phrase_of(name)
    if not lexicon.organization_words.isdisjoint(phrase.replace(".", "").split()):
        return False
    if " " in phrase:
        return name[0].lower not in lexicon.determiners
    return any(word.rstrip(".") in lexicon.honorifics for word in _before(phrase, text))


def is_person(name: Words, lexicon: Lexicon) -> bool:
    """Whether a name is that of a person, as far as its words tell: two of them, and none of an organization.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> [is_person(words_of(text, 0, 9, lexicon_of("en")), lexicon_of("en")) for text in ("Ada Byron", "Acme Bank")]
    [True, False]
    """
    words = {word.text.rstrip(".") for word in name}
    return len(name) == 2 and words.isdisjoint(lexicon.organization_words)
