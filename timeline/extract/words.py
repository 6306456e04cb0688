"""The words of a sentence, and which of them can be the finite verb of a clause."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline.extract.lexicon import Facts, Lexicon
from timeline.extract.sentences import Span, tidy

__all__ = [
    "DASHES",
    "STRONG_MARKS",
    "Dated",
    "Word",
    "Words",
    "between",
    "in_small",
    "made",
    "owns",
    "rendered",
    "words_in",
    "words_of",
]

DASHES = frozenset(("--", "---", "—", "–", "-"))
STRONG_MARKS = DASHES | {";"}  # those that part more than a comma does

_WORD = re.compile(
    r"-[LR][RSC]B-|[$£€]?[^\W_][\w'’&%-]*(?:(?:\.[\w'’&-]|,\d)[\w'’&%-]*)*\.?"
    r"|['’](?:s|re|ve|ll|d|m)\b|``|''|--+|[;,:\"“”()\[\]—–]|-(?=\s|$)|[$£€]"
)
_BRACKETS = {f"-{side}{shape}B-": mark for side, mark in ("L(", "R)") for shape in "RSC"}  # in tokenised corpora
_CLITICS = frozenset(f"{mark}{end}" for mark in "'’" for end in ("s", "re", "ve", "ll", "d", "m")) | {"n't", "n’t"}
_PARTED = _CLITICS | {"%"}


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
Dated = frozenset[int]  # the numbers of the words of a sentence that stand in a time expression
_Chunk = tuple[int, int, str, str, bool, bool, str]
_MOST_CHUNKS = 100_000
_HYPHEN = re.compile(r"[^\W\d_]-[^\W\d_]")
_LONGEST_LINK = 3
_MOST_TEXTS = 4
_MOST_SENTENCES = 64  # those that are read together; no other is asked for again
_FEWEST_NUMBERED = 2
_LONGEST_GAP = 3
_CLOSING = frozenset(",;:)]”")


@lru_cache(_MOST_SENTENCES)
def words_of(text: str, start: int, end: int, lexicon: Lexicon) -> Words:
    """The words and marks of a passage.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> words = words_of("Talks failed; he didn't sign the planned pact.", 0, 46, lexicon_of("en"))
    >>> [word.text for word in words if word.is_finite]
    ['failed', "didn't"]
    >>> [word.text for word in words_of("Rome 's fleet left -LRB- it was May -RRB- .", 0, 43, lexicon_of("en"))][:3]
    ["Rome's", 'fleet', 'left']
    """
    make, known, position = tuple.__new__, _chunks(lexicon), start  # the inner loop of extraction
    found: list[Word] = []
    append, before = found.append, ""
    for chunk in text[start:end].split(" "):
        if chunk in _PARTED and found and found[-1].end == position - 1:
            found[-1] = _joined(found[-1], chunk, position, lexicon)
            position += len(chunk) + 1
            continue
        for first, last, word, lower, finite, participle, leads_to in known[chunk]:
            is_finite = finite and not (
                before and (participle or before == "verb") and not _is_numbered(before, found, lexicon)
            )
            append(make(Word, (position + first, position + last, word, lower, is_finite, participle)))
            before = before if leads_to == "same" else leads_to
        position += len(chunk) + 1
    return _with_hyphens(found, text, lexicon) if text.find(" - ", start, end) >= 0 else tuple(found)


def _with_hyphens(words: Sequence[Word], text: str, lexicon: Lexicon) -> Words:
    """Words in whose text a tokenised corpus has put spaces around hyphens, with the words that those join as one."""
    if not _parts_hyphens(text):
        return tuple(words)
    found: list[Word] = []
    for k, word in enumerate(words):
        if found and found[-1].text == "-" and len(found) > 1 and _is_hyphen(words, k - 1, lexicon):
            lead, joined = found[-2], f"{found[-2].text}-{word.text}"
            found[-2:] = [Word(lead.start, word.end, joined, *lexicon.facts[joined][:3])]
        else:
            found.append(word)
    return tuple(found)


@lru_cache(_MOST_TEXTS)
def _parts_hyphens(text: str) -> bool:
    """Whether a text has spaces around its hyphens, as some corpora do: "Jean - Paul won the run - off , too"."""
    return " , " in text and not _HYPHEN.search(text)


def _is_hyphen(words: Sequence[Word], index: int, lexicon: Lexicon) -> bool:
    """Whether a mark between two spaces joins two words, and is no dash: "a run - off", not "the vote - which was"."""
    lead, mark, word = words[index - 1 : index + 2]
    near = lead.end == mark.start - 1 and mark.end == word.start - 1
    if not near or owns(lead) or not (lead.text[-1] + word.text[0]).isalnum():
        return False
    if _is_linked(words, index - 1) or _is_linked(words, index + 1):
        return True
    if word.text[0].isupper():
        return lead.text[0].isupper() or lead.lower in lexicon.prefixes
    plural = lead.lower[-1] == "s" and lead.text[0].islower() and not lead.lower.endswith(lexicon.no_plurals)
    return not plural and not (word.is_finite and not word.is_participle) and _is_compounded(word.lower, lexicon)


def _is_linked(words: Sequence[Word], index: int) -> bool:
    """Whether a small word stands between two hyphens: "Stockton - [on] - Tees"."""
    marks = [word.text for word in words[index - 1 : index + 2 : 2]] if index else []
    return marks == ["-", "-"] and len(words[index].text) <= _LONGEST_LINK


def _is_compounded(lower: str, lexicon: Lexicon) -> bool:
    """Whether a word can be the second half of another: "a run-[off]", "a six-[year] term", no article or pronoun."""
    is_particle = lower in lexicon.particles and lower not in lexicon.prepositions
    return is_particle or lower in lexicon.time_units or lower not in lexicon.stopwords


def _joined(word: Word, clitic: str, place: int, lexicon: Lexicon) -> Word:
    """A word with what a tokenised corpus parts from it."""
    text = word.text + clitic
    return Word(word.start, place + len(clitic), text, *lexicon.facts[text][:3])


def _is_numbered(before: str, words: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether the number that words end with is a part of a name, and counts nothing: "Flight 171"."""
    if before != "number" or len(words) < _FEWEST_NUMBERED or not words[-2].text[0].isupper():
        return False
    lead = words[-2]
    counts = any(lead.lower in some for some in (lexicon.stopwords, lexicon.no_openers, lexicon.adverbs))
    return not counts and lead.text not in lexicon.weekdays_and_months


