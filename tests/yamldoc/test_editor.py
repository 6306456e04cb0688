"""Edits: what was meant, and nothing else. Every byte outside of the touched event stays."""

from __future__ import annotations

from unittest import mock

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.yamldoc.strategies import WORDS, files
from timeline.yamldoc import YamlError, parse
from timeline.yamldoc.editor import Editor, rewritten


def _joined(gaps, events):
    return "".join(gap + event for gap, event in zip(gaps, [*events, ""], strict=True))


def _around(result, gaps, events, index):
    """What an edit made of one event; everything around it is as it was."""
    before = _joined(gaps[: index + 1], events[:index]) if index else gaps[0]
    after = _joined(gaps[index + 1 :], events[index + 1 :])
    assert result.startswith(before)
    assert result.endswith(after)
    return result[len(before) : len(result) - len(after)]


def _edited(text, edit, data):
    """The document after an edit; in half of the cases only a part is read again."""
    editor = Editor(parse(text))
    edit(editor)
    with _as_if_long(data):
        assert editor.edited().text == editor.result()
        return parse(editor.result())


def _as_if_long(data):
    """In half of the cases do as if the list were long, so that only a part of it is read again."""
    return mock.patch("timeline.yamldoc.editor._MANY", data.draw(st.sampled_from([0, 200])))


def _pick(data, events):
    return data.draw(st.integers(0, len(events) - 1))


@settings(max_examples=100, deadline=None)
@given(files(), st.data())
def test_setting_a_value_changes_its_event_alone(file, data):
    gaps, events = file
    index, field = _pick(data, events), data.draw(st.sampled_from(["title", "date", "lane"]))
    value = data.draw(WORDS)
    document = parse(_joined(gaps, events))
    result = _edited(document.text, lambda editor: editor.set(("events", index, field), value), data)
    _around(result.text, gaps, events, index)
    meant = document.root.plain
    meant["events"][index][field] = value
    assert result.root.plain == meant


@settings(max_examples=75, deadline=None)
@given(files(), st.data())
def test_removing_a_key_changes_its_event_alone(file, data):
    gaps, events = file
    index = _pick(data, events)
    document = parse(_joined(gaps, events))
    meant = document.root.plain
    name = data.draw(st.sampled_from(sorted(meant["events"][index])))
    result = _edited(document.text, lambda editor: editor.remove(("events", index, name)), data)
    _around(result.text, gaps, events, index)
    del meant["events"][index][name]
    assert result.root.plain == meant


def _own_comment(gap, event):
    """The comment that stands directly above an event, in its column."""
    last = next(iter(gap.splitlines(keepends=True)[-1:]), "")
    return last if last.startswith("#") and event.startswith("-") else ""


@settings(max_examples=75, deadline=None)
@given(files(), st.data())
def test_removing_an_event_leaves_every_other_line(file, data):
    gaps, events = file
    index = _pick(data, events)
    text = _joined(gaps, events)
    document = parse(text)
    result = _edited(text, lambda editor: editor.remove(("events", index)), data)
    meant = document.root.plain
    del meant["events"][index]
    assert result.root.plain == meant
    own = _own_comment(gaps[index], events[index])
    above, others = gaps[index].removesuffix(own), [*events[:index], *events[index + 1 :]]
    for part in [*gaps[:index], above, *gaps[index + 1 :], *others]:
        assert set(filter(str.strip, part.splitlines())) <= set(result.text.splitlines()) | {"events:"}
    assert result.text.count("# a comment") == text.count("# a comment") - bool(own)
    assert set(result.text.splitlines()) <= set(text.splitlines()) | {"events: []"}


@settings(max_examples=75, deadline=None)
@given(files(), st.data())
def test_inserting_events_changes_no_byte_of_the_file(file, data):
    gaps, events = file
    index = data.draw(st.integers(0, len(events)))
    new = [{"date": "2026-01-02", "title": data.draw(WORDS), "sources": [{"quote": data.draw(WORDS)}]}]
    text = _joined(gaps, events)
    document = parse(text)
    result = _edited(text, lambda editor: editor.insert(("events",), new, index), data)
    meant = document.root.plain
    meant["events"][index:index] = new
    assert result.root.plain == meant
    _is_text_with_one_insertion(result.text, text)


def _is_text_with_one_insertion(longer, text):
    same = next((at for at, (a, b) in enumerate(zip(longer, text, strict=False)) if a != b), len(text))
    tail = len(text) - same
    assert any(
        longer.startswith(text[:cut]) and longer.endswith(text[cut:]) for cut in range(max(0, same - 200), same + 1)
    ), tail


