"""The trained networks as ONNX Runtime runs them: on one thread, and each page by itself.

The encoder's int8 arithmetic scales numbers by what else is in the same window, so that a window must never depend on
what other pages are read beside it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property, lru_cache
from importlib.resources.abc import Traversable

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from counterclaim.errors import DataError
from counterclaim.speech.clues import Ints
from counterclaim.speech.reading import Floats

ENCODER, ROLES, PIECES = "attribution-encoder.onnx", "attribution-roles.onnx", "attribution-pieces.json"
PUNCTUATION = "punctuation.onnx"
UNKNOWN = 100  # the piece that stands for what the vocabulary lacks ([UNK])
KEPT = 100_000  # words whose pieces are known; some 200 bytes each
HALF = re.compile(r"[\ud800-\udfff]")  # half a surrogate pair, which the tokenizer refuses
ONLY_ERRORS = 3  # ONNX Runtime's level of severity


class Vocabulary:
    """Words cut into the pieces that a network knows; raises DataError where the description is none."""

    def __init__(self, description: str) -> None:
        try:
            self._tokenizer = Tokenizer.from_str(description)
        except Exception as error:  # the library raises nothing narrower
            raise DataError(f"models/{PIECES} cannot be read: {error}") from error
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()
        self._known: dict[str, tuple[int, ...]] = {}

    def pieces(self, words: Sequence[str]) -> list[Sequence[int]]:
        """The pieces of each word, at least one; a word has the same whatever stands beside it."""
        unknown = list(dict.fromkeys(word for word in words if word not in self._known))
        if len(self._known) + len(unknown) > KEPT:
            self._known.clear()
            unknown = list(dict.fromkeys(words))
        self._known.update(zip(unknown, self._cut(unknown), strict=True))
        return [self._known[word] for word in words]

    def _cut(self, words: Sequence[str]) -> list[tuple[int, ...]]:
        whole = [HALF.sub("\N{REPLACEMENT CHARACTER}", word) for word in words]
        encoded = self._tokenizer.encode(whole, is_pretokenized=True, add_special_tokens=False)
        found: list[list[int]] = [[] for _ in words]
        for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
            if word is not None:
                found[word].append(piece)
        return [tuple(p) or (UNKNOWN,) for p in found]


class _Pieced:
    """Networks in a folder that share one vocabulary."""

    def __init__(self, folder: Traversable) -> None:
        self._folder = folder

    def pieces(self, words: Sequence[str]) -> list[Sequence[int]]:
        """The pieces of each word, at least one."""
        return _vocabulary(self._folder).pieces(words)  # type: ignore[arg-type]  # a path has a hash


class AttributionWeights(_Pieced):
    """The attribution reader's two networks and its vocabulary; see speech/reading.py for what they take and give.

    They are read from `folder` when first asked, and raise DataError then when they are missing or damaged.
    """

    @cached_property
    def _encoder(self) -> ort.InferenceSession:
        return _session(self._folder, ENCODER)

    @cached_property
    def _roles(self) -> ort.InferenceSession:
        return _session(self._folder, ROLES)

    def encode(self, pieces: Ints, words: Ints, clues: Ints, firsts: Ints) -> tuple[Floats, Floats, Floats]:
        """Scores (words, 2), vectors as cues and vectors as words (words, width)."""
        given = {"pieces": pieces[None], "words": words[None], "clues": clues[None], "firsts": firsts[None]}
        scores, as_cue, as_word = self._encoder.run(None, given)
        return scores[0], as_cue[0], as_word[0]

    def tag(self, cues: Floats, words: Floats, clues: Ints, mask: Floats) -> Floats:
        """Log-odds (cues, words, tags)."""
        (tags,) = self._roles.run(None, {"cues": cues, "beside": words, "clues": clues, "mask": mask})
        return np.asarray(tags)


class PunctuationWeights(_Pieced):
    """The network that restores lost marks; see mending/reading.py for what it takes and gives.

    It is read from `folder` when first asked, and raises DataError then when it is missing or damaged.
    """

    @cached_property
    def _network(self) -> ort.InferenceSession:
        return _session(self._folder, PUNCTUATION)

    def marks(self, pieces: Ints, cases: Ints) -> Floats:
        """Log-odds (pieces, marks)."""
        (found,) = self._network.run(None, {"pieces": pieces[None], "cases": cases[None]})
        return np.asarray(found[0])


@lru_cache(maxsize=2)
def _vocabulary(folder: Traversable) -> Vocabulary:
    return Vocabulary(_bytes(folder, PIECES).decode("utf-8", "replace"))


def _bytes(folder: Traversable, name: str) -> bytes:
    try:
        return (folder / name).read_bytes()
    except OSError as error:
        raise DataError(f"models/{name} cannot be read: {error}") from error


def _session(folder: Traversable, name: str) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1  # threads hurt on small machines
    options.log_severity_level = ONLY_ERRORS
    network = _bytes(folder, name)
    try:
        return ort.InferenceSession(network, options, providers=["CPUExecutionProvider"])
    except Exception as error:  # the library raises nothing narrower
        raise DataError(f"models/{name} cannot be read: {error}") from error
