"""The tagger beside its peers: accuracy on a TimeML corpus, and text per CPU second."""

from __future__ import annotations

import argparse
import json
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from pathlib import Path

from dateparser.search import search_dates

from benchmarks import start
from timeline.model.timex import Timex
from timeline.tagger.evaluate import Evaluation, evaluate
from timeline.tagger.examples import examples
from timeline.tagger.locale import load_locale
from timeline.tagger.timeml import TimemlDocument, read_folder

MEASURES = {
    "strict": "strict span",
    "relaxed": "relaxed span",
    "type": "type",
    "value": "value",
    "date": "value, dates only",
}
PUBLISHED = "2026-02-11"
GENERATED_CHARACTERS = 600_000
SLOW_CHARACTERS = 20_000
PASSES = 4
FILLER = re.findall(
    r"\w+",
    "officials said that the plan for a new bridge across the river had been agreed by both sides while engineers and "
    "residents of the old town asked how the costs of the work were to be shared among the districts along its banks",
)
OURS = """
import json, sys, time
from timeline import tag, tag_all
texts, result = json.load(sys.stdin), []
tag("yesterday", "{published}")
for _ in range({passes}):
    start = time.process_time()
    {read}
    result.append(time.process_time() - start)
print(json.dumps(result))
"""
EACH = 'for text in texts: tag(text, "{published}")'
ALL = 'for found in tag_all((text, "{published}") for text in texts): pass'
CHRONO = """
const chrono = require("chrono-node"), texts = JSON.parse(require("fs").readFileSync(0, "utf8"));
const result = [];
chrono.parse("yesterday", new Date("{published}T12:00:00"));
for (let pass = 0; pass < {passes}; pass++) {{
  const start = process.cpuUsage();
  for (const text of texts) chrono.parse(text, new Date("{published}T12:00:00"));
  const used = process.cpuUsage(start);
  result.push((used.user + used.system) / 1e6);
}}
console.log(JSON.stringify(result));
"""


def table(corpora: argparse.Namespace) -> str:
    """The accuracy on the corpus, if there is one, and the speed on its text or on generated text."""
    if not corpora.timeml:
        note = "Accuracy needs a corpus: `make bench TIMEML=DIR`. The speed is measured on generated sentences."
        return f"{note}\n\n{_speed([_generated()])}\n\n{start.table()}"
    documents, refused = read_folder(corpora.timeml)
    if refused:
        raise refused[0]
    corpus = [document.text for document in documents]
    return f"{_accuracy(documents)}\n\n{_speed([corpus, *_articles(corpora.timelines)])}\n\n{start.table()}"


def _articles(topics: str | Path | None) -> Iterator[list[str]]:
    """The texts of Timeline17, if it is there: much news that nothing has been read of before."""
    if topics:
        files = sorted(Path(topics).glob("*/articles.jsonl"))
        yield [json.loads(line)["text"] for file in files for line in file.read_text(encoding="utf-8").splitlines()]


def _accuracy(documents: Sequence[TimemlDocument]) -> str:
    rows = [_accuracy_row("timeline", evaluate(documents))]
    few = list(_some(documents))
    rows.append(_accuracy_row(f"timeline, on {len(few)} documents", evaluate(few)))
    rows.append(_accuracy_row(f"dateparser search_dates, on {len(few)} documents", evaluate(few, tagger=_dateparser)))
    return "\n".join([f"| F1 in % | {' | '.join(MEASURES.values())} |", "| --- |" + " ---: |" * len(MEASURES), *rows])


def _some(documents: Sequence[TimemlDocument]) -> Iterable[TimemlDocument]:
    """Enough documents for a tagger that needs minutes for more."""
    length = 0
    for document in documents[:: max(1, len(documents) // 20)]:
        length += len(document.text)
        if length > 3 * SLOW_CHARACTERS:
            return
        yield document


def _accuracy_row(name: str, result: Evaluation) -> str:
    return f"| {name} | " + " | ".join(f"{100 * (result.scores[key].f1 or 0):.1f}" for key in MEASURES) + " |"


def _dateparser(text: str, published: str) -> list[Timex]:
    """Every date that dateparser finds; it gives the words without their place, so they are looked for in order."""
    settings = {"RELATIVE_BASE": datetime.fromisoformat(published), "PREFER_DATES_FROM": "past"}
    found, at = [], 0
    for words, moment in search_dates(text, languages=["en"], settings=settings) or []:
        start = text.find(words, at)
        if start >= 0:
            at = start + len(words)
            found.append(Timex(start, at, "DATE", moment.date().isoformat(), rule="dateparser"))
    return found


def _speed(corpora: Sequence[list[str]]) -> str:
    """Each tool in a process of its own that has read one phrase: nothing of the texts is known at the first pass."""
    rows = []
    for texts in corpora:
        whole = sum(map(len, texts))
        ours = {"timeline, all at once": ALL, "timeline, text by text": EACH}
        rows += [
            *(
                _speed_row(name, whole, _fresh(sys.executable, "-c", OURS.replace("{read}", read), texts))
                for name, read in ours.items()
            ),
            _speed_row("chrono-node", whole, _fresh(shutil.which("node"), "-e", CHRONO, texts)),
        ]
    few = list(_within(corpora[0], SLOW_CHARACTERS))
    rows.append(_speed_row("dateparser search_dates", sum(map(len, few)), [_seconds(few)]))
    head = "| KB of text per CPU second, one core | text | first pass | best pass |\n| --- | ---: | ---: | ---: |"
    return "\n".join([head, *rows])


def _within(texts: Iterable[str], characters: int) -> Iterable[str]:
    for text in texts:
        yield text[:characters]
        characters -= len(text)
        if characters <= 0:
            return


def _fresh(program: str | None, option: str, script: str, texts: Sequence[str]) -> list[float]:
    """The times of some passes in a fresh process, [] where the program is not there or fails.

    For chrono-node: `npm install chrono-node`, or NODE_PATH.
    """
    if program is None:
        return []
    written = script.format(published=PUBLISHED, passes=PASSES)
    done = subprocess.run(
        [program, option, written], input=json.dumps(list(texts)), capture_output=True, text=True, check=False
    )
    return [float(seconds) for seconds in json.loads(done.stdout)] if done.returncode == 0 else []


def _seconds(texts: Iterable[str]) -> float:
    start = time.process_time()
    for text in texts:
        _dateparser(text, PUBLISHED)
    return time.process_time() - start


def _speed_row(name: str, characters: int, times: Sequence[float]) -> str:
    if not times:
        return f"| {name} | | not installed | |"
    first, best = (f"{characters / 1000 / seconds:,.0f}" for seconds in (times[0], min(times)))
    return f"| {name} | {characters / 1000:,.0f} KB | {first} | {best} |"


def _generated() -> list[str]:
    """Sentences of plain words around the examples of the English rules, as dense with times as news is."""
    chance = random.Random(7)
    phrases = [example.text for example in examples(load_locale("en"))]
    texts, length = [], 0
    while length < GENERATED_CHARACTERS:
        text = " ".join(_sentence(chance, phrases) for _ in range(20))
        texts.append(text)
        length += len(text)
    return texts


def _sentence(chance: random.Random, phrases: Sequence[str]) -> str:
    words = chance.choices(FILLER, k=chance.randint(14, 26))
    if chance.random() < 0.5:
        words.insert(chance.randint(1, len(words)), chance.choice(phrases))
    return f"{' '.join(words).capitalize()}."
