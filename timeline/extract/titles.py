"""Titles: a clause as a newsroom would print it above the story, without its date.

A title is made of the words of its sentence, with what is known of each; only the last step makes a text of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from timeline.extract.clauses import Clause
from timeline.extract.cutting import EDGES, LONGEST, STOPS
from timeline.extract.dating import is_dated
from timeline.extract.headline import headlines, without_lead, without_opening
from timeline.extract.lexicon import Lexicon
from timeline.extract.objects import waits_for
from timeline.extract.pointing import is_understood, may_name, points
from timeline.extract.reported import is_sure, said, speaks_of_itself
from timeline.extract.restored import Told, with_subject, without_relative
from timeline.extract.sentences import Span, tidy
from timeline.extract.subjects import with_name
from timeline.extract.undated import undated
from timeline.extract.verbs import main_verb
from timeline.extract.words import Words, between, rendered, words_in, words_of
from timeline.model.timex import Timex

__all__ = ["Title", "rough_title", "title_of"]

_LONGEST_NOTE = 300
_LONGEST_CLAUSE = 40
_NEAR = 8
_FEWEST_JOINED = 2
_LONGEST_ARTICLE = 2
_QUOTED = re.compile(r'(?<![^ ])" ?([^"]+?) ?"(?=[ ,.;:)]|$)')
_MARKS = EDGES + "“”\"'"


class Title(NamedTuple):
    """What a clause tells in one line, and whether that is what happened at the date itself, behind it.

    The second has begun when a stretch of time did: "has been at war since 1971, when [Rome shut its port]".
    """

    text: str = ""
    is_of_moment: bool = False


def title_of(
    text: str,
    clause: Clause,
    words: Words,
    dates: Sequence[Timex],
    lexicon: Lexicon,
    before: Sequence[Span] = (),
) -> Title:
    """The title of what a clause tells, an empty one if nothing of it can be understood alone.

    Args:
        text: The article.
        clause: The clause.
        words: The words of its sentence without the dates.
        dates: The time expressions that stand in it, its own among them.
        lexicon: The words of the language.
        before: The sentences before, the nearest first, where a pronoun finds its name.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> text = "On 3 May the two sides signed a treaty."
    >>> clause = Clause(0, 39, Timex(3, 8, "DATE", "2024-05-03"), (0, 39), (0, 39))
    >>> words = undated(text, words_in(text, (0, 39), 0, 39, lexicon_of("en")), [clause.timex], lexicon_of("en"))
    >>> title_of(text, clause, words, [clause.timex], lexicon_of("en")).text
    'The two sides signed a treaty'
    """
    told = Told(text, clause, words, dates, before, lexicon)
    if not lexicon.finite:
        return Title()  # a language without a lexicon
    if not any(word.is_finite for word in between(words, clause.start, clause.end)) or _is_agent(told):
        return Title()
    content = between(words, *_content(clause))
    if speaks_of_itself(content, lexicon):
        return Title()
    titles = (_title(telling, told) for telling in _tellings(told, content) if telling)
    title = next(filter(None, titles), "")
    moment = () if title else _of_moment(told)
    return Title(_title(moment, told), is_of_moment=True) if moment else Title(title)


def rough_title(text: str, clause: Clause, lexicon: Lexicon) -> str:
    """A clause without its date, cut after a word: what is left to say where no title can stand alone.

    Its subject is said again where it leaves that out: "He moved to Ulm in 2003 and [led the party in 2006]".
    In a language without a lexicon the date stays, as nothing tells which words go with it.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> clause = Clause(0, 18, Timex(3, 8, "DATE", "2024-05-03"), (0, 18), (0, 18))
    >>> rough_title("On 3 May a treaty.", clause, lexicon_of("en"))
    'A treaty'
    """
    span = (clause.start, clause.end)
    words = _rough(text, clause, lexicon) if lexicon.finite else ()
    every = rendered(text, words), tidy(text[slice(*span)]), tidy(text[slice(*clause.sentence)])
    plain = next(filter(None, (one.strip(_MARKS) for one in every)), "…")
    short = plain if len(plain) <= LONGEST else plain[: LONGEST + 1].rpartition(" ")[0] or plain[:LONGEST]
    return f"{short[:1].upper()}{short[1:]}".strip(EDGES) or short


def _rough(text: str, clause: Clause, lexicon: Lexicon) -> Words:
    whole = undated(text, words_of(text, *clause.sentence, lexicon), [clause.timex], lexicon)
    words = between(whole, clause.start, clause.end)
    joined = len(words) > 1 and words[0].lower in lexicon.coordinators
    rest = words[1:] if joined else words
    if not (joined and rest[0].is_finite):
        return rest
    return with_subject(Told(text, clause, whole, [clause.timex], (), lexicon), rest) or rest


def _title(words: Words, told: Told) -> str:
    """The title that a telling gives, empty if it gives none that can be understood alone."""
    lexicon = told.lexicon
    words = without_opening(without_lead(words, lexicon), lexicon)
    words = with_name(words, told.text, told.clause, told.before, lexicon)
    if not _is_note(told) and not may_name(words, lexicon):
        return ""
    words = _without_ties(words, lexicon)
    for kept, verb in headlines(words, lexicon):
        whole = not points(kept, verb, lexicon) and not _waits(told, kept, verb)
        if whole and _is_understood(told, kept, verb) and _is_dated(told, kept, verb):
            title = _capital(_balanced(rendered(told.text, kept)).strip(EDGES))
            if len(title) <= LONGEST:  # marks between words, "and/or", are only counted here
                return title
    return ""


def _waits(told: Told, words: Words, verb: int) -> bool:
    """Whether the next clause is what a verb of a title says nothing without: "asked Mara Lind [if she won]"."""
    return waits_for(words, verb, between(told.words, words[-1].end, told.clause.sentence[1]), told.lexicon)


def _without_ties(words: Words, lexicon: Lexicon) -> Words:
    """Words without those that only stress what they stand beside: "also", "Rome [itself] was hit"."""
    if lexicon.unstressed.isdisjoint([word.lower for word in words]):
        return words
    stressed = {
        k
        for k in range(1, len(words) - 1)
        if words[k].lower in lexicon.reflexives and words[k + 1].is_finite and not words[k - 1].is_finite
    }
    return tuple(
        word
        for k, word in enumerate(words)
        if (word.lower not in lexicon.ties or _orders(words, k)) and k not in stressed
    )


def _orders(words: Words, index: int) -> bool:
    """Whether a word begins what the subject does next: "she left, [then] sailed"; not "her son, Ben, [also] left"."""
    opens = sum(word.text == "," for word in words[:index]) % 2 == 1
    return opens and words[index - 1].text == "," and any(word.is_finite for word in words[index + 1 : index + 2])


def _is_understood(told: Told, words: Words, verb: int) -> bool:
    """Whether a title can be understood without its article."""
    return _is_note(told) or is_understood(told.text, words, verb, told.lexicon)


def _is_note(told: Told) -> bool:
    """Whether an article is a note of a few lines, which has nothing that a title could miss."""
    return len(told.text) <= _LONGEST_NOTE


def _is_dated(told: Told, words: Words, verb: int) -> bool:
    """Whether the date of a clause is that of a title."""
    if _has_two_dates(told, words):
        return False
    if words[-1] in _of_moment(told) and words[verb] in _of_moment(told):
        return True
    every = words_of(told.text, *told.clause.sentence, told.lexicon)
    return is_dated(words, verb, every, told.clause, told.dates, told.lexicon)


def _has_two_dates(told: Told, words: Words) -> bool:
    """Whether words tell of two times, joined by "and": "fought Weber [in 1998] and Lind [in 2002]"."""
    begin, end = words[0].start, words[-1].end + _NEAR
    others = [date for date in told.dates if date != told.clause.timex and begin < date.start < end]
    if others and any(word.lower in told.lexicon.opposing for word in words):
        return True  # "3 percent [in 2011] versus 4 percent [in 2010]"
    return any(_is_joined(told, *sorted((told.clause.timex, other), key=lambda date: date.start)) for other in others)


def _is_joined(told: Told, one: Timex, other: Timex) -> bool:
    """Whether "and" stands between two dates, and neither a verb nor a comma but before it."""
    words = between(told.words, one.end, other.start)
    joint = next((k for k, word in enumerate(words) if word.lower in told.lexicon.coordinators), 0)
    part = words[:joint][: -1 if words[joint - 1].text == "," else None] + words[joint:] if words else ()
    joined = len(words) >= _FEWEST_JOINED and words[joint].lower in told.lexicon.coordinators
    return joined and not any(word.is_finite or word.text == "," for word in part)


def _capital(plain: str) -> str:
    first = plain.partition(" ")[0]
    named = (
        any(letter.isupper() for letter in first[1:]) and first.find("-") <= _LONGEST_ARTICLE
    )  # "iPhone", "al-Nusra"
    return plain if named else plain[:1].upper() + plain[1:]


def _balanced(plain: str) -> str:
    """A title without a bracket or a quotation mark whose other half was left behind."""
    plain = plain.removesuffix(".'")
    plain = plain[:-2] + "”" if plain.endswith(".”") else plain
    if plain.count("“") == plain.count("”") + 1 and plain.rfind("“") > plain.rfind("”"):
        plain = plain.rstrip(EDGES) + "”"
    for left, right in (("“", "”"), ("[", "]")):
        if plain.count(left) != plain.count(right):
            plain = plain.replace(left, "").replace(right, "")
    return plain.replace('"', "") if plain.count('"') % 2 else _QUOTED.sub(r'"\1"', plain)


def _tellings(told: Told, content: Words) -> Iterator[Words]:
    """What a clause tells, with who said it where that is what has the date, or where he is not sure."""
    clause = told.clause
    if clause.is_saying and clause.frame and clause.frame[0] == clause.sentence[0]:
        content = between(told.words, clause.frame[1], clause.sentence[1])
    sure = not clause.frame or is_sure(told, clause.frame)
    if clause.frame and (clause.is_saying or not sure):
        yield said(told, clause.frame)
        apart = _is_of_other_time(content, told.lexicon) or _has_own_date(told, clause.frame)
        if apart or not (clause.is_saying and sure):
            return
    yield from _tellings_alone(told, content)


def _tellings_alone(told: Told, content: Words) -> Iterator[Words]:
    """The clause alone, with what hangs on it, and what happened at the same time, as far as it tells it."""
    clause, words, lexicon = told.clause, told.words, told.lexicon
    if content and content[0].lower in lexicon.relatives - lexicon.relative_adverbs | {lexicon.that}:
        yield without_relative(told, content[0].lower, content[1:])
        return
    plain = _without_second(without_lead(content, lexicon), told)
    first = plain[0].lower if plain else ""
    if first in lexicon.conditions or _is_conditional(told) or _is_to_come(plain, lexicon) or _is_added(told, plain):
        return
    yield with_subject(told, plain)
    if clause.head != (clause.start, clause.end) and first not in lexicon.subordinators:
        yield between(words, clause.start, clause.end)
    if clause.frame and not _has_date(told, clause.frame):
        yield said(told, clause.frame)
    if first in lexicon.same_time and not _has_date(told, _beside(told)):
        beside = between(words, *_beside(told))
        if not _is_of_other_time(beside, lexicon):
            yield beside


def _without_second(words: Words, told: Told) -> Words:
    """A clause within a sentence up to a second verb, which can be another's: "left when Ulm fell [and joined]"."""
    clause, lexicon = told.clause, told.lexicon
    main = between(told.words, clause.sentence[0], clause.head[0])[-1:]
    if not words or words[0].lower not in lexicon.same_time or not main or main[0].lower in lexicon.be:
        return words
    seconds = (
        k
        for k, (word, after) in enumerate(pairwise(words[:_LONGEST_CLAUSE]))
        if word.lower in lexicon.coordinators and after.is_finite and word.start > clause.timex.end
    )
    return words[: next(seconds, len(words))]


