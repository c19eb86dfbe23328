"""Source words read as a speaker: a pronoun, a person, a body, or somebody unnamed, and the party they speak for.

The noun phrase is read from its head: "a spokesman for the army" speaks for the army, "army sources" for nobody who is
named, "activists of a monitor" for the monitor, whose reporters they are (the tables in lexicons/en/voices.toml).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from counterclaim.model import Mention, Party, Span, one_line
from counterclaim.syntax import Parse, Token
from counterclaim.voicing.holders import OFFICIALS, find_behind, find_office, find_owner
from counterclaim.voicing.offices import body_name, find_body
from counterclaim.voicing.titled import name_given
from counterclaim.voicing.trim import (
    KUNYA,
    RELATIVE_TAGS,
    antecedent,
    core_of,
    is_proper,
    own_name,
    unglued,
    whole,
    without_dateline,
    without_sides,
)
from counterclaim.voicing.words import SpeakerWords

LISTING = frozenset({"and", "&", ",", "the", "both", "as", "well"})
BREAK = re.compile(r"\n\s*\n")
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})


@dataclass(frozen=True)
class Speaker:
    """One source read. `head` is its noun in lower case, `nouns` all its plain nouns, `name` its words without frills.

    `pronoun` is "person", "thing", "many" or "self", else empty. `body` is the party (or None) with its name, for whom
    it speaks; `person` a personal name, `office` what that person heads or speaks for where no list knows it.
    `behind` and `owner` are the plain nouns in "head of the group" and "the group's head". `pointing` marks "the …",
    which may mean somebody introduced before.
    """

    span: Span
    head: str
    name: str
    nouns: frozenset[str] = frozenset()
    pronoun: str = ""
    person: str | None = None
    office: str | None = None
    behind: str = ""
    owner: str = ""
    body: str | None = None
    party: Party | None = None
    pointing: bool = False
    many: bool = False
    watching: bool = False
    proper: bool = False


def read_speakers(
    parse: Parse, source: Sequence[Span], mentions: Sequence[Mention], words: SpeakerWords, *, is_label: bool = False
) -> tuple[Speaker, ...]:
    """Read a source as one speaker, or as several where it names them jointly ("the army and residents").

    A label at the end of a headline stands for itself: what goes before it is not taken in.
    """
    tokens = [t for s in source for t in parse.tokens[slice(*parse.within(s))]]
    tokens = tokens if is_label else whole(parse, _of_one_paragraph(parse, tokens), mentions, words)
    tokens = _of_one_paragraph(parse, tokens)
    tokens = without_sides([t for t in tokens if t.pos not in ("PUNCT", "SPACE") or t.text == "-"]) or tokens
    tokens = unglued(parse, without_dateline(parse, tokens, words), mentions, words) if tokens else tokens
    if tokens and all(t.tag in RELATIVE_TAGS or t.lower == "that" for t in tokens):
        tokens = antecedent(parse, tokens[0]) or tokens
    tokens = _owners(parse, tokens, words) or tokens
    if not tokens:
        return tuple(Speaker(s, s.exact.lower(), one_line(s.exact)) for s in source[:1])
    watching = _watching(tokens, words)
    if watching:
        return (_label(parse, watching, words),)
    tokens = _makers(tokens, mentions, words) or _figured(tokens, words) or tokens
    return tuple(_read(parse, piece, mentions, words) for piece in _pieces(parse, tokens, mentions, words))


def _of_one_paragraph(parse: Parse, tokens: list[Token]) -> list[Token]:
    """The words behind the last break between paragraphs: a dateline without a full stop runs into what follows."""
    breaks = (n for n in range(len(tokens) - 1, 0, -1) if BREAK.search(parse.text[tokens[n - 1].end : tokens[n].start]))
    return tokens[next(breaks, 0) :]


def _owners(parse: Parse, tokens: Sequence[Token], words: SpeakerWords) -> list[Token]:
    """Whose people or paper it is that speaks: "the monitor, whose network of sources gave a lower toll"."""
    if len(tokens) < 2 or tokens[0].tag != "WP$":
        return []
    own = words.titles_of_body | words.papers | frozenset().union(*words.own_people.values())
    return antecedent(parse, tokens[0]) if _head(parse, tokens[1:]).lower in own - words.private else []


def _watching(tokens: Sequence[Token], words: SpeakerWords) -> Sequence[Token]:
    """The plain nouns for those who keep watch, in a headline's capitals or not: "Monitoring Group", "X monitor"."""
    plain = [t for t in tokens if t.entity not in ("GPE", "NORP") or t.text[:1].islower()]
    if len(plain) < len(tokens) and (list(tokens[-len(plain) :]) != plain or any(t.text[:1].isupper() for t in plain)):
        return ()
    watching = any(t.lower.startswith(words.watching) for t in plain)
    return plain if len(tokens) > 1 and watching and " ".join(t.lower for t in plain) in words.labels else ()


