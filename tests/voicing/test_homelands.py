"""Whose office a plain office is: the country's that the page clearly writes of, else nobody's in particular."""

import pytest


def voices(page):
    return [s.party for s in page.statements]


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        (
            "Shells hit a market in Kharkiv, Ukraine, after Russia's attack. The interior ministry said two died.",
            "Ukrainian",
        ),
        ("BAGHDAD - Turkey sent doctors. Turkey gave tents. The interior ministry said two had died.", "Iraqi"),
        ("The Sylvan army left Orra in eastern Sylva. The Interior Ministry said two had died.", "Sylvan"),
    ],
)
def test_a_plain_ministry_is_that_of_the_country_where_things_happen(read, text, voice):
    assert voices(read(text))[-1] == f"{voice} Interior Ministry"


@pytest.mark.parametrize(
    ("source", "voice"),
    [
        ("The Interior Ministry", "Interior Ministry"),
        ("Interior Minister Oren Vale", "Interior Ministry"),
        ("President Oren Vale", "Oren Vale"),
        ("State television", "state television"),
        ("Army spokesman Oren Vale", "army"),
        ("Police", "unnamed: police"),
    ],
)
def test_without_a_clear_country_an_office_keeps_its_own_words(read, source, voice):
    assert voices(read(f"A bomb went off in Orluvetta on Sunday. {source} said nine people had died.")) == [voice]


def test_towns_alone_lend_no_country(read):
    page = read("A bomb went off in Kharkiv on Sunday. The Interior Ministry said nine people had died.")
    assert voices(page) == ["Interior Ministry"]


def test_a_nationality_in_the_words_wins(read):
    page = read("A bomb killed nine people in Baghdad, Iraq. Colonel Oren Vale, the top US commander in Iraq, said so.")
    assert "Iraqi government" not in voices(page)


def test_police_of_a_town_are_not_those_of_the_state(read):
    page = read("A bomb killed nine people in Kampala, Uganda. Police in Kampala said two men had been arrested.")
    assert voices(page) == ["unnamed: police in Kampala"]
