"""The first screen: each incident with a row for every question, voice and value, the pages, and a verdict."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO

from rich.cells import cell_len
from rich.console import Console, ConsoleOptions, Group, RenderableType, RenderResult
from rich.constrain import Constrain
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from counterclaim.casebook import Tally
from counterclaim.faces.copies import copy_lines
from counterclaim.faces.doctor import Check
from counterclaim.faces.judged import Marks
from counterclaim.faces.rivalry import rival_rows
from counterclaim.faces.standing import (
    bounds_line,
    by_question,
    grade_line,
    letter,
    link_rows,
    ratings_line,
    relation_rows,
)
from counterclaim.faces.wording import page_names, printable, voice_name
from counterclaim.linking.evidence import Link
from counterclaim.linking.witnesses import is_apart
from counterclaim.model import (
    ASPECTS,
    NOTHING_JUDGED,
    Account,
    Claim,
    Document,
    Incident,
    Judged,
    Position,
    Question,
    Relation,
    Rivalry,
    Verdict,
)

WIDTH = 120
CLAIMS_SHOWN = 12  # incidents on one screen; --all shows the rest
HEAD = ("what", "who says", "value", "pages", "verdict")
MOST = (18, 26, 18, 200, 20)  # cells a column may take
NARROW = (12, 18, 12, 200, 12)  # where the pages would be left with less than PAGES
PAGES = 24  # cells
GAP = 2  # cells between columns
NO_LINKS: Mapping[str, Sequence[Link]] = {}
VERDICT_STYLE = {
    Verdict.AGREE: "green",
    Verdict.REVISED: "cyan",
    Verdict.OTHER_NUMBER: "yellow",
    Verdict.DENIED: "red",
    Verdict.RIVAL: "red",
}


def screen(  # noqa: PLR0913  # one parameter a part of the screen
    accounts: Sequence[Account],
    documents: Sequence[Document],
    *,
    most: int | None = None,
    relations: Mapping[str, Sequence[Relation]] | None = None,
    links: Mapping[str, Sequence[Link]] = NO_LINKS,
    note: str = "",
    rivals: Sequence[Rivalry] = (),
    judged: Judged = NOTHING_JUDGED,
    names: dict[str, str] | None = None,
) -> RenderableType:
    """Draw the accounts, at most `most` of them; no page text reaches the terminal unescaped.

    Pages are named among the `documents`, unless `names` has a name for each by its id.

    With `relations`, by incident, below each question stands how its positions relate, and with `links` at the end why
    its pages are taken to tell of one incident; `note` goes first, and last `rivals`, that contradict each other. What
    rests on a judgement bears a sign, with the names of those who judged below.
    """
    names = page_names(documents) if names is None else names
    marks = Marks(judged, names)
    shown = accounts if most is None else accounts[:most]
    parts: list[RenderableType] = [Text(note, style="bold"), Text("")] if note else []
    for account in shown:
        told = None if relations is None else relations.get(account.incident.id, ())
        parts += [_header(account), _Questions(account, marks, told), *_grade(account), *_copies(account, names)]
        parts += map(Text, marks.linking(account.incident))
        parts += [*link_rows(links.get(account.incident.id, ()), names), Text("")]
    if not accounts:
        parts.append(Text("No claims were found on these pages.", style="bold"))
    if len(shown) < len(accounts):
        parts.append(Text(f"… and {len(accounts) - len(shown)} more incidents: --all shows them."))
    return Constrain(Group(*parts, *rival_rows(rivals, names, most), *map(Text, marks.left_out())), WIDTH)


def as_text(renderable: RenderableType, width: int = WIDTH) -> str:
    """What a terminal of that width would show, without colour."""
    out = StringIO()
    Console(file=out, width=width, color_system=None, force_terminal=False, highlight=False).print(renderable)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"


def headline(incident: Incident, voices: int) -> str:
    """The incident in one line: kind, place, date, and how many pages, claims and voices tell of it."""
    counts = (len({c.document for c in incident.claims}), len(incident.claims), voices)
    told = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in zip(counts, ("page", "claim", "voice"), strict=True)]
    return " · ".join([printable(incident.title), *told])


def _header(account: Account) -> Text:
    voices = {v for q in account.questions for v in q.voices}
    return Text(headline(account.incident, len(voices)), style="bold")


@dataclass(frozen=True)
class _Questions:
    """One table a question, all of the same widths, so that a remark can stand between them across the columns."""

    account: Account
    marks: Marks
    relations: Sequence[Relation] | None

    def __rich_console__(self, _: Console, options: ConsoleOptions) -> RenderResult:
        related = by_question(self.relations or ())
        gone = {id_ for q in self.account.questions for id_ in q.replaced}
        names = self.marks.names
        cells = [_cells(q, self.marks) for q in self.account.questions]
        widths, left = _widths(cells, options.max_width)
        for number, (question, rows) in enumerate(zip(self.account.questions, cells, strict=True)):
            yield _table(rows, widths, headed=number == 0)
            if needs_reason(question):
                yield Padding(Text(printable(question.reason), style="italic"), (0, 0, 0, left))
            if told := bounds_line(question, names, always=self.relations is not None):
                yield Padding(Text(told, style="italic"), (0, 0, 0, left))
            if told := self.marks.remark(question):
                yield Padding(Text(told), (0, 0, 0, left))
            if self.relations is not None and (told := ratings_line(question)):
                yield Padding(Text(told, style="dim"), (0, 0, 0, left))
            yield from relation_rows(related.get(question.label, ()), names, left, gone)


def _widths(cells: Sequence[Sequence[tuple[Text, ...]]], whole: int) -> tuple[list[int], int]:
    """How wide each column is within the `whole`, and how far in a remark begins."""
    needed = [
        max([cell_len(str(row[n])) for rows in cells for row in rows] + [cell_len(h)]) for n, h in enumerate(HEAD)
    ]
    widths = [*map(min, needed, MOST)]
    if whole - sum(widths) + widths[3] - GAP * len(HEAD) >= min(PAGES, needed[3]):
        return widths, widths[0] + GAP
    return [*map(min, needed, NARROW)], GAP


def _table(rows: Sequence[tuple[Text, ...]], widths: Sequence[int], *, headed: bool) -> Table:
    table = Table(box=None, padding=(0, GAP, 0, 0), pad_edge=False, header_style="dim", show_header=headed, expand=True)
    for head, width in zip(HEAD, widths, strict=True):
        table.add_column(head, width=width, overflow="fold")
    table.columns[3].width, table.columns[3].ratio = None, 1  # the pages take what is left
    for row in rows:
        table.add_row(*row)
    return table


def needs_reason(question: Question) -> bool:
    """Whether a reader would count more voices than there are."""
    pages = {c.document for p in question.positions for c in p.claims}
    named = {p.voice for p in question.positions if not is_apart(p.voice)}
    return (len(pages) > 2 and len(question.voices) <= 1) or len(named) > len(question.voices)


def _grade(account: Account) -> Iterator[RenderableType]:
    if told := grade_line(account):
        yield Text.assemble(("Suggested grade: ", "dim"), told, ".")


def _copies(account: Account, names: Mapping[str, str]) -> Iterator[RenderableType]:
    """A line a group of pages that share words in which a claim stands."""
    for line in copy_lines(account.copies, names):
        yield Text.assemble(("Same words: ", "dim"), line, ".")


def _cells(question: Question, marks: Marks) -> list[tuple[Text, ...]]:
    rows: list[tuple[Text, ...]] = []
    previous: object = object()
    for n, position in enumerate(question.positions):
        same_voice, previous = position.voice == previous, position.voice
        rows.append(
            (
                Text(question.label if n == 0 else ""),
                Text("" if same_voice else voice_name(position.voice) + letter(question, position)),
                Text(printable(position.value)),
                Text(_pages(position, marks)),
                _verdict(question) if n == 0 else Text(""),
            )
        )
    return rows


def _verdict(question: Question) -> Text:
    side = f", one side only ({printable(question.one_side)})" if question.one_side else ""
    words = f"{question.verdict.sign} {question.verdict.value}{side}"
    return Text(words, style=VERDICT_STYLE.get(question.verdict, ""))


def _pages(position: Position, marks: Marks) -> str:
    return "  ".join(f"{marks.names[c.document]}:{c.span.start}{_via(c)}{marks.sign(c)}" for c in position.claims)


def _via(claim: Claim) -> str:
    return f" (via {', '.join(map(printable, claim.relays))})" if claim.relays else ""


def summary(tally: Tally, there: int, casebook: str) -> RenderableType:
    """What was read, aspect by aspect; `there` of the pages had been read before."""
    told = ", ".join(f"{a} {tally.claims[a]}" for a in ASPECTS if tally.claims.get(a)) or "nothing claimed"
    before = f" ({there} read before)" if there else ""
    claims = sum(tally.claims.values())
    return Group(
        Text(f"{tally.pages} pages{before} · {tally.statements} statements · {claims} claims ({told})"),
        Text(f"kept in {printable(casebook)} · next: counterclaim compare"),
    )


def doctor_table(checks: Sequence[Check]) -> RenderableType:
    """One row a check, with a sign, and what to try where it is not well."""
    table = Table(box=None, padding=(0, 2, 0, 0), show_header=False, pad_edge=False)
    for check in checks:
        found = check.found if check.well else f"{check.found} ({check.hint})"
        table.add_row(Text("✓" if check.well else "✗"), Text(check.name), Text(printable(found)))
    return table
