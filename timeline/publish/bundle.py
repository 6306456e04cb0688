"""The modules of the browser client in one file: each request costs a reader more than what it brings.

There is no bundler to install: the client uses few forms of ``import`` and ``export``, and only these are known. Frames
get a plain script, since their sandbox forbids modules to load.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from pathlib import Path

from timeline.model.errors import TimelineError

__all__ = ["bundle", "joined"]

_IMPORT = re.compile(r"^import (?:\{(?P<names>[^}]*)\} from )?'\./(?P<file>[\w-]+\.js)';\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=(?:async )?(?:function\*?|class|const|let) )", re.MULTILINE)
_EXPORTED = re.compile(r"^export (?:async )?(?:function\*?|class|const|let) (?P<rest>[^\n]*)", re.MULTILINE)
# What only those who write the client read: comments on lines of their own, casts of types, and the indentation.
_COMMENT = re.compile(
    r"^[ \t]*(?:/\*\*?(?:[^*]|\*(?!/))*\*/|//[^\n]*)\n|/\*\* @type (?:[^*]|\*(?!/))*\*/ ?|^[ \t]+", re.MULTILINE
)


@lru_cache(maxsize=8)
def bundle(*entries: Path) -> str:
    """One script of modules and all that they import, without comments; each keeps its own names.

    Raises:
        TimelineError: Modules import each other in a circle.
    """
    return f"(() => {{\n'use strict';\n{_bodies(entries)}}})();\n"


@lru_cache(maxsize=8)
def joined(entry: Path) -> str:
    """One module of a module and all that it imports; it exports what that module exports.

    Raises:
        TimelineError: Modules import each other in a circle.
    """
    names = ", ".join(_names(entry.read_text(encoding="utf-8")))
    exported = f"export const {{ {names} }} = modules['{entry.name}'];\n" if names else ""
    return _bodies((entry,)) + exported


def _bodies(entries: Iterable[Path]) -> str:
    ordered: dict[Path, str] = {}
    for entry in entries:
        _add(entry, ordered, ())
    return "const modules = {};\n" + "".join(f"(() => {{\n{body}}})();\n" for body in ordered.values())


def _add(path: Path, ordered: dict[Path, str], above: tuple[Path, ...]) -> None:
    if path in above:
        raise TimelineError(f"{path.name} imports itself by way of {above[-1].name}", path=path)
    if path in ordered:
        return
    source = path.read_text(encoding="utf-8")
    for match in _IMPORT.finditer(source):
        _add(path.parent / match["file"], ordered, (*above, path))
    ordered[path] = _wrapped(path.name, source)


def _wrapped(name: str, source: str) -> str:
    names = ", ".join(_names(source))
    inside = _COMMENT.sub("", _EXPORT.sub("", _IMPORT.sub(_destructured, source))).replace("export {};\n", "")
    return f"{inside.lstrip()}modules['{name}'] = {{ {names} }};\n"


def _destructured(match: re.Match[str]) -> str:
    names = (match["names"] or "").replace(" as ", ": ")
    return f"const {{{names}}} = modules['{match['file']}'];\n" if names else ""


def _names(source: str) -> list[str]:
    """What a module exports: one name a line, or several in `const A = 1, B = 2;`."""
    found: list[str] = []
    for match in _EXPORTED.finditer(source):
        line = match["rest"]
        several = match[0].startswith(("export const", "export let")) and re.findall(r"(?:^|, )(\w+) = ", line)
        found += several or re.findall(r"^\w+", line)
    return found
