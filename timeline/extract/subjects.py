"""What a pronoun, or "the company", at the begin of a clause stands for."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from timeline.extract.clauses import Clause
from timeline.extract.entities import (
    is_of_kind,
    is_of_other_sex,
    is_proper,
    names_person,
    nearby,
    phrase_of,
    seems_person,
)
from timeline.extract.inserted import insertion_of
from timeline.extract.lexicon import Lexicon
from timeline.extract.namekinds import is_living
from timeline.extract.names import names_of, proper_names
from timeline.extract.rivals import is_disputed
from timeline.extract.sentences import Span
from timeline.extract.verbs import is_ing, is_owned
from timeline.extract.words import Word, Words, words_of

__all__ = ["antecedent", "is_plural", "name_within", "trailing_name", "with_name"]

_LATEST_VERB = 16
_LONGEST_PHRASE = 45
_LONGEST_NAME = 4
_LONGEST_NOUN = 3
_MOST_TOLD = 6  # sentences before in which somebody else can be named whom a pronoun could mean
_MOST_OTHERS = 3  # sentences about something else after which a pronoun means nobody any more


def with_name(words: Words, text: str, clause: Clause, before: Sequence[Span], lexicon: Lexicon) -> Words:
    """A clause with what its first words stand for: the subject before it, in its sentence or in one of those before.

    Returns:
        The clause as it is if it begins with no pronoun; no words if it is not told what the pronoun stands for.
    """
    first = words[0].lower if words else ""
    if first in lexicon.pointing and len(words) > 2 and _is_company(words[1:3], lexicon):
        return _with_organization(words, text, before, lexicon) or words
    if first not in lexicon.pronouns:
        return words
    if words[1:2] and words[1].lower in lexicon.coordinators:
        return ()  # "she and her daughter"
    near = nearby(text, *clause.head)
    personal = first in lexicon.personal_pronouns | lexicon.person_possessives
    earlier = before if personal else before[:1]
    if not personal and not clause.frame and clause.head[0] > clause.sentence[0]:
        return ()  # "it" in a later clause can be anything of the one before
    subjects = _subjects(text, clause, earlier, words[0], lexicon)
    named = ((_named(words, known, near, lexicon), known) for known in subjects)
    told, meant = next(((told, known) for told, known in named if told), ((), ()))
    return () if personal and meant and _is_disputed(meant, words[0], text, clause, before, lexicon) else told


def _is_disputed(
    name: Words, pronoun: Word, text: str, clause: Clause, before: Sequence[Span], lexicon: Lexicon
) -> bool:
    """Whether the sentences before name somebody else whom a pronoun at the begin of a sentence could mean as well."""
    if name[0].start >= clause.sentence[0]:
        return False
    every = [words_of(text, *span, lexicon) for span in before[:_MOST_TOLD]]
    told = [(words, antecedent(words, lexicon)) for words in every]
    return is_disputed(name, pronoun.lower, told, nearby(text, *clause.head), lexicon)


def _is_company(words: Words, lexicon: Lexicon) -> bool:
    """Whether a noun stands for an organization named before: "the bank", but not "the Bank of Japan"."""
    noun, following = words
    is_name = noun.text[0].isupper() or following.lower == lexicon.genitive
    return _stem(noun) in lexicon.company_nouns and not is_name


def _stem(word: Word) -> str:
    return word.lower.removesuffix("'s")


def _with_organization(words: Words, text: str, before: Sequence[Span], lexicon: Lexicon) -> Words:
    """A clause with the name of the organization in place of "the company"."""
    name = next(_organizations(text, before, words[:2], lexicon), ())
    return _owning(name, "'s" * (words[1].lower != _stem(words[1]))) + words[2:] if name else ()


def _organizations(text: str, before: Sequence[Span], noun: Words, lexicon: Lexicon) -> Iterator[Words]:
    """The subjects that a noun can stand for, the nearest first, up to where another organization is named."""
    near = nearby(text, noun[0].start, noun[0].end)
    for span in before[:_MOST_OTHERS]:
        words = words_of(text, *span, lexicon)
        name = antecedent(words, lexicon)
        verb, *following = [word.lower for word in words if name and word.start > name[-1].start] or [""]
        if any(other not in phrase_of(name) for other in names_of(text, span, lexicon).organizations):
            return
        if name and is_of_kind(name, _stem(noun[-1]), near, lexicon) and not is_living(verb, following, lexicon):
            yield name


def _owning(words: Words, ending: str) -> Words:
    return (*words[:-1], words[-1]._replace(text=words[-1].text + ending)) if words else ()


def _subjects(text: str, clause: Clause, before: Sequence[Span], pronoun: Word, lexicon: Lexicon) -> Iterator[Words]:
    begin, head = clause.sentence[0], min(pronoun.start, clause.head[0])
    if begin < head:
        inside = clause.frame if clause.frame and clause.frame[0] == begin else (begin, head)
        known = antecedent(words_of(text, *inside, lexicon), lexicon)
        if known and not _names_others(text, (inside[0], head), known, lexicon):
            yield known
        return
    between: list[Span] = []
    near = nearby(text, *clause.head)
    same = lexicon.same_person.get(pronoun.lower, {pronoun.lower})
    opposite = lexicon.opposites.get(pronoun.lower, frozenset())
    for span in before:
        words = words_of(text, *span, lexicon)
        known = antecedent(words, lexicon)
        other = known and _tells_of_another(words, known, lexicon)
        if known and not other and not any(_names_others(text, one, known, lexicon) for one in between):
            yield known
        lowers = [word.lower for word in words[:_LATEST_VERB]]
        place = next((k for k, lower in enumerate(lowers) if lower in same), -1)
        if place < 0:
            between.append(span)
        elif _introduces(words[:place], lexicon) or _names_subject(words[:place], near, lexicon):
            break
        if len(between) == _MOST_OTHERS or any(word.lower in opposite for word in _unquoted(words[:_LATEST_VERB])):
            break


def _unquoted(words: Words) -> Iterator[Word]:
    """Words without those that somebody else said."""
    quoted = False
    for word in words:
        quoted = word.text == "“" or (quoted and word.text != "”")
        if not quoted:
            yield word


def _tells_of_another(words: Words, name: Words, lexicon: Lexicon) -> bool:
    """Whether a sentence is not about who stands between commas in it: "His lawyer, Ada Byron, said he left"."""
    begin = words.index(name[0])
    apposed = begin > 0 and words[begin - 1].text == ","
    return apposed and any(word.lower in lexicon.same_person for word in words[:1] + words[begin:])


def _introduces(words: Words, lexicon: Lexicon) -> bool:
    """Whether words tell of a person who has no name, whom a pronoun after them means: "arrested a dealer, but he"."""
    vague, told_of = lexicon.indefinite, lexicon.be | {lexicon.parenthetic}
    for k, word in enumerate(words):
        if word.lower in lexicon.person_words:
            low = next(
                (low for low in range(k - 1, max(-1, k - _LONGEST_NOUN - 1), -1) if words[low].lower in vague), -1
            )
            if low >= 0 and (not low or words[low - 1].lower not in told_of):  # "trained as a pilot, she"
                return True
    return False


def _names_subject(words: Words, text: str, lexicon: Lexicon) -> bool:
    """Whether the last verb of words has a person as its subject, whom a pronoun behind means: "Mr Weber said [he]"."""
    verb = next((k for k in range(len(words) - 1, 0, -1) if words[k].is_finite), 0)
    while verb and _is_adverbial(words[verb - 1], lexicon):  # "Weber always had"
        verb -= 1
    name = trailing_name(words[:verb], lexicon)
    if not name or name[0].lower in lexicon.stopwords:
        return False
    titled = any(word.text.rstrip(".") in lexicon.honorifics for word in words[:verb][-1 - len(name) : -len(name)])
    return titled or names_person(name, text, lexicon)


def _names_others(text: str, span: Span, subject: Words, lexicon: Lexicon) -> bool:
    """Whether a passage names somebody else, too, whom a pronoun after it could mean."""
    told, words = phrase_of(subject), words_of(text, *span, lexicon)
    others = [name for name in proper_names(words, lexicon) if " " in name]
    others += [name.text for title, name in pairwise(words) if title.text.rstrip(".") in lexicon.honorifics]
    return any(name not in told and told not in name for name in others)


def antecedent(words: Words, lexicon: Lexicon) -> Words:
    """The subject of a sentence for a pronoun in the next, its last name if it has one; no words if it has none.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> words = words_of("Prime Minister Ada Byron resigned.", 0, 34, lexicon_of("en"))
    >>> [word.text for word in antecedent(words, lexicon_of("en"))]
    ['Ada', 'Byron']
    """
    verb = next((k for k, word in enumerate(words[:_LATEST_VERB]) if k and word.is_finite), 0)
    while verb and _is_adverbial(words[verb - 1], lexicon):  # "Ada Byron yesterday left"
        verb -= 1
    subject = _apposed(words, lexicon) or _subject(words[:verb], lexicon)
    return subject if subject and subject[-1].end - subject[0].start <= _LONGEST_PHRASE else ()


def _apposed(words: Words, lexicon: Lexicon) -> Words:
    """The name between two commas before a verb: "The president, Ada Byron, resigned"."""
    inside = insertion_of(words, lexicon)
    return trailing_name(name_within(words, inside, lexicon), lexicon) if inside else ()


def _is_adverbial(word: Word, lexicon: Lexicon) -> bool:
    """Whether a word between a subject and its verb belongs to the verb: an adverb, a day."""
    return word.lower in lexicon.adverbs or word.lower in lexicon.openings or word.text in lexicon.weekdays_and_months


def _subject(words: Words, lexicon: Lexicon) -> Words:
    marks = [k for k, word in enumerate(words) if not word.text.strip("$£€.’'")[:1].isalnum()]
    if marks:
        whole = marks[0] > 1 or marks[0] == len(words) - 1  # "Weber, [who] won"
        whole = whole and words[marks[0]].text != ":"  # "IN SHORT: Weber"
        behind = words[marks[0] + 1 :] if len(marks) == 1 else ()
        whole = whole and not (behind and all(word.text[0].isupper() for word in behind))  # "A day later, Mr Weber"
        words = words[: marks[0]] if whole else words[marks[-1] + 1 :]
    first = next((word.lower for word in words), "")
    loose = first.endswith(lexicon.adverb_endings) and len(words) > 1 and words[1].text[0].islower()
    if not words or loose or first in lexicon.no_subjects or words[-1].is_participle:
        return ()
    name = trailing_name(words, lexicon)
    others = words[: len(words) - len(name)]
    apart = lexicon.openings | {lexicon.genitive, lexicon.infinitive}
    joined = any(word.lower in apart for word in others) or (bool(others) and others[-1].lower in lexicon.coordinators)
    return name if len(name) > 1 and not joined else words


def trailing_name(words: Words, lexicon: Lexicon) -> Words:
    """The capitalised name at the end of some words, without the title of a person before it."""
    start = len(words)
    while start and _is_of_name(words[start - 1], lexicon):
        start -= 1
    return words[start:]


def _is_of_name(word: Word, lexicon: Lexicon) -> bool:
    is_title = word.text.rstrip(".") in lexicon.honorifics
    return word.text[0].isupper() and word.lower not in lexicon.determiners and not is_title


def _named(words: Words, known: Words, text: str, lexicon: Lexicon) -> Words:
    """A clause with the subject in place of the pronoun that it begins with, no words if it cannot be meant."""
    lower = words[0].lower
    is_name = len(known) <= _LONGEST_NAME and all(word.text[0].isupper() for word in known)
    is_name = is_name and known[0].lower not in lexicon.articles and is_proper(phrase_of(known), text)
    if len(words) < 2:
        return ()
    if lower in lexicon.possessives and not is_name:  # "the union said that its members"
        owns = lower in lexicon.expletives and known[0].lower in lexicon.articles and not is_plural(known, lexicon)
        return _owning(known, lexicon.possessives[lower]) + words[1:] if owns else ()
    if lower in lexicon.personal_pronouns | lexicon.person_possessives:
        fits = is_name and names_person(known, text, lexicon) and not is_of_other_sex(known, lower, text, lexicon)
    elif lower in lexicon.plural_pronouns:
        fits = is_plural(known, lexicon)
    else:
        fits = is_name and not is_plural(known, lexicon) and not seems_person(known, text, lexicon)
    return _owning(known, lexicon.possessives.get(lower, "")) + words[1:] if fits else ()


def name_within(words: Words, inside: range, lexicon: Lexicon) -> Words:
    """The name of a subject that stands alone in what is inserted behind it; no words if none does.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> text = "The president, Ada Byron, 43, resigned"
    >>> words = words_of(text, 0, len(text), lexicon_of("en"))
    >>> [word.text for word in name_within(words, insertion_of(words, lexicon_of("en")), lexicon_of("en"))]
    ['Ada', 'Byron']
    """
    subject, told = words[: inside.start], words[inside.start + 1 : inside.stop - 1]
    return _person_within(subject, told, words[inside.stop], lexicon) or _thing_within(subject, told, lexicon)


def _person_within(subject: Words, words: Words, verb: Word, lexicon: Lexicon) -> Words:
    """The name of a person, if one begins what stands between two commas: "the president, Ada Byron, resigned"."""
    comma = next((k for k, word in enumerate(words) if word.text == ","), len(words))
    name = words[:comma]
    is_name = 1 < len(name) < 5 and all(word.text[0].isupper() for word in name)
    if not is_name or not lexicon.organization_words.isdisjoint(word.text for word in name):
        return ()
    leads = any(word.lower in lexicon.openings and word.lower != lexicon.genitive for word in subject)
    leads = leads or _is_of_person(subject, lexicon)
    several = leads or (is_plural(subject, lexicon) and verb.lower not in lexicon.singular_verbs)
    return () if several or any(_is_added(subject, k, lexicon) for k in range(len(subject))) else name


def _is_added(subject: Words, index: int, lexicon: Lexicon) -> bool:
    """Whether a participle that stands behind a noun tells of it: "a man [killed] in", not "Ulm's [beaten] mayor"."""
    word = subject[index]
    return is_ing(word, lexicon) or (word.is_participle and not is_owned(subject, index, lexicon))


def _is_of_person(subject: Words, lexicon: Lexicon) -> bool:
    """Whether a subject is no person but belongs to one, whose name follows: "the death of the mayor, Ada Byron,"."""
    genitive = next((k for k, word in enumerate(subject) if k and word.lower == lexicon.genitive), 0)
    named = subject[-1].lower.rpartition("-")[2] in lexicon.person_words
    return bool(genitive) and named and subject[genitive - 1].lower not in lexicon.person_words


def _thing_within(subject: Words, words: Words, lexicon: Lexicon) -> Words:
    """The name of a thing that stands alone between two commas: "the telescope, called Halley, was switched on"."""
    name = words[words[0].is_participle :]
    is_name = 0 < len(name) <= _LONGEST_NAME and all(word.text[0].isupper() for word in name)
    vague = subject[0].lower in lexicon.pointing and all(word.text[0].islower() for word in subject[1:])
    person = subject[-1].lower in lexicon.person_words
    return name if is_name and vague and not person and not is_plural(subject, lexicon) else ()


def is_plural(words: Words, lexicon: Lexicon) -> bool:
    """Whether a phrase names several.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> texts = "The two sides", "Weber and Lind", "Honduras", "The number of deaths"
    >>> [is_plural(words_of(text, 0, len(text), lexicon_of("en")), lexicon_of("en")) for text in texts]
    [True, True, False, False]
    """
    head = next((k for k, word in enumerate(words) if word.lower == lexicon.genitive), len(words))
    last = words[max(0, head - 1)]
    is_common = last.text.endswith("s") and not last.text.endswith(lexicon.no_plurals)
    is_common = is_common and (last.text[0].islower() or (head > 1 and words[0].lower == lexicon.definite))
    joined = any(word.lower in lexicon.coordinators for word in words)
    return joined or is_common or last.lower in lexicon.several
