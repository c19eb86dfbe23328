"""Findings, standings and settings put together as claims."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from counterclaim.model import Claim, Document, Evidence, Finding, Setting, Standing, claim_id


def assemble_claims(
    document: Document,
    findings: Sequence[Finding],
    standings: Sequence[Sequence[Standing]],
    settings: Sequence[Setting],
    evidence: Sequence[Sequence[tuple[Evidence, ...]]] = (),
) -> tuple[Claim, ...]:
    """One claim for each finding and voice, in page order; ids are content hashes.

    `evidence`, where it was asked for, stands as the standings do.
    """
    found: list[Claim] = []
    ids = [
        {standing.voice: _claim_id(document, finding, standing) for standing in heard}
        for finding, heard in zip(findings, standings, strict=True)
    ]
    told = evidence or [((),) * len(heard) for heard in standings]
    for finding, heard, setting, words in zip(findings, standings, settings, told, strict=True):
        totals = {} if finding.part_of is None else ids[finding.part_of]
        for standing, behind in zip(heard, words, strict=True):
            found.append(replace(_claim(document, finding, standing, setting, totals), evidence=behind))
    return tuple(sorted({c.id: c for c in found}.values(), key=lambda c: (c.span.start, c.span.end, c.aspect, c.id)))


def _claim_id(document: Document, finding: Finding, standing: Standing) -> str:
    told = (standing.voice, finding.party, finding.polarity)
    return claim_id(document, finding.aspect, finding.span.start, finding.span.end, told)


def _claim(
    document: Document, finding: Finding, standing: Standing, setting: Setting, totals: Mapping[str | None, str]
) -> Claim:
    """The claim of one voice; it is part of the total that the same voice gives, else of the first voice's."""
    certainty = max((finding.certainty, standing.certainty), key=("certain", "hedged", "unverified").index)
    return Claim(
        id=_claim_id(document, finding, standing),
        document=document.id,
        aspect=finding.aspect,
        span=finding.span,
        low=finding.low,
        high=finding.high,
        bound=finding.bound,
        who=finding.who,
        part_of=totals.get(standing.voice) or next(iter(totals.values()), None),
        voice=standing.voice,
        voice_span=standing.voice_span,
        cue_span=standing.cue_span,
        relays=standing.relays,
        polarity="denies" if "denies" in (finding.polarity, standing.polarity) else "affirms",
        certainty=certainty,
        party=finding.party or setting.party,
        place=setting.place,
        date=setting.date,
        event_type=setting.event_type,
        occurrence=setting.occurrence,
        statement=standing.statement,
    )
