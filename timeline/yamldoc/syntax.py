"""Where a YAML reader gives up, in words for people who have never heard of scalars and mappings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline.yamldoc.nodes import Document, Scalar

__all__ = ["QUOTE_IT", "Trouble", "trouble"]

QUOTE_IT = "put the text in quotes: \"…\" or '…'"
_COLUMN = "begin all keys of one event in the same column, with a space after each colon"
_STRAIGHT = "write straight quotes around it, \"…\" or '…'"
_OPENED = ("flow", "alias", "anchor", "simple key")
_HYPHEN_WITHOUT_SPACE = re.compile(r"[ ]*-(?=[^\s-])")
# The second is the colon of Chinese and Japanese keyboards.
_COLON_WITHOUT_SPACE = re.compile("[ ]*(?:- +)?([a-z]+)[:\uff1a](?![/\\s])")
_COLON_MISSING = re.compile(r"[ ]*- +([a-z]+)(?= [^:\r\n]*[\r\n])")
_DASH = re.compile("[ ]*[–—•](?= )")
_CURLY = re.compile("[:-] +([“”„‟«»‘’‚])")
_KEY = re.compile(r"[a-z]+:\s")
_COMMENT_BEHIND = re.compile(r"\s#")
_LONGEST_SHOWN = 80
_COMMENT = re.compile(r"(?<=[\s\[{,])#")
_CONFLICT = re.compile(r"^([<|>])\1{6} ", re.MULTILINE)

_OF_TAGS = ("tag URI", "tag handle", "expected '!'", "expected '>'", "URI escaped octet", "whitespace or line break")
_OF_DIRECTIVES = (
    "directive",
    "non-alphabetical character",
    "version number",
    "digit or '.' character",
    "YAML document",
)

# The beginning of what libyaml says, what was found, and what to write instead.
_WORDS = (
    ("mapping values are not allowed", "this key is not in the column of the others", _COLUMN),
    ("found character that cannot start any token", "no text can begin with this character", QUOTE_IT),
    ("found a tab character", "a tab stands where only spaces can", "indent with spaces, not tabs"),
    ("found unexpected end of stream", "a quote is not closed", "close the quote that is opened here"),
    (
        "could not find expected ':'",
        "this line is no key and its value",
        "write 'key: value', with a colon and a space; indent the lines of a long text, below '|' if it holds ': '",
    ),
    (
        "did not find expected key",
        "this line does not belong to what is above it",
        "begin all keys of one event in the same column, and close every quote",
    ),
    (
        "did not find expected comment or line break",
        "a long text begins in the line of its sign",
        f"begin the text on the line below, further to the right; or {QUOTE_IT}",
    ),
    ("expected comment or line break", "text stands behind the sign of a long text", "begin it on the line below"),
    (
        "did not find expected '-' indicator",
        "this line is no item of the list above it",
        "give all hyphens of one list the same indentation",
    ),
    ("did not find expected ',' or", "a comma or a bracket is missing", "put a comma between the parts, and close it"),
    (
        "did not find expected alphabetic or numeric character",
        "no text can begin with * or &",
        QUOTE_IT,
    ),
    (
        "block sequence entries are not allowed",
        "a list begins in the line of its key",
        f"begin it on the line below; or {QUOTE_IT}",
    ),
    ("block collections", "a tab stands where only spaces can", "indent with spaces, not tabs"),
    (
        "found unknown escape character",
        "a backslash stands before a character for which it means nothing",
        "write \\\\ for a backslash inside of double quotes, or use single quotes",
    ),
    (
        "found invalid Unicode character escape",
        "this is the code of no character",
        "write the character itself",
    ),
    (
        "did not find expected <document start>",
        "this line does not belong to what is above it",
        "begin the line with a key, as in 'title: …', or with '- '",
    ),
    ("did not find expected node content", "a value is missing", "write it, or take the comma or the colon away"),
    ("mapping keys are not allowed", "no text can begin with '? '", QUOTE_IT),
    ("found unexpected ':'", "a colon stands where none can", QUOTE_IT),
    ("found unexpected document indicator", "a quote is not closed", "close the quote that is opened here"),
    (
        "did not find expected hexdecimal number",
        "the code of a character is too short",
        "write \\\\ for a backslash inside of double quotes, or use single quotes",
    ),
    (
        "found an indentation indicator equal to 0",
        "text stands behind the sign of a long text",
        "begin it on the line below",
    ),
    *((words, "no text can begin with '!'", QUOTE_IT) for words in _OF_TAGS),
    *((words, "no line can begin with '%'", f"remove it; or {QUOTE_IT}") for words in _OF_DIRECTIVES),
)


@dataclass(frozen=True, slots=True)
class Trouble:
    """What is wrong, and where.

    Attributes:
        at: The offset.
        found: What stands there.
        hint: What to write instead.
    """

    at: int
    found: str
    hint: str


def trouble(document: Document, error: Exception, last: Scalar | None, opened: int | None) -> Trouble:
    """What is wrong with a text that is no YAML.

    Args:
        document: The text.
        error: What the reader says.
        last: The last text that it has read.
        opened: Where the bracket stands that it has not seen closed, if there is one.
    """
    problem = str(getattr(error, "problem", None) or error)
    at, text = _mark(error, problem), document.text
    conflict = _CONFLICT.search(text)
    if conflict:
        hint = "keep what is right of both, and remove the lines that begin with <<<<<<<, |||||||, ======= and >>>>>>>"
        return Trouble(conflict.start(), "two versions of the file differ here, and Git could not join them", hint)
    if last and _is_behind_lines_in_quotes(text, last, at):
        closed = document.line_of(last.end)
        hint = f"close it in its own line; now it ends at the next quote, in line {closed}"
        return Trouble(last.start, "a quote is not closed", hint)
    return _in_bracket(text, at, opened) or _no_space(text, at) or _by_problem(text, problem, at)


def _in_bracket(text: str, at: int, opened: int | None) -> Trouble | None:
    """A bracket that a comment, or nothing at all, keeps from being closed."""
    if opened is None:
        return None
    comment = _COMMENT.search(_line_from(text, opened))
    if comment:
        return Trouble(opened + comment.start(), "'#' begins a comment here", QUOTE_IT)
    if not text[at:].strip():
        return Trouble(opened, "a bracket is not closed", "close the bracket that is opened here")
    return None


def _no_space(text: str, at: int) -> Trouble | None:
    """A tab, or one of the characters that only look like a space."""
    character = text[at : at + 1]
    if character == "\t":
        return Trouble(at, "a tab stands where only spaces can", "indent with spaces, not tabs")
    if character.isspace() and not character.isascii():
        return Trouble(at, "this character only looks like a space", "indent with ordinary spaces")
    return None


def _by_problem(text: str, problem: str, at: int) -> Trouble:
    found = next((find(text, at) for start, find in _CLOSER if start in problem), None)
    known = (Trouble(at, words, hint) for start, words, hint in _WORDS if start in problem)
    return found or next(known, Trouble(at, problem, ""))


def _mark(error: Exception, problem: str) -> int:
    mark, context = getattr(error, "problem_mark", None), getattr(error, "context", None) or ""
    begun = getattr(error, "context_mark", None)
    if mark and begun and "did not find expected ','" in problem and mark.line == begun.line:
        return int(mark.index)
    if problem.endswith(("end of stream", "document indicator")) or any(word in context for word in _OPENED):
        # Where the quote, the bracket or the key begins says more than where the reader gave up.
        mark = begun or mark
    return mark.index if mark else 0


def _is_behind_lines_in_quotes(text: str, last: Scalar, at: int) -> bool:
    """Whether the reader gave up right behind a text in quotes that went on over several lines."""
    return last.style in ("'", '"') and not text[last.end : at].strip() and "\n" in text[last.start : last.end]


def _colon(text: str, at: int) -> Trouble | None:
    """A colon where none can be: in a text, in another column, or below a line that lacks a hyphen or a colon."""
    before = _before(text, at)
    lines = text[: at - len(before)].rstrip("\r\n")
    above = len(lines) - len(_before(lines, len(lines)))
    return _lacking(text, above) or _in_text(text, before, at)


def _lacking(text: str, above: int) -> Trouble | None:
    """A line without what makes it a key and its value: a hyphen, a colon, a space behind one of them."""
    dash, nothing = _DASH.match(text, above), _COLON_MISSING.match(text, above)
    if dash:
        return Trouble(dash.end() - 1, f"'{dash[0].strip()}' is no hyphen", "write '- ', as in '- date: 2025-02-12'")
    if nothing:
        return Trouble(nothing.end(), f"there is no colon behind '{nothing[1]}'", f"write '{nothing[1]}: …'")
    hyphen = _HYPHEN_WITHOUT_SPACE.match(text, above)
    if hyphen:
        return Trouble(hyphen.end() - 1, "there is no space after the hyphen", "write '- ', as in '- date: 2025-02-12'")
    colon = _COLON_WITHOUT_SPACE.match(text, above)
    if colon:
        return Trouble(colon.end() - 1, "there is no space after the colon", f"write '{colon[1]}: …'")
    return None


def _in_text(text: str, before: str, at: int) -> Trouble | None:
    key, colon, value = before.partition(": ")
    if not colon:
        return None
    curly = _CURLY.search(before)
    rest = _without_comment(text, at)
    hint = f"{_STRAIGHT}: {curly[1]} is none" if curly else _in_quotes(f"{value.strip()}{rest}", key.strip(" -"))
    return Trouble(at, "the text holds ': '", hint)


def _without_comment(text: str, at: int) -> str:
    """The rest of a line, up to the comment in it."""
    return _COMMENT_BEHIND.split(_line_from(text, at), maxsplit=1)[0].rstrip()


def _in_quotes(text: str, key: str) -> str:
    """How a text that holds quotes itself is put in quotes."""
    shown = text if len(text) <= _LONGEST_SHOWN else "…"
    if '"' in text and "'" in text:
        return f"write it below, indented, behind '{key}: >-'"
    if '"' in text:
        return f"write '{shown}' in single quotes"
    return f'write "{shown}" in double quotes' if "'" in text else QUOTE_IT


def _hyphen(text: str, at: int) -> Trouble | None:
    """An item of a list of which the hyphen is a part of its text."""
    item = _line_from(text, at).strip()
    if not _HYPHEN_WITHOUT_SPACE.match(item):
        return None
    return Trouble(at, "there is no space after the hyphen", f"write '- {item[1:_LONGEST_SHOWN]}'")


def _behind(text: str, at: int) -> Trouble | None:
    """A text that goes on behind a quote or a bracket, or a hyphen in another column."""
    before = _before(text, at).strip(" -")
    if before.endswith(("]", "}")):
        return Trouble(at, "the text goes on behind a bracket", f"a text cannot begin with a bracket: {QUOTE_IT}")
    if before and ('"' in before or "'" in before):
        key, _, value = f"{before}{_without_comment(text, at)}".partition(": ")
        if value[:1] == value[-1:]:
            return Trouble(at, "the text goes on behind a quote", _in_quotes(value[1:-1], key))
        hint = "after a closing quote nothing may follow; write \\\" inside of \"…\", and '' inside of '…'"
        return Trouble(at, "the text goes on behind a quote", hint)
    if text.startswith("- ", at):
        hint = "begin each '- ' of one list in the same column"
        return Trouble(at, "this hyphen is not in the column of the others", hint)
    return None


def _in_list(text: str, at: int) -> Trouble | None:
    """A key that is further to the left than those of its event."""
    return Trouble(at, "this key is not in the column of the others", _COLUMN) if _KEY.match(text, at) else None


def _fence(text: str, at: int) -> Trouble | None:
    """What stands around YAML in a Markdown page."""
    return Trouble(at, "this line is Markdown", "remove it") if text.startswith("```", at) else None


def _before(text: str, at: int) -> str:
    return text[:at].replace("\r", "\n").rpartition("\n")[2]


def _line_from(text: str, at: int) -> str:
    return text[at:].partition("\n")[0]


# What libyaml says, and what looks closer than its words can.
_CLOSER = (
    ("mapping values are not allowed", _colon),
    ("could not find expected ':'", _hyphen),
    ("did not find expected key", _behind),
    ("did not find expected '-' indicator", _in_list),
    ("found character that cannot start any token", _fence),
)
