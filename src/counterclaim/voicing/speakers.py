"""Source words read as a speaker: a pronoun, a person, a body, or somebody unnamed, and the party they speak for.

The noun phrase is read from its head: "a spokesman for the army" speaks for the army, "army sources" for nobody who is
named, "activists of a monitor" for the monitor, whose reporters they are (the tables in lexicons/en/voices.toml).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from counterclaim.lexicon import Lexicon
from counterclaim.model import Mention, Party, Span, one_line
from counterclaim.syntax import Parse, Token

NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM"})
RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
REPORTERS = frozenset({"monitor", "ngo", "agency", "media", "rescue", "un"})
AIMS = frozenset({"to", "against", "about", "on", "via", "with", "toward", "towards", "targeting"})
BELONGS = frozenset({"of", "at", "for"})
LEFT = frozenset({"det", "amod", "compound", "poss", "nummod"})
LONGEST = 10  # words of a voice's own name
SIDES = frozenset(
    {"based", "linked", "affiliated", "backed", "run", "aligned", "led", "owned", "controlled", "leaning", "language"}
    | {"held", "friendly", "dominated", "sponsored", "supported", "allied", "inspired"}
)


@dataclass(frozen=True)
class SpeakerWords:
    """The lists of lexicons/…/voices.toml, ready to ask."""

    unnamed: frozenset[str]
    many: frozenset[str]
    speaks_for: frozenset[str]
    own_people: Mapping[str, frozenset[str]]
    leads: frozenset[str]
    titles: frozenset[str]
    private: frozenset[str]
    of_state: frozenset[str]
    of_place: frozenset[str]
    house_words: frozenset[str]
    dates: frozenset[str]
    generic: frozenset[str]
    before_noun: frozenset[str]
    pointing: frozenset[str]
    bodies: frozenset[str]
    papers: frozenset[str]
    watching: tuple[str, ...]
    points_to: Mapping[str, frozenset[str]]
    pronouns: Mapping[str, str]


@lru_cache(maxsize=4)
def speaker_words(lexicon: Lexicon) -> SpeakerWords:
    """Compile the lists once a lexicon; raises DataError when one is missing."""

    def words(name: str) -> frozenset[str]:
        return lexicon.words("voices", name)

    return SpeakerWords(
        unnamed=words("unnamed"),
        many=words("many"),
        speaks_for=words("speaks_for"),
        own_people={k: frozenset(v) for k, v in lexicon.table("voices", "own_people").items()},
        leads=words("leads"),
        titles=words("titles"),
        private=words("private"),
        of_state=words("of_state"),
        of_place=words("of_place"),
        house_words=words("house_words"),
        dates=lexicon.words("relays", "weekdays") | (lexicon.words("relays", "months") - {"may"}),
        generic=words("platforms")
        | words("unnamed")
        | words("bodies")
        | frozenset(lexicon.table("voices", "points_to")),
        before_noun=words("before_noun"),
        pointing=words("pointing"),
        bodies=words("bodies"),
        papers=frozenset(form for w in words("papers") for form in (w, f"{w}s")),
        watching=tuple(sorted(words("watching"))),
        points_to={k: frozenset(v) for k, v in lexicon.table("voices", "points_to").items()},
        pronouns={word: kind for kind in ("person", "thing", "many", "self") for word in words(f"pronouns_{kind}")},
    )


@dataclass(frozen=True)
class Speaker:
    """One source read. `head` is its noun in lower case, `nouns` all its plain nouns, `name` its words without frills.

    `pronoun` is "person", "thing", "many" or "self", else empty. `body` is the party (or None) with its name, for whom
    it speaks; `person` a personal name, `office` what that person heads or speaks for where no list knows it.
    `pointing` marks "the …", which may mean somebody introduced before.
    """

    span: Span
    head: str
    name: str
    nouns: frozenset[str] = frozenset()
    pronoun: str = ""
    person: str | None = None
    office: str | None = None
    behind: str = ""
    body: str | None = None
    party: Party | None = None
    pointing: bool = False
    many: bool = False
    watching: bool = False
    proper: bool = False


def read_speakers(
    parse: Parse, source: Sequence[Span], mentions: Sequence[Mention], words: SpeakerWords
) -> tuple[Speaker, ...]:
    """Read a source as one speaker, or as several where it names them jointly ("the army and residents")."""
    tokens = [t for s in source for t in parse.tokens[slice(*parse.within(s))]]
    tokens = _whole(parse, tokens, mentions)
    tokens = _without_sides([t for t in tokens if t.pos not in ("PUNCT", "SPACE") or t.text == "-"]) or tokens
    tokens = _without_dateline(tokens, words)
    if tokens and all(t.tag in RELATIVE_TAGS or t.lower == "that" for t in tokens):
        tokens = _antecedent(parse, tokens[0]) or tokens
    if not tokens:
        return tuple(Speaker(s, s.exact.lower(), one_line(s.exact)) for s in source[:1])
    return tuple(_read(parse, piece, mentions, words) for piece in _pieces(parse, tokens, mentions, words))


def _whole(parse: Parse, tokens: list[Token], mentions: Sequence[Mention]) -> list[Token]:
    """Take in what was cut off at the left: the rest of a name, an adjective, the article."""
    if not tokens:
        return tokens
    first, held = tokens[0].index, {t.index for t in tokens}
    cut = [m.first for m in mentions if m.first < first < m.stop and m.party is not None]
    first = cut[0] if cut else first
    while first and parse.tokens[first - 1].head in held and parse.tokens[first - 1].dep in LEFT:
        first -= 1
        held.add(first)
    return [*parse.tokens[first : tokens[0].index], *tokens]


def _without_sides(tokens: Sequence[Token]) -> list[Token]:
    """Drop "Britain-based", "opposition-run": they tell where a voice stands, and name somebody else."""
    dropped: set[int] = set()
    for n, t in enumerate(tokens):
        if t.text == "-" and n and n + 1 < len(tokens):
            dropped.add(t.index)
            if tokens[n + 1].lower in SIDES:
                first = n - 1
                while (
                    first
                    and tokens[first - 1].head in {x.index for x in tokens[first:n]}
                    and tokens[first - 1].pos == "PROPN"
                ):
                    first -= 1
                dropped.update(x.index for x in tokens[first : n + 2])
    return [t for t in tokens if t.index not in dropped and t.pos not in ("PUNCT", "SPACE")]


def _without_dateline(tokens: list[Token], words: SpeakerWords) -> list[Token]:
    """Drop a date, or a place with an agency and a dash, that a parser drew into the words of the first sentence."""
    for n in range(len(tokens) - 1, 0, -1):
        if (
            tokens[n].index - tokens[n - 1].index > 2
            and tokens[n - 1].index - tokens[0].index < 8
            and tokens[0].text.isupper()
        ):
            return tokens[n:]
    first = 0
    while first < len(tokens) - 1 and _is_date(tokens[first], words):
        first += 1
    return tokens[first:]


def _is_date(token: Token, words: SpeakerWords) -> bool:
    return token.entity in ("DATE", "TIME") or token.lower in words.dates or token.text[:2].isdigit()


def _antecedent(parse: Parse, pronoun: Token) -> list[Token]:
    """The noun phrase before "who" or "which": "the agency, which said …"."""
    for above in parse.ancestors(pronoun.index):
        if above.dep == "relcl":
            head = parse.head(above.index)
            return [t for t in parse.subtree(head.index) if t.index < pronoun.index and t.pos != "PUNCT"]
    return []


def _pieces(
    parse: Parse, tokens: Sequence[Token], mentions: Sequence[Mention], words: SpeakerWords
) -> list[list[Token]]:
    """Split at the conjunction of whole noun phrases; titles of one person and parts of one name stay together."""
    inside = {t.index for t in tokens}
    head = _head(parse, tokens)
    heads = [head]
    for t in tokens:
        if t.dep == "conj" and t.head in {h.index for h in heads} and t.pos in NOMINAL:
            joined = any(m.first <= t.index < m.stop and m.first <= t.head < m.stop for m in mentions)
            titled = parse.tokens[t.head].lower in words.titles or t.lower in words.speaks_for
            if not joined and not titled:
                heads.append(t)
    if len(heads) == 1:
        return [list(tokens)]
    starts = [min((i for i in range(*_reach(parse, h)) if i in inside), default=h.index) for h in heads[1:]]
    cuts = [tokens[0].index, *sorted(starts), tokens[-1].index + 1]
    parts = [[t for t in tokens if a <= t.index < b] for a, b in pairwise(cuts)]
    return [p for p in ([t for t in part if t.dep != "cc"] for part in parts) if p] or [list(tokens)]


def _reach(parse: Parse, token: Token) -> tuple[int, int]:
    first, last = parse.edges(token.index)
    return first, last + 1


def _head(parse: Parse, tokens: Sequence[Token]) -> Token:
    """The topmost nominal of the words, the first of equals; any word where there is none."""
    core = _core(tokens)
    nominal = [t for t in core if t.pos in NOMINAL and t.tag not in RELATIVE_TAGS] or core
    return min(nominal, key=lambda t: (parse.depth(t.index), t.index))


def _core(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before a relative clause."""
    for n, t in enumerate(tokens):
        if n and t.tag in RELATIVE_TAGS:
            return tokens[:n]
    return tokens


