"""Sentences of texts that have none."""

from __future__ import annotations

import pytest

from timeline.extract.sentences import sentence_spans


@pytest.mark.parametrize("unit", ["May 5 2020 ", "xx", "they met on 5 May 2020 and "])
def test_a_text_without_end_is_read_in_pieces_and_none_of_it_is_lost(unit):
    text = unit * 3000
    spans = sentence_spans(text)
    assert len(spans) > 1
    assert max(end - start for start, end in spans) <= 3000
    assert "".join(text[start:end] for start, end in spans).replace(" ", "") == text.replace(" ", "")
