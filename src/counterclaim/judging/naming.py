"""Voices renamed as people judge: a name on one page goes before the same name everywhere."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Self

from counterclaim.judging.tally import NAME
from counterclaim.model import Answer, Assertion, Claim, Page, Statement

Anywhere = tuple[str, str | None]
"""A name, and the id of the page on which it is meant; None everywhere."""


@dataclass(frozen=True)
class Names:
    """Which name is which party: the answers on which all who have an opinion agree, each with the party."""

    answers: dict[Anywhere, tuple[str, Answer]] = field(default_factory=dict)
    _followed: dict[Anywhere, tuple[str, tuple[Answer, ...]]] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, answers: Iterable[Answer]) -> Self:
        """Those of all answers that are on names."""
        found = ((a, a.value) for a in answers if a.field == NAME)
        return cls(
            {(a.name or "", a.pages[0] if a.pages else None): (json.loads(v), a) for a, v in found if v is not None}
        )

    def resolve(self, name: str, page: str) -> str:
        """The party that a name on a page is, followed to the end; of a ring of names the first by letter."""
        return self._follow(name, page)[0]

    def behind(self, claims: Iterable[Claim]) -> dict[str, tuple[Answer, ...]]:
        """By the id of a claim whose voice gets another name, the answers that give it."""
        followed = {c.id: (c.voice, *self._follow(c.voice, c.document)) for c in claims if c.voice is not None}
        return {id_: answers for id_, (voice, party, answers) in followed.items() if party != voice}

    @cached_property
    def _special(self) -> frozenset[str | None]:
        """The pages of which something is said besides what is said everywhere."""
        return frozenset(page for _, page in self.answers)

    def _follow(self, name: str, page: str) -> tuple[str, tuple[Answer, ...]]:
        where = name, page if page in self._special else None
        if where not in self._followed:
            self._followed[where] = self._follow_anew(*where)
        return self._followed[where]

    def _follow_anew(self, name: str, page: str | None) -> tuple[str, tuple[Answer, ...]]:
        seen, answers = [name], []
        while (step := self._step(seen[-1], page)) is not None:
            party, answer = step
            answers.append(answer)
            if party in seen:
                return min(seen[seen.index(party) :]), tuple(answers)
            seen.append(party)
        return seen[-1], tuple(answers)

    def rename(self, page: Page) -> Page:
        """The page with its voices so named."""
        if self._special.isdisjoint((None, page.document.id)):
            return page
        return replace(
            page,
            claims=tuple(map(self.claim, page.claims)),
            statements=tuple(map(self._statement, page.statements)),
            assertions=tuple(map(self._assertion, page.assertions)),
        )

    def claim(self, claim: Claim) -> Claim:
        """The claim with its voice so named."""
        return claim if claim.voice is None else _with_voice(claim, self.resolve(claim.voice, claim.document))

    def _statement(self, s: Statement) -> Statement:
        voice, behind = (name if name is None else self.resolve(name, s.document) for name in (s.voice, s.behind))
        joint = tuple((self.resolve(name, s.document), span) for name, span in s.joint)
        same = (voice, behind, joint) == (s.voice, s.behind, s.joint)
        return s if same else replace(s, voice=voice, behind=behind, joint=joint)

    def _assertion(self, a: Assertion) -> Assertion:
        voice = self.resolve(a.voice, a.document)
        return a if voice == a.voice else replace(a, voice=voice)

    def _step(self, name: str, page: str | None) -> tuple[str, Answer] | None:
        return self.answers.get((name, page)) or self.answers.get((name, None))


def _with_voice(claim: Claim, voice: str) -> Claim:
    return claim if voice == claim.voice else replace(claim, voice=voice)
