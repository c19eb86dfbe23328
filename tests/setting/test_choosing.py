"""The best of several candidates by named features."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.setting.choosing import Chooser

FEATURES = st.dictionaries(st.sampled_from("abcd"), st.floats(-9, 9), max_size=4)


def test_the_highest_weighted_sum_wins():
    chooser = Chooser({"near": 2.0, "far": -1.0})
    assert chooser.best([{"far": 1.0}, {"near": 0.4}, {"near": 1.0, "far": 1.5}]) == 1


def test_equals_go_by_order_and_unknown_features_say_nothing():
    assert Chooser({"near": 1.0}).best([{"odd": 5.0}, {}, {"near": 0.0}]) == 0


def test_nothing_to_choose_from():
    assert Chooser({"near": 1.0}).best([]) is None


@given(st.dictionaries(st.sampled_from("abcd"), st.floats(-9, 9)), st.lists(FEATURES, min_size=1))
def test_no_candidate_scores_above_the_best(weights, candidates):
    chooser = Chooser(weights)
    best = chooser.best(candidates)
    assert best is not None
    assert all(chooser.score(candidates[best]) >= chooser.score(c) for c in candidates)


def test_no_order_of_features_tips_what_is_even():
    weights = {"one": 0.1, "two": 0.2, "three": 0.3, "four": -0.6}
    chooser = Chooser(weights)
    assert len({chooser.score(dict.fromkeys(names, 1.0)) for names in permutations(weights)}) == 1
