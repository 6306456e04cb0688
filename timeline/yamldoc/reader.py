"""Read YAML through libyaml's parse events: every value as text, with its place, within limits.

`yaml.load` and `yaml.compose` are not used: they turn ``12:30:45`` into 45045, keep the last of two equal keys, and
a file of opening brackets or of merge keys ends or stops the process.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

import yaml

from timeline.model.characters import FORBIDDEN
from timeline.model.errors import TimelineError
from timeline.model.garbage import no_garbage_collection
from timeline.yamldoc.nodes import Document, Mapping, Node, Plain, Scalar, Sequence, YamlError
from timeline.yamldoc.syntax import QUOTE_IT, trouble

__all__ = [
    "MAX_DEPTH",
    "Builder",
    "decode",
    "load_plain",
    "parse",
    "read",
]

_MAX_BYTES = 20 * 2**20
MAX_DEPTH = 32
_MAX_KEYS = 10_000
_MAX_SCALAR = 100_000


def read(path: str | Path, max_bytes: int = _MAX_BYTES, builder: type[Builder] | None = None) -> Document:
    """The tree of a file.

    Args:
        path: The file.
        max_bytes: How large it may be.
        builder: What builds the tree, if not what the files of events are held to.

    Raises:
        YamlError: The file cannot be read, is too large, is not UTF-8, or is no YAML that we accept.
    """
    name = str(path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(max_bytes + 1)
    except FileNotFoundError:
        raise YamlError("there is no such file or folder", kind="unreadable-file", path=name) from None
    except OSError as error:
        raise YamlError(f"cannot be read: {error.strerror or error}", kind="unreadable-file", path=name) from error
    if len(data) > max_bytes:
        hint = "split it: a folder of files is one timeline, too"
        raise YamlError(f"more than {max_bytes:,} bytes", kind="unreadable-file", hint=hint, path=name)
    return parse(decode(data, name), name, builder)


def decode(data: bytes, path: str) -> str:
    """A text in UTF-8.

    Args:
        data: Its bytes.
        path: The file that they are from.

    Raises:
        YamlError: It is in another encoding; with the place of the first byte that is wrong.

    >>> decode(b"caf\\xe9", "a.md")
    Traceback (most recent call last):
    timeline.yamldoc.nodes.YamlError: a.md:1:4: the byte 0xe9 is not UTF-8; save the file with the encoding UTF-8
    """
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line_begin = before.rfind(b"\n") + 1
        raise YamlError(
            f"the byte 0x{data[error.start]:02x} is not UTF-8",
            kind="unreadable-file",
            hint="save the file with the encoding UTF-8",
            path=path,
            line=before.count(b"\n") + 1,
            column=len(before[line_begin:].decode("utf-8", "replace")) + 1,
        ) from error


def parse(text: str, path: str | None = None, builder: type[Builder] | None = None) -> Document:
    """The tree of a YAML text.

    Args:
        text: The text.
        path: The file that it is from, for errors.
        builder: As for `read`.

    Raises:
        YamlError: It is no YAML, or holds what an event file must not: anchors, aliases, tags, merge keys, a second
            document, the same key twice, control characters, more than 32 levels, a text over 100,000 characters.

    >>> document = parse("title: no\\ntime: 12:30:45\\n")
    >>> document.root.plain, document.place(document.root.get("time").start)
    ({'title': 'no', 'time': '12:30:45'}, (2, 7))
    """
    bom, text = ("\ufeff", text[1:]) if text.startswith("\ufeff") else ("", text)
    document = Document(text, Scalar("", 0, 0), path, bom)
    _refuse_characters(document, text)
    with no_garbage_collection():
        document.root = (builder or Builder)(document).build()
    return document


def load_plain(source: str | Path) -> Plain:
    """A data file, or a YAML text, as nested dictionaries, lists and texts: every value is a text.

    Args:
        source: A path, or the text itself.

    Raises:
        YamlError: As `parse` does.

    >>> load_plain("shift: {next: +1}\\nwords: [may, no]\\nempty:\\n")
    {'shift': {'next': '+1'}, 'words': ['may', 'no'], 'empty': ''}
    """
    document = read(source) if isinstance(source, Path) else parse(source)
    return document.root.plain


def _refuse_characters(document: Document, text: str, at: int | None = None) -> None:
    found = FORBIDDEN.search(text)
    if found:
        raise document.error(
            found.start() if at is None else at,
            "forbidden-character",
            f"the character U+{ord(found[0]):04X} is not allowed",
            "remove it; it cannot be seen, or changes the order in which text is shown",
        )


class Builder:
    """Builds the tree from parse events, refusing before anything is built what the file must not hold."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.open: list[Sequence | Mapping] = []
        self.key: Scalar | None = None
        self.keys: list[Scalar | None] = []
        self.root: Node | None = None
        self.last: Scalar | None = None

    def build(self) -> Node:
        """The root of the tree."""
        # What `yaml.parse` does, without a generator between: a large file has a million events.
        # The end of a long text is the same whether the last line of the file is ended or not.
        text = self.document.text
        ended = text if text.endswith(("\n", "\r")) else f"{text}\n"
        loader, scalar = yaml.CSafeLoader(ended), yaml.ScalarEvent
        next_event = loader.get_event
        handlers = {kind: getattr(self, name) for kind, name in _HANDLERS.items()}
        try:
            while event := next_event():
                kind = type(event)
                if kind is scalar:
                    self._place(self._scalar(event))
                else:
                    handlers[kind](event)
        except yaml.YAMLError as error:
            raise self._syntax_error(error) from None
        finally:
            loader.dispose()
        return self.root or Scalar("", 0, 0)

    def _syntax_error(self, error: yaml.YAMLError) -> TimelineError:
        opened = next((node.start for node in reversed(self.open) if node.flow), None)
        found = trouble(self.document, error, self.last, opened)
        return self.document.error(found.at, "yaml-syntax", f"this is no YAML: {found.found}", found.hint)

    def refuse(self, at: int, found: str, hint: str, kind: str = "yaml-feature") -> NoReturn:
        """Stop at a place."""
        raise self.document.error(at, kind, found, hint)

    def _scalar(self, event: Any) -> Node:
        start, value, style = event.start_mark.index, event.value, event.style or ""
        if len(value) > _MAX_SCALAR:
            found = f"a text of {len(value):,} characters"
            self.refuse(start, found, f"at most {_MAX_SCALAR:,} are allowed", "too-large")
        if style == '"':
            _refuse_characters(self.document, value, start)
        self.last = Scalar(value, start, event.end_mark.index, style)
        bare = event.anchor is None and event.tag is None
        return self.last if bare else self.with_properties(event, self.last)

    def begin(self, event: Any) -> None:
        """Open a list or a mapping."""
        start = event.start_mark.index
        if len(self.open) >= MAX_DEPTH:
            found = f"nesting deeper than {MAX_DEPTH}"
            self.refuse(start, found, "close the brackets, or use fewer levels", "too-large")
        kind = Mapping if isinstance(event, yaml.MappingStartEvent) else Sequence
        node = kind(start, bool(event.flow_style))
        if event.anchor is not None or event.tag is not None:
            node = self.with_properties(event, node)
        self._place(node)
        self.open.append(node)
        self.keys.append(self.key)
        self.key = None

    def end(self, event: Any) -> None:
        """Close what was opened last."""
        self.open.pop().end = event.end_mark.index
        self.key = self.keys.pop()

    def alias(self, event: Any) -> None:
        """Put in what an alias repeats."""
        self.refuse(
            event.start_mark.index,
            f"the alias '*{event.anchor}' is not allowed",
            f"write the value again; or {QUOTE_IT}",
        )

    def document_start(self, event: Any) -> None:
        """Only the first document is read, and only one without directives."""
        at = event.start_mark.index
        if event.version or event.tags:
            self.refuse(at, "a directive ('%…') is not allowed", "remove the line")
        if self.root is not None:
            self.refuse(at, "a second document begins here", "remove the line '---', or make another file")

    def nothing(self, event: Any) -> None:
        """Some events only say that the file begins or ends."""

    def with_properties(self, event: Any, node: Node) -> Any:  # noqa: ARG002
        """What stands in the tree for a node that has an anchor or a tag."""
        at = event.start_mark.index
        if event.anchor is not None:
            self.refuse(
                at,
                f"the anchor '&{event.anchor}' is not allowed",
                f"write the value again where it is needed; or {QUOTE_IT}",
            )
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        self.refuse(at, f"the tag '{tag}' is not allowed", f"remove it: every value is read as text; or {QUOTE_IT}")

    def merge(self, key: Scalar) -> None:
        """What a merge key does."""
        self.refuse(key.start, "the merge key '<<' is not allowed", "write the keys again")

    def _place(self, node: Node) -> None:
        if not self.open:
            self.root = node
            return
        parent = self.open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
        elif self.key is None:
            self.key = self._key(parent, node)
        else:
            parent.entries[self.key.value] = (self.key, node)
            self.key = None

    def _key(self, mapping: Mapping, node: Node) -> Scalar:
        if not isinstance(node, Scalar):
            hint = f"write 'key: value'; or {QUOTE_IT}"
            raise self.document.error(node.start, "yaml-feature", "a key must be a text", hint)
        if node.value in mapping.entries:
            first = self.document.place(mapping.key(node.value).start)[0]
            line = self.document.place(node.start)[0]
            found = f"the key '{node.value}' is there twice, in lines {first} and {line}"
            raise self.document.error(node, "duplicate-key", found, self._instead_of_twice(mapping, node.value))
        if node.value == "<<" and not node.style:
            self.merge(node)
        if len(mapping.entries) >= _MAX_KEYS:
            self.refuse(node.start, f"more than {_MAX_KEYS:,} keys", "use fewer keys", "too-large")
        return node

    def _instead_of_twice(self, mapping: Mapping, name: str) -> str:
        """What to write instead of a key that is there already: it may have lost its indentation, or its hyphen."""
        first, *others = mapping.entries
        if _may_belong_above(mapping, name):
            return "indent it as the lines above it if it belongs to them, else keep one of the two"
        if isinstance(self.open[-2:][0], Sequence) and others and name == first and not mapping.flow:
            return "begin it with '- ' if it is another item, else keep one of the two"
        return "keep one of the two"


def _may_belong_above(mapping: Mapping, name: str) -> bool:
    """Whether a key may belong to what was just read below another one, and has lost its indentation."""
    _, above = list(mapping.entries.values())[-1]
    while isinstance(above, Sequence) and above.items:
        above = above.items[-1]
    return isinstance(above, Mapping) and not above.flow and name not in above.entries


_HANDLERS: dict[type, str] = {
    yaml.MappingStartEvent: "begin",
    yaml.SequenceStartEvent: "begin",
    yaml.MappingEndEvent: "end",
    yaml.SequenceEndEvent: "end",
    yaml.AliasEvent: "alias",
    yaml.DocumentStartEvent: "document_start",
    yaml.DocumentEndEvent: "nothing",
    yaml.StreamStartEvent: "nothing",
    yaml.StreamEndEvent: "nothing",
}
