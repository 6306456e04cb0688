"""The people, organizations and places that a passage names.

A name of which the passage does not tell what it is, is left out.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from timeline.extract.lexicon import Lexicon
from timeline.extract.sentences import Span
from timeline.extract.words import Word, words_of

__all__ = ["Names", "names_of", "proper_names"]


@dataclass(frozen=True, slots=True)
class Names:
    """What a passage names, each kind in the order of the text."""

    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


def names_of(text: str, span: Span, lexicon: Lexicon) -> Names:
    """The people, organizations and places that a passage names and tells apart.

    >>> from timeline.extract.lexicon import lexicon
    >>> text = "President Ada Byron met the Bank of Utopia in Geneva."
    >>> names_of(text, (0, 53), lexicon("en"))
    Names(people=('Ada Byron',), organizations=('Bank of Utopia',), places=('Geneva',))
    """
    words = words_of(text, *span, lexicon)
    found: dict[str, list[str]] = {"people": [], "organizations": [], "places": []}
    for low, high in _runs(words, lexicon):
        kind, name = _kind(words, low, high, lexicon)
        if kind and name not in found[kind]:
            found[kind].append(name)
    return Names(**{kind: tuple(names) for kind, names in found.items()})


def proper_names(words: Sequence[Word], lexicon: Lexicon) -> list[str]:
    """The capitalised names among the words of a passage, whatever they name."""
    return [_text(words[low:high]) for low, high in _runs(words, lexicon)]


def _text(words: Sequence[Word]) -> str:
    return (
        " ".join(word.text if word.text.count(".") > 1 else word.text.rstrip(".") for word in words)
        .removesuffix("'s")
        .removesuffix("’s")
    )


def _runs(words: Sequence[Word], lexicon: Lexicon) -> Iterator[Span]:
    """The runs of capitalised words; the first word of a sentence alone is none."""
    index = 0
    while index < len(words):
        if not words[index].text[0].isupper() or not _is_name(words[index], lexicon):
            index += 1
            continue
        low = index
        while index < len(words) and (_is_name(words[index], lexicon) or _joins(words, index, lexicon)):
            index += 1
            if _ends_name(words[index - 1]):
                break
        if low > 0 or index - low > 1 or _is_acronym(words[low].text):
            yield low, index


def _is_name(word: Word, lexicon: Lexicon) -> bool:
    return (
        word.text[0].isupper()
        and word.lower not in lexicon.stopwords
        and word.lower not in lexicon.subordinators
        and word.text.rstrip(".") not in lexicon.weekdays_and_months
    )


def _ends_name(word: Word) -> bool:
    return word.text.endswith(("'s", "’s", "s'"))


def _joins(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether a small word stands inside of a name: "Bank of England", "Charles de Gaulle"."""
    if index + 1 >= len(words) or not _is_name(words[index + 1], lexicon):
        return False
    return words[index].text in ("de", "van", "von", "bin", "al", "el", "der", "di", "da") or (
        words[index].text == "of" and words[index - 1].text in lexicon.organization_words
    )


def _is_acronym(text: str) -> bool:
    plain = text.replace(".", "").removesuffix("'s").removesuffix("’s")
    return 2 < len(plain) < 7 and plain.isupper() and plain.isalpha()


def _kind(words: Sequence[Word], low: int, high: int, lexicon: Lexicon) -> tuple[str, str]:
    first = low
    while first < high and words[first].text.rstrip(".") in lexicon.honorifics:
        first += 1
    name = _text(words[first:high])
    if first == high:
        return "", ""
    if not {word.text.rstrip(".") for word in words[low:high]}.isdisjoint(lexicon.organization_words):
        return "organizations", _text(words[low:high])
    if _is_acronym(name):
        return "organizations", name
    if first > low or _speaks(words, low, high, lexicon):
        return "people", name
    before = words[low - 1].lower if low else ""
    return ("places", name) if before in lexicon.place_leads and high - low <= 3 else ("", "")


def _speaks(words: Sequence[Word], low: int, high: int, lexicon: Lexicon) -> bool:
    after = words[high].lower.rstrip(".") if high < len(words) else ""
    before = words[low - 1].lower if low else ""
    return high - low > 1 and (after in lexicon.bare_speech or after in lexicon.telling or before == "said")
