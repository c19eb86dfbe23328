"""What a casebook costs: reading into it, and finding one incident or place in a large one.

    python bench/casebook.py reading [--pages 200] [--repeat 3] [--casebook URL]
    python bench/casebook.py large [--claims 100000] [--casebook FILE_OR_URL] [--rounds 30]

Both draw the demo pages again and again: each round's days are moved on, and every word of five letters or more is
another one of the same length, so that a collection ten times as large is one of ten times as much news.

`reading` runs `counterclaim read PAGES --format jsonl` and `counterclaim read PAGES --casebook …` in turn and prints
the seconds of the fastest run of each (of this process's children; on PostgreSQL the server's are not among them), and
the second over the first. At most 1.15 is asked for. Claims are linked before they are printed, and not before they are
kept, so the same is told of `--records statements`, which links nothing.

`large` fills a casebook with as many claims, and prints how fast; how long it takes to find out what is linked, which
is done once and then remembered; and how long `show` and the comparison of one incident take after that, drawn by
chance (the median and the slowest; asked is less than 300 ms). Start-up, imports and models, is told by itself.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path
from statistics import median
from typing import Any

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
PARTIES = EXAMPLES / "parties.toml"
READER = "bench"
APART_DAYS = 60  # days by which each round is later than the one before: longer than the demo pages' news
LETTERS = "abcdefghijklmnopqrstuvwxyz"
IDS = frozenset({"id", "statement", "part_of", "parent"})
DAYS = frozenset({"earliest", "latest", "published"})
WORDS = frozenset({"text", "title", "outlet", "voice", "party", "name", "behind", "agent", "about", "country"})


def changed(words: str, number: int) -> str:
    """The text of a round: as long as it was, with other long words; round 0 is as it was."""
    shift = number % 25 + 1 if number else 0
    table = str.maketrans(LETTERS + LETTERS.upper(), 2 * "".join(LETTERS[(i + shift) % 26] for i in range(26)))
    mark = LETTERS[number // 25 % 26] + LETTERS[number // 650 % 26]
    done = []
    for word in words.split(" "):
        is_long = number and len(word) >= 5 and word[:5].isalpha()
        done.append((word[0] + mark + word[3:].translate(table)) if is_long else word)
    return " ".join(done)


def moved(value: Any, number: int, text: str) -> Any:
    """A page's record as JSON as it is in a round; `text` is the page's text there, from which spans are cut."""
    if isinstance(value, list):
        return [moved(item, number, text) for item in value]
    if not isinstance(value, dict):
        return value
    row = {key: _field(key, item, number, text) for key, item in value.items()}
    if "exact" in row:
        row["exact"] = text[row["start"] : row["end"]]
    return row


def _field(key: str, value: Any, number: int, text: str) -> Any:
    if key == "relays":
        return [changed(name, number) for name in value]
    if key in ("places", "joint"):
        return []
    if not isinstance(value, str):
        return moved(value, number, text)
    if key in IDS:
        return hashlib.sha256(f"{value} {number}".encode()).hexdigest()[:16]
    if key in DAYS:
        value = (date.fromisoformat(value[:10]) + timedelta(days=APART_DAYS * number)).isoformat() + value[10:]
    elif key in ("document", "ref"):
        value = f"{value}-{number}"
    return changed(value, number) if key in WORDS else value


def rounds(pages: Sequence[Any]) -> Iterator[Any]:
    """The pages, round after round, without end."""
    from counterclaim.export.records import from_json, to_json  # noqa: PLC0415
    from counterclaim.model import Page  # noqa: PLC0415

    rows = [to_json(page) for page in pages]
    number = 0
    while True:
        for row in rows:
            document = row["document"]
            made = moved(row, number, changed(document["text"], number))
            made["document"]["id"] = f"{document['id']}-{number}"
            yield from_json(Page, made)
        number += 1


def demo() -> list[Any]:
    """The demo pages, read."""
    from counterclaim.faces.api import read  # noqa: PLC0415

    return list(read(EXAMPLES / "pages", parties=PARTIES).pages)


def clocked(function: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds, and what came of it."""
    start = time.perf_counter()
    found = function()
    return time.perf_counter() - start, found


