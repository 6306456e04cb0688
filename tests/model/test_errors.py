"""An error says where it is, what was found, and what to write instead."""

from __future__ import annotations

import pytest

from timeline.model.errors import DateError, TimelineError

PLACES = [
    ({}, "what; do"),
    ({"path": "a.yaml"}, "a.yaml: what; do"),
    ({"path": "a.yaml", "line": 3}, "a.yaml:3: what; do"),
    ({"path": "a.yaml", "line": 3, "column": 5}, "a.yaml:3:5: what; do"),
]


@pytest.mark.parametrize(("place", "text"), PLACES)
def test_the_text_of_an_error_is_what_editors_can_jump_to(place, text):
    assert str(TimelineError("what", hint="do", **place)) == text


def test_a_date_error_is_a_value_error_too():
    assert issubclass(DateError, ValueError)
