"""Commas that grammar alone puts back into pages that have lost theirs."""

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.mending.plain import load_plain

LONG = (
    " Neighbours had heard several loud noises shortly before dawn and many shops in the centre of the town stayed"
    " closed for the rest of the day because nobody wanted to leave the house."
)
CUT = [
    "An air strike hit Dori killing nine|activists said.",
    "Gunmen attacked Dori killing at least nine and wounding twelve|local officials said on Monday.",
    "The blast killed 12|SANA said.",
    "A raid killed nine|residents told AFP.",
    "Gunmen drove hundreds to Holm|residents said.",
    "In early May|21 civilians were shot.",
    "Last June|30 people died.",
    "On 13 February|two shoppers were killed.",
    "Since September 27|52 civilians have been killed.",
    "In April 2016|30 people died.",
    "The strike left 3 killed|5 wounded.",
    "Air strike kills nine|injures 20.",
    "Twelve people|some of whom were children died.",
    "Twelve people|five of them girls died.",
    "Seven were killed|five of them miners.",
]
WHOLE = [
    "The blast killed nine activists said the ministry.",
    "The blast killed nine people said on Monday to be miners.",
    "Rebels killed five of them.",
    "On May 21 people fled.",
    "In May and June people fled.",
    "They came in May 21 when it rained.",
    "In 2016 30 people died.",
]


@pytest.mark.parametrize("text", CUT)
def test_a_comma_is_put_where_grammar_asks_for_one(text):
    bare = text.replace("|", " ")
    assert [at for at, _ in load_plain(load_lexicon()).commas(bare, 0, len(bare))] == [text.index("|")]


@pytest.mark.parametrize("text", WHOLE)
def test_none_is_put_where_it_may_be_otherwise(text):
    assert list(load_plain(load_lexicon()).commas(text, 0, len(text))) == []


@pytest.mark.parametrize(
    "text",
    [
        "An air strike hit Dori on Monday killing nine activists said.",
        "Shelling of Dori killed nine opposition activists said.",
        "Gunmen attacked Dori killing nine residents said on Monday.",
    ],
)
def test_who_speaks_behind_a_number_was_not_killed(read, text):
    (claim,) = (c for c in read(text + LONG).claims if c.aspect == "killed")
    assert (claim.low, claim.span.exact) == (9, "nine")
    assert str(claim.voice).startswith("unnamed")
