"""Statements of different voices that assert opposite things on one matter; see docs/decisions/0019.

Assertions meet only where they share a page, an incident or a place, in an index by matter, thing and that, and only
when their days do: what is looked at grows with the statements, not with their pairs.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import combinations
from typing import Any

from counterclaim.lexicon import Lexicon
from counterclaim.linking.witnesses import UNNAMED, Witnesses, is_definite
from counterclaim.model import Assertion, Incident, Page, Rivalry

SLACK = 2  # days between what two pages tell of one matter
FRESH = 2  # days before its publication that a page without dates tells of
LONGEST = 10  # days; what is told of a longer time meets nothing on another page
CLOSE = frozenset({"page", "incident"})
POWERS = frozenset({"state", "armed_forces", "coalition", "ministry"})
ANY_TWO = frozenset({"hold", "downing"})  # no two parties that differ at all can both have done it
Days = tuple[date, date]
Key = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class _Filed:
    """An assertion with its days (None: unknown) and what it may share with another: page, incidents, places.

    `doers` are the names of those who are said to have done it: the party and those above it.
    """

    assertion: Assertion
    days: Days | None
    shares: tuple[tuple[str, str], ...]
    doers: tuple[str, ...]

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Where it stands among all: the same whatever order the pages are given in."""
        a = self.assertion
        return (a.document, a.span.start, a.span.end, f"{a.matter} {a.plus} {a.about} {a.statement}")


def find_rivals(
    pages: Iterable[Page], incidents: Iterable[Incident], witnesses: Witnesses, lexicon: Lexicon
) -> tuple[Rivalry, ...]:
    """All pairs of statements that contradict each other, the first by page and place in each.

    `incidents` are those of the pages' claims. The order of the pages makes no difference.
    """
    matters = lexicon.table("matters", "matters")
    index: dict[Key, list[_Filed]] = defaultdict(list)
    for filed in sorted(_file(pages, incidents, witnesses), key=lambda f: f.order):
        for key in _keys(filed, matters):
            index[key].append(filed)
    found: dict[tuple[object, ...], Rivalry] = {}
    judge = _Judge(matters, witnesses)
    for key in sorted(index):
        for a, b in _near(index[key], is_close=key[2] in CLOSE):
            rivalry = judge.relate(a.assertion, b.assertion)
            if rivalry is not None:
                found.setdefault((rivalry.a.statement, rivalry.b.statement, rivalry.a.matter), rivalry)
    return tuple(sorted(found.values(), key=lambda r: (_place(r.a), _place(r.b), r.reason)))


def _place(assertion: Assertion) -> tuple[str, int, int]:
    return (assertion.document, assertion.span.start, assertion.span.end)


def _file(pages: Iterable[Page], incidents: Iterable[Incident], witnesses: Witnesses) -> Iterator[_Filed]:
    told_on: dict[str, set[str]] = defaultdict(set)
    for incident in incidents:
        for claim in incident.claims:
            told_on[claim.document].add(incident.id)
    for page in pages:
        for assertion in page.assertions:
            shared = [("page", page.document.id), *(("place", p) for p in assertion.places)]
            shared += [("incident", i) for i in sorted(told_on[page.document.id])]
            doers = _doers(assertion.agent, witnesses)
            yield _Filed(assertion, _days(assertion, page.document.published_on), tuple(shared), doers)


def _doers(agent: str | None, witnesses: Witnesses) -> tuple[str, ...]:
    party = witnesses.party_of(agent) if agent else None
    names = (agent, party.name, party.parent, party.side) if party else (agent,)
    return tuple(sorted({n.casefold() for n in names if n}))


def _days(assertion: Assertion, published: date | None) -> Days | None:
    if assertion.date is not None and assertion.date.days > LONGEST:
        return None
    if assertion.date is not None:
        return date.fromisoformat(assertion.date.earliest), date.fromisoformat(assertion.date.latest)
    return (published - timedelta(FRESH), published) if published else None


def _keys(filed: _Filed, matters: Mapping[str, Any]) -> Iterator[Key]:
    """Where an assertion can meet another: by its thing, by the class that takes the thing in, and by its doer."""
    a = filed.assertion
    matter = matters.get(a.matter, {})
    things = {a.about} if a.about else set()
    if "wide" in matter and (a.plus or a.alone):
        things.add(matter["wide"])
    if a.agent and matter.get("bare") and (a.plus or not a.about):
        things |= {f"by {name}" for name in filed.doers}
    met = [*filed.shares, ("person", "")] if matters.get(a.matter, {}).get("persons") else filed.shares
    for thing in sorted(things):
        for kind, shared in met:
            yield a.matter, thing, kind, shared


