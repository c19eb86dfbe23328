"""Places at which a page counts others than those who fell in a town whose name is also its province's."""

import pytest

ALL = {
    "a village told of after": (
        "A missile strike killed nine people in the city of Kharkiv on Sunday, officials said. "
        "In the village of Lyptsi, two people were killed by shelling, the prosecutor's office said.",
        ["Kharkiv", "Lyptsi"],
    ),
    "a village on no list": (
        "A missile strike killed nine people in the city of Kharkiv on Sunday, officials said. "
        "In the village of Old Marrow, two people were killed by shelling, the prosecutor's office said.",
        ["Kharkiv", "Old Marrow"],
    ),
    "told before in the same sentence": (
        "Two died in Antonivka, after nine died in Kherson.",
        ["Antonivka", "Kherson"],
    ),
    "the countryside of a town": (
        "A man was killed by a mine in the countryside of Hama. "
        "SOHR documented the death of three people in shelling on Al-Atareb.",
        ["Hama", "Al-Atareb"],
    ),
}


@pytest.mark.parametrize(("text", "places"), ALL.values(), ids=ALL)
def test_a_count_with_a_town_of_its_own_is_not_where_others_are_counted(read, text, places):
    found = sorted((c for c in read(text).claims if c.aspect == "killed"), key=lambda c: c.span.start)
    assert [c.place.name for c in found] == places


def test_who_counts_the_same_may_name_the_place_more_closely(read):
    text = (
        "Shelling killed nine people in Kherson on Sunday. "
        "The strike killed nine people in the village of Antonivka, the governor said."
    )
    assert "Antonivka" in {c.place.name for c in read(text).claims if c.aspect == "killed"}


def test_what_goes_on_with_the_same_missile_names_the_place_more_closely(read):
    text = (
        "A missile killed at least 49 people in Kharkiv on Thursday, the president said. "
        "The missile hit a shop in the village of Hroza, killing 51 people, prosecutors said."
    )
    assert {c.place.name for c in read(text).claims if c.aspect == "killed"} == {"Hroza"}
