"""The verbs that set things up: `new`, `schema`, `cms-config`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from shlex import quote

from timeline.cli.common import FINE, Verbs, add_verb, say
from timeline.model.characters import counted

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

    cms = add_verb(
        verbs, "cms-config", _cms_config, "Print the configuration of a browser-based editor. It is Sveltia CMS."
    )
    cms.add_argument(
        "folders", nargs="*", type=Path, metavar="FOLDER", help="timelines (default: the folders in events)"
    )
    cms.add_argument("--repository", required=True, metavar="OWNER/NAME", help="repository that holds the events")
    cms.add_argument("--backend", choices=["github", "gitlab"], default="github", help="its host (default: github)")
    cms.add_argument("--branch", default="main", help="branch that is edited (default: main)")


def _new(options: argparse.Namespace) -> int:
    from timeline.publish.scaffold import new_site

    written = new_site(options.folder, options.name, into=options.into)
    say(f"{options.folder}: {counted(len(written), 'file')} written")
    say(f"Go on with `cd {quote(str(options.folder))}` and `timeline serve`; the README.md there says what is what.")
    return FINE


def _schema(_options: argparse.Namespace) -> int:
    from timeline.store.schema import schema_text

    sys.stdout.write(schema_text())
    return FINE


def _cms_config(options: argparse.Namespace) -> int:
    from timeline.publish.cms import cms_config, config_text, event_folders
    from timeline.publish.hostfile import HostFile

    folders, docs = options.folders or event_folders(Path("events")), HostFile.read(Path("mkdocs.yml")).docs
    print(config_text(cms_config(folders, options.repository, options.backend, options.branch, docs)))
    return FINE
