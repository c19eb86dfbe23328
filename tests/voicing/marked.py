"""Attributions written into a sentence: [source], {cue} and <content>, in the page's own order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from counterclaim.model import Act, Attribution, Span

MARK = re.compile(r"[\[\]{}<>]")
ROLE = {"[": "source", "{": "cue", "<": "content"}


def marked(*parts: str) -> tuple[str, tuple[Attribution, ...]]:
    """Texts with marks to one text without them and one attribution a part; a part without marks is only text."""
    text, roles = "", []
    for part in parts:
        spans: dict[str, list[tuple[int, int]]] = {"source": [], "cue": [], "content": []}
        opened: list[tuple[str, int]] = []
        for piece in re.split(r"([\[\]{}<>])", part):
            if piece in ROLE:
                opened.append((ROLE[piece], len(text)))
            elif MARK.fullmatch(piece):
                role, start = opened.pop()
                spans[role].append((start, len(text)))
            else:
                text += piece
        text += " "
        roles.append(spans)
    text = text.rstrip()
    return text, tuple(_attribution(text, spans) for spans in roles if spans["content"])


def _attribution(text: str, spans: dict[str, list[tuple[int, int]]], act: Act = "says") -> Attribution:
    def cut(role: str) -> tuple[Span, ...]:
        return tuple(Span.of(text, a, b) for a, b in spans[role])

    return Attribution(cut("source"), cut("cue"), cut("content"), "indirect", act)


def nested(attributions: Sequence[Attribution], child: int, parent: int) -> tuple[Attribution, ...]:
    """The same attributions, one of them within the content of another."""
    found = list(attributions)
    c = found[child]
    found[child] = Attribution(c.source, c.cue, c.content, c.manner, c.act, c.certainty, parent)
    return tuple(found)
