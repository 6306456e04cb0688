"""The errors a user can meet: what was found, where, and what to write instead."""

from __future__ import annotations

from collections.abc import Collection

__all__ = ["DateError", "FoundError", "TimelineError", "did_you_mean", "hinted", "install_hint", "most_alike"]


def hinted(message: str, hint: str) -> str:
    """What was found and what to write instead, in one line.

    >>> hinted("'x' is no date", "write 2025"), hinted("'x' is no date", "")
    ("'x' is no date; write 2025", "'x' is no date")
    """
    return f"{message}; {hint}" if hint else message


class TimelineError(Exception):
    """Something in a file, an address or an argument that cannot be used.

    Args:
        message: What was found, in one sentence without a final full stop.
        hint: What to write instead, or "".
        path: The file it was found in, if any.
        line: The line, counted from 1.
        column: The column, counted from 1, in characters.

    >>> print(TimelineError("no event has the id 'x'", hint="run `timeline check`", path="a.yaml", line=3, column=5))
    a.yaml:3:5: no event has the id 'x'; run `timeline check`
    """

    def __init__(
        self,
        message: str,
        *,
        hint: str = "",
        path: object = None,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.path = None if path is None else str(path)
        self.line = line
        self.column = column

    @property
    def place(self) -> str:
        """Where it was found, as editors and terminals understand it: ``file:line:column``.

        >>> TimelineError("x", path="a.yaml", line=2).place, TimelineError("x", line=2, column=5).place
        ('a.yaml:2', 'line 2:5')
        """
        place = ":".join(str(part) for part in (self.path, self.line, self.column) if part is not None)
        return place if self.path or not place else f"line {place}"

    @property
    def said(self) -> str:
        """What was found and what to write instead, without the place.

        >>> TimelineError("'x' is no date", hint="write 2025", path="a.yaml").said
        "'x' is no date; write 2025"
        """
        return hinted(self.message, self.hint)

    @property
    def in_data(self) -> bool:
        """Whether it is about what was read, where it has a line; else it is about what was asked for.

        >>> TimelineError("x", path="a.yaml", line=2).in_data, TimelineError("there is no such file").in_data
        (True, False)
        """
        return self.line is not None

    def __str__(self) -> str:
        return f"{self.place}: {self.said}" if self.place else self.said


class FoundError(TimelineError):
    """What ends a command that was used rightly, though it is about no single line: warnings that count as errors."""

    @property
    def in_data(self) -> bool:
        """It is about what was read."""
        return True


class DateError(TimelineError, ValueError):
    """A text that is no date of the Extended Date/Time Format (EDTF)."""


def most_alike(word: str, known: Collection[str], likeness: float = 0.6) -> str:
    """The known word that looks most like another one, "" if none does.

    Args:
        word: What was found.
        known: What could stand there.
        likeness: How alike two words must be, 0 to 1 (the ratio of `difflib.SequenceMatcher`).

    >>> most_alike("titel", ["date", "title"]), most_alike("x", ["date", "title"])
    ('title', '')
    """
    from difflib import get_close_matches

    return next(iter(get_close_matches(word, known, n=1, cutoff=likeness)), "")


def did_you_mean(word: str, known: Collection[str], likeness: float = 0.6) -> str:
    """A hint with the known word that looks most like another one, as `most_alike` finds it; "" if none does.

    >>> did_you_mean("titel", ["date", "title"]), did_you_mean("x", ["date", "title"])
    ("did you mean 'title'?", '')
    """
    near = most_alike(word, known, likeness)
    return f"did you mean '{near}'?" if near else ""


def install_hint(extra: str) -> str:
    """How to install what some of the program needs.

    Args:
        extra: The extra of the package that brings it.

    >>> install_hint("calendar")
    "install it with: pip install 'event-timelines[calendar]'"
    """
    return f"install it with: pip install 'event-timelines[{extra}]'"
