import pytest

from counterclaim.counting.triggers import Triggers, load_triggers
from counterclaim.inflection import gerund, regular_past, third_person
from counterclaim.lexicon import load_lexicon
from counterclaim.model import COUNTED


@pytest.mark.parametrize(
    ("verb", "third", "past", "ing"),
    [
        ("kill", "kills", "killed", "killing"),
        ("execute", "executes", "executed", "executing"),
        ("bury", "buries", "buried", "burying"),
        ("trap", "traps", "trapped", "trapping"),
        ("behead", "beheads", "beheaded", "beheading"),
        ("kidnap", "kidnaps", "kidnapped", "kidnapping"),
        ("die", "dies", "died", "dying"),
        ("free", "frees", "freed", "freeing"),
    ],
)
def test_regular_verbs_are_inflected(verb: str, third: str, past: str, ing: str) -> None:
    assert (third_person(verb), regular_past(verb), gerund(verb)) == (third, past, ing)


@pytest.mark.parametrize("word", ["killed", "wounding", "dead", "deaths", "fled", "kidnapped", "casualties"])
def test_words_of_harm_are_known(word: str) -> None:
    assert load_triggers(load_lexicon()).knows(word)


@pytest.mark.parametrize("word", ["said", "house", "", "killjoy"])
def test_other_words_are_not(word: str) -> None:
    assert not load_triggers(load_lexicon()).knows(word)


def found(parse, text: str) -> list[tuple[str, tuple[str, ...]]]:  # type: ignore[no-untyped-def]
    page = parse(text)
    words = [t.lower for t in page.tokens]
    return [(" ".join(words[t.first : t.stop]), t.aspects) for t in Triggers(load_lexicon()).find(page, words)]


def test_a_longer_phrase_takes_in_the_word(parse) -> None:  # type: ignore[no-untyped-def]
    assert found(parse, "A sniper shot dead two men.") == [("shot dead", ("killed",))]


def test_a_phrase_that_only_sounds_like_harm_is_passed_over(parse) -> None:  # type: ignore[no-untyped-def]
    assert found(parse, "The group claimed responsibility and the talks reached a dead end.") == []


def test_a_tally_of_many_words_is_a_toll(parse) -> None:  # type: ignore[no-untyped-def]
    assert ("number of rebel fighters killed", ("killed",)) in found(
        parse, "The number of rebel fighters killed rose to 39."
    )


def test_auxiliaries_are_told_apart(parse) -> None:  # type: ignore[no-untyped-def]
    page = parse("Two were killed. They have killed two. They could kill two. They want to kill two.")
    words = [t.lower for t in page.tokens]
    a, b, c, d = Triggers(load_lexicon()).find(page, words)
    assert (a.passive, b.perfect, c.modal, d.infinitive) == (True, True, True, True)
    assert not (b.passive or c.perfect or a.modal or b.infinitive)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Mortar fire kills 12 and wounds 50", [("killed", 12), ("injured", 50)]),
        ("The regime lost 150 soldiers, and 40 were taken prisoner.", [("killed", 150), ("detained", 40)]),
        ("The army admitted the loss of 11 men, with four missing.", [("killed", 11), ("missing", 4)]),
        ("Rescuers are still looking for six persons.", [("missing", 6)]),
        ("Our teams evacuated 13 martyrs.", [("killed", 13)]),
        ("A column of buses: 65 people were taken out through the corridor.", [("evacuated", 65)]),
        ("Sixteen young men were led off by soldiers.", [("detained", 16)]),
        ("Two of the injured breathed their last at the hospital.", [("killed", 2)]),
    ],
)
def test_what_words_of_loss_and_leading_away_tell(read, text, told):
    assert [(c.aspect, c.low) for c in read(text).claims if c.aspect in COUNTED] == told
