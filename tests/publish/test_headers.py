"""The file `_headers` allows what the pages need, and nothing that a text of an event asks for."""

from __future__ import annotations

import pytest

from timeline.model.event import Event, Image
from timeline.model.timeline import Timeline
from timeline.publish.headers import headers_file
from timeline.publish.site import Site


def site_with(*sources: str) -> Site:
    events = [Event(title="A", date="2025", image=Image(src=src, alt="")) for src in sources]
    return Site((Timeline(id="news", title="News", events=events),))


def test_pictures_are_allowed_from_the_hosts_that_events_name(tmp_path):
    site = site_with(
        "https://a.example/;x,y.png", "HTTPS://A.example/b.png", "http://bücher.example/c.png", "img/d.png"
    )
    assert " img-src 'self' data: http://xn--bcher-kva.example https://a.example; " in headers_file(tmp_path, site)


@pytest.mark.parametrize(
    "host", ["a.example;sandbox;x", "b.example,default-src", "b\N{FULLWIDTH COMMA}x", "x @y", "[a"]
)
def test_no_picture_changes_the_policy(tmp_path, host):
    image = Image.model_construct(src=f"https://{host}/p.png", alt="")
    event = Event(title="A", date="2025").model_copy(update={"image": image})
    site = Site((Timeline(id="news", title="News").model_copy(update={"events": (event,)}),))
    with pytest.raises(ValueError, match="is no name of a host"):
        headers_file(tmp_path, site)
