"""The page of the site that shows all rules, made from their docstrings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from timeline.check.catalogue import Rule, all_rules

__all__ = ["rules_page"]

_FAMILIES = {
    "YML": "Files",
    "FLD": "Fields",
    "DAT": "Dates",
    "SRC": "Sources",
    "EVT": "Events",
    "TML": "Timelines",
}
_INTRODUCTION = """\
# Check rules

`timeline check` looks for what is listed here. An **error** keeps something from being published as it was meant; a
**warning** asks a person to look; a **note** is only worth knowing and shown with `--notes`. A comment silences a rule
on its line:

```yaml
  - date: 2999-05-01  # timeline: ignore DAT104
    title: The next summit
```

Codes, names and beginnings of codes can be given to `--select` and `--ignore`: `--select DAT --ignore future-date`.
"""


def rules_page() -> str:
    """All rules as one Markdown page: a table, then what each does, why, an example and what to use instead."""
    return "\n".join([_INTRODUCTION, *_table(), "", *(_section(rule) for rule in _with_headings())])


def _table() -> Iterator[str]:
    yield "| code | name | level | finds |"
    yield "| --- | --- | --- | --- |"
    for rule in all_rules():
        yield f"| `{rule.code}` | [{rule.name}](#{rule.name}) | {rule.level} | {rule.summary} |"


def _with_headings() -> Iterator[Rule | str]:
    family = ""
    for rule in all_rules():
        if rule.code[:3] != family:
            family = rule.code[:3]
            yield f"## {_FAMILIES[family]}\n"
        yield rule


def _section(rule: Rule | str) -> str:
    if isinstance(rule, str):
        return rule
    body = rule.doc.partition("\n")[2].strip()
    body = re.sub(r"^## (.+)\n", r"**\1**\n\n", body, flags=re.MULTILINE)
    return f"### `{rule.code}` {rule.name} {{#{rule.name}}}\n\n{rule.summary}\n\n{body}\n"
