"""What a module lists in `__all__` is there and wanted elsewhere, and what others take from a module is listed."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

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


def _taken(tree: ast.Module, files: dict[str, str]) -> Iterator[tuple[str | None, str]]:
    """The file and the name of all that is taken from elsewhere: `from a import b`, and `b.c` where `b` is a module."""
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)]
    names = [(node.module or "", name) for node in imports for name in node.names]
    modules = {name.asname or name.name: files.get(f"{module}.{name.name}") for module, name in names}
    yield from ((files.get(module), name.name) for module, name in names)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            yield modules.get(node.value.id), node.attr


def _values(tree: ast.Module) -> dict[str, ast.expr | None]:
    """What a module assigns to names."""
    assigned = [(node, node.targets) for node in tree.body if isinstance(node, ast.Assign)]
    assigned += [(node, [node.target]) for node in tree.body if isinstance(node, ast.AnnAssign)]
    names = [(node, name) for node, targets in assigned for target in targets for name in ast.walk(target)]
    return {name.id: node.value for node, name in names if isinstance(name, ast.Name)}


@dataclass(frozen=True)
class Names:
    """The file of each module, what each file assigns, lists and takes, and what the tests and tools take, too."""

    files: dict[str, str]
    values: dict[str, set[str]]
    listed: dict[str, set[str]]
    taken: dict[str, set[tuple[str | None, str]]]


@pytest.fixture(scope="module")
def names() -> Names:
    modules = _trees("timeline")
    files = {name.removesuffix("/__init__.py").removesuffix(".py").replace("/", "."): name for name in modules}
    values = {name: _values(tree) for name, tree in modules.items()}
    return Names(
        files,
        {name: set(made) for name, made in values.items()},
        {name: set(ast.literal_eval(made.get("__all__", ast.List([])))) for name, made in values.items()},
        {name: set(_taken(tree, files)) for name, tree in (modules | _trees("tests", "tools", "benchmarks")).items()},
    )


def test_a_constant_is_listed_or_begins_with_an_underscore(names):
    made = [(name, what) for name, values in names.values.items() for what in values]
    unlisted = [(name, what) for name, what in made if what not in names.listed[name]]
    assert not [(name, what) for name, what in unlisted if what.isupper() and what[0] != "_"]


def test_what_modules_take_from_another_is_listed(names):
    taken = {(file, what) for name in names.values for file, what in names.taken[name] if file and what[:2] != "__"}
    modules = {
        (file, what)
        for file, what in taken
        if f"{file.removesuffix('__init__.py')}{what}".replace("/", ".") in names.files
    }
    assert not {(file, what) for file, what in taken - modules if what not in names.listed[file]}


def test_what_is_listed_is_a_type_or_wanted_elsewhere(names):
    wanted = set().union(*names.taken.values())
    listed = {
        (name, what)
        for name in names.values
        if not name.startswith(FOR_USERS)
        for what in names.listed[name] - ASKED_FOR_BY_NAME
    }
    assert not {(name, what) for name, what in listed - wanted if what.isupper() or what[0].islower()}
