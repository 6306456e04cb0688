"""The programs that the Makefile runs for those who work on the project."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tools.browser import chromium

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("name", ["chromium", "google-chrome"])
def test_the_browser_is_the_one_that_is_named_or_else_that_of_the_machine(name, tmp_path, monkeypatch):
    monkeypatch.delenv("CHROME_PATH", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert chromium() is None
    (tmp_path / name).touch(mode=0o755)
    assert chromium() == str(tmp_path / name)
    monkeypatch.setenv("CHROME_PATH", "/opt/chrome")
    assert chromium() == "/opt/chrome"


def test_who_needs_a_browser_asks_where_it_is():
    files = [path for folder in ("tests", "tools", "benchmarks") for path in (ROOT / folder).rglob("*.py")]
    launching = [
        path for path in files if ".chromium.launch(" in path.read_text("utf-8") and path.name != "test_tools.py"
    ]
    assert [path.name for path in launching if "executable_path=chromium()" not in path.read_text("utf-8")] == []


def test_pictures_are_taken_of_a_site_that_is_built():
    planned = subprocess.run(["make", "--dry-run", "pictures"], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "timeline build\n" in planned.stdout.partition("tools.pictures")[0]


def test_what_a_page_asks_of_other_hosts_is_known_and_reaches_none(tmp_path, serve, visit):
    others = ["https://other.example/a.png", "http://192.0.2.1/b.png"]
    (tmp_path / "index.html").write_text("<title>A</title>" + "".join(f"<img src={other}>" for other in others))
    seen = visit()
    seen.page.goto(serve(tmp_path), wait_until="load")
    assert seen.outside == others
    assert [error.partition("net::")[2] for error in seen.errors if "net::" in error] == ["ERR_NAME_NOT_RESOLVED"] * 2
