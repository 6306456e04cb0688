"""Finding events: chart and list always agree, the address keeps the state, and a live region says the number."""

from __future__ import annotations

import pytest

from .conftest import CURSOR, READY, announced, listed, settled, shown, until

ON_THE_WAY = 25


def drawn(page) -> list[str]:
    """The titles of the events that the arrow keys reach."""
    page.locator(CURSOR).focus()
    page.keyboard.press("Home")
    reached = [announced(page)]
    for _ in range(ON_THE_WAY):
        page.keyboard.press("ArrowRight")
        reached.append(announced(page))
    return list(dict.fromkeys(reached))


def titles(page) -> list[str]:
    shown = ".timeline-events > li:not([hidden]) .timeline-permalink"
    return page.eval_on_selector_all(shown, "links => links.map(link => link.textContent)")


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("?lanes=Moon&tags=first", {"luna", "landing"}),
        ("?tags=first&tags=animals&to=1958", {"sputnik", "laika"}),
        ("?people=Neil+Armstrong", {"landing"}),
        ("?search=MOON+days", {"flash"}),
        ("?search=%22Moon%22+%E2%80%9Cdays%E2%80%9D", {"flash"}),
        ("?search=1957-10-04", {"sputnik"}),
        ("?known=1&search=laika", {"laika"}),
        ("?from=1990-04&to=1990-05", {"hostile", "mir"}),
        ("?known=1961-04-13", {"luna", "gagarin"}),
        ("?from=nonsense&to=1957", {"ideas", "sputnik", "laika"}),
        ("?from=1968-13&to=1957-11-31&search=laika", {"laika"}),
        ("?from=2040", {"station"}),
        ("?to=1900", {"ideas"}),
    ],
)
def test_list_chart_and_number_agree(show, query, ids):
    page = show(f"timelines/kinds/{query}")
    assert set(listed(page)) == ids
    reached = drawn(page)
    assert len(reached) == len(ids)
    assert all(any(said.startswith(f"{title}, ") for said in reached) for title in titles(page))
    assert page.locator(".timeline-count").inner_text().startswith(f"{len(ids)} of 20 events")


def test_the_choices_are_in_the_address_and_come_back_with_it(show):
    page = show()
    page.locator(".timeline-filter summary").click()
    page.get_by_label("Moon").check()
    page.get_by_label("first").check()
    page.get_by_label("To", exact=True).fill("1965")
    page.get_by_label("As known on").fill("1960-02-01")
    page.wait_for_url("**/?lanes=Moon&tags=first&to=1965&known=1960-02-01")
    assert listed(page) == ["luna"]
    again = show(page.url.partition("//")[2].partition("/")[2])
    assert listed(again) == ["luna"]
    assert again.locator(".timeline-filter summary").inner_text() == "Filter (4)"
    again.locator(".timeline-filter summary").click()
    assert again.get_by_label("Moon").is_checked()
    assert again.get_by_label("As known on").input_value() == "1960-02-01"
    again.get_by_role("button", name="Clear all").click()
    again.wait_for_url("**/timelines/kinds/")
    assert again.locator(".timeline-filter summary").inner_text() == "Filter"
    assert len(listed(again)) == 20


WRONG = "No date. Write 2025, 2025-02 or 2025-02-12."


def judged(field) -> tuple[str | None, str]:
    """Whether a field is said to be wrong, and what is said of it."""
    said = "input => document.getElementById(input.getAttribute('aria-describedby'))?.textContent || ''"
    return field.get_attribute("aria-invalid"), field.evaluate(said)


@pytest.mark.parametrize(
    "text", ["2025-13", "yesterday!!", "1", "2025-02-30", "2025-21", "2025-2", "--5", "31.12.2025"]
)
def test_what_is_no_date_is_said_to_be_wrong_once_it_is_left_until_it_is_right(show, text):
    page = show()
    page.locator(".timeline-filter summary").click()
    field = page.get_by_label("To", exact=True)
    field.press_sequentially(text)
    assert judged(field) == ("false", "")
    field.press("Tab")
    assert judged(field) == ("true", WRONG)
    assert len(listed(page)) == 20
    field.focus()
    assert judged(field) == ("true", WRONG)
    field.fill("1965")
    assert judged(field) == ("false", "")
    page.get_by_label("As known on").fill(text)
    page.get_by_label("As known on").press("Enter")
    assert judged(page.get_by_label("As known on")) == ("true", WRONG)
    page.get_by_role("button", name="Clear all").click()
    assert judged(page.get_by_label("As known on")) == ("false", "")


