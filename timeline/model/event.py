"""Events as people write them in YAML, and where they are known from. The JSON Schema is made from these models."""

from __future__ import annotations

import datetime
import re
from bisect import bisect_left
from collections.abc import Container
from contextlib import suppress
from functools import lru_cache
from itertools import count
from typing import Annotated, Any, Literal
from urllib.parse import quote

from annotated_types import MaxLen
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PlainSerializer, PlainValidator, WithJsonSchema

from timeline.model.characters import one_line
from timeline.model.date import EdtfDate

__all__ = [
    "LANGUAGE",
    "LISTS",
    "LONGEST_NAME",
    "DateField",
    "Event",
    "Image",
    "LanguageTag",
    "Link",
    "Name",
    "Slug",
    "Source",
    "fit_link",
    "free_id",
    "limits_of",
    "slug",
]

LISTS = ("tags", "people", "organizations", "places")
"""The fields of an event that are lists of words."""
LANGUAGE = r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*"
"""What a language tag looks like (BCP 47), as a regular expression."""

_SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"'\\\x00-\x20]+", re.IGNORECASE)
_IS_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}(?:[/?#]|\Z)", re.IGNORECASE)
_NO_LINK = re.compile(r"[\s<>\"'\\\x00-\x20]")
_LONGEST_LINK = 2000
_HASH = 6
_LONGEST_SLUG = 60
_PICTURE = re.compile(r"(?:https?://)?(?!/)[^\s<>\"'\\:\x00-\x20]+", re.IGNORECASE)
_ORIGIN = re.compile(r"(https?://)([^/?#]*)", re.IGNORECASE)
_HOST = re.compile(r"[\w.-]+", re.ASCII)
# Letters of which Unicode knows no base letter.
_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ħ": "h", "ŧ": "t", "ı": "i"}
)


def _date(value: Any) -> EdtfDate:
    return EdtfDate.of(value if isinstance(value, EdtfDate | datetime.date) else str(value))


def _link(value: str) -> str:
    if not _LINK.fullmatch(value):
        if _LINK.match(value):
            _refuse_character(value, "link")
        full = f"https://{value}"
        is_address = _IS_HOST.match(value) and _LINK.fullmatch(full)
        instead = full if is_address else "an address that begins with https://, http:// or mailto:"
        raise ValueError(f"'{value}' is no link; write {instead}")
    return value


def fit_link(address: str) -> str | None:
    """An address as a `Link`: what cannot stand in one is percent-encoded; None if it is none.

    >>> fit_link(" https://example.org/o'neill"), fit_link("www.example.org/a")
    ('https://example.org/o%27neill', None)
    """
    fit = _NO_LINK.sub(lambda wrong: quote(wrong[0]), one_line(address))
    return fit if _LINK.fullmatch(fit) and len(fit) <= _LONGEST_LINK else None


def _refuse_character(value: str, what: str) -> None:
    """Say which character an address holds that none can hold."""
    wrong = _NO_LINK.search(value)
    if wrong:
        name = "a space" if wrong[0] == " " else f"'{wrong[0]}'" if wrong[0].isprintable() else "a hidden character"
        raise ValueError(f"'{value}' is no {what}: it holds {name}; write {quote(wrong[0])} in its place")


def _picture(value: str) -> str:
    # Browsers read "%2e%2e" as "..".
    if not _PICTURE.fullmatch(value) or ".." in value.lower().replace("%2e", ".").split("/"):
        _refuse_path(value)
        raise ValueError(
            f"'{value}' is no picture; write an https:// address or a path inside the site, such as img/a.jpg"
        )
    _origin(value)
    return value


def _origin(picture: str) -> str:
    """The scheme and the host of an address, in ASCII; "" if it is a path inside of the site."""
    found = _ORIGIN.match(picture)
    if not found:
        return ""
    # Only the encoded name can be judged: a wide comma becomes an ordinary one.
    with suppress(UnicodeError):
        host = found[2].encode("idna").decode()
        if _HOST.fullmatch(host):
            return f"{found[1]}{host}".lower()
    raise ValueError(
        f"'{picture}' is no picture: '{found[2]}' is no name of a host; write one such as example.org after {found[1]}"
    )


def _refuse_path(value: str) -> None:
    """Say what is wrong with a path that is nearly one inside of the site."""
    path = value.replace("\\", "/").removeprefix("/")
    if path != value and _PICTURE.fullmatch(path) and ".." not in path:
        found = "begins with '/'" if value.startswith("/") else "holds '\\'"
        raise ValueError(f"'{value}' is no picture: its path {found}; write {path}, from the top of the site on")
    if ":" not in value or _LINK.match(value):
        _refuse_character(value, "picture")


DateField = Annotated[
    EdtfDate,
    PlainValidator(_date),
    PlainSerializer(str, return_type=str),
    WithJsonSchema({"type": "string", "format": "edtf", "examples": ["2025-02-12", "2025-02", "1961/1972", "-3300~"]}),
]
Link = Annotated[str, Field(max_length=_LONGEST_LINK, json_schema_extra={"format": "uri"}), AfterValidator(_link)]
Slug = Annotated[str, Field(max_length=100, pattern=f"^{_SLUG}$", json_schema_extra={"format": "slug"})]
Picture = Annotated[
    str, Field(max_length=2000, json_schema_extra={"format": "uri-reference"}), AfterValidator(_picture)
]
LONGEST_NAME = 200
"""How many characters the name of a lane, a tag or who took part may have."""
Name = Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
LanguageTag = Annotated[str, Field(pattern=f"^{LANGUAGE}$")]


@lru_cache(10_000)
def slug(text: str) -> str:
    """A text as an identifier for addresses: small letters, digits and single hyphens.

    Letters outside of ASCII become their base letter, or those that are written in their place, where they have some. A
    text that has none of them is known by its hash: a number would be that of another when one is added before it.

    >>> slug("Gagarin: the first human in space!"), slug("Élysée"), slug("Große Straße"), slug("東京")
    ('gagarin-the-first-human-in-space', 'elysee', 'grosse-strasse', 'event-130016')
    """
    import unicodedata

    letters = unicodedata.normalize("NFKD", text[:1000].lower().translate(_LETTERS))
    plain = letters.encode("ascii", "ignore").decode().lower()
    words = "-".join(re.findall("[a-z0-9]+", plain))
    if len(words) > _LONGEST_SLUG:
        words = words[:_LONGEST_SLUG].rpartition("-")[0] or words[:_LONGEST_SLUG]
    if not letters or (words and any(map(str.isalpha, words)) == any(map(str.isalpha, letters))):
        return words or "event"
    return f"{words[: _LONGEST_SLUG - _HASH - 1].strip('-') or 'event'}-{_hash(letters)}"


def _hash(text: str) -> str:
    import hashlib

    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:_HASH]


