"""Statements that stand beside others without a word of speech: what somebody saw, cited, or pushed a toll to."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.model import Attribution, Span, overlapping
from counterclaim.syntax import Parse, Token
from counterclaim.voicing.doers import doer_of

SUBJECT = ("nsubj",)
OBJECT = ("dobj",)


@dataclass(frozen=True)
class WitnessWords:
    """Verbs (lemmas) of seeing and of counting; who sees for a house, who counts; verbs that quote or push a toll."""

    sees: frozenset[str]
    eyes: frozenset[str]
    counts: frozenset[str]
    counters: frozenset[str]
    quotes: frozenset[str]
    pushes: frozenset[str]
    tolls: frozenset[str]
    trades: tuple[str, ...]
    lifeless: frozenset[str]


def find_witnessed(parse: Parse, attributions: Sequence[Attribution], words: WitnessWords) -> tuple[Attribution, ...]:
    """Read what the attributions found so far leave out; `parent` counts in those given."""
    cues = {i for a in attributions for c in a.cue for i in range(*parse.within(c))}
    verbs = words.sees | words.counts | words.quotes | words.pushes
    found: list[Attribution] = []
    for token in parse.tokens:
        if token.lemma in verbs and token.pos == "VERB" and token.index not in cues:
            found += _seen(parse, token, words)
            found += _recorded(parse, token, words)
            found += _cited(parse, token, attributions, words)
            found += _pushed(parse, token, attributions, words)
    return tuple(found)


def _seen(parse: Parse, verb: Token, words: WitnessWords) -> Iterator[Attribution]:
    """What was seen or counted: "an ABC reporter saw four bodies", "medics counted 12 dead"."""
    who = words.eyes if verb.lemma in words.sees else words.counters if verb.lemma in words.counts else frozenset()
    subject = next(iter(parse.children(verb.index, *SUBJECT)), None)
    seen = next(iter(parse.children(verb.index, *OBJECT)), None) or _dead(parse, verb, words)
    if subject is None or seen is None or not subject.index < verb.index < seen.index:
        return
    if subject.lower not in who and not (verb.lemma in words.counts and _counts_dead(parse, subject, seen, words)):
        return
    if parse.children(verb.index, "neg"):
        return
    first, last = parse.edges(subject.index)
    begin, end = parse.edges(seen.index)
    if verb.lemma in words.counts:  # "counted 12 dead and 40 wounded", of which a parser makes many things
        end = parse.edges(verb.index)[1]
    if last < verb.index < begin:
        source, cue, content = (first, last + 1), (verb.index, verb.index + 1), (begin, end + 1)
        yield Attribution((parse.span(*source),), (parse.span(*cue),), (parse.span(*content),), "indirect")


def _dead(parse: Parse, verb: Token, words: WitnessWords) -> Token | None:
    """What is counted where a parser took "40 dead" for a clause."""
    behind = parse.children(verb.index, "ccomp", "oprd") if verb.lemma in words.counts else []
    return next((t for t in behind if t.index > verb.index and t.pos == "ADJ"), None)


def _counts_dead(parse: Parse, subject: Token, seen: Token, words: WitnessWords) -> bool:
    """Whether somebody by name or trade counts a number of something: "X Y counted 12 bodies", "diggers counted nine".

    A place that "recorded nine deaths" counts nothing itself.
    """
    human = subject.entity in ("PERSON", "ORG") or (subject.pos == "PROPN" and not subject.entity)
    human = human or (subject.lower.endswith(words.trades) and subject.lower not in words.lifeless)
    first, last = parse.edges(seen.index)
    return human and any(t.pos == "NUM" for t in parse.tokens[first : last + 1])


def _recorded(parse: Parse, verb: Token, words: WitnessWords) -> Iterator[Attribution]:
    """What was counted by somebody: "15 deaths have been recorded by the X Register"."""
    subject = next(iter(parse.children(verb.index, "nsubjpass")), None)
    who = doer_of(parse, verb)
    if subject is None or who is None or verb.lemma not in words.counts or subject.index > verb.index:
        return
    if who.pos == "PROPN" or who.lower in words.counters:
        source, content = parse.edges(who.index), parse.edges(subject.index)
        cue = parse.span(verb.index, verb.index + 1)
        said = parse.span(content[0], content[1] + 1)
        yield Attribution((parse.span(source[0], source[1] + 1),), (cue,), (said,), "indirect")


def _cited(
    parse: Parse, verb: Token, attributions: Sequence[Attribution], words: WitnessWords
) -> Iterator[Attribution]:
    """Whom a speaker cites says what the speaker says: "X, citing the office of Y, reported that"."""
    noun = next(iter(parse.children(verb.index, *OBJECT)), None)
    if verb.lemma not in words.quotes or verb.tag != "VBG" or noun is None or noun.index < verb.index:
        return
    last = parse.edges(noun.index)[1]
    cited = parse.span(verb.index + 1, last + 1)
    for n, a in enumerate(attributions):
        ends = parse.at(a.source[-1].end - 1) if a.source else None
        stands = ends is not None and ends.index < verb.index <= ends.index + 2 and ends.sentence == verb.sentence
        if stands and a.cue and a.cue[0].start > cited.end and not overlapping(a.content, cited):
            cue = parse.span(verb.index, verb.index + 1)
            yield replace(a, source=(cited,), cue=(cue,), parent=n, manner="indirect")
            return


def _pushed(
    parse: Parse, verb: Token, attributions: Sequence[Attribution], words: WitnessWords
) -> Iterator[Attribution]:
    """A toll that a speaker raises is the speaker's: "X recorded nine deaths, pushing its toll to 63"."""
    toll = next((t for t in parse.children(verb.index, *OBJECT) if t.lemma in words.tolls), None)
    if toll is None or verb.lemma not in words.pushes or verb.dep not in ("advcl", "acl"):
        return
    above = {t.index for t in parse.ancestors(verb.index)}
    last = max(parse.edges(t.index)[1] for t in (toll, *parse.children(verb.index, "prep")))
    content = parse.span(min(parse.edges(toll.index)[0], toll.index), last + 1)
    for a in attributions:
        cue = parse.at(a.cue[0].start) if a.cue else None
        if cue is not None and cue.index in above and a.source and not _holds(a, content):
            yield replace(a, cue=(parse.span(verb.index, verb.index + 1),), content=(content,), manner="indirect")
            return


def _holds(attribution: Attribution, words: Span) -> bool:
    return overlapping(attribution.content, words)
