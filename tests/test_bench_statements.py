import hashlib
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

from benches import BENCH, load_bench


@pytest.fixture(scope="module")
def statements() -> ModuleType:
    return load_bench("statements")


@pytest.fixture(scope="module")
def losses() -> ModuleType:
    return load_bench("losses")


def share(value: float) -> dict[str, float]:
    return {"p": value, "r": value, "f": value}


SCORED = {
    "attribution": {name: share(0.5) for name in ("what", "who+what", "who+cue+what", "all exact")},
    **{role: {"exact": share(0.25)} for role in ("source", "cue", "content")},
    "recall by type": {"nested": {"n": 4, "what": 1.0, "who+what": 0.75}},
    "voice right, of those found": None,
    "link accuracy": 1.0,
}


def test_figures_are_percent_under_flat_names(statements: ModuleType) -> None:
    found = statements.figures(SCORED)
    assert found["who+cue+what F1"] == 50.0
    assert found["cue exact F1"] == 25.0
    assert found["nested recall"] == 75.0
    assert found["voice right, of those found"] is None
    assert "outer recall" not in found


def test_offsets_are_put_beside_their_texts(statements: ModuleType, tmp_path: Path) -> None:
    gold, texts = tmp_path / "gold.jsonl", tmp_path / "texts.jsonl"
    texts.write_text('{"id": "a", "text": "one"}\n{"id": "b", "text": "two"}\n')
    row = {"id": "b", "sha256": hashlib.sha256(b"two").hexdigest(), "attributions": []}
    gold.write_text(json.dumps(row))
    assert json.loads(statements.with_texts(gold, texts)) == {**row, "text": "two"}
    texts.write_text('{"id": "b", "text": "another"}\n')
    with pytest.raises(SystemExit, match="not the text that was annotated: b"):
        statements.with_texts(gold, texts)


@pytest.mark.parametrize(("floor", "same", "code"), [(40.0, True, 0), (60.0, True, 1), (40.0, False, 2)])
def test_the_exit_code_tells_held_below_and_changed(
    statements: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, floor: float, same: bool, code: int
) -> None:
    gold, gates = tmp_path / "tarn.jsonl", tmp_path / "gates.toml"
    gold.write_text('{"id": "a", "text": "one", "attributions": []}\n')
    corpus = "d41d8cd98f00b204" if not same else hashlib.sha256(gold.read_bytes()).hexdigest()
    gates.write_text(f'[[statements]]\nset = "tarn"\ncorpus = "{corpus}"\nmetric = "who+what F1"\nfloor = {floor}\n')
    monkeypatch.setattr(statements, "measure", lambda scorer, rows: SCORED)
    monkeypatch.setattr(sys, "argv", ["statements.py", "scorer.py", str(gold), "--gates", str(gates)])
    with pytest.raises(SystemExit) as end:
        statements.main()
    assert end.value.code == code


def test_the_shipped_floors_name_the_shipped_gold(statements: ModuleType) -> None:
    gates = statements.load_gates(BENCH / "gates.toml", "statements")
    assert len({(g.set, g.metric) for g in gates}) == len(gates) > 0
    own = hashlib.sha256((BENCH / "data" / "fakes-annotated.jsonl").read_bytes()).hexdigest()
    assert {g.corpus for g in gates if g.set == "fakes-annotated"} == {own}


def test_the_shipped_annotations_hold_offsets_and_no_text() -> None:
    for file in (BENCH / "data" / "fakes-annotated.jsonl", BENCH.parent / "training/attribution/annotated.jsonl"):
        rows = [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]
        assert all(set(row) == {"id", "sha256", "attributions"} for row in rows)
        assert all(
            stop > start >= 0
            for row in rows
            for told in row["attributions"]
            for role in ("source", "cue", "content")
            for start, stop in told[role]
        )


def test_pages_to_learn_from_and_pages_to_measure_on_are_apart() -> None:
    files = (BENCH / "data" / "fakes-annotated.jsonl", BENCH.parent / "training/attribution/annotated.jsonl")
    measured, learnt = ({json.loads(line)["id"] for line in f.read_text().splitlines()} for f in files)
    assert not measured & learnt


def words(source: str, cue: str, content: str) -> dict[str, frozenset[int]]:
    parts = {"source": source, "cue": cue, "content": content}
    return {role: frozenset(int(n) for n in numbers.split()) for role, numbers in parts.items()}


@pytest.mark.parametrize(
    ("read", "kind"),
    [
        (None, "not found"),
        (words("1", "2", "9"), "not found"),
        (words("1", "2", "3 7 8 9 10"), "other content"),
        (words("", "2", "3 4 5"), "no source"),
        (words("8", "2", "3 4 5"), "other source"),
        (words("1", "8", "3 4 5"), "other cue"),
        (words("1", "2", "3 4"), "right"),
    ],
)
def test_losses_are_told_apart(losses: ModuleType, read: dict[str, frozenset[int]] | None, kind: str) -> None:
    def dice(one: frozenset[int], other: frozenset[int]) -> float:
        return 2 * len(one & other) / (len(one) + len(other))

    assert losses.kind(words("1", "2", "3 4 5"), read, dice) == kind
