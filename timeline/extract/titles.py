"""Titles: a clause as a newsroom would print it above the story, without its date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline.extract.clauses import Clause, Word, words_in, words_of
from timeline.extract.lexicon import Lexicon
from timeline.extract.sentences import Span, tidy
from timeline.model.timex import Timex

__all__ = ["LONGEST", "antecedent", "speaks_of_itself", "title_of", "without_dates"]

LONGEST = 100
_SHORTEST = 40
_LONGEST_SUBJECT = 120
_LONGEST_NOUN = 8
_CUT = re.compile(
    r"(?:[,;:–—]|\s-)\s|\s(?=(?:and|but|or|while|when|after|before|as|which|who|where|because|although|with|in|on"
    r"|at|by|for|from|since|following|amid|including|saying|according|due|despite|over|under|into)\s|to\s(?:the|an?|[A-Z$\d]))"
)
_GAPS = (
    (re.compile(r"\(\s*\)|“\s*”"), ""),
    (re.compile(r"\s+([,.;:!?])"), r"\1"),
    (re.compile(r"([,;:])(?:\s*[,;:])+"), r"\1"),
    (re.compile(r"\b(was|were|is|are) and\b"), ""),
    (re.compile(r"\s+"), " "),
)
_GAP = re.compile(r"[(“] ?[)”]|\s[,.;:!?]|[,;:]\s?[,;:]|\b(?:was|were|is|are) and\b")
_MARKS = re.compile('[][()“”"]')
_EDGES = " ,;:–—-.…"
_QUOTES = _EDGES + "“”\"'"


def title_of(text: str, clause: Clause, timexes: Sequence[Timex], lexicon: Lexicon, before: Sequence[Span] = ()) -> str:
    """The title of what a clause tells.

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
    content = without_dates(text, clause.head, timexes, lexicon)
    if clause.frame and (clause.is_saying or speaks_of_itself(content.strip(_QUOTES), lexicon)):
        plain = _said(text, clause, timexes, lexicon)
    else:
        whole = without_dates(text, (clause.start, clause.end), timexes, lexicon)
        plain = _with_subject(text, clause, content, whole, lexicon)
    plain = _without_lead(tidy(plain), lexicon)
    if plain.partition(" ")[0].lower() in lexicon.pronouns:
        plain = _with_name(plain, text, clause, before, lexicon)
    plain = _without_last(_without_insertion(_balanced(plain), lexicon), lexicon.waiting)
    return shorten(_capital(plain), lexicon=lexicon)


def _with_name(plain: str, text: str, clause: Clause, before: Sequence[Span], lexicon: Lexicon) -> str:
    """A title with what its pronoun stands for: the subject before it, here or in one of the sentences before."""
    here = (clause.sentence[0], clause.head[0])
    for span in (*([here] if here[0] < here[1] else []), *before):
        named = _named(plain, antecedent(text, span, lexicon), lexicon)
        if named != plain:
            return named
    return plain


def speaks_of_itself(passage: str, lexicon: Lexicon) -> bool:
    """Whether the words outside of quotation marks are those of who writes: "we", but not "US".

    >>> from timeline.extract.lexicon import lexicon
    >>> [speaks_of_itself(text, lexicon("en")) for text in ("We met", "US troops left", "She said: “We met”")]
    [True, False, False]
    """
    told = tidy(passage).replace('"', "“").partition("“")[0].replace("’", "'").split()
    said = lexicon.first_persons.intersection(map(str.lower, told))
    return bool(said) and any(word.lower() in said and (word == "I" or not word.isupper()) for word in told)


def _said(text: str, clause: Clause, timexes: Sequence[Timex], lexicon: Lexicon) -> str:
    """Who said it first, then what: "The minister said the talks had failed"."""
    frame, (start, end) = clause.frame or clause.sentence, clause.sentence
    if frame[0] == start:
        return without_dates(text, clause.sentence, timexes, lexicon)
    content = _without_lead(tidy(without_dates(text, (start, frame[0]), timexes, lexicon)).strip(_QUOTES), lexicon)
    speaker = tidy(without_dates(text, (frame[0], end), timexes, lexicon)).strip(_QUOTES)
    first, _, rest = speaker.partition(" ")
    if first in lexicon.speech and rest:
        speaker = f"{rest} {first}"
    speaker = speaker.partition(",")[0]
    if speaks_of_itself(content, lexicon):
        return f"{speaker}: “{content}”"
    first = content.partition(" ")[0]
    return (
        f"{speaker} {content[:1].lower()}{content[1:]}"
        if first.lower() in lexicon.stopwords
        else f"{speaker} {content}"
    )


