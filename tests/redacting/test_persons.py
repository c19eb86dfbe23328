"""Who is private on a page, and who is named in office."""

import re
from collections.abc import Callable

import pytest

from counterclaim.mending.reading import Lost
from counterclaim.model import Document
from counterclaim.pipeline import find_names
from counterclaim.resources import Resources
from counterclaim.stages import parse as stages_parse

Told = Callable[[str], dict[str, str]]


@pytest.fixture
def told(resources: Resources) -> Told:
    """Every person named in a text, with what the text tells of her."""

    def find(text: str) -> dict[str, str]:
        return {n.span.exact: n.kind for n in find_names(Document("d", text), resources) if n.kind != "other"}

    return find


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Samira al-Khatib, 34, said the shell hit her kitchen.", "Samira al-Khatib"),
        ("The dead boy was named as Yousef Darwish.", "Yousef Darwish"),
        ("Her husband Oleksandr was pulled from the rubble in Tarnholt.", "Oleksandr"),
        ("Dr Nabil Haddad, a surgeon at the hospital, treated the wounded.", "Nabil Haddad"),
        ("Hamid Karimi, the brother of the governor, was buried on Monday.", "Hamid Karimi"),
        ("* Rashed Mansour (28 years old)\n* Umm Khaled (57 years old)", "Rashed Mansour"),
    ],
)
def test_who_is_told_to_be_private(told: Told, text: str, name: str) -> None:
    assert told(text)[name] == "private"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Major General Anton Breve, spokesman for the army, denied the strike.", "Anton Breve"),
        ("Anton Breve, a spokesman for the ministry, denied the strike.", "Anton Breve"),
        ("Foreign Minister Maria Kestrel condemned the attack.", "Maria Kestrel"),
        ("Vladimir Putin said the operation would go on.", "Vladimir Putin"),
    ],
)
def test_who_is_told_to_be_in_office(told: Told, text: str, name: str) -> None:
    assert told(text)[name] == "public"


def test_a_name_of_which_nothing_is_told_is_found_and_left_open(told: Told) -> None:
    assert told("Reporting by Peter Lindqvist; editing by Anna Moreau.") == {
        "Peter Lindqvist": "unknown",
        "Anna Moreau": "unknown",
    }


def without_commas(resources: Resources, marked: str) -> dict[str, str]:
    """The persons named in a page that has lost its commas, when the parser is told of one at each "^"."""
    text = marked.replace("^", "")
    lost = tuple(Lost(m.start() - n, ",") for n, m in enumerate(re.finditer(r"\^", marked)))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(stages_parse, "find_lost", lambda *_: lost)
        named = find_names(Document("d", text), resources)
    return {n.span.exact: n.kind for n in named if n.kind != "other"}


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("The head of the media centre Abu Yazan^ al-Tarnholi said that rebels had left.", "Abu Yazan al-Tarnholi"),
        ("The mother of five Samira^ al-Khatib fled the shelling.", "Samira al-Khatib"),
        ("Neighbours carried Yousef Omar^ Darwish out of the house.", "Yousef Omar Darwish"),
        ("Dr^ Nabil Haddad treated the wounded.", "Nabil Haddad"),
    ],
)
def test_a_comma_put_in_for_the_parser_cuts_no_name(resources: Resources, marked: str, name: str) -> None:
    assert name in without_commas(resources, marked)


def test_the_furniture_of_a_page_is_looked_through_too(told: Told) -> None:
    text = (
        "Shells fell on Tarnholt on Monday, residents said.\n\nComments\n\nPeter Lindqvist says: my aunt lives there."
    )
    assert "Peter Lindqvist" in told(text)


def test_places_and_parties_are_no_persons(told: Told) -> None:
    assert told("Shells fell near Aleppo and in Khan Sheikhoun village, the Civil Defence said.") == {}


@pytest.mark.parametrize("text", ["", " ", "\ud800", "🙂" * 50, "A" * 20_000, "Mr", "Dr. ", "named", "- - -", "(,34)"])
def test_odd_texts_do_no_harm(resources: Resources, text: str) -> None:
    find_names(Document("d", text), resources)
