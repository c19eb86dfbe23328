"""What speaks for and against two findings of a page telling of one occurrence: the names of features.

No word of the text is a feature: how their places and dates stand to each other, what lies between them, how their
sentences open and point back (setting/recalling.py), how likely it is that both have one place, whether their counts
can be of the same people, on whose word they stand, what is counted beside them (setting/company.py), and whether the
rules of setting/scenes.py put them together. That is one feature and no more: some rules were written on the pages
learnt from.

A page that came with its lines or its commas has every feature twice, once under the name that all pages share: most
pages learnt from are flat texts on one war, and what tells there is not what tells on a page as it was printed
(Daumé 2007, "Frustratingly easy domain adaptation").
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import accumulate

from counterclaim.lexicon import Lexicon
from counterclaim.model import Interval, Place
from counterclaim.setting.company import FEW, mates, voices
from counterclaim.setting.figures import counts
from counterclaim.setting.nearness import PROVINCE, fineness, may_lie_in, relation
from counterclaim.setting.reader import SceneReader
from counterclaim.setting.recalling import Recalling
from counterclaim.setting.retelling import Retold, Shares, load_openings
from counterclaim.setting.scenes import ALIKE, MOVES
from counterclaim.setting.steps import Steps, step
from counterclaim.syntax import SUBJECTS

GAPS: Steps = ((0, "0"), (1, "1"), (2, "2"), (4, "4"), (8, "8"), (16, "16"))  # sentences
BETWEEN: Steps = ((0, "0"), (1, "1"), (3, "3"), (8, "8"))  # findings
SHARES: Steps = ((0.0, "none"), (0.05, "0"), (0.15, "1"), (0.3, "2"), (0.5, "3"))
LIKELY: Steps = tuple((x, str(x)) for x in (0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 0.98))
YEARS = 300  # days
LONG = 3  # days: a count over more is a toll
ELSEWHERE = frozenset({"apart", "unknown"})
PRINTED = "|printed"
COMMON = 200  # words in which a page that has its commas has more than one
SHORT = 50  # words of a page too short to miss them
HEAD = 120  # characters at the head of a sentence
TURNS = 20  # sentences back in which a turn to something else is looked for


class Sameness:
    """Names the features of one page's pairs."""

    def __init__(self, reader: SceneReader, lexicon: Lexicon) -> None:
        self.reader, self.parse = reader, (parse := reader.parse)
        self.words = load_openings(lexicon)
        self.likeness = reader.likeness
        self.printed = is_printed(parse.text)
        self.recalling = Recalling(parse, lexicon)
        heads = (parse.sentence_span(s.index).exact[:HEAD].lower() for s in parse.sentences)
        self._turned = [0, *accumulate(head.startswith(reader.turns) for head in heads)]
        self._stands: dict[tuple[Place, Place], str] = {}
        self._alike: dict[tuple[int, int], str] = {}

    def features(self, a: Retold, b: Retold) -> list[str]:
        """The features of a pair, of which `a` is told first."""
        found = self._shared(a, b)
        return [*found, *(name + PRINTED for name in found)] if self.printed else found

    def are_two(self, a: Retold, b: Retold) -> bool:
        """Whether the page says that two counts are of two things: "four in Tarn, six in Lowmere"."""
        whole = a.finding.part_of is None and b.finding.part_of is None
        return (whole and self._is_listed(a, b)) or self._is_another_day(a, b)

    def _is_another_day(self, a: Retold, b: Retold) -> bool:
        """Whether a sentence turns to another such thing on a day of its own: "Another, on Monday, killed six"."""
        if a.finding.aspect != b.finding.aspect or _meeting(a.scene.when, b.scene.when) != "apart":
            return False
        subjects = self.parse.children(b.finding.event, *SUBJECTS)
        return b.another or any(t.lower in self.words.another for t in subjects)

    def _shared(self, a: Retold, b: Retold) -> list[str]:
        if self._is_listed(a, b):
            return ["listed"]
        if _are_years_apart(a, b):
            return ["years apart"]
        gap = b.sentence - a.sentence
        where = "away" if gap else "here"
        sorts = f"{'blame' if a.blames else 'count'}-{'blame' if b.blames else 'count'}"
        stand, gaps = self._stand(a.place, b.place), step(gap, GAPS)
        found = ["pair", f"sorts:{sorts}", f"gap:{gaps}", f"gap:{gaps}|{sorts}"]
        found.append(f"between:{step(b.order - a.order - 1, BETWEEN)}|{where}")
        found += self._places(a, b, stand, where, gaps, sorts)
        found += self._dates(a, b, where)
        found += self._kinds(a, b, where)
        found += self._flags(a, b, where)
        found += self._wording(a, b, stand, gaps) if gap else self._beside(a, b)
        found += self.recalling.features(a.sentence, b.sentence, stand, gaps) if gap and self.printed else ()
        found += self._leading(a, b, stand)
        found += self._further(b, stand, gaps)
        found.append(f"rules:{'one' if a.rules == b.rules else 'two'}")
        found += voices(a, b, stand, where)
        found += mates(a, b, sorts) if gap else ()
        found += self._parties(a, b, where) if a.blames or b.blames else counts(a, b, where, gaps)
        return found

    def _is_listed(self, a: Retold, b: Retold) -> bool:
        """Whether one sentence gives each of two counts a spot or days of its own: "four in Tarn, six in Lowmere"."""
        if a.sentence != b.sentence or a.finding.aspect != b.finding.aspect:
            return False
        if a.scene.when and b.scene.when and _meeting(a.scene.when, b.scene.when) == "apart":
            return True
        if a.own is None or b.own is None:
            return False
        return max(fineness(a.own), fineness(b.own)) < PROVINCE and self._stand(a.own, b.own) in ELSEWHERE

    def _stand(self, a: Place | None, b: Place | None) -> str:
        if a is None or b is None:
            return "one" if a or b else "none"
        if (a, b) not in self._stands:
            stand: str = relation(a, b, self.reader.within)
            if stand == "unknown" and may_lie_in(a, b):
                stand = "may lie"
            elif stand == "same" and fineness(a) >= PROVINCE:
                stand = "same region"
            self._stands[a, b] = stand
        return self._stands[a, b]

    def _places(self, a: Retold, b: Retold, stand: str, where: str, gaps: str, sorts: str) -> Iterator[str]:
        given = f"{'own' if a.own else 'lent'}-{'own' if b.own else 'lent'}"
        yield from (f"place:{stand}", f"place:{stand}|{given}", f"place:{stand}|{where}", f"place:{stand}|{sorts}")
        if a.own and b.own:
            own = self._stand(a.own, b.own)
            yield from (f"own:{own}", f"own:{own}|{where}")
        else:
            yield from (f"own:{given}", f"own:{given}|{gaps}")
        if a.likely and b.likely:
            both = step(_together(a.likely, b.likely), LIKELY)
            yield from (f"likely:{both}", f"likely:{both}|{stand}")
        else:
            yield "likely:unknown"

    def _dates(self, a: Retold, b: Retold, where: str) -> Iterator[str]:
        meet = _meeting(a.when, b.when)
        given = f"{'own' if a.scene.dated else 'lent'}-{'own' if b.scene.dated else 'lent'}"
        yield from (f"date:{meet}", f"date:{meet}|{given}", f"date:{meet}|{where}")
        if a.scene.dated and a.scene.dated == b.scene.dated:
            yield "date:same words"

    def _kinds(self, a: Retold, b: Retold, where: str) -> Iterator[str]:
        kind = _kinship(a.scene.kind, b.scene.kind)
        yield from (f"kind:{kind}", f"kind:{kind}|{where}")

    def _flags(self, a: Retold, b: Retold, where: str) -> Iterator[str]:
        flags = (
            ("running", a.scene.running, b.scene.running),
            ("earlier", a.scene.earlier, b.scene.earlier),
            ("another", a.another, b.another),
            ("sums", a.sums, b.sums),
        )
        for name, one, two in flags:
            if one or two:
                yield f"{name}:{'both' if one and two else 'first' if one else 'second'}"
        if a.after != b.after:
            yield from ("after", f"after|{where}", f"after:{'first' if a.after else 'second'}")
        if a.tense != b.tense:
            yield from ("tense", f"tense:{a.tense}|{b.tense}")
        yield f"article:{b.article}|{where}"
        if a.lemma == b.lemma:
            yield from ("lemma", f"lemma|{where}")

    def _wording(self, a: Retold, b: Retold, stand: str, gaps: str) -> Iterator[str]:
        """What the words between and at the head of the later sentence say."""
        if self._turns(b.sentence, b.sentence + 1):
            yield "turn:here"
        if self._turns(max(a.sentence + 1, b.sentence - TURNS), b.sentence):
            yield "turn:between"
        if b.scene.pace > 0:
            yield from ("back", f"back|{gaps}")
        if a.passage == b.passage:
            yield "passage"
        yield f"like:{self._like(a.sentence, b.sentence)}"
        yield from self._opening(b, stand)
        if a.events and b.events:
            yield "events:meet" if a.events & b.events else "events:apart"
        if a.deeds & b.deeds:
            yield from ("deeds", f"deeds|{b.article}")
        elif a.deeds and b.deeds:
            yield "deeds:other"

    def _opening(self, b: Retold, stand: str) -> Iterator[str]:
        """What the later sentence begins with, and what it names for the first time."""
        if b.new_place:
            yield "new place"
        if b.new_date:
            yield "new date"
        if b.framed:
            yield from ("framed", f"framed|{stand}")
        if b.opening:
            yield f"opening:{b.opening}"

    def _beside(self, a: Retold, b: Retold) -> Iterator[str]:
        """What stands between two findings of one sentence."""
        between = {t.lower for t in self.parse.tokens[a.first : b.first]}
        if between & self.words.parting:
            yield "parted"
        if between & self.words.another:
            yield "another:between"
        if ";" in between:
            yield "semicolon"
        yield "like:here"
        yield "event:same" if a.finding.event == b.finding.event else "event:other"

    def _leading(self, a: Retold, b: Retold, stand: str) -> Iterator[str]:
        if a.top:
            yield from ("top", f"top|{stand}")
            if b.top:
                yield "top:both"

    def _further(self, b: Retold, stand: str, gaps: str) -> Iterator[str]:
        if b.more:
            yield from ("more", f"more|{gaps}", f"more|{stand}")

    def _parties(self, a: Retold, b: Retold, where: str) -> Iterator[str]:
        if a.blames and b.blames:
            same = "same" if a.finding.party == b.finding.party else "other"
            yield from (f"party:{same}", f"party:{same}|{where}")

    def _turns(self, first: int, stop: int) -> bool:
        """Whether a sentence from `first` to `stop` (exclusive) turns to something else."""
        return self._turned[stop] > self._turned[first]

    def _like(self, a: int, b: int) -> str:
        if (a, b) not in self._alike:
            self._alike[a, b] = step(self.likeness.of(a, b), SHARES)
        return self._alike[a, b]


