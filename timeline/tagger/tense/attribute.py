"""What stands between an article and its noun: "das am Freitag begonnene Spiel"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice, takewhile

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import to_sentence_end, word_at
from timeline.tagger.tense.reach import NEAR

__all__ = ["Attribute"]


class Attribute:
    """Reads the participle to which an expression belongs, in a language that puts both before the noun.

    Args:
        words: The words that tell a tense: the endings ``attributes-past`` and ``attributes-future``, and ``origins``,
            the prepositions of what has its day from the past, unless one of ``after-origins`` follows.
    """

    def __init__(self, words: TenseWords) -> None:
        self._leading = words.set("narrative")
        self._determiners = words.set("determiners")
        self._past = tuple(words.set("attributes-past"))
        self._future = tuple(words.set("attributes-future"))
        self._origins = words.set("origins")
        self._spans = words.set("after-origins")

    def sign(self, tokens: Sequence[str], start: int, end: int) -> int:
        """Below 0 for "die Wahl vom Sonntag", above for "das am Freitag beginnende Spiel".

        >>> from timeline.tagger.locale import load_locale
        >>> attribute = Attribute(load_locale("de").tense)
        >>> tokens = ["Das ", "am ", "Freitag ", "begonnene ", "Spiel"]
        >>> attribute.sign(tokens, 2, 3), attribute.sign([*tokens[:3], "beginnende ", "Spiel"], 2, 3)
        (-1, 1)
        """
        leading = word_at(tokens, start - 1)
        if leading in self._origins and start > 1 and not tokens[start][0].isdigit():
            return -int(tokens[start - 2][0].isupper() and word_at(tokens, end) not in self._spans)
        if not self._past or leading not in self._leading or word_at(tokens, start - 2) not in self._determiners:
            return 0
        near = takewhile(lambda at: tokens[at][0].isalnum(), islice(to_sentence_end(tokens, end), NEAR))
        return next((sign for at in near if (sign := self._participle(tokens, at))), 0)

    def _participle(self, tokens: Sequence[str], at: int) -> int:
        """Of a participle before its noun, but not of one that has its own article: "der am Freitag das neue Haus"."""
        noun = tokens[at + 1] if at + 1 < len(tokens) else ""
        if not (tokens[at][0].islower() and noun[:1].isupper()) or word_at(tokens, at - 1) in self._determiners:
            return 0
        word = word_at(tokens, at)
        return int(word.endswith(self._future)) or -int(word.endswith(self._past))
