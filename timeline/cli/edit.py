"""The verbs that edit events in YAML: `add`, `set`, `rm`, `mv`, `split`, `merge`, `rename-tag`."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.common import FINDINGS, FINE, Run, Verbs, add_verb, message, refused_as_argument, say

if TYPE_CHECKING:
    from timeline.store.changes import Change
    from timeline.store.finding import Spot

__all__ = ["add_verbs"]

_CHANGES = (
    "FIELD=VALUE; lists are separated by commas, and what holds one is in double quotes; FIELD= takes the value away; "
    "tags+=a and tags-=a change a list"
)


def add_verbs(verbs: Verbs) -> None:
    """Add these verbs to the command line."""
    add = add_verb(verbs, "add", _add, "Add an event to a timeline. Its date may be a phrase: date='last month'.")
    add.add_argument("timeline", type=_timeline, metavar="FILE", help="file or folder of the timeline")
    add.add_argument("changes", nargs="+", type=_change, metavar="FIELD=VALUE", help="title and date at least")

    change = _with_where(verbs, "set", _set, "Change fields of an event. Every other line stays as it is.")
    change.add_argument("id", metavar="ID", help="id of the event")
    change.add_argument("changes", nargs="+", type=_change, metavar="CHANGE", help=_CHANGES)

    remove = _with_where(verbs, "rm", _rm, "Take events away.")
    remove.add_argument("ids", nargs="+", metavar="ID", help="ids of the events")

    move = _with_where(verbs, "mv", _mv, "Move events to another timeline. They are moved as they are written.")
    move.add_argument("ids", nargs="+", metavar="ID", help="ids of the events")
    move.add_argument("target", type=_timeline, metavar="FILE", help="file or folder to move them to")

    split = add_verb(
        verbs,
        "split",
        _split,
        "Take a merged event apart. Or, without an id, make a folder of a file: a file for each event.",
    )
    split.add_argument("timeline", type=Path, metavar="PATH", help="file or folder of the timeline")
    split.add_argument("id", nargs="?", metavar="ID", help="id of the event to take apart, one for each article")

    merge = _with_where(
        verbs, "merge", _merge, "Make one event of several that are the same. Or, of a folder, one file again."
    )
    merge.add_argument("ids", nargs="+", metavar="ID", help="the id that stays, then those that go; or one FOLDER")

    rename = _with_where(verbs, "rename-tag", _rename_tag, "Give a tag another name.")
    rename.add_argument("old", metavar="OLD", help="the tag")
    rename.add_argument("new", metavar="NEW", help="its new name")


def _with_where(verbs: Verbs, name: str, run: Run, description: str) -> argparse.ArgumentParser:
    verb = add_verb(verbs, name, run, description)
    verb.add_argument(
        "--in", dest="where", type=Path, default=Path("events"), metavar="PATH", help="where to look (default: events)"
    )
    return verb


def _change(text: str) -> Change:
    from timeline.store.changes import read_change

    with refused_as_argument():
        return read_change(text)


def _timeline(text: str) -> Path:
    """The timeline that an event goes to: no change that stands in its place, and no folder of several."""
    from timeline.store.places import timeline_at

    path = Path(text)
    if "=" in text and not path.exists():
        raise argparse.ArgumentTypeError(f"'{text}' is no file; name the timeline first, such as events/talks.yaml")
    with refused_as_argument():
        timeline_at(path)
    return path


def _add(options: argparse.Namespace) -> int:
    from timeline.store.editing import add_event
    from timeline.store.finding import find

    name = add_event(options.timeline, options.changes)
    say(name)
    return _warned(find(options.timeline, name), options.changes)


def _set(options: argparse.Namespace) -> int:
    from timeline.store.editing import set_fields

    spot = set_fields(options.where, options.id, options.changes)
    say(f"{spot.file}: {options.id} changed")
    return _warned(spot, options.changes)


def _warned(spot: Spot, changes: Sequence[Change]) -> int:
    """Say of an event that was just written if it has a lane or a tag that its timeline does not list."""
    from timeline.check import run
    from timeline.yamldoc import read

    if not any(change.path[0] in ("lane", "tags") for change in changes):
        return FINE
    document = read(spot.file)
    first, last = map(document.line_of, document.extent(document.at(spot.path)))
    found = run([spot.file], select=["unknown-lane", "unknown-tag"])
    found = [each for each in found if first <= each.line <= last]
    for each in found:
        message(f"{each.place}: {each.said}")
    return FINDINGS if found else FINE


def _rm(options: argparse.Namespace) -> int:
    from timeline.store.editing import remove_events

    for spot in remove_events(options.where, options.ids):
        say(f"{spot.file}: {spot.id} removed")
    return FINE


def _mv(options: argparse.Namespace) -> int:
    from timeline.store.moving import move_events

    for spot in move_events(options.where, options.ids, options.target):
        say(f"{spot.file}: {spot.id} moved to {options.target}")
    return FINE


def _split(options: argparse.Namespace) -> int:
    from timeline.extract.splitting import split_event
    from timeline.store.moving import split_file

    if options.id:
        names = split_event(options.timeline, options.id)
        say(f"{options.timeline}: {options.id} is now {', '.join(names)}")
        return FINE
    say(f"{options.timeline}: now the folder {split_file(options.timeline)}")
    return FINE


def _merge(options: argparse.Namespace) -> int:
    from timeline.store.editing import merge_events
    from timeline.store.moving import join_folder

    kept, *others = options.ids
    if others:
        merged = merge_events(options.where, kept, others)
        say(f"{merged.spot.file}: {', '.join(others)} merged into {kept}")
        for name, left in merged.left.items():
            if left:
                message(f"not kept of {name}: {'; '.join(left)}")
    else:
        say(f"{kept}: now the file {join_folder(kept)}")
    return FINE


def _rename_tag(options: argparse.Namespace) -> int:
    from timeline.store.editing import rename_tag

    for path, count in rename_tag(options.where, options.old, options.new).items():
        say(f"{path}: {count} changed")
    return FINE
