"""What the choice of places is learnt from."""

import importlib
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from counterclaim.model import Document
from counterclaim.resources import Resources

FOLDER = Path(__file__).parents[2] / "training"
TEXT = "Shells killed four people in the village of Old Marrow. Nine people were killed in the village of Lowmere.\n"


@pytest.fixture
def places(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(FOLDER))
    yield importlib.import_module("places")
    for name in ("places", "answers", "choosing"):
        sys.modules.pop(name, None)


def test_a_claim_teaches_which_candidate_is_its_place(places: ModuleType, resources: Resources) -> None:
    answers = sys.modules["answers"]
    right = answers.Answer(TEXT.index("four"), TEXT.index("four") + 4, "killed", ("Lowmere",))
    told = answers.Answered(Document("d", TEXT, published="2019-04-10"), (right,), "group", "d")
    (choice,) = places.choices(told, resources)
    assert sorted(choice.example.right) == [False, True]
    assert choice.counted
    assert not choice.ruled


def test_a_claim_without_a_place_teaches_nothing(places: ModuleType, resources: Resources) -> None:
    answers = sys.modules["answers"]
    right = answers.Answer(TEXT.index("four"), TEXT.index("four") + 4, "killed", (None,))
    assert not list(places.choices(answers.Answered(Document("d", TEXT), (right,), "group", "d"), resources))


@pytest.mark.parametrize(
    ("name", "accepted", "same"),
    [
        ("al-Marrow", "Marrow city", True),
        ("Old Marrow", "Marrow", True),
        ("Lowmere", "Marrow", False),
        ("city", "x", False),
    ],
)
def test_names_are_compared_once_their_spelling_is_evened_out(
    places: ModuleType, name: str, accepted: str, *, same: bool
) -> None:
    assert places.is_same(name, [accepted]) is same


def test_a_page_that_we_wrote_teaches_less_than_another(places: ModuleType, resources: Resources) -> None:
    answers = sys.modules["answers"]
    right = answers.Answer(TEXT.index("four"), TEXT.index("four") + 4, "killed", ("Old Marrow",))
    page = Document("d", TEXT, published="2019-04-10")
    (one,) = places.choices(answers.Answered(page, (right,), "group", "d"), resources)
    (ours,) = places.choices(answers.Answered(page, (right,), "group", "d", ours=True), resources)
    assert ours.example.weight == pytest.approx(0.3 * one.example.weight)
