"""The house rules that a program can check: lint, types, layers, and how long files and functions are."""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent
MODULES = sorted((ROOT / "timeline").rglob("*.py"))

CHECKS = {
    "ruff": ["ruff", "check", "--no-cache", "."],
    "format": ["ruff", "format", "--no-cache", "--check", "."],
    "types": ["mypy"],
    "layers": ["lint-imports", "--no-cache"],
}


@pytest.mark.parametrize("name", CHECKS)
def test_the_static_check_finds_nothing(name):
    program, *arguments = CHECKS[name]
    done = subprocess.run([BIN / program, *arguments], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def _function_lengths() -> list[tuple[int, str]]:
    lengths = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                body = node.body[1:] if ast.get_docstring(node) else node.body
                lines = body[-1].end_lineno - body[0].lineno + 1 if body else 0
                lengths.append((lines, f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"))
    return lengths


def test_functions_are_short():
    lengths = sorted(length for length, _ in _function_lengths())
    assert statistics.median(lengths) <= 6
    assert lengths[len(lengths) * 9 // 10] <= 20
    assert not [name for length, name in _function_lengths() if length > 45]


def test_files_are_short():
    files = [*MODULES, *(ROOT / "timeline").rglob("*.js"), *(ROOT / "timeline").rglob("*.css")]
    assert not [path.name for path in files if len(path.read_text(encoding="utf-8").splitlines()) > 400]


def test_everything_public_has_a_docstring_and_is_listed():
    import timeline

    assert sorted(timeline.__all__) == timeline.__all__
    assert not [name for name in timeline.__all__ if not getattr(timeline, name).__doc__]
