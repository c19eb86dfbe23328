"""Which of several things told before a definite noun means: "the mosque bombing", "the blast" after a shooting.

A reader finds it by what was hit, else by what sort of thing it was; where two told before would fit, it stays open.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from counterclaim.model import RESPONSIBILITY, Interval, Place
from counterclaim.setting.events import EventWord
from counterclaim.setting.nearness import PROVINCE, fineness, place_key
from counterclaim.setting.reader import SceneReader
from counterclaim.setting.scenes import Scene
from counterclaim.syntax import SUBJECTS, Parse, Token

REACH = 12  # sentences back in which what is meant was told
DEFINITE = frozenset({"the", "that", "this"})
MODIFIERS = ("compound", "amod", "nmod")
PLACING = frozenset({"on", "at", "of", "in", "against", "near", "outside", "inside"})
BLAST = "blast"  # bombs of every sort: a page calls one by many names
SORTS = {"Suicide bomb": BLAST, "Remote explosive/landmine/IED": BLAST, "Bombing": BLAST}
TELLING = frozenset({*SORTS, "Air/drone strike", "Shelling/artillery/missile attack", "Armed clash", "Shooting"})
AFTER = frozenset({"in", "by", "from", "during"})


class Meant:
    """Reads it from one page."""

    def __init__(self, reader: SceneReader, scenes: Sequence[Scene]) -> None:
        self.reader, self.parse = reader, reader.parse
        self._scenes: dict[int, list[Scene]] = {}
        for scene in scenes:
            if any(reader.findings[i].aspect != RESPONSIBILITY for i in scene.findings):
                self._scenes.setdefault(scene.sentence, []).append(scene)
        self._found: dict[int, Scene | None] = {}

    def scene(self, scene: Scene) -> Scene | None:
        """The scene that a later one goes on with by such a noun; None where it has a place or a day of its own."""
        if scene.place or scene.dated or scene.earlier or scene.sentence not in self._scenes:
            return None
        if scene.sentence not in self._found:
            self._found[scene.sentence] = self._find(scene.sentence)
        return self._found[scene.sentence]

    def place(self, scene: Scene) -> Place | None:
        """The place of what is meant, as its own sentence gives it; a region may be told more closely elsewhere."""
        meant = self.scene(scene)
        return meant.place if meant and meant.place and fineness(meant.place) < PROVINCE else None

    def date(self, scene: Scene) -> Interval | None:
        """The day of what is meant, as its own sentence gives it."""
        meant = self.scene(scene)
        return meant.when if meant else None

    def _find(self, sentence: int) -> Scene | None:
        told = [n for n in self._scenes if sentence - REACH <= n < sentence]
        if len(told) < 2 or len(self._scenes[sentence]) > 1:
            return None
        for e in self._nouns(sentence):
            things = self._things(e)
            if things:
                return self._one([n for n in told if things <= self._words[n]])
            return self._by_sort(e, told)
        return None

    def _by_sort(self, e: EventWord, told: Sequence[int]) -> Scene | None:
        """The one told before of which the word's sort was told, where it was not of what was told last."""
        sort = SORTS.get(e.kind, e.kind)
        if e.kind not in TELLING or sort in self._sorts(told[-1]):
            return None
        return self._one([n for n in told if sort in self._sorts(n)])

    def _one(self, told: Sequence[int]) -> Scene | None:
        """The scene of these sentences, where they tell of one place and of no two days."""
        scenes = [s for n in told for s in self._scenes[n]]
        places = {place_key(s.place) for s in scenes if s.place}
        days = {s.dated for s in scenes if s.dated}
        placed = [s for s in scenes if s.place]
        return placed[-1] if len(places) == 1 and len(days) < 2 else None

    def _nouns(self, sentence: int) -> Iterator[EventWord]:
        """The event words of a sentence that are definite nouns of whose harm it tells."""
        for e in self.reader.events.get(sentence, ()):
            t = self.parse.tokens[e.head]
            led = (d.lower for d in self.parse.children(t.index, "det"))
            told = t.dep in SUBJECTS or (t.dep == "pobj" and self.parse.head(t.index).lower in AFTER)
            if not e.is_verb and told and not DEFINITE.isdisjoint(led):
                yield e

    def _things(self, e: EventWord) -> frozenset[str]:
        """What was hit or with what, as the noun has it: "the mosque bombing", "the attack on the mosque"."""
        tokens = self.parse.tokens
        beside = [*tokens[e.first : e.stop - 1], *self.parse.children(e.head, *MODIFIERS)]
        for p in self.parse.children(e.head, "prep"):
            beside += self.parse.children(p.index, "pobj") if p.lower in PLACING else ()
        return frozenset(_word(t) for t in beside if t.pos == "NOUN")

    @cached_property
    def _words(self) -> dict[int, frozenset[str]]:
        """The nouns of each sentence that counts people."""
        return {n: frozenset(_word(t) for t in _nouns_of(self.parse, n)) for n in self._scenes}

    def _sorts(self, sentence: int) -> frozenset[str]:
        """The sorts of what a sentence tells."""
        told = (e.kind for e in self.reader.events.get(sentence, ()) if e.kind in TELLING)
        return frozenset(SORTS.get(kind, kind) for kind in told)


def _word(t: Token) -> str:
    return t.lemma.lower()


def _nouns_of(parse: Parse, sentence: int) -> Iterator[Token]:
    return (t for t in parse.sentence_tokens(sentence) if t.pos in ("NOUN", "PROPN", "ADJ"))
