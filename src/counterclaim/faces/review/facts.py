"""The fields of a claim, what is said on its question, and what people judged of it."""

from __future__ import annotations

from collections.abc import Iterator

from rich.cells import cell_len, set_cell_size
from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from counterclaim.faces.review.desk import Desk, Spot
from counterclaim.faces.review.judged import counting, disputes, line
from counterclaim.faces.review.log import Opined
from counterclaim.faces.wording import JUDGED, OWN_WORD, chain, printable, voice_name
from counterclaim.linking.positions import value_words
from counterclaim.linking.titles import PLAIN, day_words
from counterclaim.model import RESPONSIBILITY, Claim, Document, JudgementKind, Position

POSITIONS = (5, 14)  # of a question: on a narrow screen, and where it is roomy
JUDGEMENTS = 4  # on the screen; the history has them all
WIDEST = ((26, 17), (60, 28))  # cells for the voice and the value
REGROUPING = frozenset({JudgementKind.ONE, JudgementKind.TWO, JudgementKind.VOICE, JudgementKind.COPY})


def facts(desk: Desk, id_: str, *, roomy: bool = False) -> RenderableType:
    """The fields of the claim, what people judged, and what others say on the question; more where it is `roomy`."""
    opined, spot = desk.opined(id_), desk.spot(id_)
    gap = [Text("")] if roomy else []
    parts: list[RenderableType] = [_fields(desk.claim(id_), opined, desk)]
    if said := list(_said(desk, id_, opined)):
        parts += [*gap, *said]
    if spot is not None:
        parts += [*gap, _ruled(_question(spot)), *_positions(spot, id_, desk, roomy=roomy)]
    return Group(*parts)


def _fields(claim: Claim, opined: Opined, desk: Desk) -> Table:
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(width=9, style="dim")
    table.add_column(ratio=1)
    shown = opined.claim
    if shown is None:
        table.add_row("", Text(f"{JUDGED} judged to claim nothing of the kind: left out", style="bold"))
    document = desk.pages[claim.document].document
    rows = (
        ("claims", _value, _value_key),
        ("who says", lambda c: _who(c, document), lambda c: c.voice),
        ("of what", _setting, _setting),
    )
    for label, told, key in rows:
        now = shown or claim
        text = Text(told(now))
        if key(now) != key(claim):
            text.append(f" {JUDGED} (read: {told(claim)})", style="italic")
        table.add_row(label, text)
    return table


def _value_key(claim: Claim) -> tuple[object, ...]:
    return claim.aspect, value_words(claim), claim.who, claim.certainty, claim.polarity, claim.part_of


def _value(claim: Claim) -> str:
    asked = "who did it" if claim.aspect == RESPONSIBILITY else claim.aspect
    who = "" if claim.who is None else f" {claim.who}"
    part = ", part of a larger count" if claim.part_of else ""
    return f"{asked} {printable(value_words(claim))}{who}, {claim.certainty}{part}"


def _who(claim: Claim, document: Document) -> str:
    told = chain(claim, document)
    return told if claim.voice else f"{OWN_WORD} ({told})"


def _setting(claim: Claim) -> str:
    by = f"by {claim.party}" if claim.party and claim.aspect != RESPONSIBILITY else None
    kind = PLAIN.get(claim.event_type or "", claim.event_type)
    told = (kind, claim.place and claim.place.name, day_words(claim.date), by)
    return " · ".join(printable(t) for t in told if t) or "nothing said"


def _question(spot: Spot) -> str:
    q = spot.question
    side = f", one side only ({q.one_side})" if q.one_side else ""
    return printable(f"{q.label}: {q.verdict.sign} {q.verdict.value}{side}")


def _ruled(text: str) -> Text:
    return Text.assemble(("── ", "dim"), (text, "bold"))


def _positions(spot: Spot, id_: str, desk: Desk, *, roomy: bool) -> Iterator[Text]:
    """What is said on the question, the claim's own position first and marked; those left out are counted.

    A row has a voice, its value and the pages; where it is roomy, the voice has a row of its own.
    """
    shown = sorted(spot.question.positions, key=lambda p: p is not spot.position)[: POSITIONS[roomy]]
    voices, values = [voice_name(p.voice) for p in shown], [printable(p.value) for p in shown]
    wide = [min(max(map(cell_len, cells)), most) for cells, most in zip((voices, values), WIDEST[roomy], strict=True)]
    before = None
    for position, voice, value in zip(shown, voices, values, strict=True):
        own, told = position is spot.position, "" if voice == before else voice
        style = "bold" if own else ""
        if roomy and told:
            yield _row(f"  {told}", style)
        first = "  " if roomy else f"{_fitted(told, wide[0])}  "
        yield _row(f"{'▸' if own else ' '} {first}{_fitted(value, wide[1])}  {_where(position, id_, desk)}", style)
        before = voice
    if rest := len(spot.question.positions) - len(shown):
        yield _row(f"  … and {rest} more", "dim")


def _row(text: str, style: str) -> Text:
    return Text(text, style=style, no_wrap=True, overflow="ellipsis")


def _fitted(text: str, width: int) -> str:
    """The text in exactly so many cells."""
    return set_cell_size(text, width) if cell_len(text) <= width else set_cell_size(text, width - 1) + "…"


def _where(position: Position, id_: str, desk: Desk) -> str:
    """The pages that carry it, this one first."""
    claims = sorted(position.claims, key=lambda c: c.id != id_)
    return "  ".join(f"{desk.names[c.document]}:{c.span.start}" for c in claims)


def _said(desk: Desk, id_: str, opined: Opined) -> Iterator[Text]:
    claim = desk.claim(id_)
    yield from disputes(opined.answers)
    found = counting(desk.log.about(claim), opined.answers)
    for judgement in reversed(found[-JUDGEMENTS:]):
        yield line(judgement, desk, claim)
    if len(found) > JUDGEMENTS:
        yield Text(f"… and {len(found) - JUDGEMENTS} earlier: h", style="dim")
    if any(j.number > desk.weighed.upto and j.kind in REGROUPING for j in found):
        yield Text("the incident is as it was before: R links and weighs anew", style="italic")