class _Chunks(dict[str, tuple[_Chunk, ...]]):
    """What stands between two spaces, as words and marks with what is known of them; worked out once."""

    def __init__(self, facts: Mapping[str, Facts]) -> None:
        super().__init__()
        self._facts = facts

    def __missing__(self, chunk: str) -> tuple[_Chunk, ...]:
        if len(self) >= _MOST_CHUNKS:
            self.clear()
        spans = ((*match.span(), _BRACKETS.get(match[0], match[0])) for match in _WORD.finditer(chunk))
        found = self[chunk] = tuple((*span, *self._facts[span[2]]) for span in spans)
        return found


@lru_cache(8)
def _chunks(lexicon: Lexicon) -> _Chunks:
    return _Chunks(lexicon.facts)


def words_in(text: str, sentence: Span, start: int, end: int, lexicon: Lexicon) -> Words:
    """The words of a part of a sentence, whose words are known already.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> [word.text for word in words_in("Both sides signed it.", (0, 21), 5, 17, lexicon_of("en"))]
    ['sides', 'signed']
    """
    return between(words_of(text, *sentence, lexicon), start, end)


def between(words: Words, start: int, end: int) -> Words:
    """The words that begin in a stretch of the text."""
    return words[bisect_left(words, (start,)) : bisect_left(words, (end,))]


def owns(word: Word) -> bool:
    """Whether a word is a genitive, whatever its apostrophe: "Rome's"."""
    return word.text.endswith(("'s", "’s"))


def in_small(word: Word) -> Word:
    """A word that begins with a small letter, where it no longer begins a sentence."""
    return word._replace(text=word.text[0].lower() + word.text[1:])


def made(word: str, place: int, lexicon: Lexicon) -> Word:
    """A word that does not stand in the text, for a place there.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> made("was", 7, lexicon_of("en"))[:4]
    (7, 7, 'was', 'was')
    """
    return Word(place, place, word, *lexicon.facts[word][:3])


def rendered(text: str, words: Words) -> str:
    """Words as one line: what stands between two neighbours in the text stays, where others were left out is a space.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> words = words_of("Rome, which won, and/or Ulm left.", 0, 33, lexicon_of("en"))
    >>> rendered("Rome, which won, and/or Ulm left.", words[:1] + words[5:])
    'Rome and/or Ulm left.'
    """
    parts: list[str] = []
    end = words[0].start if words else 0
    for word in words:
        gap = text[end : word.start] if end <= word.start <= end + _LONGEST_GAP else "…"
        if gap == " " and parts and word.text not in _CLOSING:  # most of them
            parts += [gap, word.text]
            end = word.end
            continue
        gap = gap or "…" * (bool(parts) and parts[-1][-1].isalnum() and word.text[0].isalnum())
        parts += ["" if not parts else _space(word) if _is_apart(gap) else gap, word.text]
        end = word.end
    return tidy(" ".join("".join(parts).split()))


def _is_apart(gap: str) -> bool:
    """Whether other words, or nothing that a title keeps, stand between two words."""
    return gap.isspace() or "…" in gap or any(letter.isalnum() or letter in '“”",;:()' for letter in gap)


def _space(word: Word) -> str:
    return "" if word.text in _CLOSING else " "
