"""What somebody speaks in is no part of who speaks: "the ministry in a statement said", "police at a briefing"."""

from __future__ import annotations

from counterclaim.syntax import Token
from counterclaim.voicing.words import SpeakerWords

BETWEEN = 4  # words between "in" and what is spoken in: "in a joint press release"
OPENS = frozenset({"a", "an", "another", "its", "his", "her", "their", "the"})
BARE = frozenset({"by", "via", "over"})  # "by telephone"


def without_occasion(tokens: list[Token], words: SpeakerWords) -> list[Token]:
    """The words up to those for what is spoken in, where there are such behind somebody."""
    for n, t in enumerate(tokens):
        if n and t.lower in words.speaking_in and _is_occasion(t, tokens[n + 1 : n + 2 + BETWEEN], words):
            return tokens[:n]
    return tokens


def _is_occasion(before: Token, behind: list[Token], words: SpeakerWords) -> bool:
    """Whether a statement, a briefing or its like follows, named by nothing but plain words."""
    if not behind or (behind[0].lower not in OPENS and before.lower not in BARE):
        return False
    last = next((n for n, t in enumerate(behind) if t.text in words.spoken_in), None)  # no "Post"
    following = behind[last + 1 : last + 2] if last is not None else []
    is_whole = not following or following[0].pos not in ("NOUN", "PROPN") or following[0].lower in words.spoken_in
    return last is not None and is_whole and all(t.pos != "ADP" for t in behind[:last])
