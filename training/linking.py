"""Learn models/linking.json, the weights by which occurrences are linked, and models/rarity.json, how rare words are.

    python training/linking.py OUT_DIR --gold DOCS.jsonl GOLD.jsonl [--gold …] --incidents PAGES.jsonl
        --articles ARTICLES.jsonl --words TEXTS.jsonl [TEXTS.jsonl …] [--folds 5]

GOLD are annotated claims (`doc`, `context`, `quote`, `aspect`, `incident` and the fields of docs/formats.md), PAGES are
pages with the one `incident` that each reports, ARTICLES the pages that linking-labels.jsonl points into, TEXTS any
pages in which words are counted. Every two occurrences of different pages that would be compared are an example: of one
incident or of two. The weights are a logistic model's of the levels that the comparisons come to, pulled towards
linking.toml by an L2 penalty and kept on its side of nought. The loss is convex, so that no seed matters. Places, dates
and groups of the annotated pages are chosen by weights that were not learnt from their incident: as read by those that
were, they would be trusted more than they deserve on pages that nobody has seen. `--folds` prints B-cubed with the
pages about an incident held out together.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import tomllib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from math import log, log2
from pathlib import Path
from typing import Any

import numpy as np

import answers
import groups
from answers import Answered
from counterclaim.lexicon import load_lexicon
from counterclaim.linking.clusters import clusters, group_of
from counterclaim.linking.comparisons import COMPARISONS, UNKNOWN
from counterclaim.linking.occurrences import group_occurrences
from counterclaim.linking.records import Record, is_cumulative, records_of
from counterclaim.linking.scoring import Pair, levels_of, row_of, score
from counterclaim.linking.tolls import by_beginning, country_of
from counterclaim.linking.weights import LinkModel
from counterclaim.linking.words import BITS, Rarity, folded, tokens
from counterclaim.model import RESPONSIBILITY, Claim, Document, Interval, Occurrence, Page, Place
from counterclaim.pipeline import read_page
from counterclaim.resources import Resources, load_resources

HERE = Path(__file__).parent
COMMON = 4  # pages: words on fewer count as unlisted
UNLISTED = 11  # bits
KNOWN = 7  # bits at most of what every page on its country may name: countries, the largest towns, parties
LARGE = 1_500_000  # inhabitants
APART, ONE_PAGE = -2.0, -1.0  # bits; set by hand, see the card
LEAN = 2.4  # bits by which a link may fall short of even odds: the mean over pairs still has to reach them
PENALTY = 1.0
STEPS, RATE = 600, 0.05
LEVELS = [(name, level) for name, levels in COMPARISONS.items() for level in levels if level != UNKNOWN]
Truth = Mapping[str, str]


@dataclass
class Corpus:
    """Pages and the incidents of their claims, by id; pairs of a corpus count `weight` each.

    With `leads_only` a page is known to report one incident, not which of its claims are about it.
    """

    pages: Sequence[Page]
    truth: Truth
    weight: float = 1.0
    leads_only: bool = False
    records: list[Record] = field(default_factory=list)
    pairs: list[Pair] = field(default_factory=list)
    incidents: list[str | None] = field(default_factory=list)
    cells: np.ndarray = field(default_factory=lambda: np.zeros((0, len(LEVELS))))

    def compare(self, model: LinkModel) -> None:
        """Find the pairs and their levels."""
        occurrences = sorted(
            (o for p in self.pages for o in group_occurrences(p)), key=lambda o: (o.document, o.number)
        )
        self.records = records_of(occurrences, model.rarity, model.targets)
        even = replace(model, weights={name: {} for name in COMPARISONS}, prior=0.0, apart=-1.0)
        self.pairs = levels_of(self.records, [(p.a, p.b) for p in score([row_of(r) for r in self.records], even)], even)
        self.incidents = [_commonest(self.truth.get(c.id) for c in r.occurrence.claims) for r in self.records]
        index = {level: k for k, level in enumerate(LEVELS)}
        self.cells = np.zeros((len(self.pairs), len(LEVELS)))
        for n, pair in enumerate(self.pairs):
            for level in zip(COMPARISONS, pair.levels, strict=True):
                if level in index:
                    self.cells[n, index[level]] = 1

    def examples(self) -> Iterator[tuple[int, bool]]:
        """The pairs that teach, by number, and whether they are of one incident."""
        for n, pair in enumerate(self.pairs):
            a, b = self.incidents[pair.a], self.incidents[pair.b]
            leading = self.records[pair.a].occurrence.leads and self.records[pair.b].occurrence.leads
            if a and b and not (self.leads_only and a == b and not leading):
                yield n, a == b

    def folds(self, count: int) -> dict[str, int]:
        """Pages to folds, those about one incident together; the war's whole toll holds none together."""
        home: dict[str, str] = {}

        def root(name: str) -> str:
            while home.setdefault(name, name) != name:
                name = home[name]
            return name

        for record, incident in zip(self.records, self.incidents, strict=True):
            page = root(record.occurrence.document)
            if incident and not incident.startswith("cumulative"):
                home[page] = root(f"of {incident}")
        pages = {r.occurrence.document for r in self.records}
        return {p: int(hashlib.sha256(root(p).encode()).hexdigest(), 16) % count for p in pages}


