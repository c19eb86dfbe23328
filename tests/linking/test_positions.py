"""Positions and verdicts: one voice is counted once, and nobody is counted who does not stand apart."""

from typing import Any

import pytest

from builders import claim, witnesses
from counterclaim.linking.positions import value_words, weigh_positions
from counterclaim.linking.witnesses import Witnesses
from counterclaim.model import Claim, Incident, Question, Verdict

MONITOR, MINISTRY = "Tarn Watch", "Orsk Interior Ministry"


def questions(*claims: Claim, sides: dict[str, str] | None = None) -> list[Question]:
    incident = Incident("i", "Bombing", None, None, None, claims)
    return list(weigh_positions(incident, witnesses(sides)).questions)


def test_five_pages_one_voice_corroborate_nothing() -> None:
    (found,) = questions(*(claim(f"p{n}", voice=MONITOR, relays=("Norlink",)) for n in range(5)))
    assert found.verdict is Verdict.REPEATED
    assert found.voices == (MONITOR,)
    assert found.reason == (
        "Five pages, one voice: Tarn Watch, through Norlink (5); nothing here corroborates anything."
    )
    assert len(found.positions) == 1


def test_one_voice_with_two_values_has_revised() -> None:
    (found,) = questions(claim("a", voice=MONITOR), claim("b", voice=MONITOR, low=15, high=15))
    assert found.verdict is Verdict.REVISED
    assert [p.value for p in found.positions] == ["12", "15"]


def test_two_voices_whose_ranges_meet_agree() -> None:
    (found,) = questions(
        claim("a", voice=MONITOR, low=12, high=None, bound="at least"), claim("b", voice=MINISTRY, low=14, high=14)
    )
    assert found.verdict is Verdict.AGREE
    assert found.verdict.sign == "="


def test_two_voices_whose_ranges_exclude_each_other_give_another_number() -> None:
    (found,) = questions(claim("a", voice=MONITOR, low=12, high=12), claim("b", voice=MINISTRY, low=3, high=3))
    assert found.verdict is Verdict.OTHER_NUMBER


@pytest.mark.parametrize(("voice", "verdict"), [(None, Verdict.REPEATED), ("unnamed: medics", Verdict.SINGLE)])
def test_the_page_s_own_word_and_the_unnamed_are_no_independent_voices(voice: str | None, verdict: Verdict) -> None:
    (found,) = questions(claim("a", voice=MONITOR), claim("b", voice=voice))
    assert found.voices == (MONITOR,)
    assert found.verdict is verdict
    assert found.positions[0].voice == MONITOR  # those who stand apart come last


def test_agreement_of_one_side_says_so() -> None:
    sides = {"Orsk army": "Orsk", MINISTRY: "Orsk"}
    (found,) = questions(claim("a", voice="Orsk army"), claim("b", voice=MINISTRY), sides=sides)
    assert found.one_side == "Orsk"
    (found,) = questions(claim("a", voice=MONITOR), claim("b", voice=MINISTRY), sides=sides)
    assert found.one_side is None


def test_a_subset_stands_beside_its_total_never_as_a_rival() -> None:
    total = claim("a", voice=MONITOR)
    subset = claim("a", 40, "four children", voice=MONITOR, low=4, high=4, who="children", part_of=total.id)
    first, second = questions(total, subset)
    assert (first.label, second.label) == ("killed", "killed · children")
    assert first.verdict is second.verdict is Verdict.SINGLE


def blame(document: str, party: str, **fields: Any) -> Claim:
    empty = dict.fromkeys(("low", "high", "bound", "who"))
    return claim(document, exact=party, aspect="responsibility", party=party, **(empty | fields))


def test_a_denial_and_a_counter_accusation() -> None:
    (found,) = questions(
        blame("a", "Orsk", voice=MONITOR),
        blame("b", "Orsk", voice=MINISTRY, polarity="denies"),
        blame("b", "the Free Guard"),
    )
    assert found.label == "who did it"
    assert found.verdict is Verdict.DENIED
    assert {p.value for p in found.positions} == {"Orsk", "not Orsk", "the Free Guard"}


def test_two_voices_that_blame_different_parties_are_rivals() -> None:
    (found,) = questions(blame("a", "Orsk", voice=MONITOR), blame("b", "Free Guard", voice=MINISTRY))
    assert found.verdict is Verdict.RIVAL


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"low": 112, "high": None, "bound": "at least"}, "≥112"),
        ({"low": None, "high": 30, "bound": "at most"}, "≤30"),
        ({"low": 30, "high": 30, "bound": "about"}, "~30"),
        ({"low": 20, "high": 30, "bound": "between"}, "20–30"),
        ({"low": 13000, "high": 13000}, "13,000"),
        ({"low": 24, "high": None, "bound": "vague", "exact": "dozens\nof  people"}, "“dozens of people”"),
        ({"polarity": "denies"}, "not 12"),
        ({"polarity": "denies", "low": 0, "high": 0}, "none"),
    ],
)
def test_values_in_words(fields: dict[str, Any], words: str) -> None:
    assert value_words(claim("a", **fields)) == words


def test_questions_come_in_the_order_of_the_aspects() -> None:
    found = questions(blame("a", "Orsk"), claim("a", 40, aspect="injured"), claim("a", 80))
    assert [q.label for q in found] == ["killed", "injured", "who did it"]


def test_a_monitor_s_own_page_speaks_with_its_voice() -> None:
    incident = Incident("i", "Bombing", None, None, None, (claim("own"), claim("other", voice=MONITOR)))
    (found,) = weigh_positions(incident, Witnesses({}.get, {"own": MONITOR})).questions
    assert [(p.voice, len(p.claims)) for p in found.positions] == [(MONITOR, 2)]


def test_children_are_never_set_against_a_total() -> None:
    found = questions(claim("a", voice=MONITOR), claim("b", voice=MINISTRY, low=4, high=4, who="children"))
    assert [(q.label, q.verdict) for q in found] == [("killed", Verdict.SINGLE), ("killed · children", Verdict.SINGLE)]
