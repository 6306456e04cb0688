"""How large pictures are: a page keeps their places before they come. The only module importing imagesize."""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote

from timeline.model.event import Image

__all__ = ["Size", "size_of"]

Size = tuple[int, int]
_MOST_PIXELS = 20_000
# The size stands behind what a camera has noted; more than this of a file is not read.
_HEAD = 256 * 1024
# Portable bitmaps, which no browser shows and whose numbers may be as long as the file.
_UNSHOWN = b"P"


def size_of(image: Image, docs: Path | None) -> Size | None:
    """The width and height of a picture in pixels, as it is shown: a photograph that lies on its side stands up.

    Args:
        image: The picture.
        docs: The folder that its path counts from.

    Returns:
        What was written down with the picture, else what its file says; None for pictures of other sites, and where
        the file is not there, leads out of the folder, or is no picture.

    >>> size_of(Image(src="a.png", alt="", width=300, height=200), None)
    (300, 200)
    """
    if image.width and image.height:
        return image.width, image.height
    if docs is None or "://" in image.src:
        return None
    try:
        path = (docs / unquote(image.src)).resolve()
        inside = path.is_relative_to(docs.resolve()) and path.is_file()
        return _read(path, path.stat().st_mtime_ns) if inside else None
    except (OSError, ValueError):
        return None


@lru_cache(maxsize=10_000)
def _read(path: Path, _saved: int) -> Size | None:
    import imagesize

    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(_UNSHOWN):
        return None
    width, height = imagesize.get(io.BytesIO(head))
    known = 1 <= width <= _MOST_PIXELS and 1 <= height <= _MOST_PIXELS
    return (round(width), round(height)) if known else None
