"""Write the reference pages that are made from the code: `make reference`; `--check` only names stale ones."""

from __future__ import annotations

import inspect
import re
import sys
from collections.abc import Iterator
from pathlib import Path

from timeline.check.pages import rules_page
from timeline.cli import parser
from timeline.publish.settings import Settings
from timeline.store.schema import schema_text
from timeline.tagger.locale import languages, load_locale
from timeline.tagger.operators import OPERATORS, Operator

ROOT = Path(__file__).parent.parent
PAGES = ROOT / "site" / "reference"
MADE = "<!-- Made by `make reference`. -->\n"


def expressions(language: str) -> str:
    """The page of the expressions that the tagger knows in a language."""
    return "\n".join(_expressions(language)) + "\n"


def _expressions(language: str) -> Iterator[str]:
    locale = load_locale(language)
    yield from (f"# Expressions: `{language}`", "")
    yield f"Every rule of `timeline/tagger/locales/{language}.yaml`, with its patterns and examples. All examples are"
    yield f"tests, and count from {locale.published}. The notation is explained in [the format of a locale](locale.md)."
    for rule in locale.data["rules"]:
        patterns = rule["pattern"] if isinstance(rule["pattern"], list) else [rule["pattern"]]
        yield from ("", f"## {rule['id']}", "", rule.get("doc", ""), "")
        yield from (f"- {_code(pattern)}" for pattern in patterns)
        if examples := rule.get("examples"):
            yield from ("", "| text | value |", "|---|---|")
            yield from (f"| {_cell(text)} | {_cell(value)} |" for text, value in examples.items())
        if nothing := rule.get("not"):
            yield from ("", f"Not: {', '.join(map(_code, nothing))}")


def _code(text: str) -> str:
    return f"`{text}`"


def _cell(text: str) -> str:
    return _code(text).replace("|", "\\|")


def locale_format() -> str:
    """The page about the format of a locale, which is written by hand, with the table of the operators as they are."""
    text = (PAGES / "locale.md").read_text(encoding="utf-8")
    rows = [f"| `{name}` | {_what_it_means(make)} |" for name, make in sorted(OPERATORS.items())]
    head = "| operator | what it means |\n|---|---|\n"
    before, _, rest = text.partition(head)
    return before + head + "\n".join(rows) + "\n\n" + rest.partition("\n\n")[2]


def _what_it_means(make: Operator) -> str:
    """The first paragraph of a docstring, in one line."""
    return " ".join((inspect.getdoc(make) or "").partition("\n\n")[0].split()).replace("|", "\\|")


def commands() -> str:
    """The page of the commands, which is written by hand, with a section for each verb in their order."""
    head, *sections = re.split(r"(?m)^(?=## `)", (PAGES / "cli.md").read_text(encoding="utf-8"))
    written = {re.findall(r"[\w-]+", section)[0]: section.rstrip() for section in sections}
    verbs = [match[1] for match in re.finditer(r"(?m)^    (\S+)", parser().format_help().partition("VERB\n")[2])]
    blank = "## `{0}`\n\n```console\n$ timeline {0} --help\n```"
    return head + "\n\n".join(written.get(verb, blank.format(verb)) for verb in verbs) + "\n"


def options() -> str:
    """The page of the options of the plugin."""
    return "\n".join(_options()) + "\n"


def _options() -> Iterator[str]:
    yield from ("# Options of the plugin", "")
    yield "What can be set in `mkdocs.yml`. An unknown option or a value that an option cannot have stops the build."
    yield from ("", "```yaml", "plugins:", "  - timeline:", "      events: events", "      drafts: false", "```", "")
    yield "| option | what it does | if not given |"
    yield "|---|---|---|"
    for name, field in Settings.model_fields.items():
        yield f"| `{name}` | {field.description} | {_if_not_given(field.default)} |"


def _if_not_given(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(value)
    return str(value).lower() if isinstance(value, bool) else str(value or "none")


def pages() -> dict[Path, str]:
    """Every page that is made from the code, whole or in part, and the schema that editors use in this folder."""
    made = {"checks.md": rules_page(), "options.md": options()}
    made |= {f"expressions-{language}.md": expressions(language) for language in languages()}
    in_part = {PAGES / "locale.md": locale_format(), PAGES / "cli.md": commands()}
    whole = {PAGES / name: f"{text}\n{MADE}" for name, text in made.items()}
    return {ROOT / "events.schema.json": schema_text()} | in_part | whole


def main() -> int:
    """Write the pages, or say which are out of date."""
    stale = {
        path: text for path, text in pages().items() if not path.exists() or path.read_text(encoding="utf-8") != text
    }
    for path, text in stale.items():
        print(path.relative_to(ROOT))
        if "--check" not in sys.argv:
            path.write_text(text, encoding="utf-8")
    return 1 if stale and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