def _together(a: Shares, b: Shares) -> float:
    """How likely two findings have one place, each by itself."""
    return math.fsum(share * b[k] for k, share in a.items() if k in b)


def is_printed(text: str) -> bool:
    """Whether a page came with its lines or its commas."""
    words = len(text.split())
    return words < SHORT or "\n" in text.strip() or text.count(",") * COMMON >= words


def _are_years_apart(a: Retold, b: Retold) -> bool:
    """Whether their own sentences date them so that no slip of a day or a week explains it."""
    if not (a.scene.dated and b.scene.dated and a.when and b.when):
        return False
    first, last = sorted((a.when, b.when), key=lambda when: when.earliest)
    return (date.fromisoformat(last.earliest) - date.fromisoformat(first.latest)).days > YEARS


def _meeting(a: Interval | None, b: Interval | None) -> str:
    """How two dates stand to each other; a toll's are told apart from a day's."""
    if a is None or b is None:
        return "one" if a or b else "none"
    meet = "same" if a == b else "meet" if a.earliest <= b.latest and b.earliest <= a.latest else "apart"
    long = (a.days > LONG) + (b.days > LONG)
    return meet + ("", ", one a toll", ", both tolls")[long]


def _kinship(a: str | None, b: str | None) -> str:
    if not a or not b:
        return "one" if a or b else "none"
    if a == b:
        return "same"
    return "alike" if frozenset({a, b}) in ALIKE else "moves" if (a in MOVES) != (b in MOVES) else "other"


def compared(told: Sequence[Retold], window: int, alike: int) -> Iterator[tuple[int, int]]:
    """The pairs that are compared, earlier first: findings near each other, and those that count the same."""
    last: dict[tuple[str, int], list[int]] = {}
    for n, one in enumerate(told):
        near = set(range(max(0, n - window), n))
        if (one.finding.low or 0) > FEW:
            same = last.setdefault((one.finding.aspect, one.finding.low or 0), [])
            near.update(same[-alike:])
            same.append(n)
        yield from ((m, n) for m in sorted(near))
