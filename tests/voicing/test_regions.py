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
