"""Which date of a clause tells when the verb of its title happened."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from timeline.extract.breaks import begins_main
from timeline.extract.clauses import Clause
from timeline.extract.lexicon import Lexicon
from timeline.extract.verbs import is_ing, ranks, tense
from timeline.extract.words import Word, Words, between, owns
from timeline.model.timex import Timex

__all__ = ["is_dated"]

_APART = frozenset((",", ";", ":", "—", "–", "--", "-"))


def is_dated(title: Words, verb: int, words: Words, clause: Clause, dates: Sequence[Timex], lexicon: Lexicon) -> bool:
    """Whether the time expression of a clause tells when its title happened: no other does, and no word in between.

    Args:
        title: The words of the title.
        verb: The index of its verb.
        words: The words of the sentence, with its dates.
        clause: The clause.
        dates: The time expressions that stand in the clause.
        lexicon: The words of the language.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> text = "Ulm has banned ships, saying Rome closed its port on Monday."
    >>> monday = Timex(53, 59, "DATE", "2026-02-09")
    >>> words = words_of(text, 0, len(text), lexicon_of("en"))
    >>> clause = Clause(0, len(text), monday, (0, len(text)), (0, len(text)))
    >>> is_dated(words[:4], 1, words, clause, [monday], lexicon_of("en"))
    False
    """
    if clause.is_saying:
        return True
    inside, kept = between(words, *clause.head), {word.start for word in title}
    if _is_of_told(title, verb, clause.timex, lexicon) or _is_move(title[verb], inside, dates, lexicon):
        return False
    if not _tells(title, verb, clause):
        return inside[0].lower in lexicon.same_time and not _is_added(between(inside, 0, clause.timex.start), lexicon)
    own = [
        date for date in dates if not _is_noted(inside, kept, date) and clause.head[0] <= date.start < clause.head[1]
    ]
    says = any(word.lower == lexicon.that or word.lower in lexicon.saying for word in title)
    if (not says or _is_ranked(title, lexicon)) and any(
        date != clause.timex and _ends_at(inside, kept, date, lexicon) for date in own
    ):
        return False
    own = [date for date in own if _is_near(inside, kept, date, lexicon) and not _is_compared(inside, date, lexicon)]
    own = [date for date in own if not (_is_of_noun(inside, date, lexicon) or _is_of_end(inside, date, lexicon))]
    own = [date for date in own if not (title[verb].start < date.start and _is_of_object(inside, title, date, lexicon))]
    own = [date for date in own if not _is_of_deed(between(inside, title[0].start, date.start), lexicon)]
    if tense(title[verb], lexicon) == "past":
        own = [date for date in own if not _is_end(inside, date, lexicon)]
    begin, end = title[0].start, title[verb].start
    own = [
        date for date in own if not (begin < date.start < end and _is_of_participle(inside, title[0], date, lexicon))
    ]
    return min(own, key=lambda date: _is_bound(inside, date, lexicon), default=None) == clause.timex


def _is_compared(words: Words, date: Timex, lexicon: Lexicon) -> bool:
    """Whether something is only compared with a date, or has come from it: "up 2 percent from [a year earlier]"."""
    low, high = bisect_left(words, (date.start,)), bisect_left(words, (date.end,))
    return low > 0 and words[low - 1].lower in lexicon.compared and words[high - 1].lower in lexicon.counted_back


def _ends_at(words: Words, kept: set[int], date: Timex, lexicon: Lexicon) -> bool:
    """Whether a title ends with what another date dates: "fell to 48, down from 52 [a day earlier]"."""
    low = bisect_left(words, (date.start,))
    while low and words[low - 1].start not in kept and words[low - 1].lower in lexicon.dated_by:
        low -= 1
    ends = low > 0 and words[low - 1].start in kept
    return ends and all(word.start not in kept for word in words[low:])


def _tells(title: Words, verb: int, clause: Clause) -> bool:
    """Whether a title tells what stands in the clause itself, or who says that."""
    begin, end = clause.frame or (0, 0)
    told = title if begin <= title[verb].start < end else title[verb : verb + 1]
    return any(word.is_finite and clause.head[0] <= word.start < clause.head[1] for word in told)


def _is_noted(words: Words, kept: set[int], date: Timex) -> bool:
    """Whether brackets around a date hold a verb or a clock, or follow what is left out: "Rome (it fell in May)"."""
    low, high = bisect_left(words, (date.start,)), bisect_left(words, (date.end,))
    opens = next((k for k in range(low - 1, -1, -1) if words[k].text in ("(", ")")), 0)
    if words[opens].text != "(":
        return False
    alone = (
        opens == low - 1 and words[high - 1].text.isdigit() and any(word.text == ")" for word in words[high : high + 1])
    )
    if date.type == "TIME" and alone:
        return True  # how long a film runs: "Rome votes (2:17)"
    return (opens > 0 and words[opens - 1].start not in kept) or any(word.is_finite for word in words[opens:low])


def _is_near(words: Words, kept: set[int], date: Timex, lexicon: Lexicon) -> bool:
    """Whether nothing that a title leaves out stands between it and a date."""
    low, high = bisect_left(words, (date.start,)), bisect_left(words, (date.end,))
    before = next((k + 1 for k in range(low - 1, -1, -1) if words[k].start in kept), 0)
    if not before:
        beside = words[0].lower in lexicon.same_time or any(word.start in kept for word in words)
        likens = lexicon.likening | {lexicon.parenthetic}
        begins = next((k for k in range(low - 1, 0, -1) if words[k].text in _APART), -1)
        apart = words[0].is_participle or words[0].lower in lexicon.likening
        apart = apart or (begins > 0 and words[begins + 1].lower in likens)  # "in one talk, as in that of May, she"
        told = next((word for word in words[:low][::-1] if word.lower not in lexicon.date_lead), words[0])
        apart = apart or (words[0].lower in lexicon.openers - lexicon.prepositions and told.is_participle)
        return beside and not (low and apart)  # "Born in May 1970, she grew up"
    if _is_added(words[:low], lexicon):
        return False
    after = next((k for k in range(high, len(words)) if words[k].start in kept), 0)
    if after:
        return not (_is_inserted(words, (before, low, high, after), lexicon) or _is_equal(words[:low], lexicon))
    is_object = _determines(words, date, lexicon) and not _lead(words, date, lexicon)
    between_both = words[before : low - (words[low - 1].lower == lexicon.that)]  # "left [that] Monday"
    other = _is_done(words, before, low, lexicon) or _begins_other(between_both, lexicon)
    return not (is_object or other or _is_equal(words[:low], lexicon))


def _is_done(words: Words, begin: int, end: int, lexicon: Lexicon) -> bool:
    """Whether a participle in a title has who did it, and when, behind that: "got help under a law signed [by her]"."""
    if words[begin].lower not in lexicon.agents:
        return False
    agent = any(word.lower not in lexicon.before_dates and word.text[0].isalpha() for word in words[begin + 1 : end])
    verb = next((k for k in range(begin - 1, 0, -1) if words[k].is_participle or words[k].is_finite), 0)
    return agent and words[verb].is_participle and words[verb - 1].lower not in lexicon.auxiliaries


def _is_inserted(words: Words, hole: tuple[int, int, int, int], lexicon: Lexicon) -> bool:
    """Whether what a title leaves out around a date is more than what ties it to the clause."""
    before, low, high, after = hole
    begin = next((k for k in range(low - 1, before - 1, -1) if words[k].text in _APART), -1)
    end = next((k for k in range(high, after) if words[k].text in _APART), -1)
    if any(word.is_finite and not word.is_participle for word in words[before:low] + words[high:after]):
        return True
    if begin < 0 or end < 0:
        return False
    ties = lexicon.date_lead | lexicon.determiners | lexicon.adverbs
    return any(word.lower not in ties for word in words[begin + 1 : low] + words[high:end])


def _is_equal(words: Words, lexicon: Lexicon) -> bool:
    """Whether another clause of the same rank begins before a date: ", and it has closed its port since [May]"."""
    verb = next((k for k, word in enumerate(words) if word.is_finite), len(words))
    return any(
        word.lower in lexicon.coordinators
        and (word.lower in lexicon.contrasts or not words[k + 1].is_finite)
        and begins_main(words, k + 1, lexicon)
        for k, word in enumerate(words[verb:-1], verb)
    )


def _begins_other(words: Words, lexicon: Lexicon) -> bool:
    """Whether a verb or another phrase begins in what a title leaves out before a date."""
    if any(_begins(words, k, lexicon) for k in range(len(words))):
        return True
    commas = [k for k, word in enumerate(words) if word.text in _APART]
    closed = len(commas) > 1 and words[commas[-1]].text == ","  # "Monrovia, the capital of Liberia, [on Monday]"
    return bool(commas) and not closed and not _is_place(words[commas[0] + 1 :], lexicon)


def _begins(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a verb of its own, or a clause, begins at a word."""
    word, joined = words[index], index and words[index - 1].lower in lexicon.coordinators
    led = any(after.lower in lexicon.determiners for after in words[index + 1 : index + 2])
    acts = led and is_ing(word, lexicon) and word.lower not in lexicon.stopwords
    if (word.lower in lexicon.prepositions and not acts) or (joined and word.is_participle):
        return False  # "and stopped it", "beginning in", not "beginning a siege"
    if word.lower in lexicon.coordinators:
        after = words[index + 1 :]
        return any(other.is_finite for other in after) and not after[0].is_participle
    return word.is_finite or word.lower in lexicon.clause_words or _goes_on(words, index, lexicon)


