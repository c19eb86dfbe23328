"""A party's name parted from its neighbours, and people from the place before them, where a page lost its commas."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.model import Mention
from counterclaim.syntax import Parse, Token
from counterclaim.voicing.named import TELLERS
from counterclaim.voicing.words import SpeakerWords

ARTICLES = frozenset({"a", "an", "the"})
PLACES = frozenset({"GPE", "LOC", "FAC"})  # the parser's kinds of places
SIDE_WORDS = 2  # words of what stands before by mistake


def unglued(parse: Parse, tokens: list[Token], mentions: Sequence[Mention], words: SpeakerWords) -> list[Token]:
    """Part a party's name from its neighbours where a page lost its commas.

    What follows the name is an apposition or the content ("X a local monitor", "X tens of civilians"); before the name
    of a house may stand the place in which the content ends ("in the country's north Y TV").
    """
    first, last = tokens[0].index, tokens[-1].index
    inside = [m for m in mentions if m.party is not None and first <= m.first and m.stop <= last + 1]
    for m in inside:
        before = [t for t in tokens if t.index < m.first]
        after = parse.tokens[m.stop : m.stop + 1]
        if m.stop <= last and all(t.pos == "DET" for t in before) and _starts_anew(after[0], words):
            return [t for t in tokens if t.index < m.stop]
        if m.stop == last + 1 and _is_apposed([t for t in tokens if t.index < m.first], words):
            return [t for t in tokens if t.index >= m.first]
    tokens = _behind_place(parse, tokens, mentions, words)
    anew = (n for n, t in enumerate(tokens) if n and t.lower in ARTICLES and t.index == tokens[n - 1].index + 1)
    tokens = tokens[next((n for n in anew if _ends_place(tokens[:n], mentions) or _ends_clause(tokens, n)), 0) :]
    house = next((m for m in inside if _is_teller(m, last) and m.first > tokens[0].index), None)
    place = next((m for m in mentions if house and m.stop == house.first and m.kind == "place"), None)
    return [t for t in tokens if house is None or t.index >= house.first] if place else tokens


def _is_teller(mention: Mention, last: int) -> bool:
    """Whether a house is named that passes on news, or at the end of the words one that tells of wars."""
    tells = mention.party is not None and mention.party.kind in TELLERS and mention.stop == last + 1
    return mention.kind == "outlet" or tells


def _is_apposed(before: Sequence[Token], words: SpeakerWords) -> bool:
    """Whether a noun for a kind of body and "the" stand before a name: "another monitoring group the X Committees"."""
    return len(before) > 1 and before[-1].lower == "the" and before[-2].lower in words.points_to


def _ends_place(before: Sequence[Token], mentions: Sequence[Mention]) -> bool:
    """Whether the words are a place and no more, with which the sentence before ended."""
    return any(m.kind == "place" and m.first <= before[0].index and m.stop == before[-1].index + 1 for m in mentions)


def _behind_place(parse: Parse, tokens: list[Token], mentions: Sequence[Mention], words: SpeakerWords) -> list[Token]:
    """The people alone where the place before them only says where: "In X province rebels said"."""
    first = tokens[0].index
    before = parse.tokens[first - 1].lower if first else ""
    if len(tokens) < 2 or tokens[-1].tag != "NNS" or tokens[-1].lower not in words.unnamed:
        return tokens
    places = {i for m in mentions if m.kind == "place" for i in range(m.first, m.stop)}
    front = [t for t in tokens[:-1] if t.pos != "DET"]
    is_place = all(t.index in places or t.entity in PLACES or t.lower in words.settled for t in front)
    opens = before in ("in", "at", "near") and parse.sentence(first).first >= first - 1
    return tokens[-1:] if front and is_place and opens else tokens


def _ends_clause(tokens: Sequence[Token], n: int) -> bool:
    """Whether plain words in which the clause before ended stand before somebody new: "displaced a local official"."""
    before = [t for t in tokens[:n] if t.pos != "DET"]
    plain = all(t.text.islower() and t.pos in ("NOUN", "ADJ", "VERB") for t in before)
    return tokens[n].lower in ("a", "an") and 0 < len(before) <= SIDE_WORDS and plain


def _starts_anew(token: Token, words: SpeakerWords) -> bool:
    return token.lower in ARTICLES or token.pos == "NUM" or token.lower in words.amounts
