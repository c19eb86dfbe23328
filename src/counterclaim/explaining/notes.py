"""All that was read of one page, to look up the words behind a claim in it, and to say where they stand."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from counterclaim.counting.harm import Trigger
from counterclaim.counting.triggers import load_triggers
from counterclaim.lexicon import Lexicon
from counterclaim.model import (
    RESPONSIBILITY,
    Document,
    Finding,
    Interval,
    Mention,
    Passage,
    Quantity,
    Role,
    Setting,
    Span,
    Statement,
    TimeMention,
)
from counterclaim.phrases import plain_words
from counterclaim.setting.events import load_event_words
from counterclaim.syntax import Parse

NOT_SAID = "nothing on the page says"
HERE = "in the same sentence"
BESIDE = 2  # spans on either side of a place that are looked at for the nearest, since some overlap
LATER = 0.5  # sentences that what is told afterwards counts as farther off than what is told before


@dataclass(frozen=True)
class Notes:
    """What the stages read of one page before its claims were put together; `settings` stand as the findings do.

    `relays` are those that the page as a whole is credited to.
    """

    document: Document
    passages: Sequence[Passage]
    parse: Parse
    mentions: Sequence[Mention]
    quantities: Sequence[Quantity]
    times: Sequence[TimeMention]
    statements: Sequence[Statement]
    relays: Sequence[str]
    findings: Sequence[Finding]
    settings: Sequence[Setting]
    lexicon: Lexicon

    @cached_property
    def words(self) -> list[str]:
        """The page's words as lexicons have them, one a token."""
        return plain_words(self.parse)

    @cached_property
    def triggers(self) -> dict[int, Trigger]:
        """The words of harm by their first token."""
        return {t.first: t for t in load_triggers(self.lexicon).find(self.parse, self.words)}

    @cached_property
    def events(self) -> dict[str, list[Span]]:
        """The words that tell what happened by their type, in page order."""
        verbs = {t.index for t in self.parse.tokens if t.pos in ("VERB", "AUX")}
        found: dict[str, list[Span]] = {}
        for e in load_event_words(self.lexicon).find(self.words, verbs):
            found.setdefault(e.kind, []).append(self.parse.span(e.first, e.stop))
        return found

    @cached_property
    def named(self) -> dict[str, list[Span]]:
        """The words that mention somebody or something, by its name, in page order."""
        found: dict[str, set[Span]] = {}
        for m in self.mentions:
            for name in {m.name, m.party.name if m.party else m.name}:
                found.setdefault(name, set()).add(m.span)
        return {name: sorted(spans) for name, spans in found.items()}

    @cached_property
    def placed(self) -> dict[str, list[Span]]:
        """The words that name a place, by its key in the gazetteer and by its name, in page order."""
        found: dict[str, list[Span]] = {}
        for m in self.mentions:
            for key in {m.place.ref, m.place.name} - {None} if m.place else ():
                found.setdefault(str(key), []).append(m.span)
        return {key: sorted(spans) for key, spans in found.items()}

    @cached_property
    def dated(self) -> dict[Interval | str, list[Span]]:
        """The words that date something, by the days that they give and by the first and the last of these."""
        found: dict[Interval | str, list[Span]] = {}
        for t in self.times:
            if t.interval:
                keys: set[Interval | str] = {t.interval, t.interval.earliest, t.interval.latest}
                for key in keys:
                    found.setdefault(key, []).append(t.span)
        return {key: sorted(spans) for key, spans in found.items()}

    @cached_property
    def anchors(self) -> dict[Span, str]:
        """The days from which dates were reckoned, by their words."""
        return {t.span: t.anchor for t in self.times if t.anchor}

    @cached_property
    def blamed(self) -> dict[str, dict[int | None, list[Span]]]:
        """The words that lay blame on a party: all of them under None, and those for each occurrence."""
        found: dict[str, dict[int | None, list[Span]]] = {}
        for f, s in zip(self.findings, self.settings, strict=True):
            if f.aspect == RESPONSIBILITY and f.party and f.polarity == "affirms":
                for key in (None, s.occurrence):
                    found.setdefault(f.party, {}).setdefault(key, []).append(f.span)
        return {party: {key: sorted(spans) for key, spans in by.items()} for party, by in found.items()}

    @cached_property
    def speaking(self) -> dict[int, list[Statement]]:
        """For each sentence the statements whose source or cue stands there."""
        found: dict[int, list[Statement]] = {}
        for s in self.statements:
            for sentence in {self.sentence(w) for w in (*s.source, *s.cue)}:
                found.setdefault(sentence, []).append(s)
        return found

    @cached_property
    def counts(self) -> dict[int, Quantity]:
        """The quantities by the offset at which their words begin."""
        return {q.span.start: q for q in self.quantities}

    @cached_property
    def by_id(self) -> dict[str, Statement]:
        """The statements by id."""
        return {s.id: s for s in self.statements}

    @cached_property
    def scenes(self) -> dict[int, set[int]]:
        """For each occurrence the sentences that have its findings."""
        found: dict[int, set[int]] = {}
        for finding, setting in zip(self.findings, self.settings, strict=True):
            found.setdefault(setting.occurrence, set()).add(self.sentence(finding.span))
        return found

    def sentence(self, span: Span) -> int:
        """The number of the sentence in which a span begins."""
        token = self.parse.at(span.start)
        return token.sentence if token else 0

    def spelt(self, name: str) -> Sequence[Span]:
        """Where the page spells a name, in page order."""
        return _spelt(self.document.text, name)

    def nearest(self, spans: Sequence[Span], to: Span) -> Span | None:
        """Of spans in page order the one nearest to another: in its sentence, else in those before, else after it."""
        at = bisect_left(spans, to)
        home = self.sentence(to)

        def distance(span: Span) -> tuple[float, int]:
            gap = home - self.sentence(span)
            return (gap if gap >= 0 else LATER - gap), max(span.start - to.end, to.start - span.end)

        return min(spans[max(0, at - BESIDE) : at + BESIDE], key=distance, default=None)

    def where(self, span: Span, home: Span, occurrence: int | None = None) -> str:
        """In plain words, where a span stands as seen from another; `occurrence` is the one that is told of there."""
        there = self.sentence(span)
        gap = self.sentence(home) - there
        if gap == 0:
            return HERE
        if any(p.role is Role.HEADLINE and p.span.covers(span) for p in self.passages):
            return "taken over from the headline"
        same = occurrence is not None and there in self.scenes.get(occurrence, ())
        return f"taken over from {_apart(gap)}" + (", which tells of the same occurrence" if same else "")


@lru_cache(maxsize=64)
def _spelt(text: str, name: str) -> tuple[Span, ...]:
    found, at = [], text.find(name) if name else -1
    while at >= 0:
        found.append(Span.of(text, at, at + len(name)))
        at = text.find(name, at + len(name))
    return tuple(found)


def _apart(gap: int) -> str:
    if abs(gap) == 1:
        return "the sentence before" if gap > 0 else "the next sentence"
    return f"{abs(gap)} sentences {'before' if gap > 0 else 'later'}"