def test_an_end_before_the_beginning_is_said_at_the_end(show):
    page = show()
    page.locator(".timeline-filter summary").click()
    page.get_by_label("From", exact=True).fill("1970")
    to = page.get_by_label("To", exact=True)
    to.fill("1969-12")
    to.press("Tab")
    assert judged(to) == ("true", "This is before the other date.")
    to.fill("1970")
    assert judged(to) == ("false", "")
    page.get_by_label("From", exact=True).fill("1971")
    assert judged(to)[0] == "true"


@pytest.mark.parametrize("text", ["1957", "1957-10", "1957-10-04", "-0043", "", "2024-02-29"])
def test_a_date_of_a_filter_is_a_year_a_month_or_a_day(show, text):
    page = show()
    page.locator(".timeline-filter summary").click()
    field = page.get_by_label("From", exact=True)
    field.fill(text)
    field.press("Tab")
    assert judged(field) == ("false", "")


def test_what_an_address_asks_for_in_vain_is_said_where_it_is_looked_for(show):
    page = show("embed/kinds/?from=yesterday!!&to=1960")
    page.locator(".timeline-filter summary").click()
    assert judged(page.get_by_label("From", exact=True)) == ("true", WRONG)
    assert judged(page.get_by_label("To", exact=True)) == ("false", "")


def test_the_part_of_the_time_is_in_the_address(show):
    page = show("timelines/kinds/?at=1960-01-01..1970-01-01")
    ticks = page.locator(".timeline-axis .timeline-tick").all_text_contents()
    assert ticks[0] == "1960"
    assert ticks[-1] in ("1969", "1970")
    page.locator(CURSOR).focus()
    assert announced(page).startswith("Project Apollo")
    page.keyboard.press("0")
    page.wait_for_url("**/timelines/kinds/")


@pytest.mark.parametrize(("asked", "whole"), [("3000..4000", True), ("1800..1801", True), ("1900..1970", False)])
def test_of_the_time_in_the_address_what_the_chart_has_is_shown(show, asked, whole):
    page = show(f"timelines/kinds/?at={asked}")
    first, last = shown(page)
    assert first == pytest.approx(0, abs=0.001)
    assert (last == pytest.approx(1, abs=0.001)) == whole
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("path", ["timelines/kinds/", "embed/kinds/"])
def test_the_time_that_is_asked_for_is_the_one_that_is_shown(show, path):
    page = show(f"{path}?from=1960&to=1966")
    ticks = page.locator(".timeline-axis .timeline-tick").all_text_contents()
    assert (ticks[0], ticks[-1]) == ("1960", "1972")  # Project Apollo ends in 1972
    page.locator(CURSOR).focus()
    page.keyboard.press("0")
    settled(page)
    assert "1980" in page.locator(".timeline-axis .timeline-tick").all_text_contents()


def test_the_number_is_said_politely_and_nothing_found_says_what_to_do(show):
    page = show()
    said = page.get_by_role("status").filter(has_text="20 events, 20 named")
    assert said.count() == 1
    page.get_by_label("Search events").fill("nothing of the kind")
    none = "No event matches. Change or clear the filters."
    page.locator(".timeline-count", has_text=none).wait_for()
    assert page.get_by_role("status").filter(has_text="20 events").count() == 1
    page.get_by_role("status").filter(has_text=none).wait_for()
    assert listed(page) == []
    assert page.locator(".timeline-labels .timeline-label").count() == 0
    inside = "stage => getComputedStyle(stage, '::before').content"
    assert none in page.locator(".timeline-stage").evaluate(inside)
    page.get_by_label("Search events").fill("headline")
    page.locator(".timeline-count", has_text="of 20 events").wait_for()
    assert page.locator(".timeline-stage").evaluate(inside) == "none"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("sao paulo", "sao"),
        ("SÃO CAFE", "sao"),
        ("Müller", "mueller"),
        ("muller", "mueller"),
        ("don't", "dont"),
        ("strasse", "dont"),
    ],
)
def test_a_search_minds_neither_accents_nor_the_form_of_an_apostrophe(show, words, found):
    page = show("timelines/accents/")
    page.get_by_label("Search events").fill(words)
    page.locator(".timeline-count", has_text="1 of 3 events").wait_for()
    assert listed(page) == [found]


@pytest.mark.parametrize("late", [False, True])
def test_an_event_that_the_address_names_is_shown_though_the_filters_hid_it(show, late):
    page = show(f"timelines/kinds/?lanes=Moon&from=1960{'' if late else '#sputnik'}")
    if late:
        page.evaluate("location.hash = 'sputnik'")
    page.wait_for_url("**/timelines/kinds/#sputnik")
    assert len(listed(page)) == 20
    assert page.locator(CURSOR).inner_text().startswith("Sputnik 1 beeps")
    assert 0 <= page.evaluate("document.querySelector('#sputnik').getBoundingClientRect().top") < 800


