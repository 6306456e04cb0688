"""Hostile YAML: every field that the models have, each with everything that might be taken for more than text."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from timeline.model.event import Event
from timeline.model.timeline import Timeline
from timeline.store.places import place_of
from timeline.store.reading import Reading, read_place

Way = tuple[str, ...]

# At most 200 characters each: names are no longer.
KINDS = {
    "tags": 'findable </script><script>owned=1</script><img src=x onerror="owned=2">\'\\"><svg onload=owned=3>'
    "</title></textarea>",
    "marks": "[a](javascript:owned=1) [b](&#106;avascript:owned=1) [c](//evil.example) ![d](//evil.example/d.gif) "
    "{{ 7*7 }} {% raw %} ${owned=1} ```timeline [[[[",
    "address": "javascript:owned=1",
    "data": "data:text/html,<script>parent.owned=1</script>",
    "path": "../../../../etc/passwd",
    "quoted": "https://example.org/?q=%3Cscript%3Eowned=1%3C/script%3E&amp;<&>",
    "link": "https://example.org/?q=%3Cscript%3Eowned=1%3C/script%3E&a=b",
}
BENIGN: dict[str, Any] = {
    "title": "News",
    "published": "2026-02-11",
    "events": [
        {
            "id": "first",
            "date": "2025-02",
            "title": "An event",
            "image": {"src": "img/a.png", "alt": "A"},
            "sources": [{"title": "A headline", "expression": "last month"}],
        },
        {"id": "second", "date": "2025-03", "title": "The next one"},
    ],
}


def fields(model: type[BaseModel] = Timeline, above: Way = ()) -> Iterator[tuple[Way, object]]:
    """Each field that holds a value: its names from the top, and its type."""
    for name, field in model.model_fields.items():
        if inner := _model_in(field.annotation):
            yield from fields(inner, (*above, name))
        else:
            yield (*above, name), field.annotation


def _model_in(annotation: object) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)


FIELDS = dict(fields())
assert ("events", "sources", "quote") in FIELDS
assert len(FIELDS) >= len(Event.model_fields) + len(Timeline.model_fields)


def shaped(annotation: object, text: str) -> object:
    """A text as the value of a field: alone, in a list, or as a key."""
    if get_origin(annotation) is tuple:
        return [text]
    return {text: "2025-08-15"} if get_origin(annotation) is dict else text


def put(document: dict[str, Any], way: Way, value: object) -> dict[str, Any]:
    """The document with another value in a field."""
    changed = copy.deepcopy(document)
    inner: Any = changed
    for name in way[:-1]:
        inner = inner[name][0] if isinstance(inner[name], list) else inner[name]
    inner[way[-1]] = value
    return changed


def written(document: dict[str, Any]) -> str:
    """The document as YAML, one field of the timeline on a line."""
    return "".join(f"{name}: {json.dumps(value, ensure_ascii=False)}\n" for name, value in document.items())


def reading_of(folder: Path, text: str) -> Reading:
    """What a file with this text holds, and what is wrong with it."""
    path = folder / "news.yaml"
    path.write_text(text, encoding="utf-8", errors="surrogatepass")
    return read_place(place_of(path))


def with_value(way: Way, text: str) -> str:
    """A file with a text in one field, written as it is."""
    return written(put(BENIGN, way, shaped(FIELDS[way], text)))


def accepted(folder: Path, text: str) -> dict[Way, object]:
    """The fields that take a text, with the text as their value."""
    taken = [way for way in FIELDS if not reading_of(folder, with_value(way, text)).problems]
    return {way: shaped(FIELDS[way], text) for way in taken}


def hostile(folder: Path, text: str) -> str:
    """A timeline with a text in each field that takes it."""
    document = BENIGN
    for way, value in accepted(folder, text).items():
        document = put(document, way, value)
    return written(document)
