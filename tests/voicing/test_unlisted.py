"""Bodies that no list knows: by their short names, and by what "the group" may mean."""

import pytest

SAID = "said nine people were killed in Orla on Friday."


def voices(page):
    return [s.voice for s in page.statements]


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Network for Victims", "NFV"),
        ("Holm Observatory for Rights", "HOR"),
        ("Orla Liberation Front", "OLF"),
    ],
)
@pytest.mark.parametrize("again", ["The {s}", "{s}", "The group"])
def test_a_short_name_in_brackets_is_that_of_the_name_before_it(read, name, short, again):
    page = read(f"The {name} ({short}) {SAID} {again.format(s=short)} said twenty others were wounded.")
    assert voices(page) == [name, name]


def test_the_spokesman_of_a_short_name_speaks_for_the_whole(read):
    page = read(
        f"The Orla Doctors Union (ODU) {SAID} ODU spokesman Osmo Dano said on Saturday that twenty others were wounded."
    )
    assert voices(page) == ["Orla Doctors Union"] * 2


@pytest.mark.parametrize("noun", ["group", "organisation", "NGO", "watchdog"])
def test_an_unlisted_body_may_be_called_a_group(read, noun):
    page = read(
        f"The Tarn Medical Network {SAID}\n\nThe town was quiet on Saturday.\n\nThe {noun} said twenty were wounded."
    )
    assert voices(page) == ["Tarn Medical Network"] * 2


def test_a_hospital_is_no_group(read):
    page = read("Orla Hospital said nine people were killed in Orla on Friday. The group said twenty were wounded.")
    assert voices(page)[1] != "Orla Hospital"


@pytest.mark.parametrize("behind", ["", " (ODU)"])
def test_the_name_between_commas_is_that_of_a_local_group(read, behind):
    page = read(f"A local group, the Orla Doctors Union{behind}, {SAID}")
    assert voices(page) == ["Orla Doctors Union"]
