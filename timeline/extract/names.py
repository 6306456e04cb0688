"""The people, organizations and places that a passage names.

What a name is, is told by the words beside it, there or elsewhere in the article: "Mr Reyes", "the actor Ana Reyes,
34," and "in Lagos". A name of which the article does not tell what it is, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from timeline.extract.lexicon import Lexicon
from timeline.extract.namekinds import (
    WEAK,
    Evidence,
    Kind,
    bare,
    evidence_of,
    is_lone,
    is_of_others,
    is_title,
    linked,
    past_titles,
    text_of,
)
from timeline.extract.sentences import Span
from timeline.extract.words import Word

__all__ = ["Names", "in_full", "is_last_name", "names_of", "proper_names"]

_MOST_BEFORE = 2
_MOST_PASSAGES = 8  # a sentence tells several events
_TOKEN = re.compile(r"[^\W_](?:[\w'’&-]|\.(?=[\w]))*\.?|[,;:!?()\"“”\n]")
_LONGEST_ING = 5


@dataclass(frozen=True, slots=True)
class Names:
    """What a passage names, each kind in the order of the text."""

    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """What an article tells of its names: what each is, and the full names of people by their last word.

    Args:
        evidence: Of each name what it is.
        full: Of each last word of a name of people who have a first one their full name.
        lasts: The last words of the names of people.
    """

    evidence: Mapping[str, Evidence]
    full: Mapping[str, str]
    lasts: frozenset[str]

    def kind(self, name: str, told: Evidence | None) -> Kind | None:
        """What a name is by the whole article, else by what is told beside it here; nobody's relative is a place."""
        rank, kind, _ = self.evidence.get(name) or told or (WEAK, None, name)
        if rank == WEAK and _last(name) in self.lasts:
            return "people" if name in self.full else None
        return kind


@lru_cache(_MOST_PASSAGES)
def names_of(text: str, span: Span, lexicon: Lexicon) -> Names:
    """The people, organizations and places that a passage of an article names.

    A person who is named in full anywhere in the article is named in full.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> text = "Byron met the Bank of Utopia in Geneva. President Ada Byron left France on Monday."
    >>> names_of(text, (0, 39), lexicon_of("en"))
    Names(people=('Ada Byron',), organizations=('Bank of Utopia',), places=('Geneva',))
    """
    known = _known(text, lexicon)
    tokens = _TOKEN.findall(text, *span)
    found: dict[Kind, list[str]] = {"people": [], "organizations": [], "places": []}
    for low, high in _runs(tokens, lexicon):
        told = evidence_of(tokens, low, high, lexicon)
        name = told[2] if told else text_of(tokens[low:high])
        kind = known.kind(name, told)
        name = known.full.get(_last(name), name) if kind == "people" else name
        if kind and name not in found[kind]:
            found[kind].append(name)
    return Names(**{kind: tuple(names) for kind, names in found.items()})


def is_last_name(word: str, text: str, lexicon: Lexicon) -> bool:
    """Whether a word is the last one of the name of a person of whom an article tells.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> text = "The mayor, Ada Byron, left Acme."
    >>> is_last_name("Byron", text, lexicon_of("en")), is_last_name("Acme", text, lexicon_of("en"))
    (True, False)
    """
    return word in _known(text, lexicon).lasts


def in_full(title: str, text: str, longest: int, lexicon: Lexicon) -> str:
    """A title with the full name of each person of whom it gives the last one only, as far as it stays short enough.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> text = "Mr Byron left. The mayor, Ada Byron, who won, met Lind."
    >>> in_full("Mr Byron left", text, 100, lexicon_of("en")), in_full("Byron's party met", text, 20, lexicon_of("en"))
    ('Ada Byron left', "Byron's party met")
    """
    full, told = _known(text, lexicon).full, title
    matches = list(_TOKEN.finditer(title)) if full else []
    tokens = [match[0] for match in matches]
    for low, high in _runs(tokens, lexicon):
        last = bare(tokens[high - 1])
        name, lead = full.get(last, last), tokens[max(0, low - 1)].rstrip(".")
        titled = all(is_title(token, lexicon) for token in tokens[low : high - 1])
        ruler = high - low > 1 and (
            tokens[high : high + 1] == [lexicon.genitive] or tokens[high - 2] in lexicon.names.first_name_titles
        )  # "King Jonas of Ulm", "Pope Jonas"
        other = ruler or last in lexicon.organization_words
        if name in told or other or not titled or lead.lower() in lexicon.articles:
            continue
        courtesy = low == high - 1 and lead.lower() in lexicon.stopwords and is_title(lead, lexicon)  # "Mr"
        grown = len(told) - len(title)
        start, end = matches[high - 1 - courtesy].start() + grown, matches[high - 1].start() + len(last) + grown
        longer = told[:start] + name + told[end:]
        told = longer if len(longer) <= longest else told
    return told


def proper_names(words: Sequence[Word], lexicon: Lexicon) -> list[str]:
    """The capitalised names among the words of a passage, whatever they name."""
    tokens = [word.text for word in words]
    runs = [span for span in _runs(tokens, lexicon) if not is_lone(tokens, *span, lexicon)]
    return [text_of(tokens[low:high]) for low, high in runs]


