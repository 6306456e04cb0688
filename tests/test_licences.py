"""Everything that a user installs with us may be used as freely as we may be."""

from __future__ import annotations

from importlib.metadata import Distribution, distribution

from packaging.requirements import Requirement

EXTRAS = ("ingest", "image", "calendar", "spreadsheet", "hosts")
FREE = ("MIT", "BSD", "Apache", "PSF", "MPL", "Mozilla Public")
UNSAID = {"resvg-py": "MIT"}  # says so in its repository, not in its metadata


def installed() -> dict[str, Distribution]:
    """All distributions that ours needs, with its extras, by name."""
    found: dict[str, Distribution] = {}
    waiting = [("event-timelines", EXTRAS)]
    while waiting:
        name, extras = waiting.pop()
        if name in found:
            continue
        found[name] = distribution(name)
        for needed in map(Requirement, found[name].requires or ()):
            wanted = (extra for extra in ("", *extras) if not needed.marker or needed.marker.evaluate({"extra": extra}))
            if next(wanted, None) is not None:
                waiting.append((needed.name.lower().replace("_", "-"), tuple(needed.extras)))
    return found


def licences(name: str, one: Distribution) -> list[str]:
    """The licences of which one can be chosen."""
    expression = one.metadata.get("License-Expression") or UNSAID.get(name, "")
    named = [line for line in one.metadata.get_all("Classifier") or () if line.startswith("License ::")]
    return expression.split(" OR ") if expression else named or [one.metadata.get("License", "")]


def test_every_dependency_has_a_free_licence_that_asks_for_nothing_of_ours():
    found = installed()
    assert {"plotly", "pydantic", "trafilatura"} <= found.keys()
    others = {
        name: licences(name, one)
        for name, one in found.items()
        if not any(word in licence for licence in licences(name, one) for word in FREE)
    }
    assert not others
