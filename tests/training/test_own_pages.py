"""The pages that we wrote to learn from."""

import importlib
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

from counterclaim.resources import load_gazetteer

FOLDER = Path(__file__).parents[2] / "training"
PAGES = [json.loads(line) for line in (FOLDER / "own-pages.jsonl").read_text(encoding="utf-8").splitlines()]


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(FOLDER))
    yield importlib.import_module("answers")
    sys.modules.pop("answers", None)


def is_wide(name: str) -> bool:
    """Whether it is a country or a province, which may go without saying."""
    plain = name.removesuffix(" region")
    return any(s.kind in ("country", "province") for s in load_gazetteer().sites(plain, variants=True))


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p["id"])
def test_offsets_and_values_fit_the_page(page: dict) -> None:
    text = page["text"].casefold()
    assert page["whole"] in (True, False)
    assert page["published"] is None or date.fromisoformat(page["published"])
    for claim in page["claims"]:
        assert page["text"][claim["start"] : claim["end"]] == claim["quote"]
        assert all(claim[field] for field in ("place", "date"))
        assert claim.get("party", True)
        assert all(d is None or d[:4].isdigit() for d in claim["date"])
        named = any(p is None or any(w in text for w in p.casefold().split()) for p in claim["place"])
        assert named or claim["incident"] == "toll" or is_wide(claim["place"][0])


@pytest.mark.parametrize("field", ["place", "date", "incident"])
def test_they_are_answers_like_any_others(answers: ModuleType, field: str) -> None:
    told = list(answers.own(field))
    assert len(told) == len(PAGES)
    assert sum(len(t.answers) for t in told) == sum(len(p["claims"]) for p in PAGES)
