"""An invented war for the tests of blame: its parties, and the mentions of them in a text."""

from __future__ import annotations

import re

from counterclaim.folding import key
from counterclaim.lexicon import Lexicon
from counterclaim.model import Mention, MentionKind, Party, Place, Span
from counterclaim.parties import ADJECTIVE, STATE, Catalogue, Entry
from counterclaim.stages.responsibility import find_responsibility
from counterclaim.syntax import Parse

RURIA = Party("Ruria", "state", country="RX", side="Ruria")
BASTAN = Party("Bastani government", "state", country="BX", side="Bastani government")
MINISTRY = Party("Rurian Defence Ministry", "ministry", country="RX", parent="Ruria", side="Ruria")
ARMY = Party("Bastani army", "armed_forces", country="BX", parent="Bastani government", side="Bastani government")
BANNER = Party("Black Banner", "armed_group", country="BX")
LEAGUE = Party("Dawn League", "armed_group", country="BX")
COALITION = Party("Ruria-led coalition", "coalition")
WATCH = Party("Tarn Watch", "monitor", country="BX")
AGENCY = Party("Velm Press", "agency", country="RX")

NAMES: dict[str, tuple[MentionKind, Party, int | None]] = {
    "Ruria": ("place", RURIA, 6),
    "Rurian": ("people", RURIA, None),
    "Velm": ("place", RURIA, 1),
    "VELM": ("place", RURIA, 1),
    "Bastan": ("place", BASTAN, 6),
    "Bastani": ("people", BASTAN, None),
    "Rurian defence ministry": ("party", MINISTRY, None),
    "Bastani army": ("party", ARMY, None),
    "Black Banner": ("party", BANNER, None),
    "Dawn League": ("party", LEAGUE, None),
    "Ruria-led coalition": ("party", COALITION, None),
    "Tarn Watch": ("party", WATCH, None),
    "Velm Press": ("outlet", AGENCY, None),
}
PARTIES = (RURIA, BASTAN, MINISTRY, ARMY, BANNER, LEAGUE, COALITION, WATCH, AGENCY)
CATALOGUE = Catalogue(
    "test",
    {key(p.name): (Entry(p),) for p in PARTIES}
    | {"ruria": (Entry(RURIA, STATE),), "rurian": (Entry(RURIA, ADJECTIVE),), "bastan": (Entry(BASTAN, STATE),)},
    demonyms={"rurian": RURIA, "bastani": BASTAN},
    adjectives={"Ruria": "Rurian", "Bastani government": "Bastani"},
)
PATTERN = re.compile(r"\b(" + "|".join(sorted(NAMES, key=len, reverse=True)) + r")\b")


def mentions(parse: Parse) -> tuple[Mention, ...]:
    """The invented names in a text; towns of Bastan are told by "in Tarn"."""
    found = []
    for m in PATTERN.finditer(parse.text):
        kind, party, precision = NAMES[m.group()]
        first, stop = parse.within(Span.of(parse.text, m.start(), m.end()))
        if first < stop:
            place = Place(m.group(), country=party.country, precision=precision) if kind == "place" else None
            span = Span.of(parse.text, m.start(), m.end())
            found.append(Mention(span, kind, party.name, _head(parse, first, stop), first, stop, party, place))
    return tuple(found)


def blamed(parse: Parse, lexicon: Lexicon) -> set[str]:
    """The parties blamed in a text, with a minus before those that are said not to have done it."""
    found = find_responsibility(parse, mentions(parse), (), CATALOGUE, lexicon)
    return {("-" if f.polarity == "denies" else "") + (f.party or "") for f in found}


def _head(parse: Parse, first: int, stop: int) -> int:
    outside = [i for i in range(first, stop) if not first <= parse.tokens[i].head < stop or parse.head(i).index == i]
    return outside[-1] if outside else stop - 1
