"""Words that are written with a full stop which ends no sentence."""

from __future__ import annotations

__all__ = ["ABBREVIATIONS", "BEHIND_CLOCK"]

_WORDS = (
    "Mr Mrs Ms Dr Prof Gen Sen Rep Gov Lt Col Sgt Capt Maj Cmdr Adm Rev Hon Pres Supt St Jr Sr Inc Corp Co Cos Ltd "
    "Bros No Nos vs etc Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun "
    "approx ca e.g i.e a.m p.m Ph.D"
)

ABBREVIATIONS = frozenset(_WORDS.split())
"""Titles, kinds of companies, months and days as newspapers shorten them."""

_DATES_AND_ZONES = (
    "January February March April May June July August September October November December "
    "Jan Feb Mar Apr Jun Jul Aug Sept Sep Oct Nov Dec Mon Tue Tues Wed Thu Thurs Fri Sat Sun "
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday ET EST EDT CT CST CDT MT MST MDT PT PST PDT GMT BST "
    "Eastern Central Mountain Pacific"
)

BEHIND_CLOCK = frozenset(_DATES_AND_ZONES.split())
"""What goes on behind "9 a.m.", though it begins with a capital letter."""
