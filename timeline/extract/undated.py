"""A sentence without its time expressions and the words that tie them to it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from timeline.extract.lexicon import Lexicon
from timeline.extract.sentences import Span
from timeline.extract.verbs import main_verb
from timeline.extract.words import Word, Words, made
from timeline.model.timex import Timex

__all__ = ["undated"]

_APART = frozenset(",;:")
_OPENING, _CLOSING = frozenset('“"['), frozenset('”"]')
_BRACKETS = frozenset("()")
_AGE = re.compile(r", \d\d?(?!\d)")
_FEWEST = 2
_LONGEST_AGE = 2
_PAIR = 2
_OF = " of the "
_SPACE = " (\n\t\r\xa0"
_POSSESSIVE = re.compile(r"\s?['’]s?(?=\s|$)(?: time\b)?")
_WORK = re.compile(r" [A-Z][a-z]+ [A-Z]")  # "1982's Long Way"
_NEXT_WORD = re.compile(r"[ -]([\w'’-]+)")
_STRETCH = 60
_LONGEST_TIE = 4
_PLAIN_WORD = re.compile(r"\w+")
_AFTER_COMMA = re.compile(r"\s?,\s(?=[a-z])(?!and\b|but\b|the\b|an?\b|he\b|she\b|it\b|they\b)")
_JOINT = re.compile(r"\s?(?:and|or|to|through|until|till|ended|ending|-|–|,)\s?(?:on )?")
_FULL = re.compile(r" of [a-z]+(?=[ ,.]|$)(?! [a-z]+ed\b)")
_NAMED = re.compile(
    r" (?:Day|Eve|Sunday|Monday)\b| (?:and|or) (?:spring|summer|autumn|fall|winter|morning|evening|night)\b(?! [a-z])"
)
_NUMBER = re.compile(r"(?<=\d)\s(?:and|or|to)\s\d{1,2}(?=\W|$)(?!\s[a-z])")


def undated(text: str, words: Words, timexes: Sequence[Timex], lexicon: Lexicon) -> Words:
    """The words of a sentence without its time expressions and what ties them to it, without ages and brackets.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> text, english = "Both met in May (in Ulm) and after.", lexicon_of("en")
    >>> may = Timex(12, 15, "DATE", "2024-05")
    >>> [word.text for word in undated(text, words_of(text, 0, 35, english), [may], english)]
    ['Both', 'met', 'and', 'after']
    """
    if not words:
        return ()
    kept, (start, end) = _without_end(words), (words[0].start, words[-1].end)
    for expression in _joined(text, timexes):
        within = start <= expression[0] and expression[1] <= end
        if within and not _is_told(text, expression, start, lexicon):
            kept = _without(text, kept, expression, (start, end), lexicon)
    marks = {word.text for word in words}
    if not _BRACKETS.isdisjoint(marks):
        kept = _without_brackets(kept)
    if not _CLOSING.isdisjoint(marks):
        kept = _without_quotes(kept)
    return _without_ages(kept, lexicon) if _AGE.search(text, start, end) else kept


def _without_quotes(words: Words) -> Words:
    """Words without quotation marks around nothing but a date that was taken away."""
    for k in range(len(words) - 2, -1, -1):
        if words[k].text in _OPENING and words[k + 1 : k + 2] and words[k + 1].text in _CLOSING:
            words = words[:k] + words[k + 2 :]
    return words


def _without_ages(words: Words, lexicon: Lexicon) -> Words:
    """Words without how old somebody is: "Ada Byron, [43], left"; a comma stays where an apposition follows."""
    ages = [k for k in range(2, len(words)) if words[k].text.isdigit() and _is_age(words, k)]
    for k in reversed(ages):
        after = words[k + 2 : k + 3]
        ends = (
            not after
            or (after[0].is_finite and not _is_apposed(words, k - 1))
            or after[0].lower in lexicon.coordinators
        )
        words = words[: k - 1] + words[k + 1 + ends :]
    return words


def _is_apposed(words: Words, comma: int) -> bool:
    """Whether the name before a comma stands behind another: "the mayor, Ada Byron, 43, left"."""
    begin = comma
    while begin and words[begin - 1].text[0].isupper():
        begin -= 1
    return begin > 1 and words[begin - 1].text == ","


def _is_age(words: Words, index: int) -> bool:
    """Whether a number of two digits stands behind a name between commas."""
    closed = index + 1 == len(words) or words[index + 1].text == ","
    named = words[index - 1].text == "," and words[index - 2].text[0].isupper()
    return closed and named and len(words[index].text) <= _LONGEST_AGE


def _without_end(words: Words) -> Words:
    """Words without the full stop of their sentence, and without a lone quotation mark behind it."""
    if words[-1].text == '"' and sum(word.text == '"' for word in words) % _PAIR:
        words = words[:-1] or words
    last = words[-1]
    if last.text.count(".") != 1 or last.text[-1] != ".":
        return words
    plain = last._replace(end=last.end - 1, text=last.text[:-1], lower=last.lower.removesuffix("."))
    return (*words[:-1], plain)


def _without(text: str, words: Words, expression: Span, bounds: Span, lexicon: Lexicon) -> Words:
    """Words without one expression; where it was all that "a" described, "a" becomes "an" as the next word wants it."""
    start, end, instead = _date_phrase(text, bounds[0], expression, bounds[1], lexicon)
    before = words[: bisect_left(words, (start,))]
    before = before[:-1] if before and before[-1].end > start else before
    after = words[bisect_left(words, (end,)) :]
    if before and not instead and _is_bare(before[-1], after, lexicon):
        before = before[: -1 - (len(before) > 1 and before[-2].lower in lexicon.date_lead)]  # "just after"
    if after and after[0].lower in lexicon.after_dates:
        after = after[1:]  # "in the past week [alone]"
    if after[1:] and after[0].text == "," and _owns_comma(before, after, "," in text[start:end], lexicon):
        after = after[1:]
    if instead:
        return (*before, made(instead, start, lexicon), *after)
    if not before:
        return after
    last = before[-1]
    if _is_loose(before, after, lexicon) or (after and last.text in _APART and after[0].text in _APART):
        return (*before[:-1], *after)
    if after and last.lower in lexicon.indefinite:
        article = last.text[0] + "n" * (after[0].lower[0] in "aeiou")
        return (*before[:-1], last._replace(text=article, lower=article.lower()), *after)
    return (*before, *after)


def _owns_comma(before: Words, after: Words, inner: bool, lexicon: Lexicon) -> bool:
    """Whether a comma goes with the date before it: "fell on May 5, 2020[,] while", "said that on Monday[,] Rome".

    Args:
        before: What stands before the date, without what ties it to that.
        after: What stands after the date, the comma first.
        inner: Whether another comma stands within the date.
        lexicon: The words of the language.
    """
    opens = bool(before) and before[-1].lower == lexicon.that
    return opens or (inner and (after[1].lower in lexicon.cut_before or after[1].lower in lexicon.same_time))


def _is_bare(last: Word, after: Words, lexicon: Lexicon) -> bool:
    """Whether a preposition lost all that it had: "was woken after [midnight] by a blast"."""
    if last.lower not in lexicon.time_conjunctions:
        return False
    following = after[0].lower if after else ""
    return not following[:1].isalnum() or following in lexicon.prepositions or following in lexicon.agents


def _is_loose(before: Words, after: Words, lexicon: Lexicon) -> bool:
    """Whether a participle told nothing but the date: "in a letter published [on Monday] that"."""
    last = before[-1]
    if not last.is_participle or last.lower in lexicon.speech or len(before) <= _FEWEST:
        return False
    lead = before[-2]
    if not lead.text[-1].isalnum() or lead.lower in lexicon.stopwords or lead.lower in lexicon.verb_parts:
        return False
    if before[-3].lower in lexicon.auxiliaries or before[-3].lower == lexicon.infinitive:
        return False  # "will stay closed [until Monday]"
    if after and after[0].is_finite and last.lower in lexicon.object_verbs:
        return True
    verb = main_verb(before[:-1], lexicon)
    inner = before[verb:]
    if not verb or len(inner) <= _FEWEST or any(word.lower in lexicon.clause_words for word in inner):
        return False
    says = inner[0].lower in lexicon.speech and inner[1].lower not in lexicon.prepositions
    return not says and (not after or not after[0].text[0].isalnum() or after[0].lower in lexicon.clause_words)


def _without_brackets(words: Words) -> Words:
    """Words without what stands in brackets, unless all of them do."""
    kept: list[Word] = []
    depth = 0
    for word in words:
        depth += word.text == "("
        if not depth and word.text == ")":  # it was opened in the sentence before
            kept.clear()
        if not depth and word.text != ")":
            kept.append(word)
        depth -= depth > 0 and word.text == ")"
    return tuple(kept) if kept else tuple(word for word in words if word.text not in "()")


def _joined(text: str, timexes: Sequence[Timex]) -> list[Span]:
    """Where the time expressions stand, those that a word joins as one: "between 2001 and 2005", "26 and 27 May"."""
    joined: list[Span] = []
    for timex in timexes:
        beside = joined and _JOINT.fullmatch(text, joined[-1][1], timex.start)
        full = (_FULL if timex.type == "DURATION" else _NUMBER).match(text, timex.end) or _NAMED.match(text, timex.end)
        joined.append((joined.pop()[0] if beside else timex.start, full.end() if full else timex.end))
    return joined


def _is_told(text: str, span: Span, start: int, lexicon: Lexicon) -> bool:
    """Whether a time is told about, is what was spent, or is part of a name: "Women's Day", "Euro 2016"."""
    spent = _lead_word(text, start, span[0]) in lexicon.spending  # "has spent [the last decade] in Ulm"
    return spent or _is_name(text, span, start, lexicon) or _ends_name(text, span, start, lexicon)


def _ends_name(text: str, span: Span, start: int, lexicon: Lexicon) -> bool:
    """Whether a year stands right behind a name: "won Euro [2016]", not "In [2016]", "June [2016]"."""
    if not text[slice(*span)].isdigit():
        return False
    begin, lead = _lead(text, start, span[0])
    name = text[begin : span[0]].removesuffix(" ")
    if not name.istitle() or not name.isalpha() or len(name) < _FEWEST:
        return False
    plain = any(lead in some for some in (lexicon.no_openers, lexicon.stopwords, lexicon.adverbs))
    return not plain and name not in lexicon.weekdays_and_months


def _is_name(text: str, span: Span, start: int, lexicon: Lexicon) -> bool:
    """Whether a named day is told about, not only told with: "a focus of Women's Day", not "on Women's Day"."""
    last = text[span[0] : span[1]].rpartition(" ")[2]
    opens = span[0] == start and " " not in text[slice(*span)]
    if opens or not last[:1].isupper() or not lexicon.weekdays_and_months:
        return False
    words = {word.strip(",.") for word in text[span[0] : span[1]].split()}
    if not (words.isdisjoint(lexicon.weekdays_and_months) and words.isdisjoint(lexicon.of_days)):
        return False  # "Labour Day Monday", "three days before Christmas", "last Christmas"
    lead = _lead_word(text, 0, span[0])
    return lead not in lexicon.date_lead or lead == lexicon.genitive


def _date_phrase(text: str, least: int, span: Span, most: int, lexicon: Lexicon) -> tuple[int, int, str]:
    """Where a time expression stands with its prepositions, unless they belong to the noun that it describes."""
    start, end = span
    possessive, lead = _POSSESSIVE.match(text, end, most), _lead_word(text, least, start)
    if possessive:
        owned = lead in lexicon.determiners and lead != lexicon.that
        is_work = text[start:end].isdigit() and _WORK.match(text, possessive.end())
        return start, possessive.end(), "" if owned or is_work else lexicon.definite
    described = _attribute(text, least, span, most, lexicon)
    if described:
        return *described, ""
    if lead in lexicon.articles and lead not in lexicon.pointing and _AFTER_COMMA.match(text, end, most):
        return start, end + 1, ""  # "a May 5, 2020, deal"
    begin = _without_prepositions(text, least, span, most, lexicon)
    if _is_insertion(text, begin, end):
        return text.rindex(",", 0, begin), text.index(",", end) + 1, ""
    stretch = _stretch(text, max(least, start - _STRETCH), start, lexicon)
    return (stretch.start() if stretch else begin), end, ""


def _stretch(text: str, least: int, start: int, lexicon: Lexicon) -> re.Match[str] | None:
    """A noun for a part of the time that follows, or what is only compared with that: "in the last part of"."""
    near = _PLAIN_WORD.findall(text[least:start].lower())[-_LONGEST_TIE:]
    found = None if lexicon.stretch_heads.isdisjoint(near) else lexicon.stretches.search(text, least, start)
    return None if found and _is_rate(text, least, found, lexicon) else found


def _is_rate(text: str, least: int, stretch: re.Match[str], lexicon: Lexicon) -> bool:
    """Whether a stretch of time tells how often: "two [a day in] May", "$9 [a year in] May"."""
    number = _lead_word(text, least, stretch.start())
    counts = number[-1:] == "%" or any(letter.isdigit() for letter in number) or number in lexicon.several
    return counts and stretch[0].split(maxsplit=1)[0] in lexicon.indefinite


def _attribute(text: str, least: int, span: Span, most: int, lexicon: Lexicon) -> Span | None:
    """The part of a time expression that describes the noun after it: "at the start of the [2003] Ulm war"."""
    start, end = span
    if _is_attribute(text, least, span, most, lexicon):
        return span
    part = text[start:end].rpartition(_OF)
    begin = end - len(part[2])
    return (begin, end) if part[1] and _is_attribute(text, start, (begin, end), most, lexicon) else None


def _is_insertion(text: str, start: int, end: int) -> bool:
    """Whether an expression stands between commas in a phrase: "the removal, last year, of the secretary"."""
    return text[max(0, start - 2) : start].rstrip() == "," and bool(_AFTER_COMMA.match(text, end))


def _lead_word(text: str, least: int, start: int) -> str:
    """The word before a place, in small letters."""
    return _lead(text, least, start)[1]


def _lead(text: str, least: int, start: int) -> tuple[int, str]:
    """Where the word before a place begins, and that word in small letters."""
    least = max(least, start - 20)
    before = text[least:start].rstrip(_SPACE)
    word = before[before.rfind(" ") + 1 :].lstrip('“"')
    return least + len(before) - len(word), word.lower()


def _without_prepositions(text: str, least: int, span: Span, most: int, lexicon: Lexicon) -> int:
    """Where the words begin that tie a time expression to a sentence; "to" also leads to what it may describe."""
    start, following = span[0], _NEXT_WORD.match(text, span[1], most)
    is_free = not following or following[1].lower() in lexicon.no_nouns
    leads, is_later = False, text[start : span[1]].partition(" ")[0].lower() in lexicon.comparatives
    for _ in range(4):
        begin, lead = _lead(text, least, start)
        if lead not in lexicon.before_dates or (lead == lexicon.infinitive and not is_free):
            break
        if leads and (lead in lexicon.particles or lead in lexicon.places or _is_noun(text, least, begin, lexicon)):
            break  # "fell through on Monday", "was sworn in on Monday", "was shot in the back on Monday"
        if lead in lexicon.returning and _is_returned(text, least, begin, start, lexicon):
            break  # "pulled back on Monday"
        if lead in lexicon.places and (is_later or _lead_word(text, least, begin) in lexicon.reflexives):
            break  # "moved in earlier this month", "handed herself in that May"
        start, leads = begin, leads or lead in lexicon.places or lead in lexicon.stretch_leads
    return start


def _is_returned(text: str, least: int, start: int, end: int, lexicon: Lexicon) -> bool:
    """Whether "back" belongs to the verb before it, and does not only tell how long ago it was: "left back in 2003"."""
    before = _PLAIN_WORD.findall(text[max(least, start - _STRETCH) : start].rpartition(",")[2])
    verb = next((k for k in range(1, len(before) + 1) if _is_verb(before[-k], lexicon)), 0)
    following = _PLAIN_WORD.match(text, end)
    if not verb or not following or following[0] not in lexicon.long_ago:
        return verb > 0
    return before[-verb] in (lexicon.returning_verbs if verb == 1 else lexicon.repelling_verbs)


def _is_verb(word: str, lexicon: Lexicon) -> bool:
    _, finite, participle, _ = lexicon.facts[word]
    return finite or participle or word in lexicon.returning_verbs


def _is_noun(text: str, least: int, start: int, lexicon: Lexicon) -> bool:
    """Whether a determiner stands before a word."""
    return _lead_word(text, least, start) in lexicon.determiners


def _is_attribute(text: str, least: int, span: Span, most: int, lexicon: Lexicon) -> bool:
    """Whether a time expression describes the noun after it: "the March talks", "third-quarter income"."""
    following = _NEXT_WORD.match(text, span[1], most)
    if not following or following[1].lower() in lexicon.no_nouns or lexicon.facts[following[1]][1]:
        return False
    if text[span[1]] == "-" or "-" in text[span[0] : span[1]].strip("0123456789"):
        return True
    return _lead_word(text, least, span[0]) in lexicon.noun_markers