def free_id(base: str, taken: Container[object]) -> str:
    """The id itself, or with a number that makes it unlike those taken; of very many, few are looked at.

    It is the first number, unless some between those taken are free.

    >>> free_id("talks", {"talks", "talks-2"})
    'talks-3'
    """

    def is_free(number: int) -> bool:
        return f"{base}-{number}" not in taken

    if base not in taken:
        return base
    beyond = next(number for power in count(1) if is_free(number := 2**power))
    return f"{base}-{bisect_left(range(beyond), True, lo=2, key=is_free)}"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


class Source(_Model):
    """Where an event is known from.

    >>> Source(title="A headline", publisher="A paper", published="2026-02-11").published
    EdtfDate(text='2026-02-11')
    """

    url: Link | None = Field(None, description="Address of the article: https://…", examples=["https://example.org/a"])
    title: str | None = Field(None, max_length=500, description="Headline of the article.")
    publisher: str | None = Field(None, max_length=200, description="Who published it.", examples=["Reuters"])
    published: DateField | None = Field(
        None,
        description="Publication date (EDTF); relative dates of this event count from here.",
        examples=["2026-02-11"],
    )
    quote: str | None = Field(None, max_length=5000, description="The passage that says it, word for word.")
    expression: str | None = Field(
        None, max_length=200, description="The words of the quote that give the date.", examples=["February last year"]
    )


