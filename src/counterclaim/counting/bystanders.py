"""People who are counted but were not harmed: who speaks, who did it, who only describes a person that is named."""

from __future__ import annotations

from collections.abc import Sequence, Set

from counterclaim.syntax import SUBJECTS, Parse, Token

LISTED = frozenset({"conj", "appos"})
CLAUSES = frozenset({"relcl", "acl"})
COPULAS = frozenset({"be", "become"})
MARKS = frozenset({",", '"', "”", "“", "'", "’", "''", "``", ":", ";", "—", "–", "-", "("})
OPENING = MARKS | {
    "and",
    "but",
    "as",
    "that",
    "while",
    "when",
    "whereas",
    "although",
    "though",
    "whom",
    "who",
    "which",
}  # what sets a clause off from the one before
PERSONS = frozenset({"PERSON", "", "ORG", "NORP"})  # what the parser takes a person's name for
QUOTES = frozenset({'"', "”", "''"})
DATES = frozenset({"DATE", "TIME"})
MEANWHILE = frozenset({"as", "after", "when", "while"})
OBJECTS = frozenset({"dobj", "obj"})


def speaks(parse: Parse, words: Sequence[str], head: int, first: int, verbs: Set[str]) -> bool:
    """Whether the people from token `first` with head noun `head` are the subject of one of the `verbs` of saying.

    Where commas are lost the object of one clause looks like the subject of the next: only a count that something sets
    off from what stands before it is believed.
    """
    token = parse.tokens[head]
    while token.dep == "conj" and token.head < token.index:  # "a medic and a guard said"
        token = parse.tokens[token.head]
        first = parse.edges(token.index)[0]
    above = parse.head(token.index)
    if token.dep != "nsubj" or above.lower not in verbs:
        return False
    if above.index < head:  # "said a doctor"
        return above.index == first - 1
    if not QUOTES.isdisjoint(words[head : above.index]):  # "and five people wounded," a spokesman said
        return False
    return first == parse.sentence(first).first or words[first - 1] in OPENING


def is_target(parse: Parse, head: int, attacks: Set[str]) -> bool:
    """Whether the people are whom an attack was meant for, which says of nobody's harm: "a strike on two snipers"."""
    token = parse.tokens[head]
    above = parse.head(head)
    return token.dep == "pobj" and above.lower in ("on", "against") and parse.head(above.index).lower in attacks


def is_cited(parse: Parse, head: int, first: int, citing: Set[str]) -> bool:
    """Whether the people are a source: "citing an official", "according to two medics".

    The verb or "to" stands right before them: where commas are lost, a source may look like one with those it tells of.
    """
    token = parse.tokens[head]
    above = parse.head(head)
    if above.index != first - 1:
        return False
    if token.dep == "pobj" and above.lower == "to":
        return parse.head(above.index).lower == "according"
    return token.dep == "dobj" and above.lemma in citing


def told_of(parse: Parse, head: int, trigger: int) -> bool:
    """Whether the word of harm stands in a clause that describes the people: "a man who was wounded"."""
    token = parse.tokens[trigger]
    while token.index not in (head, token.head):
        if token.dep in CLAUSES and token.head == head:
            return True
        token = parse.tokens[token.head]
    return False


def does(parse: Parse, head: int, trigger: tuple[int, int], others: Set[int]) -> bool:
    """Whether the people are the subject of the word of harm (tokens from, to) that has an object of its own.

    `others` are heads of counts that have a word of harm to themselves, and so are no object: "four killed ten hurt".
    """
    first, stop = trigger
    token = parse.tokens[head]
    itself = parse.tokens[first].dep == "relcl" and parse.tokens[first].head == head  # "a boy who killed Ana Holm"
    acting = itself and any(s.lower in ("who", "that") for s in parse.children(first, "nsubj"))
    if not acting and (token.dep != "nsubj" or not first <= token.head < stop):
        return False
    if stop < len(parse.tokens) and (parse.tokens[stop].pos == "PUNCT" or parse.tokens[stop].lower in MEANWHILE):
        return False  # "Seven killed as gunmen open fire"
    following = [x for i in range(first, stop) for x in parse.children(i) if x.index >= stop]
    end = min((x.index for x in following if x.dep == "prep"), default=len(parse.tokens))
    objects = (x for x in following if x.dep in OBJECTS and x.index < end)  # none past "in strikes on a camp"
    return any(o.entity not in DATES and o.index not in others for o in objects)


def is_agent(parse: Parse, head: int) -> bool:
    """Whether the people stand after "by": "shot by a guard and two policemen"."""
    token = parse.tokens[head]
    while token.dep in LISTED and token.head < token.index:
        token = parse.tokens[token.head]
    above = parse.head(token.index)
    return token.dep == "pobj" and above.dep == "agent" and above.lower == "by"


def describes(parse: Parse, words: Sequence[str], head: int, first: int) -> bool:
    """Whether a single noun says who a person is that is named: "Ana Holm, a nurse", "he was a supporter"."""
    token = parse.tokens[head]
    while token.dep == "conj" and parse.tokens[token.head].dep in ("conj", "appos"):  # "Ana Holm, a nurse and a poet"
        token = parse.tokens[token.head]
        first = parse.edges(token.index)[0]
    above = parse.head(token.index)
    if token.dep == "appos":
        return above.index < first and words[first - 1] == "," and _is_name(above)
    if token.dep == "attr" and above.lemma in COPULAS:
        return any(_is_name(s) or s.tag == "PRP" for s in parse.children(above.index, *SUBJECTS))
    return False


def _is_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.entity in PERSONS and token.tag == "NNP"
