"""Pictures that are files of the site: whether they are there."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from timeline.model.errors import did_you_mean
from timeline.store.reading import Reading
from timeline.yamldoc import YamlError

__all__ = ["lacking", "missing_pictures"]

# In a folder with more files no name is looked for that is like the missing one: it would take too long.
_MOST = 500


def lacking(picture: str, docs: Path) -> str:
    """What to write in place of the path of a picture, "" if its file is there or it is on another site.

    Args:
        picture: The path inside the site, as an address.
        docs: The folder that it counts from.

    >>> lacking("https://example.org/a.png", Path("docs")), lacking("img/no.png", Path("docs"))
    ('', "put the file into 'docs', or correct the path")
    """
    if "://" in picture:
        return ""
    path = PurePosixPath(unquote(picture.partition("?")[0].partition("#")[0]))
    near = ""
    with suppress(OSError):  # no such folder, or a name that no file can have
        if (docs / path).is_file():
            return ""
        names = [str(path.parent / file.name) for file in (docs / path.parent).iterdir() if file.is_file()]
        near = did_you_mean(str(path), names) if len(names) <= _MOST else ""
    return near or f"put the file into '{docs.name}', or correct the path"


def missing_pictures(reading: Reading, docs: Path | None) -> Iterator[YamlError]:
    """The pictures of a timeline that are to be in the site and are not.

    Args:
        reading: The timeline.
        docs: The folder of the pages, from which the paths count; without it nothing is known.
    """
    if docs is None or not docs.is_dir():
        return
    for file, entry, event in reading.texts():
        hint = lacking(event.image.src, docs) if event.image else ""
        if event.image and hint and file.document:
            message = f"there is no picture '{event.image.src}'"
            yield file.document.error(entry.at("image", "src"), "missing-picture", message, hint)
