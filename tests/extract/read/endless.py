"""Work that never ends, for the worker."""

from __future__ import annotations

import threading
from typing import Any


def run(value: dict[str, Any]) -> dict[str, Any]:
    """Wait for what nobody sends."""
    threading.Event().wait()
    return value
