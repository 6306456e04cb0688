"""Every file of a site that is no page: data of the charts, downloads, feeds, pictures."""

from __future__ import annotations

import json
from collections.abc import Iterator

from timeline.figure.chart import chart_data
from timeline.publish.embed import embed_files
from timeline.publish.outfile import OutFile
from timeline.publish.site import Site

__all__ = ["files"]


def files(site: Site) -> Iterator[OutFile]:
    """Every file of the site that is no page and belongs to its timelines."""
    for tl in site.timelines:
        yield OutFile(f"timelines/{tl.id}/chart.json", _json(chart_data(tl)))
        if site.makes("embeds"):
            yield from embed_files(site, tl)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
