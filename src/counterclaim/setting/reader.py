"""One page's scenes: the place, the date and the type of event that each sentence's own grammar gives it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property

from counterclaim.distance import distance_km
from counterclaim.lexicon import Lexicon
from counterclaim.model import RESPONSIBILITY, Finding, Interval, Mention, Place, TimeMention
from counterclaim.phrases import plain_words
from counterclaim.setting.addresses import keys
from counterclaim.setting.alternating import own_date
from counterclaim.setting.datewords import DateWords
from counterclaim.setting.datings import Dating, Datings
from counterclaim.setting.events import UNSPECIFIED, EventWord, happened, load_event_words
from counterclaim.setting.likeness import Likeness
from counterclaim.setting.nearness import HUB_KM, fineness, place_key, relation
from counterclaim.setting.scenes import Scene
from counterclaim.setting.since import runs_since
from counterclaim.setting.spots import FAR, PlaceWords, Spot
from counterclaim.setting.whereabouts import NEAREST, Whereabouts
from counterclaim.syntax import Parse

MANY = 5000  # a count so high is that of a war, not of one occurrence
SOON = 10  # days: what runs no longer may be one occurrence
ALONE = 8  # words between counts of one verb from which on each is told on its own
PERFECT = frozenset({"has", "have", "'ve", "’ve"})
BOMBING = "Bombing"  # by whom and how, the rest of the page must tell
HARM = frozenset({"killed", "injured"})
BLOODLESS = frozenset({UNSPECIFIED, BOMBING, "Evacuation", "Displacement", "Arrests"})  # nobody is killed by these


class SceneReader:
    """Reads the scenes of one page. `day` is the page's own day, where that is known (an ISO date)."""

    def __init__(
        self,
        findings: Sequence[Finding],
        parse: Parse,
        mentions: Sequence[Mention],
        times: Sequence[TimeMention],
        day: str | None,
        lexicon: Lexicon,
    ) -> None:
        self.findings, self.parse = findings, parse
        self.turns, self.back = (tuple(sorted(lexicon.words("settings", name))) for name in ("turns", "back"))
        self.before = tuple(f" {words} " for words in sorted(lexicon.words("settings", "before")))
        self.spans = lexicon.words("settings", "spans")
        self.lately = lexicon.words("opening", "lately")
        self.events: dict[int, list[EventWord]] = {}
        verbs = {t.index for t in parse.tokens if t.pos in ("VERB", "AUX")}
        for e in load_event_words(lexicon).find(plain_words(parse), verbs):
            self.events.setdefault(parse.tokens[e.first].sentence, []).append(e)
        for e in happened(parse, lexicon):
            if all(e.first not in range(x.first, x.stop) for x in self.events.get(parse.tokens[e.first].sentence, ())):
                self.events.setdefault(parse.tokens[e.first].sentence, []).append(e)
        events = {i for found in self.events.values() for e in found for i in range(e.first, e.stop)}
        told = frozenset(events | {f.event for f in findings} | {f.trigger for f in findings})
        self.where = Whereabouts(parse, mentions, told, frozenset(events), PlaceWords.of(lexicon))
        self.datings = Datings(parse, times, told, DateWords.of(lexicon))
        self.day = self.datings.page_day or day
        self.last = max(filter(None, (self.datings.page_day, day)), default=None)  # day that the page may tell of
        self.chains = self.where.chains()
        self.hubs = self.where.hubs(self.chains)
        self.at = [self._tokens(f) for f in findings]
        self.counts: dict[int, list[int]] = {}  # where the counts of a sentence begin
        for f, (first, _) in sorted(zip(findings, self.at, strict=True), key=lambda pair: pair[1]):
            if f.aspect != RESPONSIBILITY:
                self.counts.setdefault(parse.tokens[f.event].sentence, []).append(first)
        self._paces: dict[int, float] = {}
        self._befores: dict[int, bool] = {}
        self._inside: dict[tuple[int, int], tuple[bool, Place, Place]] = {}
        self._costs: dict[tuple[int, ...], float] = {}

    def _tokens(self, f: Finding) -> tuple[int, int]:
        first, stop = self.parse.within(f.span)
        return min(first, len(self.parse.tokens) - 1), max(stop, first + 1)

    def within(self, a: Place, b: Place) -> bool:
        """Whether the page itself says that place `a` lies in `b`, or names `b` for all that lies around it."""
        at = id(a), id(b)
        if at not in self._inside:
            self._inside[at] = self._within(a, b), a, b  # which keeps the ids theirs
        return self._inside[at][0]

    def _within(self, a: Place, b: Place) -> bool:
        for pair in keys(a, b):
            if pair in self.chains or pair[::-1] in self.chains:
                return pair[::-1] not in self.chains
        pair = place_key(a), place_key(b)
        far = distance_km(a, b)
        hub = pair[1] in self.hubs and pair[0] not in self.hubs and fineness(a) <= fineness(b)
        return hub and far is not None and far < HUB_KM

    def scenes(self) -> list[Scene]:
        """All scenes in page order."""
        by_sentence: dict[int, list[int]] = {}
        for i, f in enumerate(self.findings):
            by_sentence.setdefault(self.parse.tokens[f.event].sentence, []).append(i)
        found: list[Scene] = []
        for sentence in sorted(by_sentence.keys() | self.events.keys()):
            if sentence in by_sentence:
                found += self._told(sentence, by_sentence[sentence])
            else:
                found += self._bare(sentence)
        return found

    def _told(self, sentence: int, members: Sequence[int]) -> list[Scene]:
        """The scenes of a sentence with findings: one, unless its counts were made at several places."""
        scenes: list[Scene] = []
        for i in sorted(members, key=lambda i: self.at[i]):
            one = self._scene(sentence, i, members)
            same = next((s for s in scenes if self._is_one(s, one)), None)
            if same:
                same.take_in(one)
            else:
                scenes.append(one)
        return scenes

    def _is_one(self, a: Scene, b: Scene) -> bool:
        placed = not a.place or not b.place or relation(a.place, b.place, self.within) == "same"
        return placed and a.running == b.running and (not a.dated or not b.dated or a.dated == b.dated)

    def _scene(self, sentence: int, i: int, members: Sequence[int]) -> Scene:
        f = self.findings[i]
        anchors = self._anchors(i, members)
        others = [self.at[j][0] for j in members if j != i and f.aspect != RESPONSIBILITY]
        scene = Scene(sentence, [i], self._place(anchors, others), kind=self._kind(sentence, anchors, f))
        if f.aspect != RESPONSIBILITY and f.low is not None and f.low > 2:
            scene.figures = frozenset({(f.aspect, f.low)})
        return self._dated(scene, anchors, f)

    def _anchors(self, i: int, members: Sequence[int]) -> list[int]:
        """The tokens that a place must be near: the count, and its verb where no distant count shares that."""
        f, (first, stop) = self.findings[i], self.at[i]
        shared = (j for j in members if j != i and self.findings[j].event == f.event)
        alone = any(abs(self.at[j][0] - first) > ALONE for j in shared)
        return sorted({first, stop - 1} if alone else {first, stop - 1, f.event})

    def _bare(self, sentence: int) -> Iterator[Scene]:
        """The scene of a sentence that tells of an attack without counting anybody."""
        event = min(self.events[sentence], key=lambda e: e.rank)
        kind = None if event.kind in (UNSPECIFIED, BOMBING) else event.kind
        scene = self._dated(Scene(sentence, [], self._bare_place(event.head), kind=kind), [event.head], None)
        if scene.place or scene.dated:
            yield scene

    def _bare_place(self, head: int) -> Place | None:
        """The place of an attack whose sentence counts nobody: none where it only came from all that is named."""
        spots = self.where.spots.get(self.parse.tokens[head].sentence, ())
        return None if all(self._is_whence(s) for s in spots) else self._place([head], ())

    def _is_whence(self, spot: Spot) -> bool:
        token = self.parse.tokens[spot.mention.token]
        return spot.cost >= NEAREST and self.where.objections.preposition(token) == "from"

    def _place(self, anchors: Sequence[int], others: Sequence[int]) -> Place | None:
        place, cost = self.where.place_of(anchors, others)
        return place if cost < FAR else None

    def _dated(self, scene: Scene, anchors: Sequence[int], f: Finding | None) -> Scene:
        """Date a scene and say how it stands to what was told before."""
        found = [d for d in self.datings.of(scene.sentence) if not self.is_ahead(d.interval)]
        own = self._in_turn(scene, anchors) if f is not None and found else None
        dating = own or min(found, key=lambda d: self.date_cost(d, anchors), default=None)
        if dating and self.date_cost(dating, anchors) < FAR:
            scene.dated, scene.when = dating.mention.span.exact.lower(), self.days(dating)
            scene.running = dating.running and (scene.when is None or scene.when.days > SOON)
        scene.running |= f is not None and f.low is not None and f.low >= MANY
        scene.earlier = self._is_before(scene.sentence) or (f is not None and self._is_after(f))
        scene.running |= scene.dated is None and f is not None and self._is_since(f)
        scene.pace = self.pace(scene.sentence)
        return scene

    def _in_turn(self, scene: Scene, anchors: Sequence[int]) -> Dating | None:
        """The date behind a count that follows another count with its date."""
        found = [d for d in self.datings.of(scene.sentence, likened=True) if not self.is_ahead(d.interval)]
        counts = self.counts.get(scene.sentence, ())
        return own_date(self.parse, self.at[scene.findings[0]], counts, found, lambda d: self.date_cost(d, anchors))

    def _is_since(self, f: Finding) -> bool:
        """Whether a count goes on since something undated: "300 have died since the siege began"."""
        chain = (self.parse.tokens[f.event], *self.parse.ancestors(f.event))
        verb = next((t for t in chain if t.pos in ("VERB", "AUX")), None)
        if (
            verb is None
            or self.datings.tells_toll(verb)
            or not any(t.lower in PERFECT for t in self.parse.children(verb.index, "aux"))
        ):
            return False
        tokens = self.parse.sentence_tokens(self.parse.tokens[verb.index].sentence)
        since = [t for t in tokens if t.lower == "since" and self._hangs_on(t.index, verb.index)]
        return any(runs_since(self.parse, t, self.lately) for t in since)

    def _is_before(self, sentence: int) -> bool:
        """Whether words of a sentence say that it tells of what was before."""
        if sentence not in self._befores:
            text = f" {self.parse.sentence_span(sentence).exact.lower()}"
            self._befores[sentence] = any(words in text for words in self.before)
        return self._befores[sentence]

    @cached_property
    def likeness(self) -> Likeness:
        """How much the page's sentences have in common."""
        return Likeness(self.parse, ())

    def _is_after(self, f: Finding) -> bool:
        """Whether what is counted was some time before what is told: "It comes a year after ten people died"."""
        tokens = self.parse.tokens
        above = {f.event, *(t.index for t in self.parse.ancestors(f.event))}
        for t in tokens[self.parse.sentence(f.event).first + 1 : f.event]:
            if t.lower == "after" and tokens[t.index - 1].lower in self.spans:
                governed = t.head in above if t.dep == "mark" else t.index in above
                return governed and not any(x.lower == "," for x in tokens[t.index : f.event])
        return False

    def _hangs_on(self, token: int, verb: int) -> bool:
        """Whether a token is in the clause of a verb or in one right below."""
        return verb in [t.index for t in self.parse.ancestors(token)][:2]

    def date_cost(self, d: Dating, anchors: Sequence[int]) -> float:
        """What speaks against a date's being that of what the tokens `anchors` tell."""
        at = id(d), *anchors
        if at not in self._costs:
            self._costs[at] = self._date_cost(d, anchors)
        return self._costs[at]

    def _date_cost(self, d: Dating, anchors: Sequence[int]) -> float:
        token = self.datings.token(d)
        own = self.where.distance(token, anchors)
        return own if d.opens else self.datings.clauses.cost(own, d.mention, token, anchors)

    def is_ahead(self, days: Interval | None) -> bool:
        """Whether days are those of what is to come: after any that may be the page's own."""
        return days is not None and self.last is not None and days.earliest > self.last

    def days(self, d: Dating) -> Interval | None:
        """The days of a date: up to the page's own where something began on it."""
        if d.opens and d.interval and self.day and d.interval.earliest <= self.day:
            return Interval(d.interval.earliest, self.day)
        return d.interval

    def pace(self, sentence: int) -> float:
        """Whether a sentence turns to something else (below nought) or points back to what was told (above)."""
        if sentence not in self._paces:
            self._paces[sentence] = self._pace(sentence)
        return self._paces[sentence]

    def _pace(self, sentence: int) -> float:
        text = self.parse.sentence_span(sentence).exact[:120].lower()
        if text.startswith(self.turns):
            return -1.5
        return 0.6 if any(b in text for b in self.back) else 0.0

    def _kind(self, sentence: int, anchors: Sequence[int], f: Finding) -> str | None:
        apart = BLOODLESS if f.aspect in HARM else {UNSPECIFIED, BOMBING}
        found = [e for e in self.events.get(sentence, []) if e.kind not in apart]
        best = min(found, key=lambda e: self._event_cost(e, anchors), default=None)
        return best.kind if best else "Arrests" if f.aspect == "detained" else None

    def _event_cost(self, e: EventWord, anchors: Sequence[int]) -> float:
        near = min(abs(a - e.head) for a in anchors)
        return min(self.where.path(a, e.head) for a in anchors) + 0.1 * near + 0.3 * e.rank
