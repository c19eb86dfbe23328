"""Which of a sentence's places belongs to what happened, and which to those who tell of it or came from there."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from counterclaim.lexicon import Lexicon
from counterclaim.model import Mention, Place
from counterclaim.setting.nearness import (
    COUNTRY,
    HUB_KM,
    PROVINCE,
    distance_km,
    fineness,
    is_namesake,
    place_key,
    relation,
)
from counterclaim.syntax import Parse, Token

THEME = "settings"
NEVER = 99.0  # the cost of a place at which nothing told on the page happened
SHARE = 7  # words from a count to the place that is its own alone
PLAIN = frozenset({"ADP", "DET", "ADJ", "PRON", "PUNCT", "NOUN", "ADV"})
WIDE = 1.6  # what speaks against a region beside a town
LONG_LIST = 3  # places named in a row from which on the whole is told by what encloses them
FARTHEST = 6.0  # what distance within one sentence costs at most
OPENING = 3  # tokens at the head of a sentence: a place or date there holds for all of it
GAP = 8  # words between two names that may still be one address
CONNECTS = frozenset({",", "and", "&"})
NO_NAMES = frozenset({"NORP", "DATE", "TIME", "CARDINAL", "ORDINAL"})
NO_PLACES = NO_NAMES | {"ORG", "EVENT", "PRODUCT", "WORK_OF_ART", "LAW"}
INSIDE = frozenset({"in", "at", "near", "outside"})
HYPHENS = frozenset("-‑")
ARTICLES = frozenset({"al", "el", "ar", "as", "ash", "at", "az", "ad"})
SURE = 0.6  # a cost below which nothing in the sentence speaks against a place
GENITIVES = frozenset({"'s", "’s", "'", "’", "s"})
MODIFIES = frozenset({"poss", "compound", "nmod", "amod", "npadvmod"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
DATELINE = re.compile(
    r"[^.:;\n]{0,40}?(?:\([^)\n]{2,40}\)|\s?[—–]\s|,\s?[A-Z]{2,12}\s?[-–—])"
    r"|,?\s[A-Z][a-z]{2,8}\.?\s\d{1,2}\s?(?:\(|[-—–])"
)


def _nowhere(a: Place, b: Place) -> bool:
    return False


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The lexicon's words around places; see lexicons/en/settings.toml."""

    locative: frozenset[str]
    elsewhere: frozenset[str]
    chain: frozenset[str]
    beside: frozenset[str]
    attached: frozenset[str]
    reporting: frozenset[str]
    positioned: frozenset[str]
    sites: frozenset[str]
    directions: frozenset[str]

    @classmethod
    def of(cls, lexicon: Lexicon) -> PlaceWords:
        """Read them; raises DataError when a list is missing."""
        return cls(*(lexicon.words(THEME, name) for name in cls.__slots__))


@dataclass(frozen=True, slots=True)
class Spot:
    """A place mention that may be where something happened; `cost` is what speaks against it, wherever the event."""

    mention: Mention
    place: Place
    cost: float


