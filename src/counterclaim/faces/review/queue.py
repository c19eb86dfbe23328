"""What to review, and in which order: what decides a bound first, then what people differ on, then the rest."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from counterclaim.errors import NotFoundError
from counterclaim.faces.review.desk import Desk, Spot
from counterclaim.faces.review.log import Say
from counterclaim.model import ASPECTS, Claim, Question, one_line

SHORTEST = 4  # characters of an id that may stand for the whole


class Rank(IntEnum):
    """How soon a claim is to be looked at."""

    DECIDES = 0
    CONTESTED = 1
    AT_ODDS = 2
    UNREAD = 3
    UNSURE = 4
    READ = 5


@dataclass(frozen=True, slots=True)
class Item:
    """A claim to review, how soon, and why in words."""

    claim: str
    rank: Rank
    why: str


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims: of an incident (by words of its title, id, a claim's place), an aspect, a page; or the unjudged."""

    incident: str | None = None
    aspect: str | None = None
    page: str | None = None
    unjudged: bool = False


def make_queue(desk: Desk, wanted: Wanted) -> tuple[Item, ...]:
    """The claims to review, the most telling first, within that incident by incident and page by page.

    Raises NotFoundError where no claim is as wanted, and says what there is.
    """
    held = _incidents(desk, wanted.incident)
    page = _page(desk, wanted.page)
    deciding = _deciding(desk)
    items = [
        _item(desk, claim, deciding)
        for claim in desk.claims
        if (wanted.aspect is None or claim.aspect == wanted.aspect)
        and (page is None or claim.document == page)
        and (held is None or claim.id in held)
    ]
    if wanted.unjudged:
        items = [i for i in items if i.rank is not Rank.READ]
    if not items:
        raise NotFoundError(_nothing(desk, wanted))
    return tuple(sorted(items, key=lambda i: _order(desk, i)))


def _item(desk: Desk, claim: Claim, deciding: dict[str, str]) -> Item:
    say = desk.log.says.get(claim.id, Say.NOTHING)
    spot = desk.spot(claim.id)
    if say is Say.CONTESTED:
        return Item(claim.id, Rank.CONTESTED, say.value)
    if say is Say.JUDGED:
        return Item(claim.id, Rank.READ, say.value)
    if claim.id in deciding:
        return Item(claim.id, Rank.DECIDES, deciding[claim.id])
    if say is Say.UNSURE:
        return Item(claim.id, Rank.UNSURE, say.value)
    if spot and spot.question.verdict.sign == "≠":
        return Item(claim.id, Rank.AT_ODDS, f"{spot.question.label}: {_verdict(spot.question)}")
    return Item(claim.id, Rank.UNREAD, say.value)


def _deciding(desk: Desk) -> dict[str, str]:
    """The claims behind bounds and grades, with what each decides in words."""
    found: dict[str, str] = {}
    for account in desk.weighed.accounts:
        for question in account.questions:
            if question.bounds is not None:
                b = question.bounds
                for name, estimate in (("best", b.best), ("lowest", b.low), ("highest", b.high)):
                    found.setdefault(estimate.claim.id, f"behind the {name} figure ({question.label})")
        if account.grade is not None:
            for claim in account.grade.claims:
                found.setdefault(claim.id, f"behind the suggested grade ({account.grade.name.value})")
    return found


def _verdict(question: Question) -> str:
    return f"{question.verdict.sign} {question.verdict.value}"


def _order(desk: Desk, item: Item) -> tuple[int, int, str, int, str]:
    spot, claim = desk.spot(item.claim), desk.claim(item.claim)
    number = spot.number if spot else len(desk.weighed.accounts)
    return item.rank, number, desk.names[claim.document], claim.span.start, claim.id


def _incidents(desk: Desk, wanted: str | None) -> frozenset[str] | None:
    """The ids of the claims of the incidents that are meant: by id, by PAGE:OFFSET of a claim, or by their title."""
    if wanted is None:
        return None
    held = [a.incident for a in desk.weighed.accounts]
    bare, words = wanted.removeprefix("i-"), one_line(wanted).casefold().split()
    found = [i for i in held if len(bare) >= SHORTEST and i.id.startswith(bare)]
    found = found or [i for i in held if any(_stands_at(desk, c, wanted) for c in i.claims)]
    found = found or [i for i in held if words and all(w in i.title.casefold() for w in words)]
    return frozenset(c.id for i in found for c in i.claims)


def _stands_at(desk: Desk, claim: Claim, place: str) -> bool:
    name, _, offset = place.rpartition(":")
    named = name in (claim.document, desk.names[claim.document])
    return named and offset.isdecimal() and claim.span.start <= int(offset) < claim.span.end


def _page(desk: Desk, wanted: str | None) -> str | None:
    """The id of the page that is meant; what is none stays as it is, and nothing will stand on it."""
    if wanted is None:
        return None
    exact = [id_ for id_, name in desk.names.items() if wanted in (id_, name)]
    found = exact or [id_ for id_ in desk.names if len(wanted) >= SHORTEST and id_.startswith(wanted)]
    return found[0] if len(found) == 1 else wanted


def _nothing(desk: Desk, wanted: Wanted) -> str:
    if not any(True for _ in desk.claims):
        return "nothing was claimed on the pages of this casebook, so there is nothing to review"
    if wanted.aspect is not None and wanted.aspect not in ASPECTS:
        return f"{wanted.aspect!r} is no aspect; there are {', '.join(ASPECTS)}"
    told = {"--incident": wanted.incident, "--aspect": wanted.aspect, "--page": wanted.page}
    asked = [f"{name} {value!r}" for name, value in told.items() if value is not None]
    asked += ["--unjudged"] if wanted.unjudged else []
    titles = ", ".join(a.incident.title for a in desk.weighed.accounts[:5])
    pages = ", ".join(sorted(desk.names.values())[:5])
    return f"no claim is as asked for ({', '.join(asked)}); there are incidents: {titles} …; pages: {pages} …"


def title(spot: Spot | None) -> str:
    """What a claim's incident is called."""
    return spot.account.incident.title if spot else "in no incident"