def _read(parse: Parse, tokens: Sequence[Token], mentions: Sequence[Mention], words: SpeakerWords) -> Speaker:
    head = _head(parse, tokens)
    core = _core(tokens)
    span = Span.of(parse.text, tokens[0].start, tokens[-1].end)
    pronoun = words.pronouns.get(core[0].lower, "") if len(core) == 1 else ""
    if pronoun:
        return Speaker(span, core[0].lower, core[0].lower, pronoun=pronoun, many=pronoun == "many")
    held = {t.index for t in tokens}
    inside = [m for m in mentions if tokens[0].index <= m.first and m.stop <= tokens[-1].index + 1 and m.token in held]
    named = [
        m
        for m in inside
        if (m.party is not None or m.kind in ("outlet", "organisation")) and m.span.exact.lower() not in words.generic
    ]
    person = _person(parse, core, inside)
    nouns = frozenset(t.lower for t in tokens if t.pos == "NOUN" or t.lower in words.speaks_for)
    body = _body(parse, tokens, head, named, person is not None, words)
    name = _own_name(parse, core, head, words)
    return Speaker(
        span=span,
        head=head.lower,
        name=name,
        nouns=nouns,
        person=person,
        office=_office(core, person, words) if person else None,
        behind=_behind(core, head, words),
        body=_body_name(body, name) if body else None,
        party=body.party if body else None,
        pointing=tokens[0].lower in words.pointing,
        many=head.lower in words.many or head.tag in ("NNS", "NNPS"),
        watching=any(t.lower.startswith(words.watching) for t in tokens),
        proper=_is_proper(core, head, words),
    )


