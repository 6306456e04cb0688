"""What a pronoun at the begin of a clause stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.extract.clauses import Clause
from timeline.extract.lexicon import Lexicon
from timeline.extract.names import proper_names
from timeline.extract.sentences import Span, tidy
from timeline.extract.words import Word, words_of

__all__ = ["antecedent", "is_person", "is_plural", "trailing_name", "with_name", "with_organization"]

_LONGEST_SUBJECT = 120
_LONGEST_PHRASE = 45
_NEAR = 10_000  # how far a name is looked for, so that the time of long texts grows linearly


def with_name(plain: str, text: str, clause: Clause, before: Sequence[Span], lexicon: Lexicon) -> str:
    """A title with what its pronoun stands for: the subject before it, in its sentence or in one of those before.

    Returns:
        The title; an empty text if it is not told what the pronoun stands for.
    """
    subjects = _subjects(text, clause, before, lexicon)
    near = text[max(0, clause.head[0] - _NEAR) : clause.head[1] + _NEAR]
    named = (_named(plain, known, near, lexicon) for known in subjects)
    return next(filter(None, named), "")


def with_organization(title: str, text: str, before: Sequence[Span], lexicon: Lexicon) -> str:
    """A title with the name of the organization in place of "the company".

    Returns:
        The title; an empty text if no name is told, or if it begins with something else.
    """
    noun, _, rest = title.partition(" ")[2].partition(" ")
    ending = "'s" if noun.endswith(("'s", "’s")) else ""
    if noun.removesuffix("'s").removesuffix("’s") not in lexicon.company_nouns:
        return ""
    known = (antecedent(text, span, lexicon) for span in before)
    names = (phrase for phrase, last in filter(None, known) if phrase[:1].isupper() and last[:1].isupper())
    name = next((name for name in names if not name.lower().startswith("the ")), "")
    return f"{name}{ending} {rest}" if name and rest else ""


def _subjects(text: str, clause: Clause, before: Sequence[Span], lexicon: Lexicon) -> Iterator[tuple[str, str]]:
    begin, head = clause.sentence[0], clause.head[0]
    frame = clause.frame if clause.frame and clause.frame[0] == begin else None
    for span in [frame or (begin, head)] if begin < head else before:
        known = antecedent(text, span, lexicon)
        if known and (span in before or not _names_others(text[span[0] : head], known[0], lexicon)):
            yield known


def _names_others(passage: str, subject: str, lexicon: Lexicon) -> bool:
    """Whether a passage names somebody else, too, whom a pronoun after it could mean."""
    others = proper_names(words_of(passage, 0, len(passage), lexicon), lexicon)
    return any(" " in name and name not in subject and subject not in name for name in others)


def antecedent(text: str, sentence: Span, lexicon: Lexicon) -> tuple[str, str] | None:
    """The subject of a sentence and its last name if it has one, for a pronoun in the next.

    >>> from timeline.extract.lexicon import lexicon
    >>> antecedent("Prime Minister Ada Byron resigned.", (0, 34), lexicon("en"))
    ('Ada Byron', 'Byron')
    """
    words = words_of(text, sentence[0], min(sentence[1], sentence[0] + _LONGEST_SUBJECT), lexicon)[:16]
    verb = next((k for k, word in enumerate(words) if k and word.is_finite), None)
    if not verb:
        return None
    subject = _subject(words[:verb], lexicon)
    if not subject:
        return None
    phrase = tidy(text[subject[0].start : subject[-1].end])
    return (phrase, subject[-1].text) if len(phrase) <= _LONGEST_PHRASE else None


def _subject(words: Sequence[Word], lexicon: Lexicon) -> Sequence[Word]:
    marks = [k for k, word in enumerate(words) if not word.text.strip("$£€.")[:1].isalnum()]
    if marks:
        words = words[: marks[0]] if marks[0] > 1 else words[marks[-1] + 1 :]
    first = next((word.lower for word in words), "")
    loose = first.endswith("ly") and len(words) > 1 and words[1].text[0].islower()
    if not words or loose or first in lexicon.no_subjects:
        return []
    name = trailing_name(words, lexicon)
    return name if len(name) > 1 else words


def trailing_name(words: Sequence[Word], lexicon: Lexicon) -> list[Word]:
    """The capitalised name at the end of some words, without the title of a person before it."""
    name: list[Word] = []
    for word in reversed(words):
        if (
            not word.text[0].isupper()
            or word.lower in lexicon.determiners
            or word.text.rstrip(".") in lexicon.honorifics
        ):
            break
        name.insert(0, word)
    return name


def _named(plain: str, known: tuple[str, str], text: str, lexicon: Lexicon) -> str:
    """A title with the subject in place of the pronoun that it begins with, an empty text if it cannot be meant."""
    first, _, rest = plain.partition(" ")
    lower, phrase, words = first.lower(), known[0], known[0].split()
    is_name = len(words) <= 4 and all(word[0].isupper() for word in words) and _is_proper(phrase, text)
    if not rest or (lower in lexicon.possessives and not is_name):
        return ""
    if lower in lexicon.personal_pronouns | lexicon.person_possessives:
        fits = is_name and words[0].lower() not in lexicon.determiners and not known[1].isupper()
    elif lower in lexicon.plural_pronouns:
        fits = is_plural(phrase)
    else:
        fits = is_name and not is_plural(phrase) and not _names_person(phrase, text, lexicon)
    return f"{phrase}{lexicon.possessives.get(lower, '')} {rest}" if fits else ""


def _is_proper(phrase: str, text: str) -> bool:
    """Whether a name is one elsewhere than at the begin of a sentence, too, where every word is capitalised."""
    return (
        " " in phrase
        or phrase.isupper()
        or any(word[-1].isalnum() or word[-1] == "," for word in _before(phrase, text))
    )


def _before(phrase: str, text: str) -> Iterator[str]:
    """The words before each place where a phrase stands."""
    place = text.find(f" {phrase}")
    while place > 0:
        word = text[max(0, place - 15) : place].rpartition(" ")[2]
        if word:
            yield word
        place = text.find(f" {phrase}", place + 1)


def _names_person(phrase: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a name is that of a person, as far as its words and those before it in the text tell."""
    if _is_organization(phrase, lexicon):
        return False
    if " " in phrase:
        return phrase.split(maxsplit=1)[0].lower() not in lexicon.determiners
    return any(word.rstrip(".") in lexicon.honorifics for word in _before(phrase, text))


def _is_organization(phrase: str, lexicon: Lexicon) -> bool:
    return not lexicon.organization_words.isdisjoint(phrase.replace(".", "").split())


def is_person(name: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a name is that of a person, as far as its words tell: two of them, and none of an organization."""
    words = {word.text.rstrip(".") for word in name}
    return len(name) == 2 and words.isdisjoint(lexicon.organization_words)


def is_plural(phrase: str) -> bool:
    """Whether a phrase names several.

    >>> [is_plural(phrase) for phrase in ("The two sides", "Weber and Lind", "Honduras", "The number of deaths")]
    [True, True, False, False]
    """
    head = phrase.partition(" of ")[0]
    last = head.rpartition(" ")[2]
    is_common = last.endswith("s") and not last.endswith("ss") and (last[:1].islower() or phrase[:4] == "The ")
    return " and " in phrase or is_common or last.lower() == "people"
