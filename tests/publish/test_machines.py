"""Dates for machines are valid HTML, whatever EDTF can say."""

from __future__ import annotations

import re

import pytest

from timeline.model.date import EdtfDate
from timeline.publish.machines import machine_date
from timeline.publish.pages import timeline_page
from timeline.publish.settings import Settings
from timeline.publish.site import Site

from .conftest import event, timeline_of


@pytest.mark.parametrize(
    "date", ["0043", "2025", "2025-12", "2025-02-12", "2025-02-12T15:00Z", "2025-02-12T15:00+01:00"]
)
def test_a_date_that_html_has_is_a_time(date):
    assert machine_date(EdtfDate(date)) == ("time", "datetime")


@pytest.mark.parametrize(
    "date",
    ["-0899%", "0000", "1957-07-01/1958-12-31", "2025-12-01~/2025-12-10~", "2025-21", "199X", "2022-02-24/..", "2025?"],
)
def test_a_date_that_html_does_not_have_is_told_as_data(date):
    assert machine_date(EdtfDate(date)) == ("data", "value")
    tl = timeline_of(event(date=date))
    html = timeline_page(Site((tl,), Settings()), tl).html
    assert f'<data value="{date}">' in html
    assert not re.search(r"<time\b", html)
