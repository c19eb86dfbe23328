"""How fast pages are read, and how much of the time the parser takes.

    python bench/speed.py DOCS.jsonl [--limit N] [--repeat N]

DOCS: one page a line, as `counterclaim read` takes them. Prints words a second of the parse alone and of all other
stages together, the second time over the first, how much of that the trained attribution reader adds (the pages are
read once more without it), words a second of the whole, and the process's peak memory. A word is what stands between
white space. One process and one thread; the first page is read once before the clock starts.
"""

import argparse
import dataclasses
import itertools
import json
import resource
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from time import perf_counter

from counterclaim.model import Document, Passage
from counterclaim.pipeline import read_page
from counterclaim.resources import Parser, Resources, load_resources
from counterclaim.syntax import Parse

FIELDS = ("id", "text", "outlet", "published", "title", "url")


class Clock:
    """Times a parser from outside, so that the pipeline need not know of it."""

    def __init__(self, parser: Parser) -> None:
        self.parser = parser
        self.seconds = 0.0

    def __call__(self, text: str, passages: Sequence[Passage]) -> Parse:
        """Parse a page and add to the seconds."""
        start = perf_counter()
        parse = self.parser(text, passages)
        self.seconds += perf_counter() - start
        return parse


def documents(path: Path, limit: int | None) -> Iterator[Document]:
    """The pages of a JSONL file, at most `limit` of them."""
    with path.open(encoding="utf-8") as lines:
        rows = (json.loads(line) for line in lines if line.strip())
        for row in itertools.islice(rows, limit):
            yield Document(**{name: row.get(name) for name in FIELDS})


def peak_megabytes() -> float:
    """The most memory that this process has held (ru_maxrss: kilobytes on Linux, bytes on macOS)."""
    held = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return held / (1024 * 1024 if sys.platform == "darwin" else 1024)


def timed(pages: Sequence[Document], resources: Resources) -> tuple[float, float]:
    """Seconds for all stages, and for the parse alone."""
    clock = Clock(resources.parser)
    clocked = dataclasses.replace(resources, parser=clock)
    start = perf_counter()
    for page in pages:
        read_page(page, clocked)
    return perf_counter() - start, clock.seconds


def measure(pages: Sequence[Document], repeat: int) -> dict[str, float]:
    """Read all pages `repeat` times; the fastest run counts, for the others were disturbed."""
    resources = load_resources()
    by_rules = dataclasses.replace(resources, attribution=None)
    read_page(pages[0], resources)
    words = sum(len(page.text.split()) for page in pages)
    total, parsing = min(timed(pages, resources) for _ in range(repeat))
    others = total - parsing
    total_by_rules, parsing_by_rules = min(timed(pages, by_rules) for _ in range(repeat))
    return {
        "pages": len(pages),
        "words": words,
        "parse, words/s": words / parsing,
        "other stages, words/s": words / others,
        "other stages / parse": others / parsing,
        "trained reader / parse": others / parsing - (total_by_rules - parsing_by_rules) / parsing_by_rules,
        "whole, words/s": words / total,
        "peak memory, MB": peak_megabytes(),
    }


def main() -> None:
    """Print the figures, one a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", type=Path)
    parser.add_argument("--limit", type=int, help="read only the first N pages")
    parser.add_argument("--repeat", type=int, default=1, help="read all of them N times and take the fastest")
    arguments = parser.parse_args()
    pages = list(documents(arguments.docs, arguments.limit))
    if not pages:
        parser.error(f"{arguments.docs} has no pages")
    for name, value in measure(pages, arguments.repeat).items():
        print(f"{name:24}{value:12,.2f}" if name.endswith("parse") else f"{name:24}{value:12,.0f}")


if __name__ == "__main__":
    main()
