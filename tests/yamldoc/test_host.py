"""The configuration of a host means here what it means to the host."""

from __future__ import annotations

import io
import re
import time

import pytest
from mkdocs.utils.yaml import yaml_load

from timeline.yamldoc import YamlError, load_host

READ = {
    "anchor": "a: &x News\nb: *x\nc: [*x, {d: *x}]\n",
    "anchor as a key": "a: &x name\n*x : b\n",
    "merge key": "a: &x {b: one, c: two}\nd:\n  b: own\n  <<: *x\n",
    "merge keys": "a: &x {b: one}\nc: &y {b: two, d: three}\ne: {<<: [*x, *y], f: four}\n",
    "merge of a merge": "a: &x {b: one}\nc: &y {<<: *x, d: two}\ne: {<<: *y}\n",
    "quoted key": "a: {'<<': b}\n",
    "variable": "a: !ENV NAME\nb: [!ENV NAME, c]\nc: {d: !ENV 'NAME'}\n",
    "variable that is not set": "a: !ENV NOT\nb: !ENV [NOT]\nc: !ENV [NOT, ALSO_NOT, else]\nd: !ENV [NOT, null]\n",
    "first variable that is set": "a: !ENV [NOT, OTHER, NAME, else]\n",
    "empty variable": "a: !ENV [EMPTY, else]\nb: !ENV [NONE, else]\n",
    "longer values for none": "a: !ENV [NOT, [b, {c: d}]]\n",
    "variable and anchor": "a: &x !ENV [NOT, News]\nb: *x\nc: !ENV [NOT, *x]\n",
    "no variable at all": "a: !ENV []\n",
    "nothing": "a:\nb: ~\nc: null\nd: ''\n",
    "comments with exclamation marks": "a: b  # - !ENV NAME\nc: '- !ENV NAME'\nd: &x x\n",
}


@pytest.fixture
def host(tmp_path, monkeypatch):
    for name, value in {"NAME": "News", "OTHER": "https://news.example/", "EMPTY": "", "NONE": "null"}.items():
        monkeypatch.setenv(name, value)

    def load(text: str):
        path = tmp_path / "mkdocs.yml"
        path.write_text(text, encoding="utf-8")
        return load_host(path)

    return load


@pytest.mark.parametrize("name", READ)
def test_a_configuration_is_read_as_mkdocs_reads_it(host, name):
    assert host(READ[name]) == _without_none(yaml_load(io.StringIO(READ[name])))


def _without_none(value):
    if isinstance(value, dict):
        return {name: _without_none(inner) for name, inner in value.items()}
    return [_without_none(inner) for inner in value] if isinstance(value, list) else "" if value is None else value


def test_what_other_tags_ask_for_is_not_done(host, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    text = "a: !!python/object/apply:os.system [touch marker]\nb: !!python/name:os.system\nc: !relative $docs_dir\n"
    assert host(text) == {"a": ["touch marker"], "b": "", "c": "$docs_dir"}
    assert not (tmp_path / "marker").exists()


BOMB = "a0: &a0 [x]\n" + "".join(f"a{i + 1}: &a{i + 1} [{', '.join([f'*a{i}'] * 10)}]\n" for i in range(9))
DEEP = "a0: &a0 [x]\n" + "".join(f"a{i + 1}: &a{i + 1} [[[[[[[[*a{i}]]]]]]]]\n" for i in range(500))


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("a: 1\nb: *x\n", 2, "'*x' repeats nothing; write '&x' before what it repeats"),
        ("a: &x [b, *x]\n", 1, "'*x' stands inside of what it repeats"),
        ("a: &x b\nc: {<<: *x}\n", 1, "'<<' merges names and values only"),
        ("a: !ENV {b: c}\n", 1, "!ENV stands before names and values"),
        (BOMB, r"\d+", "aliases repeat too much"),
        (DEEP, r"\d+", "aliases repeat too much"),
        ("a: [\n", 1, "a bracket is not closed"),
    ],
)
def test_what_cannot_be_read_is_refused_at_its_place(host, text, line, says):
    before = time.process_time()
    with pytest.raises(YamlError, match=rf"mkdocs\.yml:{line}:\d+: .*{re.escape(says)}"):
        host(text)
    assert time.process_time() - before < 5
