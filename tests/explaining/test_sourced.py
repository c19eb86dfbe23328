"""Which words name voice and relays."""

from collections.abc import Callable

from counterclaim.model import Page
from explaining.telling import claim_at, reason_of, words_of

Explain = Callable[..., Page]


def test_source_cue_and_the_agency_that_was_told(explain: Explain) -> None:
    claim = explain("Nine people were killed in Tarnholt, a medic told Reuters on Friday.").claims[0]
    assert claim.relays == ("Reuters",)
    assert words_of(claim, "voice") == ["a medic"]
    assert words_of(claim, "cue") == ["told"]
    assert words_of(claim, "relays") == ["Reuters"]
    assert reason_of(claim, "relays") == "passed it on"


def test_a_dateline_credits_the_whole_page(explain: Explain) -> None:
    text = "TARNHOLT (Reuters) - Shelling killed 6 people in Tarnholt on Friday, the Tarn Watch monitoring group said."
    claim = explain(text, outlet="Weir Post").claims[0]
    assert words_of(claim, "relays") == ["Reuters"]
    assert reason_of(claim, "relays") == "the whole page is credited to it"


def test_the_outlets_own_word(explain: Explain) -> None:
    claim = explain("Nine people were killed in Tarnholt on Friday.").claims[0]
    assert words_of(claim, "voice") == [None]
    assert reason_of(claim, "voice") == "no source is named: it is the outlet's own word"
    assert not words_of(claim, "cue")


def test_a_pronoun_is_shown_with_the_name_that_it_takes_up(explain: Explain) -> None:
    text = "Amnesty International condemned the raid on Tarnholt. It said nine people were killed there."
    claim = claim_at(explain(text), "nine")
    assert claim.voice == "Amnesty International"
    assert words_of(claim, "voice") == ["It", "Amnesty International"]


def test_a_report_that_goes_on(explain: Explain) -> None:
    text = (
        "Nine people were killed in Tarnholt, Amnesty International said in a report. Another 12 people were wounded. "
        "The group said three houses burnt down."
    )
    claim = claim_at(explain(text), "12")
    assert claim.voice == "Amnesty International"
    assert reason_of(claim, "voice") == "taken over from the sentence before"
    assert reason_of(claim, "cue").startswith("no cue of its own")


def test_a_description_is_shown_with_the_name_that_comes_later(explain: Explain) -> None:
    text = "Nine people were killed in Tarnholt, a monitoring group said. Twelve were wounded, Airwars said on Friday."
    claim = claim_at(explain(text), "Nine")
    assert claim.voice == "Airwars"
    assert words_of(claim, "voice") == ["a monitoring group", "Airwars"]
