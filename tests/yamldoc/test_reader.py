"""Reading YAML: every value is text with its place, and what an event file must not hold is refused there."""

from __future__ import annotations

import contextlib
import re
import time
import tracemalloc

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.yamldoc import Mapping, Scalar, Sequence, YamlError, load_plain, parse, read

MERGE_BOMB = "a: &a {k: 1}\n" + "".join(f"{chr(98 + i)}: &{chr(98 + i)} {{<<: [*{chr(97 + i)}]}}\n" for i in range(9))

# what is written, line and column of the error, a part of what it says
REFUSED = {
    "25,000 brackets": ("[" * 100_000, 1, 33, "nesting deeper than 32"),
    "alias bomb": ("x: 1\na: &a [1]\nb: [*a, *a]\n", 2, 4, "the anchor '&a' is not allowed"),
    "alias": ("title: *important*\n", 1, 8, "this is no YAML"),
    "merge bomb": (MERGE_BOMB, 1, 4, "the anchor '&a'"),
    "merge key": ("a:\n  <<: {b: 1}\n", 2, 3, "the merge key '<<'"),
    "duplicate key": ("date: 2025\ntitle: A\ndate: 2026\n", 3, 1, "the key 'date' is there twice, in lines 1 and 3"),
    "tag": ("a: !!python/object/apply:os.system [touch marker]\n", 1, 4, "the tag '!!python/object"),
    "short tag": ("a: ! b\n", 1, 4, "the tag '!'"),
    "directive": ("%YAML 1.1\n---\na: b\n", 1, 1, "a directive"),
    "second document": ("a: 1\n---\nb: 2\n", 2, 1, "a second document"),
    "a mapping as a key": ("{a: 1}: b\n", 1, 1, "a key must be a text"),
    "NUL": ("a: b\x00c\n", 1, 5, "the character U+0000"),
    "escaped NUL": ('a: 1\nb: "x\\0"\n', 2, 4, "the character U+0000"),
    "BEL": ("a: \x07\n", 1, 4, "U+0007"),
    "bidi override": ("a: b\nc: x\u202ey\n", 2, 5, "U+202E"),
    "escaped bidi override": ('c: "\\u202e"\n', 1, 4, "U+202E"),
    "mark in the middle": ("a: 1\n\ufeffb: 2\n", 2, 1, "U+FEFF"),
    "escaped surrogate": ('a: "\\ud83d"\n', 1, 7, "this is no YAML"),
    "tab": ("a:\n\tb: 1\n", 2, 1, "this is no YAML"),
    "colon in a text": ("title: A: B\n", 1, 9, "the text holds ': '"),
    "open quote": ("a: 1\ntitle: 'A\nb: 2\n", 2, 8, "a quote is not closed"),
    "quote closed by the next": ('- a: "x\n- b: "y"\n- c: z\n', 1, 6, "a quote is not closed"),
    "single quote closed by the next": ("- a: 'x\n  b: 'y'\n", 1, 6, "a quote is not closed"),
    "apostrophe in quotes": ("- a: 'It's late'\n", 1, 10, "goes on behind a quote"),
    "open bracket": ("a: 1\ntags: [a, b\nc: 2\n", 2, 7, "this is no YAML"),
    "open quote in a bracket": ('a: 1\ntags: ["a, b]\nc: 2\n', 2, 8, "a quote is not closed"),
    "missing comma": ("{a: 1,\n b: 2\n c: 3}\n", 1, 1, "a comma or a bracket is missing"),
    "open bracket at the end": ("a: 1\ntitle: [\n", 2, 8, "a bracket is not closed"),
    "wrong indentation": ("- a: 1\n   b: 2\n", 2, 5, "not in the column of the others"),
    "no colon": ("- date 2025\n  title: A\n", 1, 7, "there is no colon behind 'date'"),
    "no colon, CRLF": ("- date 2025\r\n  title: A\r\n", 1, 7, "there is no colon behind 'date'"),
    "no colon, CR": ("- date 2025\r  title: A\r", 1, 7, "there is no colon behind 'date'"),
    "no space, CR": ("- a: 1\r- date:2025\r  title: A\r", 2, 7, "there is no space after the colon"),
    "a dash for a hyphen": ("e:\n  – date: 2025\n    title: A\n", 2, 3, "'–' is no hyphen"),
    "a dash for a hyphen, no colon": ("e:\n  — date 2025\n    title: A\n", 2, 3, "'—' is no hyphen"),
    "less indentation": ("e:\n  - a: 1\n   b: 2\n", 3, 4, "this key is not in the column of the others"),
    "a fence": ("```yaml\ntitle: A\n```\n", 1, 1, "this line is Markdown"),
    "long text": ("a: " + "x" * 100_001, 1, 4, "a text of 100,001 characters"),
    "many keys": ("".join(f"k{i}: 1\n" for i in range(10_001)), 10_001, 1, "more than 10,000 keys"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_an_event_file_must_not_hold_is_refused_at_its_place(name):
    text, line, column, says = REFUSED[name]
    before = time.process_time()
    with pytest.raises(YamlError) as caught:
        parse(text, "x.yaml")
    assert (caught.value.path, caught.value.line, caught.value.column) == ("x.yaml", line, column)
    assert says in caught.value.message
    assert caught.value.hint
    assert time.process_time() - before < 1


ANOTHER = "begin it with '- ' if it is another item, else keep one of the two"
LOST = "indent it as the lines above it if it belongs to them, else keep one of the two"


@pytest.mark.parametrize(
    ("text", "line", "hint"),
    [
        ("title: T\nevents:\n  - date: 2025\ntitle: A\n", 4, LOST),
        ("title: T\nevents:\n- date: 2025\ntitle: A\n", 4, LOST),
        ("- title: A\n  sources:\n    - url: a\n  title: B\n", 4, LOST),
        ("- title: A\n  image:\n    src: a\n  title: B\n", 4, LOST),
        ("title: T\nevents:\n  - title: A\ntitle: B\n", 4, "keep one of the two"),
        ("title: T\nevents: [{date: 2025}]\ntitle: B\n", 3, "keep one of the two"),
        ("title: T\nlanes:\n  - A\ntitle: B\n", 4, "keep one of the two"),
        ("title: T\ntitle: B\n", 2, "keep one of the two"),
        ("- date: 2025\n  title: A\n  date: 2026\n  title: B\n", 3, ANOTHER),
        ("- date: 2025\n  title: A\n  title: B\n", 3, "keep one of the two"),
        ("- date: 2025\n  date: 2026\n", 2, "keep one of the two"),
    ],
)
def test_of_a_key_that_is_there_twice_the_second_may_have_lost_its_indentation(text, line, hint):
    with pytest.raises(YamlError) as caught:
        parse(text)
    assert (caught.value.line, caught.value.hint) == (line, hint)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("title: “The Eagle: it landed”\n", "write straight quotes around it, \"…\" or '…': “ is none"),
        ("- title: „Der Adler: gelandet“\n", "write straight quotes around it, \"…\" or '…': „ is none"),
        ("title: It’s late: “he said”\n", "put the text in quotes: \"…\" or '…'"),
        (
            "title: > Eagle\n",
            "begin the text on the line below, further to the right; or put the text in quotes: \"…\" or '…'",
        ),
    ],
)
def test_a_text_that_needs_quotes_is_told_which(text, hint):
    with pytest.raises(YamlError) as caught:
        parse(text)
    assert caught.value.hint == hint


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ("title: ? who knows\n", (1, 8), "no text can begin with '? '"),
        ("title: !Wow! It happened\n", (1, 13), "no text can begin with '!'"),
        ("%title: A\n", (1, 7), "no line can begin with '%'"),
        ('title: "C:\\u12"\n', (1, 13), "the code of a character is too short"),
        ("title: 'A\n---\ndate: 2025'\n", (1, 8), "a quote is not closed"),
        ("text: |0\n  A\n", (1, 8), "text stands behind the sign of a long text"),
        ("title: !!binary A\n", (1, 8), "the tag '!!binary' is not allowed"),
    ],
)
def test_a_sign_that_means_something_is_told(text, place, found):
    with pytest.raises(YamlError, match=re.escape(found)) as caught:
        parse(text)
    assert (caught.value.line, caught.value.column) == place
    assert caught.value.hint