def _goes_on(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a participle or an infinitive has the date after it: "slashing the fund", "a decision to stay"."""
    lead = words[index - 1] if index else None
    if words[index].lower == lexicon.infinitive:
        return lead is not None and lead.lower in lexicon.aims
    after = words[index + 1 : index + 2]
    leads = bool(after) and (after[0].lower in lexicon.stopwords or after[0].text[0].isupper())
    is_noun = lead is not None and (lead.text[0].isupper() or lead.lower in lexicon.determiners)
    return leads and is_ing(words[index], lexicon) and not is_noun


def _is_place(words: Words, lexicon: Lexicon) -> bool:
    """Whether words are the rest of a place: "in the capital, Monrovia,"."""
    return all(
        not word.text[0].islower() or word.lower in lexicon.date_lead or word.lower in lexicon.determiners
        for word in words
    )


def _is_added(words: Words, lexicon: Lexicon) -> bool:
    """Whether a date stands in what is added after a comma: ", leaving the party in 2002", ", under a June plan"."""
    begin = next(
        (k for k in range(len(words) - 2, 0, -1) if words[k].text == "," or words[k].lower in lexicon.preceding), 0
    )
    if not begin:
        return False
    adds = is_ing(words[begin + 1], lexicon) or (words[begin].text == "," and words[begin + 1].lower in lexicon.openers)
    return adds and any(word.is_finite for word in words[:begin])


def _is_of_noun(words: Words, date: Timex, lexicon: Lexicon) -> bool:
    """Whether a date tells which thing is meant, and that is no object of the verb: "ready for the May vote"."""
    lead, before = _lead(words, date, lexicon), words[: bisect_left(words, (date.start,))]
    if _is_compound(words, date, lexicon):
        return any(word.is_finite for word in before)
    after = words[bisect_left(words, (date.end,)) :][:1]
    if after and after[0].lower == lexicon.genitive and any(word.lower in lexicon.agents for word in before):
        return True  # "caused by the death in May of the mayor"
    if not _determines(words, date, lexicon) or lead in lexicon.places | lexicon.agents:
        return False
    return bool(lead) and not (lead in lexicon.time_relations and _is_owner(words, date))


def _is_of_object(words: Words, title: Words, date: Timex, lexicon: Lexicon) -> bool:
    """Whether a date tells which thing something was done to: "welcomed last year's vote", "kept the peace of 1979"."""
    verb = next((word for word in reversed(title) if word.is_finite and word.start < date.start), title[0])
    acts = verb.lower
    if _follows_noun(words, date, lexicon):
        noun = between(words, verb.end, date.start)[:-1]
        return acts not in lexicon.occasions or any(word.lower in lexicon.prepositions for word in noun)
    if not _determines(words, date, lexicon):
        return False
    return acts in lexicon.reactions or (
        date.value.isdigit() and not _lead(words, date, lexicon) and acts not in lexicon.occasions
    )


def _follows_noun(words: Words, date: Timex, lexicon: Lexicon) -> bool:
    """Whether a date stands behind the noun that it describes: "the treaty of 1998"."""
    low = bisect_left(words, (date.start,))
    if low < 2 or words[low - 1].lower != lexicon.genitive:
        return False
    noun = words[low - 2].lower
    return noun not in lexicon.prepositions and noun not in lexicon.stretch_heads


def _is_move(verb: Word, words: Words, dates: Sequence[Timex], lexicon: Lexicon) -> bool:
    """Whether something was moved from one date to the next, on a day that nobody tells: "moved from June to July"."""
    if verb.lower not in lexicon.moving_verbs:
        return False
    joints = (between(words, first.end, then.start) for first, then in pairwise(dates))
    return any(len(joint) == 1 and joint[0].lower in lexicon.prepositions for joint in joints)


def _is_of_told(title: Words, verb: int, date: Timex, lexicon: Lexicon) -> bool:
    """Whether a date is that of what somebody told, not of the telling: "told police she saw him [in May]"."""
    told = [word for word in title[verb + 1 :] if word.start < date.start]
    speaks = title[verb].lower in lexicon.saying or any(word.lower == lexicon.that for word in told[:1])
    speaks = speaks or any(word.lower in lexicon.questions for word in told)  # "recalled how it fell [in May]"
    spoke = speaks and tense(title[verb], lexicon) == "past"
    return spoke and any(word.is_finite and tense(word, lexicon) in ("past", "had") for word in told)


def _is_of_deed(words: Words, lexicon: Lexicon) -> bool:
    """Whether a date behind words tells when something was done before: "accused him of having fled [in May]"."""
    begin = next((k for k in range(len(words) - 1, -1, -1) if words[k].text in _APART), -1)
    return any(
        words[k].lower == lexicon.done_before and any(word.is_participle for word in words[k + 1 :])
        for k in range(begin + 1, len(words))
    )


def _is_of_participle(words: Words, subject: Word, date: Timex, lexicon: Lexicon) -> bool:
    """Whether a date before the verb tells when what describes the subject was done: "ships built [in 1911] sank"."""
    low = bisect_left(words, (date.start,))
    begin = next((k + 1 for k in range(low - 1, -1, -1) if words[k].text == ","), bisect_left(words, (subject.start,)))
    return any(
        words[k].is_participle
        and not any(words[k - 1].lower in some for some in (lexicon.auxiliaries, lexicon.determiners, lexicon.several))
        and any(words[k + 1].lower in some for some in (lexicon.cut_before, lexicon.agents, lexicon.date_lead))
        for k in range(begin + 1, low - 1)
    )


def _is_compound(words: Words, date: Timex, lexicon: Lexicon) -> bool:
    """Whether a date is a compound with a noun behind it, and tells which one is meant: "second-quarter results"."""
    low, high = bisect_left(words, (date.start,)), bisect_left(words, (date.end,))
    if high != low + 1 or high == len(words) or "-" not in words[low].text or not words[low].text[-1].isalpha():
        return False
    return words[high].text[0].islower() and words[high].lower not in lexicon.no_nouns


def _is_of_end(words: Words, date: Timex, lexicon: Lexicon) -> bool:
    """Whether a date tells of what something has lasted since, or until: "his best since the game in May 2021"."""
    low = bisect_left(words, (date.start,))
    begin = next((k for k in range(low - 1, -1, -1) if words[k].lower in lexicon.stretch_leads), low)
    told = [word for word in words[begin + 1 : low] if word.lower not in lexicon.date_lead]
    if begin < low and _is_ranked(words[:begin], lexicon):
        return True  # "one of the worst days since [the war of 1990]"
    return bool(told) and not any(word.is_finite for word in told)


def _is_ranked(words: Words, lexicon: Lexicon) -> bool:
    """Whether words end with what is the first or the most of something: "sank in the worst storm"."""
    low = next((k for k in range(len(words) - 1, -1, -1) if words[k].is_finite or words[k].text in _APART), -1)
    return ranks(words[low + 1 :], lexicon)


def _is_end(words: Words, date: Timex, lexicon: Lexicon) -> bool:
    """Whether a date is the end of what was so before it: "led the party until 2009", but not "not until 2009"."""
    low = bisect_left(words, (date.start,))
    low -= low > 0 and words[low - 1].lower in lexicon.articles
    lead = words[low - 1].lower if low else ""
    denied = any(word.lower in lexicon.negations for word in words[:low])
    return lead in lexicon.stretch_leads and lead in lexicon.conditions and not denied


def _determines(words: Words, date: Timex, lexicon: Lexicon) -> bool:
    """Whether a date stands before the noun that it describes: "the May vote", "last year's vote"."""
    low, after = bisect_left(words, (date.start,)), words[bisect_left(words, (date.end,)) :]
    if _is_owner(words, date):
        return True
    if not after or after[0].lower in lexicon.no_nouns or not after[0].text[0].isalnum() or after[0].is_finite:
        return False
    return low > 0 and (words[low - 1].lower in lexicon.noun_markers or owns(words[low - 1]))


def _is_owner(words: Words, date: Timex) -> bool:
    """Whether a noun belongs to a date: "last year's vote"."""
    after = words[bisect_left(words, (date.start,)) :]
    return any(owns(word) and word.start <= date.end for word in after[:4])


def _is_bound(words: Words, date: Timex, lexicon: Lexicon) -> bool:
    """Whether another date of the clause tells better when it happened: "met in May after the war of 1990"."""
    low = bisect_left(words, (date.start,))
    stretch = any(
        word.lower in lexicon.lasting for word in words[max(0, low - 2) : low]
    )  # "a profit for May on Monday"
    return stretch or _determines(words, date, lexicon) or _lead(words, date, lexicon) in lexicon.time_relations


def _lead(words: Words, date: Timex, lexicon: Lexicon) -> str:
    """The preposition that leads to what a date describes, empty where a verb does."""
    for word in reversed(words[: bisect_left(words, (date.start,))]):
        if any(word.lower in some for some in (lexicon.cut_before, lexicon.close, lexicon.date_relations)):
            return word.lower
        if word.is_finite:
            break
    return ""
