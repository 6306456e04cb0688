"""The chart as a picture, for where no script is allowed: newsletters, print, previews in social networks."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from markupsafe import Markup

from timeline.figure.static_svg import chart_html, static_svg, svg_height
from timeline.model.timeline import Timeline

__all__ = ["Picture", "drawing"]

_WIDTH = 1200
_NARROW = 390
"""The width of the picture for phones: the wide one would be too small there to be read."""
_HIGHEST = 12_000


def drawing(tl: Timeline, height: int | None = None, among: Sequence[str] = ()) -> Markup:
    """The chart in a page, without JavaScript; names give way to keep to a height, colours are those of all lanes."""
    return Markup(chart_html(tl, height=height, among=among))  # noqa: S704 - chart_html escapes every text


@dataclass(frozen=True)
class Picture:
    """The chart of a timeline as a picture.

    >>> from timeline.model.event import Event
    >>> Picture(Timeline(events=[Event(id="a", title="A", date="2025")])).width
    1200
    """

    timeline: Timeline
    width: int = _WIDTH

    @cached_property
    def svg(self) -> str:
        """The drawing as SVG."""
        return static_svg(self.timeline, width=self.width)

    @property
    def narrow_svg(self) -> str:
        """The drawing for a narrow column as SVG."""
        return static_svg(self.timeline, width=_NARROW)

    @property
    def height(self) -> int:
        """Its height in pixels."""
        return svg_height(self.timeline, width=self.width)

    @property
    def has_png(self) -> bool:
        """Whether there is a PNG: not without the extra `image`, nor where it would be too high to fit into memory."""
        # The renderer ends the whole program when a canvas does not fit.
        return self.height <= _HIGHEST and importlib.util.find_spec("resvg_py") is not None

    def png(self) -> bytes:
        """The drawing as PNG, if it has one."""
        return _png(self.svg)


@lru_cache(maxsize=256)
def _png(svg: str) -> bytes:
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg))