def _commonest(values: Iterable[str | None]) -> str | None:
    counted = Counter(v for v in values if v)
    return min(counted, key=lambda v: (-counted[v], v)) if counted else None


def unseen(golds: Sequence[tuple[Path, Path]], articles: Path, resources: Resources) -> Callable[[str], Resources]:
    """By a page's id, what it is read with: choices of place, date and group learnt without pages of its incident."""

    def told(field: str) -> list[Answered]:
        pages = [page for docs, claims in golds for page in answers.gold(str(docs), str(claims), field)]
        return [*pages, *answers.annotated(str(articles), field), *answers.own(field)]

    incidents = [p for p in told("incident") if answers.findings(p.page, resources).findings]
    by_part = list(groups.choosers(told("place"), told("date"), resources, groups.PARTS))
    part = {p.page.id: groups.part_of(p.group, groups.PARTS) for p in incidents}
    pages = [groups.grouped(p, by_part[part[p.page.id]], resources) for p in incidents]
    made = [
        replace(resources, choosers=replace(resources.choosers, places=b.places, dates=b.dates, groups=g))
        for b, g in zip(by_part, groups.parted(pages, groups.PARTS), strict=True)
    ]
    return lambda page: made[part[page]] if page in part else resources


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSON Lines file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def document(row: Mapping[str, Any]) -> Document:
    """A page as it is read."""
    return Document(**{name: row.get(name) for name in ("id", "text", "outlet", "published", "title", "url")})


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


def annotated(pages: Sequence[Page], gold: Sequence[Mapping[str, Any]], resources: Resources) -> Iterator[Corpus]:
    """The pages as they were read, and with the claims, places and dates that people gave them instead."""
    told: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for claim in gold:
        if claim["aspect"] != RESPONSIBILITY and claim.get("incident") and "optional" not in claim:
            told[claim["doc"]].append(claim)
    truth = {c.id: i for p in pages for c, i in _matched(p, told[p.document.id])}
    yield Corpus(pages, truth)
    made = [_as_annotated(p, told[p.document.id], resources) for p in pages]
    yield Corpus([p for p, _ in made], {c: i for _, found in made for c, i in found.items()})


def _at(text: str, claim: Mapping[str, Any]) -> tuple[int, int]:
    start = text.index(claim["context"]) + claim["context"].index(claim["quote"])
    return start, start + len(claim["quote"])


def _matched(page: Page, gold: Sequence[Mapping[str, Any]]) -> Iterator[tuple[Claim, str]]:
    """Claims with the incident of the annotated one of the same aspect whose words they share, best value first."""
    taken: set[int] = set()
    for claim in page.claims:
        fits = []
        for n, row in enumerate(gold):
            first, last = _at(page.document.text, row)
            overlap = min(last, claim.span.end) - max(first, claim.span.start)
            if n not in taken and row["aspect"] == claim.aspect and overlap > 0:
                fits.append(((row["low"], row["high"]) == (claim.low, claim.high), overlap, -n))
        if fits:
            taken.add(-max(fits)[-1])
            yield claim, gold[-max(fits)[-1]]["incident"]


KINDS = {
    "airstrike": "Air/drone strike", "shelling": "Shelling/artillery/missile attack", "bombing": "Suicide bomb",
    "clash": "Armed clash", "chemical": "Chemical weapon", "mine": "Remote explosive/landmine/IED",
    "execution": "Attack", "massacre": "Attack", "evacuation": "Evacuation", "displacement": "Displacement",
}  # fmt: skip


def _as_annotated(page: Page, gold: Sequence[Mapping[str, Any]], resources: Resources) -> tuple[Page, dict[str, str]]:
    numbers: dict[str, int] = {}
    claims = []
    truth = {}
    for n, row in enumerate(gold):
        start, end = _at(page.document.text, row)
        name = f"{page.document.id} {n}"
        number = numbers.setdefault(row["incident"], len(numbers))
        kind = KINDS.get(row["incident"].rsplit("-", 1)[-1])
        span = replace(page.claims[0].span, start=start, end=end, exact=row["quote"]) if page.claims else None
        if span is None:
            continue
        claims.append(
            Claim(
                name,
                page.document.id,
                row["aspect"],
                span,
                row["low"],
                row["high"],
                row["bound"],
                row["who"],
                party=row.get("party"),
                place=_place(row["place"], resources),
                date=_interval(row["date"]),
                event_type=kind,
                occurrence=number,
            )
        )
        truth[name] = row["incident"]
    return replace(page, claims=tuple(claims)), truth


