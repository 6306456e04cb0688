"""Find what is wrong with the YAML of timelines, say where and what to write instead, and fix what can be fixed."""

from timeline.check.diagnostic import Diagnostic
from timeline.check.report import report
from timeline.check.runner import Fixed, fix, run

__all__ = ["Diagnostic", "Fixed", "fix", "has_errors", "report", "run"]


def has_errors(diagnostics: list[Diagnostic]) -> bool:
    """Whether anything keeps the timelines from being published as they were meant.

    >>> has_errors([])
    False
    """
    return any(diagnostic.level == "error" for diagnostic in diagnostics)
