from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from counterclaim.lexicon import Lexicon
from counterclaim.model import Quantity
from counterclaim.stages.quantities import find_quantities
from counterclaim.syntax import Parse, Sentence, Token

Read = Callable[[str], list[Quantity]]


@pytest.fixture
def quantities(parse: Callable[[str], Parse], lexicon: Lexicon) -> Read:
    return lambda text: list(find_quantities(parse(text), lexicon))


@pytest.mark.parametrize(
    ("text", "exact", "low", "high", "bound"),
    [
        ("At least 112 people died.", "At least 112", 112, None, "at least"),
        ("No fewer than 30 villagers died.", "No fewer than 30", 30, None, "at least"),
        (
            "More than a quarter of a million people fled.",
            "More than a quarter of a million",
            250_000,
            None,
            "at least",
        ),
        ("Up to 30 people died.", "Up to 30", None, 30, "at most"),
        ("As many as 40 people died.", "As many as 40", None, 40, "at most"),
        ("Nearly 1,200 people died.", "Nearly 1,200", 1200, 1200, "about"),
        ("Some 30 people died.", "Some 30", 30, 30, "about"),
        ("Between 20 and 30 people died.", "Between 20 and 30", 20, 30, "between"),
        ("They killed 20-30 fighters.", "20-30", 20, 30, "between"),
        ("Fifty or more people died.", "Fifty or more", 50, None, "at least"),
        ("A total of 21 people died.", "A total of 21", 21, 21, "exactly"),
        ("Another five rebels died.", "Another five", 5, 5, "exactly"),
        ("Thirty-five people died.", "Thirty-five", 35, 35, "exactly"),
        ("The toll rose from 43 to 70.", "from 43 to 70", 70, 70, "exactly"),
        ("Dozens of people died.", "Dozens", 24, None, "vague"),
        ("Tens, if not hundreds of thousands fled.", "Tens, if not hundreds of thousands", 20_000, None, "vague"),
        ("Several dozen people died.", "Several dozen", 36, None, "vague"),
        ("A number of villagers died.", "A number of", None, None, "vague"),
        ("No civilians died.", "No", 0, 0, "exactly"),
        ("A nurse died.", "A", 1, 1, "exactly"),
        ("Seventy (70) people died.", "Seventy (70)", 70, 70, "exactly"),
    ],
)
def test_a_count_is_read_with_its_bound(
    quantities: Read, text: str, exact: str, low: int | None, high: int | None, bound: str
) -> None:
    assert (exact, low, high, bound) in [(q.span.exact, q.low, q.high, q.bound) for q in quantities(text)]


@pytest.mark.parametrize(
    "text",
    [
        "On 12 May 2021 the market of Tarnholt burned.",
        "In 2014 the bridge was blown up.",
        "The 17th division took Veskad.",
        "Brigade 93 left the base.",
        "They fired 30 rockets and destroyed 12 tanks.",
        "About 60 percent of them were women.",
        "It happened at 10:30 and cost $5 million.",
        "The 22-year-old was seen 5 km away.",
        "Ms Orlen, 50, left the hall.",
        "He died at 43 in a town with a population of 23,000.",
        "The raid hit a house and a school.",
        "We need a plane or two.",
        "The children under 15 left early.",
        "It fell silent between March 23 and 31.",
        "The toll is a preliminary one.",
        "She is the mother of three.",
        "Veskad, the town of 30,000, is home to 2,000 families.",
        "All but two were foreign.",
        "They live at 333 Harl Vista Drive.",
        "The mayor, back from an ankle injury, left after eleven.",
        "It began at about 1 a.m. Monday.",
        "The 17 year old Ila left with those ages 17, 19 and 20.",
        "It was one of the highest tolls.",
    ],
)
def test_other_numbers_count_no_people(quantities: Read, text: str) -> None:
    assert [q.span.exact for q in quantities(text)] == []


def test_a_headlines_bare_noun_is_one_person(quantities: Read) -> None:
    found = quantities("Shelling in Tarnholt injures woman and child")
    assert [(q.span.exact, q.low, q.single) for q in found] == [("woman", 1, True), ("child", 1, True)]


@pytest.mark.parametrize(
    ("text", "exact", "low", "high"),
    [
        ("VESKAD, Oct 30 - At least 100 people died.", "At least 100", 100, None),
        ("They killed “a large number” of fighters.", "a large number” of", None, None),
        ("The toll could top 170.", "could top 170", 170, None),
        ("A 16-year-old died.", "A 16-year-old", 1, 1),
        ("A six-month-old was hurt.", "A six-month-old", 1, 1),
        ("One child named Ila was hurt.", "One", 1, 1),
    ],
)
def test_a_count_is_read_from_awkward_words(
    quantities: Read, text: str, exact: str, low: int | None, high: int | None
) -> None:
    assert [(q.span.exact, q.low, q.high) for q in quantities(text)] == [(exact, low, high)]


