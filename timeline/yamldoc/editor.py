"""Edits of a YAML file that change nothing but what they must: comments, order, quotes and blank lines stay.

The result is read again and compared with what was meant, so an edit that would change anything else is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Sequence as Items
from dataclasses import dataclass, replace
from difflib import SequenceMatcher
from functools import partial
from typing import Any, Literal

from timeline.yamldoc.nodes import Document, Mapping, Node, NodePath, Plain, Sequence, Written, YamlError
from timeline.yamldoc.reader import parse
from timeline.yamldoc.splice import Splicer

__all__ = ["Editor", "rewritten"]

_MANY = 200  # items of a list; fewer are read again in no time


@dataclass(frozen=True, slots=True)
class _Edit:
    verb: Literal["set", "insert", "remove"]
    path: NodePath
    value: Any = None

    @property
    def order(self) -> tuple[list[str], bool]:
        """Later places come later, so that going backwards moves no place that is still to come."""
        return [str(part).zfill(12) for part in self.path], self.verb == "remove"


class Editor:
    """Collects edits of one document; paths and indexes are those of the document as it was read.

    >>> editor = Editor(parse("events:\\n- title: A  # the first\\n  date: 2025\\n"))
    >>> editor.set(("events", 0, "date"), "2026")
    >>> editor.insert(("events",), [{"title": "no", "date": "2027-01-02"}])
    >>> print(editor.result(), end="")
    events:
    - title: A  # the first
      date: "2026"
    - title: "no"
      date: 2027-01-02
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self._splicer = Splicer(document)
        self._edits: list[_Edit] = []

    def set(self, path: NodePath, value: Plain) -> None:
        """Give a key or an item another value; a key that is not there is added at the end of its mapping.

        Raises:
            KeyError: There is no mapping or list at the path.
            IndexError: There is no such item.
        """
        self._splicer.set(path, value)
        self._edits.append(_Edit("set", path, value))

    def insert(self, path: NodePath, values: Items[Plain | Written], index: int | None = None) -> None:
        """Put items into a list, before the item with this index or at the end; an absent list begins there.

        Raises:
            YamlError: Something else is written there.
        """
        node = self.document.at(path)
        if not (isinstance(node, Sequence) or node.is_absent):
            raise self.document.error(node, "wrong-type", "a list is expected", "begin each item with '- '")
        there = isinstance(node, Sequence) and node.items
        at = len(node.items) if index is None and isinstance(node, Sequence) else index or 0
        self._splicer.insert(path, values, at)
        plain = [value.value if isinstance(value, Written) else value for value in values]
        self._edits.append(_Edit("insert", (*path, at), plain) if there else _Edit("set", path, plain))

    def remove(self, path: NodePath) -> None:
        """Take a key away, or an item with the comments of its own; the last one leaves ``{}`` or ``[]``.

        Comments are of an item if they stand inside of it, or directly above it and in its column.
        """
        self._splicer.remove(path)
        self._edits.append(_Edit("remove", path))

    def item(self, path: NodePath) -> tuple[int, int]:
        """Where an item of a list that is written as lines begins and ends, with the comments of its own.

        Raises:
            YamlError: It cannot be found.
        """
        return self._splicer.item(self.document.at(path[:-1]), int(path[-1]))  # type: ignore[arg-type]

    def written(self, path: NodePath) -> Written:
        """An item of a list as it is written, to be inserted somewhere else."""
        return self._splicer.written(path)

    def result(self) -> str:
        """The text with all edits, found to say what was meant.

        Raises:
            YamlError: The edits would change something else; edit the file by hand.
        """
        before, read_again, after = self._checked()
        return self.document.bom + before + read_again.text + after

    def edited(self) -> Document:
        """The document with all edits, found to say what was meant.

        Raises:
            YamlError: As for `result`.
        """
        before, read_again, after = self._checked()
        if before or after:
            return parse(self.document.bom + before + read_again.text + after, self.document.path)
        read_again.bom = self.document.bom
        return read_again

    def _checked(self) -> tuple[str, Document, str]:
        """What stands before the edits, the stretch with the edits, which is read again, and what stands behind."""
        if not self._edits:
            return "", self.document, ""
        text, meant, edits = self.document.text, self.document.root.plain, self._edits
        removed = sum(edit.verb == "remove" for edit in edits)
        stretch = _stretch(self.document, [edit.path for edit in edits], removed)
        if stretch:
            meant = [item.plain for item in stretch.items]
            edits = [replace(edit, path=stretch.path(edit.path)) for edit in edits]
        start, end = (stretch.start, stretch.end) if stretch else (0, len(text))
        read_again = self._read(self._splicer.apply(start, end))
        if read_again.root.plain != _carried_out(meant, edits):
            raise self._splicer.refusal("the result would say something else")
        return text[:start], read_again, text[end:]

    def _read(self, text: str) -> Document:
        try:
            return parse(text, self.document.path)
        except YamlError as error:
            raise self._splicer.refusal(error.message) from error


