"""Whether somebody else is named before a pronoun whom it could mean as well."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.extract.entities import is_of_other_sex, names_person
from timeline.extract.lexicon import Lexicon
from timeline.extract.names import is_last_name
from timeline.extract.words import Word, Words

__all__ = ["is_disputed"]


def is_disputed(name: Words, pronoun: str, told: Sequence[tuple[Words, Words]], text: str, lexicon: Lexicon) -> bool:
    """Whether a pronoun can mean another person than this one: nothing tells the sex of both.

    A title or a relative before a name tells it, or a pronoun behind it in a sentence about nobody else.

    Args:
        name: Who would be put in the place of the pronoun.
        pronoun: The pronoun, in small letters.
        told: The sentences before, the nearest first, each with its subject, if it has one.
        text: The article, or the part of it that is near.
        lexicon: The words of the language.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> english, texts = lexicon_of("en"), ("John Brown lost", "Mary Smith won", "Mrs Smith won")
    >>> brown, smith, mrs = [words_of(text, 0, len(text), english) for text in texts]
    >>> told = [(brown, brown[:2]), (smith, smith[:2])]
    >>> is_disputed(brown[:2], "he", told, "", english), is_disputed(brown[:2], "he", told[:1], "", english)
    (True, False)
    >>> is_disputed(brown[:2], "he", told, "They met Mrs Smith", english)
    False
    """
    same, opposite = lexicon.same_person[pronoun], lexicon.opposites[pronoun]
    if _is_told(name, same, opposite, told, text, lexicon):
        return False
    rivals = {rival[-1].lower: rival for words, subject in told for rival in _people(words, subject, text, lexicon)}
    return any(
        last != name[-1].lower and not _is_told(rival, opposite, same, told, text, lexicon)
        for last, rival in rivals.items()
    )


def _is_told(
    name: Words,
    same: frozenset[str],
    opposite: frozenset[str],
    told: Sequence[tuple[Words, Words]],
    text: str,
    lexicon: Lexicon,
) -> bool:
    """Whether the text tells that a person is of the sex of these pronouns."""
    if any(is_of_other_sex(name, pronoun, text, lexicon) for pronoun in opposite):
        return True
    return any(
        subject and subject[-1].lower == name[-1].lower and _speaks_of_itself(words, subject, same, text, lexicon)
        for words, subject in told
    )


def _speaks_of_itself(words: Words, subject: Words, pronouns: frozenset[str], text: str, lexicon: Lexicon) -> bool:
    """Whether a pronoun behind the subject of a sentence can mean nobody else: "Ada Byron said she had won"."""
    if all(rival[-1].lower == subject[-1].lower for rival in _people(words, subject, text, lexicon)):
        return any(word.lower in pronouns for word in words if word.start > subject[-1].start)
    return False


def _people(words: Words, subject: Words, text: str, lexicon: Lexicon) -> Iterator[Words]:
    """The people whom a sentence names: its subject, names of two words, and the last names of people."""
    if len(subject) > 1 and all(word.text[0].isupper() for word in subject) and names_person(subject, text, lexicon):
        yield subject
    for k, word in enumerate(words):
        if not word.text[0].isupper() or (words[k + 1 :] and words[k + 1].text[0].isupper()):
            continue
        pair = words[max(0, k - 1) : k + 1]
        if is_last_name(word.text, text, lexicon):
            yield (word,)
        elif len(pair) > 1 and _is_name(pair[0], lexicon) and names_person(pair, text, lexicon):
            yield pair


def _is_name(word: Word, lexicon: Lexicon) -> bool:
    return word.text[0].isupper() and word.lower not in lexicon.stopwords
