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


@pytest.mark.parametrize("whom", ["a military source", "an interior ministry official", "police", "residents"])
@pytest.mark.parametrize("house", ["Reuters", "the Dori news agency", "state television"])
def test_whom_a_house_cites_right_behind_its_name_speaks_through_it(read, house, whom):
    (claim,) = (
        c for c in read(f"According to {house}, citing {whom}, nine people died.").claims if c.aspect == "killed"
    )
    assert claim.voice == f"unnamed: {whom.removeprefix('a ').removeprefix('an ')}"
    assert len(claim.relays) == 1


def test_what_a_house_cites_of_its_own_stays_its_word(read):
    text = "According to Reuters, citing the heavy rain, nine people died."
    (claim,) = (c for c in read(text).claims if c.aspect == "killed")
    assert claim.voice == "Reuters"
