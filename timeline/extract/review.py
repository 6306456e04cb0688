"""Walk through the drafts of a timeline: accept, edit, merge, drop or skip each.

Each decision is written at once, so quitting at any time loses nothing; the same decisions can be made by editing
``status`` in the YAML.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from timeline.extract.merge import likely_same
from timeline.model.errors import TimelineError
from timeline.model.event import Event
from timeline.model.timeline import Timeline
from timeline.store import load
from timeline.store.changes import Change
from timeline.store.editing import merge_events, remove_events, set_fields
from timeline.store.places import timeline_at
from timeline.wording import reasoning

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

__all__ = ["Decision", "Draft", "ask_on", "drafts", "review"]

Verb = Literal["accept", "edit", "merge", "drop", "skip", "quit"]
_KEYS: dict[str, Verb] = {"a": "accept", "e": "edit", "m": "merge", "d": "drop", "s": "skip", "q": "quit"}


@dataclass(frozen=True, slots=True)
class Draft:
    """An event that nobody has read yet.

    Args:
        event: The event.
        twin: Another event of the timeline that is likely the same.
        number: Which draft of how many it is, counted from 1.
        count: How many drafts there are.
        problem: Why what was just decided about it could not be done.
    """

    event: Event
    twin: Event | None
    number: int
    count: int
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What a person decides about a draft.

    Args:
        verb: What to do.
        fields: The new values of fields, for ``edit``.
    """

    verb: Verb
    fields: Mapping[str, str] = field(default_factory=dict)


def drafts(timeline: Timeline) -> list[Draft]:
    """The drafts of a timeline in the order of their dates, each with an event that is likely the same.

    >>> draft = Event(id="a", title="A", date="2025", status="draft")
    >>> timeline = Timeline(events=[draft, Event(title="B", date="2024")])
    >>> [(draft.event.title, draft.number, draft.count) for draft in drafts(timeline)]
    [('A', 1, 1)]
    """
    waiting = [event for event in timeline.events if event.status == "draft"]
    twins = _twins(timeline.events, timeline.language)
    return [
        Draft(event, twins.get(event.id or ""), number, len(waiting)) for number, event in enumerate(waiting, start=1)
    ]


def _twins(events: Iterable[Event], language: str) -> dict[str, Event]:
    """To each event the one that is most likely the same, a reviewed one before a draft."""
    best: dict[str, tuple[tuple[bool, float], Event]] = {}
    for offer in likely_same(events, language):
        for event, twin in ((offer.one, offer.other), (offer.other, offer.one)):
            rank = (twin.status == "reviewed", offer.likeness)
            if event.id and (event.id not in best or rank > best[event.id][0]):
                best[event.id] = (rank, twin)
    return {name: twin for name, (_, twin) in best.items()}


def _decide(where: str | Path, draft: Draft, decision: Decision) -> None:
    """Write a decision into the timeline.

    Raises:
        TimelineError: The event is no longer there, or a new value is wrong; nothing is written then.
    """
    name = draft.event.id or ""
    if decision.verb == "accept":
        set_fields(where, name, [Change(("status",), "=", "reviewed")])
    elif decision.verb == "edit":
        changed = {**decision.fields, "status": "reviewed"}
        set_fields(where, name, [Change((key,), "=", value) for key, value in changed.items()])
    elif decision.verb == "drop":
        remove_events(where, [name])
    elif decision.verb == "merge" and draft.twin is not None:
        merge_events(where, draft.twin.id or "", [name])


def review(where: str | Path, ask: Callable[[Draft], Decision]) -> Counter[str]:
    """Ask about each draft of a timeline and write each decision at once.

    Args:
        where: The file or folder of the timeline.
        ask: Shows a draft and gives what is decided.

    Returns:
        How often each verb was decided, "quit" among them; nothing if there is no draft.

    Raises:
        TimelineError: There is no timeline, or several; a decision that is refused is asked about again.
    """
    timeline_at(where)
    done: Counter[str] = Counter()
    for waiting in drafts(load(where)):
        now = {event.id: event for event in load(where).events}
        draft = _as_it_is(waiting, now)
        if draft is None:
            continue
        decision = _decided(where, draft, ask)
        done[decision.verb] += 1
        if decision.verb == "quit":
            break
    return done


def _decided(where: str | Path, draft: Draft, ask: Callable[[Draft], Decision]) -> Decision:
    """What is decided and written; who decided what cannot be is asked again."""
    while True:
        decision = ask(draft)
        try:
            _decide(where, draft, decision)
        except TimelineError as error:
            draft = replace(draft, problem=str(error))
        else:
            return decision


def _as_it_is(draft: Draft, now: Mapping[str | None, Event]) -> Draft | None:
    """The draft as it is after the decisions before it: gone with another, or without the twin that has gone."""
    event = now.get(draft.event.id)
    if event is None or event.status != "draft":
        return None
    return Draft(event, now.get(draft.twin.id) if draft.twin else None, draft.number, draft.count)


def ask_on(console: Console) -> Callable[[Draft], Decision]:
    """Ask on a terminal, with one key for each decision, or its whole word; the end of the input quits."""

    def ask(draft: Draft) -> Decision:
        console.print(_shown(draft))
        try:
            verb = _chosen(console, [verb for verb in _KEYS.values() if verb != "merge" or draft.twin])
            return Decision(verb, _edited(console, draft.event) if verb == "edit" else {})
        except (EOFError, KeyboardInterrupt):
            console.print()
            return Decision("quit")

    return ask


def _chosen(console: Console, verbs: Collection[Verb]) -> Verb:
    """Ask until the answer is one of the verbs: a word that only begins like one may mean anything."""
    known = {answer: verb for key, verb in _KEYS.items() if verb in verbs for answer in (key, verb)}
    keys = ", ".join(f"[b]{key}[/b] {verb}" for key, verb in _KEYS.items() if verb in verbs)
    while True:
        answer = console.input(f"{keys}: ").strip().lower()
        if answer in known:
            return known[answer]
        if answer:
            console.print(f"'{answer}' is none of these", style="red", markup=False)


def _edited(console: Console, event: Event) -> dict[str, str]:
    """New values of the fields; an empty answer leaves a field as it is."""
    from rich.markup import escape

    old = {"title": event.title, "date": str(event.date), "lane": event.lane or "", "tags": ", ".join(event.tags)}
    answers = {name: console.input(f"{name} [dim]({escape(old[name])})[/dim]: ").strip() for name in old}
    return {name: answer for name, answer in answers.items() if answer and answer != old[name]}


def _shown(draft: Draft) -> RenderableType:
    """A draft for a terminal: the event, its quotes with the expression highlighted, the reasoning, its likely twin."""
    from rich.console import Group
    from rich.panel import Panel
    from rich.text import Text

    event = draft.event
    lines: list[Text] = [Text(event.title, style="bold")]
    if event.reasoning:
        lines.append(Text(event.reasoning, style="dim"))
    for source in event.sources:
        quote = Text(f"“{source.quote or ''}”")
        if source.expression:
            quote.highlight_words([source.expression], "reverse")
        lines += [quote, Text(", ".join(filter(None, (source.title, source.publisher, source.url))), style="dim")]
        if source.expression:
            lines.append(Text(reasoning(source.expression, source.published, event.date), style="cyan"))
    if draft.twin:
        lines.append(Text(f"likely the same: {draft.twin.date}  {draft.twin.title}", style="yellow"))
    if draft.problem:
        lines.append(Text(draft.problem, style="red"))
    return Panel(Group(*lines), title=f"{event.date}  ({draft.number} of {draft.count})", title_align="left")
