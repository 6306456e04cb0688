"""A live preview: what was saved is shown, as little as can be is made, and nothing that is wrong stops it."""

from __future__ import annotations

import gc
import json
import weakref
from pathlib import Path

import pytest

from timeline.publish.blocks import block_html
from timeline.publish.preview import Preview
from timeline.publish.settings import Settings

EVENTS = """\
title: The race
events:
  - {id: sputnik, date: 1957-10-04, title: Sputnik 1 beeps, tags: [first]}
  - {id: gagarin, date: 1961-04-12, title: Gagarin circles the Earth, tags: [first]}
  - {id: apollo, date: 1969-07-20, title: First people on the Moon}
"""
PAGE = "timelines/race/index.html"


class Host:
    """A host that puts each page between a header and a footer, and a preview of the file that it is about."""

    def __init__(self, folder: Path) -> None:
        self.builds = 0
        self.file = folder / "events" / "race.yaml"
        self.file.parent.mkdir()
        self.docs = folder / "docs"
        self.docs.mkdir()
        self.settings = Settings(events=self.file.parent)
        self.preview = Preview()
        self.write(EVENTS)
        self.build()
        self.preview.watch([str(self.file.parent), str(self.docs)])

    def write(self, events: str) -> None:
        self.file.write_text(events, encoding="utf-8")

    def build(self) -> None:
        self.builds += 1
        self.preview.read(self.settings)
        for page in self.preview.pages():
            whole = f"<head>{page.head}</head><title>{page.title}</title>{page.html}"
            self.preview.keep(f"{page.folder}/index.html", page.source, whole)
        article = self.preview.mark(lambda site: site.timeline("race").events[0].title)
        self.preview.keep("articles/a/index.html", "articles/a.md", f"<head></head>{article}")
        self.preview.built(self.docs)

    def save(self, events: str) -> dict[str, object]:
        """Save the file; what the page of the timeline must be told."""
        before = self.preview.version
        self.write(events)
        self.preview.rebuild(self.build)
        return self.preview.changes("timelines/race/", before, 0)

    def shown(self, path: str = PAGE) -> str:
        return (self.preview.content(path) or b"").decode()

    def findings(self) -> list[str]:
        told = json.loads(self.shown("assets/timeline/check.json"))
        return [f"{each['path']}:{each['line']}:{each['column']} {each['code']}" for each in told["findings"]]

    @property
    def trouble(self) -> str:
        return str(json.loads(self.shown("assets/timeline/check.json"))["trouble"])


