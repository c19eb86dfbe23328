"""Small records for tests, with only what a test is about spelled out."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from counterclaim.lexicon import load_lexicon
from counterclaim.linking.revisions import Marks
from counterclaim.linking.witnesses import Witnesses
from counterclaim.model import Claim, Document, Interval, Page, Party, Place, Span, content_id
from counterclaim.syntax import Parse, Sentence, Token

TARN = Place("Tarnholt", lat=10.0, lon=20.0, precision=1, ref="t:1")
VESK = Place("Veskad", lat=10.0, lon=21.5, precision=1, ref="t:2")


def day(first: str, last: str | None = None) -> Interval:
    return Interval(first, last or first)


def claim(document: str, start: int = 0, exact: str = "12 people", **fields: Any) -> Claim:
    """A claim that 12 people were killed, unless `fields` say otherwise."""
    given: dict[str, Any] = {"aspect": "killed", "low": 12, "high": 12, "bound": "exactly", "who": "people"} | fields
    id_ = content_id(document, start, exact, given["aspect"], given.get("voice"), given.get("party"))
    return Claim(id=id_, document=document, span=Span(start, start + len(exact), exact), **given)


def page(document: str, *claims: Claim, text: str = "", **fields: Any) -> Page:
    """A page that bears these claims; its text is made long enough to hold their spans."""
    if not text:
        letters = list(" " * max([c.span.end for c in claims], default=1))
        for c in claims:
            letters[c.span.start : c.span.end] = c.span.exact
        text = "".join(letters)
    return Page(Document(document, text, **fields), (), (), claims)


def witnesses(sides: Mapping[str, str] | None = None, *pages: Document) -> Witnesses:
    """Voices with the side on which they stand, and the pages at hand; nobody else is in the catalogue."""
    known = {name: Party(name, "other", side=side) for name, side in (sides or {}).items()}
    return Witnesses(known.get, pages={p.id: p for p in pages}, marks=Marks.of(load_lexicon()))


def plain(text: str) -> Parse:
    """A parse of which every line is a sentence, with words but no grammar: all that dates need."""
    tokens: list[Token] = []
    sentences = []
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        first = len(tokens)
        start = at
        for word in line.split():
            start = text.index(word, start)
            i = len(tokens)
            tokens.append(
                Token(i, start, start + len(word), word, word.lower(), "X", "XX", "dep", i, "", False, len(sentences))
            )
            start += len(word)
        at += len(line)
        if len(tokens) > first:
            sentences.append(Sentence(len(sentences), first, len(tokens), number))
    return Parse(text, tuple(tokens), tuple(sentences))
