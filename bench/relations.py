"""How often the program relates two positions as an annotator does, kind by kind.

    python bench/relations.py GOLD_DIR [SET…] [--errors]

GOLD_DIR holds SET.docs.jsonl and SET.gold.jsonl; bench/data/relations-SET.jsonl the annotated pairs: either voice,
where its claims stand, and the kind of docs/decisions/0015 ("unrelated" where they count different people). Two
figures: on the gold's own claims and incidents, which measures the relations alone, and end to end, on the pages as
the program reads and links them. There a pair is lost where a claim of it is not found, or in another incident.

Exit code 2 where the pages are not those that were annotated.
"""

import argparse
import hashlib
import json
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from counterclaim.linking.copies import by_first_page
from counterclaim.linking.positions import weigh_positions, witnesses_of
from counterclaim.linking.relations import relate
from counterclaim.model import Account, Claim, Document, Incident, Page, Position, Span, content_id
from counterclaim.pipeline import call_witnesses, compare_pages, find_copies, read_page
from counterclaim.resources import Resources, load_resources
from counterclaim.stages.passages import split_passages

DATA = Path(__file__).parent / "data"
SETS = ("dev", "train")
FIELDS = ("id", "text", "outlet", "published", "title", "url")
SAME = ("aspect", "low", "high", "bound", "who", "polarity", "certainty", "party")
UNRELATED, LOST, APART, MERGED = "unrelated", "not read", "two incidents", "one position"
DIRECTED = {"revises", "denies", "subset of", "claims", "counter-blames"}
Place = tuple[str, int, int]
Row = Mapping[str, Any]


@dataclass(frozen=True)
class Pair:
    """Two annotated positions, by voice and place of their claims; if directed, `a` revises, denies or is a part."""

    aspect: str
    kind: str
    voices: tuple[str | None, str | None]
    a: tuple[Place, ...]
    b: tuple[Place, ...]


def rows(path: Path) -> list[dict[str, Any]]:
    """The rows of a JSONL file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


def annotated(path: Path, documents: Sequence[Document]) -> list[Pair]:
    """The annotated pairs; ends the program where a page is not the one that was annotated."""
    text = {d.id: d.text for d in documents}
    found = []
    for row in rows(path):
        if "sha256" in row:
            if hashlib.sha256(text.get(row["document"], "").encode()).hexdigest() != row["sha256"]:
                print(f"{row['document']} is not the page that was annotated")
                raise SystemExit(2)
        else:
            a, b = (tuple((d, s, e) for d, s, e in row[side]) for side in "ab")
            found.append(Pair(row["aspect"], row["kind"], tuple(row["voices"]), a, b))
    return found


def gold_accounts(documents: Sequence[Document], gold: Sequence[Row], resources: Resources) -> tuple[Account, ...]:
    """The gold's claims and incidents, weighed into positions."""
    claims: dict[str, list[Claim]] = defaultdict(list)
    by_page: dict[str, list[Claim]] = defaultdict(list)
    for incident, claim in gold_claims({d.id: d for d in documents}, gold, resources):
        claims[incident].append(claim)
        by_page[claim.document].append(claim)
    pages = [Page(d, split_passages(d, resources.lexicon), (), tuple(by_page[d.id]), ()) for d in documents]
    witnesses, reuse = call_witnesses(pages, resources), by_first_page(find_copies(pages, resources))
    incidents = (Incident(key, key, None, None, None, tuple(found)) for key, found in claims.items())
    return tuple(weigh_positions(incident, witnesses, reuse) for incident in incidents)


def gold_claims(
    documents: Mapping[str, Document], gold: Sequence[Row], resources: Resources
) -> Iterator[tuple[str, Claim]]:
    """Each gold row as its incident's key and a claim."""
    at = {}
    for row in gold:
        start = documents[row["doc"]].text.index(row["context"]) + row["context"].index(row["quote"])
        at[id(row)] = Span.of(documents[row["doc"]].text, start, start + len(row["quote"]))
    ids = {id(row): content_id(row["doc"], n) for n, row in enumerate(gold)}
    wholes = {(row["doc"], row["aspect"], row["quote"]): ids[id(row)] for row in reversed(gold)}
    for row in gold:
        whole = wholes.get((row["doc"], row["aspect"], row["part_of"]))
        voice = None if row["voice"] == "OUTLET" else canonical(row["voice"], resources)
        key = row["incident"] or ids[id(row)]
        same = {name: row[name] for name in SAME}
        yield (
            key,
            Claim(ids[id(row)], row["doc"], span=at[id(row)], part_of=whole, voice=voice, relays=tuple(row["relays"]),
                  occurrence=int(content_id(key)[:6], 16), **same),
        )  # fmt: skip


