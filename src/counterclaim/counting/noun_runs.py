"""The words that may make up one noun phrase after a count, and where it begins."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.syntax import Parse

FILLERS = frozenset({"other", "more", "additional", "further"})
PRONOUNS = frozenset({"them", "whom", "us"})
OTHERS = FILLERS | {"former", "several", "various"}
DETERMINERS = frozenset({"the", "its", "his", "her", "their", "our", "these", "those", "all", *PRONOUNS})
MARKS = frozenset({'"', "“", "”", "'", "‘", "’", "[", "]", "``", "''", "-", "–", "/", "(", ")", "#"})
BARS = frozenset({"|", "•", "·", "►", "*"})  # what parts the cells of a table and the items of a list
COLLECTIVE = frozenset(
    {"people", "police", "troops", "personnel", "others", "children", "women", "men", "staff", "folk", "military"}
)
FORCES = frozenset({"army", "military", "navy", "intelligence", "gendarmerie"})  # "army and police officers"
YEARS_OLD = tuple(
    [unit, link] for unit in ("year", "years", "month", "months", "week", "weeks") for link in ("old", "-")
)  # "a 12 year old", "a 12 year-old"


def run(parse: Parse, words: Sequence[str], start: int, stop: int) -> Iterator[int]:
    """The tokens from `start` that may all belong to one noun phrase; what stands in brackets is passed over."""
    i = start
    while i < stop and (
        _may_stand_before_noun(parse, words, i, stop) or _joins_modifiers(parse, words, i, start, stop)
    ):
        if words[i] == "(":
            closing = next((j for j in range(i + 1, min(i + 7, stop)) if words[j] == ")"), None)
            if closing is None:
                return
            i = closing
        else:
            yield i
        i += 1


def _joins_modifiers(parse: Parse, words: Sequence[str], at: int, start: int, stop: int) -> bool:
    """Whether "and" joins two words before one noun: "army and paramilitary troops"."""
    if words[at] not in ("and", "or") or at == start or at + 2 >= stop:
        return False
    before, second, third = parse.tokens[at - 1], parse.tokens[at + 1], parse.tokens[at + 2]
    single = before.pos == "ADJ" or before.tag in ("NN", "NNP")
    return (
        single
        and second.pos in ("ADJ", "NOUN", "PROPN")
        and third.tag in ("NNS", "NN")
        and (words[at + 1] not in COLLECTIVE or words[at - 1] in FORCES)
        and words[at + 1] not in OTHERS  # "a journalist and former detainees" are two kinds of people
    )


def _may_stand_before_noun(parse: Parse, words: Sequence[str], at: int, stop: int) -> bool:
    token = parse.tokens[at]
    if words[at] in BARS:
        return False
    if words[at] in MARKS or token.pos in ("ADJ", "NOUN", "PROPN"):
        return True
    if token.pos == "NUM":
        return words[at + 1 : at + 2] == ["-"] or words[at + 1 : at + 3] in YEARS_OLD
    return (
        token.text == "IS"
        or token.tag in ("VBN", "VBG", "POS", "HYPH", "PRP$")
        or (token.pos == "ADV" and (words[at].endswith("ly") or words[at + 1 : at + 2] == ["-"]))  # "a high-ranking"
    )


def names_one(parse: Parse, at: int) -> bool:
    """Whether a name or a participle after a noun begins: "one child Anna", "a man named"."""
    token, before = parse.tokens[at], parse.tokens[at - 1]
    return token.tag in ("VBN", "VBG") or (token.text[:1].isupper() and before.text.islower())


def opened(words: Sequence[str], at: int, stop: int) -> tuple[int, bool, bool]:
    """Where the noun may begin, whether "of" leads to it, and whether words were passed that may stand for one."""
    start = past(words, at, stop, FILLERS)
    bare, of = start > at, start < stop and words[start] == "of"
    if of:
        start = past(words, start + 1, stop, DETERMINERS)
        bare = bare or words[start - 1] in PRONOUNS
        start = past(words, start, stop, FILLERS)
    return start, of, bare


def past(words: Sequence[str], at: int, stop: int, passed: frozenset[str]) -> int:
    """The first token from `at` that is none of the words to pass over."""
    while at < stop and words[at] in passed:
        at += 1
    return at
