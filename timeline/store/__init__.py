"""The timelines in YAML files: load them, add to them, edit them; what a person wrote is never lost."""

from __future__ import annotations

from pathlib import Path

from timeline.model.timeline import Timeline
from timeline.store.adding import Added, add
from timeline.store.pictures import missing_pictures
from timeline.store.places import misplaced, place_of, places_in, refuse_missing
from timeline.store.reading import RESERVED_ID, Reader, id_clashes, read_place
from timeline.yamldoc import YamlError

__all__ = ["Added", "Reader", "add", "load", "load_all"]


def load(path: str | Path) -> Timeline:
    """The timeline of a YAML file, or of a folder of YAML files.

    Dates that are written as phrases are resolved; events without an id get that of their title.

    Raises:
        YamlError: The first thing that is wrong: a file that cannot be read, a field that is not known, a date that
            is none. `timeline check` shows all of them.
    """
    refuse_missing(path)
    reading = read_place(place_of(path))
    if reading.problems:
        raise reading.problems[0]
    return reading.timeline


def load_all(
    folder: str | Path, reader: Reader | None = None, docs: Path | None = None
) -> tuple[list[Timeline], list[YamlError]]:
    """The timelines of a folder, one a file or a folder of files, and everything that is wrong with them.

    What is wrong with one event or one file does not keep the others from being loaded; of two timelines with the same
    id the first is, and one whose id belongs to another page is not.

    Args:
        folder: The folder.
        reader: What has read it before, if something has.
        docs: The folder of the pages, where pictures are looked for.

    Raises:
        YamlError: The folder is not there.
    """
    places = places_in(folder)
    readings = list(map(reader.read if reader else read_place, places))
    clashes = id_clashes(readings)
    problems = [problem for _, problem in clashes] + misplaced(folder, places)
    problems += [problem for reading in readings for problem in reading.problems]
    problems += [problem for reading in readings for problem in missing_pictures(reading, docs)]
    second = [reading for reading, _ in clashes]
    first = [reading.timeline for reading in readings if not any(reading is each for each in second)]
    return [timeline for timeline in first if timeline.id != RESERVED_ID], problems
