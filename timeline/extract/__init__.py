"""Articles to candidate events: `extract` reads one article, `summarize` chooses of many."""

from timeline.extract.candidate import Candidate, extract
from timeline.extract.summarize import summarize

__all__ = ["Candidate", "extract", "summarize"]
