"""How well statements are read: who says what, by which words, told within whose.

    python bench/statements.py SCORER.py STATEMENTS.jsonl [--name NAME] [--texts PAGES.jsonl] [--gates FILE]

SCORER.py is score_statements.py; STATEMENTS.jsonl holds a page a line, {"id", "text", "attributions"}, as PolNeAR's
files and the gold sets have them. Reads the pages with `counterclaim read --format jsonl --records statements`, scores
what comes out and compares it with the floors that bench/gates.toml has for NAME (without one: for the file's name). A
floor holds for one corpus only: it carries the file's hash.

`--texts` gives the pages ({"id", "text"}) where STATEMENTS.jsonl holds offsets alone, as bench/data/ does.

Exit codes as bench/claims.py has them: 0 all floors held, 1 one did not, 2 another corpus, or it could not be read.
"""

import argparse
import hashlib
import json
import sys
import tempfile
from pathlib import Path
from typing import Any

from claims import GATES, NO_VERDICT, judge, load_gates, run

ROLES = ("source", "cue", "content")
WHOLES = ("what", "who+what", "who+cue+what", "all exact")
KINDS = ("nested", "outer", "no cue", "direct", "mixed", "indirect-speech", "indirect-other")


def with_texts(gold: Path, texts: Path | None) -> str:
    """The rows of the gold, each with its page's text, as JSON Lines."""
    rows = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
    if texts is not None:
        known = {row["id"]: row["text"] for row in map(json.loads, texts.read_text(encoding="utf-8").splitlines())}
        rows = [{**row, "text": known[row["id"]]} for row in rows]
        changed = [row["id"] for row in rows if hashlib.sha256(row["text"].encode()).hexdigest() != row["sha256"]]
        if changed:
            raise SystemExit(f"{texts}: not the text that was annotated: {', '.join(changed)}")
    return "".join(json.dumps(row) + "\n" for row in rows)


def read_statements(gold: str, scratch: Path) -> tuple[Path, Path]:
    """Files with the gold and with the statements that the program reads on its pages; `gold` is JSON Lines."""
    reader = str(Path(sys.executable).with_name("counterclaim"))
    whole, pages, exported = (scratch / name for name in ("gold.jsonl", "pages.jsonl", "statements.jsonl"))
    whole.write_text(gold, "utf-8")
    bare = ({name: row[name] for name in ("id", "text")} for row in map(json.loads, gold.splitlines()))
    pages.write_text("".join(json.dumps(row) + "\n" for row in bare), "utf-8")
    read = [reader, "read", str(pages), "--format", "jsonl", "--records", "statements", "--quiet"]
    exported.write_text(run(read), "utf-8")
    return whole, exported


def measure(scorer: Path, gold: str) -> dict[str, Any]:
    """What the scorer writes about pages as the program reads them."""
    with tempfile.TemporaryDirectory() as scratch:
        whole, exported = read_statements(gold, Path(scratch))
        told = Path(scratch) / "scored.json"
        run([sys.executable, str(scorer), str(whole), str(exported), "--json", str(told)])
        scored: dict[str, Any] = json.loads(told.read_text(encoding="utf-8"))
        return scored


def figures(scored: dict[str, Any]) -> dict[str, float | None]:
    """The scorer's figures in percent with flat names: "who+what F1", "cue exact F1", "nested recall"."""
    shares = {f"{name} F1": scored["attribution"][name]["f"] for name in WHOLES}
    shares |= {f"who+what {name}": scored["attribution"]["who+what"][name[0]] for name in ("precision", "recall")}
    shares |= {f"{role} exact F1": scored[role]["exact"]["f"] for role in ROLES}
    types = scored["recall by type"]
    shares |= {f"{kind} recall": types[kind]["who+what"] for kind in KINDS if kind in types}
    shares |= {name: scored.get(name) for name in ("voice right, of those found", "link accuracy")}
    return {name: None if share is None else round(100 * share, 1) for name, share in shares.items()}


def main() -> None:
    """Measure one file and judge it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scorer", type=Path, metavar="SCORER.py")
    parser.add_argument("gold", type=Path, metavar="STATEMENTS.jsonl")
    parser.add_argument("--name", help="the set's name in the gates")
    parser.add_argument("--texts", type=Path, help="the pages, where the gold holds none")
    parser.add_argument("--gates", type=Path, default=GATES)
    options = parser.parse_args()
    name = options.name or options.gold.stem
    corpus = hashlib.sha256(options.gold.read_bytes()).hexdigest()
    own = [gate for gate in load_gates(options.gates, "statements") if gate.set == name]
    found = figures(measure(options.scorer, with_texts(options.gold, options.texts)))
    held = judge(name, found, own, tuple(found))
    if not own or any(gate.corpus != corpus for gate in own):
        why = "has no floors" if not own else "is not the corpus that the floors were set on"
        print(f"{name}: {why}; its hash is {corpus}", file=sys.stderr)
        raise SystemExit(NO_VERDICT)
    raise SystemExit(0 if held else 1)


if __name__ == "__main__":
    main()
