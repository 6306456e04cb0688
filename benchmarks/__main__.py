"""Measure the project beside its peers, in one run: `make bench`, or `make bench TIMEML=DIR` with a TimeML corpus.

Each benchmark is a module here with a function `table(corpora) -> str` that returns Markdown. The tables go into
`site/explanation/performance.md`, between the marks that name the benchmark; nothing in them is typed by hand.
"""

from __future__ import annotations

import argparse
import datetime
import os
import platform
import re
from importlib import import_module
from pathlib import Path

PAGE = Path(__file__).parent.parent / "site" / "explanation" / "performance.md"
BENCHMARKS = ("tagger", "extract", "events", "chart")


def main() -> None:
    """Run the benchmarks that are named, or all, and put their tables into the page."""
    parser = argparse.ArgumentParser(prog="make bench", description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(BENCHMARKS)}; all if none is named")
    parser.add_argument("--timeml", type=Path, default=os.environ.get("TIMEML"), help="folder of TimeML files")
    parser.add_argument(
        "--timelines", type=Path, default=os.environ.get("TIMELINES"), help="folder of Timeline17 topics"
    )
    corpora = parser.parse_args()
    for name in corpora.names or BENCHMARKS:
        table = import_module(f"benchmarks.{name}").table(corpora)
        print(f"\n{table}\n")
        publish(name, f"{machine()}\n\n{table}")


def machine() -> str:
    """When and where it was measured."""
    facts = [f"{os.cpu_count()} cores", platform.machine(), platform.system(), f"Python {platform.python_version()}"]
    return f"Measured on {datetime.date.today().isoformat()}: {', '.join(facts)}."


def publish(name: str, text: str) -> None:
    """Replace what stands between the marks of one benchmark in the page."""
    page = PAGE.read_text(encoding="utf-8")
    marks = (f"<!-- {name}: made by make bench -->", f"<!-- {name}: end -->")
    pattern = re.compile(f"({re.escape(marks[0])}\n).*?({re.escape(marks[1])})", re.DOTALL)
    if not pattern.search(page):
        raise SystemExit(f"{PAGE} has no marks for '{name}'; write {marks[0]} and {marks[1]} where its table belongs")
    PAGE.write_text(pattern.sub(lambda match: f"{match[1]}\n{text}\n\n{match[2]}", page), encoding="utf-8")


if __name__ == "__main__":
    main()
