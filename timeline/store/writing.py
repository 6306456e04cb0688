"""Events as YAML text: as items of a list, or each as a file of its own, comments and all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from collections.abc import Mapping as Fields
from itertools import takewhile
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from timeline.model.event import slug
from timeline.model.timeline import title_of_name
from timeline.store.entries import present
from timeline.store.files import write_all
from timeline.store.places import Place, event_files
from timeline.store.reading import Reading
from timeline.yamldoc import Document, Mapping, NodePath, Plain, Written, YamlError, parse
from timeline.yamldoc.editor import Editor
from timeline.yamldoc.writer import Number, block, items

__all__ = [
    "append",
    "appended",
    "files_of",
    "new_text",
    "plain_fields",
    "with_events",
    "written",
]

# What tells an editor which schema a file has.
_OF_FILE = re.compile(r"\A# yaml-language-server:[^\r\n]*[\r\n]*")


def append(place: Place, reading: Reading | None, events: Fields[str, dict[str, Any] | Written]) -> None:
    """Write new events behind those that a timeline has; in a folder, each to a file of its own.

    Args:
        place: The timeline.
        reading: What is there now, None if nothing is.
        events: The fields of the events by their ids, or the events as they are written elsewhere.

    Raises:
        TimelineError: The file is a single event, or cannot be read or written.
    """
    write_all(appended(place, reading, events))


def appended(
    place: Place,
    reading: Reading | None,
    events: Fields[str, dict[str, Any] | Written],
    language: str = "",
    changed: Iterable[Document] = (),
) -> dict[Path, bytes]:
    """What files become when `append` adds events to a timeline.

    Args:
        place: The timeline.
        reading: What is there now, None if nothing is.
        events: The events by their ids.
        language: The language to write into a file that has nothing yet.
        changed: Files as they are to be but for that, whether they get events or not.

    Returns:
        The files that get events before the others: should the machine stop in between, nothing is lost.

    Raises:
        TimelineError: The file is a single event or cannot be read, or an event holds what no file can.
    """
    documents = {Path(document.path or ""): document for document in changed}
    new: dict[Path, str] = {}
    if place.is_folder:
        new = files_of(place.path, events)
    elif events:
        document = documents.pop(place.path, None) or _document(place, reading)
        new = {place.path: _appended(document, place, list(events.values()), language)}
    files = {**new, **{path: document.bom + document.text for path, document in documents.items()}}
    return {path: text.encode() for path, text in files.items()}


def _document(place: Place, reading: Reading | None) -> Document:
    """The file that events are added to, without any text if it is not there yet."""
    if reading is None:
        return parse("", str(place.path))
    first = reading.files[0]
    if first.document is None:
        raise first.problems[0]
    return first.document


def files_of(folder: Path, events: Fields[str, dict[str, Any] | Written]) -> dict[Path, str]:
    """New events of a folder by their ids, each as the text of a file of its own, none of which is there yet.

    Raises:
        YamlError: An event holds what no file can.
    """
    paths = event_files(folder, events)
    return {paths[name]: _own_file(event, paths[name], name) for name, event in events.items()}


def _own_file(event: dict[str, Any] | Written, path: Path, name: str) -> str:
    """A file that is one event, with its id in writing where that is not the name of the file."""
    text = _file_text(event, path)
    return text if slug(path.stem) == name else _identified(parse(text), (), name).text


def _identified(document: Document, path: NodePath, name: str) -> Document:
    """A file with the id of the event at a path in writing."""
    if present(document.at(path)).get("id"):
        return document
    editor = Editor(document)
    editor.set((*path, "id"), name)
    return editor.edited()


def new_text(value: Plain, path: Path | None = None) -> str:
    """A value as the text of a new file.

    Raises:
        YamlError: It holds what no file can, such as a character that cannot be seen.

    >>> new_text({"title": "A", "tags": ["b"]})
    'title: A\\ntags: [b]\\n'
    """
    text = block(value) + "\n"
    if parse(text, str(path) if path else None).root.plain != value:
        raise YamlError("this would say something else as YAML", kind="edit", hint="write the file by hand", path=path)
    return text


def _file_text(event: dict[str, Any] | Written, path: Path | None = None) -> str:
    """A file that is one event.

    Raises:
        YamlError: The event holds what no file can.

    >>> _file_text(Written({"date": "2025", "title": "A"}, ("- date: 2025  # so", "  title: A")))
    'date: 2025  # so\\ntitle: A\\n'
    """
    if not isinstance(event, Written):
        return new_text(event, path)
    above, first, rest = _parted(event.lines)
    width = len(first) - len(first[1:].lstrip(" "))
    lines = [first[width:], *(line[min(width, len(line) - len(line.lstrip(" "))) :] for line in rest)]
    text = "\n".join([*above, *lines]) + "\n"
    # What would say something else without its hyphen is written anew.
    return text if _says(text, event.value) else new_text(event.value, path)


def _parted(lines: Sequence[str]) -> tuple[list[str], str, list[str]]:
    """The comments and blank lines above an event, its first line, and the others."""
    above = list(takewhile(lambda line: not line or line.startswith("#"), lines))
    first, *rest = lines[len(above) :]
    return above, first, rest


def _says(text: str, value: Plain) -> bool:
    try:
        return parse(text).root.plain == value
    except YamlError:
        return False


def written(document: Document, path: NodePath, name: str) -> Written:
    """An event as it stands in its file, with its id in writing where its title does not give it."""
    if not path:
        return _as_item(_identified(document, path, name).text)
    item, fields = Editor(document).written(path), present(document.at(path))
    if fields.get("id") or name in ("", slug(str(fields.get("title", "")))):
        return item
    # Read alone, not with all others of its file; a comment in the first line would be about the file.
    alone = parse("\n".join(["", *item.lines, ""]), document.path)
    return Editor(_identified(alone, (0,), name)).written((0,))


def _as_item(text: str) -> Written:
    """A file that is one event as an item of a list; it is written anew if it cannot be made the file again."""
    value, lines = parse(text).root.plain, _OF_FILE.sub("", text.rstrip()).splitlines()
    above, first, rest = _parted(lines)
    item = Written(value, (*above, f"- {first}", *(f"  {line}" if line else "" for line in rest)))
    same = _file_text(item) == "\n".join(lines) + "\n"
    return item if same else Written(value, tuple(items([value], 0)[0].split("\n")))


def _appended(document: Document, place: Place, new: list[Plain | Written], language: str) -> str:
    editor, root = Editor(document), document.root
    if isinstance(root, Mapping) and "events" in root.entries:
        editor.insert(("events",), new)
    elif isinstance(root, Mapping) and "date" not in root.entries:
        return with_events(document, new)
    elif isinstance(root, Mapping):
        raise document.error(root, "edit", "this file is one event", "add to its folder, or to a file with 'events:'")
    elif document.text.strip():
        editor.insert((), new)
    else:
        head: dict[str, Plain] = {"title": title_of_name(place.id)}
        text = new_text(head | ({"language": language} if language else {}))
        return with_events(parse(text, str(place.path)), new)
    return editor.result()


def with_events(document: Document, events: Sequence[Plain | Written]) -> str:
    """The text of a head that has no list of events yet, with one.

    >>> with_events(parse("{title: T}"), [{"title": "A"}])
    '{title: T, events: [{title: A}]}'
    """
    editor = Editor(document)
    editor.set(("events",), [])
    if not events:
        return editor.result()
    editor = Editor(editor.edited())
    editor.insert(("events",), events)
    return editor.result()


def plain_fields(model: BaseModel) -> dict[str, Any]:
    """A part of a timeline as it is written in YAML: only what is stated, every value a text.

    >>> from timeline.model.event import Event
    >>> plain_fields(Event(title="A", date="2025", importance=0.5))
    {'date': '2025', 'title': 'A', 'importance': '0.5'}
    """
    fields: dict[str, Any] = _texts(model.model_dump(mode="json", exclude_defaults=True))
    return fields


def _texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {name: _texts(item) for name, item in value.items() if item is not None}
    if isinstance(value, list):
        return [_texts(item) for item in value]
    return Number(value) if isinstance(value, int | float) else str(value)
