"""Who may count as a witness: voices, the parties they stand for, and the pages on which they are heard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from itertools import permutations

from counterclaim.linking.copies import NO_COPIES, Copies
from counterclaim.linking.revisions import Marks, share_a_page
from counterclaim.model import Document, Party, Position, Relation, Reliability

UNNAMED = "unnamed"
UNKNOWN: tuple[Reliability, tuple[str, ...]] = ("F", ())
NEUTRAL = frozenset({"monitor", "un", "rescue", "ngo", "court"})
ARMS = frozenset({"coalition", "armed_forces", "ministry", "agency", "media"})  # they act or speak for their side


def is_apart(voice: str | None) -> bool:
    """Whether a voice cannot be counted as an independent one: the page's own word, or somebody unnamed."""
    return voice is None or voice.startswith(UNNAMED)


@dataclass(frozen=True)
class Witnesses:
    """What is known of voices and pages besides the claims.

    `party_of` looks a name up in the catalogue. `speakers` names, by document, the voice whose own page it is: what
    such a page says in its own word is that voice's. `pages` are the documents by id, as far as they are at hand:
    without them nothing is known of dates and revising words. `marks` are the words that tell an old figure from a new.
    `unrelated` are the relations that people say do not hold, as in `Guidance`; `reliability` is what they have set, by
    the name of the voice in small letters.
    """

    party_of: Callable[[str], Party | None]
    speakers: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, Document] = field(default_factory=dict)
    marks: Marks | None = None
    copies: Copies = NO_COPIES
    unrelated: frozenset[tuple[str | None, frozenset[str]]] = frozenset()
    reliability: Mapping[str, tuple[Reliability, tuple[str, ...]]] = field(default_factory=dict)

    def side_of(self, voice: str) -> str | None:
        """The side on which a voice stands by its own account, None where it stands apart."""
        party = self.party_of(voice)
        return party.side if party else None

    def is_neutral(self, voice: str | None) -> bool:
        """Whether it is a monitor, a body of the United Nations, rescuers or the like, and on no side."""
        party = self.party_of(voice) if voice else None
        return party is not None and party.kind in NEUTRAL and party.side is None

    def holds(self, relation: Relation) -> bool:
        """Whether nobody has judged that this relation does not hold."""
        return not any(kind in (None, relation.kind) and _lies_between(pair, relation) for kind, pair in self.unrelated)

    def reliability_of(self, position: Position) -> tuple[Reliability, tuple[str, ...]]:
        """The letter of a position's voice, and who has set it; of the outlets' own word theirs, where it is one."""
        names = {position.voice}
        if position.voice is None:
            names = {page.outlet for c in position.claims if (page := self.pages.get(c.document))}
        found = {self.reliability.get((n or "").casefold(), UNKNOWN) for n in names}
        return found.pop() if len(found) == 1 else UNKNOWN

    def one_side(self, a: str, b: str) -> str | None:
        """The side on which both voices stand, None where they do not."""
        side = self._stands_with(a)
        return side if side is not None and side == self._stands_with(b) else None

    def is_same_party(self, a: str | None, b: str | None) -> bool:
        """Whether the two are one party: by name, or as an arm of the other or of the same."""
        return a is not None and b is not None and not self._family(a).isdisjoint(self._family(b))

    def _stands_with(self, voice: str) -> str | None:
        party = self.party_of(voice)
        if party is None:
            return None
        return party.side or (None if party.kind in NEUTRAL else party.parent or party.name)

    def _family(self, name: str) -> set[str]:
        party = self.party_of(name)
        if party is None:
            return {name.casefold()}
        chief = party.side if party.kind in ARMS else None
        return {n.casefold() for n in (party.name, party.parent, chief) if n}


def _lies_between(pair: frozenset[str], relation: Relation) -> bool:
    """Whether of two claims the one carries the one position and the other the other."""
    a, b = ({c.id for c in p.claims} for p in (relation.a, relation.b))
    return any(x in a and y in b for x, y in permutations(pair, 2))


def is_one_voice(a: Position, b: Position) -> bool:
    """Whether one voice holds both: a named one, or words without a name on one page; two medics may be two."""
    return a.voice == b.voice and (not is_apart(a.voice) or share_a_page(a, b) is not None)


def is_definite(party: str | None) -> bool:
    """Whether a name is of one party, and not of a sort ("rebels", "militants", "unnamed: gunmen")."""
    return party is not None and not party.startswith(UNNAMED) and not party[:1].islower()