def _label(parse: Parse, tokens: Sequence[Token], words: SpeakerWords) -> Speaker:
    head = tokens[-1].lower
    return Speaker(
        span=Span.of(parse.text, tokens[0].start, tokens[-1].end),
        head=head,
        name=" ".join(t.lower for t in tokens),
        nouns=frozenset(t.lower for t in tokens),
        many=head in words.many or head.endswith("s"),
        watching=True,
    )


def _makers(tokens: Sequence[Token], mentions: Sequence[Mention], words: SpeakerWords) -> list[Token]:
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


def _figured(tokens: Sequence[Token], words: SpeakerWords) -> list[Token]:
    """Whose figures they are, where they are those of a body: "figures of the Health Ministry"."""
    of = next((n for n, t in enumerate(tokens) if n and t.lower in ("of", "from", "by")), 0)
    if not of or len(tokens) <= of + 1 or tokens[of - 1].lower not in words.papers or tokens[of - 1].tag != "NNS":
        return []
    return list(tokens[of + 1 :]) if tokens[-1].lower in words.bodies else []


def _is_made(before: Token, words: SpeakerWords) -> bool:
    return before.tag == "VBN" or before.lower in words.papers


def _pieces(
    parse: Parse, tokens: Sequence[Token], mentions: Sequence[Mention], words: SpeakerWords
) -> list[list[Token]]:
    """Split at the conjunction of whole noun phrases; titles of one person and parts of one name stay together."""
    listed = _listed(parse, tokens, mentions)
    if listed:
        return listed
    inside = {t.index for t in tokens}
    head = _head(parse, tokens)
    heads = [head]
    for t in tokens:
        if t.dep == "conj" and t.head in {h.index for h in heads} and t.pos in NOMINAL:
            joined = any(m.first <= t.index < m.stop and m.first <= t.head < m.stop for m in mentions)
            titled = parse.tokens[t.head].lower in words.titles - words.bodies or t.lower in words.speaks_for
            if not joined and not titled and not t.text.isdigit():
                heads.append(t)
    if len(heads) == 1:
        return [list(tokens)]
    starts = [min((i for i in range(*_reach(parse, h)) if i in inside), default=h.index) for h in heads[1:]]
    cuts = [tokens[0].index, *sorted(starts), tokens[-1].index + 1]
    parts = [[t for t in tokens if a <= t.index < b] for a, b in pairwise(cuts)]
    return [p for p in ([t for t in part if t.dep != "cc"] for part in parts) if p] or [list(tokens)]


def _listed(parse: Parse, tokens: Sequence[Token], mentions: Sequence[Mention]) -> list[list[Token]]:
    """The parties in which a source ends, side by side and the last behind "and"; empty where they are not a list."""
    first, last = tokens[0].index, tokens[-1].index
    inside = [
        m for m in mentions if m.party is not None and m.kind != "people" and first <= m.first and m.stop <= last + 1
    ]
    chain: list[Mention] = []
    for m in reversed(inside):
        between = parse.tokens[m.stop : chain[-1].first if chain else last + 1]
        if any(t.lower not in LISTING for t in between) or not (chain or m.stop == last + 1):
            break
        chain.append(m)
    parted = [t for t in parse.tokens[chain[-1].stop : chain[0].first] if t.dep == "cc"] if len(chain) > 1 else []
    before = [t for t in parse.tokens[first : chain[-1].first] if t.lower not in LISTING] if parted else []
    if not parted or (before and (before[-1].pos == "ADP" or before[-1].tag == "POS" or before[0].pos == "PROPN")):
        return []
    return [list(parse.tokens[m.first : m.stop]) for m in reversed(chain)]


def _reach(parse: Parse, token: Token) -> tuple[int, int]:
    first, last = parse.edges(token.index)
    return first, last + 1


def _head(parse: Parse, tokens: Sequence[Token]) -> Token:
    """The topmost nominal of the words, the first of equals; any word where there is none."""
    core = core_of(tokens)
    nominal = [t for t in core if t.pos in NOMINAL and t.tag not in RELATIVE_TAGS] or core
    return min(nominal, key=lambda t: (parse.depth(t.index), t.index))


