import pytest

from counterclaim.counting.victims import load_victims
from counterclaim.lexicon import load_lexicon

VICTIMS = load_victims(load_lexicon())


@pytest.mark.parametrize(
    ("word", "group"),
    [
        ("villagers", "civilians"),
        ("schoolgirls", "children"),
        ("wives", "women"),
        ("militiamen", "fighters"),
        ("peacekeepers", "soldiers"),
        ("paramedics", "medics"),
        ("cameramen", "journalists"),
        ("yemenis", "people"),
        ("families", "other"),
        ("ex-commander", "fighters"),
        ("tanks", None),
        ("", None),
    ],
)
def test_nouns_say_who_people_are(word: str, group: str | None) -> None:
    assert VICTIMS.group(word) == group


@pytest.mark.parametrize(
    ("text", "number", "noun", "who"),
    [
        ("Five rebel fighters died.", 1, "fighters", "fighters"),
        ("Five government soldiers died.", 1, "soldiers", "soldiers"),
        ("Five Red Crescent volunteers died.", 1, "volunteers", "medics"),
        ("Five members of the security forces died.", 1, "members", "soldiers"),
        ("Five elements of the Federal Police died.", 1, "elements", "soldiers"),
        ("Five elements of the outlawed group died.", 1, "elements", "fighters"),
        ("Five members of the Peshmerga forces died.", 1, "members", "soldiers"),
        ("Five people from a rebel town died.", 1, "people", "people"),
        ("Five women and children died.", 1, "women", "mixed"),
        ("Five people, police said, died.", 1, "people", "people"),
        ("Dozens of the wounded villagers died.", 1, "villagers", "civilians"),
        ("Five oil workers died.", 1, "workers", "civilians"),
        ("Two local councils met.", 1, "councils", None),
    ],
)
def test_the_noun_counted_and_who_it_is(parse, text: str, number: int, noun: str, who: str | None) -> None:  # type: ignore[no-untyped-def]
    page = parse(text)
    words = [t.lower for t in page.tokens]
    counted = VICTIMS.counted(page, words, number)
    assert words[counted.heads[0]] == noun
    assert VICTIMS.who(words, 0, counted) == who


def test_a_count_alone_counts_nothing_said(parse) -> None:  # type: ignore[no-untyped-def]
    page = parse("Five died.")
    counted = VICTIMS.counted(page, [t.lower for t in page.tokens], 1)
    assert counted.heads == ()
    assert VICTIMS.who(["five", "died", "."], 0, counted) is None
