"""The few marks that a description may have, as safe HTML. The only module importing markdown_it and nh3."""

from __future__ import annotations

import re
from functools import cache, lru_cache

import nh3
from markdown_it import MarkdownIt

__all__ = ["html", "plain"]

_LONGEST = 5000
_TAGS = {"p", "em", "strong", "code", "a", "br"}
_SCHEMES = {"http", "https", "mailto"}


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "breaks": False})
    return parser.enable(["emphasis", "link", "backticks", "newline", "escape", "entity"])


@lru_cache(maxsize=20_000)
def html(text: str) -> str:
    """The HTML of a description: paragraphs, *emphasis*, **strong**, `code` and [links](https://…), nothing else.

    Links lead to http, https and mailto addresses; everything else is shown as it was written.

    >>> html("A *first* <b>step</b>: [that](javascript:alert)")
    '<p>A <em>first</em> &lt;b&gt;step&lt;/b&gt;: [that](javascript:alert)</p>'
    >>> html("[this](https://example.org)")
    '<p><a href="https://example.org" rel="noopener nofollow">this</a></p>'
    """
    made = _parser().render(text[:_LONGEST])
    return nh3.clean(
        made,
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes=_SCHEMES,
        attribute_filter=_absolute_links,
        link_rel="noopener nofollow",
    ).strip()


def _absolute_links(_tag: str, attribute: str, value: str) -> str | None:
    # nh3 lets "//host" through, which is an address without a scheme.
    return value if attribute != "href" or re.match(r"(?:https?://|mailto:)", value, re.IGNORECASE) else None


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """A description without its marks, on one line, for where no markup can be.

    >>> plain("A *first* step & more")
    'A first step & more'
    """
    import html as entities

    return entities.unescape(" ".join(nh3.clean(html(text), tags=set()).split()))
