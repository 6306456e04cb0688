"""The reference pages name everything there is: each field, each option, each public name, each verb."""

from __future__ import annotations

import itertools
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import timeline
from timeline.model.event import Event, Image, Source
from timeline.model.timeline import Timeline
from timeline.publish.blocks import BlockOptions
from timeline.tagger.examples import examples
from timeline.tagger.locale import Locale, languages, load_locale
from timeline.tagger.published import read_published
from timeline.tagger.resolve import Resolver
from timeline.yamldoc import load_plain

ROOT = Path(__file__).parent.parent
REFERENCE = ROOT / "site" / "reference"


def _section(page: str, heading: str) -> str:
    text = (REFERENCE / page).read_text(encoding="utf-8")
    found = re.search(rf"^## {re.escape(heading)}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found, f"{page} has no section '{heading}'"
    return found[1]


def _rows(text: str) -> list[str]:
    return re.findall(r"^\| `([^`]+)` \|", text, re.MULTILINE)


@pytest.mark.parametrize(
    ("heading", "model"),
    [("The timeline", Timeline), ("An event", Event), ("A source", Source), ("A picture", Image)],
)
def test_the_yaml_page_lists_the_fields_of_each_model(heading, model):
    fields = [field for field in model.model_fields if not model.model_fields[field].exclude]
    assert sorted(_rows(_section("yaml.md", heading))) == sorted(fields)


def test_the_block_page_lists_the_options_of_the_block():
    options = [field.alias or name for name, field in BlockOptions.model_fields.items()]
    assert _rows((REFERENCE / "timeline-block.md").read_text(encoding="utf-8")) == options


def test_the_python_page_lists_the_public_names():
    headings = re.findall(r"^### `(\w+)", (REFERENCE / "python.md").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(headings) == timeline.__all__


def test_the_pages_that_are_made_from_the_code_are_up_to_date():
    done = subprocess.run(
        [sys.executable, ROOT / "tools" / "reference.py", "--check"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"run `make reference`: {done.stdout}{done.stderr}"


def test_the_page_of_the_dependencies_names_each():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    stated = [*project["dependencies"], *itertools.chain.from_iterable(project["optional-dependencies"].values())]
    names = {re.match(r"[\w-]+", each)[0].lower() for each in stated if not each.startswith("types-")}
    page = (ROOT / "site" / "contributing" / "dependencies.md").read_text(encoding="utf-8").lower()
    assert not {
        name
        for name in names
        if not re.search(rf"\| [^|]*\b{name}\b", page.replace("material for mkdocs", "mkdocs-material"))
    }


def test_the_page_of_the_dependencies_names_each_door():
    tools = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]
    contracts = tools["importlinter"]["contracts"]
    doors = {door.partition(" ")[0] for contract in contracts for door in contract.get("ignore_imports", ())}
    page = (ROOT / "site" / "contributing" / "dependencies.md").read_text(encoding="utf-8")
    assert not {door for door in doors if f"`{door}`" not in page}


def test_the_tree_on_the_architecture_page_is_the_real_one():
    page = (ROOT / "site" / "contributing" / "architecture.md").read_text(encoding="utf-8")
    tree = page.partition("\ntimeline/\n")[2].partition("```")[0]
    shown = {match[1] for match in re.finditer(r"^  (\w+)(?:/|\.py)", tree, re.MULTILINE)}
    assert shown == {path.stem for path in (ROOT / "timeline").iterdir() if path.stem not in ("py", "__pycache__")}


@pytest.mark.parametrize("language", languages())
def test_every_field_of_a_locale_and_of_a_rule_is_on_the_page_of_the_format(language):
    page = (ROOT / "site" / "reference" / "locale.md").read_text(encoding="utf-8")
    fields = set(re.findall(r"`([\w-]+)`", " ".join(re.findall(r"^\| (`[^|]+`) \|", page, re.MULTILINE))))
    data = load_locale(language).data
    assert {*data, *(field for rule in data["rules"] for field in rule)} - fields == set()


@pytest.mark.parametrize("language", languages())
def test_what_a_rule_can_make_is_on_the_page_of_the_format(language):
    page = (ROOT / "site" / "reference" / "locale.md").read_text(encoding="utf-8")
    made = {rule.make for rule in load_locale(language).rules} - {
        "phrase"
    }  # which no file says: it is made of the lexicon
    assert {name for name in made if f"`{name}`" not in page} == set()


def test_the_locale_that_the_guide_writes_holds_its_own_examples():
    guide = (ROOT / "site" / "how-to" / "write-a-locale.md").read_text(encoding="utf-8")
    locale = Locale(load_plain(re.search(r'```yaml title="nl.yaml"\n(.*?)```', guide, re.DOTALL)[1]))
    resolver = Resolver(locale, read_published(locale.published))
    found = {example.text: [each.timex().value for each in resolver.read(example.text)] for example in examples(locale)}
    assert found == {example.text: list(example.expected) for example in examples(locale)}
    assert len(found) == 3
