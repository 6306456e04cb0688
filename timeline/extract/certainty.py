"""Whether a clause tells what happened, what is planned, what could happen, or what did not."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from timeline.extract.clauses import Clause
from timeline.extract.lexicon import Lexicon
from timeline.extract.verbs import group_end, main_verb, ranks, tense
from timeline.extract.words import Word, Words, words_in, words_of
from timeline.model.date import EdtfDate

__all__ = ["Certainty", "certainty_of", "is_denied", "tells_event", "unshifted"]

_BEFORE, _AFTER = 2, 3
_WEEK = 7
_MONTH = 32  # days that "from 1 May to 1 June" covers, both ends counted

Certainty = Literal["certain", "planned", "possible"]


def is_denied(text: str, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether the verb that a date belongs to is denied: the last one before the date, or else the first after it.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.model.timex import Timex
    >>> def denied(text, start):
    ...     whole, timex = (0, len(text)), Timex(start, len(text), "DATE", "2025-05")
    ...     return is_denied(text, Clause(*whole, timex, whole, whole), lexicon_of("en"))
    >>> denied("Both sides did not sign in May", 27), denied("They never met and Rome signed in May", 34)
    (True, False)
    """
    words = words_in(text, clause.sentence, *clause.head, lexicon)
    verbs = [index for index, word in enumerate(words) if word.is_finite]
    earlier = [index for index in verbs if words[index].start < clause.timex.start]
    verb = earlier[-1] if earlier else verbs[0] if verbs else 0
    return _denies(words[max(0, verb - _BEFORE) : verb + _AFTER], lexicon)


def certainty_of(passage: str, date: EdtfDate, published: EdtfDate | None, lexicon: Lexicon) -> Certainty:
    """How sure it is that what a clause tells happened at its date: its verb says so, not what hangs on that.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> today, june, english = EdtfDate("2025-05-01"), EdtfDate("2025-06"), lexicon_of("en")
    >>> [certainty_of(text, june, today, english) for text in ("They will meet in June", "They could sign in June")]
    ['planned', 'possible']
    >>> certainty_of("They signed a pact that could end the war", june, june, english)
    'certain'
    """
    lower, told = _plain(_to_verb(passage, lexicon)), _patterns(lexicon)
    if told["possible"].search(lower):
        return "possible"
    if told["planned"].search(lower):
        return "planned"
    return "planned" if _is_after(date, published) and not told["past"].search(lower) else "certain"


def _to_verb(passage: str, lexicon: Lexicon) -> str:
    """What a clause says up to its verb, with what belongs to that: "Both sides are expected to meet"."""
    words = words_of(passage, 0, len(passage), lexicon)
    finite = [i for i, word in enumerate(words) if word.is_finite and words[i - 1].lower not in lexicon.relatives]
    if not finite:
        return passage
    reports = words[finite[0]].lower in lexicon.speech
    return passage[: words[min(finite[0] + (0 if reports else _AFTER), len(words) - 1)].end]


def _plain(passage: str) -> str:
    lower = passage.lower().replace("’", "'")
    return " ".join(lower.split()) if "\n" in lower or "  " in lower else lower


def _is_after(date: EdtfDate | None, other: EdtfDate | None, days: int = 0) -> bool:
    """Whether a date begins more than some days after another one is over."""
    return date is not None and other is not None and date.begins_after(other, days)


