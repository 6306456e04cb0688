"""Why an expression has its value."""

from __future__ import annotations

from dataclasses import asdict, dataclass

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
        earliest: The first day that is meant.
        latest: The last day.
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
    earliest: EdtfDate | None
    latest: EdtfDate | None
    rule: str
    operator: str
    anchor: str
    steps: tuple[str, ...]
    zone: str | None = None
    alternatives: tuple[str, ...] = ()

    def as_dict(self) -> dict[str, object]:
        """The same for JSON."""
        fields = asdict(self) | {name: getattr(self, name) for name in ("date", "earliest", "latest")}
        return {name: str(value) if isinstance(value, EdtfDate) else value for name, value in fields.items()} | {
            "steps": list(self.steps),
            "alternatives": list(self.alternatives),
        }

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


def explanation_of(text: str, found: Found, published: str) -> Explanation:
    """The explanation of one expression of a text."""
    timex = found.timex()
    date = timex.date
    return Explanation(
        text[timex.start : timex.end],
        timex.value,
        timex.type,
        timex.mod,
        date,
        date.earliest if date else None,
        date.latest if date else None,
        timex.rule,
        found.node.rule.make,
        published,
        found.steps if published else ("there is no publication date: what depends on it stays open", *found.steps),
        timex.zone,
        timex.alternatives,
    )
