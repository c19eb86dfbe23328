"""Words that name parties, outlets, people and places: catalogue and gazetteer first, then the parser's entities."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from counterclaim.folding import key
from counterclaim.gazetteer import Gazetteer, Site
from counterclaim.lexicon import Lexicon
from counterclaim.model import Mention, MentionKind, Place
from counterclaim.namesakes import choose_sites
from counterclaim.parties import ADJECTIVE, PEOPLE, SEAT, STATE, Catalogue, Entry
from counterclaim.syntax import Parse, Token

ENTITY_KINDS: dict[str, MentionKind] = {
    "PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "people",
}  # fmt: skip
PLACES = frozenset({"GPE", "LOC", "FAC"})
DETERMINERS = frozenset({"the", "a", "an"})
HYPHENS = frozenset("-‐‑–")
LONGEST = 5  # words in a place's name
TOWN = 15_000  # inhabitants: a place so large is one without the parser's or the sentence's help


@dataclass(frozen=True)
class Words:
    """The lexicon's lists about names, read once."""

    locative: frozenset[str]
    near: frozenset[str]
    heads: frozenset[str]
    parts: frozenset[str]
    titles: frozenset[str]
    particles: frozenset[str]
    ambiguous: frozenset[str]
    weak: frozenset[str]
    speaks: frozenset[str]
    kinds: dict[str, int]


@dataclass(frozen=True)
class _Found:
    """A stretch of tokens that names something; `sites` are the places it may stand for."""

    first: int
    stop: int
    kind: MentionKind
    entry: Entry | None = None
    sites: tuple[Site, ...] = ()


def find_mentions(parse: Parse, catalogue: Catalogue, gazetteer: Gazetteer, lexicon: Lexicon) -> tuple[Mention, ...]:
    """Find all mentions, in page order, none overlapping another."""
    words = _read_words(lexicon)
    reader = _Reader(parse, catalogue, gazetteer, words)
    found = list(reader.read())
    sites = choose_sites([f.sites for f in found], [f.entry.party.country if f.entry else None for f in found])
    return tuple(reader.mention(f, site) for f, site in zip(found, sites, strict=True))


def _read_words(lexicon: Lexicon) -> Words:
    lists = {n: lexicon.words("names", n) for n in Words.__dataclass_fields__ if n != "kinds"}
    return Words(**lists, kinds=dict(lexicon.table("names", "kinds")))


