"""Values as YAML text that every YAML reader takes for the same values."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache

from timeline.yamldoc.nodes import Null, Plain, Written

__all__ = ["Number", "block", "flow", "items", "literal", "scalar"]

_WIDTH = 100
_PLAIN_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`=~]|-(?=[^\s\-])")
_NOT_PLAIN = re.compile(
    r": |:$|\s#|\s$|[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|[\u2028\u2029]"
)
_FLOW_MARKS = re.compile(r"[,\[\]{}]|:\?")
# What some YAML reader takes for a number, a truth value or nothing. Days such as 2025-02-12 stay as people write them.
_TYPED = re.compile(
    r"(?i:y|n|yes|no|on|off|true|false|null|nan|~)|[-+]?(?:\d[\d_]*+)?\.?[\d_]*+(?:e[-+]?\d+)?|0[xo][\da-f_]+"
    r"|[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.\d*)?|[-+]?\.(?:inf|nan)|---|\.\.\.",
    re.IGNORECASE,
)  # fmt: skip
_ESCAPED = re.compile("[\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]")


class Number(str):
    """A number as text: it is written without quotes, since editors that know the schema ask for numbers.

    >>> block({"importance": Number("0.4"), "title": "0.4"}).split("\\n")
    ['importance: 0.4', 'title: "0.4"']
    """

    __slots__ = ()


def scalar(text: str, *, style: str = "", in_flow: bool = False) -> str:
    """A text on one line: plain if no reader takes it for something else, otherwise in quotes.

    Args:
        text: The text.
        style: The quotes to keep if they are possible: ``'``, ``"`` or "" for none.
        in_flow: Whether it stands between brackets, where commas end a plain text.

    >>> print(scalar("Talks end"), scalar("no"), scalar("A: B"), scalar('say "no"'), scalar("2025-02-12"))
    Talks end "no" "A: B" say "no" 2025-02-12
    """
    if isinstance(text, Number | Null) or (not style and _is_plain(text, in_flow)):
        return text
    has_breaks = _NOT_PLAIN.search(text.replace(": ", "").replace(" #", "").rstrip(" :"))
    if not has_breaks and (style == "'" or (style != '"' and ('"' in text or "\\" in text))):
        return "'" + text.replace("'", "''") + "'"
    quoted = json.dumps(text, ensure_ascii=False)
    return _ESCAPED.sub(lambda match: f"\\u{ord(match[0]):04x}", quoted)


# Keys, names and tags come again and again.
@lru_cache(maxsize=10_000)
def _is_plain(text: str, in_flow: bool) -> bool:
    return bool(
        _PLAIN_START.match(text)
        and not _NOT_PLAIN.search(text)
        and not _TYPED.fullmatch(text)
        and not (in_flow and _FLOW_MARKS.search(text))
    )


def flow(value: Plain | Written) -> str:
    """A value on one line, as it stands between brackets.

    >>> flow({"tags": ["a", "b, c"], "title": "no"})
    '{tags: [a, "b, c"], title: "no"}'
    """
    if isinstance(value, Written):
        return flow(value.value)
    if isinstance(value, str):
        return scalar(value, in_flow=True)
    if isinstance(value, list):
        return f"[{', '.join(flow(item) for item in value)}]"
    return "{" + ", ".join(f"{scalar(name, in_flow=True)}: {flow(item)}" for name, item in value.items()) + "}"


def block(value: Plain, indent: int = 0, newline: str = "\n") -> str:
    """A value over several lines, which continues a line that is indented by `indent`; no line end at its end.

    >>> print(block({"title": "A", "tags": ["a", "b"], "sources": [{"url": "https://example.org"}]}))
    title: A
    tags: [a, b]
    sources:
      - url: https://example.org
    """
    return newline.join(_lines(value, " " * indent)).removeprefix(" " * indent)


def items(values: Sequence[Plain | Written], indent: int, newline: str = "\n") -> list[str]:
    """The items of a list, each with its hyphen and on lines of its own, which are indented by `indent`.

    >>> items(["a", {"b": "c", "d": "e"}], 2)
    ['  - a', '  - b: c\\n    d: e']
    """
    return [newline.join(_item_lines(value, " " * indent)) for value in values]


def _lines(value: Plain, margin: str) -> list[str]:
    if isinstance(value, str):
        return [margin + scalar(value)]
    if not value or _fits_one_line(value, margin):
        return [margin + flow(value)]
    if isinstance(value, list):
        return [line for item in value for line in _item_lines(item, margin)]
    return [line for name, item in value.items() for line in _entry_lines(name, item, margin)]


def _item_lines(item: Plain | Written, margin: str) -> list[str]:
    if isinstance(item, Written):
        return [margin + line if line else "" for line in item.lines]
    first, *rest = _text_lines("-", item, margin) if isinstance(item, str) else _lines(item, margin + "  ")
    return [first if isinstance(item, str) else f"{margin}- {first.lstrip()}", *rest]


def _entry_lines(name: str, value: Plain, margin: str) -> list[str]:
    key = scalar(name)
    if isinstance(value, str):
        return _text_lines(f"{key}:", value, margin)
    if not value or _fits_one_line(value, margin + key):
        return [f"{margin}{key}: {flow(value)}"]
    return [f"{margin}{key}:", *_lines(value, margin + "  ")]


def _text_lines(lead: str, text: str, margin: str) -> list[str]:
    first, *rest = literal(text, margin + "  ") or [scalar(text)]
    return [f"{margin}{lead} {first}", *rest]


def literal(text: str, margin: str) -> list[str]:
    """The lines of a text as a literal block (``|``), nothing if a block would not give it back as it is.

    >>> literal("one\\ntwo", "  ")
    ['|-', '  one', '  two']
    """
    if not _is_literal(text):
        return []
    lines = text.removesuffix("\n").split("\n")
    return ["|" if text.endswith("\n") else "|-", *(margin + line if line else "" for line in lines)]


def _is_literal(text: str) -> bool:
    lines = text.removesuffix("\n").split("\n")
    return (
        len(lines) > 1
        and bool(lines[0].strip())
        and bool(lines[-1].strip())
        and all(_fits_literal(line) for line in lines)
    )


def _fits_literal(line: str) -> bool:
    return not line[:1].isspace() and not line[-1:].isspace() and not _ESCAPED.search(line) and line.isprintable()


def _fits_one_line(value: Plain, before: str) -> bool:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return False
    return len(before) + len(flow(value)) < _WIDTH
