"""Whom a house cites, where only its name was taken for what is said: "X, citing a police source, reported that"."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from counterclaim.model import Attribution, Span
from counterclaim.syntax import Parse

FARTHEST = 7  # words behind a house's verb within which it cites: "X said on Friday, citing a doctor"
NEAR = 2  # characters between the word that cites and whom it cites
LONGEST = 9  # words of whom it cites
ACCORDING = frozenset({"according", "per"})
VERBS = frozenset({"VERB", "AUX"})


def with_cited(
    parse: Parse, attributions: Sequence[Attribution], citing: Collection[str], people: Collection[str] = ()
) -> list[Attribution]:
    """The attributions; one that only says who is cited gives the cited one the words of the house.

    So does one cited right behind, if it is one of `people`, the nouns for those who speak: nobody cites "concerns".
    """
    found = list(attributions)
    for n, a in enumerate(found):
        if len(a.cue) != 1 or a.cue[0].exact.lower() not in citing or len(a.content) != 1 or not a.source:
            continue
        whom = a.content[0]
        first, stop = parse.within(whom)
        named = 0 <= whom.start - a.cue[0].end <= NEAR and not any(t.pos in VERBS for t in parse.tokens[first:stop])
        house = next((k for k, b in enumerate(found) if k != n and b.source == a.source), None) if named else None
        if house is not None and not any(c.overlaps(whom) for c in found[house].content):
            found[n] = replace(a, source=(whom,), content=found[house].content, parent=house)
    for n, a in enumerate(list(found)):
        told = _house_before(parse, a, citing, people)
        if told is not None:
            found[n] = replace(a, source=a.content[1:], content=a.content[:1], parent=len(found))
            found.append(replace(a, source=(told[0],), cue=(told[1],), content=a.content[:1]))
    cues = {c.start for a in found for c in a.cue if c.exact.lower() in citing and a.source}
    behind = ((n, _cited_behind(parse, a, citing, people)) for n, a in enumerate(list(found)))
    for n, pair in behind:
        if pair is not None and pair[0].start not in cues:
            found.append(replace(found[n], source=(pair[1],), cue=(pair[0],), manner="indirect", parent=n))
    return found


def _cited_behind(
    parse: Parse, house: Attribution, citing: Collection[str], people: Collection[str]
) -> tuple[Span, Span] | None:
    """The word that cites right behind a house's own, and whom: "as X reports, citing a doctor"."""
    cue = parse.at(house.cue[-1].start) if house.cue and house.source and house.content else None
    if cue is not None and cue.lower in ACCORDING and house.source[0].start > cue.start:
        return _cited_inside(parse, house, citing, people)
    if cue is None or house.source[0].start > cue.start or house.content[0].start > house.source[0].start:
        return None
    near = parse.tokens[cue.index + 1 : min(parse.sentence(cue.index).stop, cue.index + FARTHEST)]
    word = next((t for t in near if t.lower in citing and parse.tokens[t.index - 1].text == ","), None)
    whom = next(iter(parse.children(word.index, "dobj")), None) if word else None
    if word is None or whom is None or whom.lower not in people or whom.index < word.index:
        return None
    last = parse.edges(whom.index)[1]
    while parse.tokens[last].pos in ("PUNCT", "SPACE"):
        last -= 1
    return parse.span(word.index, word.index + 1), parse.span(word.index + 1, last + 1)


def _cited_inside(
    parse: Parse, house: Attribution, citing: Collection[str], people: Collection[str]
) -> tuple[Span, Span] | None:
    """The same where the house stands behind its cue: "according to X, citing a doctor, nine people died"."""
    stop = parse.within(house.source[-1])[1]
    near = parse.tokens[stop : stop + 2]
    word = next((t for t in near if t.lower in citing), None)
    if word is None or (word is not near[0] and near[0].text != ","):
        return None
    behind = parse.tokens[word.index + 1 : min(parse.sentence(word.index).stop, word.index + LONGEST)]
    end = next((n for n, t in enumerate(behind) if t.text in (",", ".")), 0)
    if not any(t.lower in people for t in behind[:end]) or any(t.pos in VERBS for t in behind[:end]):
        return None
    return parse.span(word.index, word.index + 1), parse.span(word.index + 1, word.index + 1 + end)


def _house_before(
    parse: Parse, cited: Attribution, citing: Collection[str], people: Collection[str]
) -> tuple[Span, Span] | None:
    """The house that cites and its verb, where both what is told and who is cited passed for what is cited.

    "Nine people died, as X reports, citing a doctor".
    """
    if len(cited.cue) != 1 or len(cited.content) != 2 or cited.cue[0].exact.lower() not in citing:
        return None
    word, whom = parse.at(cited.cue[0].start), cited.content[1]
    first, stop = parse.within(whom)
    inside = parse.tokens[first:stop]
    if word is None or not 0 <= whom.start - cited.cue[0].end <= NEAR or any(t.pos in VERBS for t in inside):
        return None
    before = parse.tokens[word.index - 2] if parse.tokens[word.index - 1].text == "," else parse.tokens[word.index - 1]
    house = next(iter(parse.children(before.index, "nsubj")), None) if before.pos in VERBS else None
    if house is None or not any(t.lower in people for t in inside) or house.start < cited.content[0].end:
        return None
    left, right = parse.edges(house.index)
    return parse.span(left, right + 1), parse.span(before.index, before.index + 1)
