"""What kind of markup bytes are, in which charset, whether a parser can bear it, and which of its dates are text."""

from __future__ import annotations

import re

from timeline.extract.read.reading import Limits
from timeline.model.encoding import UTF_16_MARKS, decoded
from timeline.model.errors import TimelineError

__all__ = ["INSTEAD", "as_utf8", "check_markup", "decode_html", "is_feed", "is_html", "without_times_in_text"]

INSTEAD = "save its text as a .txt file, and read that"
"""What a person can do with a page that is not read."""

_CHARSET = re.compile(rb"<meta[^>]{0,300}?charset\s*+=\s*+[\"']?\s*+([A-Za-z0-9_.:-]{2,40})", re.IGNORECASE)
_UTF_16 = {**dict.fromkeys(UTF_16_MARKS, "utf-16"), b"<\0": "utf-16-le", b"\0<": "utf-16-be"}
_STATED = re.compile(rb"""\A(\s*<\?xml\s[^>]{0,200}?)\sencoding\s*=\s*["'][^"']{1,40}["']""")
_NAME = re.compile(rb"<([A-Za-z][A-Za-z:]{0,20})")
_SEARCHED = 30_000
_DECLARATIONS = ((b"<!--", b"-->"), (b"<?", b"?>"), (b"<!", b">"))
_INLINE = "a abbr b bdi bdo button cite code data dfn em i ins kbd mark q s small span strong sub sup time u var wbr"
_BLOCK = re.compile(rf"(</?(?!(?:{_INLINE.replace(' ', '|')})[\s/>])[a-z][^<>]*>)", re.IGNORECASE)
_ANY_TAG = re.compile(r"<[^<>]*>")
_TIME = re.compile(r"</?time(?=[\s/>])[^<>]*>", re.IGNORECASE)
_OF_PUBLICATION = re.compile(r"<time\s[^<>]*\b(?:itemprop|pubdate)\b", re.IGNORECASE)
_ENDS_SENTENCE = re.compile(r"[.!?…。！？][\"'”’»)\]]{0,3}\Z")
_LONGEST_BYLINE = 100


def _first_tag(data: bytes) -> str:
    """The name of the first element of a marked-up text, after declarations and comments; "" if there is none.

    >>> _first_tag(b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><rss>'), _first_tag(b"They met.")
    ('rss', '')
    """
    rest = data[:_SEARCHED].lstrip(b"\xef\xbb\xbf \t\r\n")
    while rest.startswith((b"<!", b"<?")):
        if rest[:14].lower() == b"<!doctype html":
            return "html"
        close = next(close for opening, close in _DECLARATIONS if rest.startswith(opening))
        subset = rest.find(b"[")
        if close == b">" and -1 < subset < rest.find(b">"):
            close = b"]>"
        end = rest.find(close)
        rest = rest[end + len(close) :].lstrip() if end >= 0 else b""
    name = _NAME.match(rest)
    return name[1].decode().lower() if name else ""


def is_html(data: bytes) -> bool:
    """Whether bytes begin as an HTML page does.

    >>> is_html(b"<!DOCTYPE html><p>"), is_html(b"They met.")
    (True, False)
    """
    return _first_tag(data) in ("html", "head", "body", "title", "meta", "article", "div", "p")


def is_feed(data: bytes) -> bool:
    """Whether bytes begin as an RSS or Atom feed does.

    >>> is_feed(b'<?xml version="1.0"?><rss version="2.0">'), is_feed(b"<html>")
    (True, False)
    """
    return _first_tag(data) in ("rss", "feed", "rdf:rdf")


def as_utf8(data: bytes) -> bytes:
    """Marked-up bytes as UTF-8, if their mark or their first character tells that they are UTF-16.

    >>> as_utf8("<p>to</p>".encode("utf-16")), as_utf8(b"<p>caf\\xe9")
    (b'<p>to</p>', b'<p>caf\\xe9')
    """
    encoding = next((name for begin, name in _UTF_16.items() if data.startswith(begin)), "")
    try:
        return _STATED.sub(rb"\1", data.decode(encoding).encode(), count=1) if encoding else data
    except UnicodeError:
        return data


def decode_html(data: bytes, charset: str | None = None) -> str:
    """The markup of a page: in the charset that is given or that it states, if it is in that, else as other texts.

    >>> decode_html(b'<meta charset="latin-1"><p>caf\\xe9')[-4:]
    'caf\\xe9'
    """
    stated = _CHARSET.search(data[:4096])
    return decoded(data, charset, stated[1].decode("ascii") if stated else None).text


def without_times_in_text(markup: str) -> str:
    """A page without the tags ``<time>`` around words of its sentences; those of a byline or a header stay.

    A parser takes each ``<time>`` for the date of the page, and leaves it out of the text.

    >>> without_times_in_text("<p>By Ada, <time>5 May</time></p><p>Ulm fell in <time datetime='1999'>1999</time>.</p>")
    '<p>By Ada, <time>5 May</time></p><p>Ulm fell in 1999.</p>'
    """
    if "<time" not in markup.lower():
        return markup
    return "".join(_TIME.sub("", part) if _is_told(part) else part for part in _BLOCK.split(markup))


def _is_told(markup: str) -> bool:
    """Whether what stands between two tags of blocks is text: it ends as a sentence does, or is long."""
    if not _TIME.search(markup) or _OF_PUBLICATION.search(markup):
        return False
    text = _ANY_TAG.sub("", markup).strip()
    return len(text) > _LONGEST_BYLINE or bool(_ENDS_SENTENCE.search(text[-5:]))


def check_markup(data: bytes, where: str, limits: Limits) -> None:
    """Refuse a page that no parser can read in reasonable time.

    Raises:
        TimelineError: It is too long, or a tag of it, or it has too many tags.

    >>> check_markup(b"<p " + b"a=1 " * 40_000 + b">", "a.html", Limits())
    Traceback (most recent call last):
    timeline.model.errors.TimelineError: a.html: the page is skipped: a tag of 160,004 bytes, and at ...
    """
    if len(data) > limits.bytes:
        raise _skipped(where, f"{len(data):,} bytes, and at most {limits.bytes:,} are read")
    pieces = data.split(b"<")
    if len(pieces) > limits.tags:
        raise _skipped(where, f"{len(pieces):,} tags, and at most {limits.tags:,} are read")
    longest = max((piece.find(b">") + 2 if b">" in piece else len(piece) + 1) for piece in pieces[1:] or [b""])
    if longest > limits.tag_bytes:
        raise _skipped(where, f"a tag of {longest:,} bytes, and at most {limits.tag_bytes:,} are read")


def _skipped(where: str, why: str) -> TimelineError:
    return TimelineError(f"the page is skipped: {why}", hint=INSTEAD, path=where)
