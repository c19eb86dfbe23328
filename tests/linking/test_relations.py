"""How two positions stand to each other: the tests of docs/decisions/0015, in their order."""

from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from builders import claim, witnesses
from counterclaim.linking.copies import Copies
from counterclaim.linking.positions import weigh_positions
from counterclaim.linking.relations import find_relations, relate
from counterclaim.linking.witnesses import Witnesses
from counterclaim.model import Account, Claim, Incident, Party, Position, Relation, RelationKind

MONITOR, MINISTRY, RESCUE = "Tarn Watch", "Orsk Interior Ministry", "Weir Rescue"
SYMMETRIC = {
    RelationKind.CORROBORATES, RelationKind.COMPATIBLE, RelationKind.OTHER_NUMBER, RelationKind.BLAMES,
}  # fmt: skip
PARTIES = {
    "Orsk": Party("Orsk", "state", side="Orsk"),
    "Orsk army": Party("Orsk army", "armed_forces", parent="Orsk", side="Orsk"),
    MINISTRY: Party(MINISTRY, "ministry", parent="Orsk", side="Orsk"),
    MONITOR: Party(MONITOR, "monitor"),
}


def account(*claims: Claim, known: Witnesses | None = None) -> Account:
    return weigh_positions(Incident("i", "Bombing", None, None, None, claims), known or witnesses())


def related(a: Claim, b: Claim, known: Witnesses | None = None) -> Relation | None:
    known = known or witnesses()
    positions = [p for q in account(a, b, known=known).questions for p in q.positions]
    (first,) = (p for p in positions if a in p.claims)
    (other,) = (p for p in positions if b in p.claims)
    return relate(first, other, known)


def kind(a: Claim, b: Claim, known: Witnesses | None = None) -> str | None:
    found = related(a, b, known)
    return found.kind.value if found else None


def dead(page: str, low: int | None, high: int | None = None, voice: str | None = MONITOR, **fields: Any) -> Claim:
    bound = "exactly" if low == high else "at least" if high is None else "between" if low else "at most"
    return claim(
        page, fields.pop("at", 0), f"{low} {high}", voice=voice, low=low, high=high, **({"bound": bound} | fields)
    )


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (dead("a", 16, 16), dead("b", 16, voice=RESCUE), "corroborates"),
        (dead("a", 112), dead("b", 126, 126, RESCUE), "corroborates"),
        (dead("a", 112, 112), dead("b", 126, 126, RESCUE), "other number"),
        (dead("a", 30, 30, bound="about"), dead("b", 29, 29, RESCUE), "corroborates"),
        (dead("a", 24, bound="vague"), dead("b", 22, 22, RESCUE), "corroborates"),
        (dead("a", 21, 21), dead("b", 21), "repeats"),
        (dead("a", 21, 21), dead("b", 30, 30), "revises"),
        (dead("a", 250), dead("b", None, 400), "compatible"),
        (dead("a", 21, 21), dead("b", 21, 21, None), "compatible"),
        (dead("a", 21, 21), dead("a", 21, 21, None, at=40), "repeats"),
        (dead("a", 21, 21), dead("b", 21, 21, "unnamed: medics"), "compatible"),
        (dead("a", 21, 21, "SANT"), dead("b", 21, 21, "unnamed: medics", relays=("SANT",)), "repeats"),
        (dead("a", 12, 12), dead("b", 12, 12, MINISTRY, polarity="denies"), "denies"),
        (dead("a", 12, 12), dead("b", 0, 0, MINISTRY, polarity="denies"), "denies"),
        (dead("a", 12, 12), dead("b", 40, 40, MINISTRY, polarity="denies"), "compatible"),
        (dead("a", 21, 21), dead("b", 4, 4, RESCUE, who="children"), "subset of"),
        (dead("a", 3, 3), dead("b", 4, 4, RESCUE, who="children"), None),
        (dead("a", 4, 4, who="women"), dead("b", 4, 4, RESCUE, who="children"), None),
    ],
)  # fmt: skip
def test_counts(a: Claim, b: Claim, expected: str | None) -> None:
    assert kind(a, b) == expected
    assert kind(b, a) == expected


def test_a_subset_is_read_from_the_part_to_the_whole() -> None:
    found = related(dead("a", 21, 21), dead("b", 4, 4, RESCUE, who="children"))
    assert found
    assert (found.a.value, found.b.value) == ("4", "21")


def test_voices_of_one_side_do_not_corroborate_each_other() -> None:
    found = related(dead("a", 12, 12, "Orsk army"), dead("b", 12, 12, MINISTRY), Witnesses(PARTIES.get))
    assert found
    assert found.kind is RelationKind.COMPATIBLE
    assert "Orsk" in found.reason


def test_copied_words_are_one_origin() -> None:
    a, b = dead("a", 12, 12), dead("b", 12, 12, RESCUE)
    known = Witnesses({}.get, copies=Copies(same={a.id: frozenset({b.id}), b.id: frozenset({a.id})}))
    found = relate(*account(a, b).questions[0].positions, known)
    assert found
    assert found.kind is RelationKind.REPEATS
    assert {found.a_claim.id, found.b_claim.id} == {a.id, b.id}


