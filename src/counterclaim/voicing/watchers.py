"""Whom "a monitor" means: the body that keeps watch and that the page names further on, or before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from counterclaim.identity import fold
from counterclaim.voicing.heard import Heard
from counterclaim.voicing.named import called
from counterclaim.voicing.speakers import Speaker
from counterclaim.voicing.voice import Voice

COUNTERS = ("monitor", "track", "observ", "watchdog", "document")  # of the dead: what an aid group is not
KEEP_WATCH = frozenset({"monitor", "ngo"})


@dataclass(kw_only=True)
class Watchers(Heard):
    """The voices of one page, with those that keep watch."""

    def _is_watching(self, noun: str) -> bool:
        return bool(KEEP_WATCH & self.words.points_to.get(noun, frozenset()))

    def _watcher(self, speaker: Speaker) -> Voice | None:
        """What the page calls, further on or before, the one that is here "a monitor" or "an NGO"."""
        if not speaker.watching or (speaker.many and speaker.head != "monitors") or speaker.proper:
            return None
        if fold(speaker.span.exact).partition(" ")[0] in self.words.several:
            return None
        kinds = ("monitor",) if any(n.startswith(COUNTERS) for n in speaker.nouns) else KEEP_WATCH
        at = speaker.span.start
        party = self.named.after(at, kinds) or self.named.earlier(at, kinds) or self.named.after(at, KEEP_WATCH)
        if party:
            return self._new(speaker, called(party), "body", party.party)
        return self._short_named(speaker, kinds)

    def _short_named(self, speaker: Speaker, kinds: Iterable[str]) -> Voice | None:
        """The one that the page calls by no more than a noun in capitals: "the Observatory"."""
        for t in self.parse.tokens:
            if t.text[:1].isupper() and self._is_watching(t.lower) and t.start > speaker.span.start:
                party = self.catalogue.lookup(t.text)
                if party is None or party.kind in kinds:
                    return self._new(speaker, party.name if party else t.text, "body", party)
        return None
