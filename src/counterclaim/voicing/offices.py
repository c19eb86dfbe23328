"""For whom somebody speaks: the party of a spokesman, the house of its own people, the body behind a title."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from counterclaim.model import Mention
from counterclaim.syntax import Parse, Token
from counterclaim.voicing.trim import LONGEST, core_of, opens_name
from counterclaim.voicing.words import SpeakerWords

REPORTERS = frozenset({"monitor", "ngo", "agency", "media", "rescue", "un"})
OFFICES = frozenset({"of", "for", "at", "from", "with", "in", "by"})
NEWS_KINDS = frozenset({"agency", "media"})
FIGHTING = frozenset({"armed_group", "armed_forces", "state", "coalition"})
AIMS = frozenset({"to", "against", "about", "on", "via", "with", "toward", "towards", "targeting"})
OFFICIALS = frozenset(
    {"official", "officer", "adviser", "advisor", "aide", "executive"}
)  # with a name they speak for their house, without one for nobody
TITLE = 2  # words at most between a house and the name of one who speaks for it
AFTER = 6  # tokens behind a house within which the title of its own man stands: "the X Union (XU) vice-president"
OWNED = 4  # words between whose a body is and its noun
CARRYING = frozenset({"carry", "publish", "broadcast", "quote", "cite", "relay", "circulate", "distribute", "air"})
COUNTY = frozenset({"county", "district"})
HOLDER = (2, 3)  # words of a personal name
BELONGS = frozenset({"of", "at", "for"})


def find_body(
    parse: Parse,
    tokens: Sequence[Token],
    head: Token,
    named: Sequence[Mention],
    person: str | None,
    words: SpeakerWords,
) -> Mention | None:
    """The party for which the speaker speaks, None when the words name none or name it only in passing."""
    at_head = [m for m in named if m.first <= head.index < m.stop]
    explained = _called(parse, tokens, named)
    if explained is None and at_head and at_head[0].party is None:
        explained = _in_brackets(parse, at_head[0], named)
    if explained is not None:
        return explained
    if at_head:
        titled = [m for m in named if m.kind == "party" and _is_titled(parse, m, at_head[0], words)]
        if at_head[0].kind == "person":  # the page's own word goes before what a list has of the person
            titled += [
                m for m in named if m.kind in ("party", "organisation") and _is_headed(parse, at_head[0], m, words)
            ]
        if at_head[0].kind == "person" and titled:
            return titled[-1]
        return _reporter_before(at_head[0], named) or _branch(named, _owner(parse, at_head[0], named))
    near = [m for m in named if not _is_in_passing(parse, tokens, m, words) and not _is_aim(parse, m, tokens[0])]
    bodies = [_owner(parse, m, near) for m in near if m.kind not in ("place", "people")]
    nouns = {t.lower for t in _without_seats(core_of(tokens))}
    own = [m for m in bodies if nouns & words.own_people.get(m.party.kind if m.party else "unlisted", frozenset())]
    if own:
        return own[0]
    if nouns & words.of_state:
        bodies += [m for m in near if m.party is not None and m.kind in ("place", "people")]
    if person:
        inside = {t.lower for m in bodies for t in parse.tokens[m.first : m.stop]}  # "refugee" in an agency's name
        known = () if nouns & words.private - inside else bodies
        return next((m for m in known if _is_office(parse, m, core_of(tokens), person, words)), None)
    found = _by_noun(parse, tokens, head, near, bodies, words)
    return _branch(near, found) if found else None


def _without_seats(core: Sequence[Token]) -> list[Token]:
    """The words without those that only seem to be people: "Resident" in "Resident Coordinator"."""
    return [
        t
        for t, following in pairwise([*core, None])
        if t is not None and not (t.lower == "resident" and following is not None and following.text.istitle())
    ]


def _is_titled(parse: Parse, house: Mention, person: Mention, words: SpeakerWords) -> bool:
    """Whether nothing but titles stands between a house and a name: "the X Ministry's spokesman Brig. Gen. Y"."""
    between = [t for t in parse.tokens[house.stop : person.first] if t.pos != "PUNCT" and t.tag != "POS"]
    plain = all(t.lower.rstrip(".") in words.titles | words.speaks_for for t in between)
    return bool(between) and (len(between) <= TITLE or plain) and house.stop <= person.first


def _is_headed(parse: Parse, person: Mention, house: Mention, words: SpeakerWords) -> bool:
    """Whether a house is the one that a person is said to speak for right behind the name: "X, spokesman of the Y"."""
    between = [t for t in parse.tokens[person.stop : house.first] if t.pos != "PUNCT"]
    while between and between[-1].pos in ("DET", "ADJ") and between[-1].lower not in BELONGS:
        between.pop()
    titled = any(t.lower in words.titles_of_body for t in between[:-1])
    return 1 < len(between) <= AFTER and between[-1].lower in BELONGS and titled and between[-1].pos == "ADP"


def _in_brackets(parse: Parse, whole: Mention, named: Sequence[Mention]) -> Mention | None:
    """The listed short name in the brackets that follow an unlisted long one, with no mark between."""
    for m in named:
        between = [t.text for t in parse.tokens[whole.stop : m.first]]
        if m.party is not None and between[-1:] == ["("] and not {",", ";", "("} & set(between[:-1]):
            return m
    return None


def _called(parse: Parse, tokens: Sequence[Token], named: Sequence[Mention]) -> Mention | None:
    """The name that the words themselves give: "the intelligence service, known as the X"."""
    for m in named:
        before = [t for t in parse.tokens[max(m.first - 3, tokens[0].index) : m.first] if t.pos != "DET"]
        words = [t.lower for t in before[-2:]]
        if words == ["known", "as"] or words[-1:] in (["called"], ["named"], ["dubbed"]):
            return m
    return None


def _branch(named: Sequence[Mention], found: Mention) -> Mention:
    """What is named beside a body as a part of it: "the UN mission, UNAMA"."""
    whole = found.party.name if found.party else None
    parts = [m for m in named if whole and m.first >= found.stop and m.party and m.party.parent == whole]
    return parts[0] if parts else found


def _by_noun(
    parse: Parse,
    tokens: Sequence[Token],
    head: Token,
    near: Sequence[Mention],
    bodies: Sequence[Mention],
    words: SpeakerWords,
) -> Mention | None:
    """The body behind a noun that is no person's name: its paper, its only head, its agency, its office."""
    noun = head.lower
    if noun in words.papers or _represents(tokens, head, words):
        bodies = [m for m in bodies if not _carries(parse, m)]
        known = [m for m in bodies if m.party is not None and not _is_glued(m, head)]
        return next(iter(known or (bodies if noun in words.papers else ())), None)
    if noun in words.private or (noun in words.unnamed and noun not in words.bodies):
        return None
    return (
        _bracketed(parse, head, near)
        or _ally(tokens, head, near)
        or _beside(parse, head, near, words)
        or _possessor(parse, head, near)
    )