@given(st.text("a:-?!%&*|>'\"\\{}[],#@`\t\n 0ux", max_size=30))
def test_whatever_is_no_yaml_is_told_with_what_to_write_instead(text):
    with contextlib.suppress(YamlError):
        parse(text)
        return
    with pytest.raises(YamlError) as caught:
        parse(text)
    assert caught.value.line
    assert caught.value.hint


@pytest.mark.parametrize("sign", ["|", "|-", ">", "|+"])
def test_a_long_text_is_the_same_whether_the_last_line_is_ended_or_not(sign):
    assert parse(f"a: {sign}\n  b").root.plain == parse(f"a: {sign}\n  b\n").root.plain


def test_a_bomb_of_brackets_needs_little_memory():
    tracemalloc.start()
    try:
        with pytest.raises(YamlError):
            parse("[" * 100_000)
        assert tracemalloc.get_traced_memory()[1] < 20 * 2**20
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize(
    ("data", "line", "column", "says"),
    [
        ("a: 1\nb: é".encode("utf-16"), 1, 1, "the byte 0xff is not UTF-8"),
        ("a: 1\nb: é".encode("latin-1"), 2, 4, "the byte 0xe9 is not UTF-8"),
        (b"a: 1\x00", 1, 5, "U+0000"),
    ],
)
def test_a_file_in_another_encoding_is_refused(tmp_path, data, line, column, says):
    path = tmp_path / "x.yaml"
    path.write_bytes(data)
    with pytest.raises(YamlError, match=r"x\.yaml") as caught:
        read(path)
    assert (caught.value.line, caught.value.column) == (line, column)
    assert says in caught.value.message


