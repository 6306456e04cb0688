"""The meanings of time: what a rule's ``make`` can name.

Every operator gets the context and what stands in the places of the pattern, by name; it returns a reading,
an amount or a number, or None where the words mean no time after all ("February 30").
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

__all__ = ["OPERATORS", "Operator"]

Operator = Callable[..., Any]

_MODULES = (
    "absolute",
    "ages",
    "digits",
    "relative",
    "told",
    "clock",
    "dayparts",
    "stretch",
    "parts",
    "lengths",
    "words",
)


def _operators() -> dict[str, Operator]:
    found: dict[str, Operator] = {}
    for name in _MODULES:
        module = import_module(f"{__name__}.{name}")
        found |= {operator: getattr(module, operator) for operator in module.__all__}
    return found


OPERATORS: dict[str, Operator] = _operators()
"""Every operator by its name."""
