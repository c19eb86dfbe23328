"""What a title stands for: the house named behind or before it, with the names of those who hold it taken off."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from counterclaim.syntax import Parse, Token
from counterclaim.voicing.trim import LONGEST, opens_name
from counterclaim.voicing.words import SpeakerWords

# With a name they speak for their house, without one for nobody.
OWNED = 4  # words between whose a body is and its noun
HOLDER = (2, 3)  # words of a personal name


def without_seats(core: Sequence[Token]) -> list[Token]:
    """The words without those that only seem to be people: "Resident" in "Resident Coordinator"."""
    return [
        t
        for t, following in pairwise([*core, None])
        if t is not None and not (t.lower == "resident" and following is not None and following.text.istitle())
    ]


def find_office(core: Sequence[Token], person: str, words: SpeakerWords) -> str | None:
    """What stands around a title: "director of the X institute", "X police chief"; None without a body's own name."""
    names = frozenset(person.replace("-", " ").split())
    plain = [t for t in without_seats(core) if t.text not in names and t.tag != "POS"]
    if any(t.lower in words.private for t in plain):
        return None
    titles = words.titles_of_body | (words.officials if person else frozenset())
    for n, title in enumerate(plain):
        if title.lower not in titles:
            continue
        behind = [t for t in core if t.index > title.index and t.text not in names]
        after = _named_after(behind, words, may_be_place=title.lower in words.of_place | words.of_state)
        if after:
            if title.lower in words.heads_by_town:
                return f"{after} {title.lower}"
            return f"{title.text.capitalize()} of {after}" if title.lower in words.of_place else after
        before = _before_title(plain[: n + 1], words) if title.lower in words.titles_of_body else None
        if before:
            return before
    return None


def _before_title(plain: Sequence[Token], words: SpeakerWords) -> str | None:
    """The house named before a title, the last word: "X police" before "chief"; a place with its head's title."""
    title = plain[-1]
    common = words.before_noun | words.titles | words.speaks_for
    before = [
        t
        for t, following in pairwise(plain)
        if t.lower in words.bodies
        or opens_name(t, following)
        or _is_heads(t, title, words)
        or t.lower.rstrip(".") not in common
    ]
    while before and before[-1].pos == "ADP":  # "X, through its president"
        before.pop()
    of_place = title.lower in words.of_place or (
        title.lower == "commissioner" and any(t.lower in words.counties for t in before)
    )
    if of_place:
        before = [t for t in before if t.lower not in words.areas]  # "X provincial governor"
    named = any(_is_name(t, of_place) or t.lower in words.bodies | words.of_place for t in before)
    if not named or before[-1].index + 3 <= title.index - len([t for t in plain if t.lower in words.areas]):
        return None
    office = _joined(before[-6:])
    return f"{office} {title.lower}" if of_place else office


def _is_heads(token: Token, title: Token, words: SpeakerWords) -> bool:
    """Whether a word is that of the one head whose own man speaks: "governor" in "X governor's spokesman"."""
    return token.lower in words.of_place and title.lower.startswith("spoke") and token.index == title.index - 2


def _is_name(token: Token, of_place: bool) -> bool:
    """Whether a word may be a body's name: not so a place, which has many officers and one governor."""
    return token.pos == "PROPN" and token.entity not in (("NORP", "DATE") if of_place else ("NORP", "GPE", "DATE"))


def find_behind(core: Sequence[Token], words: SpeakerWords) -> str:
    """The noun in "the head of the group", empty where a name or nothing stands there."""
    titles = [n for n, t in enumerate(core) if t.lower in words.titles_of_body - words.private]
    for n in titles:
        rest = [t for t in core[n + 1 : n + 6] if t.pos in ("NOUN", "PROPN", "ADP")]
        if len(rest) > 1 and rest[0].lower in ("of", "for") and rest[1].pos == "NOUN":
            nouns = [t for t in rest[1:] if t.pos == "NOUN"]
            return nouns[-1].lower if len(nouns) < 3 else ""
    return ""


def find_owner(parse: Parse, core: Sequence[Token], words: SpeakerWords) -> str:
    """The plain noun to which one who speaks for it belongs: "the group's director"; empty where there is none."""
    speaking = words.titles_of_body | words.papers | words.speaking_arms | frozenset().union(*words.own_people.values())
    for t in core:
        if t.dep == "poss" and t.pos == "NOUN" and parse.head(t.index).lower in speaking:
            return t.lower
    return _bare_owner(core, speaking, words)