def _read(parse: Parse, tokens: Sequence[Token], mentions: Sequence[Mention], words: SpeakerWords) -> Speaker:
    head = _head(parse, tokens)
    core = core_of(tokens)
    span = Span.of(parse.text, tokens[0].start, tokens[-1].end)
    pronoun = words.pronouns.get(core[0].lower, "") if len(core) == 1 else ""
    if pronoun:
        return Speaker(span, core[0].lower, core[0].lower, pronoun=pronoun, many=pronoun == "many")
    held = {t.index for t in tokens}
    inside = [m for m in mentions if tokens[0].index <= m.first and m.stop <= tokens[-1].index + 1 and m.token in held]
    named = [
        m
        for m in inside
        if (m.party is not None or m.kind in ("outlet", "organisation"))
        and m.span.exact.lower() not in words.generic | words.titles
        and not _is_against(parse, m)
    ]
    person = _person(parse, core, inside, words)
    nouns = frozenset(t.lower for t in tokens if t.pos == "NOUN" or t.lower in words.speaks_for)
    body = find_body(parse, tokens, head, named, person, words)
    name = own_name(parse, core, head, words)
    called = name_given(parse, core) if head.lower in words.bodies | words.points_to.keys() else None
    body = _without_party(body, name, words) if body else None
    house = None if body or person else called or _house_behind(core, head, mentions, words)
    return Speaker(
        span=span,
        head=head.lower,
        name=name,
        nouns=nouns,
        person=_untitled(person, words) if person else None,
        office=find_office(core, person or "", words) if person or _may_hold_office(head.lower, words) else None,
        behind=find_behind(core, words),
        owner=find_owner(parse, core, words),
        body=(body.name if _is_of_unlisted(body, nouns, words) else body_name(body, name)) if body else house,
        party=body.party if body else None,
        pointing=tokens[0].lower in words.pointing
        or (name == head.text.capitalize() and head.lower in words.points_to),
        many=head.lower in words.many or head.tag in ("NNS", "NNPS"),
        watching=any(t.lower.startswith(words.watching) for t in tokens),
        proper=is_proper(core, head, words),
    )


def _without_party(body: Mention, name: str, words: SpeakerWords) -> Mention:
    """A body whose name goes on is not the group that was seen in its first words: "the X Resistance Committee"."""
    guessed = body.party is not None and not body.party.aliases and not body.party.country and not body.party.side
    goes_on = name.startswith(f"{body.name} ") and name.rpartition(" ")[2].lower() in words.bodies
    return replace(body, party=None) if guessed and goes_on else body


def _house_behind(core: Sequence[Token], head: Token, mentions: Iterable[Mention], words: SpeakerWords) -> str | None:
    """The name behind those who work there, though a parser knows it for no body's: "monitors at Airtally"."""
    behind = [t for t in core if t.index > head.index]
    if head.lower not in words.own_people.get("unlisted", frozenset()) or len(behind) < 2:
        return None
    name = behind[1:]
    places = {i for m in mentions if m.kind in ("place", "people") for i in range(m.first, m.stop)}
    is_name = all(t.text[:1].isupper() and t.index not in places for t in name)
    return " ".join(t.text for t in name) if behind[0].lower in ("at", "with") and is_name else None


def _is_of_unlisted(body: Mention, nouns: frozenset[str], words: SpeakerWords) -> bool:
    """Whether it is the own people of a body that no list has who speak: "researchers at X"."""
    return body.party is None and not nouns.isdisjoint(words.own_people.get("unlisted", frozenset()))


def _untitled(name: str, words: SpeakerWords) -> str:
    """A personal name of two words or more without the titles before it, and what stands before those."""
    parts = name.split()
    while len(parts) > 2 and (
        cut := [n for n, w in enumerate(parts[:-2][:2], 1) if w.lower().strip(".") in words.titles]
    ):
        parts = parts[cut[-1] :]
    return " ".join(parts)


def _may_hold_office(noun: str, words: SpeakerWords) -> bool:
    """Whether a noun is that of one who speaks for the body named behind it, though no name is given."""
    return noun.startswith("spoke") or noun in words.titles_of_body - words.of_state - words.of_place - words.military


def _is_against(parse: Parse, mention: Mention) -> bool:
    """Whether the party is but what others are for or against: "an anti-X network"."""
    before = [t.lower for t in parse.tokens[max(mention.first - 2, 0) : mention.first]]
    return before in (["anti", "-"], ["pro", "-"])


def _person(parse: Parse, core: Sequence[Token], mentions: Iterable[Mention], words: SpeakerWords) -> str | None:
    """The first personal name, as a mention or by the parser's entities; none that only tells where ("in …")."""
    for m in mentions:
        if m.first > core[-1].index:
            break
        is_title = all(w.strip(".") in words.generic | words.titles for w in m.span.exact.lower().split())
        if is_title or _owns_the_office(parse, core, m, mentions):
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
    if behind & words.bodies or _hangs_on(parse, core, name[0].index, name[-1].index, words):  # "the Orla hospital"
        return None
    return one_line(parse.text[name[0].start : name[-1].end])


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
    parted = _is_parted(parse, before, core[first]) or before.index in taken
    titled = any(t.lower in words.titles_of_body | words.private | OFFICIALS for t in core[:first])
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
        is_name = before.pos == "PROPN" or before.lower in KUNYA
        is_name = is_name and before.text[:1].isupper() and before.text.isalpha()
        if titled or not is_name or before.entity not in ("", "PERSON"):
            break
        first -= 1
    # "Minister of Human Rights X Y": what stands behind "of" is what X Y heads
    return named if first > core[0].index and parse.tokens[first - 1].lower == "of" else first
