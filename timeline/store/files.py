"""Writing files so that a crash, a full disk or another process loses nothing."""

from __future__ import annotations

import contextlib
import os
import stat
from collections.abc import Iterator, Mapping
from itertools import takewhile
from pathlib import Path
from secrets import token_hex

from timeline.model.errors import TimelineError

try:
    import fcntl
except ImportError:  # Windows has no such locks, and opens no folders: there, one process at a time
    fcntl = None  # type: ignore[assignment]

__all__ = ["locked", "made_folder", "write_all", "write_atomic"]

_UNFINISHED = ".timeline-unfinished"


@contextlib.contextmanager
def locked(*paths: Path) -> Iterator[None]:
    """Keep other processes from editing these files, or files beside them, until the block ends.

    Args:
        paths: Files, or folders for the files in them.

    Raises:
        TimelineError: A folder cannot be locked, for it is not there.
    """
    with contextlib.ExitStack() as stack:
        # Always in the same order, so that two processes never wait for each other.
        for folder in sorted({str(path if path.is_dir() else path.parent) for path in map(Path.resolve, paths)}):
            stack.enter_context(_locked_folder(folder))
        yield


@contextlib.contextmanager
def _locked_folder(folder: str) -> Iterator[None]:
    if fcntl is None:
        yield
        return
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError as error:
        raise TimelineError(f"cannot be opened: {error.strerror}", path=folder) from error
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        _clear(Path(folder))
        yield
    finally:
        os.close(handle)


def _clear(folder: Path) -> None:
    """Take away what a process that was killed while it wrote has left: whoever holds the lock is the only writer."""
    for left in folder.glob(f".*{_UNFINISHED}"):
        left.unlink(missing_ok=True)


@contextlib.contextmanager
def made_folder(folder: Path) -> Iterator[None]:
    """Make a folder for what a block writes into it, and those it is in; if the block fails, what was made goes away.

    Args:
        folder: The folder; one that is there stays as it is.

    Raises:
        TimelineError: It cannot be made.
    """
    missing = list(takewhile(lambda each: not each.exists(), (folder, *folder.parents)))
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TimelineError(f"this folder cannot be made: {error.strerror}", path=folder) from error
    try:
        yield
    except BaseException:
        for each in missing:
            with contextlib.suppress(OSError):  # somebody else has written into it
                each.rmdir()
        raise


def write_atomic(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Write a file wholly or not at all: beside it, then renamed into its place.

    Args:
        path: The file.
        data: What it becomes.
        durable: Whether it must be on the disk before that; what can be made again need not wait for it.

    Raises:
        TimelineError: The file is read-only, or cannot be written; the old one is as it was.
    """
    write_all({path: data}, durable=durable)


def write_all(files: Mapping[Path, bytes | None], *, durable: bool = True) -> None:
    """Write files that belong together: none takes its place before all of them are written.

    Args:
        files: What each file becomes, in the order in which they take their places; None takes it away.
        durable: Whether they must be on the disk before that.

    Raises:
        TimelineError: One of them is read-only, or cannot be written. All are as they were, unless one of them could
            not take its place, though it was on the disk: those before it have taken theirs.
    """
    with contextlib.ExitStack() as stack:
        beside = {path: stack.enter_context(_written_beside(path, data, durable)) for path, data in files.items()}
        for path, new in beside.items():
            with _as_timeline_error(path):
                if new:
                    new.replace(path.resolve())
                else:
                    path.unlink()


@contextlib.contextmanager
def _written_beside(path: Path, data: bytes | None, durable: bool) -> Iterator[Path | None]:
    """What a file becomes, on the disk beside it; whatever is still there when the block ends goes away."""
    target, new = path.resolve(), None
    try:
        with _as_timeline_error(path):
            mode = stat.S_IMODE(target.stat().st_mode) if target.exists() else None
            if mode is not None and not mode & stat.S_IWUSR:
                raise TimelineError("the file is read-only", hint=f"allow writing: chmod u+w {path}", path=path)
            if data is not None:
                new = target.with_name(f".{token_hex(8)}{_UNFINISHED}")
                _write(new, data, durable)
                if mode is not None:
                    new.chmod(mode)
        yield new
    finally:
        if new:
            new.unlink(missing_ok=True)


def _write(path: Path, data: bytes, durable: bool) -> None:
    with path.open("xb") as file:
        file.write(data)
        if durable:
            file.flush()
            os.fsync(file.fileno())


@contextlib.contextmanager
def _as_timeline_error(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise TimelineError(f"cannot be written: {error.strerror or error}", path=path) from error
