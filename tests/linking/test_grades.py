"""The suggested grade, always with its reason."""

from typing import Any

from builders import claim
from counterclaim.linking.positions import weigh_positions
from counterclaim.linking.witnesses import Witnesses
from counterclaim.model import Claim, Grade, GradeName, Incident, Party

MONITOR, MINISTRY, RESCUE = "Tarn Watch", "Orsk Interior Ministry", "Weir Rescue"
PARTIES = {
    "Orsk": Party("Orsk", "state", side="Orsk"),
    "Orsk army": Party("Orsk army", "armed_forces", parent="Orsk", side="Orsk"),
    MINISTRY: Party(MINISTRY, "ministry", parent="Orsk", side="Orsk"),
}


def grade(*claims: Claim) -> Grade | None:
    return weigh_positions(Incident("i", "Bombing", None, None, None, claims), Witnesses(PARTIES.get)).grade


def name(*claims: Claim) -> GradeName | None:
    found = grade(*claims)
    assert found is None or found.reason
    return found.name if found else None


def blame(page: str, party: str, voice: str | None = MONITOR, **fields: Any) -> Claim:
    empty = dict.fromkeys(("low", "high", "bound", "who"))
    return claim(page, exact=party, aspect="responsibility", party=party, voice=voice, **(empty | fields))


DEAD = claim("a", voice=MONITOR)


def test_one_voice_is_weak_and_two_independent_ones_are_fair() -> None:
    assert name(DEAD) is GradeName.WEAK
    assert name(DEAD, claim("b", voice=MONITOR), claim("c"), claim("d", voice="unnamed: medics")) is GradeName.WEAK
    assert name(DEAD, claim("b", voice=RESCUE, low=40, high=40)) is GradeName.FAIR
    assert name(claim("a", voice="Orsk army"), claim("b", voice=MINISTRY)) is GradeName.WEAK


def test_a_belligerent_that_owns_up_confirms() -> None:
    found = grade(DEAD, blame("b", "Orsk", MINISTRY), blame("c", "Free Guard", RESCUE))
    assert found
    assert found.name is GradeName.CONFIRMED
    assert f"{RESCUE} names somebody else" in found.reason
    assert found.claims[0].voice == MINISTRY


def test_rival_accusations_contest() -> None:
    assert name(DEAD, blame("b", "Orsk"), blame("c", "Free Guard", RESCUE)) is GradeName.CONTESTED
    assert name(DEAD, blame("b", "Orsk"), blame("c", "Orsk army", RESCUE)) is GradeName.WEAK
    assert name(DEAD, blame("b", "Orsk"), blame("c", "Free Guard", None)) is GradeName.WEAK


def test_a_denial_is_told_and_does_not_contest() -> None:
    found = grade(DEAD, blame("b", "Orsk"), blame("c", "Orsk", MINISTRY, polarity="denies"))
    assert found
    assert found.name is GradeName.WEAK
    assert f"{MINISTRY} denies" in found.reason


def test_where_only_the_armed_are_counted_no_harm_to_civilians_is_claimed() -> None:
    assert name(claim("a", voice=MONITOR, who="fighters"), claim("b", voice=RESCUE, who="fighters")) is (
        GradeName.DISCOUNTED
    )


def test_without_victims_there_is_no_grade() -> None:
    assert grade(blame("a", "Orsk"), claim("b", aspect="evacuated")) is None