def _with_subject(text: str, clause: Clause, content: str, whole: str, lexicon: Lexicon) -> str:
    """A clause that leaves out its subject, or names it by a relative pronoun, with the subject put back."""
    plain = _without_lead(content, lexicon)
    first, _, rest = plain.partition(" ")
    lower, is_finite = lexicon.facts[first]
    if lower in lexicon.relatives:
        return _without_relative(text, clause, rest.strip(), lexicon) or whole
    if lower in lexicon.subordinators and rest:
        return whole if rest.partition(" ")[0].endswith("ing") else rest.strip()
    if is_finite and clause.head[0] > clause.sentence[0]:
        known = antecedent(text, clause.sentence, lexicon)
        return f"{known[0]} {plain}" if known else plain
    return plain


def _without_relative(text: str, clause: Clause, rest: str, lexicon: Lexicon) -> str:
    """A relative clause with what it tells about: "Weber left the bank", "the government accepted the plan"."""
    words = words_in(text, clause.sentence, clause.sentence[0], clause.head[0], lexicon)[-12:]
    while words and not words[-1].text[0].isalnum():
        words = words[:-1]
    name = " ".join(word.text for word in _trailing_name(words, lexicon))
    facts = [lexicon.facts[word][1] for word in rest.split(" ")]
    if name and facts[0]:
        return f"{name} {rest}"
    opens = words and words[0].start == clause.sentence[0] and not any(word.is_finite for word in words)
    if not opens or len(words) > _LONGEST_NOUN:
        return f"{name} {rest}" if name else ""
    noun = tidy(text[words[0].start : words[-1].end])
    if facts[0]:
        return f"{noun} {rest}"
    small = noun[:1].lower() + noun[1:] if words[0].lower in lexicon.determiners else noun
    return f"{rest} {small}" if facts[-1] else ""


def without_dates(text: str, span: Span, timexes: Sequence[Timex], lexicon: Lexicon) -> str:
    """A passage without its time expressions and the words that tie them to it.

    >>> from timeline.extract.lexicon import lexicon
    >>> without_dates("Both met in May and after.", (0, 26), [Timex(12, 15, "DATE", "2024-05")], lexicon("en"))
    'Both met and after'
    """
    parts, position = [], span[0]
    for timex in timexes:
        if timex.start < position or timex.end > span[1]:
            continue
        start, end = _date_phrase(text, position, timex, span[1], lexicon)
        parts.append(_with_right_article(text[position:start], text[end : end + 2]))
        position = end
    parts.append(text[position : span[1]])
    plain = " ".join(parts)
    plain = " ".join(plain.split())
    if len(parts) > 1 and _GAP.search(plain):
        for pattern, replacement in _GAPS:
            plain = pattern.sub(replacement, plain)
    return plain.strip(_EDGES)


def _with_right_article(before: str, after: str) -> str:
    """The words before a removed expression, with "a" or "an" as the next word wants it: "a [March] accord"."""
    stem, article = before.rstrip().rpartition(" ")[::2]
    if article not in ("a", "an") or not after.strip():
        return before
    return f"{stem} {'an' if after.strip()[0] in 'aeiou' else 'a'} "


_LEAD_WORD = re.compile(r"([\w'’]+)[\s(]*$")


def _date_phrase(text: str, least: int, timex: Timex, most: int, lexicon: Lexicon) -> Span:
    """The time expression with its prepositions, unless they belong to the noun that it describes."""
    start, end = timex.start, timex.end
    possessive = _POSSESSIVE.match(text, end, most)
    if possessive:
        end = possessive.end()
    elif _is_attribute(text, least, timex, most, lexicon):
        return start, end
    else:
        start = _without_prepositions(text, least, start, lexicon)
    return start, end


