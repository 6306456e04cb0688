"""A site appears in its folder when all of it is there: whatever goes wrong before, the old one stays as it was."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from pathlib import Path

from timeline.model.errors import TimelineError
from timeline.store.files import locked

__all__ = ["staged"]

_STAGE = ".timeline-build"
_MARK = ".timeline-site"
_MARKED = "Made by `timeline build`: the next build replaces all that is in this folder.\n"
# What is written by no one else. The headers tell a site that its host made when it was run by its own name.
_SIGNS = {_MARK: _MARKED, "_headers": "/embed/*\n  Content-Security-Policy: default-src 'none'; script-src 'self';"}
_NAMED = 3  # of the files that no build made


@contextlib.contextmanager
def staged(out: Path) -> Iterator[Path]:
    """A folder to build into, of which the files take the place of those in `out` when the block ends without an error.

    Files at the top whose names begin with a dot stay, as hosts let them: ``.git`` of a branch that is published.
    Two builds into one folder wait for each other. What a build that was killed has left goes with the next one.

    Raises:
        TimelineError: The folder has files that no build made, or cannot be written.
    """
    new = not out.exists()
    try:
        out.mkdir(parents=True, exist_ok=True)
        _refuse_foreign(out)
        with locked(out), _stage(out) as stage:
            yield stage / "new"
            (stage / "new" / _MARK).write_text(_MARKED, encoding="utf-8")
            _swap(stage, out)
    except TimelineError as error:
        error.path = error.path or str(out)
        raise
    except OSError as error:
        raise TimelineError(f"cannot write the site: {error.strerror or error}", path=error.filename or out) from error
    finally:
        if new:
            _remove_empty(out)


@contextlib.contextmanager
def _stage(out: Path) -> Iterator[Path]:
    stage = out / _STAGE
    shutil.rmtree(stage, ignore_errors=True)
    try:
        for name in ("new", "old"):
            (stage / name).mkdir(parents=True)
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _swap(stage: Path, out: Path) -> None:
    """Nothing is written any more, only renamed, so a full disk cannot stop it half-way; what can puts all back."""
    moved: list[tuple[Path, Path]] = []
    try:
        for source, target in _moves(stage, out):
            moved.append((source, target))
            source.rename(target)
    except BaseException:
        for source, target in reversed(moved):
            with contextlib.suppress(OSError):  # what was not moved is where it was
                target.rename(source)
        raise


def _moves(stage: Path, out: Path) -> Iterator[tuple[Path, Path]]:
    made = {path.name for path in (stage / "new").iterdir()}
    there = {path.name for path in out.iterdir()}
    for name in sorted(made | {path.name for path in _visible(out)}):
        if name in there:
            yield out / name, stage / "old" / name
        if name in made:
            yield stage / "new" / name, out / name


def _refuse_foreign(out: Path) -> None:
    found = [path.name for path in _visible(out)]
    if found and not any(_says(out / name, sign) for name, sign in _SIGNS.items()):
        names = ", ".join([*found[:_NAMED], *(["…"] if found[_NAMED:] else [])])
        hint = "choose an empty folder, or empty this one if nobody needs it: a build replaces all that is there"
        raise TimelineError(f"this folder has files that no build made: {names}", hint=hint, path=out)


def _says(path: Path, sign: str) -> bool:
    return path.is_file() and sign in path.read_text(encoding="utf-8", errors="replace")


def _visible(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _remove_empty(out: Path) -> None:
    with contextlib.suppress(OSError):
        out.rmdir()
