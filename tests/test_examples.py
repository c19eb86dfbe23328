"""The demo pages against their gold: what the program reaches there, pinned so that it is never lowered by accident."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import Any

import pytest

from counterclaim.faces.api import Reading, read
from counterclaim.model import RESPONSIBILITY, Claim, Page

EXAMPLES = Path(__file__).parents[1] / "examples"
PAGES = EXAMPLES / "pages"
FURNITURE = (
    "300 of ours",
    "40 dead with her own eyes",
    "60 dead",
    "Four children were killed from my street",
    "three journalists wounded",
    "kills 15",
    "nine die of cold",
    "40 in hospital",
)
# In percent, F1. `found`: same page and aspect, words that overlap; `value`: low and high too; `voiced`: the voice too.
# `who did it` compares (page, voice, party, polarity).
FLOORS = {"found": 92, "value": 92, "voiced": 89, "who did it": 92}
FLOORS_WITHOUT_PARTIES = {"found": 75, "value": 75, "voiced": 55}

Gold = Mapping[str, Any]
Scored = tuple[Gold, Claim]


def gold_lines() -> list[dict[str, Any]]:
    return [json.loads(line) for line in (EXAMPLES / "gold.jsonl").read_text(encoding="utf-8").splitlines()]


def name_of(page: Page) -> str:
    """How the gold names a page: by the file where the file is the page, else by the id that the page was given."""
    source = PurePath(page.document.source or "")
    return source.stem if source.suffix in {".html", ".txt"} else page.document.id


def by_name(reading: Reading) -> dict[str, Page]:
    return {name_of(page): page for page in reading.pages}


def located(gold: Gold, text: str) -> tuple[int, int]:
    """Where the quote of a gold line stands in the page's text."""
    inside = re.search(rf"(?<!\w){re.escape(gold['quote'])}(?!\w)", gold["context"])
    assert inside, gold
    start = text.index(gold["context"]) + inside.start()
    return start, start + len(gold["quote"])


def matched(golds: Sequence[Gold], pages: Mapping[str, Page]) -> list[Scored]:
    """Pair each gold line with one claim of its page and aspect whose words overlap, the best agreement first."""
    candidates = []
    for i, gold in enumerate(golds):
        page = pages[gold["doc"]]
        start, end = located(gold, page.document.text)
        for claim in page.claims:
            overlap = min(end, claim.span.end) - max(start, claim.span.start)
            if claim.aspect == gold["aspect"] and overlap > 0:
                agreement = 2 * same_value(gold, claim) + same_voice(gold, claim, page)
                candidates.append((agreement, overlap, -i, gold, claim))
    pairs: dict[int, Claim] = {}
    used: set[str] = set()
    for _, _, minus, _, claim in sorted(candidates, key=lambda c: c[:3], reverse=True):
        if -minus not in pairs and claim.id not in used:
            pairs[-minus] = claim
            used.add(claim.id)
    return [(golds[i], claim) for i, claim in pairs.items()]


def accepted(gold: Gold, field: str) -> list[Any]:
    return [gold[field], *([gold["or"][field]] if field in gold.get("or", {}) else [])]


def same_value(gold: Gold, claim: Claim) -> bool:
    return claim.low in accepted(gold, "low") and claim.high in accepted(gold, "high")


def folded(name: str | None) -> str:
    words = re.sub(r"[^a-z: ]+", " ", (name or "OUTLET").lower()).split()
    return " ".join(w for w in words if w not in {"the", "of", "s"})


def voice_key(name: str | None, outlet: str | None) -> str:
    """A voice as compared: one unnamed source is as good as another, and a page that names its outlet names itself."""
    key = folded(name)
    if key.startswith("unnamed"):
        return "unnamed"
    return "outlet" if outlet and key == folded(outlet) else key


def same_voice(gold: Gold, claim: Claim, page: Page) -> bool:
    outlet = page.document.outlet
    return voice_key(claim.voice, outlet) in {voice_key(v, outlet) for v in accepted(gold, "voice")}


def f1(hits: float, got: int, wanted: int) -> float:
    return 200 * hits / (got + wanted)


def scores(golds: Sequence[Gold], pages: Mapping[str, Page]) -> dict[str, float]:
    got, wanted = sum(len(p.claims) for p in pages.values()), len(golds)
    pairs = matched(golds, pages)
    valued = [(g, c) for g, c in pairs if same_value(g, c)]
    voiced = [(g, c) for g, c in valued if same_voice(g, c, pages[g["doc"]])]
    counts = {"found": len(pairs), "value": len(valued), "voiced": len(voiced)}
    return {name: f1(n, got, wanted) for name, n in counts.items()} | {"who did it": blame_score(golds, pages)}


