"""Texts of others come in without markup that could do anything."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exchange.text import html_of, lost_of_html, text_of_html, text_of_maybe_html
from timeline.model.characters import one_line


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("One<br>two <b>bold</b> <i>it</i>", "One\ntwo **bold** *it*"),
        ('<a href="https://example.org/?a=1&amp;b=2">there</a>', "[there](https://example.org/?a=1&b=2)"),
        ('<a href="javascript:alert(1)">x</a> <a href="//evil">y</a> <a>z</a>', "x y z"),
        ("a<script>alert(1)</script>b<style>p{}</style>c<iframe>d</iframe>", "abc"),
        ('<img src=x onerror="alert(1)">text', "text"),
        ("&lt;script&gt;alert(1)&lt;/script&gt;", "<script>alert(1)</script>"),
        ("<p>unclosed <em>mark", "unclosed *mark"),
        ("</p></p>text</em>", "text*"),
    ],
)
def test_html_becomes_text_with_a_few_marks(html, text):
    assert text_of_html(html) == text


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ("<b>Wichtig</b><br>zwei", "**Wichtig**\nzwei"),
        ("<p>One\nline</p>\n<p>Two</p>", "One line\n\nTwo"),
        ('One\n<a href="https://example.org/">two</a>', "One\n[two](https://example.org/)"),
        ("Questions&nbsp;&amp; answers\nTwo", "Questions & answers\nTwo"),
        ("a <- b, List<String>, <3, AT&T; R&D", "a <- b, List<String>, <3, AT&T; R&D"),
        ("Two\n\n  lines", "Two\n\n  lines"),
    ],
)
def test_a_text_that_may_be_html_is_read_as_what_it_is(said, text):
    assert text_of_maybe_html(said) == text


def test_what_html_shows_and_no_text_can_is_named_once():
    assert lost_of_html("<IMG src=a> <img src=b/><script>x()</script> <!-- <video> --> <b>") == ["img", "script"]


@given(st.text(max_size=200))
def test_html_that_we_make_has_only_our_tags(text):
    from html.parser import HTMLParser

    tags = set()
    reader = HTMLParser()
    reader.handle_starttag = lambda tag, attrs: tags.add((tag, *(name for name, _ in attrs)))
    reader.feed(html_of(text))
    reader.close()
    assert tags <= {("p",), ("br",), ("em",), ("strong",), ("a", "href")}


@given(st.text("ab *\n[]()<>&", max_size=60))
def test_text_comes_back_from_the_html_that_we_make(text):
    tidy = "\n".join(one_line(line) for line in text.split("\n"))
    once = text_of_html(html_of(tidy))
    assert text_of_html(html_of(once)) == once


@pytest.mark.parametrize("piece", ["<", "<a ", "<p>", "&", "[a](", "**", "*a", "<!--", "<a href='https://", "</"])
def test_the_time_grows_with_the_length(piece):
    started = time.process_time()
    text_of_html(piece * 20_000)
    html_of((piece * 20_000)[:5000])
    assert time.process_time() - started < 5
