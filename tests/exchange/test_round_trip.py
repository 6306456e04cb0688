"""What goes out comes back, in every format, as far as the format says that it does."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.exchange import all_formats, export, read
from timeline.model.characters import visible
from timeline.model.event import Event, Image, Source, slug
from timeline.model.timeline import Timeline

_CHARACTERS = st.one_of(
    st.sampled_from("aZ09 \n,;:|'\"\\<>&*_[]()#!=+-@/%`~^{}…“”äßéЖ語🚀\u00a0"),
    st.characters(exclude_categories=("Cs", "Cc", "Cn", "Co"), exclude_characters="\u2028\u2029\ufeff\u0085\u180e"),
)


def _texts(most: int, lines: bool = False) -> st.SearchStrategy[str]:
    made = st.text(_CHARACTERS, min_size=1, max_size=most)
    tidy = made.map(
        lambda text: "\n".join(" ".join(line.split()) for line in text.split("\n")) if lines else " ".join(text.split())
    )
    return tidy.map(str.strip).filter(lambda text: bool(text) and _is_seen(text))


def _is_seen(text: str) -> bool:
    return visible(text) == text


_NAMES = _texts(20)
_LINKS = st.text("abcXYZ019-_.~/?&=%#,;:@!", min_size=1, max_size=30).map(lambda rest: f"https://example.org/{rest}")
_YEARS = st.integers(1000, 2999).map(str)
_DATES = st.one_of(
    st.dates().map(str),
    st.dates().map(lambda day: str(day)[:7]),
    _YEARS,
    _YEARS.map(lambda year: f"{year}~"),
    _YEARS.map(lambda year: f"{year[:3]}X"),
    _YEARS.map(lambda year: f"{year}-21"),
    _YEARS.map(lambda year: f"{year}-33?"),
    st.integers(-9999, -1).map(lambda year: f"-{-year:04d}"),
    st.integers(-9999, -1).map(lambda year: f"-{-year:04d}-07-13"),
    st.just("Y-66000000"),
    st.just("XXXX-12-25"),
    st.tuples(st.dates(), st.dates()).map(lambda days: f"{min(days)}/{max(days)}"),
    st.tuples(_YEARS, _YEARS).map(lambda years: f"{min(years)}/{max(years)}"),
    st.dates().map(lambda day: f"{day}/.."),
    st.dates().map(lambda day: f"../{day}"),
    _YEARS.map(lambda year: f"{year[:3]}X/.."),
    _YEARS.map(lambda year: f"../{year}-21"),
    st.datetimes()
    .map(lambda time: f"{time:%H:%M}")
    .flatmap(lambda clock: st.dates().map(lambda day: f"{day}T{clock}")),
    st.dates().map(lambda day: f"{day}T23:30-08:00"),
    st.dates().map(lambda day: f"{day}T04:05:06Z"),
    st.just("[2025-03-04,2025-04-03]"),
)
_SOURCES = st.builds(
    Source,
    url=st.none() | _LINKS,
    title=st.none() | _texts(40),
    publisher=st.none() | _NAMES,
    published=st.none() | st.dates().map(str),
    quote=st.none() | _texts(60, lines=True),
    expression=st.none() | _NAMES,
).filter(lambda source: any(source.model_dump(exclude={"expression"}).values()))
_IMAGES = st.builds(
    Image,
    src=st.sampled_from(["https://example.org/a.png", "img/b.svg", "https://example.org/picture"]),
    alt=_texts(30),
    credit=st.none() | _NAMES,
    width=st.none() | st.integers(1, 5000),
)
_MANY = st.lists(_NAMES, max_size=3, unique=True).map(tuple)
_EVENTS = st.builds(
    Event,
    date=_DATES,
    title=_texts(50),
    text=st.none() | _texts(80, lines=True),
    lane=st.none() | _NAMES,
    tags=_MANY,
    people=_MANY,
    organizations=_MANY,
    places=_MANY,
    image=st.none() | _IMAGES,
    sources=st.lists(_SOURCES, max_size=2).map(tuple),
    expression=st.none() | _NAMES,
    published=st.none() | st.dates().map(str),
    status=st.sampled_from(["draft", "reviewed"]),
    certainty=st.sampled_from(["certain", "planned", "possible"]),
    importance=st.none() | st.floats(0, 1).map(lambda number: round(number, 2)),
)


def _with_ids(events: list[Event]) -> tuple[Event, ...]:
    return tuple(
        event.model_copy(update={"id": f"{slug(event.title[:20])}-x{number}"}) for number, event in enumerate(events)
    )


timelines = st.builds(
    Timeline,
    id=st.sampled_from(["timeline", "talks"]),
    title=_texts(40),
    description=st.none() | _texts(80, lines=True),
    published=st.none() | st.dates().map(str),
    language=st.sampled_from(["en", "de", "fr"]),
    lanes=_MANY,
    tags=_MANY,
    anchors=st.dictionaries(_NAMES, _DATES, max_size=2),
    events=st.lists(_EVENTS, max_size=4).map(_with_ids),
)


@pytest.mark.parametrize("name", sorted(all_formats()))
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(tl=timelines)
def test_only_what_the_format_says_is_lost(name, tl):
    lost = {loss.name for loss in export(tl, name).losses}
    assert lost <= set(all_formats()[name].losses), export(tl, name).losses


@pytest.mark.parametrize("name", sorted(all_formats()))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(tl=timelines)
def test_the_second_trip_loses_nothing_more(name, tl):
    """Importing twice doubles nothing and changes nothing: the ids are the same each time."""
    once = read(export(tl, name).data, name, "talks.x").timeline
    twice = read(export(once, name).data, name, "talks.x").timeline
    assert [event.id for event in twice.events] == [event.id for event in once.events]
    assert {loss.field for loss in export(once, name).losses if loss.event} <= {"", "id"}


@pytest.mark.parametrize("name", sorted(all_formats()))
def test_the_same_timeline_gives_the_same_bytes(name, full):
    assert export(full, name).data == export(full.model_copy(), name).data


@pytest.mark.parametrize("name", sorted(all_formats()))
def test_a_file_is_recognised_without_being_told(name, full):
    made = export(full, name)
    assert read(made.data, name=f"talks{made.format.extensions[0]}").format == name
    if name != "yaml":
        assert read(made.data).format == name
