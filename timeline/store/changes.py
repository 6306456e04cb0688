"""Changes of one event as they are written on a command line: ``date=2025-02``, ``tags+=talks``, ``lane=``."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

from timeline.model.characters import FORBIDDEN
from timeline.model.errors import TimelineError, did_you_mean
from timeline.model.event import LISTS, Image, Source
from timeline.store.reading import EVENT_FIELDS
from timeline.yamldoc import NodePath
from timeline.yamldoc.writer import Number

__all__ = ["NUMBERS", "Change", "applied", "read_change"]

NUMBERS = ("importance", "width", "height")
_CHANGE = re.compile(r"([a-z]+(?:\.(?:[a-z]+|[0-9]{1,6}))*)(\+=|-=|=)(.*)", re.DOTALL | re.IGNORECASE)
_BELOW = {"sources": tuple(Source.model_fields), "image": tuple(Image.model_fields)}


@dataclass(frozen=True, slots=True)
class Change:
    """A field of an event, and what becomes of it.

    Attributes:
        path: The way to the value: ``("lane",)``, ``("sources", 0, "url")``.
        how: ``=`` gives it a value, or takes it away if the value is empty; ``+=`` and ``-=`` are for lists.
        value: The value as it is written.
    """

    path: NodePath
    how: Literal["=", "+=", "-="]
    value: str


def read_change(text: str) -> Change:
    """A change as it is written on a command line.

    Raises:
        TimelineError: It is none, or there is no such field.

    >>> read_change("sources.0.publisher=TASS").path, read_change("tags+=talks").how
    (('sources', 0, 'publisher'), '+=')
    """
    match, wrong = _CHANGE.fullmatch(text), FORBIDDEN.search(text)
    if wrong:
        hint = "remove it; it cannot be seen, or changes the order in which text is shown"
        raise TimelineError(f"'{text[:100]}' holds the character U+{ord(wrong[0]):04X}", hint=hint)
    if not match:
        raise TimelineError(f"'{text}' is no change of an event", hint="write FIELD=VALUE, such as date=2025-02")
    path = tuple(int(part) if part.isdigit() else part for part in match[1].split("."))
    _check_field(str(path[0]), EVENT_FIELDS)
    for part in path[1:]:
        if isinstance(part, str):
            _check_field(part, _BELOW.get(str(path[0]), ()))
    _check_depth(path, match[3])
    how: Any = match[2]
    if how != "=" and path not in {(name,) for name in LISTS}:
        raise TimelineError(f"'{match[1]}' is no list of words", hint=f"use {how} with one of {', '.join(LISTS)}")
    return Change(path, how, match[3])


def _check_field(name: str, known: tuple[str, ...]) -> None:
    if name not in known:
        below = f"write sources.0.{name}" if known is EVENT_FIELDS and name in _BELOW["sources"] else ""
        hint = below or did_you_mean(name.lower(), known) or f"use one of {', '.join(known)}"
        raise TimelineError(f"there is no field '{name}'", hint=hint)


def _check_depth(path: NodePath, value: str) -> None:
    """Refuse a value for what has fields of its own, and a field of a source without the number of the source."""
    first, *below = path
    if first == "sources" and below and isinstance(below[0], str):
        hint = f"write sources.0.{below[0]} for the first one"
        raise TimelineError(f"'sources.{below[0]}' does not say of which source", hint=hint)
    if value and first in _BELOW and not (below and isinstance(below[-1], str)):
        hint = f"write one of them, such as {'sources.0.url' if first == 'sources' else 'image.src'}={value}"
        raise TimelineError(f"'{'.'.join(map(str, path))}' has fields of its own", hint=hint)


def applied(fields: dict[str, Any], changes: Iterable[Change]) -> dict[str, Any]:
    """The fields of an event with changes.

    Raises:
        TimelineError: A change is about something that is not there.

    >>> applied({"tags": ["a"]}, [read_change("tags+=b, c"), read_change("title=T")])
    {'tags': ['a', 'b', 'c'], 'title': 'T'}
    """
    for change in changes:
        fields = _with(fields, change.path, change)
    return fields


def _with(value: Any, path: NodePath, change: Change) -> Any:
    """A copy of a value with the change at a path of it; what is empty then is left out."""
    name, *rest = path
    if isinstance(name, int):
        return _with_item(value, name, tuple(rest), change)
    inner = value.get(name) if isinstance(value, dict) else None
    new = _with(inner, tuple(rest), change) if rest else _new_value(inner, str(name), change)
    changed = {**(value if isinstance(value, dict) else {}), name: new}
    return {key: kept for key, kept in changed.items() if key != name or kept not in ("", [], {}, None)}


def _with_item(value: Any, index: int, path: NodePath, change: Change) -> list[Any]:
    items = list(value) if isinstance(value, list) else []
    if index > len(items):
        hint = f"use the number {len(items)} for a new one"
        raise TimelineError(f"there are only {len(items)} of '{change.path[0]}'", hint=hint)
    new = _with(items[index] if index < len(items) else {}, path, change) if path else change.value
    items[index : index + 1] = [new] if new else []
    return items


def _new_value(old: Any, name: str, change: Change) -> Any:
    if name in NUMBERS:
        return Number(change.value) if change.value.replace(".", "", 1).isdecimal() else change.value
    if name not in LISTS:
        return change.value
    words = _words(change)
    have = list(old) if isinstance(old, list) else []
    if change.how == "-=":
        return [word for word in have if word not in words]
    return list(dict.fromkeys([*have, *words])) if change.how == "+=" else words


def _words(change: Change) -> list[str]:
    """The words of a list, which are separated by commas; one that holds a comma stands in quotes.

    >>> _words(Change(("people",), "=", 'Ada, "Müller, Anna"'))
    ['Ada', 'Müller, Anna']
    """
    hint = f"write {change.path[0]}{change.how}'Ada, \"Müller, Anna\"', a word that holds a comma in double quotes"
    if change.value.strip().startswith("["):
        raise TimelineError(f"'{change.value}' is a list in brackets", hint=hint)
    try:
        [cells] = (
            csv.reader([change.value.replace("\n", " ")], skipinitialspace=True, strict=True) if change.value else [[]]
        )
    except csv.Error as error:
        raise TimelineError(f"a quote in '{change.value}' is not closed, or goes on behind it", hint=hint) from error
    return [cell.strip() for cell in cells if cell.strip()]
