"""A page's text cut into lines, with the shape of each: what can be seen of a page without reading it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

INVISIBLE = "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u202a\u202b\u202c\u202d\u202e"
EDGE = "".join(c for c in map(chr, range(0x3001)) if c.isspace()) + INVISIBLE
LONG = 400  # characters: no button, menu entry or headline is longer
FINAL = ".!?。؟।"
CLOSING = "\"”’'»)]*"
INNER_STOP = re.compile(r"[a-z)\d][.!?] +[A-Z]|https?://|www\.|pic\.twitter|@\w")
WORD = re.compile(r"\w+(?:['’.\-]\w+)*")
EDGES_OF_KEY = re.compile(r"^[\W\d_]+|[\W\d_]+$")
SPOKEN = re.compile(r"[“\"«][^”\"»]{20,500}[.!?…][”\"»]\s?[–—-]")  # a speaker's words with the name after a dash
NOTE = re.compile(r"(?:\s?\[[\w ]{1,4}\]|[¹²³⁴-⁹])+$")  # a footnote's mark after the stop
BULLET = re.compile(r"[-–—•*▪●·◦‣>]\s?\S|\(?\d{1,2}[.)]\s+\S")


@dataclass(frozen=True)
class Line:
    """A line, or the lines of one hard-wrapped paragraph: text[start:end], white space at the edges left out."""

    start: int
    end: int
    text: str
    gap: bool = False  # an empty line stands before it

    @cached_property
    def words(self) -> int:
        """Number of words, at most what a very long line needs to be told from a short one."""
        return len(WORD.findall(self.text[:4000]))

    @cached_property
    def key(self) -> str:
        """Lower case, straight apostrophes, marks and digits at the edges gone; empty for a long line or a number."""
        if len(self.text) > LONG:
            return ""
        plain = "".join(c for c in self.text.lower().replace("’", "'") if c not in INVISIBLE)
        return EDGES_OF_KEY.sub("", " ".join(plain.removesuffix("[edit]").split()))

    @cached_property
    def lower(self) -> str:
        """The line's first 1500 characters in lower case with straight apostrophes: enough to know its kind."""
        return self.text[:1500].lower().replace("’", "'")

    @property
    def is_stopped(self) -> bool:
        """Whether it ends as a sentence does; dots that say "cut here" do not count."""
        bare = NOTE.sub("", self.text[-24:]).rstrip(CLOSING + EDGE)
        return bool(bare) and bare[-1] in FINAL and not bare.endswith("..")

    @property
    def is_prose(self) -> bool:
        """Whether it looks like a paragraph of running text: sentences, or far too long for a headline."""
        return (self.words >= 8 and (self.is_stopped or self.text.endswith(":"))) or self.words >= 40

    @property
    def is_bare(self) -> bool:
        """Whether it is short and holds no sentence: a heading, a link, a button."""
        return self.words <= 24 and not (
            self.is_prose or self.is_stopped or self.is_spoken or INNER_STOP.search(self.text)
        )

    @property
    def is_spoken(self) -> bool:
        """Whether it is a speaker's words with the name after them."""
        return bool(SPOKEN.match(self.text[:600]))

    @property
    def is_bullet(self) -> bool:
        """Whether it is an item of a list."""
        return bool(BULLET.match(self.text))

    @property
    def has_letters(self) -> bool:
        """Whether there is anything to read in it besides figures and signs."""
        return len(self.text) > LONG or any(c.isalpha() for c in self.text)


def cut_lines(text: str) -> list[Line]:
    """Cut a text at its line ends, whatever their kind; lines of a hard-wrapped paragraph come back as one."""
    return [line for block in _blocks(text) for line in _unwrapped(block, text)]


def _blocks(text: str) -> Iterator[list[Line]]:
    """Runs of lines with no empty line between them."""
    block: list[Line] = []
    at, gap = 0, False
    for raw in text.splitlines(keepends=True):
        bare = raw.strip(EDGE)
        if bare:
            start = at + len(raw) - len(raw.lstrip(EDGE))
            block.append(Line(start, start + len(bare), bare, gap and not block))
            gap = False
        elif block:
            yield block
            block, gap = [], True
        at += len(raw)
    if block:
        yield block


def _unwrapped(block: list[Line], text: str) -> list[Line]:
    """Join lines that were broken for their width: no word of the next line would have fitted on the line before."""
    if not _is_wrapped(block):
        return block
    joined = [block[0]]
    width = max(len(line.text) for line in block)
    for before, line in pairwise(block):
        if _fills(before, line, width) or _runs_on(before, line):
            start = joined[-1].start
            joined[-1] = Line(start, line.end, text[start : line.end], joined[-1].gap)
        else:
            joined.append(line)
    return joined


def _is_wrapped(block: list[Line]) -> bool:
    """Whether a block was broken for its width; where paragraphs have no empty line between them, each ends short."""
    pairs = list(pairwise(block))
    if not pairs or not any(_runs_on(a, b) for a, b in pairs):
        return False
    width = max(len(line.text) for line in block)
    open_pairs = [(a, b) for a, b in pairs if not a.is_stopped]
    return 40 <= width <= 130 and 3 * sum(_fills(a, b, width) for a, b in open_pairs) >= 2 * len(open_pairs)


def _fills(line: Line, after: Line, width: int) -> bool:
    return len(line.text) + 1 + len(after.text.split(maxsplit=1)[0]) > width - 2


def _runs_on(line: Line, after: Line) -> bool:
    return after.text[0].islower() and not line.is_stopped
