from collections.abc import Callable

import pytest

from counterclaim.lexicon import Lexicon
from counterclaim.model import Finding, Page, Span
from counterclaim.stages.subsets import link_subsets
from counterclaim.syntax import Parse

Link = Callable[..., list[int | None]]


@pytest.fixture
def link(parse: Callable[[str], Parse], lexicon: Lexicon) -> Link:
    def run(text: str, *counts: tuple[str, int], bound: str = "exactly") -> list[int | None]:
        """The `part_of` of findings whose words and numbers are given, all of people killed."""
        at, made = 0, []
        for exact, number in counts:
            at = text.index(exact, at)
            span = Span(at, at + len(exact), exact)
            made.append(Finding("killed", span, 0, 0, number, number, bound, "people"))  # type: ignore[arg-type]
            at += len(exact)
        return [f.part_of for f in link_subsets(made, parse(text), lexicon)]

    return run


@pytest.mark.parametrize(
    "text",
    [
        "Thirty people were killed. Five of the dead were women.",
        "Thirty people were killed. The dead included five women.",
        "Thirty people were killed. Among the victims were five women.",
        "Thirty people were killed. Five women were among those killed.",
    ],
)
def test_people_told_of_before_are_part_of_them(link: Link, text: str) -> None:
    second = "Five women" if "Five women" in text else "Five of the dead" if "Five of" in text else "five women"
    assert link(text, ("Thirty people", 30), (second, 5)) == [None, 0]


def test_what_adds_up_to_a_total_is_part_of_it(link: Link) -> None:
    text = "Nine people were killed. Four civilians were killed in Aran. Another five rebels were killed in Belt."
    assert link(text, ("Nine people", 9), ("Four civilians", 4), ("Another five rebels", 5)) == [None, 0, 0]


def test_what_does_not_add_up_stands_alone(link: Link) -> None:
    text = "Nine people were killed. Four civilians were killed in Aran. Another six rebels were killed in Belt."
    assert link(text, ("Nine people", 9), ("Four civilians", 4), ("Another six rebels", 6)) == [None, None, None]


def test_one_man_told_of_twice_is_no_sum(link: Link) -> None:
    text = "Two people were killed. A man was killed in Aran. A man was killed in Belt."
    assert link(text, ("Two people", 2), ("A man", 1), ("A man", 1)) == [None, None, None]


def test_a_larger_number_is_no_part(link: Link) -> None:
    text = "Three people were killed. Five of the dead were women."
    assert link(text, ("Three people", 3), ("Five of the dead", 5)) == [None, None]


def test_a_total_far_away_is_left_alone(link: Link) -> None:
    text = "Thirty people were killed. " + "The market was empty. " * 10 + "Five of the dead were women."
    assert link(text, ("Thirty people", 30), ("Five of the dead", 5)) == [None, None]


def test_no_findings_no_subsets(link: Link) -> None:
    assert link("Nothing happened.") == []


def test_what_holds_others_is_not_among_them(link: Link) -> None:
    text = "Thirty people were killed. Shells killed 18 civilians, among them a child."
    assert link(text, ("Thirty people", 30), ("18 civilians", 18)) == [None, None]


def test_among_the_dead_goes_with_the_nearest_count(link: Link) -> None:
    text = "Ninety people were killed. A party confirmed 68 deaths and said 30 pupils were among those killed."
    assert link(text, ("Ninety people", 90), ("68 deaths", 68), ("30 pupils", 30)) == [None, None, 0]


def test_an_older_total_is_no_part_of_the_newer(link: Link) -> None:
    text = "Six people were killed. The mayor had earlier reported four deaths. Two of the people were teachers."
    assert link(text, ("Six people", 6), ("four deaths", 4))[1] is None


TOLD = "An air strike killed 12 people in Orla on Sunday, police said. "
SHARES = {
    "Five of those killed were children.": [("Five", "children")],
    "At least five of those who died were children.": [("At least five", "children")],
    "Five of those killed in the raid were children.": [("Five", "children")],
    "Five of the 12 killed were children.": [("Five", "children")],
    "Of those killed, five were children.": [("five", "children")],
    "Of those who died, five were children and two were women.": [("five", "children"), ("two", "women")],
    "Of the 12, five were children.": [("five", "children")],
    "Of the 12 killed, five were children.": [("five", "children")],
    "Among the 12 were five children and a nurse.": [("five children", "children"), ("a nurse", "medics")],
    "They included a nurse and five children.": [("a nurse", "medics"), ("five children", "children")],
    "The 12 included five children.": [("five children", "children")],
    "Five children and a nurse were among them.": [("Five children", "children"), ("a nurse", "medics")],
    "Seven were rebels and five soldiers.": [("Seven", "fighters"), ("five soldiers", "soldiers")],
    "Seven were rebels and five were soldiers.": [("Seven", "fighters"), ("five", "soldiers")],
    "They were five men and seven women.": [("five men", "men"), ("seven women", "women")],
}


@pytest.mark.parametrize(("text", "parts"), SHARES.items())
def test_some_of_those_told_of_are_a_part_on_the_same_word(
    read: Callable[[str], Page], text: str, parts: list[tuple[str, str]]
) -> None:
    whole, *shares = (c for c in read(TOLD + text).claims if c.aspect == "killed")
    assert [(c.span.exact, c.who) for c in shares] == parts
    assert {c.part_of for c in shares} == {whole.id}
    assert {c.voice for c in shares} == {"unnamed: police"}


@pytest.mark.parametrize("text", ["The 12 were buried on Monday.", "Three of the five houses burned."])
def test_what_is_told_of_them_besides_counts_nobody(read: Callable[[str], Page], text: str) -> None:
    assert len([c for c in read(TOLD + text).claims if c.aspect == "killed"]) == 1
