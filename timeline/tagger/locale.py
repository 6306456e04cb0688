"""A language as data: its words, rules and examples, read from ``locales/<language>.yaml``."""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, cached_property, lru_cache
from itertools import takewhile
from pathlib import Path
from typing import Any

from timeline.model.errors import TimelineError
from timeline.model.garbage import no_garbage_collection
from timeline.tagger.fields import refuse_unknown
from timeline.tagger.lexer import Alphabet, Lexer
from timeline.tagger.matcher import Matcher, Rule
from timeline.tagger.pattern import literal_class, parse_pattern
from timeline.yamldoc import load_plain

__all__ = ["Locale", "TenseWords", "has_rules", "languages", "load_locale", "no_rules", "region_of"]

_ANCHOR = "anchor"
"""The class of the names that an editor has given to dates."""

_FOLDER = Path(__file__).parent / "locales"  # importlib.resources would be a good part of the start-up
_REGION = 2  # letters
_INTEGER = re.compile(r"[+-]?[0-9]{1,12}")
_WORDS = re.compile(r"[^\W\d_]+|[0-9]+(?:[.,:/\-–—][0-9]+)*|[^\s]")
_SHORTHAND = re.compile(r"\$([a-z-]+)")
_SIGNS = re.compile(r"[][(){}|<>\\]")  # of patterns
_SUBTAGS = re.compile("[-_]")
_SAME_SIGNS = {"'": "’", "-": "–‐‑"}
# What a number alone can be: no expression stands on these without a word beside it.
_WEAK_NUMBERS = (
    "number count decimal day-number hour minute month-number two-digits military number-range day-range "
    "clock-range dotted-clock decade-number year-month-number"
)


@cache
def languages() -> tuple[str, ...]:
    """The languages that have a file, in the order of their tags.

    >>> "en" in languages()
    True
    """
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.yaml")))


def has_rules(tag: str) -> bool:
    """Whether there is a file for the language of a BCP 47 tag.

    >>> has_rules("en-GB"), has_rules("enm")
    (True, False)
    """
    return _language(tag) in languages()


def _language(tag: str) -> str:
    return _SUBTAGS.split(tag, maxsplit=1)[0].lower()


def region_of(tag: str) -> str:
    """The region (ISO 3166) that a BCP 47 tag names, "" if it names none.

    >>> region_of("en-gb"), region_of("en-Latn-CA"), region_of("en"), region_of("en-x-us")
    ('GB', 'CA', '', '')
    """
    subtags = takewhile(lambda part: len(part) > 1, _SUBTAGS.split(tag)[1:])
    return next((part.upper() for part in subtags if len(part) == _REGION and part.isalpha()), "")


def no_rules(language: str) -> TimelineError:
    """What is said of a language that has no file."""
    return TimelineError(f"no rules for the language {language!r}", hint=f"use one of: {', '.join(languages())}")


def load_locale(language: str, anchors: frozenset[str] = frozenset()) -> Locale:
    """The locale of a language, with the names that an editor has given to dates.

    Args:
        language: Its BCP 47 tag, of which only the language counts here: ``en-GB`` is read as ``en``.
        anchors: The names.

    Raises:
        TimelineError: There is no file for the language, or it has a name that nothing asks for.

    >>> load_locale("en-GB") is load_locale("en", frozenset())
    True
    """
    if not has_rules(language):
        raise no_rules(language)
    return _load(_language(language), anchors)


@lru_cache(maxsize=16)
def _load(language: str, anchors: frozenset[str]) -> Locale:
    plain = _plain(language)
    return Locale(plain.data, anchors) if anchors else plain


@cache
def _plain(language: str) -> Locale:
    path = _FOLDER / f"{language}.yaml"
    with no_garbage_collection():
        data: Mapping[str, Any] = load_plain(path)  # type: ignore[assignment]
        refuse_unknown(data, path)
        locale = Locale(data)
        gc.collect()  # what is made here lives on: the collector need not run over it while texts are read
        return locale


