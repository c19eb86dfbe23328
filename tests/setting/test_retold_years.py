"""Days without a year in accounts of the past."""

from datetime import date

import pytest

from builders import plain
from counterclaim.lexicon import load_lexicon
from counterclaim.stages.times import find_times

LEXICON = load_lexicon()


def days(text: str) -> dict[str, str]:
    found = find_times(plain(text), date(2022, 8, 16), LEXICON)
    return {m.span.exact: m.interval.earliest for m in found if m.interval}


@pytest.mark.parametrize(
    "text",
    [
        "Between May and August 2021 sixty died in Tarn. On June 20 soldiers killed nine men.",
        "In June 2021 the army came to Tarn. On June 20 soldiers killed nine men.",
        "On June 9, 2021, shells fell on Tarn. On June 20 soldiers killed nine men.",
    ],
)
def test_a_day_lies_in_the_past_time_that_was_told_last(text):
    assert days(text)["June 20"] == "2021-06-20"


@pytest.mark.parametrize(
    "text",
    [
        "Between May and August 2021 sixty died in Tarn. On April 20 soldiers killed nine men.",
        "Sixty died in Tarn in 2021. On April 20 soldiers killed nine men.",
        "On April 9, 2021, shells fell on Tarn.\n\nOn April 20 soldiers killed nine men.",
    ],
)
def test_else_it_is_the_last_such_day(text):
    assert days(text)["April 20"] == "2022-04-20"


def test_a_day_near_the_page_s_own_is_of_its_year():
    text = "Between May and August 2021 sixty died in Tarn. On August 12 soldiers killed nine men."
    assert days(text)["August 12"] == "2022-08-12"
