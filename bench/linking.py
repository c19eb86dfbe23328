"""How well pages are put together by the incident that they report, and how the time of linking grows.

    python bench/linking.py incidents PAGES.jsonl [PAGES.jsonl …] [--scored PAGES.jsonl] [--processes 2]
    python bench/linking.py scale PAGES.jsonl [--sizes 1000 10000 100000]

`incidents` reads all pages (`id`, `text`, `title`, `published`, and the `incident` that the page reports) in one stream
with `counterclaim read --format jsonl`, and takes as a page's incident the one of its main occurrence: that of most of
its claims, of several such the one told first. A page without a claim is alone. It prints B-cubed (Bagga and Baldwin
1998) and the F1 of pairs of pages, for all pages and for those of the file under `--scored`, besides the time, and the
peak memory of the largest process.

`scale` reads the pages and links as many occurrences as asked for, made by drawing the pages again and again: each
round's days are moved on by as much time as the pages cover, and its rare names are changed, so that a collection ten
times as large is one of ten times as much news. It prints seconds, what is compared, and the ratios.
"""

import argparse
import json
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import combinations
from pathlib import Path
from typing import Any

from counterclaim.linking.incidents import link_incidents
from counterclaim.linking.occurrences import group_occurrences
from counterclaim.linking.weights import LinkModel
from counterclaim.linking.words import TOKEN, folded
from counterclaim.model import Document, Interval, Occurrence, Page
from counterclaim.pipeline import read_page
from counterclaim.resources import load_linking, load_resources

LETTERS = "bdfglmnrst"
RARE = 8  # bits: names from that rarity on are another's in another round
MEGABYTE = 1024  # of the kilobytes that the system counts in


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def incidents(options: argparse.Namespace) -> None:
    """Read all pages in one stream and print how well they are put together."""
    told = {row["id"]: row["incident"] for path in options.pages for row in rows(path)}
    pages = (line for path in options.pages for line in path.read_text(encoding="utf-8").splitlines() if line.strip())
    start = time.perf_counter()
    reader = str(Path(sys.executable).with_name("counterclaim"))
    command = [reader, "read", "-", "--format", "jsonl", "--quiet", "--processes", str(options.processes)]
    done = subprocess.run(
        command, input="\n".join(pages), capture_output=True, text=True, encoding="utf-8", check=False
    )
    if not done.stdout:
        raise SystemExit(done.stderr)
    seconds = time.perf_counter() - start
    of: dict[str, Counter[tuple[int, str]]] = defaultdict(Counter)
    for claim in map(json.loads, done.stdout.splitlines()):
        of[claim["document"]][claim["occurrence"], claim["incident"]] += 1
    got = {page: main_incident(of[page]) or f"alone {page}" for page in told}
    memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // MEGABYTE
    print(f"{len(told)} pages, {sum(map(bool, of.values()))} with claims: {seconds:.0f} s, {memory} MB in one process")
    report("all", told, got)
    if options.scored:
        chosen = [row["id"] for row in rows(options.scored)]
        report(options.scored.stem, {p: told[p] for p in chosen}, {p: got[p] for p in chosen})


def main_incident(claims: Mapping[tuple[int, str], int]) -> str | None:
    """The incident of the occurrence of most claims, of several of that first told; None without any."""
    found = min(claims, key=lambda known: (-claims[known], known), default=None)
    return found[1] if found else None


def report(name: str, told: Mapping[str, str], got: Mapping[str, str]) -> None:
    """Print B-cubed and the F1 of pairs."""
    ours, theirs = groups(got), groups(told)
    both = [(ours[got[p]], theirs[told[p]]) for p in told]
    cubed = [sum(len(a & b) / len(part) for a, b in both for part in [(a, b)[k]]) / len(both) for k in (0, 1)]
    mine, right = pairs(ours), pairs(theirs)
    shares = [len(mine & right) / max(1, len(found)) for found in (mine, right)]
    print(f"{name:12} B-cubed {figures(*cubed)}   pairs {figures(*shares)}   ({len(told)} pages)")


