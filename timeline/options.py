"""What a person can set, in `mkdocs.yml` or on the command line: one model for both."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import Field, ValidationError

from timeline.model.errors import TimelineError
from timeline.publish.hostfile import HostFile
from timeline.publish.settings import Settings

__all__ = ["Options"]


class Options(Settings):
    """The options of the plugin ``timeline`` and of the commands ``timeline build`` and ``timeline serve``.

    >>> Options.of({"events": "data"}).events.name
    'data'
    >>> Options.of({"event": "data"})
    Traceback (most recent call last):
    timeline.model.errors.TimelineError: option `event`: Extra inputs are not permitted; the options are events, ...
    """

    config: Path = Field(Path("mkdocs.yml"), description="The configuration of the host that builds the site.")
    strict: bool = Field(False, description="Whether a warning is an error.")

    @property
    def settings(self) -> Settings:
        """The part of the options that publishing needs."""
        return Settings.model_validate(self.model_dump(include=set(Settings.model_fields)))

    @classmethod
    def read(cls, config: Path = Path("mkdocs.yml"), **given: Any) -> Options:
        """The options that a host's configuration has for the plugin, and over them those that are given.

        Raises:
            TimelineError: The configuration cannot be read, or an option is wrong.
        """
        chosen = {name: value for name, value in given.items() if value is not None}
        return cls.of({**HostFile.read(config).plugin, "config": config, **chosen})

    @classmethod
    def of(cls, values: Mapping[str, Any]) -> Options:
        """The options as they were given.

        Raises:
            TimelineError: There is no such option, or it cannot have this value.
        """
        try:
            return cls.model_validate(dict(values))
        except ValidationError as error:
            first = error.errors()[0]
            known = ", ".join(cls.model_fields)
            name = ".".join(map(str, first["loc"]))
            raise TimelineError(f"option `{name}`: {first['msg']}", hint=f"the options are {known}") from error
