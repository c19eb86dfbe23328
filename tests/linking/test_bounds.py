"""Low, best and high, each with its claim, and the rule that chose the best."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from builders import claim
from counterclaim.linking.positions import weigh_positions
from counterclaim.linking.witnesses import Witnesses
from counterclaim.model import Bounds, Claim, Document, Incident, Party

N = st.integers(0, 99)
MONITOR, MINISTRY, GUARD = "Tarn Watch", "Orsk Interior Ministry", "Free Guard"
PARTIES = {
    MONITOR: Party(MONITOR, "monitor"),
    MINISTRY: Party(MINISTRY, "ministry", side="Orsk"),
    "Orsk army": Party("Orsk army", "armed_forces", side="Orsk"),
    GUARD: Party(GUARD, "armed_group", side=GUARD),
}


def bounds(*claims: Claim, pages: tuple[Document, ...] = ()) -> Bounds | None:
    known = Witnesses(PARTIES.get, pages={p.id: p for p in pages})
    return weigh_positions(Incident("i", "Bombing", None, None, None, claims), known).questions[0].bounds


def dead(page: str, n: int | None, voice: str | None, **fields: Any) -> Claim:
    return claim(page, fields.pop("at", 0), f"{n} dead", voice=voice, **({"low": n, "high": n} | fields))


def figures(found: Bounds | None) -> tuple[int, int, int]:
    assert found
    return found.low.figure, found.best.figure, found.high.figure


def test_a_voice_apart_from_the_sides_gives_the_best() -> None:
    found = bounds(dead("a", 17, MONITOR), dead("b", 3, MINISTRY), dead("c", 40, GUARD))
    assert figures(found) == (3, 17, 40)
    assert found
    assert found.low.claim.document == "b"
    assert found.high.claim.document == "c"
    assert found.rule == "a voice apart from the sides"


def test_a_revised_figure_does_not_stand() -> None:
    pages = (Document("a", "x", published="2019-05-03"), Document("b", "x", published="2019-05-04"))
    assert figures(bounds(dead("a", 3, MONITOR), dead("b", 17, MONITOR), pages=pages)) == (17, 17, 17)


def test_without_a_voice_apart_the_figure_that_most_bear_out_and_else_the_lower() -> None:
    found = bounds(dead("a", 30, MINISTRY), dead("b", 12, GUARD))
    assert figures(found) == (12, 12, 30)
    assert found
    assert "the lower" in found.rule
    found = bounds(dead("a", 30, MINISTRY), dead("b", 12, GUARD), dead("c", 28, "Veskad Hospital", high=None))
    assert figures(found)[1] == 28
    assert found
    assert "borne out by 1 other voice" in found.rule


def test_two_voices_of_one_side_do_not_bear_each_other_out() -> None:
    found = bounds(dead("a", 30, MINISTRY), dead("b", 30, "Orsk army"), dead("c", 12, GUARD))
    assert figures(found) == (12, 12, 30)


def test_the_unnamed_count_only_where_nobody_is_named_and_the_page_s_word_last() -> None:
    medics, own = dead("a", 9, "unnamed: medics"), dead("b", 2, None)
    assert figures(bounds(medics, own, dead("c", 12, GUARD))) == (12, 12, 12)
    assert figures(bounds(medics, own)) == (9, 9, 9)
    found = bounds(own)
    assert found
    assert "the pages' own word" in found.rule


def test_vague_words_and_denials_are_no_figures() -> None:
    assert bounds(dead("a", 24, MONITOR, high=None, bound="vague"), dead("b", 5, GUARD, polarity="denies")) is None


@given(
    st.lists(
        st.tuples(st.sampled_from([None, MONITOR, MINISTRY, GUARD, "unnamed: x"]), N, N),
        min_size=1, max_size=7,
    )
)  # fmt: skip
def test_low_best_and_high_are_in_order_and_each_has_its_claim(told: list[tuple[str | None, int, int]]) -> None:
    claims = [
        claim("abc"[n % 3], n * 9, "some", voice=v, low=min(a, b), high=max(a, b), bound="between")
        for n, (v, a, b) in enumerate(told)
    ]
    found = bounds(*claims)
    low, best, high = figures(found)
    assert low <= best <= high
    assert found
    for estimate in (found.low, found.best, found.high):
        assert estimate.claim in estimate.position.claims
        assert estimate.figure in (estimate.claim.low, estimate.claim.high)
