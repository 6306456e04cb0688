"""Adding extracted events: each once, none that a person took away, and never a word of a person changed."""

from __future__ import annotations

import stat

import pytest

from timeline.model.errors import TimelineError
from timeline.model.event import Event, Source
from timeline.store import add, load

A = "https://example.org/a"


def event(title, quote="They met last February.", expression="last February", url=A, **fields):
    source = Source(url=url, published="2026-02-11", quote=quote, expression=expression)
    return Event(title=title, date="2025-02", status="draft", sources=[source], **fields)


def test_a_new_file_is_made_and_a_second_run_changes_nothing(tmp_path):
    path = tmp_path / "talks.yaml"
    assert [new.id for new in add(path, [event("They met")]).new] == ["they-met"]
    written = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
    assert path.read_text().startswith(
        "title: Talks\nevents:\n  - id: they-met\n    date: 2025-02\n    title: They met\n"
    )
    again = add(path, [event("They met")])
    assert (len(again.new), len(again.known)) == (0, 1)
    assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == written


def test_what_a_person_wrote_is_never_changed(tmp_path):
    path = tmp_path / "talks.yaml"
    add(path, [event("They met")])
    edited = (
        path.read_text().replace("date: 2025-02\n", "date: 2025-03  # I was there\n").replace("They met\n", "Hello\n")
    )
    edited = edited.replace("They met last February.", "met last February").replace("    status: draft\n", "")
    path.write_text(edited)
    assert len(add(path, [event("They met")]).known) == 1
    assert path.read_text() == edited
    assert add(path, [event("They left", "They left in March.", "in March")]).new[0].id == "they-left"
    assert path.read_text().startswith(edited)


def test_two_events_of_one_sentence_are_two(tmp_path):
    path = tmp_path / "talks.yaml"
    quote = "They met in May and signed in June."
    add(path, [event("They met", quote, "in May"), event("They signed", quote, "in June")])
    assert len(load(path).events) == 2


def test_an_event_without_a_source_is_added_once_however_often_it_is_given(tmp_path):
    path, told = tmp_path / "talks.yaml", Event(title="They met", date="2025-02")
    given = [event("They met", id="sourced"), told, told, Event(title="They met", date="2025-03")] * 2
    added = add(path, given)
    assert [(each.id, str(each.date)) for each in added.new] == [("sourced", "2025-02"), ("they-met", "2025-03")]
    assert len(added.known) == 6
    assert [len(kind) for kind in (add(path, given).new, load(path).events)] == [0, 2]
    other = tmp_path / "other.yaml"
    assert [each.id for each in add(other, [told, told, event("They met")]).new] == ["they-met", "they-met-2"]


def test_the_same_words_in_a_column_of_another_day_are_another_event(tmp_path):
    path = tmp_path / "police.yaml"

    def told(published, date):
        source = Source(title="Police", published=published, quote="Two men were arrested.", expression="on Monday")
        return Event(title="Two men were arrested", date=date, sources=[source])

    first, second = told("2026-02-11", "2026-02-09"), told("2026-02-18", "2026-02-16")
    assert len(add(path, [first]).new) == 1
    assert [len(found) for found in (add(path, [second, first]).new, add(path, [second, first]).known)] == [1, 2]
    path.write_text("title: Police\n")
    assert len(add(path, [first, second]).dismissed) == 2, "each was taken away"
    (tmp_path / ".police.extracted.tsv").write_text("police\ton monday\ttwo men were arrested.\n")
    assert len(add(path, [second]).dismissed) == 1, "a row of which the day is not known"


def test_what_a_person_took_away_stays_away(tmp_path):
    path = tmp_path / "talks.yaml"
    add(path, [event("They met"), event("They left", "They left in March.", "in March")])
    head, _, rest = path.read_text().partition("  - id: they-met")
    path.write_text(head + "  - id: they-left" + rest.partition("  - id: they-left")[2])
    again = add(path, [event("They met")])
    assert [gone.title for gone in again.dismissed] == ["They met"]
    assert [kept.title for kept in load(path).events] == ["They left"]
    (tmp_path / ".talks.extracted.tsv").unlink()
    assert len(add(path, [event("They met")]).new) == 1


def test_ids_differ_from_those_that_are_there(tmp_path):
    path = tmp_path / "talks.yaml"
    path.write_text("# mine\n- {title: They met, date: 2024}\n")
    assert add(path, [event("They met", id="they-met")]).new[0].id == "they-met-2"
    assert path.read_text().startswith("# mine\n- {title: They met, date: 2024}\n- id: they-met-2\n")