def tells_event(
    title: str,
    date: EdtfDate,
    published: EdtfDate | None,
    lexicon: Lexicon,
    *,
    opens: bool = False,
    closes: bool = False,
) -> bool:
    """Whether a title tells what happened at a date: its verb is not denied, no "should", and in a tense for the date.

    What goes on, or is still to come, was not past when it was told; what happened is not to come. What has happened
    within a week is told as news, with its day. A chronicle tells all in the present: "1997: Ulm falls". The caption of
    a picture does so, too, and tells no event: "A boy sings in Ulm, May 1, 1997".

    Args:
        title: The title.
        date: The date.
        published: When it was told.
        lexicon: The words of the language.
        opens: Whether the date opens the sentence, as in a chronicle.
        closes: Whether the date closes the sentence behind a comma, as in a caption.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> march, may, english = EdtfDate("2025-03"), EdtfDate("2025-05-01"), lexicon_of("en")
    >>> texts = "Rome is leaving Ulm", "Rome has denied a theft", "Rome did not go", "Rome is elected", "Rome left Ulm"
    >>> [tells_event(text, march, may, english) for text in texts]
    [False, False, False, False, True]
    >>> tells_event("Rome left Ulm", may, march, english), tells_event("Rome is to leave", may, march, english)
    (False, True)
    """
    words = words_of(title, 0, len(title), lexicon)
    verb = main_verb(words, lexicon)
    following = next((word for word in words[verb + 1 :] if not _is_adverb(word, lexicon)), None)
    if not verb or following is None:
        return not verb or words[verb].lower not in lexicon.be
    sure = _is_sure(words, verb, following, date, published, lexicon)
    if sure is not None:
        return sure
    if (opens or closes) and words[verb].lower in lexicon.present | lexicon.present_states:
        return not closes
    return _is_in_tense(title, words[verb], following, date, published, lexicon)


def _is_sure(
    words: Words, verb: int, following: Word, date: EdtfDate, published: EdtfDate | None, lexicon: Lexicon
) -> bool | None:
    """Whether a verb tells an event of a date whatever its tense; None if the tense decides."""
    told = words[verb].lower
    unsure = told in lexicon.unsure
    if unsure and following.lower == lexicon.infinitive:
        return _is_after(date, published)  # "expects to leave"
    if told in lexicon.speech:
        return told in lexicon.present or not _is_after(date, published)
    if unsure or _is_denied(words, verb, lexicon) or (_is_state(words, verb, following, lexicon) and not _lasts(date)):
        return False
    return None


def unshifted(
    title: str, text: str, clause: Clause, date: EdtfDate, published: EdtfDate | None, lexicon: Lexicon
) -> str:
    """A title as it was said, where who said it is left out: "she said Acme would close" tells that Acme will.

    What is told in the past of what was to come has its verb in the past, too (the sequence of tenses).

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.model.timex import Timex
    >>> text = "Rome said Ulm would close its port in June."
    >>> clause = Clause(10, 43, Timex(38, 42, "DATE", "2025-06"), (0, 43), (10, 43), (0, 10))
    >>> june, may = EdtfDate("2025-06"), EdtfDate("2025-05-01")
    >>> unshifted("Ulm would close its port", text, clause, june, may, lexicon_of("en"))
    'Ulm will close its port'
    """
    if not _is_after(date, published) or not _is_reported(text, clause, lexicon):
        return title
    words = words_of(title, 0, len(title), lexicon)
    verb = words[main_verb(words, lexicon)]
    if any(
        word.lower in lexicon.conditions for word in words_in(text, clause.sentence, clause.start, clause.end, lexicon)
    ):
        return title
    return title[: verb.start] + lexicon.shifted.get(verb.lower, verb.text) + title[verb.end :]


