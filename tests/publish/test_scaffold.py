"""A new site is complete: it checks, builds, and its jobs run as they stand in its files."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import html5lib
import pytest
import yaml
from jsonschema import Draft7Validator

from timeline import check
from timeline.cli import main
from timeline.model.errors import TimelineError
from timeline.publish import scaffold
from timeline.publish.scaffold import new_site, requirement, site_files
from timeline.store import load, load_all

BIN = Path(sys.executable).parent
ROOT = Path(__file__).parents[2]
NAME = 'The "first" site: a test'


def _run(command: str, folder: Path) -> None:
    environment = {**os.environ, "PATH": f"{BIN}:{os.environ['PATH']}", "NO_COLOR": "1"}
    done = subprocess.run(
        ["bash", "-ec", command], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _commands(jobs: str) -> list[str]:
    """What the jobs of a new site run, as their files say it."""
    files = {file.path: yaml.safe_load(file.data) for file in site_files(NAME) if file.path.endswith(".yml")}
    if jobs == "github":
        return [step["run"] for step in files[".github/workflows/site.yml"]["jobs"]["build"]["steps"] if "run" in step]
    if jobs == "pre-commit":
        return [files[".pre-commit-config.yaml"]["repos"][0]["hooks"][0]["entry"]]
    gitlab = files[".gitlab-ci.yml"]
    return [*gitlab["default"]["before_script"], *gitlab[jobs]["script"]]


@pytest.fixture
def site(tmp_path) -> Path:
    new_site(tmp_path / "new-site", NAME)
    return tmp_path / "new-site"


def test_a_new_site_is_searched_as_this_one_is(site):
    ours, new = ((folder / "mkdocs.yml").read_text(encoding="utf-8") for folder in (ROOT, site))
    assert yaml.safe_load(new)["plugins"][0] == yaml.safe_load(ours)["plugins"][0]


def test_a_new_site_has_two_timelines_in_which_there_is_nothing_to_put_right(site):
    timelines, problems = load_all(site / "events")
    assert not problems
    assert [(timeline.id, len(timeline.events)) for timeline in timelines] == [("birth-of-the-web", 7), ("everest", 8)]
    dates = {event.id: str(event.date) for event in timelines[1].events}
    assert (dates["first-ascent"], dates["news-in-london"]) == ("1953-05-29", "1953-06-02")
    assert timelines[1].events[2].expression == "last Friday"
    assert list(check.run([str(site / "events")])) == []


def navigation(built: Path) -> list[str]:
    """What the navigation of a built site names."""
    home = html5lib.parse((built / "index.html").read_text(encoding="utf-8"), namespaceHTMLElements=False)
    entries = home.findall(".//nav[@data-md-level='0']//span[@class='md-ellipsis']")
    return ["".join(entry.itertext()).strip() for entry in entries]


def test_the_jobs_of_github_check_and_build_the_site_as_they_stand(site):
    install, *commands = _commands("github")
    assert shlex.split(install) == ["pip", "install", "-r", "requirements.txt"]
    assert "timeline build --strict" in commands
    for command in commands:
        _run(command, site)
    built = site / "build" / "site"
    assert "The birth of the Web" in (built / "index.html").read_text(encoding="utf-8")
    assert "Hillary" in (built / "timelines" / "everest" / "index.html").read_text(encoding="utf-8")
    assert [name for name in navigation(built) if name in ("Articles", "Timelines")] == ["Articles", "Timelines"]
    missing = (built / "404.html").read_text(encoding="utf-8")
    assert re.findall(r'<li><a href="([^"]*)">', missing) == ["/.", "/timelines/", "/articles/"]
    article = (built / "articles" / "everest-is-climbed" / "index.html").read_text(encoding="utf-8")
    assert 'datetime="1953-05-29"' in article
    assert '<div class="timeline"' in article


def test_the_jobs_of_gitlab_check_and_build_the_site_as_they_stand(site):
    install, *commands = _commands("pages")
    assert shlex.split(install) == ["pip", "install", "-r", "requirements.txt"]
    assert _commands("check") == [install, *commands]
    for command in commands:
        _run(command, site)
    assert (site / "public" / "timelines" / "everest" / "index.html").exists()


def test_the_commit_hook_runs_as_it_stands(site):
    _run(
        yaml.safe_load((site / ".pre-commit-config.yaml").read_text(encoding="utf-8"))["repos"][0]["hooks"][0]["entry"],
        site,
    )


def test_the_commit_hook_is_one_that_pre_commit_accepts(site):
    _run("pre-commit validate-config .pre-commit-config.yaml", site)


@pytest.mark.parametrize(
    ("path", "schema"), [(".github/workflows/site.yml", "github-workflows"), (".gitlab-ci.yml", "gitlab-ci")]
)
def test_the_jobs_are_ones_that_their_hosts_accept(site, path, schema):
    _run(f"check-jsonschema --builtin-schema vendor.{schema} {path}", site)


def test_only_the_job_that_publishes_may_write(site):
    workflow = yaml.safe_load((site / ".github/workflows/site.yml").read_text(encoding="utf-8"))
    assert workflow["permissions"] == {"contents": "read"}
    assert [name for name, job in workflow["jobs"].items() if "permissions" in job] == ["publish"]
    assert "run" not in {key for step in workflow["jobs"]["publish"]["steps"] for key in step}


def test_editors_find_the_schema_and_the_events_are_valid(site):
    settings = json.loads((site / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    [(schema, _)] = settings["yaml.schemas"].items()
    validator = Draft7Validator(json.loads((site / schema).read_text(encoding="utf-8")))
    for path in (site / "events").rglob("*.y*ml"):
        first, _, _ = path.read_text(encoding="utf-8").partition("\n")
        assert (path.parent / first.partition("$schema=")[2]).resolve() == (site / schema).resolve()
        written = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)
        errors = [error.message for error in validator.iter_errors(written) if error.path[-1] != "importance"]
        assert errors == [], path


def test_the_event_of_the_readme_can_be_added_as_it_stands(site):
    item = (site / "README.md").read_text(encoding="utf-8").partition("```yaml\n")[2].partition("```")[0]
    with (site / "events" / "everest.yaml").open("a", encoding="utf-8") as file:
        file.write(f"\n{item}")
    added = load(site / "events" / "everest.yaml").events[-1]
    assert (str(added.date), added.title) == ("1996-05-10", "Eight people die in a storm")


def test_a_folder_with_files_is_refused_and_stays_as_it_is(tmp_path):
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(TimelineError, match=r"no empty folder.*--into"):
        new_site(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_what_is_there_is_never_overwritten(site):
    (site / "mkdocs.yml").write_text("site_name: Mine\n", encoding="utf-8")
    (site / "README.md").unlink()
    assert new_site(site, NAME, into=True) == [site / "README.md"]
    assert (site / "mkdocs.yml").read_text(encoding="utf-8") == "site_name: Mine\n"


def test_a_repository_without_files_counts_as_empty(tmp_path):
    (tmp_path / ".git").mkdir()
    assert tmp_path / "mkdocs.yml" in new_site(tmp_path)


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "site").write_text("", encoding="utf-8")
    with pytest.raises(TimelineError, match="no empty folder"):
        new_site(tmp_path / "site")


def test_a_site_that_cannot_be_written_leaves_nothing_behind(tmp_path, monkeypatch):
    def fill_the_disk(folder, files):
        (folder / "events").mkdir(parents=True)
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(scaffold, "write", fill_the_disk)
    with pytest.raises(TimelineError, match="No space left"):
        new_site(tmp_path / "site")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", [" ", "a\nb", "x" * 101, "a\x1b[31m"])
def test_a_name_is_one_line_that_can_be_read(tmp_path, name):
    with pytest.raises(TimelineError, match="cannot be called"):
        new_site(tmp_path / "site", name)
    assert not (tmp_path / "site").exists()


def test_the_name_is_made_from_the_folder(tmp_path):
    new_site(tmp_path / "our-town")
    assert yaml.safe_load((tmp_path / "our-town" / "mkdocs.yml").read_text(encoding="utf-8"))["site_name"] == "Our town"


class _Installed:
    version = "1.2.3"

    def __init__(self, origin: str | None) -> None:
        self.origin = origin

    def read_text(self, _name: str) -> str | None:
        return self.origin


@pytest.mark.parametrize(
    ("origin", "line"),
    [
        (None, "event-timelines==1.2.3"),
        ('{"url": "file:///a/copy", "dir_info": {}}', "event-timelines==1.2.3"),
        (
            '{"url": "https://example.org/timeline.git", "vcs_info": {"vcs": "git", "commit_id": "abc123"}}',
            "event-timelines @ git+https://example.org/timeline.git@abc123",
        ),
    ],
)
def test_the_site_asks_for_the_version_it_was_begun_with(monkeypatch, origin, line):
    monkeypatch.setattr(scaffold.metadata, "distribution", lambda _name: _Installed(origin))
    assert requirement() == line


def test_packaging_takes_every_template():
    hidden = [path for path in scaffold._TEMPLATES.rglob("*") if path.name.startswith(".")]
    assert hidden == []


def test_the_command_says_what_it_made(tmp_path, capsys):
    assert main(["new", str(tmp_path / "site"), "--name", NAME]) == 0
    assert f"{tmp_path / 'site'}: {len(list(site_files(NAME)))} files written" in capsys.readouterr().out
    assert main(["new", str(tmp_path / "site")]) == 2
    assert "no empty folder" in capsys.readouterr().err


def test_a_new_site_is_as_accessible_as_the_site_of_this_project(site):
    own = ROOT / "site" / "stylesheets" / "accessible.css"
    assert (site / "site" / "stylesheets" / "accessible.css").read_bytes() == own.read_bytes()


def test_where_an_address_leads_nowhere_a_new_site_says_what_this_one_says_but_for_the_pages_that_it_has(site):
    ours, new = ((folder / "overrides" / "404.html").read_text("utf-8").splitlines() for folder in (ROOT, site))
    own = re.compile(r"<li>.*'(?:articles|how-to|reference)/'")
    assert [line for line in ours if not own.search(line)] == [line for line in new if not own.search(line)]
