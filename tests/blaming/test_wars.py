"""Plain ways of saying who did it, of parties of several wars and of such as only the user's own file names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from counterclaim.faces.api import read
from counterclaim.model import RESPONSIBILITY, Document, Page
from counterclaim.pipeline import read_page
from counterclaim.resources import Resources

Told = set[tuple[str | None, str, str | None]]
OWN = """
[states]
XQ = { name = "Ostrava Reach", party = "Reach government", adj = ["Reachian"], seats = ["Quell"] }
XV = { name = "Velmark", adj = ["Velmarkan"] }

[[group]]
kind = "armed_group"
country = "XQ"
side = "Salt Banner"
[group.parties]
"Salt Banner" = ["the Banner"]

[[group]]
kind = "monitor"
[group.parties]
"Shore Tally" = ["the Tally"]
"""
KNOWN: dict[str, tuple[str, Told]] = {
    "held responsible": (
        "Shells hit a bakery in Idlib and killed six people. The Syrian Observatory for Human Rights holds Russia "
        "responsible.",
        {("Syrian Observatory for Human Rights", "affirms", "Russia")},
    ),
    "said, and blamed": (
        "A drone hit a clinic in El Fasher. The army said nine people had died and blamed the Rapid Support Forces.",
        {("Sudanese army", "affirms", "Rapid Support Forces")},
    ),
    "said, and blamed the rebels of": (
        "The government in Naypyidaw said 22 people had been killed and blamed the rebels of the Arakan Army.",
        {("Myanmar government", "affirms", "Arakan Army")},
    ),
    "denied it and accused": (
        "A strike hit a ward in Khartoum. The RSF denied it and accused the army of the bombing.",
        {
            ("Rapid Support Forces", "denies", "Rapid Support Forces"),
            ("Rapid Support Forces", "affirms", "Sudanese army"),
        },
    ),
    "accuses of it": (
        "A missile killed 20 people in Dnipro. Russia denies the attack and accuses Ukraine of it.",
        {("Russia", "denies", "Russia"), ("Russia", "affirms", "Ukraine")},
    ),
    "the rebels of the war": (
        "The Houthis said a wedding in Hajjah was bombed. Riyadh denied it and accused the rebels of the bombing.",
        {("Saudi Arabia", "denies", "Saudi Arabia"), ("Saudi Arabia", "affirms", "Houthis")},
    ),
    "we did not": (
        'An explosion killed 15 people in Kabul. "We did not do this," said Zabihullah Mujahid, a spokesman for the '
        "Taliban.",
        {("Taliban", "denies", "Taliban")},
    ),
    "jets did this": (
        'A school was bombed in Sagaing and 11 children were killed. "Junta jets did this," a teacher said.',
        {("unnamed: teacher", "affirms", "Myanmar military")},
    ),
    "none of theirs": (
        "Shells killed eight people in Hodeidah. The Houthis declared that none of their fighters fired these shells.",
        {("Houthis", "denies", "Houthis")},
    ),
    "aircraft of a state": (
        "Aircraft of the Republic of Turkey destroyed a bakery in Afrin on Thursday, witnesses said.",
        {("unnamed: witnesses", "affirms", "Turkey")},
    ),
    "army of a state": (
        "The army of Ethiopia shelled a village in Tigray and killed 30 people, residents said.",
        {("unnamed: residents", "affirms", "Ethiopian government")},
    ),
    "done by": (
        "A bombing killed 40 people in Tripoli. It was done by the Libyan National Army, a nurse said.",
        {("unnamed: nurse", "affirms", "Libyan National Army")},
    ),
    "the state's own": (
        "Ten miners were killed in Ituri. The state's security services did this, a lawyer said.",
        {("unnamed: lawyer", "affirms", "Congolese government")},
    ),
    "killers of": (
        'Nine people died in Gaza. Hamas condemned "a cowardly crime by the killers of the Israeli army".',
        {("Hamas", "affirms", "Israel")},
    ),
}
UNLISTED: dict[str, tuple[str, Told]] = {
    "its jets": (
        "Velmark, which has two bases in the hills, says its jets killed some 30 fighters at Quell.",
        {("Velmark", "affirms", "Velmark")},
    ),
    "held responsible": (
        "Bombs hit a mill in Quell, the Shore Tally said. It holds Velmark responsible.",
        {("Shore Tally", "affirms", "Velmark")},
    ),
    "accused of": (
        "The Salt Banner said that none of its men had been near the mill and accused Velmark of bombing it.",
        {("Salt Banner", "affirms", "Velmark")},
    ),
    "carried it out": (
        "Nine people were killed in a bombing in Quell. Velmark had carried it out, the Salt Banner said.",
        {("Salt Banner", "affirms", "Velmark")},
    ),
    "aircraft of": (
        "Aircraft of the friendly Republic of Velmark on Thursday destroyed an arms depot, the Shore Tally said.",
        {("Shore Tally", "affirms", "Velmark")},
    ),
    "the rebels": (
        "A bomb killed nine people. Velmark blamed the rebels of the Salt Banner. The rebels denied it.",
        {("Velmark", "affirms", "Salt Banner"), ("Salt Banner", "denies", "Salt Banner")},
    ),
}
NOBODY = {
    "no deed": "The ministry closed the road to Khartoum. The army did this to help the farmers, it said.",
    "nothing of war": "The talks in Sanaa failed. The envoy holds the Houthis responsible.",
    "blamed for rain": "The Sudanese army said the bridge was closed and blamed the rain.",
    "carried a thing": "The Taliban brought the clock to Kabul. The Taliban carried it home.",
}


def blame(page: Page) -> Told:
    return {(c.voice, c.polarity, c.party) for c in page.claims if c.aspect == RESPONSIBILITY}


@pytest.fixture(scope="module")
def reader(resources: Resources) -> Callable[[str], Told]:
    return lambda text: blame(read_page(Document(id="page", text=text, published="2024-05-02"), resources))


@pytest.mark.parametrize("name", KNOWN)
def test_parties_of_known_wars(name: str, reader: Callable[[str], Told]) -> None:
    text, wanted = KNOWN[name]
    assert reader(text) == wanted


@pytest.mark.parametrize("name", UNLISTED)
def test_parties_of_the_users_file(name: str, tmp_path: Path) -> None:
    own = tmp_path / "parties.toml"
    own.write_text(OWN, encoding="utf-8")
    text, wanted = UNLISTED[name]
    (page,) = read(Document(id="page", text=text, published="2024-05-02"), parties=own).pages
    assert blame(page) == wanted


@pytest.mark.parametrize("name", NOBODY)
def test_nobody_is_blamed(name: str, reader: Callable[[str], Told]) -> None:
    assert reader(NOBODY[name]) == set()
