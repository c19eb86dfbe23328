from pathlib import Path

import numpy as np
import pytest

from counterclaim.errors import DataError
from counterclaim.resources import load_attribution
from counterclaim.speech.clues import PAIR_SIZES, WORD_SIZES
from counterclaim.speech.reading import REACH, ROLES
from counterclaim.weights import ENCODER, PIECES, AttributionWeights, Vocabulary


def test_words_are_cut_into_pieces_and_none_is_lost() -> None:
    pieces = load_attribution().pieces(["said", "Tarnholt", "\u200b", "“", "said"])
    assert [len(p) > 0 for p in pieces] == [True] * 5
    assert pieces[0] == pieces[4]
    assert len(pieces[1]) > 1


def test_half_a_surrogate_pair_has_a_piece_too() -> None:
    assert all(load_attribution().pieces(["Tarn\ud800", "\udfff"]))


def test_the_shipped_networks_fit_the_clues() -> None:
    weights = load_attribution()
    words = 4
    clues = np.zeros((words + 1, len(WORD_SIZES)), dtype=np.int64)
    clues[:words] = np.array(WORD_SIZES) - 1  # the largest values there are
    scores, as_cue, as_word = weights.encode(
        np.array([101, 7, 8, 9, 10, 102]), np.array([4, 0, 1, 2, 3, 4]), clues, np.array([1, 2, 3, 4])
    )
    assert scores.shape == (words, 2)
    around = 2 * REACH + 1
    seen = np.broadcast_to(np.array(PAIR_SIZES) - 1, (2, around, len(PAIR_SIZES))).copy()
    beside = as_word[np.zeros((2, around), dtype=np.int64)]
    tags = weights.tag(as_cue[:2], beside, seen, np.ones((2, around), dtype=np.float32))
    assert tags.shape == (2, around, len(ROLES))
    assert np.isfinite(tags).all()


def test_missing_weights_are_named(tmp_path: Path) -> None:
    with pytest.raises(DataError, match=PIECES):
        AttributionWeights(tmp_path).pieces(["said"])


def test_damaged_weights_are_named(tmp_path: Path) -> None:
    (tmp_path / ENCODER).write_bytes(b"no network")
    none = np.zeros((1,), dtype=np.int64)
    with pytest.raises(DataError, match=ENCODER):
        AttributionWeights(tmp_path).encode(none, none, none[None], none)


def test_a_vocabulary_that_is_none_is_refused() -> None:
    with pytest.raises(DataError, match="cannot be read"):
        Vocabulary("no vocabulary")
