"""`eval` as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

TIMEML = """<?xml version="1.0"?>
<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2026-02-11" functionInDocument="CREATION_TIME">11 February</TIMEX3></DCT>
<TEXT>They met <TIMEX3 tid="t1" type="DATE" value="2026-02-10">yesterday</TIMEX3> and
<TIMEX3 tid="t2" type="DATE" value="2024">last week</TIMEX3>.</TEXT></TimeML>
"""


def test_eval_scores_the_tagger_and_lists_what_it_read_otherwise(run):
    Path("corpus").mkdir()
    Path("corpus/a.tml").write_text(TIMEML)
    done = run("eval", "corpus", "--mistakes")
    assert done.code == 0
    assert "value                        50.00     50.00     50.00" in done.out
    [mistake] = [line for line in done.out.splitlines() if line.startswith("value  a.tml")]
    assert "DATE 2024" in mistake
    assert "DATE 2026-W06" in mistake
    scores = json.loads(run("eval", "corpus", "--format", "json").out)["scores"]
    assert (scores["strict"]["f1"], scores["value"]["f1"]) == (100.0, 50.0)


def test_eval_says_how_many_documents_have_no_creation_time(run, tmp_path):
    (tmp_path / "a.tml").write_text("<TimeML><TEXT>It rained yesterday.</TEXT></TimeML>")
    assert "1 of 1 document without a creation time" in run("eval", str(tmp_path)).err


def test_eval_scores_what_it_can_read_and_names_all_that_it_cannot(run):
    Path("corpus").mkdir()
    Path("corpus/a.tml").write_text("<TimeML>")
    Path("corpus/b.tml").write_text(TIMEML)
    Path("corpus/c.tml").write_text(TIMEML.replace('"2026-02-11"', '"soon"'))
    done = run("eval", "corpus")
    assert done.code == 1
    assert done.out.startswith("1 document\n")
    assert "value                        50.00     50.00     50.00" in done.out
    told = done.err.splitlines()
    assert ["a.tml: this is no TimeML" in told[0], "c.tml: this is no TimeML" in told[1], len(told)] == [True, True, 2]


def test_eval_refuses_a_folder_without_documents(run):
    done = run("eval", ".")
    assert done.code == 2
    assert "no TimeML document" in done.err


@pytest.mark.parametrize(
    ("path", "says"), [("none", "there is no such folder"), ("a.tml", "this is a file; name the folder it is in")]
)
def test_eval_tells_what_is_no_folder(run, path, says):
    Path("a.tml").write_text(TIMEML)
    done = run("eval", path)
    assert done.code == 2
    assert f"{path}: {says}" in done.err


@pytest.fixture
def corpus(run):
    for name in ("corpus", "other"):
        Path(name).mkdir()
    Path("corpus/a.tml").write_text(TIMEML)


OTHER = """<?xml version="1.0"?>
<!DOCTYPE TimeML SYSTEM "TimeML.dtd">
<TimeML>

They met yesterday and <TIMEX3 tid="t1" type="DATE" value="2024">last
week</TIMEX3>.
</TimeML>
"""


@pytest.mark.usefixtures("corpus")
def test_eval_scores_what_another_tagger_wrote_whatever_the_file_is_called_and_where_its_lines_end(run):
    Path("other/b.tml").write_text(OTHER)
    done = run("eval", "corpus", "--tagged", "other", "--mistakes")
    assert (done.code, done.err) == (0, "")
    assert "strict                      100.00     50.00     66.67" in done.out
    assert "value                       100.00     50.00     66.67" in done.out
    assert "other                       100.00    100.00    100.00" in done.out
    assert "missed a.tml: They met [yesterday] and last week." in done.out


@pytest.mark.usefixtures("corpus")
def test_eval_names_the_texts_that_the_other_tagger_has_not_got(run):
    Path("other/b.tml").write_text(OTHER)
    Path("corpus/c.tml").write_text("<TimeML><TEXT>It rained.</TEXT></TimeML>")
    done = run("eval", "corpus", "--tagged", "other")
    assert (done.code, done.out.splitlines()[0]) == (1, "1 document")
    assert (
        done.err == "timeline: c.tml: its text is in no file of other; tag the characters of its <TEXT>, all of them\n"
    )


@pytest.mark.usefixtures("corpus")
def test_eval_names_the_files_of_the_other_tagger_that_cannot_be_read(run):
    Path("other/a.tml").write_text(OTHER)
    Path("other/b.tml").write_text("<TimeML>")
    done = run("eval", "corpus", "--tagged", "other")
    assert done.code == 1
    assert "other/b.tml: this is no TimeML" in done.err