@pytest.fixture
def host(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return Host(tmp_path)


def test_a_changed_event_is_shown_everywhere_without_a_build(host):
    host.save(EVENTS.replace("circles", "flies around"))
    for path in (PAGE, "timelines/race/chart.json", "timelines/race/events.csv", "browse/tags/first/index.html"):
        assert "flies around" in host.shown(path), path
    assert host.builds == 1


def test_a_block_in_an_article_follows_the_events(host):
    host.save(EVENTS.replace("Sputnik 1", "Sputnik One"))
    assert "Sputnik One beeps" in host.shown("articles/a/index.html")


def test_a_block_that_cannot_be_shown_says_why_in_its_article(host):
    mark = host.preview.mark(lambda site: block_html("moon", site, "../"))
    assert "there is no timeline &#39;moon&#39;; use one of: race" in host.preview.filled(mark)


def test_a_page_is_told_only_the_entries_that_changed(host):
    told = host.save(EVENTS.replace("circles", "flies around"))
    (entry,) = told["entries"]
    assert (entry["id"], entry["next"], told["gone"]) == ("gagarin", "apollo", [])
    assert "flies around" in entry["html"]
    assert entry["html"] in host.shown()


def test_an_event_that_moves_comes_before_the_one_that_follows_it_now(host):
    told = host.save(EVENTS.replace("1957-10-04", "1965"))
    assert [(entry["id"], entry["next"]) for entry in told["entries"]] == [("sputnik", "apollo")]


def test_events_that_come_and_go(host):
    without = EVENTS.replace("  - {id: apollo, date: 1969-07-20, title: First people on the Moon}\n", "")
    assert host.save(without) == {"version": host.preview.version, "entries": [], "gone": ["apollo"]}
    told = host.save(EVENTS)
    assert [(entry["id"], entry["next"]) for entry in told["entries"]] == [("apollo", None)]


@pytest.mark.parametrize(
    "events",
    [EVENTS.replace("The race", "Another race"), EVENTS.replace("Moon}", "Moon, tags: [new]}")],
    ids=["a title in the navigation", "a tag that has no page yet"],
)
def test_what_changes_the_layout_needs_the_host_and_the_whole_page(host, events):
    assert host.save(events)["reload"] is True
    assert host.builds == 2
    assert host.save(events + "# a comment\n").get("entries") == []


def test_a_build_makes_only_the_pages_of_the_navigation_and_those_that_are_not_as_they_were(host):
    (host.docs / "a.md").write_text("# A\n")
    list(host.preview.pages())
    assert {page.source for page in host.preview.pages()} == {"timelines/index.md", "timelines/race.md"}


def test_a_changed_article_needs_the_host(host):
    before = host.shown("timelines/race/chart.json")
    (host.docs / "a.md").write_text("# A\n")
    assert host.save(EVENTS)["reload"] is True
    assert host.builds == 2
    assert host.shown("timelines/race/chart.json") == before != ""


def test_files_that_are_there_for_a_moment_only_need_nothing(host):
    (host.docs / "4913").symlink_to(host.docs / "gone")
    (host.docs / "folder").mkdir()
    assert "reload" not in host.save(EVENTS.replace("circles", "rounds"))
    assert host.builds == 1


def test_a_page_that_missed_a_change_is_loaded_as_a_whole(host):
    before = host.preview.version
    host.save(EVENTS.replace("circles", "rounds"))
    host.save(EVENTS.replace("circles", "flies around"))
    assert host.preview.changes("timelines/race/", before, 0)["reload"] is True
    assert host.preview.changes("timelines/race/", "of another preview", 0)["reload"] is True


@pytest.mark.parametrize("path", [PAGE, "timelines/index.html", "articles/a/index.html"])
def test_a_page_that_is_loaded_again_knows_of_what_was_saved_though_it_changed_no_event(host, path):
    host.shown(path)
    host.save(EVENTS + "# a comment\n")
    host.save(EVENTS + "# another comment\n")
    assert f'<meta name="timeline-preview" content="{host.preview.version}">' in host.shown(path)


def test_a_page_that_is_up_to_date_waits(host):
    assert host.preview.changes("timelines/race/", host.preview.version, 0) == {"version": host.preview.version}


def test_what_check_finds_is_told_with_file_and_line(host):
    host.save(EVENTS.replace("1961-04-12", "1961-4-12"))
    assert host.findings() == ["events/race.yaml:4:25 DAT101"]
    assert "Sputnik 1 beeps" in host.shown()
    host.save(EVENTS)
    assert host.findings() == []


def test_a_file_that_is_no_yaml_is_told_and_put_right_again(host):
    host.save(EVENTS.replace("[first]}", "[first}", 1))
    assert host.findings() == ["events/race.yaml:3:73 YML002"]
    assert "Sputnik 1 beeps" in host.shown()
    assert host.builds == 1
    host.save(EVENTS.replace("circles", "flies around"))
    assert host.findings() == []
    assert "flies around" in host.shown()


def test_without_its_folder_the_events_stay_as_they_were(host):
    host.file.parent.rename(host.docs.parent / "elsewhere")
    host.preview.rebuild(host.build)
    assert "there is no such file or folder" in host.trouble
    assert "Sputnik 1 beeps" in host.shown()


def test_a_host_that_fails_is_told_on_the_page_and_asked_again(host):
    def fails():
        raise SystemExit("the theme is not there")

    (host.docs / "a.md").write_text("# A\n")
    host.preview.rebuild(fails)
    assert host.trouble == "the site cannot be built: the theme is not there"
    host.preview.rebuild(host.build)
    assert host.builds == 2
    assert host.trouble == ""


def test_other_paths_are_not_its_own(host):
    assert host.preview.content("assets/other.js") is None
    assert host.preview.content("timelines/other/chart.json") is None


def test_the_marks_of_pages_that_were_made_anew_are_forgotten(host):
    marked, makes = host.preview.mark, []

    def mark(make, tag="div"):
        makes.append(weakref.ref(make))
        return marked(make, tag)

    host.preview.mark = mark
    for number in range(3):
        (host.docs / f"{number}.md").write_text("# A\n")
        host.preview.rebuild(host.build)
    gc.unfreeze()
    gc.collect()
    assert len([make for make in makes if make()]) == len(makes) / 3 == 5
    for path in (PAGE, "browse/tags/first/index.html", "articles/a/index.html"):
        assert "Sputnik 1 beeps" in host.shown(path), path
