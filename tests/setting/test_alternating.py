import pytest

DAY = "2019-04-10"  # a Wednesday


def dates(read, text):
    found = [c.date for c in read(text, published=DAY).claims if c.aspect != "responsibility"]
    return [None if d is None else "/".join(sorted({d.earliest, d.latest})) for d in found]


@pytest.mark.parametrize(
    "text",
    [
        "Shells killed four people in Tarn on Saturday and eleven in Old Marrow on Monday, the governor said.",
        "Four people were killed in Tarn on Saturday, and eleven who queued for bread in Old Marrow on Monday.",
        "Two soldiers were killed on Saturday and another three on Monday near Tarn.",
        "A drone hit a bus stop in Tarn, killing six on Saturday, and nine in Monday's strike on the depot.",
        "Shelling has killed 45 people in Tarn since Saturday, 19 of them on Monday.",
    ],
)
def test_a_count_takes_the_day_behind_it_where_the_one_before_has_its_own(read, text):
    first, second = dates(read, text)
    assert first is not None
    assert first.startswith("2019-04-06")
    assert second == "2019-04-08"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shells killed four people and wounded eleven in Tarn on Monday.", ["2019-04-08", "2019-04-08"]),
        ("On Saturday four people were killed and eleven hurt in Tarn.", ["2019-04-06", "2019-04-06"]),
    ],
)
def test_counts_share_one_day(read, text, found):
    assert dates(read, text) == found
