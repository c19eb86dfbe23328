"""Which words of the page gave which field of each claim, and in plain words why, where the words alone do not say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.explaining.counted import counted
from counterclaim.explaining.doubting import certainty, polarity
from counterclaim.explaining.notes import Notes
from counterclaim.explaining.placed import placed
from counterclaim.explaining.sourced import Sources
from counterclaim.model import Evidence, Finding, Setting, Standing


def find_evidence(
    notes: Notes, standings: Sequence[Sequence[Standing]]
) -> tuple[tuple[tuple[Evidence, ...], ...], ...]:
    """For each finding and each of its standings the evidence for every field, in the order of a claim's fields.

    Where a stage has kept the words that decided a field, these are given. Else the words are those on the page that
    say the same, the nearest in the sentence first, then before it, then after it.
    """
    sources = Sources(notes)
    together = zip(notes.findings, standings, notes.settings, strict=True)
    return tuple(tuple(tuple(_evidence(sources, f, s, where)) for s in stood) for f, stood, where in together)


def _evidence(sources: Sources, finding: Finding, standing: Standing, setting: Setting) -> Iterator[Evidence]:
    notes = sources.notes
    yield from counted(notes, finding)
    yield from sources.evidence(finding, standing)
    yield polarity(notes, finding, standing)
    yield certainty(notes, finding, standing)
    yield from placed(notes, finding, setting)
