"""A sentence that says where a place lies tells of that place, not of the one that it is near."""

import pytest

LEAD = "At least 20 people were killed in eastern Congo on Monday, officials said. "
MORE = " Thirty people were injured and taken to hospital in Goma."
LYING = [
    "Sake is about 30 km from Goma.",
    "Sake lies 30 km west of Goma.",
    "Sake is located 30 km west of Goma.",
    "The village, Sake, lies 30 km from Goma.",
    "The village of Sake is some 30 km (19 miles) from Goma.",
    "Sake is a farming village near Goma.",
    "Kisigari lies 30 km north of Goma.",
    "Kisigari is about 30 km from Goma.",
]


@pytest.mark.parametrize("sentence", LYING)
def test_what_lies_somewhere_is_where_it_happened(read, sentence):
    name = next(n for n in ("Sake", "Kisigari") if n in sentence)
    page = read(LEAD + sentence + MORE, published="2021-05-04")
    assert {c.place.name for c in page.claims} == {name}


def test_where_more_is_told_both_places_stand(read):
    page = read("Sake is 30 km from Goma, where shells killed nine people on Monday.", published="2021-05-04")
    assert page.claims[0].place.name == "Goma"


def test_a_person_who_is_somewhere_is_no_place(read):
    page = read(LEAD + "Abu Karim is 30 years of age and lives in Goma.", published="2021-05-04")
    assert page.claims[0].place.name != "Abu Karim"


@pytest.mark.parametrize("noun", ["killings", "deaths", "accident", "tragedy", "attack"])
def test_what_is_said_to_have_happened_somewhere_happened_there(read, noun):
    page = read(f"{LEAD}The {noun} happened in Sake, a source in Goma said.{MORE}", published="2021-05-04")
    assert {c.place.name for c in page.claims} == {"Sake"}
