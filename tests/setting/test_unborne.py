from collections.abc import Callable

import pytest

from counterclaim.model import RESPONSIBILITY, Claim, Page

Read = Callable[..., Page]
RAID = "Boko Haram fighters killed 21 people in the village of Old Marrow on Monday. "


def last(page: Page) -> Claim:
    return [c for c in page.claims if c.aspect != RESPONSIBILITY][-1]


@pytest.mark.parametrize(
    "text",
    [
        "A boat carrying migrants sank off the coast, killing 53.",
        "On Sunday 27 people died when a bus overturned near Lowmere.",
        "Separately, 17 people died in a fire at a camp in Lowmere.",
        "Cholera has killed 46 people in the camp.",
        "A stampede at a stadium in Lowmere killed 11 people.",
        "The war has left more than 54,000 people dead.",
        "Nearly 309 people died in violence in the province last year.",
        "More than 800 people have been killed in the region this year.",
    ],
)
def test_an_accident_or_a_whole_war_is_no_deed_of_a_raid(read: Read, text: str) -> None:
    assert last(read(RAID + text, published="2018-03-07")).party is None


@pytest.mark.parametrize(
    "text",
    [
        "Among the dead were six children.",
        "Boko Haram has killed more than 9,000 people since the insurgency began.",
        "The raid left nine people hurt.",
    ],
)
def test_what_goes_on_with_the_raid_keeps_its_party(read: Read, text: str) -> None:
    assert last(read(RAID + text, published="2018-03-07")).party == "Boko Haram"
