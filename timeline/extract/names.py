"""The people, organizations and places that a passage names.

What a name is, is told by the words beside it, there or elsewhere in the article: "Mr Reyes", "the actor Ana Reyes,
34," and "in Lagos". A name of which the article does not tell what it is, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from timeline.extract.lexicon import Lexicon
from timeline.extract.sentences import Span, sentence_spans
from timeline.extract.words import Word, words_of
from timeline.wording import territories

__all__ = ["Names", "names_of", "proper_names"]

Kind = Literal["people", "organizations", "places"]
_Evidence = tuple[int, Kind, str]
"""How strong it is, the stronger the lower; what a name is; and the name without titles."""

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
    words = words_of(text, *span, lexicon)
    found: dict[Kind, list[str]] = {"people": [], "organizations": [], "places": []}
    for low, high in _runs(words, lexicon, lone=True):
        told = _told(words, low, high, lexicon)
        name = told[2] if told else _text(words[low:high])
        kind = known.kinds.get(name) or ("people" if name in known.full else told and told[1])
        name = known.full.get(name.rpartition(" ")[2], name) if kind == "people" else name
        if kind and name not in found[kind]:
            found[kind].append(name)
    return Names(**{kind: tuple(names) for kind, names in found.items()})


def proper_names(words: Sequence[Word], lexicon: Lexicon) -> list[str]:
    """The capitalised names among the words of a passage, whatever they name."""
    return [_text(words[low:high]) for low, high in _runs(words, lexicon)]


@lru_cache(8)
def _known(text: str, lexicon: Lexicon) -> _Known:
    evidence: dict[str, _Evidence] = {}
    for span in sentence_spans(text):
        words = words_of(text, *span, lexicon)
        for low, high in _runs(words, lexicon):
            told = _told(words, low, high, lexicon)
            if told:
                evidence[told[2]] = min(told, evidence.get(told[2], told))
    full = _full_names(name for name, (_, kind, _) in evidence.items() if kind == "people")
    return _Known({name: kind for name, (rank, kind, _) in evidence.items() if rank < _WEAK or name not in full}, full)


def _full_names(people: Iterator[str]) -> dict[str, str]:
    """The full name of everybody whose last name only one bears."""
    bearers: dict[str, set[str]] = {}
    for name in people:
        first, _, last = name.rpartition(" ")
        if first:
            bearers.setdefault(last, set()).add(name)
    longest = {last: max(names, key=len) for last, names in bearers.items()}
    return {last: name for last, name in longest.items() if all(name.endswith(one) for one in bearers[last])}


def _text(words: Sequence[Word]) -> str:
    """A name without the full stop of a sentence, but with those of initials."""
    parts = [word.text if word.text.count(".") > 1 or len(word.text) == 2 else word.text.rstrip(".") for word in words]
    return " ".join(parts).removesuffix("'s").removesuffix("’s").rstrip("’'")


def _runs(words: Sequence[Word], lexicon: Lexicon, *, lone: bool = False) -> Iterator[Span]:
    """The runs of capitalised words; the first word of a sentence alone is none, unless that is asked for."""
    index = 0
    while index < len(words):
        if not _is_name(words[index], lexicon):
            index += 1
            continue
        low = index
        while index < len(words) and (_is_name(words[index], lexicon) or _joins(words, index, lexicon)):
            index += 1
            if _ends_name(words[index - 1]):
                break
        if lone or low > 0 or index - low > 1 or _is_acronym(words[low].text, lexicon):
            yield low, index


def _is_name(word: Word, lexicon: Lexicon) -> bool:
    return (
        word.text[0].isupper()
        and word.lower not in lexicon.stopwords
        and word.lower not in lexicon.subordinators
        and _text([word]) not in lexicon.weekdays_and_months
        and not word.lower.endswith(lexicon.compound_endings)
    )


def _ends_name(word: Word) -> bool:
    return word.text.endswith(("'s", "’s", "s'", "s’"))


def _joins(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether a small word stands inside of a name: "Bank of England", "Charles de Gaulle"."""
    if index + 1 >= len(words) or not _is_name(words[index + 1], lexicon):
        return False
    return words[index].text in lexicon.name_particles or (
        words[index].text == "of" and words[index - 1].text in lexicon.organization_words
    )