def groups(of: Mapping[str, str]) -> dict[str, set[str]]:
    """Pages by incident."""
    found: dict[str, set[str]] = defaultdict(set)
    for page, incident in of.items():
        found[incident].add(page)
    return found


def pairs(found: Mapping[str, set[str]]) -> set[tuple[str, str]]:
    """Every two pages of one group."""
    return {pair for group in found.values() for pair in combinations(sorted(group), 2)}


def figures(precision: float, recall: float) -> str:
    """Precision, recall and F1 in percent."""
    f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    return f"P {100 * precision:5.1f} R {100 * recall:5.1f} F1 {100 * f1:5.1f}"


def scale(options: argparse.Namespace) -> None:
    """Print the time that linking takes at several sizes."""
    resources, model = load_resources(), load_linking()
    documents = [
        Document(r["id"], r["text"], title=r.get("title"), published=r.get("published")) for r in rows(options.pages)
    ]
    pages = [page for page in (read_page(d, resources) for d in documents) if page.claims and page.document.published]
    link_incidents(next(drawn(pages, model)), model)  # what is loaded once is not measured
    last: tuple[int, float] | None = None
    print("occurrences    claims   seconds   per 1,000   times as many, times as long")
    for size in options.sizes:
        occurrences: list[Occurrence] = []
        for portion in drawn(pages, model):
            occurrences += portion
            if len(occurrences) >= size:
                break
        occurrences = occurrences[:size]
        start = time.perf_counter()
        link_incidents(occurrences, model)
        seconds = time.perf_counter() - start
        ratio = f"{size / last[0]:10.1f} {seconds / last[1]:10.1f}" if last else ""
        claims = sum(len(o.claims) for o in occurrences)
        print(f"{size:11,} {claims:9,} {seconds:9.1f} {1000 * seconds / size:11.3f} {ratio}", flush=True)
        last = size, seconds
    print(f"peak memory {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // MEGABYTE} MB")


def drawn(pages: Sequence[Page], model: LinkModel) -> Iterator[list[Occurrence]]:
    """The pages' occurrences page by page, round after round, each round of another time and with names of its own."""
    days = [p.document.published_on for p in pages if p.document.published_on]
    span = max(days) - min(days) + timedelta(days=60)
    round_ = 0
    while True:
        for page in pages:
            moved = span * round_
            yield [_moved(o, moved, round_, model) for o in group_occurrences(page)]
        round_ += 1


def _moved(occurrence: Occurrence, by: timedelta, round_: int, model: LinkModel) -> Occurrence:
    when, published = occurrence.date, occurrence.published

    def renamed(sentence: str) -> str:
        return TOKEN.sub(lambda found: _renamed(found.group(), round_, model), sentence) if round_ else sentence

    document = f"{occurrence.document} {round_}"
    return replace(
        occurrence,
        document=document,
        claims=tuple(replace(c, id=f"{c.id} {round_}", document=document) for c in occurrence.claims),
        date=Interval(_later(when.earliest, by), _later(when.latest, by)) if when else None,
        published=published + by if published else None,
        told=tuple(map(renamed, occurrence.told)),
        page=tuple(map(renamed, occurrence.page)),
    )


def _later(day: str, by: timedelta) -> str:
    return (date.fromisoformat(day) + by).isoformat()


def _renamed(word: str, round_: int, model: LinkModel) -> str:
    """A rare name as another's, a rare number as another: letters that no folding of names takes for each other."""
    if word[0].isdigit():
        return f"{word}{round_}" if len(word) > 2 and model.rarity.of(word) >= RARE else word
    if not word[0].isupper() or model.rarity.of(folded(word)) < RARE:
        return word
    return word + "".join(f"{LETTERS[int(digit)]}o" for digit in str(round_))


def main() -> None:
    """Run what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(required=True)
    one = commands.add_parser("incidents")
    one.add_argument("pages", type=Path, nargs="+")
    one.add_argument("--scored", type=Path)
    one.add_argument("--processes", type=int, default=2)
    one.set_defaults(run=incidents)
    two = commands.add_parser("scale")
    two.add_argument("pages", type=Path)
    two.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    two.set_defaults(run=scale)
    options = parser.parse_args()
    options.run(options)


if __name__ == "__main__":
    main()
