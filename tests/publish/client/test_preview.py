"""`timeline serve` as whoever edits sees it: what is saved comes into the page, which stays where it was."""

from __future__ import annotations

import os
import socket
import subprocess
import sys

import pytest

READY = "document.querySelector('[data-timeline-state=ready]')"
EVENTS = """\
title: The race
lanes: [Orbit, Moon]
events:
  - {id: sputnik, date: 1957-10-04, title: Sputnik 1 beeps, lane: Orbit}
  - {id: gagarin, date: 1961-04-12, title: Gagarin circles the Earth, lane: Orbit}
  - {id: luna, date: 1959-09-14, title: Luna 2 hits the Moon, lane: Moon}
"""
PARTS = "[...document.querySelector('.timeline-chart').children].map(part => part.className)"
CONFIG = "site_name: News\ntheme: {name: material, font: false}\nplugins: [timeline]\nmarkdown_extensions: [timeline]\n"


@pytest.fixture
def preview(tmp_path):
    """A folder that is served, and the address."""
    (tmp_path / "mkdocs.yml").write_text(CONFIG)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n\nFirst words.\n")
    (tmp_path / "events").mkdir()
    (tmp_path / "events/race.yaml").write_text(EVENTS)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "timeline.cli", "serve", "--address", address]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    process = subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True)
    try:
        for line in process.stderr:
            if "Serving on" in line:
                break
        yield tmp_path, f"http://{address}/"
    finally:
        # What it starts ends with it, or this would wait for ever for the last word.
        process.terminate()
        process.communicate(timeout=20)


def test_an_edit_comes_into_the_page_which_keeps_filters_and_zoom(preview, visit):
    folder, address = preview
    visitor = visit()
    visitor.page.goto(f"{address}timelines/race/?lanes=Orbit&at=1955-01-01..1963-01-01")
    visitor.until(READY)
    visitor.page.evaluate("window.same = true")
    parts = visitor.page.evaluate(PARTS)
    (folder / "events/race.yaml").write_text(EVENTS.replace("circles", "flies around").replace("Luna 2", "Luna two"))
    visitor.until("document.getElementById('gagarin').textContent.includes('flies around')")
    visitor.until(READY)
    visitor.until("document.querySelector('.timeline-stage')?.textContent.includes('flies around')")
    visitor.until("document.getElementById('luna').hidden")
    assert visitor.page.evaluate("window.same")
    assert visitor.page.evaluate(PARTS) == parts
    assert "lanes=Orbit&at=1955-01-01..1963-01-01" in visitor.page.url
    assert "Luna" not in visitor.page.locator(".timeline-stage").inner_text()
    # Material asks for a sitemap beside each feed that the head names.
    assert not [error for error in visitor.errors if "404" not in error]


def test_what_is_wrong_stands_in_the_page_with_file_and_line_until_it_is_put_right(preview, visit):
    folder, address = preview
    visitor = visit()
    visitor.page.goto(f"{address}timelines/race/")
    visitor.until(READY)
    (folder / "events/race.yaml").write_text(EVENTS.replace("1961-04-12", "1961-02-30"))
    told = visitor.page.locator(".timeline-preview")
    told.get_by_text("events/race.yaml:5:25").wait_for()
    assert "DAT102" in told.inner_text()
    (folder / "events/race.yaml").write_text(EVENTS.replace("[Orbit", "[Orbit: ["))
    told.locator("li", has_text="events/race.yaml:2:17 error YML002").wait_for()
    (folder / "events/race.yaml").write_text(EVENTS.replace("Sputnik 1", "Sputnik One"))
    visitor.until("document.getElementById('sputnik')?.textContent.includes('Sputnik One')")
    told.locator("li", has_text="YML002").wait_for(state="detached")


def test_an_article_is_loaded_again(preview, visit):
    folder, address = preview
    visitor = visit()
    visitor.page.goto(address)
    (folder / "docs/index.md").write_text("# Home\n\nOther words.\n")
    visitor.page.get_by_text("Other words.").wait_for()


def test_an_address_that_leads_nowhere_shows_the_timeline_as_soon_as_there_is_one(preview, visit):
    folder, address = preview
    visitor = visit()
    visitor.page.goto(f"{address}timelines/moon/")
    assert visitor.page.locator("h1").inner_text().startswith("404")
    (folder / "events/moon.yaml").write_text(EVENTS.replace("The race", "The Moon"))
    visitor.page.locator("h1", has_text="The Moon").wait_for()
