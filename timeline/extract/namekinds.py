"""What a name is: what its own words tell of it, and those beside it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from timeline.extract.lexicon import Lexicon
from timeline.wording import territories

__all__ = [
    "WEAK",
    "Evidence",
    "Kind",
    "bare",
    "evidence_of",
    "is_living",
    "is_lone",
    "is_of_others",
    "is_territory",
    "is_title",
    "linked",
    "past_titles",
    "text_of",
]

Kind = Literal["people", "organizations", "places"]

Evidence = tuple[int, Kind, str]
"""How strong it is, the stronger the lower; what a name is; and the name without titles."""

WEAK = 3
"""The rank from which a name may be another thing elsewhere."""

_SENTENCE_ENDS = (".", "!", "?", "\n", '"', "“", "”")
_LONGEST_PLACE = 3
_OLDEST = 110
_LONGEST_ROLE = 7


def evidence_of(tokens: Sequence[str], low: int, high: int, lexicon: Lexicon) -> Evidence | None:
    """What a name and the words beside it tell of it.

    Args:
        tokens: Words and marks.
        low: Where the name begins in them.
        high: Where it ends, not included.
        lexicon: The language.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> evidence_of(["Mr", "Reyes", "left"], 0, 2, lexicon_of("en"))
    (1, 'people', 'Reyes')
    """
    name = text_of(tokens[low:high])
    if is_territory(name, lexicon):
        return 0, "places", name
    first = past_titles(tokens, low, high, lexicon)
    if first == high:
        return None
    if _is_organization(tokens, first, high, lexicon):
        return 1, "organizations", name
    if first > low or _is_described(tokens, low, high, lexicon):
        return 1, "people", text_of(tokens[first:high])
    return _told_beside(tokens, low, high, lexicon)


def past_titles(tokens: Sequence[str], low: int, high: int, lexicon: Lexicon) -> int:
    """Where the name proper begins behind titles: "Treasury Secretary [Ana Reyes]".

    >>> from timeline.extract.lexicon import lexicon_of
    >>> past_titles(["Treasury", "Secretary", "Ana", "Reyes"], 0, 4, lexicon_of("en"))
    2
    """
    return next((i + 1 for i in range(high - 1, low - 1, -1) if is_title(tokens[i], lexicon)), low)


def _told_beside(tokens: Sequence[str], low: int, high: int, lexicon: Lexicon) -> Evidence | None:
    """What only the words beside a name tell, which may be another thing elsewhere."""
    name = text_of(tokens[low:high])
    if _speaks(tokens, low, high, lexicon):
        return 2, "people", name
    if _is_where(tokens, low, high, lexicon):
        return WEAK, "places", name
    if high - low == 1 and _is_apposed(tokens, low, high, lexicon):
        names_one = not (name.endswith("s") or is_lone(tokens, low, high, lexicon))  # "Democrats, who", "However, who"
        return (WEAK + 1, "people", name) if names_one or tokens[high + 1].isdigit() else None
    return None


def is_lone(tokens: Sequence[str], low: int, high: int, lexicon: Lexicon) -> bool:
    """Whether it is one word with which a sentence begins, and which may have its capital from there.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> is_lone(["Then", "Reyes", "left"], 0, 1, lexicon_of("en")), is_lone(["UNHCR", "left"], 0, 1, lexicon_of("en"))
    (True, False)
    """
    begins = low == 0 or tokens[low - 1].endswith(_SENTENCE_ENDS)
    return begins and high - low == 1 and not _is_acronym(tokens[low], lexicon)


def _is_acronym(text: str, lexicon: Lexicon) -> bool:
    plain = text.replace(".", "").removesuffix("'s").removesuffix("’s")
    return 2 < len(plain) < 7 and plain.isupper() and plain.isalpha() and plain not in lexicon.names.not_organizations


def is_title(token: str, lexicon: Lexicon) -> bool:
    """Whether a word is a title before a name: "Mr", "President".

    >>> from timeline.extract.lexicon import lexicon_of
    >>> is_title("Mrs.", lexicon_of("en")), is_title("Reyes", lexicon_of("en"))
    (True, False)
    """
    return token.rstrip(".") in lexicon.honorifics


def is_territory(name: str, lexicon: Lexicon) -> bool:
    """Whether a name is that of a country or another part of the world, whatever the words beside it tell.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> is_territory("France", lexicon_of("en")), is_territory("Reyes", lexicon_of("en"))
    (True, False)
    """
    return name in lexicon.names.place_names or (lexicon.language != "" and name in territories(lexicon.language))


def _is_organization(tokens: Sequence[str], low: int, high: int, lexicon: Lexicon) -> bool:
    """Its last word says so, the one before "of" or "for", or all of it."""
    name = text_of(tokens[low:high])
    if high - low == 1:
        return name in lexicon.names.organization_names or _is_acronym(name, lexicon)
    if name in lexicon.names.organization_names or any(
        bare(one) in linked(link, lexicon) - lexicon.names.not_organizations for one, link in pairwise(tokens[low:high])
    ):
        return True
    return bare(tokens[high - 1]) in lexicon.organization_words - lexicon.names.not_organizations


def linked(link: str, lexicon: Lexicon) -> frozenset[str]:
    """The words of organizations behind which a small word goes on with their name.

    >>> from timeline.extract.lexicon import lexicon_of
    >>> "Centre" in linked("for", lexicon_of("en")), "Reyes" in linked("of", lexicon_of("en"))
    (True, False)
    """
    return lexicon.organization_words if link == lexicon.genitive else lexicon.names.links.get(link, frozenset())


def _is_described(tokens: Sequence[str], low: int, high: int, lexicon: Lexicon) -> bool:
    """ "Mr Reyes", "the actor Ana Reyes", "Ana Reyes, who", "Ana Reyes, 34,"."""
    if text_of(tokens[low:high]) in lexicon.organization_words:
        return False
    if low and (_is_role(tokens[low - 1], lexicon) or is_title(tokens[low - 1], lexicon)):
        return True
    return high - low > 1 and _is_apposed(tokens, low, high, lexicon)


def _is_apposed(tokens: Sequence[str], low: int, high: int, lexicon: Lexicon) -> bool:
    """Whether what stands behind a name and a comma tells of a person: "Ada Byron, a lawyer", "Lind, 34,".

    But not behind "the Conservatives" or "in Lagos".
    """
    if high + 1 >= len(tokens) or tokens[high] != ",":
        return False
    if low and (tokens[low - 1].lower() in lexicon.articles or _is_where(tokens, low, high, lexicon)):
        return False
    if low > 1 and tokens[low - 1] == "," and _is_role(tokens[low - 2], lexicon):
        return True
    first, following = tokens[high + 1].lower(), tokens[high + 2 : high + 2 + _LONGEST_ROLE]
    if first.isdigit():
        return int(first) < _OLDEST and (high - low > 1 or following[:1] == [","])
    return first in lexicon.names.person_relatives or (first in lexicon.articles and _is_persons(following, lexicon))


def _is_persons(following: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a phrase tells what only a person is: "the former [head] of a league", not "the leader in steel"."""
    end = next((k for k, token in enumerate(following) if _ends_role(token, lexicon)), 0)
    noun = following[end - 1].lower().rstrip(".") if end else ""
    return _is_role(noun, lexicon) and noun not in lexicon.names.shared_nouns


