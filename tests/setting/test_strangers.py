"""Places as the pages of other wars write them: "Village" in capitals, sectors, miles, roads, who is told."""

from collections.abc import Callable

import pytest

from counterclaim.model import Page

Read = Callable[..., Page]
DAY = "2019-05-05"


def where(read: Read, text: str, low: int) -> str | None:
    """The name of the place of the claim that counts so many."""
    claim = next(c for c in read(text, published=DAY).claims if c.low == low)
    return claim.place.name if claim.place else None


PLACES = {
    # a kind of place that the name has in capitals, though the page writes it small elsewhere
    "Rebels ambushed a column near Vael Shorn Village on Friday. The village is poor. They killed 14 soldiers.": (
        14, "Vael Shorn Village"),
    "Kherson Oblast came under fire 41 times. Four people were killed.": (4, "Kherson Oblast"),
    "In Nakvel sector of Tarmoor district, a shell killed four people.": (4, "Nakvel sector"),
    # a town from which the miles to a village are counted
    "The army raided Teel Gorov, a village 35 kilometers east of Bohda town, after a tip. It killed 12 fighters.": (
        12, "Teel Gorov"),
    "On Sunday, a terrorist group raided Nacovolo, about 20 kilometres from the Tarmoor district capital, "
    "killing 12 people.": (12, "Nacovolo"),
    # an address in which a quotation ends, or that says what kind of town it is
    "“Two fighters and five guests died in a strike on a house in Manzuri,” near the coastal city of Tyre, he said.": (
        5, "Manzuri"),
    "Footage of bodies in the Bustan al-Qasr section of Aleppo, where helicopters killed at least 17 people.": (
        17, "Bustan al-Qasr"),
    # the end of a road on which something happened
    "Fifteen of them died in Ngorko Ndava, a village, and 12 others on the road to the town of Bakoro.": (12, "Bakoro"),
    # where crews care for people something happened
    "Settlers burst into a village on Friday. One man was killed. Ambulance crews treated 14 people in Vusayfa.": (
        14, "Vusayfa"),
    # a member of a body that sits somewhere is struck there
    "Gunmen killed four members of the municipal council in Velk al-Zuhur and fled.": (4, "Velk al-Zuhur"),
    # whose home was elsewhere
    "Soldiers shot 12 people in the town of Tarnholt. Seven of them were residents of Brenn. They were buried.": (
        12, "Tarnholt"),
}  # fmt: skip


@pytest.mark.parametrize("text", PLACES)
def test_a_place_is_read_as_strangers_write_it(read: Read, text: str) -> None:
    low, place = PLACES[text]
    assert where(read, text, low) == place


OTHERS = {
    "A shell hit the village of Old Marrow on Friday. Colonel Ostin Vael told reporters in Brenn that 12 people died.":
        (12, "Brenn"),
    "A shell hit the village of Old Marrow on Friday. Vasna put the death toll at 12, citing a doctor.": (12, "Vasna"),
    "A shell hit the village of Old Marrow on Friday. Workers at the Brenn general hospital saw 12 wounded.":
        (12, "Brenn general hospital"),
    "A fighter from the Velk National Defense Force was killed in Old Marrow, and 12 civilians.": (12, "Velk"),
    "A shell hit the village of Old Marrow. The salvo came from the direction of Brenn, a stronghold. A reporter saw "
    "12 bodies at the market.": (12, "Brenn"),
    "Rebels died in a gunfight in Old Marrow on Friday. Bodies of 12 rebels were found. One of them was a resident of "
    "Brenn, police said.": (1, "Brenn"),
    "The ambush was near Old Marrow. Colonel Vael, however, told reporters in Kohima that 12 soldiers had died.":
        (12, "Kohima"),
    "At least 12 Tarnians were killed by rockets in Old Marrow.": (12, "Tarnians"),
}  # fmt: skip


@pytest.mark.parametrize("text", OTHERS)
def test_who_tells_or_is_told_or_cares_is_no_place(read: Read, text: str) -> None:
    low, name = OTHERS[text]
    assert where(read, text, low) != name


def test_the_last_word_of_a_known_name_names_it_again(read: Read) -> None:
    text = "Israel bombed the Gaza Strip on Friday. Rockets that fell short inside the Strip killed 12 people."
    assert where(read, text, 12) == "Gaza Strip"


def test_a_wars_toll_is_its_own_lands(read: Read) -> None:
    text = (
        "A raid killed nine people in western Yemen on Wednesday.\n\nIndia extends visas for travellers.\n\n"
        "The raid hit a bus outside Hodeida. The fighting has killed some 10,000 people."
    )
    assert where(read, text, 10000) != "India"
