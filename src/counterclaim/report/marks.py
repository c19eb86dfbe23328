"""The words of a page with what was read in them: nested marks, cut wherever another begins or ends."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from counterclaim.model import Claim, Page, Reuse, Rivalry, Span
from counterclaim.report.markup import Html, el, safe
from counterclaim.report.shelf import Shelf, assertion_anchor, claim_anchor, incident_anchor, position_anchor

RANKS = ("copied", "content", "against", "source", "cue", "value")  # outermost first
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
Item = TypeVar("Item")


@dataclass(frozen=True)
class Mark:
    """A stretch of the page and what it is; `claims` are there for values, `anchor` for what is linked to."""

    start: int
    end: int
    kind: str
    title: str | None = None
    anchor: str | None = None
    claims: tuple[Claim, ...] = ()
    pages: str | None = None

    @property
    def key(self) -> tuple[int, int, int]:
        """The order in which marks lie within each other."""
        return RANKS.index(self.kind), self.start, -self.end


@dataclass
class Writer:
    """Writes stretches of one page with its marks; each mark has its id only where it begins."""

    text: str
    marks: Sequence[Mark]
    shelf: Shelf
    incidents: Mapping[str, str]
    """Claim id to incident id."""
    _begun: set[int] = field(default_factory=set)
    _links: set[int] = field(default_factory=set)

    def write(self, start: int, end: int) -> Html:
        """The words from `start` to `end`."""
        near = [(max(start, m.start), min(end, m.end), m) for m in self.marks if m.start < end and start < m.end]
        out: list[str] = []
        open_: list[Mark] = []
        for at, to, active in pieces([(start, end, None), *near]):
            around = sorted((m for m in active if m), key=lambda m: m.key)
            same = next((n for n, (a, b) in enumerate(zip(open_, around, strict=False)) if a is not b), None)
            kept = min(len(open_), len(around)) if same is None else same
            out += [self._close(m, at) for m in reversed(open_[kept:])]
            out += [self._open(m) for m in around[kept:]]
            out.append(safe(self.text[at:to]))
            open_ = around
        out += [self._close(m, end) for m in reversed(open_)]
        return Html("".join(out))

    def _open(self, mark: Mark) -> str:
        is_first = id(mark) not in self._begun
        self._begun.add(id(mark))
        if mark.claims and is_first:
            self._links.add(id(mark))
            return self._value(mark.claims[0]).removesuffix("</a>")
        made = el(
            "span",
            cls=f"mark {mark.kind}",
            id=mark.anchor if is_first else None,
            title=mark.title if is_first else None,
            data_with=mark.pages,
            data_from=mark.start if is_first and mark.anchor else None,
            data_to=mark.end if is_first and mark.anchor else None,
        )
        return made.removesuffix("</span>")

    def _close(self, mark: Mark, at: int) -> str:
        is_link = id(mark) in self._links
        self._links.discard(id(mark))
        also = mark.claims[1:] if at == mark.end else ()
        return ("</a>" if is_link else "</span>") + "".join(self._value(c, n) for n, c in enumerate(also, start=2))

    def _value(self, claim: Claim, number: int | None = None) -> Html:
        """The words of a claim as the link back to its row; further pieces of them are marked, but no links."""
        position = self.shelf.position_of.get(claim.id)
        incident = self.incidents.get(claim.id)
        return el(
            "a",
            None if number is None else raised(number),
            cls="mark value" + ("" if number is None else " also"),
            id=claim_anchor(claim),
            href=f"#{position_anchor(position)}" if position else None,
            data_incident=incident_anchor(incident) if incident else None,
            data_from=claim.span.start,
            data_to=claim.span.end,
            aria_label=None if number is None else f"claim {number} in the same words",
        )


def marks_of(page: Page, copied: Iterable[Mark], rivals: Iterable[Rivalry]) -> list[Mark]:
    """All marks of a page."""
    said = [(s, kind) for st in page.statements for kind in ("source", "cue", "content") for s in getattr(st, kind)]
    said += [(s, kind) for c in page.claims for s, kind in ((c.voice_span, "source"), (c.cue_span, "cue")) if s]
    spans = dict.fromkeys((s.start, s.end, kind) for s, kind in said)
    sides = {assertion_anchor(a): a for r in rivals for a in (r.a, r.b) if a.document == page.document.id}
    against = [Mark(a.span.start, a.span.end, "against", anchor=id_) for id_, a in sides.items()]
    plain = [Mark(start, end, kind) for start, end, kind in _outermost(spans)]
    return [*copied, *plain, *against, *_values(page.claims)]


def copied_marks(reuse: Iterable[Reuse], shelf: Shelf) -> dict[str, list[Mark]]:
    """By page the stretches whose words stand on other pages too, with these pages."""
    spans: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for pair in reuse:
        for stretch in pair.shared:
            spans[pair.a].append((stretch.a, pair.b))
            spans[pair.b].append((stretch.b, pair.a))
    return {page: list(_united(found, shelf)) for page, found in spans.items()}


def pieces(spans: Iterable[tuple[int, int, Item]]) -> Iterator[tuple[int, int, list[Item]]]:
    """Cut overlapping stretches wherever one begins or ends: each piece with what it lies in, in the order given."""
    starts: dict[int, list[int]] = defaultdict(list)
    ends: dict[int, list[int]] = defaultdict(list)
    items = []
    for n, (start, end, item) in enumerate(spans):
        items.append(item)
        starts[start].append(n)
        ends[end].append(n)
    active: dict[int, None] = {}
    last = 0
    for at in sorted({*starts, *ends}):
        if active:
            yield last, at, [items[n] for n in sorted(active)]
        for n in ends[at]:
            active.pop(n, None)
        active |= dict.fromkeys(starts[at])
        last = at


def raised(number: int) -> str:
    """A number in small raised figures."""
    return "".join(RAISED[int(figure)] for figure in str(number))


def _outermost(spans: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Of stretches of one kind that lie within each other only the outermost."""
    reach: dict[str, int] = {}
    for start, end, kind in sorted(spans, key=lambda s: (s[0], -s[1])):
        if end > reach.get(kind, -1):
            yield max(start, reach.get(kind, 0)), end, kind
            reach[kind] = end


