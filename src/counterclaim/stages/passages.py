"""A page's text to passages with a role."""

from __future__ import annotations

from counterclaim.lexicon import Lexicon
from counterclaim.model import Document, Passage, Role, Span


def split_passages(document: Document, lexicon: Lexicon) -> tuple[Passage, ...]:
    """Split a page into its lines; every one is body."""
    found, at = [], 0
    for line in document.text.splitlines(keepends=True):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            found.append(Passage(Span.of(document.text, start, at + len(line.rstrip())), Role.BODY))
        at += len(line)
    return tuple(found)
