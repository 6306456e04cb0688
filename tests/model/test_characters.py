"""What a text holds, and what a terminal may show of it."""

from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from timeline.model.characters import FORBIDDEN, json_text, one_line, shown, visible

_ANY = st.text(st.characters(exclude_categories=()), max_size=100)


@given(_ANY)
def test_what_cannot_be_seen_is_gone_for_good(text):
    assert visible(visible(text)) == visible(text)
    assert "\n" not in one_line(text)


@given(_ANY)
def test_nothing_that_is_shown_moves_the_cursor_or_changes_the_direction(text):
    assert len(shown(text)) == len(text)
    assert not FORBIDDEN.search(shown(text))
    assert {unicodedata.category(character) for character in shown(text)}.isdisjoint(("Cc", "Cs", "Zl", "Zp"))
    assert not set(shown(text)) & set("\u061c\u200e\u200f")


def test_what_is_shown_is_what_words_are_made_of():
    assert shown("Ein Zu\u00adsatz, می\u200cخواهم, « 10\u202f% »\n") == "Ein Zu\u00adsatz, می\u200cخواهم, « 10 % » "


@given(_ANY)
def test_json_says_every_text_in_characters_that_a_terminal_may_show(text):
    written = json_text({"text": text})
    assert not FORBIDDEN.search(written)
    assert written.encode()
    # A pair of halves is one character in JSON.
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass")
    assert json.loads(written) == {"text": whole}