def _is_acronym(text: str, lexicon: Lexicon) -> bool:
    plain = text.replace(".", "").removesuffix("'s").removesuffix("’s")
    return 2 < len(plain) < 7 and plain.isupper() and plain.isalpha() and plain not in lexicon.not_organizations


def _told(words: Sequence[Word], low: int, high: int, lexicon: Lexicon) -> _Evidence | None:
    """What a name and the words beside it tell of it."""
    name = _text(words[low:high])
    if _is_territory(name, lexicon):
        return 0, "places", name
    first = next((i + 1 for i in range(high - 1, low - 1, -1) if _is_title(words[i], lexicon)), low)
    if first == high:
        return None
    if _is_organization(words, first, high, lexicon):
        return 1, "organizations", name
    if first > low or _is_described(words, low, high, lexicon):
        return 1, "people", _text(words[first:high])
    return _told_beside(words, low, high, lexicon)


def _told_beside(words: Sequence[Word], low: int, high: int, lexicon: Lexicon) -> _Evidence | None:
    """What only the words beside a name tell, which may be another thing elsewhere."""
    name = _text(words[low:high])
    if _speaks(words, low, high, lexicon):
        return 2, "people", name
    return (_WEAK, "places", name) if _is_where(words, low, high, lexicon) else None


def _is_title(word: Word, lexicon: Lexicon) -> bool:
    return word.text.rstrip(".") in lexicon.honorifics


def _is_territory(name: str, lexicon: Lexicon) -> bool:
    return name in lexicon.place_names or (lexicon.language != "" and name in territories(lexicon.language))


def _is_organization(words: Sequence[Word], low: int, high: int, lexicon: Lexicon) -> bool:
    """Its last word says so, the one before "of", or all of it."""
    name = _text(words[low:high])
    if high - low == 1:
        return name in lexicon.organization_names or _is_acronym(name, lexicon)
    heads = [_text(words[i : i + 1]) for i in range(low, high) if i == high - 1 or words[i + 1].text == "of"]
    return name in lexicon.organization_names or not lexicon.organization_words.isdisjoint(heads)


def _is_described(words: Sequence[Word], low: int, high: int, lexicon: Lexicon) -> bool:
    """ "Mr Reyes", "the actor Ana Reyes", "Ana Reyes, who", "Ana Reyes, 34,"."""
    if _text(words[low:high]) in lexicon.organization_words:
        return False
    if low and (words[low - 1].lower in lexicon.person_nouns or _is_title(words[low - 1], lexicon)):
        return True
    if high - low < 2 or high + 1 >= len(words) or words[high].text != ",":
        return False
    after = words[high + 1].lower
    return after in lexicon.person_relatives or (after.isdigit() and int(after) < _OLDEST)


def _speaks(words: Sequence[Word], low: int, high: int, lexicon: Lexicon) -> bool:
    """Two words or more that say something are a person, unless one of them names something else."""
    after = words[high].lower.rstrip(".") if high < len(words) else ""
    before = words[low - 1].lower if low else ""
    parts = [_text([word]) for word in words[low:high]]
    speaks = after in lexicon.bare_speech or after in lexicon.telling or before == "said"
    return high - low > 1 and speaks and not any(_is_of_others(part, lexicon) for part in parts)


def _is_of_others(part: str, lexicon: Lexicon) -> bool:
    """Whether a word stands in the names of organizations or nations: "Kenya", "Bank", "NHS", "Turkish"."""
    if part in lexicon.organization_words or _is_territory(part, lexicon):
        return True
    return (
        (len(part.rstrip(".")) > 1 and part.isupper())
        or part in lexicon.not_places
        or part.endswith(lexicon.adjective_endings)
    )


def _is_where(words: Sequence[Word], low: int, high: int, lexicon: Lexicon) -> bool:
    """ "In Lagos", but not "in European markets"."""
    before = words[low - 1].lower if low else ""
    last, short = _text(words[high - 1 : high]), high - low <= _LONGEST_PLACE
    fits = _text([words[low]]) not in lexicon.not_places and not last.endswith(lexicon.adjective_endings)
    fits = fits and last.isalpha() and not last.isupper()
    return before in lexicon.place_leads and short and fits
