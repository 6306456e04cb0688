"""The verb `eval`: how well this tagger, or another one, does on documents that people have marked up."""

from __future__ import annotations

import argparse
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.common import FINDINGS, FINE, Verbs, add_format_option, add_verb, message, print_json, say, say_lines
from timeline.model.characters import counted
from timeline.model.errors import TimelineError

if TYPE_CHECKING:
    from timeline.model.timex import Timex
    from timeline.tagger.evaluate import Evaluation
    from timeline.tagger.timeml import TimemlDocument

__all__ = ["add_verbs"]


def add_verbs(verbs: Verbs) -> None:
    """Add this verb to the command line."""
    verb = add_verb(
        verbs, "eval", _eval, "Score the tagger on TimeML files. Prints spans, types and values, and each mistake."
    )
    verb.add_argument("folder", type=_folder, metavar="DIR", help="folder of TimeML files (.tml)")
    verb.add_argument(
        "--tagged",
        type=_folder,
        metavar="DIR",
        help="score another tagger: what it wrote into this folder for the same texts, as TimeML",
    )
    verb.add_argument("--language", default="en", metavar="TAG", help="language of the texts (default: en)")
    verb.add_argument(
        "--mistakes", action="store_true", help="list everything that was read otherwise than a person did"
    )
    add_format_option(verb)


def _folder(text: str) -> Path:
    """A folder that is there."""
    path = Path(text)
    if path.is_dir():
        return path
    says = "this is a file; name the folder it is in" if path.exists() else "there is no such folder"
    raise argparse.ArgumentTypeError(f"{text}: {says}")


def _eval(options: argparse.Namespace) -> int:
    from timeline.tagger.timeml import read_folder

    documents, refused = read_folder(options.folder)
    if options.tagged:
        result, more = _evaluate_another(documents, options.tagged)
        refused += more
    else:
        result = _evaluate_ours(documents, options.language)
    _print(result, options)
    for error in refused:
        message(str(error))
    return FINDINGS if refused else FINE


def _evaluate_ours(documents: Sequence[TimemlDocument], language: str) -> Evaluation:
    from timeline.tagger.evaluate import evaluate

    if undated := sum(not document.published for document in documents):
        all_of_them = counted(len(documents), "document")
        message(f"{undated} of {all_of_them} without a creation time: what depends on it stays open")
    return evaluate(documents, language)


def _evaluate_another(documents: Sequence[TimemlDocument], folder: Path) -> tuple[Evaluation, list[TimelineError]]:
    """The scores of what another tagger wrote; a text that it has not got is named, and counts for nothing."""
    from timeline.tagger.evaluate import evaluate
    from timeline.tagger.timeml import read_folder

    others, refused = read_folder(folder)
    by_text = {_letters(one.text): one for one in others}
    tagged = [(document, by_text.get(_letters(document.text))) for document in documents]
    both = [(document, other) for document, other in tagged if other]
    found = iter([_placed(other, document.text, folder.name) for document, other in both])
    hint = "tag the characters of its <TEXT>, all of them"
    refused += [
        TimelineError(f"its text is in no file of {folder}", hint=hint, path=document.id)
        for document, other in tagged
        if other is None
    ]
    return evaluate([document for document, _ in both], tagger=lambda _text, _published: next(found)), refused


def _letters(text: str) -> str:
    """A text without its blanks: taggers cut lines elsewhere, and leave blanks out at the ends."""
    return "".join(text.split())


def _placed(other: TimemlDocument, text: str, rule: str) -> list[Timex]:
    """The expressions of another tagger at their places in a text that differs from its own in blanks only."""
    theirs = [place for place, letter in enumerate(other.text) if not letter.isspace()]
    ours = [place for place, letter in enumerate(text) if not letter.isspace()]

    def placed(timex: Timex) -> Timex:
        first, last = bisect_left(theirs, timex.start), bisect_left(theirs, timex.end) - 1
        return replace(timex, start=ours[first], end=ours[last] + 1, rule=rule)

    return [placed(timex) for timex in other.timexes]


def _print(result: Evaluation, options: argparse.Namespace) -> None:
    if options.format == "json":
        print_json(result.as_dict())
        return
    say_lines(str(result))
    for mistake in result.mistakes if options.mistakes else ():
        say(str(mistake))
