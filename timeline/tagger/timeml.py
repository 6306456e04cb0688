"""TimeML in and out, so that the tagger can stand where another one stood (TimeML 1.2.1, TIMEX3)."""

from __future__ import annotations

import codecs
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET
from xml.sax.saxutils import escape, quoteattr

from timeline.model.date import EdtfDate
from timeline.model.encoding import UTF_16_MARKS
from timeline.model.errors import TimelineError
from timeline.model.timex import Timex, TimexType, date_of_timex, split_zone, timex_of_date

__all__ = ["TimemlDocument", "read_folder", "read_timeml", "write_timeml"]

_LARGEST = 20_000_000
_ENCODINGS = frozenset({"utf-8", "utf-16", "iso8859-1", "ascii", "cp1252"})
_DECLARED = re.compile(rb"""<\?xml[^>]{0,100}?encoding=["']([\w.-]{1,20})["']""")
_DECLARATION = re.compile(r"<!(?:DOCTYPE\b[^>\[]{0,500}\[|ENTITY\b)", re.IGNORECASE)
_NO_TEXT = frozenset({"DOCID", "DCT"})
_OTHER = "or "
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class TimemlDocument:
    """One TimeML document.

    Args:
        id: Its name.
        published: The document creation time as EDTF, "" if there is none.
        text: The characters of its TEXT element, all of them; of a document that has none, all but its id and
            creation time.
        timexes: The time expressions in this text.
    """

    id: str
    published: str
    text: str
    timexes: tuple[Timex, ...]


def read_folder(folder: str | Path) -> tuple[list[TimemlDocument], list[TimelineError]]:
    """All documents (``*.tml``) of a folder and the folders in it, by their names, and why others cannot be read.

    Raises:
        TimelineError: There is none.
    """
    paths = sorted(Path(folder).rglob("*.tml"), key=lambda path: path.name)
    if not paths:
        raise TimelineError("no TimeML document (*.tml) found", hint="name a folder that holds some", path=folder)
    results = [_read_file(path) for path in paths]
    documents = [one for one in results if isinstance(one, TimemlDocument)]
    return documents, [one for one in results if isinstance(one, TimelineError)]


def _read_file(path: Path) -> TimemlDocument | TimelineError:
    try:
        return read_timeml(path.read_bytes(), path.name)
    except OSError as error:
        return TimelineError(f"the file cannot be read ({error.strerror})", path=path)
    except TimelineError as error:
        return TimelineError(
            f"this is no TimeML: {error.message}", hint=error.hint or "write it as TimeML 1.2.1", path=path
        )


def _decoded(data: bytes) -> str:
    """The characters of a file in the encoding that it declares, UTF-8 if it declares none."""
    if data.startswith(UTF_16_MARKS):
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
    root = _root(source if isinstance(source, str) else _decoded(source))
    body = root.find("TEXT")
    if body is None and root.tag != "TimeML":
        raise TimelineError(
            f"the document has no <TEXT>, and its root is <{root.tag[:40]}>", hint="put the text in <TimeML><TEXT>"
        )
    values = {tid: one.get("value", "") for one in root.iter("TIMEX3") if (tid := one.get("tid"))}
    reader = _Reader(values)
    try:
        reader.read(root if body is None else body)
    except RecursionError:
        raise TimelineError(
            "the document is nested too deeply", hint="put no more than a few elements inside another"
        ) from None
    return TimemlDocument(name, _published(root), "".join(reader.pieces), tuple(sorted(reader.timexes, key=_place)))


def _root(source: str) -> ET.Element:
    """The root of a document, whose elements have their names without the namespace that ISO-TimeML gives them."""
    if len(source) > _LARGEST:
        raise TimelineError(f"the document has more than {_LARGEST:,} characters", hint="split it")
    if _DECLARATION.search(source):
        raise TimelineError("the document declares elements or entities of its own", hint="leave the declarations out")
    try:
        root = ET.fromstring(source)  # noqa: S314 - without declarations there are no entities to expand
    except ET.ParseError as error:
        raise TimelineError(f"the document is no XML: {error}") from None
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
    return root


def _place(timex: Timex) -> tuple[int, int]:
    return timex.start, timex.end


def _published(root: ET.Element) -> str:
    """What stands in DCT; else what is said to be the time of creation, or of publication, wherever it stands."""
    found = list(root.iter("TIMEX3"))
    candidates = list(root.iterfind("DCT//TIMEX3"))
    for function in ("CREATION_TIME", "PUBLICATION_TIME"):
        candidates += [one for one in found if one.get("functionInDocument") == function]
    element = next((one for one in candidates if one.get("value")), None)
    if element is None:
        return ""
    timex = _timex(element, 0, 0, {})
    date = date_of_timex(timex.value + (timex.zone or ""), timex.mod)
    if date is None:
        raise TimelineError(f"the creation time '{element.get('value')}' is no date", hint="write YYYY-MM-DD")
    return str(date)


