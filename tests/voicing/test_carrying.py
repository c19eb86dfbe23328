"""Whether what is told still stands on a source's word: how its signs are weighed."""

from itertools import permutations

import pytest

from counterclaim.voicing.carrying import weighed


def test_no_order_of_signs_tips_what_is_even():
    weights = {"bias": 0.1, "next": 0.2, "dated": 0.3, "turns": -0.6}
    assert len({weighed(weights, signs) for signs in permutations(["next", "dated", "turns"])}) == 1


def test_a_paragraph_further_down_is_no_longer_his_report(read):
    page = read(
        "Nine people were killed in Orlu, a local official said.\n\nThe road to Torvo was cut.\n\nIn Varn, shells "
        "fell on the market. Five died."
    )
    assert [c.voice for c in page.claims if c.aspect == "killed"] == ["unnamed: local official", None]


def test_a_statement_is_printed_over_several_paragraphs(read):
    page = read(
        "A statement released by the Orlan army said that nine people were killed in Orlu.\n\nThe army took Torvo.\n\n"
        "Five soldiers were wounded in Varn, it said."
    )
    assert {c.voice for c in page.claims if c.aspect in ("killed", "injured")} == {"Orlan army"}


@pytest.mark.parametrize("opined", ["condemned the strike", "urged restraint", "vowed to rebuild the town"])
def test_no_report_goes_on_from_what_somebody_thinks_of_it(read, opined):
    page = read(f"The strike killed nine people in Orlu on Monday. The Orlan army {opined}. Another five were wounded.")
    assert {c.voice for c in page.claims if c.aspect == "injured"} == {None}


def test_how_well_somebody_is_known_is_no_part_of_what_he_is_called(read):
    page = read("Gunmen attacked Orlu on Sunday. A little-known group said that 20 people died.")
    assert {c.voice for c in page.claims if c.aspect == "killed"} == {"unnamed: group"}
