"""Learn the weights of lexicons/en/standing.toml: when a sentence goes on with the report of a source before it.

    python training/carrying.py DOCS.jsonl GOLD.jsonl [DOCS.jsonl GOLD.jsonl …] [--folds 10]

DOCS are pages (id, outlet, text) and GOLD the claims of docs/formats.md with `quote`, `context`, `voice` ("OUTLET" for
the outlet's own) and `voice_quote`. A claim is an example when no statement holds it, its source does not stand in its
own sentence, and a source stands before it: it carries when that source is the gold's, and does not when the outlet
speaks. The model is a logistic regression with an L2 penalty, fitted by Newton's method: it has one optimum. Claims of
one sentence share its weight (each counts 1/√n). `--folds` prints how often held-out examples are right, pages kept
whole.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from counterclaim.identity import same_house, same_name
from counterclaim.model import Document, Page, Span, Statement
from counterclaim.parties import Catalogue
from counterclaim.pipeline import read_page
from counterclaim.resources import Resources, load_resources
from counterclaim.voicing.audible import audible
from counterclaim.voicing.carrying import Carrier, carry_words

PENALTY = 0.25
STEPS = 60
FREE = 1e-3  # the bias is hardly held back


@dataclass(frozen=True)
class Example:
    """One claim: the signs seen, whether the source carries, and the sentence it stands in."""

    page: str
    sentence: int
    signs: frozenset[str]
    carries: bool


def read(path: str) -> list[dict]:
    """The rows of a JSONL file."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def examples(docs: Sequence[dict], gold: Sequence[dict], resources: Resources) -> Iterator[Example]:
    """The examples of all pages."""
    claims = defaultdict(list)
    for claim in gold:
        if "optional" not in claim:
            claims[claim["doc"]].append(claim)
    for doc in docs:
        document = Document(doc["id"], doc["text"], doc.get("outlet"), doc.get("published"))
        yield from page_examples(read_page(document, resources), claims[doc["id"]], resources)


def page_examples(page: Page, claims: Sequence[dict], resources: Resources) -> Iterator[Example]:
    """The examples of one page that was read."""
    text = page.document.text
    parse = resources.parser(text, page.passages)
    heard = audible(page.statements, resources.lexicon)
    carrier = Carrier(parse, heard, carry_words(resources.lexicon))
    seen = set()
    for claim in claims:
        start = text.index(claim["context"]) + claim["context"].index(claim["quote"])
        span = Span.of(text, start, start + len(claim["quote"]))
        token = parse.at(start)
        lead = carrier.lead(token.sentence) if token else None
        if token is None or lead is None or (span, claim["aspect"]) in seen or is_heard(heard, span):
            continue
        seen.add((span, claim["aspect"]))
        here = parse.sentence_span(token.sentence).exact.lower()
        if claim["voice_quote"] and claim["voice_quote"].lower() in here:
            continue
        own = claim["voice"] == "OUTLET" or same_house(claim["voice"], page.document.outlet, resources.catalogue)
        same = is_same(claim["voice"], lead.statement.voice or "", resources.catalogue)
        if own != same and not lead.statement.own:  # either way on the outlet's word
            yield Example(page.document.id, token.sentence, carrier.signs(lead, token.sentence), same)


def is_heard(statements: Sequence[Statement], span: Span) -> bool:
    """Whether a statement holds the words."""
    return any(c.overlaps(span) for s in statements for c in s.content)


def is_same(gold: str, voice: str, catalogue: Catalogue) -> bool:
    """Whether the gold's voice is that voice; all unnamed ones are taken as one."""
    if gold.startswith("unnamed") or voice.startswith("unnamed"):
        return gold.startswith("unnamed") and voice.startswith("unnamed")
    known = catalogue.lookup(gold)
    return same_name(known.name if known else gold, voice)


def fit(rows: Sequence[Example], names: Sequence[str]) -> np.ndarray:
    """The bias and one weight a name."""
    x, y, w = matrix(rows, names), np.array([r.carries for r in rows], float), shares(rows)
    held = PENALTY * np.diag([FREE] + [1.0] * len(names))
    weights = np.zeros(len(names) + 1)
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-(x @ weights)))
        slope = x.T @ ((p - y) * w) + held @ weights
        weights -= np.linalg.solve(x.T @ (x * (p * (1 - p) * w)[:, None]) + held, slope)
    return weights


def matrix(rows: Sequence[Example], names: Sequence[str]) -> np.ndarray:
    """One row an example: a one for the bias, then a one for each sign that is there."""
    return np.array([[1.0, *(float(n in r.signs) for n in names)] for r in rows])


def shares(rows: Sequence[Example]) -> np.ndarray:
    """How much each example counts."""
    sizes = Counter((r.page, r.sentence) for r in rows)
    return np.array([sizes[r.page, r.sentence] ** -0.5 for r in rows])


def held_out(rows: Sequence[Example], names: Sequence[str], folds: int) -> float:
    """The share of examples right when their page was not learnt from."""
    pages = sorted({r.page for r in rows})
    right = 0
    for k in range(folds):
        out = {p for i, p in enumerate(pages) if i % folds == k}
        weights = fit([r for r in rows if r.page not in out], names)
        tested = [r for r in rows if r.page in out]
        if tested:
            right += int(((matrix(tested, names) @ weights > 0) == np.array([r.carries for r in tested])).sum())
    return right / len(rows)


def main() -> None:
    """Print the table for the lexicon."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", nargs="+", help="DOCS.jsonl GOLD.jsonl, in pairs")
    parser.add_argument("--folds", type=int, default=0)
    given = parser.parse_args()
    resources = load_resources()
    pairs = zip(given.files[::2], given.files[1::2], strict=True)
    rows = [row for docs, gold in pairs for row in examples(read(docs), read(gold), resources)]
    names = sorted({n for r in rows for n in r.signs})
    if given.folds:
        never = 1 - sum(r.carries for r in rows) / len(rows)
        right = held_out(rows, names, given.folds)
        print(f"# {len(rows)} examples; held out {right:.3f} right, never carrying {never:.3f}")
    print("[weights]")
    for name, weight in zip(["bias", *names], fit(rows, names), strict=True):
        print(f'"{name}" = {weight:.1f}')


if __name__ == "__main__":
    main()
