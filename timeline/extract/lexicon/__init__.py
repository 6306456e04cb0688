"""What extraction knows of a language's words. A language without a lexicon is read sentence by sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property

from timeline.extract.lexicon.wordclasses import WordClasses

__all__ = ["Facts", "Lexicon", "lexicon_of"]

Facts = tuple[str, bool, bool, str]


@dataclass(frozen=True, eq=False)
class Lexicon(WordClasses):
    """The closed word classes of a language, and those that follow from them."""

    @cached_property
    def facts(self) -> Mapping[str, Facts]:
        """Of any word: itself in small letters, whether it can be a finite verb and a participle, what it leads to.

        >>> [lexicon_of("en").facts[word] for word in ("Signed", "hundred", "went.", "the")]
        [('signed', True, True, ''), ('hundred', False, False, ''), ('went.', True, False, ''), \
('the', False, False, 'noun')]
        """
        from timeline.extract.lexicon.facts import FactsOf

        return FactsOf(self)

    @cached_property
    def pronouns(self) -> frozenset[str]:
        """The pronouns that a title must not begin with."""
        return self.personal_pronouns | self.thing_pronouns | self.possessives.keys()

    @cached_property
    def same_person(self) -> Mapping[str, frozenset[str]]:
        """Of a pronoun for a person, those that can stand for the same one: "she", "her"."""
        return {
            one: frozenset(other for other, others in self.other_titles.items() if others == titles)
            for one, titles in self.other_titles.items()
        }

    @cached_property
    def person_words(self) -> frozenset[str]:
        """The words for persons and for what they are: "woman", "mayor"."""
        return self.persons | self.names.person_nouns

    @cached_property
    def unstressed(self) -> frozenset[str]:
        """The words that a title can do without: "also", "itself"."""
        return self.ties | self.reflexives

    @cached_property
    def no_subjects(self) -> frozenset[str]:
        """The words that no subject begins with which a pronoun could stand for."""
        pointing = self.personal_pronouns | self.thing_pronouns | self.demonstratives | self.first_persons
        return pointing | self.openings | self.connectives

    @cached_property
    def noun_leads(self) -> frozenset[str]:
        """The words that a noun follows, so that a participle after them describes it: "the planned talks"."""
        return (self.determiners | self.prepositions) - self.demonstratives - self.particles

    @cached_property
    def opposites(self) -> Mapping[str, frozenset[str]]:
        """Of a pronoun for a person, those for somebody of the other sex: "she" and "her" of "his"."""
        return {pronoun: frozenset(self.same_person.keys() - same) for pronoun, same in self.same_person.items()}

    @cached_property
    def modals(self) -> frozenset[str]:
        """The auxiliaries before an infinitive: "could"."""
        return self.auxiliaries - self.be - self.having

    @cached_property
    def having(self) -> frozenset[str]:
        """The auxiliaries before a participle: "has", "had"."""
        return self.perfect | self.pluperfect

    @cached_property
    def joining(self) -> frozenset[str]:
        """The words between words of the same kind: "and", "or"."""
        return self.coordinators | self.alternatives

    @cached_property
    def estimate_starts(self) -> frozenset[str]:
        """The first words of the phrases before a number that is not exact: "at"."""
        return frozenset(phrase.split()[0] for phrase in self.estimates)

    @cached_property
    def frame_words(self) -> frozenset[str]:
        """The words without which a sentence does not say who said it."""
        return self.speech | self.findings | {phrase.split()[0] for phrase in self.according}

    @cached_property
    def time_conjunctions(self) -> frozenset[str]:
        """The conjunctions that are prepositions of time, too: "after"."""
        return (self.subordinators & self.prepositions) - {self.parenthetic}

    @cached_property
    def surroundings(self) -> frozenset[str]:
        """The words behind which it is told where, by whom, or under which circumstances something was done."""
        return self.places | self.agents | self.circumstances

    @cached_property
    def waiting_verbs(self) -> frozenset[str]:
        """The verbs that tell nothing without what follows: "has", "said", "came"."""
        return self.auxiliaries | self.speech | self.light_verbs

    @cached_property
    def time_relations(self) -> frozenset[str]:
        """The prepositions that tell when something was beside another: "after Monday's storm"."""
        return self.date_relations & self.time_conjunctions

    @cached_property
    def joints(self) -> frozenset[str]:
        """The conjunctions that join words as well as clauses: "and"."""
        return self.coordinators - self.contrasts

    @cached_property
    def relative_words(self) -> frozenset[str]:
        """The words that can begin a relative clause."""
        return self.relatives | {self.that}

    @cached_property
    def owning_relatives(self) -> frozenset[str]:
        """The relative pronouns that are no subject: "whose", "whom"."""
        return self.relatives - self.thing_relatives - self.relative_adverbs - self.names.person_relatives

    @cached_property
    def verb_parts(self) -> frozenset[str]:
        """The words that stand between the parts of a verb: "had not been told"."""
        return self.adverbs | self.negations | self.infinite

    @cached_property
    def clause_words(self) -> frozenset[str]:
        """The words that begin a clause."""
        return self.splitters | self.relative_words

    @cached_property
    def hanging(self) -> frozenset[str]:
        """The words that can stand for something told before."""
        return (
            self.objects | self.pointing_nouns | self.pointing_places | self.pronouns | self.first_persons | self.ones
        )

    @cached_property
    def phrase_starts(self) -> frozenset[str]:
        """The words that begin a phrase or a clause."""
        return self.clause_words | self.openings | {self.infinitive}

    @cached_property
    def telling_verbs(self) -> frozenset[str]:
        """The verbs that say nothing without what was said."""
        return self.bare_speech | self.telling

    @cached_property
    def adding(self) -> frozenset[str]:
        """The words after a comma that begin what is only added to a headline."""
        return self.relatives | self.coming | self.companions

    @cached_property
    def clause_openers(self) -> frozenset[str]:
        """The words after which a verb must come."""
        return self.relative_words | self.questions | (self.subordinators - self.prepositions - self.adverbs)

    @cached_property
    def openings(self) -> frozenset[str]:
        """The words that begin a phrase before the subject."""
        return self.prepositions | self.subordinators | self.openers

    @cached_property
    def no_openers(self) -> frozenset[str]:
        """The words that no subject begins with which can be understood alone."""
        pointing = self.demonstratives | self.pronouns | self.first_persons
        return self.openings | self.clause_words | self.questions | self.anybody | pointing

    @cached_property
    def clause_starts(self) -> frozenset[str]:
        """The words that no subject holds, because they begin a clause and nothing else."""
        return self.subordinators - self.prepositions - self.relatives - self.adverbs

    @cached_property
    def saying(self) -> frozenset[str]:
        """The verbs that report, and their infinitives: "says", "say"."""
        return self.speech | {verb[:-1] for verb in self.speech if verb.endswith("s")}

    @cached_property
    def small(self) -> frozenset[str]:
        """The words that have a capital letter inside of headings only."""
        return (self.prepositions | self.auxiliaries | self.coordinators) - self.adverbs

    @cached_property
    def naming(self) -> frozenset[str]:
        """The prepositions after which a name tells which thing is meant: "the port in Ulm", no "letter to Ulm"."""
        others = self.subordinators | self.date_relations | self.during | {self.infinitive}
        return (self.prepositions | self.openers) - others

    @cached_property
    def noun_ends(self) -> frozenset[str]:
        """The words before which a noun with its adjectives ends."""
        ends = self.prepositions | self.openers | self.clause_words | self.determiners | self.auxiliaries
        return ends | {self.infinitive, self.genitive}

    @cached_property
    def cut_before(self) -> frozenset[str]:
        """The prepositions that a headline can end before."""
        return (self.prepositions | self.openers) - self.close

    @cached_property
    def no_nouns(self) -> frozenset[str]:
        """The words after a time expression that it does not describe."""
        return self.stopwords | self.date_lead | self.subordinators

    @cached_property
    def noun_markers(self) -> frozenset[str]:
        """The words before a time expression after which it describes the noun that follows."""
        return self.determiners | {self.genitive}

    @cached_property
    def before_dates(self) -> frozenset[str]:
        """The words that are dropped before a time expression."""
        return (self.date_lead | self.determiners) - self.possessives.keys()

    @cached_property
    def of_days(self) -> frozenset[str]:
        """The words within a time expression that tell when by a named day, and do not name it: "[last] Christmas"."""
        return (self.date_lead | self.date_relations) - {self.genitive}

    @cached_property
    def dated_by(self) -> frozenset[str]:
        """The words between what is dated and its date, which are dropped with that: "24 [in the whole of] 2023"."""
        return self.before_dates | self.stretch_heads | {self.genitive}

    @cached_property
    def dangling(self) -> frozenset[str]:
        """The words that a title which was cut does not end with."""
        return self.waiting | self.unfinished | self.openers

    @cached_property
    def splitters(self) -> frozenset[str]:
        """The words that can begin a clause."""
        return self.coordinators | self.subordinators

    @cached_property
    def after_speech(self) -> frozenset[str]:
        """The words that can follow a verb of speech at the end of a sentence."""
        return self.date_lead | self.stopwords


@cache
def lexicon_of(language: str) -> Lexicon:
    """The lexicon of a language (a BCP 47 tag), one without words if there is none.

    >>> "said" in lexicon_of("en-GB").speech, "said" in lexicon_of("xx").speech
    (True, False)
    """
    from timeline.extract.lexicon.english import ENGLISH

    return {"en": ENGLISH}.get(language.partition("-")[0].lower(), Lexicon(language=language))
