"""Who can have done it: noun phrases read as the party behind them.

"Regime and Rurian warplanes" are two parties, "Rurian rebels" are no state, "rebel-held Tarn" is nobody. Shared by the
stages that pin a deed on a party.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.blaming.described import Described
from counterclaim.blaming.foes import Foes
from counterclaim.blaming.following import Following
from counterclaim.blaming.homeland import Homeland
from counterclaim.blaming.nouns import Culprit, Nouns
from counterclaim.blaming.recalled import Recalled
from counterclaim.blaming.segments import Segments, some
from counterclaim.blaming.speakers import Speakers
from counterclaim.blaming.stretches import stretches_before
from counterclaim.blaming.words import stem, vocabulary
from counterclaim.lexicon import Lexicon
from counterclaim.model import Mention, Party, Statement
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse

MAKE = re.compile(r"[A-Z][A-Za-z]{0,6}-?\d+\w{0,3}$")  # of an aircraft or a rocket
OF_OFFICE = frozenset({"amod", "compound", "nmod", "pobj", "poss"})
ASCRIBED = frozenset({"on", "to"})
OWNED = frozenset({"its", "their"})
CIVIL = frozenset({"ngo", "other"})
JOINED = 4  # nouns joined by "and" that are followed


class Culprits:
    """Reads noun phrases of one page as parties."""

    def __init__(
        self,
        parse: Parse,
        mentions: Sequence[Mention],
        catalogue: Catalogue,
        lexicon: Lexicon,
        statements: Sequence[Statement] = (),
        outlet: str | None = None,
    ) -> None:
        self._parse = parse
        self._catalogue = catalogue
        self._words = vocabulary(lexicon)
        self._home = Homeland(parse, mentions, catalogue)
        offices = self._words.lists["press_offices"]
        self._speakers = Speakers(parse, statements, catalogue, outlet, offices, self._accountable)
        self._home.force = self._speakers.force(self._home.country)
        self._at: dict[int, Mention] = {i: m for m in mentions for i in range(m.first, m.stop)}
        self._stems = [stem(t.text) for t in parse.tokens]
        self._nouns = Nouns(parse, self._at, self._stems, self._words)
        generic = catalogue.lookup("rebels")
        local = generic is not None and generic.country == self._home.country
        unnamed = frozenset(w for w, p in self._words.armed.items() if local and generic and p == generic.name)
        self._recalled = Recalled(parse, mentions, self._stems, self._words, unnamed)
        foes = Foes(parse, statements, catalogue, self._home.country, outlet, self._words.wars)
        self._described = Described(self._nouns, self._recalled, self._home, foes, catalogue)
        self._segments = Segments(
            self._nouns, self._described, self._home, self._recalled, catalogue, self._accountable
        )
        self._following = Following(self._nouns, self._described, self._home, self._inner, self._own)

    def stem(self, index: int) -> str:
        """The token's word as the lexicon has it."""
        return self._stems[index]

    def is_of_owner(self, index: int) -> bool:
        """Whether a noun tells armed men whose owner a pronoun names: "its troops", "its gunmen"."""
        return self.is_stand_in(index) or (index not in self._at and self._stems[index] in self._words.armed)

    def is_man(self, index: int) -> bool:
        """Whether a noun means men of a group's: "fighters", "members"."""
        return index not in self._at and self._stems[index] in self._words.lists["men"]

    def armed(self, index: int) -> list[Culprit]:
        """Armed men by what they are: "gunmen"."""
        return some(self._described.describe(index)) if self._stems[index] in self._words.armed else []

    def is_stand_in(self, index: int) -> bool:
        """Whether a noun stands for its country's government or army: "troops"."""
        pair = f"{self._parse.tokens[index - 1].lower} {self._stems[index]}" if index else ""
        return index not in self._at and bool({self._stems[index], pair} & self._words.stand_ins.keys())

    def mention(self, index: int) -> Mention | None:
        """The mention that a token is part of."""
        return self._at.get(index)

    def of(self, head: int, *, depth: int = 0) -> list[Culprit]:
        """The parties behind the noun phrase with this head, those joined to it by "and" included."""
        found = self.before(head, own=True)
        if all(c.sort == "described" for c in found):  # "gunmen of the Black Banner"
            found = self._following.named(head) or found
        elif all(c.sort == "power" for c in found) and self._stems[head] in self._words.lists["men"]:
            found = [c for c in self._following.named(head) if c.sort == "group"] or found  # "Rurian allies of the M5"
        elif all(c.token == head for c in found) and self.is_stand_in(head):
            groups = [c for c in self._following.named(head) if c.sort == "group"]  # "special forces of the M5"
            found = groups or self._following.of_state(head) or found
        if depth < JOINED:
            for other in self._parse.children(head, "conj"):
                if not any(c.token == other.index for c in found):
                    joined = self.of(other.index, depth=depth + 1)
                    named = any(c.sort == "group" for c in joined)
                    found += joined if named else self._backed(found, other.index) or joined
        return list({c.token: c for c in found}.values())

    def _backed(self, found: list[Culprit], noun: int) -> list[Culprit]:
        """Those whom the power named before backs: "Ruria and its mercenaries"."""
        owned = any(p.lower in OWNED for p in self._parse.children(noun, "poss"))
        return some(self.proxy_of(found[0], noun)) if owned and found else []

    def _inner(self, head: int) -> list[Culprit]:
        return self.of(head, depth=JOINED - 1)

    def _own(self, head: int) -> list[Culprit]:
        return self.before(head, own=True)

    def before(self, head: int, *, own: bool = False) -> list[Culprit]:
        """The parties among the words before a noun; with `own` the noun itself may be one."""
        if own and not (self._can_act(head) if head in self._at else self._can_strike(head)):
            return []
        mention = self._at.get(head) if own else None
        stretches = stretches_before(self._parse, head, mention.first if mention else head, self._modifies)
        told = [(segment, self._segments.resolve(segment, head)) for segment in stretches]
        if told and any(c.sort == "group" for c in told[-1][1]):
            told = [(s, found) for s, found in told if s is stretches[-1] or not self._is_epithet(s, found)]
        return [c for _, found in told for c in found]

    def _is_epithet(self, segment: list[int], found: list[Culprit]) -> bool:
        """Whether words before a comma only describe the group named after it: "the terrorist, Ruria-backed M5"."""
        after = self._parse.tokens[segment[-1] + 1].text if segment else ""
        return after == "," and all(c.sort == "described" for c in found)

    def _can_strike(self, head: int) -> bool:
        """Whether a noun can stand for those before it: "Rurian jets", or by its make "a Rurian K-31"."""
        if self._words.can_head(self._stems[head]) or MAKE.match(self._parse.tokens[head].text):
            return True
        return self.is_stand_in(head)

    def is_described(self, party: str) -> bool:
        """Whether a party has no name: "rebels", "unnamed: medics"."""
        return party.startswith("unnamed: ") or party in self._words.armed.values()

    def is_told(self, i: int) -> bool:
        """Whether a token stands in somebody's words."""
        return self._speakers.is_told(i)

    def last_group(self, i: int) -> list[Culprit]:
        """The group named last in the sentence before: "its fighters" after a sentence on the M5."""
        party = self._recalled.last(i)
        return [self._nouns.culprit(party.name, i, i + 1, "group")] if party else []

    def first_person(self, i: int) -> list[Culprit]:
        """Whom "we" means at a token: the party that the speaker stands for."""
        found = self._at_token(self._speakers.first_person(i), i)
        if found:
            return found
        meant = [c for j in self._speakers.office(i) for c in self._by_office(j)]
        return [replace(c, span=self._parse.span(i, i + 1), token=i) for c in meant[:1]]

    def _by_office(self, i: int) -> list[Culprit]:
        """Those whom a word of a nameless source tells: "a military source", "the coalition's spokesman"."""
        if self._parse.tokens[i].dep not in OF_OFFICE and not self.is_stand_in(i):  # "the army said we"
            return []
        mention = self._at.get(i)
        return self.named(mention) if mention else some(self._described.describe(i, office=True))

    def speaking(self, i: int) -> list[Culprit]:
        """The party for which the one speaks whom a token names."""
        return self._at_token(self._speakers.speaking(i), i)

    def named(self, mention: Mention) -> list[Culprit]:
        """The party that a name or an adjective stands for by itself: "jets believed to be Rurian"."""
        party = self._accountable(mention.party)
        return [self._nouns.culprit(party.name, mention.first, mention.stop, self._nouns.sort(party))] if party else []

    def proxy_of(self, owner: Culprit, noun: int) -> Culprit | None:
        """Those whom a state backs: "its mercenaries", "Ruria's factions"; None for what is the state's own."""
        return self._described.proxy_of(owner, noun)

    def _at_token(self, party: Party | None, i: int) -> list[Culprit]:
        return [self._nouns.culprit(party.name, i, i + 1, self._nouns.sort(party))] if party else []

    def in_office(self, i: int) -> list[Culprit]:
        """Those whose office the word before it tells: "a military spokesman"."""
        before = self._parse.tokens[i - 1] if i else None
        if before is None or before.head != i or before.dep not in ("amod", "compound"):
            return []
        return some(self._described.describe(i - 1, office=True))

    def _modifies(self, index: int) -> bool:
        """Whether a word names or describes a party, and so belongs to the noun whatever the parser says."""
        word = self._stems[index]
        return index in self._at or word in self._words.stand_ins or word in self._words.armed

    def speaker(self, head: int, *, known: bool = False) -> Culprit | None:
        """The party answerable for one who speaks: for a ministry its state; an unknown body itself, unless `known`."""
        mention = self._at.get(head)
        if mention is None:
            return None
        party = self._accountable(mention.party)
        civil = mention.party is not None and mention.party.kind in CIVIL  # a herders' league answers for its members
        if party is None and (known or not (civil or (mention.party is None and mention.kind == "organisation"))):
            return None
        if party is None and civil and mention.party:
            return self._nouns.culprit(mention.party.name, mention.first, mention.stop, "group")
        if party is None and mention.name.islower():  # "the association"
            return None
        return self._nouns.culprit(party.name if party else mention.name, mention.first, mention.stop, "group")

    def _can_act(self, head: int) -> bool:
        """Whether a mention that heads a noun phrase acts: a capital right before its verb, "northern Ruria" never."""
        m, tokens = self._at[head], self._parse.tokens
        if m.kind == "person" and m.party is None:
            near = (head, *(t.index for t in self._parse.children(head, "compound", "amod")))
            return self._stems[head] in self._words.armed or any(self._words.can_head(self._stems[i]) for i in near[1:])
        if m.kind != "place":
            return True
        if tokens[m.first].text[0].islower() or (m.first and tokens[m.first - 1].lower in self._words.lists["sites"]):
            return False
        after = tokens[m.stop] if m.stop < len(tokens) else None
        if not self._segments.is_seat(m) or (after is not None and after.pos in ("VERB", "AUX", "ADV", "PART")):
            return True
        while tokens[head].dep == "conj":
            head = tokens[head].head
        above = self._parse.head(head)
        if above.lower in ASCRIBED:  # "blamed on Velm", "attributed to Velm"
            verb = self._parse.head(above.index)
            if verb.dep == "dobj" and sum(x.lower in ASCRIBED for x in self._parse.subtree(verb.index)) == 1:
                verb = self._parse.head(verb.index)  # "blamed the raid on Velm"
            return verb.lemma in self._words.ascribing
        return tokens[head].dep in ("nsubj", "dobj") and above.lemma in self._words.charging

    def _accountable(self, party: Party | None) -> Party | None:
        if party and party.kind == "other" and stem(party.name.split()[-1]) in self._words.armed:
            return party  # "Rurian settlers"
        return self._home.accountable(party)