def test_the_words_between_an_article_and_its_noun_are_no_second_person(quantities: Read) -> None:
    assert len(quantities("A wounded woman and a 4-year-old girl were carried off.")) == 2


def test_the_noun_counted_is_given(quantities: Read, parse: Callable[[str], Parse]) -> None:
    text = "More than 20 Coastal Front (CF) fighters died."
    (found,) = quantities(text)
    assert found.noun is not None
    assert parse(text).tokens[found.noun].text == "fighters"


WORDS = [
    *(
        "at",
        "least",
        "12",
        "1.5",
        "million",
        "people",
        "a",
        "child",
        "and",
        "-",
        "year",
        "old",
        "from",
        "to",
        "between",
    ),
    *(
        "or",
        "of",
        "the",
        "dozens",
        "no",
        "one",
        "3,000",
        "(",
        ")",
        "killed",
        "more",
        "20-30",
        "some",
        "%",
        "\ud800",
        "🙂",
    ),
]
POS = ["NOUN", "NUM", "VERB", "ADP", "PUNCT", "X", "ADJ", "PROPN", "DET"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_tokens_are_read_without_error(lexicon: Lexicon, data: st.DataObject) -> None:
    words = data.draw(st.lists(st.sampled_from(WORDS), max_size=14))
    tokens, at = [], 0
    for i, word in enumerate(words):
        pos, tag = data.draw(st.sampled_from(POS)), data.draw(st.sampled_from(["NN", "NNS", "CD", "VBN", "XX", "NNP"]))
        head = data.draw(st.integers(0, len(words) - 1))
        tokens.append(Token(i, at, at + len(word), word, word, pos, tag, "dep", min(head, i), "", False, i // 7))
        at += len(word) + 1
    stops = range(0, len(tokens), 7)
    sentences = tuple(Sentence(n, first, min(first + 7, len(tokens)), 0) for n, first in enumerate(stops))
    page = Parse(" ".join(words), tuple(tokens), sentences)
    for q in find_quantities(page, lexicon):
        assert page.text[q.span.start : q.span.end] == q.span.exact
        assert q.low is None or q.high is None or q.low <= q.high


@pytest.mark.parametrize(
    "text",
    [
        "At eleven in the morning it rained.",
        "They had waited since 6 a.m. for rain.",
        "The gates opened around 7 o'clock.",
    ],
)
def test_a_time_of_day_counts_nobody(quantities: Read, text: str) -> None:
    assert quantities(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A three-year-old, ages four, six and 13.",
        "The two and six year old slept.",
        "She called 911.",
        "They live at 2106 W. Harl Road and at 305 E. Elm Street.",
        "Image 3 of 9 Police outside the house",
        "Boy, 8, dies in Tarnholt",
        "Women in three generations of the house died.",
        "The cook, about 40, died.",
        "It rose by 12 percent, or $40 million, in 3 years and 20 kilometres.",
    ],
)
def test_numbers_of_houses_calls_pictures_and_ages_count_nobody(quantities: Read, text: str) -> None:
    assert [q for q in quantities(text) if q.low not in (1, None)] == []


@pytest.mark.parametrize(
    ("text", "low", "high", "bound"),
    [
        ("One and a half million people fled.", 1_500_000, 1_500_000, "exactly"),
        ("Half a million people fled.", 500_000, 500_000, "exactly"),
        ("More than 110K people fled.", 110_000, None, "at least"),
        ("Some 13 000 people fled.", 13_000, 13_000, "about"),
        ("As many as 50 people fled.", None, 50, "at most"),
        ("An elderly couple fled.", 2, 2, "exactly"),
        ("A 29 year-old man fled.", 1, 1, "exactly"),
        ("An unarmed 13-year-old fled.", 1, 1, "exactly"),
        ("It is said that one is dead.", 1, 1, "exactly"),
    ],
)
def test_how_many_fled(quantities: Read, text: str, low: int | None, high: int | None, bound: str) -> None:
    assert [(q.low, q.high, q.bound) for q in quantities(text)] == [(low, high, bound)]


@pytest.mark.parametrize(
    "text",
    [
        "They found two women, believed to be 30 and 60, dead.",
        "He was killed at 20 County Road 14.",
        "She died in the death of Orin Holm, also 18.",
        "The family of the 17 y.o killed in the blast spoke.",
    ],
)
def test_ages_and_addresses_in_crime_reports_are_no_counts(quantities: Read, text: str) -> None:
    assert not {"30", "60", "14", "18", "17"} & {q.span.exact for q in quantities(text)}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("A double homicide", 2),
        ("a triple murder", 3),
        ("a triple murder-suicide", 4),
        ("a double murder and suicide", 3),
    ],
)
def test_deeds_tell_how_many_died(quantities: Read, text: str, value: int) -> None:
    assert [(q.low, q.high) for q in quantities(text)] == [(value, value)]
