"""Offices that every region has: whose they are where the words leave it out."""

import pytest

SPOKE = {
    "region named before": (
        "Shells hit a market in Kharkiv region. Two people died, the regional prosecutor's office said.",
        "Kharkiv regional prosecutor's office",
    ),
    "head of the administration": (
        'A rocket hit Zaporizhzhia. "Two people died," the head of the regional military administration wrote.',
        "Zaporizhzhia regional military administration",
    ),
    "governor's spokesman": (
        "Two people died in Kunduz province, the governor's spokesman said.",
        "Kunduz governor",
    ),
    "head of the region": (
        "Bombs fell in the Zaporizhzhia region. Two people died, said the head of the region, Osmo Varn.",
        "Zaporizhzhia regional military administration",
    ),
    "letters": (
        "Bombs fell in the Kherson region. According to the OVA, two people died.",
        "Kherson regional military administration",
    ),
    "deputy": (
        "Fighters stormed a post in Kunduz province. Deputy governor Osmo Varn said two people died.",
        "Kunduz deputy governor",
    ),
    "mayor": ("Bombs fell on a depot in Poltava. Two people died, the mayor wrote.", "Poltava mayor"),
    "from elsewhere": (
        "A rocket hit a school in Idlib that houses families from Hama. Two people died, the municipality wrote.",
        "Idlib municipality",
    ),
    "town's": ("Jets hit the market in Binnish. Two people died, according to the town's council.", "Binnish council"),
    "prosecutor of": ("Two people died, the prosecutor of Kaya said.", "Kaya prosecutor"),
    "ministry in the capital": (
        "A blast hit a market. The ministry in Kabul said two people died.",
        "Afghan Defence Ministry",
    ),
    "any village's": (
        "Men raided Binnish. Two people died, the village's resistance committee said.",
        "unnamed: village's resistance committee",
    ),
    "no region": (
        "Two people died, the regional prosecutor's office said.",
        "unnamed: regional prosecutor's office",
    ),
}


@pytest.mark.parametrize(("text", "voice"), SPOKE.values(), ids=SPOKE)
def test_the_office_is_that_of_the_region_named(read, text, voice):
    assert {c.voice for c in read(text).claims if c.aspect == "killed"} == {voice}


@pytest.mark.parametrize("source", ["the governor", "the governor of Kunduz"])
def test_whoever_holds_an_office_is_a_human_being(read, source):
    page = read(f"Shells hit Kunduz province. Two people died, {source} said. Nine were hurt, he said.")
    assert len({c.voice for c in page.claims}) == 1


def test_the_police_of_a_state_of_a_federation_are_called_by_it(read):
    raid = "Gunmen killed six people in Orlu, Katsina State, on Sunday. "
    for words in (
        "state police spokesman Amir Lo",
        "the state police commissioner, Amir Lo",
        "the Police Public Relations Officer in the state, SP Amir Lo",
    ):
        page = read(f"{raid}Nine people died, {words}, said.")
        assert page.statements[-1].party == "Katsina State police", words


def test_where_rulers_sit_is_not_the_region_whose_office_speaks(read):
    page = read(
        "DONETSK, Ukraine (AP) — Shells killed four people on Sunday, the government in Kiev said.\n\n"
        "The regional police chief, Amir Lo, said nine had died."
    )
    assert page.statements[-1].party == "Donetsk regional police"