class _Reader:
    """The text under an element and the expressions in it.

    Args:
        values: The values of all expressions of the document by their ids.
    """

    def __init__(self, values: Mapping[str, str]) -> None:
        self.pieces: list[str] = []
        self.timexes: list[Timex] = []
        self._values = values
        self._length = 0

    def read(self, element: ET.Element) -> None:
        start, first = self._length, len(self.pieces)
        self._add(element.text)
        for child in element:
            if child.tag not in _NO_TEXT:
                self.read(child)
            self._add(child.tail)
        if element.tag == "TIMEX3" and "".join(self.pieces[first:]).strip():
            self.timexes.append(_timex(element, start, self._length, self._values))

    def _add(self, text: str | None) -> None:
        self.pieces.append(text or "")
        self._length += len(text or "")


def _timex(element: ET.Element, start: int, end: int, values: Mapping[str, str]) -> Timex:
    value, zone = split_zone(element.get("value") or "")
    notes = (element.get("comment") or "").split("; ")
    others = [note.removeprefix(_OTHER) for note in notes if note.startswith(_OTHER)]
    return Timex(
        start,
        end,
        (element.get("type") or "").upper(),  # type: ignore[arg-type]
        value,
        element.get("mod"),  # type: ignore[arg-type]
        quant=element.get("quant"),
        freq=element.get("freq"),
        begin_point=values.get(element.get("beginPoint") or "") or None,
        end_point=values.get(element.get("endPoint") or "") or None,
        alternatives=tuple(other for other in others if date_of_timex(other)),
        zone=zone or split_zone(f"T00{notes[0]}")[1],
    )


def write_timeml(text: str, timexes: Sequence[Timex], published: str = "", name: str = "document") -> str:
    """A document with its expressions marked up; characters that XML cannot hold become U+FFFD.

    The dates at which a duration begins and ends are expressions without words, behind the text. TIMEX3 has no
    attribute for the zone of a time and for another value that the words can have: both are said in a comment.

    Args:
        text: The text.
        timexes: Its expressions, in its order.
        published: The document creation time as EDTF; what TIMEX3 has no value for, as for an interval, is left out.
        name: The id of the document.

    Raises:
        DateError: ``published`` is no date.

    >>> print(write_timeml("In May.", [Timex(3, 6, "DATE", "2025-05")], "2025-06-01"))
    <?xml version="1.0" encoding="UTF-8"?>
    <TimeML>
    <DOCID>document</DOCID>
    <DCT><TIMEX3 tid="t0" type="DATE" value="2025-06-01" functionInDocument="CREATION_TIME">2025-06-01</TIMEX3></DCT>
    <TEXT>In <TIMEX3 tid="t1" type="DATE" value="2025-05">May</TIMEX3>.</TEXT>
    </TimeML>
    """
    head = ['<?xml version="1.0" encoding="UTF-8"?>', "<TimeML>", f"<DOCID>{_escaped(name)}</DOCID>"]
    writer = _Writer(len(timexes))
    body = f"<TEXT>{writer.marked(text, timexes)}</TEXT>"
    return "\n".join([*head, *_creation_time(published), body, *writer.points, "</TimeML>"])


def _creation_time(published: str) -> list[str]:
    said = timex_of_date(EdtfDate(published)) if published else None
    if said is None or date_of_timex(*said) is None:
        return []
    value, zone = split_zone(said[0])
    timex = Timex(0, 0, _type(value), value, said[1], zone=zone)
    begin = _begin("t0", timex, functionInDocument="CREATION_TIME")
    return [f"<DCT>{begin}>{escape(published)}</TIMEX3></DCT>"]


def _type(value: str) -> TimexType:
    return "TIME" if "T" in value else "DATE"


def _escaped(text: str) -> str:
    return escape(_NO_XML.sub("\ufffd", text))


def _begin(name: str, timex: Timex, **more: str | None) -> str:
    """The begin of an element, open for ``>`` or ``/>``."""
    notes = [timex.zone or "", *(_OTHER + other for other in timex.alternatives)]
    attributes = {"tid": name, "type": timex.type, "value": timex.value}
    extra = {"mod": timex.mod, "quant": timex.quant, "freq": timex.freq} | more
    extra["comment"] = "; ".join(filter(None, notes))
    attributes |= {name: value for name, value in extra.items() if value}
    return " ".join(["<TIMEX3", *(f"{name}={quoteattr(value)}" for name, value in attributes.items())])


class _Writer:
    """The expressions of a text as elements, and those that they name: the dates at which a duration begins and ends.

    Args:
        count: How many expressions the text has; the others are numbered after them.
    """

    def __init__(self, count: int) -> None:
        self.points: list[str] = []
        self._count = count

    def marked(self, text: str, timexes: Sequence[Timex]) -> str:
        """The text with its expressions marked up."""
        pieces, at = [], 0
        for number, timex in enumerate(timexes, 1):
            ends = {"beginPoint": self._point(timex.begin_point), "endPoint": self._point(timex.end_point)}
            inside = _escaped(text[timex.start : timex.end])
            pieces += [_escaped(text[at : timex.start]), f"{_begin(f't{number}', timex, **ends)}>{inside}</TIMEX3>"]
            at = timex.end
        return "".join(pieces) + _escaped(text[at:])

    def _point(self, value: str | None) -> str | None:
        """The id of an expression without words."""
        if not value:
            return None
        name = f"t{self._count + len(self.points) + 1}"
        self.points.append(f"{_begin(name, Timex(0, 0, _type(value), value))}/>")
        return name
