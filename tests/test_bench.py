import sys
from pathlib import Path
from types import ModuleType

import pytest

from benches import BENCH, load_bench


@pytest.fixture(scope="module")
def claims() -> ModuleType:
    return load_bench("claims")


def gate(claims: ModuleType, **limit: float) -> object:
    return claims.Gate("tarn", "hash", "voiced F1", **limit)


def test_a_figure_on_its_floor_holds_and_one_below_does_not(claims: ModuleType) -> None:
    assert gate(claims, floor=70.0).holds(70.0)
    assert not gate(claims, floor=70.0).holds(69.9)
    assert gate(claims, ceiling=10.0).holds(10.0)
    assert not gate(claims, ceiling=10.0).holds(10.1)
    assert not gate(claims, floor=0.0).holds(None)


def test_the_scorers_figures_get_flat_names(claims: ModuleType) -> None:
    scored = {"documents": 3, "voiced": {"P": 1.0, "F1": 2.0}, "incident B3": None}
    assert claims.figures(scored) == {"documents": 3, "voiced P": 1.0, "voiced F1": 2.0, "incident B3": None}


def test_a_set_below_its_floor_is_not_passed(claims: ModuleType, capsys: pytest.CaptureFixture[str]) -> None:
    assert not claims.judge("tarn", {"voiced F1": 60.0}, [gate(claims, floor=70.0)])
    assert "BELOW" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("floor", "corpus", "code"), [(50.0, True, 0), (70.0, True, 1), (50.0, False, 2)], ids=["held", "below", "changed"]
)
def test_the_exit_code_tells_held_below_and_changed(
    claims: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, floor: float, corpus: bool, code: int
) -> None:
    for part in ("docs", "gold"):
        (tmp_path / f"tarn.{part}.jsonl").write_text("{}\n")
    monkeypatch.setattr(claims, "measure", lambda folder, name: {"voiced": {"F1": 60.0}})
    known = claims.corpus_hash(tmp_path, "tarn") if corpus else "another"
    assert claims.check(tmp_path, "tarn", [claims.Gate("tarn", known, "voiced F1", floor=floor)]) == code


def test_the_corpus_hash_covers_all_the_gold_there_is(claims: ModuleType, tmp_path: Path) -> None:
    for part in ("docs", "gold"):
        (tmp_path / f"tarn.{part}.jsonl").write_text("{}\n")
    before = claims.corpus_hash(tmp_path, "tarn")
    (tmp_path / "tarn.statements.jsonl").write_text("{}\n")
    assert claims.corpus_hash(tmp_path, "tarn") != before


def test_without_a_set_all_sets_with_floors_are_checked(
    claims: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    gates = tmp_path / "gates.toml"
    rows = [f'[[gate]]\nset = "{name}"\ncorpus = "x"\nmetric = "voiced F1"\nfloor = 1\n' for name in ("tarn", "velm")]
    gates.write_text("".join(rows))
    for name in ("tarn", "velm"):
        (tmp_path / f"{name}.gold.jsonl").write_text("")
    checked: list[str] = []
    monkeypatch.setattr(claims, "check", lambda folder, name, gates: checked.append(name) or 0)
    monkeypatch.setattr(sys, "argv", ["claims.py", str(tmp_path), "--gates", str(gates)])
    with pytest.raises(SystemExit) as end:
        claims.main()
    assert (end.value.code, checked) == (0, ["tarn", "velm"])


def test_the_shipped_gates_are_whole_and_single(claims: ModuleType) -> None:
    gates = claims.load_gates(BENCH / "gates.toml")
    assert len({(g.set, g.metric) for g in gates}) == len(gates) > 0
    assert all(len(g.corpus) == 64 for g in gates)
    assert all(len({g.corpus for g in gates if g.set == name}) == 1 for name in {g.set for g in gates})


def test_a_gate_without_a_limit_is_refused(claims: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "gates.toml"
    path.write_text('[[gate]]\nset = "tarn"\ncorpus = "x"\nmetric = "voiced F1"\n')
    with pytest.raises(ValueError, match="needs a floor or a ceiling"):
        claims.load_gates(path)
