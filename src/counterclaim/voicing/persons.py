"""Who is said to speak: a minister himself, a spokesman's house, one of an agency's own reporters.

Claims rest on the word of the party behind somebody; what is said is nonetheless the human being's, unless that is a
mouthpiece and no more: a spokesman, or anybody at a house that watches and counts.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from counterclaim.identity import JOINERS, fold
from counterclaim.model import Mention, Party, one_line
from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.voice import UNNAMED, Voice
from counterclaim.voicing.words import SpeakerWords

ARTICLES_OF_NAMES = frozenset(
    {"al", "el", "ar", "as", "an", "ash", "abu", "bin", "ibn", "de", "van", "der", "von", "ben"}
)
WATCHERS = frozenset({"monitor", "ngo"})
NEWS_KINDS = frozenset({"agency", "media"})
ONE_SELF = frozenset({"i", "me"})
LONGEST = 4  # words of a personal name


@dataclass(frozen=True)
class Persons:
    """The personal names of one page, and the parties that are `others`."""

    people: Sequence[Mention]
    others: frozenset[str]
    words: SpeakerWords

    @classmethod
    def of(cls, mentions: Sequence[Mention], words: SpeakerWords) -> Persons:
        """Gather them from a page's mentions."""
        others = frozenset(m.span.exact for m in mentions if m.kind != "person" and m.party is not None)
        return cls([m for m in mentions if m.kind == "person"], others, words)

    def is_official(self, speaker: Speaker, house: str, party: Party | None) -> bool:
        """Whether what a speaker says is the word of the house alone."""
        watches = any(w.startswith(self.words.keeps) for w in house.lower().split())
        if party.kind in WATCHERS if party is not None else watches:
            return True
        nouns = {speaker.head, *speaker.nouns}
        spokes = any(n.startswith("spoke") for n in nouns)
        return spokes or any(p in speaker.span.exact.lower() for p in self.words.mouthpieces)

    def reporter(self, speaker: Speaker, party: Party | None) -> str | None:
        """The name of a house's own reporter who has none: "unnamed: X correspondent"."""
        if party is None or party.kind not in NEWS_KINDS or speaker.person:
            return None
        return UNNAMED + speaker.name if speaker.head in self._own(party) else None

    def shown(self, speaker: Speaker, voice: Voice, voices: Sequence[Voice]) -> str | None:
        """Who speaks here, where that is not the voice's name."""
        if voice.shown is not None:
            again = speaker.pronoun == "person" or (voice.party and speaker.head in self._own(voice.party))
            return voice.shown if again else None
        if voice.kind == "unnamed" or not voice.person or voice.official or not self._is_human(speaker):
            return None
        if voice.person in self.others:  # a capital that a parser took for a person
            return None
        return self.fullest(voice.person, voices)

    def fullest(self, name: str, voices: Sequence[Voice]) -> str:
        """The longest form of a personal name on the page, without titles."""
        wanted = surnames(self._bare(name))
        known = [name, *(one_line(m.span.exact) for m in self.people), *(v.person for v in voices if v.person)]
        forms = [self._bare(form) for form in known if wanted and wanted <= surnames(form)]
        forms = [f for f in forms if wanted <= surnames(f) and len(f.split()) <= LONGEST]
        return max(forms, key=lambda f: len(f.split()), default=name)

    def _own(self, party: Party) -> frozenset[str]:
        return self.words.own_people.get(party.kind, frozenset())

    def _is_human(self, speaker: Speaker) -> bool:
        if speaker.pronoun:
            return speaker.pronoun == "person" or speaker.head in ONE_SELF
        return speaker.head not in self.words.bodies | self.words.points_to.keys()  # "X's office" is not X

    def _bare(self, name: str) -> str:
        """A personal name without what stands before it: "Dr", "President"."""
        words = name.split()
        while len(words) > 1 and words[0].lower().strip(".,") in self.words.titles | self.words.speaks_for:
            words = words[1:]
        return " ".join(w.removesuffix("'s").removesuffix("’s") for w in words)


def surnames(name: str) -> frozenset[str]:
    """The words of a personal name by which it may be told: no articles, no initials."""
    return frozenset(
        w for w in fold(name.replace("-", " ")).split() if w not in ARTICLES_OF_NAMES | JOINERS and len(w) > 1
    )
