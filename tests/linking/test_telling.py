"""Which sentences tell of which occurrence."""

from hypothesis import given
from hypothesis import strategies as st

from builders import claim, page
from counterclaim.linking.occurrences import group_occurrences
from counterclaim.linking.telling import sentences_told

TEXT = "Five died in Tarnholt. It was market day. Nobody knows why they came so far. Nine died in Veskad. It is closed."


def test_a_sentence_goes_with_the_nearest_claim() -> None:
    five, nine = claim("a", 0, "Five", occurrence=1), claim("a", TEXT.index("Nine"), "Nine", occurrence=2)
    told = sentences_told(page("a", five, nine, text=TEXT))
    assert [n for n, _ in told] == [1, 1, 2, 2, 2]
    assert [s for _, s in told] == [f"{s}." for s in TEXT.rstrip(".").split(". ")]


def test_a_headline_apart_from_the_text_goes_with_what_is_told_first() -> None:
    told = sentences_told(page("a", claim("a", 0, "Five", occurrence=3), text=TEXT, title="Fire in Tarnholt"))
    assert told[0] == (3, "Fire in Tarnholt")
    assert (3, TEXT) not in sentences_told(page("a", claim("a", 0, "Five", occurrence=3), text=TEXT, title="Five died"))


def test_what_most_claims_are_about_leads_the_page() -> None:
    claims = [claim("a", n * 14, "12 people", occurrence=n > 1) for n in range(5)]
    assert [o.leads for o in group_occurrences(page("a", *claims))] == [False, True]


@given(st.text(min_size=1, max_size=200))
def test_any_text_is_told(text: str) -> None:
    made = page("a", claim("a", 0, text[:1]), text=text)
    told = "".join(s for _, s in sentences_told(made))
    assert "".join(told.split()) == "".join(text.split())
