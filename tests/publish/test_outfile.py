"""Files of a site: their paths stay inside, they are written whole or not at all."""

from __future__ import annotations

import os

import pytest

from timeline.model.errors import TimelineError
from timeline.publish.outfile import OutFile, write, write_file


@pytest.mark.parametrize("path", ["../a", "a/../../b", "/etc/passwd", "c:/a", "a\\..\\b", ""])
def test_a_path_outside_of_the_site_is_refused(path):
    with pytest.raises(TimelineError, match="no path inside the site"):
        OutFile(path, "x")


def test_what_is_there_already_is_left_alone(tmp_path):
    files = [OutFile("a/b.txt", "text"), OutFile("c.bin", b"\0")]
    assert [path.name for path in write(tmp_path, files)] == ["b.txt", "c.bin"]
    assert write(tmp_path, files) == []
    assert (tmp_path / "a/b.txt").read_text() == "text"


def test_a_failed_write_leaves_the_old_file_and_nothing_else(tmp_path):
    (tmp_path / "a").write_text("a file where a folder should be")
    with pytest.raises(TimelineError, match="cannot"):
        write_file(tmp_path / "a" / "b.txt", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["a"]


def test_a_site_that_can_be_built_again_does_not_wait_for_the_disk(tmp_path, monkeypatch):
    monkeypatch.setattr(os, "fsync", lambda _: pytest.fail("the site waits for the disk"))
    assert write_file(tmp_path / "a", b"new") == tmp_path / "a"
    assert (tmp_path / "a").read_bytes() == b"new"
