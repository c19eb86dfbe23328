"""The trained reader: which words are cues, and what the words around each are to it.

Weights come from outside (training/attribution) and are handed in; what they are given is what clues.py says of a page.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from counterclaim.speech.clues import Ints, pair_clues, word_clues
from counterclaim.speech.draft import Draft, Range, holds
from counterclaim.speech.ground import Ground
from counterclaim.speech.windows import LONGEST_WORD, windows

Floats = NDArray[np.float32]
REACH = 48  # words to each side of a cue that may belong to it
ROLES = ("", "source", "source", "content", "content", "cue", "cue")  # of the tags; odd ones are first words
LEAST = -2.0  # log-odds of a cue that is looked at further
FORBIDDEN = -1e4
START, END = 101, 102  # the marks around a window ([CLS] and [SEP])


# What is added for a tag (column) behind another (row): the rest of a part stands only behind that part.
ALLOWED = np.array(
    [
        [FORBIDDEN if tag and tag % 2 == 0 and before not in (tag, tag - 1) else 0.0 for tag in range(len(ROLES))]
        for before in range(len(ROLES))
    ]
)


class Weights(Protocol):
    """The two networks and the vocabulary."""

    def pieces(self, words: Sequence[str]) -> Sequence[Sequence[int]]:
        """The pieces that each word is made of, at least one."""
        ...

    def encode(self, pieces: Ints, words: Ints, clues: Ints, firsts: Ints) -> tuple[Floats, Floats, Floats]:
        """How likely each word is a cue's head, and its vectors as a cue and as a word beside one.

        The log-odds, shape (words, 2), are those of a cue told by the page itself and of one inside another's words.
        `words` gives for each piece its row in `clues`, whose last row is that of the marks at both ends; `firsts` for
        each word its first piece.
        """
        ...

    def tag(self, cues: Floats, words: Floats, clues: Ints, mask: Floats) -> Floats:
        """Log-odds of the tags, shape (cues, words, tags); `words` and `clues` are laid out around each cue."""
        ...


@dataclass(frozen=True, slots=True)
class Reading:
    """What the weights read at one cue.

    `told` is the log-odds that the page itself reports something there, `nested` that one of its speakers does; `seen`
    are the words that were looked at.
    """

    head: int
    told: float
    nested: float
    source: tuple[Range, ...]
    cue: tuple[Range, ...]
    content: tuple[Range, ...]
    seen: Range


@dataclass(frozen=True)
class Learnt:
    """The readings of a page in order, and the two scores of every word as a cue's head, shape (words, 2)."""

    readings: tuple[Reading, ...]
    scores: Floats


def read(ground: Ground, kept: Sequence[Draft], dropped: Sequence[Draft], weights: Weights) -> Learnt:
    """Read every cue whose log-odds are at least LEAST, and where the rules have a draft whatever they are."""
    tokens = ground.tokens
    scores = np.full((len(tokens), 2), FORBIDDEN, dtype=np.float32)
    if not tokens:
        return Learnt((), scores)
    pieces = [p[:LONGEST_WORD] for p in weights.pieces([t.text for t in tokens])]
    clues = word_clues(ground, kept, dropped)
    drafts = by_word([*dropped, *kept])
    heads = {d.head for d in kept}
    readings: list[Reading] = []
    for window in windows(ground.parse.sentences, [len(p) for p in pieces]):
        found, as_cue, as_word = weights.encode(*_laid_out(pieces, clues, window))
        first, stop = window
        scores[first:stop] = found
        cues = [i for i in range(first, stop) if scores[i].max() >= LEAST or i in heads]
        if cues:
            spread = [_around(ground, i, window, drafts.get(i)) for i in cues]
            places, mask, seen = (np.stack(part) for part in zip(*spread, strict=True))
            tagged = weights.tag(as_cue[np.array(cues) - first], as_word[places], seen, mask)
            inside = [np.flatnonzero(row) for row in mask]
            paths = best_paths([tags[around] for tags, around in zip(tagged, inside, strict=True)])
            firsts = [i - REACH + int(around[0]) for i, around in zip(cues, inside, strict=True)]
            readings += [_reading(i, scores[i], p, at) for i, p, at in zip(cues, paths, firsts, strict=True)]
    return Learnt(tuple(readings), scores)


