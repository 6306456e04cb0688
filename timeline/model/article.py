"""An article: a text with the day it was published."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field

from timeline.model.date import EdtfDate

__all__ = ["Article"]


@dataclass(frozen=True, slots=True)
class Article:
    """A text, and what is known of its publication.

    Args:
        text: The running text, without markup; all positions are code points in it.
        published: The publication date, which relative dates are resolved against. It may be partial:
            ``"2026"``. A text is read as EDTF, a `datetime.date` as it is. None if it is not known.
        language: The language of the text, as a BCP 47 tag: ``"en"``.
        title: The headline.
        url: The address it was published at.
        publisher: Who published it.

    Raises:
        DateError: ``published`` is no EDTF date.

    >>> Article("They met last February.", published="2026-02-11").published
    EdtfDate(text='2026-02-11')
    """

    text: str = field(repr=False)
    published: EdtfDate | None = None
    language: str = "en"
    title: str | None = None
    url: str | None = None
    publisher: str | None = None

    def __init__(
        self,
        text: str,
        published: EdtfDate | str | datetime.date | None = None,
        language: str = "en",
        title: str | None = None,
        url: str | None = None,
        publisher: str | None = None,
    ) -> None:
        date = None if published is None else EdtfDate.of(published)
        values = {
            "text": text,
            "published": date,
            "language": language,
            "title": title,
            "url": url,
            "publisher": publisher,
        }
        for name, value in values.items():
            object.__setattr__(self, name, value)
