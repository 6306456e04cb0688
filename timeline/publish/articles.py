"""The dates of an article, marked up so that it can still be understood years later."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element

from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError
from timeline.model.event import LANGUAGE
from timeline.model.timestamps import published_date
from timeline.model.timex import Timex
from timeline.publish.machines import machine_date
from timeline.wording import date_in_words
from timeline.yamldoc import decode, front_matter, split_front_matter

__all__ = ["above", "folder_of", "mark_dates", "read_article"]

_UNREAD = {"code", "pre", "kbd", "samp", "script", "style", "time", "math", "svg"}
_UNMARKED = {"a", "h1", "h2", "h3", "h4", "h5", "h6", "button", "summary", "label", "figcaption"}
_INLINE = {
    "a",
    "abbr",
    "b",
    "cite",
    "del",
    "em",
    "i",
    "ins",
    "mark",
    "q",
    "s",
    "small",
    "span",
    "strong",
    "sub",
    "sup",
    "u",
}


@dataclass(slots=True)
class _Slot:
    """A piece of running text in the tree: the text of an element, or what follows a child of it."""

    parent: Element
    child: Element | None
    start: int
    text: str
    marked: bool


def read_article(path: Path, report: Callable[[str], None]) -> tuple[dict[str, Any], str, str]:
    """What a Markdown page says about itself, what stands above its text, and the text.

    Where its front matter cannot be read, that is reported, and all of it is text, as it is to hosts.

    Args:
        path: The page.
        report: What is told what is wrong.

    Raises:
        TimelineError: It is not UTF-8.
    """
    page = decode(path.read_bytes(), str(path)).removeprefix("\ufeff")
    page = page.replace("\r\n", "\n").replace("\r", "\n")
    front, text = split_front_matter(page)
    try:
        meta: dict[str, Any] = {**front_matter(front, str(path))}
    except TimelineError as error:
        report(str(error))
        return {}, "", page
    return meta, above(page, text), text


def above(page: str, text: str) -> str:
    """What stands above the text of a Markdown page, "" if it is not the text of that page.

    >>> above("---\\ntitle: A\\n---\\n\\nThey met.", "They met."), above("A", "B")
    ('---\\ntitle: A\\n---\\n\\n', '')
    """
    return page[: max(page.rfind(text), 0)]


def folder_of(source: Path) -> str:
    """Where a Markdown page stands in the site.

    >>> folder_of(Path("articles/index.md")), folder_of(Path("articles/a.md")), folder_of(Path("index.md"))
    ('articles', 'articles/a', '')
    """
    folder = source.parent if source.stem in ("index", "README") else source.with_suffix("")
    return "" if folder == Path() else folder.as_posix()


def mark_dates(root: Element, published: str, language: str = "en") -> None:
    """Put the time expressions of a document into ``<time>`` elements, or ``<data>``, that say what they mean.

    An expression that only the publication date explains shows its meaning when pointed at or focused. In a language
    that has no rules, the document stays as it is.

    Args:
        root: The document, as Python-Markdown has made it of the text.
        published: The publication date, as front matter states it.
        language: The language of the text (BCP 47).

    Raises:
        DateError: `published` is no date.
        TimelineError: `language` is no language tag.
    """
    from timeline.tagger import tag
    from timeline.tagger.locale import has_rules

    anchor = published_date(published)
    if not has_rules(language):
        _refuse_no_tag(language)
        return
    slots: list[_Slot] = []
    text = _read(root, slots)
    found = [timex for timex in tag(text, anchor, language) if timex.date is not None]
    for slot, inside in reversed(list(_by_slot(slots, found))):
        _replace(slot, inside, language)


def _refuse_no_tag(language: str) -> None:
    if not re.fullmatch(LANGUAGE, language):
        raise TimelineError(f"'{language}' is no language", hint="write a tag such as en, fr or pt-BR")


def _read(root: Element, slots: list[_Slot]) -> str:
    """The running text of the document, with blank lines between its blocks, and where each piece of it stands."""
    pieces: list[str] = []
    position = 0
    for parent, child, text, marked in _pieces(root, True):
        if parent is not None:
            slots.append(_Slot(parent, child, position, text, marked))
        pieces.append(text)
        position += len(text)
    return "".join(pieces)


def _pieces(element: Element, marked: bool) -> Iterator[tuple[Element | None, Element | None, str, bool]]:
    marked = marked and element.tag not in _UNMARKED
    if element.text:
        yield element, None, element.text, marked
    for child in element:
        if child.tag not in _UNREAD:
            yield from _pieces(child, marked)
        if child.tag not in _INLINE:
            yield None, None, "\n\n", False
        if child.tail:
            yield element, child, child.tail, marked


def _by_slot(slots: Iterable[_Slot], found: Iterable[Timex]) -> Iterator[tuple[_Slot, list[Timex]]]:
    """The expressions that lie wholly inside of one piece of text."""
    waiting = sorted(found, key=lambda timex: timex.start)
    for slot in slots:
        end = slot.start + len(slot.text)
        first, last = (bisect_left(waiting, place, key=lambda timex: timex.start) for place in (slot.start, end))
        inside = [timex for timex in waiting[first:last] if timex.end <= end]
        if inside and slot.marked:
            yield slot, inside


def _replace(slot: _Slot, found: list[Timex], language: str) -> None:
    elements = [_time(slot, timex, language) for timex in found]
    bounds = [*(timex.start - slot.start for timex in found[1:]), len(slot.text)]
    for element, timex, end in zip(elements, found, bounds, strict=True):
        element.tail = slot.text[timex.end - slot.start : end]
    before = slot.text[: found[0].start - slot.start]
    if slot.child is None:
        slot.parent.text = before
        at = 0
    else:
        slot.child.tail = before
        at = list(slot.parent).index(slot.child) + 1
    slot.parent[at:at] = elements


def _time(slot: _Slot, timex: Timex, language: str) -> Element:
    date = timex.date
    assert date is not None
    phrase = slot.text[timex.start - slot.start : timex.end - slot.start]
    name, attribute = machine_date(date)
    element = Element(name, {attribute: str(date)})
    element.text = phrase
    if not _says_its_year(phrase, date):
        meaning = date_in_words(date, language)
        # A title alone would never be seen by those who use a keyboard or a finger.
        element.attrib |= {"class": "timeline-date", "tabindex": "0", "title": meaning, "data-date": meaning}
    return element


def _says_its_year(phrase: str, date: EdtfDate) -> bool:
    year = str(date).lstrip("[.-/Y0")[:4]
    return year.isdigit() and year in phrase