def test_a_file_that_is_not_there_or_too_large_is_an_error(tmp_path):
    with pytest.raises(YamlError, match="there is no such file or folder"):
        read(tmp_path / "none.yaml")
    with pytest.raises(YamlError, match="cannot be read"):
        read(tmp_path)
    path = tmp_path / "x.yaml"
    path.write_text("a: 1234\n")
    with pytest.raises(YamlError, match="more than 4 bytes"):
        read(path, max_bytes=4)


def test_a_tag_runs_nothing(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with pytest.raises(YamlError):
        load_plain("a: !!python/object/apply:os.system ['touch marker']\n")
    assert not list(tmp_path.iterdir())


def test_every_value_stays_the_text_it_is():
    assert load_plain("time: 12:30:45\ntitle: no\nid: 010\ndate: 2023-02-30\nempty:\nquoted: ''\n'<<': a\n") == {
        "time": "12:30:45",
        "title": "no",
        "id": "010",
        "date": "2023-02-30",
        "empty": "",
        "quoted": "",
        "<<": "a",
    }


def test_a_leading_byte_order_mark_and_crlf_change_nothing(tmp_path):
    plain = "title: é\nevents:\n- date: 2025\n  text: |\n    a\n    b\n"
    marked = tmp_path / "x.yaml"
    marked.write_bytes(b"\xef\xbb\xbf" + plain.replace("\n", "\r\n").encode())
    assert read(marked).root.plain == parse(plain).root.plain
    assert read(marked).bom == "\ufeff"


def test_places_count_lines_as_editors_do():
    document = parse("a: '🦀'\r\n# é\r\nb: [c,\r\n  d]\n")
    assert isinstance(document.root, Mapping)
    items = document.root.get("b")
    assert isinstance(items, Sequence)
    assert document.place(items.items[1].start) == (4, 3)
    assert document.place(document.root.key("b").start) == (3, 1)


def test_an_empty_file_is_an_empty_text():
    assert parse("").root.plain == parse("# only a comment\n").root.plain == ""


@settings(deadline=None)
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1), max_size=5))
def test_the_mark_of_a_quoted_text_is_its_place(texts):
    document = parse("".join(f"- '{text.replace(chr(39), chr(39) * 2)}'\n" for text in texts))
    items = document.root.items if isinstance(document.root, Sequence) else []
    assert [item.value for item in items if isinstance(item, Scalar)] == texts
    for item in items:
        assert document.text[item.start] == document.text[item.end - 1] == "'"
