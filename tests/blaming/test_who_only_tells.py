"""Who tells of a deed, suffers it or wards it off did not do it."""

from collections.abc import Callable

import pytest

from counterclaim.lexicon import Lexicon
from counterclaim.syntax import Parse
from invented_war import blamed

RURIA, NOBODY = {"Ruria"}, set[str]()
ALL = {
    "The blast hit Tarn on Monday, Ruria said, killing seven.": NOBODY,
    "The blast killed nine people, Ruria said, injuring 12 others and damaging houses.": NOBODY,
    "Shells fell on Tarn, the Black Banner said, killing seven.": NOBODY,
    "Ruria shelled Tarn, the Black Banner said, killing seven.": RURIA,
    "The strike on Tarn was blamed on Ruria by the Black Banner.": RURIA,
    "The strike on Tarn was blamed by the Black Banner on Ruria.": RURIA,
    "Rurian troops came under attack near Tarn, killing six.": NOBODY,
    "The Black Banner said its fighters had come under Rurian fire near Tarn, killing six.": RURIA,
    "Debris of a drone shot down by Ruria killed two people in Tarn.": NOBODY,
    "Debris from a drone downed by Ruria killed two people in Tarn.": NOBODY,
    "Ruria shot down a drone over Tarn, and its debris killed two.": NOBODY,
    "A helicopter was shot down by Ruria near Tarn, killing four.": RURIA,
    "Missiles fired by Ruria killed four people in Tarn.": RURIA,
}


@pytest.mark.parametrize(("text", "parties"), ALL.items(), ids=ALL)
def test_only_who_did_it_is_blamed(parse: Callable[[str], Parse], lexicon: Lexicon, text: str, parties: set[str]):
    assert blamed(parse(text), lexicon) == parties
