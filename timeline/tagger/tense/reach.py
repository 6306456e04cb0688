"""How many words away from an expression the readers of the tense look for what tells of it.

A reader whose words stand at places of their own, such as a noun behind its article, says itself how far that is.
"""

from __future__ import annotations

__all__ = ["A_FEW", "FAR", "LONG", "NEAR"]

A_FEW = 5
"""In the same phrase."""

NEAR = 8
"""In the same clause."""

FAR = 20
"""In the same sentence, as most are long."""

LONG = 40
"""To the end of a long sentence."""
