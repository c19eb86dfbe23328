"""Statements that contradict each other, two lines each, with who says so, in which words and where."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from counterclaim.faces.wording import printable, voice_name
from counterclaim.model import Assertion, Rivalry

HEAD = "Said against each other:"
VOICE_WIDTH = 26  # cells
SAID = 140  # characters of what is said
MORE = "… and {n} more: {how}"
HOW = "compare --all shows them"


def rival_rows(rivals: Sequence[Rivalry], names: Mapping[str, str], most: int | None) -> Iterator[RenderableType]:
    """Each matter with both sides; what voices say on it again and again is told once, and how often.

    At most `most` are shown, and how many are left out is said.
    """
    groups = list(by_matter(rivals).values())
    if not groups:
        return
    yield Text(HEAD, style="bold")
    for group in groups[:most]:
        first = group[0]
        again = f" ({len(group)} times)" if len(group) > 1 else ""
        yield Padding(Text(f"≠ {printable(first.reason)}{again}"), (0, 0, 0, 2))
        table = Table(box=None, padding=(0, 2, 0, 0), pad_edge=False, show_header=False, expand=True)
        table.add_column(width=VOICE_WIDTH)
        table.add_column(ratio=1)
        for side in (first.a, first.b):
            table.add_row(Text(voice_name(side.voice)), _told(side, names))
        yield Padding(table, (0, 0, 0, 4))
    if most is not None and len(groups) > most:
        yield Text(MORE.format(n=len(groups) - most, how=HOW))


def _told(side: Assertion, names: Mapping[str, str]) -> Text:
    words = printable(side.span.exact)
    shown = words if len(words) <= SAID else words[:SAID].rstrip() + "…"
    return Text.assemble(f"“{shown}” ", (f"{names[side.document]}:{side.span.start}", "dim"))


def by_matter(rivals: Sequence[Rivalry]) -> dict[tuple[object, ...], list[Rivalry]]:
    """What two voices say against each other on one matter and thing, by these."""
    found: dict[tuple[object, ...], list[Rivalry]] = {}
    for r in rivals:
        found.setdefault((r.a.matter, r.a.about, frozenset((r.a.voice, r.b.voice))), []).append(r)
    return found
