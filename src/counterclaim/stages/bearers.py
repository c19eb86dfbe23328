"""Who is held to have done what was counted: the party that bears each casualty claim, chosen by learnt weights."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.lexicon import Lexicon
from counterclaim.model import RESPONSIBILITY, Finding, Setting, Span, Standing
from counterclaim.parties import Catalogue
from counterclaim.setting.bearers import Bearers
from counterclaim.setting.choosing import Chooser
from counterclaim.setting.told import Told
from counterclaim.setting.unborne import Unborne
from counterclaim.syntax import Parse

NOBODY: tuple[str | None, Span | None] = (None, None)


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
    chosen = {n: bearers.choose(t, chooser) for n, t in enumerate(told) if t.finding.aspect != RESPONSIBILITY}
    found = []
    for n, t in enumerate(told):
        if n not in chosen:
            found.append(t.setting)
            continue
        party, words = chosen[n]
        whole = chosen.get(t.finding.part_of, NOBODY) if t.finding.part_of is not None else NOBODY
        if whole[0] is not None:  # a part was killed by those who killed all
            party, words = whole
        found.append(replace(t.setting, party=party, party_span=words))
    return tuple(found)


def drop_bearers(
    findings: Sequence[Finding], settings: Sequence[Setting], parse: Parse, lexicon: Lexicon
) -> tuple[Setting, ...]:
    """Clear the party of counts that are none of its deeds: of an accident, of a whole war."""
    unborne = Unborne(findings, settings, parse, lexicon)
    counted = [s.party is not None and f.aspect != RESPONSIBILITY for f, s in zip(findings, settings, strict=True)]
    return tuple(
        replace(s, party=None, party_span=None) if borne and unborne.is_unborne(f, s) else s
        for f, s, borne in zip(findings, settings, counted, strict=True)
    )


def told_of(
    findings: Sequence[Finding], standings: Sequence[Sequence[Standing]], settings: Sequence[Setting], parse: Parse
) -> tuple[Told, ...]:
    """Each finding with all that is known of it."""
    return tuple(
        Told(f, heard, s, parse.tokens[f.event].sentence)
        for f, heard, s in zip(findings, standings, settings, strict=True)
    )
