"""The plotly.js of a site: the part of it that the client draws with; `make plotly` builds it from npm's packages."""

from __future__ import annotations

from functools import cache
from pathlib import Path

__all__ = ["SHA256", "VERSION", "plotly_files"]

VERSION = "4.1.1"
SHA256 = "5e1cf54b843378e700592c905a145b96e4d1943223f2176ab3b98eebde807854"
_VENDOR = Path(__file__).parent / "vendor"


@cache
def plotly_files() -> dict[str, bytes]:
    """The JavaScript of Plotly for a site, and the licences of what is in it, by the names of the files.

    >>> sorted(plotly_files())
    ['plotly.LICENSE.txt', 'plotly.min.js']
    """
    return {path.name: path.read_bytes() for path in sorted(_VENDOR.iterdir())}
