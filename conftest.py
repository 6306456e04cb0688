"""What holds for every test: examples in pages run, and hypothesis measures no time."""

import gc
import os

from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.parsers.markdown import PythonCodeBlockParser, SkipParser

# How long an example takes says more about the machine than about the code; a run is the same every time, for nobody
# can tell what a change did where each run tries something else. With EXPLORE it does, to find what no run has tried.
settings.register_profile(
    "house", deadline=None, derandomize="EXPLORE" not in os.environ, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("house")

pytest_collect_file = Sybil(parsers=[PythonCodeBlockParser(), SkipParser()], patterns=["*.md"]).pytest()


def pytest_collection_finish() -> None:
    """Spare the garbage collector what was collected: it lives to the end, and is gone over again and again."""
    gc.collect()
    gc.freeze()