@dataclass(frozen=True, slots=True)
class _Stretch:
    """The lines of a few items of a long list, which can be read as a list of their own.

    Attributes:
        start: Where they begin.
        end: Where they end.
        first: The index of the first.
        depth: How many steps lead to the list.
        items: The items.
    """

    start: int
    end: int
    first: int
    depth: int
    items: Items[Node]

    def path(self, path: NodePath) -> NodePath:
        """A path of the document in the list of these items."""
        return int(path[self.depth]) - self.first, *path[self.depth + 1 :]


def _stretch(document: Document, paths: Items[NodePath], removed: int = 0) -> _Stretch | None:
    """The lines of the items that edits touch and of their neighbours, if reading these again is enough.

    A list with hyphens at the beginning of their lines can be read from any item to any other: what stands before
    and behind is not touched. So an edit of one of ten thousand events reads three of them again, not all.
    """
    root = document.root
    prefix: NodePath = ("events",) if isinstance(root, Mapping) else ()
    touched = [path[len(prefix)] for path in paths if path[: len(prefix)] == prefix < path]
    node = root.get("events") if isinstance(root, Mapping) else root
    if not isinstance(node, Sequence) or node.flow or len(node.items) < _MANY or len(touched) < len(paths):
        return None
    if isinstance(root, Mapping) and next(reversed(root.entries)) != "events":
        return None
    indexes = [int(index) for index in touched]
    first, last = max(0, min(indexes) - 1), min(len(node.items), max(indexes) + 2)
    if last - first > max(_MANY, 3) or removed >= last - first:
        return None
    start, end = _line_start(document, node, first), len(document.text)
    if last < len(node.items):
        end = _line_start(document, node, last)
    return _Stretch(start, end, first, len(prefix), node.items[first:last])


def _line_start(document: Document, node: Sequence, index: int) -> int:
    """The offset of the line in which an item begins, with its comments."""
    begin, _ = Splicer(document).item(node, index)
    return document.lines[document.line_of(begin) - 1]


def rewritten(document: Document, path: NodePath, value: Plain) -> str:
    """The text of a document in which something else is said at a path, with only what differs written anew.

    One difference after the other, each in the lines that the one before has left: two may be about the same line.

    Raises:
        YamlError: One of them would change something else; edit the file by hand.

    >>> print(rewritten(parse("tags: # two\\n- a # one\\n- b\\nlane: c"), (), {"tags": ["a"], "text": "d"}))
    tags: # two
    - a # one
    text: d
    """
    text, stretch = document.text, _stretch(document, [path])
    if not stretch:
        return document.bom + _rewritten(document, path, value)
    part = parse(text[stretch.start : stretch.end], document.path)
    return document.bom + text[: stretch.start] + _rewritten(part, stretch.path(path), value) + text[stretch.end :]


def _rewritten(document: Document, path: NodePath, value: Plain) -> str:
    for edit in _edits(path, document.at(path).plain, value):
        editor = Editor(document)
        edit(editor)
        document = editor.edited()
    return document.text


def _edits(path: NodePath, old: Any, new: Any) -> Iterator[Callable[[Editor], None]]:
    """The edits that make of an old value a new one, none of which moves what a later one is about."""
    if isinstance(old, dict) and isinstance(new, dict):
        yield from (partial(Editor.remove, path=(*path, name)) for name in old if name not in new)
        for name in new:
            yield from _edits((*path, name), old.get(name), new[name])
    elif old and isinstance(old, list) and isinstance(new, list):
        yield from _edits_of_items(path, old, new)
    elif old != new:
        yield partial(Editor.set, path=path, value=new)


def _edits_of_items(path: NodePath, old: list[Any], new: list[Any]) -> Iterator[Callable[[Editor], None]]:
    """The same for the items of a list, from its end on."""
    matcher = SequenceMatcher(None, [repr(item) for item in old], [repr(item) for item in new], autojunk=False)
    for _, first, last, begin, end in reversed(matcher.get_opcodes()):
        both = min(last - first, end - begin)
        if new[begin + both : end]:
            yield partial(Editor.insert, path=path, values=new[begin + both : end], index=first + both)
        for index in range(last - 1, first + both - 1, -1):
            yield partial(Editor.remove, path=(*path, index))
        for number in range(both):
            yield from _edits((*path, first + number), old[first + number], new[begin + number])


def _carried_out(value: Plain, edits: Iterable[_Edit]) -> Plain:
    """What the edits make of a value."""
    box: Any = [value]
    edits = list(edits)
    for edit in edits:
        if edit.verb == "set":
            _holder(box, edit)[edit.path[-1] if edit.path else 0] = edit.value
    # Backwards, and of two at the same place the later first, so that the earlier comes to stand before it.
    numbered = sorted(enumerate(edits), key=lambda pair: (*pair[1].order, pair[0]), reverse=True)
    for _, edit in numbered:
        if edit.verb == "remove":
            del _holder(box, edit)[edit.path[-1]]
        elif edit.verb == "insert":
            _holder(box, edit)[edit.path[-1] : edit.path[-1]] = edit.value
    plain: Plain = box[0]
    return plain


def _holder(box: Any, edit: _Edit) -> Any:
    """The mapping or list in which an edit changes something."""
    for part in (0, *edit.path)[: len(edit.path)]:
        box = box[part]
    return box
