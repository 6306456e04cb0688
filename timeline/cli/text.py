"""The verbs that read text: `tag`, `explain`, `extract`."""

from __future__ import annotations

import argparse
import re
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from timeline.cli.common import (
    FINDINGS,
    FINE,
    Verbs,
    add_anchor_options,
    add_format_option,
    add_source_arguments,
    add_verb,
    count_argument,
    message,
    print_json,
    say,
    say_lines,
    timeline_argument,
)
from timeline.model.characters import counted
from timeline.model.encoding import decoded
from timeline.model.errors import DateError, FoundError, TimelineError
from timeline.model.event import Event
from timeline.model.timex import Timex

if TYPE_CHECKING:
    from timeline.extract.read import Reading, Report
    from timeline.model.date import EdtfDate
    from timeline.tagger.explanation import Explanation

__all__ = ["add_verbs"]

_LEFT_OUT = {
    "left out": " that cannot be understood without their article: see --all",
    "left out for their language": ", as titles are made of English only: --all keeps each with its sentence as title",
}

_NO_NAME = re.compile(r"[^\w.-]+")
_LONGEST_NAME = 100
_NAMED = 3

_Tagged = Sequence[tuple["Reading", Sequence[Timex]]]


def add_verbs(verbs: Verbs) -> None:
    """Add these verbs to the command line."""
    for add in (_add_tag, _add_explain, _add_extract):
        add(verbs)


def _read(options: argparse.Namespace, report: Report) -> Iterator[Reading]:
    """The articles that the command line names; what is wrong with them goes into the report."""
    from timeline.extract.read import read_articles

    return read_articles(options.files, report, published=options.published, language=options.language)


def _tell(report: Report) -> int:
    """Say what was not read and what a person should look at; give the exit code."""
    if report.skipped:
        names = [str(path) for path in report.skipped[:_NAMED]]
        rest = len(report.skipped) - len(names)
        message(f"left out, by their names no articles: {', '.join(names)}{f' and {rest} more' if rest else ''}")
    for error in (*report.warnings, *report.refused):
        message(str(error))
    return FINDINGS if report.warnings or report.refused else FINE


def _add_tag(verbs: Verbs) -> None:
    verb = add_verb(
        verbs, "tag", _tag, "Find the time expressions of a text. Prints where each stands and what it means."
    )
    add_source_arguments(verb, "texts")
    add_anchor_options(verb)
    add_format_option(verb, "timeml")
    verb.add_argument(
        "-o", "--output", type=Path, metavar="DIR", help="folder to write TimeML to, a file for each text"
    )


def _tag(options: argparse.Namespace) -> int:
    from timeline.extract.read import Report

    if options.output and options.format != "timeml":
        raise TimelineError("only TimeML is written to a folder", hint="add --format timeml, or leave --output out")
    report = Report()
    tagged = list(_tagged(options, report))
    if options.output:
        _write_timeml(options.output, tagged)
    else:
        {"text": _print_timexes, "json": _print_fields, "timeml": _print_timeml}[options.format](tagged)
    return _tell(report)


def _tagged(options: argparse.Namespace, report: Report) -> Iterator[tuple[Reading, Sequence[Timex]]]:
    """The articles with their expressions; one in a language that has no rules is refused, and the run goes on."""
    from timeline.tagger import tag

    for reading in _read(options, report):
        article = reading.article
        try:
            yield reading, tag(article.text, article.published, article.language)
        except TimelineError as error:
            report.refuse(reading.error(error.message, error.hint), read=True)


def _print_timeml(tagged: _Tagged) -> None:
    if len(tagged) > 1:
        raise TimelineError(
            f"a TimeML document holds one text, and these are {len(tagged)}",
            hint="name a folder to write them to with --output",
        )
    for reading, timexes in tagged:
        print(_timeml(reading, timexes))


def _timeml(reading: Reading, timexes: Sequence[Timex]) -> str:
    from timeline.tagger.timeml import write_timeml

    return write_timeml(reading.article.text, timexes, str(reading.article.published or ""), _name(reading))


def _name(reading: Reading) -> str:
    """The name of the file that a text is from, without its folders."""
    return Path(reading.where).name or reading.where


def _write_timeml(folder: Path, tagged: _Tagged) -> None:
    """Write each text to a file of its own; none is written over, as it may be what a person has marked up."""
    from timeline.store.files import made_folder, write_all

    taken: Counter[str] = Counter()
    files: dict[Path, bytes | None] = {}
    for reading, timexes in tagged:
        base = _NO_NAME.sub("-", _name(reading).removesuffix(".tml"))[:_LONGEST_NAME]
        files[folder / f"{_free(base, taken)}.tml"] = f"{_timeml(reading, timexes)}\n".encode()
    if there := next((path for path in files if path.exists()), None):
        raise TimelineError("the file is there already", hint="name another folder", path=there)
    with made_folder(folder):
        write_all(files)
    message(f"{folder}: {counted(len(files), 'text')} written")


def _free(base: str, taken: Counter[str]) -> str:
    """A name, with a number if another text has it."""
    key = base.casefold()
    taken[key] += 1
    return base if taken[key] == 1 else _free(f"{base}-{taken[key]}", taken)


def _print_fields(tagged: _Tagged) -> None:
    print_json([_timex_fields(reading, timex) for reading, timexes in tagged for timex in timexes])


