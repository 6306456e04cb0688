"""The words of a sentence, and which of them can be the finite verb of a clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from timeline.extract.lexicon import Facts, Lexicon
from timeline.extract.sentences import Span

__all__ = ["Word", "Words", "words_in", "words_of"]

_WORD = re.compile(
    r"[$£€]?[^\W_][\w'’&%-]*(?:(?:\.[\w'’&-]|,\d)[\w'’&%-]*)*\.?"
    r"|['’](?:s|re|ve|ll|d|m)\b|``|''|--+|[;,:\"“”()\[\]—–]|-(?=\s|$)|[$£€]"
)


class Word(NamedTuple):
    """A word or a mark in a text.

    Args:
        start: Where it begins in the text.
        end: Where it ends, not included.
        text: The word.
        lower: The word in small letters.
        is_finite: Whether it can be the finite verb of a clause where it stands: "signed", not "the signed treaty".
        is_participle: Whether it can be a participle, too: "signed", not "went".
    """

    start: int
    end: int
    text: str
    lower: str
    is_finite: bool
    is_participle: bool


Words = tuple[Word, ...]
_Chunk = tuple[int, int, str, str, bool, bool, str]
_MOST_CHUNKS = 100_000


@lru_cache(512)
def words_of(text: str, start: int, end: int, lexicon: Lexicon) -> Words:
    """The words and marks of a passage.

    >>> from timeline.extract.lexicon import lexicon
    >>> words = words_of("Talks failed; he didn't sign the planned pact.", 0, 46, lexicon("en"))
    >>> [word.text for word in words if word.is_finite]
    ['failed', "didn't"]
    """
    make, known, position = tuple.__new__, _chunks(lexicon), start  # the inner loop of extraction
    found: list[Word] = []
    append, before = found.append, ""
    for chunk in text[start:end].split(" "):
        for first, last, word, lower, finite, participle, leads_to in known[chunk]:
            is_finite = finite and not (before and (participle or before == "verb"))
            append(make(Word, (position + first, position + last, word, lower, is_finite, participle)))
            before = before if leads_to == "same" else leads_to
        position += len(chunk) + 1
    return tuple(found)


class _Chunks(dict[str, tuple[_Chunk, ...]]):
    """What stands between two spaces, as words and marks with what is known of them; worked out once."""

    def __init__(self, facts: Mapping[str, Facts]) -> None:
        super().__init__()
        self._facts = facts

    def __missing__(self, chunk: str) -> tuple[_Chunk, ...]:
        if len(self) >= _MOST_CHUNKS:
            self.clear()
        found = self[chunk] = tuple(
            (*match.span(), match[0], *self._facts[match[0]]) for match in _WORD.finditer(chunk)
        )
        return found


@lru_cache(8)
def _chunks(lexicon: Lexicon) -> _Chunks:
    return _Chunks(lexicon.facts)


def words_in(text: str, sentence: Span, start: int, end: int, lexicon: Lexicon) -> Words:
    """The words of a part of a sentence, whose words are known already.

    >>> from timeline.extract.lexicon import lexicon
    >>> [word.text for word in words_in("Both sides signed it.", (0, 21), 5, 17, lexicon("en"))]
    ['sides', 'signed']
    """
    words = words_of(text, *sentence, lexicon)
    return words[bisect_left(words, (start,)) : bisect_left(words, (end,))]