def _bare_owner(core: Sequence[Token], speaking: frozenset[str], words: SpeakerWords) -> str:
    """The same where the page lost its apostrophes: "the groups director"."""
    if len(core) < 3 or core[0].lower != "the" or core[1].pos not in ("NOUN", "PROPN"):
        return ""
    noun = core[1].lower.removesuffix("s")
    owns = noun != core[1].lower and noun in words.bodies | words.points_to.keys()
    return noun if owns and any(t.lower in speaking for t in core[2:]) else ""


def _named_after(tokens: Sequence[Token], words: SpeakerWords, *, may_be_place: bool = True) -> str | None:
    """The name after "of", "for" or "at", up to the next comma or small word that belongs to no name."""
    if not tokens or tokens[0].lower not in ("of", "for", "at", "with"):
        return None
    inner = next((n for n, t in enumerate(tokens[:6]) if n > 1 and t.lower in ("of", "for", "at")), 0)
    is_arm = inner and tokens[inner - 1].lower in words.speaks_for
    if is_arm and all(t.text.islower() for t in tokens[1:inner]):  # "of the press office at X"
        arm = tokens[inner - 1].lower
        held = _named_after(tokens[inner:], words, may_be_place=may_be_place or arm in words.of_place)
        return f"{arm.capitalize()} of {held}" if held and arm in words.of_place else held
    kept: list[Token] = []
    for t in tokens[1:]:
        houses = t.lower in words.bodies and bool(kept) and kept[-1].text[:1].isupper()
        inside = t.text[:1].isupper() or houses or t.lower in ("of", "for", "and", "the")
        if kept and t.tag == "POS" and (rest := _owned_house(tokens, t, words)):
            return _joined([*kept, *rest])
        if kept and not (inside and _adjoins(kept[-1], t)):
            if kept[-1].text[:1].isupper() and _adjoins(kept[-1], t):
                kept += _houses(tokens, t, words)
            break
        if kept or t.lower not in words.before_noun:
            kept.append(t)
    kept = _without_holder(kept, words)
    while kept and _is_beyond(kept, words):
        kept.pop()
    if not may_be_place and all(t.entity in ("GPE", "LOC") for t in kept):
        return None  # a place is nobody
    return _joined(kept[:LONGEST]) or None


def _is_beyond(kept: Sequence[Token], words: SpeakerWords) -> bool:
    """Whether the last word is no part of a house's name; a head's title behind a place is: "the X governor"."""
    last = kept[-1]
    if last.lower in words.place_heads and len(kept) > 1 and kept[-2].text[:1].isupper():
        return False
    return _is_title(last, words) or not (last.text[:1].isupper() or last.lower in words.bodies)


def _without_holder(kept: list[Token], words: SpeakerWords) -> list[Token]:
    """A house without the name of who holds the office, glued behind it: "head of the X Administration Y Z"."""
    kept = kept[1:] if len(kept) > 1 and kept[0].lower == "ngo" else kept
    last = next((n for n in range(len(kept) - 1, 0, -1) if kept[n].lower in words.bodies), None)
    rest = kept[last + 1 :] if last is not None else []
    is_name = len(rest) in HOLDER and all(t.pos == "PROPN" and t.text.istitle() for t in rest)
    return kept[: len(kept) - len(rest)] if is_name else kept


def _houses(tokens: Sequence[Token], first: Token, words: SpeakerWords) -> list[Token]:
    """The small words behind a name that end in the noun for a body or its head: "city military administration"."""
    run: list[Token] = []
    for t in tokens:
        if t.index < first.index:
            continue
        if t.pos not in ("NOUN", "ADJ") or t.index != first.index + len(run) or len(run) == OWNED:
            break
        run.append(t)
    while run and run[-1].lower not in words.bodies | words.place_heads:
        run.pop()
    return run


def _owned_house(tokens: Sequence[Token], mark: Token, words: SpeakerWords) -> list[Token]:
    """The words up to the noun for a body right behind a possessive: "town council" in "X's town council"."""
    behind = [t for t in tokens if mark.index < t.index <= mark.index + OWNED]
    last = next((n for n, t in enumerate(behind) if t.lower in words.bodies | words.place_heads), None)
    return behind[: last + 1] if last is not None else []


def _is_title(token: Token, words: SpeakerWords) -> bool:
    return token.lower.rstrip(".") in words.titles and token.lower not in words.bodies


def _adjoins(before: Token, token: Token) -> bool:
    """Whether a word follows on another, with nothing between but a hyphen."""
    return token.index == before.index + 1 or (token.index == before.index + 2 and token.start == before.end + 1)


def _joined(tokens: Sequence[Token]) -> str:
    """The words with the hyphens between them that were left out."""
    parts = [""] + [("-" if b.index == a.index + 2 and _adjoins(a, b) else " ") for a, b in pairwise(tokens)]
    return "".join(part + t.text for part, t in zip(parts, tokens, strict=False))
