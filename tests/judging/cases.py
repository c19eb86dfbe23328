"""Invented pages, people and opinions drawn at random, for the tests of judgements."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from builders import TARN, VESK, claim, day, page
from counterclaim.judging import opinions
from counterclaim.judging.anchoring import Shelf
from counterclaim.judging.chain import following
from counterclaim.judging.values import Figure, Value
from counterclaim.model import Claim, Judgement, Opinion, Page, RelationKind

T = TypeVar("T")
PEOPLE = ("Anna", "Ben", "Cem")
VOICES = ("Harm Register", "Ilmarran army", "unnamed: medics", "Civil Rescue")
AT = "2026-11-22T05:41:00Z"
VALUES: tuple[tuple[str, Value], ...] = (
    ("figure", Figure(15, 15, "exactly")),
    ("figure", Figure(112, None, "at least")),
    ("who", "children"),
    ("who", None),
    ("voice", "Civil Rescue"),
    ("voice", None),
    ("place", VESK),
    ("date", day("2019-04-10")),
    ("certainty", "hedged"),
    ("polarity", "denies"),
    ("aspect", "injured"),
)


def small_pages() -> tuple[Page, ...]:
    """Three pages on one strike, with two voices on the same words, a subset, a blame and a second occurrence."""
    return tuple(_page(name, n) for n, name in enumerate(("alder", "birch", "cedar")))


def _page(name: str, n: int) -> Page:
    total = _told(name, 0, voice=VOICES[n], low=12 + n, high=12 + n)
    claims = (
        total,
        replace(_told(name, 0, voice=VOICES[3]), low=12 + n, high=12 + n),
        _told(name, 20, exact="3 children", voice=VOICES[n], low=3, high=3, who="children", part_of=total.id),
        _told(name, 40, exact="Ilmarra", aspect="responsibility", low=None, high=None, bound=None, party="Ilmarra"),
        replace(_told(name, 60, exact="7 soldiers", low=7, high=7), occurrence=1, place=VESK),
    )
    return page(name, *claims, outlet=f"The {name}", published="2019-04-10")


def _told(document: str, start: int, exact: str = "12 people", **fields: object) -> Claim:
    return claim(document, start, exact, **({"place": TARN, "date": day("2019-04-09")} | fields))


class Dice:
    """Choices out of one whole number, so that a list of numbers is a list of judgements."""

    def __init__(self, number: int) -> None:
        self._left = number

    def below(self, n: int) -> int:
        """A number from 0 to n - 1."""
        self._left, found = divmod(self._left, n)
        return found

    def of(self, things: Sequence[T]) -> T:
        """One of several."""
        return things[self.below(len(things))]

    def some(self, things: Sequence[T], n: int) -> list[T]:
        """So many different ones."""
        left = list(things)
        return [left.pop(self.below(len(left))) for _ in range(n)]


def opinion(dice: Dice, pages: Sequence[Page], before: Sequence[Judgement]) -> Opinion:
    """What somebody says: of each kind something now and then."""
    shelf = Shelf(pages)
    claims = [c for p in pages for c in p.claims]
    kind = dice.below(13)
    if kind <= 3:
        told = dice.of(claims)
        anchor = shelf.anchor(told.id)
        made = (
            opinions.right(anchor, told),
            opinions.wrong(anchor),
            opinions.unsure(anchor),
            _value(dice, told, shelf),
        )
        return made[kind]
    if kind <= 7:
        a, b, c = (shelf.anchor(found.id) for found in dice.some(claims, 3))
        relation = dice.of((None, RelationKind.REVISES))
        three = opinions.one(a, b, c)
        return (three, opinions.two(a, b), opinions.unsure(a, b), opinions.unrelated(a, b, relation))[kind - 4]
    if kind <= 9 and before:
        return opinions.undo(dice.of(before))
    first, other = (shelf.mark(p.document.id) for p in dice.some(pages, 2))
    if kind == 10:
        return opinions.copy(first, other, is_copy=bool(dice.below(2)))
    if kind == 11:
        return opinions.reliability(dice.of(VOICES), dice.of(("A", "B", "E")))
    a, b = dice.some(VOICES, 2)
    return opinions.voice(a, b, first if a.startswith("unnamed") or dice.below(2) else None)


def _value(dice: Dice, told: Claim, shelf: Shelf) -> Opinion:
    name, value = dice.of(VALUES)
    if told.aspect == "responsibility":
        name, value = "party", dice.of(("Orsk", None))
    return opinions.value(shelf.anchor(told.id), **{name: value})


def judgements(numbers: Sequence[int], pages: Sequence[Page]) -> list[Judgement]:
    """One judgement a number."""
    made: list[Judgement] = []
    for number in numbers:
        dice = Dice(number)
        person = dice.of(PEOPLE)
        made.append(following(made[-1] if made else None, opinion(dice, pages, made), person=person, at=AT))
    return made
