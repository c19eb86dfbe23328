"""Where, when, of what type and by whom: the occurrence that each finding tells of.

Every sentence with a finding or an attack is a scene with the place, the date and the type of event that its own
grammar gives it; scenes that can be one occurrence are put together, and what one of them leaves out the others supply.
A date is given only where the page dates what happened: the day of a statement or of publication is no substitute.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.lexicon import Lexicon
from counterclaim.model import RESPONSIBILITY, Document, Finding, Interval, Mention, Place, Setting, TimeMention
from counterclaim.phrases import plain_words
from counterclaim.setting.datings import DateWords, Dating, Datings
from counterclaim.setting.events import EventWord, load_event_words
from counterclaim.setting.nearness import COUNTRY, HUB_KM, distance_km, fineness, place_key, relation
from counterclaim.setting.scenes import Occurrence, Scene, group
from counterclaim.setting.whereabouts import PlaceWords, Whereabouts
from counterclaim.syntax import Parse

FAR = 7.0  # a cost at which a place or a date no longer belongs to what happened
MANY = 5000  # a count so high is that of a war, not of one occurrence
MONTH = 20  # days: a count over so long is a country's rather than that of the place last named
SOON = 10  # days: what runs no longer may be one occurrence
BY_ASPECT = {"detained": "Arrests", "evacuated": "Evacuation", "displaced": "Displacement"}


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
    return tuple(_Page(document, findings, parse, mentions, times, lexicon).settings())


class _Page:
    """One page's scenes and occurrences."""

    def __init__(
        self,
        document: Document,
        findings: Sequence[Finding],
        parse: Parse,
        mentions: Sequence[Mention],
        times: Sequence[TimeMention],
        lexicon: Lexicon,
    ) -> None:
        self.findings, self.parse = findings, parse
        self.turns = tuple(sorted(lexicon.words("settings", "turns")))
        self.back = tuple(sorted(lexicon.words("settings", "back")))
        self.nationwide = tuple(sorted(lexicon.words("settings", "nationwide")))
        plain = plain_words(parse)
        self.events: dict[int, list[EventWord]] = {}
        for e in load_event_words(lexicon).find(plain):
            self.events.setdefault(parse.tokens[e.first].sentence, []).append(e)
        events = {i for found in self.events.values() for e in found for i in range(e.first, e.stop)}
        told = events | {f.event for f in findings} | {f.trigger for f in findings}
        self.where = Whereabouts(parse, mentions, frozenset(told), frozenset(events), PlaceWords.of(lexicon))
        self.datings = Datings(parse, times, told, DateWords.of(lexicon))
        published = document.published_on
        self.day = self.datings.page_day or (published.isoformat() if published else None)
        self.chains = self.where.chains()
        self.hubs = {outer for _, outer in self.chains}
        self.at = [self._tokens(f) for f in findings]

    def _tokens(self, f: Finding) -> tuple[int, int]:
        first, stop = self.parse.within(f.span)
        return min(first, len(self.parse.tokens) - 1), max(stop, first + 1)

    def _within(self, a: Place, b: Place) -> bool:
        pair = place_key(a), place_key(b)
        if pair[::-1] in self.chains:
            return False
        if pair in self.chains:
            return True
        far = distance_km(a, b)
        hub = pair[1] in self.hubs and pair[0] not in self.hubs and fineness(a) <= fineness(b)
        return hub and far is not None and far < HUB_KM

    # ---- scenes

    def scenes(self) -> list[Scene]:
        """All scenes in page order."""
        by_sentence: dict[int, list[int]] = {}
        for i, f in enumerate(self.findings):
            by_sentence.setdefault(self.parse.tokens[f.event].sentence, []).append(i)
        found: list[Scene] = []
        for sentence in range(len(self.parse.sentences)):
            if sentence in by_sentence:
                found += self._told(sentence, by_sentence[sentence])
            elif sentence in self.events:
                found += self._bare(sentence)
        return found

    def _told(self, sentence: int, members: Sequence[int]) -> Iterator[Scene]:
        scenes: list[Scene] = []
        for i in sorted(members, key=lambda i: self.at[i]):
            one = self._scene(sentence, i, members)
            same = next((s for s in scenes if self._one_scene(s, one)), None)
            if same:
                same.findings.append(i)
                same.place, same.when = same.place or one.place, same.when or one.when
                same.dated, same.kind = same.dated or one.dated, same.kind or one.kind
                same.figures |= one.figures
            else:
                scenes.append(one)
        yield from scenes

    def _one_scene(self, a: Scene, b: Scene) -> bool:
        placed = not a.place or not b.place or relation(a.place, b.place, self._within) == "same"
        return placed and a.running == b.running and (not a.dated or not b.dated or a.dated == b.dated)

    def _scene(self, sentence: int, i: int, members: Sequence[int]) -> Scene:
        f = self.findings[i]
        first, stop = self.at[i]
        shared = any(j != i and self.findings[j].event == f.event and abs(self.at[j][0] - first) > 8 for j in members)
        anchors = sorted({first, stop - 1} if shared else {first, stop - 1, f.event})
        others = [self.at[j][0] for j in members if j != i and f.aspect != RESPONSIBILITY]
        kind = self._kind(sentence, anchors, f)
        place, cost = self.where.place_of(anchors, others)
        scene = Scene(sentence, [i], place if cost < FAR else None, kind=kind, pace=self._pace(sentence))
        if f.aspect != RESPONSIBILITY and f.low is not None and f.low > 2:
            scene.figures = frozenset({(f.aspect, f.low)})
        return self._dated(scene, anchors, f)

    def _dated(self, scene: Scene, anchors: Sequence[int], f: Finding | None) -> Scene:
        found = self.datings.of(scene.sentence)
        dating = min(found, key=lambda d: self._date_cost(d, anchors), default=None)
        if dating and self._date_cost(dating, anchors) < FAR:
            scene.dated = dating.mention.span.exact.lower()
            scene.when = dating.interval
            if dating.opens and dating.interval and self.day and dating.interval.earliest <= self.day:
                scene.when = Interval(dating.interval.earliest, self.day)
            scene.running = dating.running and (scene.when is None or scene.when.days > SOON)
        scene.running |= f is not None and f.low is not None and f.low >= MANY
        return scene

    def _date_cost(self, d: Dating, anchors: Sequence[int]) -> float:
        return self.where.distance(self.datings.token(d), anchors)

    def _bare(self, sentence: int) -> Iterator[Scene]:
        event = min(self.events[sentence], key=lambda e: e.rank)
        place, cost = self.where.place_of([event.head], ())
        scene = Scene(sentence, [], place if cost < FAR else None, kind=event.kind, pace=self._pace(sentence))
        scene = self._dated(scene, [event.head], None)
        if scene.place or scene.dated:
            yield scene

    def _pace(self, sentence: int) -> float:
        text = self.parse.sentence_span(sentence).exact.lower()
        if text.startswith(self.turns):
            return -1.5
        return 0.6 if any(b in text[:120] for b in self.back) else 0.0

    def _kind(self, sentence: int, anchors: Sequence[int], f: Finding) -> str | None:
        if f.aspect in BY_ASPECT and f.aspect != "detained":
            return BY_ASPECT[f.aspect]
        found = self.events.get(sentence, [])
        best = min(found, key=lambda e: self._event_cost(e, anchors), default=None)
        return best.kind if best else BY_ASPECT.get(f.aspect)

    def _event_cost(self, e: EventWord, anchors: Sequence[int]) -> float:
        near = min(abs(a - e.head) for a in anchors)
        return min(self.where.path(a, e.head) for a in anchors) + 0.1 * near + 0.3 * e.rank

    # ---- occurrences

    def settings(self) -> list[Setting]:
        """The settings of all findings."""
        found: list[Setting | None] = [None] * len(self.findings)
        self.all_scenes = self.scenes()
        occurrences = group(self.all_scenes, self._within)
        for number, occurrence in enumerate(occurrences):
            kinds = Counter(s.kind for s in occurrence.scenes if s.kind)
            kind = kinds.most_common(1)[0][0] if kinds else None
            for scene in occurrence.scenes:
                place = self._placed(scene, occurrence)
                for i in scene.findings:
                    when = scene.when or (None if scene.dated else self._date(occurrence, occurrences))
                    found[i] = Setting(place, when, scene.kind or kind, None, number)
        return [self._blamed(i, s, found) for i, s in enumerate(found) if s]

    def _date(self, occurrence: Occurrence, others: Sequence[Occurrence]) -> Interval | None:
        """An occurrence's date; where nothing in it is dated, that of the nearest that may be the same."""
        if occurrence.date() or occurrence.running or any(s.dated for s in occurrence.scenes):
            return occurrence.date()
        near = [
            o for o in others if o is not occurrence and not o.running and o.date() and self._may_be_one(occurrence, o)
        ]
        first = occurrence.scenes[0].sentence
        found = min(near, key=lambda o: min(abs(s.sentence - first) for s in o.scenes), default=None)
        return found.date() if found else None

    def _may_be_one(self, a: Occurrence, b: Occurrence) -> bool:
        """Whether nothing that is told of their places keeps two occurrences apart."""
        pairs = [(s.place, t.place) for s in a.scenes for t in b.scenes if s.place and t.place]
        relations = {relation(p, q, self._within) for p, q in pairs}
        if not pairs or relations & {"same", "in", "over", "near"}:
            return True
        first = a.scenes[0].sentence
        return any(0 <= first - s.sentence <= 1 for s in b.scenes)

    def _placed(self, scene: Scene, occurrence: Occurrence) -> Place | None:
        """The place that a scene gives itself or takes over; for a toll that runs on, the country in the end."""
        if scene.place:
            return occurrence.finest(scene, self._within)
        text = self.parse.sentence_span(scene.sentence).exact.lower()
        long = scene.running if scene.when is None else scene.when.days > MONTH
        if long or any(phrase in text for phrase in self.nationwide):
            return self._country() or occurrence.place(scene, self._within)
        return occurrence.place(scene, self._within) or self._nearest(scene)

    def _nearest(self, scene: Scene) -> Place | None:
        """The place last told of before a scene, else the first told of after it."""
        placed = [s for s in self.all_scenes if s.place]
        before = [s.place for s in placed if s.sentence <= scene.sentence]
        return before[-1] if before else next((s.place for s in placed), None)

    def _country(self) -> Place | None:
        """The country of which the page tells most."""
        spots = [s.place for found in self.where.spots.values() for s in found if s.place.precision == COUNTRY]
        common = Counter(p.country for p in spots).most_common(1)
        return next((p for p in spots if p.country == common[0][0]), None) if common else None

    def _blamed(self, i: int, setting: Setting, settings: Sequence[Setting | None]) -> Setting:
        """Give a count the party that its own sentence, else its occurrence, holds responsible."""
        f = self.findings[i]
        if f.aspect == RESPONSIBILITY or setting.event_type == "Armed clash":
            return setting
        sentence = self.parse.tokens[f.event].sentence
        blames = [
            (j, b)
            for j, b in enumerate(self.findings)
            if b.aspect == RESPONSIBILITY and b.polarity == "affirms" and b.party
        ]
        here = [(j, b) for j, b in blames if self.parse.tokens[b.event].sentence == sentence]
        if here:
            near = min(
                here, key=lambda b: self.where.path(b[1].event, f.event) + 0.05 * abs(self.at[b[0]][0] - f.event)
            )
            return replace(setting, party=near[1].party)
        parties = {b.party for j, b in blames if (s := settings[j]) and s.occurrence == setting.occurrence}
        return replace(setting, party=parties.pop()) if len(parties) == 1 else setting