def _is_reported(text: str, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether somebody said what a clause tells, and it is told in the past that he did."""
    if clause.is_saying or not clause.frame or clause.frame[0] <= clause.timex.start < clause.frame[1]:
        return False
    words = words_in(text, clause.sentence, *clause.frame, lexicon)
    said = {word.lower.rstrip(".") for word in words} & lexicon.speech
    return any(verb in lexicon.past or verb.endswith(lexicon.finite_suffixes) for verb in said)


def _is_denied(words: Words, verb: int, lexicon: Lexicon) -> bool:
    """Whether a verb is denied itself, and not what is done by it: not "decided not to leave"."""
    end = group_end(words, verb, lexicon) if words[verb].lower in lexicon.auxiliaries else verb + 1
    return _denies(words[max(0, verb - 1) : end], lexicon)


def _is_state(words: Words, verb: int, following: Word, lexicon: Lexicon) -> bool:
    """Whether a verb only tells what something was, no figure and nothing first or greatest: "was the envoy"."""
    if words[verb].lower not in lexicon.be or following.is_participle or _goes_on(following, lexicon):
        return False
    rank = ranks(words[verb:], lexicon)
    return not rank and not any(letter.isdigit() for word in words for letter in word.text)


def _lasts(date: EdtfDate) -> bool:
    """Whether a date is a stretch of time that is told by its ends, longer than a month: no weekend."""
    return date.is_interval and date.days > _MONTH


def _goes_on(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word after the copula tells what goes on, or is to come: "was leaving", "was due"."""
    return word.lower.endswith(lexicon.active_endings) or word.lower in lexicon.coming


def _is_adverb(word: Word, lexicon: Lexicon) -> bool:
    return word.lower in lexicon.verb_parts or word.lower.endswith(lexicon.adverb_endings)


def _denies(words: Words, lexicon: Lexicon) -> bool:
    near, told = " ".join(word.lower for word in words), _patterns(lexicon)
    return bool(told["denied"].search(near)) and not told["not denied"].search(near)


def _is_in_tense(
    title: str, verb: Word, following: Word, date: EdtfDate, published: EdtfDate | None, lexicon: Lexicon
) -> bool:
    if _is_after(date, published):
        aims = verb.lower not in lexicon.perfect or _aims(title, lexicon)
        sure = certainty_of(title, date, published, lexicon)
        felt = sure == "possible" and tense(verb, lexicon) == "past" and verb.lower not in lexicon.be
        return aims and sure != "certain" and not felt  # no "feared it might close"
    if verb.lower in lexicon.duties or (verb.lower in lexicon.planned and _is_after(published, date, _WEEK)):
        return False
    if verb.lower in lexicon.present and verb.lower not in lexicon.past:
        return date.days <= _MONTH and not _is_after(published, date)
    if verb.lower in lexicon.be and verb.lower in lexicon.present_states:
        to_come = _goes_on(following, lexicon) or _has_aim(title, following, lexicon)
        return not _is_after(published, date, 0 if to_come else _WEEK)
    return verb.lower not in lexicon.perfect or not _is_after(published, date, _WEEK)


def _aims(title: str, lexicon: Lexicon) -> bool:
    """Whether a title has an infinitive: "has agreed to leave", not "has flown to Ulm"."""
    return any(
        lead == lexicon.infinitive and after[0].islower() and after not in lexicon.determiners
        for lead, after in pairwise(title.split())
    )


def _has_aim(title: str, following: Word, lexicon: Lexicon) -> bool:
    """Whether an infinitive that is no perfect one goes with a verb: "is understood to be leaving"."""
    aim = title[following.end :].lower().split()[:2]
    return aim[:1] == [lexicon.infinitive] and lexicon.perfect.isdisjoint(aim)


@lru_cache(8)
def _patterns(lexicon: Lexicon) -> dict[str, re.Pattern[str]]:
    """What tells that something is only possible, planned, or did not happen."""
    return {
        "possible": _any_of(lexicon.possible, lexicon.possible_phrases),
        "planned": _any_of(lexicon.planned, lexicon.planned_phrases),
        "past": _any_of(lexicon.past, [f"[a-z]+{suffix}" for suffix in lexicon.finite_suffixes]),
        "denied": _any_of(lexicon.negations, lexicon.negation_phrases),
        "not denied": _any_of((), lexicon.negation_exceptions),
    }


def _any_of(words: Iterable[str], patterns: Iterable[str]) -> re.Pattern[str]:
    """Any of some words or patterns, whole; nothing matches where there are none."""
    every = [*(re.escape(word) for word in sorted(words)), *patterns]
    return re.compile(rf"(?<![a-z'])(?:{'|'.join(every)})(?![a-z'])" if every else r"(?!)")
