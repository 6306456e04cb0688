"""Stretches that are told by their ends: "from March to May", "between 2004 and 2008", "have died since March"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.clauses import Clause
from timeline.extract.lexicon import Lexicon
from timeline.extract.verbs import tense
from timeline.extract.words import words_in
from timeline.model.date import EdtfDate
from timeline.model.timex import Timex
from timeline.tagger import frames
from timeline.tagger.locale import has_rules

__all__ = ["bounded", "reaching", "with_ranges"]

_NEAR = 60
_LONGEST_JOINT = 12
_BOTH_ENDS = "_/_"
_OPEN_END = "_/.."
_OPEN_BEGIN = "../_"


def with_ranges(text: str, timexes: Sequence[Timex], lexicon: Lexicon) -> list[Timex]:
    """The time expressions of a text, where the two ends of a stretch are one DURATION with its begin and its end.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> text = "She was mayor from 1997 to 2006."
    >>> ends = [Timex(19, 23, "DATE", "1997"), Timex(27, 31, "DATE", "2006")]
    >>> [(text[one.start : one.end], str(one.date)) for one in with_ranges(text, ends, lexicon_of("en"))]
    [('from 1997 to 2006', '1997/2006')]
    """
    found: list[Timex] = []
    for timex in timexes:
        stretch = _stretch(text, found[-1], timex, lexicon) if found else None
        if stretch:
            found.pop()
        found.append(stretch or timex)
    return found


def _stretch(text: str, first: Timex, last: Timex, lexicon: Lexicon) -> Timex | None:
    """What reaches from one date to another, None if they do not belong together or what is told is a move."""
    if last.start - first.end > _LONGEST_JOINT or not first.type == last.type == "DATE":
        return None
    if not _in_order(first.date, last.date):
        return None
    joint = text[first.end : last.start]
    known = frames(lexicon.language) if has_rules(lexicon.language) else {}
    frame = f"_ {' '.join(joint.lower().split())} _"
    before = text[max(0, first.start - _NEAR) : first.start].rpartition(". ")[2].split()
    leads = bool(before) and known.get(f"{before[-1].lower()} {frame}") == _BOTH_ENDS
    if not (leads or known.get(frame) == _BOTH_ENDS) or not lexicon.moving_verbs.isdisjoint(before):
        return None
    start = text.rindex(before[-1], 0, first.start) if leads else first.start
    return Timex(start, last.end, "DURATION", "PXX", rule=first.rule, begin_point=first.value, end_point=last.value)


def _in_order(begin: EdtfDate | None, end: EdtfDate | None) -> bool:
    """Whether two stretches of the calendar can be the ends of a longer one; of what may be two days nobody knows."""
    if begin is None or end is None or begin.first_day is None or end.last_day is None:
        return False
    is_plain = not (begin.is_interval or end.is_interval or begin.is_choice or end.is_choice)
    return is_plain and begin.first_day <= end.last_day


def reaching(text: str, clause: Clause, date: EdtfDate, told: EdtfDate, lexicon: Lexicon) -> EdtfDate:
    """The stretch that a clause tells by one end, the other being the day it is told, which is all the text knows.

    What "has been so since March" reaches from then, what "will be so until May" until then; any other date is itself.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> march, may, told = Timex(6, 11, "DATE", "2026-03"), Timex(27, 30, "DATE", "2026-05"), EdtfDate("2026-04-01")
    >>> def reached(text, timex):
    ...     clause = Clause(0, len(text), timex, (0, len(text)), (0, len(text)))
    ...     return str(reaching(text, clause, timex.date, told, lexicon_of("en")))
    >>> reached("Since March 900 people have died.", march), reached("Ulm will stay closed until May.", may)
    ('2026-03/2026-04-01', '2026-04-01/2026-05')
    """
    before = text[max(clause.head[0], clause.timex.start - _LONGEST_JOINT) : clause.timex.start]
    lead = before.rpartition(" ")[0].rpartition(" ")[2].lower()
    if lead not in lexicon.stretch_leads:
        return date
    frame = frames(lexicon.language).get(f"{lead} _")
    begin, told = date.start or date, told.without_time  # of "early May", too
    if frame == _OPEN_END and _in_order(begin, told) and _lasts(text, clause, lexicon):
        return EdtfDate(f"{begin}/{told}")
    later = frame == _OPEN_BEGIN and clause.timex.type == "DATE" and told != date and _in_order(told, date)
    if later and not _is_past(text, clause, lexicon) and not _holds(text, clause, lexicon.negations, lexicon):
        return EdtfDate(f"{told}/{date}")
    return date


def bounded(text: str, clause: Clause, date: EdtfDate, told: EdtfDate, lexicon: Lexicon) -> EdtfDate:
    """The stretch with an open end that a plan has before, by or after a date; any other date is itself.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> april, told = Timex(18, 25, "DATE", "2026-04-04"), EdtfDate("2026-02-11")
    >>> def bound(text):
    ...     clause = Clause(0, len(text), april, (0, len(text)), (0, len(text)))
    ...     return str(bounded(text, clause, april.date, told, lexicon_of("en")))
    >>> bound("Rome votes before 4 April."), bound("Rome will vote on 4 April.")
    ('../2026-04-03', '2026-04-04')
    """
    before = text[max(clause.head[0], clause.timex.start - _LONGEST_JOINT) : clause.timex.start].lower().split()
    lead = next((word for word in reversed(before) if word not in lexicon.articles), "")
    if lead not in lexicon.bounds or not _in_order(told.without_time, date.end) or _is_past(text, clause, lexicon):
        return date
    day = date.without_time
    beside = (date.before, date.after) if day is date else (day, day)  # "before noon on 4 April" may be that day
    ends = {"before": beside[0], "end": day.end, "after": beside[1]}
    return EdtfDate(lexicon.bounds[lead].format(**ends)) if None not in ends.values() else date


def _lasts(text: str, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether what has begun at a date lasts until it is told: no "had", nor "since May, when Rome fell"."""
    after = words_in(text, clause.sentence, clause.timex.end, clause.head[1], lexicon)[:2]
    of_begin = any(word.lower in lexicon.same_time for word in after)
    return not of_begin and not _holds(text, clause, lexicon.pluperfect, lexicon)


def _is_past(text: str, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether a clause begins with a verb in the past: "the government banned it until May"."""
    words = words_in(text, clause.sentence, *clause.head, lexicon)
    verb = next((word for word in words if word.is_finite), None)
    return verb is not None and tense(verb, lexicon) == "past"


def _holds(text: str, clause: Clause, among: frozenset[str], lexicon: Lexicon) -> bool:
    """Whether one of some words stands in a clause."""
    return any(word.lower in among for word in words_in(text, clause.sentence, *clause.head, lexicon))
