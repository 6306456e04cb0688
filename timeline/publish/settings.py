"""What publishing can be told: where the events are, where the site will stand, which pages it gets."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal, Self, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from timeline.model.errors import TimelineError, did_you_mean
from timeline.model.event import LanguageTag
from timeline.store.problems import in_words

__all__ = ["Extra", "Settings"]

Extra = Literal[
    "events", "tags", "people", "places", "sources", "new", "on-this-day", "dates", "embeds", "feeds", "images"
]
# All but a page for each event.
_ALL: tuple[Extra, ...] = get_args(Extra)[1:]


class Settings(BaseModel):
    """How timelines become pages.

    >>> Settings(site_url="https://example.org/news").site_url
    'https://example.org/news/'
    """

    model_config = ConfigDict(extra="forbid", frozen=True)

    events: Path = Field(Path("events"), description="The folder with the YAML files, or one file.")
    site_name: str = Field(
        "Timelines", min_length=1, max_length=300, description="The name of the site; by default the host's."
    )
    site_url: str = Field(
        "", description="The address at which the site will stand; feeds and embeds need it; by default the host's."
    )
    language: LanguageTag = Field(
        "en", description="The language of pages that belong to no single timeline (BCP 47); else that of the theme."
    )
    docs: Path | None = Field(
        None, description="The folder of the pages, where the sizes of pictures are read; by default the host's."
    )
    drafts: bool = Field(
        True, description="Whether events that no person has reviewed yet are published, marked as such."
    )
    extras: tuple[Extra, ...] = Field(
        _ALL, description="What is made besides a page for each timeline; `events` adds a page for each event."
    )

    @field_validator("site_url")
    @classmethod
    def _with_slash(cls, value: str) -> str:
        if value and not value.startswith(("https://", "http://")):
            raise ValueError(f"'{value}' is no address of a site; write https://…")
        return value.rstrip("/") + "/" if value else ""

    @field_validator("docs")
    @classmethod
    def _is_there(cls, value: Path | None) -> Path | None:
        if value and not value.is_dir():
            raise ValueError("there is no such folder; write the name of one, or nothing")
        return value

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Self:
        """The settings as somebody wrote them.

        Raises:
            TimelineError: There is no such option, or it cannot have this value.

        >>> Settings.of({"events": "data"}).events.name
        'data'
        >>> Settings.of({"event": "data"})
        Traceback (most recent call last):
        timeline.model.errors.TimelineError: there is no option `event`; did you mean 'events'?
        """
        try:
            return cls.model_validate(dict(values))
        except ValidationError as error:
            raise _told(dict(error.errors()[0])) from error


def _told(details: dict[str, Any]) -> TimelineError:
    name, known = ".".join(map(str, details["loc"])), list(Settings.model_fields)
    if details["type"] == "extra_forbidden":
        hint = did_you_mean(name, known) or f"use one of: {', '.join(known)}"
        return TimelineError(f"there is no option `{name}`", hint=hint)
    found, hint = in_words(details)
    return TimelineError(f"option `{name}: {details['input']}`: {found}", hint=hint)