def _values(claims: Iterable[Claim]) -> Iterator[Mark]:
    """Claims by their words; those whose words overlap are told at one place, for links cannot lie within links."""
    group: list[Claim] = []
    end = -1
    for claim in sorted(claims, key=lambda c: (c.span.start, -c.span.end, c.id)):
        if group and claim.span.start >= end:
            yield _value(group)
            group = []
        group.append(claim)
        end = max(end, claim.span.end) if len(group) > 1 else claim.span.end
    if group:
        yield _value(group)


def _value(group: Sequence[Claim]) -> Mark:
    return Mark(group[0].span.start, max(c.span.end for c in group), "value", claims=tuple(group))


def _united(spans: Sequence[tuple[Span, str]], shelf: Shelf) -> Iterator[Mark]:
    """Stretches cut so that each piece is on the same other pages throughout."""
    last: tuple[int, int, tuple[str, ...]] | None = None
    for start, end, pages in pieces([(s.start, s.end, page) for s, page in spans]):
        others = tuple(sorted(set(pages)))
        if last and last[2] == others and last[1] == start:
            last = (last[0], end, others)
            continue
        if last and last[2]:
            yield _copied(last, shelf)
        last = (start, end, others)
    if last and last[2]:
        yield _copied(last, shelf)


def _copied(found: tuple[int, int, tuple[str, ...]], shelf: Shelf) -> Mark:
    start, end, pages = found
    names = ", ".join(shelf.names[p] for p in pages if p in shelf.names)
    return Mark(start, end, "copied", title=f"same words on {names}", pages=" ".join(shelf.anchors[p] for p in pages))
