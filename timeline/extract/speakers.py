"""Who said it: the part of a sentence that tells so."""

from __future__ import annotations

from timeline.extract.inserted import insertion_end
from timeline.extract.lexicon import Lexicon
from timeline.extract.sentences import Span
from timeline.extract.verbs import is_ing
from timeline.extract.words import Dated, Words

__all__ = ["frame_of", "has_verb", "is_adverbial", "saying_of"]

_LONGEST_FRAME = 18
_LATEST_SPEECH = 16
_FEWEST_SAID = 4
_LONGEST_SPEAKER = 9
_LONGEST_FINDER = 12
_QUOTES = frozenset(('"', "”", "''"))
_ENDS = _QUOTES | {","}


def frame_of(words: Words, dated: Dated, lexicon: Lexicon) -> Span | None:
    """Where a sentence says who said it: "Rutte said on Tuesday that …", "…, the minister said".

    Args:
        words: The words of the sentence.
        dated: The numbers of those that stand in a time expression.
        lexicon: The words of the language.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> from timeline.extract.words import words_of
    >>> frame_of(words_of("Rutte said that both had left.", 0, 30, lexicon_of("en")), frozenset(), lexicon_of("en"))
    (0, 16)
    """
    return _leading_frame(words, dated, lexicon) or _trailing_frame(words, lexicon)


def _leading_frame(words: Words, dated: Dated, lexicon: Lexicon) -> Span | None:
    if " ".join(word.lower for word in words[:2]) in lexicon.according:
        end = next((k + 1 for k, word in enumerate(words[:-2]) if word.lower == ","), None)
        return (words[0].start, words[end].start) if end else None
    if words[0].lower == lexicon.parenthetic:
        return _parenthetic_frame(words, lexicon)
    told = _told_within(words, lexicon)
    for index in range(1, min(len(words) - 2, _LATEST_SPEECH + len(told))):
        word = words[index]
        if index in told or (words[index - 1].lower == "," and index - 2 not in told):
            continue
        if word.lower in lexicon.speech and words[index - 1].lower not in lexicon.determiners:
            end = _content_begin(words, index, dated, lexicon)
            return (words[0].start, words[end].start) if end else None
        if word.lower not in lexicon.be and word.is_finite and word.lower not in lexicon.having:
            return None
    return None


def _told_within(words: Words, lexicon: Lexicon) -> range:
    """The numbers of the words of a relative clause between a subject and its verb: "Ada Byron, who won, said"."""
    begin = next((k for k, word in enumerate(words[:_LATEST_SPEECH]) if word.lower in lexicon.relatives), 0)
    inserted = begin > 1 and words[begin - 1].lower == ","
    return range(begin, insertion_end(words, begin - 1, lexicon) if inserted else begin)


def saying_of(words: Words, frame: Span, lexicon: Lexicon) -> Span:
    """The part of what tells who said it where a date is that of the saying: up to a comma after the verb."""
    inside = [word for word in words if frame[0] <= word.start < frame[1]]
    verb = next((k for k, word in enumerate(inside) if word.lower in lexicon.speech), len(inside))
    end = next((word.start for word in inside[verb:] if word.lower == ","), frame[1])
    return frame[0], end


def _parenthetic_frame(words: Words, lexicon: Lexicon) -> Span | None:
    """Where "as" begins who said it: "As the president acknowledged in his remarks, …"."""
    comma = next((k for k, word in enumerate(words[:_LATEST_SPEECH]) if word.lower == ","), 0)
    verb = next((word for word in words[:comma] if word.is_finite), None)
    return (words[0].start, words[comma].end) if verb and verb.lower in lexicon.speech else None


def _content_begin(words: Words, verb: int, dated: Dated, lexicon: Lexicon) -> int | None:
    """The index of the first word of what was said, after a verb of speech at an index."""
    for index in range(verb + 1, min(verb + 10, len(words) - 2)):
        if words[index].lower == lexicon.that:
            return index + 1 if has_verb(words, index + 1, len(words)) else None
        is_subject = words[index].lower in lexicon.nominatives or words[index].lower in lexicon.expletives
        if is_subject and words[verb + 1].lower in lexicon.prepositions:
            return index if words[index + 1].is_finite else None  # "said at a meeting [they would leave]"
        if words[index].is_finite or words[index].lower in (lexicon.infinitive, ";"):
            break
    after = verb + 1
    while after < len(words) - 2 and is_adverbial(words, after, dated, lexicon):
        after += 1
    plain = words[verb].lower in lexicon.bare_speech and has_verb(words, after, len(words))
    return after if plain and words[after].lower not in (lexicon.infinitive, ".") else None