@pytest.mark.parametrize(
    "text",
    ["", "# nothing yet\n", "title: T\n", "title: T\nevents:\n", "title: T\nevents: []  # none\n", "events: ~\n"],
)
def test_events_can_be_added_to_a_file_without_any(tmp_path, text):
    path = tmp_path / "talks.yaml"
    path.write_text(text)
    add(path, [event("They met")])
    assert [kept.title for kept in load(path).events] == ["They met"]
    assert all(part.split("events")[0] in path.read_text() for part in text.splitlines() if "#" in part)


def test_a_folder_gets_a_file_for_each_event(tmp_path):
    (tmp_path / "timeline.yaml").write_text("title: T\n")
    add(tmp_path, [event("They met")])
    assert (tmp_path / "they-met.yaml").read_text().startswith("id: they-met\ndate: 2025-02\n")
    assert len(add(tmp_path, [event("They met")]).known) == 1


def test_a_file_that_cannot_be_read_or_written_stays_as_it_is(tmp_path):
    path = tmp_path / "talks.yaml"
    for text in ("title: A: B\n", "date: 2025\ntitle: One event\n"):
        path.write_text(text)
        with pytest.raises(TimelineError, match=r"talks\.yaml:1"):
            add(path, [event("They met")])
        assert path.read_text() == text
    path.write_text("title: T\n")
    path.chmod(stat.S_IRUSR)
    with pytest.raises(TimelineError, match="read-only"):
        add(path, [event("They met")])
    assert [file.name for file in tmp_path.iterdir()] == ["talks.yaml"]


def test_the_folder_of_a_new_file_is_made_and_goes_away_if_nothing_can_be_written(tmp_path):
    path = tmp_path / "new" / "folder" / "talks.yaml"
    with pytest.raises(TimelineError, match="is not allowed"):
        add(path, [event("They met").model_copy(update={"title": "\x00"})])
    assert not list(tmp_path.iterdir())
    add(path, [event("They met")])
    assert load(path).events[0].title == "They met"
    with pytest.raises(TimelineError, match="this folder cannot be made"):
        add(path / "below" / "a.yaml", [event("They met")])


ADD_TEN = """
import sys
from timeline.model.event import Event, Source
from timeline.store import add
path, start = sys.argv[1], int(sys.argv[2])
for number in range(start, start + 10):
    source = Source(title="A", quote=f"Quote {number}.", expression=f"on day {number}")
    add(path, [Event(title=f"Event {number}", date="2025-02", sources=[source])])
"""


def test_two_processes_at_once_lose_nothing(tmp_path, at_once):
    path = tmp_path / "talks.yaml"
    at_once(ADD_TEN, [path, 100], [path, 200])
    assert len(load(path).events) == 20


ADD_ONE = """
import sys
from timeline.model.event import Event
from timeline.store import add
add(sys.argv[1], [Event(id="talks", title=sys.argv[2], date="2025-02")], known_by_id=True)
"""


def test_an_id_of_another_program_is_written_once_whoever_adds_it_at_the_same_time(tmp_path, at_once):
    path = tmp_path / "talks.yaml"
    path.write_text("title: Talks\nevents: []\n")
    at_once(ADD_ONE, [path, "One"], [path, "Two"], [path, "Three"])
    assert [event.id for event in load(path).events] == ["talks"]


B = "https://example.org/b"


def same(events, _language):
    """Takes every event for the first of the timeline."""
    return lambda _: events[0]


def test_a_known_event_takes_on_an_article_that_tells_it_too_and_nothing_else_changes(tmp_path):
    path = tmp_path / "talks.yaml"
    add(path, [event("They met")])
    edited = path.read_text().replace("title: They met", "title: Hello  # mine").replace("    status: draft\n", "")
    path.write_text(edited)
    again = add(path, [event("They met", "Both met.", "in February", B)], same)
    assert (len(again.new), [source.url for source in again.sourced["they-met"]]) == (0, [B])
    [kept] = load(path).events
    assert (kept.title, kept.status, [source.url for source in kept.sources]) == ("Hello", "reviewed", [A, B])
    assert path.read_text().startswith(edited)
    written = path.read_text()
    assert add(path, [event("They met", "Both met.", "in February", B)], same).sourced == {}
    assert path.read_text() == written


def test_events_are_compared_in_the_language_of_their_timeline(tmp_path):
    path, told = tmp_path / "talks.yaml", []
    path.write_text("title: T\nlanguage: de\nevents: []\n")
    add(path, [event("They met")], lambda _, language: told.append(language) or (lambda _: None))
    assert told == ["de"]


