"""Event files as people write them: every way of quoting, comments and blank lines anywhere, any indentation."""

from __future__ import annotations

from hypothesis import strategies as st

from timeline.yamldoc.writer import scalar

WORDS = st.text(st.sampled_from("abc é:#'\"-,[]"), min_size=1, max_size=12).map(str.strip).filter(bool)
GAP = st.sampled_from(["", "", "\n", "# a comment: with 'marks' [\n", "\n  # indented\n\n"])


@st.composite
def written_scalars(draw, margin):
    """A text in one of the ways in which people write it."""
    text = draw(WORDS)
    way = draw(st.sampled_from(["plain", "'", '"', "|", ">-"]))
    if way in ("|", ">-"):
        return f"{way}\n{margin}  {text}\n\n{margin}  more\n" + draw(st.sampled_from(["", "\n"]))
    comment = draw(st.sampled_from(["", "  # why"]))
    return scalar(text, style="" if way == "plain" else way) + comment + "\n"


@st.composite
def written_events(draw, indent):
    """One event as a person writes it, its first line beginning with the hyphen."""
    space = draw(st.integers(1, 3))
    margin = " " * (indent + 1 + space)
    if draw(st.integers(0, 4)) == 0:
        return " " * indent + "-" + " " * space + "{date: 2025, title: " + scalar(draw(WORDS), in_flow=True) + "}\n"
    lines = [f"date: {draw(st.sampled_from(['2025', '2024-02-12', 'three days later']))}\n"]
    lines += [f"title: {draw(written_scalars(margin))}"]
    if draw(st.booleans()):
        lines += ["tags: [a, b]\n"] if draw(st.booleans()) else [f"tags:\n{margin}- a  # first\n{margin}- b\n"]
    if draw(st.booleans()):
        lines += [f"text: {draw(written_scalars(margin))}"]
    order = draw(st.permutations(lines))
    comment = draw(st.sampled_from(["", f"{margin}# inside\n"]))
    return " " * indent + "-" + " " * space + order[0] + comment + "".join(margin + line for line in order[1:])


@st.composite
def files(draw):
    """A head, the events, and what stands between them: (parts, events) with one part more than events."""
    indent = draw(st.sampled_from([0, 2, 4]))
    events = draw(st.lists(written_events(indent), min_size=1, max_size=4))
    head = draw(st.sampled_from(["", "# yaml-language-server: $schema=x\n"])) + "title: T   # the title\n\nevents:\n"
    gaps = [head + draw(GAP), *(draw(GAP) for _ in events)]
    newline = draw(st.sampled_from(["\n", "\r\n"]))
    return [gap.replace("\n", newline) for gap in gaps], [event.replace("\n", newline) for event in events]
