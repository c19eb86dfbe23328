"""Bodies by whose they are: "the Movement's health ministry", "the Front's media office", "the army's Ninth Corps"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.folding import key
from counterclaim.model import Mention, Party
from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.states import States

OWNED = re.compile(r"^\s*(?:['’]s?|\([A-Z-]+\)['’]?s?|[-‑](?:run|controlled|administered|appointed|led|held))?\s+")
OF = re.compile(r"^(?:the\s+)?(?P<noun>.+?)\s+of\s+(?:the\s+)?$", re.IGNORECASE)
ARMED = re.compile(r"^(?:the )?(?P<owner>[Aa]rmy|[Mm]ilitary|[Pp]olice|[Nn]avy)['’]s\s+(?:[A-Z]|\d)")
PRESS = re.compile(r"^(?:the )?(?P<owner>.+?)(?:['’]s?)? (?P<what>[^\W\d_]+) (?P<house>[^\W\d_]+)$", re.IGNORECASE)
KINDS = frozenset({"ministry", "rescue", "other"})  # of bodies that a party may have which is no state
OWNERS = frozenset({"state", "armed_group", "other"})
SPOKEN_FOR = frozenset({"armed_forces", "armed_group", "state", "ministry", "coalition", "other"})
LONGEST = 4  # words of a body's noun
SHORT = 3  # words of a name from which on its letters stand for it


@dataclass(frozen=True)
class Belongings:
    """Reads whose body speaks, for one page."""

    states: States

    def read(self, speaker: Speaker) -> tuple[str, Party | None] | None:
        """The body's name with its party, or its owner where it is but an arm; None where nobody's is named."""
        for mention, noun, is_before in self._owned(speaker):
            found = self._ministry(mention, noun) or (None if is_before else self._arm(mention, noun))
            if found:
                return found
        return self._of_press(speaker) or self._of_forces(speaker)

    def _owned(self, speaker: Speaker) -> Iterator[tuple[Mention, str, bool]]:
        """Each party named among the words, with what is said to be its own; whether that stands before it."""
        for m in self.states.bodies:
            if not speaker.span.covers(m.span) or m.kind == "person":
                continue
            text, start = speaker.span.exact, speaker.span.start
            before = OF.match(text[: m.span.start - start])
            if before:
                yield m, before["noun"], True
            behind = text[m.span.end - start :]
            owned = OWNED.sub("", behind, count=1)
            if owned != behind:
                yield m, owned.partition(",")[0], False

    def _ministry(self, owner: Mention, noun: str) -> tuple[str, Party | None] | None:
        party, catalogue = owner.party, self.states.catalogue
        if (
            party is not None and owner.span.exact.islower()
        ):  # "the rebels' health ministry": those of the page's country
            adjective = self.states.homelands.adjective(owner.span)
            party = catalogue.lookup(f"{adjective} {owner.span.exact}") if adjective else None
        if party is None or party.kind not in OWNERS or party.name in catalogue.adjectives:
            return None
        held = next((n for n in _runs(noun) if catalogue.bodies.get(key(n), ("", "", True))[1] in KINDS), None)
        if held is None:
            return None
        known = (catalogue.lookup(f"{form} {held}") for form in (owner.span.exact, party.name, *party.aliases))
        listed = next((p for p in known if p), None)
        if listed:
            return listed.name, listed
        plain = catalogue.bodies[key(held)][0].replace("{adj} ", "")
        return f"{_short(owner, party)} {plain}", None

    def _arm(self, owner: Mention, noun: str) -> tuple[str, Party | None] | None:
        """The owner itself, of whom only an arm speaks: its media, an office, a division."""
        last = noun.rsplit(maxsplit=1)[-1].lower() if noun.split() else ""
        words = self.states.words
        is_arm = last in words.units or (last in words.arms and noun[:1].islower())
        return (owner.party.name, owner.party) if is_arm and owner.party else None

    def _of_press(self, speaker: Speaker) -> tuple[str, Party | None] | None:
        """Whose media house a name is: "X Media Center", where X is known and gathers no news itself."""
        found, words = PRESS.match(speaker.name), self.states.words
        if not found or found["what"].lower() not in words.speaking_for:
            return None
        if found["house"].lower() not in words.houses_for:
            return None
        party = None if found["owner"].islower() else self.states.catalogue.lookup(found["owner"])
        return (party.name, party) if party and party.kind in SPOKEN_FOR else None

    def _of_forces(self, speaker: Speaker) -> tuple[str, Party | None] | None:
        """The country's forces of whom a unit speaks: "the army's Sixth Division"."""
        found = ARMED.match(speaker.name)
        party = self.states.body(found["owner"].lower(), speaker.span, local=True) if found else None
        return (party.name, party) if party else None


def _runs(noun: str) -> Iterator[str]:
    """The runs of words of a noun phrase, the longest first."""
    words = noun.replace(",", " ").split()[: LONGEST + 2]
    for size in range(min(LONGEST, len(words)), 0, -1):
        for first in range(len(words) - size + 1):
            yield " ".join(words[first : first + size]).lower()


def _short(owner: Mention, party: Party) -> str:
    """An owner's name as it stands before a noun: a long one by its letters."""
    letters = [a for a in party.aliases if a.isupper() and a.isalpha()]
    return letters[0] if letters and len(party.name.split()) >= SHORT else owner.span.exact