def told(pair: Pair, accounts: Sequence[Account], pages: Sequence[Page], resources: Resources) -> str:
    """The kind that the program gives a pair, or why it gives none."""
    sides = zip(pair.voices, (pair.a, pair.b), strict=True)
    a, b = (held(places, pair.aspect, canonical(voice, resources), accounts) for voice, places in sides)
    if not a or not b:
        return LOST
    both = [(x, y) for x in a for y in b if x[0] is y[0]]
    if not both:
        return APART
    account, x, y = both[0][0][0], both[0][0][1], both[0][1][1]
    if x is y:
        return MERGED
    witnesses = witnesses_of(account.incident, call_witnesses(pages, resources), account.copies)
    relation = relate(x, y, witnesses)
    if relation is None:
        return UNRELATED
    turned = relation.kind.value in DIRECTED and relation.a is y
    return f"{relation.kind.value} (turned)" if turned else relation.kind.value


def canonical(voice: str | None, resources: Resources) -> str | None:
    """A voice's name in the catalogue; the annotated name where it has none."""
    party = resources.catalogue.lookup(voice) if voice else None
    return party.name if party else voice


def held(
    places: Sequence[Place], aspect: str, voice: str | None, accounts: Sequence[Account]
) -> list[tuple[Account, Position]]:
    """The positions with claims at these places, this voice's before others, then those with most of them."""
    votes: Counter[tuple[int, int]] = Counter()
    found: dict[tuple[int, int], tuple[Account, Position]] = {}
    for n, account in enumerate(accounts):
        positions = [p for q in account.questions if q.aspect == aspect for p in q.positions]
        for m, position in enumerate(positions):
            hits = sum(any(is_at(claim, place) for claim in position.claims) for place in places)
            if hits:
                votes[n, m], found[n, m] = hits + len(places) * (position.voice == voice), (account, position)
    return [found[key] for key, _ in votes.most_common()]


def is_at(claim: Claim, place: Place) -> bool:
    """Whether a claim shares a character with a place."""
    document, start, end = place
    return claim.document == document and claim.span.start < end and start < claim.span.end


def is_right(pair: Pair, kind: str) -> bool:
    """Whether the program's answer is the annotator's; one position twice is one voice that repeats itself."""
    return kind == pair.kind or (kind == MERGED and pair.kind == "repeats")


def report(name: str, pairs: Sequence[Pair], kinds: Sequence[str], *, errors: bool) -> None:
    """Print agreement by kind, and what was told instead."""
    right = sum(map(is_right, pairs, kinds))
    there = [k for k in kinds if k not in (LOST, APART)]
    print(f"{name}: {right} of {len(pairs)} agree ({100 * right / len(pairs):.0f} %), {len(there)} read and linked")
    for kind in sorted({p.kind for p in pairs}):
        mine = [(p, k) for p, k in zip(pairs, kinds, strict=True) if p.kind == kind]
        wrong = Counter(k for p, k in mine if not is_right(p, k))
        instead = ", ".join(f"{k} {n}" for k, n in wrong.most_common())
        print(f"  {kind:16}{len(mine) - wrong.total():3} of {len(mine):2}" + (f"   else: {instead}" if wrong else ""))
    for n, (p, k) in enumerate(zip(pairs, kinds, strict=True)):
        if errors and not is_right(p, k):
            print(f"    pair {n}: {p.kind}, told {k}")


def main() -> None:
    """Measure the sets."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("gold", type=Path)
    options.add_argument("sets", nargs="*", default=SETS)
    options.add_argument("--errors", action="store_true", help="name the pairs that are told otherwise")
    asked = options.parse_args()
    resources = load_resources()
    for name in asked.sets:
        documents = [Document(**{f: row.get(f) for f in FIELDS}) for row in rows(asked.gold / f"{name}.docs.jsonl")]
        pairs = annotated(DATA / f"relations-{name}.jsonl", documents)
        bare = [Page(d, (), (), ()) for d in documents]
        accounts = gold_accounts(documents, rows(asked.gold / f"{name}.gold.jsonl"), resources)
        report(f"{name}, gold claims", pairs, [told(p, accounts, bare, resources) for p in pairs], errors=asked.errors)
        pages = [read_page(d, resources) for d in documents]
        accounts = compare_pages(pages, resources)
        report(f"{name}, end to end", pairs, [told(p, accounts, pages, resources) for p in pairs], errors=asked.errors)


if __name__ == "__main__":
    main()
