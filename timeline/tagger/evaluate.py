"""How well the tagger does on documents that people have marked up: the measures of TempEval-3."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from itertools import starmap

from timeline.model.characters import counted
from timeline.model.timex import Timex
from timeline.tagger import tag_all
from timeline.tagger.timeml import TimemlDocument

__all__ = ["Evaluation", "Mistake", "Score", "evaluate"]

_REFERENCES = frozenset({"PRESENT_REF", "PAST_REF", "FUTURE_REF"})


@dataclass(slots=True)
class Score:
    """How many were right of those found and of those there are.

    Args:
        right: How many of those found are right.
        found: How many were found.
        there: How many there are.

    >>> score = Score(right=8, found=10, there=16)
    >>> score.precision, score.recall, round(score.f1, 3)
    (0.8, 0.5, 0.615)
    """

    right: int = 0
    found: int = 0
    there: int = 0

    def add(self, *, right: int = 0, found: int = 0, there: int = 0) -> None:
        """Add to each of them."""
        self.right, self.found, self.there = self.right + right, self.found + found, self.there + there

    @property
    def precision(self) -> float | None:
        """The share of those found that is right, None if none is found."""
        return self.right / self.found if self.found else None

    @property
    def recall(self) -> float | None:
        """The share of those there are that is found and right, None if there is none."""
        return self.right / self.there if self.there else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both, None if there is none and none is found."""
        return 2 * self.right / (self.found + self.there) if self.found + self.there else None

    def as_dict(self) -> dict[str, float | None]:
        """The same for JSON, in per cent."""
        shares = {"precision": self.precision, "recall": self.recall, "f1": self.f1}
        return {name: None if share is None else round(100 * share, 2) for name, share in shares.items()}


@dataclass(frozen=True, slots=True)
class Mistake:
    """One expression that was not read as a person read it.

    Args:
        document: The document's name.
        kind: ``missed``, ``extra``, ``span``, ``type`` or ``value``.
        text: The words, with some around them.
        expected: Type and value as a person has it.
        found: Type and value as the tagger has it.
        rule: The rule that read it.
    """

    document: str
    kind: str
    text: str
    expected: str
    found: str
    rule: str

    def __str__(self) -> str:
        values = f"{self.expected or '-'} | {self.found or '-'} {self.rule}"
        return f"{self.kind:<7}{self.document}: {self.text} | {values}".rstrip()


@dataclass(slots=True)
class Evaluation:
    """The result of an evaluation.

    Args:
        documents: How many documents were read.
        scores: ``strict`` and ``relaxed`` spans, ``type``, ``value``, ``date`` (values of dates only).
        types: The values by the type that a person gave.
        rules: The values by the rule that read them.
        mistakes: Everything that differs.
    """

    documents: int = 0
    scores: defaultdict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    types: defaultdict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    rules: defaultdict[str, Score] = field(default_factory=lambda: defaultdict(Score))
    mistakes: list[Mistake] = field(default_factory=list)

    def as_dict(self) -> dict[str, object]:
        """The same for JSON."""
        return {
            "documents": self.documents,
            **{
                name: {key: score.as_dict() | {"right": score.right} for key, score in sorted(group.items())}
                for name, group in (("scores", self.scores), ("types", self.types), ("rules", self.rules))
            },
            "mistakes": [{name: getattr(one, name) for name in Mistake.__slots__} for one in self.mistakes],
        }

    def __str__(self) -> str:
        head = f"{counted(self.documents, 'document')}\n{'':<24}{'precision':>10}{'recall':>10}{'F1':>10}"
        groups = (self.scores, *(dict(sorted(group.items())) for group in (self.types, self.rules)))
        return "\n".join([head, *("\n".join(_rows(group)) + "\n" for group in groups if group)])


def _rows(group: dict[str, Score]) -> Iterable[str]:
    for name, score in group.items():
        yield f"{name:<24}" + "".join(f"{_cell(share):>10}" for share in score.as_dict().values())


def _cell(share: float | None) -> str:
    return "-" if share is None else f"{share:.2f}"


Tagger = Callable[[str, str], Sequence[Timex]]


