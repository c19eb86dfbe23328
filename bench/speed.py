"""How fast pages are read, and how much of the time the parser takes.

    python bench/speed.py DOCS.jsonl [--limit N] [--repeat N]

DOCS: one page a line, as `counterclaim read` takes them. Prints words a second of the parse alone and of all other
stages together, the second time over the first, how much of that the claim stages take (those that read counts, blame,
dates, places and standing, after it is known who says what; asked is 0.5 at most) and how much the trained attribution
reader adds (the pages are read once more without it), words a second of the whole, and the process's peak memory. With
--stages also each stage's time over that of the parse. A word is what stands between white space. One process and one
thread; the first page is read once before the clock starts.
"""

import argparse
import dataclasses
import itertools
import json
import resource
import sys
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from time import perf_counter
from typing import ParamSpec, TypeVar
from unittest.mock import patch

from counterclaim import pipeline
from counterclaim.model import Document
from counterclaim.resources import Resources, load_resources

P = ParamSpec("P")
T = TypeVar("T")
STAGES = "counterclaim.stages."
HEARING = frozenset({"passages", "mentions", "relays", "quotations", "attribution", "voices"})  # who says what
FIELDS = ("id", "text", "outlet", "published", "title", "url")


class Clock:
    """Times functions from outside, so that the pipeline need not know of it: seconds by name."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = defaultdict(float)

    def timed(self, name: str, function: Callable[P, T]) -> Callable[P, T]:
        """The same function, whose time is added to the seconds under `name`."""

        def run(*arguments: P.args, **named: P.kwargs) -> T:
            start = perf_counter()
            try:
                return function(*arguments, **named)
            finally:
                self.seconds[name] += perf_counter() - start

        return run

    @contextmanager
    def on_stages(self) -> Iterator[None]:
        """Time every stage that the pipeline runs, under the name of its module."""
        stages = {n: f for n, f in vars(pipeline).items() if getattr(f, "__module__", "").startswith(STAGES)}
        with ExitStack() as stack:
            for name, stage in stages.items():
                stack.enter_context(patch.object(pipeline, name, self.timed(stage.__module__[len(STAGES) :], stage)))
            yield


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


def timed(pages: Sequence[Document], resources: Resources) -> dict[str, float]:
    """Seconds for the whole ("total"), for the parse ("parse"), and for every stage by the name of its module."""
    clock = Clock()
    clocked = dataclasses.replace(resources, parser=clock.timed("parse", resources.parser))
    with clock.on_stages():
        start = perf_counter()
        for page in pages:
            pipeline.read_page(page, clocked)
        clock.seconds["total"] = perf_counter() - start
    return clock.seconds


def fastest(pages: Sequence[Document], resources: Resources, repeat: int) -> dict[str, float]:
    """The fastest of several runs, for the others were disturbed."""
    return min((timed(pages, resources) for _ in range(repeat)), key=lambda seconds: seconds["total"])


def measure(pages: Sequence[Document], repeat: int, *, stages: bool = False) -> dict[str, float]:
    """Read all pages `repeat` times, and as often again without the trained reader."""
    resources = load_resources()
    pipeline.read_page(pages[0], resources)
    words = sum(len(page.text.split()) for page in pages)
    spent = fastest(pages, resources, repeat)
    by_rules = fastest(pages, dataclasses.replace(resources, attribution=None), repeat)
    parse, total = spent["parse"], spent["total"]
    single = {name: s for name, s in spent.items() if name not in ("parse", "total")}
    figures = {
        "pages": len(pages),
        "words": words,
        "parse, words/s": words / parse,
        "other stages, words/s": words / (total - parse),
        "other stages / parse": (total - parse) / parse,
        "claim stages / parse": sum(s for name, s in single.items() if name not in HEARING) / parse,
        "trained reader / parse": (total - parse) / parse - (by_rules["total"] - by_rules["parse"]) / by_rules["parse"],
        "whole, words/s": words / total,
        "peak memory, MB": peak_megabytes(),
    }
    each = {f"  {name} / parse": s / parse for name, s in sorted(single.items(), key=lambda found: -found[1])}
    return figures | (each if stages else {})


def main() -> None:
    """Print the figures, one a line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("docs", type=Path)
    parser.add_argument("--limit", type=int, help="read only the first N pages")
    parser.add_argument("--repeat", type=int, default=1, help="read all of them N times and take the fastest")
    parser.add_argument("--stages", action="store_true", help="print each stage's time over that of the parse too")
    arguments = parser.parse_args()
    pages = list(documents(arguments.docs, arguments.limit))
    if not pages:
        parser.error(f"{arguments.docs} has no pages")
    for name, value in measure(pages, arguments.repeat, stages=arguments.stages).items():
        print(f"{name:24}{value:12,.2f}" if name.endswith("parse") else f"{name:24}{value:12,.0f}")


if __name__ == "__main__":
    main()
