"""Paragraphs in quotation marks that nobody is said to speak: they are never the page's own words.

Who speaks is the subject of the line before that ends in a colon ("The command gave these figures:"), else whoever
spoke in the paragraph before.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from counterclaim.model import Attribution, Span
from counterclaim.syntax import Parse

OPENED = re.compile(r"(?m)^[^\S\n]*(?P<mark>[\"“«])(?=\S)")
CLOSED = {mark: re.compile(rf"{close}[.,]?[^\S\n]*(?=\n|$)") for mark, close in (('"', '"'), ("“", "”"), ("«", "»"))}
LINE = re.compile(r"[^\n]*\S[^\n]*$")  # the last that is not empty
LONGEST = 4000  # characters of a statement
LEAST = 30  # characters: less is a title or a motto
HEADING = 40  # characters of a line that only heads what is quoted


def find_unclaimed(parse: Parse, attributions: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """The quotations that fill their paragraphs and that no attribution has; without a source they go on."""
    found = list(attributions)
    for m in OPENED.finditer(parse.text):
        words = _quoted(parse.text, m.end(), m["mark"])
        if words is None or parse.at(words.start) is None or any(words.overlaps(s) for a in found for s in _all(a)):
            continue
        source = _source(parse, m.start(), found)
        if source is not None:
            found.append(Attribution(source, (), (words,), "direct"))
    return tuple(found[len(attributions) :])


def _all(a: Attribution) -> Iterator[Span]:
    yield from (*a.source, *a.cue, *a.content)


def _quoted(text: str, start: int, mark: str) -> Span | None:
    """The words up to the closing mark at a paragraph's end, be it some paragraphs on."""
    closed = CLOSED[mark].search(text, start, start + LONGEST)
    if closed is None or closed.start() - start < LEAST:
        return None
    single = text.find('"', start, closed.start()) < 0 if mark == '"' else True  # nothing tells its ends apart
    return Span.of(text, start, closed.start()) if single else None


def _source(parse: Parse, start: int, known: Sequence[Attribution]) -> tuple[Span, ...] | None:
    """The words that say who speaks, none where somebody goes on; None where nobody spoke right before."""
    line = LINE.search(parse.text[:start].rstrip())
    if (
        line
        and not line[0].rstrip().endswith(":")
        and len(line[0]) < HEADING
        and not re.search(r"[.!?”\"»]\s*$", line[0])
    ):
        line = LINE.search(parse.text[: line.start()].rstrip()) if line.start() else None  # a heading stands between
        line = line if line and line[0].rstrip().endswith(":") else None
    if line is None:
        return None
    above = Span.of(parse.text, line.start(), line.start() + len(line[0].rstrip()))
    if any(above.overlaps(s) for a in known for s in _all(a)):
        return ()
    subject = _subject(parse, above) if above.exact.endswith(":") else None
    return (subject,) if subject else None


def _subject(parse: Parse, line: Span) -> Span | None:
    """Whom a line's last sentence is about."""
    last = parse.at(line.end - 1)
    words = parse.sentence_tokens(last.sentence) if last else ()
    found = next((t for t in words if t.dep == "nsubj" and parse.head(t.index).dep == "ROOT"), None)
    if found is None:
        return None
    first, end = parse.edges(found.index)
    return parse.span(first, end + 1)
