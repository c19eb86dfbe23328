"""Measures in steps, so that a weight can stand for each."""

from __future__ import annotations

from collections.abc import Sequence

Steps = Sequence[tuple[float, str]]

GAPS: Steps = ((1, "1"), (2, "2"), (3, "3"), (5, "4-5"), (9, "6-9"))  # sentences
PATHS: Steps = ((1, "1"), (2, "2"), (3, "3"), (4, "4"), (6, "5-6"), (9, "7-9"))  # steps in the tree
WORDS: Steps = ((2, "2"), (5, "5"), (10, "10"), (20, "20"))
KILOMETRES: Steps = ((0.5, "0"), (15, "15"), (40, "40"), (100, "100"), (250, "250"))
COSTS: Steps = ((-0.1, "for"), (0.6, "sure"), (2.0, "mild"), (4.0, "against"), (98.0, "strong"))  # of objections.py


def step(value: float, steps: Steps, beyond: str = "far") -> str:
    """The name of the first step that a value does not exceed."""
    for limit, name in steps:
        if value <= limit:
            return name
    return beyond
