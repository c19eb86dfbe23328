from collections.abc import Callable

import pytest

from counterclaim.lexicon import Lexicon
from counterclaim.model import Document
from counterclaim.speech.cuebook import CueBook
from counterclaim.speech.ground import Ground
from counterclaim.speech.surface import phrase_before, phrase_from
from counterclaim.stages.passages import split_passages
from counterclaim.stages.quotations import find_quotations
from counterclaim.syntax import Parse

Grounded = Callable[[str], Ground]


@pytest.fixture(scope="module")
def ground(parse: Callable[[str], Parse], lexicon: Lexicon) -> Grounded:
    def run(text: str) -> Ground:
        passages = split_passages(Document("test", text), lexicon)
        return Ground(parse(text), find_quotations(text, passages), (), CueBook(lexicon))

    return run


def words(ground: Ground, first: int, stop: int) -> str:
    return ground.parse.span(first, stop).exact


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("TARNHOLT, Bastan (Velm Press) — Nine people died.", "Nine people died."),
        ("VESKAD (VP) - Nine people died.", "Nine people died."),
        ("Nine people died — no one knows why.", "Nine people died — no one knows why."),
    ],
)
def test_datelines_are_no_part_of_the_sentence(ground: Grounded, text: str, body: str) -> None:
    found = ground(text)
    assert words(found, found.body(0), len(found.tokens)) == body


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("Shells killed nine people the mayor of Veskad said", "the mayor of Veskad"),
        ("Shells fell on four civilians residents said", "residents"),
        ("Shells fell on the town it said", "it"),
        ("Shells fell on Monday a local source said", "a local source"),
        ("Shells fell there an army officer and a nurse said", "an army officer and a nurse"),
    ],
)
def test_the_phrase_before_a_verb(ground: Grounded, text: str, phrase: str) -> None:
    found = ground(text)
    assert (span := phrase_before(found, len(found.tokens) - 1)) is not None
    assert words(found, *span) == phrase


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("said the head of the monitoring group on Monday", "the head of the monitoring group"),
        ("said Osmo Varn an officer in the army", "Osmo Varn"),
        ("said quickly", None),
    ],
)
def test_the_phrase_behind_a_verb(ground: Grounded, text: str, phrase: str | None) -> None:
    found = ground(text)
    span = phrase_from(found, 1)
    assert (span and words(found, *span)) == phrase