def _timex_fields(reading: Reading, timex: Timex) -> dict[str, Any]:
    fields = {name: value for name, value in asdict(timex).items() if value not in (None, (), frozenset(), "")}
    fields["implied"] = sorted(timex.implied)
    words = reading.article.text[timex.start : timex.end]
    return {"document": reading.where, "text": words, "date": timex.date and str(timex.date), **fields}


def _print_timexes(tagged: _Tagged) -> None:
    """One line for each; the file that it is from stands last, where there are several, so that no column moves."""
    for reading, timexes in tagged:
        for timex in timexes:
            values = " or ".join((timex.value or "unresolved", *timex.alternatives))
            value = " ".join(part for part in (values, timex.zone, timex.mod) if part)
            words = " ".join(reading.article.text[timex.start : timex.end].split())
            row = [f"{timex.start}-{timex.end}", timex.type, value, words, timex.rule]
            say(*row, *([reading.where] if len(tagged) > 1 else ()))


def _add_explain(verbs: Verbs) -> None:
    verb = add_verb(
        verbs, "explain", _explain, "Explain what a time expression means. Prints its value, rule and steps."
    )
    verb.add_argument("phrase", metavar="PHRASE", help="such as 'February last year'; - is standard input")
    verb.add_argument("--all", action="store_true", help="explain each expression of a text, not only the first one")
    add_anchor_options(verb)
    add_format_option(verb)


def _explain(options: argparse.Namespace) -> int:
    from timeline.tagger import explain_all

    phrase = decoded(sys.stdin.buffer.read()).text.strip() if options.phrase == "-" else options.phrase
    known = (phrase, options.published, options.language or "en")
    found = explain_all(*known)
    whole = [] if options.all else _as_a_whole(*known)
    shown = found if options.all else whole or found[:1]
    if not shown:
        raise FoundError(f"there is no time expression in '{phrase}'", hint="write one, such as 'February last year'")
    if options.format == "json":
        print_json([one.as_dict() for one in shown] if options.all else shown[0].as_dict())
    else:
        say_lines("\n\n".join(map(str, shown)))
    if not options.all and not whole:
        _tell_the_rest(found, *known)
    return FINE if all(one.date or one.type != "DATE" for one in shown) else FINDINGS


def _as_a_whole(phrase: str, published: EdtfDate | None, language: str) -> list[Explanation]:
    """The explanation of a phrase of which each word is understood, as one that stands in place of a date must be."""
    from timeline.tagger import resolve_phrase

    with suppress(DateError):
        why = resolve_phrase(phrase, published, language)[1]
        return [why] if why else []
    return []


def _tell_the_rest(found: Sequence[Explanation], phrase: str, published: EdtfDate | None, language: str) -> None:
    """Say what of a text is not explained, where only its first expression is."""
    from timeline.tagger.phrase import unread

    if len(found) > 1:
        message(f"{len(found) - 1} more in this text: see --all")
    else:
        message(f"only '{found[0].phrase}' was read, not '{unread(phrase, published, language)}'")


def _add_extract(verbs: Verbs) -> None:
    verb = add_verb(
        verbs, "extract", _extract, "Make dated events of articles. Prints them, or adds them to a timeline."
    )
    add_source_arguments(verb, "articles")
    verb.add_argument("--allow-private", action="store_true", help="fetch from addresses of the own network, too")
    verb.add_argument("--top", type=count_argument, metavar="N", help="keep only the N most important events")
    verb.add_argument("--all", action="store_true", help="keep also what cannot be understood without its article")
    verb.add_argument(
        "--into", type=timeline_argument, metavar="YAML", help="timeline to add the new events to, as drafts"
    )
    add_anchor_options(verb)
    add_format_option(verb)


def _extract(options: argparse.Namespace) -> int:
    from timeline.extract.read import Fetcher, Limits, Report
    from timeline.extract.run import events_of

    report = Report()
    fetcher = Fetcher(Limits(), allow_private=options.allow_private)
    known = {"published": options.published, "language": options.language, "top": options.top}
    merged = events_of(options.files, report, fetcher=fetcher, everything=options.all, **known)
    if options.into:
        _add(options.into, merged.events, report)
    elif options.format == "json":
        print_json([_event_fields(event) for event in merged.events])
    else:
        for event in merged.events:
            _print_event(event)
    if merged.offers:
        pairs = counted(len(merged.offers), "pair of events", "pairs of events")
        message(f"likely the same and not merged: {pairs}; `timeline review` asks")
    for why, count in report.counts.items():
        if why in _LEFT_OUT:
            message(f"{count} left out{_LEFT_OUT[why]}")
    code = _tell(report)
    message(str(report))
    return code


def _add(path: Path, events: Sequence[Event], report: Report) -> None:
    from timeline.extract.merge import twins
    from timeline.store import add

    added = add(path, events, twins)
    report.counts["already known"] = len(added.known) + len(added.dismissed)
    for event in added.new:
        say(str(event.date), event.title)
    for name, sources in added.sourced.items():
        message(f"'{name}' is told by {len(sources)} more: added to its sources")


def _event_fields(event: Event) -> dict[str, Any]:
    fields: dict[str, Any] = event.model_dump(mode="json", exclude_none=True, exclude_defaults=True)
    return fields


def _print_event(event: Event) -> None:
    say(str(event.date), event.title)
    for source in event.sources:
        where = ", ".join(
            part for part in (source.title or source.url, source.published and str(source.published)) if part
        )
        quote = " ".join((source.quote or "").split())
        say("", f"“{quote}” [{source.expression}]" + (f" ({where})" if where else ""))
