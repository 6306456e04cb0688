"""`build` and `serve` as a person uses them."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.model.errors import TimelineError
from timeline.publish import Report

TALKS = "title: Talks\nevents:\n  - {id: treaty, date: 2025-02-12, title: Treaty signed in Geneva}\n"


def test_build_writes_complete_pages_without_a_host(run):
    Path("events").mkdir()
    Path("events/talks.yaml").write_text(TALKS)
    Path("docs").mkdir()
    Path("docs/index.md").write_text("# Home\n")
    done = run("build", "out", "--host", "none")
    assert done.code == 0, done.err
    assert done.out.endswith("pages in out\n")
    assert "Treaty signed in Geneva" in Path("out/timelines/talks/index.html").read_text()


def test_build_reports_what_is_wrong_and_builds_the_rest(run):
    Path("events").mkdir()
    Path("events/talks.yaml").write_text(TALKS)
    Path("events/broken.yaml").write_text("title: [\n")
    Path("docs").mkdir()
    done = run("build", "out", "--host", "none")
    assert done.code == 1
    assert "broken.yaml:" in done.err
    assert Path("out/timelines/talks/index.html").is_file()
    assert run("build", "strict", "--host", "none", "--strict").code == 1
    assert not Path("strict").exists()


@pytest.mark.parametrize("config", ["strict: true\n", "strict: !ENV [NOT_SET, true]\n"])
def test_a_build_is_strict_where_the_configuration_says_so(run, config):
    Path("events").mkdir()
    Path("events/broken.yaml").write_text("title: [\n")
    Path("docs").mkdir()
    Path("mkdocs.yml").write_text(config)
    assert run("build", "out", "--host", "none").code == 1
    assert not Path("out").exists()


def test_a_preview_shows_what_is_wrong_and_is_never_strict(run):
    assert "unrecognized arguments: --strict" in run("serve", "--strict").err


def test_what_the_host_has_told_is_not_told_again_and_counts_all_the_same(run, monkeypatch):
    for told in (False, True):
        report = Report(Path("out"), 3, [TimelineError("there is no day")], told=told)
        monkeypatch.setattr("timeline.publish.build", lambda *_, report=report: report)
        done = run("build")
        assert (done.code, "there is no day" in done.err) == (1, not told)


def test_build_reports_a_file_that_lies_too_deep(run):
    Path("events/talks/2025").mkdir(parents=True)
    Path("events/talks/treaty.yaml").write_text("date: 2025-02-12\ntitle: Treaty signed\n")
    Path("events/talks/2025/visit.yaml").write_text("date: 2025-03\ntitle: A visit\n")
    Path("docs").mkdir()
    done = run("build", "out", "--host", "none")
    assert done.code == 1
    assert "events/talks/2025/visit.yaml: lies too deep to be part of a timeline; move it to events/talks" in done.err


def test_build_says_that_the_site_does_not_know_its_address_and_what_to_write(run):
    Path("events").mkdir()
    Path("events/talks.yaml").write_text(TALKS)
    Path("docs").mkdir()
    done = run("build", "out", "--host", "none", "--strict")
    assert done.code == 0
    assert "site_url is not set" in done.err
    assert "write 'site_url: https://…'" in done.err
    Path("mkdocs.yml").write_text("site_url: https://news.example/\n")
    assert run("build", "out", "--host", "none").err == ""


def test_build_tells_what_is_wrong_with_an_article(run):
    Path("events").mkdir()
    Path("docs").mkdir()
    Path("docs/index.md").write_text("# Home\n\n```timeline\nnowhere\n```\n")
    done = run("build", "out", "--host", "none")
    assert done.code == 1
    assert "index.md:3: there is no timeline 'nowhere'" in done.err


def test_who_publishes_is_told_that_there_are_no_events(run):
    for verb in ("serve", "build"):
        done = run(verb)
        assert done.code == 2
        assert "events: there is no such folder" in done.err
        assert "--events" in done.err


def test_build_tells_which_pictures_are_not_there(run):
    for name in ("events", "docs/img", "docs/articles"):
        Path(name).mkdir(parents=True)
    Path("mkdocs.yml").write_text("site_url: https://news.example/\n")
    Path("events/talks.yaml").write_text(TALKS.replace("Geneva}", "Geneva, image: {src: img/no.png, alt: A}}"))
    Path("docs/img/yes.png").touch()
    there = "![](../img/yes.png) ![](../timelines/talks/chart.svg) ![](https://news.example/a.png) ![](/b.png)"
    Path("docs/articles/a.md").write_text(f"# A\n\n{there} ![](../img/yess.png)\n")
    done = run("build", "out", "--host", "none")
    assert done.code == 1
    assert done.err.splitlines() == [
        "timeline: events/talks.yaml:3:81: there is no picture 'img/no.png'; did you mean 'img/yes.png'?",
        "timeline: articles/a.md: there is no picture 'img/yess.png' in 'docs'; did you mean 'img/yes.png'?",
    ]
    assert Path("out/timelines/talks/index.html").is_file()
    assert "img/no.png" in run("build", "out", "--host", "none", "--events", "events/talks.yaml").err
    assert run("build", "strict", "--host", "none", "--strict").code == 1


def test_serve_says_that_an_address_is_taken(run):
    Path("events").mkdir()
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        address = f"127.0.0.1:{taken.getsockname()[1]}"
        done = run("serve", "--address", address)
    assert done.code == 2
    assert f"cannot listen on {address}: Address already in use; choose another with --address" in done.err


@pytest.mark.parametrize(
    ("given", "address"),
    [
        ("8124", "127.0.0.1:8124"),
        (":8124", "127.0.0.1:8124"),
        ("localhost:8124", "localhost:8124"),
        ("0.0.0.0:80", "0.0.0.0:80"),
    ],
)
def test_serve_takes_a_port_alone(run, monkeypatch, given, address):
    served = []
    monkeypatch.setattr("timeline.publish.serve", lambda _options, address: served.append(address))
    assert run("serve", "--address", given).code == 0
    assert served == [address]


@pytest.mark.parametrize("given", ["foo", "localhost", "127.0.0.1:", "127.0.0.1:x", "127.0.0.1:65536", "²", "9" * 5000])
def test_serve_says_what_an_address_is(run, given):
    done = run("serve", "--address", given)
    assert done.code == 2
    assert f"'{given}' names no port; write 8001 or 127.0.0.1:8001" in done.err


def test_serve_ends_quietly_when_it_alone_is_interrupted_and_leaves_nothing_running(tmp_path):
    (tmp_path / "mkdocs.yml").write_text("site_name: News\nplugins: [timeline]\n")
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs/index.md").write_text("# Home\n")
    (tmp_path / "events").mkdir()
    (tmp_path / "events/talks.yaml").write_text(TALKS)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    command = [sys.executable, "-m", "timeline.cli", "serve", "--address", address]
    environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, cwd=tmp_path, env=environment, stderr=subprocess.PIPE, text=True) as process:
        told = next(line for line in process.stderr if "Serving on" in line)
        process.send_signal(signal.SIGINT)
        # The host holds the other end: this waits in vain if it goes on.
        _, after = process.communicate(timeout=20)
    assert address in told
    assert process.returncode == 130
    assert "Traceback" not in after
