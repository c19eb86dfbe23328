"""On whose word each finding stands: the statement it is heard in, or one carried over from the sentences before."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.model import Finding, Mention, Span, Standing, Statement
from counterclaim.syntax import Parse


def find_standing(
    findings: Sequence[Finding],
    statements: Sequence[Statement],
    page_relays: Sequence[str],
    parse: Parse,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
) -> tuple[tuple[Standing, ...], ...]:
    """For each finding its standings: one, or one a voice where several stand for it jointly."""
    found: list[tuple[Standing, ...]] = []
    for f in findings:
        s = _innermost(f.span, statements)
        if s is None:
            found.append((Standing(relays=tuple(page_relays)),))
        else:
            found.append(_standings(s))
    return tuple(found)


def _standings(s: Statement) -> tuple[Standing, ...]:
    cue = s.cue[0] if s.cue else None
    voices = [(None if s.own else s.voice, s.voice_span), *s.joint]
    return tuple(
        Standing(
            v,
            sp,
            cue,
            tuple(r for r in s.relays if r != v),
            s.id,
            "denies" if s.act == "denies" else "affirms",
            s.certainty,
        )
        for v, sp in voices
    )


def _innermost(span: Span, statements: Sequence[Statement]) -> Statement | None:
    best = None
    for s in statements:
        if s.voice is None or any(x.overlaps(span) for x in (*s.source, *s.cue)):
            continue
        parts = [c for c in s.content if c.overlaps(span)]
        if parts:
            size = sum(c.end - c.start for c in s.content)
            if best is None or size < best[0]:
                best = (size, s)
    return best[1] if best else None