def _is_proper(core: Sequence[Token], head: Token, words: SpeakerWords) -> bool:
    """Whether the words hold a name; an adjective of nationality makes one only without "a"."""
    common = words.before_noun | words.generic
    kept = [t for t in _cut(core, head) if t.lower not in common]
    if any(
        t.pos == "PROPN" and t.entity not in ("NORP", "DATE") and t.lower.rpartition("-")[2] not in SIDES for t in kept
    ):
        return True
    capital = any(t.text[:1].isupper() and (t.index > core[0].index or t.entity in ("NORP", "GPE")) for t in kept)
    return capital and core[0].lower not in ("a", "an")


def _person(parse: Parse, core: Sequence[Token], mentions: Iterable[Mention]) -> str | None:
    """The first personal name, as a mention or by the parser's entities; none that only tells where ("in …")."""
    for m in mentions:
        if m.first > core[-1].index:
            break
        is_person = m.kind == "person" or (
            m.party and any(t.entity == "PERSON" for t in core if m.first <= t.index < m.stop)
        )
        if is_person and not (m.first > core[0].index and parse.tokens[m.first - 1].pos == "ADP"):
            return m.span.exact
    taken = {i for m in mentions if m.kind != "people" for i in range(m.first, m.stop)}
    name: list[Token] = []
    for t in core:
        if t.entity == "PERSON" and t.index not in taken and (not name or not t.entity_first):
            name.append(t)
        elif name:
            break
    if not name or (name[0].index > core[0].index and parse.tokens[name[0].index - 1].pos == "ADP"):
        return None
    return " ".join(t.text for t in name)


