"""The rules of docs/judging.md written down once more, as plainly as possible and without any of the program's code."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from counterclaim.model import Anchor, Claim, Interval, Judgement, Page, Place

FIELDS = ("aspect", "figure", "who", "voice", "party", "place", "date", "certainty", "polarity", "event_type")


def counting(judgements: Sequence[Judgement]) -> list[Judgement]:
    """Those that their own maker has not undone by a judgement that counts."""

    def counts(j: Judgement) -> bool:
        return not any(
            o.opinion.undoes == j.number and o.person == j.person and counts(o) for o in judgements[j.number :]
        )

    return [j for j in judgements if counts(j)]


def is_on(anchor: Anchor, claim: Claim) -> bool:
    """Whether a judgement is on a claim; the pages of these tests never change."""
    party = claim.party if claim.aspect == "responsibility" else None
    return (anchor.document, anchor.aspect, anchor.start, anchor.end, anchor.voice, anchor.party, anchor.polarity) == (
        claim.document, claim.aspect, claim.span.start, claim.span.end, claim.voice, party, claim.polarity,
    )  # fmt: skip


def said_of(claim: Claim, field: str, judgements: Sequence[Judgement]) -> dict[str, str]:
    """What each person last said of a field of a claim ("claim": whether it is one)."""
    last: dict[str, str] = {}
    for j in judgements:
        kind, says = j.opinion.kind.value, dict(j.opinion.says)
        if not any(is_on(a, claim) for a in j.opinion.claims):
            continue
        if kind == "unsure" and len(j.opinion.claims) == 1:
            last.pop(j.person, None)
        elif kind in ("right", "wrong", "value") and field == "claim":
            last[j.person] = "no" if kind == "wrong" else "yes"
        elif kind in ("right", "value") and field in says:
            last[j.person] = says[field]
    return last


def agreed(last: dict[str, str]) -> str | None:
    """What all say, if all who say something say the same."""
    values = list(last.values())
    return values[0] if values and all(v == values[0] for v in values) else None


def naive_claims(pages: Sequence[Page], judgements: Sequence[Judgement]) -> dict[str, Claim]:
    """The claims as judged, by id, but for the numbers of their occurrences."""
    counted = counting(judgements)
    found = {}
    for claim in (c for p in pages for c in p.claims):
        if agreed(said_of(claim, "claim", counted)) == "no":
            continue
        changed: dict[str, Any] = {}
        for field in FIELDS:
            value = agreed(said_of(claim, field, counted))
            if value is not None:
                data = json.loads(value)
                if field == "figure":
                    changed |= data
                elif field in ("place", "date") and data is not None:
                    changed[field] = Place(**data) if field == "place" else Interval(**data)
                else:
                    changed[field] = data
        judged = replace(claim, **changed)
        found[claim.id] = replace(judged, voice=_renamed(judged.voice, claim.document, counted))
    return found


def _renamed(voice: str | None, page: str, counted: Sequence[Judgement]) -> str | None:
    if voice is None:
        return None
    path = [voice]
    while True:
        here = agreed(_named(path[-1], page, counted))
        step = here if here is not None else agreed(_named(path[-1], None, counted))
        if step is None:
            return path[-1]
        party = json.loads(step)
        if party in path:
            return min(path[path.index(party) :])
        path.append(party)


def _named(name: str, page: str | None, counted: Sequence[Judgement]) -> dict[str, str]:
    last = {}
    for j in counted:
        where = [p.document for p in j.opinion.pages]
        if (j.opinion.kind.value, j.opinion.name, where) == ("voice", name, [] if page is None else [page]):
            last[j.person] = dict(j.opinion.says)["voice"]
    return last


def naive_pairs(pages: Sequence[Page], judgements: Sequence[Judgement]) -> dict[frozenset[str], tuple[str, int]]:
    """For each two claims on which all agree: "one" or "two", and the number of the latest judgement that says so."""
    claims = list(naive_claims(pages, judgements))
    every = {c.id: c for p in pages for c in p.claims}
    counted = counting(judgements)
    found = {}
    for n, a in enumerate(claims):
        for b in claims[:n]:
            last: dict[str, tuple[str, int]] = {}
            for j in counted:
                on_both = all(any(is_on(x, every[id_]) for x in j.opinion.claims) for id_ in (a, b))
                if on_both and j.opinion.kind.value in ("one", "two"):
                    last[j.person] = (j.opinion.kind.value, j.number)
                elif on_both and j.opinion.kind.value == "unsure":
                    last.pop(j.person, None)
            if last and len({said for said, _ in last.values()}) == 1:
                found[frozenset((a, b))] = (next(iter(last.values()))[0], max(n for _, n in last.values()))
    return found


def naive_groups(pages: Sequence[Page], judgements: Sequence[Judgement]) -> list[set[str]]:  # noqa: C901  # told in one go
    """The claims of pages that are touched, by what is judged or told by their page to be one."""
    pairs = naive_pairs(pages, judgements)
    claims = naive_claims(pages, judgements)
    apart = [pair for pair, (said, _) in pairs.items() if said == "two"]
    groups = [{id_} for id_ in claims]

    def join(a: str, b: str) -> bool:
        one = next(g for g in groups if a in g)
        other = next(g for g in groups if b in g)
        if one is not other:
            if any(pair <= one | other for pair in apart):
                return False
            groups.remove(other)
            one |= other
        return True

    same = [(-number, *sorted(pair)) for pair, (said, number) in pairs.items() if said == "one"]
    for _, a, b in sorted(same):
        join(a, b)
    touched = {claims[id_].document for pair in pairs for id_ in pair}
    for page in sorted(pages, key=lambda p: p.document.id):
        if page.document.id not in touched:
            continue
        left = [c for c in page.claims if c.id in claims]
        for number in dict.fromkeys(c.occurrence for c in left):
            there = [c for c in left if c.occurrence == number]
            for c in there:
                if c.part_of in {o.id for o in there}:
                    join(c.id, str(c.part_of))
            firsts: list[str] = []
            for c in there:
                if not any(join(c.id, first) for first in firsts):
                    firsts.append(c.id)
    return [g for g in groups if any(claims[id_].document in touched for id_ in g)]
