import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from counterclaim.lexicon import load_lexicon
from counterclaim.speech.clues import PAIR_SIZES, WORD_SIZES, pair_clues, word_clues
from counterclaim.speech.cuebook import CueBook
from counterclaim.speech.ground import Ground
from counterclaim.speech.reading import REACH, ROLES, best_paths, read
from counterclaim.speech.sifting import sift
from counterclaim.speech.windows import windows
from counterclaim.stages.attribution import propose
from counterclaim.syntax import Parse, Sentence
from speech.scripted import SURE, Scripted
from speech.trees import trees

BOOK = CueBook(load_lexicon())


def in_order(*sizes: int) -> list[Sentence]:
    edges = [sum(sizes[:n]) for n in range(len(sizes) + 1)]
    return [Sentence(n, edges[n], edges[n + 1], n) for n in range(len(sizes))]


def test_windows_hold_whole_sentences_and_as_many_as_fit() -> None:
    assert list(windows(in_order(4, 3, 5, 2), [1] * 14, largest=8)) == [(0, 7), (7, 14)]


def test_a_sentence_too_long_for_a_window_is_cut() -> None:
    assert list(windows(in_order(3, 11, 2), [1] * 16, largest=5)) == [(0, 3), (3, 8), (8, 13), (13, 16)]


@given(st.lists(st.integers(1, 30), max_size=12), st.integers(6, 40), st.data())
def test_windows_cover_every_word_once(sizes: list[int], largest: int, data: st.DataObject) -> None:
    pieces = data.draw(st.lists(st.integers(1, 6), min_size=sum(sizes), max_size=sum(sizes)))
    found = list(windows(in_order(*sizes), pieces, largest))
    assert [i for first, stop in found for i in range(first, stop)] == list(range(sum(sizes)))
    assert all(sum(pieces[first:stop]) <= largest for first, stop in found)


LOG_ODDS = arrays(np.float32, st.tuples(st.integers(1, 9), st.just(len(ROLES))), elements=st.floats(-8, 8, width=32))


@given(st.lists(LOG_ODDS, min_size=1, max_size=4))
def test_the_best_paths_never_go_on_with_what_has_not_begun(log_odds: list[np.ndarray]) -> None:
    paths = best_paths(log_odds)
    assert [len(path) for path in paths] == [len(one) for one in log_odds]
    for path in paths:
        for before, tag in zip([0, *path], path, strict=False):
            assert tag == 0 or tag % 2 == 1 or before in (tag, tag - 1)


@given(st.lists(LOG_ODDS, min_size=1, max_size=4))
def test_a_path_is_the_same_whatever_is_read_beside_it(log_odds: list[np.ndarray]) -> None:
    assert best_paths(log_odds) == [path for one in log_odds for path in best_paths([one])]


def test_the_best_path_prefers_a_begun_part_to_a_stray_rest() -> None:
    log_odds = np.full((2, len(ROLES)), -SURE, dtype=np.float32)
    log_odds[0, [0, 1]] = 2.0, 1.5  # outside is a little likelier than a source's first word, ...
    log_odds[1, 2] = SURE  # ... but only that lets the surest tag follow
    assert best_paths([log_odds]) == [[1, 2]]


@given(trees())
def test_clues_stay_within_their_vocabularies(parse: Parse) -> None:
    ground = Ground(parse, (), (), BOOK)
    proposed = propose(ground, ())
    kept = sift(ground, proposed)
    clues = word_clues(ground, kept, proposed)
    assert clues.shape == (len(parse.tokens), len(WORD_SIZES))
    assert (clues >= 0).all()
    assert (clues < np.array(WORD_SIZES)).all()
    for head in range(len(parse.tokens)):
        around = pair_clues(ground, head, kept[0] if kept else None, 0, len(parse.tokens))
        assert (around >= 0).all()
        assert (around < np.array(PAIR_SIZES)).all()


@given(trees())
def test_any_tree_is_read(parse: Parse) -> None:
    ground = Ground(parse, (), (), BOOK)
    weights = Scripted(
        {"said": (SURE, -SURE)}, {"said": {"ministry": "source", "nine": "content", "killed": "content"}}
    )
    found = read(ground, (), (), weights)
    assert [r.head for r in found.readings] == [t.index for t in parse.tokens if t.text == "said"]
    for reading in found.readings:
        assert all(abs(i - reading.head) <= REACH for r in reading.content for i in range(*r))
