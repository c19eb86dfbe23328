"""Whether it is the page's own house that speaks: "our teams", "XYZ medics" on XYZ's page, "the Centre's man"."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.identity import fold, same_house
from counterclaim.model import Mention
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse
from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.words import SpeakerWords

SIGNS_ON = frozenset({"", ".", "from", "-", "–", "—", "|"})  # what follows a reporter's "reports"
NAMED = frozenset({"organisation", "party", "outlet"})


def is_houses_own(
    speaker: Speaker, house: str, parse: Parse, mentions: Sequence[Mention], words: SpeakerWords, catalogue: Catalogue
) -> bool:
    """Whether the words mean the outlet or its own people."""
    if _is_reporter(speaker, house, parse, catalogue):
        return True
    if speaker.head in words.eyes | words.crews:
        return (
            "our" in fold(speaker.span.exact).split()
            or speaker.name.lower() in words.field_crews
            or _is_called(speaker, house, catalogue)
        )
    return _is_of_its_kind(speaker, house, mentions, words)


def _is_reporter(speaker: Speaker, house: str, parse: Parse, catalogue: Catalogue) -> bool:
    """Whether somebody of whom nothing else is told signs: "…, Mira Tolm reports from Arven", "Tern TV's Mira Tolm"."""
    name = speaker.person
    if not name or speaker.body or speaker.office:
        return False
    of = speaker.name.removesuffix(name).rstrip().removesuffix("'s").removesuffix("’s")
    if speaker.nouns - set(fold(of).split()):
        return False
    told_before = parse.text.find(name) < speaker.span.start
    if told_before or (of and not same_house(of, house, catalogue)):
        return False
    stop = parse.within(speaker.span)[1]
    behind = [t.lower for t in parse.tokens[stop : stop + 2]] + [""]
    return behind[0] == "reports" and behind[1] in SIGNS_ON


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
