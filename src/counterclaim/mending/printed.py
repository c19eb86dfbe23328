"""A page that has lost its marks as it was printed: its text, words and names with the commas and apostrophes put in.

The parse of such a page has the restored marks as words without width. What reads text as well as words ("the army's
spokesman", "X, a doctor") reads the printed page, and what it finds is told in the page's own characters again.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from counterclaim.model import Attribution, Mention, Span
from counterclaim.syntax import Parse, Token

APOSTROPHE = "'"
KEPT = ("ss", "us", "is")  # ends of names to which the s belongs
ONE = {"NNS": "NN", "NNPS": "NNP"}


@dataclass(frozen=True)
class Printed:
    """The printed page; `lost` are where its marks are missing on the page itself, `marks` where they stand in it."""

    page: Parse
    parse: Parse
    lost: tuple[int, ...] = ()
    marks: tuple[int, ...] = ()

    def mention(self, mention: Mention) -> Mention:
        """A mention where it stands on the printed page, without the s of a possessive."""
        if not self.marks:
            return mention
        span, last = self._forth(mention.span), self.parse.tokens[mention.stop - 1]
        return replace(mention, span=Span.of(self.parse.text, span.start, min(span.end, last.end)))

    def attribution(self, a: Attribution) -> Attribution:
        """An attribution as it stands on the printed page."""
        source, cue, content = (tuple(map(self._forth, spans)) for spans in (a.source, a.cue, a.content))
        return replace(a, source=source, cue=cue, content=content) if self.marks else a

    def told(self, a: Attribution) -> Attribution:
        """An attribution read off the printed page in the page's own characters."""
        source, cue, content = (tuple(map(self.back, spans)) for spans in (a.source, a.cue, a.content))
        return replace(a, source=source, cue=cue, content=content) if self.marks else a

    def back(self, span: Span) -> Span:
        """The stretch of the page that is printed there."""
        if not self.marks:
            return span
        start, end = (at - bisect_left(self.marks, at) for at in (span.start, span.end))
        return Span.of(self.page.text, start, end)

    def _forth(self, span: Span) -> Span:
        start, end = (at + bisect_left(self.lost, at) for at in (span.start, span.end))
        return Span.of(self.parse.text, start, end)


def printed(parse: Parse, mentions: Sequence[Mention], plurals: Collection[str]) -> Printed:
    """The page with its restored marks; the page itself where it has lost none.

    An apostrophe stands before the s of one ("the army's") and behind that of several, which `plurals` are.
    """
    marks = [t for t in parse.tokens if t.start == t.end]
    if not marks:
        return Printed(parse, parse)
    named = {m.stop - 1: m for m in mentions}
    ones = {t.index for t in marks if t.index and _is_of_one(t, parse.tokens[t.index - 1], named, plurals)}
    lost = tuple(t.start - (t.index in ones) for t in marks)
    parts = [parse.text[a:b] for a, b in zip((0, *lost), (*lost, len(parse.text)), strict=True)]
    text = "".join(part + mark for part, mark in zip(parts, [*(t.text for t in marks), ""], strict=True))
    places = tuple(at + n for n, at in enumerate(lost))
    return Printed(parse, parse.set_anew(text, tuple(_words(parse.tokens, lost, ones))), lost, places)


def _is_of_one(mark: Token, owner: Token, named: dict[int, Mention], plurals: Collection[str]) -> bool:
    """Whether the s before an apostrophe is none of the word's own: "armys", but not "Homs" or "doctors"."""
    word = owner.lower
    if mark.text != APOSTROPHE or not word.endswith("s") or word.endswith(KEPT) or word in plurals:
        return False
    name = named.get(owner.index)
    if name is None or (name.party is None and name.place is None) or word[:-1] == name.name.lower():
        return True
    return owner.text[:-1].isupper() or not name.name.endswith("s")


def _words(tokens: Sequence[Token], lost: Sequence[int], ones: Collection[int]) -> list[Token]:
    """The words where they stand on the printed page."""
    words, shift = [], 0
    for t in tokens:
        start, end = t.start + shift, t.end + shift
        if t.start == t.end:
            shift += 1
            words.append(
                _at(t, start - 1, end + 1, f"{t.text}s") if t.index in ones else _at(t, start, end + 1, t.text)
            )
        elif t.index + 1 in ones:  # without the s of a possessive
            words.append(_at(t, start, end - 1, t.text[:-1], t.lemma.removesuffix("s"), ONE.get(t.tag, t.tag)))
        else:
            words.append(_at(t, start, end, t.text))
    return words


def _at(t: Token, start: int, end: int, text: str, lemma: str | None = None, tag: str | None = None) -> Token:
    """The word at another place; written out, for it is done for each word of a page."""
    lemma, tag = t.lemma if lemma is None else lemma, tag or t.tag
    return Token(t.index, start, end, text, lemma, t.pos, tag, t.dep, t.head, t.entity, t.entity_first, t.sentence)
