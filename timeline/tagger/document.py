"""The rules of a language as a page: what each reads, with its examples and counter-examples."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from timeline.tagger.locale import Locale, load_locale

__all__ = ["rules_page"]


def rules_page(language: str) -> str:
    """The Markdown page of all rules of a language, made from its file.

    >>> page = rules_page("en")
    >>> page.startswith("# Rules: en"), "`February last year`" in page
    (True, True)
    """
    locale = load_locale(language)
    head = (
        f"# Rules: {language}\n\nEach rule of `timeline/tagger/locales/{language}.yaml` with its examples, which are "
        f"also its tests. All are read as published on {locale.published}.\n"
    )
    return head + "".join(_rule(entry, locale) for entry in locale.data.get("rules", ()))


def _rule(entry: dict[str, Any], locale: Locale) -> str:
    return "\n".join(["", f"## {locale.language}/{entry['id']}", "", entry.get("doc", ""), "", *_lines(entry)]) + "\n"


def _lines(entry: dict[str, Any]) -> Iterator[str]:
    patterns = entry["pattern"] if isinstance(entry["pattern"], list) else [entry["pattern"]]
    yield from ("```text", *patterns, "```")
    if entry.get("examples"):
        yield from ("", "| text | value |", "| --- | --- |")
        yield from (f"| {_code(text)} | {_code(value)} |" for text, value in entry["examples"].items())
    if entry.get("not"):
        yield ""
        yield "No time in: " + ", ".join(_code(text) for text in entry["not"]) + "."


def _code(text: str) -> str:
    return "`" + text.replace("|", "\\|") + "`"
