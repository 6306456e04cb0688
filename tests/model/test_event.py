"""Events and sources: text from outside is data, and what cannot be used is refused with a sentence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from timeline.model.date import EdtfDate
from timeline.model.event import Event, Image, Source, free_id, slug

BAD_LINKS = [
    "javascript:alert(1)",
    "//evil.example",
    "JaVaScRiPt:x",
    "data:text/html,x",
    "https://a b",
    'https://a"onload=x',
    "file:///etc",
]
BAD_PICTURES = [
    "javascript:alert(1)",
    "//evil.example/a.png",
    "../secret.png",
    "img/../../x",
    "%2e%2E/secret.png",
    "img/.%2e/secret.png",
    "data:image/png,x",
]


@pytest.mark.parametrize("url", BAD_LINKS)
def test_only_links_that_lead_somewhere_safe_are_taken(url):
    with pytest.raises(ValidationError, match="is no link"):
        Source(url=url)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("https://example.org/a b", "it holds a space; write %20 in its place"),
        ("https://example.org/<a>", "it holds '<'; write %3C in its place"),
        ('HTTP://example.org/"a"', "it holds '\"'; write %22 in its place"),
        ("https://example.org/a\tb", "it holds a hidden character; write %09 in its place"),
        ("https://", "write an address that begins with https://"),
        ("example.org/a b", "write an address that begins with https://"),
    ],
)
def test_what_an_address_may_not_hold_is_said(url, says):
    with pytest.raises(ValidationError) as refused:
        Source(url=url)
    assert says in str(refused.value)


@pytest.mark.parametrize("url", ["https://example.org/a?b=c#d", "http://example.org", "mailto:desk@example.org"])
def test_web_and_mail_links_are_taken(url):
    assert Source(url=url).url == url


@pytest.mark.parametrize("src", BAD_PICTURES)
def test_pictures_stay_inside_the_site_or_on_the_web(src):
    with pytest.raises(ValidationError, match="write an https"):
        Image(src=src, alt="")


@pytest.mark.parametrize(
    ("src", "says"),
    [
        ("img/bruecke bild.png", "it holds a space; write %20 in its place"),
        ("https://example.org/a b.png", "it holds a space; write %20 in its place"),
        ("img/<a>.png", "it holds '<'; write %3C in its place"),
        ("/img/a.png", "its path begins with '/'; write img/a.png, from the top of the site on"),
        ("img\\a.png", "its path holds '\\'; write img/a.png, from the top of the site on"),
    ],
)
def test_what_a_picture_may_not_hold_is_said(src, says):
    with pytest.raises(ValidationError) as refused:
        Image(src=src, alt="")
    assert says in str(refused.value)


@pytest.mark.parametrize(
    "host",
    ["a.example;sandbox;x", "b.example,default-src", "b\N{FULLWIDTH COMMA}example", "me@a.example", "[a", "a..b", ""],
)
def test_a_picture_comes_from_a_host_with_a_name(host):
    with pytest.raises(ValidationError) as refused:
        Image(src=f"https://{host}?/p.png", alt="")
    assert f"'{host}' is no name of a host; write one such as example.org after https://" in str(refused.value)


@pytest.mark.parametrize("src", ["img/sputnik.jpg", "img/a;b,c@d.jpg", "https://example.org/a;b,c@d.png"])
def test_pictures_of_the_site_and_of_the_web_are_taken(src):
    assert Image(src=src, alt="A satellite").src == src


@pytest.mark.parametrize(
    "fields",
    [
        {"title": ""},
        {"title": "A", "date": "soon"},
        {"id": "../x"},
        {"id": '"><img'},
        {"colour": "red"},
        {"importance": 2},
    ],
)
def test_what_is_no_event_is_refused(fields):
    with pytest.raises(ValidationError):
        Event(**{"title": "A", "date": "2025", **fields})


def test_an_event_cannot_be_changed():
    event = Event(title="A", date="2025")
    with pytest.raises(ValidationError, match="frozen"):
        event.title = "B"


@pytest.mark.parametrize(
    ("published", "sources", "told"),
    [
        (None, [], None),
        ("1970-01", [], ("1970-01", "1970-01")),
        ("1970-01-01", ["1970-01-04", None, "1970-01-03"], ("1970-01-03", "1970-01-04")),
        ("1970-01-02", [None], ("1970-01-02", "1970-01-02")),
        (None, ["1970-01-31", "1970", "1970-01-01"], ("1970-01-01", "1970")),
        (None, ["../1969", "1970-01-02"], ("1970-01-02", "1970-01-02")),
    ],
)
def test_an_event_is_told_by_its_sources_and_else_by_itself(published, sources, told):
    cited = [{"title": "A headline", "published": day} for day in sources]
    event = Event(title="A", date="1969", published=published, sources=cited)
    assert event.told == (told and tuple(map(EdtfDate, told)))


def test_the_reasoning_is_not_written_back():
    assert "reasoning" not in Event(title="A", date="2025", reasoning="because").model_dump()


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Große Straße GESPERRT", "grosse-strasse-gesperrt"),
        ("GROẞE Straße", "grosse-strasse"),
        ("Øresund, Łódź, Æsop, Œuvre", "oresund-lodz-aesop-oeuvre"),
        ("Müller über Ⅷ", "muller-uber-viii"),
    ],
)
def test_no_letter_is_lost_that_has_others_in_its_place(title, name):
    assert slug(title) == name


def test_a_title_without_latin_letters_has_a_slug_of_its_own():
    titles = ("القمة", "القمة الثانية", "東京", "2024年東京", "2024年大阪", "東京 2024", "🎉", "🎈")
    names = [slug(title) for title in titles]
    assert len(set(names)) == len(titles)
    assert [slug(name) for name in names] == names
    assert slug("が") == slug("か\u3099")  # file systems write it in either way
    assert slug("\udce9")[:6] == "event-"  # a name of a file in another encoding
    long = slug("東" + "1 " * 60)
    assert (len(long) <= 60, "--" in long) == (True, False)
    assert (slug("1984"), slug("!?")[:6], slug("")) == ("1984", "event-", "event")


@given(st.text(max_size=300))
def test_every_text_has_a_slug(text):
    name = slug(text)
    assert Event(id=name, title="A", date="2025").id == name
    assert len(name) <= 60


class Looked(set[str]):
    """Ids that are taken, and how often one was looked for."""

    looks = 0

    def __contains__(self, name):
        self.looks += 1
        return super().__contains__(name)


def test_an_id_is_free_and_found_among_very_many_in_a_few_looks():
    taken = Looked()
    for _ in range(1000):
        taken.add(free_id("talks", taken))
    assert taken == {"talks", *(f"talks-{number}" for number in range(2, 1001))}
    assert taken.looks < 1000 * 22


@given(st.sets(st.integers(2, 40)))
def test_an_id_is_free_where_numbers_between_are(numbers):
    taken = {"talks", *(f"talks-{number}" for number in numbers)}
    name = free_id("talks", taken)
    assert name not in taken
    assert int(name.removeprefix("talks-")) <= 2 * max(numbers, default=1)
