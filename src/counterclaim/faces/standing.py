"""How positions stand, in words: low, best and high, the suggested grade, and each relation with its reason."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from counterclaim.faces.wording import printable, voice_name
from counterclaim.linking.evidence import Link
from counterclaim.linking.witnesses import is_apart
from counterclaim.model import Account, Bounds, Claim, Estimate, Position, Question, Relation, RelationKind

KIND_WIDTH = 18  # cells: "≠ blames another"
PAGES_WIDTH = 24  # cells: two pages
QUOTED = 40  # characters of a value's words
UNKNOWN = 6  # credibility: truth cannot be judged
TELLING = (  # the order in which relations are shown
    RelationKind.DENIES,
    RelationKind.CLAIMS,
    RelationKind.COUNTER_BLAMES,
    RelationKind.BLAMES,
    RelationKind.OTHER_NUMBER,
    RelationKind.CORROBORATES,
    RelationKind.REVISES,
    RelationKind.REPEATS,
    RelationKind.COMPATIBLE,
    RelationKind.SUBSET,
)
LINKED = "One incident, for these reasons (weights in bits; above zero speaks for it, below against):"
REST = "and {n} more that say less: compare --format jsonl --records relations has them all"


def bounds_line(question: Question, names: Mapping[str, str], *, always: bool = False) -> str:
    """Low, best and high with the claim behind each; nothing where all three are one, unless `always`."""
    bounds = question.bounds
    if bounds is None or (bounds.low.figure == bounds.high.figure and not always):
        return ""
    parts = []
    for words, estimate, rule in bounds_parts(bounds):
        behind = f"{voice_name(estimate.position.voice)}, {_place(estimate.claim, names)}"
        parts.append(f"{words} {estimate.figure:,} ({behind}{f': {printable(rule)}' if rule else ''})")
    told = " · ".join(parts)
    return told[:1].upper() + told[1:] + "."


def bounds_parts(bounds: Bounds) -> Iterator[tuple[str, Estimate, str]]:
    """Each bound with its name and rule; those of one claim together."""
    told: list[tuple[list[str], Estimate]] = []
    for name, estimate in (("low", bounds.low), ("best", bounds.best), ("high", bounds.high)):
        last = told[-1] if told else None
        if last and (last[1].figure, last[1].claim.id) == (estimate.figure, estimate.claim.id):
            last[0].append(name)
        else:
            told.append(([name], estimate))
    for found, estimate in told:
        words = " and ".join(filter(None, [", ".join(found[:-1]), found[-1]]))
        yield words, estimate, bounds.rule if "best" in found else ""


def letter(question: Question, position: Position) -> str:
    """The reliability of a position's voice in brackets, where people have set it."""
    rating = next((r for r in question.ratings if r.position == position.id), None)
    return f" ({rating.reliability})" if rating and rating.by else ""


def ratings_line(question: Question) -> str:
    """The positions in the two marks of the Admiralty system, those of one mark and reason together.

    Those of which nothing can be judged are left out, unless people have set how reliable the voice is.
    """
    told: dict[tuple[str, str], list[str]] = {}
    for p, r in zip(question.positions, question.ratings, strict=True):
        if r.by or r.credibility != UNKNOWN:
            told.setdefault((str(r), r.reason), []).append(f"{voice_name(p.voice)} {printable(p.value)}")
    parts = (f"{mark} {', '.join(positions)} ({reason})" for (mark, reason), positions in sorted(told.items()))
    return f"Admiralty: {' · '.join(parts)}." if told else ""


def grade_line(account: Account) -> str:
    """The suggested grade with its reason; nothing where there is none."""
    grade = account.grade
    return f"{grade.name.value}: {printable(grade.reason)}" if grade else ""


def relation_rows(
    relations: Sequence[Relation], names: Mapping[str, str], left: int, gone: Collection[str] = ()
) -> Iterator[RenderableType]:
    """The telling ones of a question's relations, a row each, `left` cells in; how many are left out is said.

    `gone` are the ids of positions, of any question, that their own voice has replaced.
    """
    telling = [r for r in relations if tells(r, relations, gone)]
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False, expand=True)
    table.add_column(width=KIND_WIDTH, no_wrap=True)
    table.add_column(ratio=1)
    for group in alike(telling):
        first = group[0]
        others = "; ".join(_side(r.b, r.b_claim, names) for r in group)
        told = f"{_side(first.a, first.a_claim, names)} / {others}: {printable(first.reason)}"
        table.add_row(Text(f"{first.kind.sign} {first.kind.value}", style="dim"), Text(told))
    if telling:
        yield Padding(table, (0, 0, 0, left))
    if len(telling) < len(relations):
        yield Padding(Text(REST.format(n=len(relations) - len(telling)), style="dim"), (0, 0, 0, left))


def link_rows(links: Sequence[Link], names: Mapping[str, str]) -> Iterator[RenderableType]:
    """Why the pages are taken to tell of one incident: each link that holds it together, with its weights in bits."""
    if not links:
        return
    yield Text(LINKED, style="dim")
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False, expand=True)
    table.add_column(max_width=PAGES_WIDTH)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(ratio=1)
    for link in links:
        a, b = (names[o.document] for o in (link.a, link.b))
        told = " · ".join(f"{c.name} {c.weight:+.1f} ({printable(c.reason)})" for c in link.comparisons)
        table.add_row(Text(f"{a} and {b}"), Text(f"{link.weight:+.1f}"), Text(told))
    yield Padding(table, (0, 0, 0, 2))


def by_question(relations: Iterable[Relation]) -> dict[str, list[Relation]]:
    """Relations by the question of their first position."""
    found: dict[str, list[Relation]] = {}
    for relation in relations:
        found.setdefault(relation.a.question, []).append(relation)
    return found


def alike(relations: Iterable[Relation]) -> Iterator[list[Relation]]:
    """Relations of one kind and reason that a position has to several, together; the weightiest kinds first."""
    found: dict[tuple[int, int, str], list[Relation]] = {}
    for relation in relations:
        found.setdefault((TELLING.index(relation.kind), id(relation.a), relation.reason), []).append(relation)
    yield from (found[key] for key in sorted(found, key=lambda key: key[0]))


def tells(relation: Relation, relations: Sequence[Relation], gone: Collection[str]) -> bool:
    """Whether a reader learns something that the rows above do not say.

    Not told: what the unnamed say beside others, figures that were replaced (`gone`) beside those of others, and
    revisions over one that lies between.
    """
    a, b = relation.a, relation.b
    if relation.kind is RelationKind.REVISES:
        after = {id(r.a) for r in relations if r.kind is RelationKind.REVISES and r.b is b}
        return not any(r.kind is RelationKind.REVISES and r.a is a and id(r.b) in after for r in relations)
    if relation.kind is RelationKind.REPEATS and not (is_apart(a.voice) and is_apart(b.voice)):
        return True
    return not (is_apart(a.voice) or is_apart(b.voice) or a.id in gone or b.id in gone)


def _side(position: Position, claim: Claim, names: Mapping[str, str]) -> str:
    words = printable(claim.span.exact)
    shown = words if len(words) <= QUOTED else words[:QUOTED].rstrip() + "…"
    return f"{voice_name(position.voice)} {printable(position.value)} ({_place(claim, names)} “{shown}”)"


def _place(claim: Claim, names: Mapping[str, str]) -> str:
    return f"{names[claim.document]}:{claim.span.start}"
