"""Names of places that were found in pieces: "Velka" and "Norda" of "Velka Norda", "Velk" of "Velk-e Nor"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.gazetteer import Gazetteer
from counterclaim.naming.found import Found
from counterclaim.naming.neighbours import HYPHENS
from counterclaim.naming.places import REGIONS, TOWN
from counterclaim.naming.surroundings import Surroundings

WIDE = frozenset({"country", "province", "region", "water"})
BELOW = frozenset({"compound", "nmod", "amod"})
SHORT = 80  # tokens: a shorter page may do without commas
LINKING = 2  # letters of what links the halves of a name: "-e", "-u-"


class Joiner:
    """Joins the names of one page. A page that has lost its commas names places in a row: there nothing is joined."""

    def __init__(self, around: Surroundings, gazetteer: Gazetteer) -> None:
        self.around, self.gazetteer, self.tokens = around, gazetteer, around.tokens
        self.whole = len(around.tokens) < SHORT or any(t.text == "," for t in around.tokens)

    def join(self, found: Sequence[Found]) -> list[Found]:
        """The same names, pieces of one made one."""
        out: list[Found] = []
        for one in self._linked(found):
            last = out[-1] if out else None
            if last is not None and self._are_ends(last, one):
                out[-1] = replace(one, first=last.first, sites=last.sites)
            elif last is not None and self._are_one(last, one):
                out[-1] = self._named(replace(one, first=last.first))
            else:
                out.append(self._opened(one, last))
        return out

    def _linked(self, found: Sequence[Found]) -> Iterator[Found]:
        """The names with what follows a linking vowel; what is then inside one is dropped."""
        free = 0
        for one in found:
            if one.first >= free:
                whole = self._with_link(one)
                free = whole.stop
                yield whole

    def _with_link(self, one: Found) -> Found:
        stop = self._link(one)
        if stop == one.stop:
            return one
        noun = self.around.kind_after(stop)
        return self._named(replace(one, stop=noun.index + 1 if noun else stop, noun=noun.lower if noun else None))

    def _link(self, one: Found) -> int:
        """Where a place's name stops that goes on with "-e Nor" or "-u-nor"."""
        stop, tokens = one.stop, self.tokens
        if one.kind != "place" or one.noun or not self.around.together(stop) or tokens[stop].text not in HYPHENS:
            return stop
        vowel = self.around.after(stop + 1)
        if (
            vowel is None
            or tokens[stop - 1].end != vowel.start - 1
            or len(vowel.text) > LINKING
            or not vowel.text.islower()
        ):
            return stop
        further = self.around.after(vowel.index + 1)
        if further is None:
            return stop
        if further.text in HYPHENS and self.around.together(further.index):
            return further.index + 2
        return further.index + 1 if further.text[0].isupper() else stop

    def _are_ends(self, a: Found, b: Found) -> bool:
        """Whether two towns are the ends of a road, which is then named by both: "the Velka–Norda road"."""
        ends = a.kind == b.kind == "place" and not a.noun and b.noun in self.around.words.roads
        return ends and a.stop + 1 == b.first and self.tokens[a.stop].text in HYPHENS

    def _are_one(self, a: Found, b: Found) -> bool:
        """Whether two neighbours are the halves of one place's name."""
        if a.kind != "place" or a.entry or a.noun or b.entry or not self._touch(a, b):
            return False
        if not self.whole and a.stop == b.first:
            return False
        if b.kind not in ("place", "person") or (a.sites and a.sites[0].kind in WIDE):
            return False
        if b.noun in REGIONS and any(s.kind == "province" or s.seat for s in b.sites):
            return False  # "Old Marrow Norda region", where a page lost its commas
        if (
            (_is_town(a) and _is_town(b))
            or (a.stop == b.first and a.sites and b.sites and not self._is_quarter(a, b))
            or (b.kind == "person" and not self.around.locative(a.first))
        ):
            return False
        return all(
            t.dep in BELOW and a.first <= t.head < b.stop
            for t in self.tokens[a.first : a.stop]
            if t.text not in HYPHENS
        )

    def _is_quarter(self, a: Found, b: Found) -> bool:
        """Whether what follows a small place's name is the rest of a quarter's: "Velka al-Norda quarter"."""
        return b.noun in self.around.words.inner and self.around.article(b.first) and not _is_town(a)

    def _touch(self, a: Found, b: Found) -> bool:
        if not self.around.together(a.stop - 1):
            return False
        hyphen = self.tokens[a.stop]
        return b.first == a.stop or (b.first == a.stop + 1 and hyphen.text in HYPHENS)

    def _opened(self, one: Found, last: Found | None) -> Found:
        """A name with the "Abu" before it."""
        before = self.around.before(one.first)
        if (
            one.kind != "place"
            or before is None
            or before.lower not in self.around.words.kinship
            or not before.text[0].isupper()
        ):
            return one
        free = last is None or last.stop <= before.index
        inside = before.dep in BELOW and one.first <= before.head < one.stop
        return self._named(replace(one, first=before.index)) if free and inside else one

    def _named(self, one: Found) -> Found:
        """A name as a place, with the sites of the whole of it."""
        text = self.around.text(one.first, one.stop - bool(one.noun))
        return replace(one, kind="place", sites=tuple(self.gazetteer.sites(text, variants=False)))


def _is_town(found: Found) -> bool:
    return any(s.exact and s.population >= TOWN for s in found.sites)
