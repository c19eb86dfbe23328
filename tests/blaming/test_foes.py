"""Whom a page means without a name: the enemy of the one who speaks, the one militia, arms that one side has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from counterclaim.model import RESPONSIBILITY, Document
from counterclaim.pipeline import read_page
from counterclaim.resources import Resources

Told = set[tuple[str, str | None]]
Reader = Callable[[str, str | None], Told]

CASES: dict[str, tuple[str | None, str, Told]] = {
    "the enemy of the outlet": (
        "Ukrinform",
        "The enemy shelled a dairy in Kherson, killing two milkmaids.",
        {("affirms", "Russia")},
    ),
    "the enemy of the other side's outlet": (
        "TASS",
        "The enemy shelled a dairy near Donetsk, killing two milkmaids.",
        {("affirms", "Ukraine")},
    ),
    "the enemy of a town": (
        None,
        "The enemy struck a bakery in Shebekino, Belgorod region, and wounded a man.",
        {("affirms", "Ukraine")},
    ),
    "hostile": (
        None,
        "A hostile drone hit a tractor in southern Lebanon and killed a farmer.",
        {("affirms", "Israel")},
    ),
    "the occupiers": (None, "The occupiers bombed a mill near Kharkiv, killing three.", {("affirms", "Russia")}),
    "the aggression": (
        None,
        "Aggression warplanes launched two raids on a farm in Saada, killing four.",
        {("affirms", "Saudi-led coalition")},
    ),
    "whose the aggression is elsewhere on the page": (
        None,
        "The US aggression bombed a port in Hodeidah, Yemen. The aggression launched a raid on Saada, killing two.",
        {("affirms", "United States")},
    ),
    "the militia": (
        None,
        "The militia shelled a well in El Fasher, Sudan, killing nine.",
        {("affirms", "Rapid Support Forces")},
    ),
    "a leader's militia": (None, "Haftar's militias shelled a kiln in Tripoli.", {("affirms", "Libyan National Army")}),
    "arms of one side": (None, "Shahed drones hit a brewery in Odesa, killing three.", {("affirms", "Russia")}),
    "two tied by a hyphen": (
        None,
        "US-British warplanes bombed a pier in Hodeidah, killing one.",
        {("affirms", "United States"), ("affirms", "Britain")},
    ),
    "men of a group and not of its nation": (
        None,
        "Russian members of the Wagner Group shot dead six men in Moura, Mali.",
        {("affirms", "Wagner Group")},
    ),
    "belonging to": (
        None,
        "A drone belonging to the United States fired a missile at a car in Kabul.",
        {("affirms", "United States")},
    ),
    "what it was": (
        None,
        "A blast wrecked a bus near Horlivka. Moscow said it was a Ukrainian drone.",
        {("affirms", "Ukraine")},
    ),
    "who they were": (
        None,
        "Nine farmers were shot dead in Plateau State. Police said the killers were armed herders.",
        {("affirms", "herders")},
    ),
    "taken hostage by": (
        None,
        "Nine people were killed and about 40 taken hostage by Hamas gunmen.",
        {("affirms", "Hamas")},
    ),
    "accused, of what was told": (
        None,
        "An air strike on Omdurman killed ten. The Rapid Support Forces accused the army.",
        {("affirms", "Sudanese army")},
    ),
    "claimed at the end": (
        None,
        "Twelve died in an attack on an inn in Mogadishu, also claimed by al-Shabaab.",
        {("affirms", "al-Shabaab")},
    ),
    "all that is denied": (
        None,
        "A strike on a market in El Fasher killed nine. The RSF denied that its forces were responsible for it.",
        {("denies", "Rapid Support Forces")},
    ),
    "others are cleared": (
        None,
        "Nine farmers were shot dead in Benue State. The chairman denied that herders were behind the attack.",
        {("denies", "herders")},
    ),
    "reports that are not true": (
        None,
        'CENTCOM said: "There are claims that the United States bombed a camp in Iraq. Those are not true."',
        {("denies", "United States")},
    ),
    "no mission": (
        None,
        "Bombs fell on Hajjah. The inquiry found that no mission was carried out by the Saudi-led coalition there.",
        {("denies", "Saudi-led coalition")},
    ),
    "no strike": (
        None,
        "Bombs fell on a mill in Hajjah. The Saudi-led coalition said no strike was conducted there on that day.",
        {("denies", "Saudi-led coalition")},
    ),
    "khawarij": (None, "The Khawarij blew up a well in Baidoa, killing a nomad.", {("affirms", "al-Shabaab")}),
}
NOBODY = {
    "a habit": "A strike hit a school in Mekelle. The Ethiopian government said it only targeted military sites.",
    "every crime": "We record every crime of the army in Sudan, the lawyers said.",
    "of something else": "Shells fell near Idlib. Tehran accused the United States of backing smugglers.",
}


@pytest.fixture(scope="module")
def reader(resources: Resources) -> Reader:
    def read(text: str, outlet: str | None = None) -> Told:
        page = read_page(Document(id="page", text=text, outlet=outlet, published="2024-05-02"), resources)
        return {(c.polarity, c.party) for c in page.claims if c.aspect == RESPONSIBILITY}

    return read


@pytest.mark.parametrize("name", CASES)
def test_who_is_meant(name: str, reader: Reader) -> None:
    outlet, text, wanted = CASES[name]
    assert reader(text, outlet) == wanted


@pytest.mark.parametrize("name", NOBODY)
def test_nobody_is_blamed(name: str, reader: Reader) -> None:
    assert reader(NOBODY[name], None) == set()


def test_two_who_accuse_each_other_speak_each_for_himself(resources: Resources) -> None:
    text = "The Government of National Accord and Haftar's forces accused each other of bombing a kiln in Tripoli."
    page = read_page(Document(id="page", text=text, published="2024-05-02"), resources)
    told = {(c.voice, c.party) for c in page.claims if c.aspect == RESPONSIBILITY}
    one, two = "Government of National Accord", "Libyan National Army"
    assert told == {(one, two), (two, one)}


def test_the_voice_is_not_the_one_on_whom_blame_is_put(resources: Resources) -> None:
    text = "Residents put the blame on the Houthis for the shelling that killed six in Taiz."
    page = read_page(Document(id="page", text=text, published="2024-05-02"), resources)
    assert {(c.voice, c.party) for c in page.claims if c.aspect == RESPONSIBILITY} == {
        ("unnamed: residents", "Houthis")
    }
