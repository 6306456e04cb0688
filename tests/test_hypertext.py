"""HTML of others as text."""

from __future__ import annotations

import time

import pytest

from timeline.hypertext import lines_of_html, plain_of_html, tags_in, unescaped, with_breaks


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One\nline.</p><p>Two.</p>", "One line.\n\nTwo."),
        ("One<br/>two<BR>\n<br>three", "One\ntwo\n\nthree"),
        ("<li>One<li>two</ul>three", "One\n\ntwo\n\nthree"),
        ("12&nbsp;May &amp;lt; <em>now</em>", "12 May &lt; now"),
        ("a<script>if (a <b) {}</script><!-- <p> -->b<svg/>c", "abc"),
        ("1 < 2, <3, <!> and <a", "1 < 2, <3, <!> and <a"),
        ("a<script>never closed", "a"),
    ],
)
def test_html_gives_its_lines_and_nothing_else(html, text):
    assert lines_of_html(html) == text
    assert plain_of_html(html) == " ".join(text.split())


@pytest.mark.parametrize(
    ("said", "text"),
    [("One\n\ntwo\nlines", "One\n\ntwo\nlines"), ("One\n<i>two</i>", "One\ntwo"), ("<p>One\ntwo", "One two")],
)
def test_lines_count_where_no_element_begins_one(said, text):
    assert lines_of_html(with_breaks(said)) == text


@pytest.mark.parametrize("piece", ["<", "<a ", "<p>", "&", "&#", "<!--", "<a href='", "</", "<script>", "&#1"])
def test_the_time_grows_with_the_length(piece):
    began = time.process_time()
    lines_of_html(with_breaks(piece * 40_000))
    assert sum(1 for _ in tags_in(piece * 40_000)) in (0, 40_000)
    unescaped(piece * 40_000)
    assert time.process_time() - began < 3
