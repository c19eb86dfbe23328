"""What was told is called untrue: "called the accusations baseless", "the claims are false", "no truth in it"."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.blaming.phrasing import ANAPHORS, VERBS, Blame, Frames, Phrasing
from counterclaim.syntax import Token

OWN = frozenset({"its", "their", "our"})
PREDICATE = frozenset({"acomp", "attr"})


class Untrue(Frames):
    """Finds such frames on one page; `denied` and `waved` are those of its refusals, and are added to."""

    def __init__(self, phrasing: Phrasing, denied: set[int], waved: set[int]) -> None:
        super().__init__(phrasing)
        self._denied = denied
        self._waved = waved

    def called(self, t: Token) -> Iterator[Blame]:
        """Called the accusations baseless, described the reports as lies."""
        told = [o for o in self.parse.children(t.index, "dobj", "nsubj") if o.index > t.index or o.dep == "dobj"]
        told = [o for o in told if o.lower in self._telling() - ANAPHORS or self._is_taken_up(o)]
        as_what = [o for p in self.phrasing.preps(t, "as") for o in self.parse.children(p.index)]
        as_what += [o for o in self.parse.children(t.index, "oprd", "acomp", "ccomp", "dobj") if o not in told]
        what = {x.lower for o in as_what for x in self.parse.subtree(o.index)} - {"true"}
        if t.pos != "VERB" or not told or not what & self.lists["untrue"] or not self.phrasing.holds(t):
            return
        if not any(o.lower in self.lists["charge"] for o in told):
            self._waved.add(t.index)
        self._denied |= {x.index for o in told for x in self.parse.subtree(o.index)}
        for s in self.phrasing.speakers(t):
            for c in self.phrasing.behind(s, known=True):
                yield Blame(t.index, c, "denies", speaker=s.index)

    def _is_taken_up(self, o: Token) -> bool:
        """Whether "it" takes up a deed just told: "called it fabricated"."""
        return o.lower in ANAPHORS and self.deeds.targets.is_after_harm(o.index, 1)

    def untrue(self, t: Token) -> Iterator[Blame]:
        """Those reports are not true, the claims are baseless: what was told just before is denied."""
        verb = self._verb(t)
        if verb.pos not in VERBS or not self._is_refused(t, verb) or not self._is_of_told(t, verb):
            return
        sentence = self.parse.tokens[t.index].sentence
        first = self.parse.sentences[max(0, sentence - 1)].first
        deeds = [d for d in self.deeds if first <= d.event < t.index]
        for d in deeds:
            if self._is_hearsay(d.event):
                self._denied.add(d.event)
        open_ended = not deeds and self.deeds.targets.is_after_harm(t.index)
        own = self.phrasing.culprits.first_person(t.index) if open_ended else []
        ours = any(
            x.lower in OWN for s in self.parse.children(verb.index, "nsubj") for x in self.parse.subtree(s.index)
        )
        if not ours:  # only one who is blamed himself answers for what others say
            self._waved.add(t.index)
        for c in {d.culprit.party: d.culprit for d in deeds}.values() or own:
            yield Blame(t.index, c, "denies")

    def _verb(self, t: Token) -> Token:
        """The verb by which something is untrue: "were a provocation and untrue", "is fake news"."""
        verb = self.parse.head(t.index)
        if t.dep in ("amod", "conj", "compound") and verb.dep in PREDICATE:
            verb = self.parse.head(verb.index)
        return verb

    def _is_refused(self, t: Token, verb: Token) -> bool:
        if t.lower == "truth":
            return any(d.lower == "no" for d in self.parse.children(t.index, "det"))
        return (t.lower == "true") == bool(self.parse.children(verb.index, "neg"))

    def _is_of_told(self, t: Token, verb: Token) -> bool:
        """Whether it is said of reports, or of "this"; "there is no truth in the claims"."""
        subjects = self.parse.children(verb.index, "nsubj")
        if self.parse.children(verb.index, "expl"):
            preps = [p for x in (t, verb) for p in self.parse.children(x.index, "prep")]
            subjects = [o for p in preps for o in self.parse.children(p.index, "pobj")]
        return not {s.lower for s in subjects}.isdisjoint(self._telling() | ANAPHORS)

    def _telling(self) -> frozenset[str]:
        """What may be called untrue: reports, charges, statements."""
        return self.lists["hearsay"] | self.lists["charge"] | self.lists["told"]

    def _is_hearsay(self, event: int) -> bool:
        """Whether a deed is told only as others' word: "aware of claims that jets hit the town"."""
        above = {a.lower for a in self.parse.ancestors(event)}
        return bool(above & self._telling() - ANAPHORS)
