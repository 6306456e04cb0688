"""Which forms of a verb tell of what is over: "voted", and "shown" behind "was"."""

from __future__ import annotations

from timeline.tagger.locale import TenseWords

__all__ = ["Forms"]

_SHORTEST_PAST = 4


class Forms:
    """Tells forms of verbs by how they end or by a list.

    Args:
        words: The words that tell a tense: ``past-endings`` and what only ends so, ``not-past``; ``participles`` are
            those that are no past form by themselves.
    """

    def __init__(self, words: TenseWords) -> None:
        self._endings = words.endings
        self._not_past = words.set("not-past")
        self.participles = words.set("participles")
        """The participles that are no past form: "shown", but not "showed"."""

    def is_past(self, word: str) -> bool:
        """Whether a word in lower case ends like a past form.

        >>> forms = Forms(TenseWords({"past-endings": "ed", "not-past": "speed"}))
        >>> forms.is_past("voted"), forms.is_past("speed"), forms.is_past("red")
        (True, False, False)
        """
        ends = word.endswith(self._endings) and len(word) >= _SHORTEST_PAST
        return ends and word not in self._not_past and word.isalpha()

    def may_tell(self, word: str) -> bool:
        """Whether a word in lower case is a form of either kind.

        >>> forms = Forms(TenseWords({"past-endings": "ed", "participles": "shown"}))
        >>> [forms.may_tell(word) for word in ("voted", "shown", "house")]
        [True, True, False]
        """
        return word in self.participles or self.is_past(word)
