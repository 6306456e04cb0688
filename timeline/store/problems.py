"""What pydantic and the dates object to, as errors at their place in the file."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from pydantic import ValidationError

from timeline.model.errors import DateError, TimelineError, most_alike
from timeline.model.event import LISTS, Image, Source, fit_link, slug
from timeline.store.phrases import suggestions
from timeline.yamldoc import Document, Mapping, Node, Plain, Scalar, YamlError, nearest
from timeline.yamldoc.writer import flow

__all__ = ["date_hint", "date_problem", "in_words", "problems_of"]

_KEYS_AND_VALUES = ("keys and values are expected", "write them indented below, as in 'title: …'")
_NUMBER = ("a number is expected", "write {number}")
_WHOLE_NUMBER = ("a whole number is expected", "write one, such as 320")
# What pydantic calls it: what was found, and what to write instead.
_PLAIN_WORDS = {
    "tuple_type": ("a list is expected", "write a list: {listed}"),
    "string_type": ("a text is expected", "write {text}"),
    "dict_type": _KEYS_AND_VALUES,
    "model_type": _KEYS_AND_VALUES,
    "model_attributes_type": _KEYS_AND_VALUES,
    "literal_error": ("'{input}' is none of the words that can stand here", "write {expected}"),
    "float_parsing": _NUMBER,
    "float_type": _NUMBER,
    "bool_parsing": ("true or false is expected", "write true or false"),
    "int_parsing": _WHOLE_NUMBER,
    "int_type": _WHOLE_NUMBER,
    "int_from_float": _WHOLE_NUMBER,
    "less_than_equal": ("the number is too large", "write {le} at most"),
    "greater_than_equal": ("the number is too small", "write {ge} at least"),
    "string_too_long": ("the text has {length} characters", "write {max_length} characters at most"),
    "string_too_short": ("there is no text", "write a text"),
    "string_pattern_mismatch": (
        "'{input}' cannot stand here",
        "write small letters, digits and single hyphens, such as {slug}",
    ),
}
_FIELD_HINTS = {
    ("tuple_type", "sources"): "write each below 'sources:': '- url: {url}'",
    ("model_type", "sources"): "write keys and values, as in '- url: {url}'",
    ("dict_type", "anchors"): "write each below it without a hyphen, as in 'the summit: 2025-08-15'",
    ("model_type", "image"): "write 'src: {src}' and 'alt: …' indented below",
    ("string_pattern_mismatch", "language"): "write a language tag, such as en, de or pt-BR",
}
# How others call the fields.
_OTHER_WORDS = {
    "date": "time when day start end",
    "title": "headline name heading",
    "text": "description details summary body content note notes",
    "lane": "category group track row",
    "tags": "keywords labels topics",
    "people": "person persons who",
    "organizations": "organization organisation organisations company companies",
    "places": "location where city country",
    "image": "picture photo img",
    "sources": "source reference references",
    "url": "link href website",
    "publisher": "newspaper outlet author",
    "published": "date",
    "src": "url path file",
    "alt": "caption description",
    "credit": "author copyright photographer licence license",
}
# What to write where the field is not simply called otherwise.
_INSTEAD = {
    "time": "write it into the date: 'date: 2025-02-12T15:00'",
    "start": "write it into the date: 'date: 2024-03/2025-01'",
    "end": "write it into the date: 'date: 2024-03/2025-01'",
    "sources": "write it as 'sources', with '- url: …' indented below",
    "image": "write it as 'image', with 'src: …' and 'alt: …' indented below",
}
# What stands in a field whose name does not say it.
_WHAT = {"alt": ", with what the picture shows, for those who do not see it"}
_LONGEST_SHOWN = 80
_DECIMAL_COMMA = re.compile(r"\d{1,9},\d{1,9}", re.ASCII)
_PERCENT = re.compile(r"(100|\d{1,2}) ?%", re.ASCII)
_IMPOSSIBLE = re.compile(r"there is no (?:day|month|such time)")


def problems_of(error: ValidationError, document: Document, node: Node, fields: Collection[str]) -> list[YamlError]:
    """The errors of a model, each at the value, the key or the event that it is about.

    Args:
        error: What pydantic found.
        document: The file.
        node: What was validated.
        fields: The names that the model knows, for "did you mean".
    """
    found = [dict(details) for details in error.errors(include_url=False)]
    unknown = [_location(details) for details in found if details["type"] == "extra_forbidden"]
    misnamed = [[*location[:-1], _meant(str(location[-1]), _known(location, fields))] for location in unknown]
    return [
        _problem(details, document, node, fields)
        for details in found
        if details["type"] != "missing" or _location(details) not in misnamed
    ]


def _location(details: dict[str, Any]) -> list[Any]:
    return [part for part in details["loc"] if not str(part).startswith(("constrained", "function-"))]


def _problem(details: dict[str, Any], document: Document, node: Node, fields: Collection[str]) -> YamlError:
    location, kind = _location(details), details["type"]
    if kind == "missing":
        return _missing(document, nearest(node, tuple(location[:-1])), str(location[-1]))
    if kind == "extra_forbidden":
        return _unknown_field(document, node, location, fields)
    at, name = nearest(node, tuple(location)), ".".join(str(part) for part in location)
    cause = details.get("ctx", {}).get("error")
    if isinstance(cause, DateError):
        return date_problem(document, at, cause)
    found, hint = in_words(details)
    return document.error(at, "wrong-type", f"{name}: {found}", hint)


def in_words(details: dict[str, Any]) -> tuple[str, str]:
    """What pydantic objects to, and what to write instead, in words for the person who wrote it.

    >>> in_words({"type": "int_parsing", "loc": ("height",), "msg": "Input should be a valid integer"})
    ('a whole number is expected', 'write one, such as 320')
    """
    kind, message, given = details["type"], str(details["msg"]), str(details.get("input", ""))
    limits = {"expected": "", "input": given, **_examples(details.get("input")), **details.get("ctx", {})}
    error = limits.get("error")
    if isinstance(error, DateError):
        return error.message, date_hint(str(details["input"]), error)
    if isinstance(error, ValueError):
        found, _, hint = str(error).partition("; ")
        return found, hint
    found, hint = _PLAIN_WORDS.get(kind, (message[:1].lower() + message[1:], "write something else"))
    fields = [part for part in details["loc"] if isinstance(part, str)]
    hint = _FIELD_HINTS.get((kind, fields[-1] if fields else ""), hint)
    return found.format(**limits), hint.format(**limits)


def _examples(given: object) -> dict[str, str]:
    """What was given in the forms that can be asked for, where it is short enough to be shown; else examples."""
    text = given.strip() if isinstance(given, str) and len(given) <= _LONGEST_SHOWN else ""
    words: list[Plain] = [word.strip() for word in text.split(",") if word.strip()]
    first = next((word for word in given if isinstance(word, str)), "") if isinstance(given, list) else ""
    return {
        "length": f"{len(str(given).strip()):,}",
        "slug": slug(str(given)),
        "listed": flow(words) if words else "[one, two]",
        "text": f"a text, such as {first}" if 0 < len(first) <= _LONGEST_SHOWN else "a text",
        "url": text if fit_link(text) else "https://example.org/a",
        "src": text or "…",
        "number": _number(text) or "a number, such as 0.5",
    }


def _number(text: str) -> str:
    """The number of a text with a decimal comma or a percent sign, as programs write it; "" if it is none."""
    if percent := _PERCENT.fullmatch(text):
        return f"{int(percent[1]) / 100:g}"
    return text.replace(",", ".") if _DECIMAL_COMMA.fullmatch(text) else ""


def date_problem(document: Document, node: Node | int, error: TimelineError) -> YamlError:
    """What is wrong with a date: it cannot be, it ends before it begins, or it cannot be read."""
    if _IMPOSSIBLE.match(error.message):
        kind = "impossible-date"
    else:
        kind = "reversed-date" if "ends before" in error.message else "invalid-date"
    hint = date_hint(node.value, error) if isinstance(node, Scalar) else error.hint
    return document.error(node, kind, error.message, hint)


def date_hint(text: str, error: TimelineError) -> str:
    """What to write instead of a text that is no date: what it seems to mean, else what the error says.

    >>> date_hint("before 1990", DateError("no date", hint="write YYYY"))
    'write ../1989'
    >>> date_hint("1990 or 1991", DateError("no date", hint="write YYYY"))
    'write "[1990,1991]"'
    """
    # Without quotes YAML reads it as a list.
    meant = [f'"{date}"' if date.startswith("[") else date for date in suggestions(text)]
    return f"write {' or '.join(meant)}" if meant else error.hint


def _missing(document: Document, node: Node, name: str) -> YamlError:
    """A field that is not there, or has no value: what stands behind a '#' is a comment."""
    if not isinstance(node, Mapping) or name not in node.entries:
        hint = f"add '{name}: …'{_WHAT.get(name, '')}"
        return document.error(_first_line(node), "missing-field", f"'{name}' is missing", hint)
    key = node.key(name)
    rest = document.text[key.end :].partition("\n")[0].strip(": ")
    hint = (
        "'#' begins a comment: put the text in quotes"
        if rest.startswith("#")
        else f"write '{name}: …'{_WHAT.get(name, '')}"
    )
    return document.error(key, "missing-field", f"'{name}' has no value", hint)


def _unknown_field(document: Document, node: Node, location: list[Any], fields: Collection[str]) -> YamlError:
    parent, name = nearest(node, tuple(location[:-1])), str(location[-1])
    at = parent.key(name) if isinstance(parent, Mapping) and name in parent.entries else parent
    if name.strip() != name:
        found = f"a character before '{name.strip()}' only looks like a space"
        return document.error(at, "unknown-field", found, "indent with ordinary spaces")
    return document.error(at, "unknown-field", f"there is no field '{name}'", _instead(name, _known(location, fields)))


def _known(location: list[Any], fields: Collection[str]) -> Collection[str]:
    """The fields that can stand where one was found."""
    return fields if len(location) == 1 else _fields_below(str(location[0]))


def _meant(name: str, known: Collection[str]) -> str:
    """The field that one is meant as which is not known, "" if that cannot be told.

    >>> [_meant(name, ["date", "title"]) for name in ("Date", "titel", "end", "x")]
    ['date', 'title', 'date', '']
    """
    word = name.strip().lower()
    if word in known:
        return word
    other = (field for field, words in _OTHER_WORDS.items() if field in known and word in words.split())
    return next(other, most_alike(word, known))


def _instead(name: str, known: Collection[str]) -> str:
    word, meant = name.lower(), _meant(name, known)
    if meant == word:
        return f"write '{meant}'"
    if word in _OTHER_WORDS.get(meant, "").split():
        listed = f"{meant}: […]" if meant in LISTS else meant
        return _INSTEAD.get(word) or _INSTEAD.get(meant, f"write it as '{listed}'")
    below = [(field, _meant(word, _fields_below(field))) for field in ("sources", "image") if field in known]
    instead = next((f"write it below '{field}', as '{other}'" for field, other in below if other), "")
    return f"did you mean '{meant}'?" if meant else instead or f"use one of {', '.join(known)}"


def _fields_below(name: str) -> list[str]:
    return list((Image if name == "image" else Source).model_fields)


def _first_line(node: Node) -> Node | int:
    """An event as a whole is shown by its first key."""
    if isinstance(node, Mapping) and node.entries:
        return next(iter(node.entries.values()))[0]
    return node if isinstance(node, Scalar) else node.start
