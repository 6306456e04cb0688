"""What `timeline check` finds: where, what, which rule says so, and how it can be put right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

from timeline.model.errors import hinted
from timeline.store.entries import EventFile
from timeline.yamldoc import Node, NodePath, Plain

__all__ = ["Diagnostic", "Finding", "Fix", "Level"]

Level: TypeAlias = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Fix:
    """An edit that puts a finding right without changing what is meant.

    Attributes:
        title: What it does, in the imperative.
        values: The values to write, by their path in the file: ``(("events", 0, "date"), "2025-02")``.
    """

    title: str
    values: tuple[tuple[NodePath, Plain], ...]


@dataclass(frozen=True, slots=True)
class Finding:
    """What a rule yields; the runner makes a `Diagnostic` of it.

    Attributes:
        file: The file.
        node: The place in it: a node, or an offset.
        message: What was found, in one sentence without a final full stop.
        hint: What to write instead.
        fix: How to put it right, if that is safe.
    """

    file: EventFile
    node: Node | int
    message: str
    hint: str
    fix: Fix | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that is wrong, or could be better.

    Attributes:
        path: The file.
        line: The line, from 1; 0 if it is about the file as a whole.
        column: The column, from 1; 0 if it is about the file as a whole.
        end: The line and the column after its last character.
        code: The code of the rule: ``"DAT102"``.
        name: The name of the rule: ``"impossible-date"``.
        level: ``error`` if the site cannot be built as it was meant, ``warning`` if a person should look, ``note`` if
            it is only worth knowing.
        message: What was found.
        hint: What to write instead.
        fix: How `--fix` puts it right, None if that needs a person.
    """

    path: str
    line: int
    column: int
    end: tuple[int, int]
    code: str
    name: str
    level: Level
    message: str
    hint: str = ""
    fix: Fix | None = None

    @property
    def place(self) -> str:
        """Where it is, as terminals and editors understand it."""
        return f"{self.path}:{self.line}:{self.column}" if self.line else self.path

    @property
    def said(self) -> str:
        """What was found and what to write instead, without the place."""
        return hinted(self.message, self.hint)

    def as_dict(self) -> dict[str, object]:
        """The same for JSON."""
        return {
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "end_line": self.end[0],
            "end_column": self.end[1],
            "code": self.code,
            "name": self.name,
            "level": self.level,
            "message": self.message,
            "hint": self.hint,
            "fixable": self.fix is not None,
        }
