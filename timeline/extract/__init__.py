"""Articles to candidate events: `extract` reads one article, `merge` joins what several tell, `summarize` chooses."""

from timeline.extract.candidate import Candidate, extract
from timeline.extract.merge import Merged, Offer, merge, merge_two, split
from timeline.extract.summarize import summarize

__all__ = ["Candidate", "Merged", "Offer", "extract", "merge", "merge_two", "split", "summarize"]