def blame_score(golds: Sequence[Gold], pages: Mapping[str, Page]) -> float:
    wanted: dict[tuple[str, ...], set[tuple[str, ...]]] = defaultdict(set)
    for gold in (g for g in golds if g["aspect"] == RESPONSIBILITY):
        outlet = pages[gold["doc"]].document.outlet
        keys = {
            (gold["doc"], voice_key(v, outlet), folded(p), gold["polarity"])
            for v in accepted(gold, "voice")
            for p in accepted(gold, "party")
        }
        wanted[min(keys)] |= keys
    got = {
        (name, voice_key(c.voice, p.document.outlet), folded(c.party), c.polarity)
        for name, p in pages.items()
        for c in p.claims
        if c.aspect == RESPONSIBILITY
    }
    return f1(sum(bool(keys & got) for keys in wanted.values()), len(got), len(wanted))


def misses(golds: Sequence[Gold], pages: Mapping[str, Page]) -> Iterable[str]:
    """What a person wants to see when a floor is broken."""
    pairs = matched(golds, pages)
    found, used = {id(g) for g, _ in pairs}, {c.id for _, c in pairs}
    yield from (f"missed   {g['doc']} {g['aspect']} {g['context']!r}" for g in golds if id(g) not in found)
    for name, page in pages.items():
        yield from (f"spurious {name} {c.aspect} {c.span.exact!r}" for c in page.claims if c.id not in used)
    for g, c in pairs:
        if not same_value(g, c) or not same_voice(g, c, pages[g["doc"]]):
            got = f"{c.low}-{c.high} {c.voice!r}"
            yield f"unlike   {g['doc']} {g['quote']!r}: {got}, not {g['low']}-{g['high']} {g['voice']!r}"


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(PAGES, parties=EXAMPLES / "parties.toml")


@pytest.fixture(scope="module")
def plain_reading() -> Reading:
    return read(PAGES)


@pytest.fixture(scope="module")
def golds() -> list[dict[str, Any]]:
    return gold_lines()


def test_every_page_is_read(reading: Reading) -> None:
    assert len(reading.pages) == 18
    assert not [s for s in reading.skipped if s.part == "page"]


def test_outlets_and_days_are_known(reading: Reading) -> None:
    dated = {name: (p.document.outlet, p.document.published) for name, p in by_name(reading).items()}
    assert len({outlet for outlet, _ in dated.values() if outlet}) >= 8
    assert all(published for name, (_, published) in dated.items() if name != "watershed-1")


def test_gold_stands_on_the_pages(golds: list[dict[str, Any]], reading: Reading) -> None:
    pages = by_name(reading)
    for gold in golds:
        text = pages[gold["doc"]].document.text
        assert text.count(gold["context"]) == 1, gold
        start, end = located(gold, text)
        assert text[start:end] == gold["quote"]
        assert gold["voice_quote"] is None or gold["voice_quote"] in text, gold
        assert gold["part_of"] is None or any(
            g["quote"] == gold["part_of"] for g in golds if g["doc"] == gold["doc"]
        ), gold


def test_spans_are_grounded(reading: Reading) -> None:
    for page in reading.pages:
        text = page.document.text
        spans = [s for c in page.claims for s in (c.span, c.voice_span, c.cue_span) if s is not None]
        assert all(text[s.start : s.end] == s.exact for s in spans)


def test_nothing_is_claimed_on_the_football_page(reading: Reading) -> None:
    assert by_name(reading)["mail-2"].claims == ()


def test_nothing_is_claimed_from_furniture(reading: Reading) -> None:
    for name, page in by_name(reading).items():
        for words in FURNITURE:
            at = page.document.text.find(words)
            if at >= 0:
                inside = [c for c in page.claims if c.span.start < at + len(words) and at < c.span.end]
                assert not inside, (name, inside)


@pytest.mark.parametrize("figure", FLOORS)
def test_floor(figure: str, golds: list[dict[str, Any]], reading: Reading) -> None:
    reached = scores(golds, by_name(reading))
    assert reached[figure] >= FLOORS[figure], "\n".join([str(reached), *misses(golds, by_name(reading))])


@pytest.mark.parametrize("figure", FLOORS_WITHOUT_PARTIES)
def test_floor_without_the_parties_file(figure: str, golds: list[dict[str, Any]], plain_reading: Reading) -> None:
    reached = scores(golds, by_name(plain_reading))
    assert reached[figure] >= FLOORS_WITHOUT_PARTIES[figure], reached


def test_the_day_of_an_older_attack_is_not_carried_to_what_blame_speaks_of(reading: Reading) -> None:
    claims = by_name(reading)["watershed-1"].claims
    killed = {c.low: c.date for c in claims if c.aspect == "killed"}
    older, newer = {killed[12], killed[58]}, {killed[17], killed[23], killed[19]}
    assert {d and d.latest for d in older} == {"2016-10-14"}
    assert older.isdisjoint(newer)
