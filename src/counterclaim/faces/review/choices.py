"""What there is to choose from, likeliest first: incidents to merge with, claims to part from, voices, relations."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable, Iterator

from counterclaim.errors import JudgementError
from counterclaim.faces.review.desk import Desk, Spot
from counterclaim.faces.review.queue import Item
from counterclaim.faces.review.state import Option
from counterclaim.faces.wording import printable, voice_name
from counterclaim.judging import opinions
from counterclaim.linking.positions import value_words
from counterclaim.linking.records import place_key
from counterclaim.linking.witnesses import UNNAMED, is_apart
from counterclaim.model import Account, Claim, Incident, Interval, Opinion, RelationKind

FAR = 10**6  # days: where a date is unknown
SIGNS = "≠↻=⊂·"
"""Relations by their sign, those that a reviewer doubts most often first."""


def incidents_to_merge(desk: Desk, id_: str) -> Iterator[Option]:
    """The other incidents: of one place, near in time, and of one kind first."""
    spot = desk.spot(id_)
    own = spot.account.incident if spot else None
    others = [a for a in desk.weighed.accounts if own is None or a.incident.id != own.id]
    for account in sorted(others, key=lambda a: _unlike(own, a.incident)):
        yield Option(_incident_words(account), claim=account.incident.claims[0].id)


def claims_to_part_from(desk: Desk, id_: str) -> Iterator[Option]:
    """The claims beside it: one a page and occurrence, those on the same question first, then all told with it."""
    spot = desk.spot(id_)
    if spot is None:
        return
    home = _occurrence(next(c for c in spot.account.incident.claims if c.id == id_))
    beside: dict[tuple[str, int], Claim] = {}
    asked = [c for p in spot.question.positions for c in p.claims]
    for claim in (*asked, *spot.account.incident.claims):
        beside.setdefault(_occurrence(claim), claim)
    told_with = [c for c in spot.account.incident.claims if _occurrence(c) == home and c.id != id_]
    for claim in (*(c for o, c in beside.items() if o != home), *told_with):
        yield Option(claim_words(desk, claim), claim=claim.id)


def relations_to_refuse(desk: Desk, id_: str) -> Iterator[Option]:
    """How its position stands to the others: contradictions first."""
    spot = desk.spot(id_)
    found = list(desk.weighed.relations(spot)) if spot else []
    for relation in sorted(found, key=lambda r: SIGNS.index(r.kind.sign)):
        is_a = spot is not None and relation.a is spot.position
        other, claim = (relation.b, relation.b_claim) if is_a else (relation.a, relation.a_claim)
        kind = f"{relation.kind.sign} {relation.kind.value}"
        at = f"{voice_name(other.voice)} {printable(other.value)} ({desk.place_of(claim.id)})"
        words = f"{kind}: {at}: {printable(relation.reason)}"
        yield Option(words, claim=claim.id, relation=relation.kind)


def voices_to_be(desk: Desk, id_: str) -> Iterator[Option]:
    """The named voices: those heard on its incident first, then the others, each by how often it is heard."""
    spot, name = desk.spot(id_), desk.voice_before_renaming(id_)
    near = Counter(c.voice for c in spot.account.incident.claims) if spot else Counter[str | None]()
    heard = Counter(c.voice for a in desk.weighed.accounts for c in a.incident.claims)
    named = [v for v in heard if v is not None and not is_apart(v) and v != name]
    for voice in sorted(named, key=lambda v: (v not in near, -near[v], -heard[v], v)):
        yield Option(printable(voice), voice=voice)


def voice_opinion(desk: Desk, id_: str, party: str) -> Opinion:
    """That the voice of a claim is this party: everywhere; on its page if it is unnamed; here if it is the page's own.

    Raises JudgementError where that makes no sense.
    """
    name, party = desk.voice_before_renaming(id_), party.strip()
    if name is None:
        if not party:
            raise JudgementError("write a name")
        return opinions.value(desk.anchor(id_), voice=party)
    page = desk.mark(desk.claim(id_).document) if name.startswith(UNNAMED) else None
    return opinions.voice(name, party, page)


def incidents_to_see(desk: Desk, queue: Iterable[Item]) -> Iterator[Option]:
    """The incidents that have a claim in the queue, as `compare` orders them, each with its first."""
    first: dict[int, int] = {}
    for index, item in enumerate(queue):
        spot = desk.spot(item.claim)
        if spot is not None:
            first.setdefault(spot.number, index)
    for number in sorted(first):
        yield Option(_incident_words(desk.weighed.accounts[number]), goes_to=first[number])


def claim_words(desk: Desk, claim: Claim) -> str:
    """A claim in one line: what, how many, who says it, where."""
    return (
        f"{printable(f'{claim.aspect} {value_words(claim)}')} · {voice_name(claim.voice)} · {desk.place_of(claim.id)}"
    )


def kind_between(desk: Desk, spot: Spot | None, other: str) -> RelationKind | None:
    """How the position of a claim stands to that of another claim, None where it does not."""
    found = desk.weighed.relations(spot) if spot else ()
    return next((r.kind for r in found if other in {c.id for p in (r.a, r.b) for c in p.claims}), None)


def _occurrence(claim: Claim) -> tuple[str, int]:
    return claim.document, claim.occurrence


def _incident_words(account: Account) -> str:
    incident = account.incident
    pages = len({c.document for c in incident.claims})
    counts = ((pages, "page"), (len(incident.claims), "claim"))
    return ", ".join([f"{printable(incident.title)}", *(f"{n} {word}{'' if n == 1 else 's'}" for n, word in counts)])


def _unlike(own: Incident | None, other: Incident) -> tuple[bool, int, bool]:
    """How unlike an incident is: another place, days apart, another kind."""
    if own is None:
        return False, 0, False
    one_place = own.place is not None and other.place is not None and place_key(own.place) == place_key(other.place)
    return not one_place, _days_apart(own.date, other.date), own.event_type != other.event_type


def _days_apart(a: Interval | None, b: Interval | None) -> int:
    if a is None or b is None:
        return FAR
    first, last = max(a.earliest, b.earliest), min(a.latest, b.latest)
    return max((dt.date.fromisoformat(first) - dt.date.fromisoformat(last)).days, 0)
