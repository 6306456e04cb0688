"""What a participle tells of the noun before it: "a letter written on Monday will be published"."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.tagger.locale import TenseWords
from timeline.tagger.sentence import word_at, words_before
from timeline.tagger.tense.reach import A_FEW

__all__ = ["Reduced"]

_NO_NOUNS = (
    "present",
    "copulas",
    "passive",
    "present-perfect",
    "seeming",
    "prepositions",
    "openers",
    "joining",
    "infinitive",
    "between",
    "determiners",
)


class Reduced:
    """Finds the participles that tell of a noun what is over, though they are no past form by themselves.

    Args:
        words: The words that tell a tense: ``participles`` that are none of ``bare-forms`` do so right behind a word
            that may be a noun, before one of ``agents`` or a day behind one of ``of-days``; but not behind one of
            ``joining``, where another verb may count for them.
    """

    def __init__(self, words: TenseWords) -> None:
        self._participles = words.set("participles") - words.set("bare-forms")
        self._of_days, self._agents, self._joining = map(words.set, ("of-days", "agents", "joining"))
        self._no_nouns = frozenset(words.signs("")).union(*map(words.set, _NO_NOUNS))
        self._adverbs = tuple(words.set("adverb-endings"))

    def tells(self, tokens: Sequence[str], at: int) -> bool:
        """Whether the word at a place is such a one.

        >>> from timeline.tagger.locale import load_locale
        >>> reduced = Reduced(load_locale("en").tense)
        >>> texts = ("A |letter |written |on |Monday", "It |was |written |on |Monday", "Bid |and |men |chosen |by |us")
        >>> [reduced.tells(text.split("|"), text.count("|") - 2) for text in texts]
        [True, False, False]
        """
        if word_at(tokens, at) not in self._participles or not self._has_its_own(tokens, at + 1):
            return False
        before = word_at(tokens, at - 1)
        is_noun = before.isalpha() and before not in self._no_nouns and not before.endswith(self._adverbs)
        return is_noun and self._joining.isdisjoint(words_before(tokens, at, A_FEW))  # "and the winner chosen"

    def _has_its_own(self, tokens: Sequence[str], at: int) -> bool:
        """ "By a reporter", "on Monday"."""
        word = word_at(tokens, at)
        has_day = word in self._of_days and at + 1 < len(tokens) and tokens[at + 1][0].isupper()
        return has_day or word in self._agents
