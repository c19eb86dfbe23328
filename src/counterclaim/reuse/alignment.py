"""Which words of two pages are the same: the longest runs first, also where paragraphs were moved.

The runs are found by greedy tiling (Wise 1993); runs that follow each other on both pages with little between them make
one stretch, and what stands between them was changed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise, product

from counterclaim.reuse.words import GRAM, Words

CHANGED = 12  # words: the longest wording between two runs that counts as changed and not as another text
CUT = 60  # words, two sentences: what may stand on one page only between two runs
BESIDE = 3  # words that may stand on the other page where such a cut was made
OFTEN = 16  # pairs of places of one run of words; beyond it the first is paired with the first, and so on


@dataclass(frozen=True, slots=True)
class Tile:
    """`length` words that are the same, from word `a` of one page and word `b` of the other."""

    a: int
    b: int
    length: int


@dataclass(frozen=True, slots=True)
class Gap:
    """What stands between two runs of a stretch: words `a` to `a_stop` on one page, `b` to `b_stop` on the other."""

    a: int
    a_stop: int
    b: int
    b_stop: int


@dataclass(frozen=True, slots=True)
class Aligned:
    """A stretch: its runs of same words in order, and the changes between them."""

    tiles: tuple[Tile, ...]
    gaps: tuple[Gap, ...]

    @property
    def words(self) -> int:
        """How many words are the same."""
        return sum(t.length for t in self.tiles)


def align(a: Words, b: Words) -> tuple[Aligned, ...]:
    """The stretches that two pages share, in the order of the first page; none where no five words are the same."""
    tiles = sorted(_tile(_runs(a, b), len(a), len(b)), key=lambda t: t.a)
    return tuple(_stretch(chain, a.keys, b.keys) for chain in _chains(tiles))


def _runs(a: Words, b: Words) -> Iterator[Tile]:
    """All runs of same words that cannot be made longer."""
    places: dict[int, list[int]] = defaultdict(list)
    for j, gram in enumerate(b.grams.tolist()):
        places[gram].append(j)
    here: dict[int, list[int]] = defaultdict(list)
    for i, gram in enumerate(a.grams.tolist()):
        if gram in places:
            here[gram].append(i)
    diagonals: dict[int, list[int]] = defaultdict(list)
    for gram, mine in here.items():
        theirs = places[gram]
        few = len(mine) * len(theirs) <= OFTEN
        for i, j in product(mine, theirs) if few else zip(mine, theirs, strict=False):
            diagonals[j - i].append(i)
    width = min(GRAM, len(a), len(b))
    for shift, starts in diagonals.items():
        yield from (Tile(i, i + shift, length + width - 1) for i, length in _consecutive(sorted(starts)))


def _consecutive(numbers: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Sorted numbers as (first, how many) of each run without a break."""
    first = 0
    for n in range(1, len(numbers) + 1):
        if n == len(numbers) or numbers[n] != numbers[n - 1] + 1:
            yield numbers[first], n - first
            first = n


def _tile(runs: Iterable[Tile], a_length: int, b_length: int) -> Iterator[Tile]:
    """Runs that share no word with each other on either page, the longest first."""
    a_taken, b_taken = bytearray(a_length), bytearray(b_length)
    for run in sorted(runs, key=lambda r: (-r.length, r.a, r.b)):
        tile = _free(run, a_taken, b_taken)
        if tile.length >= min(GRAM, a_length, b_length):
            a_taken[tile.a : tile.a + tile.length] = b"\1" * tile.length
            b_taken[tile.b : tile.b + tile.length] = b"\1" * tile.length
            yield tile


def _free(run: Tile, a_taken: bytearray, b_taken: bytearray) -> Tile:
    """The longest part of a run that no earlier one has taken."""
    free = [n for n in range(run.length) if not (a_taken[run.a + n] or b_taken[run.b + n])]
    first, length = max(_consecutive(free), key=lambda part: part[1], default=(0, 0))
    return Tile(run.a + first, run.b + first, length)


def _chains(tiles: Iterable[Tile]) -> Iterator[list[Tile]]:
    """Tiles in the first page's order, parted where they do not follow each other closely on both pages."""
    chain: list[Tile] = []
    for tile in tiles:
        if chain and not _follows(chain[-1], tile):
            yield chain
            chain = []
        chain.append(tile)
    if chain:
        yield chain


def _follows(before: Tile, after: Tile) -> bool:
    a, b = after.a - before.a - before.length, after.b - before.b - before.length
    if b < 0:
        return False
    return max(a, b) <= CHANGED or (min(a, b) <= BESIDE and max(a, b) <= CUT)


def _stretch(chain: Sequence[Tile], a: Sequence[str], b: Sequence[str]) -> Aligned:
    tiles, gaps = [chain[0]], []
    for before, after in pairwise(chain):
        gap = Gap(before.a + before.length, after.a, before.b + before.length, after.b)
        for part in _parts(gap, a, b):
            if isinstance(part, Tile):
                tiles.append(part)
            else:
                gaps.append(part)
        tiles.append(after)
    return Aligned(tuple(tiles), tuple(gaps))


def _parts(gap: Gap, a: Sequence[str], b: Sequence[str]) -> Iterator[Tile | Gap]:
    """The single words that are the same between two runs, and what is left of the gap."""
    matcher = SequenceMatcher(None, a[gap.a : gap.a_stop], b[gap.b : gap.b_stop], autojunk=False)
    for tag, i, i_stop, j, j_stop in matcher.get_opcodes():
        if tag == "equal":
            yield Tile(gap.a + i, gap.b + j, i_stop - i)
        else:
            yield Gap(gap.a + i, gap.a + i_stop, gap.b + j, gap.b + j_stop)
