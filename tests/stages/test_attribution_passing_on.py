"""Statements told within another's, in the forms that newsrooms use to pass them on."""

from collections.abc import Callable

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document
from counterclaim.stages.attribution import find_attributions
from counterclaim.stages.passages import split_passages
from counterclaim.stages.quotations import find_quotations
from counterclaim.syntax import Parse

LEXICON = load_lexicon()
Told = dict[str, tuple[str, str | None]]


@pytest.fixture(scope="module")
def told(parse: Callable[[str], Parse]) -> Callable[[str], Told]:
    """Source by source, the content and the source of the statement within which it is told."""

    def run(text: str) -> Told:
        passages = split_passages(Document("test", text), LEXICON)
        found = find_attributions(parse(text), passages, find_quotations(text, passages), (), LEXICON)
        names = [" … ".join(s.exact for s in a.source) for a in found]
        return {
            name: (" … ".join(s.exact for s in a.content), None if a.parent is None else names[a.parent])
            for name, a in zip(names, found, strict=True)
        }

    return run


DIED = "nine people died"
FIRST = "Nine people died"
WITHIN = {
    "quoted an aide as saying": (
        f"Velm Press quoted Osmo Varn, an aide to the governor, as saying that {DIED}.",
        ("Osmo Varn, an aide to the governor", f"that {DIED}", "Velm Press"),
    ),
    "quoted as saying by": (
        f"The mayor was quoted as saying by Velm Press that {DIED}.",
        ("The mayor", f"that {DIED}", "Velm Press"),
    ),
    "quoted as saying, behind": (
        f"{FIRST}, the mayor was quoted as saying by Velm Press.",
        ("the mayor", FIRST, "Velm Press"),
    ),
    "quoted the mayor, behind": (
        f"“{FIRST},” Velm Press quoted the mayor as saying.",
        ("the mayor", f"“{FIRST},”", "Velm Press"),
    ),
    "quoting as putting": (
        "Velm Press reported the raid, quoting Governor Osmo Varn as putting the toll at nine.",
        ("Governor Osmo Varn", "the toll at nine", "Velm Press"),
    ),
    "who was quoted by": (
        f"Osmo Varn, who was quoted by Velm Press, said {DIED}.",
        ("Osmo Varn", DIED, "Velm Press"),
    ),
    "according to, as quoted by": (
        "The raid killed nine people, according to the ministry, as quoted by the Velm news agency.",
        ("the ministry", "The raid killed nine people", "the Velm news agency"),
    ),
    "said, as quoted by": (
        f"The army said {DIED}, as quoted by the Velm news agency.",
        ("The army", DIED, "the Velm news agency"),
    ),
    "according to one quoted by": (
        f"According to a doctor quoted by Velm Press, {DIED}.",
        ("a doctor", DIED, "Velm Press"),
    ),
    "in a statement quoted by": (
        f"In a statement quoted by Velm Press, the army said {DIED}.",
        ("the army", DIED, "Velm Press"),
    ),
    "citing, between": (
        f"Velm Press reported, citing a doctor, that {DIED}.",
        ("a doctor", f"that {DIED}", "Velm Press"),
    ),
    "repeating a claim": (
        "Later came a tweet. She had seen a tweet by the Foreign Office repeating Varn's claim that rebels fired it.",
        ("Varn", "that rebels fired it", "a tweet by the Foreign Office"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), WITHIN.values(), ids=WITHIN.keys())
def test_one_is_told_within_another(told: Callable[[str], Told], text: str, expected: tuple[str, str, str]) -> None:
    inner, content, outer = expected
    found = told(text)
    assert found[inner] == (content, outer)
    assert found[outer][1] is None


def test_what_a_quoting_house_stands_inside_of_is_not_cut(told: Callable[[str], Told]) -> None:
    found = told("The mayor told Velm Radio that the ministry, as quoted by Velm Press, had lied.")
    assert found["The mayor"] == ("that the ministry, as quoted by Velm Press, had lied", None)


PLAIN = {
    "two subjects": (
        "The group claimed 40 soldiers and two officers had been killed.",
        ("The group", "40 soldiers and two officers had been killed"),
    ),
    "two counts": (
        "The governor put the toll at six and the number of wounded at 28.",
        ("The governor", "the toll at six and the number of wounded at 28"),
    ),
    "a toll with others": (
        "The health ministry put the death toll at 31, with 60 others wounded.",
        ("The health ministry", "the death toll at 31, with 60 others wounded"),
    ),
    "a toll put": ("The toll was put at 12 by local doctors.", ("local doctors", "The toll … at 12")),
    "claimed by": (
        "It was claimed by the rebels that 30 soldiers had been killed.",
        ("the rebels", "that 30 soldiers had been killed"),
    ),
    "reported by": (
        "It was reported on Monday by state television that 15 people had died.",
        ("state television", "that 15 people had died"),
    ),
    "an issued statement": (
        "The rebels released a video claiming 30 soldiers had been killed.",
        ("The rebels", "30 soldiers had been killed"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), PLAIN.values(), ids=PLAIN.keys())
def test_who_says_what(told: Callable[[str], Told], text: str, expected: tuple[str, str]) -> None:
    source, content = expected
    assert told(text)[source] == (content, None)


CARRIED = {
    "which cited": (f"Velm Press, which cited the mayor, said {DIED}.", ("the mayor", DIED, "Velm Press")),
    "quoting, inside": (
        f"Velm Press, quoting a medical source, said {DIED}.",
        ("a medical source", DIED, "Velm Press"),
    ),
    "said, as reported by": (
        f"The army said, as reported by Velm Press, that {DIED}.",
        ("The army", f"that {DIED}", "Velm Press"),
    ),
}


@pytest.mark.parametrize(("text", "expected"), CARRIED.values(), ids=CARRIED.keys())
def test_who_carries_it_is_no_part_of_who_says_it(
    told: Callable[[str], Told], text: str, expected: tuple[str, str, str]
) -> None:
    inner, content, outer = expected
    assert told(text) == {inner: (content, outer), outer: (content, None)}


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (f"{FIRST}, it was reported by state television.", "state television", FIRST),
        (f"{FIRST} in the raid, as confirmed by the mayor.", "the mayor", f"{FIRST} in the raid"),
        (f"{FIRST} in the raid, as the ministry told Velm Press.", "the ministry", f"{FIRST} in the raid"),
        (f"⚡️Governor Osmo Varn: {DIED} after shelling", "Governor Osmo Varn", f"{DIED} after shelling"),
        (f"🔴 Governor Osmo Varn: {DIED} after shelling", "Governor Osmo Varn", f"{DIED} after shelling"),
    ],
)
def test_what_stands_beside(told: Callable[[str], Told], text: str, source: str, content: str) -> None:
    assert {name.strip("\ufe0f🔴 "): said for name, (said, _) in told(text).items()} == {source: content}


def test_a_chain_of_quoting_keeps_the_innermost(told: Callable[[str], Told]) -> None:
    found = told(f"Velm Press quoted the mayor as quoting a doctor as saying that {DIED}.")
    assert found["a doctor"][0] == f"that {DIED}"