def test_an_event_that_came_with_a_known_source_brings_its_other_sources(tmp_path):
    path = tmp_path / "talks.yaml"
    add(path, [event("They met")])
    merged = event("They met")
    other = event("They met", "Both met.", "in February", B).sources
    add(path, [merged.model_copy(update={"sources": (*merged.sources, *other)})])
    assert [source.url for source in load(path).events[0].sources] == [A, B]


def test_a_source_that_two_events_bring_is_written_once(tmp_path):
    path = tmp_path / "talks.yaml"
    add(path, [event("They met")])
    told = event("They met", "Both met.", "in February", B)
    add(path, [told, told.model_copy(update={"title": "Both met"})], same)
    assert [source.url for source in load(path).events[0].sources] == [A, B]


@pytest.mark.parametrize(("title", "date", "count"), [("A", "2025-02", 0), ("They met", "1999", 0), ("A", "1999", 1)])
def test_an_event_of_a_known_id_is_unlike_the_one_there_if_title_and_date_are_others(tmp_path, title, date, count):
    path = tmp_path / "talks.yaml"
    add(path, [event("They met", id="met")])
    assert len(add(path, [Event(id="met", title=title, date=date)], known_by_id=True).unlike) == count


def test_a_source_that_a_person_took_away_stays_away(tmp_path):
    path = tmp_path / "talks.yaml"
    add(path, [event("They met")])
    before = path.read_text()
    add(path, [event("They met", "Both met.", "in February", B)], same)
    path.write_text(before)
    add(path, [event("They met", "Both met.", "in February", B)], same)
    assert path.read_text() == before


def _contents(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.mark.parametrize("locked", ["b.yaml", ".extracted.tsv"])
def test_a_file_that_cannot_be_written_keeps_all_others_as_they_are(tmp_path, locked):
    (tmp_path / "timeline.yaml").write_text("title: T\n")
    add(tmp_path, [event("A", "A one.", id="a"), event("B", "B one.", id="b")])
    (tmp_path / locked).chmod(0o444)
    before = _contents(tmp_path)
    told = [event(name, f"{name} two.", "in February", B) for name in ("A", "B")]
    by_title = {each.title: each for each in load(tmp_path).events}
    with pytest.raises(TimelineError, match=rf"{locked}: the file is read-only"):
        add(tmp_path, [*told, event("C", "C one.")], lambda *_: lambda other: by_title.get(other.title))
    assert _contents(tmp_path) == before


def test_a_file_gets_new_sources_and_new_events_at_once(tmp_path):
    path = tmp_path / "talks.yaml"
    add(path, [event("A", "A one.", id="a")])
    [known] = load(path).events
    told = [event("A", "A two.", "in February", B), event("C", "C one.")]
    added = add(path, told, lambda *_: lambda other: known if other.title == "A" else None)
    assert ([each.id for each in added.new], list(added.sourced)) == (["c"], ["a"])
    assert [[source.quote for source in each.sources] for each in load(path).events] == [
        ["A one.", "A two."],
        ["C one."],
    ]


@pytest.mark.parametrize("text", ["date: 2025-02\ntitle: They met\n", "date: 2025-02\ntitle: They met\nsources: []\n"])
def test_an_event_without_a_source_gets_its_first_in_a_folder_too(tmp_path, text):
    (tmp_path / "met.yaml").write_text(text)
    add(tmp_path, [event("They met", "Both met.", "in February", B)], same)
    [kept] = load(tmp_path).events
    assert [source.url for source in kept.sources] == [B]
    assert (tmp_path / "met.yaml").read_text().startswith("date: 2025-02\ntitle: They met\n")


def test_a_line_of_the_ledger_that_is_no_text_stays_and_does_no_harm(tmp_path):
    path, ledger = tmp_path / "talks.yaml", tmp_path / ".talks.extracted.tsv"
    add(path, [event("They met")])
    noted = ledger.read_bytes()
    ledger.write_bytes(b"caf\xe9\tin May\tThey met.\n" + noted)
    path.write_text("title: T\n")
    added = add(path, [event("They met"), event("They left", "They left in March.", "in March")])
    assert ([each.title for each in added.dismissed], [each.id for each in added.new]) == (["They met"], ["they-left"])
    assert ledger.read_bytes().startswith(b"caf\xe9\tin May\tThey met.\n" + noted)


def test_a_folder_of_timelines_gets_no_event_of_its_own(tmp_path):
    (tmp_path / "talks.yaml").write_text("title: T\nevents:\n  - {title: A, date: 2025}\n")
    with pytest.raises(TimelineError, match="a folder of timelines"):
        add(tmp_path, [Event(title="B", date="2025")])
    assert [path.name for path in tmp_path.iterdir()] == ["talks.yaml"]