def blame(page: str, party: str, voice: str | None = MONITOR, **fields: Any) -> Claim:
    empty = dict.fromkeys(("low", "high", "bound", "who"))
    return claim(page, exact=party, aspect="responsibility", party=party, voice=voice, **(empty | fields))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (blame("a", "Orsk"), blame("b", "Orsk", MINISTRY, polarity="denies"), "denies"),
        (blame("a", "Orsk"), blame("b", "Orsk army", MINISTRY, polarity="denies"), "denies"),
        (blame("a", "Orsk"), blame("b", "Orsk army", MINISTRY), "claims"),
        (blame("a", "Orsk"), blame("b", "Orsk", RESCUE), "corroborates"),
        (blame("a", "Orsk"), blame("b", "Orsk", None), "compatible"),
        (blame("a", "Orsk"), blame("a", "Orsk", None), "repeats"),
        (blame("a", "Orsk"), blame("b", "rebels", MINISTRY), "counter-blames"),
        (blame("a", "Orsk"), blame("b", "rebels", RESCUE), "compatible"),
        (blame("a", "Orsk"), blame("b", "Free Guard", RESCUE), "blames another"),
        (blame("a", "Orsk"), blame("b", "Free Guard"), "compatible"),
        (blame("a", "Orsk"), blame("b", "Free Guard", RESCUE, polarity="denies"), "compatible"),
    ],
)
def test_who_did_it(a: Claim, b: Claim, expected: str) -> None:
    assert kind(a, b, Witnesses(PARTIES.get)) == expected
    assert kind(b, a, Witnesses(PARTIES.get)) == expected


def test_the_denier_the_claimant_and_the_accused_come_first() -> None:
    known = Witnesses(PARTIES.get)
    for other in (
        blame("b", "Orsk", MINISTRY, polarity="denies"), blame("b", "Orsk", MINISTRY), blame("b", "rebels", MINISTRY),
    ):  # fmt: skip
        found = related(blame("a", "Orsk"), other, known)
        assert found
        assert found.a.voice == MINISTRY


NUMBERS = st.one_of(st.none(), st.integers(0, 60))
VOICES = st.sampled_from([None, "unnamed: medics", MONITOR, RESCUE, MINISTRY, "Orsk army"])


@st.composite
def counts(draw: st.DrawFn) -> Claim:
    low, high = sorted([draw(st.integers(0, 60)), draw(st.integers(0, 60))])
    bound = draw(st.sampled_from(["exactly", "at least", "at most", "about", "between", "vague"]))
    ends = {"exactly": (low, low), "about": (low, low), "at least": (low, None), "at most": (None, high)}
    least, most = ends.get(bound, (low, high) if bound == "between" else (low, None))
    page, at = draw(st.sampled_from("abc")), draw(st.integers(0, 400))
    polarity = draw(st.sampled_from(["affirms", "affirms", "affirms", "denies"]))
    return claim(page, at, "some", voice=draw(VOICES), low=least, high=most, bound=bound, polarity=polarity)


@example(
    claim("b", 0, "none", voice=MINISTRY, low=0, high=0),
    claim("a", 0, "some", voice=MINISTRY, low=0, high=1, bound="between"),
)
@given(counts(), counts())
def test_every_two_counts_are_related_and_the_order_of_the_two_changes_nothing(a: Claim, b: Claim) -> None:
    known = Witnesses(PARTIES.get)
    first, other = (position(c, known) for c in (a, b))
    found, turned = relate(first, other, known), relate(other, first, known)
    assert found
    assert turned
    assert found.kind is turned.kind
    if found.kind not in SYMMETRIC and (found.a.low, found.a.high) != (found.b.low, found.b.high):
        assert found.kind is RelationKind.REPEATS or found.a is turned.a or found.a.claims == turned.a.claims


def position(c: Claim, known: Witnesses) -> Position:
    (question,) = account(c, known=known).questions
    return question.positions[0]


@given(st.lists(counts(), min_size=1, max_size=8, unique_by=lambda c: c.id), st.randoms())
def test_relations_depend_on_no_order_and_only_independent_voices_corroborate(claims: list[Claim], random: Any) -> None:
    known = Witnesses(PARTIES.get)
    whole = account(*claims, known=known)
    found = list(find_relations(whole, known))
    random.shuffle(claims)
    again = list(find_relations(account(*claims, known=known), known))
    assert sorted(map(told, found)) == sorted(map(told, again))
    for r in found:
        if r.kind is RelationKind.CORROBORATES:
            assert r.a.voice and r.b.voice and r.a.voice != r.b.voice
            assert not {r.a.voice, r.b.voice} <= {MINISTRY, "Orsk army"}
            assert "unnamed: medics" not in (r.a.voice, r.b.voice)
        assert r.a_claim in r.a.claims
        assert r.b_claim in r.b.claims
        assert r.reason


def told(r: Relation) -> tuple[str, str, str]:
    sides = sorted([r.a.id, r.b.id]) if r.kind in SYMMETRIC | {RelationKind.REPEATS} else [r.a.id, r.b.id]
    return r.kind.value, sides[0], sides[1]


@given(st.lists(counts(), min_size=2, max_size=8, unique_by=lambda c: c.id))
def test_removing_a_page_never_adds_a_voice(claims: list[Claim]) -> None:
    known = Witnesses(PARTIES.get)
    before = {v for q in account(*claims, known=known).questions for v in q.voices}
    fewer = [c for c in claims if c.document != claims[0].document]
    after = {v for q in account(*fewer, known=known).questions for v in q.voices} if fewer else set()
    assert after <= before
