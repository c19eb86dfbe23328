"""Which words say on whose word a claim stands, and through whom it came."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.explaining.notes import Notes
from counterclaim.model import Evidence, Finding, Role, Span, Standing, Statement

OWN_WORD = "no source is named: it is the outlet's own word"
CARRIED = "no cue of its own: it goes on with what the source said before"
WORD = re.compile(r"\w+")
LONG = 4  # letters of a word that may tell one name from others
TOP = 400  # characters of an article within which a byline or dateline credits the whole page


@dataclass(frozen=True)
class Passing:
    """All words that name one relay, those that credit the page to it, and those beside somebody's words."""

    named: Sequence[Span]
    credits: Sequence[Span]
    heard: Sequence[Span]


class Sources:
    """Looks up one page's sources and relays."""

    def __init__(self, notes: Notes) -> None:
        self.notes = notes
        self._passing: dict[str, Passing] = {}

    def evidence(self, finding: Finding, standing: Standing) -> Iterator[Evidence]:
        """The evidence for voice, cue and relays."""
        yield from self._voice(finding, standing)
        if standing.cue_span:
            yield Evidence("cue", standing.cue_span, "")
        elif standing.voice is not None:
            yield Evidence("cue", None, self._without_cue(finding, standing))
        if not standing.relays:
            yield Evidence("relays", None, "nobody is named who passed it on")
        for relay in standing.relays:
            yield self._relay(finding, standing, relay)

    def _without_cue(self, finding: Finding, standing: Standing) -> str:
        if finding.voice is not None:
            return "the words of the claim name the speaker themselves"
        return CARRIED if self._is_carried(finding, standing) else "no word of saying is used"

    def _voice(self, finding: Finding, standing: Standing) -> Iterator[Evidence]:
        """The source words, and where they do not name the voice, other words of the page that do."""
        if standing.voice is None:
            yield Evidence("voice", standing.voice_span, OWN_WORD)
            return
        span = standing.voice_span
        if span is None:
            yield Evidence("voice", None, "the source stands without words of its own")
            return
        carried = self._is_carried(finding, standing)
        yield Evidence("voice", span, self.notes.where(span, finding.span) if carried else "")
        full = self._named(standing.voice, span)
        if full:
            yield Evidence("voice", full, f"named so {'before' if full < span else 'later'}")

    def _is_carried(self, finding: Finding, standing: Standing) -> bool:
        """Whether the claim stands outside of the statement's own words."""
        statement = self.notes.by_id.get(standing.statement or "")
        return statement is not None and not any(c.overlaps(finding.span) for c in statement.content)

    def _named(self, voice: str, span: Span) -> Span | None:
        """The last words before `span` that name the voice, else the first after it, where those of `span` do not."""
        own = _words(voice)
        if own & _words(span.exact):
            return None
        named = [s for s in self.notes.named.get(voice, ()) if own & _words(s.exact)]
        at = bisect_left(named, span)
        return named[at - 1] if at else next(iter(named), None)

    def _relay(self, finding: Finding, standing: Standing, relay: str) -> Evidence:
        """The words that name a relay: beside source and cue, else where the page is credited, else the nearest."""
        passing = self._words_for(relay)
        for around in self._chain(self.notes.by_id.get(standing.statement or "")):
            beside = [s for s in passing.named if s not in passing.credits and self._is_beside(s, around)]
            if beside:
                return Evidence("relays", self.notes.nearest(beside, around.content[0]), "passed it on")
        if passing.credits:
            return Evidence("relays", passing.credits[0], "the whole page is credited to it")
        span = self.notes.nearest(passing.heard or passing.named, finding.span)
        if span is None:
            return Evidence("relays", None, f"{relay} is named in other words")
        return Evidence("relays", span, f"passed on what was said there; {self.notes.where(span, finding.span)}")

    def _words_for(self, relay: str) -> Passing:
        """Looked up once a relay."""
        if relay not in self._passing:
            notes = self.notes
            voices = [s.voice_span for s in notes.statements if s.voice_span and relay in (s.voice, s.behind)]
            named = sorted({*notes.named.get(relay, ()), *notes.spelt(relay), *voices})
            credited = [s for s in named if self._is_credit(s)] if relay in notes.relays else []
            heard = [s for s in named if any(self._is_beside(s, o) for o in notes.speaking.get(notes.sentence(s), ()))]
            self._passing[relay] = Passing(named, credited, heard)
        return self._passing[relay]

    def _is_beside(self, span: Span, statement: Statement) -> bool:
        """Whether words stand in the sentence of a statement's source or cue, and not in what it says."""
        if statement not in self.notes.speaking.get(self.notes.sentence(span), ()):
            return False
        return not any(c.covers(span) for c in statement.content)

    def _chain(self, statement: Statement | None) -> Iterator[Statement]:
        """The statement and those it stands in, the innermost first."""
        seen: set[str] = set()
        while statement is not None and statement.id not in seen:
            seen.add(statement.id)
            yield statement
            statement = self.notes.by_id.get(statement.parent or "")

    def _is_credit(self, span: Span) -> bool:
        """Whether words stand in a credit, in the article's first lines or at its very end."""
        article = [p.span for p in self.notes.passages if p.role.is_article]
        if any(p.role is Role.CREDIT and p.span.overlaps(span) for p in self.notes.passages):
            return True
        return bool(article) and (span.start < article[0].start + TOP or span.end > article[-1].end - TOP // 4)


def _words(name: str) -> set[str]:
    """The words of a name that may tell it from others, and its initials: "the Interior Ministry", "IM"."""
    words = WORD.findall(name)
    initials = "".join(w[0] for w in words if w[0].isupper())
    return {w.casefold() for w in words if len(w) >= LONG} | {initials, *(w for w in words if w.isupper())} - {""}
