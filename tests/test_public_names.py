"""What a module lists in `__all__` is there and wanted elsewhere, and what others take from a module is listed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOR_USERS = ("timeline/__init__.py", "timeline/tagger/operators/")  # of the package, and of the locale files
ASKED_FOR_BY_NAME = {
    "ASKED",
    "CODE",
    "FORMATS",
    "LEVEL",
    "add_verbs",
    "check",
    "extracted",
    "main",
    "makeExtension",
    "parsed",
}


def _trees(*folders: str) -> dict[str, ast.Module]:
    paths = [path for folder in folders for path in sorted((ROOT / folder).rglob("*.py"))]
    return {path.relative_to(ROOT).as_posix(): ast.parse(path.read_text(encoding="utf-8")) for path in paths}


MODULES = _trees("timeline")
FILES = {name.removesuffix("/__init__.py").removesuffix(".py").replace("/", "."): name for name in MODULES}


def _taken(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """The file and the name of all that is taken from elsewhere: `from a import b`, and `b.c` where `b` is a module."""
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names = [(node.module or "", name) for node in imports for name in node.names]
    modules = {name.asname or name.name: FILES.get(f"{module}.{name.name}") for module, name in names}
    yield from ((FILES.get(module), name.name) for module, name in names)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield modules.get(node.value.id), node.attr


TAKEN = {name: set(_taken(tree)) for name, tree in (MODULES | _trees("tests", "tools", "benchmarks")).items()}


def _values(tree: ast.Module) -> dict[str, ast.expr | None]:
    """What a module assigns to names."""
    assigned = [(node, node.targets) for node in tree.body if isinstance(node, ast.Assign)]
    assigned += [(node, [node.target]) for node in tree.body if isinstance(node, ast.AnnAssign)]
    names = [(node, name) for node, targets in assigned for target in targets for name in ast.walk(target)]
    return {name.id: node.value for node, name in names if isinstance(name, ast.Name)}


VALUES = {name: _values(tree) for name, tree in MODULES.items()}
LISTED = {name: set(ast.literal_eval(values.get("__all__", ast.List([])))) for name, values in VALUES.items()}


def test_a_constant_is_listed_or_begins_with_an_underscore():
    made = [(name, what) for name, values in VALUES.items() for what in values]
    assert not [(name, what) for name, what in made if what.isupper() and what[0] != "_" and what not in LISTED[name]]


def test_what_modules_take_from_another_is_listed():
    taken = {(file, what) for name in MODULES for file, what in TAKEN[name] if file and what[:2] != "__"}
    modules = {
        (file, what) for file, what in taken if f"{file.removesuffix('__init__.py')}{what}".replace("/", ".") in FILES
    }
    assert not {(file, what) for file, what in taken - modules if what not in LISTED[file]}


def test_what_is_listed_is_a_type_or_wanted_elsewhere():
    wanted = set().union(*TAKEN.values())
    listed = {
        (name, what) for name in MODULES if not name.startswith(FOR_USERS) for what in LISTED[name] - ASKED_FOR_BY_NAME
    }
    assert not {(name, what) for name, what in listed - wanted if what.isupper() or what[0].islower()}
