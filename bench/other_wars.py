"""How pages on other wars than the gold sets' are read: claims in full, by set and over all.

    python bench/other_wars.py SCORER.py [SET…] [--processes N] [--gates FILE]

SCORER.py is the gold folder's score.py. The pages and their gold are in bench/other-wars/, which says what they are;
nobody learns from them or writes rules for them. Reads each set with `counterclaim read --format jsonl`, as claims.py
does, scores it with the further names of its parties in other-wars/aliases.json, and compares what comes out with the
floors of [[other-wars]] in bench/gates.toml. Without a SET: all of them, and "all", their claims counted together.

Exit codes: 0 all floors held (or there are none), 1 one did not, 2 the pages have changed since the floors were set.
"""

import argparse
import hashlib
import importlib.util
import json
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

from claims import GATES, NO_VERDICT, Gate, export, figures, judge, load_gates

PAGES = Path(__file__).parent / "other-wars"
SETS = ("w0", "d", "e", "w1", "w2", "w3", "w4", "w5", "w8", "r")
ALL = "all"
SHARES = ("voice", "voice, where named", "who", "date", "place", "party", "certainty", "subset", "relays")
SHOWN = (
    "documents", "gold claims", "ungrounded spans", "found F1", "value F1", "voiced F1", "full F1", "responsibility F1",
    "incident B3 F1", "false independence positions", "false independence rate",
    *(f"of found, % right {share}" for share in SHARES),
)  # fmt: skip
Row = dict[str, Any]


@dataclass(frozen=True)
class Measured:
    """A set's pages, its gold, and the claims that the program reads on them."""

    documents: Sequence[Row]
    gold: Sequence[Row]
    claims: Sequence[Row]


def rows(text: str) -> list[Row]:
    """The rows of JSON Lines."""
    return [json.loads(line) for line in text.splitlines() if line.strip()]


def scorer(path: Path, aliases: Mapping[str, Sequence[str]]) -> ModuleType:
    """The gold folder's scorer, told that each party has these further names; it changes nothing on disk."""
    spec = importlib.util.spec_from_file_location("scorer_of_claims", path)
    if spec is None or spec.loader is None:
        raise SystemExit(f"{path} is no Python file")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    for name, others in aliases.items():
        one = score.LOOKUP.get(score.fold(name), score.fold(name))
        score.LOOKUP.update({score.fold(other): one for other in others})
    return score


def corpus(names: Iterable[str], folder: Path = PAGES) -> str:
    """SHA-256 over the pages and gold of the sets and over the parties' names, in hex."""
    digest = hashlib.sha256()
    for name in names:
        for part in ("docs", "gold"):
            digest.update((folder / f"{name}.{part}.jsonl").read_bytes())
    digest.update((folder / "aliases.json").read_bytes())
    return digest.hexdigest()


def measure(name: str, processes: int, folder: Path = PAGES) -> Measured:
    """Read one set as a user would."""
    documents, gold = (rows((folder / f"{name}.{part}.jsonl").read_text(encoding="utf-8")) for part in ("docs", "gold"))
    with tempfile.TemporaryDirectory() as scratch:
        exported = export(folder, name, "claims", scratch, "--processes", str(processes))
        return Measured(documents, gold, rows(exported.read_text(encoding="utf-8")))


def together(sets: Mapping[str, Measured]) -> Measured:
    """All sets as one: each was linked by itself, so no incident of one is an incident of another."""

    def marked(found: Sequence[Row], name: str) -> list[Row]:
        return [row | {"incident": row["incident"] and f"{row['incident']} in {name}"} for row in found]

    return Measured(
        [page for one in sets.values() for page in one.documents],
        [row for name, one in sets.items() for row in marked(one.gold, name)],
        [row for name, one in sets.items() for row in marked(one.claims, name)],
    )


def check(score: ModuleType, name: str, found: Measured, own: Sequence[Gate], now: str) -> int:
    """Score a set and judge it by its floors: 0, 1 or 2 as the exit code says."""
    flat = figures(score.score(found.documents, [dict(row) for row in found.gold], found.claims))
    held = judge(name, flat, list(own), SHOWN)
    if any(gate.corpus != now for gate in own):
        print(f"{name}: not the pages that the floors were set on; their hash is {now}", file=sys.stderr)
        return NO_VERDICT
    return 0 if held else 1


def main() -> None:
    """Measure the sets; the worst outcome decides."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scorer", type=Path, metavar="SCORER.py")
    parser.add_argument("sets", nargs="*", metavar="SET", help=" ".join(SETS))
    parser.add_argument("--processes", type=int, choices=(1, 2), default=2, help="that read pages (default: 2)")
    parser.add_argument("--gates", type=Path, default=GATES)
    asked = parser.parse_args()
    unknown = set(asked.sets) - set(SETS)
    if unknown:
        parser.error(f"no such set: {', '.join(sorted(unknown))}")
    score = scorer(asked.scorer, json.loads((PAGES / "aliases.json").read_text(encoding="utf-8")))
    gates = load_gates(asked.gates, "other-wars")
    read: dict[str, Measured] = {}
    outcomes = []
    for name in asked.sets or SETS:
        read[name] = measure(name, asked.processes)
        outcomes.append(check(score, name, read[name], [g for g in gates if g.set == name], corpus([name])))
    if not asked.sets:
        outcomes.append(check(score, ALL, together(read), [g for g in gates if g.set == ALL], corpus(SETS)))
    raise SystemExit(1 if 1 in outcomes else max(outcomes))


if __name__ == "__main__":
    main()
