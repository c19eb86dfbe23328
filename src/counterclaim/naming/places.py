"""Words that name places: known to the gazetteer, or unknown but standing where only a place's name can."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property

from counterclaim.folding import key
from counterclaim.gazetteer import Gazetteer, Site
from counterclaim.naming.found import Found
from counterclaim.naming.kinds import Kinds
from counterclaim.naming.neighbours import HYPHENS
from counterclaim.naming.surroundings import LONGEST, PLACES, THE, Surroundings
from counterclaim.syntax import Token

TOWN = 15_000  # inhabitants: a place so large is one without the parser's or the sentence's help
CITY = 100_000  # and one so large is meant by "X hospital" too
LEAST = 3  # letters of a place's name
SHORT = 4  # letters: shorter words do not lose their last
EXACT, CUT, ALIKE = (0, False), (1, False), (0, True)  # letters cut off, whether spellings may differ
REGIONS = frozenset({"region", "province", "governorate", "oblast", "state", "department", "county", "countryside"})
NUMBERS = frozenset({"DATE", "TIME", "CARDINAL", "ORDINAL", "MONEY", "PERCENT", "QUANTITY"})


class PlaceFinder:
    """Finds the places of one page, in order: the ones found are what the next in a row leans on."""

    def __init__(self, around: Surroundings, gazetteer: Gazetteer) -> None:
        self.around, self.gazetteer = around, gazetteer
        self.tokens, self.words = around.tokens, around.words
        self.kinds = Kinds(around)
        self._stopping: dict[int, tuple[int, ...]] = {}
        self.placed: set[int] = set()
        """Tokens of the places found so far."""
        self.trusted: frozenset[str] = frozenset()
        """Names that were found to be places' somewhere on the page: one name has one sense a discourse."""

    def known(self, i: int) -> Found | None:
        """A place of the gazetteer that begins at token `i`: spelled so, else without a lost mark, else alike."""
        if not self.around.opens(i) or self.around.titled(i) or self.around.identified(i) or self.kinds.is_counted(i):
            return None
        for stop in self._stops(i):
            text = self.around.text(i, stop)
            for cut, variants in self._ways(i, text):
                name = text[: len(text) - cut]
                sites = self.gazetteer.sites(name, variants=variants) if len(name) >= LEAST else ()
                if sites and self._fits(i, stop, text, sites):
                    return self.grown(Found(i, stop, "place", None, tuple(sites), cut=cut))
        return None

    def _ways(self, i: int, text: str) -> Iterator[tuple[int, bool]]:
        """In which ways the words may be a name: as they stand, without a possessive's "s", spelled otherwise."""
        yield EXACT
        if text.endswith("s") and len(text) > SHORT:
            yield CUT
        if self.tokens[i].lower not in self.words.parts:
            yield ALIKE

    def _stops(self, i: int) -> tuple[int, ...]:
        """Where names may stop: also after the noun that says what it is, which some have in them ("Castello road")."""
        if i not in self._stopping:
            stops = self.around.stops(i, LONGEST, small=self.words.joining)
            noun = self.around.kind_after(stops[0]) if stops else None
            self._stopping[i] = (noun.index + 1, *stops) if noun else tuple(stops)
        return self._stopping[i]

    def unknown(self, i: int) -> Found | None:
        """A name unknown to the gazetteer that stands where only a place's can."""
        if not self.around.opens(i) or self.kinds.is_counted(i):
            return None
        stop = self._before_region(i, self.around.unit(i))
        if self.tokens[i].entity in NUMBERS and not self._is_quarter(i, stop):
            return None
        if stop - i == 1 and self.tokens[i].lower in self.words.openers:
            return None
        return self.grown(Found(i, stop, "place")) if self._stands(i, stop) else None

    def _before_region(self, i: int, stop: int) -> int:
        """Where an unknown name stops that runs into that of its region: "Old Marrow Norda region", without a comma."""
        noun = self.around.kind_after(stop) if stop - i > 1 else None
        if noun is None or noun.lower not in REGIONS:
            return stop
        parts = (j for j in range(i + 1, stop) if self.around.opens(j) and self.around.together(j - 1))
        return next((j for j in parts if self._is_regions(self.around.text(j, stop))), stop)

    def _is_regions(self, name: str) -> bool:
        """Whether a name is that of a region, or of its town."""
        sites = self.gazetteer.sites(name, variants=False)
        return any(s.kind in ("province", "region") or s.seat or s.population >= CITY for s in sites)

    def _is_quarter(self, i: int, stop: int) -> bool:
        """Whether a name before "quarter" is a place's, though the parser took it for a part of a year."""
        noun, t = self.around.kind_after(stop), self.tokens[i]
        return noun is not None and noun.lower in self.words.inner and t.pos == "PROPN" and t.entity == "DATE"

    def grown(self, found: Found) -> Found:
        """Take in directions before the name and what kind of place it is after it."""
        noun, sites = self.around.kind_after(found.stop) or self.around.street_after(found.stop), found.sites
        small = self.words.facilities.keys() | self.words.settled
        if noun and noun.lower in small and noun.text.islower() and _is_country(sites):
            noun = None  # "a Norrin market": the country's, not one of that name
        if noun and (self._is_of_smaller(noun, sites) or self._is_in_it(found.first, noun)):
            noun = None
        first, stop = self.around.grown_left(found.first), noun.index + 1 if noun else found.stop
        word = noun.lower if noun else None
        if noun and self.around.street(noun.index):
            word, sites = "street", ()
        elif word in self.words.facilities:  # many a street bears the name of a far town
            sites = tuple(s for s in sites if s.exact and s.population >= CITY)
        elif word == "county":
            sites = tuple(s for s in sites if s.kind in ("province", "district"))
        return replace(found, first=first, stop=stop, sites=sites, noun=word)

    def _is_in_it(self, first: int, noun: Token) -> bool:
        """Whether a noun is that of a town which lies in the place named before: "the southern Velka city of Norda"."""
        of = self.around.after(noun.index + 1)
        if noun.lower not in self.words.settled or of is None or of.lower != "of":
            return False
        begin = self.around.grown_left(first)
        apart = begin < first or self.around.before_is(begin, frozenset({THE}))
        return apart and self.around.opens(of.index + 1)

    def _is_of_smaller(self, noun: Token, sites: Sequence[Site]) -> bool:
        """Whether a noun after a city's name is that of a smaller place: "the Velka suburb of Norda"."""
        of = self.around.after(noun.index + 1)
        size = max((s.population for s in sites if s.exact), default=0)
        if of is None or of.lower != "of" or size < CITY or noun.lower not in self.words.inner:
            return False
        after = self.around.after(of.index + 1)
        if after is None or not self.around.opens(after.index):
            return False
        names = (self.around.text(after.index, stop) for stop in self._stops(after.index))
        found = (s for name in names for s in self.gazetteer.sites(name, variants=False))
        return all(s.population < size and s.kind != "country" for s in found)

    # whether a stretch is a place's name

    def _fits(self, i: int, stop: int, text: str, sites: Sequence[Site]) -> bool:
        if self._is_other(i, stop, sites):
            return False
        head = self.tokens[stop - 1]
        if stop - i == 1 and (head.lower in self.words.titles or self.around.street(i)):
            return False
        there = self.is_there(i, stop) or (
            sites[0].exact and (self.around.attacked(i) or self.around.suffers(stop - 1) or self.around.labels(i, stop))
        )
        tagged = head.entity in PLACES
        named = text in self.around.persons and not self.kinds.is_land(stop)
        if named or key(text) in self.words.ambiguous or text.lower() in self.around.common:
            return there and tagged and sites[0].exact
        if tagged or there:
            shouted = text.isupper() and self.around.labels(i, stop)
            return tagged or head.pos in ("PROPN", "NOUN", "ADJ", "X") or shouted
        large = sites[0].exact and max(s.population for s in sites) >= TOWN
        return large and head.pos == "PROPN" and not self.around.inside(i, stop, "ORG")

    def _is_other(self, i: int, stop: int, sites: Sequence[Site]) -> bool:
        """Whether the stretch is a part of a longer name, or of an adjective."""
        head, around = self.tokens[stop - 1], self.around
        opening = head.lower in self.words.openers and stop < len(self.tokens) and around.opens(stop)
        if opening or around.manner_after(stop) or around.aged(i, stop) or self._is_in_it(i, head):
            return True
        if around.inside(i, stop, "PERSON") and not self.kinds.is_land(stop):
            return True
        if self.kinds.is_part_of_village(i, stop):
            return True
        if (
            self._is_first_half(i, stop, sites)
            or self._ends_street(i, stop)
            or (self._is_people(head) and not sites[0].exact)
        ):
            return True
        if head.entity not in PLACES and around.talks(i, stop) and not around.dateline(i, stop):
            return True
        within = bool(head.entity) and around.inside(i, stop, head.entity)
        small = head.entity not in PLACES and max(s.population for s in sites) < CITY
        return within and (small or not sites[0].exact)

    def _is_first_half(self, i: int, stop: int, sites: Sequence[Site]) -> bool:
        """Whether a name of one word is half of an unknown one: "Velka Norda", of which only "Velka" is listed."""
        second = self.around.after(stop)
        if stop - i > 1 or second is None or not self.around.compounded(stop):
            return False
        joined = second.text in HYPHENS
        end = stop + joined
        tagged = sites[0].exact and self.tokens[i].entity in PLACES
        if not joined and sites[0].exact and max(s.population for s in sites) >= TOWN:
            return False  # a headline: "Norrin Bus Bombing"
        if not joined and tagged and self.tokens[end].entity != self.tokens[i].entity:
            return False
        word = self.tokens[end].lower
        if self.words.precision(word) or word in self.words.heads | self.words.titles | self.words.manners:
            return False
        return not any(s.exact and s.population >= TOWN for s in self.gazetteer.sites(self.tokens[end].text))

    def _ends_street(self, i: int, stop: int) -> bool:
        """Whether the name is the end of a street's ("Ana Velk Drive")."""
        previous, street = self.around.before(i), self.around.street_after(stop)
        return street is not None and previous is not None and previous.entity == street.entity == "FAC"

    def is_there(self, i: int, stop: int) -> bool:
        """Whether the stretch stands where something is, by the words around it or the rest of the page."""
        around = self.around
        if around.locative(i) or around.kind_after(stop) or around.struck(i, stop) or around.dateline(i, stop):
            return True
        if around.held(i):
            return True
        if around.follows(i, self.placed):
            return True
        if around.text(i, stop) in self.trusted and not around.inside(i, stop, "ORG"):
            return True
        return around.of_kind(stop - 1) or self._listed(i, stop)

    def _stands(self, i: int, stop: int) -> bool:
        """Whether an unknown name stands as a place's."""
        around, noun = self.around, self.around.kind_after(stop)
        if not self._may_be_name(i, stop):
            return False
        if around.named_kind(i) or (noun and noun.lower in self.words.kinds and noun.lower != "state"):
            return True
        if around.held(i) or self._is_one_of_labels(i, stop):
            return True
        if noun and around.locative(i):
            return True
        if around.text(i, stop) in self.trusted:
            return not around.inside(i, stop, "PERSON")
        return self._listed(i, stop) or around.struck(i, stop) or self._is_placed(i, stop)

    def _is_one_of_labels(self, i: int, stop: int) -> bool:
        """Whether an unknown name heads a line of a page that heads another with a known place: "Velk: 3 dead"."""
        mark = self.around.after(stop)
        return mark is not None and mark.text == ":" and self.around.labels(i, stop) and self._labels_with_places

    @cached_property
    def _labels_with_places(self) -> bool:
        return any(self._is_known_label(s.first) for s in self.around.parse.sentences)

    def _is_known_label(self, first: int) -> bool:
        """Whether a known place and a colon begin a sentence, whatever marks stand before it."""
        i = next((t.index for t in self.around.nearby(first, first + 3) if t.text[0].isalpha()), first)
        marks = ((stop, self.around.after(stop)) for stop in self.around.stops(i, LONGEST))
        ended = (stop for stop, mark in marks if mark is not None and mark.text == ":" and self.around.labels(i, stop))
        sites = (self.gazetteer.sites(self.around.text(i, stop), variants=False) for stop in ended)
        return any(found and found[0].exact and found[0].kind != "country" for found in sites)

    def _may_be_name(self, i: int, stop: int) -> bool:
        last, around = self.tokens[stop - 1], self.around
        shouted = last.text.isupper() and last.text.isalpha()
        written = last.pos in ("PROPN", "NUM") or (last.text[0].isupper() and bool(last.entity))
        named = (self.tokens[i].pos == "PROPN" or around.article(i)) and written
        if (
            not named
            or shouted
            or around.titled(i)
            or around.identified(i)
            or around.manner_after(stop)
            or around.talks(i, stop)
        ):
            return False
        word = self.tokens[i].lower.rstrip(".")
        if (word in self.words.titles and not self._is_mothers(i)) or around.aged(i, stop):
            return False
        if last.lower in self.words.never_places:
            return False  # "Terrorists' Rocket Attack"
        if stop - i == 1 and (around.street(i) or around.numbered(i) or self._is_plain(i)):
            return False
        common = last.lower in around.common and not (stop - i > 1 and last.text in self.words.villages)
        return not common and key(around.text(i, stop)) not in self.words.ambiguous

    def _is_mothers(self, i: int) -> bool:
        """Whether an "Umm" or "Abu" may be a place's name's first: "Umm al-Velk", "towards Umm Velk"."""
        there = self.around.article(i + 1) or self.around.locative(i, strictly=True)
        return self.tokens[i].lower in self.words.openers and there

    def _is_plain(self, i: int) -> bool:
        """Whether the word is an adjective for a people, or in a headline one for what is done to places."""
        t = self.tokens[i]
        return self._is_people(t) or t.lower in self.words.attacks

    @staticmethod
    def _is_people(t: Token) -> bool:
        return t.entity == "NORP" and t.pos == "ADJ"

    def _is_placed(self, i: int, stop: int) -> bool:
        last, around = self.tokens[stop - 1], self.around
        composed = around.article(i) or (stop - i > 1 and self.tokens[i].lower in self.words.openers)
        if around.inside(i, stop, "PERSON") or (last.text in around.persons and not composed):
            return False
        if composed:
            return (
                around.locative(i) or around.targeted(i) or around.of_kind(last.index) or bool(around.kind_after(stop))
            )
        if around.of_kind(last.index):
            return last.entity != "ORG"
        if last.entity == "NORP":  # no people's: "at Velk"
            before = around.before(i)
            return before is not None and before.lower == "at" and last.dep == "pobj" and last.pos == "PROPN"
        return around.locative(i, strictly=True) and last.entity != "ORG"

    def _listed(self, i: int, stop: int) -> bool:
        """Whether the name is one of a row ("X, Y and Z") whose first is a place."""
        for t in self.tokens[i:stop]:
            if not i <= t.head < stop:
                return t.dep in ("conj", "appos") and t.head in self.placed
        return False


def _is_country(sites: Sequence[Site]) -> bool:
    return bool(sites) and sites[0].kind == "country"