def _carries(parse: Parse, mention: Mention) -> bool:
    """Whether a house only carried the paper: "a statement carried by X"."""
    before = [t for t in parse.tokens[max(0, mention.first - 4) : mention.first] if t.pos not in ("DET", "ADJ")]
    return len(before) > 1 and before[-1].lower == "by" and before[-2].lemma in CARRYING


def _is_glued(mention: Mention, paper: Token) -> bool:
    """Whether a party right behind a paper only begins what the paper says: "according to the bulletin X fighters"."""
    return mention.first == paper.index + 1 and mention.party is not None and mention.party.kind in FIGHTING


def _ally(tokens: Sequence[Token], head: Token, named: Sequence[Mention]) -> Mention | None:
    """The state named behind what it is to another, at the end of the words: "its ally X"."""
    found = [m for m in named if m.first == head.index + 1 and m.stop == tokens[-1].index + 1 and m.kind != "people"]
    return found[0] if found and head.text.islower() and found[0].party is not None else None


def _beside(parse: Parse, head: Token, named: Sequence[Mention], words: SpeakerWords) -> Mention | None:
    """The name right beside the noun for its kind: "the website X", "the X agency", "a rights group, X"."""
    if head.lower not in words.points_to and head.lower not in words.bodies:
        return None
    comma = any(t.text == "," for t in parse.tokens[head.index + 1 : head.index + 2])
    behind, before = head.index + (2 if comma else 1), head.index
    while before and parse.tokens[before - 1].lower in words.kinds:  # "the X monitoring group"
        before -= 1
    if before and parse.tokens[before - 1].text == ")":  # "the X Brigade (XB) militant group"
        before -= 1
    stops = range(before, head.index + 1)
    beside = [m for m in named if m.kind != "people" and (m.first == behind or m.stop in stops)]
    return next((m for m in beside if m.kind != "place"), None)


