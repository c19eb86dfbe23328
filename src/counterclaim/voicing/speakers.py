"""Source words read as a speaker: a pronoun, a person, a body, or somebody unnamed, and the party they speak for.

The noun phrase is read from its head: "a spokesman for the army" speaks for the army, "army sources" for nobody who is
named, "activists of a monitor" for the monitor, whose reporters they are (the tables in lexicons/en/voices.toml).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from counterclaim.model import Mention, Party, Span, one_line
from counterclaim.syntax import Parse, Token
from counterclaim.voicing.heads import head_of
from counterclaim.voicing.holders import find_behind, find_office, find_owner
from counterclaim.voicing.joint import pieces, two_sorts
from counterclaim.voicing.makers import figured, makers, owners
from counterclaim.voicing.occasions import without_occasion
from counterclaim.voicing.offices import body_name, find_body
from counterclaim.voicing.personal import apposed_person, person_in, untitled
from counterclaim.voicing.selfnamed import self_named
from counterclaim.voicing.titled import MARKS, name_given, named_behind
from counterclaim.voicing.trim import (
    RELATIVE_TAGS,
    antecedent,
    core_of,
    is_proper,
    own_name,
    whole,
    without_asides,
    without_dateline,
    without_sides,
)
from counterclaim.voicing.ungluing import unglued
from counterclaim.voicing.words import SpeakerWords

BREAK = re.compile(r"\n\s*\n")
ONE_OF_MANY = frozenset({"a", "an", "one", "another"})


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
    if len(source) > 1 and parse.text[source[0].end : source[1].start].strip() == ":":
        source = source[1:]  # "ORLA: a source at the police"
    tokens = [t for s in source for t in parse.tokens[slice(*parse.within(s))]]
    body = _body(parse, tokens, mentions)
    if body is not None:
        return (body,)
    tokens = tokens if is_label else whole(parse, _of_one_paragraph(parse, tokens), mentions, words)
    tokens = _of_one_paragraph(parse, tokens)
    tokens = tokens[1:] if tokens and tokens[0].lower in words.citing else tokens
    colon = next((n for n in range(len(tokens) - 2, 0, -1) if tokens[n].text == ":"), -1)
    tokens = tokens[colon + 1 :]
    tokens = without_sides([t for t in tokens if t.pos not in ("PUNCT", "SPACE") or t.text == "-"], words) or tokens
    tokens = without_occasion(without_asides(tokens), words)
    tokens = unglued(parse, without_dateline(parse, tokens, words), mentions, words) if tokens else tokens
    if tokens and all(t.tag in RELATIVE_TAGS or t.lower == "that" for t in tokens):
        tokens = antecedent(parse, tokens[0]) or tokens
    tokens = owners(parse, tokens, words) or tokens
    if not tokens:
        return tuple(Speaker(s, s.exact.lower(), one_line(s.exact)) for s in source[:1])
    watching = _watching(tokens, words)
    if watching:
        return (_label(parse, watching, words),)
    tokens = makers(tokens, mentions, words) or figured(tokens, words) or tokens
    two = two_sorts(tokens, words)
    if two:
        return _of_two_sorts(parse, two, mentions, words)
    return tuple(_read(parse, piece, mentions, words) for piece in pieces(parse, tokens, mentions, words))


def _body(parse: Parse, tokens: Sequence[Token], mentions: Sequence[Mention]) -> Speaker | None:
    """A body known by a name that is no plain noun phrase, where it is all of the source: "444 Brigade"."""
    tokens = tokens[1:] if tokens and tokens[0].lower == "the" else tokens
    if not tokens or (tokens[0].tag != "CD" and all("-" not in t.text and "." not in t.text for t in tokens)):
        return None
    for m in mentions:
        if m.first == tokens[0].index and m.stop == tokens[-1].index + 1 and m.party is not None:
            span = Span.of(parse.text, tokens[0].start, tokens[-1].end)
            name = one_line(span.exact)
            return Speaker(span, tokens[-1].lower, name, party=m.party, body=m.party.name, proper=True)
    return None


def _of_two_sorts(
    parse: Parse, two: tuple[list[Token], list[Token]], mentions: Sequence[Mention], words: SpeakerWords
) -> tuple[Speaker, Speaker]:
    """Both as speakers, each with the noun that they share: it is sources that speak, and not their army."""
    opening, closing = two
    first, second = (_read(parse, t, mentions, words) for t in ([*opening, *closing[1:]], closing))
    bare = own_name(parse, core_of(opening), head_of(parse, opening), words)
    return replace(first, name=f"{bare} {second.head}"), second


def _of_one_paragraph(parse: Parse, tokens: list[Token]) -> list[Token]:
    """The words behind the last break between paragraphs: a dateline without a full stop runs into what follows."""
    breaks = (n for n in range(len(tokens) - 1, 0, -1) if BREAK.search(parse.text[tokens[n - 1].end : tokens[n].start]))
    return tokens[next(breaks, 0) :]


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


def _read(parse: Parse, tokens: Sequence[Token], mentions: Sequence[Mention], words: SpeakerWords) -> Speaker:
    head = head_of(parse, tokens)
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
        and not _is_plain(m.span.exact.lower(), words)
        and not _is_against(parse, m)
        and not _is_surname(parse, m, words)
    ]
    person = person_in(parse, core, inside, words)
    surname = next((m.span.exact for m in inside if _is_surname(parse, m, words)), None)
    if person and surname and f"{person} {surname}" in span.exact:
        person = f"{person} {surname}"
    person = person or self_named(parse, head, words)
    misread = None if person else apposed_person(parse, core, named, words)
    if misread is not None:
        person, named = one_line(misread.span.exact), [m for m in named if m is not misread]
    nouns = frozenset(t.lower for t in tokens if t.pos == "NOUN" or t.lower in words.speaks_for)
    body = find_body(parse, tokens, head, named, person, words)
    name = own_name(parse, core, head, words)
    quoted = parse.tokens[head.index + 1 : head.index + 2]
    is_apposed = bool(quoted) and quoted[0].text == "," and core[0].lower in ONE_OF_MANY and head.text.islower()
    is_called = is_apposed or bool(quoted and quoted[0].text in MARKS)
    in_marks = named_behind(parse, head, words.naming) if is_called else None
    called = (
        in_marks or name_given(parse, core, words.naming)
        if head.lower in words.bodies or head.lower in words.points_to
        else None
    )
    body = _without_party(body, name, words) if body else None
    house = None if body or person else called or _house_behind(core, head, mentions, words)
    return Speaker(
        span=span,
        head=head.lower,
        name=name,
        nouns=nouns,
        person=untitled(person, words) if person else None,
        office=find_office(core, person or "", words) if person or _may_hold_office(head.lower, words) else None,
        behind=find_behind(core, words),
        owner=find_owner(parse, core, words),
        body=(body.name if _is_of_unlisted(body, nouns, words, head.lower) else body_name(body, name))
        if body
        else house,
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


def _is_of_unlisted(body: Mention, nouns: frozenset[str], words: SpeakerWords, noun: str) -> bool:
    """Whether its own people, or a paper of it, stand for a body that no list has: "researchers at X", "toll of X"."""
    own = words.own_people.get("unlisted", frozenset())
    return body.party is None and (
        not nouns.isdisjoint(own) or (noun in words.papers and noun not in body.name.lower())
    )


def _may_hold_office(noun: str, words: SpeakerWords) -> bool:
    """Whether a noun is that of one who speaks for the body named behind it, though no name is given."""
    of_others = noun in words.of_state or noun in words.of_place or noun in words.military
    return noun.startswith("spoke") or (noun in words.titles_of_body and not of_others)


def _is_plain(noun: str, words: SpeakerWords) -> bool:
    """Whether what was taken for a body's name is a plain noun or a title."""
    return noun in words.generic or noun in words.titles


def _is_surname(parse: Parse, mention: Mention, words: SpeakerWords) -> bool:
    """Whether a news house's name is somebody's surname here: "Osmo Post, a doctor"."""
    before = parse.tokens[mention.first - 1] if mention.first else None
    is_house = mention.kind == "outlet" or (mention.party is not None and mention.party.kind == "media")
    if before is None or not is_house or mention.stop > mention.first + 1:
        return False
    after = [t.lower for t in parse.tokens[mention.stop : mention.stop + 2]]
    is_first = before.pos in ("PROPN", "NOUN") and before.text.istitle() and before.lower not in words.before_house
    return is_first and after[:1] == [","] and after[1:] in (["a"], ["an"])


def _is_against(parse: Parse, mention: Mention) -> bool:
    """Whether the party is but what others are for or against: "an anti-X network"."""
    before = [t.lower for t in parse.tokens[max(mention.first - 2, 0) : mention.first]]
    return before in (["anti", "-"], ["pro", "-"])
