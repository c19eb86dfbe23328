"""Where, when, of what type and by whom: the occurrence that each finding tells of.

Every sentence with a finding or an attack is a scene with the place, the date and the type of event that its own
grammar gives it; scenes that can be one occurrence are put together, and what one of them leaves out the others supply.
A date is given only where the page dates what happened: the day of a statement or of publication is no substitute.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.lexicon import Lexicon
from counterclaim.model import RESPONSIBILITY, Document, Finding, Mention, Place, Setting, TimeMention
from counterclaim.setting.lending import Lender
from counterclaim.setting.nearness import COUNTRY
from counterclaim.setting.parting import part
from counterclaim.setting.reader import BLOODLESS, BOMBING, HARM, SceneReader
from counterclaim.setting.scenes import Occurrence, Scene, group
from counterclaim.syntax import Parse

ONLY = 4  # sentences over which the one party that a page blames is taken to be meant still
NEARBY = 2  # sentences over which blame, or a date, holds on for what is told next
MONTH = 20  # days: a count over so long is a country's rather than that of the place last named
BOMB = "Remote explosive/landmine/IED"
MOVED = {"evacuated": "Evacuation", "displaced": "Displacement"}


def find_settings(
    document: Document,
    findings: Sequence[Finding],
    parse: Parse,
    mentions: Sequence[Mention],
    times: Sequence[TimeMention],
    lexicon: Lexicon,
) -> tuple[Setting, ...]:
    """One setting for each finding, in the same order."""
    if not findings:
        return ()
    published = document.published_on
    reader = SceneReader(findings, parse, mentions, times, published.isoformat() if published else None, lexicon)
    page = _Page(reader, tuple(sorted(lexicon.words("settings", "nationwide"))))
    return _blamed(findings, page.settings(), reader, page.wholes())


class _Page:
    """One page's occurrences, and what they supply to scenes that leave something out."""

    def __init__(self, reader: SceneReader, nationwide: tuple[str, ...]) -> None:
        self.reader, self.nationwide = reader, nationwide
        self.scenes = reader.scenes()
        self.occurrences = part(group(self.scenes, reader.within), reader.within)
        self.lender = Lender(self.occurrences, reader.datings.said, reader.within)
        self.country = self._country()

    def settings(self) -> list[Setting]:
        """The settings of all findings, without parties."""
        found = {
            i: self._setting(i, scene, number)
            for number, occurrence in enumerate(self.occurrences)
            for scene in occurrence.scenes
            for i in scene.findings
        }
        return [found[i] for i in range(len(self.reader.findings))]

    def wholes(self) -> list[int]:
        """For each occurrence a number that the parts of one whole share."""
        first: dict[int, int] = {}
        return [first.setdefault(id(o.whole or o), n) for n, o in enumerate(self.occurrences)]

    def _setting(self, i: int, scene: Scene, number: int) -> Setting:
        when = self.lender.date(number, scene)
        aspect = self.reader.findings[i].aspect
        kind = MOVED.get(aspect) or scene.kind or self._kind(self.occurrences[number], harmed=aspect in HARM)
        return Setting(self._placed(scene, self.occurrences[number]), when, kind, None, number)

    def _kind(self, occurrence: Occurrence, *, harmed: bool) -> str | None:
        """The type most scenes give; where the page says only that there was violence, "Attack", or a bomb."""
        kinds = Counter(s.kind for s in occurrence.scenes if s.kind and not (harmed and s.kind in BLOODLESS))
        if kinds:
            return kinds.most_common(1)[0][0]
        events = [e.kind for s in occurrence.scenes for e in self.reader.events.get(s.sentence, ())]
        return BOMB if BOMBING in events else "Attack" if events else None

    def _placed(self, scene: Scene, occurrence: Occurrence) -> Place | None:
        """The place that a scene gives itself or takes over; for a toll that runs on, the country."""
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


def _blamed(
    findings: Sequence[Finding], settings: Sequence[Setting], reader: SceneReader, wholes: Sequence[int]
) -> tuple[Setting, ...]:
    """Give every count the party that its own sentence, else its occurrence, holds responsible; none in a clash."""
    blames = [
        (f, s)
        for f, s in zip(findings, settings, strict=True)
        if f.aspect == RESPONSIBILITY and f.polarity == "affirms" and f.party
    ]
    by_sentence: dict[int, list[Finding]] = {}
    by_occurrence: dict[int, list[Finding]] = {}
    by_whole: dict[int, list[Finding]] = {}
    for f, s in blames:
        by_sentence.setdefault(reader.parse.tokens[f.event].sentence, []).append(f)
        by_occurrence.setdefault(s.occurrence, []).append(f)
        by_whole.setdefault(wholes[s.occurrence], []).append(f)
    found = []
    for f, s in zip(findings, settings, strict=True):
        party = None
        if f.aspect != RESPONSIBILITY and s.event_type != "Armed clash":
            here = by_sentence.get(reader.parse.tokens[f.event].sentence)
            there = by_occurrence.get(s.occurrence) or by_whole.get(wholes[s.occurrence])
            if here:
                party = _nearest_party(f, here, reader)
            elif there:
                party = _shared_party(f, there, reader.parse)
            else:
                party = _only_party(f, s, blames, reader.parse)
        found.append(replace(s, party=party))
    return tuple(found)


def _only_party(f: Finding, s: Setting, blames: Sequence[tuple[Finding, Setting]], parse: Parse) -> str | None:
    """The one party that the page blames for anything, where it did so shortly before for the like."""
    if len({b.party for b, _ in blames}) != 1:
        return None
    sentence = parse.tokens[f.event].sentence
    before = [
        b
        for b, t in blames
        if 0 <= sentence - parse.tokens[b.event].sentence <= ONLY and s.event_type in (t.event_type, None)
    ]
    return before[-1].party if before else None


def _nearest_party(f: Finding, blames: Sequence[Finding], reader: SceneReader) -> str | None:
    """The party blamed nearest to a count; None where two are blamed for one deed."""
    best = min(blames, key=lambda b: reader.where.distance(b.event, [f.event]))
    rivals = {b.party for b in blames if b.event == best.event}
    return best.party if len(rivals) == 1 else None


def _shared_party(f: Finding, blames: Sequence[Finding], parse: Parse) -> str | None:
    """The one party blamed for an occurrence, or of several the one blamed just before."""
    parties = {b.party for b in blames}
    if len(parties) == 1:
        return parties.pop()
    sentence = parse.tokens[f.event].sentence
    before = [b for b in blames if 0 <= sentence - parse.tokens[b.event].sentence <= NEARBY]
    return before[-1].party if before else None
