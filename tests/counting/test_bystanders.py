from collections.abc import Callable

import pytest

from counterclaim.counting.bystanders import describes, does, is_agent, is_cited, speaks, told_of
from counterclaim.phrases import plain_words
from counterclaim.syntax import Parse

SAYING = frozenset({"said", "told"})


def at(page: Parse, word: str) -> int:
    return next(t.index for t in page.tokens if t.lower == word)


@pytest.mark.parametrize(
    ("text", "spoken"),
    [
        ("A guard said the bridge was closed.", True),
        ("The bridge was closed, said a guard.", True),
        ("A medic and a guard told the radio that it was closed.", True),
        ("A guard was seen on the bridge.", False),
    ],
)
def test_the_subject_of_a_verb_of_saying_speaks(parse: Callable[[str], Parse], text: str, spoken: bool) -> None:
    page = parse(text)
    head = at(page, "guard")
    assert speaks(page, plain_words(page), head, head - 1, SAYING) is spoken


def test_a_speaker_of_whom_harm_is_told_is_known(parse: Callable[[str], Parse]) -> None:
    page = parse("A man who was wounded in the blast said that two guards had died.")
    assert told_of(page, at(page, "man"), at(page, "wounded"))
    assert not told_of(page, at(page, "man"), at(page, "died"))


def test_who_has_an_object_did_it(parse: Callable[[str], Parse]) -> None:
    page = parse("A guard killed the mayor.")
    verb = at(page, "killed")
    assert does(page, at(page, "guard"), (verb, verb + 1), frozenset())
    assert not does(page, at(page, "guard"), (verb, verb + 1), frozenset({at(page, "mayor")}))


def test_agents_and_sources_are_told_from_victims(parse: Callable[[str], Parse]) -> None:
    page = parse("The mayor was shot by a guard, the radio said, citing a medic.")
    assert is_agent(page, at(page, "guard"))
    assert is_cited(page, at(page, "medic"), at(page, "medic") - 1, {"cite"})
    assert not is_agent(page, at(page, "mayor"))
    assert not is_cited(page, at(page, "mayor"), at(page, "mayor") - 1, {"cite"})


def test_a_noun_that_says_who_somebody_is_counts_nobody(parse: Callable[[str], Parse]) -> None:
    page = parse("Ana Holm, a teacher, was killed.")
    head = at(page, "teacher")
    assert describes(page, plain_words(page), head, head - 1)
    other = parse("A teacher was killed.")
    assert not describes(other, plain_words(other), at(other, "teacher"), 0)
