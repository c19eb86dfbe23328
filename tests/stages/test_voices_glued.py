"""Voices whose names a page that lost its commas has glued to their neighbours."""

from collections.abc import Callable

import pytest

from counterclaim.lexicon import load_lexicon
from counterclaim.model import Document, Statement
from counterclaim.stages.voices import resolve_voices
from counterclaim.syntax import Parse
from invented_war import CATALOGUE, mentions
from voicing.marked import marked

LEXICON = load_lexicon()
Hearer = Callable[..., tuple[Statement, ...]]


@pytest.fixture(scope="module")
def hear(parse: Callable[[str], Parse]) -> Hearer:
    """Marked sentences to statements, in the invented war in Bastan."""

    def run(*parts: str) -> tuple[Statement, ...]:
        text, attributions = marked(*parts)
        parsed = parse(text)
        return resolve_voices(Document("t", text), attributions, (), parsed, mentions(parsed), CATALOGUE, LEXICON)

    return run


GLUED = {
    "apposition without a comma": ("{According to} [Tarn Watch a local monitoring group] <nine died>.", "Tarn Watch"),
    "the content's first words": ("{According to} [the Tarn Watch dozens of people] <were hurt>.", "Tarn Watch"),
    "apposition before the name": ("[Another monitoring group the Tarn Watch] {said} <nine died>.", "Tarn Watch"),
    "noun for its kind": ("[The Tarn Watch monitoring group] {said} <nine died>.", "Tarn Watch"),
    "title at the end of a house": (
        "[Director of Orla Health Directorate Dr. Ivo Lehn] {said} <nine died>.",
        "Orla Health Directorate",
    ),
    "leader of no house": ("[A civil society leader, Ivo Lehn,] {said} <nine died>.", "Ivo Lehn"),
}


@pytest.mark.parametrize(("text", "voice"), GLUED.values(), ids=GLUED)
def test_names_are_parted_from_their_neighbours(hear: Hearer, text: str, voice: str) -> None:
    (statement,) = hear(text)
    assert statement.party == voice