def _is_office(parse: Parse, mention: Mention, core: Sequence[Token], person: str, words: SpeakerWords) -> bool:
    """Whether a person is said to belong to a party: before the name, behind "of" or "from", or before a title."""
    if mention.party is None or mention.party.kind in NEWS_KINDS:
        return False
    first_name = person.partition(" ")[0]
    at = next((t.index for t in core if t.text == first_name), core[0].index)
    if mention.stop <= at:
        return at - mention.stop <= 5
    before = mention.first - 1
    while before > at and _passes(parse.tokens[before]):
        before -= 1
    if parse.tokens[before].lower in OFFICES or mention.first > core[-1].index:
        return True
    after = [t.lower for t in parse.tokens[mention.stop : mention.stop + AFTER]]
    return any(w in words.speaks_for or w in OFFICIALS for w in after)


def _passes(token: Token) -> bool:
    return token.pos in ("DET", "ADJ", "PROPN") and token.lower not in OFFICES


def _represents(tokens: Sequence[Token], head: Token, words: SpeakerWords) -> bool:
    """Whether an unnamed human being speaks for a body: a spokesman always, a leader where there is but one."""
    if head.lower.startswith("spoke"):
        return True
    one = tokens[0].lower not in ("a", "an", "one", "another", "some") and head.tag not in ("NNS", "NNPS")
    return one and head.lower in words.titles_of_body


def _reporter_before(mention: Mention, named: Sequence[Mention]) -> Mention | None:
    """One that gathers reports, named right before a party that a parser took for the head ("the monitor X-forces")."""
    before = [m for m in named if m.stop == mention.first and m.party is not None and m.party.kind in REPORTERS]
    return before[0] if before and mention.party is not None and mention.party.kind not in REPORTERS else None


def _owner(parse: Parse, mention: Mention, named: Sequence[Mention]) -> Mention:
    """The party whose office a name is ("the media office of the X"), else the name itself."""
    if mention.party is not None:
        return mention
    return _possessor(parse, parse.tokens[mention.stop - 1], named) or mention


def _possessor(parse: Parse, token: Token, named: Sequence[Mention]) -> Mention | None:
    """The first party after "of", "at" or "for" behind a noun, with nothing but articles and adjectives between."""
    for m in named:
        if m.party is None or m.first <= token.index or m.kind in ("place", "people"):
            continue
        between = list(parse.tokens[token.index + 1 : m.first])
        while between and between[-1].pos in ("DET", "ADJ", "PROPN", "PUNCT") and between[-1].lower not in BELONGS:
            between.pop()
        if between and between[-1].lower in BELONGS:
            return m
    return None


def _bracketed(parse: Parse, token: Token, named: Sequence[Mention]) -> Mention | None:
    """The short name in brackets right behind a long one: "the children's agency (XYZ)"."""
    for m in named:
        close = token.index + 1 < m.first <= token.index + 3
        if close and m.party is not None and parse.tokens[m.first - 1].text == "(":
            return m
    return None


