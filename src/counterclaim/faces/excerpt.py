"""A claim or statement in its words: the passage with source, cue and value marked, and the chain below."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from counterclaim.faces.marking import marked, title
from counterclaim.faces.wording import chain, printable, voice_name
from counterclaim.linking.positions import value_words
from counterclaim.model import Claim, Page, Statement


def claims_at(page: Page, offset: int) -> list[Claim]:
    """The claims whose value stands at the offset; else those heard in the statement that does."""
    exact = [c for c in page.claims if c.span.start <= offset < c.span.end]
    if exact:
        return exact
    around = {s.id for s in page.statements if any(p.start <= offset < p.end for p in s.content)}
    return [c for c in page.claims if c.statement in around]


def statements_at(page: Page, offset: int) -> list[Statement]:
    """The statements that have the offset in their source, cue or content, the innermost first."""
    found = [s for s in page.statements if any(p.start <= offset < p.end for p in (*s.source, *s.cue, *s.content))]
    return sorted(found, key=lambda s: (sum(p.end - p.start for p in s.content), s.id))


def claim_excerpt(
    claim: Claim, page: Page, name: str, elsewhere: Iterable[str] = (), judged: Iterable[str] = ()
) -> RenderableType:
    """The words of one claim in context, its value in words, its chain, where else its words stand; who judged what."""
    marks = [(claim.span, "value")]
    marks += [(s, k) for s, k in ((claim.voice_span, "source"), (claim.cue_span, "cue")) if s]
    return Group(
        title(f"{name}:{claim.span.start}", page.document),
        marked(page, marks, claim.span),
        _field(claim.aspect, _value(claim)),
        _field("who says", f"{voice_name(claim.voice)}, {claim.certainty}"),
        _field("chain", chain(claim, page.document)),
        *_setting(claim),
        *(_field("same words", line) for line in elsewhere),
        _field("claim", claim.id),
        *(_field("judged", line) for line in judged),
        Text(""),
    )


def statement_excerpt(statement: Statement, page: Page, name: str) -> RenderableType:
    """The words of one statement in context, with its voice, act and manner."""
    marks = [(s, "source") for s in statement.source] + [(s, "cue") for s in statement.cue]
    marks += [(s, "content") for s in statement.content]
    anchor = statement.content[0]
    return Group(
        title(f"{name}:{anchor.start}", page.document),
        marked(page, marks, anchor),
        _field(
            "who says", f"{voice_name(statement.voice)} {statement.act} ({statement.manner}, {statement.certainty})"
        ),
        _field("relays", ", ".join(map(printable, statement.relays)) or "none"),
        _field("statement", statement.id),
        Text(""),
    )


def _field(label: str, value: str) -> Table:
    """A name and what it holds; what does not fit on a line goes on under it."""
    row = Table.grid()
    row.add_column(width=max(14, len(label) + 3), style="dim", no_wrap=True)
    row.add_column(overflow="fold")
    row.add_row(Text(f"  {label}"), Text(value))
    return row


def _value(claim: Claim) -> str:
    parts = [value_words(claim), claim.who or "", "part of a larger count" if claim.part_of else ""]
    return ", ".join(printable(p) for p in parts if p)


def _setting(claim: Claim) -> list[Table]:
    found = []
    if claim.place:
        found.append(_field("place", printable(claim.place.name)))
    if claim.date:
        days = claim.date.earliest if claim.date.days == 1 else f"{claim.date.earliest} to {claim.date.latest}"
        found.append(_field("date", days))
    if claim.event_type:
        found.append(_field("event", claim.event_type))
    if claim.party and claim.aspect != "responsibility":
        found.append(_field("blamed", printable(claim.party)))
    return found
