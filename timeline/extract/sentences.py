"""Sentences of running text, found where they are needed: newspapers, web pages, and one sentence a line."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import pairwise

from timeline.tagger.abbreviations import ABBREVIATIONS, BEHIND_CLOCK

__all__ = ["LONGEST_WORD", "NO_ENDS", "SUBJECTS", "Span", "sentence_at", "sentence_spans", "tidy", "unwrapped"]

Span = tuple[int, int]

_BREAK = re.compile(  # one class of characters first, so that most of a text is skipped fast
    r"[.!?…\n。！？](?:(?<=[.!?…])(?:\s?(?:-RRB-|[\"'”’»)\]]))*\s+|(?<=\n)\s*|(?<=[。！？]))"
)
_INITIALS = re.compile(r"[A-Z](?:\.[A-Z])*|[A-Z][a-z]?")
# What a sentence often begins with, and nothing else does in capitals; after others a sentence only goes on with them.
SUBJECTS = "The|An?|He|She|It|They|We|But|And|This|That|These|Those|His|Her|Its|Their|There|Both|However|Meanwhile"
_OPENER = re.compile(
    rf"[\"'“‘(\[`]*(?:(?:{SUBJECTS}|I|In|On|At|When|While|After|Before|As|If|For|With|Since|Also|Earlier|Last)\b|[\"“`])"
)
_BEGIN = re.compile(rf"(?:{SUBJECTS})\s+[a-z]")
_CLOCK = ("a.m.", "p.m.")
_BEHIND_CLOCK = re.compile(rf"\W*+(?:\d|(?:{'|'.join(sorted(BEHIND_CLOCK))})\b|[A-Z]\w*+ (?:[MSD]\w+ )?[Tt]ime\b)")
_ORDINAL = re.compile(r"(?<!\S)[(„\"'“]?\d{1,2}\Z")
_ENDS_LINE = re.compile(r"[.!?…:;,][\"'”’»)\]]*\s*$")
_PARAGRAPH = re.compile(r"(?m)^[^\S\n]*\S.*(?:\n[^\S\n]*\S.*)+")
_WAITING = (
    "a an its his her their this that new after before against between during over under near when while which "
    "who where of in to at by on for as or and the from with said told that than called paper named newspaper since "
    "until"
)
NO_ENDS = frozenset(_WAITING.split())
_SHORT_LINE = 55
LONGEST_WORD = 15
_LONGEST_FOLLOWING = 24
_LONGEST_SENTENCE = 1500
_LONGEST_INITIALS = 8


def sentence_spans(text: str, language: str = "en") -> list[Span]:
    """Where the sentences of a text begin and end, in code points, without the white space around them.

    A blank line always ends a sentence. The end of a line ends it where the line is short, as headings are, unless its
    last word waits for another, or the lines are broken where the next word had no room. The dot of an ordinal ends
    none, as German and others write it; English does not.

    >>> text = "Mr. Smith of the U.S. met them at 9 a.m. on Jan. 5. They agreed.\\n\\nA heading\\nHe left."
    >>> [text[start:end] for start, end in sentence_spans(text)]
    ['Mr. Smith of the U.S. met them at 9 a.m. on Jan. 5.', 'They agreed.', 'A heading', 'He left.']
    >>> sentence_spans("Am 3. Mai fiel Ulm. Rom fiel.", "de")
    [(0, 19), (20, 29)]
    """
    ordinals = language.partition("-")[0].lower() != "en"
    spans, start, wraps = [], len(text) - len(text.lstrip()), _wraps(text)
    for match in _BREAK.finditer(text):
        if match.start() in wraps:
            continue
        ordinal = (
            ordinals and match[0][0] == "." and _ORDINAL.search(text, max(start, match.start() - 4), match.start())
        )
        if match.start() >= start and not ordinal and _is_end(text, start, match):
            spans.append((start, _end_of_words(text, start, match.end())))
            start = match.end()
    spans.append((start, _end_of_words(text, start, len(text))))
    if max(end - start for start, end in spans) > _LONGEST_SENTENCE:
        spans = [part for span in spans for part in _bounded(text, *span)]
    return [span for span in spans if span[0] < span[1]]


def unwrapped(text: str, sentences: Iterable[Span]) -> str:
    """A text with the line breaks within its sentences as spaces, so that each of its words stays in its place.

    >>> text = "A heading\\nThe wife of\\nAda Byron left."
    >>> unwrapped(text, sentence_spans(text))
    'A heading\\nThe wife of Ada Byron left.'
    """
    if "\n" not in text:
        return text
    parts, place = [], 0
    for start, end in sentences:
        parts += [text[place:start], text[start:end].replace("\r", " ").replace("\n", " ")]
        place = end
    return "".join([*parts, text[place:]])


def _bounded(text: str, start: int, end: int) -> Iterator[Span]:
    """A text without sentences in pieces, so that the time for it grows linearly."""
    while end - start > _LONGEST_SENTENCE:
        space = text.rfind(" ", start + 1, start + _LONGEST_SENTENCE)
        cut = space if space > 0 else start + _LONGEST_SENTENCE
        yield start, cut
        start = cut + (space > 0)
    yield start, end


def _end_of_words(text: str, start: int, end: int) -> int:
    return start + len(text[start:end].rstrip())


def _is_end(text: str, start: int, match: re.Match[str]) -> bool:
    space, (place, end) = match[0], match.span()
    if space[0] in "。！？" or ("\n" in space and space.count("\n") > 1):
        return True
    before = text[max(start, place - LONGEST_WORD) : place + (space[0] != "\n")]
    following = text[end : end + _LONGEST_FOLLOWING]
    if space[0] == "\n" and not _ENDS_LINE.search(before):
        return _is_heading_end(text, place, following)
    if not following or following[0].islower():
        return False
    return before[-1] != "." or not _is_abbreviation(before) or _is_opener(before, following)


def _is_abbreviation(before: str) -> bool:
    word = before[:-1]
    word = word[max(word.rfind(" "), word.rfind("\n"), word.rfind("\t")) + 1 :].lstrip("(\"“‘'")
    if word in ABBREVIATIONS:
        return True
    return word[:1].isupper() and len(word) < _LONGEST_INITIALS and _INITIALS.fullmatch(word) is not None


def _is_heading_end(text: str, end: int, following: str) -> bool:
    """Whether a line without a mark at its end is one of its own: a short one whose last word waits for no other."""
    length = end - (text.rfind("\n", 0, end) + 1)
    last = text[max(0, end - LONGEST_WORD) : end].split()[-1:]
    waits = bool(last) and last[0].lower() in NO_ENDS and not _BEGIN.match(following)  # "Talks to go on", "The mayor"
    return length < _SHORT_LINE and not following[:1].islower() and not waits


def _wraps(text: str) -> frozenset[int]:
    """The line breaks of paragraphs that are broken wherever the next word has no room, and go on in small letters."""
    if "\n" not in text:
        return frozenset()
    return frozenset(place for paragraph in _PARAGRAPH.finditer(text) for place in _wraps_of(paragraph))


def _wraps_of(paragraph: re.Match[str]) -> Iterator[int]:
    lines, end = paragraph[0].split("\n"), paragraph.start() - 1
    goes_on = any(line.lstrip()[:1].islower() for line in lines[1:])
    widest = max(len(line.rstrip()) for line in lines)
    for line, following in pairwise(lines) if goes_on else ():
        end += len(line) + 1
        has_room = len(line.rstrip()) + 1 + len(following.split(maxsplit=1)[0]) <= widest
        if not has_room and not _ENDS_LINE.search(line):
            yield end


def _is_opener(before: str, following: str) -> bool:
    """Whether a dot that may be an abbreviation's also ends the sentence: "the U.S. The talks", "5 p.m. Ulm won"."""
    if before.endswith(_CLOCK):
        return not _BEHIND_CLOCK.match(following)
    return before[-3:-2] in (".", "") and bool(_OPENER.match(following))