def _place(name: str | None, resources: Resources) -> Place | None:
    if name is None:
        return None
    return next(iter(resources.gazetteer.lookup(name)), Place(name))


def _interval(told: str | None) -> Interval | None:
    first, _, last = (told or "").partition("/")
    try:
        return Interval((first + "-01-01")[:10], ((last or first) + "-12-28")[:10]) if first else None
    except ValueError:
        return None


def labelled(articles: Path, reading: Callable[[str], Resources]) -> Corpus:
    """The pages of which we said by hand which occurrences are one."""
    starts: dict[str, dict[int, str]] = defaultdict(dict)
    for row in rows(HERE / "linking-labels.jsonl"):
        starts[row["doc"]][row["start"]] = row["incident"]
    pages = [read_page(document(row), reading(row["id"])) for row in rows(articles) if row["id"] in starts]
    return Corpus(pages, dict(_labels(pages, starts)), weight=1.5)


def _labels(pages: Sequence[Page], starts: Mapping[str, Mapping[int, str]]) -> Iterator[tuple[str, str]]:
    for page in pages:
        named = starts[page.document.id]
        of = {c.occurrence: named[c.span.start] for c in page.claims if c.span.start in named}
        yield from ((c.id, of[c.occurrence]) for c in page.claims if c.occurrence in of)


def reported(path: Path, resources: Resources) -> Corpus:
    """Pages that report one incident each."""
    told = rows(path)
    pages = [read_page(document(row), resources) for row in told]
    of = {row["id"]: f"reported {row['incident']}" for row in told}
    return Corpus(pages, {c.id: of[p.document.id] for p in pages for c in p.claims}, weight=0.5, leads_only=True)


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
        self.weights, self.prior = weights[:-1] / log(2), weights[-1] / log(2) + LEAN

    def incidents(self, corpus: Corpus, model: LinkModel) -> dict[str, int]:
        """The incidents that a corpus's claims are clustered into, by claim id."""
        near: dict[tuple[str, int], dict[tuple[str, int], float]] = defaultdict(dict)
        known = [(r.occurrence.document, r.occurrence.number) for r in corpus.records]
        for pair, weight in zip(corpus.pairs, corpus.cells @ self.weights + self.prior, strict=True):
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
        for occurrence in (of[k].occurrence for k in known if is_cumulative(of[k].occurrence)):
            tolls[country_of(occurrence)].append(occurrence)
        told = [[of[k].occurrence for k in cluster] for cluster in found]
        told += [group for country in tolls.values() for group in by_beginning(country)]
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


def cross_validated(corpora: Mapping[str, Corpus], model: LinkModel, start: Mapping[str, Any], folds: int) -> None:
    """Print B-cubed of each corpus, every page linked by weights that saw no page about its incidents."""
    of = {name: corpus.folds(folds) for name, corpus in corpora.items()}
    names = {id(corpus): name for name, corpus in corpora.items()}
    fits = [
        Fit(list(corpora.values()), lambda corpus, page, k=k: of[names[id(corpus)]][page] != k, start)
        for k in range(folds)
    ]
    for name, corpus in corpora.items():
        shares, count = np.zeros(2), 0
        for k, fit in enumerate(fits):
            pages = {page for page, n in of[name].items() if n == k}
            mine = [c.id for p in corpus.pages if p.document.id in pages for c in p.claims if c.id in corpus.truth]
            if mine:
                shares += np.array(b_cubed(fit.incidents(corpus, model), corpus.truth, mine)) * len(mine)
                count += len(mine)
        precision, recall = shares / count
        print(f"{name:28} P {100 * precision:.1f} R {100 * recall:.1f} F1 {_f1(precision, recall):.1f}")


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
        cross_validated(corpora, model, start, folds)
    fit = Fit(list(corpora.values()), lambda *_: True, start)
    examples = [one for corpus in corpora.values() for _, one in corpus.examples()]
    print(f"{len(examples)} pairs, {sum(examples)} of them of one incident")
    weights: dict[str, dict[str, float]] = {name: {} for name in COMPARISONS}
    for (name, level), weight in zip(LEVELS, fit.weights, strict=True):
        weights[name][level] = round(float(weight), 2) + 0.0
    return {"prior": round(fit.prior, 2), "apart": APART, "one_page": ONE_PAGE, "weights": weights}


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
    corpora["labelled"] = labelled(options.articles, reading)
    model = learn(corpora, rarity_of(counted), options.folds)
    options.out.mkdir(parents=True, exist_ok=True)
    for name, made in (("linking", model), ("rarity", counted)):
        (options.out / f"{name}.json").write_text(json.dumps(made, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
