from types import ModuleType
from typing import Any

import pytest

from benches import load_bench

TEXT = "Tarn Watch counts the dead. A shell hit Orla. It said that nine people had died."


@pytest.fixture(scope="module")
def resolutions() -> ModuleType:
    return load_bench("resolutions")


def span(words: str) -> dict[str, Any]:
    start = TEXT.index(words)
    return {"start": start, "end": start + len(words), "exact": words}


def claim(words: str, voice: str | None = "Tarn Watch", document: str = "a") -> dict[str, Any]:
    evidence = [
        {"field": "voice", "span": span("It"), "reason": ""},
        {"field": "voice", "span": span("Tarn Watch"), "reason": "named so before"},
    ]
    return {
        "document": document,
        "aspect": "killed",
        "span": span(words),
        "voice": voice,
        "voice_span": span("It") if voice else None,
        "relays": ["Velm Press"],
        "evidence": evidence,
    }


def test_a_place_of_a_page_is_picked_once_and_the_outlets_own_word_never(resolutions: ModuleType) -> None:
    claims = [claim("nine people"), claim("died"), claim("nine people", None)]
    assert resolutions.pick(claims, 1, 10) == [claims[0]]


def test_the_same_seed_gives_the_same_pick(resolutions: ModuleType) -> None:
    claims = [claim("nine people", document=str(n)) for n in range(20)]
    assert resolutions.pick(claims, 3, 5) == resolutions.pick(claims[::-1], 3, 5)
    assert len(resolutions.pick(claims, 3, 5)) == 5


def test_unnamed_voices_can_be_left_out(resolutions: ModuleType) -> None:
    claims = [claim("nine people", "unnamed: medics"), claim("nine people", document="b")]
    assert resolutions.pick(claims, 1, 10, named=True) == claims[1:]


def test_each_is_shown_with_its_words_its_relays_and_the_page(resolutions: ModuleType) -> None:
    shown = resolutions.told(claim("nine people"), TEXT)
    assert "Tarn Watch, through Velm Press" in shown
    assert "'Tarn Watch' named so before" in shown
    assert "It said that nine people had died." in shown


def test_far_words_are_shown_apart_and_near_ones_together(resolutions: ModuleType) -> None:
    text = "x " * 400
    assert len(resolutions.stretches(text, [(0, 2), (10, 12)])) == 1
    assert len(resolutions.stretches(text, [(0, 2), (700, 702)])) == 2
