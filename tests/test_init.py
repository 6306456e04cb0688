"""The public names are what they are said to be, whatever was imported before."""

from __future__ import annotations

from importlib import import_module
from types import ModuleType

import pytest

import timeline


@pytest.mark.parametrize("name", timeline.__all__)
def test_a_public_name_is_never_the_module_of_that_name(name):
    import_module("timeline.figure")
    import_module("timeline.extract")
    assert not isinstance(getattr(timeline, name), ModuleType)
    assert getattr(timeline, name).__name__ == name


def test_modules_of_that_name_can_still_be_imported():
    from timeline.figure import chart

    assert isinstance(chart, ModuleType)


def test_other_names_are_unknown():
    with pytest.raises(AttributeError, match="has no attribute 'nothing'"):
        timeline.nothing  # noqa: B018
