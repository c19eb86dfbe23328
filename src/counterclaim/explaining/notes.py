"""All that was read of one page, to look up the words behind a claim in it, and to say where they stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property

from counterclaim.counting.triggers import Trigger, load_triggers
from counterclaim.lexicon import Lexicon
from counterclaim.model import (
    Document,
    Finding,
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
from counterclaim.setting.events import EventWord, load_event_words
from counterclaim.syntax import Parse

NOT_SAID = "nothing on the page says"
HERE = "in the same sentence"
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
    def events(self) -> tuple[EventWord, ...]:
        """The words that tell what happened, in page order."""
        verbs = {t.index for t in self.parse.tokens if t.pos in ("VERB", "AUX")}
        return tuple(load_event_words(self.lexicon).find(self.words, verbs))

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

    def nearest(self, spans: Iterable[Span], to: Span) -> Span | None:
        """The span nearest to another: in its sentence, else in those before, else after it; None where none is."""
        home = self.sentence(to)

        def distance(span: Span) -> tuple[float, int]:
            gap = home - self.sentence(span)
            return (gap if gap >= 0 else LATER - gap), max(span.start - to.end, to.start - span.end)

        return min(spans, key=distance, default=None)

    def near(self, span: Span, home: Span) -> list[Span]:
        """The span itself in a list where it stands in the sentence of `home`, else an empty one."""
        return [span] if self.sentence(span) == self.sentence(home) else []

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


def _apart(gap: int) -> str:
    if abs(gap) == 1:
        return "the sentence before" if gap > 0 else "the next sentence"
    return f"{abs(gap)} sentences {'before' if gap > 0 else 'later'}"
