"""Claims with the words behind them: the sentence with its marks, and field by field what the page says where."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.console import Group, RenderableType
from rich.constrain import Constrain
from rich.table import Table
from rich.text import Text

from counterclaim.explaining.notes import NOT_SAID
from counterclaim.faces.marking import MARGIN, marked, title
from counterclaim.faces.screen import WIDTH
from counterclaim.faces.wording import page_names, printable, voice_name
from counterclaim.linking.positions import value_words
from counterclaim.model import Claim, Evidence, Page, Span

LONGEST = 60  # characters of the page's words in one cell
COLUMNS = (10, 26)  # cells of field and value


def explanations(pages: Sequence[Page]) -> RenderableType:
    """Every claim of every page with its evidence; no page text reaches the terminal unescaped."""
    names = page_names([p.document for p in pages])
    parts = [part for p in pages for c in p.claims for part in _explained(c, p, names[p.document.id])]
    return Constrain(Group(*parts or [Text("No claims were found on these pages.", style="bold")]), WIDTH)


def _explained(claim: Claim, page: Page, name: str) -> Iterator[RenderableType]:
    yield title(f"{name}:{claim.span.start}", page.document)
    yield marked(page, list(_marks(claim, page)), claim.span)
    told = [e for e in claim.evidence if e.span is not None or _value(claim, e.field)]
    yield _table(claim, told)
    yield _rest([e for e in claim.evidence if e not in told])
    yield Text("")


def _marks(claim: Claim, page: Page) -> Iterator[tuple[Span, str]]:
    """The words to mark in the claim's own passage, each with the fields that it gives."""
    yield claim.span, "value"
    home = next((p.span for p in page.passages if p.span.overlaps(claim.span)), claim.span)
    fields: dict[Span, list[str]] = {}
    for e in claim.evidence:
        if e.span and home.covers(e.span) and not e.span.overlaps(claim.span) and _is_near(e.span, claim.span):
            fields.setdefault(e.span, []).append(_name(e.field))
    for span, labels in fields.items():
        yield span, ", ".join(dict.fromkeys(labels))


def _is_near(span: Span, claim: Span) -> bool:
    return claim.start - MARGIN <= span.start and span.end <= claim.end + MARGIN


def _table(claim: Claim, told: Sequence[Evidence]) -> Table:
    """A row for each piece of evidence."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False)
    for width in COLUMNS:
        table.add_column(width=width, overflow="fold")
    table.add_column(overflow="fold")
    last = ""
    for e in told:
        first = e.field != last
        value = _value(claim, e.field) if first else ""
        table.add_row(_label(e.field) if first else Text(), Text(printable(value)), Text(_words(e)))
        last = e.field
    return table


def _rest(silent: Sequence[Evidence]) -> Table:
    """The fields of which the page says nothing, on a line or two."""
    table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False)
    table.add_column(width=COLUMNS[0])
    table.add_column(overflow="fold")
    unsaid = ", ".join(_name(e.field) for e in silent if e.reason == NOT_SAID)
    besides = "; ".join(e.reason for e in silent if e.reason != NOT_SAID)
    for name, words in (("not said", unsaid), ("besides", besides)):
        if words:
            table.add_row(_label(name), Text(words))
    return table


def _label(field: str) -> Text:
    return Text(f"  {_name(field)}", style="dim")


def _words(e: Evidence) -> str:
    """The words and where they begin, and why they are taken."""
    if e.span is None:
        return e.reason
    words = printable(e.span.exact)
    shown = words if len(words) <= LONGEST else f"{words[:LONGEST].rstrip()}…"
    return f"← “{shown}” ({e.span.start})" + (f", {e.reason}" if e.reason else "")


def _name(field: str) -> str:
    return {"event_type": "event", "part_of": "part of", "voice": "who says"}.get(field, field)


def _value(claim: Claim, field: str) -> str:
    """What the claim has in a field, empty where it is nothing or what every claim has that says nothing else."""
    if field == "value":
        return value_words(claim)
    if field == "voice":
        return voice_name(claim.voice)
    if field == "part_of":
        return "a larger count" if claim.part_of else ""
    if field == "relays":
        return ", ".join(claim.relays)
    if field in ("polarity", "certainty"):
        told: str = getattr(claim, field)
        return "" if told in ("affirms", "certain") else told
    return _setting(claim, field)


def _setting(claim: Claim, field: str) -> str:
    if field == "place":
        return claim.place.name if claim.place else ""
    if field == "date":
        days = claim.date
        return "" if days is None else days.earliest if days.days == 1 else f"{days.earliest} to {days.latest}"
    return str(getattr(claim, field, None) or "")
