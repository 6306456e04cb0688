"""What `mkdocs.yml` says, read as data: nothing in it is run."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from timeline.yamldoc import load_host

__all__ = ["HostFile"]


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
        plain = load_host(path) if path.is_file() else {}
        return cls(path, plain if isinstance(plain, dict) else {})

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
        return str(told.get("language") or told.get("locale") or "").replace("_", "-")

    @property
    def plugin(self) -> dict[str, Any]:
        """The options of the plugin ``timeline``, with the site's name, address, language and pages.

        >>> HostFile(Path("mkdocs.yml"), {"site_name": "News", "plugins": [{"timeline": {"events": "data"}}]}).plugin
        {'site_name': 'News', 'docs': PosixPath('docs'), 'events': PosixPath('data')}
        """
        shared = {name: str(self.values[name]) for name in ("site_name", "site_url") if self.values.get(name)}
        shared |= {"language": self.language} if self.language else {}
        own = next((options for name, options in _items(self.values.get("plugins")) if name == "timeline"), {})
        folder = self.path.parent
        return {**shared, "docs": self.docs, **own, "events": folder / str((own or {}).get("events") or "events")}


def _items(listed: Any) -> list[tuple[str, dict[str, Any]]]:
    """Plugins or extensions, which hosts let one write as a list of names and mappings, or as one mapping."""
    entries = [listed] if isinstance(listed, dict) else listed or []
    pairs = [entry.items() if isinstance(entry, dict) else [(str(entry), {})] for entry in entries]
    return [(str(name), options or {}) for items in pairs for name, options in items]
