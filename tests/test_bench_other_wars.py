"""The measures of kept pages: their data is whole and nothing is learnt from it; what their figures count."""

import hashlib
import json
import re
import sys
from datetime import date
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest

from benches import BENCH, load_bench
from builders import claim as made
from builders import day

TRAINING = BENCH.parent / "training"
DAY = re.compile(r"\d{4}-\d\d-\d\d(/\d{4}-\d\d-\d\d)?")


@pytest.fixture(scope="module")
def wars() -> ModuleType:
    return load_bench("other_wars")


@pytest.fixture(scope="module")
def settings() -> ModuleType:
    return load_bench("settings")


def rows(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def runs(text: str, length: int) -> set[str]:
    words = re.findall(r"\w+", text.lower())
    return {" ".join(words[i : i + length]) for i in range(len(words) - length + 1)}


def both(row: dict[str, Any], field: str) -> list[Any]:
    return [told[field] for told in (row, row.get("or", {})) if field in told]


def test_every_kept_claim_stands_in_its_page_and_has_sound_values(wars: ModuleType) -> None:
    ids: list[str] = []
    for name in wars.SETS:
        pages, gold = (rows(wars.PAGES / f"{name}.{part}.jsonl") for part in ("docs", "gold"))
        text = {page["id"]: page["text"] for page in pages}
        ids += text
        for row in gold:
            assert text[row["doc"]].count(row["context"]) == 1
            assert row["quote"] in row["context"]
            for when in both(row, "date"):
                assert when is None or (DAY.fullmatch(when) and all(map(date.fromisoformat, when.split("/"))))
            if row["part_of"]:
                assert row["part_of"] in {r["quote"] for r in gold if r["doc"] == row["doc"]}
        assert {row["doc"] for row in gold} <= set(text)
    assert len(ids) == len(set(ids)) == 231


def test_no_kept_page_is_near_one_that_training_reads(wars: ModuleType) -> None:
    learnt: set[str] = set()
    for page in rows(TRAINING / "own-pages.jsonl"):
        learnt |= runs(page["text"], 6)
    for name in wars.SETS:
        for page in rows(wars.PAGES / f"{name}.docs.jsonl"):
            own = runs(page["text"], 6)
            assert len(own & learnt) <= 0.1 * len(own), page["id"]


def test_no_kept_article_is_among_those_that_training_reads(settings: ModuleType) -> None:
    kept = rows(settings.KEPT)
    learnt = {page["sha256"] for page in rows(TRAINING / "settings.jsonl")}
    assert len(kept) == len({page["sha256"] for page in kept} - learnt) == 35
    assert all(set(page) == {"id", "sha256", "claims"} for page in kept)
    assert all(row["start"] < row["end"] and row["place"] and row["date"] for page in kept for row in page["claims"])


SCORER = """
LOOKUP = {"tarn army": "tarn"}
def fold(name): return name.lower()
def party_key(name): return LOOKUP.get(fold(name), fold(name)) if name else None
def same_place(gold, got): return gold == got
def score(docs, gold, pred):
    return {"documents": len(docs), "voiced": {"F1": 60.0}, "incidents": len({r["incident"] for r in gold})}
"""


@pytest.fixture
def scorer(tmp_path: Path) -> Path:
    path = tmp_path / "score.py"
    path.write_text(SCORER)
    return path


def test_further_names_stand_for_the_party_that_the_scorer_knows(wars: ModuleType, scorer: Path) -> None:
    score = wars.scorer(scorer, {"Tarn Army": ["Army of Tarn"], "Velm": ["The Velm"]})
    assert (score.party_key("Army of Tarn"), score.party_key("The Velm")) == ("tarn", "velm")


def test_an_incident_of_one_set_is_none_of_another(wars: ModuleType) -> None:
    one = wars.Measured([{"id": "a"}], [{"incident": "mill"}], [{"incident": "x"}, {"incident": None}])
    whole = wars.together({"tarn": one, "velm": one})
    assert len(whole.documents) == 2
    assert [row["incident"] for row in whole.gold] == ["mill in tarn", "mill in velm"]
    assert [row["incident"] for row in whole.claims] == ["x in tarn", None, "x in velm", None]
    assert one.gold[0]["incident"] == "mill"


@pytest.mark.parametrize(("floor", "same", "code"), [(50.0, True, 0), (70.0, True, 1), (50.0, False, 2)])
def test_a_set_is_judged_by_its_own_floors(
    wars: ModuleType, scorer: Path, capsys: pytest.CaptureFixture[str], floor: float, same: bool, code: int
) -> None:
    found = wars.Measured([{"id": "a"}], [{"incident": "mill"}], [])
    gate = wars.Gate("tarn", "now" if same else "before", "voiced F1", floor=floor)
    assert wars.check(wars.scorer(scorer, {}), "tarn", found, [gate], "now") == code
    assert ("hash is now" in capsys.readouterr().err) is not same


def test_the_worst_set_decides_and_all_are_counted_together(
    wars: ModuleType, scorer: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    gates = tmp_path / "gates.toml"
    now = wars.corpus(wars.SETS)
    gates.write_text(f'[[other-wars]]\nset = "all"\ncorpus = "{now}"\nmetric = "voiced F1"\nfloor = 70\n')
    asked: list[tuple[str, int]] = []

    def measure(name: str, processes: int) -> Any:
        asked.append((name, processes))
        return wars.Measured([{"id": name}], [{"incident": "mill"}], [])

    monkeypatch.setattr(wars, "measure", measure)
    for sets, code in (([], 1), (["w1"], 0)):
        options = ["--gates", str(gates), "--processes", "1"]
        monkeypatch.setattr(sys, "argv", ["other_wars.py", str(scorer), *sets, *options])
        with pytest.raises(SystemExit) as end:
            wars.main()
        assert end.value.code == code
    assert asked == [(name, 1) for name in (*wars.SETS, "w1")]
    assert re.search(rf"^all +documents +{len(wars.SETS)} ", capsys.readouterr().out, re.M)
    monkeypatch.setattr(sys, "argv", ["other_wars.py", str(scorer), "nowhere"])
    with pytest.raises(SystemExit) as end:
        wars.main()
    assert end.value.code == 2


def annotated(start: int, end: int, **told: Any) -> dict[str, Any]:
    return {"start": start, "end": end, "aspect": "killed", "place": ["Tarn"], "date": [None], "party": None} | told


def test_a_claim_is_found_by_aspect_and_a_shared_character(settings: ModuleType) -> None:
    claim = made("a", 10, "four")
    pairs = settings.paired([claim], [annotated(0, 10), annotated(13, 20), annotated(13, 20, aspect="injured")])
    assert pairs == [(annotated(13, 20), claim)]


def test_shares_count_only_what_the_likelier_reading_tells(
    settings: ModuleType, wars: ModuleType, scorer: Path
) -> None:
    score = wars.scorer(scorer, {})
    claim = SimpleNamespace(place=SimpleNamespace(name="Velm"), date=day("2023-05-01", "2023-05-02"), party="Tarn Army")
    row = annotated(0, 1, place=["Tarn", "Velm"], date=["2023-05-01", "2023-05-01/2023-05-02"], party="tarn")
    assert dict(settings.judged(row, claim, score)) == {
        "place": True, "place, likelier": False, "date": True, "party": True,
    }  # fmt: skip
    assert not dict(settings.judged(annotated(0, 1, place=[None], date=[None, "2023-05-01"]), claim, score))


def test_pairs_are_counted_by_who_puts_them_together(settings: ModuleType) -> None:
    told = [({"incident": a}, SimpleNamespace(occurrence=b)) for a, b in (("x", 1), ("x", 1), ("x", 2), ("y", 2))]
    assert settings.grouped(told) == {"both": 1, "told": 1, "wanted": 2, "neither": 2}


def test_another_text_than_the_annotated_one_ends_the_measure(
    settings: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text('{"id": "a", "text": "one"}\n')
    known = [{"id": "a", "sha256": hashlib.sha256(b"one").hexdigest(), "claims": []}]
    assert [page.text for page, _ in settings.articles(known, path)] == ["one"]
    with pytest.raises(SystemExit) as end:
        list(settings.articles([{"id": "b", "sha256": "0", "claims": []}], path))
    assert end.value.code == 2
    assert "not the text that was annotated: b" in capsys.readouterr().err
