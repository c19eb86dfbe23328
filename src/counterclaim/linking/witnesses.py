"""Who may count as a witness: voices, the parties they stand for, and the pages on which they are heard."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from counterclaim.linking.copies import NO_COPIES, Copies
from counterclaim.linking.revisions import Marks, share_a_page
from counterclaim.model import Document, Party, Position

UNNAMED = "unnamed"
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
    """

    party_of: Callable[[str], Party | None]
    speakers: Mapping[str, str] = field(default_factory=dict)
    pages: Mapping[str, Document] = field(default_factory=dict)
    marks: Marks | None = None
    copies: Copies = NO_COPIES

    def side_of(self, voice: str) -> str | None:
        """The side on which a voice stands by its own account, None where it stands apart."""
        party = self.party_of(voice)
        return party.side if party else None

    def is_neutral(self, voice: str | None) -> bool:
        """Whether it is a monitor, a body of the United Nations, rescuers or the like, and on no side."""
        party = self.party_of(voice) if voice else None
        return party is not None and party.kind in NEUTRAL and party.side is None

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


def is_one_voice(a: Position, b: Position) -> bool:
    """Whether one voice holds both: a named one, or words without a name on one page; two medics may be two."""
    return a.voice == b.voice and (not is_apart(a.voice) or share_a_page(a, b) is not None)


def is_definite(party: str | None) -> bool:
    """Whether a name is of one party, and not of a sort ("rebels", "militants", "unnamed: gunmen")."""
    return party is not None and not party.startswith(UNNAMED) and not party[:1].islower()
