"""What is chosen from when a finding is dated: the days that its page names, where it names them, and how."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from counterclaim.model import Interval
from counterclaim.setting.datings import Dating
from counterclaim.setting.scenes import Scene
from counterclaim.syntax import Parse

FEW = 3  # how many different dates are told apart
REACH = 40  # sentences to either side in which a date is looked for
TENSES = (
    ("perfect", frozenset({"has", "have", "'ve", "'s"})),
    ("pluperfect", frozenset({"had", "'d"})),
    ("future", frozenset({"will", "would", "may", "might", "could"})),
)


@dataclass
class Candidate:
    """Days that the page names: where it names them, and which scenes the rules date so."""

    when: Interval
    told: list[tuple[int, Dating]] = field(default_factory=list)  # by sentence: what they date is told there
    said: list[int] = field(default_factory=list)  # sentences whose words are dated so
    scenes: list[Scene] = field(default_factory=list)

    def near(self, sentence: int) -> Iterator[int]:
        """The sentences not far from one that name them."""
        at = bisect_left(self.told, sentence - REACH, key=lambda t: t[0])
        for x, _ in self.told[at:]:
            if x > sentence + REACH:
                return
            yield x


@dataclass(frozen=True)
class Told:
    """Dates in page order, each with its sentence."""

    named: Sequence[tuple[int, Interval]]

    @cached_property
    def at(self) -> list[int]:
        """The sentences."""
        return [x for x, _ in self.named]

    @cached_property
    def many(self) -> int:
        """How many different ones there are, up to FEW."""
        return min(len({k for _, k in self.named}), FEW)

    def before(self, sentence: int) -> tuple[int, Interval] | None:
        """The last date up to the end of a sentence."""
        at = bisect_right(self.at, sentence)
        return self.named[at - 1] if at else None

    def after(self, sentence: int) -> tuple[int, Interval] | None:
        """The first date after a sentence."""
        at = bisect_right(self.at, sentence)
        return self.named[at] if at < len(self.named) else None


@dataclass(frozen=True)
class View:
    """Finding number `i` of a scene, its candidates, what the rules give and what it is like; the page's dates."""

    i: int
    scene: Scene
    number: int
    ruled: Interval | None
    keys: tuple[Interval, ...]
    context: tuple[str, ...]
    told: Told
    short: Told
    whole: Interval | None = None
    leader: Interval | None = None
    later: Interval | None = None  # what heads its item in a list gives, or a later sentence that calls it "the attack"

    @property
    def settled(self) -> Interval | None:
        """The days that its own sentence gives by its grammar: on annotated pages nothing learnt was better."""
        return self.scene.when or self.later


def tense(parse: Parse, event: int) -> str:
    """The tense of what tells of an event: "has killed" sums up, "had killed" looks back."""
    for t in (parse.tokens[event], *parse.ancestors(event)):
        if t.pos not in ("VERB", "AUX") or t.dep in ("amod", "compound"):
            continue
        leads = {a.lower for a in parse.children(t.index, "aux", "auxpass")}
        found = next((name for name, words in TENSES if leads & words), None)
        if found:
            return found
        if leads or t.tag in ("VBD", "VBP", "VBZ"):
            return "past" if t.tag == "VBD" or leads & {"was", "were"} else "present"
    return "untensed"
