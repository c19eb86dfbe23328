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


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        pytest.param(
            "Nine killed in overnight raid on Tarn\n\nGunmen stormed the town late on Sunday, police said.",
            "overnight",
            "2019-04-07",
            id="a headline's night is that of its lead",
        ),
        pytest.param(
            "Nine killed in overnight raid on Tarn\n\nGunmen stormed the town late on Tuesday, police said.",
            "overnight",
            "2019-04-09/2019-04-10",
            id="else it is the page's last night",
        ),
        pytest.param(
            "Nine people were killed in an overnight raid on Tarn.\n\nTwo had died there on Sunday.",
            "overnight",
            "2019-04-09/2019-04-10",
            id="so is that of a sentence",
        ),
        pytest.param(
            "Troops killed 49 in the last two weeks. The operations ran between March 25 and April 8 in Tarn.",
            "in the last two weeks",
            "2019-03-25/2019-04-08",
            id="a stretch is the one that the page gives by its dates",
        ),
        pytest.param(
            "Troops killed 49 in the last two weeks. The operations ran between April 1 and April 8 in Tarn.",
            "in the last two weeks",
            "2019-03-27/2019-04-10",
            id="a stretch of another length is not",
        ),
        pytest.param(
            "Some 120 died in four days of clashes in Tarn. The fighting began on Sunday.",
            "in four days of",
            "2019-04-07/2019-04-10",
            id="days of fighting run from when it began",
        ),
        pytest.param(
            "This report is on the time from 1 to 7 April. During the reporting period, 45 people died in Tarn.",
            "During the reporting period",
            "2019-04-01/2019-04-07",
            id="the reporting period is the one that the report gives",
        ),
    ],
)
def test_a_time_is_explained_by_others(text, words, when):
    assert days(text)[words] == when


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