def _without_prepositions(text: str, least: int, start: int, lexicon: Lexicon) -> int:
    for _ in range(4):
        lead = _LEAD_WORD.search(text, max(least, start - 20), start)
        if not lead or lead[1].lower() not in lexicon.before_dates:
            break
        start = lead.start(1)
    return start


_POSSESSIVE = re.compile(r"\s?['’]s?\b")
_NEXT_WORD = re.compile(r"[ -]([\w'’-]+)")


def _is_attribute(text: str, least: int, timex: Timex, most: int, lexicon: Lexicon) -> bool:
    """Whether a time expression describes the noun after it: "the March talks", "third-quarter income"."""
    following = _NEXT_WORD.match(text, timex.end, most)
    if not following or following[1].lower() in lexicon.no_nouns:
        return False
    lead = _LEAD_WORD.search(text, max(least, timex.start - 20), timex.start)
    return bool(lead and lead[1].lower() in lexicon.determiners) or text[timex.end : timex.end + 1] == "-"


def _without_lead(plain: str, lexicon: Lexicon) -> str:
    """A sentence without the words that tie it to the one before: "But", "In addition,"."""
    for _ in range(4):
        first, _, rest = plain.partition(" ")
        word = first.strip(",“”\"'").lower()
        if plain[:30].lower().startswith(lexicon.connective_phrases):
            plain = plain.partition(",")[2].strip()
        elif rest and (word in lexicon.connectives or word == lexicon.that):
            plain = rest.lstrip(_EDGES)
        else:
            break
    return plain.strip(_EDGES)


def antecedent(text: str, sentence: Span, lexicon: Lexicon) -> tuple[str, str] | None:
    """The subject of a sentence and its last name if it has one, for a pronoun in the next.

    >>> from timeline.extract.lexicon import lexicon
    >>> antecedent("Prime Minister Ada Byron resigned.", (0, 34), lexicon("en"))
    ('Ada Byron', 'Byron')
    """
    words = words_of(text, sentence[0], min(sentence[1], sentence[0] + _LONGEST_SUBJECT), lexicon)[:16]
    verb = next((k for k, word in enumerate(words) if k and word.is_finite), None)
    if not verb:
        return None
    subject = _subject(words[:verb], lexicon)
    if not subject:
        return None
    phrase = tidy(text[subject[0].start : subject[-1].end])
    return (phrase, subject[-1].text) if len(phrase) <= 45 else None


def _subject(words: Sequence[Word], lexicon: Lexicon) -> Sequence[Word]:
    marks = [k for k, word in enumerate(words) if not word.text[0].isalnum()]
    if marks:
        words = words[: marks[0]] if marks[0] > 1 else words[marks[-1] + 1 :]
    first = next((word.lower for word in words), "")
    if not words or first in lexicon.no_subjects:
        return []
    name = _trailing_name(words, lexicon)
    return name if len(name) > 1 else words


def _trailing_name(words: Sequence[Word], lexicon: Lexicon) -> list[Word]:
    name: list[Word] = []
    for word in reversed(words):
        if (
            not word.text[0].isupper()
            or word.lower in lexicon.determiners
            or word.text.rstrip(".") in lexicon.honorifics
        ):
            break
        name.insert(0, word)
    return name


def _named(plain: str, known: tuple[str, str] | None, lexicon: Lexicon) -> str:
    """A title with the name in place of the pronoun that it begins with."""
    first, _, rest = plain.partition(" ")
    lower = first.lower()
    if not known or not rest:
        return plain
    phrase, last = known
    is_name = last[:1].isupper() and len(phrase.split()) <= 4
    if lower in lexicon.personal_pronouns and is_name:
        return f"{phrase} {rest}"
    if lower in lexicon.plural_pronouns and not _is_plural(phrase):
        return plain
    if lower in lexicon.thing_pronouns:
        return f"{phrase} {rest}"
    if lower in lexicon.possessives and is_name:
        return f"{phrase}{lexicon.possessives[lower]} {rest}"
    return plain


