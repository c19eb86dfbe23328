"""Learn models/linking.json, the weights by which occurrences are linked, and models/rarity.json, how rare words are.

    python training/linking.py OUT_DIR --gold DOCS.jsonl GOLD.jsonl [--gold …] --incidents PAGES.jsonl
        --articles ARTICLES.jsonl --words TEXTS.jsonl [TEXTS.jsonl …] [--folds 5]

GOLD are annotated claims (`doc`, `context`, `quote`, `aspect`, `incident` and the fields of docs/formats.md), PAGES are
pages with the one `incident` that each reports, ARTICLES the pages that linking-labels.jsonl points into, TEXTS any
pages in which words are counted. Every two occurrences of different pages that would be compared are an example: of one
incident or of two. The weights are a logistic model's of the levels that the comparisons come to, pulled towards
linking.toml by an L2 penalty and kept on its side of nought. The loss is convex, so that no seed matters. Places, dates
and groups of the annotated pages are chosen by weights that were not learnt from their incident: as read by those that
were, they would be trusted more than they deserve on pages that nobody has seen. Besides, those of ARTICLES that
settings.jsonl annotates teach: linking-shared.toml says which of their incidents are one. `--folds` prints B-cubed with
the pages about an incident held out together, of all claims and of those whose incident several pages tell of; and
what it comes to with other values of the constants.
"""

from __future__ import annotations

import argparse
import json
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from math import log, log2
from pathlib import Path
from typing import Any

import numpy as np

from accounts import (
    HERE,
    LEVELS,
    Corpus,
    Truth,
    annotated,
    articles_annotated,
    document,
    folds_of,
    labelled,
    reported,
    rows,
    unseen,
    written_by_us,
)
from counterclaim.lexicon import load_lexicon
from counterclaim.linking.clusters import clusters, group_of
from counterclaim.linking.comparisons import COMPARISONS
from counterclaim.linking.records import is_cumulative
from counterclaim.linking.tolls import by_beginning, tolls_among
from counterclaim.linking.weights import LinkModel
from counterclaim.linking.words import BITS, Rarity, folded, tokens
from counterclaim.model import Occurrence
from counterclaim.pipeline import read_page
from counterclaim.resources import Resources, load_resources

COMMON = 4  # pages: words on fewer count as unlisted
UNLISTED = 11  # bits
KNOWN = 7  # bits at most of what every page on its country may name: countries, the largest towns, parties
LARGE = 1_500_000  # inhabitants
APART, ONE_PAGE = -2.0, -0.1  # bits; by cross-validation, see the card
LEAN = 1.5  # bits by which a link may fall short of even odds: two towns far apart are not one for a day and a figure
TRIED = {
    "lean": (0.0, 1.0, 1.2, 1.7, 2.0, 2.4, 3.0, 4.0),
    "apart": (-1.0, -3.0, -4.0),
    "one_page": (0.5, 0.0, -0.5, -1.0, -2.0, -4.0),
}
PENALTY = 1.0
STEPS, RATE = 600, 0.05


def count_words(paths: Sequence[Path], resources: Resources) -> dict[str, Any]:
    """How many times the share of pages with a word must be doubled to reach all, for words on enough pages.

    Names that are common wherever there is news of their country count as common, whatever war the pages are about.
    """
    found: Counter[str] = Counter()
    pages = 0
    for path in paths:
        for row in rows(path):
            pages += 1
            found.update({key for line in row["text"].split("\n") for key, *_ in tokens(line)})
    bits = {key: min(BITS, round(log2(pages / count))) for key, count in found.items() if count >= COMMON}
    for key in {key for name in known_names(resources) for key, *_ in tokens(name)}:
        bits[key] = min(KNOWN, bits.get(key, KNOWN))
    by_bits: dict[int, list[str]] = defaultdict(list)
    for key, n in bits.items():
        by_bits[n].append(key.replace(" ", "_"))
    return {"unlisted": UNLISTED, "words": {str(n): " ".join(sorted(keys)) for n, keys in sorted(by_bits.items())}}


def known_names(resources: Resources) -> Iterator[str]:
    """Countries, regions, the largest towns and parties."""
    for row in resources.gazetteer.rows:
        _, name, _, _, _, kind, inhabitants = row.split("\t")
        if kind in "cr" or int(inhabitants) >= LARGE:
            yield name
    for party in {e.party.name: e.party for found in resources.catalogue.entries.values() for e in found}.values():
        yield from (party.name, *party.aliases)
    yield from (people.capitalize() for people in resources.catalogue.demonyms)


