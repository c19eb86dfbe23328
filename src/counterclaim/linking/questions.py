"""Which question a claim answers: of all victims, of a kind of them, or of some of them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping

from counterclaim.model import RESPONSIBILITY, Claim, Document

NAMED_VICTIMS = frozenset({"civilians", "children", "women", "men", "fighters", "soldiers", "medics", "journalists"})
ALWAYS_PART = frozenset({"children", "women", "medics", "journalists"})  # never everybody who was hit
ARMED = frozenset({"fighters", "soldiers"})
LOOSE = frozenset({"people", "other", None})  # words that leave open who they are
WHO_DID_IT = "who did it"
OF_THESE = "of these"
OF_SOME = re.compile(r"\s+of\s+(?:the|those|them|these|whom|its|his)\b", re.IGNORECASE)
MORE = re.compile(r"\b(?:more|further|additional|another|others?)\b(?!\s+than)", re.IGNORECASE)
NOTHING: Mapping[str, Document] = {}


class Questions:
    """The questions that the claims on one incident answer.

    A count is of some and not of all when the reader says so, when its words do ("15 of the wounded"), when it is of
    children, medics and so on, or when it is of one person, or of "three more", on a page that tells of a larger
    number. Fighters and civilians are counted apart where both are counted.
    """

    def __init__(self, claims: Iterable[Claim], pages: Mapping[str, Document] = NOTHING) -> None:
        self.pages = pages
        self.by_id = {c.id: c for c in claims}
        self.most: dict[tuple[str, str, int], int] = defaultdict(int)
        for c in self.by_id.values():
            at = (c.document, c.aspect, c.occurrence)
            self.most[at] = max(self.most[at], c.low or c.high or 0)
        self.apart = self._counted_apart()

    def label(self, claim: Claim) -> str:
        """The question as the screen shows it: "killed", "killed · children", "killed · of these", "who did it"."""
        if claim.aspect == RESPONSIBILITY:
            return WHO_DID_IT
        if self._is_part(claim):
            return f"{claim.aspect} · {self._kind_of_part(claim)}"
        if claim.who in self.apart[claim.aspect]:
            return f"{claim.aspect} · {claim.who}"
        return claim.aspect

    def _counted_apart(self) -> dict[str, frozenset[str]]:
        """By aspect, the kinds of armed victims who are counted beside others, or beside another such kind."""
        kinds: dict[str, set[str | None]] = defaultdict(set)
        for claim in self.by_id.values():
            if claim.aspect != RESPONSIBILITY and not self._is_part(claim):
                kinds[claim.aspect].add(claim.who)
        found: dict[str, frozenset[str]] = defaultdict(frozenset)
        for aspect, told in kinds.items():
            armed = frozenset(k for k in ARMED if k in told)
            if len(armed) > 1 or not told - ARMED <= LOOSE:
                found[aspect] = armed
        return found

    def _is_part(self, claim: Claim) -> bool:
        if claim.part_of is not None or claim.who in ALWAYS_PART:
            return True
        figure = claim.low or claim.high or 0
        is_one_or_more = claim.low == claim.high == 1 or MORE.search(claim.span.exact) is not None
        if is_one_or_more and self.most[claim.document, claim.aspect, claim.occurrence] > figure:
            return True
        page = self.pages.get(claim.document)
        after = page.text[claim.span.end : claim.span.end + 12] if page else ""
        return OF_SOME.match(after) is not None or OF_SOME.search(claim.span.exact) is not None

    def _kind_of_part(self, claim: Claim) -> str:
        whole = self.by_id.get(claim.part_of or "")
        if claim.who not in NAMED_VICTIMS or (whole is not None and whole.who == claim.who):
            return OF_THESE
        return str(claim.who)
