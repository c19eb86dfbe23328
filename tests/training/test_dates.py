"""What the choice of dates is learnt from."""

import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from counterclaim.model import Interval
from counterclaim.resources import Resources

FOLDER = Path(__file__).parents[2] / "training"
TEXT = "Shells killed four people in Arven on Tuesday. Two people were killed in Tarn in 2016.\n"
DAYS = Interval("2019-04-09", "2019-04-09")


@pytest.fixture
def dates(monkeypatch: pytest.MonkeyPatch) -> Iterator[ModuleType]:
    monkeypatch.syspath_prepend(str(FOLDER))
    yield importlib.import_module("dates")
    for name in ("dates", "answers", "choosing"):
        sys.modules.pop(name, None)


def claim(quote: str, day: str | None, incident: str, **more: object) -> dict[str, object]:
    return {
        "doc": "d",
        "aspect": "killed",
        "quote": quote,
        "context": TEXT.strip(),
        "date": day,
        "incident": incident,
        **more,
    }


def write(path: Path, *rows: dict[str, object]) -> str:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return str(path)


@pytest.fixture
def page(dates: ModuleType, tmp_path: Path) -> object:
    docs = write(tmp_path / "docs.jsonl", {"id": "d", "text": TEXT, "published": "2019-04-10"})
    first, second = claim("four people", "2019-04-09", "arven"), claim("Two people", "2016", "tarn", optional=1)
    (found,) = importlib.import_module("answers").gold(docs, write(tmp_path / "gold.jsonl", first, second), "date")
    return found


def test_a_claim_is_an_example_with_its_right_day(dates: ModuleType, page: object, resources: Resources) -> None:
    (choice,) = dates.choices(page, resources)
    assert choice.days[0] is None
    assert [d for d, ok in zip(choice.days, choice.example.right, strict=True) if ok] == [DAYS]
    assert choice.ruled == DAYS


@pytest.mark.parametrize(
    ("right", "days", "holds"),
    [
        (("2019-04-09",), DAYS, True),
        (("2019-04",), DAYS, True),
        (("2019-04-08/2019-04-09",), DAYS, False),
        (("2019-04-08", "2019-04-09"), DAYS, True),
        ((None,), DAYS, False),
        ((None,), None, True),
        (("2019-04-09",), None, False),
    ],
)
def test_what_is_right(dates: ModuleType, right: tuple[str | None, ...], days: Interval | None, holds: bool) -> None:
    assert dates.is_right(days, dates.Answer(0, 1, "killed", right)) is holds


def test_pages_of_one_incident_are_held_out_together(dates: ModuleType) -> None:
    answers = importlib.import_module("answers")
    group = answers.joined(
        {
            "a": [{"incident": "arven"}, {"incident": "cumulative-war"}],
            "b": [{"incident": "arven"}, {"incident": "tarn"}],
            "c": [{"incident": "tarn"}],
            "d": [{"incident": "cumulative-war"}, {"incident": None}],
        }
    )
    assert group("a") == group("b") == group("c") != group("d")
