"""TimeML in and out, and the measures on it."""

import pytest

from timeline.model.errors import TimelineError
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


@pytest.mark.parametrize(
    "source", ["no xml", "<TimeML>", "<!DOCTYPE x [<!ENTITY a 'b'>]><TimeML>&a;</TimeML>", "<a>" * 5000 + "</a>" * 5000]
)
def test_what_is_no_timeml_is_refused(source):
    with pytest.raises(TimelineError):
        read_timeml(source)


def test_a_folder_is_read_by_name_and_an_empty_one_is_an_error(tmp_path):
    with pytest.raises(TimelineError, match="no TimeML"):
        read_folder(tmp_path)
    (tmp_path / "b.tml").write_text(write_timeml("In May 2024.", []))
    (tmp_path / "a.tml").write_text(write_timeml("In May 2025.", []))
    assert [document.id for document in read_folder(tmp_path)] == ["a.tml", "b.tml"]
    (tmp_path / "c.tml").write_bytes(b"\xff")
    with pytest.raises(TimelineError, match=r"c\.tml"):
        read_folder(tmp_path)


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
