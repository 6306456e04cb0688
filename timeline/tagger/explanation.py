"""Why an expression has its value."""

from __future__ import annotations

from dataclasses import dataclass

from timeline.model.date import EdtfDate
from timeline.tagger.text_pass import Found

__all__ = ["Explanation", "explanation_of"]


@dataclass(frozen=True, slots=True)
class Explanation:
    """How a value came about.

    Args:
        phrase: The words.
        value: The TIMEX3 value.
        type: DATE, TIME, DURATION or SET.
        mod: What the value leaves open.
        date: The EDTF date, None if there is none.
        rule: The rule that read the words.
        operator: The operator that made the value.
        anchor: The day of publication, as it was given.
        steps: What was done, one after the other.
        zone: What a time states of its zone.
        alternatives: Other values that it can have, where the text does not tell.
    """

    phrase: str
    value: str
    type: str
    mod: str | None
    date: EdtfDate | None
    rule: str
    operator: str
    anchor: str
    steps: tuple[str, ...]
    zone: str | None = None
    alternatives: tuple[str, ...] = ()

    @property
    def earliest(self) -> EdtfDate | None:
        """The first day that is meant."""
        return self.date and self.date.earliest

    @property
    def latest(self) -> EdtfDate | None:
        """The last day that is meant."""
        return self.date and self.date.latest

    def as_dict(self) -> dict[str, object]:
        """The same for JSON."""
        return {name: _plain(getattr(self, name)) for name in _IN_JSON}

    def __str__(self) -> str:
        values = " or ".join((self.value, *self.alternatives))
        rows = {
            "phrase": self.phrase,
            "value": f"{values} ({', '.join(filter(None, (self.type, self.zone, self.mod)))})",
            "earliest": self.earliest or "open",
            "latest": self.latest or "open",
            "published": self.anchor or "not known",
            "rule": self.rule,
            "operator": self.operator,
        }
        lines = [f"{name:<10}{value}" for name, value in rows.items()]
        return "\n".join([*lines, "steps", *(f"  {number}. {step}" for number, step in enumerate(self.steps, 1))])


_IN_JSON = (
    *("phrase", "value", "type", "mod", "date", "earliest", "latest"),
    *("rule", "operator", "anchor", "steps", "zone", "alternatives"),
)


def _plain(value: object) -> object:
    return str(value) if isinstance(value, EdtfDate) else list(value) if isinstance(value, tuple) else value


def explanation_of(text: str, found: Found, published: str) -> Explanation:
    """The explanation of one expression of a text."""
    timex = found.timex()
    return Explanation(
        text[timex.start : timex.end],
        timex.value,
        timex.type,
        timex.mod,
        timex.date,
        timex.rule,
        found.node.rule.make,
        published,
        found.steps if published else ("there is no publication date: what depends on it stays open", *found.steps),
        timex.zone,
        timex.alternatives,
    )
