import pytest
from hypothesis import given
from hypothesis import strategies as st

from builders import plain
from counterclaim.lexicon import load_lexicon
from counterclaim.setting.datewords import DateWords
from counterclaim.setting.headings import Headings

WORDS = DateWords.of(load_lexicon()).heading


def over(text: str, day: str | None = "2019-04-10") -> list[str | None]:
    """The day over each line that is no heading itself, with the kind of heading and of line."""
    parse = plain(text)
    headings = Headings(parse, day, WORDS)
    lines = [s.index for s in parse.sentences if parse.tokens[s.first].start not in headings.starts]
    found = [headings.over(n) for n in lines]
    return [None if f is None else f"{f[0].when.latest} {f[0].kind} {f[1]}" for f in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Daily summary, Tuesday 9 April\nTwo died in Tarn.", ["2019-04-09 titled plain"]),
        ("Tarn Observer\n9 April 2019\nTwo died in Tarn.", [None, None]),
        ("Tarn Observer daily bulletin\n9 April 2019\n• Two died in Tarn.", [None, "2019-04-09 alone item"]),
        ("Tarn Eye\n9 April 2019\n07:04 Tarn: two died.\n08:10 Now three.", [None, *["2019-04-09 alone clock"] * 2]),
        ("Monday 8 April: 9 killed\nTarn: 5.\nTuesday 9 April: 4 killed\nTarn: 4.", ["8", "9"]),
        ("Two died in Tarn on 9 April when a shell fell on the market there.\nThree died in Marrow.", [None, None]),
        ("Daily summary 9 April Two died in Tarn.", [None]),
    ],
)
def test_the_day_over_what_a_page_lists(text, found):
    got = over(text)
    if found == ["8", "9"]:
        assert got == ["2019-04-08 label plain", "2019-04-09 label plain"]
    else:
        assert got == found


@given(st.text(max_size=200))
def test_any_text_is_read(text):
    Headings(plain(text), None, WORDS)
