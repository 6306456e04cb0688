"""A passage without its time expressions and the words that tie them to it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.extract.lexicon import Lexicon
from timeline.extract.sentences import Span
from timeline.model.timex import Timex

__all__ = ["without_dates"]

_GAPS = (
    (re.compile(r"\(\s*\)|“\s*”"), ""),
    (re.compile(r"\s+([,.;:!?])"), r"\1"),
    (re.compile(r"([,;:])(?:\s*[,;:])+"), r"\1"),
    (re.compile(r"\b(was|were|is|are) and\b"), ""),
    (re.compile(r"\s+"), " "),
)
_GAP = re.compile(r"[(“] ?[)”]|\s[,.;:!?]|[,;:]\s?[,;:]|\b(?:was|were|is|are) and\b")
_EDGES = " ,;:–—-.…"
_SPACE = " (\n\t\r\xa0"
_POSSESSIVE = re.compile(r"\s?['’]s?(?=\s|$)(?: time\b)?")
_NEXT_WORD = re.compile(r"[ -]([\w'’-]+)")
_STRETCH = 60
_AFTER_COMMA = re.compile(r"\s?,\s(?=[a-z])(?!and\b|but\b|the\b|an?\b|he\b|she\b|it\b|they\b)")
_JOINT = re.compile(r"\s?(?:and|or|to|through|until|till|ended|ending|-|–|,)\s?(?:on )?")
_FULL = re.compile(r" of [a-z]+(?=[ ,.]|$)(?! [a-z]+ed\b)")
_NUMBER = re.compile(r"(?<=\d)\s(?:and|or|to)\s\d{1,2}(?=\W|$)(?!\s[a-z])")


def without_dates(text: str, span: Span, timexes: Sequence[Timex], lexicon: Lexicon) -> str:
    """A passage without its time expressions and the words that tie them to it.

    >>> from timeline.extract.lexicon import lexicon
    >>> without_dates("Both met in May and after.", (0, 26), [Timex(12, 15, "DATE", "2024-05")], lexicon("en"))
    'Both met and after'
    """
    parts, position = [], span[0]
    for expression in _joined(text, timexes):
        if expression[0] < position or expression[1] > span[1] or _is_name(text, expression, lexicon):
            continue
        start, end, instead = _date_phrase(text, position, expression, span[1], lexicon)
        parts += [_with_right_article(text[position:start], text[end : end + 2]), instead]
        position = end
    parts.append(text[position : span[1]])
    plain = " ".join(" ".join(parts).split()).replace(" ,", ",").replace(" .", ".")
    if len(parts) > 1 and _GAP.search(plain):
        for pattern, replacement in _GAPS:
            plain = pattern.sub(replacement, plain)
    return plain.strip(_EDGES)


def _joined(text: str, timexes: Sequence[Timex]) -> list[Span]:
    """Where the time expressions stand, those that a word joins as one: "between 2001 and 2005", "26 and 27 May"."""
    joined: list[Span] = []
    for timex in timexes:
        beside = joined and _JOINT.fullmatch(text, joined[-1][1], timex.start)
        full = (_FULL if timex.type == "DURATION" else _NUMBER).match(text, timex.end)
        joined.append((joined.pop()[0] if beside else timex.start, full.end() if full else timex.end))
    return joined


def _is_name(text: str, span: Span, lexicon: Lexicon) -> bool:
    """Whether a named day is told about, not only told with: "a focus of Women's Day", not "on Women's Day"."""
    last = text[span[0] : span[1]].rpartition(" ")[2]
    if not last[:1].isupper() or not lexicon.weekdays_and_months:
        return False
    words = (word.strip(",.") for word in text[span[0] : span[1]].split())
    lead = _lead_word(text, 0, span[0])
    return lexicon.weekdays_and_months.isdisjoint(words) and (lead not in lexicon.date_lead or lead == "of")


def _date_phrase(text: str, least: int, span: Span, most: int, lexicon: Lexicon) -> tuple[int, int, str]:
    """Where a time expression stands with its prepositions, unless they belong to the noun that it describes."""
    start, end = span
    possessive = _POSSESSIVE.match(text, end, most)
    if possessive:
        lead = _lead_word(text, least, start)
        return start, possessive.end(), "" if lead in lexicon.determiners else "the"
    if _is_attribute(text, least, span, most, lexicon):
        return start, end, ""
    begin = _without_prepositions(text, least, start, lexicon)
    if _is_insertion(text, begin, end):
        return text.rindex(",", 0, begin), text.index(",", end) + 1, ""
    if _lead_word(text, least, start) in lexicon.stretch_ends:
        stretch = lexicon.stretches.search(text, max(least, start - _STRETCH), start)
        if stretch:
            return stretch.start(), end, ""
    return begin, end, ""


def _is_insertion(text: str, start: int, end: int) -> bool:
    """Whether an expression stands between commas in a phrase: "the removal, last year, of the secretary"."""
    follows = _AFTER_COMMA.match(text, end)
    return bool(follows) and text[max(0, start - 2) : start].rstrip() == ","


def _lead_word(text: str, least: int, start: int) -> str:
    """The word before a place, in small letters."""
    return _lead(text, least, start)[1]


def _lead(text: str, least: int, start: int) -> tuple[int, str]:
    """Where the word before a place begins, and that word in small letters."""
    least = max(least, start - 20)
    before = text[least:start].rstrip(_SPACE)
    begin = before.rfind(" ") + 1
    return least + begin, before[begin:].lower()


def _with_right_article(before: str, after: str) -> str:
    """The words before a removed expression, with "a" or "an" as the next word wants it: "a [March] accord"."""
    stem, article = before.rstrip().rpartition(" ")[::2]
    if article not in ("a", "an") or not after.strip():
        return before
    return f"{stem} {'an' if after.strip()[0] in 'aeiou' else 'a'} "


def _without_prepositions(text: str, least: int, start: int, lexicon: Lexicon) -> int:
    for _ in range(4):
        begin, lead = _lead(text, least, start)
        if lead not in lexicon.before_dates:
            break
        start = begin
    return start


def _is_attribute(text: str, least: int, span: Span, most: int, lexicon: Lexicon) -> bool:
    """Whether a time expression describes the noun after it: "the March talks", "third-quarter income"."""
    following = _NEXT_WORD.match(text, span[1], most)
    if not following or following[1].lower() in lexicon.no_nouns or lexicon.facts[following[1]][1]:
        return False
    if text[span[1]] == "-" or "-" in text[span[0] : span[1]].strip("0123456789"):
        return True
    return _lead_word(text, least, span[0]) in lexicon.noun_markers
