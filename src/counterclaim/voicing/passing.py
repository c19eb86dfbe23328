"""Through whom a statement came, by the words around its cue: "told X", "in remarks carried by X", "quoted by X"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.lexicon import Lexicon
from counterclaim.model import Attribution, Mention
from counterclaim.syntax import Parse, Token

HOUSES = frozenset({"agency", "media"})
GATHERERS = frozenset({"monitor", "ngo", "un"})  # to whom people tell what these pass on
HEARER = 4  # tokens behind "told" in which its hearer ends
BEFORE_HEARER = frozenset({"to", "with", "for"})


@dataclass(frozen=True)
class PassingWords:
    """Verbs (lemmas) of telling, of speaking to, of carrying and of quoting; words that only describe a house.

    `sent` are those of speaking to after which what is given may be no words of the giver; `says_on` those of speaking
    on a channel.
    """

    tells: frozenset[str]
    speaks_to: frozenset[str]
    carried_by: frozenset[str]
    quotes: frozenset[str]
    house_words: frozenset[str]
    sent: frozenset[str]
    says_on: frozenset[str]


@lru_cache(maxsize=4)
def passing_words(lexicon: Lexicon) -> PassingWords:
    """Read the lists once a lexicon; raises DataError when one is missing."""
    return PassingWords(*(lexicon.words("voices", name) for name in PassingWords.__dataclass_fields__))


def find_relays(
    attribution: Attribution, parse: Parse, mentions: Sequence[Mention], words: PassingWords
) -> tuple[str, ...]:
    """Name those who heard, carried or quoted the statement, in the order of the page."""
    cue = parse.at(attribution.cue[0].start) if attribution.cue else None
    if cue is None:
        return ()
    sentence = parse.sentences[cue.sentence]
    taken = attribution.content
    return tuple(
        dict.fromkeys(
            m.name
            for m in mentions
            if sentence.first <= m.first < sentence.stop
            and (_was_given_to(parse, m, words) or not any(s.overlaps(m.span) for s in taken))
            and _is_body(m)
            and m.span.exact.lower() not in words.house_words
            and (_is_house(m) or not any(s.overlaps(m.span) for s in attribution.source))
            and (_passes_on(parse, m, words) or (_is_house(m) and _was_told(parse, m, cue)))
        )
    )


def _is_body(mention: Mention) -> bool:
    return mention.kind in ("outlet", "organisation") or (mention.kind == "party" and mention.party is not None)


def _is_house(mention: Mention) -> bool:
    return mention.kind == "outlet" or (mention.party is not None and mention.party.kind in HOUSES)


def _passes_on(parse: Parse, mention: Mention, words: PassingWords) -> bool:
    first, second = (*_lead(parse, mention, words), None, None)[:2]
    if first is None:
        return False
    if _was_given_to(parse, mention, words):
        return True
    is_house = _is_house(mention)
    if first.lemma in words.tells:
        return is_house or mention.party is None or mention.party.kind in GATHERERS
    if second is None:
        return False
    if first.lower in BEFORE_HEARER:
        return is_house and second.lemma in words.speaks_to | words.tells
    on = first.lower == "on" and is_house and second.lemma in words.says_on and second.pos == "VERB"
    return on or (first.lower == "by" and second.lemma in words.carried_by | words.quotes)


def _was_given_to(parse: Parse, mention: Mention, words: PassingWords) -> bool:
    """Whether it is the house to which something was confirmed or disclosed: "confirmed the toll to X"."""
    token = parse.tokens[mention.token]
    to = parse.head(token.index)
    verb = parse.head(to.index)
    is_to = token.dep == "pobj" and to.lower == "to" and to.dep in ("prep", "dative")
    return is_to and _is_house(mention) and verb.pos == "VERB" and verb.lemma in words.speaks_to - words.sent


def told_houses(attribution: Attribution, parse: Parse, houses: Collection[str]) -> tuple[str, ...]:
    """What is told to a house of no name: "told state radio"."""
    inside = parse.tokens[slice(*parse.within(attribution.cue[0]))] if attribution.cue else ()
    cue = next((t for t in inside if t.lower in ("told", "tells", "telling")), None)
    if cue is None:
        return ()
    heard = (
        t for t in parse.children(cue.index, "dobj", "dative", "iobj") if cue.index < t.index <= cue.index + HEARER
    )
    names = (" ".join(w.lower for w in parse.tokens[cue.index + 1 : t.index + 1] if w.pos != "DET") for t in heard)
    return tuple(n for n in names if n in houses)


def _was_told(parse: Parse, mention: Mention, cue: Token) -> bool:
    """Whether the house is the one told: "X was told in the emergency services"."""
    token = parse.tokens[mention.token]
    return token.dep == "nsubjpass" and token.head == cue.index and cue.lower in ("told", "informed")


def _lead(parse: Parse, mention: Mention, words: PassingWords) -> Iterator[Token]:
    """The words before a mention, nearest first, leaving out articles and what only describes it."""
    sentence = parse.sentence(mention.first)
    skipping = True
    for i in range(mention.first - 1, sentence.first - 1, -1):
        t = parse.tokens[i]
        describes = (
            t.pos in ("DET", "ADJ", "PUNCT", "PART") or t.lower in words.house_words or t.dep in ("compound", "poss")
        )
        if skipping and describes and t.lower != "to":
            continue
        skipping = False
        yield t