def spent(command: Sequence[str]) -> tuple[float, float]:
    """Seconds by the clock and of the processor that a command takes; its output goes nowhere."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    wall, _ = clocked(lambda: subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def reading(arguments: argparse.Namespace) -> None:
    """Print what reading into a casebook costs over reading to standard output."""
    from counterclaim.casebook import open_casebook  # noqa: PLC0415
    from counterclaim.export.jsonl import document_row  # noqa: PLC0415
    from counterclaim.faces.api import _documents  # noqa: PLC0415
    from counterclaim.model import Document, Page  # noqa: PLC0415

    documents = [Page(d, (), (), ()) for d in _documents([EXAMPLES / "pages"]) if isinstance(d, Document)]
    with tempfile.TemporaryDirectory() as folder:
        pages = Path(folder) / "pages.jsonl"
        with pages.open("w", encoding="utf-8") as out:
            for _, page in zip(range(arguments.pages), rounds(documents), strict=False):
                named = document_row(page.document) | {"lang": "en"}
                out.write(json.dumps(named, ensure_ascii=False) + "\n")
        run = [
            str(Path(sys.executable).with_name("counterclaim")),
            "read",
            str(pages),
            "-p",
            "1",
            "-q",
            "--parties",
            str(PARTIES),
        ]
        claims, statements, kept = [], [], []
        for number in range(arguments.repeat):
            address = arguments.casebook or str(Path(folder) / f"{number}.db")
            claims.append(spent([*run, "--format", "jsonl"]))
            statements.append(spent([*run, "--format", "jsonl", "--records", "statements"]))
            kept.append(spent([*run, "--casebook", address]))
            with open_casebook(address) as book:
                counts = book.counts()
    print(f"{'pages':36}{counts.pages:10,}")
    print(f"{'claims':36}{counts.claims:10,}")
    for which, name in enumerate(("seconds by the clock", "seconds of the processor")):
        linked, unlinked, to_casebook = (min(run[which] for run in runs) for runs in (claims, statements, kept))
        print(f"{name + ', claims':36}{linked:10.2f}")
        print(f"{name + ', statements':36}{unlinked:10.2f}")
        print(f"{name + ', kept':36}{to_casebook:10.2f}")
        print(f"{'  kept / claims':36}{to_casebook / linked:10.2f}")
        print(f"{'  kept / statements':36}{to_casebook / unlinked:10.2f}")


def fill(book: Any, claims: int) -> None:
    """Add rounds of the demo pages until the casebook has so many claims."""
    from counterclaim.model import Original  # noqa: PLC0415

    there = book.counts()
    if there.claims >= claims:
        return
    found, pages = there.claims, rounds(demo())
    started, number, size = time.perf_counter(), 0, 0
    for page in pages:
        if found >= claims:
            break
        data = page.document.text.encode("utf-8")
        if book.add(page, reader=READER, original=Original(data, "text/plain", "file")):
            found += len(page.claims)
        number, size = number + 1, size + len(data)
    seconds = time.perf_counter() - started
    print(f"{'pages a second, added':36}{number / seconds:10.0f}")
    print(f"{'claims a second, added':36}{(found - there.claims) / seconds:10.0f}")


def large(arguments: argparse.Namespace) -> None:
    """Print how long one incident and one place take in a large casebook."""
    startup, _ = clocked(warm)
    from counterclaim.casebook import open_casebook  # noqa: PLC0415
    from counterclaim.faces.remembered import Memory  # noqa: PLC0415
    from counterclaim.faces.workflow import Run  # noqa: PLC0415

    run = Run([], arguments.casebook, PARTIES, 1, quiet=True)
    with open_casebook(arguments.casebook) as book:
        fill(book, arguments.claims)
        counts = book.counts()
        seconds, memory = clocked(lambda: remembered(Memory(book, PARTIES)))
    print(f"{'pages':36}{counts.pages:10,}")
    print(f"{'claims':36}{counts.claims:10,}")
    if Path(arguments.casebook).is_file():
        print(f"{'size, MB':36}{Path(arguments.casebook).stat().st_size / 1e6:10.0f}")
    print(f"{'finding copies and links, s':36}{seconds:10.1f}")
    print(f"{'start-up, s':36}{startup:10.2f}")
    measured(run, memory, arguments.rounds)


def remembered(memory: Any) -> Any:
    """Have everything found out that is remembered."""
    next(iter(memory.names))
    memory.speakers([])
    return memory


def measured(run: Any, memory: Any, number: int) -> None:
    """Time `show` and one incident's comparison, each from opening the casebook to the text that is printed."""
    from counterclaim.casebook import open_casebook  # noqa: PLC0415
    from counterclaim.faces.screen import as_text  # noqa: PLC0415
    from counterclaim.faces.single import compare_incident, show_kept  # noqa: PLC0415

    chance = random.Random(1)  # noqa: S311  # which ones is no secret
    with open_casebook(run.casebook) as book:
        ids = chance.sample([d.id for d in book.headers()], number * 2)
        claims = [p.claims[0] for p in book.pages(ids) if p.claims][:number]
    places = [f"{memory.names[c.document]}:{c.span.start}" for c in claims]
    for name, work in (
        ("show PAGE:OFFSET", lambda c, p: as_text(show_kept(p, run))),
        ("show ID", lambda c, p: as_text(show_kept(c.id, run))),
        (
            "compare --incident PAGE:OFFSET",
            lambda c, p: as_text(compare_incident(p, run, unjudged=False, relate=False).screen(why=False)),
        ),
    ):
        times, processor = [], []
        for claim, place in zip(claims, places, strict=True):
            start = time.process_time()
            times.append(clocked(lambda c=claim, p=place, w=work: w(c, p))[0] * 1000)
            processor.append((time.process_time() - start) * 1000)
        told = f"{median(times):8.0f}{max(times):8.0f}   of the processor {median(processor):8.0f}{max(processor):8.0f}"
        print(f"{name + ', ms':36}{told}")


