"""Findings with all that is known of them, and the parties that a page blames with the findings that do so."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from counterclaim.model import RESPONSIBILITY, Finding, Setting, Standing

WINDOW = 6  # findings before and after a count that may be the nearest


@dataclass(frozen=True, slots=True)
class Told:
    """One finding, on whose word it stands and where it is set; `sentence` is where it is told."""

    finding: Finding
    standings: Sequence[Standing]
    setting: Setting
    sentence: int

    @property
    def voices(self) -> set[str | None]:
        """Those on whose word it stands."""
        return {s.voice for s in self.standings}

    @property
    def blames(self) -> bool:
        """Whether somebody is said here to have done something."""
        denied = "denies" in (self.finding.polarity, *(s.polarity for s in self.standings[:1]))
        return self.finding.aspect == RESPONSIBILITY and self.finding.party is not None and not denied


@dataclass(frozen=True)
class Bearer:
    """A candidate: a party with the findings that blame it, in page order."""

    party: str
    sort: str
    blames: tuple[Told, ...]

    @cached_property
    def sentences(self) -> list[int]:
        """Where it is blamed."""
        return [b.sentence for b in self.blames]

    @cached_property
    def occurrences(self) -> frozenset[int]:
        """For what it is blamed."""
        return frozenset(b.setting.occurrence for b in self.blames)

    @cached_property
    def kinds(self) -> frozenset[str | None]:
        """The types of event for which it is blamed."""
        return frozenset(b.setting.event_type for b in self.blames)

    @cached_property
    def events(self) -> frozenset[int]:
        """The tokens that tell its deeds."""
        return frozenset(b.finding.event for b in self.blames)

    @cached_property
    def voices(self) -> frozenset[str | None]:
        """Those who blame it."""
        return frozenset(v for b in self.blames for v in b.voices)

    def around(self, sentence: int) -> tuple[Told, ...]:
        """The blame laid nearest before, in and after a sentence."""
        first, stop = bisect_left(self.sentences, sentence), bisect_right(self.sentences, sentence)
        return self.blames[max(0, first - WINDOW) : stop + WINDOW]

    def is_between(self, first: int, stop: int) -> bool:
        """Whether it is blamed after sentence `first` and before `stop`."""
        return bisect_right(self.sentences, first) < bisect_left(self.sentences, stop)
