"""The configuration of a site generator, read as that reads it: anchors, merge keys, variables of the environment."""

from __future__ import annotations

import os
from collections.abc import Mapping as Variables
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.yamldoc.nodes import Document, Mapping, Node, Plain, Scalar, Sequence
from timeline.yamldoc.reader import MAX_DEPTH, Builder, read

__all__ = ["load_host"]

_MAX_VALUES = 1_000_000


def load_host(path: Path) -> Plain:
    """A configuration as nested dictionaries, lists and texts; a value that is absent or ``null`` is "".

    ``!ENV NAME`` and ``!ENV [NAME, OTHER, what else]`` are what the first variable of the environment says that is set,
    as pyyaml-env-tag has it. Whatever other tags ask for is not done: what they are at is only a text.

    Args:
        path: The file.

    Raises:
        YamlError: It is no YAML, or aliases make more of it than a million values.
    """
    document = read(path, builder=_HostBuilder)
    return _Values(document, os.environ).of(document.root)


class _Variable(Sequence):
    """The names of variables, of which the last of several is the value if none is set."""


class _HostBuilder(Builder):
    def __init__(self, document: Document) -> None:
        super().__init__(document)
        self.anchors: dict[str, Node] = {}

    def with_properties(self, event: Any, node: Node) -> Any:
        if event.tag == "!ENV":
            node = self._variable(node)
        if event.anchor is not None:
            self.anchors[event.anchor] = node
        return node

    def _variable(self, node: Node) -> _Variable:
        if isinstance(node, Mapping):
            self.refuse(node.start, "!ENV stands before names and values", "write '!ENV [NAME, what else]'")
        variable = _Variable(node.start, True)
        variable.end = node.end
        if isinstance(node, Scalar):
            variable.items = [node]
        return variable

    def alias(self, event: Any) -> None:
        node, at = self.anchors.get(event.anchor), event.start_mark.index
        if node is None:
            self.refuse(at, f"'*{event.anchor}' repeats nothing", f"write '&{event.anchor}' before what it repeats")
        if node in self.open:
            self.refuse(at, f"'*{event.anchor}' stands inside of what it repeats", "write the value that is meant")
        self._place(node)

    def merge(self, key: Scalar) -> None:
        """What it merges is put in when the values are read."""


@dataclass
class _Values:
    """What the nodes of a configuration mean, within limits: aliases of aliases grow without end."""

    document: Document
    variables: Variables[str, str]
    left: int = _MAX_VALUES

    def of(self, node: Node, depth: int = 0) -> Plain:
        self.left -= 1
        if self.left < 0 or depth > MAX_DEPTH:
            raise self.document.error(node, "too-large", "aliases repeat too much", "write out what is needed")
        if isinstance(node, _Variable):
            return self._variable(node, depth)
        if isinstance(node, Scalar):
            return "" if node.is_absent else node.value
        if isinstance(node, Sequence):
            return [self.of(item, depth + 1) for item in node.items]
        return self._mapping(node, depth)

    def _mapping(self, node: Mapping, depth: int) -> Plain:
        own: dict[str, Plain] = {}
        merged: dict[str, Plain] = {}
        for name, (key, value) in node.entries.items():
            if name == "<<" and not key.style:
                merged = self._merged(value, depth)
            else:
                own[name] = self.of(value, depth + 1)
        return merged | own

    def _merged(self, node: Node, depth: int) -> dict[str, Plain]:
        """The names and values of one mapping or of several, of which the first counts most."""
        merged: dict[str, Plain] = {}
        for each in reversed(node.items if isinstance(node, Sequence) else [node]):
            values = self.of(each, depth + 1)
            if not isinstance(values, dict):
                raise self.document.error(each, "wrong-type", "'<<' merges names and values only", "name a mapping")
            merged |= values
        return merged

    def _variable(self, node: _Variable, depth: int) -> Plain:
        *names, otherwise = node.items if len(node.items) > 1 else [*node.items, Scalar("", node.start, node.end)]
        for name in names:
            value = self.variables.get(name.value) if isinstance(name, Scalar) else None
            if value is not None:
                return self.of(Scalar(value, node.start, node.end), depth)
        return self.of(otherwise, depth)
