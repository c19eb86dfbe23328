"""Annotated claims as answers: what is right for the finding that the pipeline makes of a claim.

Pages come as DOCS.jsonl (id, text, published) with GOLD.jsonl (claims of docs/formats.md with `quote`, `context` and,
where annotators differed, a second reading under `or`), or as settings.jsonl beside this file: our own annotation of
pages of FA-KES (Zenodo record 2607278), as offsets with the SHA-256 of the page's text. own-pages.jsonl has pages of
our own writing with their claims.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from counterclaim.model import Document, Finding
from counterclaim.pipeline import Told, read_findings
from counterclaim.resources import Resources

ANNOTATED = Path(__file__).with_name("settings.jsonl")
OWN = Path(__file__).with_name("own-pages.jsonl")
SHARED = Path(__file__).with_name("linking-shared.toml")
UNSURE = "cumulative", "?"  # keys of incidents that join no pages


@dataclass(frozen=True)
class Answer:
    """A claim's span, its aspect, and what is accepted for it (None: nothing)."""

    start: int
    end: int
    aspect: str
    right: tuple[str | None, ...]


@dataclass(frozen=True)
class Answered:
    """A page with its answers; pages of one `group` are held out together.

    `name` is the page's id beside its answers (another article may have the same text); `ours` says that we wrote it.
    """

    page: Document
    answers: tuple[Answer, ...]
    group: str
    name: str
    ours: bool = False


def rows(path: str | Path) -> list[dict]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def document(row: dict) -> Document:
    """A page."""
    return Document(row["id"], row["text"], row.get("outlet"), row.get("published"))


def gold(docs: str, claims: str, field: str) -> Iterator[Answered]:
    """Pages with what is right for one field of their claims; optional claims are left out."""
    by_page: dict[str, list[dict]] = defaultdict(list)
    for claim in rows(claims):
        by_page[claim["doc"]].append(claim)
    groups = joined(by_page)
    for page in map(document, rows(docs)):
        found = [_answer(page.text, c, field) for c in by_page[page.id] if "optional" not in c]
        yield Answered(page, tuple(found), groups(page.id), page.id)


def _answer(text: str, claim: dict, field: str) -> Answer:
    start = text.index(claim["context"]) + claim["context"].index(claim["quote"])
    other = claim.get("or", {})
    right = (claim[field], other[field]) if field in other else (claim[field],)
    return Answer(start, start + len(claim["quote"]), claim["aspect"], right)


def joined(by_page: dict[str, list[dict]]) -> Callable[[str], str]:
    """The group of a page: pages that tell of one incident, or are joined by others that do, are in one."""
    up: dict[str, str] = {}

    def top(name: str) -> str:
        while up.setdefault(name, name) != name:
            name = up[name]
        return name

    for page, claims in by_page.items():
        for key in sorted({c["incident"] for c in claims if c.get("incident")}):
            if not any(word in key for word in UNSURE):
                up[top(page)] = top(f"incident {key}")
    return top


def annotated(articles: str, field: str) -> Iterator[Answered]:
    """Pages of our own annotation, those that are among the articles."""
    known = {hashlib.sha256(row["text"].encode()).hexdigest(): row for row in rows(articles)}
    together = told_together()
    for page in rows(ANNOTATED):
        if page["sha256"] in known:
            found = [Answer(c["start"], c["end"], c["aspect"], _accepted(c, field)) for c in page["claims"]]
            article, name = document(known[page["sha256"]]), page["id"]
            yield Answered(article, tuple(found), together.get(name, name), name)


def own(field: str) -> Iterator[Answered]:
    """Pages that we wrote, each with what is accepted for its claims."""
    together = told_together()
    for page in rows(OWN):
        found = [Answer(c["start"], c["end"], c["aspect"], _accepted(c, field)) for c in page["claims"]]
        yield Answered(document(page), tuple(found), together.get(page["id"], page["id"]), page["id"], ours=True)


def told_together() -> dict[str, str]:
    """By the id of an annotated page, after which of those it is held out with: they tell of one incident."""
    told = tomllib.loads(SHARED.read_text(encoding="utf-8"))
    home: dict[str, str] = {}
    for keys in told["incidents"].values():
        found = {home.get(page, page) for page in (key.partition(" ")[0] for key in keys)}
        pages = {page for page, name in home.items() if name in found} | found
        home |= dict.fromkeys(pages, min(found))
    return home


def _accepted(claim: dict, field: str) -> tuple[str | None, ...]:
    """What is accepted: all of a list, or the one value that there is.

    Of places only the likeliest: a town accepted for its quarter teaches to be content with towns, and 3 of 100 more
    are wrong on pages that were not learnt from.
    """
    value = claim[field]
    told = (value,) if isinstance(value, str) else tuple(value or (None,))
    return told[:1] if field == "place" else told


_findings: dict[str, Told] = {}


def findings(page: Document, resources: Resources) -> Told:
    """A page's findings, read once for all that is learnt from them in one run."""
    if page.id not in _findings:
        _findings[page.id] = read_findings(page, resources)
    return _findings[page.id]


def asked(description: str | None, *fields: str) -> tuple[argparse.Namespace, *tuple[list[Answered], ...]]:
    """The command line of a training script, and the pages that it names, our own always among them, by field."""
    parser = argparse.ArgumentParser(description=description, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--pages", nargs=2, action="append", default=[], metavar=("DOCS", "GOLD"))
    parser.add_argument("--articles")
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    return options, *(_pages(options, field) for field in fields)


def _pages(options: argparse.Namespace, field: str) -> list[Answered]:
    pages = [page for docs, claims in options.pages for page in gold(docs, claims, field)]
    pages += annotated(options.articles, field) if options.articles else ()
    return [*pages, *own(field)]


def matched(findings: Sequence[Finding], answers: Sequence[Answer]) -> Iterator[tuple[int, Answer]]:
    """Each answer with its finding's number: of its aspect, sharing most characters with it."""
    taken = set()
    for a in answers:
        shared = {
            i: min(f.span.end, a.end) - max(f.span.start, a.start)
            for i, f in enumerate(findings)
            if i not in taken and f.aspect == a.aspect
        }
        best = max(shared, key=lambda i: shared[i], default=None)
        if best is not None and shared[best] > 0:
            taken.add(best)
            yield best, a
