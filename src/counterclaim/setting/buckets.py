"""How far and how alike: distances in few steps, and settings that name the same place or day."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.model import Setting

STEPS = ((0, "0"), (1, "1"), (2, "2"), (3, "3"), (5, "5"), (8, "8"))  # in the tree
GAPS = ((1, "1"), (2, "2"), (4, "4"), (8, "8"))  # sentences


def same_setting(here: Setting, there: Setting) -> Iterator[str]:
    """Whether both are known to have been at one place, on one day."""
    if here.place and there.place:
        yield f"place:{here.place.name == there.place.name}"
    if here.date and there.date:
        yield f"date:{here.date == there.date}"


def bucket(value: int, steps: Sequence[tuple[int, str]]) -> str:
    """The name of the first step that a value does not pass."""
    return next((name for most, name in steps if value <= most), "+")
