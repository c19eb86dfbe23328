"""Words that name parties, outlets, people and places: catalogue and gazetteer first, then the parser's entities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.folding import key
from counterclaim.gazetteer import Gazetteer, Site, SiteKind
from counterclaim.lexicon import Lexicon
from counterclaim.model import Mention, Place
from counterclaim.naming.found import Found
from counterclaim.naming.initials import explained
from counterclaim.naming.namesakes import Candidate, choose_sites
from counterclaim.naming.reader import CAPITAL, NameReader
from counterclaim.naming.surroundings import Surroundings
from counterclaim.naming.words import NameWords
from counterclaim.parties import ADJECTIVE, NAME, PEOPLE, SEAT, STATE, Catalogue
from counterclaim.syntax import Parse

PROVINCE = 4  # UCDP's precision of one
# What kind of place the noun after a name asks for, by the noun's precision.
ASKED: dict[int, frozenset[SiteKind]] = {
    1: frozenset({"town", "village", "area"}), 3: frozenset({"district", "area", "town"}),
    4: frozenset({"province", "region"}), 5: frozenset({"region"}), 7: frozenset({"water"}),
}  # fmt: skip


def find_mentions(parse: Parse, catalogue: Catalogue, gazetteer: Gazetteer, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Find all mentions, in page order, none overlapping another."""
    around = Surroundings(parse, NameWords.read(lexicon))
    found = explained(_parted(NameReader(around, catalogue, gazetteer).read(), around, catalogue), parse)
    sites = choose_sites([_candidate(around, found, n) for n in range(len(found))])
    mentions = (_mention(around, f, site) for f, site in zip(found, sites, strict=True))
    return tuple(_at_home(m, gazetteer) if m.party and m.kind in ("people", "party") else m for m in mentions)


def _at_home(mention: Mention, gazetteer: Gazetteer) -> Mention:
    """A mention of a people or of a party with its country."""
    sites = gazetteer.country(mention.party.country) if mention.party else ()
    return replace(mention, homeland=sites[0].place) if sites else mention


def _parted(found: Sequence[Found], around: Surroundings, catalogue: Catalogue) -> list[Found]:
    """The same with parties that share a name parted by the country of which the page writes most."""
    named = (f.entry for f in found if f.entry and f.entry.how in (STATE, SEAT, ADJECTIVE, PEOPLE))
    countries = Counter(e.party.country for e in named)
    parted = []
    for f in found:
        text = around.text(f.first, f.stop)
        namesakes = catalogue.namesakes(text[: len(text) - f.cut]) if f.entry and f.entry.how == NAME else ()
        meant = max(namesakes, key=lambda e: countries[e.party.country]) if len(namesakes) > 1 else f.entry
        parted.append(replace(f, entry=meant))
    return parted


def _candidate(around: Surroundings, found: Sequence[Found], n: int) -> Candidate:
    f = found[n]
    party = f.entry.party if f.entry and f.entry.party.kind not in ("agency", "media") else None
    noun = f.noun or around.kind_before(f.first)
    kinds = ASKED.get(around.words.precision(noun) or 0, frozenset()) if noun else frozenset()
    within = (n + 1,) if n + 1 < len(found) and _follows(around, f, found[n + 1]) else ()
    name = key(around.text(f.first, f.stop))
    seat = f.entry is not None and f.entry.how == SEAT
    return Candidate(name, f.sites, party.country if party else None, seat, _is_built(around, f.noun), within, kinds)


def _is_built(around: Surroundings, noun: str | None) -> bool:
    """Whether the noun after a name makes it a part of some town, which may bear a far place's name."""
    return noun in around.words.facilities or noun in around.words.quarters


def _follows(around: Surroundings, a: Found, b: Found) -> bool:
    """Whether the two stand as "X, Y", or without the comma where a page lost it."""
    between = around.nearby(a.stop, b.first)
    return b.kind == "place" and all(t.text == "," for t in between) and around.together(a.stop - 1)


def _mention(around: Surroundings, found: Found, site: Site | None) -> Mention:
    """The record of what was found."""
    parse = around.parse
    span = parse.span(found.first, found.stop)
    party = found.entry.party if found.entry else None
    if found.entry and found.entry.how == SEAT and site and site.place.country != found.entry.party.country:
        party = None  # a namesake of the capital
    place = _where(around, found, site, span.exact[: len(span.exact) - found.cut]) if found.kind == "place" else None
    name = place.name if place else party.name if party else span.exact
    wide = place is not None and place.precision != PROVINCE and _is_wide(found, site, around)
    return Mention(span, found.kind, name, _head(parse, found), found.first, found.stop, party, place, wide)


def _is_wide(found: Found, site: Site | None, around: Surroundings) -> bool:
    """Whether the name, which nothing beside it narrows down, is that of a town's province too."""
    if site is None or site.kind != "town" or found.noun is not None or around.is_towns(found.first):
        return False
    return site.seat or any(s.kind == "province" and s.area == site.area for s in found.sites)


def _where(around: Surroundings, found: Found, site: Site | None, name: str) -> Place:
    words = [t.lower for t in around.nearby(found.first, found.stop)]
    if found.noun == CAPITAL and site:  # "the Norrin capital"
        return replace(site.place, name=site.place.name.title())
    before_of = words[words.index("of") - 1] if "of" in words[2:] else ""  # "eastern countryside of X"
    precision = around.words.precision(found.noun or before_of or around.kind_before(found.first) or "")
    if site is None:
        return Place(name, precision=precision)
    if precision is None:
        precision = site.place.precision
        if words[0] in around.words.parts and len(words) > 1:
            region = "rural" in words or _is_wide(found, site, around)
            precision = {6: 5, 1: 4 if region else 1}.get(precision or 0, precision)
    if precision == 1 and around.is_near(found.first):
        precision = 2
    return replace(site.place, name=name, precision=precision)


def _head(parse: Parse, found: Found) -> int:
    """The token of the stretch that the others depend on: the last of those whose head lies outside."""
    for j in range(found.stop - 1, found.first - 1, -1):
        if not found.first <= parse.tokens[j].head < found.stop or parse.tokens[j].head == j:
            return j
    return found.stop - 1
