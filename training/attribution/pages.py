"""Annotated pages in numbers: what the network is shown, and what it is to say."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from counterclaim.model import Document
from counterclaim.resources import Resources
from counterclaim.speech.clues import BOOK, pair_clues, word_clues
from counterclaim.speech.cuebook import CueBook
from counterclaim.speech.ground import Ground
from counterclaim.speech.reading import REACH, ROLES, by_word
from counterclaim.speech.sifting import sift
from counterclaim.speech.windows import LONGEST_WORD
from counterclaim.stages.attribution import leftovers, propose
from counterclaim.stages.mentions import find_mentions
from counterclaim.stages.passages import split_passages
from counterclaim.stages.quotations import find_quotations
from counterclaim.syntax import Parse, Sentence
from counterclaim.weights import Vocabulary

Row = Mapping[str, Any]
LOST = frozenset(",'’‘")  # the marks that FA-KES lost at its origin


@dataclass(frozen=True, slots=True)
class Gold:
    """One attribution in tokens; `head` is the word of the cue that is highest in the tree."""

    head: int
    source: tuple[int, ...]
    cue: tuple[int, ...]
    content: tuple[int, ...]
    nested: bool


@dataclass(frozen=True)
class Page:
    """A page in numbers. `seen_from` gives the clues around every word that may be a cue's head, with where they begin.

    `nests` says whether its annotators marked what is told inside another's words.
    """

    pieces: tuple[tuple[int, ...], ...]
    clues: NDArray[np.int8]
    sentences: tuple[Sentence, ...]
    gold: tuple[Gold, ...]
    proposed: frozenset[int]
    seen_from: Mapping[int, tuple[int, NDArray[np.int8]]]
    nests: bool

    @cached_property
    def any_tags(self) -> NDArray[np.int64]:
        """The tag of each word in whatever the page itself tells; a cue's before a source's before a content's."""
        found = np.zeros(len(self.pieces), dtype=np.int64)
        told = [g for g in self.gold if not g.nested]
        for role in ("content", "source", "cue"):
            for gold in told:
                _mark(found, role, getattr(gold, role))
        return found

    @cached_property
    def tags(self) -> dict[int, NDArray[np.int64]]:
        """For the head of every attribution the tag of each word of the page."""
        found: dict[int, NDArray[np.int64]] = {}
        for gold in self.gold:
            tags = np.zeros(len(self.pieces), dtype=np.int64)
            for role, words in (("content", gold.content), ("source", gold.source), ("cue", gold.cue)):
                _mark(tags, role, words)
            found.setdefault(gold.head, tags)
        return found


def _mark(tags: NDArray[np.int64], role: str, words: Sequence[int]) -> None:
    first = ROLES.index(role)
    for k, word in enumerate(words):
        tags[word] = first + (k > 0 and words[k - 1] == word - 1)


def rows(path: Path) -> list[Row]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def annotated_rows(annotations: Path, articles: Path) -> list[Row]:
    """Our own annotations, which hold no text, put beside the pages that they were made on.

    Raises ValueError where a page has another text than the one that was annotated.
    """
    texts = {row["id"]: row["text"] for row in rows(articles)}
    found = [{**row, "text": texts[row["id"]]} for row in rows(annotations)]
    for row in found:
        if hashlib.sha256(row["text"].encode()).hexdigest() != row["sha256"]:
            raise ValueError(f"{articles}: {row['id']} is not the text that was annotated")
    return found


def without_marks(row: Row) -> Row:
    """The page as FA-KES would have it: no commas, no apostrophes."""
    kept = [i for i, c in enumerate(row["text"]) if c not in LOST]
    at = np.searchsorted(kept, np.arange(len(row["text"]) + 1))
    moved = [
        {role: [(int(at[s]), int(at[e])) for s, e in a.get(role) or [] if at[e] > at[s]] for role in set(ROLES) - {""}}
        for a in row["attributions"]
    ]
    return {**row, "text": "".join(row["text"][i] for i in kept), "attributions": moved}


def page_of(row: Row, resources: Resources, vocabulary: Vocabulary) -> Page | None:
    """One annotated page ({"id", "text", "attributions"}) in numbers; None where nothing on it is read."""
    document = Document(row["id"], row["text"])
    passages = split_passages(document, resources.lexicon)
    parse = resources.parser(document.text, passages)
    if not parse.tokens:
        return None
    mentions = find_mentions(parse, resources.catalogue, resources.gazetteer, resources.lexicon)
    ground = Ground(parse, find_quotations(document.text, passages), mentions, CueBook(resources.lexicon))
    proposed = propose(ground, passages)
    kept = sift(ground, proposed)
    dropped = leftovers(proposed, kept)
    clues = word_clues(ground, kept, dropped)
    gold = tuple(_gold(row, parse))
    heads = frozenset(d.head for d in (*kept, *dropped))
    drafts = by_word([*dropped, *kept])
    looked_at = heads | {g.head for g in gold} | set(np.flatnonzero(clues[:, BOOK]).tolist())
    seen_from = {}
    for head in sorted(looked_at):
        first, stop = max(0, head - REACH), min(len(parse.tokens), head + REACH + 1)
        seen_from[head] = (first, pair_clues(ground, head, drafts.get(head), first, stop).astype(np.int8))
    pieces = tuple(tuple(p[:LONGEST_WORD]) for p in vocabulary.pieces([t.text for t in parse.tokens]))
    nests = any("nested" in a for a in row["attributions"])
    return Page(pieces, clues.astype(np.int8), parse.sentences, gold, heads, seen_from, nests)


def _gold(row: Row, parse: Parse) -> Iterator[Gold]:
    starts, ends = np.array([t.start for t in parse.tokens]), np.array([t.end for t in parse.tokens])
    for told in row["attributions"]:
        source, cue, content = (_words(told.get(role) or [], starts, ends) for role in ("source", "cue", "content"))
        source, content = source - cue, content - cue - source
        if cue and content:
            head = min(cue, key=lambda i: (parse.depth(i), i))
            parts = (tuple(sorted(part)) for part in (source, cue, content))
            yield Gold(head, *parts, nested=bool(told.get("nested")))


def _words(spans: Sequence[Sequence[int]], starts: NDArray[np.int64], ends: NDArray[np.int64]) -> set[int]:
    return {int(i) for s, e in spans for i in np.flatnonzero((starts < e) & (ends > s))}
