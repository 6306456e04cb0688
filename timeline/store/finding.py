"""Find an event by its id, without checking all the others."""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from timeline.model.errors import TimelineError, did_you_mean
from timeline.model.event import slug
from timeline.store.entries import event_nodes
from timeline.store.files import locked
from timeline.store.places import Place, places_at
from timeline.store.reading import Reading, read_place
from timeline.yamldoc import Document, Mapping, NodePath, Scalar, YamlError, read

__all__ = ["Spot", "find", "find_all", "locked_all"]


@dataclass(frozen=True, slots=True)
class Spot:
    """Where an event is written.

    Attributes:
        place: Its timeline.
        document: Its file.
        path: The way to it in the file; empty if the file is this one event.
        id: Its id, whether it is written or made from the title.
    """

    place: Place
    document: Document
    path: NodePath
    id: str

    @property
    def file(self) -> Path:
        """The file it is in."""
        return Path(self.document.path or "")

    @property
    def fields(self) -> dict[str, object]:
        """What is written of it."""
        node = self.document.at(self.path)
        return dict(node.plain) if isinstance(node, Mapping) else {}


@contextlib.contextmanager
def locked_all(*paths: str | Path) -> Iterator[None]:
    """Keep other processes from editing any of the timelines at some paths until the block ends."""
    there = [Path(path) for path in paths if Path(path).exists()]
    files = [file for path in there for place in places_at(path) for file in place.files]
    with locked(*files, *(Path(path) for path in paths)):
        yield


def find(where: str | Path, name: str) -> Spot:
    """The event with an id.

    Args:
        where: A file, a folder that is a timeline, or a folder of timelines.
        name: The id.

    Raises:
        TimelineError: There is none, or there are several.
    """
    [spot] = find_all(where, [name])
    return spot


def find_all(where: str | Path, names: Iterable[str]) -> list[Spot]:
    """The events with some ids, as `find` finds each; each file is read once, however many they are.

    Raises:
        TimelineError: One of them is not there, is there several times, or is named twice.
    """
    if not Path(where).exists():
        raise TimelineError("there is no such file or folder", hint="say where with --in", path=where)
    places, found = places_at(where), _by_name(names)
    for spot in (spot for place in places for spot in _written(place, found)):
        found[spot.id].append(spot)
    missing = [name for name, spots in found.items() if not spots]
    readings = [read_place(place) for place in places] if missing else []
    for spot in (spot for reading in readings for spot in _made(reading, missing)):
        found[spot.id].append(spot)
    for name, spots in found.items():
        _refuse_none_or_several(where, name, spots, readings)
    return [spot for spots in found.values() for spot in spots]


def _by_name(names: Iterable[str]) -> dict[str, list[Spot]]:
    found: dict[str, list[Spot]] = {}
    for name in names:
        if name in found:
            raise TimelineError(f"the id '{name}' is named twice", hint="name each event once")
        found[name] = []
    return found


def _refuse_none_or_several(where: str | Path, name: str, spots: list[Spot], readings: list[Reading]) -> None:
    if not spots:
        raise TimelineError(f"no event has the id '{name}'", hint=_nearest(name, readings), path=where)
    if len(spots) > 1:
        files = ", ".join(str(spot.place.path) for spot in spots)
        raise TimelineError(f"{len(spots)} events have the id '{name}'", hint=f"say which with --in: {files}")


def _written(place: Place, names: Collection[str]) -> Iterator[Spot]:
    """The events of a timeline that have one of the ids in writing, or as the name of their file."""
    for path in place.files:
        stem = slug(path.stem)
        # Nearly all files of a large folder do not even hold the letters of an id.
        if stem in names or _holds(path, names):
            for document, way, node in _events(path):
                written = node.get("id")
                name = written.value if isinstance(written, Scalar) else "" if way else stem
                if name and name in names:
                    yield Spot(place, document, way, name)


def _holds(path: Path, names: Iterable[str]) -> bool:
    letters = [name.encode(errors="surrogatepass") for name in names]  # a command line may hold bytes that are no text
    try:
        data = path.read_bytes()
    except OSError:
        return False
    return any(each in data for each in letters)


def _events(path: Path) -> Iterator[tuple[Document, NodePath, Mapping]]:
    try:
        document = read(path)
    except YamlError:
        return  # a file that cannot be read does not keep the others from being edited
    for way, node in event_nodes(document):
        yield document, way, node


def _made(reading: Reading, names: Collection[str]) -> Iterator[Spot]:
    """The events of a timeline with one of the ids that is made from their title or file, since none is written."""
    for file, entry, event in reading.events():
        if event.id in names and file.document:
            yield Spot(reading.place, file.document, entry.path, str(event.id))


def _nearest(name: str, readings: list[Reading]) -> str:
    known = [str(event.id) for reading in readings for event in reading.timeline.events]
    wrong = next((problem.path for reading in readings for problem in reading.problems), None)
    unread = f"it may stand in {wrong}, where something is wrong: `timeline check {wrong}`" if wrong else ""
    return did_you_mean(name, known) or unread or "`timeline check --notes` shows events without one"
