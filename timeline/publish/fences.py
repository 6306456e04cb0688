"""The fenced blocks of a Markdown page, as Python-Markdown tells them from what only looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

__all__ = ["Fence", "parts"]

# Behind three backticks another one would make it code in a line of text, as in CommonMark.
_FENCE = re.compile(r"(?P<before>[ \t>]*)(?P<marks>`{3,}(?=[^`]*$)|~{3,})\s*(?P<language>[\w-]*)(?P<rest>.*)")
# What is indented as far as this is code, except in what begins with one of these.
_CODE = 4
_CONTAINER = re.compile(r"[-*+] |\d+[.)] |!!! |\?\?\?|=== |: ")
# HTML in which nothing is Markdown, and what ends it.
_RAW = re.compile(r"[ \t>]*<(!--|(?:pre|script|style|textarea)(?![\w-]))", re.IGNORECASE)
_ENDS = {"!--": "-->", **{name: f"</{name}>" for name in ("pre", "script", "style", "textarea")}}


@dataclass(frozen=True)
class Fence:
    """A fenced block.

    Args:
        number: The line that it begins in, from 1.
        before: What stands before each of its lines: the indentation of a list, the marks of a quotation.
        marks: The backticks or tildes that it begins with.
        language: The word behind them.
        rest: What else stands in its first line.
        first: Its first line.
        below: The lines below it, with the closing one; if it is not closed, all to the end of the page.
        closed: Whether it is closed.
    """

    number: int
    before: str
    marks: str
    language: str
    rest: str
    first: str
    below: Sequence[str]
    closed: bool

    @property
    def body(self) -> list[str]:
        """The lines in it, without what stands before each.

        >>> [fence] = parts(["> ```a", "> b", "> ```"])
        >>> fence.body
        ['b']
        """
        return [_inside(line, self.before) for line in self.below[: len(self.below) - self.closed]]


def parts(lines: Sequence[str]) -> Iterator[str | Fence]:
    """The fenced blocks of a page, and each line that stands in none; what HTML keeps as it is has no blocks.

    Args:
        lines: The lines of the page.

    >>> [part if isinstance(part, str) else part.body for part in parts(["A", "```", "B", "```", "```C``` D"])]
    ['A', ['B'], '```C``` D']
    >>> list(parts(["<!--", "```", "B", "```", "-->"]))
    ['<!--', '```', 'B', '```', '-->']
    """
    around, raw = _Around(), _Raw(lines)
    numbered = iter(enumerate(lines, 1))
    for number, line in numbered:
        is_text = around.is_text(line)
        end = raw.end(number, line) if is_text else ""
        found = _FENCE.fullmatch(line) if is_text else None
        if found:
            below, closed = _until_closed(numbered, found["before"], found["marks"])
            yield Fence(number, **found.groupdict(), first=line, below=below, closed=closed)
            continue
        yield line
        if end:
            yield from _until_end(numbered, end)


class _Around:
    """What a line stands in: the lines above it that are less indented, the nearest last."""

    def __init__(self) -> None:
        self.above: list[tuple[int, str]] = []

    def is_text(self, line: str) -> bool:
        """Whether a line is no code; one that is indented as code is, except in a list, note or tab."""
        text = line.expandtabs(4).lstrip()
        indented = len(line.expandtabs(4)) - len(text)
        while text and self.above and self.above[-1][0] >= indented:
            self.above.pop()
        inside = self.above and _CONTAINER.match(self.above[-1][1])
        if text:
            self.above.append((indented, text))
        return indented < _CODE or bool(inside)


class _Raw:
    """HTML that is kept as it is: comments, and elements such as ``<pre>``; one that is never ended is text."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._last: dict[str, int] = {}
        for number, line in enumerate(lines, 1):
            self._last |= {end: number for end in _ENDS.values() if end in line.lower()}

    def end(self, number: int, line: str) -> str:
        """What ends the HTML that a line begins, "" if it begins none, or ends it itself."""
        found = _RAW.match(line)
        if not found:
            return ""
        end = _ENDS[found[1].lower()]
        ended = end in line[found.end() :].lower() or self._last.get(end, 0) <= number
        return "" if ended else end


def _inside(line: str, before: str) -> str:
    """A line of a block without what stands before each: the indentation of a list, the marks of a quotation."""
    return line.removeprefix(before) if line.startswith(before) else line.strip(" \t>")


def _until_closed(lines: Iterator[tuple[int, str]], before: str, marks: str) -> tuple[list[str], bool]:
    """The lines of a fenced block after its first, with the closing one, and whether there is one."""
    below = []
    for _, line in lines:
        below.append(line)
        text = _inside(line, before).strip()
        if len(text) >= len(marks) and set(text) == {marks[0]}:
            return below, True
    return below, False


def _until_end(lines: Iterator[tuple[int, str]], end: str) -> Iterator[str]:
    for _, line in lines:
        yield line
        if end in line.lower():
            return
