"""Who does it in a passive: "was reported by the mayor"."""

from __future__ import annotations

from counterclaim.syntax import Parse, Token


def doer_of(parse: Parse, verb: Token) -> Token | None:
    """The noun behind the "by" that follows a passive verb, None where there is none."""
    by = next((t for t in parse.children(verb.index, "agent") if t.index > verb.index), None)
    return next(iter(parse.children(by.index, "pobj")), None) if by is not None else None
