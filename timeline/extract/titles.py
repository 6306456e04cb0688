"""Titles: a clause as a newsroom would print it above the story, without its date."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.extract.clauses import Clause
from timeline.extract.cutting import LONGEST
from timeline.extract.headline import headline, is_bare, is_nameless, without_lead, without_opening
from timeline.extract.lexicon import Lexicon
from timeline.extract.sentences import Span, tidy
from timeline.extract.subjects import antecedent, is_person, is_plural, trailing_name, with_name, with_organization
from timeline.extract.undated import without_dates
from timeline.extract.words import Word, Words, words_in
from timeline.model.timex import Timex

__all__ = ["rough_title", "speaks_of_itself", "title_of"]

_LONGEST_NOUN = 8
_LEAD = 3  # the sentences in which an article names what it is about
_EDGES = " ,;:–—-.…"
_QUOTES = _EDGES + "“”\"'"


def title_of(text: str, clause: Clause, timexes: Sequence[Timex], lexicon: Lexicon, before: Sequence[Span] = ()) -> str:
    """The title of what a clause tells, an empty text if nothing of it can be understood alone.

    Args:
        text: The article.
        clause: The clause.
        timexes: All time expressions of its sentence.
        lexicon: The words of the language.
        before: The sentences before, the nearest first, where a pronoun finds its name.

    >>> from timeline.extract.lexicon import lexicon
    >>> text = "On 3 May the two sides signed a treaty."
    >>> timex = Timex(3, 8, "DATE", "2024-05-03")
    >>> title_of(text, Clause(0, 39, timex, (0, 39), (0, 39)), [timex], lexicon("en"))
    'The two sides signed a treaty'
    """
    if not any(word.is_finite for word in words_in(text, clause.sentence, clause.start, clause.end, lexicon)):
        return "" if lexicon.finite else tidy(without_dates(text, clause.head, timexes, lexicon))[:LONGEST]
    if not clause.frame and speaks_of_itself(text[slice(*clause.head)], lexicon):
        return ""
    bare, is_lead = "", len(before) < _LEAD
    for plain in _tellings(text, clause, timexes, lexicon):
        title = _title(tidy(plain), text, clause, before, lexicon)
        if not title or is_nameless(title, lexicon):
            continue
        if not is_bare(title, lexicon):
            return title
        bare = bare or title
        if is_lead:
            break
    return with_organization(bare, text, before, lexicon) or (bare if is_lead else "")


def rough_title(text: str, clause: Clause, lexicon: Lexicon) -> str:
    """A clause without its date, cut after a word: what is left to say where no title can stand alone.

    >>> from timeline.extract.lexicon import lexicon
    >>> clause = Clause(0, 18, Timex(3, 8, "DATE", "2024-05-03"), (0, 18), (0, 18))
    >>> rough_title("On 3 May a treaty.", clause, lexicon("en"))
    'A treaty'
    """
    span = (clause.start, clause.end)
    plain = tidy(without_dates(text, span, [clause.timex], lexicon)).strip(_QUOTES) or tidy(text[slice(*span)])
    short = plain if len(plain) <= LONGEST else plain[: LONGEST + 1].rpartition(" ")[0] or plain[:LONGEST]
    return f"{short[:1].upper()}{short[1:]}".strip(_EDGES)


def _title(plain: str, text: str, clause: Clause, before: Sequence[Span], lexicon: Lexicon) -> str:
    if plain.endswith("”") and ": “" in plain:
        told = headline(plain.partition(":")[0] + " words", lexicon)
        return told.removesuffix(" words") + plain[plain.index(":") :] if told and len(plain) <= LONGEST else ""
    plain = without_opening(without_lead(plain, lexicon), lexicon)
    if plain.partition(" ")[0].lower() in lexicon.pronouns:
        plain = with_name(plain, text, clause, before, lexicon)
    return headline(plain, lexicon)


def _tellings(text: str, clause: Clause, timexes: Sequence[Timex], lexicon: Lexicon) -> Iterator[str]:
    """The clause alone, with what hangs on it, and what happened at the same time, as far as it tells it."""
    if _is_agent(text, clause, lexicon):
        return
    content = without_dates(text, clause.head, timexes, lexicon)
    if clause.frame and (clause.is_saying or speaks_of_itself(content.strip(_QUOTES), lexicon)):
        yield _said(text, clause, timexes, lexicon)
        return
    yield _with_subject(text, clause, content, lexicon)
    first = without_lead(content, lexicon).partition(" ")[0].lower()
    if clause.head != (clause.start, clause.end) and first not in lexicon.subordinators:
        yield without_dates(text, (clause.start, clause.end), timexes, lexicon)
    if clause.frame and clause.frame[0] == clause.sentence[0]:
        yield without_dates(text, (clause.frame[0], clause.end), timexes, lexicon)
    if first in lexicon.same_time:
        yield _beside(text, clause, timexes, lexicon)


def _is_agent(text: str, clause: Clause, lexicon: Lexicon) -> bool:
    """Whether the time expression itself is the subject: "September 11 gave them a reason"."""
    start, end = clause.timex.start, clause.timex.end
    after = words_in(text, clause.sentence, end, min(end + 20, clause.sentence[1]), lexicon)[:1]
    if not after or not after[0].is_finite:
        return False
    lead = words_in(text, clause.sentence, max(clause.sentence[0], start - 20), start, lexicon)[-1:]
    return not lead or lead[0].lower in lexicon.clause_words or not lead[0].text[-1].isalnum()


def _beside(text: str, clause: Clause, timexes: Sequence[Timex], lexicon: Lexicon) -> str:
    """The main clause, beside or before a clause with "when"."""
    start, end = clause.sentence
    frame = clause.frame or (end, end)
    if clause.head[0] - start > 10:
        begin = frame[1] if frame[0] == start else start
        return without_dates(text, (begin, clause.head[0]), timexes, lexicon) if begin < clause.head[0] else ""
    stop = frame[0] if frame[0] > clause.head[1] else end
    return without_dates(text, (clause.head[1], stop), timexes, lexicon) if clause.head[1] < stop else ""


def speaks_of_itself(passage: str, lexicon: Lexicon) -> bool:
    """Whether the words outside of quotation marks are those of who writes: "we", but not "US".

    >>> from timeline.extract.lexicon import lexicon
    >>> [speaks_of_itself(text, lexicon("en")) for text in ("We met", "US troops left", "She said: “We met”")]
    [True, False, False]
    """
    told = passage.replace("``", "“").replace('"', "“").partition("“")[0].replace("’", "'").split()
    said = lexicon.first_persons.intersection(map(str.lower, told))
    return bool(said) and any(word.lower() in said and (word == "I" or not word.isupper()) for word in told)


def _said(text: str, clause: Clause, timexes: Sequence[Timex], lexicon: Lexicon) -> str:
    """Who said it first, then what: "The minister said the talks had failed"."""
    frame, (start, end) = clause.frame or clause.sentence, clause.sentence
    if frame[0] == start:
        return without_dates(text, clause.sentence, timexes, lexicon)
    content = without_lead(tidy(without_dates(text, (start, frame[0]), timexes, lexicon)).strip(_QUOTES), lexicon)
    speaker = tidy(without_dates(text, (frame[0], end), timexes, lexicon)).strip(_QUOTES)
    first, _, rest = speaker.partition(" ")
    if first in lexicon.speech and rest:
        speaker = f"{rest} {first}"
    speaker = speaker.partition(",")[0]
    if speaks_of_itself(content, lexicon):
        return f"{speaker}: “{content}”"
    first = content.partition(" ")[0]
    small = first.lower() in lexicon.stopwords
    return f"{speaker} {content[:1].lower()}{content[1:]}" if small else f"{speaker} {content}"


def _with_subject(text: str, clause: Clause, content: str, lexicon: Lexicon) -> str:
    """A clause that leaves out its subject, or names it by a relative pronoun, with the subject put back."""
    plain = without_lead(content, lexicon)
    first, _, rest = plain.partition(" ")
    lower, is_finite = lexicon.facts[first][:2]
    if lower in lexicon.relatives and lower not in lexicon.relative_adverbs:
        return _without_relative(text, clause, lower, rest.strip(), lexicon)
    if lower in lexicon.subordinators and rest:
        return rest.strip()
    if is_finite and clause.head[0] > clause.sentence[0]:
        known = antecedent(text, clause.sentence, lexicon)
        return _joined(text, clause, known[0], plain, lexicon) if known else plain
    return plain


def _joined(text: str, clause: Clause, subject: str, plain: str, lexicon: Lexicon) -> str:
    """A subject and what is told of it; between commas it was done to it: "Libby, convicted of it,"."""
    after = words_in(text, clause.sentence, *clause.sentence, lexicon)
    rest = [word for word in after if word.start >= clause.head[1]][:3]
    passive = len(rest) > 1 and rest[0].text == "," and any(word.is_finite for word in rest[1:])
    return f"{subject} {lexicon.passives[is_plural(subject)]} {plain}" if passive else f"{subject} {plain}"


def _is_whole(before: Words, name: Sequence[Word], lexicon: Lexicon) -> bool:
    """Whether a name is all that a relative clause tells about: not "a professor at the University of Rome, who"."""
    if not before or not before[-1].text[0].isalnum():
        return True
    last = before[-1]
    if last.lower in lexicon.prepositions or last.lower in lexicon.determiners:
        return False
    return len(name) > 1 or not name[0].text.isupper()


def _without_marks(words: Words) -> Words:
    """Words without the marks at their end and what stands in brackets before those."""
    while words and not words[-1].text[0].isalnum():
        opens = max((k for k, word in enumerate(words) if word.text in ("(", "-LRB-")), default=len(words) - 1)
        words = words[: opens if words[-1].text in (")", "-RRB-") else -1]
    return words


def _without_relative(text: str, clause: Clause, opener: str, rest: str, lexicon: Lexicon) -> str:
    """A relative clause with what it tells about: "Weber left the bank", "the government accepted the plan"."""
    words = words_in(text, clause.sentence, clause.sentence[0], clause.head[0], lexicon)[-12:]
    words = _without_marks(words)
    named = trailing_name(words, lexicon)
    if opener in lexicon.thing_relatives and is_person(named, lexicon):
        return ""
    if named and not _is_whole(words[: len(words) - len(named)], named, lexicon):
        return ""
    name = " ".join(word.text for word in named)
    facts = [lexicon.facts[word][1] for word in rest.split(" ")]
    if name and facts[0]:
        return f"{name} {rest}"
    opens = words and words[0].start == clause.sentence[0] and not any(word.is_finite for word in words)
    if not opens or len(words) > _LONGEST_NOUN:
        return ""
    noun = tidy(text[words[0].start : words[-1].end])
    if facts[0]:
        return f"{noun} {rest}"
    small = noun[:1].lower() + noun[1:] if words[0].lower in lexicon.determiners else noun
    return f"{rest} {small}" if facts[-1] else ""
