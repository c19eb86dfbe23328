"""Which of a page's dates is that of what a finding tells: learnt weights over readable features choose among them.

Candidates are the days that the page names, what the rules of setting/lending.py give, and none: a date that the page
does not give is worse than none. The weights stand in models/dates.json, learnt by training/dates.py.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.model import Interval
from counterclaim.setting.choosing import Chooser, Features
from counterclaim.setting.datings import Dating
from counterclaim.setting.dayclues import SHORT, Clues
from counterclaim.setting.dayviews import Candidate, Told, View, tense
from counterclaim.setting.headings import Headings
from counterclaim.setting.itemised import Itemised
from counterclaim.setting.lending import Lender
from counterclaim.setting.meant import Meant
from counterclaim.setting.namings import load_naming_words
from counterclaim.setting.reader import MANY, SOON, SceneReader
from counterclaim.setting.scenes import Occurrence, Scene
from counterclaim.setting.tellinglater import Later

BEFORE, AFTER = 12, 6  # places before and after a finding where a date is named that may be its own
NEARBY = 8  # sentences to either side in which the day of somebody's words may be its own
MOST = 24  # candidates of one finding: long pages list many days
HOURS = 2  # sentences back in which an hour may be told
COMMON = 2  # of the days that most scenes have, so many are candidates everywhere
LARGE = 300  # a count that is seldom that of one occurrence
TOP = 2  # sentences of the headline and the lead
HARM = frozenset({"killed", "injured"})


class Dates:
    """The dates of one page and its scenes."""

    def __init__(
        self, reader: SceneReader, occurrences: Sequence[Occurrence], lender: Lender, lexicon: Lexicon
    ) -> None:
        self.reader, self.occurrences = reader, occurrences
        self.homes = {i: (s, n) for n, o in enumerate(occurrences) for s in o.scenes for i in s.findings}
        self.ruled = {id(s): lender.date(n, s) for n, o in enumerate(occurrences) for s in o.scenes}
        self.headings = Headings(reader.parse, reader.day, reader.datings.words.heading)
        self.page = Interval(reader.day, reader.day) if reader.day else None
        self.lined = "\n" in reader.parse.text.strip()
        hours = reader.datings.words.hours
        self.hours = sorted({t.sentence for t in reader.parse.tokens if t.lower in hours})
        self.candidates = self._candidates()
        self.itemised = Itemised(reader)
        scenes = [s for o in occurrences for s in o.scenes]
        self.later, self.meant = Later(reader, scenes, lexicon), Meant(reader, scenes)
        told = [(d.mention.first, x, k) for k, c in self.candidates.items() for x, d in c.told]
        self.told = Told([(x, k) for _, x, k in sorted(told, key=lambda t: t[0])])
        self.short = Told([(x, k) for x, k in self.told.named if k.days <= SHORT])
        dated = Counter(s.when for o in occurrences for s in o.scenes if s.when)
        self.common = [k for k, _ in dated.most_common(COMMON) if k]
        figures: dict[tuple[str, int], list[Scene]] = defaultdict(list)
        for s in (s for o in occurrences for s in o.scenes if s.when):
            for figure in s.figures:
                figures[figure].append(s)
        self.clues = Clues(reader, occurrences, figures, self.common, self.headings, load_naming_words(lexicon))
        order = sorted(self.homes, key=lambda i: (self.homes[i][0].sentence, reader.at[i], i))
        self.before = dict(zip(order[1:], order, strict=False))

    def choose(self, i: int, chooser: Chooser) -> Interval | None:
        """The days of finding number `i`, None where the page does not date it."""
        view = self.view(i)
        if view.settled:
            return view.settled
        scores = [chooser.sum(names) for names in self._named(view)]
        best = max(range(len(scores)), key=lambda n: scores[n])
        return view.keys[best - 1] if best else None

    def view(self, i: int) -> View:
        """A finding with its candidates and what it is like, whatever the date."""
        scene, number = self.homes[i]
        context = tuple(self._context(i, scene))
        ruled = self.ruled[id(scene)]
        keys = tuple(k for k in self._around(scene, number, ruled) if self._may_be(scene, k))
        whole = self.reader.findings[i].part_of
        of, leader = self._ruled(whole), self._ruled(self.before.get(i))
        later = self.itemised.date(scene) or self.later.date(scene) or self.meant.date(scene)
        return View(i, scene, number, ruled, keys, context, self.told, self.short, of, leader, later)

    def _ruled(self, i: int | None) -> Interval | None:
        return self.ruled[id(self.homes[i][0])] if i is not None else None

    def features(self, view: View) -> list[Features]:
        """The features of there being no date, then those of each candidate."""
        return [dict.fromkeys(names, 1.0) for names in self._named(view)]

    def _named(self, view: View) -> list[Iterator[str]]:
        """The features' names."""
        return [self.clues.for_none(view), *(self.clues.for_days(view, self.candidates[k]) for k in view.keys)]

    def _candidates(self) -> dict[Interval, Candidate]:
        found: dict[Interval, Candidate] = {}
        for sentence, datings in self.reader.datings.by_sentence.items():
            for d in datings:
                for when in self._readings(d):
                    found.setdefault(when, Candidate(when)).told.append((sentence, d))
        for sentence, said in self.reader.datings.said.items():
            if said:
                found.setdefault(said, Candidate(said)).said.append(sentence)
        for s in (s for o in self.occurrences for s in o.scenes):
            if s.when:
                found.setdefault(s.when, Candidate(s.when)).scenes.append(s)
        for key in (self.page, *self.ruled.values(), *(h.when for h in self.headings.found)):
            if key:
                found.setdefault(key, Candidate(key))
        return found

    def _readings(self, d: Dating) -> list[Interval]:
        """The days that a date names, and those from then up to the page's day: "the war that began in 2011"."""
        day, own = self.reader.day, d.interval
        found = [w for w in (own, self.reader.days(d)) if w]
        if own and day and own.days > 1 and own.latest < day:
            found.append(Interval(own.earliest, day))
        return list(dict.fromkeys(found))

    def _around(self, scene: Scene, number: int, ruled: Interval | None) -> Iterator[Interval]:
        """The candidates of a finding, each once."""
        at = bisect_right(self.told.at, scene.sentence)
        found = [ruled] if ruled else []
        over = self.clues.headings.over(scene.sentence)
        found += [over[0].when] if over else []
        found += [k for _, k in reversed(self.told.named[max(0, at - 2 * BEFORE) : at])]
        found += [k for _, k in self.told.named[at : at + 2 * AFTER]]
        found += [s.when for s in self.occurrences[number].scenes[:NEARBY] if s.when]
        for x in range(scene.sentence - NEARBY, scene.sentence + NEARBY + 1):
            said = self.reader.datings.said.get(x)
            own = x == scene.sentence and x in self.reader.datings.counted  # "as of Monday 17 are dead"
            found += [said] if said and not own else []
        page = [self.page] if self.page and self.lined and self._is_daily(scene.sentence) else []
        yield from list(dict.fromkeys([*found[:2], *self.common, *page, *found]))[:MOST]

    def _tells_hour(self, sentence: int) -> bool:
        at = bisect_right(self.hours, sentence)
        return bool(at) and self.hours[at - 1] == sentence

    def _is_daily(self, sentence: int) -> bool:
        """Whether the page's own day may be meant though nothing names it: by bulletins, and where an hour is told."""
        at = bisect_right(self.hours, sentence)
        told = bool(at) and sentence - self.hours[at - 1] <= HOURS
        return told or self.headings.bulletin or self.headings.clocked

    def _may_be(self, scene: Scene, key: Interval) -> bool:
        """Whether a scene may be dated so: what runs on or was before has not the day of what is told beside it.

        Nothing that is told of happened after the page's day.
        """
        if self.reader.is_ahead(key):
            return False
        if not (scene.running or scene.earlier) or (scene.running and key.days > SOON):
            return True
        apart = scene.earlier and bool(scene.dated) and scene.when is None  # "on Monday, days after five had died"
        return not apart and any(x == scene.sentence for x, _ in self.candidates[key].told)

    def _context(self, i: int, scene: Scene) -> Iterator[str]:
        """What a finding and its sentence are like."""
        f = self.reader.findings[i]
        yield f"aspect:{'harm' if f.aspect in HARM else 'other'}"
        yield tense(self.reader.parse, f.event)
        flags = (
            ("running", scene.running),
            ("earlier", scene.earlier),
            ("large", f.low is not None and f.low >= LARGE),
            ("huge", f.low is not None and f.low >= MANY),
            ("top", scene.sentence < TOP),
            ("said", scene.sentence in self.reader.datings.said),
            ("undated", bool(scene.dated) and scene.when is None),
            ("dated", scene.when is not None),
            ("turn", scene.pace < 0),
            ("back", scene.pace > 0),
            ("unplaced", scene.place is None),
            ("hour", self._tells_hour(scene.sentence)),
        )
        yield from (name for name, holds in flags if holds)
