"""Whose word it is where a source is but a paper, figures or people of somebody's: who made them, who owns them."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.model import Mention
from counterclaim.syntax import Parse, Token
from counterclaim.voicing.heads import head_of
from counterclaim.voicing.trim import RELATIVE_TAGS, antecedent
from counterclaim.voicing.words import SpeakerWords


def owners(parse: Parse, tokens: Sequence[Token], words: SpeakerWords) -> list[Token]:
    """Whose people or paper it is that speaks: "the monitor, whose network of sources gave a lower toll"."""
    if len(tokens) < 2 or tokens[0].tag != "WP$":
        return []
    own = words.titles_of_body | words.papers | frozenset().union(*words.own_people.values())
    return antecedent(parse, tokens[0]) if head_of(parse, tokens[1:]).lower in own - words.private else []


def makers(tokens: Sequence[Token], mentions: Sequence[Mention], words: SpeakerWords) -> list[Token]:
    """Who made a paper, where that is nobody with a name: "a document prepared by aid agencies"."""
    by = next((n for n, t in enumerate(tokens) if n and t.lower == "by" and _is_made(tokens[n - 1], words)), 0)
    nouns = [t for t in tokens[:by] if t.pos in ("NOUN", "PROPN")]
    if not nouns or nouns[-1].lower not in words.papers:
        return []
    made = tokens[by + 1 :]
    ends = (n for n, t in enumerate(made) if n and (t.tag in ("VBN", "VBD") or t.tag in RELATIVE_TAGS or t.dep == "cc"))
    made = made[: next(ends, len(made))]
    named = any(m.party is not None and m.first <= t.index < m.stop for m in mentions for t in made)
    return [] if named else list(made)


def figured(tokens: Sequence[Token], words: SpeakerWords) -> list[Token]:
    """Whose figures they are, where they are those of a body: "figures of the Health Ministry"."""
    owned = _owned_figures(tokens, words)
    if owned:
        return owned
    of = next((n for n, t in enumerate(tokens) if n and t.lower in ("of", "from", "by")), 0)
    if not of or len(tokens) <= of + 1 or tokens[of - 1].lower not in words.papers:
        return []
    if tokens[of - 1].tag != "NNS":  # "the count of the X"
        named = tokens[-1].pos == "PROPN" and tokens[-1].entity not in ("GPE", "LOC", "DATE")
        named = named or (tokens[of + 1].lower == "the" and tokens[-1].lower in words.bodies)
        return list(tokens[of + 1 :]) if named and tokens[of - 1].lower in words.reckonings else []
    return list(tokens[of + 1 :]) if tokens[-1].lower in words.bodies else []


def _owned_figures(tokens: Sequence[Token], words: SpeakerWords) -> list[Token]:
    """Whose a reckoning is that stands behind its owner: "the ministry's latest figures", "a government tally"."""
    if len(tokens) < 2 or tokens[-1].lower not in words.reckonings:
        return []
    held = next((n for n, t in enumerate(tokens) if n and t.tag == "POS"), 0)
    if not held and tokens[-1].lower.startswith("report"):  # "a police report"
        return []
    held = held or len(tokens) - 1
    is_body = tokens[held - 1].lower in words.bodies and tokens[held - 1].text.islower()
    first = 1 if tokens[0].lower in ("a", "an") else 0  # the article is the tally's
    return list(tokens[first:held]) if is_body and tokens[held - 1].lower not in words.papers else []


def _is_made(before: Token, words: SpeakerWords) -> bool:
    return before.tag == "VBN" or before.lower in words.papers
