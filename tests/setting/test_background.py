"""What a page only tells of beside its own attack: what is counted later without a place was not there."""

import pytest

FIRST = "Gunmen killed at least 20 people in Kupiansk on Monday, officials said. "
LAST = " Thirty people were wounded."
ASIDES = {
    "has been going on": "The army has been fighting rebels around Kherson for weeks.",
    "since": "Fighting has raged in Kherson since March.",
    "done elsewhere": "The group has carried out attacks in Kherson and Poltava.",
    "a surge": "Kherson has seen a surge in attacks.",
    "heard": "The blasts were heard in Kherson.",
    "arrested": "Two suspects were arrested in Kherson on Tuesday.",
    "an arrest without a count": "The suspect was arrested in Kherson on Tuesday.",
    "what went before": "The attack came a day after the army retook Kherson.",
    "on the eve of": "The attack came ahead of elections in Kherson.",
    "fled from": "Many of the families had fled fighting in Kherson.",
    "where planes took off": "The jets took off from an airbase near Kherson, a military source said.",
    "where missiles came from": "The missiles were fired from Kherson, the army said.",
    "the bomber's home": "The bomber was from Kherson.",
    "protests over it": "Protests broke out in Kherson over the killings.",
    "protests elsewhere": "Similar protests were held in Kherson.",
    "the way to hospital": "Two of them died on the way to Kherson.",
    "being taken": "One person died while being taken to Kherson.",
}


def places(page, low):
    return [c.place and c.place.name for c in page.claims if c.low == low]


@pytest.mark.parametrize("aside", ASIDES.values(), ids=ASIDES)
def test_a_count_without_a_place_goes_on_with_the_pages_own_attack(read, aside):
    assert places(read(FIRST + aside + LAST), 30) == ["Kupiansk"]


def test_an_attack_of_another_month_in_another_paragraph_is_not_gone_on_with(read):
    text = FIRST + "\n\nIn April, an attack in Kherson killed 40 people.\n\nThirty people were wounded."
    page = read(text, published="2021-05-18")
    assert places(page, 40) == ["Kherson"]
    assert places(page, 30) == ["Kupiansk"]


@pytest.mark.parametrize(
    "told",
    [
        "The attack comes two days after jets hit Kherson. That attack left 30 people dead.",
        "The attack comes two days after jets hit a convoy near Kherson. The attack left 30 people dead.",
        "The group has attacked Kherson. Thirty people were killed there.",
        "A second bomb exploded in Kherson. Thirty people were wounded.",
    ],
)
def test_what_is_told_of_it_stays_there(read, told):
    assert places(read(FIRST + told), 30) == ["Kherson"]


def test_fighting_that_goes_on_is_the_place_where_the_page_has_no_other(read):
    page = read("Fighting has raged in Kherson since March. On Monday, 12 people were killed.")
    assert places(page, 12) == ["Kherson"]


def test_people_who_fled_to_a_town_fled_the_pages_own_attack(read):
    assert places(read(FIRST + "Hundreds of people fled to Kherson."), 200) == ["Kupiansk"]


def test_what_was_struck_is_the_place_whatever_is_struck_next(read):
    text = (
        "Forces struck Hroza with guided bombs on Monday, killing 12 people, prosecutors said. Three were hurt. "
        "Kupiansk was also attacked by drones overnight; air defences shot down most of them."
    )
    assert places(read(text), 12) == ["Hroza"]


def test_an_offensive_that_began_weeks_ago_is_told_in_passing(read):
    text = (
        "The army recaptured Kupiansk from rebels on Monday, a military source said. Dozens of rebels were killed. "
        "The army launched an offensive in the region two weeks ago and has taken Kherson. "
        "The rebels said they had killed 17 soldiers."
    )
    assert places(read(text, published="2021-05-04"), 17) == ["Kupiansk"]
