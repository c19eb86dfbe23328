"""How many of the claims in a gold set are found, and whether any figure has fallen below its floor.

    python bench/claims.py GOLD_DIR [SET…] [--gates FILE]

GOLD_DIR holds, for each SET, SET.docs.jsonl and SET.gold.jsonl, and the scorer score.py; perhaps also
SET.statements.jsonl (with score_statements.py) and SET.passages.jsonl. Without a SET all sets that have floors are
measured. Reads the pages with `counterclaim read --format jsonl`, scores what comes out and compares it with the floors
in bench/gates.toml. A floor holds for one corpus only: it carries the corpus's hash, and where that does not match the
set is not judged.

Exit codes: 0 all floors held, 1 one did not, 2 a set has changed, has no floors, or could not be read.
"""

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

GATES = Path(__file__).parent / "gates.toml"
PASSAGES = Path(__file__).parent / "passages.py"
HEADLINES = (
    "found F1", "value F1", "voiced F1", "full F1", "responsibility F1", "statements who+what F1", "not the article F1",
)  # fmt: skip
PARTS = ("docs", "gold", "statements", "passages")
NO_VERDICT = 2


@dataclass(frozen=True)
class Gate:
    """A figure of one set that must not fall below `floor` (or, where less is better, rise above `ceiling`)."""

    set: str
    corpus: str
    metric: str
    floor: float | None = None
    ceiling: float | None = None

    def holds(self, value: float | None) -> bool:
        """Whether a figure is good enough; none is not."""
        if value is None:
            return False
        return (self.floor is None or value >= self.floor) and (self.ceiling is None or value <= self.ceiling)

    @property
    def limit(self) -> str:
        """The limit as the table shows it."""
        return f"≥ {self.floor}" if self.floor is not None else f"≤ {self.ceiling}"


def corpus_hash(folder: Path, name: str) -> str:
    """SHA-256 over the pages and all the gold of a set, in hex."""
    digest = hashlib.sha256()
    for part in PARTS:
        path = folder / f"{name}.{part}.jsonl"
        if path.is_file():
            digest.update(path.read_bytes())
    return digest.hexdigest()


def load_gates(path: Path, table: str = "gate") -> list[Gate]:
    """The gates of a file's table; raises ValueError where one has no limit, or both."""
    gates = [Gate(**row) for row in tomllib.loads(path.read_text(encoding="utf-8")).get(table, [])]
    for gate in gates:
        if (gate.floor is None) == (gate.ceiling is None):
            raise ValueError(f"{path}: the gate {gate.set} / {gate.metric} needs a floor or a ceiling")
    return gates


def run(command: list[str]) -> str:
    """What a command prints; ends the run with its error output when it fails."""
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if done.returncode != 0:
        print(done.stderr, file=sys.stderr)
        raise SystemExit(NO_VERDICT)
    return done.stdout


def export(folder: Path, name: str, records: str, scratch: str, *options: str) -> Path:
    """A file with one kind of records of a set's pages, as the program writes them."""
    reader = str(Path(sys.executable).with_name("counterclaim"))
    exported = Path(scratch) / f"{records}.jsonl"
    pages = str(folder / f"{name}.docs.jsonl")
    read = [reader, "read", pages, "--format", "jsonl", "--records", records, "--quiet", *options]
    exported.write_text(run(read), "utf-8")
    return exported


def measure(folder: Path, name: str) -> dict[str, Any]:
    """Read one set's pages and score what is read: what `score.py --json` prints, statements and passages with it."""
    docs = str(folder / f"{name}.docs.jsonl")
    with tempfile.TemporaryDirectory() as scratch:
        scorer = [sys.executable, str(folder / "score.py"), docs, str(folder / f"{name}.gold.jsonl")]
        scored: dict[str, Any] = json.loads(run([*scorer, str(export(folder, name, "claims", scratch)), "--json"]))
        statements = folder / f"{name}.statements.jsonl"
        if statements.is_file():
            exported = export(folder, name, "statements", scratch)
            told = Path(scratch) / "scored.json"
            scorer = [sys.executable, str(folder / "score_statements.py"), str(statements), str(exported)]
            run([*scorer, "--json", str(told)])
            whole = json.loads(told.read_text(encoding="utf-8"))["attribution"]
            scored["statements"] = {f"{kind} F1": round(100 * whole[kind]["f"], 1) for kind in ("what", "who+what")}
    passages = folder / f"{name}.passages.jsonl"
    if passages.is_file():
        scored |= json.loads(run([sys.executable, str(PASSAGES), docs, str(passages), "--json"]))
    return scored


def figures(scored: dict[str, Any]) -> dict[str, float | None]:
    """The scorer's figures with flat names: "voiced F1", "of found, % right voice"."""
    flat: dict[str, float | None] = {}
    for name, value in scored.items():
        parts = value.items() if isinstance(value, dict) else [("", value)]
        flat |= {f"{name} {part}".strip(): figure for part, figure in parts}
    return flat


def judge(name: str, found: dict[str, float | None], gates: list[Gate], shown: tuple[str, ...] = HEADLINES) -> bool:
    """Print a set's figures against its gates, those `shown` and those gated; whether all hold."""
    limits = {gate.metric: gate for gate in gates}
    for metric in dict.fromkeys((*shown, *limits)):
        gate, value = limits.get(metric), found.get(metric)
        verdict = "" if gate is None else "ok" if gate.holds(value) else "BELOW" if gate.floor is not None else "ABOVE"
        print(
            f"{name:18} {metric:28} {value if value is not None else '-':>7}  {gate.limit if gate else '':9} {verdict}"
        )
    return all(gate.holds(found.get(gate.metric)) for gate in gates)


def check(folder: Path, name: str, gates: list[Gate]) -> int:
    """Measure one set and judge it: 0, 1 or 2 as the exit code says."""
    own = [gate for gate in gates if gate.set == name]
    corpus = corpus_hash(folder, name)
    found = figures(measure(folder, name))
    held = judge(name, found, own)
    if not own or any(gate.corpus != corpus for gate in own):
        why = "has no floors" if not own else "is not the corpus that the floors were set on"
        print(f"{name}: {why}; its hash is {corpus}", file=sys.stderr)
        return NO_VERDICT
    return 0 if held else 1


def main() -> None:
    """Check every set, or those with floors; the worst outcome decides."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold", type=Path, metavar="GOLD_DIR")
    parser.add_argument("sets", nargs="*", metavar="SET")
    parser.add_argument("--gates", type=Path, default=GATES)
    arguments = parser.parse_args()
    gates = load_gates(arguments.gates)
    sets = arguments.sets or list(dict.fromkeys(gate.set for gate in gates))
    missing = [name for name in sets if not (arguments.gold / f"{name}.gold.jsonl").is_file()]
    if missing:
        parser.error(f"{arguments.gold} has no gold for {', '.join(missing)}")
    outcomes = [check(arguments.gold, name, gates) for name in sets]
    raise SystemExit(1 if 1 in outcomes else max(outcomes))


if __name__ == "__main__":
    main()
