"""Phrases that name a source without making it speak: "as clarified in the X", "as per Y", "Z was told in the X"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.model import Attribution, Span, overlapping
from counterclaim.syntax import Parse, Token

THROUGH = frozenset({"in", "at", "by", "from"})
LEARNERS = frozenset({"one", "we", "it", "was"})  # who learns something of somebody, said of nobody
REFERRING = (("with", "reference", "to"), ("in", "reference", "to"), ("with", "a", "link", "to"), ("referring", "to"))


@dataclass(frozen=True)
class ImpersonalWords:
    """`reports` are verbs (lemmas) of telling, `offices` bodies, papers and people; `no_sources` are nobody."""

    reports: frozenset[str]
    offices: frozenset[str]
    no_sources: frozenset[str]


def find_impersonal(
    parse: Parse, attributions: Sequence[Attribution], words: ImpersonalWords
) -> tuple[Attribution, ...]:
    """Read what stands on somebody's word by such a phrase, where no attribution has these words for its source."""
    sources = [s for a in attributions for s in a.source]
    found = [*_as_told(parse, words), *_as_per(parse, words), *_told_in(parse, words), *_referred(parse, attributions)]
    found += _learnt(parse, words)
    return tuple(a for a in found if not overlapping(sources, a.source[0]))


def _as_told(parse: Parse, words: ImpersonalWords) -> Iterator[Attribution]:
    """Read "as clarified in the prosecutor's office, two people died"."""
    for verb in parse.tokens[1:]:
        before = parse.tokens[verb.index - 1]
        if before.lower != "as" or verb.tag != "VBN" or verb.lemma not in words.reports:
            continue
        source = _behind(parse, verb, words)
        if source:
            yield from _beside(parse, (before.index, source[1]), source, verb)


def _as_per(parse: Parse, words: ImpersonalWords) -> Iterator[Attribution]:
    """Read "as per the police, two people died"."""
    for per in parse.tokens[1:]:
        if per.lower != "per" or parse.tokens[per.index - 1].lower != "as":
            continue
        noun = next(iter(parse.children(per.index, "pobj")), None)
        if noun is not None and noun.lower not in words.no_sources and _is_somebody(noun, words):
            first, last = parse.edges(noun.index)
            yield from _beside(parse, (per.index - 1, last + 1), (first, last + 1), per)


def _told_in(parse: Parse, words: ImpersonalWords) -> Iterator[Attribution]:
    """Read "two people died, ABC was told in the emergency services"; "they said in the X"."""
    for verb in parse.tokens:
        if verb.lemma not in words.reports or verb.pos != "VERB":
            continue
        told = verb.lower in ("told", "informed") and bool(parse.children(verb.index, "auxpass"))
        theirs = any(t.lower == "they" for t in parse.children(verb.index, "nsubj"))
        source = _behind(parse, verb, words) if told or theirs else None
        if source is None:
            continue
        clause = next(iter(parse.children(verb.index, "ccomp")), None)
        if clause is not None:
            first, last = parse.edges(clause.index)
            content = (first, min(last + 1, verb.index) if first < verb.index else last + 1)
            yield _made(parse, source, verb, [content])
        else:
            start = next((t.index for t in parse.children(verb.index, "nsubj", "nsubjpass")), verb.index)
            yield from _beside(parse, (parse.edges(start)[0], source[1]), source, verb)


def _learnt(parse: Parse, words: ImpersonalWords) -> Iterator[Attribution]:
    """Read "two people died, one learns from the ministry"."""
    for verb in parse.tokens:
        source = _behind(parse, verb, words) if verb.lemma == "learn" and verb.index else None
        before = parse.tokens[max(0, verb.index - 3) : verb.index]
        if source and parse.tokens[source[0] - 1].lower == "from" and any(t.lower in LEARNERS for t in before):
            start = next(t.index for t in before if t.lower in LEARNERS)
            yield from _beside(parse, (start, source[1]), source, verb)


def _referred(parse: Parse, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
    """Read "ABC reports with reference to the ministry": what it says, on the ministry's word."""
    for to in parse.tokens[1:]:
        if to.lower != "to" or not any(_ends(parse, to.index, phrase) for phrase in REFERRING):
            continue
        noun = next(iter(parse.children(to.index, "pobj")), None)
        if noun is None:
            continue
        first, last = parse.edges(noun.index)
        for n, a in enumerate(attributions):
            cue = parse.at(a.cue[0].start) if a.cue else None
            if cue is not None and cue.index < to.index <= cue.index + REACH and cue.sentence == to.sentence:
                source = parse.span(first, last + 1)
                content = tuple(c for c in a.content if not c.overlaps(source))
                if content:
                    span = parse.span(to.index, to.index + 1)
                    yield replace(a, source=(source,), cue=(span,), content=content, parent=n, manner="indirect")
                break


REACH = 6  # tokens between a cue and "with reference to"


def _ends(parse: Parse, index: int, phrase: Sequence[str]) -> bool:
    return [t.lower for t in parse.tokens[max(0, index + 1 - len(phrase)) : index + 1]] == list(phrase)


def _behind(parse: Parse, verb: Token, words: ImpersonalWords) -> tuple[int, int] | None:
    """The words for somebody behind "in", "at" or "by" after a verb."""
    for through in parse.children(verb.index, "prep", "agent"):
        noun = next(iter(parse.children(through.index, "pobj")), None)
        if through.lower in THROUGH and through.index > verb.index and noun is not None and _is_somebody(noun, words):
            first, last = parse.edges(noun.index)
            return first, last + 1
    return None


def _is_somebody(noun: Token, words: ImpersonalWords) -> bool:
    is_name = noun.pos == "PROPN" and noun.entity in ("ORG", "PERSON", "")
    return is_name or noun.lower in words.offices


def _beside(parse: Parse, phrase: tuple[int, int], source: tuple[int, int], cue: Token) -> Iterator[Attribution]:
    """The rest of the sentence on the word of the source."""
    sentence = parse.sentences[cue.sentence]
    parts = [_bare(parse, sentence.first, phrase[0]), _bare(parse, phrase[1], sentence.stop)]
    content = [p for p in parts if p[1] - p[0] > 1]
    if content:
        yield _made(parse, source, cue, content)


def _made(parse: Parse, source: tuple[int, int], cue: Token, content: Sequence[tuple[int, int]]) -> Attribution:
    said: tuple[Span, ...] = tuple(parse.span(*_bare(parse, *c)) for c in content)
    return Attribution((parse.span(*source),), (parse.span(cue.index, cue.index + 1),), said, "indirect")


def _bare(parse: Parse, first: int, stop: int) -> tuple[int, int]:
    """A range without the marks at its ends, those of quotations left."""
    while first < stop and parse.tokens[first].text in (",", ";", ".", "-", "–", "—"):
        first += 1
    while first < stop and parse.tokens[stop - 1].text in (",", ";", ".", "-", "–", "—"):
        stop -= 1
    return first, stop
