"""The English words that tell names apart: data, no code."""

from __future__ import annotations

from timeline.extract.lexicon.namewords import NameWords
from timeline.extract.lexicon.wordclasses import words as _words

__all__ = ["HONORIFICS", "NAMES", "ORGANIZATION_WORDS"]

HONORIFICS = _words(
    "President Mr Mrs Ms Dr Sir Prince Princess King Queen Chancellor Senator Sen Rep Gov Governor Gen General "
    "Minister Secretary Judge Justice Col Colonel Lt Capt Captain Sgt Ambassador Pope Sheikh Sheik Ayatollah "
    "Professor Prof Chairman Chairwoman Premier Mayor Commissioner Admiral Lord Lady Rev Emperor Spokesman "
    "Spokeswoman Congressman Congresswoman Archbishop Bishop Cardinal Imam Director Sergeant Lieutenant Major"
)
ORGANIZATION_WORDS = _words(
    "Inc Corp Ltd Co Company Corporation Group Bank Ministry Department Agency Commission Committee Council Union "
    "Party University Institute Association Organization Organisation Court Congress Parliament Senate Army Navy "
    "Force Forces Guard Police Church Foundation Fund Federation League Society Bureau Authority Service "
    "Administration Cabinet Board Office Center Centre Alliance Front Brigade Assembly Nations International Watch "
    "Rights Treasury Hospital School College Museum Club Observatory Coalition Airlines Airways Motors Electric "
    "Holdings Partners Securities Times Post Journal News Telegraph Guardian Daily Herald Tribune TV Radio "
    "Television Reuters United City"
)
NAMES = NameWords(
    place_leads=_words("in near outside across inside throughout"),
    place_names=_words(
        "U.S. US U.S.A. USA UK U.K. UAE America Britain England Scotland Wales Russia Turkey Palestine Gaza Burma "
        "Korea Congo Europe Africa Asia Antarctica Kashmir Chechnya Crimea Kurdistan Darfur Bosnia Macedonia Tibet"
    )
    | {
        "West Bank",
        "Middle East",
        "Hong Kong",
        "Northern Ireland",
        "North America",
        "South America",
        "Latin America",
    },
    not_places=_words(
        "Hurricane Operation Clause Article Chapter Islam Sunni Shia Christianity Phase Stage Part Round Game "
        "Grade Muslim Christian French Dutch Greek Twitter Facebook YouTube Labor Labour Physics Parliament "
        "Congress Many Today"
    ),
    organization_names=_words(
        "WHO UN U.N. EU E.U. Congress Parliament Senate Pentagon Kremlin Reuters Interpol Hamas Hezbollah "
        "Hizbollah Taliban Bundestag Knesset Duma Unicef Unesco Nato Opec Greenpeace"
    )
    | {
        "White House",
        "Freddie Mac",
        "Fannie Mae",
        "Supreme Court",
        "House of Representatives",
        "House of Commons",
        "Red Cross",
        "Downing Street",
    },
    not_organizations=_words(
        "City GDP GMT BST EST EDT PST PDT CET CEST UTC CEO CFO COO USD EUR GBP DNA RNA HIV AIDS SARS MERS WMD LNG "
        "LPG DVD CD TV PDF FAQ VAT GNP PM AM AD BC MP MEP MPS II III IV VI VII VIII IX XI XII XVI NOW NEW "
        "WASHINGTON LONDON PARIS TOKYO MOSCOW BEIRUT CAIRO BERLIN ROME MADRID SEOUL KABUL BAGHDAD TEHRAN DELHI "
        "SYDNEY BEIJING GENEVA VIENNA ATHENS AMMAN DUBAI MIAMI BOSTON DALLAS DENVER AAA ATM MBA PHD SUV IPO ETF ID "
        "IQ"
    ),
    person_nouns=_words(
        "president chairman chairwoman director minister secretary spokesman spokeswoman spokesperson leader "
        "commander chief governor mayor senator ambassador envoy economist analyst strategist lawyer attorney "
        "judge prosecutor journalist reporter columnist correspondent editor author writer novelist poet actor "
        "actress singer musician artist painter photographer director producer coach striker goalkeeper midfielder "
        "defender jockey golfer boxer swimmer captain manager professor historian scientist researcher physicist "
        "biologist astronaut cosmonaut doctor surgeon activist dissident blogger candidate nominee opponent rival "
        "predecessor successor deputy colleague husband wife widow son daughter brother sister father mother "
        "founder owner billionaire businessman entrepreneur dictator strongman king queen prince princess pope "
        "bishop cleric philosopher composer conductor architect engineer pilot soldier sergeant detective gunman "
        "suspect defendant whistleblower trader head politician lawmaker congressman congresswoman teacher student"
    ),
    shared_nouns=_words("leader rival owner opponent candidate predecessor successor founder suspect defendant"),
    first_name_titles=_words("King Queen Prince Princess Pope Emperor Sir"),
    person_relatives=_words("who"),
    person_verbs=_words(
        "resigned died testified retired married born elected appointed arrested sentenced jailed acquitted "
        "convicted sworn imprisoned extradited deported ordained knighted handcuffed buried cremated sacked"
    ),
    person_objects=_words(
        "arrested elected sentenced jailed acquitted convicted imprisoned extradited deported handcuffed sacked "
        "married rearrested reelected re-elected murdered assassinated kidnapped abducted stabbed"
    ),
    name_particles=_words("de van von bin al el der di da du la le ben ibn"),
    links={
        "for": _words(
            "Movement Institute Center Centre Centers Centres Organization Organisation Coalition Council Alliance "
            "Committee Campaign Society Association Agency Department Foundation Fund Front Party Observatory"
        )
    },
    adjective_endings=("ian", "ean", "ese", "ish"),
    compound_endings=("-based", "-led", "-backed", "-born", "-owned", "-run", "-style", "-era"),
)
