"""Words of a page in their context, each mark named in brackets, so that nothing depends on colour."""

from __future__ import annotations

from collections.abc import Sequence

from rich.text import Text

from counterclaim.faces.wording import printable
from counterclaim.model import Document, Page, Span

MARGIN = 280  # characters of context on either side, cut at the passage's ends
STYLES = {
    "source": "bold cyan",
    "voice": "bold cyan",
    "cue": "magenta",
    "value": "bold yellow",
    "aspect": "bold green",
}


def title(place: str, document: Document) -> Text:
    """Where an excerpt stands, on which outlet's page, of which day."""
    about = [document.outlet or "outlet unknown", document.published or "date unknown", document.title or ""]
    return Text(" · ".join([place, *(printable(a) for a in about if a)]), style="bold")


def marked(page: Page, marks: Sequence[tuple[Span, str]], anchor: Span) -> Text:
    """The context of `anchor` with every mark in a bracket that names it."""
    text = page.document.text
    start, end = _window(page, [span for span, _ in marks], anchor)
    out = Text("  " + ("…" if start > 0 else ""))
    at = start
    for span, kind in sorted(marks, key=lambda m: (m[0].start, m[0].end)):
        if span.start < at or span.end > end:
            continue  # outside the window, or inside a mark already drawn
        out.append(flat(text[at : span.start]))
        out.append(f"[{kind}: ", style="dim").append(flat(text[span.start : span.end]), style=STYLES.get(kind, "bold"))
        out.append("]", style="dim")
        at = span.end
    return out.append(flat(text[at:end])).append("…" if end < len(text) else "")


def flat(text: str) -> str:
    """Text on one line with its outer blanks kept, safe to show."""
    safe = printable(text)
    left = " " if text[:1].isspace() else ""
    return left + safe + (" " if safe and text[-1:].isspace() else "")


def _window(page: Page, spans: Sequence[Span], anchor: Span) -> tuple[int, int]:
    near = [s for s in spans if abs(s.start - anchor.start) <= 3 * MARGIN]
    first, last = min(s.start for s in near), max(s.end for s in near)
    inside = [p.span for p in page.passages if p.span.overlaps(anchor)] or [Span(0, len(page.document.text), "")]
    return (
        max(min(inside[0].start, first), first - MARGIN),
        min(max(inside[-1].end, last), last + MARGIN),
    )
