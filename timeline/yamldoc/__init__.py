"""YAML with the place of every value, and edits that change nothing else."""

from timeline.yamldoc.front import front_document, front_matter, split_front_matter
from timeline.yamldoc.host import load_host
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
    comments_in,
    nearest,
    scalars,
)
from timeline.yamldoc.reader import decode, load_plain, parse, read

__all__ = [
    "Document",
    "Mapping",
    "Node",
    "NodePath",
    "Plain",
    "Scalar",
    "Sequence",
    "Written",
    "YamlError",
    "comments_in",
    "decode",
    "front_document",
    "front_matter",
    "load_host",
    "load_plain",
    "nearest",
    "parse",
    "read",
    "scalars",
    "split_front_matter",
]