class TenseWords:
    """The words that tell where a sentence looks.

    Args:
        entries: The lists of words by their name, as the file has them.
    """

    def __init__(self, entries: Mapping[str, str]) -> None:
        self._sets = {name: frozenset(words.split()) for name, words in entries.items()}
        self.endings: tuple[str, ...] = tuple(entries.get("past-endings", "").split())

    def set(self, name: str) -> frozenset[str]:
        """The words of one list.

        >>> sorted(TenseWords({"perfect": "have having"}).set("perfect"))
        ['have', 'having']
        """
        return self._sets.get(name, frozenset())

    def signs(self, prefix: str) -> dict[str, int]:
        """The words of two lists, with -1 for the past and 1 for the future, and those behind what is ``separable``.

        >>> TenseWords({"before-past": "since", "before-future": "by"}).signs("before-")
        {'since': -1, 'by': 1}
        """
        signs = dict.fromkeys(self.set(f"{prefix}past"), -1) | dict.fromkeys(self.set(f"{prefix}future"), 1)
        return {part + word: sign for part in self.set("separable") for word, sign in signs.items()} | signs


class Locale:
    """One language.

    Args:
        data: The file as dictionaries, lists and texts.
        anchors: The names that an editor has given to dates.
    """

    def __init__(self, data: Mapping[str, Any], anchors: frozenset[str] = frozenset()) -> None:
        self.language: str = data["language"]
        self.published: str = data["published"]
        self.data = data
        self.anchors: dict[str, str] = data.get("anchors", {})
        self.values = {_ANCHOR: _named(anchors, data.get("articles", "").split()), **_values(data.get("lexicon", {}))}
        self.rules = [*_phrase_rules(self.language, self.values), *self._rules()]
        self.frames: dict[str, str] = data.get("frames", {})
        self.before_dates = frozenset(data.get("before-dates", "").split())
        self.after_dates = frozenset(data.get("after-dates", "").split())
        self.tense = TenseWords(data.get("tense", {}))
        self._orders = _orders(data.get("day-first", "unknown"))
        self._lists = cache(lambda classes: [self.values[name] for name in sorted(classes) if name in self.values])
        self._phrases = cache(lambda name: {_as_written(words): said for words, said in self.values[name].items()})

    def day_first(self, tag: str) -> bool | None:
        """Whether ``03/04`` is the third of April where people write as a BCP 47 tag says; None if both are usual.

        >>> [load_locale("en").day_first(tag) for tag in ("en", "en-GB", "en-US")]
        [None, True, False]
        """
        regions = [part.upper() for part in _SUBTAGS.split(tag)[1:]]
        return next((self._orders[region] for region in regions if region in self._orders), self._orders.get(""))

    def _rules(self) -> Iterator[Rule]:
        shorthand = self.data.get("shorthand", {})
        for entry in self.data.get("rules", ()):
            patterns = entry["pattern"] if isinstance(entry["pattern"], list) else [entry["pattern"]]
            make, fixed = _make(entry["make"])
            yield Rule(
                id=f"{self.language}/{entry['id']}",
                doc=entry.get("doc", ""),
                patterns=tuple(parse_pattern(_spell_out(pattern, shorthand)) for pattern in patterns),
                gives=entry.get("gives", "when"),
                make=make,
                fixed=fixed,
                prefer=int(entry.get("prefer", 0)),
                after=frozenset(entry.get("after", "").split()),
            )

    @cached_property
    def ordinals(self) -> dict[str, int]:
        """Numbers and ordinals by their words."""
        return {**self.values["number"], **self.values["ordinal"]}

    @cached_property
    def alphabet(self) -> Alphabet:
        """The characters of the classes."""
        return Alphabet()

    @cached_property
    def _pattern_words(self) -> frozenset[str]:
        """The words that stand in patterns as themselves."""
        return frozenset().union(*(pattern.words for rule in self.rules for pattern in rule.patterns))

    @cached_property
    def lexer(self) -> Lexer:
        """What cuts a text into words and classes."""
        words: dict[str, frozenset[str]] = {}
        for name, entries in self.values.items():
            for word in entries:
                if len(_WORDS.findall(word)) == 1:
                    words[word] = words.get(word, frozenset()) | {name}
        for word in self._pattern_words:
            words[word] = words.get(word, frozenset()) | {literal_class(word)}
        for sign, others in _SAME_SIGNS.items():
            words.update(dict.fromkeys(others, words.get(sign, frozenset())))
        return Lexer(words, self.alphabet)

    @cached_property
    def matcher(self) -> Matcher:
        """What reads the runs of classes."""
        literals = set(map(literal_class, self._pattern_words))
        weak = {*_WEAK_NUMBERS.split(), *self.data.get("weak-classes", "").split()}
        strong = {literal_class(word) for word in self.data.get("strong-words", "").split()}
        strong |= set(self._telling_words(self.lexer, weak | literals - strong))
        return Matcher(self.rules, self.alphabet, frozenset(weak | literals - strong))

    def _telling_words(self, lexer: Lexer, weak: set[str]) -> Iterator[str]:
        """A word of every phrase that could stand alone but holds none that tells: the longest."""
        for rule in self.rules:
            if rule.make != "phrase" or rule.gives in weak:
                continue
            for pattern in rule.patterns:
                if not any(lexer.classes_of(word) - weak for word in pattern.words):
                    yield literal_class(max(pattern.words, key=len))

    def word_value(self, word: str, classes: frozenset[str]) -> Any:
        """What a word says as one of some classes: a number, a code, or itself."""
        for values in self._lists(classes):
            for written in (word.lower(), word, word.capitalize()):
                if written in values:
                    return values[written]
        digits = word.lstrip("'’‘")
        return int(digits) if digits.isascii() and digits.isdigit() else word

    def phrase_value(self, words: str, name: str) -> Any:
        """What several words say as an entry of one class; they are given without the blanks between."""
        return self._phrases(name)[_as_written(words)]


