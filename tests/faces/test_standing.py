"""How positions stand, in words."""

from builders import claim, page, witnesses
from counterclaim.faces.screen import as_text
from counterclaim.faces.standing import bounds_line, link_rows, relation_rows
from counterclaim.linking.evidence import Comparison, Link
from counterclaim.linking.positions import weigh_positions
from counterclaim.linking.relations import find_relations
from counterclaim.model import Account, Claim, Incident, Occurrence

MONITOR, RESCUE = "Tarn Watch", "Weir Rescue"
NAMES = {"a": "mill", "b": "ferry", "c": "weir"}


def account(*claims: Claim) -> Account:
    return weigh_positions(Incident("i", "Bombing", None, None, None, claims), witnesses())


def shown(*claims: Claim) -> str:
    relations = list(find_relations(account(*claims), witnesses()))
    return " ".join("".join(map(as_text, relation_rows(relations, NAMES, 0))).split())


def test_bounds_of_one_claim_are_told_together_and_one_figure_only_when_asked() -> None:
    (question,) = account(claim("a", voice=MONITOR), claim("b", voice=RESCUE, low=15, high=15)).questions
    assert bounds_line(question, NAMES) == (
        "Low and best 12 (Tarn Watch, mill:0: of several alike the lower) · high 15 (Weir Rescue, ferry:0)."
    )
    (question,) = account(claim("a", voice=MONITOR)).questions
    assert bounds_line(question, NAMES) == ""
    assert bounds_line(question, NAMES, always=True) == (
        "Low, best and high 12 (Tarn Watch, mill:0: the only figure that stands)."
    )


def test_relations_to_several_positions_are_one_row_and_the_unnamed_are_counted() -> None:
    claims = [
        claim("a", n * 9, f"{n} dead", voice=v, low=n, high=n) for n, v in ((5, MONITOR), (6, RESCUE), (7, "Orsk"))
    ]
    told = shown(*claims, claim("b", 40, "9 dead", voice="unnamed: medics", low=9, high=9))
    assert "Orsk 7 (mill:63 “7 dead”) / Tarn Watch 5 (mill:45 “5 dead”); Weir Rescue 6 (mill:54 “6 dead”):" in told
    assert told.count("≠ other number") == 2
    assert "and 3 more that say less" in told


def test_a_revision_over_another_is_not_told_again() -> None:
    claims = [claim("abc"[n], voice=MONITOR, low=10 + n, high=10 + n) for n in range(3)]
    told = shown(*claims)
    assert told.count("↻ revises") == 2
    assert "and 1 more that say less" in told


def test_links_show_their_weights() -> None:
    a, b = (Occurrence(d, 0, page(d, claim(d)).claims, None, None, None, None) for d in "ab")
    link = Link(a, b, 4.5, (Comparison("place", 6.0, "both in Tarnholt"), Comparison("start", -1.5, "any two")))
    told = "".join(map(as_text, link_rows([link], NAMES)))
    assert "mill and ferry  +4.5  place +6.0 (both in Tarnholt) · start -1.5 (any two)" in told
    assert not list(link_rows([], NAMES))
