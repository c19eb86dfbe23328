"""Who is held to have done what was counted: the party that bears each casualty claim, chosen by learnt weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.model import RESPONSIBILITY, Finding, Setting, Standing
from counterclaim.parties import Catalogue
from counterclaim.setting.bearers import Bearers, Told
from counterclaim.setting.choosing import Chooser
from counterclaim.syntax import Parse


def find_bearers(
    findings: Sequence[Finding],
    standings: Sequence[Sequence[Standing]],
    settings: Sequence[Setting],
    parse: Parse,
    catalogue: Catalogue,
    chooser: Chooser,
) -> tuple[Setting, ...]:
    """Set the party of every count's setting, in the same order; blame names its party itself."""
    told = told_of(findings, standings, settings, parse)
    bearers = Bearers(told, parse, catalogue)
    found = []
    for t in told:
        if t.finding.aspect == RESPONSIBILITY:
            found.append(t.setting)
            continue
        party, words = bearers.choose(t, chooser)
        found.append(replace(t.setting, party=party, party_span=words))
    return tuple(found)


def told_of(
    findings: Sequence[Finding], standings: Sequence[Sequence[Standing]], settings: Sequence[Setting], parse: Parse
) -> tuple[Told, ...]:
    """Each finding with all that is known of it."""
    return tuple(
        Told(f, heard, s, parse.tokens[f.event].sentence)
        for f, heard, s in zip(findings, standings, settings, strict=True)
    )
