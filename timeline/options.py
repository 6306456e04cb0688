"""What a person can set, in `mkdocs.yml` or on the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field

from timeline.publish.hostfile import HostFile
from timeline.publish.settings import Settings

__all__ = ["Options"]


class Options(Settings):
    """The options of ``timeline build`` and ``timeline serve``: those of the plugin ``timeline``, and their own."""

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
        host = HostFile.read(config)
        plugin = Settings.of(host.plugin).model_dump(exclude_unset=True)
        chosen = {name: value for name, value in given.items() if value is not None}
        return cls.of({**plugin, "config": config, "strict": host.values.get("strict") or False, **chosen})
