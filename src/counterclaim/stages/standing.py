"""On whose word each finding stands: the statement it is heard in, or one carried over from the sentences before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.model import Certainty, Finding, Mention, Span, Standing, Statement
from counterclaim.syntax import Parse
from counterclaim.voicing.audible import audible, is_hearsay, is_thing
from counterclaim.voicing.carrying import Carrier, CarryWords, carry_words

REFUSED = re.compile(  # what is denied to somebody, and no words of anybody
    r"(?i:(?:the|a|an|any|all|his|her|him|their|them|its)\s+)*"
    r"(?i:bail|bond|parole|entry|access|permission|visas?|asylum|appeals?|requests?|motions?)\b"
)
BLAMED = re.compile(r"\b(?:was|were|been|being)\s+(?:\w+\s+)?(?:blamed|attributed|pinned)\b", re.I)
AUXILIARY = 6  # characters before a cue in which "was" stands
WHICH = re.compile(r"\b(?:in|during) which\s+$", re.I)
ESTIMATED = re.compile(
    r"(?:\s\w+)?\s(?:are|is|were|was)\s(?:estimated|believed|thought|known|reported)\s+to\s+have\b", re.I
)
CONCESSION = re.compile(r"\b(?:though|although|despite|whereas)\b", re.I)
CERTAINTIES: tuple[Certainty, ...] = ("certain", "hedged", "unverified")


def find_standing(
    findings: Sequence[Finding],
    statements: Sequence[Statement],
    page_relays: Sequence[str],
    parse: Parse,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
) -> tuple[tuple[Standing, ...], ...]:
    """For each finding its standings: one, or one a voice where several stand for it jointly.

    A finding stands on the innermost statement in whose content it lies, else on the one that is carried over to its
    sentence, else on the outlet's own word. What stands among the words of a source or a cue is not said by it. What
    things show ("images show that") is the word of whoever tells of them, where somebody does.
    """
    heard = audible(statements, lexicon)
    known = {s.id: s for s in statements}
    things = [s for s in heard if is_thing(s, lexicon) or is_hearsay(s, known, lexicon)]
    carrier = Carrier(parse, heard, carry_words(lexicon))
    stood = [_stand(f, statements, heard, things, page_relays, carrier) for f in findings]
    return tuple(_with_the_whole(i, findings, stood, parse) for i in range(len(findings)))


def _with_the_whole(
    index: int, findings: Sequence[Finding], stood: Sequence[tuple[Standing, ...]], parse: Parse
) -> tuple[Standing, ...]:
    """A part that no statement holds stands as the whole of its sentence: "put the toll at 17, including four …"."""
    part_of = findings[index].part_of
    if part_of is None or stood[index][0].statement is not None:
        return stood[index]
    here, there = parse.at(findings[index].span.start), parse.at(findings[part_of].span.start)
    together = here is not None and there is not None and here.sentence == there.sentence
    return stood[part_of] if together else stood[index]


def _stand(
    finding: Finding,
    statements: Sequence[Statement],
    heard: Sequence[Statement],
    things: Sequence[Statement],
    page_relays: Sequence[str],
    carrier: Carrier,
) -> tuple[Standing, ...]:
    text = carrier.parse.text
    around = [s for s in _around(finding.span, statements) if not _is_conceded(finding.span, s, text)]
    around = [s for s in around if not _is_background(finding.span, s, text)]
    certainty = CERTAINTIES[max((CERTAINTIES.index(s.certainty) for s in around), default=0)]
    telling = [s for s in around if s in heard]
    direct = next((s for s in telling if s not in things), telling[0] if telling else None)
    if finding.voice is not None:
        return (_by_itself(finding, direct, page_relays, certainty),)
    if direct is not None:
        return _by_statement(direct, certainty)
    carried = carrier.carried(finding.span)
    if carried is not None and not any(_is_shown(s, carrier.words) for s in around):
        return _by_statement(carried, certainty, heard=False)
    return (Standing(relays=tuple(page_relays), certainty=certainty),)


def _around(span: Span, statements: Iterable[Statement]) -> list[Statement]:
    """The statements in whose content a span lies, the innermost (the shortest, the nested) first."""
    found = [
        s
        for s in statements
        if any(c.overlaps(span) for c in s.content) and not any(x.overlaps(span) for x in (*s.source, *s.cue))
    ]
    return sorted(found, key=lambda s: (_length(s), s.parent is None))


def _is_shown(statement: Statement, words: CarryWords) -> bool:
    """Whether things tell what nobody says: "fragments suggest that", and not "the blast claimed nine lives"."""
    return bool(statement.source) and any(w in words.shows for c in statement.cue for w in c.exact.lower().split())


def _is_conceded(span: Span, statement: Statement, text: str) -> bool:
    """Whether what stands there goes against a denial: "denied firing, though nine had died" denies no deaths.

    Nor does what only is refused: "denied bail for a man who killed two".
    """
    if statement.act != "denies":
        return False
    refused = bool(statement.content) and REFUSED.match(statement.content[0].exact) is not None
    return refused or any(c.covers(span) and CONCESSION.search(text[c.start : span.start]) for c in statement.content)


def _is_background(span: Span, statement: Statement, text: str) -> bool:
    """Whether a clause only tells of what somebody else is blamed for: "the raid, in which nine died, was blamed by X".

    Nor is it anybody's in particular in how many "are estimated to have died".
    """
    blamed = any(
        BLAMED.search(text[max(0, c.start - AUXILIARY) : c.end]) and span.end <= c.start for c in statement.cue
    )
    holding = next((c for c in statement.content if c.overlaps(span)), None)
    if holding is None or not WHICH.search(text[holding.start : span.start]):
        return blamed
    return blamed or ESTIMATED.match(text, span.end) is not None


def _length(statement: Statement) -> int:
    return sum(c.end - c.start for c in statement.content)


def _by_itself(
    finding: Finding, around: Statement | None, page_relays: Sequence[str], certainty: Certainty
) -> Standing:
    """The finding names its own speaker; whoever tells of it passed it on."""
    passed: tuple[str | None, ...] = tuple(page_relays)
    if around is not None:
        passed = (None if around.own else around.party, *around.relays)
    relays = tuple(dict.fromkeys(r for r in passed if r and r != finding.voice))
    cue = around.cue[0] if around and around.cue else None
    statement = around.id if around else None
    return Standing(finding.voice, finding.voice_span, cue, relays, statement, certainty=certainty)


def _by_statement(statement: Statement, certainty: Certainty, *, heard: bool = True) -> tuple[Standing, ...]:
    """One standing a voice. What is only carried over is not denied with the denial before it."""
    return tuple(
        Standing(
            voice=voice,
            voice_span=span,
            cue_span=statement.cue[0] if statement.cue and heard else None,
            relays=tuple(r for r in statement.relays if r != voice),
            statement=statement.id,
            polarity="denies" if heard and statement.act == "denies" else "affirms",
            certainty=certainty,
        )
        for voice, span in statement.parties
    )
