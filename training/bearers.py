"""Learn the weights of models/bearers.json: which of the parties that a page blames bears a count, or nobody.

    python training/bearers.py OUT.json DOCS.jsonl GOLD.jsonl [DOCS.jsonl GOLD.jsonl …] [--articles DOCS] [--folds 10]

DOCS are pages (id, outlet, published, text) and GOLD the claims of docs/formats.md with `aspect`, `party`, `low`,
`high`, and `quote` in its `context`, or `start` and `end`. Each count that a claim's words overlap is one example, and
those without a party weigh less (LEAST_SAID): to leave out who is blamed is the worse error. `--folds` prints how often
the answer is right with the pages of its incident held out, parties given and not given apart. `--articles` are the
pages of FA-KES, of which settings.jsonl has our annotation; the pages of own-pages.jsonl are always learnt from as
well. Places and dates are read by choices that were learnt from these pages: pages read by choices that were not give
the same answers (79.8 % held out, 79.6 %), so that it does no harm here.
"""

from __future__ import annotations

import argparse
import hashlib
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from unittest.mock import patch

from answers import ANNOTATED, OWN, gold, rows
from choosing import Example, fit, held_out, write
from counterclaim import pipeline
from counterclaim.identity import same_name
from counterclaim.model import RESPONSIBILITY, Document, Setting
from counterclaim.parties import Catalogue
from counterclaim.resources import Resources, load_resources
from counterclaim.setting.bearers import DESCRIBED, UNNAMED, Bearers, Told
from counterclaim.stages.bearers import told_of

PENALTY = 2.0
LEAST_SAID = 0.6
OURS = 0.5  # of what another page teaches: our own blame nobody more often
MODELLED = 0.25  # the same of pages after printed plans, which seldom blame: more and plain blame is lost
Row = Mapping[str, Any]


def examples(docs: Sequence[Row], claimed: Sequence[Row], resources: Resources) -> Iterator[tuple[Example, bool]]:
    """The examples of all pages, each with whether its claim names a party."""
    claims = defaultdict(list)
    for claim in claimed:
        if claim["aspect"] != RESPONSIBILITY and "optional" not in claim:
            claims[claim["doc"]].append(claim)
    for doc in docs:
        document = Document(doc["id"], doc["text"], doc.get("outlet"), doc.get("published"))
        yield from page_examples(document, claims[doc["id"]], resources)


def page_examples(document: Document, claims: Sequence[Row], resources: Resources) -> Iterator[tuple[Example, bool]]:
    """The examples of one page; a claim belongs to the count that shares its value, then most of its words."""
    told, bearers = read_told(document, resources)
    free = {i for i, t in enumerate(told) if t.finding.aspect != RESPONSIBILITY}
    for claim in claims:
        start, end = place(claim, document.text)
        fits = [
            (told[i].finding.low == claim.get("low"), min(end, span.end) - max(start, span.start), -i)
            for i in free
            if told[i].finding.aspect == claim["aspect"]
            and (span := told[i].finding.span).start < end > start < span.end
        ]
        if fits:
            i = -max(fits)[-1]
            free.discard(i)
            given = accepted(claim)
            names = (None, *bearers.parties)
            right = tuple(any(is_same(g, name, resources.catalogue) for g in given) for name in names)
            weight = 1.0 if given[0] else LEAST_SAID
            yield Example(document.id, tuple(bearers.candidates(told[i])), right, weight), bool(given[0])


def accepted(claim: Row) -> list[str | None]:
    """The parties accepted for a claim, the likelier first."""
    if isinstance(claim["party"], list):
        return claim["party"]
    return [claim["party"], *([claim["or"]["party"]] if "party" in claim.get("or", {}) else [])]


def own(*, modelled: bool) -> tuple[list[Row], list[Row]]:
    """The pages that we wrote and their claims, where parties are annotated.

    `modelled` takes those that follow the plan of a page that was printed, and only those.
    """
    pages = [page for page in rows(OWN) if page.get("modelled", False) == modelled]
    claims = [{**claim, "doc": page["id"]} for page in pages for claim in page["claims"] if "party" in claim]
    named = {claim["doc"] for claim in claims}
    return [page for page in pages if page["id"] in named], claims


