"""The tree of a YAML file: scalars, sequences and mappings, each knowing where in the text it stands."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate, chain
from typing import TypeAlias

from timeline.model.characters import cut
from timeline.model.errors import TimelineError

__all__ = [
    "Document",
    "Mapping",
    "Node",
    "NodePath",
    "Null",
    "Plain",
    "Scalar",
    "Sequence",
    "Written",
    "YamlError",
    "comments_in",
    "content_end",
    "nearest",
    "scalars",
]

_LONGEST_MESSAGE = 500
_NULLS = frozenset(("~", "null", "Null", "NULL"))

Plain: TypeAlias = "str | list[Plain] | dict[str, Plain]"


class YamlError(TimelineError):
    """Something in a YAML file that cannot be used, with its place.

    Args:
        kind: What sort of thing it is, as a rule of `timeline check` names it: ``"yaml-syntax"``.
        end: The line and column (from 1) after the last character it is about, None if it is a single place.

    >>> print(YamlError("the key 'date' is there twice", kind="duplicate-key", path="a.yaml", line=3, column=5))
    a.yaml:3:5: the key 'date' is there twice
    """

    def __init__(
        self,
        message: str,
        *,
        kind: str = "yaml-syntax",
        hint: str = "",
        path: object = None,
        line: int | None = None,
        column: int | None = None,
        end: tuple[int, int] | None = None,
    ) -> None:
        super().__init__(message, hint=hint, path=path, line=line, column=column)
        self.kind = kind
        self.end = end


class Null(str):
    """Nothing, as it was written, ``~`` or ``null``: it is written so again, and is false, as is an empty text.

    >>> from timeline.yamldoc import parse
    >>> [bool(value) for value in parse("[~, '~']").root.plain]
    [False, True]
    """

    __slots__ = ()

    def __bool__(self) -> bool:
        return False


class Scalar:
    """A text, however it is quoted; every value is text first.

    Attributes:
        value: The text.
        start: The offset of its first character, or of its opening quote.
        end: The offset after its last character.
        style: ``""`` plain, ``'``, ``"``, ``|`` or ``>``.
    """

    __slots__ = ("end", "start", "style", "value")

    def __init__(self, value: str, start: int, end: int, style: str = "") -> None:
        self.value = value
        self.start = start
        self.end = end
        self.style = style

    @property
    def plain(self) -> str:
        """The text, or that there is none."""
        return Null(self.value) if self._is_null else self.value

    @property
    def is_absent(self) -> bool:
        """Whether nothing is written here: no text, ``""``, ``~`` or ``null``."""
        return not self.value or self._is_null

    @property
    def _is_null(self) -> bool:
        return not self.style and self.value in _NULLS


class Sequence:
    """A list, as lines with hyphens or in square brackets (`flow`)."""

    __slots__ = ("_there", "end", "flow", "items", "start")
    is_absent = False

    def __init__(self, start: int, flow: bool) -> None:
        self.items: list[Node] = []
        self.start = start
        self.end = start
        self.flow = flow
        self._there: list[Node] = []

    @property
    def plain(self) -> list[Plain]:
        """The list as Python sees it."""
        return [item.plain for item in self.items]

    @property
    def there(self) -> list[Node]:
        """The items that are not absent, once the list has been read."""
        if not self._there:
            self._there = [item for item in self.items if not item.is_absent]
        return self._there


class Mapping:
    """Keys and their values, as lines or in braces (`flow`), in the order of the file."""

    __slots__ = ("end", "entries", "flow", "start")
    is_absent = False

    def __init__(self, start: int, flow: bool) -> None:
        self.entries: dict[str, tuple[Scalar, Node]] = {}
        self.start = start
        self.end = start
        self.flow = flow

    @property
    def plain(self) -> dict[str, Plain]:
        """The mapping as Python sees it."""
        return {name: value.plain for name, (_, value) in self.entries.items()}

    def get(self, name: str) -> Node | None:
        """The value of a key, None if the key is not there."""
        entry = self.entries.get(name)
        return entry and entry[1]

    def key(self, name: str) -> Scalar:
        """The key itself, for its place."""
        return self.entries[name][0]

    def values(self) -> Iterator[Node]:
        """The values in the order of the file."""
        return (value for _, value in self.entries.values())


Node: TypeAlias = Scalar | Sequence | Mapping
NodePath: TypeAlias = tuple[str | int, ...]
"""The way from one node to another below it: keys of mappings and indexes of lists."""


def nearest(node: Node, path: NodePath) -> Node:
    """The node at a path below another, or the last one on the way that is there; absent items do not count.

    >>> from timeline.yamldoc import parse
    >>> root = parse("events: [{title: A}]").root
    >>> nearest(root, ("events", 0, "title")).plain, nearest(root, ("events", 0, "lane")).plain
    ('A', {'title': 'A'})
    """
    for part in path:
        step = _step(node, part)
        if step is None:
            break
        node = step
    return node


def scalars(node: Node) -> Iterator[Scalar]:
    """All keys and texts of a node, in the order of the file.

    >>> from timeline.yamldoc import parse
    >>> [scalar.value for scalar in scalars(parse("tags: [a, b]").root)]
    ['tags', 'a', 'b']
    """
    if isinstance(node, Scalar):
        yield node
        return
    for child in node.items if isinstance(node, Sequence) else chain.from_iterable(node.entries.values()):
        yield from scalars(child)


def comments_in(text: str, node: Node) -> list[str]:
    """The comments in a text above, between and below the keys and texts of its node.

    >>> from timeline.yamldoc import parse
    >>> text = "# so\\ntitle: 'No # 1'  # really\\n# not yet\\ndate: 2025"
    >>> comments_in(text, parse(text).root)
    ['# so', '# really', '# not yet']
    """
    places = [(scalar.start, content_end(text, scalar)) for scalar in scalars(node)]
    starts, ends = [start for start, _ in places], [end for _, end in places]
    gaps = [text[end:start] for end, start in zip([0, *ends], [*starts, len(text)], strict=True)]
    return [comment.rstrip() for gap in gaps for comment in re.findall("#.*", gap)]


def _step(node: Node, part: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return node.get(str(part))
    if isinstance(node, Sequence) and isinstance(part, int):
        return node.there[part] if part < len(node.there) else None
    return None


@dataclass(frozen=True, slots=True)
class Written:
    """An item of a list as somebody wrote it, comments and all, to stand somewhere else.

    Attributes:
        value: What it says.
        lines: Its lines: comments that stand above it, then the one that begins with the hyphen, and the others.
    """

    value: Plain
    lines: tuple[str, ...]


class Document:
    """A YAML file: its text and its tree.

    Attributes:
        text: The whole text, line ends as they are in the file, without a byte order mark.
        root: The tree; an empty scalar if the file holds nothing.
        path: Where it was read from, or None.
        bom: The byte order mark that the file begins with, or "".
    """

    __slots__ = ("_lines", "bom", "path", "root", "text")

    def __init__(self, text: str, root: Node, path: str | None = None, bom: str = "") -> None:
        self.text = text
        self.root = root
        self.path = path
        self.bom = bom
        self._lines: list[int] = []

    def at(self, path: NodePath) -> Node:
        """The node at a path.

        Raises:
            KeyError: There is no such key.
            IndexError: There is no such item.
        """
        node = self.root
        for part in path:
            if isinstance(node, Mapping):
                node = node.entries[str(part)][1]
            elif isinstance(node, Sequence):
                node = node.items[int(part)]
            else:
                raise KeyError(part)
        return node

    @property
    def lines(self) -> list[int]:
        """The offset at which each line begins."""
        if not self._lines:
            self._lines = _line_starts(self.text)
        return self._lines

    def place(self, offset: int) -> tuple[int, int]:
        """The line and the column of an offset, both from 1."""
        line = bisect_right(self.lines, offset)
        return line, offset - self.lines[line - 1] + 1

    def line_of(self, offset: int) -> int:
        """The line of an offset, from 1."""
        return bisect_right(self.lines, offset)

    def extent(self, node: Node | int) -> tuple[int, int]:
        """Where a node begins and where its content ends; an offset begins and ends at itself."""
        return (node, node) if isinstance(node, int) else (node.start, content_end(self.text, node))

    def error(self, node: Node | int, kind: str, message: str, hint: str = "") -> YamlError:
        """An error at a node or at an offset."""
        start, end = self.extent(node)
        line, column = self.place(start)
        return YamlError(
            cut(message, _LONGEST_MESSAGE),
            kind=kind,
            hint=hint,
            path=self.path,
            line=line,
            column=column,
            end=None if end == start else self.place(end),
        )


def _line_starts(text: str) -> list[int]:
    """The offset at which each line begins; lines end as editors count them, with LF, CRLF or a lone CR.

    >>> _line_starts("a\\r\\nb\\nc")
    [0, 3, 5]
    """
    if "\r" in text:
        return [0, *(match.end() for match in re.finditer(r"\r\n|\r|\n", text))]
    # As fast as it gets: a file of 10,000 events has some 150,000 lines.
    return [0, *accumulate(len(line) + 1 for line in text.split("\n"))][:-1]


def content_end(text: str, node: Node) -> int:
    """The offset after the last character that a node needs, without the blank lines and comments that follow."""
    if isinstance(node, Scalar):
        return _block_scalar_end(text, node) if node.style in ("|", ">") else node.end
    if node.flow:
        return node.end
    last = node.items[-1] if isinstance(node, Sequence) else next(reversed(node.entries.values()))[1]
    return content_end(text, last)


def _block_scalar_end(text: str, node: Scalar) -> int:
    written = text[node.start : node.end]
    if "+" in written.partition("\n")[0]:  # the blank lines at its end belong to it
        return node.start + len(written.removesuffix("\n").removesuffix("\r"))
    return node.start + len(written.rstrip())
