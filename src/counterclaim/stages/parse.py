"""Text to tokens, sentences, trees and statistical entities, by a spaCy pipeline handed in from outside.

Passages are parsed one by one, so that no sentence runs from one into the next, and always in the same batches of one
page, so that what else is read at the same time cannot change the outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from counterclaim.mending.marked import Marked, marked
from counterclaim.mending.plain import Plain
from counterclaim.mending.reading import Weights, find_lost
from counterclaim.model import Passage, Role
from counterclaim.parsing.grammar import Grammar, Word
from counterclaim.syntax import Parse, Sentence, Token

ACRONYM = "WHO"  # the World Health Organization, which taggers take for the pronoun
CHUNK = 10_000  # characters; the parser's memory grows with the length of what it is given at once
BREAK = re.compile(r"(?<=[.!?])\s+|\n")
UNREAD = re.compile(r"\ufe0f|(?<=[\w.,;:!?\"”’)\]])\[\d{1,3}\]")
"""How a sign is to look ("▪️Two died"), and a note's number ("28 dead.[3]"): glued to words, and no part of them."""
HALF = re.compile(r"[\ud800-\udfff]")  # half a surrogate pair, which the parser's store of words cannot hold


def parse_passages(
    text: str,
    passages: Sequence[Passage],
    grammar: Grammar,
    punctuation: Weights | None = None,
    plain: Plain | None = None,
) -> Parse:
    """Parse the article's passages and its credits; the rest of the page gets no tokens.

    With `punctuation` a page that has lost its commas is parsed as if it had them: their tokens have no width. `plain`
    finds those that are sure.
    """
    lost = find_lost(text, _article(passages), punctuation, plain) if punctuation else ()
    pieces = [
        (number, marked(text, start, end, lost))
        for number, passage in enumerate(passages)
        if _is_read(passage)
        for start, end in _chunks(text, passage.span.start, passage.span.end)
    ]
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    read = grammar.read([_readable(piece.text) for _, piece in pieces])
    for (number, piece), words in zip(pieces, read, strict=True):
        _append(tokens, sentences, words, piece, number)
    return Parse(text, tuple(tokens), tuple(sentences))


def _readable(text: str) -> str:
    """The text as the parser takes it, with every character where it was."""
    return UNREAD.sub(lambda found: " " * len(found[0]), HALF.sub("\ufffd", text))


def _is_read(passage: Passage) -> bool:
    return passage.role.is_article or passage.role is Role.CREDIT


def _article(passages: Sequence[Passage]) -> list[tuple[int, int]]:
    return [(p.span.start, p.span.end) for p in passages if p.role.is_article]


def _chunks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Cut a stretch into parts of at most CHUNK characters, at the end of a sentence where there is one."""
    while end - start > CHUNK:
        breaks = [m.end() for m in BREAK.finditer(text, start + CHUNK // 2, start + CHUNK)]
        cut = breaks[-1] if breaks else start + CHUNK
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _append(tokens: list[Token], sentences: list[Sentence], words: Sequence[Word], piece: Marked, passage: int) -> None:
    first = len(tokens)
    for word in words:
        if word.opens:
            _close(tokens, sentences, passage)
        form = word.form
        if form.text == ACRONYM and word.entity == "ORG":
            form = replace(form, pos="PROPN", tag="NNP")
        tokens.append(
            Token(
                index=len(tokens),
                start=piece.at(word.at),
                end=piece.at(word.at + len(form.text)),
                text=form.text,
                lemma=form.lemma,
                pos=form.pos,
                tag=form.tag,
                dep=form.dep,
                head=first + word.head,
                entity=word.entity,
                entity_first=word.entity_first,
                sentence=len(sentences),
            )
        )
    _close(tokens, sentences, passage)


def _close(tokens: Sequence[Token], sentences: list[Sentence], passage: int) -> None:
    """End the sentence that is being read, if any."""
    first = sentences[-1].stop if sentences else 0
    if first < len(tokens):
        sentences.append(Sentence(len(sentences), first, len(tokens), passage))
