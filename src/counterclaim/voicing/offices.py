"""For whom somebody speaks: the party of a spokesman, the house of its own people, the body behind a title."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.model import Mention
from counterclaim.syntax import Parse, Token
from counterclaim.voicing.holders import without_seats
from counterclaim.voicing.trim import core_of
from counterclaim.voicing.words import SpeakerWords

REPORTERS = frozenset({"monitor", "ngo", "agency", "media", "rescue", "un"})
OFFICES = frozenset({"of", "for", "at", "from", "with", "in", "by"})
NEWS_KINDS = frozenset({"agency", "media"})
FIGHTING = frozenset({"armed_group", "armed_forces", "state", "coalition"})
AIMS = frozenset({"to", "against", "about", "on", "via", "with", "toward", "towards", "targeting"})
TITLE = 2  # words at most between a house and the name of one who speaks for it
AFTER = 6  # tokens behind a house within which the title of its own man stands: "the X Union (XU) vice-president"
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
    near = [m for m in named if not _is_in_passing(parse, tokens, m, words) and not _is_aim(parse, m, tokens[0], words)]
    bodies = [_owner(parse, m, near) for m in near if m.kind not in ("place", "people")]
    nouns = {t.lower for t in without_seats(core_of(tokens))}
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
        bodies = [m for m in bodies if not _carries(parse, m, words)]
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


def _carries(parse: Parse, mention: Mention, words: SpeakerWords) -> bool:
    """Whether a house only carried the paper: "a statement carried by X"."""
    before = [t for t in parse.tokens[max(0, mention.first - 4) : mention.first] if t.pos not in ("DET", "ADJ")]
    return len(before) > 1 and before[-1].lower == "by" and before[-2].lemma in words.publishing


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
    return any(w in words.speaks_for or w in words.officials for w in after)


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


def _is_aim(parse: Parse, mention: Mention, first: Token, words: SpeakerWords) -> bool:
    """Whether something went to the party or is about it: "a letter to X", "evidence against X"."""
    i = mention.first - 1
    if i <= 0:
        return False
    while i > first.index and parse.tokens[i].pos in ("DET", "ADJ"):
        i -= 1
    if parse.tokens[i].lower == "with" and parse.tokens[i - 1].lower in words.unnamed - words.papers:
        return False  # "a volunteer with X"
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
    long, bracket, rest = body.name.partition(" (")
    told = long if bracket and ")" not in rest else body.name  # broken off inside its short name
    return name if body.party is None and body.name in name else told