def _of_moment(told: Told) -> Words:
    """What happened at the date itself, behind that: "last met in 2023, when [Rome won in Ulm]"; no state."""
    clause, frame, lexicon = told.clause, told.clause.frame, told.lexicon
    if not told.text.startswith(", ", clause.timex.end):
        return ()
    end = frame[0] if frame and frame[0] > clause.timex.end else clause.sentence[1]
    words = between(told.words, clause.timex.end, end)
    if len(words) <= _FEWEST_JOINED or words[0].text != "," or words[1].lower not in lexicon.moments:
        return ()
    told_of = words[2:]
    verb = main_verb(told_of, lexicon)
    lasts = told_of[verb].lower in lexicon.be and not any(word.is_participle for word in told_of[verb + 1 : verb + 3])
    other = _has_date(told, (words[1].start, end)) or _is_of_other_time(told_of, lexicon)
    return () if not verb or lasts or other else told_of


def _has_date(told: Told, span: Span) -> bool:
    """Whether a part of a sentence has a date of its own, which was left out of its words."""
    return len(between(told.words, *span)) < len(words_in(told.text, told.clause.sentence, *span, told.lexicon))


def _has_own_date(told: Told, frame: Span) -> bool:
    """Whether what was said has another date than the saying: "Ulm fell [on Monday], Rome said [on Tuesday]"."""
    return any(not frame[0] <= date.start < frame[1] for date in told.dates)


