"""Text to tokens, sentences, trees and statistical entities, by a spaCy pipeline handed in from outside.

Passages are parsed one by one, so that no sentence runs from one into the next, and always in the same batches of one
page, so that what else is read at the same time cannot change the outcome.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from counterclaim.mending.marked import Marked, marked
from counterclaim.mending.reading import Weights, find_lost
from counterclaim.model import Passage, Role
from counterclaim.syntax import Parse, Sentence, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

CHUNK = 10_000  # characters; the parser's memory grows with the length of what it is given at once
BATCH = 16
BREAK = re.compile(r"(?<=[.!?])\s+|\n")
HALF = re.compile(r"[\ud800-\udfff]")  # half a surrogate pair, which the parser's store of words cannot hold


def parse_passages(text: str, passages: Sequence[Passage], nlp: Language, punctuation: Weights | None = None) -> Parse:
    """Parse the article's passages and its credits; the rest of the page gets no tokens.

    With `punctuation` a page that has lost its commas is parsed as if it had them: their tokens have no width.
    """
    lost = find_lost(text, _article(passages), punctuation) if punctuation else ()
    pieces = [
        (number, marked(text, start, end, lost))
        for number, passage in enumerate(passages)
        if _is_read(passage)
        for start, end in _chunks(text, passage.span.start, passage.span.end)
    ]
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    docs = nlp.pipe((HALF.sub("\ufffd", piece.text) for _, piece in pieces), batch_size=BATCH)
    for (number, piece), doc in zip(pieces, docs, strict=True):
        _append(tokens, sentences, doc, piece, number)
    return Parse(text, tuple(tokens), tuple(sentences))


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


def _append(tokens: list[Token], sentences: list[Sentence], doc: Doc, piece: Marked, passage: int) -> None:
    words = [t for t in doc if not t.is_space]  # white space has no dependents
    index = {t.i: len(tokens) + n for n, t in enumerate(words)}
    for sent in doc.sents:
        inside = [t for t in sent if t.i in index]
        if inside:
            _append_sentence(tokens, sentences, inside, index, piece, passage)


def _append_sentence(
    tokens: list[Token],
    sentences: list[Sentence],
    words: Iterable,  # type: ignore[type-arg]  # of spacy.tokens.Token, whose module is heavy to import
    index: dict[int, int],
    piece: Marked,
    passage: int,
) -> None:
    first = len(tokens)
    for t in words:
        tokens.append(
            Token(
                index=index[t.i],
                start=piece.at(t.idx),
                end=piece.at(t.idx + len(t.text)),
                text=t.text,
                lemma=t.lemma_.lower(),
                pos=t.pos_,
                tag=t.tag_,
                dep=t.dep_,
                head=index.get(t.head.i, index[t.i]),
                entity=t.ent_type_,
                entity_first=t.ent_iob_ == "B",
                sentence=len(sentences),
            )
        )
    sentences.append(Sentence(len(sentences), first, len(tokens), passage))
