"""Where a review stands: which claim, what is being asked or written, what was said. Plain records, no terminal."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Self

from counterclaim.faces.review.keys import Act
from counterclaim.faces.review.queue import Item
from counterclaim.model import RelationKind

MOST_DIGITS = 9


@dataclass(frozen=True, slots=True)
class Option:
    """One of several to choose from: in words, and the claim, relation, voice or place in the queue it stands for."""

    words: str
    claim: str = ""
    relation: RelationKind | None = None
    voice: str = ""
    goes_to: int = 0


@dataclass(frozen=True, slots=True)
class Choosing:
    """A choice: `typed` words narrow it down; where it is `free`, they can be the answer themselves."""

    act: Act
    question: str
    options: tuple[Option, ...]
    typed: str = ""
    row: int = 0
    free: bool = False

    @property
    def found(self) -> tuple[Option, ...]:
        """The options that have all words that were typed."""
        words = self.typed.casefold().split()
        return tuple(o for o in self.options if all(w in o.words.casefold() for w in words))

    @property
    def rows(self) -> tuple[str, ...]:
        """What can be chosen, in words; last what was typed itself, where that can be the answer."""
        as_typed = self.typed.strip()
        own = (f"“{as_typed}”, as written",) if self.free and as_typed else ()
        return (*(o.words for o in self.found), *own)

    @property
    def text(self) -> str:
        """What stands in the line to write in."""
        return self.typed

    def moved(self, by: int) -> Self:
        """With another row chosen."""
        last = max(len(self.rows) - 1, 0)
        return replace(self, row=min(max(self.row + by, 0), last))

    def narrowed(self, text: str) -> Self:
        """With other words typed; the first row is chosen."""
        return self if text == self.typed else replace(self, typed=text, row=0)


@dataclass(frozen=True, slots=True)
class Editing:
    """Fields of a claim being written: `was` and `now` stand as `fields` do; `row` is the one being written."""

    fields: tuple[str, ...]
    was: tuple[str, ...]
    now: tuple[str, ...]
    hints: tuple[str, ...]
    row: int = 0

    @property
    def question(self) -> str:
        """What is asked."""
        return f"{self.fields[self.row].replace('_', ' ')} ({self.hints[self.row]})"

    @property
    def rows(self) -> tuple[str, ...]:
        """Each field with its value, and what it was."""
        return tuple(
            f"{field.replace('_', ' ')}: {now}" + ("" if now == was else f" (was {was})")
            for field, was, now in zip(self.fields, self.was, self.now, strict=True)
        )

    @property
    def text(self) -> str:
        """What stands in the line to write in."""
        return self.now[self.row]

    @property
    def changed(self) -> dict[str, str]:
        """The fields that were written otherwise."""
        rows = zip(self.fields, self.was, self.now, strict=True)
        return {field: now for field, was, now in rows if now.strip() != was}

    def moved(self, by: int) -> Self:
        """At another field, round and round."""
        return replace(self, row=(self.row + by) % len(self.fields))

    def written(self, text: str) -> Self:
        """With another text in this field."""
        now = (*self.now[: self.row], text, *self.now[self.row + 1 :])
        return replace(self, now=now)


@dataclass(frozen=True, slots=True)
class Noting:
    """A note being written."""

    text: str = ""
    question: str = "note, for your next verdict"
    rows: tuple[str, ...] = ()
    row: int = 0


@dataclass(frozen=True, slots=True)
class Done:
    """A verdict of this session: the number of its judgement, and the claim that was shown."""

    number: int
    claim: str


@dataclass(frozen=True, slots=True)
class State:
    """All that keys change, but for what is kept in the casebook. The queue is never empty."""

    queue: tuple[Item, ...]
    at: int = 0
    marked: str | None = None
    note: str = ""
    asking: Choosing | Editing | Noting | None = None
    done: tuple[Done, ...] = ()
    message: str = ""

    @property
    def item(self) -> Item:
        """The claim that is shown."""
        return self.queue[self.at]

    def index(self, claim: str) -> int | None:
        """Where a claim stands in the queue."""
        return next((n for n, item in enumerate(self.queue) if item.claim == claim), None)
