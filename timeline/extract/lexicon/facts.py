"""What is known of each word of a language, worked out once."""

from __future__ import annotations

from timeline.extract.lexicon import Facts, Lexicon

__all__ = ["FactsOf"]

_MOST_WORDS = 100_000
_YEAR = 4  # how many digits a year has: "a bridge built in 1911 collapsed"


class FactsOf(dict[str, Facts]):
    """What is known of each word, worked out once."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self._lexicon = lexicon

    def __missing__(self, word: str) -> Facts:
        small = word.lower().replace("’", "'")
        plain, known = small.rstrip("."), self._lexicon
        ends = len(plain) > 3 and plain.endswith(known.finite_suffixes)
        plain_verb = next((plain[len(one) :] for one in known.finite_prefixes if plain.startswith(one)), plain)
        ends = ends and plain not in known.not_finite and "-" not in plain_verb
        if len(self) >= _MOST_WORDS:
            self.clear()
        if word.isupper() and len(word) > 1 and small in known.no_openers:
            small = word  # a name: "US", "WHO"
        participle = ends or plain in known.participles
        counts = plain.isdigit() and len(plain) != _YEAR
        owns = plain.endswith("'s") and plain not in known.names_in_s
        noun = plain in known.noun_leads or plain in known.infinite or owns
        adverb = plain in known.degrees or (
            plain.endswith(known.adverb_endings) and word.islower() and plain not in known.not_adverbs
        )
        leads = "verb" if plain == known.infinitive else "noun" if noun else "same" if adverb else "number" * counts
        facts = self[word] = (small, plain in known.finite or ends, participle, leads)
        return facts