class Image(_Model):
    """A picture of an event, with the text for those who do not see it."""

    src: Picture = Field(description="Address, or path inside the site.", examples=["img/sputnik.jpg"])
    alt: str = Field(max_length=1000, description="What the picture shows, in words.")
    credit: str | None = Field(None, max_length=300, description="Who made it and under which licence.")
    width: int | None = Field(None, ge=1, le=20000, description="Width in pixels.")
    height: int | None = Field(None, ge=1, le=20000, description="Height in pixels.")

    @property
    def origin(self) -> str:
        """The scheme and the host that it comes from, as headers name them; "" if it is a file of the site.

        >>> Image(src="https://bücher.example/a.png", alt="A book").origin, Image(src="img/a.png", alt="A book").origin
        ('https://xn--bcher-kva.example', '')
        """
        return _origin(self.src)


class Event(_Model):
    """Something that happened, or is planned, at a date.

    >>> event = Event(title="First human in space", date="1961-04-12")
    >>> event.date.precision.name, event.status
    ('DAY', 'reviewed')
    """

    id: Slug | None = Field(
        None, description="Permanent name in addresses; written once, never changed.", examples=["sputnik-1"]
    )
    date: DateField = Field(
        description="When: an EDTF date, or a phrase such as 'February last year', resolved against `published`.",
        examples=["2025-02-12", "2025-02", "1961/1972", "1994~", "February last year"],
    )
    title: str = Field(min_length=1, max_length=300, description="What happened, in one short line without the date.")
    text: str | None = Field(
        None, max_length=5000, description="More about it; *emphasis*, **strong** and [links](https://…) work."
    )
    lane: Name | None = Field(None, description="The row of the chart that it stands in.", examples=["Diplomacy"])
    tags: tuple[Name, ...] = Field((), description="Words to filter by.", examples=[["talks"]])
    people: tuple[Name, ...] = Field((), description="People who took part, by name.")
    organizations: tuple[Name, ...] = Field((), description="Organizations that took part, by name.")
    places: tuple[Name, ...] = Field((), description="Where it happened, by name.")
    image: Image | None = Field(None, description="A picture.")
    sources: tuple[Source, ...] = Field((), description="Where it is known from.")
    expression: str | None = Field(
        None, max_length=200, description="The phrase that `date` was resolved from.", examples=["February last year"]
    )
    published: DateField | None = Field(
        None, description="The anchor of `date` if it is a phrase and no source carries one."
    )
    status: Literal["draft", "reviewed"] = Field("reviewed", description="draft until a person has read it.")
    certainty: Literal["certain", "planned", "possible"] = Field(
        "certain", description="Whether it happened, is planned, or could happen."
    )
    importance: float | None = Field(
        None, ge=0, le=1, description="How much it matters, 0 to 1; charts name the important ones first."
    )
    reasoning: str | None = Field(
        None, exclude=True, max_length=2000, description="How `date` was resolved; made when loading."
    )

    @property
    def told(self) -> tuple[EdtfDate, EdtfDate] | None:
        """When it was news first and last, None if nobody knows.

        It became news when the first of its sources was published, and was told again with each other; where no source
        has a date, its own publication date counts. The first is the one that can mean the earliest day, the last the
        one that can mean the latest.

        >>> sources = [{"published": "1970-02-03"}, {"published": "1970"}]
        >>> [str(date) for date in Event(title="A", date="1969", sources=sources[:1], published="1969").told]
        ['1970-02-03', '1970-02-03']
        >>> [str(date) for date in Event(title="A", date="1969", sources=sources).told]
        ['1970', '1970']
        """
        own = [self.published] if self.published else []
        dates = [source.published for source in self.sources if source.published] or own
        known = [date for date in dates if date.first_day is not None and date.last_day is not None]
        return (min(known), max(known, key=lambda date: date.last_day or 0)) if known else None


def limits_of(model: type[BaseModel]) -> dict[str, int]:
    """How many characters the fields of a model may have, where they are limited.

    >>> limits_of(Source)["title"]
    500
    """
    return {
        name: limit.max_length
        for name, field in model.model_fields.items()
        for limit in field.metadata
        if isinstance(limit, MaxLen)
    }
