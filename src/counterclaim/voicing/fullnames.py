"""The whole name behind a short one in capitals: "the Front" for a body that the page has called by more words."""

from __future__ import annotations

from counterclaim.syntax import Parse, Token

JOINING = frozenset({"of", "for", "and", "the"})
NO_START = frozenset(
    {"the", "a", "an", "this", "that", "its", "their", "when", "while", "as", "but", "and", "in", "on"}
)


def fuller_name(parse: Parse, name: str, at: int) -> str | None:
    """The nearest longer name in capitals before the offset that ends with all the words of `name`, else None.

    The words must be in capitals themselves: what is merely a noun ("the front") names nothing.
    """
    words = name.split()
    if not words or not all(w[:1].isupper() for w in words):
        return None
    before = [t for t in parse.tokens if t.start < at]
    for n in range(len(before) - 1, len(words) - 1, -1):
        if [t.text for t in before[n - len(words) + 1 : n + 1]] == words:
            first = _first(before, n - len(words) + 1)
            if first <= n - len(words):
                return " ".join(t.text for t in before[first : n + 1])
    return None


def _first(tokens: list[Token], at: int) -> int:
    """Where the capitals begin that run up to the word at `at`; small joining words stand only between them."""
    first, n = at, at - 1
    while n >= 0 and tokens[n].sentence == tokens[at].sentence:
        token = tokens[n]
        if token.entity in ("DATE", "TIME"):  # "in March the Front said"
            break
        if token.text[:1].isupper() and token.text.isalpha() and token.lower not in NO_START:
            first = n
        elif token.lower not in JOINING or token.text[:1].isupper():
            break
        n -= 1
    return first
