"""What was found, for people (text with the line shown), programs (JSON), GitHub and code scanners (SARIF)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from pathlib import Path

from timeline.check.catalogue import all_rules
from timeline.check.diagnostic import Diagnostic
from timeline.model.characters import counted, json_text, shown

__all__ = ["FORMATS", "relative", "report"]

_COLOURS = {"error": "31", "warning": "33", "note": "36", "strong": "1", "faint": "2"}
_GITHUB_LEVELS = {"error": "error", "warning": "warning", "note": "notice"}
_WIDEST = 160


def report(diagnostics: Sequence[Diagnostic], format: str = "text", colour: bool = False) -> str:  # noqa: A002
    """The findings as one text, which ends with a line end unless it is empty.

    Args:
        diagnostics: What was found.
        format: One of `FORMATS`: ``text``, ``json``, ``github``, ``sarif``.
        colour: Whether text may use the colours of a terminal.

    Raises:
        KeyError: There is no such format.

    >>> report([], "json")
    '[]\\n'
    """
    return FORMATS[format](diagnostics, colour)


def _text(diagnostics: Sequence[Diagnostic], colour: bool) -> str:
    def paint(text: str, style: str) -> str:
        return f"\x1b[{_COLOURS[style]}m{text}\x1b[0m" if colour else text

    lines_of = lru_cache(maxsize=None)(_lines)
    parts = []
    for each in diagnostics:
        head = f"{paint(shown(each.place), 'strong')}: {paint(each.code, each.level)} {shown(each.message)}"
        parts += [head, *_picture(each, lines_of(each.path), paint), ""]
    return "".join(part + "\n" for part in [*parts, _summary(diagnostics)]) if diagnostics else ""


def _lines(path: str) -> list[str]:
    try:
        return Path(path).read_text(encoding="utf-8-sig", errors="replace").split("\n")
    except OSError:
        return []


def _picture(each: Diagnostic, lines: list[str], paint: Callable[[str, str], str]) -> list[str]:
    """The line with a mark below the place, and what to write instead."""
    if not 0 < each.line <= len(lines):
        return [f"  = {shown(each.hint)}"] if each.hint else []
    margin = " " * len(str(each.line))
    # A very long line is shown around the place.
    skipped = max(0, each.column - _WIDEST // 2)
    line = shown(lines[each.line - 1].rstrip("\r")[skipped : skipped + _WIDEST])
    last = each.end[1] if each.end[0] == each.line else skipped + len(line) + 1
    mark = "^" * max(1, min(last, skipped + len(line) + 1) - each.column)
    faint = paint(f"{each.line} |", "faint")
    below = f"{paint(f'{margin} |', 'faint')} {' ' * (each.column - 1 - skipped)}{paint(mark, each.level)}"
    hint = [f"{paint(f'{margin} =', 'faint')} {shown(each.hint)}"] if each.hint else []
    return [f"{faint} {line}", below, *hint]


def _summary(diagnostics: Sequence[Diagnostic]) -> str:
    levels = Counter[str](each.level for each in diagnostics)
    counts = [counted(levels[level], level) for level in _GITHUB_LEVELS if levels[level]]
    fixable = sum(each.fix is not None for each in diagnostics)
    return f"{', '.join(counts)}." + (f" {fixable} can be put right with --fix." if fixable else "")


def _json(diagnostics: Sequence[Diagnostic], _colour: bool) -> str:
    return json_text([each.as_dict() for each in diagnostics]) + "\n"


def _github(diagnostics: Sequence[Diagnostic], _colour: bool) -> str:
    """Workflow commands, which GitHub shows beside the lines of a pull request."""
    return "".join(_annotation(each) + "\n" for each in diagnostics)


def _annotation(each: Diagnostic) -> str:
    place = {
        "file": relative(each.path),
        "line": each.line or 1,
        "col": each.column or 1,
        "endLine": each.end[0] or 1,
        "title": f"{each.code} {each.name}",
    }
    properties = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in place.items())
    return f"::{_GITHUB_LEVELS[each.level]} {properties}::{_escaped(each.said)}"


def _escaped(text: str, also: str = "") -> str:
    return "".join(f"%{ord(character):02X}" if character in f"%{also}" else character for character in shown(text))


def _sarif(diagnostics: Sequence[Diagnostic], _colour: bool) -> str:
    """The Static Analysis Results Interchange Format, version 2.1.0 (OASIS)."""
    used = {each.code for each in diagnostics}
    rules = [
        {"id": rule.code, "name": rule.name, "shortDescription": {"text": rule.summary}, "help": {"text": rule.doc}}
        for rule in all_rules()
        if rule.code in used
    ]
    driver: dict[str, object] = {"name": "timeline", "rules": rules}
    run = {
        "tool": {"driver": driver},
        "results": [_result(each) for each in diagnostics],
        "columnKind": "unicodeCodePoints",
    }
    schema = "https://json.schemastore.org/sarif-2.1.0.json"
    return json_text({"$schema": schema, "version": "2.1.0", "runs": [run]}) + "\n"


def _result(each: Diagnostic) -> dict[str, object]:
    region = {
        "startLine": each.line or 1,
        "startColumn": each.column or 1,
        "endLine": each.end[0] or 1,
        "endColumn": each.end[1] or 1,
    }
    location = {"artifactLocation": {"uri": _uri(each.path)}, "region": region}
    return {
        "ruleId": each.code,
        "level": each.level,
        "message": {"text": each.said},
        "locations": [{"physicalLocation": location}],
    }


def _uri(path: str) -> str:
    from urllib.parse import quote

    return quote(Path(relative(path)).as_posix())


def relative(path: str) -> str:
    """A path from the current folder on, which is what a repository is checked from; any other path as it is."""
    whole = Path(path).absolute()
    return str(whole.relative_to(Path.cwd())) if whole.is_relative_to(Path.cwd()) else path


FORMATS: dict[str, Callable[[Sequence[Diagnostic], bool], str]] = {
    "text": _text,
    "json": _json,
    "github": _github,
    "sarif": _sarif,
}
