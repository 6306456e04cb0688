"""What `mkdocs.yml` says is what the host takes it for."""

from __future__ import annotations

import pytest
from mkdocs.utils.yaml import yaml_load

from timeline.model.errors import TimelineError
from timeline.publish.hostfile import HostFile


@pytest.fixture
def written(tmp_path):
    def write(text: str) -> HostFile:
        path = tmp_path / "mkdocs.yml"
        path.write_text(text, encoding="utf-8")
        return HostFile.read(path)

    return write


@pytest.mark.parametrize(
    ("variable", "address"), [(None, "https://example.org/"), ("https://a.example/", "https://a.example/")]
)
def test_a_variable_of_the_environment_is_what_it_is_set_to(written, monkeypatch, variable, address):
    monkeypatch.delenv("SITE_URL", raising=False)
    if variable:
        monkeypatch.setenv("SITE_URL", variable)
    host = written("site_url: !ENV [SITE_URL, 'https://example.org/']\nextra: {a: &a [b], c: *a}\n")
    assert host.plugin["site_url"] == address
    assert host.values["extra"] == {"a": ["b"], "c": ["b"]}


def test_what_cannot_be_read_is_told_with_its_place(written):
    with pytest.raises(TimelineError, match=r"mkdocs\.yml:2:11: "):
        written("site_name: News\nsite_url: *x\n")


def test_what_a_configuration_inherits_is_part_of_it(tmp_path):
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared/all.yml").write_text("site_name: All\ndocs_dir: pages\ntheme: {name: material, language: de}\n")
    (tmp_path / "base.yml").write_text("INHERIT: shared/all.yml\nextra: {a: {b: one, c: two}, d: [one]}\nsite_url: x\n")
    (tmp_path / "mkdocs.yml").write_text(
        "INHERIT: base.yml\nsite_name: News\nextra: {a: {c: own}, d: [two]}\ntheme: {language: fr}\nsite_url:\n"
    )
    host = HostFile.read(tmp_path / "mkdocs.yml")
    with (tmp_path / "mkdocs.yml").open(encoding="utf-8") as file:
        assert host.values == {**yaml_load(file), "site_url": ""}
    assert (host.docs, host.language, host.plugin["site_name"]) == (tmp_path / "pages", "fr", "News")


@pytest.mark.parametrize(
    ("base", "says"),
    [("none.yml", "there is no 'none.yml' to inherit from"), ("mkdocs.yml", "'mkdocs.yml' inherits from itself")],
)
def test_a_configuration_that_has_nothing_to_inherit_from_is_told(written, base, says):
    with pytest.raises(TimelineError, match=rf"mkdocs\.yml: {says}; write"):
        written(f"INHERIT: {base}\n")


def test_what_the_plugin_is_told_counts_before_what_the_host_is_told(written):
    host = written(
        "site_name: News\nsite_url: https://news.example/\nstrict: true\ndocs_dir: pages\ntheme: {language: de}\n"
        "plugins: [search, {timeline: {site_url: 'https://own.example/', docs: own, events: data, language: }}]\n"
    )
    folder = host.path.parent
    told = {"site_name": "News", "site_url": "https://own.example/", "language": "de"}
    assert host.plugin == told | {"docs": folder / "own", "events": folder / "data"}


@pytest.mark.parametrize(
    "stated", ["", "site_url:\n", "site_url: null\n", "site_url: ''\n", "site_url: !ENV NOT_SET\n"]
)
def test_what_is_absent_is_not_stated(written, stated):
    assert "site_url" not in written(stated).plugin
