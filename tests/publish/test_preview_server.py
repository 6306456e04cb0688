"""The server of a preview: pages and files of ours, what has changed, and the host for everything else."""

from __future__ import annotations

import json
from wsgiref.util import setup_testing_defaults

import pytest

from timeline.publish.preview import Preview
from timeline.publish.preview_server import returns, with_preview
from timeline.publish.settings import Settings


@pytest.fixture
def get(tmp_path):
    (tmp_path / "race.yaml").write_text("- {id: a, date: 1957, title: Sputnik}\n", encoding="utf-8")
    preview = Preview()
    preview.read(Settings(events=tmp_path))
    for page in preview.pages():
        preview.keep(f"{page.folder}/index.html", page.source, page.html)
    preview.keep("index.html", "index.md", "Home")

    def host(environ, start_response):
        start_response("200 OK", [("Content-Type", "text/plain")])
        return [b"the host's ", environ["PATH_INFO"].encode()]

    server = with_preview(host, preview, "/news/")

    def ask(path, query=""):
        environ = {"PATH_INFO": path, "QUERY_STRING": query}
        setup_testing_defaults(environ)
        said = []
        body = b"".join(server(environ, lambda *args: said.extend(args))).decode()
        return said[0], dict(said[1]), body

    ask.version = preview.version
    return ask


def test_a_page(get):
    status, headers, body = get("/news/timelines/race/")
    assert (status, headers["Content-Type"]) == ("200 OK", "text/html; charset=utf-8")
    assert "Sputnik" in body
    assert get("/news/")[2] == "Home"


def test_a_file(get):
    _, headers, body = get("/news/timelines/race/chart.json")
    assert (headers["Content-Type"], headers["Cache-Control"]) == ("application/json", "no-store")
    assert json.loads(body)["events"]["title"] == ["Sputnik"]


def test_a_folder_without_its_slash(get):
    assert get("/news/timelines/race")[:2] == ("302 Found", {"Location": "/news/timelines/race/"})


def test_changes_are_told_to_a_page(get):
    _, _, body = get("/news/assets/timeline/changes.json", "page=timelines%2Frace%2F&version=old")
    assert json.loads(body) == {"version": get.version, "reload": True}


@pytest.mark.parametrize("path", ["/news/assets/theme.css", "/livereload/1/2", "/elsewhere/timelines/race/"])
def test_the_rest_is_the_hosts(get, path):
    assert get(path)[2] == f"the host's {path}"


def test_a_folder_that_was_away_is_told_once_when_it_is_there_again(tmp_path):
    folder = tmp_path / "events"
    folder.mkdir()

    def looks():
        yield "it is there"
        folder.rmdir()
        yield from ("it is gone", "it is gone")
        folder.mkdir()
        yield "it is back"
        yield "it is there"

    seen = looks()
    for _ in returns(folder, seen):
        assert folder.is_dir()
        assert next(seen) == "it is there"
        break
    else:
        pytest.fail("it came back")
    assert list(returns(tmp_path / "never", range(3))) == []
