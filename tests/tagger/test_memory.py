"""What was read before is read again only where an answer differs."""

from timeline.tagger import memory as module
from timeline.tagger.context import Context
from timeline.tagger.matcher import Rule
from timeline.tagger.memory import Memory
from timeline.tagger.reading import Reading

THEN = Rule("en/then", "A month.", (), "month", "date"), "then"


class Somewhere(Context):
    """A place where each question has an answer, found when it is asked."""

    def __init__(self, **answers):
        self._answers = answers

    def __missing__(self, name):
        return self.setdefault(name, self._answers[name])


def month_at(place):
    return Reading(stamp=("month", place.month))


def year_at(place):
    return Reading(stamp=("year", place.year))


def test_a_reading_is_kept_with_what_was_asked_for_it_though_another_thread_asks_something_else():
    memory, first, other = Memory(), Somewhere(month=24300), Somewhere(year=2025)

    def interrupted():
        memory.reading(THEN, other, lambda: year_at(other))
        return month_at(first)

    memory.reading(THEN, first, interrupted)
    place = Somewhere(month=2025, year=5)
    assert memory.reading(THEN, place, lambda: month_at(place)) == month_at(place)


def test_where_more_is_asked_it_is_read_and_from_then_on_more_is_asked_of_it_everywhere():
    memory, read = Memory(), []

    def at(month):
        place = Somewhere(month=month, year=2000)

        def reading():
            read.append(month)
            return year_at(place) if place.month == 24301 else month_at(place)

        return memory.reading(THEN, place, reading).value

    assert [at(24300), at(24301), at(24300), at(24301)] == ["2025-01", "2000", "2025-01", "2000"]
    assert read == [24300, 24301, 24300]


def test_no_more_is_kept_than_has_room(monkeypatch):
    monkeypatch.setattr(module, "_MOST_REMEMBERED", 3)
    memory, read = Memory(), []
    for year in (1, 2, 3, 1, 4, 1):
        place = Somewhere(year=year)
        memory.reading(THEN, place, lambda year=year, place=place: read.append(year) or year_at(place))
    assert read == [1, 2, 3, 4, 1]
