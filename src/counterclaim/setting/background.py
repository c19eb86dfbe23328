"""Attacks that a page only tells of beside its own: what has been going on elsewhere, an arrest, a blast heard there.

Only sentences that count nobody are such; where the page has told of an attack at another place before, what is counted
later without a place was there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import cached_property

from counterclaim.lexicon import Lexicon
from counterclaim.model import RESPONSIBILITY
from counterclaim.setting.candidates import Candidates, Key, identity, size
from counterclaim.setting.events import EventWord
from counterclaim.setting.reader import PERFECT, SceneReader
from counterclaim.setting.scenes import MOVES, SHORT, Scene
from counterclaim.setting.spots import FAR
from counterclaim.setting.views import View
from counterclaim.syntax import SUBJECTS, Token

MOVED = frozenset({"displaced", "evacuated"})
UNHARMED = MOVED | {"detained"}
PROTEST = "Excessive force against protesters"
ARRESTS = MOVES | {"Arrests"}
AFTER = frozenset({"after", "before", "ahead", "amid", "as", "since"})
WEEK = 6  # days
CLAUSES = ("advcl", "prep", "npadvmod", "advmod")


class Background:
    """Reads it from one page's scenes."""

    def __init__(self, reader: SceneReader, scenes: Sequence[Scene], told: Candidates, lexicon: Lexicon) -> None:
        self.reader, self.parse, self.told = reader, reader.parse, told
        table = lexicon.table("settings", "aside")
        self.heard, self.coming = frozenset(table["heard"]), frozenset(table["coming"])
        self.begun = lexicon.words("settings", "begun")
        self.lasting = frozenset(table["lasting"])
        self.others, self.pointing = frozenset(table["others"]), frozenset(table["pointing"])
        self.against, self.harm = frozenset(table["against"]), lexicon.words("settings", "happenings_of_harm")
        self.harm |= lexicon.words("settings", "happenings")
        self._at: dict[Key, list[Scene]] = defaultdict(list)
        for s in scenes:
            if s.place:
                self._at[identity(s.place)].append(s)
        self._read: dict[int, bool] = {}
        self._alone: dict[Key, bool] = {}

    def is_place(self, view: View, k: Key) -> bool:
        """Whether a place is only told of beside what a finding without a place of its own goes on with."""
        scene = view.scene
        if view.own is not None or scene.dated or scene.running or scene.earlier:
            return False
        if view.finding.aspect in UNHARMED and k in self._at:
            return False
        if not (self._is_only_aside(k) or self._is_past(k, scene.sentence)) or self._points(scene.sentence):
            return False
        return any(j != k and size(j) == "fine" and self._is_told(j, scene.sentence) for j in view.keys)

    def _is_past(self, k: Key, sentence: int) -> bool:
        """Whether other paragraphs than a sentence's tell of a place, and of days long before those told of else."""
        there, passages = self._at.get(k, ()), self.parse.sentences
        last = [p for s in there if (p := passages[s.sentence].passage) >= passages[sentence].passage]
        return bool(there) and not last and all(self._is_old(s) for s in there)

    def _is_old(self, scene: Scene) -> bool:
        """Whether what a scene tells was long before the latest that the page tells of."""
        when, latest = scene.when, self._latest
        if when is None or latest is None or when.latest >= latest:
            return scene.earlier
        return when.days > SHORT or _days(when.latest, latest) > WEEK

    def _is_begun(self, scene: Scene) -> bool:
        """Whether a scene tells what began long before: "launched an offensive two weeks ago"."""
        long = scene.when and self._latest and _days(scene.when.earliest, self._latest) > WEEK
        return bool(long) and any(t.lemma in self.begun for t in self.parse.sentence_tokens(scene.sentence))

    @cached_property
    def _latest(self) -> str | None:
        """The last day up to the page's own that it names; that where it names none."""
        named = (d.interval for found in self.reader.datings.by_sentence.values() for d in found if d.interval)
        days = (i.latest for i in named if i.days <= SHORT and not self.reader.is_ahead(i))
        return max(days, default=self.reader.day)

    def _is_only_aside(self, k: Key) -> bool:
        """Whether the page tells of no attack at a place but in passing."""
        if k not in self._alone:
            there, spots = self._at.get(k, ()), self.told[k]
            named = (s for s, spot in zip(spots.sentences, spots.spots, strict=True) if spot.cost < FAR)
            asides = self._asides
            self._alone[k] = all(self._is_aside(s) for s in there) and (bool(there) or all(s in asides for s in named))
        return self._alone[k]

    @cached_property
    def _asides(self) -> frozenset[int]:
        """The sentences that tell of something in passing."""
        return frozenset(s.sentence for there in self._at.values() for s in there if self._is_aside(s))

    def _is_told(self, k: Key, sentence: int) -> bool:
        """Whether the page has told before a sentence of an attack at a place, and not only in passing."""
        there = (s for s in self._at.get(k, ()) if s.sentence < sentence)
        if any(not self._is_aside(s) and not self._is_old(s) for s in there):
            return True
        c, tokens = self.told[k], self.parse.tokens
        before = (s for n, s in zip(c.sentences, c.spots, strict=True) if n < sentence and s.cost <= 0)
        return any(self.reader.where.objections.is_struck(tokens[s.mention.token]) for s in before)

    def _points(self, sentence: int) -> bool:
        """Whether a sentence points to what was told last: "in that attack", "there"."""
        tokens = self.parse.sentence_tokens(sentence)
        return any(t.lower in self.pointing and t.dep != "expl" for t in tokens)

    def _is_aside(self, scene: Scene) -> bool:
        if id(scene) not in self._read:
            self._read[id(scene)] = self._tells_aside(scene)
        return self._read[id(scene)]

    def _tells_aside(self, scene: Scene) -> bool:
        """Whether a scene counts nobody whom something befell, and its words say that it is no news."""
        aspects = {self.reader.findings[i].aspect for i in scene.findings} - {RESPONSIBILITY}
        events = self.reader.events.get(scene.sentence, ())
        harmless = all(e.kind in ARRESTS or self._is_fled(e) or self._is_like(e) for e in events)
        if harmless or not aspects <= MOVED:
            return aspects <= UNHARMED
        spots = self.reader.where.spots.get(scene.sentence, ())
        places = [s.mention.token for s in spots if scene.place and identity(s.place) == identity(scene.place)]
        heads = [e.head for e in events]
        if self._is_begun(scene) or all(self._is_perfect(self.parse.tokens[i]) for i in heads):
            return True
        return any(self._is_after(i, heads) for i in places)

    def _is_fled(self, e: EventWord) -> bool:
        """Whether people only fled from it: "families who fled the fighting in Arven"."""
        above = {t.index for t in self.parse.ancestors(e.head)}
        return any(o.kind in MOVES and o.head in above for o in self.reader.events[self.parse.tokens[e.head].sentence])

    def _is_like(self, e: EventWord) -> bool:
        """Whether a protest was like another or about what befell others: "protests in Arven over the killings"."""
        if e.kind != PROTEST:
            return False
        if any(t.lower in self.others for t in self.parse.children(e.head, "amod")):
            return True
        aims = [t for t in self.parse.sentence_tokens(self.parse.tokens[e.head].sentence) if t.lower in self.against]
        return any(n.lower in self.harm for t in aims for n in self.parse.children(t.index, "pobj"))

    def _is_perfect(self, token: Token) -> bool:
        """Whether what an event's word tells has been going on, or was heard: "has attacked", "was heard in Arven"."""
        verb = next((t for t in (token, *self.parse.ancestors(token.index)) if t.pos in ("VERB", "AUX")), None)
        if verb is None:
            return False
        if verb.lemma in self.heard and token.index != verb.index:
            return True
        while verb.dep in ("xcomp", "conj") and not any(True for _ in self.parse.children(verb.index, "nsubj", "aux")):
            verb = self.parse.head(verb.index)
        aux = {t.lower for t in self.parse.children(verb.index, "aux", "auxpass")}
        if aux.isdisjoint(PERFECT):
            return False
        several = token.tag == "NNS" and token.dep not in SUBJECTS
        return verb.tag == "VBG" or several or self._is_lasting(verb)

    def _is_lasting(self, verb: Token) -> bool:
        """Whether a sentence says how long or how often something has been."""
        return any(t.lower in self.lasting for t in self.parse.sentence_tokens(verb.sentence))

    def _is_after(self, token: int, events: Sequence[int]) -> bool:
        """Whether a place is that of what went before, no attack: "It came a day after the army took Arven"."""
        below = self.parse.tokens[token]
        for up in self.parse.ancestors(token):
            if up.lemma in self.coming and below.dep in CLAUSES and below.index > up.index:
                first, last = self.parse.edges(below.index)
                words = [below, *self.parse.children(below.index, "mark", "prep", "advmod")]
                return any(t.lower in AFTER for t in words) and not any(first <= i <= last for i in events)
            below = up
        return False


def _days(first: str, last: str) -> int:
    """The days from one to another."""
    return (date.fromisoformat(last) - date.fromisoformat(first)).days
