"""What `mkdocs.yml` says, read as data: nothing in it is run."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.model.errors import TimelineError
from timeline.model.event import LANGUAGE
from timeline.yamldoc import load_host

__all__ = ["HostFile", "language_tag", "plugin_options"]


@dataclass(frozen=True)
class HostFile:
    """The configuration that MkDocs, ProperDocs and Zensical share.

    Args:
        path: Where it is.
        values: What it says.
    """

    path: Path
    values: Mapping[str, Any]

    @classmethod
    def read(cls, path: Path) -> HostFile:
        """Read it; where there is none, everything has the hosts' defaults.

        Raises:
            TimelineError: It cannot be read.
        """
        return cls(path, _values(path) if path.is_file() else {})

    def folder(self, name: str, default: str) -> Path:
        """A folder that it names, such as ``docs_dir``."""
        return self.path.parent / str(self.values.get(name) or default)

    @property
    def docs(self) -> Path:
        """Where the Markdown pages are."""
        return self.folder("docs_dir", "docs")

    @property
    def site(self) -> Path:
        """Where the host writes the site."""
        return self.folder("site_dir", "site")

    @property
    def language(self) -> str:
        """The language that its theme is told to speak (BCP 47), "" if none.

        >>> HostFile(Path("mkdocs.yml"), {"theme": {"name": "mkdocs", "locale": "pt_BR"}}).language
        'pt-BR'
        """
        theme = self.values.get("theme")
        told = theme if isinstance(theme, dict) else {}
        return language_tag(told.get("language") or told.get("locale"))

    @property
    def plugin(self) -> dict[str, Any]:
        """What the plugin ``timeline`` goes by, as `plugin_options` has it.

        >>> HostFile(Path("mkdocs.yml"), {"site_name": "News", "plugins": [{"timeline": {"events": "data"}}]}).plugin
        {'events': PosixPath('data'), 'site_name': 'News'}
        """
        host = {name: self.values.get(name) for name in ("site_name", "site_url")}
        # Without a host, a site may have no pages but ours.
        docs = (self.values.get("docs_dir") or "docs") if self.docs.is_dir() else None
        host |= {"language": self.language, "docs": docs}
        own = next((options for name, options in _items(self.values.get("plugins")) if name == "timeline"), {})
        return plugin_options(own, host, self.path.parent)


def language_tag(theme: object) -> str:
    """What a theme is told to speak as a language tag (BCP 47), "" if that is none: what a theme is told is its own.

    >>> language_tag("pt_BR"), language_tag("english"), language_tag(None)
    ('pt-BR', '', '')
    """
    tag = str(theme).replace("_", "-")
    return tag if re.fullmatch(LANGUAGE, tag) else ""


def plugin_options(own: Mapping[str, Any], host: Mapping[str, Any], folder: Path) -> dict[str, Any]:
    """What the plugin ``timeline`` goes by: its own options, and what the host is told where they say nothing.

    Args:
        own: The options of the plugin.
        host: What the host is told, by the names that the options have.
        folder: Where the configuration is; other folders count from there.

    >>> plugin_options({"language": "de", "site_url": ""}, {"site_url": "https://a.example/", "language": "en"}, Path())
    {'events': PosixPath('events'), 'site_url': 'https://a.example/', 'language': 'de'}
    """
    stated = [{name: value for name, value in each.items() if value not in (None, "")} for each in (host, own)]
    chosen: dict[str, Any] = {"events": "events", **stated[0], **stated[1]}
    return chosen | {name: folder / str(chosen[name]) for name in ("events", "docs") if name in chosen}


def _values(path: Path, heirs: tuple[Path, ...] = ()) -> dict[str, Any]:
    """What a configuration says, and below that what it inherits."""
    plain = load_host(path)
    values: dict[str, Any] = {**plain} if isinstance(plain, dict) else {}
    named = str(values.pop("INHERIT", ""))
    if not named:
        return values
    base, heirs = (path.parent / named).resolve(), (*heirs, path.resolve())
    if base in heirs or not base.is_file():
        found = f"'{named}' inherits from itself" if base in heirs else f"there is no '{named}' to inherit from"
        raise TimelineError(found, hint="write the name of another configuration behind INHERIT", path=path)
    return _merged(_values(base, heirs), values)


def _merged(below: dict[str, Any], above: dict[str, Any]) -> dict[str, Any]:
    """The values of two configurations; mappings that both have become one."""
    both = {
        name: _merged(below[name], value)
        for name, value in above.items()
        if isinstance(value, dict) and isinstance(below.get(name), dict)
    }
    return below | above | both


def _items(listed: Any) -> list[tuple[str, dict[str, Any]]]:
    """Plugins or extensions, which hosts let one write as a list of names and mappings, or as one mapping."""
    entries = [listed] if isinstance(listed, dict) else listed or []
    pairs = [entry.items() if isinstance(entry, dict) else [(str(entry), {})] for entry in entries]
    return [(str(name), options if isinstance(options, dict) else {}) for items in pairs for name, options in items]