def _ends_role(token: str, lexicon: Lexicon) -> bool:
    ends = token in (lexicon.genitive, lexicon.infinitive) or token in lexicon.coordinators
    return ends or not token[0].isalnum() or token in lexicon.names.place_leads or token in lexicon.names.links


def _is_role(token: str, lexicon: Lexicon) -> bool:
    """ "President", "vice-president"."""
    return token.lower().rpartition("-")[2] in lexicon.names.person_nouns


def _speaks(tokens: Sequence[str], low: int, high: int, lexicon: Lexicon) -> bool:
    """Two words or more that say something, live, or are arrested are a person, unless one names something else."""
    if high - low == 1:
        return False
    after = tokens[high].lower().rstrip(".") if high < len(tokens) else ""
    speaks = after in lexicon.telling_verbs or not lexicon.bare_speech.isdisjoint(tokens[low - 1 : low])
    speaks = speaks or not lexicon.names.person_objects.isdisjoint(tokens[low - 1 : low])
    speaks = speaks or is_living(after, tokens[high + 1 : high + 2], lexicon)
    speaks = speaks and tokens[low].lower() not in lexicon.no_subjects  # "Earlier Ana Reyes said"
    return speaks and not any(is_of_others(bare(token), lexicon) for token in tokens[low:high])


def is_living(verb: str, following: Sequence[str], lexicon: Lexicon) -> bool:
    """Whether a verb tells what only a person does, or what is done to nobody else: "resigned", "was arrested".

    >>> from timeline.extract.lexicon import lexicon_of
    >>> is_living("was", ["arrested"], lexicon_of("en")), is_living("was", ["sold"], lexicon_of("en"))
    (True, False)
    """
    told = following[0].lower().rstrip(".") if following and verb in lexicon.passives else verb
    return told in lexicon.names.person_verbs


def is_of_others(part: str, lexicon: Lexicon) -> bool:
    """Whether a word stands in the names of organizations or nations: "Kenya", "Bank", "NHS", "Turkish".

    >>> from timeline.extract.lexicon import lexicon_of
    >>> [word for word in ("Kenya", "Ana", "Bank", "NHS", "Turkish") if not is_of_others(word, lexicon_of("en"))]
    ['Ana']
    """
    if part in lexicon.organization_words or is_territory(part, lexicon):
        return True
    return (
        (len(part.rstrip(".")) > 1 and part.isupper())
        or part in lexicon.names.not_places
        or part.endswith(lexicon.names.adjective_endings)
    )


def _is_where(tokens: Sequence[str], low: int, high: int, lexicon: Lexicon) -> bool:
    """ "In Lagos", but not "in European markets"."""
    if not low or tokens[low - 1].lower() not in lexicon.names.place_leads or high - low > _LONGEST_PLACE:
        return False
    last = bare(tokens[high - 1])
    is_adjective = last.endswith(lexicon.names.adjective_endings)
    return last.isalpha() and not (last.isupper() or is_adjective or bare(tokens[low]) in lexicon.names.not_places)


def text_of(tokens: Sequence[str]) -> str:
    """The words of a name as one text.

    >>> text_of(["Ana", "Reyes's"])
    'Ana Reyes'
    """
    return " ".join(map(bare, tokens))


@lru_cache(20_000)
def bare(token: str) -> str:
    """A word of a name without its genitive and the full stop of a sentence, but with those of initials.

    >>> bare("Reyes's"), bare("Reyes."), bare("W."), bare("U.S.")
    ('Reyes', 'Reyes', 'W.', 'U.S.')
    """
    whole = token if token.count(".") > 1 or len(token) == len("W.") else token.rstrip(".")
    return whole.removesuffix("'s").removesuffix("’s").rstrip("’'")
