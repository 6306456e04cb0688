"""Where and how the text of a YAML file changes for an edit: stretches to replace, found by the marks of the tree."""

from __future__ import annotations

import re
from collections.abc import Sequence as Items
from dataclasses import dataclass

from timeline.yamldoc.nodes import (
    Document,
    Mapping,
    Node,
    NodePath,
    Plain,
    Scalar,
    Sequence,
    Written,
    YamlError,
    content_end,
)
from timeline.yamldoc.writer import block, flow, items, literal, scalar

__all__ = ["Splice", "Splicer"]

_BREAK = re.compile(r"\r\n|\r|\n")
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n|\r|\n))+")
_EMPTY = r"(?>\r\n|\r|\n)(?:[ \t]*(?>\r\n|\r|\n))*"  # a line end, and blank lines below it
_COMMENT = re.compile(r"[|>\d+-]*([ \t]+#[^\r\n]*)")
_COMMA = re.compile(r"[ \t]*+(?:,[ \t]*+)?(?:#[^\r\n]*)?")
_BLANK_LINE = r"(?>\r\n|\r|\n)[ \t]*(?>\r\n|\r|\n)"
# An item that is kept as a comment, and a heading with a rule, are of no item below them.
_OF_NO_ITEM = re.compile(r"#[ \t]*-[ \t]+[\w'\"]+:|[-=#*~_]{3}")
_HAS_BLANK_LINE, _AFTER_BLANK = re.compile(_BLANK_LINE), re.compile(rf"{_BLANK_LINE}\Z")


@dataclass(frozen=True, slots=True)
class Splice:
    """A stretch of the text and what takes its place."""

    start: int
    end: int
    text: str


