"""The colours of the chart, light and dark.

Every lane colour has a contrast of at least 3:1 to the ground and to the bands, every text colour of at least 4.5:1
(WCAG 2.2, 1.4.11 and 1.4.3). ``publish/static/timeline.css`` has the same colours for the browser.
"""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["DARK", "FONT", "LIGHT", "Theme"]

FONT = "'Helvetica Neue', Helvetica, Arial, 'Liberation Sans', Roboto, sans-serif"


@dataclass(frozen=True, slots=True)
class Theme:
    """One set of colours.

    Args:
        ground: Behind everything.
        band: Behind every other lane.
        grid: The lines of the axis.
        text: Labels and lane names.
        quiet: The numbers of the axis and the caption.
        lanes: One per lane, again from the first when there are more lanes.
    """

    ground: str
    band: str
    grid: str
    text: str
    quiet: str
    lanes: tuple[str, ...]

    def lane(self, number: int) -> str:
        """The colour of the lane with this number.

        >>> LIGHT.lane(len(LIGHT.lanes) + 1) == LIGHT.lanes[1]
        True
        """
        return self.lanes[number % len(self.lanes)]


LIGHT = Theme(
    ground="#ffffff",
    band="#f5f6f8",
    grid="#dfe2e7",
    text="#1f242d",
    quiet="#5b6472",
    lanes=("#3a63b8", "#b04e14", "#28794a", "#9b2f6b", "#6a4bab", "#15757d", "#846000", "#5a6472"),
)
DARK = Theme(
    ground="#1e2129",
    band="#262a33",
    grid="#3a404c",
    text="#e9ecf1",
    quiet="#a9b1bf",
    lanes=("#8fb2ff", "#f2a172", "#74cf93", "#f196c8", "#bda6f7", "#62cdd3", "#e2bb52", "#b6bfcc"),
)
