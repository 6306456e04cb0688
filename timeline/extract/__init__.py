"""Articles to candidate events."""

from timeline.extract.candidate import Candidate, extract

__all__ = ["Candidate", "extract"]
