from dataclasses import replace
from typing import Any

from counterclaim.counting.tally import page_figures
from counterclaim.model import Claim, Document, Interval, Page, Span


def page(text: str, *told: tuple[str, str, int | None, int | None], **fields: Any) -> Page:
    """A page whose claims are (words, aspect, low, high), each at the next place where its words stand."""
    claims: list[Claim] = []
    at = 0
    for exact, aspect, low, high in told:
        start = text.index(exact, at)
        at = start + len(exact)
        span = Span(start, at, exact)
        claims.append(Claim(str(start), "tarn", aspect, span, low, high, "exactly", "people", **fields))
    return Page(Document("tarn", text), (), (), tuple(claims))


def figures(read: Page) -> dict[str, tuple[int | None, int | None]]:
    return {aspect: (figure.low, figure.high) for aspect, figure in page_figures(read).items()}


def test_a_page_without_claims_has_no_figures() -> None:
    assert page_figures(page("Rain fell on Tarnholt.")) == {}


def test_the_first_figure_is_the_pages_own() -> None:
    read = page("12 died. Ana Holm was one of 3 killed before.", ("12", "killed", 12, 12), ("3", "killed", 3, 3))
    assert figures(read) == {"killed": (12, 12)}


def test_a_list_is_added_up() -> None:
    text = "A man, his wife and two children died. A man is held."
    read = page(text, ("A man", "killed", 1, 1), ("wife", "killed", 1, 1), ("two children", "killed", 2, 2))
    assert figures(read) == {"killed": (4, 4)}
    assert [c.span.exact for c in page_figures(read)["killed"].claims] == ["A man", "wife", "two children"]


def test_what_stands_apart_is_not_added() -> None:
    read = page("A man died on Sunday. A man of 40 died.", ("A man", "killed", 1, 1), ("A man", "killed", 1, 1))
    assert figures(read) == {"killed": (1, 1)}


def test_two_voices_on_the_same_words_are_one_figure() -> None:
    read = page("Nine died", ("Nine", "killed", 9, 9))
    read = replace(read, claims=(*read.claims, replace(read.claims[0], id="other", voice="Tarn Radio")))
    assert figures(read) == {"killed": (9, 9)}


def test_parts_and_denials_are_no_figures() -> None:
    assert figures(page("four", ("four", "killed", 4, 4), part_of="x")) == {}
    assert figures(page("four", ("four", "killed", 4, 4), polarity="denies")) == {}


def test_the_main_incident_is_the_first_with_any_dead() -> None:
    text = "Six were hurt last year. Two died now and 3 were hurt."
    read = page(text, ("Six", "injured", 6, 6), ("Two", "killed", 2, 2), ("3", "injured", 3, 3))
    old, dead, hurt = read.claims
    read = replace(read, claims=(old, replace(dead, occurrence=1), replace(hurt, occurrence=1)))
    assert figures(read) == {"killed": (2, 2), "injured": (3, 3)}


def test_open_ends_stay_open() -> None:
    assert figures(page("at least 12", ("at least 12", "killed", 12, None))) == {"killed": (12, None)}
    assert figures(page("up to 12", ("up to 12", "killed", None, 12))) == {"killed": (None, 12)}
    assert figures(page("many", ("many", "killed", None, None))) == {}


def test_persons_named_and_counted_nowhere_are_added() -> None:
    read = page("Ana Holm died. Bo Lind died.", ("Ana Holm", "killed", 1, 1), ("Bo Lind", "killed", 1, 1))
    assert figures(read) == {"killed": (2, 2)}
    again = page("Child killed. A child died. Child hurt.", ("Child", "killed", 1, 1), ("A child", "killed", 1, 1))
    assert figures(again) == {"killed": (1, 1)}


def test_a_doer_who_died_is_added_to_his_victims() -> None:
    read = page("A man killed his two sons and himself.", ("A man", "killed", 1, 1), ("two sons", "killed", 2, 2))
    assert figures(read) == {"killed": (3, 3)}


def test_ages_and_names_do_not_break_a_list() -> None:
    text = "He killed Eva Lind, 31, and her mother, Ida Lind, and a boy."
    read = page(text, ("Eva Lind", "killed", 1, 1), ("her mother", "killed", 1, 1), ("a boy", "killed", 1, 1))
    assert figures(read) == {"killed": (3, 3)}


def test_a_fuller_figure_of_the_incident_holds_over_single_persons() -> None:
    text = "A woman was found first. A family of five, she among them, died."
    read = page(text, ("A woman", "killed", 1, 1), ("five", "killed", 5, 5))
    assert figures(read) == {"killed": (5, 5)}


def test_one_of_several_killed_elsewhere_stays_one() -> None:
    text = "A girl was killed. She was the first of two teenagers killed that weekend."
    assert figures(page(text, ("A girl", "killed", 1, 1), ("two", "killed", 2, 2))) == {"killed": (1, 1)}


def test_a_figure_of_several_incidents_is_none_of_one() -> None:
    text = "Two men died in separate shootings on Monday."
    assert figures(page(text, ("Two men", "killed", 2, 2))) == {"killed": (1, None)}


def test_a_years_figure_is_none_of_an_incident() -> None:
    year = page("Last year 40 died.", ("40", "killed", 40, 40), date=Interval("2015-01-01", "2015-12-31"))
    assert figures(year) == {}


def test_a_headline_that_adds_up_more_than_the_text_holds() -> None:
    text = page("A man and his wife died.", ("A man", "killed", 1, 1), ("wife", "killed", 1, 1))
    headline = page("Three dead, two hurt", ("Three", "killed", 3, 3), ("two", "injured", 2, 2))
    assert {a: f.low for a, f in page_figures(text, headline).items()} == {"killed": 3, "injured": 2}
    less = page("Two dead", ("Two", "killed", 2, 2))
    four = page("Four died", ("Four", "killed", 4, 4))
    assert page_figures(four, less)["killed"].low == 4


def test_a_headline_of_the_hurt_is_older_than_a_text_with_dead() -> None:
    text = page("Three died", ("Three", "killed", 3, 3))
    assert set(page_figures(text, page("Man shoots three", ("three", "injured", 3, 3)))) == {"killed"}


def test_a_figure_over_some_hours_is_of_several_incidents() -> None:
    read = page("Four died in 24 hours in Tarnholt.", ("Four", "killed", 4, 4))
    assert figures(read) == {"killed": (1, None)}


def test_dead_of_an_older_incident_are_not_the_pages_own() -> None:
    text = "A boy was hurt on Monday. In 2014 four died there."
    read = page(text, ("A boy", "injured", 1, 1), ("four", "killed", 4, 4))
    hurt, dead = read.claims
    hurt = replace(hurt, date=Interval("2016-03-07", "2016-03-07"))
    dead = replace(dead, occurrence=1, date=Interval("2014-07-01", "2014-07-31"))
    assert figures(replace(read, claims=(hurt, dead))) == {"injured": (1, 1)}
    died = replace(dead, date=Interval("2016-03-07", "2016-03-07"))
    assert figures(replace(read, claims=(hurt, died))) == {"killed": (4, 4)}


def test_those_shot_who_are_counted_dead_are_not_hurt_besides() -> None:
    text = "Four died in Tarnholt. He shot the other three and himself."
    read = page(text, ("Four", "killed", 4, 4), ("the other three", "injured", 3, 3))
    assert figures(read) == {"killed": (4, 4)}
