"""Move events to other files: one by one, a file into a folder with one event a file, and back."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterable
from operator import itemgetter
from pathlib import Path

from timeline.model.errors import TimelineError
from timeline.store.editing import without
from timeline.store.entries import Entry, EventFile
from timeline.store.files import made_folder, write_all, write_atomic
from timeline.store.finding import Spot, find_all, locked_all
from timeline.store.passages import ledger_path
from timeline.store.places import Place, place_of, timeline_at
from timeline.store.reading import Reading, read_place
from timeline.store.surroundings import counts_from_before, head_of, head_of_reading, is_dated_alone
from timeline.store.writing import appended, files_of, new_text, with_events, written
from timeline.yamldoc import Document, Mapping, Sequence, Written
from timeline.yamldoc.editor import Editor

__all__ = ["join_folder", "move_events", "split_file"]

_FIX_FIRST = "write it as a date first: `timeline check --fix`"


def move_events(where: str | Path, names: Iterable[str], target: str | Path) -> list[Spot]:
    """Move events to another timeline, as they are written, comments and all: all of them, or none.

    Args:
        where: A file, a folder that is a timeline, or a folder of timelines: where they are now.
        names: The ids of the events.
        target: The file or folder of the other timeline; a file that is not there is made, in the language of theirs.

    Returns:
        Where they were.

    Raises:
        TimelineError: One is not there or named twice, has the id of an event of the target, or would have another
            date there.
    """
    target = Path(target)
    with made_folder(target.parent), locked_all(where, target):
        spots = find_all(where, names)
        place = timeline_at(target)
        reading = read_place(place) if target.exists() else None
        language = _language_of(spots)
        for spot in spots:
            _refuse_move(spot, reading, target, language)
        events = {spot.id: written(spot.document, spot.path, spot.id) for spot in spots}
        # In this order: should the machine stop in between, an event is in both files rather than in none.
        write_all({**appended(place, reading, events, language), **without(spots)})
    return spots


def _language_of(spots: Iterable[Spot]) -> str:
    """The language that the timelines of all events have in writing, "" if there is none."""
    languages = {str(head_of(spot).get("language", "")) for spot in spots}
    return languages.pop() if len(languages) == 1 else ""


def _refuse_move(spot: Spot, reading: Reading | None, target: Path, language: str) -> None:
    if reading and spot.place.path.samefile(target):
        raise TimelineError(f"the event '{spot.id}' is there already", hint="name another timeline", path=target)
    if not is_dated_alone(spot, reading.timeline.language if reading else language):
        message = f"'{spot.fields.get('date')}' would mean something else in another file"
        raise TimelineError(message, hint=_FIX_FIRST, path=spot.file)
    if reading and any(event.id == spot.id for event in reading.timeline.events):
        hint = f"give it another: `timeline set {spot.id} id=…`"
        raise TimelineError(f"the id '{spot.id}' is taken there", hint=hint, path=target)


def split_file(path: str | Path) -> Path:
    """Make of the file of a timeline a folder with one file for each event, comments and all.

    Returns:
        The folder.

    Raises:
        TimelineError: Something is wrong in the file, the date of an event counts from another one, or the folder is
            there already.
    """
    path = Path(path)
    folder = path.with_suffix("")
    if path.is_dir():
        raise TimelineError("is a folder already", hint="to take an event apart, name its id, too", path=path)
    with locked_all(path):
        if folder.exists():
            raise TimelineError("is there already", hint="move it out of the way", path=folder)
        reading = read_place(place_of(path))
        _refuse_problems(reading)
        _write_folder(folder, _parts(reading, folder))
        if ledger_path(path).exists():
            ledger_path(path).replace(ledger_path(folder))
        path.unlink()
    return folder


def _refuse_problems(reading: Reading) -> None:
    if reading.problems:
        raise reading.problems[0]
    head = head_of_reading(reading)
    for file in reading.files:
        for entry in file.entries[1:]:
            if counts_from_before(head, entry):
                message = f"'{entry.fields['date']}' counts from the event before"
                raise TimelineError(message, hint=_FIX_FIRST, path=file.path)


def _parts(reading: Reading, folder: Path) -> dict[str, str]:
    """The files of the folder: the head, and each event with the comments above it."""
    file = reading.files[0]
    document = file.document
    if document is None or file.events_node is None:
        hint = "name a file with 'events:', and below it a list"
        raise TimelineError("there is no list of events to split", hint=hint, path=file.path)
    head = _head_text(document, reading)
    events = {str(event.id): written(document, entry.path, "") for _, entry, event in reading.events()}
    *above, below = _comments(document, file)
    texts = files_of(folder, events).items()
    parts = {path.name: comments + text for comments, (path, text) in zip(above, texts, strict=True)}
    if parts and below.strip() not in head:
        parts[next(reversed(parts))] += below
    return {"timeline.yaml": head, **parts}


def _head_text(document: Document, reading: Reading) -> str:
    if isinstance(document.root, Mapping) and len(document.root.entries) > 1:
        editor = Editor(document)
        editor.remove(("events",))
        return editor.result()
    return new_text({"title": reading.timeline.title})


def _comments(document: Document, file: EventFile) -> list[str]:
    """The comment lines above each event that are not of its own, and those below the last."""
    node, root, editor = file.events_node, document.root, Editor(document)
    if not isinstance(node, Sequence) or node.flow or not node.items:
        return ["" for _ in file.entries] + [""]
    starts, ends = zip(*(editor.item(entry.path) for entry in file.entries), strict=True)
    begin = document.text.index(":", root.key("events").end) + 1 if isinstance(root, Mapping) else 0
    last = document.text[ends[-1] :].split("\n", 1)[1:]
    gaps = [document.text[end:start].partition("\n")[2] for end, start in zip(ends, starts[1:], strict=False)]
    below = re.split(r"^[^#\s]", "".join(last), maxsplit=1, flags=re.MULTILINE)[0]
    return [_comment_lines(gap) for gap in (document.text[begin : starts[0]], *gaps, below)]


def _comment_lines(text: str) -> str:
    lines = [line.strip() for line in text.splitlines()]
    return "".join(line + "\n" for line in lines if line.startswith("#"))


def _write_folder(folder: Path, parts: dict[str, str]) -> None:
    """Make a folder with all of its files or not at all."""
    try:
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as staging:
            new = Path(staging) / folder.name
            new.mkdir()
            for name, text in parts.items():
                write_atomic(new / name, text.encode())
            new.rename(folder)
    except OSError as error:
        raise TimelineError(f"cannot be made: {error.strerror or error}", path=folder) from error


def join_folder(folder: str | Path) -> Path:
    """Make of the folder of a timeline one file, the events in the order of time; the reverse of `split_file`.

    Returns:
        The file.

    Raises:
        TimelineError: Something is wrong in a file, the folder holds other files, too, or the file is there already.
    """
    folder = _named(Path(folder))
    target = folder.with_name(f"{folder.name}.yaml")
    with locked_all(folder, target):
        if target.exists():
            raise TimelineError("is there already", hint="move it out of the way", path=target)
        place = place_of(folder)
        reading = read_place(place)
        _refuse_problems(reading)
        _refuse_others(place)
        write_atomic(target, _joined(reading).encode())
        if ledger_path(folder).exists():
            ledger_path(folder).replace(ledger_path(target))
        for file in place.files:
            file.unlink()
        folder.rmdir()
    return target


def _named(folder: Path) -> Path:
    """A folder by its name, which ``.`` and ``..`` do not tell."""
    if not folder.is_dir():
        raise TimelineError("is no folder", hint="to make one of several events, name all of their ids", path=folder)
    named = folder if folder.name not in ("", "..") else folder.resolve()
    if not named.name:
        raise TimelineError("is the root of all files", hint="name the folder of a timeline", path=folder)
    return named


def _refuse_others(place: Place) -> None:
    own = {*place.files, ledger_path(place.path)}
    others = [child.name for child in place.path.iterdir() if child not in own]
    if others:
        raise TimelineError(f"the folder holds '{others[0]}', too", hint="move it out of the way", path=place.path)
    if place.head is None:
        raise TimelineError("the folder has no timeline.yaml", hint="write one, with 'title: …'", path=place.path)


def _joined(reading: Reading) -> str:
    head, *others = reading.files
    assert head.document is not None
    dated = [(_when(entry), file, entry) for file in others for entry in file.entries]
    events = [_of_file(file, entry) for _, file, entry in sorted(dated, key=itemgetter(0))]
    if any(file.head for file in others):
        wrong = next(file.path for file in others if file.head)
        raise TimelineError("this file has a title or other settings of its own", hint="remove them", path=wrong)
    if head.events_node is not None:
        editor = Editor(head.document)
        editor.insert(("events",), events)
        return editor.result()
    apart = [Written(event.value, ("", *event.lines)) for event in events[1:]]
    return with_events(head.document, [*events[:1], *apart])


def _when(entry: Entry) -> tuple[float, float, float, str]:
    assert entry.event is not None  # what is no event is a problem, and refused
    return entry.event.date.sort_key


def _of_file(file: EventFile, entry: Entry) -> Written:
    assert file.document is not None
    return written(file.document, entry.path, str(entry.event.id if entry.event else ""))
