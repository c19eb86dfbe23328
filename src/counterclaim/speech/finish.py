"""Drafts to attributions: token ranges to spans, nesting, and how much of the content is quoted."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.model import Attribution, Manner
from counterclaim.speech.draft import Draft, merged, painted, size
from counterclaim.speech.ground import Ground

DIRECT, MIXED = 0.9, 0.05  # shares of the content that stand in quotation marks, as PolNeAR's studies cut them


def finish(ground: Ground, drafts: Sequence[Draft]) -> tuple[Attribution, ...]:
    """Turn drafts into attributions, in the order given."""
    parents = _parents(ground, drafts)
    return tuple(
        Attribution(
            source=tuple(ground.parse.span(*r) for r in merged(draft.source)),
            cue=tuple(ground.parse.span(*r) for r in merged(draft.cue)),
            content=tuple(ground.parse.span(*r) for r in ground.by_passage(merged(draft.content))),
            manner=_manner(ground, draft),
            act=draft.act,
            certainty=draft.certainty,
            parent=parent,
        )
        for draft, parent in zip(drafts, parents, strict=True)
    )


def _parents(ground: Ground, drafts: Sequence[Draft]) -> list[int | None]:
    """For each draft the one within whose content it stands, the narrowest; never in a circle."""
    inside = painted(len(ground.tokens), [d.content for d in drafts])
    by_head = {d.head: n for n, d in enumerate(drafts)}
    parents: list[int | None] = []
    for number, draft in enumerate(drafts):
        found = by_head.get(draft.within, inside[draft.head]) if draft.within is not None else inside[draft.head]
        parents.append(None if found in (-1, number) else found)
    for number in range(len(drafts)):
        seen, above = {number}, parents[number]
        while above is not None and above not in seen:
            seen.add(above)
            above = parents[above]
        if above is not None:
            parents[number] = None
    return parents


def _manner(ground: Ground, draft: Draft) -> Manner:
    quoted = sum(ground.quoted[i] >= 0 for r in draft.content for i in range(*r))
    share = quoted / max(1, size(draft.content))
    return "direct" if share > DIRECT else "mixed" if share > MIXED else "indirect"
