"""Run the rules over timelines, and put right what can be put right safely."""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain
from pathlib import Path

from timeline.check.catalogue import Rule, all_rules
from timeline.check.diagnostic import Diagnostic, Finding
from timeline.model.date import EdtfDate
from timeline.model.errors import TimelineError
from timeline.model.garbage import no_garbage_collection
from timeline.store.files import write_atomic
from timeline.store.finding import locked_all
from timeline.store.pictures import missing_pictures
from timeline.store.places import Place, misplaced, places_at
from timeline.store.reading import Reading, id_clashes, read_place
from timeline.yamldoc import Document, YamlError
from timeline.yamldoc.editor import Editor

__all__ = ["Fixed", "fix", "run"]

_IGNORE = re.compile(r"#[ \t]*timeline:[ \t]*ignore[ \t]+([A-Z]{3}\d{3}(?:[ \t,]+[A-Z]{3}\d{3})*)", re.IGNORECASE)


def run(
    paths: Iterable[str | Path],
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    notes: bool = False,
    today: EdtfDate | None = None,
    read: Callable[[Place], Reading] = read_place,
    docs: Path | None = None,
    top: Path | None = None,
) -> list[Diagnostic]:
    """Everything that is wrong with timelines, in the order of files and lines.

    Args:
        paths: Files, folders that are one timeline, and folders of timelines.
        select: Codes, names or beginnings of codes (``DAT``) of the rules to run; all that need no network if empty.
        ignore: The same of rules not to run.
        notes: Whether to tell what is only worth knowing, too; what is selected is always told.
        today: The day that counts as today.
        read: What reads a timeline.
        docs: The folder of the pages, where pictures are looked for.
        top: The folder of the timelines of the site, as for `places_at`.

    Raises:
        TimelineError: A path is not there, or a rule is not known.
    """
    rules = _chosen(select, ignore, notes)
    today = today or EdtfDate(date.today().isoformat())
    with no_garbage_collection():
        places = {path: places_at(path, top) for path in map(Path, paths)}
        found = list(_check_places(places, rules, today, read, docs))
    return sorted(dict.fromkeys(found), key=lambda each: (each.path, each.line, each.column, each.code))


def _check_places(
    places: Mapping[Path, Sequence[Place]],
    rules: Sequence[Rule],
    today: EdtfDate,
    read: Callable[[Place], Reading],
    docs: Path | None,
) -> Iterator[Diagnostic]:
    """What is found at some paths: in the timelines at each, between them, and beside them."""
    readings = {place: read(place) for place in dict.fromkeys(chain.from_iterable(places.values()))}
    by_name = {rule.name: rule for rule in rules}
    beside = [problem for path, there in places.items() for problem in misplaced(path, there)]
    for problem in (*beside, *(clash for _, clash in id_clashes(readings.values()))):
        if problem.kind in by_name:
            yield _of_problem(problem, by_name[problem.kind])
    for path, there in places.items():
        # A file may be part of a timeline in a folder: then only what is about the file is told.
        about = "" if path.is_dir() else str(path)
        for place in there:
            for each in _check_reading(readings[place], rules, today, docs):
                if not about or each.path == about:
                    yield each


def _chosen(select: Sequence[str], ignore: Sequence[str], notes: bool) -> list[Rule]:
    rules = all_rules()
    for asked in (*select, *ignore):
        if not any(_matches(rule, [asked]) for rule in rules):
            hint = f"use one of {', '.join(rule.code for rule in rules)}"
            raise TimelineError(f"there is no rule '{asked}'", hint=hint)
    if select:
        chosen = [rule for rule in rules if _matches(rule, select)]
    else:
        chosen = [rule for rule in rules if not rule.asked and (notes or rule.level != "note")]
    return [rule for rule in chosen if not _matches(rule, ignore)]


def _matches(rule: Rule, asked: Sequence[str]) -> bool:
    return any(rule.name == each or rule.code.startswith(each.upper()) for each in asked)


def _check_reading(reading: Reading, rules: Sequence[Rule], today: EdtfDate, docs: Path | None) -> Iterator[Diagnostic]:
    """What the rules find in one timeline that has been read."""
    by_name = {rule.name: rule for rule in rules}
    silenced = {file.path: _ignored_lines(file.document) for file in reading.files if file.document}
    problems = [*reading.problems, *missing_pictures(reading, docs)]
    found = [_of_problem(problem, by_name[problem.kind]) for problem in problems if problem.kind in by_name]
    for rule in rules:
        if rule.check:
            found += [_of_finding(finding, rule) for finding in rule.check(reading, today)]
    for diagnostic in found:
        if diagnostic.code not in silenced.get(diagnostic.path, {}).get(diagnostic.line, ()):
            yield diagnostic


def _ignored_lines(document: Document) -> dict[int, set[str]]:
    """The codes that a comment silences, by line."""
    return {
        document.line_of(match.start()): set(re.findall(r"[A-Z]{3}\d{3}", match[1].upper()))
        for match in _IGNORE.finditer(document.text)
    }


def _of_problem(problem: YamlError, rule: Rule) -> Diagnostic:
    line, column = problem.line or 0, problem.column or 0
    end = problem.end or (line, column)
    path = problem.path or ""
    return Diagnostic(path, line, column, end, rule.code, rule.name, rule.level, problem.message, problem.hint)


def _of_finding(finding: Finding, rule: Rule) -> Diagnostic:
    document = finding.file.document
    assert document is not None
    start, end = document.extent(finding.node)
    line, column = document.place(start)
    return Diagnostic(
        finding.file.path,
        line,
        column,
        document.place(end),
        rule.code,
        rule.name,
        rule.level,
        finding.message,
        finding.hint,
        finding.fix,
    )


@dataclass(frozen=True, slots=True)
class Fixed:
    """What `fix` changed, or would change, in one file.

    Attributes:
        path: The file.
        count: The number of findings that are put right.
        diff: The change as a unified diff.
    """

    path: str
    count: int
    diff: str


def fix(
    paths: Iterable[str | Path],
    *,
    diff: bool = False,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    today: EdtfDate | None = None,
    top: Path | None = None,
) -> list[Fixed]:
    """Put right what can be put right without a person.

    Args:
        paths: As for `run`.
        diff: Only tell what would change.
        select: As for `run`; without it, everything that has a fix, notes included.
        ignore: As for `run`.
        today: The day that counts as today.
        top: As for `run`.

    Raises:
        TimelineError: A path is not there, or a file cannot be written.
    """
    places = [Path(path) for path in paths]
    with locked_all(*places):
        found = run(places, select=select, ignore=ignore, notes=True, today=today, top=top)
        fixable: dict[str, list[Diagnostic]] = {}
        for each in found:
            if each.fix:
                fixable.setdefault(each.path, []).append(each)
        return [_fix_file(path, group, diff) for path, group in fixable.items()]


def _fix_file(path: str, found: list[Diagnostic], diff: bool) -> Fixed:
    from timeline.yamldoc import read

    before = read(path)
    editor = Editor(before)
    for diagnostic in found:
        for place, value in diagnostic.fix.values if diagnostic.fix else ():
            editor.set(place, value)
    after = editor.result()
    if not diff:
        write_atomic(Path(path), after.encode())
    lines = difflib.unified_diff(_lines(before.bom + before.text), _lines(after), path, path, lineterm="")
    return Fixed(path, len(found), "".join(line + "\n" for line in lines))


def _lines(text: str) -> list[str]:
    # As editors count them; for `splitlines` a line ends at U+2028 and others, too.
    return text.replace("\r\n", "\n").removesuffix("\n").split("\n")
