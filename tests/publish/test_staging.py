"""A build that fails, is killed or meets another one leaves the old site whole, and the next one forgets it."""

from __future__ import annotations

import errno
import itertools
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from timeline import publish
from timeline.model.errors import TimelineError
from timeline.options import Options
from timeline.publish.staging import staged

HOSTS = ("mkdocs", "zensical", "none")


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def files(folder: Path, **content: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in content.items():
        (folder / name.replace("__", ".")).write_text(text)
    return folder


def site(out: Path, **content: str) -> Path:
    with staged(out) as stage:
        files(stage, **content)
    return out


def site_in(out: Path) -> dict[str, bytes]:
    """What there is but for the mark of a build."""
    return {name: data for name, data in contents(out).items() if name != ".timeline-site"}


def test_what_the_last_build_made_goes_and_what_is_hidden_stays(tmp_path):
    out = site(tmp_path / "out", index__html="old", gone__html="old")
    files(out, __git="a branch")
    site(out, index__html="new", new__html="new")
    assert site_in(out) == {"index.html": b"new", "new.html": b"new", ".git": b"a branch"}


# The calls that move a file when one file goes, one stays and one comes, and the mark of the site with them.
@pytest.mark.parametrize("call", range(8))
def test_a_folder_in_which_a_file_cannot_be_moved_keeps_the_old_site(tmp_path, monkeypatch, call):
    out = site(tmp_path / "out", a__html="old", gone__html="old", z__html="old")
    before, calls, rename = contents(out), itertools.count(), Path.rename

    def busy(path: Path, target: Path) -> Path:
        if next(calls) == call:
            raise OSError(errno.EBUSY, os.strerror(errno.EBUSY), str(path))
        return rename(path, target)

    monkeypatch.setattr(Path, "rename", busy)
    with pytest.raises(TimelineError, match="cannot write the site: Device or resource busy"):
        site(out, a__html="new", new__html="new", z__html="new")
    assert contents(out) == before


def fail(out: Path) -> None:
    with staged(out) as stage:
        files(stage, index__html="new")
        raise RuntimeError


def test_a_failure_leaves_the_old_site(tmp_path):
    out = site(tmp_path / "out", index__html="old")
    with pytest.raises(RuntimeError):
        fail(out)
    assert site_in(out) == {"index.html": b"old"}
    with pytest.raises(RuntimeError):
        fail(tmp_path / "a" / "new")
    assert not (tmp_path / "a" / "new").exists()


FOREIGN = {
    "a letter": {"letter__txt": "mine"},
    "a site": {"index__html": "mine", "thesis__txt": "mine"},
    "the headers of a site": {"_headers": "/*\n  X-Frame-Options: DENY\n", "index__html": "mine"},
}


@pytest.mark.parametrize("content", FOREIGN.values(), ids=FOREIGN)
def test_a_folder_with_files_of_somebody_else_is_refused(tmp_path, content):
    out = files(tmp_path / "home", **content)
    before = contents(out)
    with pytest.raises(TimelineError, match="files that no build made: ") as refused, staged(out):
        pytest.fail("it must not begin")
    assert all(name in refused.value.message for name in before)
    assert contents(out) == before


def test_of_many_files_of_somebody_else_the_first_are_named(tmp_path):
    out = files(tmp_path / "home", a="mine", b="mine", c="mine", d="mine")
    with pytest.raises(TimelineError, match=r"no build made: a, b, c, …; choose an empty folder"), staged(out):
        pytest.fail("it must not begin")


@pytest.mark.parametrize("host", HOSTS)
def test_a_site_without_the_mark_is_known_by_its_headers(project, host):
    folder = project()
    out = folder / "out"
    publish.build(Options.read(folder / "mkdocs.yml"), out, host)
    (out / ".timeline-site").unlink()
    assert site_in(site(out, new__html="new")) == {"new.html": b"new"}


def test_a_file_is_no_folder(tmp_path):
    files(tmp_path, out="a file")
    with pytest.raises(TimelineError, match="cannot write"), staged(tmp_path / "out"):
        pytest.fail("it must not begin")


def _build(folder: Path, host: str, out: Path, **options: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "timeline.cli", "build", str(out), "--host", host]
    return subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def _small_files() -> None:
    # Smaller than the script of Plotly: it stands for a disk that is full.
    resource.setrlimit(resource.RLIMIT_FSIZE, (500_000, 500_000))


@pytest.mark.parametrize("host", HOSTS)
def test_a_disk_that_is_full_leaves_the_old_site_and_is_named(project, host):
    folder = project()
    out = folder / "out"
    publish.build(Options.read(folder / "mkdocs.yml"), out, host)
    before = contents(out)
    done = _build(folder, host, out, preexec_fn=_small_files)
    _, said = done.communicate(timeout=120)
    assert done.returncode > 0
    assert str(out) in said.splitlines()[-1]
    assert contents(out) == before


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_a_host_that_is_told_to_end_leaves_the_old_site(project, host):
    folder = project()
    out = folder / "out"
    publish.build(Options.read(folder / "mkdocs.yml"), out, host)
    before = contents(out)
    with (folder / "mkdocs.yml").open("a") as config:
        config.write("hooks: [stop.py]\n")
    files(folder, stop__py="import os, signal\ndef on_post_page(*_, **__):\n    os.kill(os.getpid(), signal.SIGTERM)\n")
    with pytest.raises(TimelineError, match=f"`{host} build` failed"):
        publish.build(Options.read(folder / "mkdocs.yml"), out, host)
    assert contents(out) == before


@pytest.mark.parametrize("share", [0.25, 0.5, 0.75])
def test_a_build_that_is_killed_leaves_the_old_site_and_the_next_one_finishes(project, share):
    folder = project()
    out = folder / "out"
    options = Options.read(folder / "mkdocs.yml")
    publish.build(options, out, "none")
    before = contents(out)
    stopped = _build(
        folder, "none", out, env={**os.environ, "PYTHONPATH": str(_stopper(folder, int(len(before) * share)))}
    )
    assert stopped.stdout.readline() == "so far\n"
    assert contents(out) != before
    stopped.send_signal(signal.SIGKILL)
    stopped.communicate()
    left = contents(out)
    assert {name: left[name] for name in left if not name.startswith(".timeline-build/")} == before
    publish.build(options, out, "none")
    assert contents(out) == before


def _stopper(folder: Path, written: int) -> Path:
    """Python code that stops a build when so many of its files are written, until somebody kills it."""
    code = """\
import signal, timeline.publish.plain as plain
files = plain.site_files
def some(*arguments):
    for number, file in enumerate(files(*arguments)):
        if number == WRITTEN:
            print("so far", flush=True)
            signal.pause()
        yield file
plain.site_files = some
"""
    return files(folder / "stop", sitecustomize__py=code.replace("WRITTEN", str(written)))


@pytest.mark.parametrize("host", ["mkdocs", "none"])
def test_two_builds_at_once_are_both_right(project, host):
    folder = project()
    alone = folder / "alone"
    publish.build(Options.read(folder / "mkdocs.yml"), alone, host)
    both = [_build(folder, host, folder / "out") for _ in range(2)]
    for one in both:
        _, said = one.communicate(timeout=120)
        assert one.returncode == 0, said
    assert contents(folder / "out") == contents(alone)