def _near(filed: Sequence[_Filed], *, is_close: bool) -> Iterator[tuple[_Filed, _Filed]]:
    """Pairs whose days meet; on one page, and of one incident, also those of which nobody knows the days."""
    dated = sorted((f for f in filed if f.days), key=lambda f: (f.days, f.order))
    for n, a in enumerate(dated):
        for b in dated[n + 1 :]:
            if b.days[0] > a.days[1] + timedelta(SLACK):  # type: ignore[index]  # all have days
                break
            yield (a, b) if a.order <= b.order else (b, a)
    if is_close:
        yield from ((a, b) for a, b in combinations(filed, 2) if not (a.days and b.days) and _may_meet(a, b))


def _may_meet(a: _Filed, b: _Filed) -> bool:
    """Whether two may be of one time though the days of one are unknown: of one page, or told for a short time."""
    if a.assertion.document == b.assertion.document:
        return True
    return not any(f.assertion.date and f.assertion.date.days > LONGEST for f in (a, b))


class _Judge:
    """Says whether two assertions that met contradict each other."""

    def __init__(self, matters: Mapping[str, Any], witnesses: Witnesses) -> None:
        self._matters = matters
        self._witnesses = witnesses

    def relate(self, a: Assertion, b: Assertion) -> Rivalry | None:
        if a.statement == b.statement or _is_elsewhere(a, b) or self._is_one_side(a.voice, b.voice):
            return None
        matter = self._matters.get(a.matter, {})
        if a.plus != b.plus:
            plus, minus = (a, b) if a.plus else (b, a)
            if self._is_same_doer(plus, minus, matter.get("lacking", "either")):
                return Rivalry(a, b, self._opposite(plus, minus, matter))
            return None
        if "who" in matter and a.alone and b.alone and self._are_rivals(a, b):
            return Rivalry(a, b, f"{matter['who']}: {_name(a.agent)}, says the one; {_name(b.agent)}, says the other")
        return None

    def _opposite(self, plus: Assertion, minus: Assertion, matter: Mapping[str, Any]) -> str:
        doer = _name(minus.agent or plus.agent)
        asks = matter.get("asks") or f"whether {doer} did it ({plus.matter.partition(': ')[2]}, {plus.about})"
        return f"{asks}: {_name(plus.voice)} says yes, {_name(minus.voice)} no"

    def _is_one_side(self, a: str, b: str) -> bool:
        return a == b or self._witnesses.is_same_party(a, b)

    def _is_same_doer(self, plus: Assertion, minus: Assertion, lacking: str) -> bool:
        """Whether the two speak of one doer, as far as the matter asks for it."""
        if lacking == "ignored":
            return True
        if plus.agent and minus.agent:
            return self._is_one(plus.agent, minus.agent)
        if lacking == "plus":
            return plus.agent is None
        return lacking == "either" or (lacking == "minus" and minus.agent is None)

    def _is_one(self, a: str, b: str) -> bool:
        """Whether two names may be of one party: "rebels" may be any armed group."""
        if self._witnesses.is_same_party(a, b):
            return True
        if self._is_power(a) or self._is_power(b):
            return False
        groups = [p for p in map(self._witnesses.party_of, (a, b)) if p is not None and p.kind == "armed_group"]
        return bool(groups) and not (is_definite(a) and is_definite(b))

    def _are_rivals(self, a: Assertion, b: Assertion) -> bool:
        """Whether only one of two doers can have done it: parties of two sides, or each voice the other's accused."""
        if not a.agent or not b.agent or self._is_one(a.agent, b.agent):
            return False
        is_vague = a.about == self._matters[a.matter].get("wide")  # some town or other
        if a.matter in ANY_TWO and (is_vague or a.about != b.about):
            return False
        if self._witnesses.one_side(a.agent, b.agent):
            return False
        if a.matter in ANY_TWO or self._is_power(a.agent) != self._is_power(b.agent):
            return True
        return self._is_one_side(a.voice, b.agent) or self._is_one_side(b.voice, a.agent)

    def _is_power(self, agent: str) -> bool:
        """Whether it is a state, its army or several: those on the other side are armed groups."""
        party = self._witnesses.party_of(agent)
        return party is not None and party.kind in POWERS


def _is_elsewhere(a: Assertion, b: Assertion) -> bool:
    """Whether both name their places, and none in common."""
    return a.placed and b.placed and set(a.places).isdisjoint(b.places)


def _name(voice: str | None) -> str:
    return (voice or "somebody").removeprefix(f"{UNNAMED}: ")
