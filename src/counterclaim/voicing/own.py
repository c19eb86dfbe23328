"""Whether it is the page's own house that speaks: "our teams", "XYZ medics" on XYZ's page, "the Centre's man"."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.identity import fold, same_house
from counterclaim.model import Mention
from counterclaim.parties import Catalogue
from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.words import SpeakerWords

NAMED = frozenset({"organisation", "party", "outlet"})


def is_houses_own(
    speaker: Speaker, house: str, mentions: Sequence[Mention], words: SpeakerWords, catalogue: Catalogue
) -> bool:
    """Whether the words mean the outlet or its own people."""
    if speaker.head in words.eyes | words.crews:
        return (
            "our" in fold(speaker.span.exact).split()
            or speaker.name.lower() in words.field_crews
            or _is_called(speaker, house, catalogue)
        )
    return _is_of_its_kind(speaker, house, mentions, words)


def _is_called(speaker: Speaker, house: str, catalogue: Catalogue) -> bool:
    """Whether the house's name, or its letters, stand before its people: "XYZ field teams", "Tern Centre medics"."""
    before = speaker.name.rpartition(" ")[0].removesuffix(" field").removesuffix("'s").removesuffix("’s")
    if not before[:1].isupper():
        return False
    is_letters = before.isupper() and len(before) > 1 and fold(before) in fold(house).split()
    return is_letters or any(same_house(name, house, catalogue) for name in (before, before.removesuffix("s")) if name)


def _is_of_its_kind(speaker: Speaker, house: str, mentions: Sequence[Mention], words: SpeakerWords) -> bool:
    """Whether "the Centre" or "the spokesman of the hospital" is the house whose name says that it is one.

    Not so where the page has named another one of that kind before.
    """
    noun = speaker.behind or speaker.owner or speaker.name.lower()
    if noun not in words.own_kinds or noun not in fold(house).split() or not speaker.pointing or speaker.person:
        return False
    start = speaker.span.start
    before = (m for m in mentions if m.span.start < start and m.kind in NAMED)
    own = set(fold(house).split()) - {noun}
    return not any(noun in fold(m.name).split() and own.isdisjoint(fold(m.name).split()) for m in before)