class Fit:
    """Weights in bits, fitted to the pairs of all corpora whose pages a test lets pass."""

    def __init__(
        self, corpora: Sequence[Corpus], keep: Callable[[Corpus, str], bool], start: Mapping[str, Any]
    ) -> None:
        cells, answers, counts = [], [], []
        for corpus in corpora:
            for n, one in corpus.examples():
                pair = corpus.pairs[n]
                if all(keep(corpus, corpus.records[k].occurrence.document) for k in (pair.a, pair.b)):
                    cells.append(corpus.cells[n])
                    answers.append(one)
                    counts.append(corpus.weight)
        self.start = np.array([start[name].get(level, 0.0) for name, level in LEVELS]) * log(2)
        self.fixed = np.array([level not in start[name] for name, level in LEVELS])
        self._fit(np.array(cells), np.array(answers, dtype=float), np.array(counts), start["prior"] * log(2))

    def _fit(self, cells: np.ndarray, answers: np.ndarray, counts: np.ndarray, prior: float) -> None:
        weights = np.append(self.start, prior)
        low = np.append(np.where((self.start > 0) | self.fixed, 0, -np.inf), -np.inf)
        high = np.append(np.where((self.start < 0) | self.fixed, 0, np.inf), np.inf)
        cells = np.column_stack([cells, np.ones(len(cells))])
        mean, square = np.zeros_like(weights), np.zeros_like(weights)
        for step in range(1, STEPS + 1):
            share = 1 / (1 + np.exp(-cells @ weights))
            slope = cells.T @ ((share - answers) * counts)
            slope[:-1] += PENALTY * (weights[:-1] - self.start)
            mean, square = 0.9 * mean + 0.1 * slope, 0.999 * square + 0.001 * slope**2
            weights -= RATE * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
            weights = np.clip(weights, low, high)
        self.weights, self.prior = weights[:-1] / log(2), weights[-1] / log(2)

    def incidents(self, corpus: Corpus, model: LinkModel, lean: float = LEAN) -> dict[str, int]:
        """The incidents that a corpus's claims are clustered into, by claim id."""
        near: dict[tuple[str, int], dict[tuple[str, int], float]] = defaultdict(dict)
        known = [(r.occurrence.document, r.occurrence.number) for r in corpus.records]
        for pair, weight in zip(corpus.pairs, corpus.cells @ self.weights + self.prior + lean, strict=True):
            if weight > model.apart:
                near[known[pair.a]][known[pair.b]] = near[known[pair.b]][known[pair.a]] = float(weight)
        of = dict(zip(known, corpus.records, strict=True))
        done: set[tuple[str, int]] = set()
        found = []
        for one in (k for k in known if not is_cumulative(of[k].occurrence)):
            if one not in done:
                group = group_of(one, near)
                done.update(group)
                found += clusters(group, near, model)
        tolls: dict[str, list[Occurrence]] = defaultdict(list)
        for country, toll in tolls_among(r.occurrence for r in corpus.records):
            tolls[country].append(toll)
        told = [[of[k].occurrence for k in cluster] for cluster in found]
        told += [group for one_country in tolls.values() for group in by_beginning(one_country)]
        return {c.id: n for n, cluster in enumerate(told) for o in cluster for c in o.claims}


def b_cubed(got: Mapping[str, int], truth: Truth, among: Iterable[str]) -> tuple[float, float]:
    """Precision and recall (Bagga and Baldwin 1998) of the claims `among`, grouped with all."""
    ours, theirs = defaultdict(set), defaultdict(set)
    for claim, incident in truth.items():
        ours[got[claim]].add(claim)
        theirs[incident].add(claim)
    both = [(ours[got[c]], theirs[truth[c]]) for c in among]
    shares = [(len(one & two) / len(one), len(one & two) / len(two)) for one, two in both]
    return tuple(sum(part) / len(shares) for part in zip(*shares, strict=True))  # type: ignore[return-value]


