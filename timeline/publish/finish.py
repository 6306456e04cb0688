"""What can only be made when the host has made its pages."""

from __future__ import annotations

from pathlib import Path

from timeline.publish.headers import headers_file, refused_scripts
from timeline.publish.inline import move_scripts
from timeline.publish.outfile import write_file
from timeline.publish.search import add_events
from timeline.publish.site import Site

__all__ = ["finish"]


def finish(folder: Path, site: Site) -> list[str]:
    """Complete a built site: the headers that fit to its pages, and the search of long lists.

    Returns:
        What whoever builds the site should know.
    """
    for path, content in add_events(folder, site):
        write_file(path, content.encode())
    move_scripts(folder)
    write_file(folder / "_headers", headers_file(folder, site).encode())
    return [hint for hint in (site.hint, refused_scripts(folder, site)) if hint]