class Splicer:
    """Finds the splices for edits of one document and applies them.

    Nothing here knows whether the result says what was meant: that is for the `Editor` to find out.
    """

    def __init__(self, document: Document) -> None:
        self.document = document
        self.splices: list[Splice] = []
        first = _BREAK.search(document.text)
        self._newline = first[0] if first else "\n"

    def set(self, path: NodePath, value: Plain) -> None:
        """Give a key or an item another value; a key that is not there is added at the end of its mapping."""
        *parents, last = path
        parent = self.document.at(tuple(parents))
        if isinstance(parent, Mapping) and last not in parent.entries:
            self._add_key(parent, str(last), value)
        else:
            self._replace(path, value)

    def insert(self, path: NodePath, values: Items[Plain | Written], index: int) -> None:
        """Put items into a list before the item with this index; an absent or empty list begins there."""
        node = self.document.at(path)
        if isinstance(node, Sequence) and node.items:
            self._insert_items(node, values, index)
        else:
            self._begin_list(node, values, path)

    def remove(self, path: NodePath) -> None:
        """Take a key, or an item and its comments, away; the last one leaves ``{}`` or ``[]``."""
        *parents, last = path
        parent = self.document.at(tuple(parents))
        if isinstance(parent, Mapping):
            self._remove_key(parent, str(last))
        elif isinstance(parent, Sequence) and len(parent.items) == 1:
            self._empty_list(parent, tuple(parents))
        elif isinstance(parent, Sequence):
            self._remove_item(parent, int(last))

    def written(self, path: NodePath) -> Written:
        """An item of a list as it is written, with its own comments; other nodes as this program would write them."""
        node, text = self.document.at(path), self.document.text
        parent = self.document.at(path[:-1]) if path else None
        if not isinstance(parent, Sequence) or parent.flow:
            return Written(node.plain, tuple(items([node.plain], 0)[0].split("\n")))
        start, end = self.item(parent, int(path[-1]))
        first, *rest = _BREAK.split(text[start : self._line_end(end)])
        column = self._column(start)
        return Written(node.plain, (first, *(line[min(column, len(line) - len(line.lstrip())) :] for line in rest)))

    def apply(self, start: int, end: int) -> str:
        """A stretch of the text with the splices, all of which must lie in it.

        Raises:
            YamlError: Two of them overlap.
        """
        parts, at = [], start
        for splice in sorted(self.splices, key=lambda splice: (splice.start, splice.end)):
            if splice.start < at:
                raise self.refusal("two edits touch the same place")
            parts += [self.document.text[at : splice.start], splice.text]
            at = splice.end
        return "".join([*parts, self.document.text[at:end]])

    def refusal(self, why: str) -> YamlError:
        """The error of an edit that cannot be made."""
        return YamlError(
            f"this edit cannot be made without changing something else: {why}",
            kind="edit",
            hint="edit the file by hand",
            path=self.document.path,
        )

    def _splice(self, start: int, end: int, text: str) -> None:
        self.splices.append(Splice(start, end, text))

    def _in_flow(self, path: NodePath) -> bool:
        return any(getattr(self.document.at(path[:depth]), "flow", False) for depth in range(len(path) + 1))

    def _column(self, offset: int) -> int:
        """The number of characters before an offset in its line."""
        return self.document.place(offset)[1] - 1

    def _line_start(self, offset: int) -> int:
        return offset - self._column(offset)

    def _line_end(self, offset: int) -> int:
        """The offset of the line end at or after an offset."""
        found = _BREAK.search(self.document.text, offset)
        return found.start() if found else len(self.document.text)

    def _end(self, node: Node) -> int:
        return content_end(self.document.text, node)

    def _comments_end(self, node: Node, column: int) -> int:
        """The end of the line of a node, or of the last comment below it that is indented as far as a column."""
        comments = re.compile(rf"(?:{_EMPTY}[ ]{{{column}}}[ \t]*#[^\r\n]*)*")
        found = comments.match(self.document.text, self._line_end(self._end(node)))
        assert found is not None  # no comment will do
        return found.end()

    def _behind(self, node: Node, column: int) -> int:
        """Where a line at a column fits in: behind a node and its comments, before those of what follows."""
        end = self._comments_end(node, column)
        follows = re.compile(rf"{_EMPTY}[ ]{{{column}}}(?!\.\.\.(?:\s|\Z))\S")
        return self._comments_end(node, column + 1) if follows.match(self.document.text, end) else end

    def _replace(self, path: NodePath, value: Plain) -> None:
        node, parent, in_flow = self.document.at(path), self.document.at(path[:-1]), self._in_flow(path[:-1])
        if isinstance(value, str):
            margin = " " * (self._column(parent.start) + 2)
            self._replace_text(node, value, margin, in_flow)
        elif isinstance(node, Sequence) and isinstance(parent, Mapping) and not node.flow:
            self._behind_key(parent, str(path[-1]), flow(value))
            self._remove_lines(node.start, self._end(node))
        else:
            lead = " " if node.start == self._end(node) else ""
            self._splice(node.start, self._end(node), lead + flow(value))

    def _replace_text(self, node: Node, text: str, margin: str, in_flow: bool) -> None:
        """Write another text; a comment in the line where it begins stays in that line."""
        style, end = node.style if isinstance(node, Scalar) else "", self._end(node)
        short = scalar(text, style=style if style in ("'", '"') else "", in_flow=in_flow)
        first, *more = ([] if in_flow else literal(text, margin)) or [short]
        lead = " " if node.start == end else ""
        if style in ("|", ">"):
            first += self._comment(node.start)
        elif more:
            first += self._comment(end)
            end = self._line_end(end)
        self._splice(node.start, end, lead + self._newline.join([first, *more]))

    def _comment(self, offset: int) -> str:
        """The comment behind an offset, or behind the sign of a long text there, with the space before it."""
        found = _COMMENT.match(self.document.text, offset)
        return found[1] if found else ""

    def _behind_key(self, mapping: Mapping, name: str, text: str) -> None:
        """Write a value of one line behind its key."""
        colon = self.document.text.index(":", mapping.key(name).end) + 1
        self._splice(colon, colon, f" {text}")

    def _add_key(self, mapping: Mapping, name: str, value: Plain) -> None:
        if mapping.flow:
            entry = f"{scalar(name, in_flow=True)}: {flow(value)}"
            values = list(mapping.values())
            at = self._end(values[-1]) if values else mapping.start + 1
            self._splice(at, at, f", {entry}" if values else entry)
            return
        indent = self._column(mapping.start)
        # All comments at the end of a file are its own; those below an event may be of the next.
        at = self._behind(mapping, 0) if mapping is self.document.root else self._line_end(self._end(mapping))
        self._splice(at, at, self._newline + " " * indent + block({name: value}, indent, self._newline))

    def _remove_key(self, mapping: Mapping, name: str) -> None:
        names = list(mapping.entries)
        if len(names) == 1:
            self._splice(mapping.start, self._end(mapping), "{}")
            return
        number = names.index(name)
        key, value = mapping.entries[name]
        if mapping.flow:
            self._remove_from_flow([entry[0] for entry in mapping.entries.values()], list(mapping.values()), number)
        elif number == 0 and not self._begins_line(key.start):
            self._remove_after_hyphen(key.start, self._end(value), mapping.key(names[1]).start)
        else:
            self._remove_lines(key.start, self._end(value))

    def _begins_line(self, offset: int) -> bool:
        return not self.document.text[self._line_start(offset) : offset].strip()

    def _remove_after_hyphen(self, start: int, end: int, following: int) -> None:
        """Remove the first key of an item and let the next take its place, unless a comment stands between them."""
        line_end = self._line_end(end)
        if self.document.text[line_end:following].strip():
            self._splice(len(self.document.text[:start].rstrip(" ")), line_end, "")
        else:
            self._splice(start, following, "")

    def _remove_from_flow(self, starts: Items[Node], ends: Items[Node], number: int) -> None:
        start, end = starts[number].start, self._end(ends[number])
        before = self._end(ends[number - 1]) if number else start
        after = starts[number + 1].start if number + 1 < len(starts) else end
        if "#" in self.document.text[before:start] + self.document.text[end:after] and self._fills_lines(start, end):
            self._remove_lines(start, end)  # the comments around it are of the others
        elif number:
            self._splice(before, end, "")
        else:
            self._splice(start, after, "")

    def _fills_lines(self, start: int, end: int) -> bool:
        """Whether nothing but a comma and a comment stands in the lines of a part of a list in brackets."""
        return self._begins_line(start) and bool(_COMMA.fullmatch(self.document.text, end, self._line_end(end)))

    def _remove_lines(self, start: int, end: int) -> None:
        """Remove whole lines; of the blank lines above and below them only those above stay."""
        text, first, after = self.document.text, self._line_start(start), self._line_end(end)
        found = _BREAK.match(text, after)
        below = found.end() if found else after
        blank = _BLANK_LINES.match(text, below) if _AFTER_BLANK.search(text, max(0, first - 80), first) else None
        self._splice(first, blank.end() if blank else below, "")

    def _empty_list(self, sequence: Sequence, path: NodePath) -> None:
        """Take the only item away; the empty list stands behind its key."""
        holder = self.document.at(path[:-1]) if path else None
        if sequence.flow:
            self._splice(sequence.start, self._end(sequence), "[]")
            return
        start, end = self.item(sequence, 0)
        if isinstance(holder, Mapping):
            self._behind_key(holder, str(path[-1]), "[]")
            self._remove_lines(start, end)
        else:
            self._splice(start, self._line_end(end), "[]")

    def _remove_item(self, sequence: Sequence, index: int) -> None:
        if sequence.flow:
            self._remove_from_flow(sequence.items, sequence.items, index)
        elif index == 0 and not self._begins_line(sequence.start):
            self._remove_after_hyphen(sequence.start, self._end(sequence.items[0]), self.hyphen(sequence, 1))
        else:
            self._remove_lines(*self.item(sequence, index))

    def item(self, sequence: Sequence, index: int) -> tuple[int, int]:
        """Where an item of a list that is written as lines begins and ends, with the comments of its own.

        These are the ones directly above it, in its column, and directly below it, further to the right.

        Raises:
            YamlError: It cannot be found.
        """
        hyphen, end = self.hyphen(sequence, index), self._end(sequence.items[index])
        below = re.compile(rf"(?:(?>\r\n|\r|\n)[ ]{{{self._column(hyphen) + 1}}}[ \t]*#[^\r\n]*)+")
        found = below.match(self.document.text, self._line_end(end))
        return self._comments_begin(hyphen), found.end() if found else end

    def _comments_begin(self, hyphen: int) -> int:
        """Where the comments directly above an item begin, at its hyphen if there are none of its own."""
        text, lines, column = self.document.text, self.document.lines, self._column(hyphen)
        number = last = self.document.line_of(hyphen) - 1
        margin = " " * column + "#"
        while number and text.startswith(margin, lines[number - 1]):
            number -= 1
        begin = lines[number] + column
        # What stands at the very top is about the file.
        is_own = number and self._begins_line(hyphen) and not _OF_NO_ITEM.search(text, begin, lines[last])
        return begin if is_own else hyphen

    def hyphen(self, sequence: Sequence, index: int) -> int:
        """The offset of the hyphen of an item of a list that is written as lines.

        Raises:
            YamlError: It cannot be found.
        """
        if index == 0:
            return sequence.start
        after = self._line_end(self._end(sequence.items[index - 1]))
        column = self._column(sequence.start)
        found = re.compile(rf"(?:\r\n|\r|\n)[ ]{{{column}}}(?=-(?:\s|\Z))").search(self.document.text, after)
        if not found:
            raise self.refusal("the hyphen of an item cannot be found")
        return found.end()

    def _insert_items(self, sequence: Sequence, values: Items[Plain | Written], index: int) -> None:
        if sequence.flow:
            text = ", ".join(flow(value) for value in values)
            if index:
                at = self._end(sequence.items[index - 1])
                self._splice(at, at, f", {text}")
            else:
                self._splice(sequence.items[0].start, sequence.items[0].start, f"{text}, ")
            return
        indent = self._column(sequence.start)
        gap = self._newline if self._has_blank_lines(sequence) else ""
        lines = items(values, indent, self._newline)
        if index:
            at = self._comments_end(sequence.items[index - 1], indent + 1)
            self._splice(at, at, "".join(self._newline + gap + line for line in lines))
        else:
            text = "".join(line + self._newline + gap for line in lines)
            at, _ = self.item(sequence, 0)
            self._splice(at, at, text.lstrip(" ") + " " * indent)

    def _has_blank_lines(self, sequence: Sequence) -> bool:
        """Whether a blank line stands between the last two items."""
        if len(sequence.items) < 2:
            return False
        between = self.document.text[self._end(sequence.items[-2]) : self.hyphen(sequence, len(sequence.items) - 1)]
        return bool(_HAS_BLANK_LINE.search(between))

    def _begin_list(self, node: Node, values: Items[Plain | Written], path: NodePath) -> None:
        """The first items of a list that is absent or empty, on the lines below its key."""
        if node is self.document.root:
            self._begin_file(node, values)
        elif self._in_flow(path[:-1]):
            lead = " " if node.start == self._end(node) else ""
            self._splice(node.start, self._end(node), lead + f"[{', '.join(flow(value) for value in values)}]")
        else:
            column = self._column(self.document.at(path[:-1]).start)
            text = "".join(self._newline + lines for lines in items(values, column + 2, self._newline))
            written, after = self._end(node), self._behind(node, column)
            before = len(self.document.text[: node.start].rstrip(" "))
            self._splice(before if written == self._line_end(written) else node.start, written, "")
            self._splice(after, after, text)

    def _begin_file(self, node: Node, values: Items[Plain | Written]) -> None:
        lines = self._newline.join(items(values, 0, self._newline))
        if isinstance(node, Sequence):
            self._splice(node.start, self._end(node), lines)
        else:
            end = len(self.document.text)
            lead = "" if not end or self.document.text.endswith(("\n", "\r")) else self._newline
            self._splice(end, end, lead + lines + self._newline)
