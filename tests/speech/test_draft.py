from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.speech.draft import merged, painted, shared, size, without

RANGES = st.lists(st.tuples(st.integers(0, 20), st.integers(0, 20)), max_size=6)


def tokens(ranges: list[tuple[int, int]] | tuple[tuple[int, int], ...]) -> set[int]:
    return {i for first, stop in ranges for i in range(first, stop)}


@given(RANGES)
def test_merging_keeps_the_tokens_and_leaves_no_two_ranges_touching(ranges: list[tuple[int, int]]) -> None:
    found = merged(ranges)
    assert tokens(found) == tokens(ranges)
    assert size(found) == len(tokens(ranges))
    assert all(a[1] < b[0] for a, b in pairwise(found))


@given(RANGES)
def test_what_is_taken_out_is_gone_and_the_rest_stays(holes: list[tuple[int, int]]) -> None:
    whole = (3, 15)
    assert tokens(without(whole, [h for h in holes if h[0] < h[1]])) == tokens([whole]) - tokens(holes)


@given(RANGES)
def test_shared_tokens(ranges: list[tuple[int, int]]) -> None:
    assert shared(merged(ranges), (5, 9)) == len(tokens(ranges) & tokens([(5, 9)]))


def test_the_shortest_content_is_on_top() -> None:
    assert painted(6, [((0, 6),), ((2, 4),), ((3, 6),)]) == [0, 0, 1, 1, 2, 2]
