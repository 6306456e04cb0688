"""The words on the chart: its own from one file per language beside this one, months and eras from CLDR."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from timeline.wording import CalendarWords, calendar_words, grouped, plural_form

__all__ = ["Words", "phrases", "words"]

# From so many years on, their digits are in groups, and then they are counted in units such as millions.
_GROUPED, _MILLION = 10_000, 1_000_000


@dataclass(frozen=True, slots=True)
class Words:
    """What the chart says in one language.

    Args:
        language: The language that was asked for (BCP 47).
        calendar: Months, eras and the direction of writing.
        phrases: The phrases by name; some have the places ``{n}``, ``{all}``, ``{title}``.
    """

    language: str
    calendar: CalendarWords
    phrases: dict[str, Any]

    def __getitem__(self, name: str) -> str:
        return str(self.phrases[name])

    def plural(self, name: str, number: int) -> str:
        """A phrase in the form for a number.

        >>> words("en").plural("count", 1), words("en").plural("count", 2)
        ('{n} event', '{n} events')
        """
        forms = self.phrases[name]
        return str(forms.get(plural_form(number, self.language), forms["other"]))

    def counted(self, name: str, number: int) -> str:
        """A phrase with a number in it.

        >>> words("en").counted("count", 1), words("de").counted("count", 2000)
        ('1 event', '2.000 Ereignisse')
        """
        return self.plural(name, number).replace("{n}", grouped(number, self.language))

    def month(self, month: int) -> str:
        """The short name of a month.

        >>> words("en").month(2)
        'Feb'
        """
        return self.calendar.months[month - 1]

    def day(self, month: int, day: int) -> str:
        """A day without its year.

        >>> words("en").day(2, 12), words("de").day(2, 12)
        ('12 Feb', '12. Feb.')
        """
        return (
            self.calendar.days[month - 1]
            .replace("{dd}", f"{day:02d}")
            .replace("{d}", self.calendar.first if day == 1 else str(day))
        )

    def year(self, year: int) -> str:
        """An astronomical year as people write it.

        >>> words("en").year(2025), words("en").year(-11_999), words("en").year(-66_000_000)
        ('2025', '12,000 BCE', '66 million BCE')
        """
        if year > 0:
            return self._number(year)
        number = self._number(1 - year if year > -_MILLION else -year)
        return self.calendar.before.replace("{n}", number)

    def _number(self, years: int) -> str:
        for unit, forms in self.calendar.large:
            if years >= max(unit, _MILLION):
                amount = f"{years / unit:g}"
                form = forms.get(plural_form(float(amount), self.language), forms["other"])
                return form.replace("{n}", amount.replace(".", self.calendar.decimal))
        return grouped(years, self.language) if years >= _GROUPED else str(years)


@cache
def words(language: str) -> Words:
    """The words of a language; English phrases where there are no others.

    >>> words("de").month(3), words("xx")["lanes"]
    ('Mär', 'Lanes')
    """
    return Words(language, calendar_words(language), phrases(__name__, language))


def phrases(package: str, language: str) -> dict[str, Any]:
    """The phrases of a language in the files of a package, the English ones where it has no others.

    >>> phrases("timeline.figure.words", "de-AT")["tags"]
    'Schlagwörter'
    """
    base = json.loads(files(package).joinpath("en.json").read_text("utf-8"))
    own = files(package).joinpath(f"{language.split('-', maxsplit=1)[0]}.json")
    return {**base, **(json.loads(own.read_text("utf-8")) if own.is_file() else {})}
