"""Which of many pages share words at all: an inverted index of runs of five words, near-linear in their number.

An index gives containment, which is asked for here, exactly; MinHash (Broder 1997) would estimate resemblance, which is
low for a short page that stands whole in a long one (docs/decisions/0012).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from counterclaim.reuse.words import Hashes, Words

COMMON = 32  # pages: a run on more of them is a stock phrase, or the words of a very large group of copies
NEAR = 4  # with how many of the pages that follow such a run pairs each: enough to keep a group of copies together
SHARED = 8  # runs in common: twelve words on end
SHARE = 0.3  # or this share of the shorter page's runs; a candidate only, the alignment decides
Pairs = npt.NDArray[np.int64]


def candidate_pairs(pages: Sequence[Words]) -> list[tuple[int, int]]:
    """Pairs of indices, the smaller first, of pages that may share a passage, in order."""
    found = [codes for codes in _meetings(pages) if len(codes)]
    if not found:
        return []
    codes, counts = np.unique(np.concatenate(found), return_counts=True)
    first, second = np.divmod(codes, len(pages))
    sizes = np.array([len(p.kinds) for p in pages], dtype=np.int64)
    enough = (counts >= SHARED) | (counts >= SHARE * np.minimum(sizes[first], sizes[second]))
    return list(zip(first[enough].tolist(), second[enough].tolist(), strict=True))


def shared_runs(a: Words, b: Words) -> int:
    """How many different runs of five words stand on both pages."""
    return len(np.intersect1d(a.kinds, b.kinds, assume_unique=True))


def _meetings(pages: Sequence[Words]) -> Iterator[Pairs]:
    """For every run of words the pairs of pages on which it stands, as one number a pair."""
    runs, owner, size = _postings(pages)
    distance = 1
    while len(runs) > distance:
        together = runs[:-distance] == runs[distance:]
        together &= (size[distance:] <= COMMON) | (distance <= NEAR)
        yield owner[:-distance][together] * len(pages) + owner[distance:][together]
        distance += 1
        going_on = (size > distance) & ((size <= COMMON) | (distance <= NEAR))
        runs, owner, size = runs[going_on], owner[going_on], size[going_on]


def _postings(pages: Sequence[Words]) -> tuple[Hashes, Pairs, Pairs]:
    """Runs that stand on more than one page, sorted, with the page of each and on how many it stands."""
    runs = np.concatenate([np.zeros(0, dtype=np.uint64), *(p.kinds for p in pages)])
    owner = np.repeat(np.arange(len(pages), dtype=np.int64), [len(p.kinds) for p in pages])
    order = np.argsort(runs, kind="stable")  # stable: the pages of a run stay in their order
    runs, owner = runs[order], owner[order]
    _, inverse, counts = np.unique(runs, return_inverse=True, return_counts=True)
    size = counts[inverse].astype(np.int64)
    return runs[size > 1], owner[size > 1], size[size > 1]
