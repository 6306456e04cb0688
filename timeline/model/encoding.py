"""Bytes of others as text, in whatever encoding they are."""

from __future__ import annotations

from typing import NamedTuple

__all__ = ["UTF_16_MARKS", "Decoded", "decoded"]

UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
"""What a text in UTF-16 begins with."""


class Decoded(NamedTuple):
    """A text and how it was read.

    Attributes:
        text: The text.
        encoding: The encoding that it was read in.
        is_whole: Whether each of its bytes stands for something; else U+FFFD stands for the others.
    """

    text: str
    encoding: str
    is_whole: bool = True


def decoded(data: bytes, *stated: str | None) -> Decoded:
    """Bytes as text: in UTF-16 with its mark, in the first encoding that is stated and fits, in UTF-8, or Windows-1252.

    Args:
        data: The bytes.
        stated: Encodings that they are said to be in; a name that is none of an encoding of texts does not count.

    >>> decoded("caf\\u00e9".encode("cp1252")), decoded("caf\\u00e9".encode("cp437"), "cp437").encoding
    (Decoded(text='café', encoding='cp1252', is_whole=True), 'cp437')
    """
    is_utf_16 = data.startswith(UTF_16_MARKS)
    for name in ("utf-16",) if is_utf_16 else (*filter(None, stated), "utf-8-sig", "cp1252"):
        try:
            return Decoded(data.decode(name), name)
        except (LookupError, ValueError):  # no encoding of texts, none at all, or another one
            continue
    name = "utf-16" if is_utf_16 else "cp1252"
    return Decoded(data.decode(name, "replace"), name, is_whole=False)