def is_adverbial(words: Words, index: int, dated: Dated, lexicon: Lexicon) -> bool:
    """Whether a word is one of a date, or leads to it."""
    word = words[index]
    if index in dated or word.lower in (",", ":"):
        return True
    return word.lower in lexicon.date_lead and index + 1 in dated


def _trailing_frame(words: Words, lexicon: Lexicon) -> Span | None:
    if words[0].lower in lexicon.same_time and sum(word.lower == "," for word in words) == 1:
        return None  # "While Rome slept, Ulm reported a fire"
    for index in range(len(words) - 2, max(0, len(words) - _LONGEST_FRAME), -1):
        if words[index].lower in _ENDS and _names_speaker(words, index, lexicon) and has_verb(words, 0, index):
            return words[_speaker_begin(words, index, lexicon)].start, words[-1].end
    return None


def _speaker_begin(words: Words, index: int, lexicon: Lexicon) -> int:
    """The index of the comma before who speaks, not that before his name: "[,] its mayor, Ada Byron, said"."""
    comma = next((k for k in range(index - 1, max(0, index - _LONGEST_SPEAKER), -1) if words[k].lower in _ENDS), index)
    named = words[index + 1].text[0].isupper() and any(word.lower == "," for word in words[index + 2 : index + 6])
    describes = words[comma + 1].lower in lexicon.determiners and not has_verb(words, comma, index)
    return comma if named and describes and comma >= _FEWEST_SAID else index


def _names_speaker(words: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether what follows a comma or a quotation tells who said what stands before."""
    tail = words[index + 1 : index + 12]
    if " ".join(word.lower for word in tail[:3]).startswith(lexicon.according):
        return True
    if _finds(words[index + 1 :], lexicon):
        return index >= _FEWEST_SAID
    speech = next((k for k, word in enumerate(tail) if word.lower.rstrip(".") in lexicon.speech), None)
    if speech is None or index < _FEWEST_SAID or tail[0].lower in lexicon.coordinators or is_ing(tail[0], lexicon):
        return False
    quoted = any(word.text in _QUOTES for word in words[index - 1 : index + 1])
    leads = speech > 0 or quoted or tail[0].lower in lexicon.bare_speech
    return leads and _ends_saying(tail, speech, lexicon)


def _finds(tail: Words, lexicon: Lexicon) -> bool:
    """Whether a sentence ends with who found what stands before: "researchers in Ulm found", not "was found"."""
    if len(tail) > _LONGEST_FINDER or tail[-1].lower.rstrip(".") not in lexicon.findings:
        return False
    first = tail[0].lower
    begins = first in lexicon.prepositions | lexicon.coordinators | lexicon.relatives | lexicon.several
    return not begins and all(not word.is_finite or word.lower in lexicon.having for word in tail[:-1])


def _ends_saying(tail: Words, speech: int, lexicon: Lexicon) -> bool:
    """Whether the words after a comma only tell who spoke: "the minister said on Tuesday", "said the minister"."""
    comma = next((k for k, word in enumerate(tail) if k > speech and word.lower == ","), len(tail))
    if any(word.lower == lexicon.that or word.lower in lexicon.relatives for word in tail[:comma]):
        return False
    lead = tail[speech - 1].lower if speech else ""
    if any(lead in some for some in (lexicon.be, lexicon.demonstratives, lexicon.determiners)):
        return False  # "is said", "those estimates"
    if speech == 0:  # "said the mayor", not "said the mayor had left"
        return not any(word.is_finite and not word.is_participle for word in tail[1:comma])
    behind = tail[speech + 1 : comma]
    if not behind or behind[0].lower in lexicon.after_speech:
        return True
    return behind[0].text[0].isupper() and not has_verb(tail, speech + 1, comma)  # no "said Rome had left"


def has_verb(words: Words, low: int, high: int) -> bool:
    """Whether one of the words between two indices can be a finite verb."""
    return any(word.is_finite for word in words[low:high])
