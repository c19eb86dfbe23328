import random
from itertools import combinations
from time import perf_counter

import pytest

from counterclaim.model import Document
from counterclaim.pipeline import read_page
from counterclaim.resources import Resources
from counterclaim.setting.gathering import AGAINST, APART, LEAST, against, clustered


def test_two_become_one_while_the_mean_over_their_pairs_speaks_for_it():
    assert clustered(3, {(0, 1): 2.0, (1, 2): 1.0, (0, 2): 0.5}) == [[0, 1, 2]]
    assert clustered(3, {(0, 1): 2.0, (1, 2): 1.0, (0, 2): -1.5 / AGAINST}) == [[0, 1], [2]]


def test_the_strongest_pair_comes_first():
    assert clustered(3, {(0, 1): 1.0, (1, 2): 2.0, (0, 2): -4.0}) == [[0], [1, 2]]


def test_what_was_not_compared_stays_apart_unless_others_speak_for_it():
    assert clustered(3, {(0, 1): 1.0, (1, 2): 1.0}) == [[0, 1], [2]]
    assert clustered(3, {(0, 1): 1.0, (1, 2): 1.5}) == [[0], [1, 2]]
    assert clustered(3, {(0, 1): 5.0, (1, 2): -2 * APART}) == [[0, 1, 2]]


def test_what_speaks_against_counts_less():
    assert clustered(3, {(0, 1): 2.0, (1, 2): 1.0, (0, 2): -1.1}) == [[0, 1, 2]]


def test_pairs_that_say_little_count_little():
    little = dict.fromkeys(((0, 2), (0, 3), (1, 2)), -0.2 / AGAINST)
    assert clustered(4, {(0, 1): 3.0, (2, 3): 3.0, (1, 3): 0.4, **little}) == [[0, 1, 2, 3]]
    assert clustered(4, {(0, 1): 3.0, (2, 3): 3.0, (1, 3): 0.3, **little}) == [[0, 1], [2, 3]]


def test_a_sum_of_sums_is_that_of_all_pairs():
    chance = random.Random(5)
    for _ in range(30):
        pairs = {(a, b): chance.uniform(-1, 2) for b in range(9) for a in range(b) if chance.random() < 0.8}
        for one, two in combinations(clustered(9, pairs), 2):
            logits = [pairs.get((min(a, b), max(a, b)), APART / AGAINST) for a in one for b in two]
            eased = [w if w > 0 else AGAINST * w for w in logits]
            assert sum(w * (w**2 + LEAST) for w in eased) <= 1e-9


def test_every_number_is_in_one_cluster_whatever_the_pairs():
    chance = random.Random(3)
    for _ in range(50):
        count = chance.randrange(12)
        pairs = {(a, b): chance.uniform(-4, 4) for b in range(count) for a in range(b) if chance.random() < 0.6}
        found = clustered(count, pairs)
        assert sorted(n for cluster in found for n in cluster) == list(range(count))
        assert [c[0] for c in found] == sorted(min(c) for c in found)


def test_the_time_grows_with_the_number_of_findings():
    def seconds(count: int) -> float:
        pairs = {(a, b): 1.0 for b in range(count) for a in range(max(0, b - 30), b)}
        began = perf_counter()
        clustered(count, pairs)
        return perf_counter() - began

    seconds(100)
    assert seconds(2000) < 40 * seconds(200)


TOLD = {
    "a toll and its parts": (
        "An air strike on Tarnholt killed 14 people on Monday. "
        "Four children were among the dead, and 20 people were wounded.",
        1,
    ),
    "two towns": (
        "An air strike on Tarnholt killed 14 people on Monday. In Lowmere, 60 kilometres away, "
        "a car bomb killed nine people on Sunday.",
        2,
    ),
    "what was before": (
        "A car bomb killed 14 people in Tarnholt on Monday. "
        "The attack came a week after gunmen killed 40 people in Lowmere.",
        2,
    ),
}


@pytest.mark.parametrize("name", TOLD)
def test_a_page_tells_of_as_many_occurrences(name: str, resources: Resources):
    text, many = TOLD[name]
    page = read_page(Document("d", text, published="2019-04-10"), resources)
    counts = [c for c in page.claims if c.aspect != "responsibility"]
    assert len(counts) >= many
    assert len({c.occurrence for c in counts}) == many


def test_what_is_one_occurrence_has_one_date(resources: Resources):
    text = (
        "Shells killed nine people in the village of Old Marrow on Tuesday, officials said. "
        "Three children were among the dead. The shells also wounded 20 people."
    )
    page = read_page(Document("d", text, published="2019-04-10"), resources)
    dated = {(c.occurrence, c.date.earliest if c.date else None) for c in page.claims if c.aspect != "responsibility"}
    assert dated == {(page.claims[0].occurrence, "2019-04-09")}


def test_on_a_page_as_it_was_printed_less_of_what_speaks_against_counts():
    pairs = {(0, 1): 2.0, (1, 2): 1.0, (0, 2): -1.5 / AGAINST}
    assert clustered(3, pairs, against(printed=False)) == [[0, 1], [2]]
    assert clustered(3, pairs, against(printed=True)) == [[0, 1, 2]]
