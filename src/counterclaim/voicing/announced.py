"""Statements printed whole under a colon: "X issued the following statement:" and all the paragraphs in its marks."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from counterclaim.model import Attribution, Span
from counterclaim.syntax import Parse

OPENS = re.compile(r"[^\n]{0,40}:\s*\n\s*(?P<mark>[\"“«])")
CLOSING = {'"': '"', "“": "”", "«": "»"}
LONGEST = 4000  # characters of a statement


def with_whole_statements(parse: Parse, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, one before a colon with all paragraphs up to the closing mark for its content.

    What is told inside by others stands in its words.
    """
    found = list(attributions)
    for n, a in enumerate(attributions):
        whole = _whole(parse, a) if a.source and a.cue else None
        if whole is None:
            continue
        found[n] = replace(a, content=(whole,), manner="direct")
        for i, inner in enumerate(found):
            inside = i != n and inner.parent is None and all(whole.covers(s) for s in (*inner.source, *inner.content))
            if inside:
                found[i] = replace(inner, parent=n)
    return found


def _whole(parse: Parse, attribution: Attribution) -> Span | None:
    """The words from the opening mark in the next paragraph to the closing one at a paragraph's end."""
    text = parse.text
    opened = OPENS.match(text, attribution.cue[-1].end - 1)
    if opened is None or "\n" in text[attribution.source[0].start : attribution.cue[-1].end]:
        return None
    start, mark = opened.start("mark"), CLOSING[opened["mark"]]
    closed = re.compile(re.escape(mark) + r"[.,]?[ \t]*(?=\n|$)").search(text, start + 1, start + LONGEST)
    return Span.of(text, start + 1, closed.start()) if closed and closed.start() > start + 1 else None
