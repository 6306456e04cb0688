"""How much an event matters, 0 to 1, from what the text itself shows."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.extract.mentions import Mention

__all__ = ["importance_of"]


def importance_of(group: Sequence[Mention]) -> float:
    """The importance of what an article tells in one or several places.

    It grows with each mention and with a place near the begin, where news puts what matters; what
    is only said, only possible, dated in passing, or has no title of its own counts less.
    """
    score = 0.4 + 0.1 * min(3, len(group) - 1)
    score += 0.2 / (1 + min(mention.sentence for mention in group) / 3)
    score -= 0.15 * all(mention.clause.is_saying for mention in group)
    score -= 0.15 * all(mention.is_weak for mention in group)
    score -= 0.15 * all(not mention.title for mention in group)
    score -= 0.1 * (group[0].certainty == "possible")
    return round(min(1.0, max(0.0, score)), 2)
