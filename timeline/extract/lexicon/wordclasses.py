"""The word classes of a language, from which extraction reads clauses, speech, plans and names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.extract.lexicon.namewords import NameWords

__all__ = ["WordClasses", "words"]

_NONE: frozenset[str] = frozenset()


@dataclass(frozen=True, eq=False)
class WordClasses:
    """The closed word classes of a language, all in small letters except the names.

    Args:
        language: The language, as a BCP 47 tag.
        finite: Verb forms that make a clause, as far as they are not told by their ending.
        finite_suffixes: Endings that finite verbs have.
        finite_prefixes: What can stand before a verb with a hyphen: "re-elected".
        prefixes: What a hyphen joins to a name: "pro-European".
        active_endings: Endings of participles of what goes on: "saying".
        adverb_endings: Endings of adverbs of manner: "slowly".
        superlative_endings: Endings of superlatives: "oldest".
        participles: Those of them that are participles, too, as far as they are not told by their ending.
        not_finite: Words that have such an ending and are no verbs.
        auxiliaries: Verb forms that another verb form follows: "had", "will".
        be: The forms of the copula.
        speech: Verbs that report what somebody says or thinks.
        findings: Verbs that tell who found something, behind what was found: "researchers in Ulm found".
        bare_speech: Those of them whose content can follow without "that".
        telling: Those of them that name the listener before the content.
        that: The conjunction that begins reported speech.
        parenthetic: The conjunction that can begin who said it: "As she said, …".
        according: Phrases that name the speaker without a verb.
        coordinators: Conjunctions between equal clauses.
        alternatives: Conjunctions between words one of which is meant: "or".
        contrasts: Those of them that begin a clause only.
        subordinators: Conjunctions that begin a dependent clause.
        relatives: Pronouns that begin a relative clause.
        prepositions: Words after which a time expression belongs to what stands before them.
        infinitive: The word before an infinitive: "to".
        particles: Words that can belong to the verb before them: "took over".
        compared: Words before what something is compared with: "up [from] a year earlier".
        opposing: Words between two that are compared: "versus".
        counted_back: Words behind a stretch of time that is counted back: "a year [earlier]".
        returning: Those of what was had before: "won [back] the seat".
        returning_verbs: Verbs that such a word right behind them belongs to: "was sent back in May".
        repelling_verbs: Those of them that it belongs to behind their object, too: "pushed the army back in May".
        long_ago: Words between it and a time that it only says to be long ago: "left back [in] 2003", "goes back [to]".
        date_lead: Words before a time expression that are dropped with it.
        after_dates: Words behind a time expression that are dropped with it: "last week [alone]".
        determiners: Words after which a time expression is an attribute: "the March talks".
        connectives: Words that tie a sentence to the one before and are dropped at the begin of a title.
        connective_phrases: Phrases that do the same.
        passives: The copula of one and of several: "was", "were".
        planned: Words that tell a plan.
        planned_phrases: Phrases that do the same.
        past: Verb forms of the past, as far as their ending does not tell.
        possible: Words that tell that something is only possible.
        possible_phrases: Phrases that do the same.
        negations: Words that deny.
        negation_phrases: Patterns of words that deny together: "declined to say".
        negation_exceptions: Phrases with such a word that do not.
        first_persons: Pronouns of the speaker, and of who listens.
        personal_pronouns: Pronouns for a person.
        thing_pronouns: Pronouns for a thing or several.
        plural_pronouns: Those of them for several.
        possessives: Possessive pronouns, and what a name takes in their place.
        demonstratives: Words that point to something said before.
        stopwords: Words that tell nothing of what a passage is about.
        moving_verbs: Verbs with which two dates are no range: "moved from March to May".
        names: What tells the names of people, organizations and places apart.
        honorifics: Titles that stand before the name of a person.
        organization_words: Words that the names of organizations hold.
        weekdays_and_months: Capitalised words that are no names.
        comparing: Verb forms in comparisons, which tell nothing themselves: "compared with".
        comparisons: What stands before a date that is only compared with.
        terms: What stands before a date that is a term of something: "bonds due May 2030".
        waiting: Words that no title ends with, because they wait for another.
        stretch_heads: The words of which such a phrase has one.
        stretches: A noun for a part of the time that an expression names: "in the last part of [this year]".
        person_possessives: Those possessive pronouns that stand for a person.
        relative_adverbs: Those relative pronouns that leave no gap in their clause: "where".
        thing_relatives: Those that stand for no person: "which".
        articles: The articles.
        definite: That of what is known: "the".
        indefinite: Those of what is not, before a consonant and before a vowel: "a", "an".
        rates: Words before what something is counted by, beside the articles: "$9 [per] day".
        pointing_places: Adverbs for a place told before, if they are no subject: "fled there", not "there were".
        pointing_nouns: Determiners of what was said just before: "this speculation".
        pointing: Determiners of what is known already: "the".
        nominatives: Pronouns that are subjects only: "they".
        objects: Pronouns as objects: "him".
        expletives: Pronouns for a thing, which can stand for nothing: "it".
        known: Nouns that with an article mean something known to all: "the government".
        comparatives: Words with which an expression begins that no preposition leads to: "earlier this month".
        companions: Prepositions before what goes on at the same time: ", with the mayor calling for calm".
        complements: Words after a noun that say which is meant: "the plan of the army".
        genitive: The word before the one that has something: "of".
        several: Words for several that do not end as a plural does: "people", "two".
        names_in_s: Names that end as a genitive does: "Moody's".
        margins: Nouns behind "by" that tell by how much, and not who did it: "margin".
        leaving: Verbs after which it need not be told what somebody left: "resigned [from]".
        states: Nouns that wait for nothing behind a preposition: "on trial".
        moments: Words behind a date before what happened then: "in 2023, [when]".
        estimates: Phrases before a number that is not exact: "at least [40]".
        numbers: Nouns of a number: "a [dozen]".
        fractions: Words before such a noun: "at least [half] a dozen".
        kinds: Endings of adjectives that tell which kind of thing is meant: "the presidential campaign".
        abstract: Endings of nouns that are no names: "construction".
        persons: Nouns for people of which a country does not tell who they are: "the Danish boy".
        circumstances: Words behind which it is told under which circumstances, which no verb waits for: "amid".
        instances: What is counted of something that must be told: "cases".
        countings: Words before it that do not tell of what: "new", "confirmed".
        occasions: Verbs of what happens when their object does: "won [the 2002 vote]".
        opinions: Participles after "is" that tell what somebody thinks or needs, and no event: "believed".
        light_verbs: Verbs that tell nothing alone, though they have no object: "came [after]".
        settled: Participles that tell nothing without a place: "was based [in]".
        ordinals: Words of which one among several is: "the first".
        singles: Determiners of one that is not told: "one soldier", "another".
        further: Those of one beside others told before: "another".
        free_choice: Those of one that may be chosen freely: "any".
        ones: Pronouns for a thing of a kind told before, if a relative clause follows: "built one that".
        anybody: Pronouns for somebody or something that is not told: "someone".
        quantifiers: Words before an exception: "all [but]".
        changes: Nouns that wait for what changes: "a surge [in prices]".
        noun_endings: Endings of nouns and adjectives, which no infinitive has: "local".
        compatriots: Names for one of a people, which do not tell who: "the Swede".
        peoples: Endings of the names of peoples: "Italians".
        aims: Nouns that wait for what they aim at: "an attempt [to leave]".
        close: Prepositions that no headline ends before: "below [the poverty line]".
        giving: Verbs with a receiver before what is given: "offered Rome [a pact]".
        governed: Prepositions that mostly belong to the verb or the noun before them: "a claim [against her]".
        bidding: Verbs that want one to do something: "asked her [to leave]".
        comparers: Words between what is compared: "than".
        likening: Words before what a subject is set beside, with a date of its own: "like Weber in 1956".
        perfect: Verb forms that tell what lasts until now: "has".
        pluperfect: Verb forms that tell what was before: "had".
        done_before: The word before a participle that tells what was done before: "having".
        naming_verbs: Verbs that say nothing without what follows "as": "described her as".
        wants: Of a verb, the words that begin what it says nothing without: "attributed it [to]".
        singular_verbs: Verb forms that want one: "was".
        no_superlatives: Words that end as a superlative does, and are none: "protest".
        no_plurals: Endings of nouns that end as a plural does, and are none: "virus".
        plural_verbs: Verb forms that want several as their subject: "were".
        other_titles: Of a pronoun for a person, the titles and relatives it is not used for: "he", not "Mrs", "wife".
        stretch_leads: Words before an end of a stretch of time: "since".
        bounds: Words before a date that something is planned to come before or after, each with the interval it says.
        during: Prepositions that stand before a stretch of time only: "within".
        lasting: Prepositions before how long, or for which stretch, something is: "a profit [for] May".
        spending: Verbs whose object is a time: "spent the year in Ulm".
        date_relations: Words between a stretch of time and what it is counted from: "hours before".
        preceding: Prepositions before what came later: "led it [before] leaving in May".
        places: Prepositions after which it is told where something is said.
        unsure: Words of who only thinks, wants, or denies what he says.
        shifted: Of a modal in what somebody said, told in the past, what it was when he said it: "would", "will".
        duties: Modals of what is still to be done: "must".
        ties: Adverbs that tie a clause to one before, and are left out: "also".
        reflexives: Pronouns that stress the subject where they stand before its verb: "Rome itself was hit".
        of_two: Prepositions that want two names or a plural: "between".
        company_nouns: Nouns that with an article mean an organization named before: "the company".
        object_verbs: Participles of verbs that tell nothing without an object: "elections held in May".
        answers: Verbs that tell nothing as the last word of a title: "apologised [for it]", "will arrive [in Ulm]".
        reactions: Verbs of what was before: "described [the 1993 talk]", "welcomed [Monday's vote]".
        births: What is told once of everybody: "was born".
        transitives: More such participles, of a verb that is told of one who did nothing: "was fined and extradited".
        asking: Verbs that tell nothing in the infinitive without what follows: "to see [if]", "to seek [a seat]".
        questions: Words that begin an indirect question.
        infinite: The forms of the copula that are no verb of a clause, before a participle: "to be [held]".
        not_adverbs: Nouns and verbs that end as adverbs do: "family".
        degrees: Adverbs before an adjective: "the most [wanted man]".
        adverbs: Words that stand between the parts of a verb.
        present: Verb forms of the present, except the copula.
        present_states: Verb forms that tell a state, if no participle follows.
        coming: Words after the copula that tell what is to come: "is due".
        openers: Words that begin a phrase before the subject, beside the prepositions.
        same_time: Conjunctions between what happens at the same time.
        agents: Prepositions before who did what a participle tells: "led by".
        time_units: Nouns for stretches of time: "two days after".
        conditions: Conjunctions without which a clause would say something else.
        unfinished: More such words, where a title was cut.
        bylines: What begins a line that tells who wrote or printed it, up to the words that say so.
    """

    language: str = ""
    finite: frozenset[str] = _NONE
    finite_suffixes: tuple[str, ...] = ()
    finite_prefixes: tuple[str, ...] = ()
    prefixes: frozenset[str] = _NONE
    active_endings: tuple[str, ...] = ()
    adverb_endings: tuple[str, ...] = ()
    superlative_endings: tuple[str, ...] = ()
    participles: frozenset[str] = _NONE
    not_finite: frozenset[str] = _NONE
    auxiliaries: frozenset[str] = _NONE
    be: frozenset[str] = _NONE
    speech: frozenset[str] = _NONE
    findings: frozenset[str] = _NONE
    bare_speech: frozenset[str] = _NONE
    telling: frozenset[str] = _NONE
    that: str = ""
    parenthetic: str = ""
    according: tuple[str, ...] = ()
    coordinators: frozenset[str] = _NONE
    alternatives: frozenset[str] = _NONE
    contrasts: frozenset[str] = _NONE
    subordinators: frozenset[str] = _NONE
    relatives: frozenset[str] = _NONE
    prepositions: frozenset[str] = _NONE
    infinitive: str = ""
    particles: frozenset[str] = _NONE
    compared: frozenset[str] = _NONE
    opposing: frozenset[str] = _NONE
    counted_back: frozenset[str] = _NONE
    returning: frozenset[str] = _NONE
    returning_verbs: frozenset[str] = _NONE
    repelling_verbs: frozenset[str] = _NONE
    long_ago: frozenset[str] = _NONE
    date_lead: frozenset[str] = _NONE
    after_dates: frozenset[str] = _NONE
    determiners: frozenset[str] = _NONE
    connectives: frozenset[str] = _NONE
    connective_phrases: frozenset[str] = _NONE
    passives: tuple[str, str] = ("", "")
    planned: frozenset[str] = _NONE
    planned_phrases: tuple[str, ...] = ()
    past: frozenset[str] = _NONE
    possible: frozenset[str] = _NONE
    possible_phrases: tuple[str, ...] = ()
    negations: frozenset[str] = _NONE
    negation_phrases: tuple[str, ...] = ()
    negation_exceptions: tuple[str, ...] = ()
    first_persons: frozenset[str] = _NONE
    personal_pronouns: frozenset[str] = _NONE
    thing_pronouns: frozenset[str] = _NONE
    plural_pronouns: frozenset[str] = _NONE
    possessives: Mapping[str, str] = field(default_factory=dict)
    demonstratives: frozenset[str] = _NONE
    stopwords: frozenset[str] = _NONE
    moving_verbs: frozenset[str] = _NONE
    names: NameWords = field(default_factory=NameWords)
    honorifics: frozenset[str] = _NONE
    organization_words: frozenset[str] = _NONE
    weekdays_and_months: frozenset[str] = _NONE
    comparing: frozenset[str] = _NONE
    comparisons: re.Pattern[str] = re.compile(r"(?!)")
    terms: re.Pattern[str] = re.compile(r"(?!)")
    waiting: frozenset[str] = _NONE
    stretch_heads: frozenset[str] = _NONE
    stretches: re.Pattern[str] = re.compile(r"(?!)")
    person_possessives: frozenset[str] = _NONE
    relative_adverbs: frozenset[str] = _NONE
    thing_relatives: frozenset[str] = _NONE
    articles: frozenset[str] = _NONE
    definite: str = ""
    indefinite: tuple[str, str] = ("", "")
    rates: frozenset[str] = _NONE
    pointing_places: frozenset[str] = _NONE
    pointing_nouns: frozenset[str] = _NONE
    pointing: frozenset[str] = _NONE
    nominatives: frozenset[str] = _NONE
    objects: frozenset[str] = _NONE
    expletives: frozenset[str] = _NONE
    known: frozenset[str] = _NONE
    comparatives: frozenset[str] = _NONE
    companions: frozenset[str] = _NONE
    complements: frozenset[str] = _NONE
    genitive: str = ""
    several: frozenset[str] = _NONE
    names_in_s: frozenset[str] = _NONE
    margins: frozenset[str] = _NONE
    leaving: frozenset[str] = _NONE
    states: frozenset[str] = _NONE
    moments: frozenset[str] = _NONE
    estimates: frozenset[str] = _NONE
    numbers: frozenset[str] = _NONE
    fractions: frozenset[str] = _NONE
    kinds: tuple[str, ...] = ()
    abstract: tuple[str, ...] = ()
    persons: frozenset[str] = _NONE
    circumstances: frozenset[str] = _NONE
    instances: frozenset[str] = _NONE
    countings: frozenset[str] = _NONE
    occasions: frozenset[str] = _NONE
    opinions: frozenset[str] = _NONE
    light_verbs: frozenset[str] = _NONE
    settled: frozenset[str] = _NONE
    ordinals: frozenset[str] = _NONE
    singles: frozenset[str] = _NONE
    further: frozenset[str] = _NONE
    free_choice: frozenset[str] = _NONE
    ones: frozenset[str] = _NONE
    anybody: frozenset[str] = _NONE
    quantifiers: frozenset[str] = _NONE
    changes: frozenset[str] = _NONE
    compatriots: frozenset[str] = _NONE
    peoples: tuple[str, ...] = ()
    noun_endings: tuple[str, ...] = ()
    aims: frozenset[str] = _NONE
    close: frozenset[str] = _NONE
    giving: frozenset[str] = _NONE
    governed: frozenset[str] = _NONE
    bidding: frozenset[str] = _NONE
    comparers: frozenset[str] = _NONE
    likening: frozenset[str] = _NONE
    perfect: frozenset[str] = _NONE
    pluperfect: frozenset[str] = _NONE
    done_before: str = ""
    naming_verbs: frozenset[str] = _NONE
    wants: Mapping[str, frozenset[str]] = field(default_factory=dict)
    singular_verbs: frozenset[str] = _NONE
    no_superlatives: frozenset[str] = _NONE
    no_plurals: tuple[str, ...] = ()
    plural_verbs: frozenset[str] = _NONE
    other_titles: Mapping[str, frozenset[str]] = field(default_factory=dict)
    stretch_leads: frozenset[str] = _NONE
    bounds: Mapping[str, str] = field(default_factory=dict)
    during: frozenset[str] = _NONE
    lasting: frozenset[str] = _NONE
    spending: frozenset[str] = _NONE
    date_relations: frozenset[str] = _NONE
    preceding: frozenset[str] = _NONE
    places: frozenset[str] = _NONE
    unsure: frozenset[str] = _NONE
    shifted: Mapping[str, str] = field(default_factory=dict)
    duties: frozenset[str] = _NONE
    ties: frozenset[str] = _NONE
    reflexives: frozenset[str] = _NONE
    of_two: frozenset[str] = _NONE
    company_nouns: frozenset[str] = _NONE
    object_verbs: frozenset[str] = _NONE
    answers: frozenset[str] = _NONE
    reactions: frozenset[str] = _NONE
    births: frozenset[str] = _NONE
    transitives: frozenset[str] = _NONE
    asking: frozenset[str] = _NONE
    questions: frozenset[str] = _NONE
    infinite: frozenset[str] = _NONE
    not_adverbs: frozenset[str] = _NONE
    degrees: frozenset[str] = _NONE
    adverbs: frozenset[str] = _NONE
    present: frozenset[str] = _NONE
    present_states: frozenset[str] = _NONE
    coming: frozenset[str] = _NONE
    openers: frozenset[str] = _NONE
    same_time: frozenset[str] = _NONE
    agents: frozenset[str] = _NONE
    time_units: frozenset[str] = _NONE
    conditions: frozenset[str] = _NONE
    unfinished: frozenset[str] = _NONE
    bylines: re.Pattern[str] = re.compile(r"(?!)")


def words(text: str) -> frozenset[str]:
    """The words of a class, from a text that lists them.

    >>> sorted(words("while when"))
    ['when', 'while']
    """
    return frozenset(text.split())
