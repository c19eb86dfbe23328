"""Stretches between quotation marks, as pages really print them: lost marks, odd marks, speech over paragraphs.

A mark opens or closes by what stands beside it; its glyph decides only where that leaves it open. Speech that runs over
several paragraphs opens each of them anew and closes only the last, as English newspapers print it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.model import Passage, QuotedStretch, Span

MARK = re.compile(r"''|``|‘‘|’’|[\"“”„‟«»]")
OPENERS = frozenset("“„‟«") | {"``", "‘‘"}
CLOSERS = frozenset("”»") | {"’’"}
MARKS = "\"“”„‟«»‘’'`"
SINGLE = re.compile(r"(?<![^\s([{—–:-])['‘](?=\w)")
SINGLE_END = re.compile(r"(?<=\S)['’](?!\w)")
SENTENCE_END = re.compile(r"[.!?…](?=\s)")
BLANK = " \t\n\r\f\v\xa0\u2009\u202f\u200b"
BESIDE_OPENER = frozenset(BLANK + "([{—–-/:;,*>•|")
AFTER_CLOSER = frozenset(BLANK + ".,;:!?)]}—–-/…*<|’'")
LONGEST_SINGLE = 600  # characters: beyond that an apostrophe is likelier than a closing mark
LONGEST_UNCLOSED = 400  # characters that words may run on without a closing mark inside a paragraph


@dataclass(frozen=True, slots=True)
class _Mark:
    start: int
    end: int
    glyph: str
    may_open: bool
    may_close: bool

    def opens(self, inside: bool) -> bool:
        """Whether the mark opens a stretch, given whether one is open already."""
        if self.glyph in CLOSERS:
            return not inside and self.may_open and not self.may_close
        if self.glyph in OPENERS:
            return not inside or self.may_open or not self.may_close
        return (self.may_open and not self.may_close) if inside else (self.may_open or not self.may_close)


@dataclass(frozen=True, slots=True)
class _Stretch:
    """Words from `start` to `end`, with their marks from `first` to `stop`; `open_end` when no mark closed them."""

    first: int
    start: int
    end: int
    stop: int
    open_end: bool = False


def find_quotations(text: str, passages: Sequence[Passage]) -> tuple[QuotedStretch, ...]:
    """Find quoted stretches of the article's passages, in page order; none lies within another, and none is empty."""
    found: list[QuotedStretch] = []
    running = False
    for passage in (p for p in passages if p.role.is_article):
        pieces = _in_passage(text, passage.span.start, passage.span.end)
        for n, piece in enumerate(pieces):
            inner = _trimmed(text, piece.start, piece.end)
            if inner is not None:
                begins = n == 0 and not text[passage.span.start : piece.first].strip()
                found.append(QuotedStretch(inner, Span.of(text, piece.first, piece.stop), running and begins))
        running = bool(pieces) and pieces[-1].open_end
    return tuple(found)


def _in_passage(text: str, start: int, end: int) -> list[_Stretch]:
    """Find the outermost stretches of one passage, in order."""
    found = [*_double(text, start, end)]
    found += _single(text, start, end, found)
    kept: list[_Stretch] = []
    for piece in sorted(found, key=lambda s: (s.first, -s.stop)):
        if not kept or piece.first >= kept[-1].stop:
            kept.append(piece)
    return kept


def _double(text: str, start: int, end: int) -> Iterator[_Stretch]:
    opened: _Mark | None = None
    last = start
    for mark in _double_marks(text, start, end):
        if mark.opens(opened is not None):
            if opened is not None:
                cut = _sentence_end(text, opened.end, mark.start)
                yield _Stretch(opened.start, opened.end, cut, cut)
            opened = mark
            continue
        if opened is not None:
            yield _Stretch(opened.start, opened.end, mark.start, mark.end)
        elif not text[mark.start - 1 : mark.start].isdigit():  # inches close nothing
            begin = _sentence_start(text, last, mark.start)
            yield _Stretch(begin, begin, mark.start, mark.end)
        opened, last = None, mark.end
    if opened is not None:
        yield _unclosed(text, opened, start, end)


def _double_marks(text: str, start: int, end: int) -> Iterator[_Mark]:
    for found in MARK.finditer(text, start, end):
        before = text[found.start() - 1] if found.start() > start else " "
        after = text[found.end()] if found.end() < end else " "
        may_open = before in BESIDE_OPENER and after not in BLANK
        may_close = before not in BLANK and after in AFTER_CLOSER
        yield _Mark(found.start(), found.end(), found[0], may_open, may_close)


def _unclosed(text: str, opened: _Mark, start: int, end: int) -> _Stretch:
    """Speech that goes on in the next paragraph where it opened this one; one sentence where the mark was lost."""
    opens_paragraph = not text[start : opened.start].strip(MARKS + BLANK)
    is_fragment = not opens_paragraph and text[opened.end : opened.end + 1].islower()  # a word or two, its mark lost
    if opens_paragraph or (end - opened.end <= LONGEST_UNCLOSED and not is_fragment):
        return _Stretch(opened.start, opened.end, end, end, open_end=True)
    cut = _sentence_end(text, opened.end, end)
    return _Stretch(opened.start, opened.end, cut, cut)


def _single(text: str, start: int, end: int, doubles: Sequence[_Stretch]) -> Iterator[_Stretch]:
    """Find pairs of single marks; an apostrophe has no partner, or stands inside a word."""
    at = start
    while (opener := SINGLE.search(text, at, end)) is not None:
        at = opener.end()
        if any(d.first <= opener.start() < d.stop for d in doubles):
            continue
        limit = min(end, at + LONGEST_SINGLE)
        ends = [
            m for m in SINGLE_END.finditer(text, at, limit) if not any(d.start <= m.start() < d.end for d in doubles)
        ]
        closer = next((m for m in ends if text[m.start() - 1] in ".,!?…"), ends[0] if ends else None)
        if closer is not None:
            yield _Stretch(opener.start(), opener.end(), closer.start(), closer.end())
            at = closer.end()


def _sentence_end(text: str, start: int, end: int) -> int:
    found = SENTENCE_END.search(text, start, end)
    return found.end() if found else end


def _sentence_start(text: str, start: int, end: int) -> int:
    """Find where the sentence that ends at `end` begins, its closing stop left out of account."""
    ends = [m.end() for m in SENTENCE_END.finditer(text, start, end) if m.end() < end - 1]
    begin = ends[-1] if ends else start
    while begin < end and text[begin] in BLANK + ",;":
        begin += 1
    return begin


def _trimmed(text: str, start: int, end: int) -> Span | None:
    """Take the white space off both ends; None when nothing but marks is left."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span.of(text, start, end) if text[start:end].strip(MARKS) else None
