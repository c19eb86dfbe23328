"""Records as small HTML tables for notebooks; every word from a page is escaped."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.faces.copies import copy_lines
from counterclaim.faces.judged import Marks
from counterclaim.faces.screen import headline
from counterclaim.faces.standing import bounds_line, grade_line, letter
from counterclaim.faces.wording import page_names, printable, voice_name
from counterclaim.linking.positions import value_words
from counterclaim.model import NOTHING_JUDGED, Account, Document, Judged, Page, Question, Skipped
from counterclaim.report.markup import Html, el, safe

LIMIT = 200  # rows in one table; a notebook grows slow with more


def claims_table(pages: Sequence[Page], skipped: Sequence[Skipped]) -> str:
    """One row a claim: page, aspect, value, who says it, through whom."""
    names = page_names([p.document for p in pages])
    rows = [
        (f"{names[c.document]}:{c.span.start}", c.aspect, value_words(c), voice_name(c.voice), ", ".join(c.relays))
        for p in pages
        for c in p.claims
    ]
    table = _table(("page", "what", "value", "who says", "relays"), rows[:LIMIT])
    more = f"<p>… and {len(rows) - LIMIT} more claims</p>" if len(rows) > LIMIT else ""
    left_out = "".join(f"<p>skipped {_safe(s.name)}: {_safe(s.why)}</p>" for s in skipped)
    return table + more + left_out


def dossier_html(accounts: Sequence[Account], documents: Sequence[Document], judged: Judged = NOTHING_JUDGED) -> str:
    """Each incident as a heading and a table of its positions.

    What its own voice replaced is struck through; what rests on a judgement bears a sign, and names.
    """
    names = page_names(documents)
    marks = Marks(judged, names)
    parts = []
    for account in accounts:
        voices = {v for q in account.questions for v in q.voices}
        rows = [row for q in account.questions for row in _rows(q, marks)]
        parts.append(f"<h4>{_safe(headline(account.incident, len(voices)))}</h4>")
        parts.append(_table(("what", "who says", "value", "pages", "verdict"), rows))
        bounds = [(q.label, line) for q in account.questions if (line := bounds_line(q, names))]
        parts += [f"<p>{_safe(label)}: {_safe(line)}</p>" for label, line in bounds]
        parts += [f"<p>{_safe(line)}</p>" for q in account.questions if (line := marks.remark(q))]
        parts += [f"<p>{_safe(line)}</p>" for line in marks.linking(account.incident)]
        parts += [f"<p>Suggested grade: {_safe(line)}.</p>" for line in [grade_line(account)] if line]
        parts += [f"<p>Same words: {_safe(line)}.</p>" for line in copy_lines(account.copies, names)]
    parts += [f"<p>{_safe(line)}</p>" for line in marks.left_out()]
    return "".join(parts) or "<p>No claims were found on these pages.</p>"


def _rows(question: Question, marks: Marks) -> Iterable[tuple[str, ...]]:
    for n, p in enumerate(question.positions):
        pages = ", ".join(f"{marks.names[c.document]}:{c.span.start}{marks.sign(c)}" for c in p.claims)
        verdict = f"{question.verdict.sign} {question.verdict.value}" if n == 0 else ""
        voice = voice_name(p.voice) + letter(question, p)
        value = el("s", printable(p.value)) if p.id in question.replaced else p.value
        yield (question.label if n == 0 else "", voice, value, pages, verdict)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    top = "".join(f"<th>{_safe(h)}</th>" for h in head)
    body = "".join("<tr>" + "".join(f"<td>{_safe(cell)}</td>" for cell in row) + "</tr>" for row in rows)
    return f"<table><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table>"


def _safe(text: str) -> str:
    return text if isinstance(text, Html) else safe(printable(text))
