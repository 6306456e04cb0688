"""The plotly.js of a site: the small `basic` distribution from npm, checked by its hash, else the full one."""

from __future__ import annotations

import hashlib
import logging
import os
import shutil
import subprocess
import tarfile
import tempfile
from functools import cache
from importlib.resources import files
from pathlib import Path

__all__ = ["PACKAGE", "VERSION", "plotly_javascript"]

PACKAGE = "plotly.js-basic-dist-min"
VERSION = "4.1.1"
SHA256 = "99784e3abfb07b142a15e521a439e6d9addceadb3f79553fd24c72774f0649ba"
_MEMBER = "package/plotly-basic.min.js"
_MOST_SECONDS = 120

_log = logging.getLogger("mkdocs.plugins.timeline")


@cache
def plotly_javascript() -> bytes:
    """The JavaScript of Plotly for a site, the small distribution where it can be had.

    It is fetched once by npm, checked against the hash of the pinned version, and kept in the user's cache folder
    (``TIMELINE_CACHE``, else ``XDG_CACHE_HOME``). Without npm the full distribution that Python's plotly brings
    serves: it draws the same and weighs almost four times as much; a message says so.
    """
    kept = _cache_folder() / f"{PACKAGE}-{VERSION}.js"
    script = _read(kept) or _fetched(kept)
    if script is None:
        _log.info("%s could not be had from npm: the site gets the full plotly.js, which is larger", PACKAGE)
        script = files("plotly").joinpath("package_data", "plotly.min.js").read_bytes()
    return script


def _cache_folder() -> Path:
    given = os.environ.get("TIMELINE_CACHE")
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(given) if given else Path(base) / "event-timelines"


def _read(path: Path) -> bytes | None:
    script = path.read_bytes() if path.is_file() else b""
    return script if hashlib.sha256(script).hexdigest() == SHA256 else None


def _fetched(kept: Path) -> bytes | None:
    npm = shutil.which("npm")
    if npm is None:
        return None
    with tempfile.TemporaryDirectory() as folder:
        script = _packed(npm, Path(folder))
    if script is None or hashlib.sha256(script).hexdigest() != SHA256:
        return None
    _keep(kept, script)
    return script


def _packed(npm: str, folder: Path) -> bytes | None:
    command = [npm, "pack", "--silent", f"{PACKAGE}@{VERSION}"]
    try:
        subprocess.run(command, cwd=folder, check=True, capture_output=True, timeout=_MOST_SECONDS)  # noqa: S603
        with tarfile.open(next(folder.glob("*.tgz"))) as package:
            member = package.extractfile(_MEMBER)
            return member.read() if member else None
    except (OSError, subprocess.SubprocessError, tarfile.TarError, KeyError, StopIteration) as error:
        _log.debug("npm pack %s: %s", PACKAGE, error)
        return None


def _keep(path: Path, script: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_suffix(f".{os.getpid()}")
    beside.write_bytes(script)
    beside.replace(path)
