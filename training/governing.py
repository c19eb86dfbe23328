"""Learn the weights of models/governing.json from annotated casualty claims.

    python training/governing.py OUT.json DOCS.jsonl GOLD.jsonl [DOCS.jsonl GOLD.jsonl …] [--folds 5]

DOCS are pages (id, text) and GOLD the claims of docs/formats.md with `quote`, `context`, `aspect`, `low`, `high`. Each
count on a page is one example; its answer is every trigger of an aspect that the gold has for it, or "none". The model
is a conditional logit with an L2 penalty, fitted by Adam on the whole set: it has one optimum, so that no seed matters.
The pages of own-pages.jsonl are always learnt from too. `--folds` prints how often the held-out answer is right, pages
kept whole.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from counterclaim.counting.candidates import candidates
from counterclaim.counting.evidence import for_none, for_trigger
from counterclaim.model import Document
from counterclaim.resources import Resources, load_resources
from counterclaim.stages.casualties import read_scenes
from counterclaim.stages.passages import split_passages
from counterclaim.stages.quantities import find_quantities

OWN_PAGES = Path(__file__).with_name("own-pages.jsonl")
PENALTY = 2.0
STEPS = 500
RATE = 0.08
RARE = 5  # features seen less often are left out


@dataclass(frozen=True)
class Example:
    """One count: the candidates' features ("none" first) and which candidates are right."""

    page: str
    candidates: tuple[tuple[str, ...], ...]
    right: tuple[bool, ...]


def read(path: str) -> list[dict]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in Path(path).read_text(encoding="utf-8").splitlines() if line.strip()]


def examples(docs: Sequence[dict], gold: Sequence[dict], resources: Resources) -> Iterator[Example]:
    """One example for every count in a sentence with a word of harm."""
    claims = defaultdict(list)
    for claim in gold:
        claims[claim["doc"]].append(claim)
    for doc in docs:
        yield from page_examples(Document(doc["id"], doc["text"]), claims[doc["id"]], resources)


def page_examples(document: Document, claims: Sequence[dict], resources: Resources) -> Iterator[Example]:
    """The examples of one page: a claim belongs to the count that its quote overlaps best."""
    parse = resources.parser(document.text, split_passages(document, resources.lexicon))
    quantities = find_quantities(parse, resources.lexicon)
    scenes = list(read_scenes(parse, quantities, resources.lexicon))
    places = [
        (s, i, parse.tokens[c.first].start, parse.tokens[c.stop - 1].end)
        for s in scenes
        for i, c in enumerate(s.counts)
    ]
    answers: dict[tuple[int, int], dict[str, bool]] = defaultdict(dict)
    for claim in claims:
        if claim["aspect"] == "responsibility":
            continue
        start, stop = _place(claim, document.text)
        fits = [
            (
                (s.counts[i].quantity.low, s.counts[i].quantity.high) == (claim.get("low"), claim.get("high")),
                min(b, stop) - max(a, start),
                -a,
                k,
            )
            for k, (s, i, a, b) in enumerate(places)
            if a < stop and b > start
        ]
        if fits:
            s, i, *_ = places[max(fits)[-1]]
            answers[id(s), i][claim["aspect"]] = "optional" in claim
    for s, i, *_ in places:
        found = answers[id(s), i]
        found_for = [(t, for_trigger(s, i, t, place)) for t, place in candidates(s, i)]
        right = [not found or all(found.values())] + [any(a in found for a in t.aspects) for t, _ in found_for]
        if any(right):
            yield Example(document.id, (for_none(s, i), *(f for _, f in found_for)), tuple(right))


def _place(claim: dict, text: str) -> tuple[int, int]:
    """Where the claim's quote stands."""
    start = claim.get("start")
    if start is None:
        start = text.index(claim["context"]) + claim["context"].index(claim["quote"])
    return start, start + len(claim["quote"])


def own_examples(resources: Resources) -> Iterator[Example]:
    """The examples of our own pages on other wars, those on which every count of people is marked."""
    for page in (p for p in read(str(OWN_PAGES)) if p["whole"]):
        yield from page_examples(Document(page["id"], page["text"]), page["claims"], resources)


class Fit:
    """Weights fitted to examples."""

    def __init__(self, rows: Sequence[Example]) -> None:
        seen = Counter(f for row in rows for c in row.candidates for f in set(c))
        self.names = sorted(f for f, n in seen.items() if n >= RARE)
        self.index = {f: k for k, f in enumerate(self.names)}
        self.weights = np.zeros(len(self.names))
        self._fit(rows)

    def _fit(self, rows: Sequence[Example]) -> None:
        candidate, feature, example, right = [], [], [], []
        for e, row in enumerate(rows):
            for c, ok in zip(row.candidates, row.right, strict=True):
                for f in c:
                    if f in self.index:
                        candidate.append(len(example))
                        feature.append(self.index[f])
                example.append(e)
                right.append(ok)
        cand, feat, exam, good = np.array(candidate), np.array(feature), np.array(example), np.array(right, dtype=float)
        mean, square = np.zeros_like(self.weights), np.zeros_like(self.weights)
        for step in range(1, STEPS + 1):
            scores = np.bincount(cand, self.weights[feat], minlength=len(exam))
            top = np.full(len(rows), -np.inf)
            np.maximum.at(top, exam, scores)
            odds = np.exp(scores - top[exam])
            share = odds / np.bincount(exam, odds)[exam]
            among = odds * good / np.bincount(exam, odds * good)[exam]
            slope = np.bincount(feat, (share - among)[cand], minlength=len(self.weights)) + PENALTY * self.weights
            mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
            self.weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)

    def right(self, row: Example) -> bool:
        """Whether the best candidate is a right one."""
        scores = [sum(self.weights[self.index[f]] for f in c if f in self.index) for c in row.candidates]
        return row.right[int(np.argmax(scores))]


def cross_validated(rows: Sequence[Example], folds: int) -> float:
    """The share of counts whose answer is right when their page was held out."""
    pages = sorted({row.page for row in rows})
    fold = {page: k % folds for k, page in enumerate(pages)}
    right = 0
    for k in range(folds):
        fit = Fit([row for row in rows if fold[row.page] != k])
        right += sum(fit.right(row) for row in rows if fold[row.page] == k)
    return right / len(rows)


def main(arguments: Iterable[str] | None = None) -> None:
    """Fit, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("pairs", nargs="+", metavar="DOCS GOLD")
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args(arguments)
    resources = load_resources()
    rows = [
        row
        for docs, gold in zip(options.pairs[::2], options.pairs[1::2], strict=True)
        for row in examples(read(docs), read(gold), resources)
    ] + list(own_examples(resources))
    if options.folds:
        print(f"{len(rows)} counts, held out right: {100 * cross_validated(rows, options.folds):.1f} %")
    fit = Fit(rows)
    weights = {f: round(float(w), 3) for f, w in zip(fit.names, fit.weights, strict=True) if abs(w) >= 0.005}
    options.out.write_text(json.dumps({"weights": weights}, indent=0, sort_keys=True) + "\n", encoding="utf-8")
    print(
        f"{len(weights)} weights from {len(rows)} counts,",
        f"right on them: {100 * sum(map(fit.right, rows)) / len(rows):.1f} %",
    )


if __name__ == "__main__":
    main()
