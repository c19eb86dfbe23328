"""A page cut into windows for the trained reader: whole sentences side by side, as many as it takes in at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.speech.draft import Range
from counterclaim.syntax import Sentence

LARGEST = 190  # pieces of words; the network was trained on windows of this size
LONGEST_WORD = 6  # pieces; what is longer is a web address


def windows(
    sentences: Sequence[Sentence], sizes: Sequence[int], largest: int = LARGEST, first_largest: int | None = None
) -> Iterator[Range]:
    """Yield token ranges in order that hold at most `largest` pieces; `sizes` gives the pieces of every token.

    `first_largest` is the limit of the first window alone.
    """
    limit = first_largest or largest
    first = stop = size = 0
    for sentence in sentences:
        length = sum(sizes[sentence.first : sentence.stop])
        if first < stop and size + length > limit:
            yield first, stop
            first, size, limit = stop, 0, largest
        stop, size = sentence.stop, size + length
        while size > largest:  # a sentence too long for a window of its own
            cut, held = first, 0
            while held + sizes[cut] <= largest:
                held += sizes[cut]
                cut += 1
            yield first, cut
            first, size, limit = cut, size - held, largest
    if first < stop:
        yield first, stop
