"""Claims that stand in the same words on several pages, and which voices are therefore not independent.

A named voice is one voice wherever it is heard. An outlet's own word counts as a voice only where the outlet is one
(see `speakers`); where its words stand on another page too, or came from the same agency, they are that page's or that
agency's and no second voice.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from counterclaim.model import COUNTED, RESPONSIBILITY, Claim, Reuse, Span, Stretch

NEAR = 80  # characters: lost punctuation and a changed word or two move a claim no farther in copied words


@dataclass(frozen=True)
class Copies:
    """What copied words say of claims, by claim id.

    `same`: the claims on other pages that stand in the same words. `inferred`: the agency whom only other pages
    credit for them, where they agree. `later`: how many pages are known to have had the words before this claim's page.
    """

    same: Mapping[str, frozenset[str]] = field(default_factory=dict)
    inferred: Mapping[str, str] = field(default_factory=dict)
    later: Mapping[str, int] = field(default_factory=dict)


NO_COPIES = Copies()


def trace_copies(claims: Iterable[Claim], reuse: Sequence[Reuse]) -> Copies:
    """Look up each claim in the stretches that pages share."""
    on = _by_document(claims)
    same: dict[str, set[str]] = defaultdict(set)
    inferred: dict[str, set[str]] = defaultdict(set)
    later: Counter[str] = Counter()
    for pair in reuse:
        for mine, theirs in _pairs(pair, on):
            same[mine.id].add(theirs.id)
            same[theirs.id].add(mine.id)
            for claim in (mine, theirs):
                if pair.origin and claim.document not in pair.stated_by:
                    inferred[claim.id].add(pair.origin)
                if pair.earlier is not None and pair.earlier != claim.document:
                    later[claim.id] += 1
    one = {id_: next(iter(found)) for id_, found in inferred.items() if len(found) == 1}
    return Copies({id_: frozenset(ids) for id_, ids in same.items()}, one, later)


def by_first_page(reuse: Iterable[Reuse]) -> Mapping[str, Sequence[Reuse]]:
    """Pairs by the id of their page `a`, so that those of a few pages are found among many."""
    found: dict[str, list[Reuse]] = defaultdict(list)
    for pair in reuse:
        found[pair.a].append(pair)
    return found


def copies_of(claims: Iterable[Claim], reuse: Mapping[str, Sequence[Reuse]]) -> tuple[Reuse, ...]:
    """The pairs of pages that share words in which claims of both stand, or are judged to be copies."""
    on = _by_document(claims)
    return tuple(r for document in on for r in reuse.get(document, ()) if r.b in on and (r.by or _bear_claims(r, on)))


def _bear_claims(pair: Reuse, on: Mapping[str, Sequence[Claim]]) -> bool:
    return any(s.a.overlaps(c.span) for s in pair.shared for c in on[pair.a]) and any(
        s.b.overlaps(c.span) for s in pair.shared for c in on[pair.b]
    )


def independent_voices(
    voices: Sequence[str], claims: Sequence[Claim], speakers: Mapping[str, str], copies: Copies
) -> tuple[str, ...]:
    """Those of the voices that are heard elsewhere than in another's copied words, in the order given.

    Of several that have the same words the earliest stays, and the first in order where dates do not tell. A count that
    the same page has from somebody named is that one's, also where a headline or first sentence leaves the name out.
    """
    own = _own_claims(voices, claims, speakers)
    kept = [v for v in voices if v not in own]
    owner = {c.id: c.voice for c in claims if c.voice}
    told = {(c.document, _count(c)) for c in claims if c.voice in kept and c.aspect in COUNTED}
    taken = set(kept)
    for voice in sorted(filter(own.get, voices), key=lambda v: min(copies.later.get(c.id, 0) for c in own[v])):
        fresh = [
            c
            for c in own[voice]
            if (c.document, _count(c)) not in told and not _is_copied(c, copies, owner, taken - {voice})
        ]
        if fresh:
            kept.append(voice)
            taken |= {voice}.union(*(_agencies(c, copies) for c in fresh))
            owner |= {c.id: voice for c in own[voice]}
    return tuple(v for v in voices if v in kept)


def groups(pairs: Iterable[tuple[str, str]]) -> list[list[str]]:
    """Whatever hangs together by the pairs, each group sorted, the groups in the order of their first members."""
    home: dict[str, set[str]] = {}
    for a, b in pairs:
        joined = home.get(a, {a}) | home.get(b, {b})
        home.update(dict.fromkeys(joined, joined))
    return sorted({id(g): sorted(g) for g in home.values()}.values())


def _by_document(claims: Iterable[Claim]) -> dict[str, list[Claim]]:
    on: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        on[claim.document].append(claim)
    return on


def _own_claims(voices: Sequence[str], claims: Sequence[Claim], speakers: Mapping[str, str]) -> dict[str, list[Claim]]:
    """Voices that are heard on their own pages only, each with its claims."""
    named = {c.voice for c in claims}
    own: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        voice = speakers.get(claim.document)
        if claim.voice is None and voice is not None and voice in voices and voice not in named:
            own[voice].append(claim)
    return own


def _count(claim: Claim) -> tuple[str, int | None, int | None]:
    return claim.polarity, claim.low, claim.high


def _is_copied(claim: Claim, copies: Copies, owner: Mapping[str, str], taken: set[str]) -> bool:
    """Whether its words are those of a voice that counts already, or of an agency that such a voice's words are of."""
    words_of = {owner[id_] for id_ in copies.same.get(claim.id, ()) if id_ in owner}
    return not taken.isdisjoint(words_of | _agencies(claim, copies))


def _agencies(claim: Claim, copies: Copies) -> set[str]:
    return {*claim.relays, *({copies.inferred[claim.id]} if claim.id in copies.inferred else ())}


def _pairs(pair: Reuse, on: Mapping[str, Sequence[Claim]]) -> Iterator[tuple[Claim, Claim]]:
    """Claims of the two pages that stand in the same place of the same stretch: each the nearest to the other."""
    for stretch in pair.shared:
        mine = [c for c in on.get(pair.a, ()) if stretch.a.overlaps(c.span)]
        theirs = [c for c in on.get(pair.b, ()) if stretch.b.overlaps(c.span)]
        apart = {(m.id, t.id): _distance(m.span, t.span, stretch) for m in mine for t in theirs if m.aspect == t.aspect}
        least: dict[str, int] = {}
        for ids, distance in apart.items():
            least |= {id_: min(distance, least.get(id_, NEAR)) for id_ in ids}
        yield from (
            (m, t) for m in mine for t in theirs if apart.get((m.id, t.id)) == least.get(m.id, -1) == least.get(t.id)
        )
    if pair.by:
        yield from ((m, t) for m in on.get(pair.a, ()) for t in on.get(pair.b, ()) if _value(m) == _value(t))


def _value(claim: Claim) -> tuple[str | int | None, ...]:
    return claim.aspect, *_count(claim), claim.party if claim.aspect == RESPONSIBILITY else claim.who


def _distance(mine: Span, theirs: Span, stretch: Stretch) -> int:
    """How far apart two places of a stretch are, in characters after the last run of same words that begins before."""
    starts = [a.start for a, _ in stretch.runs]
    a, b = stretch.runs[max(0, bisect_right(starts, mine.start) - 1)]
    return abs((mine.start - a.start) - (theirs.start - b.start))