def warm() -> None:
    """Import and load all that the two commands use, with a casebook of the demo pages."""
    from counterclaim.casebook import open_casebook  # noqa: PLC0415
    from counterclaim.faces.screen import as_text  # noqa: PLC0415
    from counterclaim.faces.single import compare_incident, show_kept  # noqa: PLC0415
    from counterclaim.faces.workflow import Run  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        run = Run([], str(Path(folder) / "small.db"), PARTIES, 1, quiet=True)
        with open_casebook(run.casebook or "") as book:
            book.add(small(), reader=READER)
        as_text(show_kept("small:0", run))
        as_text(compare_incident("small:0", run, unjudged=False, relate=False).screen(why=False))


def small() -> Any:
    """A page with one claim."""
    from counterclaim.model import Claim, Document, Page, Span  # noqa: PLC0415

    span = Span(0, 9, "12 people")
    claim = Claim("c1", "small", "killed", span, 12, 12, "exactly", "people", voice="the ministry")
    return Page(Document("small", "12 people were killed"), (), (), (claim,))


def main() -> None:
    """Measure what is asked for."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parts = parser.add_subparsers(required=True)
    first = parts.add_parser("reading")
    first.add_argument("--pages", type=int, default=200)
    first.add_argument("--repeat", type=int, default=3)
    first.add_argument("--casebook", help="a URL, whose database is to be empty for each run")
    first.set_defaults(run=reading)
    second = parts.add_parser("large")
    second.add_argument("--claims", type=int, default=100_000)
    second.add_argument("--casebook", default="large.db")
    second.add_argument("--rounds", type=int, default=30, help="how often each is timed")
    second.set_defaults(run=large)
    arguments = parser.parse_args()
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    arguments.run(arguments)


if __name__ == "__main__":
    main()
