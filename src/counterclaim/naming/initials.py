"""Short forms that a page itself explains: "the Alda Army (AA)" makes "AA" that army, whatever a list says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.naming.found import Found
from counterclaim.parties import Entry
from counterclaim.syntax import Parse, Token

SMALL = frozenset({"of", "for", "and", "the", "in", "on"})
LONGEST = 6  # letters


def explained(found: Sequence[Found], parse: Parse) -> list[Found]:
    """The same, short forms read as the page explains them; None is known of a body that no list has."""
    meant: dict[str, Entry | None] = {}
    for at, short in _shorts(parse):
        long = next((f for f in found if f.stop == at and f.stop - f.first > 1), None)
        known = next((f for f in found if f.first <= at + 1 < f.stop), None)
        if known is not None and known.entry is not None and _spells(parse.tokens[:at], short):
            meant[short] = long.entry if long is not None else None
    return [_read(f, parse, meant) for f in found] if meant else list(found)


def _shorts(parse: Parse) -> list[tuple[int, str]]:
    """The short forms in brackets, each with the place of its bracket."""
    tokens = parse.tokens
    return [
        (i, tokens[i + 1].text)
        for i in range(len(tokens) - 2)
        if tokens[i].text == "(" and tokens[i + 2].text == ")" and 1 < len(tokens[i + 1].text) <= LONGEST
        if tokens[i + 1].text.isalpha() and tokens[i + 1].text.isupper()
    ]


def _spells(before: Sequence[Token], short: str) -> bool:
    """Whether the words right before a bracket begin with the letters in it, small words left out."""
    words = [t.text for t in before[-2 * len(short) - 1 :] if t.lower not in SMALL and t.text != "-"][-len(short) :]
    return "".join(w[:1] for w in words) == short


def _read(found: Found, parse: Parse, meant: dict[str, Entry | None]) -> Found:
    name = parse.text[parse.tokens[found.first].start : parse.tokens[found.stop - 1].end]
    if name not in meant or found.entry is None:
        return found
    entry = meant[name]
    if entry is None:
        return replace(found, kind="organisation", entry=None, sites=())
    return found if entry.party == found.entry.party else replace(found, kind="party", entry=entry, sites=())
