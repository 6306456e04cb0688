"""JSON lines: an article a line, as archives and crawlers write them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO

from timeline.extract.read.plain import decode
from timeline.extract.read.reading import Limits, Reading
from timeline.model.article import Article
from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError
from timeline.model.timestamps import published_date

__all__ = ["is_json_lines", "read_json_lines"]

_SUFFIXES = (".jsonl", ".ndjson")
_HINT = 'write an object a line: {"text": "They met.", "published": "2026-02-11"}'
_TOLD = ("title", "url", "publisher", "language")


def is_json_lines(where: str) -> bool:
    """Whether a file is said to hold JSON lines by its name.

    >>> is_json_lines("articles.jsonl"), is_json_lines("article.txt")
    (True, False)
    """
    return where.lower().endswith(_SUFFIXES)


def read_json_lines(file: BinaryIO, where: str, limits: Limits) -> Iterator[Reading | TimelineError]:
    """The articles of JSON lines, however many; a line that holds none comes as its error.

    Each line is an object with ``text`` and perhaps ``published`` (or ``date``), ``title``, ``url``, ``publisher`` and
    ``language``; other names are left alone.

    Raises:
        TimelineError: There is no line.

    >>> from io import BytesIO
    >>> line = b'{"text": "They met.", "published": "2026-02-11"}'
    >>> [found] = read_json_lines(BytesIO(line), "a.jsonl", Limits())
    >>> found.article.text, str(found.article.published)
    ('They met.', '2026-02-11')
    >>> [error] = read_json_lines(BytesIO(b'\\n{"title": "Talks"}'), "a.jsonl", Limits())
    >>> print(error.message, error.line)
    there is no "text" in it 2
    """
    number = 0
    for number, line in _lines(file, limits.bytes):
        try:
            yield replace(_article(line, where, limits), line=number)
        except TimelineError as error:
            yield TimelineError(error.message, hint=error.hint, path=where, line=number)
    if not number:
        raise TimelineError("the file is empty", hint=_HINT, path=where)


def _lines(file: BinaryIO, most: int) -> Iterator[tuple[int, bytes]]:
    """The lines that hold anything, with their numbers; of one that is longer than `most` only its beginning."""
    number = 0
    while piece := file.readline(most + 2):
        number += 1
        if piece.strip():
            yield number, piece.rstrip(b"\r\n")
        while piece and not piece.endswith(b"\n"):
            piece = file.readline(most + 2)


def _published(fields: dict[str, Any]) -> EdtfDate | None:
    """The publication date that a line states; a year may be a number.

    Raises:
        DateError: It is no date.
    """
    stated = next((fields[name] for name in ("published", "date") if fields.get(name)), None)
    is_said = isinstance(stated, str | int) and not isinstance(stated, bool)
    return published_date(str(stated)) if is_said else None


def _article(line: bytes, where: str, limits: Limits) -> Reading:
    if len(line) > limits.bytes:
        raise TimelineError(f"the line is skipped: more than {limits.bytes:,} bytes", hint="split it")
    try:
        fields = json.loads(decode(line, where))
    except (ValueError, RecursionError) as error:
        raise TimelineError("this is no JSON", hint=_HINT) from error
    told = {name: value for name, value in fields.items() if isinstance(value, str)} if isinstance(fields, dict) else {}
    if not told.get("text", "").strip():
        raise TimelineError('there is no "text" in it', hint=_HINT)
    published = _published(fields)
    known = {name: told[name] for name in _TOLD if told.get(name)}
    article = Article(told["text"], published=published, **known)
    return Reading(article, where, "json lines" if published else "", states='as "published" in the line')