def _office(core: Sequence[Token], person: str, words: SpeakerWords) -> str | None:
    """What stands around a title: "director of the X institute", "X police chief"; None without a body's own name."""
    names = frozenset(person.split())
    plain = [t for t in core if t.text not in names]
    if any(t.lower in words.private for t in plain):
        return None
    for n, title in enumerate(plain):
        if title.lower not in words.speaks_for:
            continue
        after = _named_after(plain[n + 1 :], words)
        if after:
            return f"{title.text.capitalize()} of {after}" if title.lower in words.of_place else after
        before = [
            t for t in plain[:n] if t.lower.rstrip(".") not in words.before_noun | words.titles | words.speaks_for
        ]
        named = before and any(t.pos == "PROPN" or t.lower in words.bodies for t in before)
        if named and before[-1].index + 3 > title.index:
            office = " ".join(t.text for t in before[-6:])
            return f"{office} {title.lower}" if title.lower in words.of_place else office
    return None


def _behind(core: Sequence[Token], head: Token, words: SpeakerWords) -> str:
    """The noun in "the head of the group", empty where a name or nothing stands there."""
    titles = [n for n, t in enumerate(core) if t.lower in words.speaks_for and t.lower not in words.private]
    for n in titles:
        rest = [t for t in core[n + 1 : n + 6] if t.pos in ("NOUN", "PROPN", "ADP")]
        if len(rest) > 1 and rest[0].lower in ("of", "for") and rest[1].pos == "NOUN":
            nouns = [t for t in rest[1:] if t.pos == "NOUN"]
            return nouns[-1].lower if len(nouns) < 3 else ""
    return ""


def _named_after(tokens: Sequence[Token], words: SpeakerWords) -> str | None:
    """The name after "of", "for" or "at", up to the next comma or small word that belongs to no name."""
    if not tokens or tokens[0].lower not in ("of", "for", "at", "in", "with"):
        return None
    kept: list[Token] = []
    for t in tokens[1:]:
        if kept and (
            t.index > kept[-1].index + 1 or (not t.text[:1].isupper() and t.lower not in ("of", "for", "and", "the"))
        ):
            break
        if kept or t.lower not in words.before_noun:
            kept.append(t)
    while kept and not kept[-1].text[:1].isupper():
        kept.pop()
    return " ".join(t.text for t in kept[:LONGEST]) or None


def _body(
    parse: Parse, tokens: Sequence[Token], head: Token, named: Sequence[Mention], is_person: bool, words: SpeakerWords
) -> Mention | None:
    """The party for which the speaker speaks, None when the words name none or name it only in passing."""
    at_head = [m for m in named if m.first <= head.index < m.stop]
    if at_head:
        return _reporter_before(at_head[0], named) or _owner(parse, at_head[0], named)
    nouns = {t.lower for t in _core(tokens)}
    near = [m for m in named if not _is_in_passing(parse, tokens, m, words) and not _is_aim(parse, m, tokens[0])]
    bodies = [_owner(parse, m, near) for m in near if m.kind not in ("place", "people")]
    own = [m for m in bodies if nouns & words.own_people.get(m.party.kind if m.party else "", frozenset())]
    if own:
        return own[0]
    if nouns & words.private and (is_person or head.lower in words.private):
        return None
    if nouns & words.of_state:
        bodies += [m for m in near if m.party is not None and m.kind in ("place", "people")]
    if is_person or head.lower in words.papers or _represents(tokens, head, words):
        known = [m for m in bodies if m.party is not None and not (is_person and m.party.kind in ("agency", "media"))]
        return next(iter(known or (bodies if head.lower in words.papers else ())), None)
    if head.lower in words.unnamed and head.lower not in words.bodies:
        return None
    return _bracketed(parse, head, near) or _beside(head, near, words) or _possessor(parse, head, near)


def _beside(head: Token, named: Sequence[Mention], words: SpeakerWords) -> Mention | None:
    """The name right beside the noun for its kind: "the website X", "the X agency"."""
    if head.lower not in words.points_to and head.lower not in words.bodies:
        return None
    beside = [m for m in named if m.kind != "people" and (m.first == head.index + 1 or m.stop == head.index)]
    return next((m for m in beside if m.kind != "place"), None)


