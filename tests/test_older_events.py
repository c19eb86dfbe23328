"""What a page tells for comparison stays apart: older attacks are occurrences of their own, tolls of wars nobody's."""

from collections.abc import Callable

import pytest

from counterclaim.model import Claim, Page
from counterclaim.pipeline import link_pages

Read = Callable[..., Page]

NEWS = "Two rockets hit a market in the town of Tarnholt on Friday, killing nine people, doctors said. "
FRIDAY = "2019-05-03"


def news_and(read: Read, more: str, low: int) -> tuple[Claim, Claim]:
    """The claim of the nine, and the one of so many that the rest of the page tells of."""
    page = read(NEWS + more, published="2019-05-05")
    nine, other = (next(c for c in page.claims if c.low == n) for n in (9, low))
    assert nine.date
    assert nine.date.earliest == nine.date.latest == FRIDAY
    return nine, other


OLDER = {
    "In August 2013 a gas attack on the suburb of Veskad killed more than 1,400 people.": (1400, "2013-08", "Veskad"),
    "The raids recalled the bombing of Old Karsk in February 1945, in which some 25,000 died.": (25000, "1945", None),
    "It was the deadliest attack since October 2016, when 58 people died in the shelling of Vorrin.": (
        58,
        "2016",
        None,
    ),
    "The worst attack of the war, on the port of Lorne in 2014, left 300 people dead.": (300, "2014", "Lorne"),
    "During the siege of Marl in 1993, shells killed 68 people at a market.": (68, "1993", "Marl"),
    "Shelling of the same market killed 41 people in 1994, during the last war.": (41, "1994", "Tarnholt"),
    "An earlier strike on Tarnholt in March killed 30 people.": (30, "2019-03", "Tarnholt"),
    "A similar attack last month in Brenn killed 12.": (12, "2019-04", "Brenn"),
    "Two years ago, a blast in Brenn killed 40 people.": (40, "2017", "Brenn"),
}


@pytest.mark.parametrize("more", OLDER)
def test_an_older_attack_is_an_occurrence_of_its_own_with_its_own_date(read: Read, more: str) -> None:
    low, begins, place = OLDER[more]
    nine, older = news_and(read, more, low)
    assert older.occurrence != nine.occurrence
    assert older.date
    assert older.date.earliest.startswith(begins)
    assert place is None or (older.place and older.place.name == place)


TOLLS = {
    "More than 230,000 people have been killed in Orvania since the conflict began in March 2011.": 230000,
    "The war has killed more than 400,000 people and displaced millions.": 400000,
    "The violence has claimed more than 70,000 lives.": 70000,
    "So far this year 312 civilians have died in Orvania, the Harm Register said.": 312,
    "Since January, 312 civilians have been killed in the province.": 312,
    "In the past decade, more than 5,000 people have been killed by landmines in the country.": 5000,
    "The United Nations said 1,873 people were killed across the country in April alone.": 1873,
}


@pytest.mark.parametrize("more", TOLLS)
def test_a_toll_that_runs_on_is_not_that_of_the_attack(read: Read, more: str) -> None:
    nine, toll = news_and(read, more, TOLLS[more])
    assert toll.occurrence != nine.occurrence
    assert toll.date is None or toll.date.days > 20


APART = {
    "At least 312 civilians have died in air strikes since the start of the year, the Harm Register said.": 312,
    "More than 1,100 people have been killed since the army launched its offensive on the city.": 1100,
    "The truce has collapsed; 84 people have been killed since it took effect.": 84,
    "It comes three years after 21 people died in a raid on the mill at Dovrin.": 21,
    "A previous attack on a bakery in Brenn left 17 people dead.": 17,
}


@pytest.mark.parametrize("more", APART)
def test_what_is_told_from_before_has_not_the_day_of_the_attack(read: Read, more: str) -> None:
    nine, older = news_and(read, more, APART[more])
    assert older.occurrence != nine.occurrence
    assert older.date != nine.date


SEASONS = {
    "In the summer of 2006, 1,200 people were killed in a month of bombing of the same coast.": 1200,
}


@pytest.mark.parametrize("more", SEASONS)
def test_a_season_long_past_keeps_what_it_dates_apart(read: Read, more: str) -> None:
    nine, older = news_and(read, more, SEASONS[more])
    assert older.occurrence != nine.occurrence
    assert older.date != nine.date


def test_no_incident_has_both_an_attack_and_an_older_one_or_the_toll_of_the_war(read: Read) -> None:
    told = {
        "a": NEWS + "More than 230,000 people have been killed in Orvania since March 2011.",
        "b": "Nine people were killed when rockets hit a market in Tarnholt on Friday. In August 2013 a gas attack on "
        "Veskad killed more than 1,400 people. More than 230,000 people have died in Orvania since 2011.",
        "c": "A gas attack on Veskad in August 2013 killed 1,429 people. The war has killed 230,000 people since 2011.",
    }
    pages = [read(text, id=name, outlet=f"The {name}", published="2019-05-05") for name, text in told.items()]
    kinds = [{_kind(c) for c in incident.claims} for incident in link_pages(pages)]
    assert all(len(kind) == 1 for kind in kinds), kinds
    assert {"attack", "older", "toll"} == set().union(*kinds)


def _kind(claim: Claim) -> str:
    return "attack" if claim.low == 9 else "older" if claim.low and claim.low < 2000 else "toll"
