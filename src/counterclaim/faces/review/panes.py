"""What the screen shows around the claim: where one is, what is asked, the keys, and the pages to read."""

from __future__ import annotations

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from counterclaim.faces.review.desk import Desk
from counterclaim.faces.review.judged import history
from counterclaim.faces.review.keys import KEYS
from counterclaim.faces.review.log import Say
from counterclaim.faces.review.queue import title
from counterclaim.faces.review.state import Choosing, Editing, Noting, State
from counterclaim.faces.review.steps import said
from counterclaim.faces.review.words import heading
from counterclaim.faces.wording import JUDGED, printable

ENDING = (("Enter", "so it is"), ("Esc", "leave it"))


def head(state: State, desk: Desk, person: str) -> Text:
    """Where one is in the queue, how much is judged, and who judges."""
    judged = sum(1 for item in state.queue if _is_read(desk, item.claim))
    told = [f"{state.at + 1} of {len(state.queue)}", f"{judged} judged", f"{JUDGED} {printable(person)}"]
    if state.marked is not None:
        told.append(f"marked: {desk.place_of(state.marked)}")
    if state.note:
        told.append(f"note: “{printable(state.note)}”")
    return Text(" · ".join(told))


def subject(state: State, desk: Desk) -> Text:
    """The incident, and why the claim is in the queue where it is; below, where it stands."""
    out = Text(printable(title(desk.spot(state.item.claim))), style="bold", no_wrap=True, overflow="ellipsis")
    out.append(f" · {printable(state.item.why)}\n", style="italic not bold")
    return out.append_text(heading(desk, state.item.claim))


def help_page() -> RenderableType:
    """All keys."""
    table = Table.grid(padding=(0, 2, 0, 0))
    for key in KEYS:
        table.add_row(Text(key.shown, style="bold"), Text(key.does))
    return Group(
        table, Text(""), Text("While something is asked: ↑ ↓ or a digit choose, Enter says so, Esc leaves it.")
    )


def history_page(state: State, desk: Desk) -> RenderableType:
    """All judgements on the claim."""
    claim = desk.claim(state.item.claim)
    lines = list(history(desk, claim))
    return Group(*(lines or [Text("Nobody has judged this claim.")]))


def asked(state: State, height: int) -> Text:
    """What there is to choose from, `height` rows of it around the one that is chosen."""
    asking = state.asking
    if asking is None:
        return Text("")
    first = min(max(asking.row - height // 2, 0), max(len(asking.rows) - height, 0))
    out = Text(no_wrap=True, overflow="ellipsis")
    for number, row in enumerate(asking.rows[first : first + height], start=first):
        chosen = number == asking.row
        name = f"{number + 1:>2} " if isinstance(asking, Choosing) else ""
        told = f"{'▸' if chosen else ' '} {name}{printable(row)}\n"
        out.append(told, style="reverse" if chosen else "")
    if len(asking.rows) > first + height:
        out.append(f"     … {len(asking.rows) - first - height} more", style="dim")
    return out


def busy(state: State) -> State:
    """While all is linked and weighed anew."""
    return said(state, "linking and weighing all pages anew …")


def foot(state: State, width: int) -> Text:
    """The keys in short, as many in a row as there is room for; a key and its word are never parted."""
    out, used = Text(), 0
    for name, short in _keys(state):
        needed = len(name) + 1 + len(short)
        if used and used + 2 + needed > width:
            out, used = out.append("\n"), 0
        out.append("  " if used else "").append(name, style="bold").append(f" {short}")
        used += needed + (2 if used else 0)
    return out


def _keys(state: State) -> tuple[tuple[str, str], ...]:
    """The keys that do something now, each with its word."""
    match state.asking:
        case Choosing():
            return ("↑ ↓", "choose"), ("1–9", "take a row"), ("words", "narrow it down"), *ENDING
        case Editing():
            return ("Tab ↑ ↓", "another field"), *ENDING
        case Noting():
            return ENDING
    return tuple((key.shown.split()[0], key.short) for key in KEYS if key.short)


def _is_read(desk: Desk, id_: str) -> bool:
    return desk.log.says.get(id_, Say.NOTHING) in (Say.JUDGED, Say.CONTESTED)
