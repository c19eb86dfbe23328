"""What kind of party a definite noun may mean: "the extremist group" is no charity, "the wire agency" no UN body."""

from __future__ import annotations

import re

from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.states import States
from counterclaim.voicing.words import SpeakerWords

PARTS = re.compile(r"[\s-]+")


def kinds_meant(speaker: Speaker, words: SpeakerWords) -> frozenset[str]:
    """The kinds of party that "the group" may mean: fewer where a word before it tells of what kind it is."""
    kinds = words.points_to.get(speaker.head, frozenset())
    return kinds & narrowed(speaker, words) or kinds


def narrowed(speaker: Speaker, words: SpeakerWords) -> frozenset[str]:
    """The kinds that the words before the noun tell of; empty where they tell of none."""
    before = PARTS.split(speaker.span.exact.lower().partition(speaker.head)[0])
    return frozenset().union(*(words.of_kind.get(w, frozenset()) for w in before))


def keeps_watch(name: str, words: SpeakerWords) -> bool:
    """Whether a body's own name says that it counts or records: "the X Register"."""
    return any(w.startswith(words.keeps) for w in name.lower().split())


def is_told_apart(speaker: Speaker, words: SpeakerWords, states: States) -> bool:
    """Whether a noun before the head says of what kind it is, or several papers are meant, which are no one's own."""
    if states.has_name(speaker) or (speaker.many and speaker.head.removesuffix("s") in words.papers):
        return True
    meant = words.points_to.get(speaker.head, frozenset())
    fitting = {word for word, kinds in words.of_kind.items() if kinds & meant}
    known = words.kinds | fitting | words.house_words | words.papers | words.pointing | {speaker.head}
    return not speaker.many and bool(speaker.nouns & set(speaker.name.lower().split()[:-1]) - known)


def is_office(noun: str, words: SpeakerWords, states: States) -> bool:
    """Whether a noun is that of a body, or of a state's or a place's one head, who is nobody but himself."""
    return noun in words.bodies | words.of_state | words.of_place or states.have(noun)