def _is_aim(parse: Parse, mention: Mention, first: Token) -> bool:
    """Whether something went to the party or is about it: "a letter to X", "evidence against X"."""
    i = mention.first - 1
    while i > first.index and parse.tokens[i].pos in ("DET", "ADJ"):
        i -= 1
    is_its = parse.tokens[i].lower == "to" and parse.tokens[i - 1].lower in ("attributed", "belonging", "ascribed")
    return i > first.index and parse.tokens[i].lower in AIMS and not is_its


def _is_in_passing(parse: Parse, tokens: Sequence[Token], mention: Mention, words: SpeakerWords) -> bool:
    """Whether a mention stands in a relative clause that does not say whom the speaker leads."""
    core = core_of(tokens)
    if mention.first <= core[-1].index:
        return False
    clause = [t for t in tokens if core[-1].index < t.index < mention.first]
    return not any(t.lemma in words.leads for t in clause)


def body_name(body: Mention, name: str) -> str:
    """A body that no list knows goes by all the words of its name, of which the parser often finds but a part."""
    return name if body.party is None and body.name in name else body.name


def find_office(core: Sequence[Token], person: str, words: SpeakerWords) -> str | None:
    """What stands around a title: "director of the X institute", "X police chief"; None without a body's own name."""
    names = frozenset(person.replace("-", " ").split())
    plain = [t for t in _without_seats(core) if t.text not in names and t.tag != "POS"]
    if any(t.lower in words.private for t in plain):
        return None
    titles = words.titles_of_body | (OFFICIALS if person else frozenset())  # an official by name speaks for the house
    for n, title in enumerate(plain):
        if title.lower not in titles:
            continue
        behind = [t for t in core if t.index > title.index and t.text not in names]
        after = _named_after(behind, words, may_be_place=title.lower in words.of_place | words.of_state)
        if after:
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
        title.lower == "commissioner" and any(t.lower in COUNTY for t in before)
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
    speaking = words.titles_of_body | words.papers | frozenset().union(*words.own_people.values())
    for t in core:
        if t.dep == "poss" and t.pos == "NOUN" and parse.head(t.index).lower in speaking:
            return t.lower
    return _bare_owner(core, speaking, words)


def _bare_owner(core: Sequence[Token], speaking: frozenset[str], words: SpeakerWords) -> str:
    """The same where the page lost its apostrophes: "the groups director"."""
    if len(core) < 3 or core[0].lower != "the" or core[1].pos != "NOUN":
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
    while kept and (_is_title(kept[-1], words) or not (kept[-1].text[:1].isupper() or kept[-1].lower in words.bodies)):
        kept.pop()
    if not may_be_place and all(t.entity in ("GPE", "LOC") for t in kept):
        return None  # a place is nobody
    return _joined(kept[:LONGEST]) or None


def _without_holder(kept: list[Token], words: SpeakerWords) -> list[Token]:
    """A house without the name of who holds the office, glued behind it: "head of the X Administration Y Z"."""
    kept = kept[1:] if len(kept) > 1 and kept[0].lower == "ngo" else kept
    last = next((n for n in range(len(kept) - 1, 0, -1) if kept[n].lower in words.bodies), None)
    rest = kept[last + 1 :] if last is not None else []
    is_name = len(rest) in HOLDER and all(t.pos == "PROPN" and t.text.istitle() for t in rest)
    return kept[: len(kept) - len(rest)] if is_name else kept


def _houses(tokens: Sequence[Token], first: Token, words: SpeakerWords) -> list[Token]:
    """The small words behind a name that end in the noun for a body: "city military administration"."""
    run: list[Token] = []
    for t in tokens:
        if t.index < first.index:
            continue
        if t.pos not in ("NOUN", "ADJ") or t.index != first.index + len(run) or len(run) == OWNED:
            break
        run.append(t)
    while run and run[-1].lower not in words.bodies:
        run.pop()
    return run


def _owned_house(tokens: Sequence[Token], mark: Token, words: SpeakerWords) -> list[Token]:
    """The words up to the noun for a body right behind a possessive: "town council" in "X's town council"."""
    behind = [t for t in tokens if mark.index < t.index <= mark.index + OWNED]
    last = next((n for n, t in enumerate(behind) if t.lower in words.bodies), None)
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
