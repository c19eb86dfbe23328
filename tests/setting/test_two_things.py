"""Counts that a page tells apart outright are of two occurrences, whatever else stands beside them."""

import pytest

TWO = {
    "one verb for two towns": "Russian attacks killed nine people in Kherson and two in Odesa on Sunday.",
    "a clause with both towns": "Gunmen attacked Kupiansk and Izium, killing seven in Kupiansk and four in Izium.",
    "another on a later day": "A strike in Kherson on April 26 killed 22 people. Another on April 28 killed 13.",
}


@pytest.mark.parametrize("text", TWO.values(), ids=TWO)
def test_counts_told_apart_are_of_two_occurrences(read, text):
    found = [c for c in read(text, published="2024-05-06").claims if c.aspect == "killed"]
    assert len(found) == 2
    assert found[0].occurrence != found[1].occurrence


def test_a_share_is_of_what_it_is_a_part_of(read):
    text = "Shells killed nine people in Kherson province, including two in Antonivka, on Sunday."
    assert len({c.occurrence for c in read(text).claims if c.aspect == "killed"}) == 1


def test_a_year_after_a_is_when_it_happened(read):
    (claim,) = [c for c in read("It followed a 2014 assault on a school, in which 150 people died.").claims if c.low]
    assert claim.date is not None
    assert claim.date.earliest == "2014-01-01"


def test_what_was_days_before_has_not_the_day_of_what_came_after(read):
    text = "A bomb killed 20 people in Kherson on Monday, 6 May 2024, days after five officers were killed in Odesa."
    later, earlier = [c for c in read(text).claims if c.aspect == "killed"]
    assert later.date is not None
    assert earlier.date is None
