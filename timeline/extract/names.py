"""The people, organizations and places that a passage names.

What a name is, is told by the words beside it, there or elsewhere in the article: "Mr Reyes", "the actor Ana Reyes,
34," and "in Lagos". A name of which the article does not tell what it is, is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from timeline.extract.lexicon import Lexicon
from timeline.extract.sentences import Span
from timeline.extract.words import Word
from timeline.wording import territories

__all__ = ["Names", "in_full", "names_of", "proper_names"]

Kind = Literal["people", "organizations", "places"]
_Evidence = tuple[int, Kind, str]
"""How strong it is, the stronger the lower; what a name is; and the name without titles."""

_MOST_BEFORE = 2
_TOKEN = re.compile(r"[^\W_](?:[\w'’&-]|\.(?=[\w]))*\.?|[,;:!?()\"“”\n]")
_SENTENCE_ENDS = (".", "!", "?", "\n", '"', "“", "”")
_WEAK = 3
_LONGEST_PLACE = 3
_OLDEST = 110


@dataclass(frozen=True, slots=True)
class Names:
    """What a passage names, each kind in the order of the text."""

    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Known:
    """What an article tells of its names: what each is, and the full names of people by their last word."""

    kinds: Mapping[str, Kind]
    full: Mapping[str, str]


def names_of(text: str, span: Span, lexicon: Lexicon) -> Names:
    """The people, organizations and places that a passage of an article names.

    A person who is named in full anywhere in the article is named in full.

    >>> from timeline.extract.lexicon import lexicon
    >>> text = "Byron met the Bank of Utopia in Geneva. President Ada Byron left France on Monday."
    >>> names_of(text, (0, 39), lexicon("en"))
    Names(people=('Ada Byron',), organizations=('Bank of Utopia',), places=('Geneva',))
    """
    known = _known(text, lexicon)
    tokens = _TOKEN.findall(text, *span)
    found: dict[Kind, list[str]] = {"people": [], "organizations": [], "places": []}
    for low, high in _runs(tokens, lexicon):
        told = _told(tokens, low, high, lexicon)
        name = told[2] if told else _text(tokens[low:high])
        kind = known.kinds.get(name) or ("people" if name in known.full else told and told[1])
        name = known.full.get(name.rpartition(" ")[2], name) if kind == "people" else name
        if kind and name not in found[kind]:
            found[kind].append(name)
    return Names(**{kind: tuple(names) for kind, names in found.items()})


def in_full(title: str, text: str, longest: int, lexicon: Lexicon) -> str:
    """A title with the full name of each person of whom it gives the last one only, as far as it stays short enough.

    >>> from timeline.extract.lexicon import lexicon
    >>> text = "Mr Byron left. The mayor, Ada Byron, who won, met Lind."
    >>> in_full("Mr Byron left", text, 100, lexicon("en")), in_full("Byron's party met", text, 20, lexicon("en"))
    ('Ada Byron left', "Byron's party met")
    """
    full, told = _known(text, lexicon).full, title
    matches = list(_TOKEN.finditer(title)) if full else []
    tokens = [match[0] for match in matches]
    for low, high in _runs(tokens, lexicon):
        last = _bare(tokens[high - 1])
        name, lead = full.get(last, last), tokens[max(0, low - 1)].rstrip(".")
        titled = all(_is_title(token, lexicon) for token in tokens[low : high - 1])
        if name in told or not titled or lead.lower() in lexicon.articles:
            continue
        courtesy = low == high - 1 and lead.lower() in lexicon.stopwords and _is_title(lead, lexicon)  # "Mr"
        grown = len(told) - len(title)
        start, end = matches[high - 1 - courtesy].start() + grown, matches[high - 1].start() + len(last) + grown
        longer = told[:start] + name + told[end:]
        told = longer if len(longer) <= longest else told
    return told


def proper_names(words: Sequence[Word], lexicon: Lexicon) -> list[str]:
    """The capitalised names among the words of a passage, whatever they name."""
    tokens = [word.text for word in words]
    runs = [span for span in _runs(tokens, lexicon) if not _is_lone(tokens, *span, lexicon)]
    return [_text(tokens[low:high]) for low, high in runs]


@lru_cache(8)
def _known(text: str, lexicon: Lexicon) -> _Known:
    tokens = _TOKEN.findall(text)
    evidence: dict[str, _Evidence] = {}
    leads: dict[str, set[str]] = {}
    for low, high in _runs(tokens, lexicon):
        if high - low > 1 and not _is_title(tokens[high - 2], lexicon):
            leads.setdefault(_bare(tokens[high - 1]), set()).add(_bare(tokens[high - 2]))
        told = None if _is_lone(tokens, low, high, lexicon) else _told(tokens, low, high, lexicon)
        if told:
            evidence[told[2]] = min(told, evidence.get(told[2], told))
    full = _full_names((name for name, (_, kind, _) in evidence.items() if kind == "people"), leads)
    full = {last: name for last, name in full.items() if _is_introduced(last, name, text)}
    return _Known({name: kind for name, (rank, kind, _) in evidence.items() if rank < _WEAK or name not in full}, full)


def _is_introduced(last: str, name: str, text: str) -> bool:
    """Whether a full name stands near where somebody is first told of; else it can be that of somebody else."""
    return text.count(last, 0, max(0, text.find(name))) <= _MOST_BEFORE


def _full_names(people: Iterable[str], leads: Mapping[str, set[str]]) -> dict[str, str]:
    """The full name of everybody whose last name only one bears, and has no other name before it anywhere.

    Args:
        people: The names of people.
        leads: Of each last word of a name, the words before it that are no title.
    """
    bearers: dict[str, set[str]] = {}
    for name in people:
        first, _, last = name.rpartition(" ")
        if first and last not in first.split():  # no heading, and then its sentence: "Ana Reyes Reyes left"
            bearers.setdefault(last, set()).add(name)
    longest = {last: max(names, key=len) for last, names in bearers.items()}
    return {
        last: name
        for last, name in longest.items()
        if leads.get(last, set()) <= set(name.split()) and all(name.endswith(one) for one in bearers[last])
    }


def _text(tokens: Sequence[str]) -> str:
    return " ".join(map(_bare, tokens))


@lru_cache(20_000)
def _bare(token: str) -> str:
    """A word of a name without its genitive and the full stop of a sentence, but with those of initials."""
    whole = token if token.count(".") > 1 or len(token) == len("W.") else token.rstrip(".")
    return whole.removesuffix("'s").removesuffix("’s").rstrip("’'")


def _runs(tokens: Sequence[str], lexicon: Lexicon) -> Iterator[Span]:
    """The runs of capitalised words."""
    index, length = 0, len(tokens)
    while index < length:
        if not tokens[index][0].isupper() or not _is_name(tokens[index], lexicon):
            index += 1
            continue
        low = index
        while index < length and (_is_name(tokens[index], lexicon) or _joins(tokens, index, lexicon)):
            index += 1
            if _ends_name(tokens[index - 1], lexicon):
                break
        yield low, index


def _is_lone(tokens: Sequence[str], low: int, high: int, lexicon: Lexicon) -> bool:
    """Whether it is one word with which a sentence begins, and which may have its capital from there."""
    begins = low == 0 or tokens[low - 1].endswith(_SENTENCE_ENDS)
    return begins and high - low == 1 and not _is_acronym(tokens[low], lexicon)


@lru_cache(20_000)
def _is_name(token: str, lexicon: Lexicon) -> bool:
    lower, bare = token.lower(), _bare(token)
    if bare in lexicon.names.place_names or bare in lexicon.names.organization_names:
        return True
    return (
        token[0].isupper()
        and lower.rstrip(".") not in lexicon.stopwords
        and lower not in lexicon.subordinators
        and bare not in lexicon.weekdays_and_months
        and not lower.endswith(lexicon.names.compound_endings)
    )


def _ends_name(token: str, lexicon: Lexicon) -> bool:
    """A name ends with its genitive, and with a sentence."""
    if token.endswith(("'s", "’s", "s'", "s’")):
        return True
    return token.endswith(".") and token.count(".") == 1 and len(token) > len("W.") and not _is_title(token, lexicon)


def _joins(tokens: Sequence[str], index: int, lexicon: Lexicon) -> bool:
    """Whether a small word stands inside of a name: "Bank of England", "Charles de Gaulle"."""
    if index + 1 >= len(tokens) or not _is_name(tokens[index + 1], lexicon):
        return False
    return tokens[index] in lexicon.names.name_particles or (
        tokens[index] == "of" and tokens[index - 1] in lexicon.organization_words
    )


def _is_acronym(text: str, lexicon: Lexicon) -> bool:
    plain = text.replace(".", "").removesuffix("'s").removesuffix("’s")
    return 2 < len(plain) < 7 and plain.isupper() and plain.isalpha() and plain not in lexicon.names.not_organizations


def _told(tokens: Sequence[str], low: int, high: int, lexicon: Lexicon) -> _Evidence | None:
    """What a name and the words beside it tell of it."""
    name = _text(tokens[low:high])
    if _is_territory(name, lexicon):
        return 0, "places", name
    first = next((i + 1 for i in range(high - 1, low - 1, -1) if _is_title(tokens[i], lexicon)), low)
    if first == high:
        return None
    if _is_organization(tokens, first, high, lexicon):
        return 1, "organizations", name
    if first > low or _is_described(tokens, low, high, lexicon):
        return 1, "people", _text(tokens[first:high])
    return _told_beside(tokens, low, high, lexicon)


def _told_beside(tokens: Sequence[str], low: int, high: int, lexicon: Lexicon) -> _Evidence | None:
    """What only the words beside a name tell, which may be another thing elsewhere."""
    name = _text(tokens[low:high])
    if _speaks(tokens, low, high, lexicon):
        return 2, "people", name
    return (_WEAK, "places", name) if _is_where(tokens, low, high, lexicon) else None


def _is_title(token: str, lexicon: Lexicon) -> bool:
    return token.rstrip(".") in lexicon.honorifics


def _is_territory(name: str, lexicon: Lexicon) -> bool:
    return name in lexicon.names.place_names or (lexicon.language != "" and name in territories(lexicon.language))


def _is_organization(tokens: Sequence[str], low: int, high: int, lexicon: Lexicon) -> bool:
    """Its last word says so, the one before "of", or all of it."""
    name = _text(tokens[low:high])
    if high - low == 1:
        return name in lexicon.names.organization_names or _is_acronym(name, lexicon)
    heads = {_bare(tokens[i]) for i in range(low, high) if i == high - 1 or tokens[i + 1] == "of"}
    telling = (heads & lexicon.organization_words) - lexicon.names.not_organizations
    return name in lexicon.names.organization_names or bool(telling)


def _is_described(tokens: Sequence[str], low: int, high: int, lexicon: Lexicon) -> bool:
    """ "Mr Reyes", "the actor Ana Reyes", "Ana Reyes, who", "Ana Reyes, 34,"."""
    if _text(tokens[low:high]) in lexicon.organization_words:
        return False
    if low and (tokens[low - 1].lower() in lexicon.names.person_nouns or _is_title(tokens[low - 1], lexicon)):
        return True
    if high - low < 2 or high + 1 >= len(tokens) or tokens[high] != ",":
        return False
    if low > 1 and tokens[low - 1] == "," and tokens[low - 2].lower() in lexicon.names.person_nouns:
        return True  # "the mayor, Ada Byron, left"
    after = tokens[high + 1].lower()
    return after in lexicon.names.person_relatives or (after.isdigit() and int(after) < _OLDEST)


def _speaks(tokens: Sequence[str], low: int, high: int, lexicon: Lexicon) -> bool:
    """Two words or more that say something, or live, are a person, unless one of them names something else."""
    if high - low == 1:
        return False
    after = tokens[high].lower().rstrip(".") if high < len(tokens) else ""
    speaks = after in lexicon.bare_speech or after in lexicon.telling or tokens[low - 1 : low] == ["said"]
    speaks = speaks or _is_living(after, tokens[high + 1 : high + 2], lexicon)
    speaks = speaks and tokens[low].lower() not in lexicon.no_subjects  # "Earlier Ana Reyes said"
    return speaks and not any(_is_of_others(_bare(token), lexicon) for token in tokens[low:high])


def _is_living(verb: str, following: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a verb tells what only a person does, or what is done to nobody else: "resigned", "was arrested"."""
    told = following[0].lower().rstrip(".") if following and verb in lexicon.passives else verb
    return told in lexicon.names.person_verbs


def _is_of_others(part: str, lexicon: Lexicon) -> bool:
    """Whether a word stands in the names of organizations or nations: "Kenya", "Bank", "NHS", "Turkish"."""
    if part in lexicon.organization_words or _is_territory(part, lexicon):
        return True
    return (
        (len(part.rstrip(".")) > 1 and part.isupper())
        or part in lexicon.names.not_places
        or part.endswith(lexicon.names.adjective_endings)
    )


def _is_where(tokens: Sequence[str], low: int, high: int, lexicon: Lexicon) -> bool:
    """ "In Lagos", but not "in European markets"."""
    if not low or tokens[low - 1].lower() not in lexicon.names.place_leads or high - low > _LONGEST_PLACE:
        return False
    last = _bare(tokens[high - 1])
    is_adjective = last.endswith(lexicon.names.adjective_endings)
    return last.isalpha() and not (last.isupper() or is_adjective or _bare(tokens[low]) in lexicon.names.not_places)