def evaluate(documents: Iterable[TimemlDocument], language: str = "en", tagger: Tagger | None = None) -> Evaluation:
    """Tag documents and compare with what people have marked up.

    Args:
        documents: The documents.
        language: Their language.
        tagger: Another tagger to measure: it gets text and publication date.

    >>> gold = TimemlDocument("a", "2026-02-11", "It rained last month.", (Timex(10, 20, "DATE", "2026-01"),))
    >>> evaluate([gold]).scores["value"].f1
    1.0
    """
    result = Evaluation()
    documents = list(documents)
    texts = [(document.text, document.published.partition("T")[0]) for document in documents]
    tagged = starmap(tagger, texts) if tagger else tag_all(texts, language)
    for document, found in zip(documents, tagged, strict=True):
        _compare(document, found, result)
    return result


def _pairs(gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """Each expression with the one it was found as: equal spans first, then those that share most.

    >>> _pairs([Timex(0, 5, "DATE", "")], [Timex(3, 9, "DATE", "")])[0][1].start
    3
    """
    candidates = sorted(
        ((a.start, a.end) != (b.start, b.end), -(min(a.end, b.end) - max(a.start, b.start)), i, j)
        for i, a in enumerate(gold)
        for j, b in enumerate(found)
        if a.start < b.end and b.start < a.end
    )
    mine: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in candidates:
        if i not in mine and j not in taken:
            mine[i] = j
            taken.add(j)
    return [(gold[i], found[j]) for i, j in mine.items()]


def _compare(document: TimemlDocument, found: Sequence[Timex], result: Evaluation) -> None:
    gold = document.timexes
    paired = _pairs(gold, found)
    result.documents += 1
    for name in ("strict", "relaxed", "type", "value"):
        result.scores[name].add(found=len(found), there=len(gold))
    for one, other in paired:
        _count_pair(one, other, result)
    for one in gold:
        result.types[one.type].add(there=1)
    for one in found:
        result.rules[one.rule].add(found=1, there=1)
    _count_dates(gold, found, paired, result)
    result.mistakes += _mistakes(document, gold, found, paired)


def _count_pair(gold: Timex, found: Timex, result: Evaluation) -> None:
    result.scores["relaxed"].add(right=1)
    result.scores["strict"].add(right=int((gold.start, gold.end) == (found.start, found.end)))
    result.scores["type"].add(right=int(gold.type == found.type))
    right = int(gold.value == found.value)
    result.scores["value"].add(right=right)
    result.types[gold.type].add(right=right, found=1)
    result.rules[found.rule].add(right=right)


def _count_dates(
    gold: Sequence[Timex], found: Sequence[Timex], paired: Sequence[tuple[Timex, Timex]], result: Evaluation
) -> None:
    """Dates only: references to past, present and future neither count for nor against."""
    of_reference = {id(other) for one, other in paired if one.value in _REFERENCES}
    right = {id(other) for one, other in paired if _is_date(one) and one.value == other.value}
    counted = [other for other in found if id(other) in right or (_is_date(other) and id(other) not in of_reference)]
    result.scores["date"].add(right=len(right), found=len(counted), there=sum(map(_is_date, gold)))


def _is_date(timex: Timex) -> bool:
    return timex.type == "DATE" and timex.value not in _REFERENCES


def _mistakes(
    document: TimemlDocument,
    gold: Sequence[Timex],
    found: Sequence[Timex],
    paired: Sequence[tuple[Timex, Timex]],
) -> Iterable[Mistake]:
    met = {id(one) for pair in paired for one in pair}
    for one, other in paired:
        kind = _difference(one, other)
        if kind:
            yield Mistake(document.id, kind, _around(document.text, one), _said(one), _said(other), other.rule)
    for one in gold:
        if id(one) not in met:
            yield Mistake(document.id, "missed", _around(document.text, one), _said(one), "", "")
    for one in found:
        if id(one) not in met:
            yield Mistake(document.id, "extra", _around(document.text, one), "", _said(one), one.rule)


def _difference(gold: Timex, found: Timex) -> str:
    if gold.value != found.value:
        return "value"
    if gold.type != found.type:
        return "type"
    return "" if (gold.start, gold.end) == (found.start, found.end) else "span"


def _said(timex: Timex) -> str:
    return f"{timex.type} {timex.value}"


def _around(text: str, timex: Timex) -> str:
    start, end = timex.start, timex.end
    return " ".join(f"{text[max(0, start - 30) : start]}[{text[start:end]}]{text[end : end + 20]}".split())
