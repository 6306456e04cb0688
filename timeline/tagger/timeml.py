"""TimeML in and out, so that the tagger can stand where another one stood (TimeML 1.2.1, TIMEX3)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

from timeline.model.errors import TimelineError
from timeline.model.timex import Timex, date_of_timex, split_zone

__all__ = ["TimemlDocument", "read_folder", "read_timeml", "write_timeml"]

_LARGEST = 20_000_000
_ENCODINGS = frozenset({"utf-8", "utf-16", "iso8859-1", "ascii", "cp1252"})
_DECLARED = re.compile(rb"""<\?xml[^>]{0,100}?encoding=["']([\w.-]{1,20})["']""")
_DECLARATION = re.compile(r"<!(?:DOCTYPE\b[^>\[]{0,500}\[|ENTITY\b)", re.IGNORECASE)
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class TimemlDocument:
    """One TimeML document.

    Args:
        id: Its name.
        published: The document creation time, "" if there is none.
        text: The characters of its TEXT element, all of them.
        timexes: The time expressions in it, without the document creation time.
    """

    id: str
    published: str
    text: str
    timexes: tuple[Timex, ...]


def read_folder(folder: str | Path) -> list[TimemlDocument]:
    """All documents (``*.tml``) of a folder and the folders in it, by their names.

    Raises:
        TimelineError: There is none, or one cannot be read.
    """
    paths = sorted(Path(folder).rglob("*.tml"), key=lambda path: path.name)
    if not paths:
        raise TimelineError("no TimeML document (*.tml) found", hint="name a folder that holds some", path=folder)
    return [_read_file(path) for path in paths]


def _read_file(path: Path) -> TimemlDocument:
    try:
        return read_timeml(path.read_bytes(), path.name)
    except TimelineError as error:
        raise TimelineError(
            f"this is no TimeML: {error.message}", hint=error.hint or "write it as TimeML 1.2.1", path=path
        ) from None


def _decoded(data: bytes) -> str:
    """The characters of a file in the encoding that it declares, UTF-8 if it declares none."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        name = "utf-16"
    else:
        data = data.removeprefix(codecs.BOM_UTF8)
        declared = _DECLARED.match(data)
        name = declared[1].decode("ascii") if declared else "utf-8"
    try:
        if codecs.lookup(name).name in _ENCODINGS:
            return data.decode(name)
    except (LookupError, UnicodeDecodeError):
        pass
    raise TimelineError(f"the document cannot be read as {name}", hint="write it in UTF-8")


def read_timeml(source: str | bytes, name: str = "") -> TimemlDocument:
    """Read a document, whose bytes are in the encoding that they declare.

    Raises:
        TimelineError: It is no XML, or none in UTF-8, UTF-16, Latin-1, Windows-1252 or ASCII; it declares entities, is
            nested too deeply or larger than 20 MB; or its creation time is no date.

    >>> source = '<TimeML><TEXT>On <TIMEX3 tid="t1" type="DATE" value="2025-02">it</TIMEX3>.</TEXT></TimeML>'
    >>> document = read_timeml(source)
    >>> document.text, document.timexes[0].value, document.timexes[0].start
    ('On it.', '2025-02', 3)
    """
    source = source if isinstance(source, str) else _decoded(source)
    if len(source) > _LARGEST:
        raise TimelineError(f"the document has more than {_LARGEST:,} characters", hint="split it")
    if _DECLARATION.search(source):
        raise TimelineError("the document declares elements or entities of its own", hint="leave the declarations out")
    try:
        root = ET.fromstring(source)  # noqa: S314 - without declarations there are no entities to expand
    except ET.ParseError as error:
        raise TimelineError(f"the document is no XML: {error}") from None
    body = root.find("TEXT")
    reader = _Reader()
    try:
        reader.read(root if body is None else body)
    except RecursionError:
        raise TimelineError(
            "the document is nested too deeply", hint="put no more than a few elements inside another"
        ) from None
    return TimemlDocument(name, _published(root), "".join(reader.pieces), tuple(sorted(reader.timexes, key=_place)))


def _place(timex: Timex) -> tuple[int, int]:
    return timex.start, timex.end


def _published(root: ET.Element) -> str:
    dct = root.find("DCT")
    candidates = [] if dct is None else list(dct.iter("TIMEX3"))
    candidates += [one for one in root.iter("TIMEX3") if one.get("functionInDocument") == "CREATION_TIME"]
    published = next((value for one in candidates if (value := one.get("value"))), "")
    if published and date_of_timex(published) is None:
        raise TimelineError(f"the creation time '{published}' is no date", hint="write YYYY-MM-DD")
    return published


class _Reader:
    """The text under an element and the expressions in it."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.timexes: list[Timex] = []
        self._length = 0

    def read(self, element: ET.Element) -> None:
        start, first = self._length, len(self.pieces)
        self._add(element.text)
        for child in element:
            self.read(child)
            self._add(child.tail)
        if element.tag == "TIMEX3" and element.get("tid") != "t0" and "".join(self.pieces[first:]).strip():
            self.timexes.append(_timex(element, start, self._length))

    def _add(self, text: str | None) -> None:
        self.pieces.append(text or "")
        self._length += len(text or "")


def _timex(element: ET.Element, start: int, end: int) -> Timex:
    value, zone = split_zone(element.get("value") or "")
    return Timex(
        start,
        end,
        (element.get("type") or "").upper(),  # type: ignore[arg-type]
        value,
        element.get("mod"),  # type: ignore[arg-type]
        quant=element.get("quant"),
        freq=element.get("freq"),
        zone=zone or split_zone("T00" + (element.get("comment") or ""))[1],
    )


def write_timeml(text: str, timexes: Sequence[Timex], published: str = "", name: str = "document") -> str:
    """A document with its expressions marked up; characters that XML cannot hold become U+FFFD.

    TIMEX3 has no attribute for a zone: what a time states of it becomes its comment.

    >>> print(write_timeml("In May.", [Timex(3, 6, "DATE", "2025-05")], "2025-06-01"))
    <?xml version="1.0" encoding="UTF-8"?>
    <TimeML>
    <DOCID>document</DOCID>
    <DCT><TIMEX3 tid="t0" type="DATE" value="2025-06-01" functionInDocument="CREATION_TIME">2025-06-01</TIMEX3></DCT>
    <TEXT>In <TIMEX3 tid="t1" type="DATE" value="2025-05">May</TIMEX3>.</TEXT>
    </TimeML>
    """
    dct = (
        f'<DCT><TIMEX3 tid="t0" type="DATE" value={quoteattr(published)} functionInDocument="CREATION_TIME">'
        f"{escape(published)}</TIMEX3></DCT>\n"
        if published
        else ""
    )
    head = f'<?xml version="1.0" encoding="UTF-8"?>\n<TimeML>\n<DOCID>{_escaped(name)}</DOCID>\n'
    return f"{head}{dct}<TEXT>{_marked(text, timexes)}</TEXT>\n</TimeML>"


def _escaped(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))


def _marked(text: str, timexes: Sequence[Timex]) -> str:
    pieces, at = [], 0
    for number, timex in enumerate(timexes, 1):
        attributes = {"tid": f"t{number}", "type": timex.type, "value": timex.value}
        extra = {"mod": timex.mod, "quant": timex.quant, "freq": timex.freq, "comment": timex.zone}
        attributes |= {name: value for name, value in extra.items() if value}
        written = " ".join(f"{name}={quoteattr(value)}" for name, value in attributes.items())
        inside = _escaped(text[timex.start : timex.end])
        pieces += [_escaped(text[at : timex.start]), f"<TIMEX3 {written}>{inside}</TIMEX3>"]
        at = timex.end
    return "".join(pieces) + _escaped(text[at:])
