"""The reference pages name everything there is: each field, each option, each public name, each verb."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import timeline
from timeline.model.event import Event, Image, Source
from timeline.model.timeline import Timeline
from timeline.publish.blocks import BlockOptions
from timeline.tagger.operators import OPERATORS

REFERENCE = Path(__file__).parent.parent / "site" / "reference"


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


def test_the_locale_page_describes_every_operator_as_its_docstring_does():
    said = dict(re.findall(r"^\| `([^`]+)` \| (.+) \|$", _section("locale.md", "Operators"), re.MULTILINE))
    assert said == {name: (operator.__doc__ or "").splitlines()[0].strip() for name, operator in OPERATORS.items()}
