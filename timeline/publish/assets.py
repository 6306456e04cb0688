"""The files that every page with a chart uses: the browser client, the styles, plotly."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from timeline.publish.bundle import bundle, joined
from timeline.publish.outfile import OutFile
from timeline.publish.plotlyjs import plotly_files

__all__ = [
    "CHART",
    "CLIENT",
    "FOLDER",
    "FRAME_STYLES",
    "PLAIN_STYLES",
    "PLOTLY",
    "PREVIEW",
    "STYLES",
    "assets",
    "preview_script",
]

FOLDER = "assets/timeline"
CHART = f"{FOLDER}/chart.js"
CLIENT = f"{FOLDER}/client.js"
PLOTLY = f"{FOLDER}/plotly.min.js"
PREVIEW = f"{FOLDER}/preview.js"
STYLES = f"{FOLDER}/timeline.css"
PLAIN_STYLES = f"{FOLDER}/plain.css"
FRAME_STYLES = f"{FOLDER}/embed.css"
_STATIC = Path(__file__).parent / "static"
_COMMENT = re.compile(r"/\*(?:[^*]|\*(?!/))*\*/\n*")
# A page asks for one sheet: each request costs a reader more than what it brings.
_SHEETS = {
    STYLES: ("timeline", "pages", "print"),
    PLAIN_STYLES: ("timeline", "pages", "plain", "print"),
    FRAME_STYLES: ("timeline", "pages", "embed", "print"),
}
_SCRIPTS = ("event-timeline.js", "language.js", "today.js")


def assets() -> Iterator[OutFile]:
    """The client, the styles, an icon and plotly, for the folder ``assets/timeline`` of the site."""
    for path in sorted(_STATIC.iterdir()):
        if path.suffix == ".svg" or path.name in _SCRIPTS:
            yield OutFile(f"{FOLDER}/{path.name}", path.read_bytes())
    yield from (OutFile(sheet, "".join(map(_short, names))) for sheet, names in _SHEETS.items())
    yield OutFile(CLIENT, joined(_STATIC / "client.js"))
    yield OutFile(CHART, joined(_STATIC / "chart.js"))
    yield OutFile(f"{FOLDER}/embed-client.js", bundle(_STATIC / "frame.js", _STATIC / "embed.js"))
    yield from (OutFile(f"{FOLDER}/{name}", data) for name, data in plotly_files().items())


def _short(name: str) -> str:
    """Styles without what only those who write them read: each page waits for them."""
    styles = (_STATIC / f"{name}.css").read_text(encoding="utf-8")
    return re.sub(r" *([{};,])[ \n]*", r"\1", _COMMENT.sub("", styles))


def preview_script() -> str:
    """The script of a live preview; it is in no published site."""
    return joined(_STATIC / "preview.js")
