"""Pages cut into windows, and windows into batches of tensors."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from pages import Page
from torch import Tensor

from counterclaim.speech.clues import DRAFTED, PAIR_SIZES, RULES, WORD_SIZES
from counterclaim.speech.draft import Range
from counterclaim.speech.reading import END, REACH, START
from counterclaim.speech.windows import LARGEST, windows

BATCH = 10  # windows
POOL = 20  # batches whose windows are sorted by length together
IDLE = 0.12  # share of the lexicon's words that report nothing, shown as cues of nothing
NOBODY_ASKS = -100  # the tag of what is no word
AROUND = 2 * REACH + 1


@dataclass(frozen=True)
class Window:
    """Some sentences of a page."""

    page: Page
    first: int
    stop: int


@dataclass
class Batch:
    """What the network is given and is to say; see network.py for the shapes. `rows` has (window, word) of each cue."""

    pieces: Tensor
    words: Tensor
    mask: Tensor
    firsts: Tensor
    clues: Tensor
    heads: Tensor
    judged: Tensor
    any_tags: Tensor
    rows: Tensor
    around: Tensor
    around_clues: Tensor
    around_mask: Tensor
    tags: Tensor


def cut(page: Page, first_largest: int) -> Iterator[Window]:
    """The windows of a page; the first may be smaller, so that each epoch cuts elsewhere."""
    sizes = [len(p) for p in page.pieces]
    for first, stop in windows(page.sentences, sizes, first_largest=first_largest):
        yield Window(page, first, stop)


def epoch(pages: Sequence[Page], chance: random.Random) -> list[list[Window]]:
    """All windows of all pages, those of like length in one batch, the batches in no order."""
    found = [w for page in pages for w in cut(page, chance.randint(LARGEST // 4, LARGEST))]
    chance.shuffle(found)
    batches = []
    for start in range(0, len(found), BATCH * POOL):
        pool = sorted(found[start : start + BATCH * POOL], key=lambda w: w.stop - w.first)
        batches += [pool[k : k + BATCH] for k in range(0, len(pool), BATCH)]
    chance.shuffle(batches)
    return batches


def batch_of(found: Sequence[Window], chance: random.Random, blank: float) -> Batch:
    """The tensors of some windows; in a share `blank` of them the rules' reading is left out of the clues."""
    length = max(sum(len(p) for p in w.page.pieces[w.first : w.stop]) for w in found) + 2
    count = max(w.stop - w.first for w in found)
    b = _empty(len(found), length, count)
    rows: list[tuple[int, int, Window, int]] = []
    for n, window in enumerate(found):
        _fill(b, n, window, count)
        rows += [(n, head - window.first, window, head) for head in _cues(window, chance)]
    b.rows = torch.tensor([r[:2] for r in rows], dtype=torch.long).reshape(-1, 2)
    b.around, b.around_clues, b.around_mask, b.tags = _around(rows)
    blanked = torch.tensor([chance.random() < blank for _ in found])
    b.clues[blanked, :, RULES] = 0
    b.around_clues[blanked[b.rows[:, 0]], :, DRAFTED] = 0
    return b


def _empty(size: int, length: int, count: int) -> Batch:
    none = torch.zeros(0)
    return Batch(
        pieces=torch.zeros(size, length, dtype=torch.long),
        words=torch.full((size, length), count, dtype=torch.long),
        mask=torch.zeros(size, length),
        firsts=torch.zeros(size, count, dtype=torch.long),
        clues=torch.zeros(size, count + 1, len(WORD_SIZES), dtype=torch.long),
        heads=torch.zeros(size, count, 2),
        judged=torch.zeros(size, count, 2),
        any_tags=torch.full((size, count), NOBODY_ASKS),
        rows=none,
        around=none,
        around_clues=none,
        around_mask=none,
        tags=none,
    )


def _fill(b: Batch, n: int, window: Window, count: int) -> None:
    page, first, stop = window.page, window.first, window.stop
    pieces, words, firsts = [START], [count], []
    for i in range(first, stop):
        firsts.append(len(pieces))
        pieces += page.pieces[i]
        words += [i - first] * len(page.pieces[i])
    b.pieces[n, : len(pieces) + 1] = torch.tensor([*pieces, END])
    b.words[n, : len(words)] = torch.tensor(words)
    b.mask[n, : len(pieces) + 1] = 1
    b.firsts[n, : stop - first] = torch.tensor(firsts)
    b.clues[n, : stop - first] = torch.from_numpy(page.clues[first:stop].astype(np.int64))
    b.judged[n, : stop - first] = 1
    b.any_tags[n, : stop - first] = torch.from_numpy(page.any_tags[first:stop])
    for gold in page.gold:
        if first <= gold.head < stop:
            b.heads[n, gold.head - first, int(gold.nested)] = 1
        if not page.nests:  # nobody looked for what is told inside another's words
            b.judged[n, [i - first for i in gold.content if first <= i < stop], 1] = 0


def _cues(window: Window, chance: random.Random) -> list[int]:
    """The heads of the attributions, those that the rules propose, and some of the lexicon's other words."""
    page = window.page
    return [
        head
        for head in page.seen_from
        if window.first <= head < window.stop and (head in page.tags or head in page.proposed or chance.random() < IDLE)
    ]


def _around(rows: Sequence[tuple[int, int, Window, int]]) -> tuple[Tensor, Tensor, Tensor, Tensor]:
    places = np.zeros((len(rows), AROUND), dtype=np.int64)
    clues = np.zeros((len(rows), AROUND, len(PAIR_SIZES)), dtype=np.int64)
    mask = np.zeros((len(rows), AROUND), dtype=np.float32)
    tags = np.zeros((len(rows), AROUND), dtype=np.int64)
    for k, (_, _, window, head) in enumerate(rows):
        begin, seen = window.page.seen_from[head]
        inside: Range = (max(begin, window.first), min(begin + len(seen), window.stop))
        at = slice(inside[0] - head + REACH, inside[1] - head + REACH)
        places[k, at] = np.arange(inside[0] - window.first, inside[1] - window.first)
        clues[k, at] = seen[inside[0] - begin : inside[1] - begin]
        mask[k, at] = 1
        if head in window.page.tags:
            tags[k, at] = window.page.tags[head][inside[0] : inside[1]]
    return torch.from_numpy(places), torch.from_numpy(clues), torch.from_numpy(mask), torch.from_numpy(tags)
