"""A definite noun goes on with what was told before of the thing that it names: "the mosque bombing"."""

import pytest

from counterclaim.pipeline import link_pages

TOLD = (
    "A suicide bomber killed 15 people at a mosque in Solhan on Friday. "
    "On Monday, gunmen killed nine people at a checkpoint in Sebba. "
)
TURNED = (
    "On Monday, gunmen killed nine people at a checkpoint in Sebba. "
    "A suicide bomber killed 15 people at a mosque in Solhan on Friday. "
)
MEANT = {
    "what was hit": (TOLD, "The mosque bombing", "Solhan", 15),
    "what was hit, with a preposition": (TOLD, "The attack on the mosque", "Solhan", 15),
    "what it was": (TOLD, "The blast", "Solhan", 15),
    "what it was, with more words": (TOLD, "The suicide bombing", "Solhan", 15),
    "what was hit last": (TOLD, "The checkpoint attack", "Sebba", 9),
    "what was hit first": (TURNED, "The attack on the checkpoint", "Sebba", 9),
}


@pytest.mark.parametrize(("told", "noun", "place", "whole"), MEANT.values(), ids=MEANT)
def test_a_definite_noun_goes_on_with_what_it_names(read, told, noun, place, whole):
    page = read(f"{told}{noun} also wounded 40.", published="2021-05-04")
    counts = {c.low: c for c in page.claims if c.aspect != "responsibility"}
    assert counts[40].place.name == place
    incidents = {c.id: i.id for i in link_pages([page]) for c in i.claims}
    assert incidents[counts[40].id] == incidents[counts[whole].id]
    assert incidents[counts[15].id] != incidents[counts[9].id]


def test_what_fits_two_stays_open(read):
    text = (
        "A bomb at a market in Solhan killed 15 people. On Monday, a bomb killed nine people at a market in Sebba. "
        "A mine killed three in Dori. The market bombing wounded 40."
    )
    counts = {c.low: c for c in read(text, published="2021-05-04").claims}
    assert counts[40].place is None or counts[40].place.name != "Solhan"
