"""The forms of the browser-based editor: made from the models, and tried in the real Sveltia CMS."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft7Validator

from timeline.model.errors import TimelineError
from timeline.model.event import Event, Image, Source
from timeline.publish.cms import cms_config, config_text, event_folders
from timeline.publish.scaffold import new_site
from timeline.store import load

ROOT = Path(__file__).parent.parent.parent
SVELTIA = ROOT / "build" / "npm" / "node_modules" / "@sveltia" / "cms"
HOW_TO = ROOT / "site" / "how-to" / "edit-in-the-browser.md"
FOLDER = Path("events/birth-of-the-web")

# The test backend of Sveltia CMS works on files of the browser's own.
PUT_FILES = """async files => {
    const top = await navigator.storage.getDirectory();
    const repository = await top.getDirectoryHandle("sveltia-cms-test", {create: true});
    for (const [path, text] of Object.entries(files)) {
        const parts = path.split("/"), name = parts.pop();
        let folder = repository;
        for (const part of parts) folder = await folder.getDirectoryHandle(part, {create: true});
        const file = await (await folder.getFileHandle(name, {create: true})).createWritable();
        await file.write(text);
        await file.close();
    }
}"""
GET_FILES = """async path => {
    let folder = await (await navigator.storage.getDirectory()).getDirectoryHandle("sveltia-cms-test");
    for (const part of path.split("/")) folder = await folder.getDirectoryHandle(part);
    const files = {};
    for await (const [name, file] of folder.entries()) files[name] = await (await file.getFile()).text();
    return files;
}"""


@pytest.fixture
def site(tmp_path, monkeypatch) -> Path:
    new_site(tmp_path / "site", "A site")
    monkeypatch.chdir(tmp_path / "site")
    return tmp_path / "site"


@pytest.fixture
def config(site):
    return cms_config(event_folders(Path("events")), "owner/name")


def test_sveltia_accepts_the_configuration(config):
    assert SVELTIA.exists(), "run `make tools` first: it installs Sveltia CMS"
    schema = json.loads((SVELTIA / "schema" / "sveltia-cms.json").read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(config)] == []


def test_the_text_is_the_configuration(config):
    assert yaml.safe_load(config_text(config)) == config


def test_the_forms_have_the_fields_of_the_models(config):
    fields = {field["name"]: field for field in config["collections"][0]["fields"]}
    assert set(fields) == set(Event.model_fields) - {"reasoning"}
    assert {field["name"] for field in fields["sources"]["fields"]} == set(Source.model_fields)
    assert {field["name"] for field in fields["image"]["fields"]} == set(Image.model_fields)
    assert [name for name, field in fields.items() if field["required"]] == ["date", "title"]


def test_only_the_lanes_and_tags_of_the_timeline_can_be_chosen(site):
    head = "title: The Web\nlanes: [At CERN]\ntags: [first]\n"
    (site / FOLDER / "timeline.yml").write_text(head, encoding="utf-8")
    fields = {field["name"]: field for field in cms_config([FOLDER], "owner/name")["collections"][0]["fields"]}
    assert (fields["lane"]["widget"], fields["lane"]["options"]) == ("select", ["At CERN"])
    assert (fields["tags"]["options"], fields["tags"]["multiple"]) == (["first"], True)


@pytest.mark.parametrize(
    "name", ["owner", "owner/", "owner/na me", "https://example.org/owner/name", "owner/name\nx: y"]
)
def test_a_repository_is_an_owner_and_a_name(site, name):
    with pytest.raises(TimelineError, match="owner/name"):
        cms_config([FOLDER], name)


def test_without_a_folder_it_says_to_make_one(site):
    shutil.rmtree(FOLDER)
    with pytest.raises(TimelineError, match=r"no timeline here is a folder.*make a folder"):
        event_folders(Path("events"))


def test_a_head_that_the_form_would_list_is_named(site):
    (site / FOLDER / "timeline.yml").rename(site / FOLDER / "timeline.yaml")
    with pytest.raises(TimelineError, match=r"rename it to timeline\.yml"):
        cms_config([FOLDER], "owner/name")


@pytest.mark.parametrize(
    ("folder", "said"),
    [
        ("events/nowhere", r"^events/nowhere: there is no such folder; "),
        ("events/space-race.yaml", r"^events/space-race\.yaml: is one file.*`timeline split events/space-race\.yaml`"),
        ("../elsewhere", r"^\.\./elsewhere: lies outside of the current folder; .* top of the repository"),
    ],
)
def test_what_is_no_folder_of_the_repository_is_refused_with_what_to_do(site, folder, said):
    (site / "events/space-race.yaml").write_text("events:\n  - {date: 1957, title: A}\n", encoding="utf-8")
    shutil.copytree(site / FOLDER, site.parent / "elsewhere")
    with pytest.raises(TimelineError, match=said):
        cms_config([Path(folder)], "owner/name")


def test_a_folder_is_called_as_from_the_top_of_the_repository_and_is_there_once(site):
    config = cms_config([site / FOLDER, FOLDER, Path("events/../events/birth-of-the-web")], "owner/name")
    assert [each["folder"] for each in config["collections"]] == [FOLDER.as_posix()]


def _admin(folder: Path, config: dict) -> Path:
    """The page of the how-to, with the configuration of a repository that is only in the browser."""
    folder.mkdir()
    page = re.search(r"```html[^\n]*\n(.*?)```", HOW_TO.read_text(encoding="utf-8"), re.DOTALL)
    (folder / "index.html").write_text(page[1], encoding="utf-8")
    (folder / "config.yml").write_text(config_text({**config, "backend": {"name": "test-repo"}}), encoding="utf-8")
    shutil.copy(SVELTIA / "dist" / "sveltia-cms.js", folder)
    return folder


def test_an_event_that_is_added_in_the_form_is_an_event_of_the_timeline(site, config, serve, visit, tmp_path):
    assert SVELTIA.exists(), "run `make tools` first: it installs Sveltia CMS"
    page = visit().page
    page.goto(serve(_admin(tmp_path / "admin", config)))
    page.evaluate(PUT_FILES, {path.as_posix(): path.read_text(encoding="utf-8") for path in FOLDER.iterdir()})
    page.get_by_text("Work with Test Repository").click()
    page.get_by_text("1990-12~ The first web server and browser run").wait_for()
    assert page.get_by_role("row").count() == len(load(FOLDER).events)

    page.goto(f"{page.url.partition('#')[0]}#/collections/birth-of-the-web/new")
    page.locator("[data-key-path=date] input").fill("2025-13")
    page.locator("[data-key-path=title] input").fill("Mosaic is released")
    page.get_by_role("button", name="Save").click()
    page.get_by_text("Write a date such as 2025-02-12").first.wait_for()

    page.locator("[data-key-path=date] input").fill("1993-04-22")
    page.get_by_text("In the world").first.click()
    page.get_by_role("button", name="Save").click()
    page.get_by_text("1993-04-22 Mosaic is released").wait_for()

    before = {event.id for event in load(FOLDER).events}
    for name, text in page.evaluate(GET_FILES, FOLDER.as_posix()).items():
        (site / FOLDER / name).write_text(text, encoding="utf-8")
    added = [event for event in load(FOLDER).events if event.id not in before]
    assert [(str(event.date), event.title, event.lane) for event in added] == [
        ("1993-04-22", "Mosaic is released", "In the world")
    ]
