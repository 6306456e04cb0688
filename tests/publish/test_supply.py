"""What a site and the package are made of: nothing is fetched from elsewhere, and what is not ours is pinned."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import sys
from functools import partial
from importlib import metadata
from pathlib import Path

import pytest

from timeline import publish
from timeline.options import Options
from timeline.publish.plotlyjs import SHA256, VERSION, plotly_files

ROOT = Path(__file__).parents[2]
RECIPE = json.loads((ROOT / "tools" / "plotly" / "package-lock.json").read_text("utf-8"))["packages"]
# An address of another host where a browser loads a script, a style, a font or a frame from.
ELSEWHERE = re.compile(
    r"""<(?:script|iframe|img|source|video|audio)\b[^>]*\ssrc=["']?(?:https?:)?//[^"'\s>]*"""
    r"""|<link\b(?=[^>]*rel=["']?(?:stylesheet|preload|modulepreload|preconnect|icon))[^>]*href=["']?(?:https?:)?//[^"'\s>]*"""
    r"""|(?:url\(|@import\s)\s*["']?(?:https?:)?//[^"')\s]*"""
    r"""|\bimport\b[^;"']*["'](?:https?:)?//[^"']*""",
    re.IGNORECASE,
)


def test_plotly_is_what_was_built_from_the_pinned_packages():
    assert hashlib.sha256(plotly_files()["plotly.min.js"]).hexdigest() == SHA256
    assert RECIPE["node_modules/plotly.js"]["version"] == VERSION
    unpinned = [name for name, package in RECIPE.items() if name and not package["integrity"].startswith("sha512-")]
    assert not unpinned


def test_the_modules_of_plotly_are_marked_to_be_read_at_once():
    script = plotly_files()["plotly.min.js"].decode()
    wrapper = re.search(r"Plotly=\(\(\)=>\{var (\w+)=", script)[1]
    assert len(re.findall(rf"={wrapper}\(\((?:\(\w+,\w+\)|\w+)=>", script)) > 100
    assert not re.search(rf"={wrapper}\((?:\(\w+,\w+\)|\w+)=>", script)


def test_the_licences_of_what_is_in_plotly_are_with_it():
    told = plotly_files()["plotly.LICENSE.txt"].decode()
    named = dict(re.findall(r"^(\S+) [\d.]+ \(([^)]+)\)$", told, re.MULTILINE))
    assert {"plotly.js", "@plotly/d3", "d3-format"} <= named.keys()
    assert set(named.values()) <= {"MIT", "BSD-3-Clause", "Zlib"}


LOCK = (ROOT / "requirements.lock").read_text("utf-8")


def pins(text: str) -> set[str]:
    return {line.split()[0].lower().replace("_", "-") for line in text.splitlines() if "==" in line}


def test_the_lock_has_the_versions_that_are_tested_each_with_its_hashes():
    assert pins(LOCK) <= pins((ROOT / "constraints.txt").read_text("utf-8"))
    unhashed = [part for part in re.split(r"\n(?=\w)", LOCK) if "--hash=sha256:" not in part]
    assert not unhashed
    needed = {re.match(r"[\w-]+", name)[0] for name in metadata.requires("event-timelines") if "extra ==" not in name}
    assert needed <= {pin.partition("==")[0] for pin in pins(LOCK)}


def install(lock: Path) -> subprocess.CompletedProcess[str]:
    """What pip says when it is to install a lock without the network; it checks all and installs nothing."""
    wheels = ROOT / "build" / "wheels"
    assert wheels.is_dir(), "run `make wheels` first: it fetches what the lock names"
    offline = ["--no-index", "--find-links", str(wheels), "--require-hashes", "--ignore-installed", "--dry-run"]
    command = [sys.executable, "-m", "pip", "install", "--quiet", *offline, "--requirement", str(lock)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_the_lock_is_installed_without_the_network_and_a_changed_file_is_refused(tmp_path):
    done = install(ROOT / "requirements.lock")
    assert done.returncode == 0, done.stderr
    changed = tmp_path / "changed.lock"
    wrong = partial(re.sub, r"(?<=sha256:)\w+", "0" * 64)
    changed.write_text(re.sub(r"nh3==(?:.*\\\n)+.*", lambda pin: wrong(pin[0]), LOCK), encoding="utf-8")
    refused = install(changed)
    assert refused.returncode != 0
    assert "nh3" in refused.stderr
    assert "0" * 64 in refused.stderr


def loaded_from_elsewhere(folder: Path) -> set[str]:
    kinds = (".html", ".css", ".js", ".svg")
    texts = (path for path in folder.rglob("*") if path.suffix in kinds and path.name != "plotly.min.js")
    return {found for path in texts for found in ELSEWHERE.findall(path.read_text("utf-8"))}


@pytest.mark.parametrize("host", ["mkdocs", "zensical", "none"])
def test_a_built_site_loads_nothing_from_elsewhere(project, host):
    folder = project()
    publish.build(Options.read(folder / "mkdocs.yml", strict=True), folder / "out", host)
    found = {one for one in loaded_from_elsewhere(folder / "out") if "https://news.example/" not in one}
    assert not found


def test_the_package_loads_nothing_from_elsewhere():
    assert not loaded_from_elsewhere(ROOT / "timeline")


@pytest.mark.parametrize(
    "text",
    [
        '<script async src="https://cdn.example/a.js">',
        "<link href='//fonts.example/a.css' rel='stylesheet'>",
        "body { background: url(https://x.example/a.png) }",
        "import { a } from 'https://x.example/a.js'",
    ],
)
def test_an_address_of_another_host_would_be_found(text):
    assert ELSEWHERE.search(text)
