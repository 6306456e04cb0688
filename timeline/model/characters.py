"""The characters of a text: those that none holds, and those that a terminal may show; the words of counts."""

from __future__ import annotations

import json
import re

__all__ = ["FORBIDDEN", "compact_json", "counted", "cut", "json_text", "one_line", "shown", "visible"]

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffe\uffff]"
)
"""What no text holds: control characters, byte order marks, lone surrogates, and marks that show text in another order
than it is stored."""

# Words are hyphenated, joined and kept apart with them; they do nothing else.
_IN_WORDS = "\u00ad\u200c\u200d"


def visible(text: str) -> str:
    """A text without characters that cannot be seen, its lines ended by LF.

    >>> visible("a\\x0bb\\r\\nc")
    'ab\\nc'
    """
    return text if text.isprintable() else FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))


def one_line(text: str) -> str:
    """A text on one line, without what cannot be seen.

    >>> one_line(" Two\\nlines ")
    'Two lines'
    """
    return " ".join(visible(text).split())


def cut(text: str, longest: int) -> str:
    """A text of so many characters at most, with a mark where the rest of it is left out.

    >>> cut("They met.", 9), cut("They met again.", 10)
    ('They met.', 'They met…')
    """
    return text if len(text) <= longest else text[: longest - 1].rstrip() + "…"


def shown(text: str) -> str:
    """A text on one line, as a terminal may show it: nothing in it moves the cursor or changes the direction.

    Each character stays one, so that what is below it stays below it.

    >>> shown("a\\tb\\x1b[2J")
    'a b\ufffd[2J'
    """
    return text if text.isprintable() else "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character.isprintable() or character in _IN_WORDS:
        return character
    return " " if character.isspace() else "\N{REPLACEMENT CHARACTER}"


def counted(number: int, one: str, several: str = "") -> str:
    """A number of things, in the words of a message.

    Args:
        number: How many there are.
        one: What one of them is called.
        several: What several are called, if it is more than an "s" at the end.

    >>> counted(1, "event"), counted(0, "event"), counted(1_200, "pair of events", "pairs of events")
    ('1 event', '0 events', '1,200 pairs of events')
    """
    return f"{number:,} {one if number == 1 else several or f'{one}s'}"


def json_text(value: object) -> str:
    """A value as JSON that people can read: letters as they are, what no text holds as its code.

    >>> print(json_text(["é\\x9b"]))
    [
      "é\\u009b"
    ]
    """
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return FORBIDDEN.sub(lambda found: f"\\u{ord(found[0]):04x}", text)


def compact_json(value: object) -> str:
    """A value as JSON for programs, without spaces.

    >>> compact_json({"é": [1, 2]})
    '{"é":[1,2]}'
    """
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
