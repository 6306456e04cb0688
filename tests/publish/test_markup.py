"""Descriptions: a few marks, no HTML, no address that runs or leads where it does not say."""

from __future__ import annotations

import html5lib
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.publish import markup

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[x](javascript:alert(1))",
    "[x](&#106;avascript:alert(1))",
    "[x](//evil.example/)",
    "[x](data:text/html,<script>alert(1)</script>)",
    '[x](https://a.example/"onmouseover=alert(1))',
    "![x](https://evil.example/track.gif)",
    "`<script>`",
    "</p></div><script>",
    "[[[[" * 1000,
    "*_" * 2000,
    "[a](" * 1000,
]


def parsed(html: str):
    return list(html5lib.parseFragment(html, namespaceHTMLElements=False).iter())


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_hostile_gets_through(text):
    assert_harmless(markup.html(text))


@given(st.text(alphabet="<>\"'&;:/()[]*_`\\ aonjs\n", max_size=200))
def test_no_text_becomes_more_than_the_few_marks(text):
    assert_harmless(markup.html(text))


def assert_harmless(html: str) -> None:
    for element in parsed(html)[1:]:
        assert element.tag in {"p", "em", "strong", "code", "a", "br"}
        assert set(element.attrib) <= ({"href", "rel"} if element.tag == "a" else set())
        assert element.get("href", "https://").lower().startswith(("http://", "https://", "mailto:"))


@pytest.mark.parametrize("address", ["www.example.org/a", "docs/index.md", "#a", "/a", "//example.org/", "a b"])
def test_a_link_without_an_address_is_words(address):
    made = markup.html(f"More [*here*](<{address}>) and [there](https://example.org/).")
    assert made.startswith("<p>More <em>here</em> and <a href=")
    assert made.count("</a>") == 1


def test_the_few_marks_work():
    made = markup.html("*a* **b** `c`\n\n[d](https://example.org/?a=1&b=2) [e](mailto:a@example.org)")
    assert made == (
        "<p><em>a</em> <strong>b</strong> <code>c</code></p>\n"
        '<p><a href="https://example.org/?a=1&amp;b=2" rel="noopener nofollow">d</a> '
        '<a href="mailto:a@example.org" rel="noopener nofollow">e</a></p>'
    )
    assert markup.plain("*a* & **b**\n\nc") == "a & b c"
