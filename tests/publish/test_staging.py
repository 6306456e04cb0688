"""A build that fails, is killed or meets another one leaves the old site whole, and the next one forgets it."""

from __future__ import annotations

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


def test_what_the_last_build_made_goes_and_what_is_hidden_stays(tmp_path):
    out = files(tmp_path / "out", index__html="old", gone__html="old", __git="a branch")
    with staged(out) as stage:
        files(stage, index__html="new", new__html="new")
    assert contents(out) == {"index.html": b"new", "new.html": b"new", ".git": b"a branch"}


def fail(out: Path) -> None:
    with staged(out) as stage:
        files(stage, index__html="new")
        raise RuntimeError


def test_a_failure_leaves_the_old_site(tmp_path):
    out = files(tmp_path / "out", index__html="old")
    with pytest.raises(RuntimeError):
        fail(out)
    assert contents(out) == {"index.html": b"old"}
    with pytest.raises(RuntimeError):
        fail(tmp_path / "a" / "new")
    assert not (tmp_path / "a" / "new").exists()


def test_a_folder_with_other_files_is_refused(tmp_path):
    out = files(tmp_path / "home", letter__txt="mine")
    with pytest.raises(TimelineError, match="files that no build made"), staged(out):
        pytest.fail("it must not begin")
    assert contents(out) == {"letter.txt": b"mine"}


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