def _represents(tokens: Sequence[Token], head: Token, words: SpeakerWords) -> bool:
    """Whether an unnamed human being speaks for a body: a spokesman always, a leader where there is but one."""
    if head.lower.startswith("spoke"):
        return True
    one = tokens[0].lower not in ("a", "an", "one", "another", "some") and head.tag not in ("NNS", "NNPS")
    return one and head.lower in words.speaks_for and head.lower not in words.bodies


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
        if (
            m.party is not None
            and token.index + 1 < m.first <= token.index + 3
            and parse.tokens[m.first - 1].text == "("
        ):
            return m
    return None


def _is_aim(parse: Parse, mention: Mention, first: Token) -> bool:
    """Whether something went to the party or is about it: "a letter to X", "evidence against X"."""
    i = mention.first - 1
    while i > first.index and parse.tokens[i].pos in ("DET", "ADJ"):
        i -= 1
    return i > first.index and parse.tokens[i].lower in AIMS


def _is_in_passing(parse: Parse, tokens: Sequence[Token], mention: Mention, words: SpeakerWords) -> bool:
    """Whether a mention stands in a relative clause that does not say whom the speaker leads."""
    core = _core(tokens)
    if mention.first <= core[-1].index:
        return False
    clause = [t for t in tokens if core[-1].index < t.index < mention.first]
    return not any(t.lemma in words.leads for t in clause)


def _body_name(body: Mention, name: str) -> str:
    """A body that no list knows goes by all the words of its name, of which the parser often finds but a part."""
    return name if body.party is None and body.name in name else body.name


def _own_name(parse: Parse, core: Sequence[Token], head: Token, words: SpeakerWords) -> str:
    """The noun phrase without article, frills before the name, apposition and what hangs on after it."""
    kept = _cut(core, head)
    while len(kept) > 1 and kept[0].index < head.index and _is_frill(kept[0], kept[1], words):
        kept = kept[1:]
    kept = kept[:LONGEST]
    while len(kept) > 1 and _hangs(kept[-1], kept[-2], words):
        kept = kept[:-1]
    return one_line(parse.text[kept[0].start : kept[-1].end])


def _hangs(last: Token, before: Token, words: SpeakerWords) -> bool:
    """Whether the last word names nothing: a preposition left over, "agency" after a name."""
    return last.pos in ("ADP", "CCONJ", "DET") or (last.lower in words.house_words and before.pos == "PROPN")


def _cut(core: Sequence[Token], head: Token) -> list[Token]:
    kept: list[Token] = []
    for n, t in enumerate(core):
        gap = bool(kept) and t.index > kept[-1].index + 1 and t.start > kept[-1].end + 1  # a mark: an apposition begins
        if t.index > head.index and (gap or _ends_name(t, kept, head)):
            break
        if gap and t.index <= head.index and n:
            kept = []
        kept.append(t)
    return kept or list(core)


def _ends_name(token: Token, kept: Sequence[Token], head: Token) -> bool:
    """Whether the noun phrase is over before this token: a participle, a loose article, a preposition of place."""
    if token.pos == "DET":
        return not kept or kept[-1].pos != "ADP"
    return token.tag in ("VBG", "VBN", "VBD") or (token.pos == "ADP" and not _stays(token, head))


def _stays(preposition: Token, head: Token) -> bool:
    """Whether a prepositional phrase belongs to the name: "ministry of health", "a source at the ministry"."""
    return preposition.lower in ("of", "for") or (
        head.pos == "NOUN" and preposition.lower in ("at", "in", "from", "with")
    )


def _is_frill(token: Token, following: Token, words: SpeakerWords) -> bool:
    lower = token.lower
    return (
        lower in words.before_noun
        or lower.rpartition("-")[2] in SIDES
        or lower.startswith(("pro-", "anti-"))
        or token.pos in ("DET", "ADV", "PUNCT", "CCONJ", "ADP", "PART", "SCONJ")
        or (token.tag == "POS" and following.pos != "NOUN")
    )
