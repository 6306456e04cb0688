"""A complete site to begin with: two timelines, an article, and what a team needs to check and publish it."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

from timeline.model.errors import TimelineError
from timeline.model.timeline import title_of_name
from timeline.publish.outfile import OutFile, write
from timeline.store.schema import schema_text

__all__ = ["new_site", "site_files"]

_TEMPLATES = Path(__file__).parent / "templates" / "new"
_DISTRIBUTION = "event-timelines"
_LONGEST_NAME = 100


def new_site(folder: Path, name: str = "", *, into: bool = False) -> list[Path]:
    """Make a site in a folder that is empty or not there yet.

    A folder that is not there yet appears with all of its files or not at all.

    Args:
        folder: Where.
        name: The name of the site; made from that of the folder if it is empty.
        into: Whether the folder may have files already. They stay as they are, and what is missing is added.

    Returns:
        The files that were written.

    Raises:
        TimelineError: The folder has files, or cannot be written, or the name is no name.
    """
    files = list(site_files(name or title_of_name(folder.resolve().name)))
    if not folder.exists():
        return _make_whole(folder, files)
    if not into and (not folder.is_dir() or _has_files(folder)):
        raise TimelineError(
            "this is no empty folder", hint="choose another one, or add what is missing with --into", path=folder
        )
    return write(folder, (file for file in files if not (folder / file.path).exists()))


def site_files(name: str) -> Iterator[OutFile]:
    """The files of a new site.

    >>> sorted(file.path for file in site_files("Our town") if file.path.startswith(".v"))
    ['.vscode/extensions.json', '.vscode/settings.json']
    """
    name = _checked(name)
    for path in sorted(_TEMPLATES.rglob("*")):
        if path.is_file():
            text = path.read_text(encoding="utf-8").replace("@REQUIREMENT@", requirement())
            quoted = json.dumps(name, ensure_ascii=False) if path.suffix == ".yml" else name
            # Packaging tools pass over files that begin with a dot, so the templates begin with "dot_" instead.
            place = path.relative_to(_TEMPLATES).as_posix().replace("dot_", ".")
            yield OutFile(place, text.replace("@NAME@", quoted))
    yield OutFile("events.schema.json", schema_text())


def requirement() -> str:
    """What pip needs to install this version again: the commit if it came from a repository, else name and version."""
    distribution = metadata.distribution(_DISTRIBUTION)
    origin = json.loads(distribution.read_text("direct_url.json") or "{}")  # PEP 610
    if "vcs_info" in origin:
        source = f"{origin['vcs_info']['vcs']}+{origin['url']}@{origin['vcs_info']['commit_id']}"
        return f"{_DISTRIBUTION} @ {source}"
    return f"{_DISTRIBUTION}=={distribution.version}"


def _checked(name: str) -> str:
    name = name.strip()
    if not 1 <= len(name) <= _LONGEST_NAME or not name.isprintable():
        raise TimelineError(
            f"a site cannot be called {name[:20]!r}", hint=f"say --name, with at most {_LONGEST_NAME} letters"
        )
    return name


def _has_files(folder: Path) -> bool:
    return any(entry.name != ".git" for entry in folder.iterdir())


def _make_whole(folder: Path, files: list[OutFile]) -> list[Path]:
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(prefix=f".{folder.name}.", dir=folder.parent) as staging:
            site = Path(staging) / "site"
            written = [path.relative_to(site) for path in write(site, files)]
            site.rename(folder)
    except OSError as error:
        raise TimelineError(f"cannot make this folder: {error.strerror or error}", path=folder) from error
    return [folder / path for path in written]
