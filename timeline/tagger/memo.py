"""What was made of class characters or tokens, kept within bounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

__all__ = ["LastText", "Memo"]

_MOST = 30_000
_LONGEST_KEPT = 256

Result = TypeVar("Result")


class Memo(dict[str, Result]):
    """What was made of some characters, each time they are first looked up.

    Args:
        make: Makes it.

    >>> lengths = Memo(len)
    >>> lengths["abc"], list(lengths)
    (3, ['abc'])
    """

    def __init__(self, make: Callable[[str], Result]) -> None:
        super().__init__()
        self._make = make

    def __missing__(self, characters: str) -> Result:
        """Make it, and keep it unless the characters are very many."""
        result = self._make(characters)
        if len(characters) <= _LONGEST_KEPT:
            if len(self) >= _MOST:
                self.clear()
            self[characters] = result
        return result


class LastText(Generic[Result]):
    """What was found at the places of the text that was read last: about one expression, many ask for the same.

    >>> ends, tokens = LastText[int](), ["It ", "rained"]
    >>> ends.of(tokens)[0] = 2
    >>> ends.of(tokens), ends.of(["They ", "left"])
    ({0: 2}, {})
    """

    def __init__(self) -> None:
        self._read: tuple[Sequence[str], dict[int, Result]] = ((), {})

    def of(self, tokens: Sequence[str]) -> dict[int, Result]:
        """What was found by place, to be looked up and to be added to."""
        text, found = self._read
        if text is not tokens:
            found = {}
            self._read = tokens, found
        return found
