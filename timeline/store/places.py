"""Where timelines live: a file is one timeline; a folder of files, each with one event or several, is one, too."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from timeline.model.event import free_id, slug
from timeline.yamldoc import YamlError

__all__ = [
    "Place",
    "event_files",
    "misplaced",
    "place_of",
    "places_at",
    "places_in",
    "refuse_missing",
    "refuse_other_names",
    "timeline_at",
]

_SUFFIXES = (".yaml", ".yml")
_ADDED = ".txt"
_HEADS = ("timeline", "index")
_HIDDEN = (".", "_")


@dataclass(frozen=True, slots=True)
class Place:
    """The files of one timeline.

    Attributes:
        path: The file or the folder.
        head: The file with its title and lanes, None if there is none.
        files: The files with its events, the head first.
    """

    path: Path
    head: Path | None
    files: tuple[Path, ...]

    @property
    def name(self) -> str:
        """The name of the folder, which ``.`` does not tell, or of the file without its suffix."""
        path = self.path if self.path.name not in ("", "..") else self.path.resolve()
        return path.name if self.is_folder else path.stem

    @property
    def id(self) -> str:
        """Its name, fit for addresses."""
        return slug(self.name)

    @property
    def is_folder(self) -> bool:
        """Whether its events are spread over the files of a folder."""
        return self.head != self.path


def place_of(path: str | Path) -> Place:
    """The files of the timeline at a path; a file that is not there yet is one, too.

    Raises:
        YamlError: The folder holds no YAML file.
    """
    path = Path(path)
    if not path.is_dir():
        return Place(path, path, (path,))
    files = _yaml_files(path)
    if not files:
        hint = "write events/NAME.yaml, or a folder of such files"
        raise YamlError("holds no YAML file", kind="empty-timeline", hint=hint, path=path)
    head = next((file for name in _HEADS for file in files if file.stem == name), None)
    return Place(path, head, tuple(sorted(files, key=lambda file: (file != head, file.name))))


def timeline_at(path: str | Path) -> Place:
    """The timeline at a path to which events can be added; a folder must say that it is one.

    Raises:
        YamlError: The name is not that of a YAML file, or the folder holds none, or no ``timeline.yaml``: then it is a
            folder of timelines.
    """
    refuse_other_names(path)
    place = place_of(path)
    if place.head is None:
        hint = f"name one of its files, such as {place.files[0]}; a folder that is one has a timeline.yaml"
        raise YamlError("is no timeline, but a folder of timelines", kind="edit", hint=hint, path=path)
    return place


def refuse_missing(path: str | Path) -> None:
    """Refuse to look for timelines where there is nothing.

    Raises:
        YamlError: There is nothing at the path; what may be meant is its hint.
    """
    path = Path(path)
    if not path.exists():
        meant = _meant(path)
        hint = f"write {meant}" if meant else "name one, or go to the folder of the site"
        raise YamlError("there is no such file or folder", hint=hint, kind="unreadable-file", path=path)


def refuse_other_names(path: str | Path) -> None:
    """Refuse to write a timeline into a file with a name that nothing would take for one.

    Raises:
        YamlError: It is no folder and has another suffix than ``.yaml`` and ``.yml``.
    """
    path = Path(path)
    if not _is_named_so(path):
        hint = f"write {_meant(path) or _as_yaml(path)}"
        raise YamlError("is not the name of a YAML file", kind="edit", hint=hint, path=path)


def _meant(path: Path) -> Path | None:
    """What is there of a name without its folder or its ending: "talks" is meant for events/talks.yaml."""
    places = (folder / path.parent for folder in (Path(), Path("events")))
    names = [*(f"{path.stem}{suffix}" for suffix in _SUFFIXES), path.name]
    tried = (place / name for place in places for name in names)
    return next((known for known in tried if known.exists() and _is_named_so(known)), None)


def _as_yaml(path: Path) -> Path:
    """The name of a file with the ending that it needs, or without the one that an editor has added."""
    bare = path.with_suffix("")
    return bare if bare.suffix.lower() in _SUFFIXES else path.with_suffix(_SUFFIXES[0])


def _is_named_so(path: Path) -> bool:
    """Whether a path can be that of a timeline: a folder, or a file with the ending of one."""
    return path.suffix.lower() in _SUFFIXES or path.is_dir()


def event_files(folder: Path, names: Iterable[str]) -> dict[str, Path]:
    """A file for each new event of a folder: of its name, with a number if another file or a head has that name.

    >>> [path.name for path in event_files(Path("no/folder"), ["talks", "timeline"]).values()]
    ['talks.yaml', 'timeline-2.yaml']
    """
    taken = {*_HEADS, *(file.stem.lower() for file in (_yaml_files(folder) if folder.is_dir() else ()))}
    files = {}
    for name in names:
        stem = free_id(name, taken)
        taken.add(stem)
        files[name] = folder / f"{stem}.yaml"
    return files


def places_in(folder: str | Path) -> list[Place]:
    """The timelines in a folder: each file is one, and each folder with YAML files; in the order of their names.

    Raises:
        YamlError: The folder is not there.
    """
    folder = Path(folder)
    if not folder.is_dir():
        hint = "make it, or go to the folder of the site"
        raise YamlError("there is no such folder", kind="unreadable-file", hint=hint, path=folder)
    folders = [child for child in folder.iterdir() if child.is_dir() and _yaml_files(child)]
    return [place_of(child) for child in sorted([*folders, *_yaml_files(folder)])]


def places_at(path: str | Path, top: Path | None = None) -> list[Place]:
    """The timelines at a path: of a file in the folder of a timeline, that timeline; of any other file, itself.

    Args:
        path: The path.
        top: The folder of the timelines of a site, if known: it is no timeline, whatever its files are called.

    Raises:
        YamlError: There is nothing at the path.
    """
    path = Path(path)
    refuse_missing(path)
    if not path.is_dir():
        with suppress(YamlError):  # what is wrong with its folder is not asked
            parent = place_of(path.parent)
            if _is_timeline(parent, top) and path in parent.files:
                return [parent]
        return [place_of(path)]
    try:
        place = place_of(path)
    except YamlError:
        return places_in(path)
    return [place] if _is_timeline(place, top) else places_in(path)


def _is_timeline(folder: Place, top: Path | None) -> bool:
    return folder.head is not None and not (top and top.exists() and top.samefile(folder.path))


def misplaced(path: str | Path, places: Collection[Place]) -> list[YamlError]:
    """The YAML files below a folder that are of none of its timelines, each as an error.

    They lie too deep, or their name has got another ending, as some editors add it.

    Args:
        path: The folder; a file has nothing below it.
        places: Its timelines.
    """
    top = Path(path)
    known = {file for place in places for file in place.files}
    timelines = {place.path for place in places}
    folders = list(_folders_below(top))
    lost = [file for folder in folders for file in _yaml_files(folder) if file not in known]
    misnamed = [file for folder in folders for file in sorted(folder.glob(f"*{_ADDED}")) if _is_misnamed(file)]
    deep = (_misplaced(file, top if top in timelines else top / file.relative_to(top).parts[0]) for file in lost)
    return [*deep, *map(_misnamed, misnamed)]


def _misplaced(file: Path, timeline: Path) -> YamlError:
    return YamlError(
        "lies too deep to be part of a timeline", kind="misplaced-file", hint=f"move it to {timeline}", path=file
    )


def _is_misnamed(file: Path) -> bool:
    return Path(file.stem).suffix.lower() in _SUFFIXES and not file.name.startswith(_HIDDEN) and file.is_file()


def _misnamed(file: Path) -> YamlError:
    message = f"ends with {_ADDED}: nothing would take it for a timeline"
    return YamlError(message, kind="misplaced-file", hint=f"rename it to {file.stem}", path=file)


def _folders_below(top: Path) -> Iterator[Path]:
    for folder, inside, _ in os.walk(top):
        inside[:] = sorted(name for name in inside if not name.startswith(_HIDDEN))
        yield Path(folder)


def _yaml_files(folder: Path) -> list[Path]:
    return sorted(
        child
        for child in folder.iterdir()
        if child.suffix.lower() in _SUFFIXES and not child.name.startswith(_HIDDEN) and not child.is_dir()
    )