class Whereabouts:
    """Reads the places of one page's sentences. `told` are tokens of harm and attacks, `events` of attacks alone."""

    def __init__(
        self, parse: Parse, mentions: Sequence[Mention], told: frozenset[int], events: frozenset[int], words: PlaceWords
    ) -> None:
        self.parse, self.words, self.told, self.events = parse, words, told, events
        self.spots: dict[int, list[Spot]] = {}
        sure = [m for m in mentions if m.party or m.kind in ("place", "party", "outlet", "people")]
        taken = {i for m in sure for i in range(m.first, m.stop)}
        named = [m for m in mentions if m.kind == "place" and m.place is not None]
        known = [m.place for m in named if m.place and m.place.country]
        self.countries = Counter(p.country for p in known if p.country)
        self.countryside = {i for m in named if self._is_country(m) for i in range(m.first, m.stop)}
        for m in sorted([*named, *self._unknown(taken)], key=lambda m: m.first):
            place = self._trusted(m, known)
            cost = self._cost(m, place)
            if cost < NEVER:
                self.spots.setdefault(parse.tokens[m.token].sentence, []).append(Spot(m, place, cost))

    # ---- which places there are

    @staticmethod
    def _is_country(m: Mention) -> bool:
        return m.place is not None and fineness(m.place) == COUNTRY

    def _trusted(self, m: Mention, known: Sequence[Place]) -> Place:
        """A mention's place, without its whereabouts where they are those of a far namesake."""
        place = m.place or Place(m.name)
        if m.party and m.party.country and place.country != m.party.country:
            return replace(place, precision=COUNTRY, country=m.party.country)
        common = max(self.countries, key=lambda c: self.countries[c], default=None)
        if fineness(place) == COUNTRY or place.country in (common, None) or self.countries[place.country] > 2:
            return place
        near = [p for p in known if p.country == common and fineness(p) < COUNTRY]
        return Place(place.name) if near and all(is_namesake(place, p) for p in near) else place

    def _unknown(self, taken: set[int]) -> Iterator[Mention]:
        """Names that no mention covers and that their neighbours make places: "the village of Old Marrow"."""
        tokens = self.parse.tokens
        for t in tokens:
            sentence = self.parse.sentence(t.index)
            if t.text in self.words.sites:
                after = t.index + 1
                if after < sentence.stop and tokens[after].lower == "of":
                    yield from self._name(after + 1, 1, sentence.stop, taken)
                else:
                    plain = (
                        t.index - 1 > sentence.first
                        and tokens[t.index - 1].pos == "ADJ"
                        and tokens[t.index - 1].text.islower()
                    )
                    yield from self._names(t.index - 1 - plain, sentence.first, taken)
            elif (
                t.dep == "pobj"
                and t.pos == "PROPN"
                and tokens[t.index - 1].pos != "NUM"
                and t.entity not in NO_PLACES
                and not t.text.isupper()
            ):
                prep = self.parse.head(t.index)
                if prep.lower in INSIDE or (prep.lower in self.words.locative and prep.head in self.told):
                    yield from self._names(t.index, sentence.first, taken)

    def _names(self, i: int, end: int, taken: set[int]) -> Iterator[Mention]:
        """The names that end at token `i`, joined by "and" or commas."""
        while True:
            found = next(self._name(i, -1, end, taken), None)
            if found is None:
                return
            yield found
            i = found.first - 2
            if i < end or self.parse.tokens[i + 1].lower not in CONNECTS:
                return

    def _name(self, i: int, step: int, end: int, taken: set[int]) -> Iterator[Mention]:
        """The proper nouns that run from token `i` to one side, unless they are known."""
        tokens = self.parse.tokens
        j = i
        while (j < end if step > 0 else j >= end) and self._is_name(tokens[j]) and j not in taken:
            j += step
        first, stop = (i, j) if step > 0 else (j + 1, i + 1)
        if first >= stop or (step < 0 and j >= end and j in taken and tokens[j].pos == "PROPN"):
            return
        span = self.parse.span(first, stop)
        if not span.exact[:1].isupper() and span.exact[:3].lower() != "al-":
            return
        taken.update(range(first, stop))
        yield Mention(span, "place", span.exact, stop - 1, first, stop, None, Place(span.exact))

    def _is_name(self, t: Token) -> bool:
        if t.text in HYPHENS or t.lower in ARTICLES:
            return True
        named = t.pos == "PROPN" or (t.text[:1].isupper() and t.pos in ("NOUN", "ADJ", "X"))
        return named and t.text[:1].isalpha() and t.index not in self.told and t.entity not in NO_NAMES

    # ---- what speaks against one

    def _cost(self, m: Mention, place: Place) -> float:
        token = self.parse.tokens[m.token]
        prep = self._preposition(token)
        large = place.precision == COUNTRY
        if self._is_label(m):
            return 4.0
        if self._is_excluded(m, place, prep) or (large and not self._is_country_placed(token, prep)):
            return NEVER
        cost = 1.5 if large else WIDE if fineness(place) >= PROVINCE else 0.0
        if token.dep in MODIFIES or token.dep in SUBJECTS:
            cost += 3.5 if large else 0.5
        if prep in self.words.elsewhere:
            cost += 3.5
        elif prep in self.words.locative:
            cost -= 0.5
        if self._is_post(token):
            cost += 3.5
        if self._is_aside(m):
            cost += 2.5
        return cost + (5.0 if self._is_source(token) else 0.0)

    def _is_excluded(self, m: Mention, place: Place, prep: str) -> bool:
        tokens = self.parse.tokens
        token = tokens[m.token]
        after = [t.lower for t in tokens[m.stop : m.stop + 2]]
        if (
            m.name.lower() in self.words.sites
            or self._is_dateline(m)
            or not self.events.isdisjoint(range(m.first, m.stop))
        ):
            return True
        if token.pos in ("VERB", "AUX") or (place.ref is None and (m.span.exact.isupper() or not self._is_named(m))):
            return True
        if after and (after[0] in self.words.attached or (after[0] in "-‑–" and after[-1] in self.words.attached)):
            return True
        if m.party and (
            token.dep in SUBJECTS or token.dep in ("dobj", "attr", "appos") or prep in self.words.elsewhere
        ):
            return True
        alone = place.ref is None and prep not in self.words.locative and not self._is_site(m)
        opens = m.first == self.parse.sentence(m.first).first
        return alone or (token.text.isupper() and len(token.text) > 3 and not prep and opens)

    def _is_named(self, m: Mention) -> bool:
        """Whether an unknown place has a name of its own: "the Arven district", not "the rebel-held district"."""
        return any(t.text[:1].isupper() for t in self.parse.tokens[m.first : m.stop])

    def _is_country_placed(self, token: Token, prep: str) -> bool:
        if token.dep == "poss" and token.head in self.told:  # its attack, not one on it
            return False
        if prep == "of":  # "the shelling of it", but not "at the hands of"
            return self.parse.head(self.parse.head(token.index).index).index in self.told
        return prep not in self.words.elsewhere and (bool(prep) or token.dep in ("poss", "compound", "nmod"))

    def _is_label(self, m: Mention) -> bool:
        """Whether the place stands over its paragraph: "Arven province: Shells struck"."""
        text = self.parse.text
        opens = not text[max(0, m.span.start - 1) : m.span.start].strip()
        first = self.parse.sentence(m.first).first == m.first and (m.first == 0 or self._opens_passage(m.first))
        return opens and first and text[m.span.end : m.span.end + 2].startswith(":")

    def _opens_passage(self, first: int) -> bool:
        before = self.parse.sentence(first).index - 1
        return before < 0 or self.parse.sentences[before].passage != self.parse.sentences[before + 1].passage

    def _is_dateline(self, m: Mention) -> bool:
        """Whether the place only says where the page was written: "ARVEN, April 4 (TG) -"."""
        text = self.parse.text
        before = text[max(0, m.span.start - 40) : m.span.start].rpartition("\n")[2]
        if before.strip() and not before.strip(" ,").isupper():
            return False
        rest = text[m.span.end : m.span.end + 60].partition("\n")[0]
        return bool(DATELINE.match(rest)) and (m.span.exact.isupper() or "(" in rest[:40] or "-" in rest[:20])

    def _preposition(self, token: Token) -> str:
        """The preposition before a place, through "the town of"; none after "north of", which names a neighbour."""
        for _ in range(4):
            head = self.parse.head(token.index)
            noun = self.parse.head(head.index)
            if token.dep != "pobj" or (head.lower == "of" and noun.lower in self.words.directions):
                return ""
            if head.lower != "of" or noun.dep != "pobj":
                return head.lower
            token = noun
        return ""

    def _is_site(self, m: Mention) -> bool:
        """Whether a noun beside the name makes a place of it."""
        near = self.parse.tokens[max(0, m.first - 2) : m.first] + self.parse.tokens[m.stop - 1 : m.stop + 1]
        return any(t.lower in self.words.sites for t in near)

    def _is_post(self, token: Token) -> bool:
        """Whether the place is that of somebody who stood there or came from there."""
        verb = next((up for up in self.parse.ancestors(token.index) if up.pos == "VERB"), None)
        if verb is None or verb.lemma not in self.words.positioned:
            return False
        return not (verb.dep == "acl" and self.parse.head(verb.index).lower in self.words.sites)

    def _is_aside(self, m: Mention) -> bool:
        """Whether the place stands in brackets."""
        before = self.parse.tokens[self.parse.sentence(m.first).first : m.first]
        return sum(t.text == "(" for t in before) > sum(t.text == ")" for t in before)

    def _is_source(self, token: Token) -> bool:
        """Whether the place only says where a speaker is, or where something was said."""
        below = token
        for up in self.parse.ancestors(token.index):
            if below.index in self.told:  # what happened there is told of, whoever tells it
                return False
            if below.dep in ("nsubj", "agent") and up.lemma in self.words.reporting:
                return True
            if up.pos in ("VERB", "AUX"):
                return up.lemma in self.words.reporting and below.dep == "prep" and up.index < token.index
            below = up
        return False

    # ---- which one is meant

    def place_of(self, anchors: Sequence[int], others: Sequence[int]) -> tuple[Place | None, float]:
        """The place of what happened at the tokens `anchors`, with its cost; `others` are tokens of other counts."""
        found = self.spots.get(self.parse.tokens[anchors[0]].sentence, [])
        shared = self._share(found, anchors, others)
        if shared is not None:
            return found[shared].place, 0.0
        costs = [s.cost + self.distance(s.mention.token, anchors, others) for s in found]
        best = min(range(len(found)), key=lambda i: costs[i], default=None)
        if best is None:
            return None, NEVER
        spot = self._finest(found, best)
        return self._inner(found, spot).place, costs[best]

    def _inner(self, found: Sequence[Spot], spot: Spot) -> Spot:
        """The one town of the sentence that lies in a region."""
        if fineness(spot.place) < PROVINCE:
            return spot
        towns = [s for s in found if fineness(s.place) < PROVINCE and s.cost < SURE]
        if len(towns) != 1 or towns[0].place.country not in (spot.place.country, None):
            return spot
        prep = self._preposition(self.parse.tokens[towns[0].mention.token])
        if prep not in self.words.locative or prep in self.words.beside or self._leads(spot, towns[0]):
            return spot
        return towns[0] if relation(towns[0].place, spot.place, _nowhere) in ("in", "unknown") else spot

    def _share(self, found: Sequence[Spot], anchors: Sequence[int], others: Sequence[int]) -> int | None:
        """The place of one of several counts that are told place by place: "four in A, two in the city of B"."""
        following = min((o for o in others if o > anchors[-1]), default=None)
        if not others or (following is None and min(others) > anchors[0]):
            return None
        stop = following if following is not None else self.parse.sentence(anchors[0]).stop
        for i, s in enumerate(found):
            if anchors[-1] < s.mention.first < stop and s.mention.first - anchors[-1] <= SHARE and s.cost < 0.6:
                gap = self.parse.tokens[anchors[-1] + 1 : s.mention.first]
                return i if all(t.pos in PLAIN or t.lower in self.words.sites for t in gap) else None
        return None

    def distance(self, token: int, anchors: Sequence[int], others: Sequence[int] = ()) -> float:
        """How far a token is from what happened: steps in the tree, words between, other counts between."""
        near = min(anchors, key=lambda a: abs(a - token))
        between = sum(min(near, token) < o < max(near, token) for o in others)
        if token - self.parse.sentence(token).first <= OPENING:
            return 2.0 + 1.2 * between
        apart = 0.5 * min(self.path(a, token) for a in anchors) + min(0.06 * abs(near - token), 3.0)
        return min(apart, FARTHEST) + 1.2 * between

    def path(self, a: int, b: int) -> int:
        """Steps between two tokens in the tree; 12 where they are in different sentences."""
        up = {a: 0} | {t.index: n for n, t in enumerate(self.parse.ancestors(a), start=1)}
        if b in up:
            return up[b]
        return next((n + up[t.index] for n, t in enumerate(self.parse.ancestors(b), start=1) if t.index in up), 12)

    def _finest(self, spots: Sequence[Spot], best: int) -> Spot:
        """The smallest place of the address that a spot is a part of: "the market of A, near B, in C"."""
        i = self._listed(spots, best)
        while i > 0 and self._leads(spots[i - 1], spots[i]):
            i -= 1
        while i + 1 < len(spots) and self._holds(spots[i], spots[i + 1]):
            i += 1
        return spots[i]

    def _leads(self, left: Spot, right: Spot) -> bool:
        """Whether the left place lies in or beside the right one."""
        if left.cost > 3 or not self._linked(left, right):
            return False
        gap = [t.lower for t in self.parse.tokens[left.mention.stop : right.mention.first]]
        if not gap or gap[0] in GENITIVES:  # "Arven's Old Marrow"
            return False
        wide, narrow = fineness(left.place), fineness(right.place)
        if wide in (COUNTRY, PROVINCE) and narrow < PROVINCE:
            return False
        return narrow >= wide or gap[0] in ("in", "of", ",") or any(word in self.words.beside for word in gap)

    def _holds(self, left: Spot, right: Spot) -> bool:
        """Whether the right place lies in the left one: "Arven's Old Marrow", "the province of Arven near Tarn"."""
        if not self._linked(left, right) or self._leads(left, right) or right.cost > 3:
            return False
        gap = self.parse.tokens[left.mention.stop : right.mention.first]
        if not gap or gap[0].lower in GENITIVES:
            return True
        return right.cost < 2 and fineness(left.place) > fineness(right.place)

    def _linked(self, left: Spot, right: Spot) -> bool:
        gap = self.parse.tokens[left.mention.stop : right.mention.first]
        skipped = self.countryside
        return len(gap) <= GAP and all(t.lower in self.words.chain or t.pos == "NUM" or t.index in skipped for t in gap)

    def _listed(self, spots: Sequence[Spot], i: int) -> int:
        """The first of a short list of places, what encloses a long one."""
        first = last = i
        while first > 0 and self._joined(spots[first - 1], spots[first]):
            first -= 1
        while last + 1 < len(spots) and self._joined(spots[last], spots[last + 1]):
            last += 1
        after = last + 1
        encloses = after < len(spots) and self._linked(spots[last], spots[after])
        return after if last - first >= LONG_LIST and encloses else first

    def _joined(self, left: Spot, right: Spot) -> bool:
        gap = self.parse.tokens[left.mention.stop : right.mention.first]
        if COUNTRY in (left.place.precision, right.place.precision) or len(gap) > 3:
            return False
        joins = any(t.lower in CONNECTS for t in gap)
        return joins and all(t.lower in CONNECTS or t.lower in self.words.sites for t in gap)

    def chains(self) -> set[tuple[str, str]]:
        """Pairs of places, by `place_key`, of which the page says that the first lies in or beside the second."""
        found: set[tuple[str, str]] = set()
        for spots in self.spots.values():
            below: list[Spot] = []  # places that what comes next may enclose
            for a, b in pairwise(spots):
                below.append(a)
                if self._leads(a, b) and not self._is_far(a, b):
                    found |= {(place_key(x.place), place_key(b.place)) for x in below}
                elif self._holds(a, b) and not self._are_apart(a.place, b.place):
                    found.add((place_key(b.place), place_key(a.place)))
                    below = []
                elif not self._joined(a, b):
                    below = []
        return {(a, b) for a, b in found if a != b}

    @staticmethod
    def _are_apart(a: Place, b: Place) -> bool:
        """Whether two towns lie too far from each other for one address."""
        far = distance_km(a, b)
        return far is not None and far > HUB_KM and max(fineness(a), fineness(b)) < PROVINCE

    def hubs(self, chains: Collection[tuple[str, str]]) -> set[str]:
        """Places after which the page names what lies around them, by `place_key`, less those named so themselves."""
        towns = {place_key(s.place) for found in self.spots.values() for s in found if fineness(s.place) < PROVINCE}
        return {outer for _, outer in chains} - {inner for inner, outer in chains if outer in towns}

    def _is_far(self, left: Spot, right: Spot) -> bool:
        """Whether the page counts the miles between two places."""
        return any(t.pos == "NUM" for t in self.parse.tokens[left.mention.stop : right.mention.first])
