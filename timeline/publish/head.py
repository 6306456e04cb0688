"""What belongs into the head of a page: feeds, previews, data for search engines."""

from __future__ import annotations

__all__ = ["with_head"]


def with_head(html: str, head: str) -> str:
    """A page with more in its head.

    >>> with_head("<head><title>A</title></head>", '<link rel="alternate">')
    '<head><title>A</title><link rel="alternate"></head>'
    """
    return html.replace("</head>", f"{head}</head>", 1) if head else html
