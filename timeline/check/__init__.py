"""Find what is wrong with the YAML of timelines, say where and what to write instead, and fix what can be fixed."""

from timeline.check.diagnostic import Diagnostic
from timeline.check.report import report
from timeline.check.runner import Fixed, fix, run

__all__ = ["Diagnostic", "Fixed", "fix", "report", "run"]
