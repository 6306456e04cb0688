"""Extraction: dated events from raw news, timelines of many articles, and how fast articles are read.

The corpora and their scorers are not part of the project. `--timeml` names a folder of TimeML files, `--timelines` the
folder of Timeline17 topics; `events_gold.py` and `score_tls.py` are expected in the folder above the topics. The second
needs nltk, of the extra `bench`, which `make bench TIMELINES=DIR` installs.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import re
import statistics
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import Any

from timeline.extract import extract, summarize
from timeline.extract.importance import importance_among
from timeline.extract.merge import merge
from timeline.extract.run import most_important
from timeline.extract.sentences import tidy
from timeline.model.article import Article
from timeline.tagger import tag

ARTICLE = 3000
READ, RUNS = 100, 5
DAY = r"[0-9]{4}-[0-9]{2}-[0-9]{2}"


def table(corpora: argparse.Namespace) -> str:
    """The table of the page."""
    rows = [*_event_rows(corpora), *_timeline_rows(corpora), *_speed_rows(corpora)]
    return "\n".join(["| what | measure | ours |", "|---|---|---|", *rows])


def _event_rows(corpora: argparse.Namespace) -> Iterator[str]:
    if not (corpora.timeml and corpora.timelines):
        return
    gold = scorer(corpora.timelines, "events_gold")
    row = event_scores(gold, corpora.timeml)["exact.not_dct"]
    yield f"| dated events from raw text | precision on events with a known date | {row['P.linked']:.3f} |"
    yield f"| | recall, dates other than the publication date | {row['R']:.3f} |"


def _timeline_rows(corpora: argparse.Namespace) -> Iterator[str]:
    if not corpora.timelines:
        return
    scorers = scorer(corpora.timelines, "score_tls")
    scores, days = (timeline_scores(scorers, corpora.timelines, make) for make in (summarized, chosen))
    yield f"| timelines of many articles, untrained | AR1-F | {scores['align+m:1_r1']['f_of_means']:.3f} |"
    yield f"| | AR2-F | {scores['align+m:1_r2']['f_of_means']:.3f} |"
    yield f"| | date F1 | {scores['date']['f_of_means']:.3f} |"
    yield f"| the most important events, nobody says of what | date F1 | {days['date']['f_of_means']:.3f} |"


def _speed_rows(corpora: argparse.Namespace) -> Iterator[str]:
    if corpora.timelines:
        lines = lines_of(corpora.timelines)
        speeds = sorted(articles_a_second(lines, extract) for _ in range(RUNS))
        alone = max(articles_a_second(lines, _tagged) for _ in range(RUNS))
        yield f"| read, tagged and extracted, one core | 3 KB articles a second, best of {RUNS} | {speeds[-1]:.0f} |"
        yield f"| | the median of them | {statistics.median(speeds):.0f} |"
        yield f"| read and tagged only | the best of as many | {alone:.0f} |"


def _tagged(article: Article) -> object:
    return tag(article.text, article.published)


def scorer(topics: str | Path, name: str) -> ModuleType:
    """A scorer that stands beside the corpora."""
    spec = importlib.util.spec_from_file_location(name, Path(topics).parent / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def event_scores(gold: Any, folder: str | Path) -> dict[str, dict[str, float]]:
    """The scores of the events that are extracted from the raw text of TimeML files."""
    documents = [gold.load(path) for path in gold.files([str(folder)])]
    return gold.score(documents, {document.id: predictions(gold, document) for document in documents})


def predictions(gold: Any, document: Any) -> list[tuple[tuple[int, int], str]]:
    """The clauses and dates that are extracted from a document, as the scorer takes them."""
    published = document.dct if re.fullmatch(r"\d{4}-\d\d-\d\d", document.dct or "") else None
    found = []
    for candidate in extract(Article(document.text, published)):
        for mention in candidate.mentions:
            clause = mention.clause
            value = gold.norm(clause.timex.value)[0] if clause.timex.type in ("DATE", "TIME") else None
            if value:
                found.append(((clause.start, clause.end), value))
    return found


def articles_of(topic: Path) -> list[Article]:
    """The articles of a topic, put together again from their tokens."""
    lines = (topic / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    return [_article(json.loads(line)) for line in lines]


def _article(fields: dict[str, str]) -> Article:
    text = "\n".join(tidy(line) for line in fields["text"].split("\n"))
    return Article(text, fields["published"], title=str(fields["id"]))


Make = Callable[[list[Article], int, int, list[str]], list[list[Any]]]


def timeline_scores(scores: Any, topics: str | Path, make: Make) -> dict[str, Any]:
    """The scores of the timelines that are made of the articles of each topic, by the protocol of the papers."""
    results = []
    for topic in sorted(path for path in Path(topics).iterdir() if path.is_dir()):
        articles = articles_of(topic)
        keywords = json.loads((topic / "keywords.json").read_text(encoding="utf-8"))
        lines = (topic / "timelines.jsonl").read_text(encoding="utf-8").splitlines()
        results += [_timeline_score(scores, articles, keywords, json.loads(line), make) for line in lines]
    average: dict[str, Any] = scores.average(results)
    return average


def _timeline_score(
    scores: Any, articles: list[Article], keywords: list[str], reference: list[Any], make: Make
) -> dict[str, Any]:
    days = sorted({day for day, _ in reference})
    per_date = max(1, round(sum(len(sentences) for _, sentences in reference) / len(days)))
    inside = [article for article in articles if days[0] <= str(article.published) <= days[-1]]
    result: dict[str, Any] = scores.score(reference, make(inside, len(days), per_date, keywords))
    return result


def summarized(articles: list[Article], length: int, per_date: int, keywords: list[str]) -> list[list[Any]]:
    """The days that matter, with sentences of the articles."""
    return [[str(day), sentences] for day, sentences in summarize(articles, length, per_date, keywords)]


def chosen(articles: list[Article], length: int, _per_date: int, _keywords: list[str]) -> list[list[Any]]:
    """The days of the most important events, as `timeline extract --top` chooses them: nobody says what it is about.

    Of a date of several days the first one counts.
    """
    merged = merge(found.event for article in articles for found in extract(article) if found.stands_alone)
    told = most_important(replace(merged, events=importance_among(merged.events)), length).events
    titles: dict[str, list[str]] = defaultdict(list)
    for event in told:
        if re.fullmatch(DAY, str(event.date.earliest)):
            titles[str(event.date.earliest)].append(event.title)
    return [[day, told_then] for day, told_then in titles.items()]


def lines_of(topics: str | Path) -> list[str]:
    """Articles of all topics as JSON lines, put together again from their tokens."""
    paths = sorted(Path(topics).glob("*/articles.jsonl"))
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").splitlines()[:READ]]
    return [json.dumps(_plain(json.loads(line))) for line in lines]


def articles_a_second(lines: list[str], work: Callable[[Article], object]) -> float:
    """How many articles of 3 KB one core reads from JSON lines and works on in a second of its time."""
    work(Article("A first text of 3 May 2025.", "2025-05-04"))
    began, characters = time.process_time(), 0
    for line in lines:
        fields = json.loads(line)
        characters += len(fields["text"])
        work(Article(fields["text"], fields["published"]))
    return characters / ARTICLE / (time.process_time() - began)


def _plain(fields: dict[str, str]) -> dict[str, str]:
    return {"published": fields["published"], "text": "\n".join(tidy(line) for line in fields["text"].split("\n"))}
