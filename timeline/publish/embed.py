"""Charts in pages of other sites: a page for frames, codes to copy, oEmbed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from markupsafe import Markup

from timeline.figure.chart import chart_data
from timeline.model.characters import visible
from timeline.model.timeline import Timeline
from timeline.publish.assets import FOLDER, FRAME_STYLES
from timeline.publish.head import json_script
from timeline.publish.images import Picture, drawing
from timeline.publish.outfile import OutFile
from timeline.publish.site import Site, root_of
from timeline.publish.templating import render
from timeline.publish.words import languages

__all__ = ["codes", "embed_files", "iframe", "oembed"]

_HEIGHT, _WIDTH = 480, 800
# In a window that is no wider, the names of a wide picture could not be read.
_NARROW = 600
# A longer timeline is in its own language only: all of its data stands in each page.
_MOST = 500
_SCRIPT = f"{FOLDER}/event-timeline.js"


def embed_files(site: Site, tl: Timeline) -> Iterator[OutFile]:
    """The pages for frames of a timeline, one in each language, and its description for content management systems."""
    for language, folder in _folders(tl).items():
        yield OutFile(f"{folder}index.html", partial(_page, site, tl, language))
    if site.settings.site_url:
        yield OutFile(f"timelines/{tl.id}/oembed.json", partial(_oembed_text, site, tl))


def _oembed_text(site: Site, tl: Timeline) -> str:
    return json.dumps(oembed(site, tl), ensure_ascii=False, indent=1)


def _folders(tl: Timeline) -> dict[str, str]:
    """Where the pages for frames stand, by language: the timeline's own first, others below it."""
    own = f"embed/{tl.id}/"
    others = [language for language in languages() if language != tl.language] if len(tl.events) <= _MOST else []
    return {tl.language: own} | {language: f"{own}{language}/" for language in others}


def _page(site: Site, tl: Timeline, language: str) -> str:
    folders, spoken = _folders(tl), tl.model_copy(update={"language": language})
    # In a sandbox the page has no origin, so it can ask for nothing: its data is in it.
    return render(
        "embed.html",
        root=root_of(folders[language]),
        tl=spoken,
        written=tl.language,
        folders=folders,
        svg=drawing(spoken),
        data=json_script(chart_data(spoken)),
        address=site.settings.site_url and site.address(f"timelines/{tl.id}/"),
        site_name=site.settings.site_name,
        style=FRAME_STYLES,
    )


def iframe(site: Site, tl: Timeline, query: str = "") -> Markup:
    """The code of a frame, for all of a timeline or for what a query selects.

    Its sandbox never gives it the origin of the site it is on.
    """
    address = site.address(f"embed/{tl.id}/") + (f"?{query}" if query else "")
    return Markup(
        '<iframe src="{}" title="{}" width="100%" height="{}" loading="lazy"'
        ' frameborder="0" style="border:0"'
        ' sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe>'
    ).format(address, visible(tl.title), _HEIGHT)


def codes(site: Site, tl: Timeline) -> dict[str, str]:
    """The codes to copy into other pages, by the names that the words of the pages have for them."""
    page = site.address(f"timelines/{tl.id}/")
    title = visible(tl.title)
    script = Markup('<script async src="{}"></script>').format(site.address(_SCRIPT))
    element = Markup('<event-timeline src="{}"><a href="{}">{}</a></event-timeline>').format(page, page, title)
    picture = site.pictures.get(tl.id)
    return {
        "frame": str(iframe(site, tl)),
        "frame_high": f"{iframe(site, tl)}\n{script}",
        "script": f"{script}\n{element}",
        **({"picture": str(_linked(picture, page, title))} if picture else {}),
        "html": snippet(site, tl),
    }


def _linked(picture: Picture, page: str, title: str) -> Markup:
    """The code of a picture that leads to the page of its timeline."""
    wide = plain = f"{page}chart.svg"
    sources = [Markup('<source media="(max-width: {}px)" srcset="{}">').format(_NARROW, f"{page}chart-narrow.svg")]
    if picture.has_png:
        # Most programs for mail know neither SVG nor <picture>; a browser gets what is sharp at any size.
        sources.append(Markup('<source type="image/svg+xml" srcset="{}">').format(wide))
        plain = f"{page}chart.png"
    # A policy may forbid styles: as wide as the page it is without them, too.
    shown = Markup('<img src="{}" alt="{}" width="100%" style="max-width:1200px;height:auto">').format(plain, title)
    return Markup('<a href="{}"><picture>{}{}</picture></a>').format(page, Markup().join(sources), shown)


def snippet(site: Site, tl: Timeline) -> str:
    """The list of the events as ordinary HTML, with full addresses and no classes, for any page or newsletter."""
    page = site.address(f"timelines/{tl.id}/")
    return render("snippet.html", tl=tl, page=page)


def oembed(site: Site, tl: Timeline) -> dict[str, Any]:
    """The description of a timeline as oEmbed 1.0 has it, type "rich"."""
    described: dict[str, Any] = {
        "version": "1.0",
        "type": "rich",
        "title": visible(tl.title),
        "provider_name": visible(site.settings.site_name),
        "provider_url": site.settings.site_url,
        "html": str(iframe(site, tl)),
        "width": _WIDTH,
        "height": _HEIGHT,
        "cache_age": 86400,
    }
    picture = site.pictures.get(tl.id)
    if picture and picture.has_png:
        address = site.address(f"timelines/{tl.id}/chart.png")
        described |= {"thumbnail_url": address, "thumbnail_width": picture.width, "thumbnail_height": picture.height}
    return described
