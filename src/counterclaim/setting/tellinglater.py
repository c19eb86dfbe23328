"""The day of what a page tells first and dates a little later: "killing nine. The raid, on Wednesday evening, …".

Agencies write so: the lead dates the words, and the next sentences call what happened by a definite noun and date it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.lexicon import Lexicon
from counterclaim.model import Interval
from counterclaim.setting.datings import Dating, Datings
from counterclaim.setting.dayclues import SHORT
from counterclaim.setting.nearness import relation
from counterclaim.setting.reader import SceneReader
from counterclaim.setting.scenes import Scene
from counterclaim.syntax import SUBJECTS, Parse, Token

REACH = 6  # sentences over which what was told first is dated
LEAD = 12  # sentences at the page's head: bylines and captions stand there too
DEFINITE = frozenset({"the", "this", "that"})


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that dates what was told before it."""

    sentence: int
    when: Interval


class Later:
    """The first such sentence of a page, and which scenes it dates."""

    def __init__(self, reader: SceneReader, scenes: Sequence[Scene], lexicon: Lexicon) -> None:
        words = lexicon.table("times", "words")
        self.incidents, self.coming = frozenset(words["incidents"]), frozenset(words["taking_place"])
        self.reader = reader
        self.places = {s.sentence: s.place for s in reversed(scenes) if s.place}
        self.telling = next(self._tellings(reader.datings, reader.parse), None)

    def date(self, scene: Scene) -> Interval | None:
        """The days of a scene that stands before the telling and has no day of its own."""
        one = self.telling
        if one is None or scene.when or scene.dated or scene.running or scene.earlier or scene.pace < 0:
            return None
        if not 0 < one.sentence - scene.sentence <= REACH:
            return None
        said = self.reader.datings.said.get(scene.sentence)
        if said and said.latest < one.when.earliest:
            return None
        there = self.places.get(one.sentence)
        apart = scene.place and there and relation(scene.place, there, self.reader.within) == "apart"
        return None if apart else one.when

    def _tellings(self, datings: Datings, parse: Parse) -> Iterator[Telling]:
        for sentence in sorted(datings.by_sentence):
            short = [d for d in datings.by_sentence[sentence] if d.interval and d.interval.days <= SHORT]
            if sentence >= LEAD or not short:
                continue
            for d in short:
                if d.interval and not d.running and self._is_retelling(datings, parse, d):
                    yield Telling(sentence, d.interval)
            return  # another day was told first

    def _is_retelling(self, datings: Datings, parse: Parse, d: Dating) -> bool:
        """Whether a date is that of a definite attack, or of the verb that says that one took place."""
        over = datings.over(d.mention)
        if over.dep in SUBJECTS and self._is_definite(parse, over):
            return True
        took_place = over.pos == "VERB" and over.lemma in self.coming
        return took_place and any(self._is_definite(parse, x) for x in datings.doers(over))

    def _is_definite(self, parse: Parse, token: Token) -> bool:
        led = (x.lower for x in parse.children(token.index, "det"))
        return token.lower in self.incidents and not DEFINITE.isdisjoint(led)
