"""The words before a noun that modify it, cut at "and", "or" and commas: "regime | Rurian warplanes"."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.syntax import Parse, Token

IN_CHAIN = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "VERB", "ADV", "PART", "X", "INTJ"})
MODIFIES = frozenset({"amod", "compound", "nmod", "poss", "nummod", "npadvmod", "advmod", "quantmod", "dep", "conj"})
OBJECTS = frozenset({"pobj", "dobj", "attr"})
JOINS = frozenset({"and", "or", "&", ",", "/"})
HYPHENS = frozenset({"-", "–", "‑", "‐"})
DASHES = frozenset({"-", "–", "—", "(", "--"})  # after a dateline
GENITIVES = frozenset({"'s", "’s", "'", "’"})
MARKS = HYPHENS | GENITIVES | frozenset({'"', "“", "”", "‘", "(", ")", "s"})
REACH = 10  # words to the left of a noun that may still modify it

Known = Callable[[int], bool]


def stretches_before(parse: Parse, head: int, start: int, known: Known) -> list[list[int]]:
    """The token indices of each stretch, in page order; the last holds the tokens from `start` to the noun at `head`.

    `known` says of a token that it names a party, whatever the parser makes of it. Words in brackets are passed over,
    unless it is one alone: "the (Rurian) attack".
    """
    tokens = parse.tokens
    first = parse.sentence(head).first
    chain: list[list[int]] = [list(range(start, head + 1))]
    aside = False
    for i in range(start - 1, max(first, head - REACH) - 1, -1):
        t = tokens[i]
        if aside or (t.text == ")" and i > first + 1 and tokens[i - 2].text != "("):
            aside = t.text != "("
        elif t.lower in JOINS:
            if i == first or not chain[0] or not _joins(tokens[i - 1], known) or _is_named_again(parse, i, head):
                break
            chain.insert(0, [])
        elif t.lower in MARKS or _modifies(t, known):
            chain[0].insert(0, i)
        else:
            break
    return chain


def _joins(t: Token, known: Known) -> bool:
    """Whether the word before an "and" goes with the same noun, and not with a verb or a preposition of its own."""
    return _modifies(t, known) and (t.dep not in OBJECTS or t.head > t.index) and t.pos != "VERB"


def _is_named_again(parse: Parse, comma: int, head: int) -> bool:
    """Whether the noun only says who others are: "the gunmen, suspected bandits"."""
    tokens = parse.tokens
    return tokens[head].dep == "appos" and tokens[head].head == comma - 1 and tokens[comma + 1].tag == "VBN"


def _modifies(t: Token, known: Known) -> bool:
    return known(t.index) or (t.pos in IN_CHAIN and t.dep in MODIFIES)
