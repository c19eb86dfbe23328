"""Which claim a judgement is on: by the words and what was claimed there, never by a lookalike somewhere else."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from counterclaim.errors import NotFoundError
from counterclaim.model import RESPONSIBILITY, Anchor, Claim, OrphanReason, Page, PageMark


class Shelf:
    """Pages as they were read, to anchor judgements on them and to find what an anchor is on."""

    def __init__(self, pages: Iterable[Page]) -> None:
        self._hashes: dict[str, str] = {}
        self._claims: dict[str, Claim] = {}
        self._at: dict[tuple[str, str, int, int], list[Claim]] = defaultdict(list)
        for page in pages:
            self._hashes[page.document.id] = page.document.text_hash
            for claim in page.claims:
                self._claims[claim.id] = claim
                self._at[_place(claim)].append(claim)

    def claim(self, id_: str) -> Claim:
        """A claim as it was read; raises NotFoundError."""
        if id_ not in self._claims:
            raise NotFoundError(f"no claim has the id {id_!r}")
        return self._claims[id_]

    def anchor(self, id_: str) -> Anchor:
        """What a judgement on this claim holds on to; raises NotFoundError."""
        c = self.claim(id_)
        return Anchor(
            document=c.document,
            text_hash=self._hashes[c.document],
            aspect=c.aspect,
            start=c.span.start,
            end=c.span.end,
            exact=c.span.exact,
            voice=c.voice,
            party=c.party if c.aspect == RESPONSIBILITY else None,
            polarity=c.polarity,
            low=c.low,
            high=c.high,
            bound=c.bound,
            alone=len(self._at[_place(c)]) == 1,
        )

    def mark(self, id_: str) -> PageMark:
        """What a judgement on this page holds on to; raises NotFoundError."""
        if id_ not in self._hashes:
            raise NotFoundError(f"no page has the id {id_!r}")
        return PageMark(id_, self._hashes[id_])

    def lost(self, on: Anchor | PageMark) -> OrphanReason | None:
        """Why the page is not here, None where it is."""
        if on.document not in self._hashes:
            return OrphanReason.ABSENT
        return None if self._hashes[on.document] == on.text_hash else OrphanReason.OTHER_TEXT

    def find(self, anchor: Anchor) -> Claim | OrphanReason:
        """The claim that an anchor is on, or why there is none.

        Of several claims on the same words it is the one with the same voice, party and polarity. One that was alone
        on its words, and still is, is found whatever is read from them now.
        """
        if (lost := self.lost(anchor)) is not None:
            return lost
        there = self._at.get((anchor.document, anchor.aspect, anchor.start, anchor.end), [])
        same = [c for c in there if _who(c) == (anchor.voice, anchor.party, anchor.polarity)]
        if len(same) == 1:
            return same[0]
        if len(there) == 1 and anchor.alone:
            return there[0]
        return OrphanReason.SEVERAL if len(there) > 1 else OrphanReason.GONE


def is_as_it_was(claim: Claim, anchor: Anchor) -> bool:
    """Whether the words are still read as they were when they were judged."""
    return (*_who(claim), claim.low, claim.high, claim.bound) == (
        anchor.voice, anchor.party, anchor.polarity, anchor.low, anchor.high, anchor.bound,
    )  # fmt: skip


def _place(claim: Claim) -> tuple[str, str, int, int]:
    return claim.document, claim.aspect, claim.span.start, claim.span.end


def _who(claim: Claim) -> tuple[str | None, str | None, str]:
    return claim.voice, claim.party if claim.aspect == RESPONSIBILITY else None, claim.polarity
