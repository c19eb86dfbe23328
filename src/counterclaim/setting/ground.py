"""What the places of one page are weighed by: its scenes, its places, what stands beside what."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.setting.candidates import Candidate, Candidates, identity
from counterclaim.setting.linking import Linker
from counterclaim.setting.meant import Meant
from counterclaim.setting.pointing import Pointing
from counterclaim.setting.reader import SceneReader
from counterclaim.setting.scenes import Occurrence, Scene
from counterclaim.setting.shares import counts

TOP = 2  # sentences at a page's head, which sum up what follows


class Ground:
    """One page's places and scenes, counted once for all its findings."""

    def __init__(self, reader: SceneReader, occurrences: Sequence[Occurrence], lexicon: Lexicon) -> None:
        self.reader, self.parse = reader, reader.parse
        self.nationwide = tuple(sorted(lexicon.words("settings", "nationwide")))
        self.told = Candidates(reader.where, reader.within)
        self.scenes = sorted((s for o in occurrences for s in o.scenes), key=lambda s: s.sentence)
        self.homes = {i: (s, o) for o in occurrences for s in o.scenes for i in s.findings}
        self.beside: dict[int, list[int]] = {}
        for i, (s, _) in sorted(self.homes.items()):
            self.beside.setdefault(s.sentence, []).append(i)
        self.scened = Counter(identity(s.place) for s in self.scenes if s.place)
        self.counts, self.meant = counts(self.scenes), Meant(reader, self.scenes)
        self.placed = {id(o): Counter(identity(s.place) for s in o.scenes if s.place) for o in occurrences}
        self.alike: dict[tuple[str, int], list[Scene]] = {}
        for s in self.scenes:
            for figure in s.figures:
                self.alike.setdefault(figure, []).append(s)
        spots = [s for c in self.told.all.values() for s in c.spots]
        named = {i for s in spots for i in range(s.mention.first, s.mention.stop)}
        self.linker = Linker(self.scenes, reader.likeness.without(named), reader.pace)
        self.pointing = Pointing(self.parse, named, lexicon)
        self._words: dict[tuple[int, int], frozenset[str]] = {}

    def anchors(self, i: int) -> list[int]:
        """The tokens of finding number `i`: of its count and of what happened."""
        first, stop = self.reader.at[i]
        return sorted({first, stop - 1, self.reader.findings[i].event})

    def others(self, i: int) -> list[int]:
        """Where the other findings of a finding's sentence begin."""
        return [self.reader.at[j][0] for j in self.beside[self.homes[i][0].sentence] if j != i]

    def words(self, c: Candidate) -> frozenset[str]:
        """The words of a place's first name on the page."""
        at = c.spots[0].mention.first, c.spots[0].mention.stop
        if at not in self._words:
            self._words[at] = frozenset(t.lower for t in self.parse.tokens[at[0] : at[1]])
        return self._words[at]
