"""Where commas and apostrophes were lost, by a network that is handed in, and by the shipped one."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.mending.reading import Lost, find_lost
from counterclaim.resources import load_punctuation

FILLER = "the patrol came back to the village and went on towards the river without a word " * 3


class Eager:
    """Takes every word to have had a comma and an apostrophe behind it."""

    def pieces(self, words):
        return [[1] for _ in words]

    def marks(self, pieces, cases):
        return np.full((len(pieces), 3), 5.0, dtype=np.float32)


def test_a_page_with_its_commas_is_left_alone():
    text = "Shells fell on Orla, killing two, " + FILLER
    assert find_lost(text, [(0, len(text))], Eager()) == ()


def test_a_line_of_few_words_is_left_alone():
    assert find_lost("Shells kill two in Orla", [(0, 23)], Eager()) == ()


def test_apostrophes_are_not_sought_where_there_are_some():
    text = "Orla's mayors said so " + FILLER
    assert {lost.mark for lost in find_lost(text, [(0, len(text))], Eager())} == {","}


def test_a_comma_goes_before_the_mark_that_closes_a_quotation():
    text = f'"We saw nothing" he said. {FILLER}'
    lost = find_lost(text, [(0, len(text))], Eager())
    assert Lost(text.index('" he'), ",") in lost
    assert all(text[x.at - 1] not in ".,;:" for x in lost if x.mark == ",")


@given(st.text(max_size=400))
def test_any_text_gives_marks_in_order_within_it(text):
    whole = FILLER.replace(",", "") + text
    lost = find_lost(whole, [(0, len(whole))], Eager())
    assert [x.at for x in lost] == sorted(x.at for x in lost)
    assert all(0 < x.at <= len(whole) for x in lost)


@pytest.mark.parametrize(
    ("bare", "punctuated"),
    [
        (
            "Rockets hit the market on Monday killing three women witnesses said. ",
            "Rockets hit the market on Monday, killing three women, witnesses said. ",
        ),
        (
            "The toll rose to 40 the group said adding that most of the dead were soldiers. ",
            "The toll rose to 40, the group said, adding that most of the dead were soldiers. ",
        ),
    ],
)
def test_the_shipped_network_parts_victims_from_those_who_tell(bare, punctuated):
    text = bare + FILLER
    told = text
    for x in reversed(find_lost(text, [(0, len(text))], load_punctuation())):
        told = told[: x.at] + x.mark + told[x.at :]
    assert told.startswith(punctuated)


def test_a_page_without_commas_is_read_as_one_that_has_them(read):
    text = "Shelling on Orla killed 11 soldiers activists said on Monday. " + FILLER
    claim = next(c for c in read(text).claims if c.aspect == "killed")
    assert (claim.low, claim.voice) == (11, "unnamed: activists")
    assert text[claim.span.start : claim.span.end] == claim.span.exact == "11 soldiers"
