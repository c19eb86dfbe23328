"""Groups that a page names once and then calls something else: "the group", "the militants", "the rebels"."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.blaming.stretches import GENITIVES, HYPHENS
from counterclaim.blaming.words import Vocabulary, stem
from counterclaim.model import Mention, Party
from counterclaim.syntax import Parse

DEFINITE = frozenset({"the", "these", "those"})
MODIFIES = frozenset({"amod", "compound"})
FAR = 6  # where the page has no other group
NEAR = 2  # sentences over which "the group" looks back for its name
SAME = "same"  # takes up a group from farther off
ADJECTIVES = 5  # words between "the" and its noun
ASIDE = 2  # words before a group's name that may tell what it is: "the rebel group M5"


class Recalled:
    """The named armed groups of one page; `stems` are the page's words as the lexicon has them.

    `unnamed` are the words that here are a party by themselves, and take up none: "the rebels" of a war of many.
    """

    def __init__(
        self,
        parse: Parse,
        mentions: Sequence[Mention],
        stems: Sequence[str],
        words: Vocabulary,
        unnamed: frozenset[str],
    ) -> None:
        self._parse = parse
        self._unnamed = unnamed
        self._stems = stems
        self._words = words
        self._named = [(m, m.party) for m in mentions if m.party and self._is_named(m)]
        self._styles = self._read_styles()

    def by_noun(self, i: int) -> Party | None:
        """The group that a definite noun such as "the group" or "the militants" means: the last named, if near."""
        tokens, word = self._parse.tokens, self._stems[i]
        if word in self._unnamed or word not in self._words.lists["recalling"] or not self.is_definite(i):
            return None
        before = [(m, p) for m, p in self._named if m.first < i]
        if not before:
            return None
        apart = tokens[i].sentence - tokens[before[-1][0].first].sentence
        if apart > (NEAR if len({p.name for _, p in self._named}) > 1 else FAR) and not any(
            t.lower == SAME for t in self._parse.children(i, "amod")
        ):
            return None
        return before[-1][1]

    def by_headline(self, i: int) -> Party | None:
        """The one group of the page that its headline only describes: "Militants attack base" over "M5 militants"."""
        t = self._parse.tokens[i]
        if t.sentence or t.dep in MODIFIES or self._stems[i] not in self._words.lists["recalling"]:
            return None  # "terrorist attacks"
        groups = {party.name: party for _, party in self._named}
        last = len(self._stems) - 1
        spans = [range(max(0, m.first - 1), min(m.stop, last) + 1) for m, _ in self._named]
        beside = {self._stems[j] for span in spans for j in span}
        return next(iter(groups.values())) if len(groups) == 1 and self._stems[i] in beside else None

    def last(self, i: int) -> Party | None:
        """The group that the sentence before names last, if it names but one."""
        sentence = self._parse.tokens[i].sentence - 1
        near = {p.name: p for m, p in self._named if self._parse.tokens[m.first].sentence == sentence}
        return next(iter(near.values())) if len(near) == 1 else None

    def is_definite(self, i: int) -> bool:
        """Whether "the" stands before a noun and its adjectives: "the Ruria-backed group"."""
        first = max(self._parse.sentence(i).first, i - ADJECTIVES)
        for j in range(i - 1, first - 1, -1):
            t = self._parse.tokens[j]
            if t.lower in DEFINITE:
                return True
            common = t.dep == "compound" and t.text.islower()  # "the coup militia"
            if t.text not in HYPHENS and t.dep not in ("amod", "npadvmod") and not common:
                return False
        return False

    def by_style(self, i: int) -> Party | None:
        """The one group of the page that "the rebels" means: the one that it calls so elsewhere ("M5 rebels")."""
        before = self._parse.tokens[i - 1].lower if i else ""
        return self._styles.get(self._stems[i]) if before in DEFINITE else None

    def _read_styles(self) -> dict[str, Party]:
        """What the page calls its only named group."""
        groups = {party.name: party for _, party in self._named}
        if len(groups) != 1:
            return {}
        (group,) = groups.values()
        spans = [(max(0, m.first - ASIDE), min(len(self._stems), m.stop + 1)) for m, _ in self._named]
        near = {self._stems[i] for first, stop in spans for i in range(first, stop)}
        return {
            word: group for word in near if word in self._words.armed and word not in self._words.lists["recalling"]
        }

    def _is_named(self, m: Mention) -> bool:
        """Whether a mention is an armed group for itself, and not the parent of one ("a Black Banner affiliate")."""
        if m.party is None or m.party.kind != "armed_group" or m.party.name in self._words.armed.values():
            return False
        after = self._parse.tokens[m.stop].lower if m.stop < len(self._parse.tokens) else ""
        return after not in HYPHENS and after not in GENITIVES and stem(after) not in self._words.lists["branches"]
