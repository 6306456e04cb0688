"""`tag`, `explain` and `extract` as a person uses them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

TEXT = "The two sides signed a treaty in February last year. A day later both presidents left Geneva."


def test_tag_prints_where_each_expression_stands_and_what_it_means(run):
    done = run("tag", "--published", "2026-02-11", "-", given=TEXT)
    assert done.code == 0
    rows = [line.split("\t") for line in done.out.splitlines()]
    assert rows[0][:4] == ["33-51", "DATE", "2025-02", "February last year"]


def test_tag_prints_each_reading_of_an_ambiguous_date(run):
    text = "They met on 11/02/2026."
    assert run("tag", "-", given=text).out.split("\t")[2] == "2026-11-02 or 2026-02-11"
    assert run("tag", "-", "--language", "en-GB", given=text).out.split("\t")[2] == "2026-02-11"


def test_tag_prints_json(run):
    done = run("tag", "--published", "2026-02-11", "--format", "json", "-", given=TEXT)
    first = json.loads(done.out)[0]
    assert (first["value"], first["date"], TEXT[first["start"] : first["end"]]) == ("2025-02", "2025-02", first["text"])


def test_tag_prints_timeml(run):
    done = run("tag", "--published", "2026-02-11", "--format", "timeml", "-", given=TEXT)
    assert 'value="2025-02"' in done.out
    assert done.out.lstrip().startswith("<?xml")


def test_tag_goes_on_beside_an_article_in_a_language_without_rules(run):
    Path("a.md").write_text("---\nlanguage: xx\npublished: 2026\n---\nIt rained in May 2024.")
    Path("b.txt").write_text("It rained in May 2025.")
    for verb in (("tag",), ("extract", "--all")):
        done = run(*verb, "--published", "2026-02-11", "a.md", "b.txt")
        assert (done.code, "2025-05" in done.out) == (1, True)
        assert "a.md: no rules for the language 'xx'" in done.err


def test_tag_says_which_of_several_files_a_line_is_from(run):
    Path("a.txt").write_text("It rained in May 2024.")
    Path("b.txt").write_text("It rained in May 2025.")
    both = ("tag", "--published", "2026-02-11", "a.txt", "b.txt")
    assert [line.split("\t")[2:6:3] for line in run(*both).out.splitlines()] == [
        ["2024-05", "a.txt"],
        ["2025-05", "b.txt"],
    ]
    assert [one["document"] for one in json.loads(run(*both, "--format", "json").out)] == ["a.txt", "b.txt"]
    assert "a.txt" not in run(*both[:-1]).out


def test_several_texts_are_no_one_timeml_document_and_go_into_a_folder(run):
    Path("sub").mkdir()
    Path("a.txt").write_text("It rained in May 2024.")
    Path("sub/a.txt").write_text("It rained in May 2025.")
    Path("a.txt-2.tml").write_text("<TimeML><TEXT>It rained in May 2026.</TEXT></TimeML>")
    several = ("tag", "a.txt", "sub", "a.txt-2.tml", "--format", "timeml", "--published", "2026-02-11")
    refused = run(*several)
    assert (refused.code, refused.out) == (2, "")
    assert "a TimeML document holds one text, and these are 3; name a folder" in refused.err
    done = run(*several, "--output", "out")
    assert (done.code, done.out, done.err) == (0, "", "timeline: out: 3 texts written\n")
    written = {path.name: path.read_text() for path in Path("out").iterdir()}
    assert {name: text.count("<DOCID>a.txt</DOCID>") for name, text in written.items()} == {
        "a.txt.tml": 1,
        "a.txt-2.tml": 1,
        "a.txt-2-2.tml": 0,
    }
    assert 'value="2025-05"' in written["a.txt-2.tml"]
    assert run("eval", "out").out.startswith("3 documents")


def test_tag_writes_over_no_file_and_only_timeml_to_a_folder(run):
    marked = "<TimeML><TEXT>It rained in May 2024.</TEXT></TimeML>"
    Path("a.tml").write_text(marked)
    done = run("tag", "a.tml", "--format", "timeml", "--output", ".")
    assert (done.code, Path("a.tml").read_text()) == (2, marked)
    assert "a.tml: the file is there already; name another folder" in done.err
    done = run("tag", "a.tml", "--output", "out")
    assert (done.code, Path("out").exists()) == (2, False)
    assert "add --format timeml" in done.err


def test_the_id_of_a_timeml_document_is_the_name_of_its_file(run):
    Path("a.txt").write_text(TEXT)
    for given in ("a.txt", str(Path("a.txt").resolve())):
        done = run("tag", "--published", "2026", "--format", "timeml", given)
        assert "<DOCID>a.txt</DOCID>" in done.out


def test_the_text_of_timeml_is_tagged_anew(run, tmp_path):
    (tmp_path / "a.tml").write_text(run("tag", "--published", "2026-02-11", "--format", "timeml", "-", given=TEXT).out)
    done = run("tag", str(tmp_path / "a.tml"))
    assert [line.split("\t")[2] for line in done.out.splitlines()] == ["2025-02", "PAST_REF"]
    (tmp_path / "b.tml").write_text("<TimeML>")
    assert "b.tml: the document is no XML" in run("tag", str(tmp_path / "b.tml")).err


def test_explain_prints_value_bounds_rule_and_steps(run):
    done = run("explain", "February last year", "--published", "2026-02-11")
    assert done.code == 0
    for said in ("2025-02", "2025-02-01", "2025-02-28", "en/", "steps"):
        assert said in done.out
    fields = json.loads(run("explain", "February last year", "--published", "2026-02-11", "--format", "json").out)
    assert (fields["value"], fields["earliest"], fields["latest"]) == ("2025-02", "2025-02-01", "2025-02-28")
    assert fields["steps"]


def test_explain_shows_how_each_expression_of_a_text_counts_from_those_before(run):
    first = run("explain", TEXT, "--published", "2026-02-11")
    assert ("A day later" in first.out, "1 more" in first.err) == (False, True)
    text = run("explain", TEXT, "--all", "--published", "2026-02-11")
    assert (text.out.count("phrase "), text.err) == (2, "")
    shown = json.loads(run("explain", TEXT, "--all", "--format", "json", "--published", "2026-02-11").out)
    assert [one["phrase"] for one in shown] == ["February last year", "A day later"]


def test_the_region_of_the_language_tells_the_order_of_day_and_month(run):
    given = ("explain", "03/04/2025", "--published", "2026-02-11", "--language")
    assert "2025-04-03 (DATE)" in run(*given, "en-GB").out
    assert "2025-03-04 (DATE)" in run(*given, "en-US").out
    both = run(*given, "en").out
    assert "both are kept" in both
    assert "value     2025-03-04 or 2025-04-03 (DATE)\n" in both
    assert json.loads(run(*given, "en", "--format", "json").out)["alternatives"] == ["2025-04-03"]


@pytest.mark.parametrize(("said", "meant"), [("5 May 2011", "2011-05-05"), ("03/04/2025", "2025-03-04 or 2025-04-03")])
def test_an_argument_that_is_no_date_is_refused_with_the_date_that_is_meant(run, said, meant):
    done = run("explain", "last year", "--published", said)
    assert done.code == 2
    assert f"write {meant}" in done.err


def test_explain_says_which_part_of_a_phrase_was_not_read(run):
    done = run("explain", "Friday rain", "--published", "2026-02-11")
    assert "only 'Friday' was read, not 'rain'" in done.err
    done = run("explain", "In Rome on Tuesday it rained", "--published", "2026-02-11")
    assert "only 'Tuesday' was read, not 'In Rome … it rained'" in done.err
    assert not run("explain", "in the last month", "--published", "2026-02-11").err


def test_explain_reads_a_phrase_as_it_is_read_in_place_of_a_date(run):
    for phrase, date in (("since 2014", "2014/.."), ("from Monday to Thursday", "2026-02-09/2026-02-12")):
        done = run("explain", phrase, "--published", "2026-02-11")
        assert f"phrase    {phrase}\nvalue     {date} (DATE)\n" in done.out
        assert not done.err


def test_explain_says_that_nothing_can_be_known_without_a_publication_date(run):
    done = run("explain", "February last year")
    assert done.code == 1
    assert "publication date" in done.out


def test_explain_refuses_what_is_no_time_expression(run):
    done = run("explain", "the weather", "--published", "2026-02-11")
    assert (done.code, done.out) == (1, "")
    assert "no time expression in 'the weather'" in done.err


@pytest.mark.parametrize("published", ["2026-02-11", "2026-02", "2026"])
def test_extract_prints_events_with_their_passages(run, published):
    done = run("extract", "--published", published, "-", given=TEXT)
    assert done.code == 0
    assert done.out.startswith("2025-02\t")
    assert "[February last year]" in done.out
    assert "timeline: articles: 1 read, 0 without a date, 0 refused; events: 1 found, " in done.err


def test_extract_prints_events_as_json_with_what_they_state(run):
    [event] = json.loads(run("extract", "--published", "2026-02-11", "--format", "json", "-", given=TEXT).out)
    assert (event["date"], event["status"]) == ("2025-02", "draft")
    assert event["sources"][0]["expression"] == "February last year"
    assert "lane" not in event


def test_extract_says_why_all_is_left_out_in_a_language_without_titles(run):
    text = "Am 3. Mai 2025 unterzeichneten beide Seiten in Genf einen Vertrag."
    done = run("extract", "--published", "2025-06-01", "--language", "de", "-", given=text)
    assert (done.code, done.out) == (0, "")
    assert "1 left out, as titles are made of English only: --all keeps each with its sentence as title" in done.err
    assert (
        text.rstrip(".")
        in run("extract", "--published", "2025-06-01", "--language", "de", "--all", "-", given=text).out
    )
    unclear = run("extract", "--published", "2025-06-01", "-", given="He fled there on 3 May 2025.")
    assert "1 left out that cannot be understood without their article: see --all" in unclear.err


def test_extract_adds_drafts_to_a_timeline_and_a_second_run_changes_nothing(run):
    Path("article.md").write_text(f"---\ntitle: Treaty signed\npublished: 2026-02-11\n---\n\n{TEXT}\n")
    first = run("extract", "article.md", "--into", "talks.yaml")
    assert first.code == 0
    written = Path("talks.yaml").read_bytes()
    assert b"status: draft" in written
    assert b"Treaty signed" in written
    second = run("extract", "article.md", "--into", "talks.yaml")
    assert (second.code, second.out) == (0, "")
    assert "0 already known" not in second.err
    assert Path("talks.yaml").read_bytes() == written


_MOVES = "\x1b[2J\x1b]0;x\x07\x9b1m\u202e"
_CONTROLS = set("\x1b\x07\x9b\u202e")


@pytest.mark.parametrize("verb", [("tag",), ("extract", "--all"), ("tag", "--format", "json")])
def test_no_text_moves_the_cursor_of_a_terminal(run, verb):
    said = f"On 3{_MOVES} May{_MOVES} 2025 the two {_MOVES}sides signed a treaty in Geneva. They met on 4 May 2025."
    article = json.dumps({"text": said, "published": "2026-02-11", "title": f"A{_MOVES} treaty"})
    Path(f"a{_MOVES}.jsonl").write_text(article)
    done = run(*verb, *(f"a{_MOVES}.jsonl",) * 2)
    assert "2025" in done.out
    assert not set(done.out + done.err) & _CONTROLS


def test_what_is_refused_of_a_stranger_moves_no_cursor(run):
    Path(f"a{_MOVES}.md").write_text(f"---\n{_MOVES.replace(':', '')}: [\n---\nText")
    done = run("extract", f"a{_MOVES}.md")
    assert done.code == 1
    assert not set(done.err) & _CONTROLS
    assert not set(run("explain", "-", given=f"the {_MOVES} weather").err) & _CONTROLS


def test_what_yaml_forbids_does_not_come_into_a_timeline(run):
    marked = (
        TEXT.replace("signed", "\u202bsigned\u202c").replace("treaty", "\ufefftreaty").replace("Geneva", "\x1bGeneva")
    )
    page = f"---\ntitle: Treaty signed\npublished: 2026-02-11\n---\n\n{marked} Anna\u2066 Smith of NATO paid.\n"
    Path("a.md").write_text(page)
    article = {"text": marked, "published": "2026-02-11", "title": "A\u202b B", "publisher": "\ufeffThe Coast"}
    Path("b.jsonl").write_text(json.dumps(article))
    for name in ("a.md", "b.jsonl"):
        assert run("extract", name, "--all", "--into", "talks.yaml").code == 0
        assert run("check", "talks.yaml", "--ignore", "likely-duplicate").out == ""
    written = Path("talks.yaml").read_text()
    assert "The two sides signed a treaty in February last year." in written
    assert "publisher: The Coast" in written


BROKEN = {
    "no publication date": (b"They met yesterday.", [], "publication date"),
    "a binary file": (b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0d", ["--published", "2026"], "input"),
    "an empty file": (b"", ["--published", "2026"], "input"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_input_gives_one_clear_error_that_names_the_place(run, name):
    data, options, said = BROKEN[name]
    Path("input.txt").write_bytes(data)
    done = run("extract", "input.txt", "--into", "talks.yaml", *options)
    assert done.code == 1
    errors = [line for line in done.err.splitlines() if "input.txt" in line]
    assert len(errors) == 1
    assert said in errors[0]
    assert not Path("talks.yaml").exists()


def test_a_wrong_date_on_the_command_line_is_wrong_use(run):
    done = run("tag", "--published", "yesterday", "-")
    assert done.code == 2
    assert "'yesterday' is no date" in done.err


def test_a_file_that_is_not_there_is_named(run):
    for verb in ("tag", "extract"):
        done = run(verb, "--published", "2026", "nowhere.txt")
        assert done.code == 2
        assert "nowhere.txt: there is no such file" in done.err


def test_events_go_into_a_file_that_is_named_as_yaml(run):
    Path("a.txt").write_text(TEXT)
    done = run("extract", "--published", "2026-02-11", "a.txt", "--into", "talks.txt")
    assert (done.code, done.out) == (2, "")
    assert "talks.txt: is not the name of a YAML file; write talks.yaml" in done.err
    assert not Path("talks.txt").exists()
    done = run("extract", "--published", "2026-02-11", "a.txt", "--into", "a.txt")
    assert "a.txt: is not the name of a YAML file; write a.yaml" in done.err


@pytest.mark.parametrize("number", ["-1", "0", "two", "1.5", "9" * 5000])
def test_only_a_number_of_events_can_be_asked_for(run, number):
    done = run("extract", f"--top={number}", "-", given=TEXT)
    assert done.code == 2
    assert f"'{number}' is no number of events; write 1 or more" in done.err


def test_the_files_of_a_folder_that_are_no_articles_are_told(run):
    Path("news").mkdir()
    Path("news/a.md").write_text("---\npublished: 2026-02-11\n---\nParliament met on Monday.\n")
    assert "left out, by their names" not in run("extract", "news").err
    for name in ("b.docx", "c.odt", "d.png", "e.png"):
        Path("news", name).write_bytes(b"PK")
    done = run("extract", "news")
    told = "left out, by their names no articles: news/b.docx, news/c.odt, news/d.png and 1 more"
    assert (done.code, told in done.err) == (0, True)
