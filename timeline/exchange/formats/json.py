"""Everything we know of a timeline, as JSON (RFC 8259); the fields are those of the YAML."""

from __future__ import annotations

import json
from typing import Any

from timeline.exchange.collector import Collector
from timeline.exchange.format import Format, Written
from timeline.exchange.table import named
from timeline.exchange.text import utf8
from timeline.model.characters import visible
from timeline.model.errors import TimelineError
from timeline.model.timeline import Timeline

__all__ = ["FORMATS", "dumps", "fields_of", "loads"]


def fields_of(tl: Timeline) -> dict[str, Any]:
    """What a timeline says, without what is left at its default."""
    given = tl.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
    return {"id": tl.id, "title": tl.title, **given, "events": given.get("events", [])}


def dumps(fields: dict[str, Any]) -> str:
    """Fields as JSON, each field and each event on a line of its own, without characters that cannot be seen."""
    text = _written(fields)
    if text.replace("\n", "").isprintable() and "\\u00" not in text and "\\r" not in text:
        return text
    return _written(_visible(fields))


def _written(fields: dict[str, Any]) -> str:
    return "{\n" + ",\n".join(f"{_line(name)}: {_value(value)}" for name, value in fields.items()) + "\n}\n"


def _value(value: Any) -> str:
    if not isinstance(value, list) or not value or not isinstance(value[0], dict):
        return _line(value)
    return "[\n" + ",\n".join(map(_line, value)) + "\n]"


def _line(value: Any) -> str:
    # The encoder that indents is ten times slower.
    return json.dumps(value, ensure_ascii=False)


def _visible(value: Any) -> Any:
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {visible(name): _visible(item) for name, item in value.items()}
    return [_visible(item) for item in value] if isinstance(value, list | tuple) else value


_DEEPEST = 100

# The beginning of what Python says, what was found, and what to write instead.
_WORDS = {
    "Expecting ','": ("a comma or a bracket is missing here", "put a comma between the parts, and close each bracket"),
    "Expecting ':'": ("there is no colon behind this name", 'write "name": "value"'),
    "Expecting property name": ("here must be a name", 'write "name": "value", and no comma behind the last'),
    "Expecting value": ("here must be a value", "write a text in double quotes, and no comma behind the last"),
    "Illegal trailing comma": ("a comma stands behind the last part", "remove it"),
    "Extra data": ("it goes on behind its end", "remove what follows, or make one list of all: [ … ]"),
    "Unterminated string": ("a text is not closed", "close the double quotes that are opened here"),
    "Invalid control character": ("a text goes on over a line end or holds a tab", "write \\n or \\t in its place"),
    "Invalid \\": ("a backslash stands alone in a text", "write \\\\ for a backslash"),
}


def loads(content: bytes) -> Any:
    """The value of a JSON file.

    Raises:
        TimelineError: It is no UTF-8 or no JSON, holds a number that is too long, or is nested too deeply.
    """
    try:
        value = json.loads(utf8(content))
        if _is_deeper_than(value, _DEEPEST):
            raise RecursionError  # how deep Python itself can read depends on its version
    except json.JSONDecodeError as error:
        found, hint = next((words for start, words in _WORDS.items() if error.msg.startswith(start)), (error.msg, ""))
        place = {"line": error.lineno, "column": error.colno}
        raise TimelineError(f"this is no JSON: {found}", hint=hint, **place) from error
    except ValueError as error:
        hint = "write it as a text, in double quotes"
        raise TimelineError("this JSON holds a number that is too long", hint=hint) from error
    except RecursionError as error:
        hint = f"put at most {_DEEPEST} brackets in another"
        raise TimelineError("what it holds is nested too deeply", hint=hint) from error
    return value


def _is_deeper_than(value: Any, levels: int) -> bool:
    level = [value]
    for _ in range(levels):
        parts = [one.values() if isinstance(one, dict) else one for one in level if isinstance(one, dict | list)]
        level = [part for some in parts for part in some]
    return bool(level)


def write(tl: Timeline, _address: str) -> Written:
    """All fields that are given."""
    return Written(dumps(fields_of(tl)), tl.events)


def read(content: bytes, collector: Collector) -> None:
    """Read what `write` made, or a list of events."""
    _read_fields(loads(content), collector)


def _read_fields(given: Any, collector: Collector) -> None:
    """Take the fields of a timeline, or a list of events.

    Raises:
        TimelineError: It is neither.
    """
    if isinstance(given, list):
        given = {"events": given}
    events = given.get("events") if isinstance(given, dict) else None
    if not isinstance(events, list):
        raise TimelineError("this holds no list of events", hint='write {"title": …, "events": [ … ]}')
    collector.head = {name: value for name, value in given.items() if name != "events" and not name.startswith("$")}
    for number, fields in enumerate(events, 1):
        if isinstance(fields, dict):
            collector.add(named(fields), f"event {number}")
        else:
            collector.leave_out("it has no fields", f"event {number}")


FORMATS = (
    Format(
        name="json",
        title="JSON",
        extensions=(".json",),
        media_type="application/json",
        write=write,
        read=read,
        recognises=lambda start: start.startswith((b"{", b"[")),
        losses={},
        general=True,
        others_see="The fields of the YAML, dates as EDTF text.",
    ),
)
