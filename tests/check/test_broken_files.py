"""What editors who are no programmers get wrong: each time the right code, at the right place, with what to write."""

from __future__ import annotations

import pytest

from timeline.check import run

# a file, then (line, column, code, what was found, what to write) of everything that keeps it from being used
BROKEN = {
    "a phrase that counts from no event": (
        "published: 2025-05-01\nevents:\n  - date: three days later\n    title: A\n",
        [(3, 11, "DAT108", "cannot be resolved", "after the one that it counts from")],
    ),
    "a tab in the indentation": (
        "title: Harbour\nevents:\n  - date: 2024-05-01\n\ttitle: The quay opens\n",
        [(4, 1, "YML002", "a tab", "spaces")],
    ),
    "a colon in a title, in Cyrillic": (
        "title: Порт\nevents:\n  - date: 2024-05-01\n    title: Открытие: новый причал\n",
        [(4, 20, "YML002", "the text holds ': '", "quotes")],
    ),
    "one space too far": (
        "title: Harbour\nevents:\n  - date: 2024-05-01\n    title: The quay opens\n     text: Too far.\n",
        [(5, 10, "YML002", "not in the column", "same column")],
    ),
    "no space after the colon": (
        "title: Harbour\nevents:\n  - date:2024-05-01\n    title: The quay opens\n",
        [(3, 9, "YML002", "no space after the colon", "'date: …'")],
    ),
    "a colon of another keyboard": (
        "- date：2024-05-01\n- date: 2024\n  title: 港\n",
        [(1, 3, "FLD103", "keys and values", "a colon and a space behind 'date'")],
    ),
    "no space after the hyphen": (
        "events:\n  -date: 2024-05-01\n   title: A\n",
        [(2, 3, "YML002", "no space after the hyphen", "'- date:")],
    ),
    "a list in another column": (
        "events:\n  - date: 2024\n    title: A\n- date: 2025\n  title: B\n",
        [(4, 1, "YML002", "this hyphen is not in the column", "same column")],
    ),
    "one event that is no list": (
        "events:\n  date: 2024-05-01\n  title: A\n",
        [(2, 3, "FLD103", "a list is expected", "begin each event with '- '")],
    ),
    "a quote that is never closed": (
        "events:\n  - date: 2024\n    title: \"The quay opens\n    text: It's open\n",
        [(3, 12, "YML002", "a quote is not closed", "close the quote")],
    ),
    "a text that goes on behind its quote": (
        'events:\n  - date: 2024\n    title: "Titanic" sinks\n',
        [(3, 22, "YML002", "goes on behind a quote", "after a closing quote nothing may follow")],
    ),
    "a text that begins with a bracket": (
        "events:\n  - date: 2024\n    title: [Update] The quay opens\n",
        [(3, 21, "YML002", "goes on behind a bracket", "quotes")],
    ),
    "a hash as a name": (
        "events:\n  - date: 2024\n    title: A\n    tags: [#port, ship]\n",
        [(4, 12, "YML002", "'#' begins a comment", "quotes")],
    ),
    "a title that is a comment": (
        "events:\n  - date: 2024\n    title: #1 in the charts\n",
        [(3, 5, "FLD102", "'title' has no value", "'#' begins a comment")],
    ),
    "a picture without words": (
        "- date: 2024\n  title: A\n  image:\n    src: img/a.jpg\n    alt: ''\n",
        [(5, 5, "FLD102", "'alt' has no value", "write 'alt: …', with what the picture shows")],
    ),
    "a missing comma": (
        '{"events": [{"date": "2024-05-02" "title": "B"}]}\n',
        [(1, 35, "YML002", "a comma or a bracket is missing", "comma")],
    ),
    "spaces that are none": (
        "- date: 2024\n  title: A\n\u00a0\u00a0text: B\n",
        [(3, 1, "YML002", "only looks like a space", "ordinary spaces")],
    ),
    "spaces that are none, before a key": (
        "- date: 2024\n  title: A\n  image:\n  \u3000 src: a.jpg\n",
        [(4, 3, "FLD101", "before 'src' only looks like a space", "ordinary spaces")],
    ),
    "dates": (
        (
            "published: 2026-02-11\nevents:\n"
            "  - {date: 2024-13-01, title: A}\n  - {date: 31.04.2024, title: B}\n  - {date: 2024-5-1, title: C}\n"
            "  - {date: 2023-02-29, title: D}\n  - {date: 2014 - 2012, title: E}\n  - {date: 2014 - 2022, title: F}\n"
            "  - {date: 24, title: G}\n  - {date: 2024-05-01 14.30, title: H}\n"
            "  - {date: Febuary last year, title: I}\n"
        ),
        [
            (3, 12, "DAT102", "no month 13", "01 to 12"),
            (4, 12, "DAT102", "2024-04 has 30 days", "2024-04 if only the month"),
            (5, 12, "DAT101", "is no date", "write 2024-05-01"),
            (6, 12, "DAT102", "2023-02 has 28 days", "2023-02 if only the month"),
            (7, 12, "DAT101", "is no date", "an interval such as"),
            (8, 12, "DAT101", "is no date", "write 2014/2022"),
            (9, 12, "DAT101", "is no date", "write 0024 for the year 24"),
            (10, 12, "DAT101", "is no date", "write 2024-05-01T14:30"),
            (11, 12, "DAT101", "'Febuary' in", "did you mean 'February last year'?"),
        ],
    ),
    "lists, texts and keys in each other's place": (
        (
            "title: [Harbour]\nevents:\n  - date: [2024-05-01]\n    title:\n      - The quay\n    tags: port, ships\n"
            "    people:\n      name: Ann\n    sources: https://paper.example/a\n    image: img/a.jpg\n"
        ),
        [
            (1, 8, "FLD103", "title: a text", "write a text"),
            (3, 11, "FLD103", "date: a text", "write a date"),
            (5, 7, "FLD103", "title: a text", "write a text"),
            (6, 11, "FLD103", "tags: a list", "write a list: [port, ships]"),
            (8, 7, "FLD103", "people: a list", "[one, two]"),
            (9, 14, "FLD103", "sources: a list", "below 'sources:': '- url: https://paper.example/a'"),
            (10, 12, "FLD103", "image: keys and values", "'src: img/a.jpg' and 'alt: …' indented below"),
        ],
    ),
    "a title that is too long": (
        f"- date: 1984\n  title: {'a' * 301}\n",
        [(2, 10, "FLD103", "title: the text has 301 characters", "write 300 characters at most")],
    ),
    "numbers and words that cannot be": (
        (
            "- {date: 1984, title: 1984, importance: high}\n- {date: 1984, title: x, importance: 5}\n"
            '- {date: 1984, title: x, importance: "0,5"}\n- {date: 1984, title: x, status: done}\n'
        ),
        [
            (1, 41, "FLD103", "a number is expected", "such as 0.5"),
            (2, 38, "FLD103", "too large", "1.0 at most"),
            (3, 38, "FLD103", "a number is expected", "write 0.5"),
            (4, 34, "FLD103", "none of the words", "'draft' or 'reviewed'"),
        ],
    ),
    "names that others have for it": (
        (
            "- date: 2024\n  title: A\n  time: 14:30\n  description: B\n  url: https://a.example\n  tilte: C\n"
            "  sources:\n    - link: https://a.example\n"
        ),
        [
            (3, 3, "FLD101", "no field 'time'", "into the date"),
            (4, 3, "FLD101", "no field 'description'", "'text'"),
            (5, 3, "FLD101", "no field 'url'", "below 'sources'"),
            (6, 3, "FLD101", "no field 'tilte'", "did you mean 'title'?"),
            (8, 7, "FLD101", "no field 'link'", "'url'"),
        ],
    ),
    "more names that others have for it": (
        (
            "- when: 2024\n  headline: A\n  photo: a.jpg\n  who: [B]\n  keywords: [c]\n  city: D\n  company: E\n"
            "  caption: F\n"
            "- date: 2024\n  title: A\n  image: {url: a.jpg, caption: A, author: B}\n"
            "  sources:\n    - name: A\n      date: 2024-05-01\n      newspaper: B\n      website: https://a.example\n"
            "    - https://b.example/1\n"
        ),
        [
            (1, 3, "FLD101", "no field 'when'", "write it as 'date'"),
            (2, 3, "FLD101", "no field 'headline'", "write it as 'title'"),
            (3, 3, "FLD101", "no field 'photo'", "write it as 'image', with 'src: …' and 'alt: …' indented below"),
            (4, 3, "FLD101", "no field 'who'", "write it as 'people: […]'"),
            (5, 3, "FLD101", "no field 'keywords'", "write it as 'tags: […]'"),
            (6, 3, "FLD101", "no field 'city'", "write it as 'places: […]'"),
            (7, 3, "FLD101", "no field 'company'", "write it as 'organizations: […]'"),
            (8, 3, "FLD101", "no field 'caption'", "write it below 'image', as 'alt'"),
            (11, 11, "FLD101", "no field 'url'", "write it as 'src'"),
            (11, 23, "FLD101", "no field 'caption'", "write it as 'alt'"),
            (11, 35, "FLD101", "no field 'author'", "write it as 'credit'"),
            (13, 7, "FLD101", "no field 'name'", "write it as 'title'"),
            (14, 7, "FLD101", "no field 'date'", "write it as 'published'"),
            (15, 7, "FLD101", "no field 'newspaper'", "write it as 'publisher'"),
            (16, 7, "FLD101", "no field 'website'", "write it as 'url'"),
            (17, 7, "FLD103", "sources.1: keys and values", "as in '- url: https://b.example/1'"),
        ],
    ),
    "anchors with hyphens": (
        "anchors:\n  - the summit: 2025-08-15\nevents:\n- {date: two days after the summit, title: A}\n",
        [(2, 3, "FLD103", "anchors: keys and values", "without a hyphen")],
    ),
    "a colon before quotes": (
        '- date: 2024\n  title: Mayor: "We were not warned"\n',
        [(2, 15, "YML002", "the text holds ': '", "write 'Mayor: \"We were not warned\"' in single quotes")],
    ),
    "a colon before an apostrophe": (
        "- date: 2024\n  title: Mayor: it's over  # so\n",
        [(2, 15, "YML002", "the text holds ': '", 'write "Mayor: it\'s over" in double quotes')],
    ),
    "a colon and quotes of both kinds": (
        '- date: 2024\n  title: Mayor: "it\'s over"\n',
        [(2, 15, "YML002", "the text holds ': '", "write it below, indented, behind 'title: >-'")],
    ),
    "a quote within quotes": (
        "- date: 2024\n  title: 'The mayor's speech'\n- date: 2024\n  title: A\n",
        [(2, 21, "YML002", "goes on behind a quote", 'write "The mayor\'s speech" in double quotes')],
    ),
    "quotes within quotes": (
        '- date: 2024\n  title: "He said "no" twice."  # so\n',
        [(2, 20, "YML002", "goes on behind a quote", "write 'He said \"no\" twice.' in single quotes")],
    ),
    "keys in place of a list, and a list in place of a text": (
        "lanes:\n  Politics: red\n  Sport: blue\nevents:\n- {date: 2024, title: A, lane: [Politics, Sport]}\n",
        [
            (2, 3, "FLD103", "lanes: a list", "write a list: [one, two]"),
            (5, 32, "FLD103", "lane: a text", "write a text, such as Politics"),
        ],
    ),
    "a colon in a text of several lines": (
        "- date: 2024\n  title: A\n  text:\n    He said: never\n    and left.\n",
        [(5, 5, "YML002", "no key and its value", "below '|' if it holds ': '")],
    ),
    "an item without a space": (
        "- date: 2024\n  title: A\n  tags:\n    - port\n    -ship\n",
        [(5, 5, "YML002", "no space after the hyphen", "write '- ship'")],
    ),
    "a mark at the beginning and ends of lines of Windows": (
        "\ufefftitle: Harbour\r\nevents:\r\n  - date: 2024-02-30\r\n    titel: The quay\r\n",
        [
            (3, 11, "DAT102", "2024-02 has 29 days", "2024-02 if"),
            (4, 5, "FLD101", "no field 'titel'", "did you mean 'title'?"),
        ],
    ),
    "capitals": (
        (
            "events:\n  - Date: 2024\n    TITLE: A\n    Sources: []\n  - date: 2024\n    title: B\n"
            "    image: {Src: a.png, alt: A}\n    sources: [{Url: https://a.example}]\n"
        ),
        [
            (2, 5, "FLD101", "no field 'Date'", "write 'date'"),
            (3, 5, "FLD101", "no field 'TITLE'", "write 'title'"),
            (4, 5, "FLD101", "no field 'Sources'", "write 'sources'"),
            (7, 13, "FLD101", "no field 'Src'", "write 'src'"),
            (8, 16, "FLD101", "no field 'Url'", "write 'url'"),
        ],
    ),
    "a capital in a file with one event": (
        "Date: 2024\ntitle: A\n",
        [(1, 1, "FLD101", "no field 'Date'", "write 'date'")],
    ),
    "a conflict of Git": (
        "title: T\nevents:\n- date: 2024\n<<<<<<< HEAD\n  title: A\n=======\n  title: B\n>>>>>>> other\n",
        [(4, 1, "YML002", "two versions of the file differ here", "remove the lines that begin with <<<<<<<")],
    ),
    "the end of a conflict of Git": (
        "title: T\r\nevents:\r\n- date: 2024\r\n  title: A\r\n>>>>>>> 3a5f2c1 (a title)\r\n",
        [(5, 1, "YML002", "Git could not join them", "keep what is right of both")],
    ),
    "a date under another name": (
        "- time: 2024\n  title: A\n- text: A\n  title: A\n",
        [
            (1, 3, "FLD101", "no field 'time'", "into the date"),
            (3, 3, "FLD102", "'date' is missing", "add 'date: …'"),
        ],
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_file_is_told_where_and_what_to_write(tmp_path, name):
    text, expected = BROKEN[name]
    path = tmp_path / "broken.yaml"
    path.write_bytes(text.encode())
    found = [each for each in run([path]) if each.level == "error"]
    assert [(each.line, each.column, each.code) for each in found] == [line[:3] for line in expected]
    for each, (_, _, _, message, hint) in zip(found, expected, strict=True):
        assert message in each.message
        assert hint in each.hint
