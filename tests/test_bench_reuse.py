"""The measure of text reuse: it knows the truth by other means, and says when too little is found."""

import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from benches import load_bench
from reuse.paging import OTHER, WIRE


@pytest.fixture(scope="module")
def bench() -> ModuleType:
    return load_bench("reuse")


@pytest.fixture
def docs(tmp_path: Path) -> Path:
    texts = {"mill": WIRE, "weir": f"{WIRE.replace('12', '15')} {OTHER}", "ferry": f"Nothing of this. {OTHER[20:]}"}
    path = tmp_path / "docs.jsonl"
    path.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in texts.items()), encoding="utf-8")
    return path


def run(bench: ModuleType, docs: Path, monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(sys, "argv", ["reuse.py", str(docs), "--most", "3"])
    with pytest.raises(SystemExit) as end:
        bench.main()
    return end.value.code


def test_all_pairs_are_found(
    bench: ModuleType, docs: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench.truth(bench.documents(docs)) == {("mill", "weir"), ("weir", "ferry")}
    assert not run(bench, docs, monkeypatch)
    told = capsys.readouterr().out
    assert "other stories     3×" in told
    assert "more copies       3×" in told


def test_a_search_that_misses_pairs_is_told(bench: ModuleType, docs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(bench, "find_reuse", lambda *_: ())
    assert run(bench, docs, monkeypatch)


def test_pages_retold_share_nothing_and_perturbed_ones_much(bench: ModuleType, docs: Path) -> None:
    first = bench.documents(docs)[0]
    assert bench.truth([first, bench.retold(first, 1)]) == set()
    assert bench.truth([first, bench.perturbed(first, 1)])
