"""Places that no list of places has, known by the words beside them: "the village of Old Marrow"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from counterclaim.model import Mention
from counterclaim.setting.described import Described
from counterclaim.setting.hinted import Hinted
from counterclaim.setting.nearness import QUARTERS
from counterclaim.setting.runs import NO_NAMES, NameRuns
from counterclaim.setting.spots import PlaceWords
from counterclaim.syntax import SUBJECTS, UNDERGOING, Parse, Token

NO_PLACES = NO_NAMES | {"EVENT", "PRODUCT", "WORK_OF_ART", "LAW"}
INSIDE = frozenset({"in", "at", "near", "outside", "off"})
AIMED = frozenset({"on", "around", "across", "over"})  # bodies are seldom named by one word
COMMUNITIES = frozenset({"community", "communities"})
STANDING = UNDERGOING | {"pobj"}
LYING = frozenset({"be", "lie", "sit"})
MEASURED = frozenset({"of", "from"})
FAR = 9  # words after a verb in which it is said how far from a place another is


class UnlistedPlaces:
    """Finds such places in one page. `told` are the tokens of harm and of attacks: no part of a name."""

    def __init__(self, parse: Parse, words: PlaceWords, told: frozenset[int]) -> None:
        self.parse, self.words, self.told = parse, words, told
        self.runs = NameRuns(parse, told)
        self.described = Described(parse, words, self.runs)
        self._small = frozenset(t.text for t in parse.tokens if t.text.islower())
        self.hinted = Hinted(parse, words, self.runs, told, self._small)

    def find(self, taken: set[int]) -> list[Mention]:
        """Names that no mention covers and that stand where places stand: "the village of Old Marrow"."""
        found = [*self._sited(taken), *self.hinted.find(taken)]
        return [*found, *self.hinted.again(found, taken)]

    def _sited(self, taken: set[int]) -> Iterator[Mention]:
        """Names that their neighbours make places."""
        for t in self.parse.tokens:
            if t.text in self.words.sites and not self._is_peoples(t):
                yield from self._beside(t, taken)
                yield from self.described.find(t, taken)
            elif t.text == "Area" and self._is_governed(t.index):
                yield from self.runs.listed(t.index - 3, self.parse.sentence(t.index).first, taken)
            elif (t.dep in STANDING and (self._is_stormed(t) or self._is_built(t) or self._is_placed(t))) or (
                t.dep in SUBJECTS and self._lies(t)
            ):
                yield from self.runs.listed(t.index, self.parse.sentence(t.index).first, taken)

    def _is_peoples(self, t: Token) -> bool:
        """Whether a community is that of a people: "nine of the Arven community"."""
        return t.lower in COMMUNITIES and t.dep == "pobj" and self.parse.head(t.index).lower in ("of", "from", "by")

    def _beside(self, t: Token, taken: set[int]) -> Iterator[Mention]:
        """The names right beside a noun for places: "the village of Old Marrow", "the Old Marrow village"."""
        tokens, sentence, after = self.parse.tokens, self.parse.sentence(t.index), t.index + 1
        before = tokens[t.index - 1] if t.index > sentence.first else None
        if after < sentence.stop and tokens[after].lower == "of" and not (before and self.runs.is_name(before)):
            yield from self.runs.run(after + 1, 1, sentence.stop, taken)
        elif before is not None:
            plain = before.index > sentence.first and before.pos == "ADJ" and before.text.islower()
            at = before.index - plain
            if at in taken and t.lower.endswith("s"):
                yield from self.runs.before(at, sentence.first, taken)
            yield from self.runs.listed(at, sentence.first, taken)

    def _is_governed(self, i: int) -> bool:
        """Whether a word ends "Local Government Area"."""
        return [t.lower for t in self.parse.tokens[max(0, i - 2) : i]] == ["local", "government"]

    def _is_built(self, t: Token) -> bool:
        """Whether a noun for places ends a name and something is told of there: "shells hit Old Marrow Square"."""
        before = self.parse.tokens[t.index - 1] if t.index > self.parse.sentence(t.index).first else None
        if t.lower not in QUARTERS or not t.text[:1].isupper() or t.text.isupper() or before is None:
            return False
        if before.pos != "PROPN" or before.head != t.index or before.lower in self._small:
            return False
        if t.dep in UNDERGOING:
            return t.head in self.told
        return (
            t.dep == "pobj"
            and t.lower not in self.words.hospitals
            and self.parse.head(t.index).lower in self.words.locative
        )

    def _is_stormed(self, t: Token) -> bool:
        """Whether what is done to places is done to what a word names: "rebels stormed Old Marrow"."""
        if (
            t.dep not in UNDERGOING
            or t.pos != "PROPN"
            or t.entity in NO_PLACES
            or t.text.isupper()
            or self._is_plain(t)
        ):
            return False
        lemma = self.parse.head(t.index).lemma
        if (t.entity == "ORG" and self._is_body(t)) or self._is_person(t):
            return False
        alone = not any(True for _ in self.parse.children(t.index, "compound"))  # people mostly have two names
        return lemma in self.words.stormed or (alone and lemma in self.words.struck)

    def _is_person(self, t: Token) -> bool:
        """Whether a name of two words is a person's who speaks or is brought somewhere: "Ana Holm: 80 people left"."""
        after = self.parse.tokens[t.index + 1 : t.index + 2]
        return t.entity == "PERSON" and not t.entity_first and bool(after) and after[0].text == ":"

    def _is_placed(self, t: Token) -> bool:
        """Whether a preposition makes a place of a name: "at Old Marrow", "killed on Old Marrow"."""
        if t.dep != "pobj" or t.pos != "PROPN" or t.entity in NO_PLACES or t.text.isupper() or self._is_plain(t):
            return False
        if self.parse.tokens[t.index - 1].pos == "NUM" or (t.entity == "ORG" and self._is_body(t)):
            return False
        prep = self.parse.head(t.index)
        hit = prep.lower in self.words.locative and prep.head in self.told and not self._suffers(t, prep)
        return prep.lower in INSIDE or (hit and (t.entity != "ORG" or self._is_aimed(t, prep)))

    def _is_aimed(self, t: Token, prep: Token) -> bool:
        """Whether a name of one word stands where something was aimed at it: "the attack on Arven"."""
        before = self.parse.tokens[t.index - 1]
        alone = before.head != t.index and not self.runs.is_name(before)
        return alone and prep.lower in AIMED and (prep.lower != "on" or self.parse.head(prep.index).pos == "NOUN")

    def _lies(self, t: Token) -> bool:
        """Whether it is said how far from somewhere a name is: "Old Marrow lies 30 km south of Arven"."""
        verb = self.parse.head(t.index)
        if t.index != verb.index - 1 - (verb.tag == "VBN") or not t.text[:1].isupper() or self._is_plain(t):
            return False
        if verb.lemma not in LYING | self.words.lying or t.pos not in ("PROPN", "NOUN"):
            return False
        after = self.parse.tokens[verb.index + 1 : verb.index + FAR]
        return any(a.lower in self.words.directions and b.lower in MEASURED for a, b in pairwise(after))

    def _is_body(self, t: Token) -> bool:
        """Whether a name is that of a body, as far as its words tell."""
        first, stop, tokens = t.index, t.index + 1, self.parse.tokens
        start, end = self.parse.edges(t.index)
        while first > start and (tokens[first - 1].entity == t.entity or self.runs.is_name(tokens[first - 1])):
            first -= 1
        while stop <= end and tokens[stop].entity == t.entity and not tokens[stop].entity_first:
            if tokens[stop].pos == "ADP" and tokens[stop].lower != "of":
                break
            stop += 1
        return any(w.lower in self.words.bodies for w in tokens[first:stop])

    def _is_plain(self, t: Token) -> bool:
        """Whether it is a word in capitals that the page also writes small, or that a number is for: "Room 140"."""
        following = self.parse.tokens[t.index + 1 : t.index + 2]
        numbered = bool(following) and following[0].pos == "NUM" and following[0].head == t.index
        if t.lower in self.words.headlike:
            return True
        return t.lower in self._small or t.lower.removesuffix("s") in self._small or numbered

    def _suffers(self, t: Token, prep: Token) -> bool:
        """Whether it is a person to whom what stands before "of" was done: "the death of Ana Holm"."""
        return prep.lower == "of" and t.entity == "PERSON" and not t.entity_first
