"""The files that every page with a chart uses: the browser client, the styles, plotly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from timeline.publish.bundle import bundle
from timeline.publish.outfile import OutFile
from timeline.publish.plotlyjs import plotly_javascript

__all__ = ["CLIENT", "FOLDER", "PREVIEW", "STYLES", "assets", "modules", "preview_script"]

FOLDER = "assets/timeline"
CLIENT = f"{FOLDER}/client.js"
PREVIEW = f"{FOLDER}/preview.js"
STYLES = (f"{FOLDER}/timeline.css", f"{FOLDER}/pages.css")
_STATIC = Path(__file__).parent / "static"
_IMPORT = re.compile(r"^import [^;]* from '\./([\w-]+)\.js';", re.MULTILINE)


@cache
def modules(name: str = "chart") -> tuple[str, ...]:
    """The modules that a page with a chart at its top needs, so that it can ask for all of them at once.

    >>> {"chart", "labels", "dom"} <= set(modules())
    True
    """
    source = (_STATIC / f"{name}.js").read_text(encoding="utf-8")
    return tuple(dict.fromkeys([name, *(deep for own in _IMPORT.findall(source) for deep in modules(own))]))


def assets() -> Iterator[OutFile]:
    """The client's modules, the styles and plotly, for the folder ``assets/timeline`` of the site."""
    for path in sorted(_STATIC.iterdir()):
        if path.suffix in (".js", ".css") and path.name != "preview.js":
            yield OutFile(f"{FOLDER}/{path.name}", path.read_bytes())
    yield OutFile(f"{FOLDER}/embed-client.js", bundle(_STATIC / "frame.js", _STATIC / "embed.js"))
    yield OutFile(f"{FOLDER}/plotly.min.js", plotly_javascript())


def preview_script() -> str:
    """The script of a live preview; it is in no published site."""
    return (_STATIC / "preview.js").read_text(encoding="utf-8")
