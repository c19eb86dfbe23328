"""Pages and the incidents of their claims, as training/linking.py learns from them.

They come annotated claim by claim (`doc`, `context`, `quote`, `aspect`, `incident`, the fields of docs/formats.md), as
pages with the one incident that each reports, and as articles: those of settings.jsonl, whose incidents
linking-shared.toml joins across pages, and further ones, of which linking-labels.jsonl says which accounts are one.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np

import answers
import groups
from answers import Answer, Answered
from counterclaim.linking.comparisons import COMPARISONS, UNKNOWN
from counterclaim.linking.occurrences import commonest, group_occurrences
from counterclaim.linking.records import Record, records_of
from counterclaim.linking.scoring import Pair, levels_of, row_of, score
from counterclaim.linking.weights import LinkModel
from counterclaim.model import RESPONSIBILITY, Claim, Document, Interval, Page, Place
from counterclaim.pipeline import read_page
from counterclaim.resources import Resources

HERE = Path(__file__).parent
ARTICLES = 0.35  # of a pair of annotated articles; there are more of them than of all others
OURS = 0.15  # of a pair of pages that we wrote: by more, links of all others are worse held out
LABELLED = 1.5
WAR = "cumulative-syria-war"
WARS = WAR, "cumulative-war"
FIELDS = "incident", "place", "date"
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
        self.incidents = [commonest(self.truth.get(c.id) for c in r.occurrence.claims) for r in self.records]
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

    def asked(self) -> dict[str, set[str]]:
        """The claims whose incident is known, all of them and those whose incident several pages tell of."""
        page = {c.id: p.document.id for p in self.pages for c in p.claims}
        told: dict[str, set[str]] = defaultdict(set)
        for claim, incident in self.truth.items():
            told[incident].add(page[claim])
        several = {c for c, i in self.truth.items() if len(told[i]) > 1 and not i.startswith("cumulative")}
        return {"all": set(self.truth), "of several pages": several}


def folds_of(corpora: Iterable[Corpus], count: int) -> dict[str, int]:
    """Pages to folds, those about one incident together in all corpora; a whole war's toll holds none together."""
    home: dict[str, str] = {}

    def root(name: str) -> str:
        while home.setdefault(name, name) != name:
            name = home[name]
        return name

    for corpus in corpora:
        for record, incident in zip(corpus.records, corpus.incidents, strict=True):
            page = root(record.occurrence.document)
            if incident and not incident.startswith("cumulative"):
                other = root(f"of {incident}")
                home[max(page, other)] = min(page, other)
    return {p: int(hashlib.sha256(root(p).encode()).hexdigest(), 16) % count for p in list(home)}


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
    return Corpus(pages, dict(_labels(pages, starts)), weight=LABELLED)


def articles_annotated(articles: Path, reading: Callable[[str], Resources]) -> Iterator[Corpus]:
    """The articles that settings.jsonl annotates, as they were read and with the places, dates and groups given there.

    What both have is the claims that were read and annotated; `linking-shared.toml` joins incidents across pages.
    """
    documents = {row["id"]: document(row) for row in rows(articles)}
    told = zip(*(answers.annotated(str(articles), field) for field in FIELDS), strict=True)
    yield from _answered_pages(documents, told, reading, ARTICLES)


def written_by_us(reading: Callable[[str], Resources]) -> Iterator[Corpus]:
    """The pages that we wrote, as they were read and with the places, dates and groups that they were given."""
    told = list(zip(*(answers.own(field) for field in FIELDS), strict=True))
    yield from _answered_pages({whose.page.id: whose.page for whose, *_ in told}, told, reading, OURS)


def _answered_pages(
    documents: Mapping[str, Document],
    told: Iterable[tuple[Answered, ...]],
    reading: Callable[[str], Resources],
    weight: float,
) -> Iterator[Corpus]:
    of = incident_names()
    read: dict[str, Page] = {}
    made: list[Page] = []
    truth: dict[str, str] = {}
    for whose, where, when in told:
        if whose.page.id in read:
            continue  # another copy of the same text
        page = read[whose.page.id] = read_page(documents[whose.page.id], reading(whose.page.id))
        claims, numbers = [], {}
        for claim, n in _answered(page, whose.answers):
            incident = whose.answers[n].right[0] or ""
            name = of(f"{whose.name} {incident}")
            truth |= {claim.id: name} if name else {}
            claims.append(
                replace(
                    claim,
                    place=_place(where.answers[n].right[0], reading(whose.page.id)),
                    date=_interval(when.answers[n].right[0]),
                    occurrence=numbers.setdefault(incident, len(numbers)),
                )
            )
        made.append(replace(page, claims=tuple(claims)))
    yield Corpus(list(read.values()), truth, weight)
    yield Corpus(made, truth, weight)


def _answered(page: Page, told: Sequence[Answer]) -> Iterator[tuple[Claim, int]]:
    """Counts with the number of the annotated claim of the same aspect whose words they share, each but once."""
    taken: set[int] = set()
    for claim in page.claims:
        shared = [
            (min(a.end, claim.span.end) - max(a.start, claim.span.start), -n)
            for n, a in enumerate(told)
            if n not in taken and a.aspect == claim.aspect != RESPONSIBILITY
        ]
        overlap, n = max(shared, default=(0, 0))
        if overlap > 0:
            taken.add(-n)
            yield claim, -n


def incident_names() -> Callable[[str], str | None]:
    """By page and key what an incident is called among all pages, None where it is not known to be one of its own."""
    told = tomllib.loads((HERE / "linking-shared.toml").read_text(encoding="utf-8"))
    shared = {key: name for name, keys in told["incidents"].items() for key in keys}
    unsure = set(told["unsure"])

    def name(key: str) -> str | None:
        within = key.partition(" ")[2]
        if key in unsure or within == "toll":
            return None
        running = "cumulative " if within.startswith("cumulative") else ""
        return WAR if within in WARS else f"article {shared[key]}" if key in shared else f"{running}{key}"

    return name


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
    return Corpus(pages, {c.id: of[p.document.id] for p in pages for c in p.claims}, leads_only=True)
