"""Named entities as spaCy's recogniser reads them, a whole batch at once.

Its transition system asks at every token which of 75 actions may follow. But what it sees there is that token and, in
an open entity, the entity's first token and the one before, and no entity is known beforehand: so all tokens can be
scored as if none were open, and only what opens there needs to be followed, where the choice is to go on or to close.
The outcome is the same, at a seventh of the work (`spacy/pipeline/_parser_internals/ner.pyx` has the rules).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from spacy.pipeline import EntityRecognizer
    from spacy.tokens import Doc

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
HERE, FIRST, LAST = 0, 1, 2  # the tokens that the weights look at: this one, an open entity's first one, the one before


class EntityReader:
    """The recogniser's weights, and what each of its actions stands for."""

    def __init__(self, recogniser: EntityRecognizer) -> None:
        model = recogniser.model
        lower, upper = model.get_ref("lower"), model.get_ref("upper")
        weights = lower.get_param("W").swapaxes(1, 2)  # (tokens looked at, pieces, hidden, width)
        self._vectors = model.get_ref("tok2vec")
        self._looks, self._pieces, self._hidden, width = weights.shape
        self._weights = np.ascontiguousarray(weights.reshape(-1, width).T)
        self._bias = lower.get_param("b").T.reshape(-1)
        self._padding = lower.get_param("pad")[0].swapaxes(1, 2).reshape(self._looks, -1)
        self._scores = np.ascontiguousarray(upper.get_param("W").T)
        self._score_bias = upper.get_param("b")
        moves = recogniser.moves
        names = [moves.get_class_name(n).partition("-") for n in range(moves.n_moves)]
        actions = {(move, label): n for n, (move, _, label) in enumerate(names)}
        unseen = model.attrs["unseen_classes"]
        self._closed = np.array([n for n, (m, _, label) in enumerate(names) if _may_open(m, label) and n not in unseen])
        self._moves = [names[n][0] for n in self._closed]
        self._labels = [names[n][2] for n in self._closed]
        self._begins = np.array([m == "B" for m in self._moves])
        self._out = self._moves.index("O")
        self._inside = np.array([actions.get(("I", label), -1) for label in self._labels])
        self._lasts = np.array([actions.get(("L", label), -1) for label in self._labels])

    def read(self, docs: Sequence[Doc]) -> Iterator[list[tuple[int, int, str]]]:
        """First token, stop and type of every entity of each document; these must bear their sentences' first words."""
        lengths = [len(doc) for doc in docs]
        if not sum(lengths):
            yield from ([] for _ in docs)
            return
        ends = np.cumsum(lengths)
        starts = np.concatenate([doc.to_array(["SENT_START"]) == 1 for doc in docs])
        spaces = np.concatenate([doc.to_array(["IS_SPACE"]) == 1 for doc in docs])
        lasts = np.append(starts[1:], True)  # the last token of a sentence, ...
        lasts[ends[ends > 0] - 1] = True  # ... of a document
        features = (self._vectors.predict(docs) @ self._weights).reshape(sum(lengths), self._looks, -1)
        chosen = self._opened(features, spaces, lasts)
        stops = self._closed_at(features, chosen, lasts)
        for end, length in zip(ends.tolist(), lengths, strict=True):
            yield list(self._entities(chosen, stops, end - length, end))

    def _hidden_layer(self, here: Floats, first: Floats, last: Floats) -> Floats:
        summed = here + first + last + self._bias
        hidden: Floats = summed.reshape(-1, self._pieces, self._hidden).max(axis=1)
        return hidden

    def _opened(self, features: Floats, spaces: Flags, lasts: Flags) -> Ints:
        """The best action at every token where no entity is open, as its number among those that may be taken then."""
        hidden = self._hidden_layer(features[:, HERE], self._padding[FIRST], self._padding[LAST])
        scores = (hidden @ self._scores + self._score_bias)[:, self._closed]
        scores[np.ix_(lasts, self._begins)] = -np.inf
        scores[spaces] = -np.inf
        scores[spaces, self._out] = 0
        chosen: Ints = scores.argmax(axis=1)
        return chosen

    def _closed_at(self, features: Floats, chosen: Ints, lasts: Flags) -> dict[int, int]:
        """Where the entity ends (exclusive) that would begin at a token, for all that begin one of several tokens."""
        first = np.flatnonzero(self._begins[chosen])
        at, stops = first + 1, dict[int, int]()
        while len(first):
            hidden = self._hidden_layer(features[at, HERE], features[first, FIRST], features[at - 1, LAST])
            scores = hidden @ self._scores + self._score_bias
            rows = np.arange(len(first))
            inside, last = scores[rows, self._inside[chosen[first]]], scores[rows, self._lasts[chosen[first]]]
            closes = lasts[at] | (last > inside)
            stops.update(zip(first[closes].tolist(), (at[closes] + 1).tolist(), strict=True))
            first, at = first[~closes], at[~closes] + 1
        return stops

    def _entities(self, chosen: Ints, stops: dict[int, int], start: int, end: int) -> Iterator[tuple[int, int, str]]:
        at = start
        for found in (np.flatnonzero(chosen[start:end] != self._out) + start).tolist():
            if found >= at:
                at = stops.get(found, found + 1)
                yield found - start, at - start, self._labels[chosen[found]]


def _may_open(move: str, label: str) -> bool:
    """Whether an action may be taken where no entity is open: U without a label only marks what was known before."""
    return move == "O" or (move in ("B", "U") and bool(label))
