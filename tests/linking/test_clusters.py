"""Weighed pairs to clusters."""

from collections import defaultdict
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.linking.clusters import Known, clusters, group_of
from counterclaim.resources import load_linking

MODEL = replace(load_linking(), apart=-3.0, one_page=-2.0)
A, B, C, D = (("a", 0), ("b", 0), ("c", 0), ("d", 0))


def near(*pairs: tuple[Known, Known, float]) -> dict[Known, dict[Known, float]]:
    found: dict[Known, dict[Known, float]] = defaultdict(dict)
    for a, b, weight in pairs:
        found[a][b] = found[b][a] = weight
    return found


def test_links_hold_a_group_together_and_what_speaks_against_does_not() -> None:
    assert group_of(A, near((A, B, 1.0), (B, C, 0.0), (C, D, -0.1))) == [A, B, C]


def test_one_link_does_not_join_two_clusters_against_the_weight_of_the_whole() -> None:
    pairs = near((A, B, 9.0), (C, D, 9.0), (B, C, 4.0))
    assert clusters([A, B, C, D], pairs, MODEL) == [[A, B], [C, D]]


def test_a_pair_that_was_not_compared_speaks_against() -> None:
    assert clusters([A, B, C], near((A, B, 9.0), (B, C, 2.9)), MODEL) == [[A, B], [C]]
    assert clusters([A, B, C], near((A, B, 9.0), (B, C, 3.1)), MODEL) == [[A, B, C]]


def test_two_of_one_page_become_one_only_by_another_page() -> None:
    other = ("a", 1)
    assert clusters([A, other], near(), MODEL) == [[A], [other]]
    assert clusters([A, other, B], near((A, B, 9.0), (other, B, 9.0)), MODEL) == [[A, other, B]]


@given(st.dictionaries(st.tuples(st.integers(0, 7), st.integers(0, 7)), st.floats(-3, 12), max_size=20))
def test_every_member_is_in_exactly_one_cluster(weights: dict[tuple[int, int], float]) -> None:
    pairs = near(*(((str(a), 0), (str(b), 0), w) for (a, b), w in weights.items() if a < b))
    group = [(str(n), 0) for n in range(8)]
    assert sorted(k for c in clusters(group, pairs, MODEL) for k in c) == group
