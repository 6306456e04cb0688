"""What a locale can say: a misspelt field or list would be passed over, and its words with it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from pathlib import Path
from typing import Any

from timeline.model.errors import TimelineError, did_you_mean

__all__ = ["TENSE_LISTS", "refuse_unknown"]


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


_FIELDS = _names(
    "language published anchors day-first frames articles before-dates after-dates lexicon weak-classes strong-words "
    "shorthand tense rules"
)
_RULE_FIELDS = _names("id doc pattern gives make after prefer examples not")

TENSE_LISTS = _names(
    "adverb-endings adverbs after-origins after-rates agents attributes-future attributes-past auxiliaries awaited "
    "bare-forms before-future before-month before-past before-progressive between business certain clause-ends "
    "comparison complement conjunctions continuing copulas costing counts definite degrees demands denials "
    "determiners ends-lasting ensuing extending extents foreseen foretelling future future-if-alone "
    "future-if-denied future-of-days games genitive given-names goals grounds habits hearsay hedges imperatives "
    "infinitive infinitive-marks invariable joining lasting lasts limits modals moments moving name-endings "
    "narrative not-infinitive not-past not-present of-days of-seasons one openers orders origins outcomes "
    "participle-beginnings participle-endings participles particles passive past past-endings past-if-denied "
    "past-if-refused per-unit perfect perfect-endings perfect-infinitives places plan-prepositions planned plans "
    "pluperfect plural-endings plural-plans plural-pronouns prefixes prepositions present present-ending "
    "present-perfect progressive pronouns raising ranks recalled recurring relative relative-pronouns reporting "
    "second-endings seeming separable sequels singular-plans sources states subordinate subordinating suffered "
    "sure unkept unplanned upcoming waiting withheld"
)
"""The lists of words that tell a tense."""


def refuse_unknown(data: Mapping[str, Any], path: Path) -> None:
    """Refuse a locale with a name that nothing asks for.

    Args:
        data: The file as dictionaries, lists and texts.
        path: The file.

    Raises:
        TimelineError: It has a field, a field of a rule or a list of `tense` that there is not.

    >>> refuse_unknown({"language": "nl", "tense": {"past-ending": "de te"}}, Path("nl.yaml"))
    Traceback (most recent call last):
    timeline.model.errors.TimelineError: nl.yaml: there is no list 'past-ending' under 'tense'; ...
    """
    _refuse(data, _FIELDS, "field", "in a locale", path)
    _refuse(data.get("tense", {}), TENSE_LISTS, "list", "under 'tense'", path)
    for rule in data.get("rules", ()):
        _refuse(rule, _RULE_FIELDS, "field", f"in a rule, as '{rule.get('id', '?')}' has it", path)


def _refuse(names: Iterable[str], known: Collection[str], what: str, where: str, path: Path) -> None:
    for name in names:
        if name not in known:
            hint = did_you_mean(name, known) or f"use one of: {', '.join(sorted(known))}"
            raise TimelineError(f"there is no {what} '{name}' {where}", hint=hint, path=path)
