"""What was made of class characters or tokens, kept within bounds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

__all__ = ["Memo"]

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
