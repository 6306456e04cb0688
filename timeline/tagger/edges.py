"""Which weak words can stand at the edge of an expression.

A run need not begin with words that no expression begins with, nor end with words that none ends with: "Friday to the"
is the run "Friday". That keeps runs short and few.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from timeline.tagger.pattern import Choice, Inner, Item, Pattern

__all__ = ["edge_classes"]


def edge_classes(
    patterns: Mapping[str, Sequence[Pattern]], outer: frozenset[str], weak: frozenset[str], *, last: bool
) -> frozenset[str]:
    """The weak classes that can come before the first strong word of an expression, or after its last.

    Args:
        patterns: The patterns by the kind that they give.
        outer: The kinds that can be a whole expression.
        weak: The weak classes.
        last: Whether the end of the expressions is meant.

    >>> from timeline.tagger.pattern import parse_pattern
    >>> patterns = {"period": [parse_pattern("(in|of) the {month} [{number}]")]}
    >>> weak = frozenset({"=in", "=of", "=the", "number"})
    >>> [sorted(edge_classes(patterns, frozenset({'period'}), weak, last=last)) for last in (False, True)]
    [['=in', '=of', '=the'], ['number']]
    """
    edges: dict[str, tuple[frozenset[str], bool]] = {kind: (frozenset(), False) for kind in patterns}
    while True:
        after = {
            kind: _union(_edge(pattern.items, edges, weak, last=last) for pattern in some)
            for kind, some in patterns.items()
        }
        if after == edges:
            return frozenset().union(*(edges[kind][0] for kind in outer))
        edges = after


def _union(parts: Iterable[tuple[frozenset[str], bool]]) -> tuple[frozenset[str], bool]:
    some = list(parts)
    return frozenset().union(*(classes for classes, _ in some)), any(through for _, through in some)


def _edge(
    items: Sequence[Item], edges: Mapping[str, tuple[frozenset[str], bool]], weak: frozenset[str], *, last: bool
) -> tuple[frozenset[str], bool]:
    """The weak classes at the edge of a sequence, and whether it can be passed through without a strong word."""
    found: frozenset[str] = frozenset()
    for item in reversed(items) if last else items:
        if isinstance(item, Inner):
            continue
        classes, through = _item_edge(item, edges, weak, last=last)
        found |= classes
        if not through:
            return found, False
    return found, True


def _item_edge(
    item: Item, edges: Mapping[str, tuple[frozenset[str], bool]], weak: frozenset[str], *, last: bool
) -> tuple[frozenset[str], bool]:
    if isinstance(item, Choice):
        classes, through = _union(_edge(option, edges, weak, last=last) for option in item.options)
        return classes, through or item.optional
    if isinstance(item, Inner):
        return frozenset(), True
    kinds, through = _union(edges[name] for name in item.classes if name in edges)
    return kinds | (item.classes & weak), through or bool(item.classes & weak)
