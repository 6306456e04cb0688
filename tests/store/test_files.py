"""Writing files: wholly or not at all."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from timeline.model.errors import TimelineError
from timeline.store.files import locked, write_atomic

FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from timeline.model.errors import TimelineError
from timeline.store.files import write_atomic
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
try:
    write_atomic(Path(sys.argv[1]), b"x" * 10_000)
except TimelineError as error:
    print(error)
"""


def test_a_disk_that_is_full_leaves_the_old_file(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("title: Old\n")
    done = subprocess.run([sys.executable, "-c", FULL_DISK, path], capture_output=True, text=True, check=True)
    assert done.stdout == f"{path}: cannot be written: File too large\n"
    assert path.read_text() == "title: Old\n"
    assert os.listdir(tmp_path) == ["a.yaml"]  # noqa: PTH208


def test_a_read_only_file_stays_as_it_is(tmp_path):
    path = tmp_path / "a.yaml"
    path.write_text("title: Old\n")
    path.chmod(stat.S_IRUSR)
    with pytest.raises(TimelineError, match="the file is read-only; allow writing"):
        write_atomic(path, b"new")
    assert path.read_text() == "title: Old\n"


def test_the_mode_of_a_file_and_a_link_to_it_stay(tmp_path):
    path, link = tmp_path / "a.yaml", tmp_path / "link.yaml"
    path.write_text("old")
    path.chmod(0o640)
    link.symlink_to(path)
    write_atomic(link, b"new")
    assert link.is_symlink()
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


@pytest.mark.parametrize(("mask", "mode"), [(0o022, 0o644), (0o077, 0o600), (0o002, 0o664)])
def test_a_new_file_may_be_read_by_those_whom_its_writer_lets(tmp_path, mask, mode):
    before = os.umask(mask)
    try:
        write_atomic(tmp_path / "a.yaml", b"new")
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "a.yaml").stat().st_mode) == mode


class Killed(BaseException):
    """What stands for the end of a process."""


@pytest.mark.parametrize("name", ["a.yaml", "a.yml", ".a.extracted.tsv", "a.ics"])
def test_what_a_killed_process_left_goes_with_the_next_one(tmp_path, monkeypatch, name):
    def stop(*_: object, **__: object) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        patch.setattr(Path, "replace", stop)
        patch.setattr(Path, "unlink", stop)
        with pytest.raises(Killed):
            write_atomic(tmp_path / name, b"new")
    assert len(list(tmp_path.iterdir())) == 1
    (tmp_path / ".mine.unfinished").touch()
    with locked(tmp_path):
        assert [path.name for path in tmp_path.iterdir()] == [".mine.unfinished"]


def test_where_a_folder_cannot_be_locked_its_files_are_written_all_the_same(tmp_path, monkeypatch):
    def open_no_folder(path, *more):
        if Path(path).is_dir():
            raise PermissionError(13, "Permission denied", path)
        return opened(path, *more)

    opened = os.open
    monkeypatch.setattr(os, "open", open_no_folder)
    monkeypatch.setattr("timeline.store.files.fcntl", None)
    with locked(tmp_path / "a.yaml"):
        write_atomic(tmp_path / "a.yaml", b"new")
    assert (tmp_path / "a.yaml").read_bytes() == b"new"


@pytest.mark.parametrize(("wanted", "on_disk"), [({}, [3]), ({"durable": False}, [])])
def test_what_cannot_be_made_again_is_on_the_disk_wholly_and_all_else_does_not_wait_for_it(
    tmp_path, monkeypatch, wanted, on_disk
):
    sizes = []
    monkeypatch.setattr(os, "fsync", lambda file: sizes.append(os.fstat(file).st_size))
    write_atomic(tmp_path / "a", b"new", **wanted)
    assert (tmp_path / "a").read_bytes() == b"new"
    assert sizes == on_disk