# what is written, the edit, what is written then
EDITS = {
    "a comment stays": ("a: 1 # c\nb: 2\n", ("set", ("a",), "x"), "a: x # c\nb: 2\n"),
    "the quotes stay": ("a: 'b'\n", ("set", ("a",), "it's"), "a: 'it''s'\n"),
    "an empty value": ("a:  # c\nb: 1\n", ("set", ("a",), "x"), "a: x  # c\nb: 1\n"),
    "a new key": ("- a: 1 # c\n\n- b: 2\n", ("set", (0, "c"), "no"), '- a: 1 # c\n  c: "no"\n\n- b: 2\n'),
    "a new key in braces": ("- {a: 1}\n", ("set", (0, "b"), "x, y"), '- {a: 1, b: "x, y"}\n'),
    "no line end": ("a: 1", ("set", ("b",), "2025-01"), "a: 1\nb: 2025-01"),
    "several lines before a comment": ("a: 1 # c\nb: 2\n", ("set", ("a",), "x\ny"), "a: |- # c\n  x\n  y\nb: 2\n"),
    "one line for several": ("a: |  # c\n  x\n  y\nb: 2\n", ("set", ("a",), "z"), "a: z  # c\nb: 2\n"),
    "several lines": ("a: 1\n", ("set", ("a",), "x\ny"), "a: |-\n  x\n  y\n"),
    "an item more": ("tags: [a]\n", ("set", ("tags",), ["a", "b"]), "tags: [a, b]\n"),
    "another list": ("tags: [a]\n", ("set", ("tags",), ["b", "c"]), "tags: [b, c]\n"),
    "another list, in lines": ("- t: # c\n  - a\n  u: 1\n", ("set", (0, "t"), ["b"]), "- t: [b] # c\n  u: 1\n"),
    "another list, in lines of their own": ("t:\n  # c\n  - a\n", ("set", ("t",), ["b"]), "t: [b]\n  # c\n"),
    "a key behind several lines, no line end": ("a: |\n  x", ("set", ("b",), "c"), "a: |\n  x\nb: c"),
    "first key away": ("- a: 1\n  b: 2\n", ("remove", (0, "a")), "- b: 2\n"),
    "a blank line below, CRLF": ("- a\r\n- b\r\n\r\n- c\r\n", ("remove", (1,)), "- a\r\n\r\n- c\r\n"),
    "no blank lines, CRLF": ("- a\r\n- b\r\n", ("insert", (), ["c"]), "- a\r\n- b\r\n- c\r\n"),
    "first key away, a comment below": ("- a: 1 # c\n  # d\n  b: 2\n", ("remove", (0, "a")), "-\n  # d\n  b: 2\n"),
    "only key away": ("- a: 1\n- b: 2\n", ("remove", (0, "a")), "- {}\n- b: 2\n"),
    "last key away, no line end": ("a: |\n  x\nb: 1", ("remove", ("b",)), "a: |\n  x\n"),
    "only item away": ("e:\n- a: 1\n", ("remove", ("e", 0)), "e: []\n"),
    "a list begins": ("title: T\nevents:\n", ("insert", ("events",), ["a"]), "title: T\nevents:\n  - a\n"),
    "an empty list": ("events: [] # none\n", ("insert", ("events",), ["a"]), "events:  # none\n  - a\n"),
    "an empty file": ("", ("insert", (), ["a"]), "- a\n"),
}  # fmt: skip
IN_BRACKETS = "t: [\n  # of a\n  a, # a\n  # of b\n  b, # b\n  {c: 1,\n   d: 2} # c\n  # end\n]\n"
COMMENTS = {
    "comments in brackets, the first": (
        IN_BRACKETS,
        ("remove", ("t", 0)),
        IN_BRACKETS.replace("  a, # a\n", ""),
    ),
    "comments in brackets, one between": (
        IN_BRACKETS,
        ("remove", ("t", 1)),
        IN_BRACKETS.replace("  b, # b\n", ""),
    ),
    "comments in brackets, the last": (
        IN_BRACKETS,
        ("remove", ("t", 2)),
        IN_BRACKETS.replace("  {c: 1,\n   d: 2} # c\n", ""),
    ),
    "no comments in brackets": (
        "t: [\n  {a: 1},\n  {b: 2}\n]\n",
        ("remove", ("t", 1)),
        "t: [\n  {a: 1}\n]\n",
    ),
    "a comment at the end": ("a: 1\n\n# of a\n\n", ("set", ("b",), "2"), 'a: 1\n\n# of a\nb: "2"\n\n'),
    "a comment at the end, CRLF": ("a: 1\r\n\r\n# a\r\n", ("set", ("b",), "x"), "a: 1\r\n\r\n# a\r\nb: x\r\n"),
    "a comment before the end": ("a: 1\n# of a\n...\n", ("set", ("b",), "x"), "a: 1\n# of a\nb: x\n...\n"),
    "a comment before the end, no line end": ("a: 1\n# of a\n...", ("set", ("b",), "x"), "a: 1\n# of a\nb: x\n..."),
    "a comment, no line end": ("a: 1\n# of a", ("set", ("b",), "x"), "a: 1\n# of a\nb: x"),
    "a comment of a list": (
        "e:\n  # of e\n# of b\nb: 1\n",
        ("insert", ("e",), ["x"]),
        "e:\n  # of e\n  - x\n# of b\nb: 1\n",
    ),
    "a comment of the last list": ("e: []\n# of e\n", ("insert", ("e",), ["x"]), "e:\n# of e\n  - x\n"),
    "comments of items": (
        "- a: 1\n  # of 1\n# of 2\n- a: 2\n",
        ("insert", (), ["x"], 1),
        "- a: 1\n  # of 1\n- x\n# of 2\n- a: 2\n",
    ),
    "a comment below the last item": (
        "- a: 1\n  # of 1\n# no more\n",
        ("insert", (), ["x"]),
        "- a: 1\n  # of 1\n- x\n# no more\n",
    ),
    "an item with its comments": (
        "e:\n  # of e\n\n  # of 1\n  # and more\n  - a: 1\n    # in 1\n\n  # of 2\n  - a: 2\n",
        ("remove", ("e", 0)),
        "e:\n  # of e\n\n  # of 2\n  - a: 2\n",
    ),
    "an item between, with its comments": (
        "- a: 1\n  # in 1\n# of 2\n- a: 2\n\n  # apart\n# of 3\n- a: 3\n",
        ("remove", (1,)),
        "- a: 1\n  # in 1\n\n  # apart\n# of 3\n- a: 3\n",
    ),
    "the only item with its comment": ("e:\n  # of 1\n  - a: 1\nf: 2\n", ("remove", ("e", 0)), "e: []\nf: 2\n"),
    "the only item of a file with its comments": ("# all\n\n# of 1\n- a # c\n", ("remove", (0,)), "# all\n\n[]\n"),
    "the only item in brackets": ("[a] # c\n", ("remove", (0,)), "[] # c\n"),
    "a comment of the whole file": ("# all\n- a\n- b\n", ("remove", (0,)), "# all\n- b\n"),
    "a comment in another column": ("e:\n# of e\n  - a\n  - b\n", ("remove", ("e", 0)), "e:\n# of e\n  - b\n"),
    "an item that is no more": (
        "- a: 1\n# - a: 2\n#   b: 3\n- a: 4\n",
        ("remove", (1,)),
        "- a: 1\n# - a: 2\n#   b: 3\n",
    ),
    "the first of all, and a comment at the end": (
        "# of the file\n- a\n- b\n# end",
        ("remove", (0,)),
        "# of the file\n- b\n# end",
    ),
    "a heading": ("- a: 1\n# --- now ---\n- a: 4\n- a: 5\n", ("remove", (1,)), "- a: 1\n# --- now ---\n- a: 5\n"),
    "before an item with a comment": (
        "e:\n  # of 1\n  - a\n",
        ("insert", ("e",), ["x"], 0),
        "e:\n  - x\n  # of 1\n  - a\n",
    ),
    "a comment of the next key": ("e:\n- a\n# of b\nb: 1\n", ("insert", ("e",), ["x"]), "e:\n- a\n- x\n# of b\nb: 1\n"),
}


