from collections.abc import Callable
from datetime import date

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Page
from counterclaim.setting.datewords import DateWords
from counterclaim.setting.datings import Datings
from counterclaim.stages.times import find_times

Read = Callable[..., Page]
DAY = "2019-04-10"  # a Wednesday


def dates(read: Read, text: str) -> list[str | None]:
    found = [c.date for c in read(text, published=DAY).claims if c.aspect != "responsibility"]
    return [None if d is None else "/".join(sorted({d.earliest, d.latest})) for d in found]


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed five people in Tarn on Saturday. Another man succumbed to his wounds on Monday.",
        "Bombs fell on Tarn on Saturday, killing five people. Rescuers recovered two more bodies on Monday.",
        "Shells killed five people in Tarn on Saturday. She tells of the discovery of two more bodies this Tuesday.",
    ],
)
def test_what_came_of_it_later_is_no_day_of_its_own(read, text):
    found = dates(read, text)
    assert len(found) == 2
    assert set(found) == {"2019-04-06"}


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was the deadliest raid on Tarn since January, when 40 people were killed there.", "2019-01-01/2019-01-31"),
        ("As of Monday morning the mayor of Tarn speaks of 17 people dead.", None),
        ("By Tuesday evening rescuers in Tarn had pulled 17 bodies from the ruins.", None),
        ("Nineteen wounded people were being treated in Tarn on Tuesday.", None),
    ],
)
def test_a_day_of_comparison_or_of_the_count_is_not_that_of_what_happened(read, text, found):
    assert dates(read, text) == [found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Rockets killed six men in Tarn on Monday, a day after a blast in a cafe took the lives of nine people.",
            ["2019-04-08", "2019-04-07"],
        ),
        ("Rebels shelled a rally for the June 3 vote in Tarn, killing 21 people.", [None]),
        ("The two sides traded blame on Tuesday for shells that hit a wedding in Tarn and killed nine people.", [None]),
        ("In its report for March the brigade speaks of 61 soldiers killed.", ["2019-03-01/2019-03-31"]),
        ("Tarn, 10 April 2019 – This morning, at 7:50, a convoy hit a mine. One soldier was killed.", ["2019-04-10"]),
        (
            "People at the crater of a rocket that killed three men on the outskirts of Tarn, Monday, April 8, 2019.",
            ["2019-04-08"],
        ),
        ("Tarn was the site of a February clash in which nine rebels died.", ["2019-02-01/2019-02-28"]),
    ],
)
def test_a_day_goes_to_what_it_dates(read, text, found):
    assert dates(read, text) == found


def test_since_when_there_had_been_nothing_like_it_is_no_day_of_the_sentence(parse):
    lexicon = load_lexicon()
    day = date.fromisoformat(DAY)
    parsed = parse("The bloodiest day since a truce took hold seven weeks ago left 51 people dead in Tarn.")
    datings = Datings(parsed, find_times(parsed, day, lexicon), frozenset(), DateWords.of(lexicon))
    assert [d.mention.span.exact for d in datings.by_sentence[0]] == ["seven weeks ago"]
    assert not datings.of(0)


def test_what_is_launched_at_night_does_not_run_on(read):
    text = "Soldiers launched a raid on the night of 7 April in the village of Old Marrow and killed two fighters."
    assert dates(read, text) == ["2019-04-07"]


def test_a_dateline_dates_nothing_that_is_told(read):
    text = "TARN, April 9 (Marrow Wire) – Three people were killed in a raid on the village of Old Marrow on Monday."
    assert dates(read, text) == ["2019-04-08"]


@pytest.mark.parametrize("dateline", ["Tarn, April 9 (MW) ", "Tarn, Apr. 9, 2019 (MW) ", "Tarn, April 9\n\n"])
def test_nor_does_one_without_a_dash(read, dateline):
    assert dates(read, f"{dateline}Three people were killed in the village of Old Marrow, police said.") == [None]


def test_what_was_recorded_in_so_many_months_happened_in_them(read):
    text = (
        "During the first three months of the year the mission documented 53 deaths in Tarn, an increase of half "
        "over the same period in 2017."
    )
    assert dates(read, text) == ["2019-01-01/2019-03-31"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("It was the third raid on Tarn this month. Four people were killed on Monday.", ["2019-04-08"]),
        ("Armed men came to Tarn for the second time this week and wounded six people.", [None]),
        ("Eight farmers were killed in weekend raids on two villages near Tarn.", ["2019-04-06/2019-04-07"]),
    ],
)
def test_how_often_it_came_in_a_stretch_is_no_date(read, text, found):
    assert dates(read, text) == found


def test_what_is_recalled_as_told_before_has_its_own_day(read):
    text = "As the Marrow Wire reported, on April 8, two people were killed in a raid on the village of Old Marrow."
    assert dates(read, text) == ["2019-04-08"]
