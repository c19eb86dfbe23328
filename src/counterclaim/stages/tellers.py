"""Leave out people counted who only speak, where only the statement tells: "ten died in the raid one nurse said"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.model import Finding, Span, Statement
from counterclaim.syntax import Parse

BESIDE = 3  # tokens: "nine people were killed" tells of them, whatever a parser took them for


def drop_speakers(findings: Sequence[Finding], statements: Sequence[Statement], parse: Parse) -> tuple[Finding, ...]:
    """The findings without those counted in the words for a source while the word of harm stands outside of them.

    "A man who lost nine relatives said" keeps its nine: the harm is told in the words for the source themselves. What
    was part of a dropped finding is part of what that one was part of.
    """
    sources = [source for statement in statements for source in statement.source]
    spoken = {i for i, f in enumerate(findings) if _only_speaks(f, sources, parse)}
    kept = [i for i in range(len(findings)) if i not in spoken]
    new = {old: position for position, old in enumerate(kept)}
    return tuple(replace(findings[i], part_of=_whole(findings, i, new)) for i in kept)


def _only_speaks(finding: Finding, sources: Sequence[Span], parse: Parse) -> bool:
    harm = parse.tokens[finding.trigger]
    if 0 <= harm.index - parse.within(finding.span)[1] < BESIDE:
        return False
    return any(s.covers(finding.span) and not s.start <= harm.start < s.end for s in sources)


def _whole(findings: Sequence[Finding], i: int, new: dict[int, int]) -> int | None:
    """The new index of what finding `i` is part of, past those that were dropped."""
    whole, seen = findings[i].part_of, {i}
    while whole is not None and whole not in new and whole not in seen:
        seen.add(whole)
        whole = findings[whole].part_of
    return new.get(whole) if whole is not None else None
