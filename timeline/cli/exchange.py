"""The verbs that exchange timelines with other programs: `import` and `export`."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.common import FINDINGS, FINE, Verbs, add_verb, date_argument, message, timeline_argument
from timeline.model.characters import counted

if TYPE_CHECKING:
    from timeline.exchange import Imported, Loss

__all__ = ["add_verbs"]

_STANDARD = "-"


def add_verbs(verbs: Verbs) -> None:
    """Add these verbs to the command line."""
    for add in (_add_import, _add_export):
        add(verbs)


def _column(text: str) -> tuple[str, str]:
    header, mark, name = text.rpartition("=")
    if not mark:
        raise argparse.ArgumentTypeError(f"'{text}' is no column; write HEADER=FIELD, as in 'When=date'")
    return header, name


def _language(text: str) -> str:
    from pydantic import ValidationError

    from timeline.model.timeline import Timeline

    try:
        return Timeline(language=text).language
    except ValidationError as error:
        raise argparse.ArgumentTypeError(
            f"'{text}' is no language; write a tag such as de or de-AT (BCP 47)"
        ) from error


def _address(text: str) -> str:
    from pydantic import TypeAdapter, ValidationError

    from timeline.model.event import Link

    try:
        TypeAdapter(Link).validate_python(text)
    except ValidationError:
        text = ""
    if not text.lower().startswith(("https://", "http://")):
        raise argparse.ArgumentTypeError("that is no address of a page; write one such as https://example.org/talks/")
    return text


def _add_import(verbs: Verbs) -> None:
    verb = add_verb(
        verbs,
        "import",
        _import,
        "Read events from another format. Prints them as YAML, or adds those that are new to a timeline.",
    )
    verb.add_argument("file", metavar="FILE", help="the file to read; - is standard input")
    verb.add_argument("--from", dest="format", metavar="FORMAT", help="its format; default: what it looks like")
    verb.add_argument(
        "-o", "--output", type=timeline_argument, metavar="PATH", help="the timeline to write, or to add to"
    )
    verb.add_argument(
        "--column",
        action="append",
        default=[],
        type=_column,
        metavar="HEADER=FIELD",
        help="what a column of a table is, where the guess is wrong; may be repeated",
    )
    verb.add_argument("--yes", action="store_true", help="do not ask whether the columns are guessed right")
    verb.add_argument(
        "--published", type=date_argument, metavar="DATE", help="date that phrases such as 'last month' count from"
    )
    verb.add_argument(
        "--language",
        type=_language,
        metavar="TAG",
        help="language of the texts, such as de or en-GB; default: what the file says, else en",
    )


def _import(options: argparse.Namespace) -> int:
    from timeline.exchange import export, read
    from timeline.exchange.importing import MAX_BYTES

    standard = options.file == _STANDARD
    with sys.stdin.buffer if standard else Path(options.file).open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    name = "" if standard else options.file
    known = {"published": options.published, "columns": dict(options.column), "language": options.language}
    found = read(content, options.format, name, **known)
    for note in found.notes:
        message(f"{name}: {note}" if name else note)
    if found.columns and not _columns_are_right(found, ask=not options.yes and not standard):
        return FINDINGS
    if options.output:
        _write(options.output, found)
    else:
        print(export(found.timeline, "yaml").content, end="")
    return FINDINGS if found.left_out else FINE


def _columns_are_right(found: Imported, ask: bool) -> bool:
    for header, name in found.columns.items():
        message(f"column '{header}' is {name or 'not read'}")
    if not ask or not sys.stdin.isatty() or not sys.stderr.isatty():
        return True
    print("timeline: is that right? [Y/n] ", end="", file=sys.stderr, flush=True)
    answer = sys.stdin.readline().strip().lower()
    if answer in ("", "y", "yes"):
        return True
    message("nothing was written; say what a column is with --column 'HEADER=FIELD'")
    return False


def _write(path: Path, found: Imported) -> None:
    """Make the timeline, or add the events that it does not have: those whose id is not there."""
    from timeline import store
    from timeline.exchange import export
    from timeline.store.files import locked, made_folder, write_atomic

    events = found.timeline.events
    with made_folder(path.parent), locked(path):
        if not path.exists():
            write_atomic(path, export(found.timeline, "yaml").data)
            message(f"{path}: {counted(len(events), 'event')} written")
            return
    added = store.add(path, events, known_by_id=True)
    for each in added.unlike:
        what = f"'{each.id}' is there with another title and date, and stays as it is"
        message(f"{path}: {what}; if '{each.title}' is another event, give it another id in the file you import")
    gone = len(added.dismissed)
    left_out = f", {gone} left out: someone took {'it' if gone == 1 else 'them'} away" if gone else ""
    message(f"{path}: {counted(len(added.new), 'event')} added, {len(added.known)} there already{left_out}")


def _add_export(verbs: Verbs) -> None:
    verb = add_verb(verbs, "export", _export, "Write a timeline in another format. Says what the format cannot carry.")
    verb.add_argument("path", type=Path, metavar="PATH", help="the timeline: a YAML file, or a folder of them")
    verb.add_argument("--to", dest="format", metavar="FORMAT", help="the format; default: that of the output's name")
    verb.add_argument("-o", "--output", type=Path, metavar="FILE", help="the file to write; default: print it")
    verb.add_argument("--address", type=_address, metavar="URL", help="address of the timeline's page, for links")
    verb.add_argument("--losses", action="store_true", help="list everything that is not carried, one by one")


def _export(options: argparse.Namespace) -> int:
    from timeline.exchange import export
    from timeline.store import load
    from timeline.store.files import made_folder, write_atomic
    from timeline.store.places import timeline_at

    if options.path.is_dir():
        timeline_at(options.path)
    made = export(load(options.path), options.format or _format_of(options.output), options.address or "")
    for line in map(str, made.losses) if options.losses else _summary(made.losses):
        message(line)
    if options.output:
        with made_folder(options.output.parent):
            write_atomic(options.output, made.data)
    else:
        sys.stdout.buffer.write(made.data)
        sys.stdout.buffer.flush()
    return FINE


def _format_of(output: Path | None) -> str:
    from timeline.exchange import all_formats
    from timeline.model.errors import TimelineError

    if output is None:
        raise TimelineError("the format is not said", hint=f"write --to and one of {', '.join(sorted(all_formats()))}")
    known = [each.name for each in all_formats().values() if each.extensions[0] == output.suffix.lower()]
    if not known:
        hint = f"write --to and one of {', '.join(sorted(all_formats()))}"
        raise TimelineError("no format is known by this name", hint=hint, path=output)
    return next((name for name in known if name == output.suffix[1:].lower()), known[0])


def _summary(losses: Iterable[Loss]) -> list[str]:
    """What is not carried, field by field."""
    several = Counter((loss.name, "" if loss.field else loss.what) for loss in losses)
    return [
        f"{'not carried or changed: ' + name if name else what}{f' ({number:,} times)' if number > 1 else ''}"
        for (name, what), number in several.items()
    ]
