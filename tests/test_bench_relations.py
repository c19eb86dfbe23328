"""The measure of relations: it finds annotated positions again, and says by kind where the program agrees."""

import hashlib
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from benches import load_bench
from counterclaim.model import Document, Page
from counterclaim.resources import load_resources

TEXT = "Twelve people died said Tarn Watch. The toll rose to 19 said Tarn Watch. Weir Rescue counted 30 dead."


def gold(quote: str, low: int, voice: str) -> dict[str, Any]:
    empty: dict[str, Any] = dict.fromkeys(("part_of", "party", "place", "date"))
    return empty | {
        "doc": "a", "aspect": "killed", "quote": quote, "context": f"{quote} ", "low": low, "high": low,
        "bound": "exactly", "who": "people", "voice": voice, "relays": [], "polarity": "affirms",
        "certainty": "certain", "incident": "mill",
    }  # fmt: skip


def pair(kind: str, *sides: tuple[str, str]) -> dict[str, Any]:
    at = [[["a", TEXT.index(q), TEXT.index(q) + len(q)]] for q, _ in sides]
    return {"aspect": "killed", "kind": kind, "voices": [v for _, v in sides], "a": at[0], "b": at[1]}


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    return load_bench("relations")


def test_annotated_pairs_are_found_again_and_told_by_kind(
    bench: ModuleType, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    documents, resources = [Document("a", TEXT)], load_resources()
    first, second, other = ("Twelve people", "Tarn Watch"), ("19", "Tarn Watch"), ("30", "Weir Rescue")
    told = [
        {"document": "a", "sha256": hashlib.sha256(TEXT.encode()).hexdigest()},
        pair("revises", second, first),
        pair("revises", first, second),
        pair("corroborates", first, other),
    ]
    path = tmp_path / "pairs.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in told), encoding="utf-8")
    pairs = bench.annotated(path, documents)
    rows = [
        gold(*row) for row in (("Twelve people", 12, "Tarn Watch"), ("19", 19, "Tarn Watch"), ("30", 30, "Weir Rescue"))
    ]
    accounts = bench.gold_accounts(documents, rows, resources)
    pages = [Page(d, (), (), ()) for d in documents]
    kinds = [bench.told(p, accounts, pages, resources) for p in pairs]
    assert kinds == ["revises", "revises (turned)", "other number"]
    bench.report("pairs", pairs, kinds, errors=True)
    assert capsys.readouterr().out.splitlines()[0] == "pairs: 1 of 3 agree (33 %), 3 read and linked"


def test_other_pages_than_those_annotated_are_refused(bench: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps({"document": "a", "sha256": "0"}) + "\n", encoding="utf-8")
    with pytest.raises(SystemExit) as end:
        bench.annotated(path, [Document("a", TEXT)])
    assert end.value.code == 2
