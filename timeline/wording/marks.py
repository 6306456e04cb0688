"""What an event is marked with that has not surely happened, or that no person has read yet."""

from __future__ import annotations

from timeline.model.event import Event
from timeline.wording.language import language_of

__all__ = ["marked_title", "marks"]


def marks(event: Event, language: str = "en") -> tuple[str, ...]:
    """The words that must stand beside an event wherever it is published, none for most.

    >>> marks(Event(title="A", date="2030", certainty="planned", status="draft"), "de")
    ('geplant', 'Entwurf')
    """
    return _said((event.certainty, event.status), language)


def marked_title(event: Event, language: str = "en", *, is_drawn: bool = False) -> str:
    """The title where nothing can stand beside it: the marks come first, so that shortening does not take them away.

    Args:
        event: The event.
        language: The language of the marks (BCP 47).
        is_drawn: Whether it names a mark of a chart, whose outline already tells that it is planned or possible.

    >>> event = Event(title="A summit", date="2030", certainty="planned", status="draft")
    >>> marked_title(event), marked_title(event, is_drawn=True)
    ('[planned, draft] A summit', '[draft] A summit')
    """
    said = _said((event.status,), language) if is_drawn else marks(event, language)
    return f"[{', '.join(said)}] {event.title}" if said else event.title


def _said(names: tuple[str, ...], language: str) -> tuple[str, ...]:
    return tuple(language_of(language).say(name) for name in names if name not in ("certain", "reviewed"))
