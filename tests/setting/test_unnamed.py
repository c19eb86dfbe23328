"""A village without a name near a town is not the town: the page may name it below."""

import pytest

LEADS = {
    "near": "At least 20 people were killed in a village near Goma on Monday, officials said. ",
    "outside": "Gunmen killed at least 20 people in a camp outside Goma on Monday, officials said. ",
    "north of": "At least 20 people were killed in a village 30 km north of Goma on Monday. ",
    "far from": "At least 20 people died on Monday in a settlement about 30 km from Goma. ",
    "several": "At least 20 people were killed in villages around Goma on Monday. ",
}


@pytest.mark.parametrize("lead", LEADS.values(), ids=LEADS)
def test_the_village_is_the_one_named_below(read, lead):
    page = read(lead + "The attackers struck Kisigari at dawn. The wounded were taken to Goma.", published="2021-05-04")
    assert page.claims[0].place.name == "Kisigari"


@pytest.mark.parametrize("lead", LEADS.values(), ids=LEADS)
def test_what_is_never_named_was_near_the_town(read, lead):
    place = read(lead, published="2021-05-04").claims[0].place
    assert (place.name, place.precision) == ("Goma", 2)


def test_a_village_with_a_name_is_itself(read):
    page = read("At least 20 people were killed in the village of Kisigari near Goma.", published="2021-05-04")
    assert page.claims[0].place.name == "Kisigari"
