"""The configuration of a browser-based git editor, made from the models: forms for people who never open a text editor.

Sveltia CMS reads it, and Decap CMS does, too. Each event is a file of its own: small forms, small diffs, no conflicts.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, Literal

from timeline.model.errors import TimelineError
from timeline.model.timeline import Timeline
from timeline.store.places import place_of, places_in
from timeline.store.reading import read_place
from timeline.store.schema import event_schema

__all__ = ["Backend", "cms_config", "config_text", "event_folders"]

Backend = Literal["github", "gitlab"]
Fields = dict[str, Any]

_REPOSITORY = re.compile(r"[\w.-]+(?:/[\w.-]+)+", re.ASCII)
_EXTENSION = ".yaml"
_LONG_TEXT = 1000
_PICTURES = "img"


def event_folders(events: Path) -> list[Path]:
    """The timelines that are folders, in which each event can be a file of its own.

    Raises:
        TimelineError: There is none, or the folder is not there.
    """
    folders = [place.path for place in places_in(events) if place.is_folder]
    if not folders:
        hint = f"make a folder such as {events / 'our-town'}, with one event in each file"
        raise TimelineError(
            "no timeline here is a folder, and a form writes one file for each event", hint=hint, path=events
        )
    return folders


def cms_config(
    folders: Sequence[Path],
    repository: str,
    backend: Backend = "github",
    branch: str = "main",
    docs: Path = Path("docs"),
) -> Fields:
    """The configuration for the events in some folders.

    Args:
        folders: The folders; the current folder is the top of the repository.
        repository: The repository on the host: ``owner/name``.
        backend: The host.
        branch: The branch that is edited.
        docs: The folder of the pages; pictures that are uploaded go into ``img`` there.

    Raises:
        TimelineError: The repository cannot be called so, or a folder is none, lies outside or holds no events.
    """
    if not _REPOSITORY.fullmatch(repository):
        raise TimelineError(f"'{repository}' is no repository", hint="write owner/name")
    return {
        "backend": {"name": backend, "repo": repository, "branch": branch},
        "media_folder": f"{docs.as_posix()}/{_PICTURES}",
        "public_folder": f"/{_PICTURES}",
        "output": {"omit_empty_optional_fields": True},
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [_collection(folder) for folder in dict.fromkeys(map(_inside, folders))],
    }


def config_text(config: Fields) -> str:
    """The configuration as YAML.

    >>> print(config_text({"fields": [{"name": "date", "widget": "string"}], "media_folder": "img"}))
    fields:
      - name: "date"
        widget: "string"
    media_folder: "img"
    """
    return "\n".join(_lines(config))


def _lines(value: Any) -> Iterator[str]:
    """Block mappings and lists; what is in them is JSON, which is YAML."""
    for name, below in value.items():
        if isinstance(below, dict):
            yield f"{name}:"
            yield from (f"  {line}" for line in _lines(below))
        elif isinstance(below, list) and any(isinstance(item, dict) for item in below):
            yield f"{name}:"
            for item in below:
                first, *rest = _lines(item)
                yield f"  - {first}"
                yield from (f"    {line}" for line in rest)
        else:
            yield f"{name}: {json.dumps(below, ensure_ascii=False)}"


def _inside(folder: Path) -> Path:
    """A folder as it is called from the top of the repository."""
    inside = Path(os.path.relpath(folder))
    if inside.is_absolute() or ".." in inside.parts:
        hint = "go to the top of the repository, and name a folder below it"
        raise TimelineError("lies outside of the current folder", hint=hint, path=folder)
    return inside


def _collection(folder: Path) -> Fields:
    if not folder.exists():
        raise TimelineError("there is no such folder", hint="make it, with one event in each file", path=folder)
    place = place_of(folder)
    if not place.is_folder:
        hint = f"make a folder of it first: `timeline split {folder}`"
        raise TimelineError("is one file, and a form writes one file for each event", hint=hint, path=folder)
    if place.head and place.head.suffix == _EXTENSION:
        hint = f"rename it to {place.head.with_suffix('.yml').name}"
        raise TimelineError("the form would list this file among the events", hint=hint, path=place.head)
    timeline = read_place(place).timeline
    return {
        "name": place.id,
        "label": timeline.title,
        "label_singular": "Event",
        "folder": folder.as_posix(),
        "extension": _EXTENSION.lstrip("."),
        "format": "yaml",
        "create": True,
        "identifier_field": "title",
        "summary": "{{date}} {{title}}",
        "sortable_fields": ["date", "title"],
        "editor": {"preview": False},
        "fields": list(_event_fields(timeline)),
    }


def _event_fields(timeline: Timeline) -> Iterator[Fields]:
    """The fields of an event, needed ones first; where the timeline lists its lanes or tags, these can be chosen."""
    for field in sorted(
        _fields(event_schema(), "Event"), key=lambda field: (not field["required"], field["name"] == "id")
    ):
        if field["name"] == "lane" and timeline.lanes:
            yield _choice(field, timeline.lanes)
        elif field["name"] == "tags" and timeline.tags:
            yield {**_choice(field, timeline.tags), "multiple": True}
        else:
            yield field


def _choice(field: Fields, options: Iterable[str]) -> Fields:
    kept: Fields = {name: field[name] for name in ("name", "label", "required", "hint") if name in field}
    return {**kept, "widget": "select", "options": list(options)}


def _fields(schema: Fields, model: str) -> Iterator[Fields]:
    definition = schema["definitions"][model]
    required = definition.get("required", [])
    for name, stated in definition["properties"].items():
        about = {"hint": stated["description"]} if "description" in stated else {}
        common = {"name": name, "label": name.capitalize(), "required": name in required, **about}
        yield {**common, **_widget(schema, stated)}


def _widget(schema: Fields, stated: Fields) -> Fields:
    """What is typed, chosen or opened for a value."""
    if "$ref" in stated:
        # Decap CMS would ask for a needed field inside even if there is nothing at all.
        fields = [{**field, "required": False} for field in _fields(schema, stated["$ref"].rpartition("/")[2])]
        return {"widget": "object", "collapsed": True, "fields": fields}
    if "items" in stated and "$ref" in stated["items"]:
        return {"widget": "list", "fields": list(_fields(schema, stated["items"]["$ref"].rpartition("/")[2]))}
    if "items" in stated:
        return {"widget": "list", "field": {"name": "name", "label": "Name", "widget": "string"}}
    if "anyOf" in stated:
        return {"widget": "select", "options": stated["anyOf"][0]["enum"]}
    if stated["type"][0] in ("number", "integer"):
        kind = {"number": "float", "integer": "int"}[stated["type"][0]]
        return {"widget": "number", "value_type": kind, "min": stated["minimum"], "max": stated["maximum"]}
    return _text(stated)


def _text(stated: Fields) -> Fields:
    widget = "text" if stated.get("maxLength", 0) > _LONG_TEXT and "pattern" not in stated else "string"
    if "pattern" not in stated:
        return {"widget": widget}
    return {"widget": widget, "pattern": [stated["pattern"], stated["patternErrorMessage"]]}