class _Reader:
    def __init__(self, parse: Parse, catalogue: Catalogue, gazetteer: Gazetteer, words: Words) -> None:
        self.parse, self.catalogue, self.gazetteer, self.words = parse, catalogue, gazetteer, words
        self.tokens = parse.tokens

    def read(self) -> Iterator[_Found]:
        """Walk over the page, at each token the longest name of the first sort that knows one."""
        i = 0
        while i < len(self.tokens):
            found = None if self.tokens[i].lower in DETERMINERS else self.party(i) or self.place(i) or self.entity(i)
            if found:
                yield found
            i = found.stop if found else i + 1

    # ---- parties and outlets

    def party(self, i: int) -> _Found | None:
        """A name of the catalogue that begins at token `i`."""
        first = self.tokens[i]
        opens = key(self.tokens[i + 2].text) if self._article(i) else key(first.text)
        longest = self.catalogue.words.get(opens.split()[0] if opens else "", 0) or self.catalogue.words.get(
            opens.removesuffix("s"), 0
        )
        for stop in self._stops(i, longest):
            text = self.parse.text[first.start : self.tokens[stop - 1].end]
            entry = self.catalogue.entry(text) or self._unmarked(text)
            if entry and self._party_fits(i, stop, text, entry):
                return self._as_party(i, stop, entry)
        return None

    def _unmarked(self, text: str) -> Entry | None:
        """The name behind a possessive that lost its apostrophe ("Syrias")."""
        entry = self.catalogue.entry(text[:-1]) if text.endswith("s") and text[:-1] else None
        return entry if entry and entry.how != ADJECTIVE and not entry.exact else None

    def _party_fits(self, i: int, stop: int, text: str, entry: Entry) -> bool:
        if not any(c.isupper() for c in text):
            return text in entry.party.aliases or text == entry.party.name
        if text[0].islower() and not self._article(i) and stop - i < 3:
            return False
        if stop - i == 1 and self._inside_person(i, stop):
            return False
        return key(text) not in self.words.weak or text.isupper() or self._speaks(i, stop)

    def _as_party(self, i: int, stop: int, entry: Entry) -> _Found:
        if entry.how in (STATE, SEAT):
            text = self.parse.text[self.tokens[i].start : self.tokens[stop - 1].end]
            return self._grown(_Found(i, stop, "place", entry, tuple(self.gazetteer.sites(text))))
        if entry.how in (ADJECTIVE, PEOPLE):
            return _Found(i, stop, "people", entry)
        return _Found(i, stop, "outlet" if entry.party.kind in ("agency", "media") else "party", entry)

    def _speaks(self, i: int, stop: int) -> bool:
        around = [t.lower for t in self._same_sentence(i - 3, i)] + [
            t.lower for t in self._same_sentence(stop, stop + 3)
        ]
        return any(w in self.words.speaks for w in around)

    # ---- places

    def place(self, i: int) -> _Found | None:
        """A place that begins at token `i`: known to the gazetteer, or unknown but standing like one."""
        token = self.tokens[i]
        if not (token.text[0].isupper() or self._article(i)) or token.lower in self.words.ambiguous:
            return None
        for unmarked, variants in ((False, False), (True, False), (False, True)):
            for stop in self._stops(i, LONGEST, names=True):
                text = self.parse.text[token.start : self.tokens[stop - 1].end]
                text = text.removesuffix("s") if unmarked else text
                sites = self.gazetteer.sites(text, variants=variants)
                if sites and self._place_fits(i, stop, sites[0]):
                    return self._grown(_Found(i, stop, "place", None, tuple(sites)))
        return None

    def _place_fits(self, i: int, stop: int, site: Site) -> bool:
        if self._inside_person(i, stop) or self._after_title(i):
            return False
        head = self.tokens[stop - 1]
        stands = self._locative(i) or self._named_kind(stop)
        if head.entity in PLACES or stands:
            return True
        if head.pos != "PROPN" or not site.exact:
            return False
        return site.population >= TOWN and not self._inside(i, stop, "ORG")

    def _grown(self, found: _Found) -> _Found:
        """Take in directions before the name and what kind of place it is after it."""
        first, stop = found.first, found.stop
        if first and self._joined(first - 1) and self.tokens[first - 1].lower in self.words.parts:
            first -= 1
        if stop < len(self.tokens) and self._joined(stop - 1) and self.tokens[stop].lower in self.words.kinds:
            stop += 1
        return replace(found, first=first, stop=stop)

    # ---- what the parser found

    def entity(self, i: int) -> _Found | None:
        """The statistical entity that begins at token `i`, or what is left of it."""
        kind = ENTITY_KINDS.get(self.tokens[i].entity)
        if kind is None or not self.tokens[i].text[0].isalnum():
            return None
        stop = self._entity_stop(i)
        found = _Found(i, stop, kind)
        return self._grown(found) if kind == "place" else found

    def _entity_stop(self, i: int) -> int:
        stop = i + 1
        while (
            stop < len(self.tokens)
            and self.tokens[stop].entity == self.tokens[i].entity
            and not self.tokens[stop].entity_first
        ):
            stop += 1
        while stop - i > 1 and self.tokens[stop - 1].text in ("'s", "’s", "'", "’"):
            stop -= 1
        return stop

    # ---- what stands around

    def _stops(self, i: int, longest: int, *, names: bool = False) -> list[int]:
        """Where a name of at most `longest` words that begins at `i` may stop, the longest first."""
        stops, count, sentence = [], 0, self.tokens[i].sentence
        for j in range(i, min(len(self.tokens), i + 2 * longest + 3)):
            t = self.tokens[j]
            if t.sentence != sentence or count >= longest:
                break
            if t.text in HYPHENS or t.lower == "'s" or t.text == "'":
                continue
            if not t.text[0].isalnum() and t.text[0] not in "'’ʻʿ":
                break
            if names and not (t.text[0].isupper() or t.text[0].isdigit() or t.text[0] in "'’ʻʿ"):
                if t.lower not in self.words.particles:
                    break
                continue
            count += 1
            stops.append(j + 1)
        return stops[::-1]

    def _article(self, i: int) -> bool:
        t = self.tokens[i]
        return (
            i + 2 < len(self.tokens)
            and t.lower in self.words.particles
            and self.tokens[i + 1].text in HYPHENS
            and self.tokens[i + 2].text[0].isupper()
            and self.tokens[i + 1].start == t.end
        )

    def _same_sentence(self, first: int, stop: int) -> list[Token]:
        stop = min(stop, len(self.tokens))
        if first >= stop:
            return []
        inside = self.tokens[min(max(first, 0), stop - 1)].sentence
        return [t for t in self.tokens[max(first, 0) : stop] if t.sentence == inside]

    def _joined(self, i: int) -> bool:
        """Whether token `i` and the next stand in one sentence with nothing but a blank between them."""
        return self.tokens[i].sentence == self.tokens[i + 1].sentence

    def _inside(self, i: int, stop: int, kind: str) -> bool:
        """Whether the stretch is a part of a longer entity of that kind."""
        if self.tokens[i].entity != kind:
            return False
        before = i > 0 and self.tokens[i - 1].entity == kind and not self.tokens[i].entity_first
        after = stop < len(self.tokens) and self.tokens[stop].entity == kind and not self.tokens[stop].entity_first
        return before or (after and self.tokens[stop].text not in ("'s", "’s"))

    def _inside_person(self, i: int, stop: int) -> bool:
        return self._inside(i, stop, "PERSON")

    def _after_title(self, i: int) -> bool:
        return i > 0 and self._joined(i - 1) and self.tokens[i - 1].lower.rstrip(".") in self.words.titles

    def _locative(self, i: int) -> bool:
        """Whether what begins at `i` follows "in", "near", "the town of" and the like."""
        before = self._same_sentence(i - 4, i)
        while before and (before[-1].lower in self.words.parts or before[-1].lower == "the"):
            before.pop()
        if not before or before[-1].sentence != self.tokens[i].sentence:
            return False
        if before[-1].lower == "of":
            return len(before) > 1 and before[-2].lower in self.words.heads | self.words.near
        return before[-1].lower in self.words.locative

    def _named_kind(self, stop: int) -> bool:
        return stop < len(self.tokens) and self._joined(stop - 1) and self.tokens[stop].lower in self.words.kinds

    # ---- records

    def mention(self, found: _Found, site: Site | None) -> Mention:
        """The record of what was found."""
        span = self.parse.span(found.first, found.stop)
        party = found.entry.party if found.entry else None
        place = self._where(found, site, span.exact) if found.kind == "place" else None
        name = party.name if party else span.exact
        return Mention(span, found.kind, name, self._head(found), found.first, found.stop, party, place)

    def _where(self, found: _Found, site: Site | None, name: str) -> Place:
        precision = self.words.kinds.get(self.tokens[found.stop - 1].lower)
        if site is None:
            return Place(name, precision=precision)
        precision = precision or site.place.precision
        if precision == 1 and self._near(found.first):
            precision = 2
        return replace(site.place, name=name, precision=precision)

    def _near(self, first: int) -> bool:
        before = [t.lower for t in self._same_sentence(first - 3, first)]
        return bool(before) and (
            before[-1] in self.words.near
            or (before[-1] == "of" and before[-2:-1] != [] and before[-2] in self.words.near)
        )

    def _head(self, found: _Found) -> int:
        """The token of the stretch that the others depend on: the one whose head lies outside, the last of such."""
        for j in range(found.stop - 1, found.first - 1, -1):
            if not found.first <= self.tokens[j].head < found.stop or self.tokens[j].head == j:
                return j
        return found.stop - 1
