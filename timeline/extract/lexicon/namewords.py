"""What a language has to tell the names of people, organizations and places apart."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["NameWords"]

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True)
class NameWords:
    """The words beside and inside of names.

    Args:
        place_leads: Prepositions before the name of a place.
        place_names: Places that are called otherwise than their state.
        not_places: Words with which what stands behind such a preposition is no place.
        organization_names: Organizations by their short names.
        not_organizations: Acronyms and words that name something else.
        person_nouns: Nouns before the name of a person: "the actor".
        shared_nouns: Those of them that organizations are, too: "the leader in steel".
        first_name_titles: Titles before the first name of a person: "King", "Sir".
        person_relatives: Relative pronouns of people.
        person_verbs: What only a person does, or is done to nobody else: "resigned", "was arrested".
        person_objects: What is done to a person only, before whom it is told: "police arrested".
        name_particles: Small words inside of names: "de", "bin".
        links: Small words inside of the names of organizations, each with the words behind which it stands there:
            "Centre for Peace".
        adjective_endings: How adjectives of places end: "European".
        compound_endings: How compounds end that belong to no name: "Paris-based".
    """

    place_leads: frozenset[str] = _NONE
    place_names: frozenset[str] = _NONE
    not_places: frozenset[str] = _NONE
    organization_names: frozenset[str] = _NONE
    not_organizations: frozenset[str] = _NONE
    person_nouns: frozenset[str] = _NONE
    shared_nouns: frozenset[str] = _NONE
    first_name_titles: frozenset[str] = _NONE
    person_relatives: frozenset[str] = _NONE
    person_verbs: frozenset[str] = _NONE
    person_objects: frozenset[str] = _NONE
    name_particles: frozenset[str] = _NONE
    links: Mapping[str, frozenset[str]] = field(default_factory=dict)
    adjective_endings: tuple[str, ...] = ()
    compound_endings: tuple[str, ...] = ()
