"""Whatever a file holds: it is read or refused at its place, in time, and what `fix` changes loses nothing."""

from __future__ import annotations

import re
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.yamldoc.strategies import files
from timeline.check import fix, report, run
from timeline.check.report import FORMATS
from timeline.store import load
from timeline.yamldoc import parse, scalars

_DATES = (
    *("last month", "February last year", "vor drei Tagen", "12 juillet 2025", "el 12 de julio de 2025", "44 BC"),
    *("12 يوليو 2025", "2025年7月12日", "Easter 2025", "since 2014", "the 1990s", "12/7/2025", "31 February 2025"),
    *("never", "2025-13", "the next day", "today"),
)
_NOISE = (
    *(
        ": ",
        "- ",
        "\t",
        "\n",
        "\r",
        " #",
        "'",
        '"',
        "[",
        "]",
        "{",
        "|",
        "&a ",
        "*a",
        "!!x ",
        "? ",
        "%",
        "\x00",
        "\u202e",
    ),
    *("\ufeff", "\u2028", "\x85", "\u00a0", "\\", "9" * 400, "---\n", "date: ", "expression: x\n", "id: a\n"),
)


def _written(file, date):
    gaps, events = file
    text = "".join(gap + event for gap, event in zip(gaps, [*events, ""], strict=True))
    return f"published: 2026-02-11\n{text}".replace("three days later", date)


@settings(max_examples=60, deadline=None)
@given(files(), st.sampled_from(_DATES), st.integers(0, 400), st.integers(0, 9), st.sampled_from(_NOISE))
def test_a_damaged_file_is_told_with_its_place_and_what_to_write(file, date, at, cut, noise):
    text = _written(file, date)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.yaml"
        path.write_bytes((text[:at] + noise + text[at + cut :]).encode())
        found = run([path], notes=True)
        assert all(each.hint and each.line for each in found if each.level == "error"), found
        assert all(report(found, name) is not None for name in FORMATS)


def _comments(text):
    return Counter(re.findall(r"^[ ]*#.*|  # (?:why|first|the title)", text, flags=re.MULTILINE))


@settings(max_examples=60, deadline=None)
@given(files(), st.sampled_from(_DATES))
def test_a_fix_is_made_once_and_takes_nothing_away(file, date):
    text = _written(file, date)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.yaml"
        path.write_bytes(text.encode())
        before = run([path])
        fix([path])
        after = path.read_bytes().decode()
        said = {scalar.value.strip() for scalar in scalars(parse(after).root)}
        assert {scalar.value.strip() for scalar in scalars(parse(text).root)} <= said
        assert _comments(text) == _comments(after)
        assert fix([path]) == []
        assert path.read_bytes().decode() == after
        if not any(each.level == "error" for each in before):
            assert load(path).events


_LONG = {
    "spaces": "  " * 50_000,
    "spaces in a text": f"events:\n- date: 2025\n  title: A{' ' * 90_000}B\n",
    "blank lines": " \n" * 50_000,
    "many lanes": f"lanes: [{', '.join(f'lane {number}' for number in range(5000))}]\nevents:\n"
    + "".join(f"- {{date: 2025, title: A, lane: lan {number}}}\n" for number in range(300)),
    "anchors that are alike": "published: 2025\nanchors:\n"
    + "".join(f"  the day {number}: 2024-01-02\n" for number in range(1000))
    + "events:\n"
    + "".join(f"- {{date: 'two days aftr the dax {number}', title: A}}\n" for number in range(20)),
    "dates that are none": "events:\n" + "".join(f"- date: day {number}\n  title: A\n" for number in range(100)),
}


@pytest.mark.parametrize("name", _LONG)
def test_a_long_file_is_read_in_time(tmp_path, name):
    (tmp_path / "a.yaml").write_text(_LONG[name])
    started = time.process_time()
    run([tmp_path / "a.yaml"], notes=True)
    assert time.process_time() - started < 4


# what is written once in a file, and what is repeated in it
REPEATED = {
    "unknown tags": ("tags: [a]\nevents:\n- date: 2024\n  title: A\n  tags:\n", "    - t{}\n"),
    "items that are none": ("events:\n- date: 2024\n  title: A\n  tags:\n", "    - ''\n    - [t{}]\n"),
    "unknown fields": ("events:\n- date: 2024\n  title: A\n", "  titl{}: x\n"),
    "unknown fields of a timeline": ("title: T\n", "titl{}: x\n"),
    "unknown lanes": ("lanes: [a]\nevents:\n", "- {{date: 2024, title: A, lane: b{}}}\n"),
    "anchors": (
        "published: 2025\nevents:\n- {date: two days after the day 1, title: A}\nanchors:\n",
        "  the day {}: 2024-01-02\n",
    ),
    "comments": ("events:\n- {date: 2024, title: A}\n", "# so {}\n"),
}


@pytest.mark.parametrize("name", REPEATED)
def test_the_time_grows_with_the_file_and_no_faster(tmp_path, name):
    once, repeated = REPEATED[name]
    path = tmp_path / "a.yaml"

    def steps(number):
        path.write_text(once + "".join(repeated.format(each) for each in range(number)))
        return _steps(lambda: run([path], notes=True))

    steps(1)  # what is loaded once
    few, more, many = map(steps, (60, 120, 240))
    assert many - more < 3 * (more - few)  # twice as many take twice the steps


def _steps(work):
    """How many steps Python takes."""
    count = 0

    def step(frame, event, _):
        nonlocal count
        count += event == "opcode"
        frame.f_trace_opcodes = True
        return step

    before = sys.gettrace()
    sys.settrace(step)
    try:
        work()
    finally:
        sys.settrace(before)
    return count
