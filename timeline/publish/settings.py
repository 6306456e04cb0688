"""What publishing can be told: where the events are, where the site will stand, which pages it gets."""

from __future__ import annotations

from pathlib import Path
from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, field_validator

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
    site_name: str = Field("Timelines", min_length=1, max_length=300, description="The name of the site.")
    site_url: str = Field("", description="The address at which the site will stand; feeds and embeds need it.")
    language: str = Field(
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
