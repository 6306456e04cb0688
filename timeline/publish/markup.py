"""The few marks that a description may have, as safe HTML. The only module importing markdown_it and nh3."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from html import escape, unescape

import nh3
from markdown_it import MarkdownIt

__all__ = ["html", "plain"]

_LONGEST = 5000
_TAGS = {"p", "em", "strong", "code", "a", "br"}
# Without these there is nothing to parse, as in most texts; parsing is what costs.
_MARKS = re.compile(r"[*_`\[\]\\&<>!]|\n")
_TAG = re.compile(r"<[^<>]*>")
_SCHEMES = {"http", "https", "mailto"}
# A link whose address was refused; there is none inside of another.
_DEAD = re.compile(r'<a rel="[^"]*">(.*?)</a>', re.DOTALL)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("zero", {"html": False, "breaks": False})
    return parser.enable(["emphasis", "link", "backticks", "newline", "escape", "entity"])


@cache
def _cleaner() -> nh3.Cleaner:
    # "deny" refuses "//host", too, which is an address without a scheme.
    return nh3.Cleaner(
        tags=_TAGS,
        attributes={"a": {"href"}},
        url_schemes=_SCHEMES,
        url_relative="deny",
        link_rel="noopener nofollow",
    )


@lru_cache(maxsize=20_000)
def html(text: str) -> str:
    """The HTML of a description: paragraphs, *emphasis*, **strong**, `code` and [links](https://…), nothing else.

    Links lead to http, https and mailto addresses; of a link without any of these its words are left, and everything
    else is shown as it was written.

    >>> html("A *first* <b>step</b>: [that](javascript:alert)")
    '<p>A <em>first</em> &lt;b&gt;step&lt;/b&gt;: [that](javascript:alert)</p>'
    >>> html("[this](https://example.org)")
    '<p><a href="https://example.org" rel="noopener nofollow">this</a></p>'
    >>> html("[this](www.example.org)")
    '<p>this</p>'
    """
    if not _MARKS.search(text):
        return f"<p>{escape(text.strip(), quote=False)}</p>" if text.strip() else ""
    made = _parser().render(text[:_LONGEST])
    return _DEAD.sub(r"\1", _cleaner().clean(made)).strip()


@lru_cache(maxsize=20_000)
def plain(text: str) -> str:
    """A description without its marks, on one line, for where no markup can be.

    >>> plain("A *first* step & more")
    'A first step & more'
    """
    return unescape(" ".join(_TAG.sub("", html(text)).split()))
