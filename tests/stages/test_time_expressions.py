from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.resources import Resources
from counterclaim.stages.passages import split_passages
from counterclaim.stages.times import find_expressions
from stages.test_times import plain

LEXICON = load_lexicon()
DAY = date(2019, 4, 10)  # a Wednesday


def values(text: str, published: date | None = DAY) -> list[tuple[str, str | None]]:
    return [(e.kind, e.value) for e in find_expressions(plain(text), published, LEXICON)]


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("met on 15 April 2017 there", "DATE", "2017-04-15"),
        ("met on Tuesday there", "DATE", "2019-04-09"),
        ("met on Tuesday morning there", "TIME", "2019-04-09TMO"),
        ("met this morning there", "TIME", "2019-04-10TMO"),
        ("met last night there", "TIME", "2019-04-09TNI"),
        ("met at 10:30 p.m. Tuesday there", "TIME", "2019-04-09T22:30"),
        ("met at noon on Tuesday there", "TIME", "2019-04-09T12:00"),
        ("met at 5 a.m. there", "TIME", "2019-04-10T05:00"),
        ("met in August there", "DATE", "2018-08"),
        ("met in late August 2013 there", "DATE", "2013-08"),
        ("met in 1991 there", "DATE", "1991"),
        ("met in the 1980s there", "DATE", "198"),
        ("met in the nineties there", "DATE", "199"),
        ("met in the 20th century there", "DATE", "19"),
        ("met in nineteen ninety-six there", "DATE", "1996"),
        ("met last week there", "DATE", "2019-W14"),
        ("met over the weekend there", "DATE", "2019-W15-WE"),
        ("met earlier this month there", "DATE", "2019-04"),
        ("meet next year there", "DATE", "2020"),
        ("met last summer there", "DATE", "2018-SU"),
        ("met two months ago there", "DATE", "2019-02"),
        ("met two weeks ago there", "DATE", "2019-W13"),
        ("sold in the third quarter there", "DATE", "2018-Q3"),
        ("sold in the first quarter there", "DATE", "2019-Q1"),
        ("sold in last year's second quarter there", "DATE", "2018-Q2"),
        ("sold in the first half of 2018 there", "DATE", "2018-H1"),
        ("a two-year plan", "DURATION", "P2Y"),
        ("a plan for twenty-four days there", "DURATION", "P24D"),
        ("a plan for 2 1/2 years there", "DURATION", "P2Y6M"),
        ("a plan for half an hour there", "DURATION", "PT30M"),
        ("held for several weeks there", "DURATION", "PXW"),
        ("held for a couple of days there", "DURATION", "P2D"),
        ("held for months there", "DURATION", "PXM"),
        ("held over the past three months there", "DURATION", "P3M"),
        ("held every month there", "SET", "P1M"),
        ("held every two days there", "SET", "P2D"),
        ("is now there", "DATE", "PRESENT_REF"),
        ("was recently there", "DATE", "PAST_REF"),
        ("is soon there", "DATE", "FUTURE_REF"),
    ],
)
def test_values_are_those_of_timex3(words: str, kind: str, value: str) -> None:
    assert values(f"The guests {words}.") == [(kind, value)]


@pytest.mark.parametrize("words", ["came as soon as they could", "were 1,990 in number", "took 2018 people along"])
def test_what_names_no_time_is_left(words: str) -> None:
    assert values(f"The guests {words}.") == []


def test_a_year_ago_is_the_same_quarter_where_quarters_are_told_of() -> None:
    text = "Sales rose in the fourth quarter of 2018 from a year ago.\n"
    assert values(text) == [("DATE", "2018-Q4"), ("DATE", "2017-Q4")]


def test_a_preposition_is_no_part_of_an_expression() -> None:
    (found,) = find_expressions(plain("Held over the past three months there."), DAY, LEXICON)
    assert found.span.exact == "the past three months"


def test_without_a_day_only_what_the_words_give_has_a_value() -> None:
    assert values("Met on Tuesday, and in 1991, for two weeks.", None) == [
        ("DATE", None),
        ("DATE", "1991"),
        ("DURATION", "P2W"),
    ]


def test_what_is_to_come_lies_ahead(resources: Resources) -> None:
    document = Document("d", "The council of Arven will meet on Friday. It met on Monday.\n")
    parse = resources.parser(document.text, split_passages(document, resources.lexicon))
    found = find_expressions(parse, DAY, resources.lexicon)
    assert [e.value for e in found] == ["2019-04-12", "2019-04-08"]


@given(st.text(), st.none() | st.dates(date(1900, 1, 1), date(2199, 12, 31)))
def test_any_text_is_read(text: str, day: date | None) -> None:
    for e in find_expressions(plain(text), day, LEXICON):
        assert text[e.span.start : e.span.end] == e.span.exact
