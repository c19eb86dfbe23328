"""Statements against each other on the screen."""

from counterclaim.faces.rivalry import rival_rows
from counterclaim.faces.screen import as_text
from counterclaim.model import Assertion, Rivalry, Span


def side(document: str, voice: str, words: str, matter: str = "truce") -> Assertion:
    return Assertion(document, f"{document} {voice}", voice, Span(7, 7 + len(words), words), matter, plus=True)


def shown(*rivals: Rivalry, most: int | None = None) -> str:
    names = {"a": "mill", "b": "ferry"}
    return "".join(map(as_text, rival_rows(rivals, names, most)))


TRUCE = Rivalry(side("a", "Tarn Watch", "it \x1b[31m holds"), side("b", "unnamed: medics", "it is over"), "whether")


def test_both_sides_stand_below_the_reason_with_place_and_escaped_words() -> None:
    text = shown(TRUCE)
    assert [line.strip() for line in text.splitlines()] == [
        "Said against each other:",
        "≠ whether",
        "Tarn Watch                  “it �[31m holds” mill:7",
        "unnamed: medics             “it is over” ferry:7",
    ]


def test_what_is_said_again_is_told_once_and_what_is_left_out_is_said() -> None:
    other = Rivalry(side("a", "Tarn Watch", "open", "road"), side("b", "Weir Rescue", "shut", "road"), "the road")
    text = shown(TRUCE, TRUCE, other, most=1)
    assert "≠ whether (2 times)" in text
    assert "the road" not in text
    assert "and 1 more: compare --all shows them" in text
    assert shown() == ""