def _is_plural(phrase: str) -> bool:
    last = phrase.rpartition(" ")[2]
    return " and " in phrase or (last.endswith("s") and not last.endswith("ss")) or last.lower() == "people"


def _capital(plain: str) -> str:
    first = plain.partition(" ")[0]
    return plain if any(letter.isupper() for letter in first[1:]) else plain[:1].upper() + plain[1:]


def _balanced(plain: str) -> str:
    """A title without a bracket or a quotation mark whose other half was left behind."""
    if not _MARKS.search(plain):
        return plain
    plain = re.sub(r"\([^()]*\)", "", plain)
    for left, right in (("“", "”"), ("(", ")"), ("[", "]")):
        if plain.count(left) != plain.count(right):
            plain = plain.replace(left, "").replace(right, "")
    if plain.count('"') % 2:
        plain = plain.replace('"', "")
    return re.sub(r"\s+([,.;:])", r"\1", " ".join(plain.split())).strip(_EDGES)


def _without_insertion(plain: str, lexicon: Lexicon) -> str:
    """A title without what stands between commas after its subject: "The bank, founded by her, closed"."""
    if plain.count(",") < 2:
        return plain
    words = words_of(plain, 0, min(len(plain), 250), lexicon)
    commas = [k for k, word in enumerate(words) if word.lower == ","]
    opening = words[: commas[0]] if commas else words
    loose = words[0].lower in lexicon.prepositions or any(word.is_finite for word in opening)
    if len(commas) < 2 or loose or commas[0] > 9:
        return plain
    for close in commas[1:]:
        if close + 1 < len(words) and words[close + 1].is_finite and close - commas[0] > 2:
            return f"{plain[: words[commas[0]].start]} {plain[words[close + 1].start :]}"
    return plain


def shorten(plain: str, longest: int = LONGEST, lexicon: Lexicon | None = None) -> str:
    """A title of at most so many characters, cut where a phrase ends after the verb, if there is such a place.

    >>> shorten("The two sides signed a treaty, which the press had awaited for weeks", 40)
    'The two sides signed a treaty'
    """
    if len(plain) <= longest:
        return plain
    if lexicon:
        plain = _without_opening(plain, lexicon)
    if len(plain) <= longest:
        return plain
    head = plain[: longest + 1]
    least = max(min(_SHORTEST, longest // 2), _verb_end(head, lexicon) if lexicon else 0)
    cuts = [match.start() for match in _CUT.finditer(head) if match.start() >= least]
    commas = [cut for cut in cuts if head[cut : cut + 1] in ",;:–—"]
    cut = commas[-1] if commas else cuts[-1] if cuts else head.rfind(" ")
    short = head[: cut if cut > 0 else longest]
    return _without_last(short, lexicon.dangling if lexicon else frozenset())


def _without_last(plain: str, words: frozenset[str]) -> str:
    """A title without the words at its end that wait for another."""
    plain = plain.strip(_EDGES)
    before, _, last = plain.rpartition(" ")
    while before and last.lower() in words:
        plain = before.strip(_EDGES)
        before, _, last = plain.rpartition(" ")
    return plain


def _verb_end(head: str, lexicon: Lexicon) -> int:
    """Where the first verb ends with the word after it."""
    end, found = 0, False
    for number, word in enumerate(head.split(" ")):
        end += len(word) + 1
        if found:
            return end - 1
        found = number > 0 and lexicon.facts[word.strip(_QUOTES)][1]
    return 0


def _without_opening(plain: str, lexicon: Lexicon) -> str:
    """A long title without the phrase before its first comma, if that has no verb and the rest has one."""
    opening, comma, rest = plain.partition(", ")
    first = opening.partition(" ")[0].lower()
    loose = first.endswith("ing") or first in lexicon.prepositions | lexicon.subordinators | {"with", "under"}
    if not comma or not loose or len(rest) < _SHORTEST:
        return plain
    has_verb = any(lexicon.facts[word.strip(_QUOTES)][1] for word in rest.split(" ")[1:12])
    return _capital(rest) if has_verb else plain
