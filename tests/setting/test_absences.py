"""Places beside what happened, in the sentence that counts: who tells there, whence victims came, where they died."""

import pytest

FIRST = "An attack on Kupiansk on Monday killed at least 26 people, officials said. "
BESIDE = {
    "an office": "The aid group, which has an office in Kherson, said 12 others were injured.",
    "a seat": "The aid group, based in Kherson, said 12 others were injured.",
    "an activist's home": "Twelve people were killed, said Ali Musa, an activist based in Kherson.",
    "where she lives now": "Amina, who now lives in Kherson, said 12 people were killed.",
    "where he got to": "Ali, who reached Kherson on Tuesday, said 12 people were killed.",
    "who holds it": "The rebels, who control Kherson, said they had killed 12 soldiers.",
    "who fights there": "The army, which has been fighting rebels in Kherson, said it had killed 12 militants.",
    "told from": "Witnesses told Human Rights Watch from Kherson that fighters shot 12 men at a mosque.",
    "a news conference": "The minister told a news conference in Kherson that 12 soldiers were killed.",
    "victims' home": "Twelve people from Kherson were among the dead.",
    "some of the dead": "The dead included 12 traders from Kherson.",
    "of the dead": "Twelve of the dead were from Kherson.",
    "a base": "Twelve soldiers from a base in Kherson were wounded.",
    "where they lie": "Twelve people were in critical condition in Kherson.",
    "died of wounds": "Twelve of the wounded died in Kherson on Tuesday.",
    "funerals": "Funerals were held in Kherson for 12 people killed in the attack.",
    "mourners": "Mourners in Kherson buried 12 people killed in the attack.",
    "a flight": "The gunmen fled towards Kherson after killing 12 people.",
    "a missile": "Twelve people were killed by a missile fired from Kherson.",
    "jets": "Twelve people were killed by jets that took off from Kherson.",
    "the day before": "Twelve people were killed a day after the army retook Kherson.",
    "attackers elsewhere": "Rebels in Kherson shelled the town of Kupiansk, killing 12 people.",
    "a visit": "Twelve people were killed as the president visited Kherson.",
}
THERE = {
    "who saw it": "Ali, who survived a blast in Kherson, said 12 people were killed.",
    "who fled it": "Residents who fled Kherson said 12 people were killed.",
    "the group that did it": "The group, which bombed a market in Kherson, said it had killed 12 soldiers.",
    "abducted from": "Twelve people were abducted from Kherson.",
    "struck from": "Twelve people were killed in Kherson by shells fired from Izium.",
    "fighters who struck nothing with a name": "Rebels in Kherson attacked a checkpoint, killing 12 people.",
    "as they arrived": "Twelve people were killed as they arrived in Kherson.",
}


def places(page):
    return [c.place and c.place.name for c in page.claims if c.low == 12]


@pytest.mark.parametrize("beside", BESIDE.values(), ids=BESIDE)
def test_a_place_of_its_own_clause_is_not_where_it_happened(read, beside):
    assert places(read(FIRST + beside)) == ["Kupiansk"]


@pytest.mark.parametrize("told", THERE.values(), ids=THERE)
def test_a_place_of_which_the_clause_tells_harm_is(read, told):
    assert places(read(FIRST + told)) == ["Kherson"]


def test_where_victims_came_from_is_the_place_where_there_is_no_other(read):
    assert places(read("Twelve people from Kherson were killed by shells on Monday.")) == ["Kherson"]


@pytest.mark.parametrize(
    "told",
    [
        "Residents of Kupiansk said on Monday that gunmen had killed 12 people.",
        "The mayor of Kupiansk said gunmen had killed 12 people.",
        "Villagers of Kupiansk said 12 civilians died when their homes were bombed.",
    ],
)
def test_a_towns_own_people_tell_of_it(read, told):
    assert places(read("KHERSON, Norland (AP) — " + told)) == ["Kupiansk"]


def test_a_towns_own_people_may_tell_of_another(read):
    text = "Residents of Kupiansk said 12 people were killed in an attack on the village of Hroza."
    assert places(read(text)) == ["Hroza"]
