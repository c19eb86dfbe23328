"""How positions stand: relations with their reasons, the suggested grade, copied words, why pages are one incident."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from counterclaim.faces.copies import copy_lines
from counterclaim.faces.rivalry import by_matter
from counterclaim.faces.standing import LINKED, alike, by_question, tells
from counterclaim.faces.wording import printable
from counterclaim.linking.evidence import Link
from counterclaim.model import Account, Assertion, Claim, Grade, Position, Question, Relation, Rivalry, one_line
from counterclaim.report.markup import EMPTY, Html, bdi, el, join
from counterclaim.report.positions import value
from counterclaim.report.shelf import Shelf, listed, voice
from counterclaim.report.words import sign

KIND_CLASS = {"=": "agree", "↻": "revised", "≠": "other", "⊂": "subset", "·": "single"}
QUOTED = 90  # characters of a value's words
SAID = 400  # characters of what is said against something
REST = "and {n} more that say less: compare --format jsonl --records relations has them all"


def grade_line(grade: Grade | None, shelf: Shelf) -> Html:
    """The suggested grade, its reason and the claims that it rests on."""
    if grade is None:
        return EMPTY
    rests = join(" Rests on ", *listed([shelf.ref(c) for c in grade.claims])) if grade.claims else EMPTY
    told = f": {printable(grade.reason)}."
    return el("p", "Suggested grade: ", el("strong", grade.name.value), told, rests, cls="grade")


def relations_section(account: Account, relations: Sequence[Relation], shelf: Shelf) -> Html:
    """Question by question the relations that tell something; how many are left out is said."""
    gone = {id_ for q in account.questions for id_ in q.replaced}
    parts = list(_questions(relations, gone, shelf))
    rated = [_ratings(q, shelf) for q in account.questions if len(q.ratings) > 1]
    if not parts and not rated:
        return EMPTY
    parts += [el("h4", "In the two marks of the Admiralty system"), el("ul", *rated, cls="ratings")] if rated else []
    told = sum(part.count('class="relation"') for part in parts)
    summary = el("summary", "How the positions stand to each other ", el("span", f"({told})", cls="count"))
    return el("section", el("details", summary, *parts), cls="relations")


def copies_section(account: Account, shelf: Shelf) -> Html:
    """Which pages share the words in which claims stand."""
    lines = [el("li", f"{line}.") for line in copy_lines(account.copies, shelf.names)]
    return el("section", el("h3", "Same words"), el("ul", *lines), cls="copies") if lines else EMPTY


def links_section(links: Sequence[Link], shelf: Shelf) -> Html:
    """Why the pages are taken to tell of one incident, with weights in bits."""
    if not links:
        return EMPTY
    rows = [
        el("li", shelf.page_ref(link.a.document), " and ", shelf.page_ref(link.b.document), " ",
           el("strong", f"{link.weight:+.1f}"), " ",
           el("span", " · ".join(f"{c.name} {c.weight:+.1f} ({printable(c.reason)})" for c in link.comparisons)))
        for link in links
    ]  # fmt: skip
    summary = el("summary", "Why these pages are taken to tell of one incident")
    return el("section", el("details", summary, el("p", LINKED), el("ul", *rows)), cls="linked")


def rivals_section(rivals: Sequence[Rivalry], shelf: Shelf) -> Html:
    """Statements that contradict each other: on what, and both sides in their words."""
    groups = by_matter(rivals).values()
    if not groups:
        return EMPTY
    items = [_rival(group, shelf) for group in groups]
    return el("section", el("h2", "Said against each other"), el("ol", *items), id="against")


def _rival(group: Sequence[Rivalry], shelf: Shelf) -> Html:
    first = group[0]
    again = f" ({len(group)} times)" if len(group) > 1 else ""
    sides = [_side_said(side, shelf) for side in (first.a, first.b)]
    others = [shelf.ref_to(side) for r in group[1:] for side in (r.a, r.b)]
    more = el("p", "Also ", *listed(list(dict.fromkeys(others))), cls="more") if others else EMPTY
    head = el("p", sign("≠", printable(first.reason) + again, "other"))
    return el("li", head, *sides, more, cls="rival")


def _side_said(side: Assertion, shelf: Shelf) -> Html:
    quote = el("q", _cut(side.span.exact, SAID), dir="auto")
    return el(
        "p",
        el("span", bdi(shelf.speaker(side.voice, [side.document])), cls="voice"),
        " ",
        quote,
        " ",
        shelf.ref_to(side),
        cls="side",
    )


def _questions(relations: Sequence[Relation], gone: Collection[str], shelf: Shelf) -> Iterator[Html]:
    for label, found in by_question(relations).items():
        telling = [r for r in found if tells(r, found, gone)]
        if not telling:
            continue
        items = [_relation(group, shelf) for group in alike(telling)]
        left = len(found) - len(telling)
        rest = el("p", REST.format(n=left), cls="more") if left else EMPTY
        yield join(el("h4", label), el("ul", *items), rest)


def _ratings(question: Question, shelf: Shelf) -> Html:
    """Each position of a question with the letter for its source, the figure for what it says, and why."""
    rated = [
        el("li", voice(p, shelf), " ", value(p, stands=p.id not in question.replaced), " ", el("strong", str(r)),
           f" {printable(r.reason)}")
        for p, r in zip(question.positions, question.ratings, strict=False)
    ]  # fmt: skip
    return el("li", question.label, el("ul", *rated))


def _relation(group: Sequence[Relation], shelf: Shelf) -> Html:
    first = group[0]
    others = [part for r in group for part in ("; ", _side(r.b, r.b_claim, shelf))][1:]
    return el(
        "li",
        sign(first.kind.sign, first.kind.value, KIND_CLASS[first.kind.sign]),
        " ",
        _side(first.a, first.a_claim, shelf),
        " / ",
        *others,
        el("span", f": {printable(first.reason)}", cls="reason"),
        cls="relation",
    )


def _side(position: Position, claim: Claim, shelf: Shelf) -> Html:
    quote = el("q", _cut(claim.span.exact, QUOTED), dir="auto")
    return el(
        "span",
        bdi(shelf.speaker(position.voice, [claim.document])),
        " ",
        value(position),
        " ",
        quote,
        " ",
        shelf.ref(claim),
        cls="side",
    )


def _cut(words: str, most: int) -> str:
    told = one_line(words)
    return told if len(told) <= most else told[:most].rstrip() + "…"
