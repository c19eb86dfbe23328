"""Parties that are described and not named: "rebels", "the regime", "Kurdish fighters", "Ruria-backed gunmen"."""

from __future__ import annotations

import re
from functools import cached_property

from counterclaim.blaming.foes import Foes
from counterclaim.blaming.homeland import ARMY, Homeland
from counterclaim.blaming.nouns import Culprit, Nouns
from counterclaim.blaming.recalled import Recalled
from counterclaim.blaming.stretches import HYPHENS
from counterclaim.model import Mention
from counterclaim.parties import Catalogue
from counterclaim.syntax import Token

BEFORE = 4  # words before "gunmen" that may leave open who they are
UNIT = 4  # words from a unit's number to its noun
UNITS = frozenset({"organisation", "party"})
UNKNOWN = frozenset({"organisation", "people", "person"})
OTHERS = frozenset({"of", "by", "on", "against"})
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)", re.I)


class Described:
    """Reads the descriptions of one page."""

    def __init__(self, nouns: Nouns, recalled: Recalled, home: Homeland, foes: Foes, catalogue: Catalogue) -> None:
        self._nouns = nouns
        self._parse = nouns.parse
        self._at = nouns.at
        self._stems = nouns.stems
        self._words = nouns.words
        self._recalled = recalled
        self._home = home
        self._foes = foes
        self._catalogue = catalogue

    def describe(self, i: int, *, office: bool = False) -> Culprit | None:
        """A common noun as a party: "rebels" as they are, "the regime" as the government the page is about.

        Before an `office` an adjective does as well: "a military spokesman".
        """
        t, word = self._parse.tokens[i], self._stems[i]
        if t.pos in ("VERB", "ADV") or self._is_anti(i):
            return None
        if armed := self._armed(i):
            return armed
        if not office and self._is_adjective(t) and not self._is_of_force(t):
            return None
        role = self._words.stand_ins.get(word) or self._words.stand_ins.get(self._pair(i))
        if role is None:
            return self._of_group(i) if word in self._words.lists["groups"] else self._band(i)
        if role == "coalition" and self._is_other_coalition(i):
            return None
        if role in self._words.wars:
            party = self._styled(role, i) or self._foes.meant(role, i)
        elif (foe := self._words.stand_ins.get(self._stems[i - 1] if i else "")) in self._words.wars:
            party = self._foes.meant(foe or "", i)  # "enemy troops"
        else:
            party = self._home.stands_for(role, i, self._words.leagues, self._words.armies)
        return self._nouns.culprit(party, i, i + 1, "power") if party else None

    def _styled(self, word: str, i: int) -> str | None:
        """The state whose this is elsewhere on the page: "the aggression" of a page on "the Rurian aggression"."""
        near = [j for j, s in enumerate(self._stems) if s == word and j != i and self._owner(j)]
        return self._owner(min(near, key=lambda j: abs(j - i))) if near and self._stems[i] == word else None

    def _owner(self, i: int) -> str | None:
        """The state before a word, of two tied by a hyphen the first."""
        first = self._at.get(i - 1)
        tied = self._at.get(first.first - 2) if first and first.first > 1 else None
        if first and tied and self._parse.tokens[first.first - 1].text in HYPHENS:
            first = tied
        return first.party.name if first and first.party and first.party.kind == "state" else None

    def _is_adjective(self, t: Token) -> bool:
        return self._stems[t.index] in self._words.lists["adjectival"] and t.dep in ("amod", "compound")

    def _is_of_force(self, t: Token) -> bool:
        """Whether an adjective tells whose men or arms act: "a police officer", not so "military strikes"."""
        named = any(p.lower in OTHERS for p in self._parse.children(t.head, "prep"))  # "military forces of the M5"
        return not named and (self._words.is_force(self._stems[t.head]) or self._is_armys(t))

    def _is_armys(self, t: Token) -> bool:
        """Whether arms or an attack are an army's by "military" before them: "a military air strike"."""
        owned = {self._stems[t.head], self._pair(t.head)} & self._words.lists["army_owned"]
        return bool(owned) and self._words.stand_ins.get(self._stems[t.index]) == ARMY

    def _armed(self, i: int) -> Culprit | None:
        """Armed people by a word or two ("militants", "armed groups"), or the named group that these words take up."""
        for first, words in ((i - 1, self._pair(i)), (i, self._stems[i])):
            if words in self._words.armed:
                return (
                    self._by_face(words, first, i)
                    or self._of_group(i)
                    or self._of_foe(words, i)
                    or self._of_foe_before(words, i)
                    or self._nouns.culprit(self._words.armed[words], first, i + 1, "described")
                )
        return None

    def _by_face(self, word: str, first: int, i: int) -> Culprit | None:
        """The only sort of men that the page's gunmen are elsewhere: "bandits"; not so "unidentified gunmen"."""
        lists = self._words.lists
        if word not in lists["faceless"] or len(self._faces) != 1:
            return None
        before = {t.lower for t in self._parse.tokens[max(0, first - BEFORE) : first]}
        if before & lists["unknown"]:
            return None
        return self._nouns.culprit(self._words.armed[next(iter(self._faces))], first, i + 1, "described")

    @cached_property
    def _faces(self) -> frozenset[str]:
        """The words for the men whom the page makes subjects or authors, by what they are."""
        told = (t for t in self._parse.tokens if t.dep == "nsubj" or self._parse.head(t.index).lower == "by")
        return frozenset(s for t in told if (s := self._stems[t.index]) in self._words.lists["faces"])

    def _of_foe(self, word: str, i: int) -> Culprit | None:
        """The one militia that "the militia" is to the other side of a war."""
        if word not in self._words.wars or (
            word in self._words.lists["recalling"] and not self._recalled.is_definite(i)
        ):
            return None
        party = self._foes.meant(word, i)
        return self._nouns.culprit(party, i, i + 1, "group") if party else None

    def _of_foe_before(self, word: str, i: int) -> Culprit | None:
        """The group that the page calls as its foes do, and then otherwise: "the Khawarij", "the terrorists"."""
        if word not in self._words.lists["recalling"] or not self._recalled.is_definite(i):
            return None
        before = [j for j in self._foes_named if j < i and self._stems[j] != word]
        party = self._foes.meant(self._stems[before[-1]], before[-1]) if before else None
        return self._nouns.culprit(party, i, i + 1, "group") if party else None

    @cached_property
    def _foes_named(self) -> list[int]:
        """The words of the page for armed men by which one side's foes are called."""
        called = self._words.armed.keys() & self._words.wars.keys() - self._words.lists["recalling"]
        return [j for j, s in enumerate(self._stems) if s in called]

    def _pair(self, i: int) -> str:
        return f"{self._parse.tokens[i - 1].lower} {self._stems[i]}" if i else ""

    def _is_anti(self, i: int) -> bool:
        tokens = self._parse.tokens
        return i >= 2 and tokens[i - 1].text in HYPHENS and tokens[i - 2].lower == "anti"

    def _is_other_coalition(self, i: int) -> bool:
        """Whether a coalition is said to be of somebody: "a coalition of tribes", "a rebel coalition"."""
        return any(t.lower == "of" or self._stems[t.index] in self._words.armed for t in self._parse.children(i))

    def _of_group(self, i: int) -> Culprit | None:
        """The armed group that "the group" or "the militants" takes up."""
        party = self._recalled.by_noun(i) or self._recalled.by_style(i) or self._recalled.by_headline(i)
        return self._nouns.culprit(party.name, i, i + 1, "group") if party else None

    def _band(self, i: int) -> Culprit | None:
        """An armed body that the catalogue does not know, by a word in its name: "Tarn Military Council"."""
        mention = self._at.get(i)
        if mention is None:
            return self._numbered(i)
        if i != mention.stop - 1 or mention.first == i:
            return None
        if self.is_unit(mention) and mention.kind in UNITS:
            return self._unit(mention)
        if mention.kind != "organisation":
            return None
        if not any(self._stems[j] in self._words.lists["bands"] for j in range(mention.first, mention.stop)):
            return None
        return self._nouns.culprit(mention.name, mention.first, mention.stop, "group")

    def styled_group(self, i: int, head: int) -> Culprit | None:
        """A group that nobody knows, by the name before its noun: "the Tarn movement", not so "the Sunni movement"."""
        mention = self._at.get(i)
        if (
            mention is None
            or mention.kind not in UNKNOWN
            or mention.stop != head
            or i != head - 1
            or mention.first == 0
        ):
            return None
        before = self._parse.tokens[mention.first - 1].lower
        styled = before == "the" and self._parse.tokens[i].text[0].isupper()
        if (
            not styled
            or self._stems[head] not in self._words.lists["styled"]
            or self._stems[i] in self._words.lists["faiths"]
        ):
            return None
        return self._nouns.culprit(self._parse.span(mention.first, head + 1).exact, mention.first, head + 1, "group")

    def is_unit(self, mention: Mention) -> bool:
        """Whether a body has only a number for its name: "the 91st Division", and not "the 17 October Brigade"."""
        tokens = self._parse.tokens[max(0, mention.first - 1) : mention.stop]
        return (
            any(ORDINAL.fullmatch(t.text) for t in tokens)
            and self._stems[mention.stop - 1] in self._words.lists["bands"]
        )

    def _numbered(self, i: int) -> Culprit | None:
        """The army of a unit that nobody took for a name: "the 4th Armoured Division"."""
        tokens, first = self._parse.tokens, i
        while first and i - first < UNIT and not tokens[first - 1].text[0].islower():
            first -= 1
            if ORDINAL.fullmatch(tokens[first].text):
                break
        named = self._stems[i] in self._words.lists["numbered"] and tokens[i].text[0].isupper()
        if not named or not ORDINAL.fullmatch(tokens[first].text):
            return None
        party = self._home.stands_for(ARMY, i, self._words.leagues, self._words.armies)
        return self._nouns.culprit(party, first, i + 1, "power") if party else None

    def _unit(self, mention: Mention) -> Culprit | None:
        """The army of a unit that has only a number: "the 91st Division"."""
        party = self._home.stands_for(ARMY, mention.stop - 1, self._words.leagues, self._words.armies)
        return self._nouns.culprit(party, mention.first, mention.stop, "power") if party else None

    def of_people(self, i: int, described: Culprit | None) -> list[Culprit]:
        """The fighters of a people without a state, under its name: "Kurdish forces"."""
        tokens = self._parse.tokens
        if described and described.sort == "described" and described.token > i:
            return [
                self._nouns.culprit(
                    f"{tokens[i].text} {tokens[described.token].lower}", i, described.token + 1, "described"
                )
            ]
        after = i + 1
        while after < len(tokens) and tokens[after].dep == "compound" and tokens[after].head == after + 1:
            after += 1
        if after < len(tokens) and self._words.can_head(self._stems[after]) and tokens[after].pos != "VERB":
            return [self._nouns.culprit(f"{tokens[i].text} {tokens[after].lower}", i, after + 1, "described")]
        return []

    def proxy(self, patron: Mention, described: Culprit) -> Culprit:
        """Fighters of another's: "Ruria-backed rebels", "mercenaries of Ruria"."""
        name = f"{patron.span.exact}-backed {self._parse.tokens[described.token].lower}"
        party = self._catalogue.lookup(name)
        return Culprit(party.name if party else name, described.span, described.token, "described")

    def proxy_of(self, owner: Culprit, noun: int) -> Culprit | None:
        """Those whom a state backs, by a pronoun or a genitive for it: "Ruria and its mercenaries"."""
        near = (noun, *(t.index for t in self._parse.children(noun, "amod", "compound")))
        if owner.sort != "power" or not any(self._stems[i] in self._words.lists["patronised"] for i in near):
            return None
        adjective = self._catalogue.adjectives.get(owner.party)
        name = f"{adjective}-backed {self._parse.tokens[noun].lower}"
        party = self._catalogue.lookup(name) or self._catalogue.lookup(f"{adjective}-backed rebels")
        return self._nouns.culprit(party.name if party else name, noun, noun + 1, "described") if adjective else None

    def cause(self, mention: Mention, head: int) -> Culprit | None:
        """A body that the catalogue does not know, told by the cause in its name: "Rurian Liberation Army"."""
        tokens = self._parse.tokens
        inner = range(mention.stop, head)
        if not inner or not all(tokens[i].text[0].isupper() for i in range(mention.first, head + 1)):
            return None
        if self._stems[head] not in self._words.lists["bands"]:
            return None
        if not any(self._stems[i] in self._words.lists["causes"] for i in inner):
            return None
        return self._nouns.culprit(self._parse.span(mention.first, head + 1).exact, mention.first, head + 1, "group")
