"""Timelines in the formats of others: `export` writes one, `read` reads one, both say what could not be carried."""

from timeline.exchange.exporting import Exported, export
from timeline.exchange.format import Format, all_formats
from timeline.exchange.importing import Imported, read
from timeline.exchange.losses import Loss

__all__ = ["Exported", "Format", "Imported", "Loss", "all_formats", "export", "read"]