def _is_of_other_time(words: Words, lexicon: Lexicon) -> bool:
    """Whether words tell what had happened before they were said, or would happen after that."""
    other = lexicon.pluperfect | lexicon.possible
    return any(word.lower in other for word in words) or not any(word.is_finite for word in words)


def _is_added(told: Told, words: Words) -> bool:
    """Whether words after a dash are no clause: "the worst of all -- the bombs dropped on both cities"."""
    start, begin = told.clause.sentence[0], told.clause.head[0]
    if told.text[start:begin].rstrip()[-1:] not in STOPS:
        return False
    verb = main_verb(words, told.lexicon)
    if not verb or not words[verb].is_participle:
        return False
    return verb == len(words) - 1 or words[verb + 1].lower in told.lexicon.prepositions


def _is_to_come(words: Words, lexicon: Lexicon) -> bool:
    """Whether a clause only says when something else will happen: "when the port opens"."""
    verb = next((word.lower for word in words if word.is_finite), "")
    opens = bool(words) and words[0].lower in lexicon.same_time
    return opens and (verb in lexicon.present_states or verb in lexicon.present)


def _is_conditional(told: Told) -> bool:
    """Whether the word before a clause makes it a condition: "if it won"."""
    start = told.clause.head[0]
    before = words_in(told.text, told.clause.sentence, max(told.clause.sentence[0], start - 12), start, told.lexicon)
    return bool(before) and before[-1].lower in told.lexicon.conditions


