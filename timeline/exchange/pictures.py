"""The addresses of pictures, for whoever reads a timeline away from its site."""

from __future__ import annotations

from urllib.parse import urljoin

from timeline.model.event import Image

__all__ = ["address_of"]

_TOP = "../../"  # of the site, from the page of a timeline


def address_of(image: Image, page: str) -> str:
    """The address of a picture: the full one of a file of the site, if it is known where the site stands.

    Args:
        image: The picture.
        page: The address of the timeline's page, "" if it has none.

    >>> image = Image(src="img/a.png", alt="A")
    >>> address_of(image, "https://example.org/timelines/suez/"), address_of(image, "")
    ('https://example.org/img/a.png', 'img/a.png')
    """
    if "://" in image.src or "://" not in page:
        return image.src
    return urljoin(f"{page.rstrip('/')}/", f"{_TOP}{image.src}")