@pytest.mark.parametrize("rest", ["100%", "%E0%A4%A"])
def test_an_address_that_nobody_can_read_leaves_the_chart_as_it_is(show, rest):
    page = show(f"timelines/kinds/#{rest}")
    page.evaluate("location.hash = 'landing'")
    until(page, f"document.querySelector('{CURSOR}').textContent.startsWith('First people on the Moon')")
    page.set_viewport_size({"width": 700, "height": 800})
    until(page, "document.querySelector('.timeline-host svg').clientWidth < 700")


@pytest.mark.parametrize("path", ["timelines/accents/?view=reported", "timelines/kinds/?view=nonsense"])
def test_a_view_that_there_is_not_is_not_shown(show, path):
    page = show(path)
    shown = "group => getComputedStyle(group).visibility"
    assert page.locator(".timeline-under").evaluate(shown) == "visible"
    assert page.locator(".timeline-views [aria-pressed=true]").inner_text() in ("Happened", "")


def test_a_search_looks_into_the_text_of_the_list(show):
    page = show()
    page.get_by_label("Search events").fill("headline yesterday")
    page.locator(".timeline-count", has_text="1 of 20 events").wait_for()
    assert listed(page) == ["gagarin"]


def test_a_chart_in_an_article_shows_the_part_that_was_asked_for(show):
    page = show("articles/a/")
    assert page.locator(".timeline-count").inner_text().startswith("10 events, 10 named")
    assert {said.rpartition(", ")[0] for said in drawn(page)} >= {"Project Apollo", "First people on the Moon"}


def events_of(page, number: int) -> list[str]:
    """The ids that the list of one of the charts of the page has, hidden or not."""
    shown = "items => items.filter(item => !item.hidden).map(item => item.id)"
    return page.locator("[data-timeline]").nth(number).locator(".timeline-event").evaluate_all(shown)


def test_two_charts_of_one_timeline_have_a_search_each_and_the_address_keeps_both(show):
    page = show("articles/twice/")
    page.locator(READY).nth(1).wait_for()
    for number, words in enumerate(["Mir", "Moon"]):
        page.get_by_label("Search events").nth(number).fill(words)
    page.wait_for_url("**/articles/twice/?kinds.search=Mir&kinds.2.search=Moon")
    again = show(page.url.partition("//")[2].partition("/")[2])
    again.locator(READY).nth(1).wait_for()
    for each in (page, again):
        assert events_of(each, 0) == ["mir"]
        assert {"landing--2", "flash--2"} <= set(events_of(each, 1)) < set(listed(each))


@pytest.mark.parametrize("name", ["search", "kinds.search"])
def test_an_address_without_numbers_is_about_the_first_chart(show, name):
    page = show(f"articles/twice/?{name}=Mir")
    page.locator(READY).nth(1).wait_for()
    assert events_of(page, 0) == ["mir"]
    assert len(events_of(page, 1)) == 20
    page.get_by_label("Search events").nth(0).fill("station")
    page.wait_for_url("**/articles/twice/?kinds.search=station")


def bands(page) -> list[str]:
    """The names of the lanes that are drawn; each has a band."""
    names = page.locator(".timeline-over .timeline-name").all_text_contents()
    assert page.locator(".timeline-band").count() == len(names)
    return names


def test_a_lane_that_is_filtered_out_takes_no_room(show):
    page = show("embed/kinds/")
    stage = page.locator(".timeline-stage")
    whole, all_of_them = stage.bounding_box()["height"], bands(page)
    page = show("embed/kinds/?lanes=Moon")
    assert (all_of_them, bands(page)) == (["Orbit", "Moon", "Probes"], ["Moon"])
    part = page.locator(".timeline-stage").bounding_box()["height"]
    assert part < whole / 2
    assert len(drawn(page)) == 6
    shown = page.locator(".timeline-label").evaluate_all("all => all.map(one => one.getBoundingClientRect().bottom)")
    assert max(shown) < page.locator(".timeline-axis").bounding_box()["y"]
    page.get_by_role("button", name="Reported", exact=True).click()
    settled(page)
    assert page.locator(".timeline-stage").bounding_box()["height"] == whole
    page.get_by_role("button", name="Happened", exact=True).click()
    page.locator(".timeline-filter summary").click()
    page.get_by_role("button", name="Clear all").click()
    settled(page)
    assert bands(page) == all_of_them
    assert page.locator(".timeline-stage").bounding_box()["height"] == whole


def test_a_page_keeps_its_place_until_its_reader_changes_the_lanes(show):
    page = show("timelines/kinds/?lanes=Moon")
    assert bands(page) == ["Orbit", "Moon", "Probes"]
    page.locator(".timeline-filter summary").click()
    page.get_by_label("Probes").check()
    settled(page)
    assert bands(page) == ["Moon", "Probes"]


PEOPLE = "Neil Armstrong, Sergei Korolev, Valentina Tereshkova, Yuri Gagarin"