def by_word(drafts: Sequence[Draft]) -> Mapping[int, Draft]:
    """The draft that each word of a cue belongs to; its head's own before others, later ones before earlier ones."""
    found: dict[int, Draft] = {}
    for draft in drafts:
        for first, stop in draft.cue:
            found.update((i, draft) for i in range(first, stop))
    return found | {d.head: d for d in drafts}


def _laid_out(pieces: Sequence[Sequence[int]], clues: Ints, window: Range) -> tuple[Ints, Ints, Ints, Ints]:
    first, stop = window
    ids, words, firsts = [START], [stop - first], []
    for n, i in enumerate(range(first, stop)):
        firsts.append(len(ids))
        ids += pieces[i]
        words += [n] * len(pieces[i])
    ids.append(END)
    words.append(stop - first)
    ends = np.zeros((1, clues.shape[1]), dtype=np.int64)
    return np.array(ids), np.array(words), np.concatenate([clues[first:stop], ends]), np.array(firsts)


def _reading(head: int, scores: Floats, path: Sequence[int], first: int) -> Reading:
    source, cue, content = (_ranges(path, role, first) for role in ("source", "cue", "content"))
    return Reading(head, float(scores[0]), float(scores[1]), source, cue, content, (first, first + len(path)))


def _around(ground: Ground, head: int, window: Range, draft: Draft | None) -> tuple[Ints, Floats, Ints]:
    """For the words around a cue: their rows in the window, which of them lie in it, and the clues to them."""
    first, stop = max(window[0], head - REACH), min(window[1], head + REACH + 1)
    at = first - (head - REACH)
    inside = slice(at, at + stop - first)
    clues = pair_clues(ground, head, draft, first, stop)
    places = np.zeros(2 * REACH + 1, dtype=np.int64)
    places[inside] = np.arange(first - window[0], stop - window[0])
    mask = np.zeros(2 * REACH + 1, dtype=np.float32)
    mask[inside] = 1
    spread = np.zeros((2 * REACH + 1, clues.shape[1]), dtype=np.int64)
    spread[inside] = clues
    return places, mask, spread


def best_paths(log_odds: Sequence[Floats]) -> list[list[int]]:
    """The likeliest tags of which none goes on with what has not begun (Viterbi), shapes (words, tags) to (words,)."""
    longest = max(len(one) for one in log_odds)
    odds = np.zeros((longest, len(log_odds), len(ROLES)))
    for n, one in enumerate(log_odds):
        odds[: len(one), n] = one
    best = np.empty_like(odds)
    back = np.zeros(odds.shape, dtype=np.int64)
    best[0] = odds[0] + ALLOWED[0]
    for i in range(1, longest):
        routes = best[i - 1, :, :, None] + ALLOWED
        back[i] = routes.argmax(axis=1)
        best[i] = routes.max(axis=1) + odds[i]
    return [_followed(back[: len(one), n], int(best[len(one) - 1, n].argmax())) for n, one in enumerate(log_odds)]


def _followed(back: Ints, last: int) -> list[int]:
    tags = [last]
    for before in back[:0:-1].tolist():
        tags.append(before[tags[-1]])
    return tags[::-1]


def _ranges(tags: Sequence[int], role: str, first: int) -> tuple[Range, ...]:
    found: list[Range] = []
    for i, tag in enumerate(tags, start=first):
        if ROLES[tag] != role:
            continue
        if tag % 2 == 0 and found and found[-1][1] == i:
            found[-1] = (found[-1][0], i + 1)
        else:
            found.append((i, i + 1))
    return tuple(found)


def covers(reading: Reading, token: int) -> bool:
    """Whether a token is one of a reading's cue, or its head."""
    return token == reading.head or holds(reading.cue, token)
