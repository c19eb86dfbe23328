"""Why occurrences are taken for one incident: every comparison with its weight and its reason."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from builders import TARN, VESK, claim, day, page
from counterclaim.linking.comparisons import COMPARISONS
from counterclaim.linking.evidence import Comparison, explain, holding
from counterclaim.linking.occurrences import group_occurrences
from counterclaim.linking.records import records_of
from counterclaim.linking.scoring import row_of, score
from counterclaim.model import Occurrence, Place
from counterclaim.resources import load_linking

STRIKE = "Air/drone strike"
TOLD = "Twelve people died on Kaldvik Street, said Ostrun Velmarsh. The Orrin bakery was hit."


def told(document: str, where: Place | None, when: str | None, **fields: object) -> Occurrence:
    given = {"place": where, "date": day(when) if when else None, "event_type": STRIKE} | fields
    made = page(document, claim(document, 0, TOLD[:13], **given), text=TOLD, published="2019-05-04")
    return group_occurrences(made)[0]


def test_the_weight_of_a_pair_is_the_sum_of_its_comparisons() -> None:
    model = load_linking()
    a, b = told("a", TARN, "2019-05-03"), told("b", TARN, "2019-05-03")
    rows = [row_of(r) for r in records_of([a, b], model.rarity, model.targets)]
    (pair,) = score(rows, model)
    assert sum(c.weight for c in explain(a, b, model)) == pytest.approx(pair.weight, abs=1e-4)
    assert [c.weight for c in explain(a, b, model)] == [c.weight for c in explain(b, a, model)]


def test_each_comparison_says_what_it_found() -> None:
    found = {
        c.name: c.reason for c in explain(told("a", TARN, "2019-05-03"), told("b", TARN, "2019-05-03"), load_linking())
    }
    assert found["time"] == "both on 3 May 2019"
    assert found["place"] == "both in Tarnholt"
    assert found["kind"] == "both Air strike"
    assert found["target"] == "both name bakery"
    assert "Velmarsh" in found["page names"]


def test_a_name_within_another_is_said_to_be_like_it() -> None:
    where = Place("Khirbet Dorruman"), Place("al-Doruman", lat=10.0, lon=20.0, precision=1, ref="t:5")
    found = {
        c.name: c
        for c in explain(*(told(n, p, "2019-05-03") for n, p in zip("ab", where, strict=True)), load_linking())
    }
    assert found["place"].reason == "Khirbet Dorruman is named like al-Doruman"
    assert found["place"].weight >= 0


def test_what_speaks_against_is_said_too() -> None:
    found = {
        c.name: c for c in explain(told("a", TARN, "2019-05-03"), told("b", VESK, "2019-05-01", low=90), load_linking())
    }
    assert found["time"].weight < 0
    assert found["time"].reason == "3 May 2019 and 1 May 2019, 2 days apart"
    assert found["place"].weight < 0
    assert "km apart" in found["place"].reason


def where_told(*texts: str) -> Comparison:
    """The comparison of places of two pages on Tarnholt and Veskad, a hundred miles apart."""
    pages = [
        page(name, claim(name, text.index("12"), "12", place=where, date=day("2019-05-03")), text=text)
        for name, where, text in zip("ab", (TARN, VESK), texts, strict=True)
    ]
    return next(c for c in explain(*(group_occurrences(p)[0] for p in pages), load_linking()) if c.name == "place")


def test_two_towns_of_which_neither_page_names_the_other_s_are_the_surest_sign_of_two_incidents() -> None:
    apart = where_told("Shells killed 12 people in Tarnholt.", "A raid killed 12 people in Veskad.")
    named = where_told("Shells killed 12 people in Tarnholt.", "A raid killed 12 people in Veskad, near Tarnholt.")
    assert apart.reason.endswith("; neither page names the other's")
    assert not named.reason.endswith("; neither page names the other's")
    assert apart.weight < named.weight < 0


COPIED = "12 people died when shells fell on the Orrin bakery in the old town, rescuers said."
NEWS = "After days of calm the shelling of Tarnholt began anew. "


def test_counts_told_in_the_same_words_speak_for_one_incident_and_say_so() -> None:
    pages = [
        page(name, claim(name, text.index("12 people"), place=TARN, date=day(when)), text=text, published="2019-05-06")
        for name, text, when in (("a", COPIED, "2019-05-03"), ("b", NEWS + COPIED, "2019-05-06"))
    ]
    (copied,) = (c for c in explain(*(group_occurrences(p)[0] for p in pages), load_linking()) if c.name == "copied")
    assert copied.weight > 0
    assert copied.reason.startswith("a count told word for word alike: “12 people died when shells fell")


def test_whom_it_struck_tells_occurrences_apart() -> None:
    pages = [
        page(name, claim(name, place=TARN, date=day("2019-05-03"), who=who), published="2019-05-04")
        for name, who in (("a", "children"), ("b", "fighters"))
    ]
    (harmed,) = (c for c in explain(*(group_occurrences(p)[0] for p in pages), load_linking()) if c.name == "victims")
    assert (harmed.weight < 0, harmed.reason) == (True, "civilians harmed here, fighters there")


def test_an_undated_occurrence_is_compared_by_its_page_s_day() -> None:
    found = {c.name: c.reason for c in explain(told("a", TARN, None), told("b", TARN, "2019-05-03"), load_linking())}
    assert found["time"] == "3 May 2019 and an occurrence without a date, its page published on 4 May 2019"


def test_two_of_one_page_are_told_apart_by_it() -> None:
    (only,) = explain(told("a", TARN, "2019-05-03"), told("a", TARN, "2019-05-03"), load_linking())
    assert (only.name, only.weight < 0) == ("page", True)


def test_an_incident_is_held_together_by_one_link_less_than_it_has_pages() -> None:
    group = [told(name, TARN, "2019-05-03") for name in "abcd"]
    other = [told(name, VESK, "2019-05-03") for name in "ef"]
    first, second = holding([group, other], load_linking())
    assert len(first), len(second) == (3, 1)
    assert {o.document for link in first for o in (link.a, link.b)} == set("abcd")
    assert all(link.weight > 0 for link in (*first, *second))


def test_every_level_has_a_weight() -> None:
    weights = load_linking().weights
    assert weights.keys() == COMPARISONS.keys()
    assert all(set(weights[name]) == set(levels) - {"unknown"} for name, levels in COMPARISONS.items())


PLACE = st.builds(
    Place,
    name=st.text(min_size=1, max_size=8) | st.just("\ud800"),
    lat=st.none() | st.floats(-90, 90),
    lon=st.none() | st.floats(-180, 180),
    precision=st.none() | st.integers(1, 7),
    ref=st.none() | st.just("r:1"),
    country=st.none() | st.sampled_from(("AA", "BB")),
)


@settings(max_examples=15, deadline=None)
@given(
    a=PLACE | st.none(), b=PLACE | st.none(), when=st.sampled_from((None, "2019-05-02")), low=st.integers(0, 9**9)
)  # fmt: skip
def test_any_two_can_be_explained_either_way_round(
    a: Place | None, b: Place | None, when: str | None, low: int
) -> None:
    one, two = told("a", a, "2019-05-03", low=low), told("b", b, when, aspect="injured")
    there, back = (explain(*pair, load_linking()) for pair in ((one, two), (two, one)))
    assert [(c.name, c.weight) for c in there] == [(c.name, c.weight) for c in back]
    assert all(c.reason for c in there)