def _is_agent(told: Told) -> bool:
    """Whether the time expression itself is the subject: "September 11 gave them a reason"."""
    clause, lexicon = told.clause, told.lexicon
    start, end = clause.timex.start, clause.timex.end
    after = words_in(told.text, clause.sentence, end, min(end + 20, clause.sentence[1]), lexicon)[:1]
    if not after or not after[0].is_finite:
        return False
    before = between(told.words, clause.sentence[0], start)
    if sum(word.text == "," for word in before) > 1 and before[-1].text == ",":
        return False  # "Rome, the capital, [last night] banned cars"
    lead = words_in(told.text, clause.sentence, max(clause.sentence[0], start - 20), start, lexicon)[-1:]
    leads = lexicon.clause_words | lexicon.speech | lexicon.opinions  # "they thought [Monday] would be dry"
    return not lead or lead[0].lower in leads or not lead[0].text[-1].isalnum()


def _beside(told: Told) -> Span:
    """Where the main clause stands, beside or before a clause with "when"."""
    clause, (start, end) = told.clause, told.clause.sentence
    frame = clause.frame or (end, end)
    if clause.head[0] - start > 10:
        return frame[1] if frame[0] == start else start, clause.head[0]
    return clause.head[1], frame[0] if frame[0] > clause.head[1] else end


def _content(clause: Clause) -> Span:
    """What a clause says: without who said it, if that stands at the end."""
    (start, end), frame = clause.head, clause.frame
    return (start, frame[0]) if frame and start < frame[0] < end else (start, end)
