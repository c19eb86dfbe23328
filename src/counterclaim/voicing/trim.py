"""Which words of a source name somebody: datelines, frills and what hangs on behind are taken off."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.model import Mention, one_line
from counterclaim.syntax import Parse, Token
from counterclaim.voicing.words import SpeakerWords

RELATIVE_TAGS = frozenset({"WDT", "WP", "WP$", "WRB"})
LEFT = frozenset({"det", "amod", "compound", "poss", "nummod"})
DASHES = frozenset({"-", "–", "—", "--", ":"})
LONGEST = 10  # words of a voice's own name
LONGEST_OFFICE = 16  # words of an office before a name
ASIDES = (
    *(("for", owner, "part") for owner in ("its", "his", "her", "their")),
    *(("on", owner, "part") for owner in ("its", "his", "her", "their")),
    ("on", "the", "other", "hand"), ("in", "turn"), ("by", "contrast"), ("however",), ("meanwhile",), ("separately",),
)  # fmt: skip
NAMES = frozenset({"GPE", "LOC", "FAC", "ORG"})  # the parser's kinds of names


def whole(parse: Parse, tokens: list[Token], mentions: Sequence[Mention], words: SpeakerWords) -> list[Token]:
    """Take in what was cut off: the rest of a name, an adjective, the noun before "of", who issued a statement."""
    if not tokens:
        return tokens
    first = _noun_before(parse, min((m.first for m in mentions if _cuts(m, tokens[0])), default=tokens[0].index), words)
    held = {t.index for t in tokens}
    while first and parse.tokens[first - 1].head in held | {first} and parse.tokens[first - 1].dep in LEFT:
        first -= 1
        held.add(first)
    first = min(first, _title_before(parse, first, tokens, words))
    if first and parse.tokens[first - 1].lower in words.kunya and parse.tokens[first - 1].text[:1].isupper():
        first -= 1
    ends = [m.stop for m in mentions if m.first <= tokens[-1].index < m.stop and m.party is not None]
    stop = max([_issuer(parse, tokens, words), _broken_off(parse, tokens[-1]), _name_behind(parse, tokens), *ends])
    return [*parse.tokens[first : tokens[0].index], *tokens, *parse.tokens[tokens[-1].index + 1 : stop]]


def _title_before(parse: Parse, first: int, tokens: Sequence[Token], words: SpeakerWords) -> int:
    """The first word of an office that stands right before a personal name: "member of the X Council" before "Y Z"."""
    if parse.tokens[first].entity != "PERSON" and not all(t.pos == "PROPN" for t in tokens[:2]):
        return first
    offices = words.titles_of_body | words.members
    start = max(parse.sentence(first).first, first - LONGEST_OFFICE)
    for i in range(first - 1, start - 1, -1):
        token = parse.tokens[i]
        plain = token.pos in ("PROPN", "NOUN", "ADJ", "ADP", "DET", "PART") or (
            token.tag == "VBG" and token.text.istitle()
        )
        if not plain and (i, token.text) != (first - 1, ","):
            return first
        if token.lower in offices and parse.tokens[i + 1].lower in ("of", "for", "at", "in", "with", "from"):
            return min(i, parse.edges(i)[0]) if parse.edges(i)[0] > i - 3 else i
    return first


def _broken_off(parse: Parse, last: Token) -> int:
    """Where words end that break off in the middle: "Head of the", with the name of the office behind it."""
    stop = last.index + 1
    if last.pos not in ("DET", "ADP") or last.tag in RELATIVE_TAGS:
        return stop
    end = min(parse.sentence(last.index).stop, stop + LONGEST)
    while stop < end and parse.tokens[stop].pos in ("PROPN", "NOUN", "ADJ", "DET", "ADP", "PART", "NUM"):
        stop += 1
    return stop


def _name_behind(parse: Parse, tokens: Sequence[Token]) -> int:
    """Where the name between commas ends that says who is meant: "the adviser to the head of the region, X Y,"."""
    stop = tokens[-1].index + 1
    if any(t.entity == "PERSON" for t in tokens) or not tokens[-1].text.islower():
        return stop
    behind = [t for t in parse.tokens[stop : stop + LONGEST] if t.sentence == tokens[-1].sentence]
    named = next((n for n, t in enumerate(behind) if n and not (t.entity == "PERSON" and t.pos == "PROPN")), 0)
    is_parted = named > 2 and behind[0].text == behind[named].text == ","
    return stop + named if is_parted else stop


def _cuts(mention: Mention, token: Token) -> bool:
    return mention.first < token.index < mention.stop and mention.party is not None


def _noun_before(parse: Parse, first: int, words: SpeakerWords) -> int:
    """The first word of the noun phrase that a source hangs on: "activists in the town of" before "X"."""
    speaking = at = first
    while at and parse.tokens[at - 1].pos == "ADP" and parse.tokens[at].sentence == parse.tokens[at - 1].sentence:
        noun = parse.head(at - 1)
        if parse.tokens[at - 1].lower == "by" and noun.lower not in words.papers:
            break
        if noun.pos not in ("NOUN", "PROPN") or not at - 6 <= noun.index < at - 1:
            break
        at = min(parse.edges(noun.index)[0], noun.index)
        if noun.pos == "PROPN" or noun.lower in words.generic | words.papers | words.titles_of_body | words.private:
            speaking = at
    return speaking


def _issuer(parse: Parse, tokens: Sequence[Token], words: SpeakerWords) -> int:
    """Where the words end that say whose paper it is: "a statement released by the X"."""
    last = tokens[-1].index
    papers = [t for t in tokens if t.lower in words.papers]
    if not papers:
        return last + 1
    behind = [
        t for t in parse.children(papers[-1].index, "prep", "acl", "agent") if t.index == last + 1 or t.index == last
    ]
    if not behind or not {t.lower for t in parse.subtree(behind[0].index)} & {"by", "of", "from"}:
        return last + 1
    return min(parse.edges(behind[0].index)[1], last + 12) + 1


def without_sides(tokens: Sequence[Token], words: SpeakerWords) -> list[Token]:
    """Drop "Britain-based", "opposition-run": they tell where a voice stands, and name somebody else."""
    dropped: set[int] = set()
    for n, t in enumerate(tokens):
        glued = t.lower == "based" and 0 < n < len(tokens) - 1 and tokens[n - 1].text[:1].isupper()  # a lost hyphen
        if glued and tokens[n + 1].pos != "ADP":
            dropped.update((tokens[n - 1].index, t.index))
        if t.text == "-" and n and n + 1 < len(tokens):
            dropped.add(t.index)
            if tokens[n + 1].lower in words.sides:
                first = n - 1
                while (
                    first
                    and tokens[first - 1].head in {x.index for x in tokens[first:n]}
                    and tokens[first - 1].pos == "PROPN"
                ):
                    first -= 1
                dropped.update(x.index for x in tokens[first : n + 2])
    return [t for t in tokens if t.index not in dropped and t.pos not in ("PUNCT", "SPACE")]


def without_asides(tokens: list[Token]) -> list[Token]:
    """Drop what only says that now another one speaks: "on the other hand", "for its part"."""
    words = [t.lower for t in tokens]
    for aside in ASIDES:
        size = len(aside)
        if len(words) > size and tuple(words[-size:]) == aside:
            return tokens[:-size]
    return tokens


def without_dateline(parse: Parse, tokens: list[Token], words: SpeakerWords) -> list[Token]:
    """Drop a date, or a place with an agency and a dash, that a parser drew into the words of the first sentence."""
    for n in range(len(tokens) - 1, 0, -1):
        between = [t.text for t in parse.tokens[tokens[n - 1].index + 1 : tokens[n].index]]
        is_near = tokens[n - 1].index - tokens[0].index < 8
        closed = len(between) > 1 and between[-2] == ")" and between[-1] in DASHES
        placed = between[-1:] != [] and between[-1] in DASHES and all(t.entity in ("GPE", "LOC") for t in tokens[:n])
        if is_near and (closed or placed or (len(between) > 1 and tokens[0].text.isupper())):
            return tokens[n:]
    first = 0
    while first < len(tokens) - 1 and _is_date(tokens[first], words):
        first += 1
    return tokens[first:]


def _is_date(token: Token, words: SpeakerWords) -> bool:
    return token.entity in ("DATE", "TIME") or token.lower in words.dates or token.text[:2].isdigit()


def antecedent(parse: Parse, pronoun: Token) -> list[Token]:
    """The noun phrase before "who" or "which": "the agency, which said …"."""
    for above in parse.ancestors(pronoun.index):
        if above.dep == "relcl":
            head = parse.head(above.index)
            while head.pos == "NUM" and parse.head(head.index).index != head.index:  # "resolutions 12 and 14, which"
                head = parse.head(head.index)
            if head.dep == "appos" and parse.head(head.index).entity == "PERSON":  # "X, an uncle, who says"
                head = parse.head(head.index)
            while _is_inner(parse, head):
                head = parse.head(parse.head(head.index).index)
            return [t for t in parse.subtree(head.index) if t.index < pronoun.index and t.pos != "PUNCT"]
    return []


def _is_inner(parse: Parse, word: Token) -> bool:
    """Whether a word is the last of a name in capitals: "Peace" in "the Observatory for Peace"."""
    inner = parse.head(word.index)
    above = parse.head(inner.index)
    return word.text[:1].isupper() and inner.lower in ("of", "for") and above.text[:1].isupper() and above != inner


def core_of(tokens: Sequence[Token]) -> Sequence[Token]:
    """The words before a relative clause."""
    for n, t in enumerate(tokens):
        if n and t.tag in RELATIVE_TAGS:
            return tokens[:n]
    return tokens


def own_name(parse: Parse, core: Sequence[Token], head: Token, words: SpeakerWords) -> str:
    """The noun phrase without article, frills before the name, apposition and what hangs on after it."""
    kept = _cut(core, head)
    while len(kept) > 1 and kept[0].index < head.index and _is_frill(kept[0], kept[1], words):
        kept = kept[1:]
    if len(kept) > 2 and kept[0].text.islower() and kept[1].text[:1].isupper() and kept[1].index == kept[0].index + 1:
        kept = kept[1:] if kept[0].pos in ("NOUN", "ADJ") else kept  # "rebel Dawn Brigade"
    kept = _without_leaning(kept)[:LONGEST]
    while len(kept) > 1 and _hangs(kept[-1], kept[-2], words):
        kept = kept[:-1]
    return one_line(parse.text[kept[0].start : kept[-1].end])


def _without_leaning(kept: list[Token]) -> list[Token]:
    """Without "pro-X government" before a name."""
    if kept[0].lower not in ("pro", "anti"):
        return kept
    names = [n for n, t in enumerate(kept) if n > 1 and t.pos == "PROPN" and t.entity not in ("NORP", "GPE")]
    return kept[names[0] :] if names else kept


def _hangs(last: Token, before: Token, words: SpeakerWords) -> bool:
    """Whether the last word names nothing: a preposition left over, "agency" after a name."""
    describes = last.text in words.house_words - (words.unnamed - words.bodies)  # "X agency", but not "X official"
    return last.pos in ("ADP", "CCONJ", "DET") or (describes and before.pos == "PROPN")


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


def opens_name(token: Token, following: Token) -> bool:
    """Whether a word that is otherwise a frill belongs to the name behind it: "New" in "New York City police"."""
    together = token.entity in NAMES and token.entity == following.entity and not following.entity_first
    return together and token.text[:1].isupper() and token.pos != "DET"


def _is_frill(token: Token, following: Token, words: SpeakerWords) -> bool:
    lower = token.lower
    if opens_name(token, following):
        return False
    return (
        lower in words.before_noun
        or lower.rpartition("-")[2] in words.sides
        or lower.startswith(("pro-", "anti-"))
        or token.pos in ("DET", "ADV", "PUNCT", "CCONJ", "ADP", "PART", "SCONJ")
        or (token.tag == "POS" and following.pos != "NOUN")
    )


def is_proper(core: Sequence[Token], head: Token, words: SpeakerWords) -> bool:
    """Whether the words hold a name; an adjective of nationality makes one only without "a"."""
    common = words.before_noun | words.generic
    kept = [t for t in _cut(core, head) if t.lower not in common]
    if any(
        t.pos == "PROPN" and t.entity not in ("NORP", "DATE") and t.lower.rpartition("-")[2] not in words.sides
        for t in kept
    ):
        return True
    capital = any(t.text[:1].isupper() and (t.index > core[0].index or t.entity in ("NORP", "GPE")) for t in kept)
    return capital and core[0].lower not in ("a", "an")
