"""Statements that reach the page through another: "the agency said, citing a doctor", "as quoted by the agency"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from counterclaim.speech.draft import Draft, Range, holds
from counterclaim.speech.ground import Ground
from counterclaim.speech.sources import find_agent
from counterclaim.syntax import Token


def cite(ground: Ground, drafts: Sequence[Draft]) -> list[Draft]:
    """Whom a speaker cites says what the speaker says: "the agency said, citing a doctor"."""
    by_head = {d.head: d for d in drafts if d.content}
    return [_cited(ground, d, by_head) or d for d in drafts]


def _cited(ground: Ground, draft: Draft, by_head: Mapping[int, Draft]) -> Draft | None:
    """The draft of the one cited; None when the draft cites nobody, or nothing that another says."""
    token = ground.tokens[draft.head]
    cited = ground.parse.children(draft.head, "dobj")
    if ground.book.lemma(token) not in ground.book.citing or token.tag != "VBG" or not cited:
        return None
    if token.index and ground.tokens[token.index - 1].lower == "without":
        return None
    outer = next((by_head[a.index] for a in ground.parse.ancestors(token.index) if a.index in by_head), None)
    if outer is None or not ground.can_speak(cited[0].index, cited[0].index + 1):
        return None
    first, stop = ground.noun_phrase(cited[0].index)
    begin = outer.content[0][0]
    source = ground.trim(first, begin if first < begin < stop else stop)
    return replace(draft, source=(source,), content=outer.content, act="says", within=outer.head, open=False)


def relay(ground: Ground, drafts: Sequence[Draft]) -> list[Draft]:
    """Who quotes somebody says what that one says: "the colonel, as quoted by the agency, said"."""
    found = list(drafts)
    for token in ground.tokens:
        agents = find_agent(ground, token.index) if ground.book.lemma(token) in ground.book.citing else ()
        quoted = next((n for n, d in enumerate(found) if agents and _is_quoted(ground, d, token.index)), None)
        if quoted is not None:
            draft = found[quoted]
            cue = ((token.index, token.index + 1),)
            found[quoted] = replace(draft, within=token.index, source=_before_quoted(ground, draft.source, token))
            found.append(Draft(token.index, agents, cue, draft.content, "says", "phrase"))
    return found


def _is_quoted(ground: Ground, draft: Draft, quoting: int) -> bool:
    """Whether a draft is what "quoted by" speaks of: it hangs on it, or the words stand inside its source."""
    if not draft.content or draft.head == quoting:
        return False
    if draft.source and draft.source[0][0] < quoting < draft.head:
        return True
    hangs = any(a.index == quoting for a in ground.parse.ancestors(draft.head))
    return hangs and not holds(draft.content, quoting)


def _before_quoted(ground: Ground, source: tuple[Range, ...], token: Token) -> tuple[Range, ...]:
    """The source without "as quoted by" and what follows."""
    end = token.index - 1 if token.index and ground.tokens[token.index - 1].lower == "as" else token.index
    cut = (ground.trim(first, end) if first <= token.index < stop else (first, stop) for first, stop in source)
    return tuple(r for r in cut if r[0] < r[1])
