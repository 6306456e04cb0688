"""The English words that tell clauses, speech, plans and negations apart: data, no code."""

from __future__ import annotations

import re

from timeline.extract.lexicon import Lexicon
from timeline.extract.lexicon import english_names as names
from timeline.extract.lexicon import english_verbs as verbs
from timeline.extract.lexicon.wordclasses import words as _words

__all__ = ["ENGLISH"]


def _phrases(text: str) -> frozenset[str]:
    return frozenset(text.split(", "))


_STRETCHES = _words(
    "part half end beginning start rest middle course remainder whole day days week weeks month months hour hours "
    "quarter quarters year years morning afternoon evening night summer winter spring autumn fall period"
)
ENGLISH = Lexicon(
    language="en",
    auxiliaries=verbs.AUXILIARIES,
    finite=(verbs.AUXILIARIES | verbs.IRREGULAR | verbs.PRESENT) - {"be", "been", "being"},
    finite_suffixes=("ed",),
    finite_prefixes=("re-",),
    prefixes=_words("anti ex mid non post pre pro semi sub trans un"),
    active_endings=("ing",),
    adverb_endings=("ly",),
    superlative_endings=("est",),
    participles=verbs.PARTICIPLES,
    not_finite=verbs.NOT_VERBS,
    be=verbs.BE,
    speech=_words(
        "said says say told tells added adds announced announces confirmed confirms warned warns cautioned reported "
        "reports stated claimed insisted insists argued argues noted notes acknowledged acknowledges declared declares "
        "suggested suggests indicated indicates emphasized emphasised emphasizes stressed stresses believes believe "
        "believed thinks think explained explains predicted predicts estimated estimates alleged alleges admitted "
        "admits denied recalled recalls wrote writes testified testifies conceded concedes revealed reveals ruled "
        "concluded rules complained vowed pledged promised hoped expects expect expected learned"
    ),
    findings=_words("found finds showed shows discovered"),
    bare_speech=_words("said says say added adds believes believe thinks think"),
    telling=_words("told tells"),
    that="that",
    parenthetic="as",
    according=("according to", "as reported by"),
    coordinators=_words("and but yet so"),
    alternatives=_words("or"),
    contrasts=_words("but"),
    subordinators=_words(
        "when while whilst as after before because although though if unless until since whereas where once whereby "
        "which who whose whom even"
    ),
    relatives=_words("which who whose whom where"),
    prepositions=_words(
        "in on at by during since until till from of for around about early late as to through throughout within over "
        "between before after only just back effective dated beginning starting ended ending"
    ),
    infinitive="to",
    particles=_words("ahead over up down off out about on to after before since until till as through"),
    compared=_words("from than"),
    opposing=_words("versus vs"),
    counted_back=_words("ago earlier before previously"),
    returning=_words("back"),
    returning_verbs=verbs.RETURNING | verbs.REPELLING,
    repelling_verbs=verbs.REPELLING,
    long_ago=_words("in to"),
    date_lead=_words(
        "last next past to in on at by during since until till from around about early late through throughout over "
        "within only just shortly back of for between as dated effective sometime some"
    ),
    after_dates=_words("alone"),
    determiners=_words("the a an this that these those his her its their our my your 's"),
    connectives=_words(
        "but and or yet so however meanwhile moreover furthermore also then nevertheless nonetheless still instead "
        "therefore thus besides additionally separately similarly likewise indeed earlier later overall while"
    ),
    connective_phrases=_phrases(
        "in addition, for example, for instance, in fact, of course, at the same time, "
        "on the other hand, as a result, in other words, in the meantime, by contrast, in contrast, "
        "after all, accordingly, consequently, subsequently, hence, ultimately, eventually, finally, interestingly, "
        "significantly, ironically, predictably, specifically, notably, importantly, crucially, sadly, tragically, "
        "fortunately, unfortunately, luckily, remarkably, surprisingly, unsurprisingly, understandably, inevitably, "
        "afterwards, afterward, thereafter"
    ),
    passives=("was", "were"),
    planned=_words("will shall 'll won't"),
    planned_phrases=(
        "is to",
        "are to",
        "(?:is|are|was|were) due to",
        "(?:is|are) set to",
        "scheduled",
        "plans to",
        "planned to",
        "planning to",
        "expected to",
        "expects to",
        "intends to",
        "is going to",
        "are going to",
        "is expected",
        "are expected",
        "wo n't",
    ),
    past=verbs.IRREGULAR | _words("was were had did"),
    possible=_words("could may might would possibly perhaps maybe if unless can"),
    possible_phrases=("is likely", "are likely", "proposed to", "threatened to", "considering", "hopes to", "hope to"),
    negations=_words("not n't never didn't doesn't don't wasn't weren't isn't aren't hasn't haven't hadn't"),
    negation_phrases=(
        "[a-z]+n't",
        "(?:declined|refused|unable) to (?:comment|say|discuss|elaborate|speculate|identify|give)",
    ),
    negation_exceptions=("not only", "not just", "not until", "not before", "not far", "not long", "not least"),
    first_persons=_words("you your i we my our me us i'm i've we're we've we'll i'll"),
    personal_pronouns=_words("he she"),
    thing_pronouns=_words("it they"),
    plural_pronouns=_words("they their"),
    possessives={"his": "'s", "her": "'s", "its": "'s", "their": "'s"},
    person_possessives=_words("his her"),
    demonstratives=_words("this that these those such there here"),
    stopwords=_words(
        "none a an the this that these those of in on at by for to from with without into onto over under between "
        "among through during before after above below up down out off again further then once and but or nor so yet "
        "as if because until while although though when where who whom whose which what why how all any both each few "
        "more most other some such no not only own same than too very can will just should now is are was were be been "
        "being am have has had having do does did doing would could may might must shall i me my we our us you your he "
        "him his she her it its they them their there here also said say says told added new one two three last first "
        "year years month months week weeks day days time according against about around per mr mrs ms"
    ),
    moving_verbs=_words("moved postponed delayed rescheduled pushed shifted changed brought extended put"),
    names=names.NAMES,
    honorifics=names.HONORIFICS,
    organization_words=names.ORGANIZATION_WORDS,
    weekdays_and_months=_words(
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August "
        "September October November December Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec"
    ),
    comparing=_words("compared 's"),
    comparisons=re.compile(
        r"\b(?:(?:first|last|worst|best|(?:low|high|large|bigg|small|dead|deadli|strong|weak|steep|fast|slow|great|hott"
        r"|cold|warm|dri|wett|heavi)est)\b[^;:]{0,60}\bsince(?: (?:the|at least|early|late|mid))?\s*$"
        r"|(?:compared (?:with|to)|versus|vs\.?)\b[^;:]*$|than(?: (?:in|during|for|at|on|the|a))*\s*$"
        r"|from (?:(?:about|around|nearly|almost|fewer|less|more|than|little|just|some|an?|the) ){0,4}"
        r"(?:[$£€#]|c\$|\d)(?:(?! to )[^;:])*$|unlike\b[^,;:]*$)|^\W*like (?!to\b)[^,;:]*$"
    ),
    terms=re.compile(r"\b(?:due|payable|of record|maturing|ending)\s*$"),
    stretch_heads=_STRETCHES | _words("compared up down unchanged"),
    stretches=re.compile(
        r"(?:,?(?<!\s)\s*+)?\b(?:compared (?:with|to)|(?:up|down|unchanged) from)\s+$|"
        r"(?:\b(?:in|at|by|on|for|over|during|through|throughout|until|since|from|toward|towards|within|before|after)\s+)?"
        r"(?:\b(?:the|a)\s+)?(?:\b(?:first|second|last|latter|early|late|final|opening|closing|entire|next)\s+)?"
        r"(?:\b(?:few|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+)\s+)?"
        rf"\b(?:{'|'.join(sorted(_STRETCHES))})\s+(?:of|(?<!years )in|ended|ending)\s+(?:on\s+)?(?:the\s+)?$",
        re.IGNORECASE,
    ),
    relative_adverbs=_words("where"),
    thing_relatives=_words("which that"),
    articles=_words("the a an"),
    definite="the",
    indefinite=("a", "an"),
    rates=_words("per"),
    pointing=_words("the both"),
    nominatives=_words("he she they we i"),
    objects=_words("him her them it me us you"),
    pointing_places=_words("there"),
    pointing_nouns=_words("this these those such here similar latter that's it's he's she's they're"),
    expletives=_words("it its"),
    known=_words(
        "government police polls navy pope congress world economy constitution taliban euro dollar public media press "
        "internet net web sun moon sea weather climate environment past future poor rich elderly sick north south east "
        "west streets ground air law market markets war time role"
    ),
    genitive="of",
    several=_words(
        "people men women children police they others troops themselves two three four five six seven eight nine ten "
        "eleven twelve twenty thirty forty fifty tens dozens hundreds thousands several many"
    ),
    kinds=("al", "ic"),
    abstract=("tion", "sion", "ment", "ness", "ship", "ism"),
    persons=_words(
        "man woman boy girl men women boys girls child children officials soldiers people student students worker "
        "workers teenager couple victim victims passengers patient patients suspect suspects dealer driver teacher "
        "farmer singer actor actress author writer novelist journalist reporter lawyer banker businessman billionaire "
        "tycoon striker coach guard supermodel veteran international midfielder defender goalkeeper"
    ),
    circumstances=_words("after ahead amid as because before despite following when while without"),
    instances=_words("case cases infection infections"),
    countings=_words("new more further another confirmed suspected probable possible laboratory-confirmed reported"),
    opinions=verbs.OPINIONS,
    occasions=verbs.OCCASIONS,
    light_verbs=verbs.LIGHT,
    settled=_words(
        "heartened hastened informed woken duped used followed caused driven triggered marked accompanied prompted "
        "joined preceded replaced based sworn born located situated involved included engaged interested held placed "
        "set put found seen sentenced splashed concerned appointed"
    ),
    ordinals=_words("first second third last latest next only most single sole same"),
    singles=_words("one certain another other others any"),
    further=_words("another"),
    free_choice=_words("any"),
    ones=_words("one ones"),
    anybody=_words(
        "someone somebody something anyone anybody anything everyone everybody everything nothing no nobody none "
        "neither"
    ),
    quantifiers=_words("all anything nothing none everything nobody anybody everybody"),
    changes=_words(
        "part support concern surge rise decline increase drop jump fall growth reduction decrease lack consensus"
    ),
    compatriots=_words(
        "African Albanian Algerian American Argentine Argentinian Australian Austrian Belgian Bolivian Brazilian "
        "Briton Bulgarian Cameroonian Canadian Chilean Colombian Croat Croatian Cuban Czech Dane Dutchman Egyptian "
        "Englishman Estonian Ethiopian European Finn Frenchman Frenchwoman Georgian German Ghanaian Greek Hungarian "
        "Icelander Indian Indonesian Iranian Iraqi Irishman Israeli Italian Ivorian Jamaican Jordanian Kazakh Kenyan "
        "Korean Latvian Libyan Lithuanian Malaysian Mexican Moroccan Nigerian Norwegian Pakistani Palestinian "
        "Paraguayan Peruvian Pole Russian Scot Scotsman Senegalese Serb Serbian Slovak Slovenian Spaniard Swede Syrian "
        "Texan Tunisian Turk Ugandan Ukrainian Uruguayan Uzbek Venezuelan Welshman Zimbabwean "
        "Democrat Republican Conservative Tory Socialist Liberal Communist"
    ),
    peoples=("ians", "eans"),
    noun_endings=("nal", "cal", "ial", "ral", "gal", "ic", "ous", "rs", "ts", "ns", "es", "ity", "ion"),
    aims=_words(
        "attempt effort plan plans decision right need needs deal agreement ability bid call calls order orders chance "
        "deadline option way ways refusal move pledge promise proposal permission offer failure efforts attempts "
        "proposals license licence power powers time intention desire willingness threat threats request pressure ban "
        "vote reason cash money tendency readiness"
    ),
    close=_words(
        "of to than as through about between above below beyond behind toward towards across like unlike near outside "
        "inside based born given asked back early late just only around ever thanks rather instead"
    ),
    giving=_words(
        "give gives gave given offer offers offered hand hands handed grant grants granted award awards awarded"
    ),
    governed=_words("for from with over against"),
    bidding=verbs.BIDDING,
    comparers=_words("than as"),
    likening=_words("like unlike despite"),
    perfect=_words("has have hasn't haven't 've"),
    pluperfect=_words("had hadn't 'd"),
    done_before="having",
    naming_verbs=verbs.NAMING,
    wants=verbs.WANTS | {verb[:-2] + "ing": words for verb, words in verbs.WANTS.items() if verb.endswith("ed")},
    singular_verbs=_words("was is has"),
    no_superlatives=_words(
        "west southwest northwest forest interest disinterest arrest unrest protest guest quest conquest request "
        "inquest bequest test contest harvest rest invest suggest digest honest dishonest modest earnest priest "
        "chest nest vest"
    ),
    no_plurals=("ss", "us", "is", "ics", "news", "series", "species", "'s", "s'"),
    plural_verbs=_words("are were have aren't weren't haven't do don't")
    | {word for word in verbs.PRESENT if word[-1] != "s"},
    other_titles={
        **dict.fromkeys(
            ("he", "his", "him"), _words("Mrs Ms Miss Queen Princess Lady wife widow mother daughter sister")
        ),
        **dict.fromkeys(("she", "her"), _words("Mr King Prince Lord Sir Pope husband widower father son brother")),
    },
    stretch_leads=_words("since until till"),
    bounds={"before": "../{before}", "by": "../{end}", "after": "{after}/.."},
    during=_words("during within"),
    lasting=_words("for"),
    spending=_words("spent spend spends"),
    date_relations=_words("before after into"),
    preceding=_words("before"),
    places=_words("in on at during from"),
    unsure=_words(
        "believes believe believed thinks think expects expect expected hoped predicted predicts alleged alleges "
        "denied suggested suggests estimated estimates no nobody none neither few not many most some half majority "
        "percent should ought insisted insists claimed claims argued argues"
    ),
    shifted={"would": "will"},
    duties=_words("must"),
    ties=_words("also then"),
    reflexives=_words("himself herself itself themselves"),
    of_two=_words("between"),
    comparatives=_words("earlier later"),
    companions=_words("with"),
    complements=_words("of between that against who which where"),
    company_nouns=_words(
        "unit company firm concern bank group agency party carrier airline maker retailer organization organisation "
        "ministry"
    ),
    object_verbs=verbs.OBJECT_VERBS,
    answers=verbs.ANSWERS,
    reactions=verbs.REACTIONS,
    births=_words("born"),
    transitives=verbs.TRANSITIVES,
    asking=_words("see decide determine seek attend transform give"),
    questions=_words("whether what how why whatever whoever whichever"),
    infinite=_words("be been being"),
    names_in_s=_words("moody's mcdonald's sotheby's christie's lloyd's sainsbury's macy's lowe's kohl's wendy's"),
    margins=_words("margin landslide majority whisker"),
    leaving=_words("resigned retired suspended expelled sacked freed released escaped fled"),
    states=_words("trial office power custody exile prison jail court hospital strike murder fraud treason"),
    moments=_words("when"),
    estimates=_phrases(
        "about, around, over, nearly, almost, up to, at least, more than, fewer than, less than, as many as"
    ),
    numbers=_words("dozen hundred thousand million billion quarter third"),
    fractions=_words("half"),
    not_adverbs=_words(
        "family supply ally reply assembly monopoly anomaly rally bully fly belly doily jelly lily apply comply imply "
        "rely multiply tally daily weekly monthly"
    ),
    degrees=_words("most more less least very newly so ill well"),
    adverbs=_words(
        "also again already almost always apparently back been being both briefly clearly currently effectively even "
        "ever eventually finally first formally further just largely later long more much nearly never not now "
        "officially often once only originally previously probably publicly quickly really recently reportedly since "
        "so soon still subsequently suddenly then thus twice ultimately widely yet n't"
    ),
    present=verbs.PRESENT,
    present_states=verbs.PRESENT_STATES,
    coming=_words("to due set expected likely scheduled"),
    openers=_words(
        "ahead alongside ever yesterday today tomorrow tonight with under despite amid unlike like given based among "
        "according along across against near outside inside toward towards without via besides beyond below above "
        "behind following including instead rather thanks upon born asked less while either apart"
    ),
    same_time=_words("when as while whilst"),
    agents=_words("by"),
    time_units=_words(
        "date moment moments seconds day days week weeks month months year years hour hours minute minutes"
    ),
    conditions=_words("even if unless until whether whom whose once"),
    waiting=_words("above below to of than against by for from with between until the a an and or at through"),
    unfinished=_words(
        "saying ready clear just soon over away apart aside along since due only least responsible able unable likely "
        "eligible subject aware willing prone capable but not nor yet so that which who whom when while as in on its "
        "his her their than into after before about where even twice late early far short long few several nearly "
        "almost too very more is was are were because if has have had this some any no"
    ),
    bylines=re.compile(
        r".{0,60}\bwrote:|.{0,300}\b(?:report abuse|posted by:)|(?:readers|you) (?:may|can)\b"
        r"|for (?:more|further) (?:information|details)\b"
        r"|(?:posted|published|updated|last updated|last modified|edited|written|photo(?:graph)?s?|copyright|©)\b",
        re.IGNORECASE,
    ),
)
