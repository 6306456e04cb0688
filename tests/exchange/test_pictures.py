"""The pictures of a timeline for whoever reads it elsewhere: a path inside of a site says nothing there."""

from __future__ import annotations

import json

import pytest

from timeline.exchange import export
from timeline.model.event import Event, Image
from timeline.model.timeline import Timeline

PAGE = "https://example.org/history/timelines/suez/"
FULL = "https://example.org/history/img/p.png"


def exported(src: str, format_: str, address: str) -> str:
    """The address of the picture in an exported timeline of one event."""
    event = Event(id="a", title="A", date="1956", image=Image(src=src, alt="A ship"))
    content = export(Timeline(id="suez", events=[event]), format_, address).content
    if format_ == "jsonld":
        return json.loads(content)["itemListElement"][0]["item"]["image"]["url"]
    if format_ == "timelinejs":
        return json.loads(content)["events"][0]["media"]["url"]
    return next(cell for cell in content.splitlines()[-1].split(",") if "p.png" in cell)


@pytest.mark.parametrize("format_", ["jsonld", "timelinejs", "timelinejs-csv"])
@pytest.mark.parametrize(
    ("src", "address", "expected"),
    [
        ("img/p.png", PAGE, FULL),
        ("img/p.png", PAGE.rstrip("/"), FULL),
        ("https://other.example/p.png", PAGE, "https://other.example/p.png"),
        ("img/p.png", "", "img/p.png"),
        # A site that does not know its address gives the path of the page.
        ("img/p.png", "timelines/suez/", "img/p.png"),
    ],
)
def test_a_picture_of_the_site_has_its_full_address_where_that_is_known(format_, src, address, expected):
    assert exported(src, format_, address) == expected


def test_what_is_lost_by_that_is_told():
    event = Event(id="a", title="A", date="1956", image=Image(src="img/p.png", alt="A ship"))
    [loss] = [loss for loss in export(Timeline(events=[event]), "jsonld", PAGE).losses if "image" in str(loss)]
    assert FULL in str(loss)