def annotated(articles: str) -> tuple[list[Row], list[Row]]:
    """Those of the articles that we annotated, and their claims."""
    known = {hashlib.sha256(row["text"].encode()).hexdigest(): row for row in rows(articles)}
    found = [(known[page["sha256"]], page["claims"]) for page in rows(ANNOTATED) if page["sha256"] in known]
    return [page for page, _ in found], [{**claim, "doc": page["id"]} for page, claims in found for claim in claims]


def read_told(document: Document, resources: Resources) -> tuple[tuple[Told, ...], Bearers]:
    """All findings of a page as the stage gets them."""
    seen: list[tuple[tuple[Told, ...], Bearers]] = []

    def keep(*given: Any) -> tuple[Setting, ...]:
        findings, standings, settings, parse, catalogue, _ = given
        told = told_of(findings, standings, settings, parse)
        seen.append((told, Bearers(told, parse, catalogue)))
        return tuple(settings)

    with patch.object(pipeline, "find_bearers", keep):
        pipeline.read_page(document, resources)
    return seen[0]


def place(claim: Row, text: str) -> tuple[int, int]:
    """Where a claim's words stand."""
    if "start" in claim:
        return claim["start"], claim["end"]
    start = text.index(claim["context"]) + claim["context"].index(claim["quote"])
    return start, start + len(claim["quote"])


def is_same(gold: str | None, name: str | None, catalogue: Catalogue) -> bool:
    """Whether two names are one party: a state and its army are, and all whom nobody names are taken as one."""
    if gold is None or name is None:
        return gold is name
    one = _known(name, catalogue)
    parts = [_known(part, catalogue) for part in gold.split(" and ")]  # of two that did it together either will do
    return any(one == part or same_name(one, part) for part in parts)


def _known(name: str, catalogue: Catalogue) -> str:
    party = catalogue.lookup(name)
    if name.startswith(UNNAMED) or (party and party.name in DESCRIBED):
        return UNNAMED
    if party is None:
        return name
    return party.parent or party.name if party.kind in ("armed_forces", "ministry") else party.name


def main() -> None:
    """Fit, report and write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("out", type=Path)
    parser.add_argument("pairs", nargs="+", metavar="DOCS GOLD")
    parser.add_argument("--articles")
    parser.add_argument("--folds", type=int, default=0)
    given = parser.parse_args()
    resources = load_resources()
    paths = list(zip(given.pairs[::2], given.pairs[1::2], strict=True))
    pairs = [(rows(docs), rows(claims)) for docs, claims in paths]
    pairs += [annotated(given.articles)] if given.articles else []
    group = {p.page.id: p.group for docs, claims in paths for p in gold(docs, claims, "incident")}
    told = [one for docs, claimed in pairs for one in examples(docs, claimed, resources)]
    for modelled, weight in ((False, OURS), (True, MODELLED)):
        taught = examples(*own(modelled=modelled), resources)
        told += [(replace(e, weight=weight * e.weight), named) for e, named in taught]
    found = [(replace(example, group=group.get(example.group, example.group)), named) for example, named in told]
    taught = [e for e, _ in found]
    if given.folds:
        right = held_out(taught, given.folds, penalty=PENALTY)
        for named in (True, False):
            hits = [ok for ok, (_, has) in zip(right, found, strict=True) if has == named]
            print(f"{'a party' if named else 'nobody'}: {len(hits)} counts, held out right: {_share(hits):.1f} %")
    weights = fit(taught, penalty=PENALTY)
    write(given.out, weights)
    print(f"{len(weights)} weights from {len(taught)} counts on {len({e.group for e, _ in told})} pages")


def _share(hits: Sequence[bool]) -> float:
    return 100 * sum(hits) / max(1, len(hits))


if __name__ == "__main__":
    main()
