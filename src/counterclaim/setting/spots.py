"""A sentence's places as they are weighed, and the words that weigh."""

from __future__ import annotations

from dataclasses import dataclass

from counterclaim.lexicon import Lexicon
from counterclaim.model import Mention, Place
from counterclaim.setting.absencewords import AbsenceWords
from counterclaim.setting.carrying import CarryWords

THEME = "settings"
APART = ("absence", "carrying", "ambiguous", "titles")  # fields that are no lists of the theme
FAR = 7.0  # a cost at which a place or a date no longer belongs to what happened
NEVER = 99.0  # the cost of a place at which nothing told on the page happened
CONNECTS = frozenset({",", "and", "&"})


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lexicon's words around places; see lexicons/en/settings.toml."""

    locative: frozenset[str]
    elsewhere: frozenset[str]
    chain: frozenset[str]
    beside: frozenset[str]
    attached: frozenset[str]
    reporting: frozenset[str]
    positioned: frozenset[str]
    sites: frozenset[str]
    bodies: frozenset[str]
    directions: frozenset[str]
    agents: frozenset[str]
    meetings: frozenset[str]
    lying: frozenset[str]
    armed: frozenset[str]
    around: frozenset[str]
    branches: frozenset[str]
    stormed: frozenset[str]
    struck: frozenset[str]
    taking: frozenset[str]
    falling: frozenset[str]
    opening: frozenset[str]
    between: frozenset[str]
    bounds: frozenset[str]
    happenings: frozenset[str]
    headlike: frozenset[str]
    papers: frozenset[str]
    recorded: frozenset[str]
    ambiguous: frozenset[str]
    seated: frozenset[str]
    kin: frozenset[str]
    telling: frozenset[str]
    reaching: frozenset[str]
    ways: frozenset[str]
    doors: frozenset[str]
    villages: frozenset[str]
    fields: frozenset[str]
    dwellers: frozenset[str]
    hitting: frozenset[str]
    rulers: frozenset[str]
    titles: frozenset[str]
    writing: frozenset[str]
    homes: frozenset[str]
    houses: frozenset[str]
    quarters: frozenset[str]
    small: frozenset[str]
    natives: frozenset[str]
    parts: frozenset[str]
    hospitals: frozenset[str]
    firing: frozenset[str]
    shooting: frozenset[str]
    heading: frozenset[str]
    called: frozenset[str]
    carrying: CarryWords
    absence: AbsenceWords

    @classmethod
    def of(cls, lexicon: Lexicon) -> PlaceWords:
        """Read them; raises DataError when a list is missing."""
        lists = {name: lexicon.words(THEME, name) for name in cls.__slots__ if name not in APART}
        return cls(
            carrying=CarryWords.of(lexicon),
            absence=AbsenceWords.of(lexicon),
            ambiguous=lexicon.words("names", "ambiguous"),
            titles=lexicon.words("names", "titles"),
            **lists,
        )


@dataclass(frozen=True, slots=True)
class Spot:
    """A place mention that may be where something happened; `cost` is what speaks against it, wherever the event.

    `around` marks the place near which something without a name was.
    """

    mention: Mention
    place: Place
    cost: float
    around: bool = False
