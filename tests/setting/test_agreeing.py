"""Times that others of their page explain."""

from datetime import date

import pytest

from builders import plain
from counterclaim.lexicon import load_lexicon
from counterclaim.stages.times import find_times

LEXICON = load_lexicon()
DAY = date(2019, 4, 10)  # a Wednesday


def days(text: str) -> dict[str, str]:
    found = find_times(plain(text), DAY, LEXICON)
    return {m.span.exact: "/".join(sorted({m.interval.earliest, m.interval.latest})) for m in found if m.interval}


def test_a_headline_s_night_is_that_of_its_lead():
    found = days("Nine killed in overnight raid on Tarn\n\nGunmen stormed the town late on Sunday, police said.")
    assert found["overnight"] == "2019-04-07"


@pytest.mark.parametrize(
    "text",
    [
        "Nine killed in overnight raid on Tarn\n\nGunmen stormed the town late on Tuesday, police said.",
        "Nine people were killed in an overnight raid on Tarn.\n\nTwo had died there on Sunday.",
    ],
)
def test_else_it_is_the_page_s_last_night(text):
    assert days(text)["overnight"] == "2019-04-09/2019-04-10"


def test_a_stretch_is_the_one_that_the_page_gives_by_its_dates():
    found = days("Troops killed 49 in the last two weeks. The operations ran between March 25 and April 8 in Tarn.")
    assert found["in the last two weeks"] == "2019-03-25/2019-04-08"


def test_a_stretch_of_another_length_is_not():
    found = days("Troops killed 49 in the last two weeks. The operations ran between April 1 and April 8 in Tarn.")
    assert found["in the last two weeks"] == "2019-03-27/2019-04-10"


@pytest.mark.parametrize(
    "text",
    [
        "Tarn has held off an assault since 4 April. Some 130 people have died since the assault began.",
        "The war began on 4 April in Tarn. Some 130 people have died since the start of the war.",
    ],
)
def test_what_has_gone_on_since_something_began_runs_from_when_the_page_says_that_was(text):
    assert "2019-04-04/2019-04-10" in {v for k, v in days(text).items() if k.startswith("since the")}


def test_nobody_says_when_it_began():
    assert days("Shells fell on 4 April in Tarn. Some 130 people have died since the war began.") == {
        "4 April": "2019-04-04"
    }


def test_days_of_fighting_run_from_when_it_began():
    found = days("Some 120 died in four days of clashes in Tarn. The fighting began on Sunday.")
    assert found["in four days of"] == "2019-04-07/2019-04-10"


def test_the_reporting_period_is_the_one_that_the_report_gives():
    found = days("This report is on the time from 1 to 7 April. During the reporting period, 45 people died in Tarn.")
    assert found["During the reporting period"] == "2019-04-01/2019-04-07"
