"""Web archives. The door to warcio, which ends silently where a file is cut off; here that is told."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from timeline.extract.read.html import read_html
from timeline.extract.read.reading import Limits, Reading
from timeline.model.errors import TimelineError, install_hint

__all__ = ["is_warc", "read_warc"]

_PIECE = 1 << 20


def is_warc(data: bytes) -> bool:
    """Whether bytes begin as a web archive does, compressed or not.

    >>> is_warc(b"WARC/1.1\\r\\n"), is_warc(b"<html>")
    (True, False)
    """
    return data.startswith(b"WARC/") or (data.startswith(b"\x1f\x8b") and _unpacked(data[:2000]).startswith(b"WARC/"))


def _unpacked(data: bytes) -> bytes:
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(data, 100)
    except zlib.error:
        return b""


def read_warc(path: Path, limits: Limits) -> Iterator[Reading | TimelineError]:
    """The pages of a web archive in their order; each that cannot be read as the error, and one for a file cut off.

    Raises:
        TimelineError: warcio is not installed.
    """
    try:
        from warcio.archiveiterator import ArchiveIterator
    except ImportError as error:
        raise TimelineError(
            "reading a web archive needs the package warcio",
            hint=install_hint("ingest"),
            path=path,
        ) from error
    whole = True
    with path.open("rb") as file:
        try:
            for record in ArchiveIterator(file):
                if record.rec_type == "response" and "html" in _content_type(record):
                    whole, result = _page(record, str(path), limits)
                    yield result
        except Exception as error:
            # The library raises whatever the broken part made it stumble over.
            yield TimelineError(f"the archive is damaged ({str(error)[:200]})", path=path)
    if not whole or not _ends_whole(path):
        yield TimelineError("the archive is truncated: its last record is cut off", hint="fetch it again", path=path)


def _content_type(record: Any) -> str:
    headers = record.http_headers
    return (headers.get_header("Content-Type") or "").lower() if headers else ""


def _page(record: Any, path: str, limits: Limits) -> tuple[bool, Reading | TimelineError]:
    address = record.rec_headers.get_header("WARC-Target-URI") or ""
    where = f"{path}#{address}"
    data = record.content_stream().read(limits.bytes + 1)
    whole = len(data) > limits.bytes or not getattr(record.raw_stream, "limit", 0)
    charset = _content_type(record).partition("charset=")[2].split(";")[0].strip(" \"'") or None
    try:
        return whole, read_html(data, where, address, charset, limits)
    except TimelineError as error:
        return whole, error


def _ends_whole(path: Path) -> bool:
    """Whether the last member of a compressed archive has its end."""
    with path.open("rb") as file:
        if file.read(2) != b"\x1f\x8b":
            return True
        file.seek(0)
        unpacker, ended = zlib.decompressobj(zlib.MAX_WBITS | 16), True
        try:
            for piece in iter(lambda: file.read(_PIECE), b""):
                data = piece
                while data:
                    unpacker.decompress(data, _PIECE)  # a bomb of zeros must not fill the memory
                    ended, data = unpacker.eof, unpacker.unused_data or unpacker.unconsumed_tail
                    if ended:
                        unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        except zlib.error:
            return False
    return ended
