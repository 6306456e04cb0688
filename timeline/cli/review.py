"""The verb `review`: walk through what nobody has read yet."""

from __future__ import annotations

import argparse
from pathlib import Path

from timeline.cli.common import FINE, Verbs, add_verb, message

__all__ = ["add_verbs"]


def add_verbs(verbs: Verbs) -> None:
    """Add this verb to the command line."""
    review = add_verb(
        verbs,
        "review",
        _review,
        "Walk through the drafts of a timeline. Accept, edit, merge, drop or skip each of them.",
    )
    review.add_argument("timeline", type=Path, metavar="PATH", help="file or folder of the timeline")


def _review(options: argparse.Namespace) -> int:
    from rich.console import Console

    from timeline.extract.review import ask_on, review

    decided = review(options.timeline, ask_on(Console()))
    if not decided:
        message("no drafts to review")
        return FINE
    del decided["quit"]
    message(", ".join(f"{count} {verb}" for verb, count in decided.items()) or "nothing was decided")
    return FINE
