"""Finding events by their ids."""

from __future__ import annotations

import pytest

from timeline.model.errors import TimelineError
from timeline.store.finding import find


@pytest.mark.parametrize("name", [chr(0xDCFF), chr(0xD800), "é", ""])
def test_what_can_be_no_id_is_the_id_of_no_event(tmp_path, name):
    (tmp_path / "talks.yaml").write_text("- {id: a, date: 2025, title: A}\n")
    with pytest.raises(TimelineError, match="no event has the id"):
        find(tmp_path, name)
