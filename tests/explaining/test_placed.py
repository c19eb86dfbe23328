"""Which words gave place, date, type and party, and from where on the page."""

from collections.abc import Callable

from counterclaim.model import Page
from explaining.telling import claim_at, reason_of, words_of

Explain = Callable[..., Page]
BEFORE = "taken over from the sentence before"


def test_what_stands_in_the_same_sentence(explain: Explain) -> None:
    claim = explain("Shells killed nine people in Aleppo on 3 May 2019.").claims[0]
    assert words_of(claim, "place") == ["Aleppo"]
    assert words_of(claim, "date") == ["3 May 2019"]
    assert words_of(claim, "event_type") == ["Shells"]
    assert reason_of(claim, "place") == reason_of(claim, "event_type") == "in the same sentence"


def test_what_is_taken_over_from_another(explain: Explain) -> None:
    page = explain("Shells hit a school in Aleppo on 3 May 2019. Nine people died.")
    claim = claim_at(page, "Nine")
    assert words_of(claim, "place") == ["Aleppo"]
    assert words_of(claim, "date") == ["3 May 2019"]
    for field in ("place", "date", "event_type"):
        assert reason_of(claim, field).startswith(BEFORE)


def test_what_nothing_says(explain: Explain) -> None:
    claim = explain("Nine people died.").claims[0]
    for field in ("party", "place", "date", "event_type"):
        assert words_of(claim, field) == [None]
        assert reason_of(claim, field) == "nothing on the page says"


def test_who_is_said_to_have_done_it(explain: Explain) -> None:
    page = explain("Nine people were killed in Aleppo when Russian jets bombed a clinic there on Friday.")
    assert words_of(claim_at(page, "Nine"), "party") == ["Russian"]
    assert reason_of(claim_at(page, "Russian"), "party") == "said to have done it"


def test_a_clash_has_no_author(explain: Explain) -> None:
    claim = claim_at(explain("Rebels and soldiers clashed near Aleppo on Friday. Seven fighters died."), "Seven")
    assert reason_of(claim, "party").startswith("a clash")


def test_an_evacuation_is_told_by_its_own_word(explain: Explain) -> None:
    claim = explain("Some 350 people were bussed out of Aleppo on Friday.").claims[0]
    assert claim.event_type == "Evacuation"
    assert words_of(claim, "event_type") == ["bussed"]


def test_what_a_date_is_reckoned_from(explain: Explain) -> None:
    friday, may, year = (
        explain(f"Shells killed nine people in Aleppo {when}.", published="2019-05-06").claims[0]
        for when in ("on Friday", "on 3 May 2019", "in October 2016")
    )
    assert words_of(friday, "date") == ["Friday"]
    assert reason_of(friday, "date") == "in the same sentence; reckoned from 2019-05-06"
    assert reason_of(may, "date") == reason_of(year, "date") == "in the same sentence"
