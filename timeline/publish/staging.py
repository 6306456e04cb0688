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
# What each build leaves at the top of a site: the folder may be replaced.
_SIGNS = ("_headers", "index.html")


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
    """Nothing is written any more, only renamed, so a full disk cannot stop it half-way."""
    made = {path.name for path in (stage / "new").iterdir()}
    for path in _visible(out):
        if path.name not in made:
            path.rename(stage / "old" / path.name)
    for name in sorted(made):
        if (out / name).exists():
            (out / name).rename(stage / "old" / name)
        (stage / "new" / name).rename(out / name)


def _refuse_foreign(out: Path) -> None:
    if _visible(out) and not any((out / name).is_file() for name in _SIGNS):
        hint = "choose an empty folder: a build replaces what is in it"
        raise TimelineError("this folder has files that no build made", hint=hint, path=out)


def _visible(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _remove_empty(out: Path) -> None:
    with contextlib.suppress(OSError):
        out.rmdir()