@lru_cache(8)
def _known(text: str, lexicon: Lexicon) -> _Known:
    tokens = _TOKEN.findall(text)
    evidence: dict[str, Evidence] = {}
    longer: dict[str, set[str]] = {}
    for low, high in _runs(tokens, lexicon):
        first = past_titles(tokens, low, high, lexicon)
        if high - first > 1:
            longer.setdefault(bare(tokens[high - 1]), set()).add(text_of(tokens[first:high]))
        told = None if is_lone(tokens, low, high, lexicon) else evidence_of(tokens, low, high, lexicon)
        if told:
            evidence[told[2]] = min(told, evidence.get(told[2], told))
    people = {name for name, (_, kind, _) in evidence.items() if kind == "people"}
    full = _full_names({*people, *_first_names(people, longer, lexicon)}, longer)
    full = {last: name for last, name in full.items() if _is_introduced(last, name, text)}
    return _Known(evidence, full, frozenset(map(_last, people)))


def _first_names(people: Collection[str], longer: Mapping[str, set[str]], lexicon: Lexicon) -> Iterator[str]:
    """The one longer name of everybody who is told of with the last name: "Mr Byron", and elsewhere "Ada Byron"."""
    for last in people:
        names = longer.get(last, ())
        others = [first for name in names for first in name.split()[:-1]]
        if len(names) == 1 and not any(_is_no_first_name(first, lexicon) for first in others):
            yield from names


def _is_no_first_name(word: str, lexicon: Lexicon) -> bool:
    """ "Then Byron", "Turkish Byron", "Targeting Byron"."""
    is_verb = word.endswith(lexicon.active_endings) and len(word) > _LONGEST_ING
    return is_verb or word.lower() in lexicon.no_subjects or is_of_others(word, lexicon)


def _last(name: str) -> str:
    return name.rpartition(" ")[2]


def _is_introduced(last: str, name: str, text: str) -> bool:
    """Whether a full name stands near where somebody is first told of; else it can be that of somebody else."""
    return text.count(last, 0, max(0, text.find(name))) <= _MOST_BEFORE


def _full_names(people: Iterable[str], longer: Mapping[str, set[str]]) -> dict[str, str]:
    """The full name of everybody whose last name only one bears, and has no other name before it anywhere.

    Args:
        people: The names of people.
        longer: Of each last word of a name, the names of several words that end with it.
    """
    bearers: dict[str, set[str]] = {}
    for name in people:
        first, _, last = name.rpartition(" ")
        if first and last not in first.split():  # no heading, and then its sentence: "Ana Reyes Reyes left"
            bearers.setdefault(last, set()).add(name)
    longest = {last: max(names, key=len) for last, names in bearers.items()}
    leads = {last: {name.split()[-2] for name in longer.get(last, ())} for last in longest}
    return {
        last: name
        for last, name in longest.items()
        if leads[last] <= set(name.split()) and all(name.endswith(one) for one in bearers[last])
    }


def _runs(tokens: Sequence[str], lexicon: Lexicon) -> Iterator[Span]:
    """The runs of capitalised words."""
    index, length = 0, len(tokens)
    while index < length:
        if not tokens[index][0].isupper() or not _is_name(tokens[index], lexicon):
            index += 1
            continue
        low = index
        while index < length and (_goes_on(tokens[index], lexicon) or _joins(tokens, index, lexicon)):
            index += 1
            if _ends_name(tokens[index - 1], lexicon):
                break
        yield low, index


@lru_cache(20_000)
def _is_name(token: str, lexicon: Lexicon) -> bool:
    lower, plain = token.lower(), bare(token)
    if plain in lexicon.names.place_names or plain in lexicon.names.organization_names:
        return True
    return (
        token[0].isupper()
        and lower.rstrip(".") not in lexicon.stopwords
        and lower not in lexicon.subordinators
        and plain not in lexicon.weekdays_and_months
        and not lower.endswith(lexicon.names.compound_endings)
    )


def _goes_on(token: str, lexicon: Lexicon) -> bool:
    """Whether a word can stand in a name behind its first word: "Omar [al-Rashid]"."""
    particle, hyphen, rest = token.partition("-")
    return _is_name(token, lexicon) or (
        bool(hyphen) and particle in lexicon.names.name_particles and rest[:1].isupper()
    )


def _ends_name(token: str, lexicon: Lexicon) -> bool:
    """A name ends with its genitive, and with a sentence."""
    if token.endswith(("'s", "’s", "s'", "s’")):
        return True
    return token.endswith(".") and token.count(".") == 1 and len(token) > len("W.") and not is_title(token, lexicon)


def _joins(tokens: Sequence[str], index: int, lexicon: Lexicon) -> bool:
    """Whether a small word stands inside of a name: "Bank of England", "Charles de Gaulle", "Ana de la Cruz"."""
    particles = lexicon.names.name_particles
    following = index + 1
    while following < len(tokens) - 1 and tokens[following] in particles and tokens[index] in particles:
        following += 1
    if following >= len(tokens) or not _goes_on(tokens[following], lexicon):
        return False
    return tokens[index] in particles or bare(tokens[index - 1]) in linked(tokens[index], lexicon)
