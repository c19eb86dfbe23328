"""Where words stand as seen from others, in plain words."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from counterclaim.explaining.notes import Notes
from counterclaim.lexicon import Lexicon
from counterclaim.model import Document, Finding, Passage, Role, Setting, Span
from counterclaim.syntax import Parse

TEXT = "A mill burnt.\n\nIt was in Tarnholt. Nine died. It rained. Two lived."


@pytest.fixture(scope="module")
def notes(parse: Callable[[str], Parse], lexicon: Lexicon) -> Notes:
    passages = (Passage(Span.of(TEXT, 0, 13), Role.HEADLINE), Passage(Span.of(TEXT, 15, len(TEXT)), Role.BODY))
    return Notes(Document("d", TEXT), passages, parse(TEXT), (), (), (), (), (), (), (), lexicon)


def span(words: str) -> Span:
    at = TEXT.index(words)
    return Span.of(TEXT, at, at + len(words))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("died", "in the same sentence"),
        ("Tarnholt", "taken over from the sentence before"),
        ("rained", "taken over from the next sentence"),
        ("lived", "taken over from 2 sentences later"),
        ("mill", "taken over from the headline"),
    ],
)
def test_where_words_stand(notes: Notes, words: str, told: str) -> None:
    assert notes.where(span(words), span("Nine")) == told


def test_the_nearest_stands_in_the_same_sentence_else_before(notes: Notes) -> None:
    assert notes.nearest([span("Tarnholt"), span("died")], span("Nine")) == span("died")
    assert notes.nearest([span("rained"), span("Tarnholt")], span("Nine")) == span("Tarnholt")
    assert notes.nearest([], span("Nine")) is None


def test_the_same_occurrence_is_told(notes: Notes) -> None:
    finding = Finding("killed", span("Tarnholt"), 0, 0)
    told = replace(notes, findings=(finding,), settings=(Setting(occurrence=4),))
    assert told.where(span("Tarnholt"), span("Nine"), 4).endswith("which tells of the same occurrence")
    assert not told.where(span("Tarnholt"), span("Nine"), 5).endswith("occurrence")