@pytest.mark.parametrize("name", EDITS | COMMENTS)
def test_an_edit_writes_what_a_person_would(name):
    before, (verb, *arguments), after = (EDITS | COMMENTS)[name]
    editor = Editor(parse(before))
    getattr(editor, verb)(*arguments)
    assert editor.result() == after


# what is written, what it should say, what is written then
REWRITTEN = {
    "the last key for another": ("a: 1\nb: |\n  x\n", {"a": "1", "c": "2"}, 'a: 1\nc: "2"\n'),
    "all but the last key": ("a: 1 # c\nb: 2 # d\nc: 3 # e\n", {"c": "3"}, "c: 3 # e\n"),
    "a key of a source": ("s:\n- a: 1 # c\n  # d\n  b: |\n    x\n    y\n", {"s": [{"b": "x\ny\n"}]}, None),
    "an item less": ("t:\n- a # c\n- b # d\n", {"t": ["b"]}, "t:\n- b # d\n"),
    "two items less": ("t:\n- a # c\n- b # d\n- e # f\n", {"t": ["b"]}, "t:\n- b # d\n"),
    "the last item less, and a key": ("t:\n- a # c\n- b # d\n", {"t": ["a"], "u": "v"}, "t:\n- a # c\nu: v\n"),
    "an item between": ("t:\n- a # c\n- b # d\n", {"t": ["a", "x", "b"]}, "t:\n- a # c\n- x\n- b # d\n"),
    "another item": ("t: [\n  a, # c\n  b # d\n]\n", {"t": ["a", "x"]}, "t: [\n  a, # c\n  x # d\n]\n"),
    "a source changed, and one more": (
        "s:\n- a: 1 # c\n  b: 2 # d\n",
        {"s": [{"a": "1", "b": "x"}, {"a": "y"}]},
        's:\n- a: 1 # c\n  b: x # d\n- a: "y"\n',
    ),
    "keys for a text": ("a: b # c\nd: 1\n", {"a": {"b": "x"}, "d": "1"}, "a: {b: x} # c\nd: 1\n"),
    "nothing": ("a: 1 # c\nt: [a, ]\n", {"a": "1", "t": ["a"]}, "a: 1 # c\nt: [a, ]\n"),
}


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
@pytest.mark.parametrize("name", REWRITTEN)
def test_only_what_differs_is_written_anew(name, newline):
    before, value, after = REWRITTEN[name]
    document = parse(rewritten(parse(before.replace("\n", newline)), (), value))
    expected = after or before.replace("- a: 1 # c\n", "-\n")
    assert (document.root.plain, document.text) == (value, expected.replace("\n", newline))


