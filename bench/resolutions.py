"""Voices picked at random, with the words that gave them, for a person to judge.

    python bench/resolutions.py PAGES.jsonl [--seed 5] [--count 10] [--pages 60] [--named]

Draws pages, reads them with `counterclaim read --format jsonl --explain` and draws COUNT resolutions from them, one for
each place of a page where words were taken for a voice. For each it prints the voice and who passed it on, the words of
the source, what else on the page names the voice, and the sentences around the claim and its source. `--named` leaves
out voices that stay unnamed. The same file, seed and numbers give the same draw. Nothing is scored: say for each
whether it is right.
"""

import argparse
import json
import random
import sys
import tempfile
from pathlib import Path
from typing import Any

from claims import run

AROUND = 160  # characters shown to either side of the source and of the claim
UNNAMED = "unnamed: "

Claim = dict[str, Any]


def read_claims(pages: list[dict[str, Any]]) -> list[Claim]:
    """What the program reads on the pages, with its evidence."""
    reader = str(Path(sys.executable).with_name("counterclaim"))
    with tempfile.TemporaryDirectory() as scratch:
        path = Path(scratch) / "pages.jsonl"
        path.write_text("".join(json.dumps(page) + "\n" for page in pages), "utf-8")
        told = run([reader, "read", str(path), "--format", "jsonl", "--explain", "--quiet"])
    return [json.loads(line) for line in told.splitlines()]


def pick(claims: list[Claim], seed: int, count: int, *, named: bool = False) -> list[Claim]:
    """The first claim of each place where words were taken for a voice, shuffled by the seed and cut."""
    places: dict[tuple[str, int, str], Claim] = {}
    for claim in claims:
        voice, span = claim["voice"], claim["voice_span"]
        if voice and span and not (named and voice.startswith(UNNAMED)):
            places.setdefault((claim["document"], span["start"], voice), claim)
    kept = [places[key] for key in sorted(places)]
    return draw(kept, seed, count)


def draw(rows: list[Claim], seed: int, count: int) -> list[Claim]:
    """That many rows, the same for the same seed."""
    return random.Random(seed).sample(rows, min(count, len(rows)))  # noqa: S311  no secret hangs on it


def told(claim: Claim, text: str) -> str:
    """One resolution as lines of plain text."""
    voice = [e for e in claim["evidence"] if e["field"] == "voice" and e["span"]]
    relays = f", through {', '.join(claim['relays'])}" if claim["relays"] else ""
    lines = [f"{claim['document']}:{claim['voice_span']['start']}  {claim['voice']}{relays}"]
    lines += [f"  words   {e['span']['exact']!r} {e['reason']}".rstrip() for e in voice]
    lines.append(f"  claim   {claim['aspect']} {claim['span']['exact']!r}")
    spans = sorted({(e["span"]["start"], e["span"]["end"]) for e in (*voice, {"span": claim["span"]})})
    lines += [f"  page    … {stretch} …" for stretch in stretches(text, spans)]
    return "\n".join(lines)


def stretches(text: str, spans: list[tuple[int, int]]) -> list[str]:
    """The page around the spans, on one line each; what overlaps is shown once."""
    shown: list[tuple[int, int]] = []
    for start, end in spans:
        first, last = max(0, start - AROUND), min(len(text), end + AROUND)
        if shown and first <= shown[-1][1]:
            shown[-1] = (shown[-1][0], max(last, shown[-1][1]))
        else:
            shown.append((first, last))
    return [" ".join(text[first:last].split()) for first, last in shown]


def main() -> None:
    """Print the pick."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("pages", type=Path)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--count", type=int, default=10)
    parser.add_argument("--pages", dest="drawn", type=int, default=60, help="how many pages are drawn and read")
    parser.add_argument("--named", action="store_true", help="only voices that have a name")
    given = parser.parse_args()
    pages = [json.loads(line) for line in given.pages.read_text(encoding="utf-8").splitlines() if line.strip()]
    texts = {page["id"]: page["text"] for page in pages}
    chosen = pick(read_claims(draw(pages, given.seed, given.drawn)), given.seed, given.count, named=given.named)
    print("\n\n".join(told(claim, texts[claim["document"]]) for claim in chosen))


if __name__ == "__main__":
    main()
