"""Reading: files, folders, feeds, web archives and addresses to articles."""

from timeline.extract.read.fetch import Fetcher
from timeline.extract.read.reading import Limits, Reading, Report
from timeline.extract.read.sources import read_articles

__all__ = ["Fetcher", "Limits", "Reading", "Report", "read_articles"]