def test_what_is_asked_for_and_is_not_there_is_told_and_left_out(charts, visit):
    seen, said = visit(), []
    seen.page.on("console", lambda message: said.append(message.text))
    asked = "lanes=Nowhere&lanes=Mooon&tags=frist&people=Nobody&from=last+year&to=2025-13&known=now"
    seen.page.goto(f"{charts}/embed/kinds/?{asked}")
    seen.page.wait_for_selector(READY)
    assert bands(seen.page) == ["Orbit", "Moon", "Probes"]
    assert len(listed(seen.page)) == 20
    assert said == [
        'timeline: lanes="Nowhere" is not there; write one of: Orbit, Moon, Probes',
        'timeline: lanes="Mooon" is not there; write one of: Orbit, Moon, Probes',
        'timeline: tags="frist" is not there; write one of: first, animals',
        f'timeline: people="Nobody" is not there; write one of: {PEOPLE}',
        'timeline: from="last year" is no date; write 2025, 2025-02 or 2025-02-12',
        'timeline: to="2025-13" is no date; write 2025, 2025-02 or 2025-02-12',
        'timeline: known="now" is no date; write 2025, 2025-02 or 2025-02-12',
    ]


def test_what_is_asked_for_and_is_there_is_all_that_counts(charts, visit):
    seen, said = visit(), []
    seen.page.on("console", lambda message: said.append(message.text))
    seen.page.goto(f"{charts}/timelines/kinds/?lanes=Nowhere&lanes=Moon&tags=first&from=1960")
    seen.page.wait_for_selector(READY)
    assert listed(seen.page) == ["landing"]
    assert len(said) == 1


def test_of_a_timeline_without_any_lane_nothing_else_can_be_asked(charts, visit):
    seen, said = visit(), []
    seen.page.on("console", lambda message: said.append(message.text))
    seen.page.goto(f"{charts}/embed/german/?lanes=Orbit")
    seen.page.wait_for_selector(READY)
    assert said == ['timeline: lanes="Orbit" is not there; the timeline has none']


@pytest.mark.parametrize("page", ["embed/kinds/", "timelines/kinds/"])
def test_whoever_asks_for_no_event_is_told(charts, visit, page):
    seen, said = visit(), []
    seen.page.on("console", lambda message: said.append(message.text))
    seen.page.goto(f"{charts}/{page}?lanes=Moon&to=1956")
    seen.page.wait_for_selector(READY)
    ends = "first event: until 1955, last event: 2032"
    assert said == [f'timeline: to="1956" lanes="Moon" leaves no event; {ends}']


MESSAGE = """stage => { const { blockSize, content } = getComputedStyle(stage, '::before');
  return [content.split('"')[1], parseFloat(blockSize) <= stage.clientHeight - 38] }"""


def test_a_timeline_without_events_says_so_and_tells_no_time(show):
    stage = show("timelines/empty/").locator(".timeline-stage")
    assert stage.evaluate(MESSAGE) == ["There are no events yet.", True]
    assert stage.locator(".timeline-tick").count() == 0


def test_what_a_low_chart_says_stands_above_its_axis(show):
    page = show("timelines/german/?search=zzz")
    assert page.locator(".timeline-stage").evaluate(MESSAGE) == [
        "Kein Ereignis passt. Die Filter ändern oder aufheben.",
        True,
    ]


def test_a_list_that_is_shut_says_how_many_events_it_shows(show):
    page = show("embed/kinds/?lanes=Moon")
    summary = page.locator(".timeline-list > summary")
    assert summary.inner_text() == "6 of 20 events as a list"
    assert len(listed(page)) == 6
    page.locator(".timeline-filter summary").click()
    page.get_by_role("button", name="Clear all").click()
    page.locator(".timeline-list > summary", has_text="20 events as a list").wait_for()
    assert summary.inner_text() == "20 events as a list"


def test_the_panel_closes_with_escape_and_gives_the_focus_back(show):
    page = show(width=360)
    summary = page.locator(".timeline-filter summary")
    summary.focus()
    page.keyboard.press("Enter")
    page.get_by_label("Orbit").focus()
    page.keyboard.press("Escape")
    assert not page.locator(".timeline-panel").is_visible()
    assert summary.evaluate("summary => document.activeElement === summary")
    settled(page)


@pytest.mark.parametrize("gone", [False, True])
def test_a_chart_that_has_left_the_page_writes_nothing_into_its_address(show, gone):
    page = show()
    page.clock.install()
    page.get_by_label("Search events").fill("moon")
    if gone:
        # As Material's instant navigation does.
        page.evaluate("document.querySelector('main').replaceChildren()")
    page.clock.run_for(5000)
    assert ("search=moon" in page.url) == (not gone)
