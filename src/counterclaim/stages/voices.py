"""Source words to the party behind them, and through whom each statement reached the page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from counterclaim.identity import same_house
from counterclaim.lexicon import Lexicon
from counterclaim.model import Attribution, Document, Mention, Span, Statement, content_id
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse, Token
from counterclaim.voicing.labels import LabelWords, find_labels, not_read
from counterclaim.voicing.register import UNNAMED, Register
from counterclaim.voicing.speakers import read_speakers, speaker_words

Heard = tuple[str, Span]


@lru_cache(maxsize=4)
def _passing(lexicon: Lexicon) -> dict[str, frozenset[str]]:
    names = ("tells", "speaks_to", "carried_by", "quotes", "house_words", "hearsay")
    return {name: lexicon.words("voices", name) for name in names}


@lru_cache(maxsize=4)
def _label_words(lexicon: Lexicon) -> LabelWords:
    return LabelWords(lexicon.words("voices", "labels"), lexicon.words("relays", "weekdays"))


def resolve_voices(  # all that a page's evidence consists of
    document: Document,
    attributions: Sequence[Attribution],
    page_relays: Sequence[str],
    parse: Parse,
    mentions: Sequence[Mention],
    catalogue: Catalogue,
    lexicon: Lexicon,
) -> tuple[Statement, ...]:
    """Resolve each attribution's source; the statements stand in the order of the attributions.

    Headlines that name their source at the end come after them, where no attribution has that source.
    Sources are read in page order, so that "he" and "the group" find those introduced before them. A statement with
    neither source nor cue goes on with the voice before it.
    """
    labels = not_read(find_labels(parse, mentions, _label_words(lexicon)), attributions)
    attributions = (*attributions, *labels)
    register = Register.of(parse, mentions, catalogue, lexicon, document.outlet)
    order = sorted(range(len(attributions)), key=lambda i: (_place(attributions[i]), i))
    heard: dict[int, tuple[Heard, ...]] = {}
    speaking: tuple[Heard, ...] = ()
    for i in order:
        heard[i] = _voices(attributions[i], register, parse, mentions, lexicon, speaking)
        speaking = heard[i] or speaking
    relays = [_own_relays(a, parse, mentions, lexicon) for a in attributions]
    ids = [_statement_id(document, a) for a in attributions]
    found: list[Statement] = []
    for i, a in enumerate(attributions):
        chain = _chain(i, attributions, heard, relays)
        voices = heard[i] or (("", None),)
        passed = [r for r in dict.fromkeys((*chain, *page_relays)) if not same_house(r, document.outlet, catalogue)]
        found.append(
            Statement(
                id=ids[i],
                document=document.id,
                manner=a.manner,
                source=a.source,
                cue=a.cue,
                content=a.content,
                voice=voices[0][0] or None,
                voice_span=voices[0][1],
                relays=tuple(r for r in passed if r not in {name for name, _ in voices}),
                parent=None if a.parent is None else ids[a.parent],
                act=a.act,
                certainty=a.certainty,
                joint=heard[i][1:],
                own=_is_own_word(voices[0][0], document.outlet, catalogue),
            )
        )
    return tuple(found)


def _place(attribution: Attribution) -> int:
    return (attribution.source or attribution.cue or attribution.content)[0].start


def _statement_id(document: Document, a: Attribution) -> str:
    parts = [(s.start, s.end) for role in (a.source, a.cue, a.content) for s in role]
    return content_id("statement", document.text_hash, document.id, a.manner, parts)


def _voices(
    attribution: Attribution,
    register: Register,
    parse: Parse,
    mentions: Sequence[Mention],
    lexicon: Lexicon,
    speaking: tuple[Heard, ...],
) -> tuple[Heard, ...]:
    """The voices of one attribution with the words that name them; empty for hearsay without any source."""
    if attribution.source:
        speakers = read_speakers(parse, attribution.source, mentions, speaker_words(lexicon))
        quoted = attribution.parent is not None or attribution.manner == "direct"
        return tuple({register.hear(s, quoted).name: s.span for s in speakers}.items())
    if not attribution.cue:
        return speaking
    cue = attribution.cue[0]
    if any(w in _passing(lexicon)["hearsay"] for w in cue.exact.lower().split()):
        return ((f"{UNNAMED}reports", cue),)
    return ()


def _is_own_word(voice: str, outlet: str | None, catalogue: Catalogue) -> bool:
    """Whether the voice is nobody but the outlet. A monitor or an army that publishes a page remains a voice there."""
    if not same_house(voice, outlet, catalogue):
        return False
    party = catalogue.lookup(voice)
    return party is None or party.kind in ("agency", "media") or catalogue.lookup(outlet or "") != party


def _chain(
    index: int,
    attributions: Sequence[Attribution],
    heard: dict[int, tuple[Heard, ...]],
    relays: Sequence[Sequence[str]],
) -> list[str]:
    """From the voice outwards: who passed this statement on, then the voice of the one it stands in, and so on."""
    passed, seen = list(relays[index]), {index}
    parent = attributions[index].parent
    while parent is not None and parent not in seen:
        seen.add(parent)
        own = {name for name, _ in heard[index]}
        passed += [name for name, _ in heard.get(parent, ()) if name not in own]
        passed += relays[parent]
        parent = attributions[parent].parent
    return passed


def _own_relays(
    attribution: Attribution, parse: Parse, mentions: Sequence[Mention], lexicon: Lexicon
) -> tuple[str, ...]:
    """Who heard, carried or quoted the statement, by the words around its cue ("told X", "carried by X")."""
    if not attribution.cue:
        return ()
    cue = parse.at(attribution.cue[0].start)
    if cue is None:
        return ()
    sentence = parse.sentences[cue.sentence]
    taken = (*attribution.content, *attribution.source)
    found = []
    for m in mentions:
        if not sentence.first <= m.first < sentence.stop or any(s.overlaps(m.span) for s in taken):
            continue
        is_body = m.kind in ("outlet", "organisation") or (m.kind == "party" and m.party is not None)
        if is_body and _passes_on(parse, m, attribution, lexicon):
            found.append(m.name)
    return tuple(dict.fromkeys(found))


def _passes_on(parse: Parse, mention: Mention, attribution: Attribution, lexicon: Lexicon) -> bool:
    words = _passing(lexicon)
    lead = list(_lead(parse, mention, words["house_words"]))
    if not lead:
        return False
    is_house = mention.kind == "outlet" or (mention.party is not None and mention.party.kind in ("agency", "media"))
    first, second = lead[0], lead[1] if len(lead) > 1 else None
    if first.lemma in words["tells"]:
        return is_house or mention.party is None
    if first.lower in ("to", "with", "for") and second is not None:
        return is_house and (second.lemma in words["speaks_to"] or second.lemma in words["tells"])
    if first.lower == "by" and second is not None:
        return second.lemma in words["carried_by"] or second.lemma in words["quotes"]
    return False


def _lead(parse: Parse, mention: Mention, passable: frozenset[str]) -> Iterator[Token]:
    """The words before a mention, nearest first, leaving out articles and what only describes it."""
    sentence = parse.sentence(mention.first)
    skipping = True
    for i in range(mention.first - 1, sentence.first - 1, -1):
        t = parse.tokens[i]
        describes = t.pos in ("DET", "ADJ", "PUNCT", "PART") or t.lower in passable or t.dep in ("compound", "poss")
        if skipping and describes and t.lower != "to":
            continue
        skipping = False
        yield t
