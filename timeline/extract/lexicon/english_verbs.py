"""The English verbs that tell clauses, speech and plans apart: data, no code."""

from __future__ import annotations

from timeline.extract.lexicon.wordclasses import words as _words

__all__ = [
    "ANSWERS",
    "AUXILIARIES",
    "BE",
    "BIDDING",
    "IRREGULAR",
    "LIGHT",
    "NAMING",
    "NOT_VERBS",
    "OBJECT_VERBS",
    "OCCASIONS",
    "OPINIONS",
    "PARTICIPLES",
    "PRESENT",
    "PRESENT_STATES",
    "REACTIONS",
    "REPELLING",
    "RETURNING",
    "TRANSITIVES",
    "WANTS",
]

BE = _words("is are was were am be been being 's 're isn't aren't wasn't weren't")
AUXILIARIES = BE | _words(
    "has have had do does did hasn't haven't hadn't don't doesn't didn't will would can could may might shall should "
    "must won't wouldn't can't cannot couldn't shouldn't 'll 'd 've ca wo n't"
)
IRREGULAR = _words(
    "arose ate awoke beat became began bent bet bid blew bound bought bore bred broke brought built burned burnt burst "
    "came cast caught chose clung cost crept cut dealt drank drew drove dug fed fell felt fled flew fought found froze "
    "gave got grew ground heard held hid hit hung hurt kept knew laid lay led left lent let lit lost made meant met "
    "mistook oversaw overtook overthrew overturned paid proved put quit ran rang read rebuilt repaid rewrote rose said "
    "sang sank sat saw sent set shone shook shot showed shrank shut slept slid sought sold spent spoke spread sprang "
    "stole stood struck stuck swam swept swore swung taught thought threw told took torn tore understood undertook "
    "underwent upheld went withdrew withstood woke won wore wrote befell bled dwelt flung forbade foresaw foretold "
    "forgave forgot forsook knelt leapt misled misunderstood outbid outdid outgrew outran outsold overcame overheard "
    "overran overrode redid relaid remade resold retold rode slew spat spelt spilt spoilt strode strove trod undercut "
    "undid wept withheld wrung"
)
PARTICIPLES = _words(
    "bet bid bought bound bred brought built burned burnt cast caught cut dealt dug fed felt fought found ground heard "
    "held hit hung hurt kept laid led left lent let lit lost made meant met overcome overthrown paid put quit read "
    "rebuilt repaid said sent set shot shut sold sought spent spread struck stuck swept swung taught thought told "
    "understood upheld won worn arisen awoken beaten become begun bitten blown born borne broken chosen come done "
    "drawn driven drunk eaten fallen flown forbidden forgotten forgiven frozen given gone grown hidden known overseen "
    "overtaken risen run seen shaken shown shrunk spoken stolen sung sunk sworn swum taken thrown torn undergone "
    "undertaken withdrawn woken written foreseen foretold misled outbid overheard overridden overrun redone remade "
    "resold retold ridden slain sown strewn trodden undercut undone withheld woven wrung"
)
PRESENT = _words(
    "says calls comes takes makes gives goes gets begins becomes expects plans hopes wants needs shows means includes "
    "remains continues faces holds meets leads opens starts ends returns arrives reaches signs launches visits kills "
    "dies wins loses marks celebrates announces warns agrees votes rejects accepts approves declares rules turns runs "
    "sees seeks moves leaves sets puts falls rises drops resigns orders urges tells believes suggests reports "
    "confirms claims denies demands insists argues notes adds estimates predicts say expect want believe continue "
    "remain meet begin come go take make give gathers publishes elects appoints introduces adopts ratifies withdraws "
    "invades captures seizes destroys collapses sinks crashes explodes erupts attends addresses receives presents "
    "invites chairs joins founds establishes creates builds sells buys pays sends brings stands sits speaks writes "
    "reads teaches studies discovers invents develops produces provides offers requires allows lets keeps grows "
    "increases decreases expands extends lasts lives works serves occurs happens appears disappears escapes "
    "surrenders defeats beats fights occupies liberates executes arrests charges convicts sentences acquits sues "
    "testifies pleads assassinates murders bombs shells shoots wounds injures evacuates rescues deploys imposes lifts "
    "suspends expels recognizes recognises condemns criticizes criticises praises blames accuses apologizes "
    "apologises asks answers explains proposes postpones cancels unveils inaugurates retires replaces succeeds "
    "nominates concedes hosts briefs expires enters commences approve agree announce accuse withdraw overrun overruns "
    "elect invade destroy expel condemn criticize criticise impose arrive occur appear hold face refuse refuses "
    "decide decides fail fails die kill win lose fall seize adopt reject accept enter leave resume insist argue deny "
    "involve abandons abolishes acquires admits amends annuls applies assumes awards closes completes concludes "
    "conquers delivers demolishes departs deposes devastates dismisses dissolves earns emerges enacts engulfs "
    "escalates evicts exceeds exposes extradites flees forbids frees halts hires identifies ignites indicts inherits "
    "initiates installs intervenes investigates isolates lends merges migrates negotiates obtains opposes ousts "
    "overcomes overtakes overthrows passes performs persuades plunges prevents privatises privatizes nationalises "
    "nationalizes proclaims prohibits proves pursues quits rebuilds recalls reduces regains reinstates rejoins "
    "relaunches relocates removes renames reopens repeals repels resolves restores restricts resumes retains retakes "
    "reveals revives revokes saves secures settles severs shuts slashes solves splits steals stops submits succumbs "
    "suffers surpasses survives swears sweeps threatens throws topples undergoes unites unleashes unseats upholds "
    "vanishes violates weakens lacks follows coincides contains consists belongs depends exists owns looks seems"
)
PRESENT_STATES = _words(
    "looks look looked seemed appeared refers lies is are 's 're isn't aren't has have hasn't haven't remains "
    "remain means includes seems appears shows holds faces wants needs continues do does"
)
NOT_VERBS = _words(
    "hundred red bed need indeed united seed speed feed breed deed greed weed shed sacred naked wicked ragged rugged "
    "beloved so-called unprecedented limited alleged aged armed detailed hundreds biomed med ted fred mohammed ahmed "
    "sophisticated unconfirmed unarmed unwanted undisclosed unnamed unidentified uninsured unexpected unrelated "
    "unmarried unconsolidated undecided unfounded unresolved unauthorised unauthorized unlicensed talented outdated "
    "sayed saeed hamed mohamed majed khaled walid hatred kindred infrared unemployed supposed embed newly-wed fed "
    "armored armoured bloodshed watershed renowned"
)
BIDDING = _words(
    "press pressed pressing pushed warned call called calls allow allowed allows ask asked asks urge urged urges order "
    "ordered orders use used uses force forced forces persuade persuaded invite invited invites want wanted wants told "
    "tell help helped encourage encouraged enable enabled require required expect expects expected cause caused lead "
    "led get got instruct instructed instructs spur spurred authorise authorised authorize authorized "
    "permit permits permitted"
)
NAMING = _words(
    "spoke speaks refer refers referred described describes regarded regards saw sees seen known named portrayed "
    "depicted viewed views treated served serve acted quoted cited dismissed denounced condemned hailed characterized "
    "characterised rejected defined appointed elected chosen rated ranked used identified recognized recognised "
    "emerged"
)
TRANSITIVES = _words(
    "abandoned abducted abolished acquired acquitted annexed annulled assassinated awarded banned barred beatified "
    "beheaded besieged bombed canceled cancelled canonised canonized cleaned cleared conquered consecrated crowned "
    "demolished deported discharged dismantled dismissed elected enlarged established evacuated excavated executed "
    "exiled expelled extradited fined fired founded freed hanged honored honoured inaugurated interrogated "
    "kidnapped knighted liberated listed looted modernised modernized murdered nationalised nationalized nominated "
    "occupied ordained ousted plundered postponed privatised privatized promoted quashed questioned razed rebuilt "
    "reconstructed refurbished rejected released remodeled remodelled renamed renovated repaired replaced rescued "
    "restored sacked scrapped shelled shelved shot suspended tortured transferred"
)
OBJECT_VERBS = _words(
    "completed hear attacked hinted tweeted crossed replied encountered goes dates lived stayed worked belonged "
    "depended culminated resulted went got took had became followed lasts lasted regarded held posted issued made "
    "built published based used launched released caused committed installed imposed seized captured found sent "
    "brought obtained produced provided received reported given taken written shown seen driven stolen chosen "
    "raised spent sold bought taught laid planned organised organized conducted described needed required "
    "considered accused arrested killed wounded injured convicted charged sentenced surveyed detained jailed "
    "imprisoned trapped stranded buried infected displaced affected backed supported funded drafted proposed "
    "announced approved adopted destroyed damaged designed aimed directed located situated related linked tied "
    "stationed deployed trained armed equipped dressed involved exposed"
)
ANSWERS = _words(
    "apologised apologized volunteered responded retaliated refused complained insisted arrived arrive entered "
    "enter showed shows implied intervened"
)
REACTIONS = _words(
    "welcomed condemned criticised criticized praised denounced hailed deplored described recalled discussed "
    "mourned blamed"
)
REPELLING = _words(
    "push pushes pushed pull pulls pulled move moves moved drive drives drove driven force forces forced beat beats "
    "beaten bring brings brought call calls called draw draws drew drawn hand hands handed roll rolls rolled scale "
    "scales scaled throw throws threw thrown turn turns turned welcome welcomes welcomed lure lures lured invite "
    "invites invited fight fights fought"
)
RETURNING = BE | _words(
    "come comes came go went gone get gets got give gives gave given take takes took taken send sends sent buy "
    "buys bought pay pays paid won put puts hit hits strike strikes struck fall falls fell fallen step steps stepped "
    "bounce bounces bounced fly flies flew flown sail sails sailed march marches marched ride rode ridden walk walks "
    "walked climb climbs climbed claw claws clawed cut cuts rush rushed race raced slide slid slip slipped sink sank "
    "sunk swing swung switch switches switched snap snapped spring sprang jump jumps jumped leap leapt inch inched "
    "edge edged creep crept storm stormed roar roared cross crosses crossed travel travels travelled traveled look "
    "looks looked bite bites bit fire fires fired kick kicks kicked transfer transferred traded sold "
    "ferried carried shipped escorted flooded streamed headed"
)
LIGHT = _words(
    "came comes went goes looked looks took takes named happened happens occurred occurs followed follows served "
    "serves acted acts worked works emerged emerges did does got gets became becomes seemed appeared remained moved"
)
OCCASIONS = _words(
    "won win wins lost lose loses held hold holds fought fight launched launch hosted host attended attend attends "
    "boycotted boycott joined join started start starts began begin begins ended end ends led lead leads contested "
    "entered enter missed rigged survived covered opened open opens closed staged stage faced backed cancelled canceled"
)
OPINIONS = _words("believed considered regarded thought seen known understood identified blamed vested required needed")
WANTS = {
    **dict.fromkeys((*NAMING, "reported", "reports"), _words("as")),
    **dict.fromkeys(BIDDING, _words("to into")),
    **dict.fromkeys(("ask", "asks", "asked"), _words("to if whether into")),
    **dict.fromkeys(("impose", "imposes", "imposed"), _words("on")),
    **dict.fromkeys(("press", "presses", "pressed"), _words("to into on for over")),
    **dict.fromkeys(_words("attributed attributes linked limited confined owed devoted dedicated"), _words("to")),
    **dict.fromkeys(("agreed", "agree", "agrees"), _words("to that on")),
    **dict.fromkeys(("put", "puts"), _words("at in on into under to off out")),
    **dict.fromkeys(("decided", "decides"), _words("to that against on")),
    **dict.fromkeys(("valued", "estimated", "leave", "leaves"), _words("at")),
    **dict.fromkeys(("appointed", "named", "chosen", "elected", "nominated", "hired", "chose"), _words("as to")),
    **dict.fromkeys(("accused", "accuses", "accuse", "convicted", "stripped", "cleared", "deprived"), _words("of")),
    **dict.fromkeys(("charged", "credited", "replaced", "provided", "supplied", "compared"), _words("with")),
    **dict.fromkeys(("blamed", "blames", "praised", "thanked", "criticized", "criticised"), _words("for")),
    **dict.fromkeys(("barred", "prevented", "banned", "excluded", "blocked"), _words("from")),
    **dict.fromkeys(
        _words("informed informs reminded reminds assured assures notified convinced pointed"), _words("that")
    ),
}
