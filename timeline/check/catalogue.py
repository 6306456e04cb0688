"""The rules: each is one file in `timeline/check/rules`, found by being there."""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from timeline.check import rules
from timeline.check.diagnostic import Finding, Level
from timeline.model.date import EdtfDate
from timeline.store.reading import Reading

__all__ = ["Rule", "all_rules"]

Check = Callable[[Reading, EdtfDate], Iterator[Finding]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule of `timeline check`.

    Attributes:
        code: Its code: ``"DAT102"``.
        name: Its name: ``"impossible-date"``; reading a file reports what is wrong under these names, too.
        level: How much it matters.
        doc: Its page: what it does, why that is bad, an example, what to use instead.
        check: What finds it, None if reading the file does.
        asked: Whether it runs only when it is asked for, because it needs the network.
    """

    code: str
    name: str
    level: Level
    doc: str
    check: Check | None = None
    asked: bool = False

    @property
    def summary(self) -> str:
        """The first line of its page."""
        return self.doc.partition("\n")[0]

    def fence(self, heading: str) -> str:
        """The YAML below a heading of its page: ``Example`` or ``Use instead``."""
        found = re.search(rf"^## {heading}\n(?:(?!^## ).)*?^```yaml\n(.*?)^```", self.doc, re.MULTILINE | re.DOTALL)
        return found[1] if found else ""


@lru_cache(maxsize=1)
def all_rules() -> tuple[Rule, ...]:
    """All rules, in the order of their codes.

    >>> next(rule.code for rule in all_rules() if rule.name == "impossible-date")
    'DAT102'
    """
    found = [_load(module.name) for module in pkgutil.iter_modules(rules.__path__)]
    return tuple(sorted(found, key=lambda rule: rule.code))


def _load(name: str) -> Rule:
    import inspect

    module = import_module(f"{rules.__name__}.{name}")
    return Rule(
        code=module.CODE,
        name=name.replace("_", "-"),
        level=module.LEVEL,
        doc=inspect.cleandoc(module.__doc__ or ""),
        check=getattr(module, "check", None),
        asked=getattr(module, "ASKED", False),
    )
