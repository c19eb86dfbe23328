"""Whom a house cites right behind its own words."""

import pytest


@pytest.mark.parametrize("told", ["as Reuters reports", "as TASS reports", "as Interfax reports", "IANS said"])
@pytest.mark.parametrize("who", ["a doctor", "a medic"])
def test_who_is_cited_at_the_end_speaks_through_the_house(read, told, who):
    (claim,) = read(f"Nine people were killed in Orla, {told}, citing {who}.").claims
    house = told.removeprefix("as ").partition(" ")[0]
    assert (claim.voice, claim.relays) == (f"unnamed: {who.removeprefix('a ')}", (house,))


def test_a_reason_that_is_cited_is_nobody(read):
    (claim,) = read("Nine people were killed in Orla, as Reuters reports, citing security concerns.").claims
    assert (claim.voice, claim.relays) == ("Reuters", ())
