"""Pictures that are to be in the site: those that are not there are found, with what to write."""

from __future__ import annotations

import pytest

from timeline.store import load_all
from timeline.store.pictures import lacking

EVENT = "- {{title: A, date: 2025, image: {{src: {}, alt: A}}}}\n"


@pytest.fixture
def docs(tmp_path):
    (tmp_path / "docs" / "img").mkdir(parents=True)
    for name in ("gagarin.png", "two words.png"):
        (tmp_path / "docs" / "img" / name).touch()
    return tmp_path / "docs"


@pytest.mark.parametrize(
    "there", ["img/gagarin.png", "img/two%20words.png", "img/gagarin.png?v=2", "https://a.example/b.png"]
)
def test_a_picture_that_is_there_lacks_nothing(docs, there):
    assert lacking(there, docs) == ""


@pytest.mark.parametrize(
    ("picture", "hint"),
    [
        ("img/gagarin.jpg", "did you mean 'img/gagarin.png'?"),
        ("img/comet.svg", "put the file into 'docs', or correct the path"),
        ("pictures/gagarin.png", "put the file into 'docs', or correct the path"),
        ("img", "put the file into 'docs', or correct the path"),
        ("a" * 1000, "put the file into 'docs', or correct the path"),
    ],
)
def test_of_one_that_is_not_there_it_is_said_what_to_write(docs, picture, hint):
    assert lacking(picture, docs) == hint


def test_a_missing_picture_is_found_at_its_place_and_its_event_is_kept(docs, tmp_path):
    (tmp_path / "events").mkdir()
    path = tmp_path / "events" / "a.yaml"
    path.write_text(EVENT.format("img/gagarin.png") + EVENT.format("img/gagarim.png"))
    [timeline], [problem] = load_all(tmp_path / "events", docs=docs)
    assert len(timeline.events) == 2
    assert str(problem) == f"{path}:2:39: there is no picture 'img/gagarim.png'; did you mean 'img/gagarin.png'?"
    assert load_all(tmp_path / "events")[1] == []
    assert load_all(tmp_path / "events", docs=tmp_path / "none")[1] == []
