"""What has been judged so far, by claim: kept up to date with each judgement, whoever makes it."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from counterclaim.judging.anchoring import Shelf
from counterclaim.judging.naming import Names
from counterclaim.judging.tally import CLAIM, NO, in_force, tally
from counterclaim.judging.values import FIELDS, put
from counterclaim.model import Answer, Claim, Judgement, JudgementKind


class Say(StrEnum):
    """Where the reading of a claim stands with people."""

    NOTHING = "not judged yet"
    UNSURE = "somebody was unsure"
    JUDGED = "judged"
    CONTESTED = "people differ"


@dataclass(frozen=True, slots=True)
class Opined:
    """What people say of one claim, and the claim as that makes it; `claim` is None where it is judged to be none."""

    claim: Claim | None
    answers: tuple[Answer, ...]
    say: Say

    @property
    def contested(self) -> tuple[Answer, ...]:
        """The questions on which people differ."""
        return tuple(a for a in self.answers if a.is_contested)


class Log:
    """The judgements in their order, and which claims and names each is about."""

    def __init__(self, shelf: Shelf, judgements: Iterable[Judgement] = ()) -> None:
        self._shelf = shelf
        self._judgements: dict[int, Judgement] = {}
        self._on_claim: dict[str, list[int]] = defaultdict(list)
        self._on_name: dict[str, list[int]] = defaultdict(list)
        self._undoing: dict[int, list[int]] = defaultdict(list)
        self.says: dict[str, Say] = {}
        self.add(judgements)

    @property
    def last(self) -> int:
        """The number of the last judgement, 0 where there is none."""
        return next(reversed(self._judgements), 0)

    @property
    def judgements(self) -> tuple[Judgement, ...]:
        """All of them, in order."""
        return tuple(self._judgements[n] for n in sorted(self._judgements))

    def add(self, judgements: Iterable[Judgement]) -> frozenset[str]:
        """Take further judgements in; returns the ids of the claims that they are about."""
        touched: set[str] = set()
        for judgement in judgements:
            self._judgements[judgement.number] = judgement
            touched |= self._file(judgement)
        for id_ in touched:
            self.says[id_] = self.opined(self._shelf.claim(id_)).say
        return frozenset(touched)

    def about(self, claim: Claim) -> tuple[Judgement, ...]:
        """All judgements on a claim (as it was read), its words or its voice, those taken back among them, in order."""
        numbers = {*self._on_claim.get(claim.id, ()), *self._named(claim)}
        fresh = list(numbers)
        while fresh:
            fresh = [n for number in fresh for n in self._undoing.get(number, ()) if n not in numbers]
            numbers.update(fresh)
        return tuple(self._judgements[n] for n in sorted(numbers))

    def opined(self, claim: Claim) -> Opined:
        """What people say of a claim, given as it was read; the same as `judging.view` makes of it."""
        about = self.about(claim)
        if not about:
            return Opined(claim, (), Say.NOTHING)
        answers = tuple(a for a in tally(about, self._shelf)[0] if claim.id in a.claims or a.name is not None)
        settled = [a for a in answers if not a.is_contested]
        if any((a.field, a.value) == (CLAIM, NO) for a in settled):
            return Opined(None, answers, Say.JUDGED)
        shown = Names.of(settled).claim(corrected(claim, settled))
        return Opined(shown, answers, _say(answers, about, claim.id))

    def standing(self, number: int) -> Judgement | None:
        """The judgement of this number, None where it was taken back or is not there."""
        judgement = self._judgements.get(number)
        family = [judgement] if judgement else []
        for member in family:
            family += (self._judgements[n] for n in self._undoing.get(member.number, ()))
        return judgement if judgement in in_force(family) else None

    def latest_of(self, person: str, claim: Claim) -> Judgement | None:
        """The last judgement of a person on a claim that counts and is no taking back itself."""
        found = (j for j in in_force(self.about(claim)) if j.person == person and j.kind is not JudgementKind.UNDO)
        return max(found, key=lambda j: j.number, default=None)

    def _named(self, claim: Claim) -> list[int]:
        """Judgements on the name of its voice, as far as they lead: on the name that it was given, and so on."""
        names, found, to_do = set[str](), list[int](), [claim.voice, *self._given(claim)]
        while to_do:
            name = to_do.pop()
            if name is None or name in names:
                continue
            names.add(name)
            for number in self._on_name.get(name, ()):
                opinion = self._judgements[number].opinion
                if not opinion.pages or any(p.document == claim.document for p in opinion.pages):
                    found.append(number)
                    to_do.extend(_voices(opinion.says))
        return found

    def _given(self, claim: Claim) -> list[str]:
        on = (self._judgements[n].opinion.says for n in self._on_claim.get(claim.id, ()))
        return [voice for says in on for voice in _voices(says)]

    def _file(self, judgement: Judgement) -> set[str]:
        """Note what a judgement is about; returns the claims."""
        opinion, number = judgement.opinion, judgement.number
        found = {c.id for anchor in opinion.claims if isinstance(c := self._shelf.find(anchor), Claim)}
        for id_ in found:
            self._on_claim[id_].append(number)
        if opinion.kind is JudgementKind.VOICE and opinion.name is not None:
            self._on_name[opinion.name].append(number)
        if opinion.undoes is not None:
            self._undoing[opinion.undoes].append(number)
            return self._undone(opinion.undoes)
        return found

    def _undone(self, number: int) -> set[str]:
        """The claims that a judgement is about which was taken back, be it itself a taking back."""
        judgement = self._judgements.get(number)
        if judgement is None:
            return set()
        if judgement.opinion.undoes is not None:
            return self._undone(judgement.opinion.undoes)
        return {c.id for a in judgement.opinion.claims if isinstance(c := self._shelf.find(a), Claim)}


def corrected(claim: Claim, settled: Sequence[Answer]) -> Claim:
    """The claim with the values that are settled, its voice not yet renamed."""
    for answer in settled:
        if answer.field in FIELDS and answer.value is not None and answer.claims == (claim.id,):
            claim = put(claim, answer.field, answer.value)
    return claim


def _voices(says: Iterable[tuple[str, str]]) -> list[str]:
    return [voice for field, text in says if field == "voice" and isinstance(voice := json.loads(text), str)]


def _say(answers: Iterable[Answer], about: Sequence[Judgement], id_: str) -> Say:
    own = [a for a in answers if id_ in a.claims]
    if any(a.is_contested for a in own):
        return Say.CONTESTED
    if any(a.field == CLAIM for a in own):
        return Say.JUDGED
    return Say.UNSURE if any(j.kind is JudgementKind.UNSURE for j in in_force(about)) else Say.NOTHING
