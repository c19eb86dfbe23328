"""Where, when, by whom and in which occurrence claims are put on articles that nothing was learnt from.

    python bench/settings.py SCORER.py ARTICLES.jsonl [--gates FILE]

SCORER.py is the gold folder's score.py, whose ways of comparing names are used; ARTICLES.jsonl the pages of FA-KES. Our
annotation of 35 of them is in bench/data/settings-kept.jsonl, as offsets and values: for each claim what is accepted,
the likelier first (null: nothing). A claim is found when one of its aspect shares a character with it. Shares are of
the found claims whose likelier reading is not null; "place, likelier" does not accept the second reading. "pairs F1" is
over all pairs of a page's found claims: whether both sides put the two in one occurrence. The figures are compared with
the floors of [[other-wars]] in bench/gates.toml, set "settings-kept".

Exit codes as bench/other_wars.py has them; 2 also where an article is not the one that was annotated.
"""

import argparse
import hashlib
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations
from pathlib import Path
from types import ModuleType
from typing import Any

from claims import GATES, NO_VERDICT, judge, load_gates
from counterclaim.model import Claim, Document
from counterclaim.pipeline import read_page
from counterclaim.resources import Resources, load_resources
from other_wars import rows, scorer

KEPT = Path(__file__).parent / "data" / "settings-kept.jsonl"
NAME = "settings-kept"
FIELDS = ("id", "text", "outlet", "published", "title", "url")
SHOWN = ("claims", "found", "place", "place, likelier", "date", "party", "pairs F1")
Pair = tuple[dict[str, Any], Claim]


def articles(kept: Sequence[dict[str, Any]], path: Path) -> Iterator[tuple[Document, list[dict[str, Any]]]]:
    """The annotated pages with their claims; ends the program where a text is not the one that was annotated."""
    known = {hashlib.sha256(row["text"].encode()).hexdigest(): row for row in rows(path.read_text(encoding="utf-8"))}
    for page in kept:
        row = known.get(page["sha256"])
        if row is None:
            print(f"{path}: not the text that was annotated: {page['id']}", file=sys.stderr)
            raise SystemExit(NO_VERDICT)
        yield Document(**{name: row.get(name) for name in FIELDS}), page["claims"]


def paired(claims: Sequence[Claim], wanted: Sequence[dict[str, Any]]) -> list[Pair]:
    """Each annotated claim that is found, with the first claim of its aspect that shares a character with it."""
    found = []
    for row in wanted:
        at = (
            c for c in claims if c.aspect == row["aspect"] and c.span.start < row["end"] and row["start"] < c.span.end
        )
        claim = next(at, None)
        if claim is not None:
            found.append((row, claim))
    return found


def dated(claim: Claim) -> str | None:
    """A claim's day, or its first and last as the annotation writes them."""
    if claim.date is None:
        return None
    first, last = claim.date.earliest, claim.date.latest
    return first if first == last else f"{first}/{last}"


def judged(row: dict[str, Any], claim: Claim, score: ModuleType) -> Iterator[tuple[str, bool]]:
    """Each figure that a found claim counts in, and whether it is right there."""
    places, got = [p for p in row["place"] if p], claim.place and claim.place.name
    if places:
        yield "place", any(score.same_place(place, got) for place in places)
        yield "place, likelier", score.same_place(places[0], got)
    if row["date"][0]:
        yield "date", dated(claim) in row["date"]
    if row["party"]:
        yield "party", score.party_key(claim.party) == score.party_key(row["party"])


def grouped(pairs: Sequence[Pair]) -> Counter[str]:
    """How many pairs of found claims are of one occurrence for both sides, the program, the annotator, or neither."""
    counts: Counter[str] = Counter()
    for (row, claim), (other, second) in combinations(pairs, 2):
        told, wanted = claim.occurrence == second.occurrence, row["incident"] == other["incident"]
        counts["both" if told and wanted else "told" if told else "wanted" if wanted else "neither"] += 1
    return counts


def measure(kept: Sequence[dict[str, Any]], path: Path, score: ModuleType, resources: Resources) -> dict[str, Any]:
    """Counts of claims annotated and found, and the shares in percent."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    groups: Counter[str] = Counter()
    annotated = found = 0
    for page, wanted in articles(kept, path):
        pairs = paired(read_page(page, resources).claims, wanted)
        annotated, found, groups = annotated + len(wanted), found + len(pairs), groups + grouped(pairs)
        for row, claim in pairs:
            for name, ok in judged(row, claim, score):
                asked[name] += 1
                right[name] += ok
    shares: dict[str, Any] = {name: round(100 * right[name] / asked[name], 1) for name in asked}
    whole = 2 * groups["both"] + groups["told"] + groups["wanted"]
    pairs_f1 = round(200 * groups["both"] / whole, 1) if whole else None
    return {"claims": annotated, "found": found, **shares, "pairs F1": pairs_f1}


def main() -> None:
    """Measure the articles and judge them by their floors."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scorer", type=Path, metavar="SCORER.py")
    parser.add_argument("articles", type=Path, metavar="ARTICLES.jsonl")
    parser.add_argument("--gates", type=Path, default=GATES)
    asked = parser.parse_args()
    kept = KEPT.read_text(encoding="utf-8")
    found = measure(rows(kept), asked.articles, scorer(asked.scorer, {}), load_resources())
    own = [gate for gate in load_gates(asked.gates, "other-wars") if gate.set == NAME]
    held = judge(NAME, found, own, SHOWN)
    now = hashlib.sha256(kept.encode()).hexdigest()
    if any(gate.corpus != now for gate in own):
        print(f"{NAME}: not the annotation that the floors were set on; its hash is {now}", file=sys.stderr)
        raise SystemExit(NO_VERDICT)
    raise SystemExit(0 if held else 1)


if __name__ == "__main__":
    main()
