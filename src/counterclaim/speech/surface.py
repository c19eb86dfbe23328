"""Noun phrases found by their words alone, for texts that have lost their commas and mislead the parser."""

from __future__ import annotations

from counterclaim.speech.draft import Range
from counterclaim.speech.ground import Ground
from counterclaim.syntax import Token

NOUNS = frozenset({"NN", "NNS", "NNP", "NNPS"})
INSIDE = NOUNS | {"JJ", "JJR", "JJS", "CD", "POS", "HYPH", "VBN", "VBG", "-LRB-", "-RRB-", "ADD"}
OPENERS = frozenset({"DT", "PRP$", "PDT"})
JOINTS = frozenset({"of", "for", "at", "in", "from", "with", "on", "to"})
DAYS = frozenset({"DATE", "TIME"})
PLACES = frozenset({"GPE", "LOC", "FAC"})
LONGEST = 16  # words of a name with its title


def phrase_before(ground: Ground, stop: int) -> Range | None:
    """The noun phrase that ends right before token `stop`, in its sentence; None when there is none."""
    start = ground.sentence(stop)[0] if stop < len(ground.tokens) else 0
    at = stop - 1
    if at < start:
        return None
    if ground.tokens[at].tag == "PRP":
        return at, stop
    first = None
    while (chunk := _chunk_before(ground, at, start)) is not None:
        first = chunk
        joint = ground.tokens[first - 1] if first > start else None
        if joint is None or joint.lower not in JOINTS or stop - first > LONGEST:
            break
        inner = _chunk_before(ground, _behind_tie(ground, first - 2), start)
        if inner is None or not ground.can_speak(inner, first - 1):
            break
        at = _behind_tie(ground, first - 2)
    if first is None:
        return None
    if first - 2 >= start and ground.tokens[first - 1].lower == "and":
        other = phrase_before(ground, first - 1)
        if other is not None and (ground.can_speak(*other) or _are_capitals(ground, other, (first, stop))):
            return other[0], stop
    return first, stop


def _are_capitals(ground: Ground, one: Range, other: Range) -> bool:
    """Whether both phrases are places that may stand for governments: "Washington and Paris say", none "in" them."""
    both = all(t.entity == "GPE" for r in (one, other) for t in ground.tokens[slice(*r)])
    return both and (one[0] == 0 or ground.tokens[one[0] - 1].pos != "ADP")


def _behind_tie(ground: Ground, at: int) -> int:
    """The noun's place in "sources close to the group", where `at` is that of "close"."""
    tied = at > 0 and ground.tokens[at].tag in ("JJ", "VBN") and ground.tokens[at - 1].tag in NOUNS
    return at - 1 if tied else at


def _busied(ground: Ground, phrase: Range) -> Range | None:
    """Who does something to what the phrase names: "an organisation monitoring the conflict"."""
    at = phrase[0] - 1
    start = ground.sentence(phrase[0])[0]
    if at <= start or ground.tokens[at].tag != "VBG":
        return None
    first = _chunk_before(ground, at - 1, start)
    return (first, phrase[1]) if first is not None and ground.can_speak(first, at) else None


def speaker_before(ground: Ground, stop: int) -> Range | None:
    """The words right before token `stop` that can name who speaks; None when they cannot."""
    phrase = phrase_before(ground, stop)
    if phrase is None or ground.tokens[phrase[0]].tag == "PRP" or ground.can_speak(*phrase):
        return phrase
    busied = _busied(ground, phrase)
    if busied is not None:
        return busied
    first = stop
    while first > phrase[0] and ground.tokens[first - 1].tag == "NNP":
        first -= 1
    return (first, stop) if first < stop and ground.lacks_commas else None


def _chunk_before(ground: Ground, at: int, start: int) -> int | None:
    """The first token of the simple phrase whose last token is `at`."""
    if at < start or ground.tokens[at].tag not in NOUNS | {"-RRB-"} or ground.tokens[at].entity in DAYS:
        return None
    first = at
    while first > start:
        token, head = ground.tokens[first - 1], ground.tokens[first]
        if token.tag in OPENERS:
            return first - 1
        if token.tag == "CD" and first - 1 > start and ground.tokens[first - 2].tag in NOUNS:
            return first - 1
        is_new = token.tag in ("NNS", "NNPS") and head.tag != "POS" and token.entity != "ORG"
        is_year = token.tag == "CD" and len(token.text) == 4
        if token.tag not in INSIDE or token.entity in DAYS or is_new or is_year or _ends_before(ground, token, head):
            return first
        first -= 1
    return first


def _ends_before(ground: Ground, token: Token, head: Token) -> bool:
    """Whether another phrase ends between two words: "northern Syria | Turkish military", "the rubble | Syria TV"."""
    if token.entity in PLACES and head.tag == "JJ" and (head.text.islower() or head.entity == "NORP"):
        return True
    if token.tag == "VBN" and token.index and ground.tokens[token.index - 1].pos == "AUX":
        return True  # "the road is shut | sources close to the army"
    is_thing = token.tag == "NN" and token.text.islower() and not ground.can_speak(token.index, token.index + 1)
    return is_thing and head.tag == "NNP" and head.entity_first and head.entity in ("ORG", "GPE")


def phrase_from(ground: Ground, first: int) -> Range | None:
    """The noun phrase that begins with token `first`, its title and offices with it; None when none begins there."""
    if first >= len(ground.tokens):
        return None
    stop = ground.sentence(first)[1]
    if ground.tokens[first].tag == "PRP":
        return first, first + 1
    if ground.tokens[first].tag == "VBG":
        return None
    at = first
    has_noun = False
    while at < stop and at - first < LONGEST:
        token = ground.tokens[at]
        is_new = token.tag in OPENERS or token.tag == "CD" or token.lower in ground.book.amounts
        if token.tag == "VBG" and has_noun and ground.book.lemma(token) in ground.book.going_on:
            break
        if is_new and has_noun and ground.tokens[at - 1].lower not in JOINTS:
            break
        if not (
            _fits(token)
            or _is_named_on(ground, at, has_noun)
            or (has_noun and token.lower in JOINTS and _goes_on(ground, at + 1, stop))
        ):
            break
        has_noun = has_noun or token.tag in NOUNS
        at += 1
    return (first, at) if has_noun else None


def _is_named_on(ground: Ground, at: int, has_noun: bool) -> bool:
    """Whether a name goes on with a word that the tagger took for a verb."""
    token, before = ground.tokens[at], ground.tokens[at - 1]
    return has_noun and before.tag == "NNP" and token.tag.startswith("VB") and token.text[0].isupper()


def _fits(token: Token) -> bool:
    return (token.tag in INSIDE or token.tag in OPENERS) and token.entity not in DAYS


def _goes_on(ground: Ground, at: int, stop: int) -> bool:
    return at < stop and _fits(ground.tokens[at]) and ground.tokens[at].tag != "VBG"
