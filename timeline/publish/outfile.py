"""Files of a site before they are written, and writing them so that no reader ever meets half a file."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TypeAlias, TypeVar

from timeline.model.errors import TimelineError
from timeline.store.files import write_atomic

__all__ = ["Later", "OutFile", "Page", "write", "write_file"]

_Content = TypeVar("_Content", str, str | bytes)
# A preview shows few of the pages and files: what is not there yet is made when it is needed.
_Made: TypeAlias = _Content | Callable[[], _Content]
Later: TypeAlias = _Made[str]


@dataclass(frozen=True, slots=True)
class OutFile:
    """A file of the site.

    Args:
        path: Where, below the root of the site, with forward slashes.
        content: What is in it, or what makes that when it is needed.

    Raises:
        TimelineError: The path would leave the site.

    >>> OutFile("timelines/../../etc/passwd", "")
    Traceback (most recent call last):
    timeline.model.errors.TimelineError: 'timelines/../../etc/passwd' is no path inside the site
    """

    path: str
    content: _Made[str | bytes]

    def __post_init__(self) -> None:
        parts = PurePosixPath(self.path).parts
        if not parts or self.path.startswith("/") or ".." in parts or "\\" in self.path or ":" in parts[0]:
            raise TimelineError(f"'{self.path}' is no path inside the site")

    @property
    def data(self) -> bytes:
        """The content as bytes; text is UTF-8."""
        made = _made(self.content)
        return made.encode() if isinstance(made, str) else made


@dataclass(frozen=True, slots=True)
class Page:
    """A page before a host gives it header, navigation and footer.

    Args:
        folder: Where it stands, below the root of the site: ``timelines/space-race``.
        title: Its title, as plain text.
        body: Its content, safe HTML that begins with its heading, or what makes it when it is needed.
        description: One sentence for search engines, as plain text.
        extra: What belongs into the head: links to feeds, data for search engines; or what makes it when it is needed.
        listed: Whether it belongs into the navigation.
        searched: Whether the search of the site should find it; pages that only list events should not hide them.
    """

    folder: str
    title: str
    body: Later
    description: str = ""
    extra: Later = ""
    listed: bool = False
    searched: bool = False

    @property
    def html(self) -> str:
        """Its content."""
        return _made(self.body)

    @property
    def head(self) -> str:
        """What belongs into the head."""
        return _made(self.extra)

    @property
    def path(self) -> str:
        """Where it is written, below the root of the site.

        >>> Page("timelines/space-race", "", "").path, Page("", "", "").path
        ('timelines/space-race/index.html', 'index.html')
        """
        return f"{self.folder}/index.html".lstrip("/")

    @property
    def source(self) -> str:
        """The path of its Markdown source, for hosts that want one.

        >>> Page("timelines", "", "").source, Page("timelines/space-race", "", "").source
        ('timelines/index.md', 'timelines/space-race.md')
        """
        return f"{self.folder}.md" if "/" in self.folder else f"{self.folder}/index.md"


def _made(content: _Made[_Content]) -> _Content:
    return content() if callable(content) else content


def write(folder: Path, files: Iterable[OutFile]) -> list[Path]:
    """Write files below a folder; what is there with the same content already is left alone."""
    return [path for file in files if (path := write_file(folder / file.path, file.data))]


def write_file(path: Path, data: bytes) -> Path | None:
    """Write one file as a whole or not at all; None if it has this content already.

    Raises:
        TimelineError: It cannot be written: no space, no permission.
    """
    try:
        if path.is_file() and path.stat().st_size == len(data) and path.read_bytes() == data:
            return None
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TimelineError(f"cannot be written: {error.strerror or error}", path=path) from error
    write_atomic(path, data, durable=False)
    return path
