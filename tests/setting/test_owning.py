"""Places of counts that one sentence tells clause by clause."""

import pytest

ALL = {
    "parted by a semicolon": ("In Kherson nine people died; in Odesa two were killed.", ["Kherson", "Odesa"]),
    "told for comparison": (
        "Nine people were killed when a drone hit a bus in Kherson, hours after two died in a strike on Odesa.",
        ["Kherson", "Odesa"],
    ),
    "told within": (
        "The attack, the worst since a raid on Odesa killed two, left nine dead in Kherson.",
        ["Odesa", "Kherson"],
    ),
    "joined": ("Two people were killed in Odesa and nine died in Kherson.", ["Odesa", "Kherson"]),
    "one place for both": ("Nine people were killed and 12 were wounded in Kherson.", ["Kherson", "Kherson"]),
}


@pytest.mark.parametrize(("text", "places"), ALL.values(), ids=ALL)
def test_each_count_has_the_place_of_its_own_clause(read, text, places):
    found = sorted((c for c in read(text).claims if c.aspect in ("killed", "injured")), key=lambda c: c.span.start)
    assert [c.place.name for c in found] == places
