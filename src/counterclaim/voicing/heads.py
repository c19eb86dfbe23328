"""The noun that a noun phrase is about: a source is read from it."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.syntax import Parse, Token
from counterclaim.voicing.trim import RELATIVE_TAGS, core_of

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


def head_of(parse: Parse, tokens: Sequence[Token]) -> Token:
    """The topmost nominal of the words, the first of equals; any word where there is none."""
    core = list(core_of(tokens))
    core = core[:1] + [t for t in core[1:] if not _in_brackets(parse, t)]
    nominal = [t for t in core if t.pos in NOMINAL and t.tag not in RELATIVE_TAGS] or core
    return min(nominal, key=lambda t: (parse.depth(t.index), t.index))


def _in_brackets(parse: Parse, token: Token) -> bool:
    """Whether a word is but a short name in brackets: "the Network for Victims (NFV)"."""
    around = parse.tokens[token.index - 1 : token.index + 2]
    return token.text.isupper() and [t.text for t in around[::2]] == ["(", ")"]
