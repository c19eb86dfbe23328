"""What stands right beside what in one sentence, each looked for once: asked of every count with every word of harm."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from counterclaim.counting.harm import Trigger

if TYPE_CHECKING:
    from counterclaim.counting.layout import Count

Light = Callable[[int, int], bool]


class Beside:
    """Reads it. `light` says whether no more than auxiliaries stand between two tokens; broad words are left out."""

    def __init__(self, counts: Sequence[Count], triggers: Sequence[Trigger], light: Light) -> None:
        self._counts, self._light = counts, light
        self._triggers = [t for t in triggers if not t.weak]
        self._firsts = sorted(t.first for t in self._triggers)
        self._starts = sorted(c.first for c in counts)
        self._after: dict[int, list[Trigger]] = {}
        self._before: dict[int, list[Trigger]] = {}
        self._counts_before: dict[int, list[int]] = {}
        self._counts_after: dict[int, list[int]] = {}
        self._described: dict[int, list[int]] = {}

    def after(self, stop: int) -> list[Trigger]:
        """The words of harm that follow a token with no more than auxiliaries between."""
        if stop not in self._after:
            self._after[stop] = [t for t in self._triggers if t.first >= stop and self._light(stop, t.first)]
        return self._after[stop]

    def before(self, first: int) -> list[Trigger]:
        """The words of harm that a token follows so."""
        if first not in self._before:
            self._before[first] = [t for t in self._triggers if t.stop <= first and self._light(t.stop, first)]
        return self._before[first]

    def counts_after(self, stop: int) -> list[int]:
        """The numbers of the counts that follow a token so."""
        if stop not in self._counts_after:
            found = [k for k, c in enumerate(self._counts) if c.first >= stop and self._light(stop, c.first)]
            self._counts_after[stop] = found
        return self._counts_after[stop]

    def counts_before(self, first: int) -> list[int]:
        """The numbers of the counts that a token follows so."""
        if first not in self._counts_before:
            found = [k for k, c in enumerate(self._counts) if c.stop <= first and self._light(c.stop, first)]
            self._counts_before[first] = found
        return self._counts_before[first]

    def described(self, token: int) -> list[int]:
        """The numbers of the counts between whose number and noun a token stands."""
        if token not in self._described:
            counts = enumerate(self._counts)
            found = [k for k, c in counts if c.counted.heads and c.quantity.stop <= token < c.head]
            self._described[token] = found
        return self._described[token]

    def triggers_in(self, start: int, stop: int) -> int:
        """How many words of harm begin there."""
        return bisect_left(self._firsts, stop) - bisect_left(self._firsts, start)

    def counts_in(self, start: int, stop: int) -> int:
        """How many counts begin there."""
        return bisect_left(self._starts, stop) - bisect_left(self._starts, start)
