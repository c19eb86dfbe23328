"""What people say of claims being of one incident or of two, made into groups that contradict nothing that was said.

That two claims are two is kept to; that two are one is kept to as far as this allows, the latest word first. What was
not judged gives way: an occurrence of a page, within which two claims are judged to be two, is parted.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from counterclaim.judging.tally import APART, INCIDENT, SAME
from counterclaim.model import Answer, Claim, Page

Known = tuple[str, int]


@dataclass
class Groups:
    """Claims by what they are taken to be one with; `foes` are those that a group must not take in."""

    home: dict[str, str] = field(default_factory=dict)
    members: dict[str, set[str]] = field(default_factory=dict)
    foes: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def part(self, a: str, b: str) -> None:
        """Never take these two into one group; to be said before they are joined."""
        self.foes[self.of(a)].add(b)
        self.foes[self.of(b)].add(a)

    def of(self, claim: str) -> str:
        """The name of the group that a claim is in."""
        home = self.home.setdefault(claim, claim)
        self.members.setdefault(home, {claim})
        return home

    def join(self, a: str, b: str) -> bool:
        """Make the groups of these two one; False where that would bring together what must stay apart."""
        one, other = sorted((self.of(a), self.of(b)))
        if one == other:
            return True
        if self.foes[one] & self.members[other]:
            return False
        moved = self.members.pop(other)
        self.members[one] |= moved
        self.foes[one] |= self.foes.pop(other, set())
        self.home |= dict.fromkeys(moved, one)
        return True


@dataclass(frozen=True)
class Grouped:
    """Pages with their claims' occurrences as judged, and what linking must obey; see `model.Guidance`."""

    pages: tuple[Page, ...]
    one: tuple[tuple[Known, ...], ...] = ()
    two: tuple[tuple[Known, Known], ...] = ()
    clashes: tuple[Answer, ...] = ()


def group(pages: Sequence[Page], answers: Iterable[Answer]) -> Grouped:
    """Number the occurrences anew where claims of the pages are judged to be one or two."""
    there = {c.id for p in pages for c in p.claims}
    ruled = [a for a in answers if a.field == INCIDENT and not a.is_contested and there.issuperset(a.claims)]
    if not ruled:
        return Grouped(tuple(pages))
    groups = Groups()
    apart = sorted((a.claims[0], a.claims[1]) for a in ruled if a.value == APART)
    for a, b in apart:
        groups.part(a, b)
    same = sorted((r for r in ruled if r.value == SAME), key=lambda r: (-_latest(r), r.claims))
    clashes = tuple(r for r in same if not groups.join(r.claims[0], r.claims[1]))
    touched = {id_ for r in ruled for id_ in r.claims}
    on = sorted({p.document.id for p in pages if any(c.id in touched for c in p.claims)})
    found = {p.document.id: p for p in pages}
    for id_ in on:
        _join_occurrences(found[id_].claims, groups)
    numbered = {id_: _numbered(found[id_], groups) for id_ in on}
    known = {c.id: (c.document, c.occurrence) for p in numbered.values() for c in p.claims}
    return Grouped(
        tuple(numbered.get(p.document.id, p) for p in pages),
        _across(known, groups),
        tuple(sorted({_pair(known[a], known[b]) for a, b in apart})),
        clashes,
    )


def _latest(answer: Answer) -> int:
    return max(j.number for _, j in answer.said)


def _join_occurrences(claims: Sequence[Claim], groups: Groups) -> None:
    """Keep together what the page tells as one, but for what must stay apart; a subset stays with its total."""
    by_number: dict[int, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_number[claim.occurrence].append(claim)
    for found in by_number.values():
        ids = {c.id for c in found}
        for claim in found:
            if claim.part_of in ids:
                groups.join(claim.id, claim.part_of)
        firsts: list[str] = []
        for claim in found:
            if not any(groups.join(claim.id, first) for first in firsts):
                firsts.append(claim.id)


def _numbered(page: Page, groups: Groups) -> Page:
    """The page with one occurrence number a group: the smallest that one of its claims has and none before it took."""
    homes: dict[str, list[int]] = defaultdict(list)
    for claim in page.claims:
        homes[groups.of(claim.id)].append(claim.occurrence)
    fresh = max((c.occurrence for c in page.claims), default=0) + 1
    number: dict[str, int] = {}
    for home, wished in homes.items():
        free = sorted(set(wished) - set(number.values()))
        number[home] = free[0] if free else fresh
        fresh += not free
    return replace(page, claims=tuple(_with_number(c, number[groups.of(c.id)]) for c in page.claims))


def _with_number(claim: Claim, number: int) -> Claim:
    return claim if claim.occurrence == number else replace(claim, occurrence=number)


def _across(known: dict[str, Known], groups: Groups) -> tuple[tuple[Known, ...], ...]:
    """The groups that have occurrences of several pages."""
    found = (tuple(sorted({known[id_] for id_ in members})) for members in groups.members.values())
    return tuple(sorted(g for g in found if len(g) > 1))


def _pair(a: Known, b: Known) -> tuple[Known, Known]:
    return (a, b) if a < b else (b, a)
