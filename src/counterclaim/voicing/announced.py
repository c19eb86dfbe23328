"""Statements under a colon: "X issued this statement:", "X informs:", a list "distributed as follows:"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from counterclaim.model import Attribution, Span
from counterclaim.syntax import Parse

OPENS = re.compile(r"[^\n]{0,40}:\s*\n\s*(?P<mark>[\"“«])")
PARAGRAPH = re.compile(r"(?m)^[^\S\n]*+\S[^\n]*")
BACK = frozenset({"it", "they", "he", "she"})  # who may go on with his own report
CLOSING = {'"': '"', "“": "”", "«": "»"}
LISTING = re.compile(
    r"[^\n:]{0,60}:[ \t]*\n(?P<list>(?:\s*(?:[-–—•▪▫*▸·]|\d{1,2}[.)])\s[^\n]+)+)"
)  # lines behind a colon
PARAGRAPHS = 4  # of a report without marks under somebody's name
LONGEST = 4000  # characters of a statement


def with_whole_statements(parse: Parse, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, one before a colon with all paragraphs up to the closing mark for its content.

    What is told inside by others stands in its words.
    """
    found = list(attributions)
    for n, a in enumerate(attributions):
        whole = _whole(parse, a) if a.source and a.cue else None
        if whole is None:
            continue
        found[n] = replace(a, content=(whole,), manner="direct")
        for i, inner in enumerate(found):
            inside = i != n and inner.parent is None and all(whole.covers(s) for s in (*inner.source, *inner.content))
            if inside:
                found[i] = replace(inner, parent=n)
    return found


def _whole(parse: Parse, attribution: Attribution) -> Span | None:
    """The words from the opening mark in the next paragraph to the closing one at a paragraph's end."""
    text = parse.text
    opened = OPENS.match(text, attribution.cue[-1].end - 1)
    if opened is None or "\n" in text[attribution.source[0].start : attribution.cue[-1].end]:
        return None
    start, mark = opened.start("mark"), CLOSING[opened["mark"]]
    closed = re.compile(re.escape(mark) + r"[.,]?[ \t]*(?=\n|$)").search(text, start + 1, start + LONGEST)
    return Span.of(text, start + 1, closed.start()) if closed and closed.start() > start + 1 else None


def with_lists(parse: Parse, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with the list that follows where the words end in a colon: "distributed as follows:"."""
    found = list(attributions)
    for n, a in enumerate(found):
        last = max((a.source[-1:] + a.cue[-1:] + a.content[-1:]), key=lambda s: s.end)
        listed = LISTING.match(parse.text, last.end - 1) if a.source and a.cue else None
        if listed and parse.text.find("\n", last.start, last.end) < 0:
            told = Span.of(parse.text, *listed.span("list"))
            free = parse.at(listed.end() - 1) is not None
            if free and not any(told.overlaps(s) for o in found for s in (*o.source, *o.content)):
                found[n] = replace(a, content=(*a.content, told))
    return found


def find_announced(
    parse: Parse, attributions: Sequence[Attribution], verbs: Collection[str]
) -> tuple[Attribution, ...]:
    """Reports under a line that only says whose they are ("The ministry informs:"), up to the next one who speaks."""
    sources = [s for a in attributions for s in a.source if s.exact.lower() not in BACK]
    found = []
    for m in _heads(frozenset(verbs)).finditer(parse.text):
        content = _below(parse, m.end(), sources)
        who, cue = (Span.of(parse.text, *m.span(name)) for name in ("who", "cue"))
        taken = any(who.overlaps(s) for s in sources) or parse.at(m.start()) is None
        if content and not taken:
            found.append(Attribution((who,), (cue,), (content,), "indirect"))
    return tuple(found)


@lru_cache(maxsize=4)
def _heads(verbs: frozenset[str]) -> re.Pattern[str]:
    said = "|".join(sorted(map(re.escape, verbs)))
    return re.compile(rf"(?m)^(?P<who>[^\W\d_][^\n:.]{{3,80}}?) (?P<cue>{said})(?: [^\n:.]{{0,50}})?:[ \t]*$")


def _below(parse: Parse, start: int, sources: Sequence[Span]) -> Span | None:
    """The paragraphs behind an offset in which nobody else speaks."""
    end = start
    for m in islice(PARAGRAPH.finditer(parse.text, start), PARAGRAPHS):
        words = Span.of(parse.text, *m.span())
        if parse.at(m.start()) is None or any(words.overlaps(s) for s in sources):
            break
        end = m.end()
    first = start + len(parse.text[start:end]) - len(parse.text[start:end].lstrip())
    return Span.of(parse.text, first, end) if end > first else None
