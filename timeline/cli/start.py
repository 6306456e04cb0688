"""The verbs that set things up: `new`, `schema`, `cms-config`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from timeline.cli.common import FINE, Verbs, add_verb

__all__ = ["add_verbs"]


def add_verbs(verbs: Verbs) -> None:
    """Add these verbs to the command line."""
    new = add_verb(
        verbs, "new", _new, "Make a site to begin with. Writes settings, two timelines, an article, CI jobs."
    )
    new.add_argument("folder", type=Path, metavar="DIR", help="an empty folder, or one that is not there yet")
    new.add_argument("--name", default="", help="name of the site (default: made from that of the folder)")
    new.add_argument("--into", action="store_true", help="add what is missing to a folder that has files; change none")

    add_verb(verbs, "schema", _schema, "Print the JSON Schema of the YAML. Editors complete and check with it.")


def _new(options: argparse.Namespace) -> int:
    from timeline.publish.scaffold import new_site

    written = new_site(options.folder, options.name, into=options.into)
    print(f"{options.folder}: {len(written)} files written")
    print("Look at the site with `timeline serve` in this folder; its README.md says what is what.")
    return FINE


def _schema(_options: argparse.Namespace) -> int:
    from timeline.store.schema import schema_text

    sys.stdout.write(schema_text())
    return FINE