def sentence_at(spans: list[Span], position: int) -> int:
    """The number of the sentence that holds a position, or of the last one before it, counted from 0.

    >>> sentence_at([(0, 5), (6, 9)], 7)
    1
    """
    return max(0, bisect_right(spans, (position, 1 << 60)) - 1)


_DETOKENISE = (
    (re.compile(r"-L[RSC]B-\s?"), "("),
    (re.compile(r"\s?-R[RSC]B-"), ")"),
    (re.compile(r"``\s?|“\s"), "“"),
    (re.compile(r"\s?''|\s”"), "”"),
    (re.compile(r"(?<!\s)\s+(?:(?=[,.;:!?%)\]’](?:[\s”]|$))|(?=(?:'s|'re|'ve|'ll|'d|'m|n't|'(?=\s))(?:\W|$)))"), ""),
    (re.compile(r"(?<=[(\[$£€])\s+"), ""),
    (re.compile(r"\s+"), " "),
)
_UNTIDY = re.compile(r"\s[\s,.;:!?%)\]’'n”]|[\t\n\r\f\v\xa0]|``|''|-[LR][RSC]B-|[(\[$£€“]\s")


def tidy(text: str) -> str:
    """A passage as one line, as a person would type it: single spaces, and tokenised corpora put together again.

    >>> tidy("He did n't ,  `` say '' -LRB- so\\nfar -RRB- Iraq 's $ 5 .")
    "He didn't, “say” (so far) Iraq's $5."
    """
    if _UNTIDY.search(text):
        for pattern, replacement in _DETOKENISE:
            text = pattern.sub(replacement, text)
    return text.strip()
