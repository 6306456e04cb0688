"""TimeML in and out, and the measures on it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.errors import TimelineError
from timeline.model.timex import Timex
from timeline.tagger import tag
from timeline.tagger.evaluate import evaluate
from timeline.tagger.timeml import TimemlDocument, read_folder, read_timeml, write_timeml

TEXT = "On 5 May 2024 <they> & we met \x00 for two days;\nnow every Tuesday."
PUBLISHED = "2026-02-11"


def test_what_is_written_can_be_read():
    timexes = tag(TEXT, PUBLISHED)
    document = read_timeml(write_timeml(TEXT, timexes, PUBLISHED, "a & b"), "a")
    assert document.published == PUBLISHED
    assert document.text == TEXT.replace("\x00", "\ufffd")
    assert [(one.start, one.end, one.type, one.value, one.quant) for one in document.timexes] == [
        (one.start, one.end, one.type, one.value, one.quant) for one in timexes
    ]


@given(st.text(max_size=80), st.sampled_from(["", PUBLISHED, "2026-02", "2026"]))
def test_any_text_comes_back_with_its_expressions(text, published):
    document = read_timeml(
        write_timeml(f"{text} last May {text}", tag(f"{text} last May {text}", published), published)
    )
    assert document.published == published
    again = read_timeml(write_timeml(document.text, document.timexes, published))
    assert (again.text, again.timexes) == (document.text, document.timexes)


@pytest.mark.parametrize(
    "source",
    [
        "no xml",
        "<TimeML>",
        "<!DOCTYPE x [<!ENTITY a 'b'>]><TimeML>&a;</TimeML>",
        "<!DOCTYPE x SYSTEM 'a' [<!ENTITY a 'b'>]><TimeML>&a;</TimeML>",
        "<!doctype x\n[<!ELEMENT a ANY>]><TimeML></TimeML>",
        "<a>" * 5000 + "</a>" * 5000,
        "<TimeML><DCT><TIMEX3 value='soon'/></DCT><TEXT>It rained.</TEXT></TimeML>",
        b"<TimeML><TEXT>\xe9</TEXT></TimeML>",
        b"<?xml version='1.0' encoding='utf-7'?><TimeML></TimeML>",
        b"<?xml version='1.0' encoding='klingon'?><TimeML></TimeML>",
    ],
)
def test_what_is_no_timeml_is_refused(source):
    with pytest.raises(TimelineError):
        read_timeml(source)


MARKED = (
    "<TimeML><TEXT>Andr\u00e9 left <EVENT><TIMEX3 tid='t1' type='DATE' value='2025'>in <b>2025</b></TIMEX3></EVENT>."
)
MARKED += "</TEXT></TimeML>"


@pytest.mark.parametrize(
    ("head", "encoding"),
    [
        ("", "utf-8"),
        ("", "utf-8-sig"),
        ("", "utf-16"),
        ("<?xml version='1.0' encoding='ISO-8859-1'?>", "latin-1"),
        ('<?xml version="1.0" encoding="utf-8" ?>\n<!DOCTYPE TimeML SYSTEM "TimeML.dtd">\n', "utf-8"),
        ("<?xml version='1.0'?><!DOCTYPE TimeML>", "utf-8"),
    ],
)
def test_a_document_is_read_as_other_tools_write_it(head, encoding):
    document = read_timeml((head + MARKED).encode(encoding))
    assert document.text == "Andr\u00e9 left in 2025."
    assert [(one.start, one.end, one.value) for one in document.timexes] == [(11, 18, "2025")]


def test_a_folder_is_read_by_name_and_an_empty_one_is_an_error(tmp_path):
    with pytest.raises(TimelineError, match="no TimeML"):
        read_folder(tmp_path)
    (tmp_path / "b.tml").write_text(write_timeml("In May 2024.", []))
    (tmp_path / "a.tml").write_text(write_timeml("In May 2025.", []))
    assert [document.id for document in read_folder(tmp_path)] == ["a.tml", "b.tml"]
    (tmp_path / "c.tml").write_bytes(b"\xff")
    with pytest.raises(TimelineError, match=r"c\.tml"):
        read_folder(tmp_path)


def test_the_zone_of_a_time_stands_beside_its_value():
    text = "It began at 9 a.m. GMT."
    written = write_timeml(text, [Timex(12, 22, "TIME", "2025-05-03T09:00", zone="Z")])
    assert 'value="2025-05-03T09:00" comment="Z"' in written
    of_another_tool = written.replace('T09:00" comment="Z"', 'T09:00Z"')
    assert [read_timeml(one).timexes[0].zone for one in (written, of_another_tool)] == ["Z", "Z"]
    assert [read_timeml(one).timexes[0].value for one in (written, of_another_tool)] == ["2025-05-03T09:00"] * 2


def test_the_measures_count_what_differs():
    text = "They met in May 2024, now and then."
    gold = TimemlDocument("x", PUBLISHED, text, tuple(tag(text, PUBLISHED)))
    assert {name: score.f1 for name, score in evaluate([gold]).scores.items()} == dict.fromkeys(
        ("strict", "relaxed", "type", "value", "date"), 1.0
    )
    result = evaluate([gold], tagger=lambda _text, _published: [])
    assert result.scores["relaxed"].recall == 0
    assert {mistake.kind for mistake in result.mistakes} == {"missed"}
    assert "missed" in str(result.mistakes[0])
    assert result.as_dict()["documents"] == 1
    assert "strict" in str(result)
