"""Which words say on whose word a claim stands, and through whom it came."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from counterclaim.explaining.notes import Notes
from counterclaim.model import Evidence, Finding, Role, Span, Standing, Statement

OWN_WORD = "no source is named: it is the outlet's own word"
CARRIED = "no cue of its own: it goes on with what the source said before"
TOP = 400  # characters of an article within which a byline or dateline credits the whole page


def sourced(notes: Notes, finding: Finding, standing: Standing) -> Iterator[Evidence]:
    """The evidence for voice, cue and relays."""
    yield from _voice(notes, finding, standing)
    if standing.cue_span:
        yield Evidence("cue", standing.cue_span, "")
    elif standing.voice is not None:
        yield Evidence("cue", None, _without_cue(notes, finding, standing))
    if not standing.relays:
        yield Evidence("relays", None, "nobody is named who passed it on")
    for relay in standing.relays:
        yield _relay(notes, finding, standing, relay)


def _without_cue(notes: Notes, finding: Finding, standing: Standing) -> str:
    if finding.voice is not None:
        return "the words of the claim name the speaker themselves"
    return CARRIED if _is_carried(notes, finding, standing) else "no word of saying is used"


def _voice(notes: Notes, finding: Finding, standing: Standing) -> Iterator[Evidence]:
    """The source words, and where they do not name the voice, the words before them that do."""
    if standing.voice is None:
        yield Evidence("voice", standing.voice_span, OWN_WORD)
        return
    span = standing.voice_span
    if span is None:
        yield Evidence("voice", None, "the source stands without words of its own")
        return
    carried = _is_carried(notes, finding, standing)
    yield Evidence("voice", span, notes.where(span, finding.span) if carried else "")
    full = _named(notes, standing.voice, span)
    if full:
        yield Evidence("voice", full, f"named so {'before' if full < span else 'later'}")


def _is_carried(notes: Notes, finding: Finding, standing: Standing) -> bool:
    """Whether the claim stands outside of the statement's own words."""
    statement = notes.by_id.get(standing.statement or "")
    return statement is not None and not any(c.overlaps(finding.span) for c in statement.content)


def _named(notes: Notes, voice: str, span: Span) -> Span | None:
    """The last words before `span` that name the voice, else the first after it, where those of `span` do not."""
    named = [m.span for m in notes.mentions if m.name == voice]
    if any(m.overlaps(span) for m in named) or voice.casefold() in span.exact.casefold():
        return None
    before = [m for m in named if m.end <= span.start]
    return max(before) if before else min(named, default=None)


def _relay(notes: Notes, finding: Finding, standing: Standing, relay: str) -> Evidence:
    """The words that name a relay: beside source and cue, else where the whole page is credited, else the nearest."""
    named = list(_naming(notes, relay))
    credits_page = [s for s in named if _is_credit(notes, s)] if relay in notes.relays else []
    for around in _chain(notes, notes.by_id.get(standing.statement or "")):
        beside = [s for s in named if s not in credits_page and _is_beside(notes, s, around)]
        if beside:
            return Evidence("relays", notes.nearest(beside, around.content[0]), "passed it on")
    if credits_page:
        return Evidence("relays", credits_page[0], "the whole page is credited to it")
    heard = [s for s in named if any(_is_beside(notes, s, other) for other in notes.statements)]
    span = notes.nearest(heard or named, finding.span)
    if span is None:
        return Evidence("relays", None, f"{relay} is named in other words")
    return Evidence("relays", span, f"passed on what was said there; {notes.where(span, finding.span)}")


def _is_beside(notes: Notes, span: Span, statement: Statement) -> bool:
    """Whether words stand in the sentence of a statement's source or cue, and not in what it says."""
    if any(c.covers(span) for c in statement.content):
        return False
    return any(notes.sentence(span) == notes.sentence(w) for w in (*statement.source, *statement.cue))


def _chain(notes: Notes, statement: Statement | None) -> Iterator[Statement]:
    """The statement and those it stands in, the innermost first."""
    seen: set[str] = set()
    while statement is not None and statement.id not in seen:
        seen.add(statement.id)
        yield statement
        statement = notes.by_id.get(statement.parent or "")


def _naming(notes: Notes, name: str) -> Iterator[Span]:
    """All words of the page that name a party or a house, else that spell its name."""
    named = [m.span for m in notes.mentions if name in (m.name, m.party.name if m.party else None)]
    named += [s.voice_span for s in notes.statements if s.voice_span and name in (s.voice, s.behind)]
    yield from sorted({*named, *_spelt(notes.document.text, name)})


def _spelt(text: str, name: str) -> Iterable[Span]:
    at = text.find(name) if name else -1
    while at >= 0:
        yield Span.of(text, at, at + len(name))
        at = text.find(name, at + len(name))


def _is_credit(notes: Notes, span: Span) -> bool:
    """Whether words stand in a credit, in the article's first lines or at its very end."""
    article = [p.span for p in notes.passages if p.role.is_article]
    if any(p.role is Role.CREDIT and p.span.overlaps(span) for p in notes.passages):
        return True
    return bool(article) and (span.start < article[0].start + TOP or span.end > article[-1].end - TOP // 4)
