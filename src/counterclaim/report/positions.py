"""The positions of an incident: question by question who says what on which pages, and how that stands."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.faces.screen import needs_reason
from counterclaim.faces.standing import bounds_parts
from counterclaim.faces.wording import printable
from counterclaim.model import Account, Bounds, Claim, Position, Question
from counterclaim.report.judgements import judged_remark, judged_sign
from counterclaim.report.markup import EMPTY, Html, bdi, el, join
from counterclaim.report.shelf import Shelf, listed, position_anchor, speaker_of, voice
from counterclaim.report.words import facts, verdict

HEAD = ("who says", "value", "pages")


def positions_section(account: Account, shelf: Shelf) -> Html:
    """The table of positions; each question opens with its verdict and ends with its bounds."""
    label = f"Positions: {printable(account.incident.title)}"
    head = el("thead", el("tr", *(el("th", word, scope="col") for word in HEAD)))
    bodies = [_question(question, shelf) for question in account.questions]
    table = el("table", el("caption", "Positions"), head, *bodies, cls="positions")
    scroll = el("div", table, cls="scroll", role="region", tabindex="0", aria_label=label)
    return el("section", scroll, cls="positions")


def value(position: Position, *, stands: bool = True) -> Html:
    """A value as the screen shows it, struck through where its own voice has replaced it."""
    shown = bdi(printable(position.value))
    return shown if stands else el("del", shown)


def reliability(position: Position, question: Question) -> Html | None:
    """How reliable people hold the voice, by the Admiralty system's letter; None where nobody has said."""
    rated = zip(question.positions, question.ratings, strict=False)
    rating = next((r for p, r in rated if p.id == position.id and r.by), None)
    if rating is None:
        return None
    return el(
        "span", f" ({rating.reliability})", cls="reliability", title=f"reliability, set by {', '.join(rating.by)}"
    )


def through(claim: Claim) -> Html | None:
    """Through whom a claim came, where somebody stands between."""
    if not claim.relays:
        return None
    return el("span", " (via ", join(*_with_commas(claim.relays)), ")", cls="via")


def _with_commas(names: tuple[str, ...]) -> Iterator[str]:
    for n, name in enumerate(names):
        yield ", " if n else ""
        yield bdi(printable(name))


def _question(question: Question, shelf: Shelf) -> Html:
    side = f", one side only ({printable(question.one_side)})" if question.one_side else ""
    head = el(
        "th",
        el("span", question.label, cls="what"),
        " ",
        verdict(question.verdict, side),
        scope="rowgroup",
        colspan="3",
    )
    rows, before = [], ""
    for position in question.positions:
        now = speaker_of(position, shelf)
        rows.append(_row(position, question, shelf, again=now == before))
        before = now
    return el(
        "tbody",
        el("tr", head, cls="question"),
        *rows,
        _remark(question, shelf),
        data_aspect=question.aspect,
        data_question=question.label,
        data_verdict=question.verdict.value,
    )


def _row(position: Position, question: Question, shelf: Shelf, *, again: bool) -> Html:
    stands = position.id not in question.replaced
    refs = [join(shelf.ref(c), judged_sign(c, shelf), through(c)) for c in position.claims]
    return el(
        "tr",
        el("th", voice(position, shelf), reliability(position, question), scope="row", cls="voice"),
        el("td", value(position, stands=stands), cls="value"),
        el("td", *listed(refs), cls="pages"),
        id=position_anchor(position),
        cls="position" + ("" if stands else " replaced") + (" again" if again else ""),
    )


def _remark(question: Question, shelf: Shelf) -> Html:
    reason = el("p", printable(question.reason), cls="reason") if needs_reason(question) else EMPTY
    bounds = _bounds(question.bounds, shelf) if question.bounds and len(question.positions) > 1 else EMPTY
    judged = judged_remark(question, shelf)
    told = join(reason, judged, bounds)
    return el("tr", el("td", told, colspan="3"), cls="remark") if told else EMPTY


def _bounds(bounds: Bounds, shelf: Shelf) -> Html:
    """Low, best and high, each with who says so and where; the rule that chose the best."""
    pairs = []
    for words, estimate, rule in bounds_parts(bounds):
        told = join(
            el("strong", f"{estimate.figure:,}", cls="figure"),
            " ",
            bdi(shelf.speaker(estimate.position.voice, [estimate.claim.document])),
            " ",
            shelf.ref(estimate.claim),
            el("span", f" {printable(rule)}", cls="rule") if rule else None,
        )
        pairs.append((words, told))
    return facts(pairs, cls="bounds")
