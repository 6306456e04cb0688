"""The colours can be told from their ground, and the style sheet has the same ones."""

from __future__ import annotations

import re
from importlib.resources import files

import pytest

from timeline.figure.theme import DARK, LIGHT

from ..conftest import contrast

CSS = files("timeline.publish").joinpath("static", "timeline.css").read_text("utf-8")


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_marks_and_texts_have_enough_contrast(theme):
    for ground in (theme.ground, theme.band):
        assert all(contrast(colour, ground) >= 4.5 for colour in (theme.text, theme.quiet, *theme.lanes))


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_the_style_sheet_has_the_same_colours(theme):
    told = set(re.findall(r"--timeline-([\w-]+): (#[0-9a-f]{6});", CSS))
    named = {(name, getattr(theme, name)) for name in ("ground", "band", "grid", "text", "quiet")}
    assert named | {(f"lane-{n}", colour) for n, colour in enumerate(theme.lanes)} <= told
