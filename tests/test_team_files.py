"""The files by which other repositories use this one: a commit hook, a GitHub Action, jobs for GitLab."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from timeline.publish.scaffold import new_site

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
STEPS = {step["name"]: step for step in ACTION["runs"]["steps"] if "name" in step}
JOBS = yaml.safe_load((ROOT / "ci" / "gitlab.yml").read_text(encoding="utf-8"))
PHRASE = "date: last Friday"
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))


def _run(command: str, folder: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", "NO_COLOR": "1", **variables}
    return subprocess.run(
        ["bash", "-ec", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )


@pytest.fixture
def site(tmp_path) -> Path:
    """A new site, in which one date is still a phrase."""
    new_site(tmp_path / "site")
    events = tmp_path / "site" / "events" / "everest.yaml"
    written = events.read_text(encoding="utf-8").replace("date: 1953-05-29\n    expression: last Friday", PHRASE)
    events.write_text(written, encoding="utf-8")
    return tmp_path / "site"


@pytest.mark.parametrize(
    "check",
    [
        "pre-commit validate-manifest .pre-commit-hooks.yaml",
        "check-jsonschema --builtin-schema vendor.github-actions action.yml",
        "check-jsonschema --builtin-schema vendor.gitlab-ci ci/gitlab.yml",
    ],
)
def test_their_hosts_accept_them(check):
    done = _run(check, ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_the_hooks_stop_a_commit_and_then_let_it_pass(site, hook):
    command = " ".join([hook["entry"], *hook["args"]])
    if "--fix" in command:
        before = (site / "events" / "everest.yaml").read_text(encoding="utf-8")
        _run(command, site)
        assert (site / "events" / "everest.yaml").read_text(encoding="utf-8") != before
    else:
        assert _run(command, site).returncode == 1
        _run("timeline check --fix events", site)
    assert _run(command, site).returncode == 0


def test_the_action_points_at_the_line(site):
    check = STEPS["Check"]["run"]
    found = _run(check, site, EVENTS="events", CHECK_OPTIONS="")
    assert found.returncode == 1
    line = (site / "events" / "everest.yaml").read_text(encoding="utf-8").splitlines().index(f"    {PHRASE}") + 1
    assert f"file=events/everest.yaml,line={line}," in found.stdout
    assert _run(check, site, EVENTS="events", CHECK_OPTIONS="--ignore phrase-as-date").returncode == 0


def _with_other_folders(site: Path) -> str:
    """Let the host write elsewhere, and the events stand elsewhere, too: where is returned."""
    settings = site / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("build/site", "www"), encoding="utf-8")
    (site / "events").rename(site / "our data")
    return "our data"


def test_the_action_builds_what_it_checks_into_the_folder_that_it_publishes(site):
    done = _run(STEPS["Build"]["run"], site, EVENTS=_with_other_folders(site))
    assert done.returncode == 0, done.stderr
    assert STEPS["Build"]["env"]["EVENTS"] == STEPS["Check"]["env"]["EVENTS"]
    [folder] = [step["with"]["path"] for step in ACTION["runs"]["steps"] if "path" in step.get("with", {})]
    assert (site / folder / "timelines" / "everest" / "index.html").exists()


def test_no_input_of_the_action_becomes_part_of_a_command(site):
    assert all("${{" not in step.get("run", "") for step in ACTION["runs"]["steps"])
    for name in ("Check", "Build"):
        _run(STEPS[name]["run"], site, EVENTS="events; touch stolen", CHECK_OPTIONS="$(touch stolen)")
    assert not (site / "stolen").exists()


def test_the_jobs_of_gitlab_check_and_build(site):
    told = {"TIMELINE_EVENTS": _with_other_folders(site), "TIMELINE_CHECK_OPTIONS": "--ignore phrase-as-date"}
    for command in JOBS[".timeline"]["script"]:
        done = _run(command, site, **{**JOBS["variables"], **told})
        assert done.returncode == 0, done.stderr
    assert (site / "public" / "timelines" / "everest" / "index.html").exists()
