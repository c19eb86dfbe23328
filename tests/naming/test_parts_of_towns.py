"""What a direction says of a town: where it lies, or which part of it is meant."""

import pytest

WHERE = {
    "Six soldiers died in the northern city of Dori.": ("Dori", 1),
    "Six soldiers died in the south-eastern Rurian town of Dori.": ("Dori", 1),
    "Six soldiers died in the eastern province of Holm.": ("Holm", 4),
    "Six soldiers died in the province of Kandahar.": ("Kandahar", 4),
    "Six soldiers died in the city of Kandahar.": ("Kandahar", 1),
    "Six soldiers died in southern Kandahar.": ("southern Kandahar", 4),
    "Six soldiers died in central Kandahar.": ("central Kandahar", 1),
    "Six soldiers died in eastern Mosul.": ("eastern Mosul", 1),
    "Six soldiers died in the eastern suburbs of Mosul.": ("eastern suburbs of Mosul", 2),
    "Six soldiers died in the northern countryside of Dori.": ("northern countryside of Dori", 4),
    "Six soldiers died in the southern Gaza city of Khan Younis.": ("Khan Younis", 1),
    "Six soldiers died in the Darfur city of El Fasher.": ("El Fasher", 1),
    "Six soldiers died in Spin Boldak town of Kandahar province.": ("Spin Boldak town", 1),
}


@pytest.mark.parametrize(("text", "where"), WHERE.items(), ids=WHERE)
def test_a_town_is_told_from_its_parts_and_from_its_province(read, text, where):
    (claim,) = read(text).claims
    assert (claim.place.name, claim.place.precision) == where


OWN = [
    "in the northern city of", "in central", "in eastern", "in the capital,", "in the provincial capital,",
    "in a town called", "at the entrance to", "near a checkpoint at the entrance to",
]  # fmt: skip


@pytest.mark.parametrize("words", OWN)
def test_a_town_told_so_is_where_it_happened_whatever_is_told_of_next(read, words):
    text = (
        f"A bomb exploded {words} Kupiansk, killing six soldiers. The army has been fighting rebels in Hroza for weeks."
    )
    (claim,) = read(text, published="2021-05-04").claims
    assert "Kupiansk" in claim.place.name


COMMUNITY = {
    "Gunmen killed nine people in the Zabarmari community of Jere LGA.": "Zabarmari community",
    "Nine people of the Dogon community were killed in Bandiagara.": "Bandiagara",
    "Gunmen killed nine people of the Alawite community in Homs.": "Homs",
}


@pytest.mark.parametrize(("text", "place"), COMMUNITY.items(), ids=COMMUNITY)
def test_a_community_is_a_village_only_where_something_happens_in_it(read, text, place):
    counts = [c for c in read(text).claims if c.aspect == "killed"]
    assert [c.place.name for c in counts] == [place]