class Folds:
    """Fits that have not seen the pages about an incident, by fold."""

    def __init__(self, corpora: Mapping[str, Corpus], start: Mapping[str, Any], count: int) -> None:
        self.corpora, self.fold = corpora, folds_of(corpora.values(), count)
        self.fits = [Fit(list(corpora.values()), self._keeps(k), start) for k in range(count)]

    def _keeps(self, fold: int) -> Callable[[Corpus, str], bool]:
        return lambda _, page: self.fold[page] != fold

    def shares(self, name: str, model: LinkModel, lean: float = LEAN) -> dict[str, np.ndarray]:
        """Precision and recall of a corpus's claims, every page linked by weights that saw none about its incidents."""
        corpus = self.corpora[name]
        page = {c.id: p.document.id for p in corpus.pages for c in p.claims}
        found = {which: np.zeros(2) for which, claims in corpus.asked().items() if claims}
        for k, fit in enumerate(self.fits):
            got = fit.incidents(corpus, model, lean)
            for which, claims in corpus.asked().items():
                mine = [c for c in claims if self.fold.get(page[c]) == k]
                if mine:
                    found[which] += np.array(b_cubed(got, corpus.truth, sorted(mine))) * len(mine) / len(claims)
        return found

    def report(self, model: LinkModel) -> None:
        """Print B-cubed of each corpus; then the mean of those that were read, with other constants."""
        for name in self.corpora:
            for which, (precision, recall) in self.shares(name, model).items():
                told = f"P {100 * precision:.1f} R {100 * recall:.1f} F1 {_f1(precision, recall):.1f}"
                print(f"{name:28} {which:18} {told}")
        self._curve(model, "as set", LEAN)
        for lean in TRIED["lean"]:
            self._curve(model, f"lean {lean}", lean)
        for value in TRIED["apart"]:
            self._curve(replace(model, apart=value), f"apart {value}", LEAN)
        for value in TRIED["one_page"]:
            self._curve(replace(model, one_page=value), f"one page {value}", LEAN)

    def _curve(self, model: LinkModel, name: str, lean: float) -> None:
        found = [self.shares(n, model, lean) for n in self.corpora if not n.endswith("as annotated")]
        means = {
            which: sum(_f1(*f[which]) for f in found if which in f) / sum(which in f for f in found)
            for which in ("all", "of several pages")
        }
        print(f"{name:14}", ", ".join(f"{which} {mean:.1f}" for which, mean in means.items()), flush=True)


def _f1(precision: float, recall: float) -> float:
    return 200 * precision * recall / (precision + recall)


def learn(corpora: Mapping[str, Corpus], rarity: Rarity, folds: int) -> dict[str, Any]:
    """The model's figures as they are shipped."""
    start = tomllib.loads((HERE / "linking.toml").read_text(encoding="utf-8"))
    targets = frozenset(map(folded, load_lexicon().words("linking", "targets")))
    model = LinkModel({}, 0.0, APART, ONE_PAGE, rarity, targets)
    for corpus in corpora.values():
        corpus.compare(model)
    if folds:
        Folds(corpora, start, folds).report(model)
    fit = Fit(list(corpora.values()), lambda *_: True, start)
    examples = [one for corpus in corpora.values() for _, one in corpus.examples()]
    print(f"{len(examples)} pairs, {sum(examples)} of them of one incident")
    weights: dict[str, dict[str, float]] = {name: {} for name in COMPARISONS}
    for (name, level), weight in zip(LEVELS, fit.weights, strict=True):
        weights[name][level] = round(float(weight), 2) + 0.0
    return {"prior": round(fit.prior + LEAN, 2), "apart": APART, "one_page": ONE_PAGE, "weights": weights}


def rarity_of(counted: Mapping[str, Any]) -> Rarity:
    """Counted words as linking uses them."""
    bits = {key.replace("_", " "): int(n) for n, keys in counted["words"].items() for key in keys.split()}
    return Rarity(bits, counted["unlisted"])


def main(arguments: Iterable[str] | None = None) -> None:
    """Read, fit, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("--gold", nargs=2, type=Path, action="append", metavar=("DOCS", "GOLD"), required=True)
    parser.add_argument("--incidents", type=Path, required=True)
    parser.add_argument("--articles", type=Path, required=True)
    parser.add_argument("--words", type=Path, nargs="+", required=True)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args(arguments)
    resources = load_resources()
    reading = unseen(options.gold, options.articles, resources)
    counted = count_words(options.words, resources)
    corpora: dict[str, Corpus] = {}
    for docs, gold in options.gold:
        pages = [read_page(document(row), reading(row["id"])) for row in rows(docs)]
        for how, corpus in zip(("as read", "as annotated"), annotated(pages, rows(gold), resources), strict=True):
            corpora[f"{docs.name.partition('.')[0]}, {how}"] = corpus
    corpora["reports of one incident"] = reported(options.incidents, resources)
    for how, corpus in zip(("as read", "as annotated"), articles_annotated(options.articles, reading), strict=True):
        corpora[f"articles, {how}"] = corpus
    for how, corpus in zip(("as read", "as annotated"), written_by_us(reading), strict=True):
        corpora[f"pages of our own, {how}"] = corpus
    corpora["labelled"] = labelled(options.articles, reading)
    model = learn(corpora, rarity_of(counted), options.folds)
    options.out.mkdir(parents=True, exist_ok=True)
    for name, made in (("linking", model), ("rarity", counted)):
        (options.out / f"{name}.json").write_text(json.dumps(made, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
