"""Paragraphs in quotation marks that nobody is said to speak: they are never the page's own words.

Who speaks is the subject of the line before that ends in a colon ("The command gave these figures:"), else whoever
spoke in the paragraph before.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.model import Attribution, Span
from counterclaim.syntax import Parse

OPENED = re.compile(r"(?m)^[^\S\n]*(?P<mark>[\"“«])(?=\S)")
CLOSED = {mark: re.compile(rf"{close}[.,]?[^\S\n]*(?=\n|$)") for mark, close in (('"', '"'), ("“", "”"), ("«", "»"))}
ENDS = (":", ".", "!", "?", "”", '"', "»")
LONGEST = 4000  # characters of a statement
LEAST = 30  # characters: less is a title or a motto
HEADING = 40  # characters of a line that only heads what is quoted


def find_unclaimed(parse: Parse, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The quotations that fill their paragraphs and that no attribution has; without a source they go on."""
    found: list[Attribution] = []
    taken = bytearray(len(parse.text))  # a one at each character that an attribution has
    for known in attributions:
        _take(taken, known)
    for m in OPENED.finditer(parse.text):
        words = _quoted(parse.text, m.end(), m["mark"])
        if words is None or parse.at(words.start) is None or taken.find(1, words.start, words.end) >= 0:
            continue
        source = _source(parse, m.start(), taken)
        if source is not None:
            found.append(Attribution(source, (), (words,), "direct"))
            _take(taken, found[-1])
    return tuple(found)


def _take(taken: bytearray, a: Attribution) -> None:
    for s in (*a.source, *a.cue, *a.content):
        taken[s.start : s.end] = b"\1" * (s.end - s.start)


def _quoted(text: str, start: int, mark: str) -> Span | None:
    """The words up to the closing mark at a paragraph's end, be it some paragraphs on."""
    closed = CLOSED[mark].search(text, start, start + LONGEST)
    if closed is None or closed.start() - start < LEAST:
        return None
    single = text.find('"', start, closed.start()) < 0 if mark == '"' else True  # nothing tells its ends apart
    return Span.of(text, start, closed.start()) if single else None


def _source(parse: Parse, start: int, taken: bytearray) -> tuple[Span, ...] | None:
    """The words that say who speaks, none where somebody goes on; None where nobody spoke right before."""
    above = _line_above(parse.text, start)
    if above and len(above.exact) < HEADING and not above.exact.endswith(ENDS):  # a heading may stand between
        above = _line_above(parse.text, above.start)
        above = above if above and above.exact.endswith(":") else None
    if above is None:
        return None
    if taken.find(1, above.start, above.end) >= 0:
        return ()
    subject = _subject(parse, above) if above.exact.endswith(":") else None
    return (subject,) if subject else None


def _line_above(text: str, offset: int) -> Span | None:
    """The last line before an offset that is not empty, its end trimmed."""
    end = offset
    while end and text[end - 1].isspace():
        end -= 1
    start = text.rfind("\n", 0, end) + 1
    return Span.of(text, start, end) if start < end else None


def _subject(parse: Parse, line: Span) -> Span | None:
    """Whom a line's last sentence is about."""
    last = parse.at(line.end - 1)
    words = parse.sentence_tokens(last.sentence) if last else ()
    found = next((t for t in words if t.dep == "nsubj" and parse.head(t.index).dep == "ROOT"), None)
    if found is None:
        return None
    first, end = parse.edges(found.index)
    return parse.span(first, end + 1)
