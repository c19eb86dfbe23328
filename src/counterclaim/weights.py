"""The trained networks as ONNX Runtime runs them: one thread, and the same order of sums on every run."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from importlib.resources.abc import Traversable

import numpy as np
import onnxruntime as ort
from tokenizers import Tokenizer

from counterclaim.speech.clues import Ints
from counterclaim.speech.reading import Floats

ENCODER, ROLES, PIECES = "attribution-encoder.onnx", "attribution-roles.onnx", "attribution-pieces.json"
UNKNOWN = 100  # the piece that stands for what the vocabulary lacks ([UNK])


class Vocabulary:
    """Words cut into the pieces that a network knows."""

    def __init__(self, description: str) -> None:
        self._tokenizer = Tokenizer.from_str(description)
        self._tokenizer.no_padding()
        self._tokenizer.no_truncation()

    def pieces(self, words: Sequence[str]) -> list[list[int]]:
        """The pieces of each word, at least one."""
        encoded = self._tokenizer.encode(list(words), is_pretokenized=True, add_special_tokens=False)
        found: list[list[int]] = [[] for _ in words]
        for piece, word in zip(encoded.ids, encoded.word_ids, strict=True):
            if word is not None:
                found[word].append(piece)
        return [p or [UNKNOWN] for p in found]


class AttributionWeights(Vocabulary):
    """The attribution reader's two networks and its vocabulary; see speech/reading.py for what they take and give."""

    def __init__(self, folder: Traversable) -> None:
        super().__init__((folder / PIECES).read_text(encoding="utf-8"))
        self._folder = folder

    @cached_property
    def _encoder(self) -> ort.InferenceSession:
        return _session(self._folder / ENCODER)

    @cached_property
    def _roles(self) -> ort.InferenceSession:
        return _session(self._folder / ROLES)

    def encode(self, pieces: Ints, words: Ints, clues: Ints, firsts: Ints) -> tuple[Floats, Floats, Floats]:
        """Scores (words,), vectors as cues and vectors as words (words, width)."""
        given = {"pieces": pieces[None], "words": words[None], "clues": clues[None], "firsts": firsts[None]}
        scores, as_cue, as_word = self._encoder.run(None, given)
        return scores[0], as_cue[0], as_word[0]

    def tag(self, cues: Floats, words: Floats, clues: Ints, mask: Floats) -> Floats:
        """Log-odds (cues, words, tags)."""
        (tags,) = self._roles.run(None, {"cues": cues, "beside": words, "clues": clues, "mask": mask})
        return np.asarray(tags)


def _session(file: Traversable) -> ort.InferenceSession:
    options = ort.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return ort.InferenceSession(file.read_bytes(), options, providers=["CPUExecutionProvider"])