def _as_written(phrase: str) -> str:
    return phrase.lower().replace(" ", "").replace("’", "'")


def _orders(entry: str | Mapping[str, str]) -> dict[str, bool]:
    """Whether the day comes first, by region; "" is everywhere else."""
    if isinstance(entry, str):
        return {} if entry == "unknown" else {"": entry == "true"}
    return {region: answer == "true" for answer, regions in entry.items() for region in regions.split()}


def _make(entry: Any) -> tuple[str, dict[str, object]]:
    """An operator's name, or its name and what it gets besides the places of the pattern."""
    if isinstance(entry, str):
        return entry, {}
    [(name, fixed)] = entry.items()
    return name, {key.replace("-", "_"): _typed(value) for key, value in fixed.items()}


def _typed(text: str) -> object:
    if text in ("true", "false"):
        return text == "true"
    return int(text) if _INTEGER.fullmatch(text) else text


def _named(anchors: Iterable[str], articles: Sequence[str]) -> dict[str, str]:
    """Names by how they are written: with an article, in each of its forms, as in "vor dem Gipfel"."""
    formed = {
        f"{article} {noun}".lower(): name
        for name in anchors
        for first, _, noun in [name.partition(" ")]
        for article in articles
        if noun and first.lower() in articles
    }
    return formed | {name.lower(): name for name in anchors}


def _values(lexicon: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    values: dict[str, dict[str, Any]] = {}
    for name, entries in lexicon.items():
        words = entries.split() if isinstance(entries, str) else entries
        values[name] = (
            {word: _typed(value) for value, listed in words.items() for word in _listed(listed)}
            if isinstance(words, Mapping)
            else {word: word for word in words}
        )
    return values


def _listed(words: str | list[str]) -> list[str]:
    return words if isinstance(words, list) else words.split()


def _phrase_rules(language: str, values: Mapping[str, Mapping[str, Any]]) -> Iterator[Rule]:
    """Entries of several words are rules of their own that give the class."""
    for name, entries in values.items():
        phrases = [word for word in entries if len(_WORDS.findall(word)) > 1]
        patterns = tuple(parse_pattern(" ".join(map(_as_itself, _WORDS.findall(phrase)))) for phrase in phrases)
        if patterns:
            yield Rule(
                f"{language}/words-of-{name}", f"Words of the class {name}.", patterns, name, "phrase", {"of": name}
            )


def _as_itself(word: str) -> str:
    """A word or sign of a phrase, as it is written in a pattern."""
    return _SIGNS.sub(r"\\\g<0>", word)


def _spell_out(pattern: str, shorthand: Mapping[str, str]) -> str:
    def spelt(found: re.Match[str]) -> str:
        if found[1] not in shorthand:
            raise TimelineError(f"the pattern {pattern!r} uses ${found[1]}", hint="name it under shorthand")
        return shorthand[found[1]]

    while _SHORTHAND.search(pattern):
        pattern = _SHORTHAND.sub(spelt, pattern)
    return pattern
