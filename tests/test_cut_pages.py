"""Pages that end in the middle of a sentence, as feeds and previews print them, are read like others."""

import re

import pytest

from counterclaim.model import Document
from counterclaim.pipeline import read_page
from counterclaim.resources import Resources

PAGES = [
    "Twelve people were killed in Tarn on Monday. Of the dead, five were children and two were women.",
    "Of the 12 people killed, five were soldiers and seven were villagers, three of them girls.",
    "A bomb went off near the mayor's house in Tarn, injuring his son and three in the street, two seriously.",
    "Thirty-two civilians have died in Rur and 122 were found dead in Lowmere, an official said, citing the army.",
    "The army said it had killed 40 rebels in the village of Holm; the rebels put it at no more than 12.",
    "Five died at the scene and seven in hospital. Another 20 were injured, one in a critical condition.",
    "Killed: 12. Wounded: 30, among them 4 aged 6 to 9. Missing: one.",
    "Between 20 and 30 families fled to the northern city of Velk, according to the UN on May 3, 2021.",
    "No group has claimed the attack, in which up to 15 were shot, but officials blamed gunmen from across the",
    '"They took my two brothers and a neighbour," said a man who asked not to be named. At least nine are missing',
]


@pytest.mark.parametrize("text", PAGES, ids=range(len(PAGES)))
def test_a_page_cut_short_after_any_word_is_read(text: str, resources: Resources) -> None:
    for end in re.finditer(r"\w+", text):
        cut = text[: end.end()]
        page = read_page(Document("p", cut, "Tarn Times", "2021-05-04"), resources)
        assert all(cut[c.span.start : c.span.end] == c.span.exact for c in page.claims)


def test_what_was_said_before_the_cut_is_kept(resources: Resources) -> None:
    text = "Twelve people were killed in Tarn. Of the dead, five were children and two"
    page = read_page(Document("p", text, "Tarn Times", "2021-05-04"), resources)
    assert [c.low for c in page.claims][:2] == [12, 5]