@settings(max_examples=100, deadline=None)
@given(files(), files(), st.data())
def test_an_event_that_says_what_another_says_changes_alone(file, other, data):
    gaps, events = file
    index, document = _pick(data, events), parse(_joined(gaps, events))
    meant = document.root.plain
    meant["events"][index] = data.draw(st.sampled_from(parse(_joined(*other)).root.plain["events"]))
    with _as_if_long(data):
        result = parse(rewritten(document, ("events", index), meant["events"][index]))
    _around(result.text, gaps, events, index)
    assert result.root.plain == meant


def test_an_edit_that_would_change_something_else_is_refused():
    editor = Editor(parse("- {a, b: 1}\n", "x.yaml"))
    editor.set((0, "a"), "x")
    with pytest.raises(YamlError, match="cannot be made without changing something else"):
        editor.result()


def test_several_edits_at_once():
    document = parse("- a: 1\n- a: 2\n- a: 3\n- a: 4\n")
    editor = Editor(document)
    editor.set((0, "a"), "x")
    editor.remove((1,))
    editor.remove((2,))
    editor.insert((), [{"a": "z"}])
    assert editor.result() == "- a: x\n- a: 4\n- a: z\n"


@pytest.mark.parametrize("end", ["", "\n"])
def test_the_last_items_go_at_once(end):
    editor = Editor(parse(f"- a: 1\n- a: 2\n- a: 3{end}"))
    editor.remove((1,))
    editor.remove((2,))
    assert editor.result() == "- a: 1\n"


def test_an_edit_of_one_of_many_reads_few_again(monkeypatch):
    text = "events:\n" + "".join(f"- {{title: T{number}}}\n" for number in range(1000))
    editor = Editor(parse(text))
    editor.set(("events", 500, "title"), "X")
    editor.insert(("events",), [{"title": "Z"}], 501)
    editor.remove(("events", 499))
    read = []
    monkeypatch.setattr("timeline.yamldoc.editor.parse", lambda text, path: read.append(text) or parse(text, path))
    result = editor.result()
    assert read == ["- {title: T498}\n- {title: X}\n- title: Z\n- {title: T501}\n- {title: T502}\n"]
    assert result == text.replace("- {title: T499}\n", "").replace("T500}", "X}\n- title: Z")


def test_an_event_of_many_is_rewritten_without_the_others_being_read(monkeypatch):
    text = "\ufeffevents:\n" + "".join(f"- title: T{number}\n" for number in range(1000))
    document, read = parse(text), []
    monkeypatch.setattr("timeline.yamldoc.editor.parse", lambda text, path: read.append(text) or parse(text, path))
    result = rewritten(document, ("events", 500), {"title": "X", "date": "2025", "tags": ["a"]})
    assert result == text.replace("- title: T500\n", '- title: X\n  date: "2025"\n  tags: [a]\n')
    assert max(map(len, read)) < 100
