"""`review` and `split` as a person uses them."""

from __future__ import annotations

from pathlib import Path

import pytest

import timeline

DRAFTS = """title: Talks
events:
  - id: treaty
    date: 2025-02-12
    title: Treaty signed in Geneva
    status: draft
    sources:
      - title: A headline
        published: 2025-02-13
        quote: The treaty was signed yesterday.
        expression: yesterday
  - id: visit
    date: 2025-03
    title: A visit
    status: draft
"""


def _statuses() -> dict[str | None, str]:
    return {event.id: event.status for event in timeline.load("talks.yaml").events}


@pytest.mark.parametrize(
    ("answers", "statuses"),
    [
        ("a\na\n", {"treaty": "reviewed", "visit": "reviewed"}),
        ("a\nq\n", {"treaty": "reviewed", "visit": "draft"}),
        ("s\nd\n", {"treaty": "draft"}),
        ("a\n", {"treaty": "reviewed", "visit": "draft"}),
    ],
)
def test_each_decision_is_written_and_quitting_loses_nothing(run, answers, statuses):
    Path("talks.yaml").write_text(DRAFTS)
    done = run("review", "talks.yaml", given=answers)
    assert done.code == 0
    assert "Treaty signed in Geneva" in done.out
    assert _statuses() == statuses


def test_a_wrong_answer_is_told_and_the_draft_asked_about_again(run):
    Path("talks.yaml").write_text(DRAFTS)
    done = run("review", "talks.yaml", given="e\n\n2025-02-30\n\n\na\ne\n")
    assert done.code == 0
    assert "there is no day '2025-02-30'" in done.out
    assert _statuses() == {"treaty": "reviewed", "visit": "draft"}


def test_a_refused_decision_is_told_and_asked_about_again(run):
    text = DRAFTS.replace("date: 2025-03", "date: three days later")
    Path("talks.yaml").write_text(text)
    done = run("review", "talks.yaml", given="d\na\nd\n")
    assert done.code == 0
    assert "counts from it" in " ".join(done.out.replace("│", " ").split())
    assert _statuses() == {"treaty": "reviewed"}


@pytest.mark.parametrize("command", [["review", "events"], ["split", "events", "treaty"]])
def test_a_folder_of_timelines_is_no_timeline(run, command):
    Path("events").mkdir()
    for name in ("a", "b"):
        Path(f"events/{name}.yaml").write_text(DRAFTS)
    done = run(*command)
    assert done.code == 2
    assert "is no timeline, but a folder of timelines; name one of its files, such as events/a.yaml" in done.err


@pytest.mark.parametrize("answer", ["x", "delete", "m", "done", "[b]", ""])
def test_what_is_no_answer_decides_nothing_and_is_asked_again(run, answer):
    Path("talks.yaml").write_text(DRAFTS)
    done = run("review", "talks.yaml", given=f"{answer}\naccept\n")
    assert done.code == 0
    assert (f"'{answer}' is none of these" in done.out) == bool(answer)
    assert _statuses() == {"treaty": "reviewed", "visit": "draft"}
    assert "1 accept" in done.err


def test_brackets_in_a_title_are_shown_as_they_are(run):
    Path("talks.yaml").write_text(DRAFTS.replace("Treaty signed in Geneva", "Treaty [/b] signed"))
    done = run("review", "talks.yaml", given="e\n\n\nRow\n\n")
    assert (done.code, "title (Treaty [/b] signed): " in done.out) == (0, True)
    assert _statuses()["treaty"] == "reviewed"


def test_who_stops_while_editing_has_changed_nothing(run, monkeypatch):
    Path("talks.yaml").write_text(DRAFTS)
    assert "nothing was decided" in run("review", "talks.yaml", given="e\nAnother title\n").err
    assert Path("talks.yaml").read_text() == DRAFTS
    answers = iter(["a", "e", "Another title"])

    def interrupted(*_, **__):
        try:
            return next(answers)
        except StopIteration:
            raise KeyboardInterrupt from None

    monkeypatch.setattr("rich.console.Console.input", interrupted)
    assert "1 accept" in run("review", "talks.yaml").err
    assert Path("talks.yaml").read_text() == DRAFTS.replace("status: draft", "status: reviewed", 1)


def test_who_quits_at_once_has_decided_nothing(run):
    Path("talks.yaml").write_text(DRAFTS)
    assert "nothing was decided" in run("review", "talks.yaml", given="q\n").err


def test_there_may_be_nothing_to_review(run):
    Path("talks.yaml").write_text(DRAFTS.replace("draft", "reviewed"))
    assert run("review", "talks.yaml").err == "timeline: no drafts to review\n"


def test_a_merged_event_is_taken_apart(run):
    text = DRAFTS.replace(
        "expression: yesterday\n", "expression: yesterday\n      - title: Another\n        published: 2025-02-14\n"
    )
    Path("talks.yaml").write_text(text)
    done = run("split", "talks.yaml", "treaty")
    assert done.code == 0
    events = timeline.load("talks.yaml").events
    assert [[source.title for source in event.sources] for event in events] == [["A headline"], ["Another"], []]


def test_only_the_most_important_events_are_kept(run):
    text = "Both sides signed a treaty on 3 May 2025. Rain fell in Bern on 4 May 2025. Snow fell in Rome on 5 May 2025."
    every = run("extract", "--published", "2025-06-01", "-", given=text).out
    chosen = run("extract", "--published", "2025-06-01", "--top", "1", "-", given=text).out
    assert len([line for line in every.splitlines() if line.startswith("2025")]) == 3
    assert len([line for line in chosen.splitlines() if line.startswith("2025")]) == 1
