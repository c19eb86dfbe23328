"""Whether what is told still stands on a source's word: how its signs are weighed."""

from itertools import permutations

from counterclaim.voicing.carrying import weighed


def test_no_order_of_signs_tips_what_is_even():
    weights = {"bias": 0.1, "next": 0.2, "dated": 0.3, "turns": -0.6}
    assert len({weighed(weights, signs) for signs in permutations(["next", "dated", "turns"])}) == 1
