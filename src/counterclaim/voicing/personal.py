"""The personal name in a source: found as a mention, by the parser or behind a title, and without its titles."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from counterclaim.model import Mention, one_line
from counterclaim.syntax import Parse, Token
from counterclaim.voicing.words import SpeakerWords

THEIRS = 5  # words behind a name within which its people's body is named


def person_in(parse: Parse, core: Sequence[Token], mentions: Iterable[Mention], words: SpeakerWords) -> str | None:
    """The first personal name, as a mention or by the parser's entities; none that only tells where ("in …")."""
    for m in mentions:
        if m.first > core[-1].index:
            break
        is_title = all(w.strip(".") in words.generic | words.titles for w in m.span.exact.lower().split())
        if is_title or _owns_the_office(parse, core, m, mentions) or _names_their_body(core, m.stop, words):
            continue
        is_person = m.kind == "person" or (
            m.party and any(t.entity == "PERSON" for t in core if m.first <= t.index < m.stop)
        )
        if is_person and not _hangs_on(parse, core, m.first, m.token, words):
            first = _first_name(parse, core, m.first, words)
            return one_line(parse.text[parse.tokens[first].start : m.span.end])
    taken = {i for m in mentions if _is_known(m) for i in range(m.first, m.stop)}
    name: list[Token] = []
    for t in core:
        if t.entity == "PERSON" and t.index not in taken and (not name or not t.entity_first):
            name.append(t)
        elif name:
            break
    if all(t.lower.rstrip(".") in words.generic | words.titles for t in name):  # "the Observatory" is nobody's name
        return _behind_title(parse, core, mentions, words)
    behind = {t.lower for t in core if t.index == name[-1].index + 1}
    is_body = behind & words.bodies or _names_their_body(core, name[-1].index + 1, words)
    if is_body or _hangs_on(parse, core, name[0].index, name[-1].index, words):  # "the Orla hospital"
        return None
    return one_line(parse.text[name[0].start : name[-1].end])


def apposed_person(
    parse: Parse, core: Sequence[Token], named: Iterable[Mention], words: SpeakerWords
) -> Mention | None:
    """A name at the start that a parser took for a body's, with what its bearer is behind it: "X Y, a spokesman"."""
    for m in named:
        behind = [t for t in parse.tokens[m.stop : m.stop + 4] if t.pos not in ("PUNCT", "DET", "ADJ")][:1]
        is_name = m.kind == "organisation" and m.party is None and m.first == core[0].index
        plain = is_name and all(t.text.istitle() and t.text.isalpha() for t in parse.tokens[m.first : m.stop])
        apart = m.stop < len(parse.tokens) and parse.tokens[m.stop].text == ","
        humans = (words.titles_of_body | words.officials | words.members | words.private) - words.bodies
        few = 1 < m.stop - m.first < 4 and not any(t.lower in words.bodies for t in parse.tokens[m.first : m.stop])
        if plain and apart and few and any(t.lower in humans for t in behind):
            return m
    return None


def _names_their_body(core: Sequence[Token], stop: int, words: SpeakerWords) -> bool:
    """Whether a name is that of a place whose people have a body: "the Orla miners' association"."""
    behind = [t for t in core if stop <= t.index < stop + THEIRS]
    mark = next((n for n, t in enumerate(behind) if t.tag == "POS" or t.text in ("'", "’")), 0)
    plain = mark == 1 and behind[0].index == stop and behind[0].text.islower()
    return plain and any(t.lower in words.bodies for t in behind[mark + 1 :])


def _owns_the_office(parse: Parse, core: Sequence[Token], mention: Mention, mentions: Iterable[Mention]) -> bool:
    """Whether a name only says whose office somebody named later holds: "X's council head, Y Z"."""
    owns = mention.kind == "person" and any(t.tag == "POS" for t in parse.tokens[mention.stop : mention.stop + 1])
    return owns and any(m.kind == "person" and mention.stop < m.first <= core[-1].index for m in mentions)


def _behind_title(parse: Parse, core: Sequence[Token], mentions: Iterable[Mention], words: SpeakerWords) -> str | None:
    """The name in which a title ends, though a parser knew it for none: "the head of the X council, Name Surname"."""
    taken = {i for m in mentions if m.party is not None for i in range(m.first, m.stop)}
    first = len(core)
    while first and _may_be_name(core[first - 1]) and core[first - 1].index not in taken:
        first -= 1
        if first and _is_parted(parse, core[first - 1], core[first]):
            break
    name = [t for t in core[first:] if t.text[:1].isupper()]
    before = core[first - 1] if first else None
    if before is None or len(name) < 2 or any(t.lower in words.bodies | words.titles for t in name):
        return None
    parted = _is_parted(parse, before, core[first]) or before.index in taken or before.lower.startswith("spoke")
    titled = any(t.lower in words.titles_of_body | words.private | words.officials for t in core[:first])
    return one_line(parse.text[core[first].start : core[-1].end]) if parted and titled else None


def _may_be_name(token: Token) -> bool:
    return token.pos == "PROPN" and token.text.isalpha()


def _is_parted(parse: Parse, before: Token, after: Token) -> bool:
    """Whether something other than a hyphen stands between two words."""
    return any(t.text != "-" for t in parse.tokens[before.index + 1 : after.index])


def _hangs_on(parse: Parse, core: Sequence[Token], first: int, head: int, words: SpeakerWords) -> bool:
    """Whether a name only says whose or where the speaker is: "opponents of President X"."""
    if first <= core[0].index:
        return False
    if parse.tokens[first - 1].pos == "ADP":
        return True
    above = parse.head(head)
    if parse.tokens[head].dep != "pobj" or above.pos != "ADP" or not core[0].index < above.index < first:
        return False
    return all(t.pos in ("ADJ", "DET") or t.lower in words.titles for t in parse.tokens[above.index + 1 : first])


def _is_known(mention: Mention) -> bool:
    """Whether something is known of what is named: a place that no gazetteer has may as well be a person."""
    unknown = mention.kind == "place" and mention.party is None and not (mention.place and mention.place.country)
    return mention.kind != "people" and not unknown


def _first_name(parse: Parse, core: Sequence[Token], first: int, words: SpeakerWords) -> int:
    """The first word of a personal name of which only the end was found: capitals before it that are no title."""
    named = first
    while first > core[0].index:
        before = parse.tokens[first - 1]
        titled = before.lower.rstrip(".") in words.titles | words.speaks_for | words.before_noun | words.generic
        is_name = before.pos == "PROPN" or before.lower in words.kunya
        is_name = is_name and before.text[:1].isupper() and before.text.isalpha()
        if titled or not is_name or before.entity not in ("", "PERSON"):
            break
        first -= 1
    # "Minister of Human Rights X Y": what stands behind "of" is what X Y heads
    return named if first > core[0].index and parse.tokens[first - 1].lower == "of" else first


def untitled(name: str, words: SpeakerWords) -> str:
    """A personal name of two words or more without the titles before it, and what stands before those."""
    parts = name.split()
    while len(parts) > 2 and (
        cut := [n for n, w in enumerate(parts[:-2][:2], 1) if w.lower().strip(".") in words.titles]
    ):
        parts = parts[cut[-1] :]
    return " ".join(parts)
