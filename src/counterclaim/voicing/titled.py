"""The name that a page gives to what is first only described: "a network of activists … The network, called X,"."""

from __future__ import annotations

from collections.abc import Sequence, Set

from counterclaim.syntax import Parse, Token

MARKS = frozenset('"“”«»')
SMALL = frozenset({"of", "for", "and", "the", "is", "in", "on", "to"})  # words of names that keep small letters
FURTHER_ON = 3  # sentences within which a name is given
LONGEST = 8  # words of a name


def name_given(parse: Parse, words: Sequence[Token], naming: Set[str]) -> str | None:
    """The name behind "called" or "known as" in a noun phrase; None where it has none in capitals.

    `naming` are the words of naming.
    """
    for n, t in enumerate(words):
        known_as = t.lower == "as" and n and words[n - 1].lower == "known"
        if n and (t.lower in naming or known_as):
            return _capitals(parse.tokens[t.index + 1 : t.index + 1 + LONGEST])
    return None


def named_behind(parse: Parse, noun: Token, naming: Set[str]) -> str | None:
    """The name right behind a noun between commas or in marks: "a group, X, said", "the group “X”"."""
    rest = parse.tokens[noun.index + 1 : noun.index + 3 + LONGEST]
    if rest and rest[0].text in MARKS:
        close = next((n for n, t in enumerate(rest[1:], 1) if t.text in MARKS), 0)
        return " ".join(t.text for t in rest[1:close]) or None
    return _behind(parse, noun.index, naming)


def named_later(parse: Parse, noun: Token, naming: Set[str]) -> str | None:
    """The name that the same noun has a little further on: "the group, called X, said", "the group, X, said"."""
    sentence = noun.sentence
    for i in range(noun.index + 1, len(parse.tokens)):
        t = parse.tokens[i]
        if t.sentence > sentence + FURTHER_ON:
            return None
        if t.lower == noun.lower and parse.tokens[i - 1].lower == "the":
            return _behind(parse, i, naming)
    return None


def _behind(parse: Parse, noun: int, naming: Set[str]) -> str | None:
    """The name right behind a noun, between commas or behind a word of naming."""
    rest = parse.tokens[noun + 1 : noun + 4 + LONGEST]
    is_parted = bool(rest) and rest[0].text == ","
    rest = rest[1:] if is_parted else rest
    given = name_given(parse, [parse.tokens[noun], *rest], naming) if _names_first(rest, naming) else None
    if given or not is_parted:
        return given
    rest = rest[1:] if rest[:1] and rest[0].lower == "the" else rest
    name = _capitals(rest)
    stop = len(name.split()) if name else 0
    ends = len(rest) > stop and rest[stop].text in (",", "(") and all("-" not in t.text for t in rest[:stop])
    return name if ends and rest[0].entity != "PERSON" else None


def _names_first(rest: Sequence[Token], naming: Set[str]) -> bool:
    """Whether a word of naming stands at once, "which is" left out."""
    words = [t.lower for t in rest[:4] if t.lower not in ("which", "is", "a", "an")]
    return words[:1] != [] and (words[0] in naming or words[:2] == ["known", "as"])


def _capitals(tokens: Sequence[Token]) -> str | None:
    """The words in capitals at the beginning, small words between them."""
    kept: list[Token] = []
    for t in tokens[: LONGEST + 1]:
        if not (t.text[:1].isupper() or t.lower in SMALL or (kept and t.text[:1].isdigit())) or (
            kept and t.index != kept[-1].index + 1
        ):
            break
        kept.append(t)
    while kept and not kept[0].text[:1].isupper():
        kept = kept[1:]
    while kept and not (kept[-1].text[:1].isupper() or kept[-1].text[:1].isdigit()):
        kept.pop()
    return " ".join(t.text for t in kept) or None
