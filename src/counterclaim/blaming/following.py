"""Parties named after a noun: "warplanes of the coalition", "fighters loyal to the president"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from counterclaim.blaming.described import Described
from counterclaim.blaming.homeland import Homeland
from counterclaim.blaming.nouns import Culprit, Nouns
from counterclaim.model import Mention
from counterclaim.syntax import Token

TITLES = 5  # words from "loyal to" to a name


@dataclass(frozen=True)
class Following:
    """Reads what stands after the nouns of one page; `inner` reads the noun phrase with a head as parties."""

    nouns: Nouns
    described: Described
    home: Homeland
    inner: Callable[[int], list[Culprit]]
    before: Callable[[int], list[Culprit]]

    def named(self, head: int) -> list[Culprit]:
        """The parties named after a noun."""
        words, stem = self.nouns.words, self.nouns.stems[head]
        if not words.can_head(stem) and stem not in words.lists["realms"]:
            return []
        found = [*self.of_state(head), *(c for t in self.nouns.parse.children(head) for c in self._by(t))]
        if stem in words.armed and any(c.sort == "power" for c in found):
            return self._hired(head, found[0])
        return found

    def _by(self, t: Token) -> list[Culprit]:
        """The parties under one word that hangs on the noun."""
        preps = self.nouns.parse.children(t.index, "prep")
        if t.dep == "prep" and t.lower in ("of", "from", "called"):
            return self._objects(t.index)
        if t.lower in self.nouns.words.lists["dressed"]:  # "men in army uniform", "gunmen wearing army fatigues"
            worn = [o.index for o in self.nouns.parse.children(t.index, "pobj", "dobj")]
            dress = [i for i in worn if self.nouns.stems[i] in self.nouns.words.lists["dress"]]
            return [c for i in dress for c in self.before(i) if c.token in self.nouns.at]  # not "military uniform"
        if t.dep == "appos":
            found = [c for c in self.before(t.index) if t.index in self.nouns.at and c.sort == "group"]
            return found or (self._self_styled(t.index) if self._is_band(t.head) else [])
        if (
            t.dep in ("acl", "relcl") and t.lower in self.nouns.words.lists["known_as"]
        ):  # "the group known as the Black Banner"
            called = [o.index for o in self.nouns.parse.children(t.index, "oprd")]
            known = [o.index for p in preps if p.lower == "as" for o in self.nouns.parse.children(p.index, "pobj")]
            styled = [c for i in (*called, *known) for c in self.inner(i) or self._self_styled(i)]
            return styled + [c for p in preps if p.lower != "as" for c in self._objects(p.index)]
        if t.lower in self.nouns.words.lists["loyal"]:
            found = [c for p in preps for c in self._objects(p.index) or self._states(p.index) or self._after(p.index)]
            return [self.described.proxy_of(c, t.head) or c for c in found]
        return []

    def _after(self, prep: int) -> list[Culprit]:
        """The person named soon after "to", whatever the parser makes of his titles: "to renegade General Bastan"."""
        after = range(prep + 1, min(prep + TITLES, len(self.nouns.parse.tokens)))
        near = [m for i in after if (m := self.nouns.at.get(i))]
        return self._of_mention(near[0]) if near and near[0].kind == "person" else []

    def of_state(self, head: int) -> list[Culprit]:
        """The state whose men, arms or government a noun names with "of": "soldiers of Ruria", "the Republic of Ruria".

        Of a country that only tells where somebody is ("rebels of Ruria") nothing follows.
        """
        lists = self.nouns.words.lists
        if self.nouns.stems[head] not in lists["realms"] | lists["states_own"]:
            return []
        preps = self.nouns.parse.children(head, "prep")
        return [c for p in preps if p.lower == "of" for c in self._states(p.index)]

    def _is_band(self, head: int) -> bool:
        """Whether a noun only says that they are an armed body, whose name follows: "an unknown group, the Owls,"."""
        single = self.nouns.parse.tokens[head].tag == "NN" and head not in self.nouns.at
        return single and self.nouns.stems[head] in self.nouns.words.lists["styled"]

    def _self_styled(self, i: int) -> list[Culprit]:
        """A body by a name that nobody knows: "a youth group called the Owls"."""
        mention = self.nouns.at.get(i)
        if mention is None or mention.kind == "place":
            return []
        return [self.nouns.culprit(mention.name, mention.first, mention.stop, "group")]

    def _states(self, prep: int) -> list[Culprit]:
        """The states named after a preposition by their own names."""
        mentions = [self.nouns.at.get(t.index) for t in self.nouns.parse.children(prep, "pobj")]
        return [c for m in mentions if m and self.home.is_state(m) for c in self._of_mention(m)]

    def _of_mention(self, m: Mention) -> list[Culprit]:
        party = self.home.accountable(m.party)
        return [self.nouns.culprit(party.name, m.first, m.stop, self.nouns.sort(party))] if party else []

    def _hired(self, head: int, patron: Culprit) -> list[Culprit]:
        """What "mercenaries of Ruria" are; other fighters are not those of the state named after them."""
        mention, described = self.nouns.at.get(patron.token), self.described.describe(head)
        if mention and described and self.nouns.stems[head] in self.nouns.words.lists["proxies"]:
            return [self.described.proxy(mention, described)]
        if mention and mention.kind == "person":  # "the militia of Bastan"
            return [patron]
        return [described] if described else []

    def _objects(self, prep: int) -> list[Culprit]:
        heads = [t.index for t in self.nouns.parse.children(prep, "pobj")]
        mentions = [self.nouns.at.get(i) for i in heads]
        return [c for i, m in zip(heads, mentions, strict=True) if not m or m.kind != "place" for c in self.inner(i)]
