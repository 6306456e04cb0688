"""The JSON Schema of event files, by which editors complete, explain and check what is typed.

It is draft-07, which is what yaml-language-server reads, and made from the models, so that it cannot differ from them.
What counts as absent when a file is read (``""`` and nothing at all) is allowed wherever a value may be missing.
"""

from __future__ import annotations

import json
from typing import Any

from timeline.model.timeline import Timeline

__all__ = ["event_schema", "schema_text"]

Schema = dict[str, Any]

_YEAR = r"(?:-?[0-9X]{4}|Y-?[1-9][0-9]{4,14}|Y-?[1-9][0-9]{0,5}E[0-9]{1,2})"
_MONTH = r"(?:0[1-9X]|1[0-2X]|2[1-9]|3[0-9]|4[01]|X[0-9X])"
_DAY = r"(?:0[1-9X]|[12][0-9X]|3[01X]|X[0-9X])"
_TIME = r"(?:T(?:[01][0-9]|2[0-4])(?::[0-5][0-9](?::[0-6][0-9])?)?(?:Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)"
_MARK = "[?~%]?"
_POINT = f"{_MARK}{_YEAR}{_MARK}(?:-{_MARK}{_MONTH}{_MARK}(?:-{_MARK}{_DAY}{_MARK}{_TIME}?)?)?"
# One or more points between slashes or commas; what the calendar says about them is for `timeline check`.
_EDTF = rf"\[?(?:(?:{_POINT}|\.\.)?(?:[/,] ?|\]?$))+"
# A phrase does not begin like an EDTF date and is no number, or has a character that no EDTF date has.
_PHRASE = r"(?!\[|\.\.|-?[0-9X]{4}|Y-?[0-9]|[0-9]+$)[\s\S]+|[\s\S]*[^-0-9/.,TXYZE:+~?%\[\] ][\s\S]*"

_IN_ADDRESS = r"""[^\s<>"'\\\x00-\x20]"""
_IN_PATH = r"""[^\s<>"'\\:\x00-\x20]"""
_LABEL = r"(?:[0-9A-Za-z_-]|[^\s\x00-\x7f])+"
_ORIGIN = rf"[hH][tT][tT][pP][sS]?://{_LABEL}(?:\.{_LABEL})*\.?(?![^/?#])"
_UPWARDS = r"(?:\S*/)?(?:\.|%2[eE]){2}(?:/|$)"

# What the models check by a function: format -> what an editor checks and says instead.
_FORMATS: dict[str, Schema] = {
    "edtf": {
        "type": ["string", "integer"],
        "minLength": 1,
        "pattern": f"^(?:{_EDTF})$",
        "patternErrorMessage": "Write a date: 2025-02-12, 2025-02, 2025, 1961/1972, 1994~ (about) or 1994? (perhaps).",
    },
    "edtf-or-phrase": {
        "type": ["string", "integer"],
        "minLength": 1,
        "pattern": f"^(?:{_EDTF}|{_PHRASE})$",
        "patternErrorMessage": "Write a date such as 2025-02-12, or a phrase such as 'February last year'.",
    },
    "slug": {"patternErrorMessage": "Write small letters, digits and single hyphens, such as sputnik-1."},
    "uri": {
        "type": "string",
        "pattern": rf"^(?:[hH][tT][tT][pP][sS]?://|[mM][aA][iI][lL][tT][oO]:){_IN_ADDRESS}+$",
        "patternErrorMessage": "Write an address that begins with https://, http:// or mailto:.",
    },
    "uri-reference": {
        "pattern": rf"^(?!{_UPWARDS})(?:{_ORIGIN}|(?!/){_IN_PATH}){_IN_PATH}*$",
        "patternErrorMessage": "Write an https:// address or a path inside the site, such as img/a.jpg.",
    },
}
_INSTEAD_OF_TEXT = {
    "array": "Write a list: [one, two].",
    "integer": "Write a whole number.",
    "number": "Write a number, such as 0.5.",
    "object": "Write keys and values, indented below.",
}
_KEPT = ("description", "enum", "examples", "maximum", "maxLength", "minimum", "minLength", "pattern", "type")


def event_schema() -> Schema:
    """The JSON Schema (draft-07) of a file with events: a timeline, a list of events, or one event.

    >>> schema = event_schema()
    >>> schema["$schema"], sorted(schema["definitions"])
    ('http://json-schema.org/draft-07/schema#', ['Event', 'Image', 'Source', 'Timeline'])
    """
    timeline = Timeline.model_json_schema(ref_template="#/definitions/{model}")
    models = {**timeline.pop("$defs"), "Timeline": timeline}
    del models["Event"]["properties"]["reasoning"]
    models["Event"]["properties"]["date"]["format"] = "edtf-or-phrase"
    definitions = {name: _model(model) for name, model in sorted(models.items())}
    definitions["Image"] = _or_absent(definitions["Image"])
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "Events of a timeline",
        "if": {"type": "array"},
        "then": {"items": {"$ref": "#/definitions/Event"}},
        "else": {
            "if": {"required": ["date"], "not": {"required": ["events"]}},
            "then": {"$ref": "#/definitions/Event"},
            "else": {"$ref": "#/definitions/Timeline"},
        },
        "definitions": definitions,
    }


def schema_text() -> str:
    """The schema as a file, the same each time."""
    return json.dumps(event_schema(), ensure_ascii=False, indent=2) + "\n"


def _model(model: Schema) -> Schema:
    required = model.get("required", [])
    fields = {name: _field(field, name in required) for name, field in model["properties"].items()}
    return {
        "description": model["description"].partition("\n")[0],
        "type": "object",
        "properties": fields,
        "additionalProperties": False,
        **({"required": required} if required else {}),
    }


def _field(field: Schema, required: bool) -> Schema:
    """One field as draft-07 says it, without a title that only repeats its name."""
    stated = {**field.get("anyOf", [field])[0], **{name: value for name, value in field.items() if name != "anyOf"}}
    if "$ref" in stated:
        return {"$ref": stated["$ref"]}
    plain = {name: stated[name] for name in _KEPT if name in stated}
    if plain["type"] == "string" and "enum" not in plain:
        plain["type"] = ["string", "number"]  # 1984 is a number to YAML, but a title to us
    plain |= _FORMATS.get(stated.get("format", ""), {})
    for name in {"items", "additionalProperties"} & stated.keys():
        plain[name] = _field(stated[name], required=True)
    return plain if required else _or_absent(plain)


def _or_absent(stated: Schema) -> Schema:
    """The same or nothing: no value, or an empty text."""
    if "enum" in stated:
        nothing = {"type": ["string", "null"], "maxLength": 0}
        return {"description": stated.pop("description"), "anyOf": [stated, nothing]}
    types = [stated["type"]] if isinstance(stated["type"], str) else stated["type"]
    if "string" not in types:
        instead = {"pattern": "^$", "patternErrorMessage": _INSTEAD_OF_TEXT[types[0]]}
        return {**stated, "type": [*types, "string", "null"], **instead}
    pattern = {"pattern": f"^$|{stated['pattern']}"} if "pattern" in stated else {}
    return {name: value for name, value in stated.items() if name != "minLength"} | {"type": [*types, "null"]} | pattern
