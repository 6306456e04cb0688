"""What one sentence of a page was before it became one: a heading, a bullet, a dateline, the name of an agency."""

from __future__ import annotations

import re
from itertools import chain

from timeline.extract.sentences import LONGEST_WORD, NO_ENDS, SUBJECTS, Span

__all__ = ["passages"]

_LONGEST_DAY = 2
_LONGEST_DATELINE = 300
_NEAR = 5000
_AGENCY = r"(?:\(|-LRB- ?)(?:Reuters|AP|AFP|CNN|BBC|UPI|Xinhua|dpa|PA|Kyodo|Bloomberg)(?:\)| ?-RRB-)"
_DATELINE = re.compile(
    r"[A-Z][^\n()]{0,90}?" + _AGENCY + r"\s*(?:--?|—|–|:|_)?\s+"
    r"|[A-Z][A-Z'’.-]{2,30}(?: [A-Z][A-Z'’.-]{1,30}){0,3}(?:, [\w. ]{2,25}){0,3} ?(?:\([^()\n]{2,40}\) ?)?"
    r"(?:--?|—|–|_)\s+(?=[A-Z\d\"“‘])"
    r"|(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?"
    r"(?:\d{1,2} [A-Z][a-z]{2,8}|[A-Z][a-z]{2,8} \d{1,2} ?,) \d{4} ?;?"
    r" (?:Page [A-Z]?\d+|\d{1,2}[.:]\d\d(?: ?[AaPp]\.?[Mm]\b\.?)?(?: [A-Z]{2,4}\b)?)\s+(?=[A-Z\"“‘])"
    r"|[QA]:\s+|[•*·-]\s+|Page [A-Z]?\d+\s+"
    r"|[A-Z][a-z]{2,15}(?: [A-Z][a-z]{2,15})?, (?:[A-Z][a-z]{0,8}\.|(?:[A-Z]\.){2}|[A-Z]{2}): (?=[A-Z\"“‘])"
)
_AGENCY_MARKS = re.compile(r"\) |-R|-- |Last up")
_AGENCY_WITHIN = re.compile(
    r"Last updated at \d\d:\d\d (?:GMT|BST)(?: Help)?\s+|" + _AGENCY + r"\s*(?:--?|—|–|:|_)\s+"
    r"|\b[A-Z][A-Z.'’]{3,20}(?: [A-Z][A-Z.'’]{2,20})?,(?: [A-Z][a-z]{2,12},)? [A-Z][a-z]{2,8}\.? \d{1,2} (?:--|—|–|-) "
)
_BULLET = re.compile(r"\s\\?\*+\s|[•▪■]\s")
_MONTH = r"(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{2,6})?\.?"
_DAY = rf"(?:\d{{1,2}} {_MONTH}(?: \d{{4}})?|{_MONTH} \d{{1,2}}(?:, \d{{4}})?|{_MONTH} \d{{4}})"
_OPENS = re.compile(
    r" (?=[A-Z“`])(?:"
    rf"(?=(?:(?:“|``) ?)?(?:{SUBJECTS}|I)\s(?:[a-z]|[A-Za-z]+\s[a-z])"
    rf"|(?:On|In|By|At|Since|After|Until) (?:the )?(?:{_DAY}|{_MONTH}|[A-Z][a-z]+day|\d))"
    r"|(?<=[a-z] )(?=([A-Z][a-z]{3,}) [a-z]))"
)
_CHRONICLE = re.compile(rf" (?:--? )?(?={_DAY}(?::| --?| –| —) [A-Z“])")
_MARKS = re.compile(r"[-:–—*•▪■](?:(?<!-)|(?=-))")
_STAMP = re.compile(rf" (?:[A-Z][a-z]+day )?\d{{1,2}} {_MONTH} \d{{4}} \d{{1,2}}[.:]\d\d [A-Z]{{2,3}}T (?=[A-Z“])")


def _dateline_end(text: str, sentence: Span) -> int:
    """Where the words begin that follow a dateline or a mark, such as "LONDON (Reuters) -", "A:" or "Ulm, Pa.:".

    The begin of the sentence if there is none.

    >>> _dateline_end("GENEVA, Feb 12 (AP) — Both sides met.", (0, 37))
    22
    """
    match = _DATELINE.match(text, *sentence)
    return match.end() if match else sentence[0]


def passages(text: str, sentence: Span) -> list[Span]:
    """The parts of a sentence that were told apart before it became one: a heading, a bullet, a dateline, the sentence.

    >>> text = "Annan briefs the council on his plan The envoy spoke on Monday. * Rome agreed."
    >>> [text[start:end] for start, end in passages(text, (0, len(text)))]
    ['Annan briefs the council on his plan', 'The envoy spoke on Monday.', 'Rome agreed.']
    >>> text = "10 June: Rome sends two ships 19 July 2011: Ulm falls"
    >>> [text[start:end] for start, end in passages(text, (0, len(text)))]
    ['10 June: Rome sends two ships', '19 July 2011: Ulm falls']
    """
    start, end = sentence
    start = _dateline_end(text, (_agency_end(text, start, end), end))
    cuts = [match.span() for match in _OPENS.finditer(text, start, end) if _begins_sentence(text, match)]
    if _MARKS.search(text, start, end):  # which most sentences have none of
        dates = _CHRONICLE.finditer(text, start, end)
        cuts += [match.span() for match in dates if _ends_line(_word_before(text, match.start()))]
        cuts += [match.span() for match in _BULLET.finditer(text, start, end)]
    if text.find("T ", start, end) >= 0:  # the end of a zone
        cuts += [match.span() for match in _STAMP.finditer(text, start, end)]
    places = [start, *chain.from_iterable(sorted(set(cuts))), end]
    return [part for part in zip(places[::2], places[1::2], strict=True) if part[0] < part[1]]


def _agency_end(text: str, start: int, end: int) -> int:
    """Where the words begin after the name of an agency within a sentence: "First death \\* ZURICH (Reuters) - "."""
    end = min(end, start + _LONGEST_DATELINE)
    if not _AGENCY_MARKS.search(text, start, end):
        return start
    return max((match.end() for match in _AGENCY_WITHIN.finditer(text, start, end)), default=start)


def _begins_sentence(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence begins after a heading, with a word that is no name."""
    word, place = _word_before(text, match.start()), match.start()
    ends = _ends_heading(word) or (
        len(word) > 1 and word.isupper() and _word_before(text, place - len(word) - 1).isupper()
    )
    return ends and (not match[1] or (word.islower() and _is_common(match[1], text, place)))


def _is_common(word: str, text: str, place: int) -> bool:
    """Whether a capitalised word is no name, as it is small elsewhere."""
    start, end = max(0, place - _NEAR), place + _NEAR
    return text.find(f" {word.lower()} ", start, end) >= 0 and text.count(f" {word} ", start, end) == 1


def _word_before(text: str, end: int) -> str:
    return text[max(0, end - LONGEST_WORD) : end].rpartition(" ")[2]


def _ends_heading(word: str) -> bool:
    """Whether a word in small letters, or a number, ends a heading: any but one that waits for another."""
    return (word[-1:].islower() or word.isdigit() or word[-1:] == "”") and word.lower() not in NO_ENDS


def _ends_line(word: str) -> bool:
    """Whether a line of a chronology ends before a date that a colon follows: not "held on 5 May: Rome won"."""
    is_day = word.isdigit() and len(word) <= _LONGEST_DAY
    return word[-1:].isalnum() and not is_day and word.lower() not in NO_ENDS
