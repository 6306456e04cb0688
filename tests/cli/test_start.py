"""The verbs that set things up print what other programs read."""

from __future__ import annotations

import json
from pathlib import Path

import yaml

from timeline.cli import main
from timeline.publish.scaffold import new_site
from timeline.store.schema import event_schema


def test_schema_prints_the_schema(capsys):
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == event_schema()


def test_new_says_where_to_go_and_what_to_call(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["new", "our town"]) == 0
    assert "Go on with `cd 'our town'` and `timeline serve`" in capsys.readouterr().out


def test_cms_config_prints_the_configuration_of_every_folder(tmp_path, monkeypatch, capsys):
    new_site(tmp_path / "site")
    monkeypatch.chdir(tmp_path / "site")
    assert main(["cms-config", "--repository", "owner/name", "--backend", "gitlab", "--branch", "trunk"]) == 0
    config = yaml.safe_load(capsys.readouterr().out)
    assert config["backend"] == {"name": "gitlab", "repo": "owner/name", "branch": "trunk"}
    assert [each["folder"] for each in config["collections"]] == ["events/birth-of-the-web"]
    assert config["media_folder"] == "site/img"
    Path("mkdocs.yml").write_text("site_name: A\ndocs_dir: pages\n", encoding="utf-8")
    assert main(["cms-config", "--repository", "owner/name"]) == 0
    assert yaml.safe_load(capsys.readouterr().out)["media_folder"] == "pages/img"


def test_cms_config_of_a_folder_that_is_not_there_is_an_error(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["cms-config", "--repository", "owner/name"]) == 2
    assert "events: there is no such folder" in capsys.readouterr().err
