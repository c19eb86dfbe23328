"""A page's grammar as records: tokens with offsets in the page, and the tree that a parser drew over them.

The stages read these and not a library's own objects, so that they stay pure functions, can be mapped by any engine,
and a better parser can take the place of the one in use without touching them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from counterclaim.model import Span

MASK = re.compile(r"(?<=[a-z])\*+(?=[a-z])|^[-–—•*]+(?=\w)")
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})  # the tagger's tags of finite verbs
SUBJECTS = frozenset({"nsubj", "nsubjpass"})  # dependencies of who or what a verb tells of
UNDERGOING = frozenset({"dobj", "nsubjpass"})  # and of whom or what it is done to


class _Lowered:
    """Keeps a word in lower case once it has been asked for: the stages ask some fifty times a word."""

    __slots__ = ("lower",)
    lower: str
    """The word in lower case, with typographic apostrophes made straight."""

    if not TYPE_CHECKING:  # else any name would pass for an attribute

        def __getattr__(self, name: str) -> str:
            if name != "lower":
                raise AttributeError(name)
            object.__setattr__(self, name, self.text.lower().replace("’", "'"))
            return self.lower


@dataclass(frozen=True, slots=True)
class Token(_Lowered):
    """A word or mark. `pos`/`dep` are Universal POS and ClearNLP labels, `tag` Penn Treebank; `head` an index.

    `entity` is the OntoNotes type of the statistical entity that the token is in ("" outside), `entity_first` whether
    it opens one. A sentence's root is its own head.
    """

    index: int
    start: int
    end: int
    text: str
    lemma: str
    pos: str
    tag: str
    dep: str
    head: int
    entity: str
    entity_first: bool
    sentence: int


@dataclass(frozen=True, slots=True)
class Sentence:
    """Tokens `first` to `stop` (exclusive), in passage number `passage` of the page."""

    index: int
    first: int
    stop: int
    passage: int


@dataclass(frozen=True)
class Parse:
    """Tokens and sentences of the passages that were parsed, in page order; `text` is the whole page."""

    text: str
    tokens: tuple[Token, ...]
    sentences: tuple[Sentence, ...]

    def set_anew(self, text: str, tokens: tuple[Token, ...]) -> Parse:
        """The same trees over words that stand elsewhere in another text."""
        anew = Parse(text, tokens, self.sentences)
        anew.__dict__.update(_edges=self._edges, _depths=self._depths)
        return anew

    @cached_property
    def plain(self) -> list[str]:
        """The words in lower case, apostrophes straight; "ki*lled" is read as "killed", a list's "-13" as "13"."""
        return [t.lower if t.text.isalnum() else MASK.sub("", t.lower) for t in self.tokens]

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.tokens]

    @cached_property
    def _children(self) -> list[list[Token]]:
        found: list[list[Token]] = [[] for _ in self.tokens]
        for t in self.tokens:
            if t.head != t.index:
                found[t.head].append(t)
        return found

    @cached_property
    def _edges(self) -> list[tuple[int, int]]:
        """Leftmost and rightmost (inclusive) token of every subtree."""
        edges = [(t.index, t.index) for t in self.tokens]
        for t in sorted(self.tokens, key=lambda t: -self.depth(t.index)):
            if t.head != t.index:
                left, right = edges[t.head]
                edges[t.head] = (min(left, edges[t.index][0]), max(right, edges[t.index][1]))
        return edges

    @cached_property
    def _depths(self) -> list[int]:
        depths = [-1] * len(self.tokens)
        for t in self.tokens:
            path, i = [], t.index
            while depths[i] < 0 and self.tokens[i].head != i:
                path.append(i)
                i = self.tokens[i].head
            depths[i] = max(depths[i], 0)
            for step, j in enumerate(reversed(path), start=1):
                depths[j] = depths[i] + step
        return depths

    def depth(self, index: int) -> int:
        """Steps from the token up to its sentence's root."""
        return self._depths[index]

    def children(self, index: int, *deps: str) -> list[Token]:
        """Direct dependents in order, only those with one of `deps` when given."""
        below = self._children[index]
        return [t for t in below if t.dep in deps] if deps and below else below[:]

    def head(self, index: int) -> Token:
        """The token that governs this one (itself at the root)."""
        return self.tokens[self.tokens[index].head]

    def ancestors(self, index: int) -> Iterator[Token]:
        """From the head upwards to the root, the token itself left out."""
        tokens = self.tokens
        while (head := tokens[index].head) != index:
            index = head
            yield tokens[index]

    def edges(self, index: int) -> tuple[int, int]:
        """First and last token index (both inclusive) of the stretch from the subtree's left to its right end."""
        return self._edges[index]

    def subtree(self, index: int) -> list[Token]:
        """The token and all below it, in order."""
        found, todo = [], [index]
        while todo:
            i = todo.pop()
            found.append(i)
            todo.extend(t.index for t in self._children[i])
        return [self.tokens[i] for i in sorted(found)]

    def sentence(self, index: int) -> Sentence:
        """The sentence of a token."""
        return self.sentences[self.tokens[index].sentence]

    def sentence_tokens(self, index: int) -> Sequence[Token]:
        """All tokens of sentence number `index`."""
        s = self.sentences[index]
        return self.tokens[s.first : s.stop]

    def sentence_span(self, index: int) -> Span:
        """The words of sentence number `index`."""
        s = self.sentences[index]
        return self.span(s.first, s.stop)

    def span(self, first: int, stop: int) -> Span:
        """The words from token `first` to `stop` (exclusive); raises ValueError when empty.

        Marks that were restored have no width: those at the beginning are left out, and where there is nothing else
        it is the word before them.
        """
        if stop <= first:
            raise ValueError(f"no tokens in {first}:{stop}")
        while first < stop - 1 and self.tokens[first].start == self.tokens[first].end:
            first += 1
        while first and self.tokens[first].start == self.tokens[stop - 1].end:
            first -= 1
        return Span.of(self.text, self.tokens[first].start, self.tokens[stop - 1].end)

    def at(self, offset: int) -> Token | None:
        """The token at or last before a character offset; None before the first."""
        i = bisect_right(self._starts, offset) - 1
        return self.tokens[i] if i >= 0 else None

    def within(self, span: Span) -> tuple[int, int]:
        """The range (first, stop) of tokens that lie in `span`, perhaps empty."""
        first = bisect_right(self._starts, span.start - 1)
        stop = first
        while stop < len(self.tokens) and self.tokens[stop].end <= span.end:
            stop += 1
        return first, stop
