"""TimeML in and out, and the measures on it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.model.errors import TimelineError
from timeline.model.timex import Timex
from timeline.tagger import tag
from timeline.tagger.evaluate import Evaluation, evaluate
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
        "<TimeML>" + "<a>" * 5000 + "</a>" * 5000 + "</TimeML>",
        "<Root>It rained.</Root>",
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
    documents, refused = read_folder(tmp_path)
    assert ([document.id for document in documents], refused) == (["a.tml", "b.tml"], [])


def test_what_cannot_be_read_of_a_folder_is_told_beside_what_can(tmp_path):
    (tmp_path / "a.tml").write_text(write_timeml("In May 2024.", []))
    (tmp_path / "b.tml").write_bytes(b"\xff")
    (tmp_path / "c.tml").write_text("<TimeML><DCT><TIMEX3 value='soon'/></DCT><TEXT>It rained.</TEXT></TimeML>")
    (tmp_path / "d.tml").mkdir()
    documents, refused = read_folder(tmp_path)
    assert [document.id for document in documents] == ["a.tml"]
    assert [Path(error.path or "").name for error in refused] == ["b.tml", "c.tml", "d.tml"]
    assert "'soon' is no date" in str(refused[1])


def test_the_zone_of_a_time_stands_beside_its_value():
    text = "It began at 9 a.m. GMT."
    written = write_timeml(text, [Timex(12, 22, "TIME", "2025-05-03T09:00", zone="Z")])
    assert 'value="2025-05-03T09:00" comment="Z"' in written
    of_another_tool = written.replace('T09:00" comment="Z"', 'T09:00Z"')
    assert [read_timeml(one).timexes[0].zone for one in (written, of_another_tool)] == ["Z", "Z"]
    assert [read_timeml(one).timexes[0].value for one in (written, of_another_tool)] == ["2025-05-03T09:00"] * 2


RANGE = "The fair runs 5–14 June 2026, not on 03/04/2025, and 9–11 a.m. on Friday."


def test_the_ends_of_a_duration_and_the_other_reading_of_a_date_come_back():
    timexes = tag(RANGE, PUBLISHED)
    written = write_timeml(RANGE, timexes, PUBLISHED)
    assert 'type="DURATION" value="P10D" beginPoint="t4" endPoint="t5">5–14 June 2026</TIMEX3>' in written
    assert '</TEXT>\n<TIMEX3 tid="t4" type="DATE" value="2026-06-05"/>\n' in written
    assert '<TIMEX3 tid="t6" type="TIME" value="2026-02-06T09:00"/>' in written
    assert 'comment="or 2025-04-03">03/04/2025</TIMEX3>' in written
    document = read_timeml(written)
    assert document.text == RANGE
    assert [(one.value, one.date) for one in document.timexes] == [(one.value, one.date) for one in timexes]


def test_a_comment_has_zone_and_other_values_and_that_of_a_person_is_left_alone():
    timex = Timex(0, 2, "TIME", "2025-03-04T09:00", zone="Z", alternatives=("2025-04-03T09:00",))
    written = write_timeml("it", [timex])
    assert 'comment="Z; or 2025-04-03T09:00"' in written
    assert read_timeml(written).timexes == (timex,)
    [noted] = read_timeml(written.replace("Z; or 2025-04-03T09:00", "or so; I think")).timexes
    assert (noted.zone, noted.alternatives) == (None, ())


def test_the_ends_of_a_duration_are_found_wherever_they_stand():
    said = "<TIMEX3 tid='t1' type='DURATION' value='P3W' beginPoint='t2' endPoint='t0'>three weeks</TIMEX3>"
    document = read_timeml(
        "<TimeML><DCT><TIMEX3 tid='t0' type='DATE' value='2026-02-11'/></DCT><TEXT>It ran for "
        f"{said}<TIMEX3 tid='t2' type='DATE' value='2026-01-21'/>.</TEXT></TimeML>"
    )
    [timex] = document.timexes
    assert str(timex.date) == "2026-01-21/2026-02-11"
    assert read_timeml(f"<TimeML><TEXT>{said}</TEXT></TimeML>").timexes[0].date is None


@pytest.mark.parametrize(
    ("published", "written"),
    [
        ("2026-02-11T10:00Z", 'type="TIME" value="2026-02-11T10:00" functionInDocument="CREATION_TIME" comment="Z"'),
        ("2026~", 'type="DATE" value="2026" mod="APPROX" functionInDocument="CREATION_TIME"'),
        ("-0500", 'type="DATE" value="BC0501" functionInDocument="CREATION_TIME"'),
        ("2026-33", 'type="DATE" value="2026-Q1" functionInDocument="CREATION_TIME"'),
    ],
)
def test_the_creation_time_is_written_in_the_terms_of_timex3_and_read_as_edtf(published, written):
    document = write_timeml("It rained.", [], published)
    assert f'<DCT><TIMEX3 tid="t0" {written}>{published}</TIMEX3></DCT>' in document
    assert read_timeml(document).published == published


@pytest.mark.parametrize("published", ["2024/2025", "2026-02-1X", "XXXX-02"])
def test_a_creation_time_that_timex3_has_no_value_for_is_left_out(published):
    assert "DCT" not in write_timeml("It rained.", [], published)


HEAD = "<DOCID>of 2024</DOCID><DCT><TIMEX3 tid='t0' type='DATE' value='2026-02-11'>11 February 2026</TIMEX3></DCT>"
TODAY = "<TIMEX3 tid='t0' type='DATE' value='2026-02-11' functionInDocument='CREATION_TIME'>11 February 2026</TIMEX3>"


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (f"<TimeML><TEXT>Rome, {TODAY}.</TEXT></TimeML>", "Rome, 11 February 2026."),
        (f"<TimeML>{HEAD}It is {TODAY}.</TimeML>", "It is 11 February 2026."),
        (f"<TimeML xmlns='urn:x'>{HEAD}<TEXT>It is {TODAY}.</TEXT></TimeML>", "It is 11 February 2026."),
        (f"<DOC>{HEAD}<TEXT>It is {TODAY}.</TEXT></DOC>", "It is 11 February 2026."),
    ],
)
def test_all_that_is_marked_in_the_text_counts_and_nothing_else(source, text):
    document = read_timeml(source)
    assert (document.text, document.published, len(document.timexes)) == (text, "2026-02-11", 1)
    assert evaluate([document]).scores["value"].as_dict() == {"precision": 100, "recall": 100, "f1": 100}


def test_a_date_of_publication_is_the_creation_time_where_no_other_is():
    printed = "<DATE_TIME><TIMEX3 tid='t9' value='2026-02-11' functionInDocument='PUBLICATION_TIME'/></DATE_TIME>"
    made = "<X><TIMEX3 tid='t8' value='2026-02-10' functionInDocument='CREATION_TIME'/></X>"
    assert read_timeml(f"<TimeML>{printed}<TEXT>It rained.</TEXT></TimeML>").published == "2026-02-11"
    assert read_timeml(f"<TimeML>{printed}{made}<TEXT>It rained.</TEXT></TimeML>").published == "2026-02-10"


@pytest.mark.parametrize("published", ["2025-Q3", "2026-W06", "BC0044", "2026-02-11T10:00"])
def test_a_document_is_scored_whatever_its_creation_time_is(published):
    source = f"<TimeML><DCT><TIMEX3 value='{published}'/></DCT><TEXT>In May 2024 it rained.</TEXT></TimeML>"
    assert evaluate([read_timeml(source)]).scores["strict"].found == 1


def test_what_there_is_none_of_has_no_score():
    assert str(Evaluation()).splitlines()[1:] == [f"{'precision':>34}{'recall':>10}{'F1':>10}"]
    result = evaluate([TimemlDocument("x", PUBLISHED, "It lasted a week.", (Timex(10, 16, "DURATION", "P1W"),))])
    assert result.scores["date"].f1 is None
    assert [line.split() for line in str(result).splitlines() if line.startswith("date")] == [["date", "-", "-", "-"]]
    assert result.as_dict()["scores"]["date"] == {"precision": None, "recall": None, "f1": None, "right": 0}


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
