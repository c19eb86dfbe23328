"""The claim in its words, with as much of the page around them as there is room for; safe on any terminal."""

from __future__ import annotations

from rich.console import Console
from rich.text import Text

from counterclaim.faces.marking import STYLES, flat
from counterclaim.faces.review.desk import Desk
from counterclaim.faces.wording import printable
from counterclaim.model import Claim, Document, Span

AROUND = 2_000  # characters of the page before and after
VALUE = "[value: "


def heading(desk: Desk, id_: str) -> Text:
    """Where the claim stands: its place, the outlet, the day and the headline."""
    document = desk.page_of(id_).document
    about = (document.outlet or "outlet unknown", _published(document), document.title or "")
    told = " · ".join(["", *(printable(a) for a in about if a)])
    return Text(desk.place_of(id_), style="bold").append(told, style="not bold")


def words(desk: Desk, id_: str, *, roomy: bool = False) -> Text:
    """The words of the page around the claim, with source, cue and value in brackets that name them.

    Where it is `roomy`, an empty line stands between paragraphs.
    """
    claim, text = desk.claim(id_), desk.page_of(id_).document.text
    start, stop = _window(text, claim.span)
    between = "\n\n" if roomy else "\n"
    out, at = Text("…" if start > 0 else ""), start
    for span, kind in _marks(claim):
        if span.start < at or span.end > stop:
            continue  # too far away to be shown
        out.append(_lines(text[at : span.start], between))
        out.append(f"[{kind}: ", style="dim").append(flat(text[span.start : span.end]), style=STYLES[kind])
        out.append("]", style="dim")
        at = span.end
    return out.append(_lines(text[at:stop], between)).append("…" if stop < len(text) else "")


def row_of_value(told: Text, width: int) -> int:
    """In which row the value begins, where rows are so wide."""
    rows = told.wrap(Console(width=width), width)
    return next((n for n, row in enumerate(rows) if VALUE in row.plain), 0)


def _published(document: Document) -> str:
    return (document.published or "date unknown").replace("T", " ")[:16]


def _window(text: str, span: Span) -> tuple[int, int]:
    """From where to where the page is shown: whole words, if there are any."""
    start, stop = max(span.start - AROUND, 0), min(span.end + AROUND, len(text))
    first, last = text.find(" ", start, span.start), text.rfind(" ", span.end, stop)
    return (first if start > 0 and first >= 0 else start), (last if stop < len(text) and last >= 0 else stop)


def _marks(claim: Claim) -> list[tuple[Span, str]]:
    """What is marked, in order; the value goes before what overlaps it."""
    others = [(s, k) for s, k in ((claim.voice_span, "source"), (claim.cue_span, "cue")) if s]
    return sorted([(claim.span, "value"), *((s, k) for s, k in others if not s.overlaps(claim.span))])


def _lines(text: str, between: str) -> str:
    """The text safe to show, its paragraphs kept apart; empty ones are left out, but for the first and the last."""
    first, *rest = text.split("\n")
    inner = [p for p in rest[:-1] if p.strip()]
    return between.join(map(flat, [first, *inner, *rest[-1:]]))
