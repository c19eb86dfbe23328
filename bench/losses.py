"""What is lost where statements are read: how many are right, and what is wrong with the others.

    python bench/losses.py SCORER.py STATEMENTS.jsonl [--texts PAGES.jsonl]

The arguments are those of bench/statements.py. A statement is right when it has half of the content (Dice), a word of
the source and a word of the cue. Of the others the first that holds is counted: nothing was read there, too little or
too much was taken for content, the source is missing, the source is another, the cue stands elsewhere. "Nobody says"
are statements read where the gold has none. Prints the counts and their shares of the gold.
"""

import argparse
import importlib
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any

from statements import ROLES, read_statements, with_texts

KINDS = ("right", "not found", "other content", "no source", "other source", "other cue", "nobody says")


def kind(gold: dict[str, frozenset[int]], read: dict[str, frozenset[int]] | None, dice: Any) -> str:
    """What is wrong with a statement; the values are token numbers of the roles."""
    if read is None or not gold["content"] & read["content"]:
        return "not found"
    if dice(gold["content"], read["content"]) < 0.5:
        return "other content"
    if gold["source"] and not read["source"]:
        return "no source"
    if (gold["source"] or read["source"]) and not gold["source"] & read["source"]:
        return "other source"
    return "right" if gold["cue"] & read["cue"] or not (gold["cue"] or read["cue"]) else "other cue"


def count(scorer: Path, gold: Path, texts: Path | None) -> Counter[str]:
    """How many statements there are of each kind."""
    sys.path.insert(0, str(scorer.parent))
    score = importlib.import_module(scorer.stem)
    found: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as scratch:
        whole, exported = read_statements(with_texts(gold, texts), Path(scratch))
        pages, read = score.load(whole), score.load(exported)
    for name, page in pages.items():
        index = score.Index(page["text"], strict=False)
        right, ours = (
            [{role: index.ids(told.get(role) or []) for role in ROLES} for told in rows]
            for rows in (page["attributions"], read.get(name, {"attributions": []})["attributions"])
        )
        pairs = score.align(right, ours)
        kinds = [kind(told, ours[pairs[n]] if n in pairs else None, score.dice) for n, told in enumerate(right)]
        found.update(kinds)
        found["nobody says"] += len(ours) - len(kinds) + kinds.count("not found")
    return found


def main() -> None:
    """Print the counts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scorer", type=Path, metavar="SCORER.py")
    parser.add_argument("gold", type=Path, metavar="STATEMENTS.jsonl")
    parser.add_argument("--texts", type=Path, help="the pages, where the gold holds none")
    options = parser.parse_args()
    found = count(options.scorer, options.gold, options.texts)
    total = sum(found.values()) - found["nobody says"]
    for name in KINDS:
        print(f"{name:16} {found[name]:6} {100 * found[name] / max(1, total):6.1f}")


if __name__ == "__main__":
    main()
