"""What somebody said, as a title: who said it first, then what."""

from __future__ import annotations

from timeline.extract.entities import names_person
from timeline.extract.headline import agrees, without_insertion, without_lead
from timeline.extract.lexicon import Lexicon
from timeline.extract.restored import Told
from timeline.extract.sentences import Span
from timeline.extract.subjects import trailing_name
from timeline.extract.verbs import is_ing, main_verb
from timeline.extract.words import Word, Words, between, in_small, made, words_in

__all__ = ["is_sure", "said", "speaks_of_itself"]

_QUOTES = ("“", "``", '"')
_CLOSING = ("”", "''", '"')


def said(told: Told, frame: Span) -> Words:
    """Who said it first, then what: "the minister said that the talks had failed".

    Args:
        told: The clause with what its title is made of.
        frame: Where its sentence says who said it.

    Returns:
        The words; none if it is not told who said it, or if what he said cannot be put after that.

    >>> from timeline.extract.clauses import Clause
    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> from timeline.model.timex import Timex
    >>> text, monday = "Ulm fell, the mayor said on Monday", Timex(28, 34, "DATE", "2026-02-09")
    >>> english = lexicon_of("en")
    >>> clause = Clause(0, 34, monday, (0, 34), (0, 34), (8, 34), is_saying=True)
    >>> words = tuple(word for word in words_of(text, 0, 34, english) if word.start < 25)
    >>> [word.text for word in said(Told(text, clause, words, [monday], [], english), (8, 34))]
    ['the', 'mayor', 'said', 'that', 'Ulm', 'fell']
    """
    if frame[0] == told.clause.sentence[0]:
        return told.words if told.clause.is_saying else _said_of(told, frame)
    speaker, verb = _speaker(told, frame)
    content = without_lead(between(told.words, told.clause.sentence[0], frame[0]), told.lexicon)
    content = without_insertion(content, told.lexicon)
    if not (speaker and content and agrees(content, told.lexicon)) or speaks_of_itself(content, told.lexicon):
        return ()
    if _quotes_of_other(told, frame, content):
        return ()
    subject = content[: main_verb(content, told.lexicon)]
    pronoun = _pronoun(told, speaker)
    if content[0].lower in told.lexicon.plural_pronouns and names_person(speaker, told.text, told.lexicon):
        return ()  # "and they have won, she said"
    if pronoun and _names_speaker(subject, told.lexicon):
        speaker, content = subject, (pronoun, *content[len(subject) :])  # "Acme will close, it said"
    first = content[0]
    if (
        is_ing(first, told.lexicon)
        or first.lower in told.lexicon.stopwords
        or first.lower in told.lexicon.several
        or f" {first.lower} " in told.text
    ):
        content = (in_small(first), *content[1:])
    return (*speaker, *verb, made(told.lexicon.that, frame[0], told.lexicon), *content)


def _speaker(told: Told, frame: Span) -> tuple[Words, Words]:
    """Who says something at the end of a sentence, and the verb: "said Ada Byron, the mayor", "the mayor said"."""
    lexicon = told.lexicon
    tail = without_lead(tuple(word for word in between(told.words, *frame) if word.text not in _CLOSING), lexicon)
    tail = without_insertion(tail, lexicon)
    says = lexicon.speech | lexicon.findings
    verb = next((k for k, word in enumerate(tail) if word.lower in says), None)
    if verb is None or tail[verb].lower in lexicon.telling:
        return (), ()
    name = tail[:verb] or tail[verb + 1 :]
    if name and name[0].lower in lexicon.prepositions:
        return (), ()
    comma = next((k for k, word in enumerate(name) if word.text == ","), len(name))
    return name[:comma], tail[verb : verb + 1]


def _quotes_of_other(told: Told, frame: Span, content: Words) -> bool:
    """Whether somebody else is meant by "he" in what somebody says of him, word for word."""
    quoted = any(mark in told.text[max(0, frame[0] - 2) : frame[0] + 4] for mark in _CLOSING)
    return quoted and content[0].lower in told.lexicon.personal_pronouns


def _pronoun(told: Told, speaker: Words) -> Word | None:
    """The pronoun that stands for who says something: "she", and for "the company" it is "it"."""
    lexicon = told.lexicon
    if len(speaker) == 1 and speaker[0].lower in lexicon.pronouns:
        return speaker[0]
    is_company = (
        len(speaker) == 2 and speaker[0].lower in lexicon.pointing and speaker[1].lower in lexicon.company_nouns
    )
    return made(min(lexicon.expletives, key=len), speaker[0].start, lexicon) if is_company else None


def _names_speaker(subject: Words, lexicon: Lexicon) -> bool:
    """Whether a subject is a name, which the one who speaks of it can have."""
    return bool(trailing_name(subject, lexicon)) and all(word.lower not in lexicon.openings for word in subject)


def _said_of(told: Told, frame: Span) -> Words:
    """Who said it, and of all he said the clause: "Acme said that [it had lost money, and that] it would pay"."""
    leads = between(told.words, *frame)
    content = without_lead(between(told.words, told.clause.head[0], told.clause.end), told.lexicon)
    apart = not content or content[0].lower in told.lexicon.subordinators  # "said Ulm was quiet since Rome fell"
    return leads + content if leads and not apart else ()


def is_sure(told: Told, frame: Span) -> bool:
    """Whether who says something knows it, and does not only think or deny it: "no one expected that"."""
    words, lexicon = words_in(told.text, told.clause.sentence, *frame, told.lexicon), told.lexicon
    verb = next((k for k, word in enumerate(words) if word.lower in lexicon.speech), len(words))
    quoted = told.words[0].text in _QUOTES
    return not quoted and not any(word.lower in lexicon.unsure or word.text[-1] == "%" for word in words[: verb + 1])


def speaks_of_itself(words: Words, lexicon: Lexicon) -> bool:
    """Whether words are those of who speaks or writes: "we", but not "US", nor what is quoted within."""
    told = words[1:] if words and words[0].text in _QUOTES else words
    if lexicon.first_persons.isdisjoint([word.lower for word in told]):
        return False
    first = next(k for k, word in enumerate(told) if word.lower in lexicon.first_persons)
    return all(word.text not in _QUOTES for word in told[: first + 1])
