"""Weights that say what a test tells them to, word by word, in place of the trained ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from counterclaim.speech.clues import Ints
from counterclaim.speech.reading import REACH, ROLES, Floats

SURE = 9.0
Script = Mapping[str, tuple[float, float]]  # a cue's word -> log-odds that the page tells it, and that a speaker does


class Scripted:
    """`cues` gives the scores of words, `roles` for a cue's word the role of words around it."""

    def __init__(self, cues: Script, roles: Mapping[str, Mapping[str, str]]) -> None:
        self.cues = cues
        self.roles = roles
        self.words: list[str] = []
        self.windows: list[int] = []

    def pieces(self, words: Sequence[str]) -> list[list[int]]:
        self.words = list(words)
        return [[n] for n in range(len(words))]

    def encode(self, pieces: Ints, words: Ints, clues: Ints, firsts: Ints) -> tuple[Floats, Floats, Floats]:
        assert len(pieces) == len(words) == len(firsts) + 2
        assert len(clues) == len(firsts) + 1
        inside = pieces[firsts]
        self.windows.append(len(inside))
        scores = [self.cues.get(self.words[i], (-SURE, -SURE)) for i in inside]
        vectors = inside[:, None].astype(np.float32)
        return np.array(scores, dtype=np.float32).reshape(-1, 2), vectors, vectors

    def tag(self, cues: Floats, words: Floats, clues: Ints, mask: Floats) -> Floats:
        tags = np.zeros((len(cues), 2 * REACH + 1, len(ROLES)), dtype=np.float32)
        for row, cue in enumerate(cues[:, 0].astype(int)):
            roles = self.roles.get(self.words[cue], {})
            before = ""
            for at in range(2 * REACH + 1):
                role = roles.get(self.words[int(words[row, at, 0])], "") if mask[row, at] else ""
                tags[row, at, ROLES.index(role) + (role == before and role != "")] = SURE
                before = role
        return tags
