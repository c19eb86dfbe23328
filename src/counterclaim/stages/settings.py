"""Where, when and of what type: the occurrence that each finding tells of.

Every sentence with a finding or an attack is a scene with the place, the date and the type of event that its own
grammar gives it; scenes that can be one occurrence are put together by rules, and what one of them leaves out the
others supply. Which findings tell of one occurrence is then weighed anew, with all that is known of place and date.
A date is given only where the page dates what happened: the day of a statement or of publication is no substitute.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.lexicon import Lexicon
from counterclaim.model import COUNTED, Document, Finding, Interval, Mention, Place, Setting, TimeMention
from counterclaim.setting.choosing import Chooser, Choosers
from counterclaim.setting.dating import Dates
from counterclaim.setting.gathering import gather
from counterclaim.setting.lending import Lender
from counterclaim.setting.nearness import COUNTRY
from counterclaim.setting.parting import part
from counterclaim.setting.placing import Placer, Weighed
from counterclaim.setting.reader import BLOODLESS, BOMBING, HARM, SceneReader
from counterclaim.setting.scenes import Occurrence, Scene, group
from counterclaim.syntax import Parse

MONTH = 20  # days: a count over so long is a country's rather than that of the place last named
DATED, UNDATED = 5, 2  # how much a finding's date and its having none speak for the occurrence's
BOMB = "Remote explosive/landmine/IED"
MOVED = {"evacuated": "Evacuation", "displaced": "Displacement"}


def find_settings(
    document: Document,
    findings: Sequence[Finding],
    parse: Parse,
    mentions: Sequence[Mention],
    times: Sequence[TimeMention],
    lexicon: Lexicon,
    choosers: Choosers,
) -> tuple[Setting, ...]:
    """One setting for each finding, in the same order."""
    if not findings:
        return ()
    page = PageScenes(read_scenes(document, findings, parse, mentions, times, lexicon), lexicon)
    return tuple(page.settings(choosers))


def read_scenes(
    document: Document,
    findings: Sequence[Finding],
    parse: Parse,
    mentions: Sequence[Mention],
    times: Sequence[TimeMention],
    lexicon: Lexicon,
) -> SceneReader:
    """The reader of a page's scenes."""
    published = document.published_on
    return SceneReader(findings, parse, mentions, times, published.isoformat() if published else None, lexicon)


class PageScenes:
    """One page's occurrences, and what they supply to scenes that leave something out."""

    def __init__(self, reader: SceneReader, lexicon: Lexicon) -> None:
        self.reader, self.lexicon = reader, lexicon
        self.nationwide = tuple(sorted(lexicon.words("settings", "nationwide")))
        self.scenes = reader.scenes()
        self.occurrences = part(group(self.scenes, reader.within), reader.within)
        self.lender = Lender(self.occurrences, reader.datings.said, reader.within)
        self.country = self._country()
        self.dates = Dates(reader, self.occurrences, self.lender, lexicon)
        self.placer = Placer(reader, self.occurrences, lexicon)

    def settings(self, choosers: Choosers) -> list[Setting]:
        """The settings of all findings, without parties."""
        weighed = self.weighed(choosers.places)
        ruled = self._settings(weighed, choosers)
        likely = [one.shares for one in weighed]
        numbers = gather(self.reader, self.occurrences, ruled, likely, self.lexicon, choosers.groups)
        return self._shared([replace(s, occurrence=number) for s, number in zip(ruled, numbers, strict=True)])

    def _shared(self, settings: Sequence[Setting]) -> list[Setting]:
        """The settings with one date an occurrence, the one most often given, save where a sentence has its own.

        Blame speaks of what was told before and is dated by chance: the day of another occurrence's own sentence that
        it has taken over does not count. Counts without a date speak, less loudly, for there being none.
        """
        dated = [bool(self.dates.homes[i][0].dated) for i in range(len(settings))]
        owners: dict[Interval, set[int]] = {}
        for s, own in zip(settings, dated, strict=True):
            if own and s.date:
                owners.setdefault(s.date, set()).add(s.occurrence)
        given: dict[int, Counter[Interval | None]] = {}
        for s, finding in zip(settings, self.reader.findings, strict=True):
            counted = finding.aspect in COUNTED
            if counted or (s.date and owners.get(s.date, set()) <= {s.occurrence}):
                given.setdefault(s.occurrence, Counter())[s.date] += DATED if s.date else UNDATED
        most = {number: dates.most_common(1)[0][0] for number, dates in given.items()}
        return [s if own else replace(s, date=most.get(s.occurrence)) for s, own in zip(settings, dated, strict=True)]

    def ruled_settings(self, choosers: Choosers) -> list[Setting]:
        """The same, with the occurrences that the rules make."""
        return self._settings(self.weighed(choosers.places), choosers)

    def weighed(self, chooser: Chooser) -> list[Weighed]:
        """What the first choice gives the places of each finding."""
        homes = self.placer.homes
        return [self.placer.weigh(i, self.ruled(*homes[i]), chooser) for i in range(len(self.reader.findings))]

    def _settings(self, weighed: Sequence[Weighed], choosers: Choosers) -> list[Setting]:
        found = {
            i: self._setting(weighed[i], scene, number, choosers)
            for number, occurrence in enumerate(self.occurrences)
            for scene in occurrence.scenes
            for i in scene.findings
        }
        return [found[i] for i in range(len(self.reader.findings))]

    def _setting(self, weighed: Weighed, scene: Scene, number: int, choosers: Choosers) -> Setting:
        when = self.dates.choose(weighed.view.index, choosers.dates)
        aspect = weighed.view.finding.aspect
        kind = MOVED.get(aspect) or scene.kind or self._kind(self.occurrences[number], harmed=aspect in HARM)
        return Setting(self.placer.given(weighed), when, kind, None, number)

    def _kind(self, occurrence: Occurrence, *, harmed: bool) -> str | None:
        """The type most scenes give; where the page says only that there was violence, "Attack", or a bomb."""
        kinds = Counter(s.kind for s in occurrence.scenes if s.kind and not (harmed and s.kind in BLOODLESS))
        if kinds:
            return kinds.most_common(1)[0][0]
        events = [e.kind for s in occurrence.scenes for e in self.reader.events.get(s.sentence, ())]
        return BOMB if BOMBING in events else "Attack" if events else None

    def ruled(self, scene: Scene, occurrence: Occurrence) -> Place | None:
        """The rules' answer: the place that a scene gives or takes over; for a toll that runs on, the country."""
        if scene.place:
            return occurrence.finest(scene, self.reader.within)
        shared = occurrence.place(scene, self.reader.within)
        if self.country and self._is_nationwide(scene):
            return self.country
        return shared or self._nearest(scene)

    def _is_nationwide(self, scene: Scene) -> bool:
        text = self.reader.parse.sentence_span(scene.sentence).exact.lower()
        long = scene.running if scene.when is None else scene.when.days > MONTH
        return long or any(phrase in text for phrase in self.nationwide)

    def _nearest(self, scene: Scene) -> Place | None:
        """The place last told of before a scene, else the first told of after it."""
        placed = [s for s in self.scenes if s.place]
        before = [s.place for s in placed if s.sentence <= scene.sentence]
        return before[-1] if before else next((s.place for s in placed), None)

    def _country(self) -> Place | None:
        """The country of which the page tells most."""
        spots = [s.place for found in self.reader.where.spots.values() for s in found if s.place.precision == COUNTRY]
        common = Counter(p.country for p in spots).most_common(1)
        return next((p for p in spots if p.country == common[0][0]), None) if common else None
