"""Who told what stands in the sentences before: "Six people died. This was reported by the X", "X announced this"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from counterclaim.model import Attribution, Span
from counterclaim.syntax import Parse, Token
from counterclaim.voicing.doers import doer_of

BACK = frozenset({"this", "that", "it", "which"})
REACH = 3  # sentences back


@dataclass(frozen=True)
class BackWords:
    """`reports` are verbs (lemmas) of telling, `papers` nouns for what is written."""

    reports: frozenset[str]
    papers: frozenset[str]


def find_told_back(parse: Parse, attributions: Sequence[Attribution], words: BackWords) -> tuple[Attribution, ...]:
    """Read sentences that only say who told the ones before; these are their content as far as they name nobody."""
    found = []
    for verb in parse.tokens:
        if verb.lemma not in words.reports or verb.pos != "VERB" or not verb.sentence:
            continue
        teller = _teller(parse, verb)
        content = _before(parse, verb.sentence, attributions, words) if teller else ()
        if teller and content:
            cue = parse.span(verb.index, verb.index + 1)
            found.append(Attribution((parse.span(*teller),), (cue,), content, "indirect"))
    return tuple(found)


def with_papers_makers(
    attributions: Sequence[Attribution], told: Sequence[Attribution], words: BackWords
) -> list[Attribution]:
    """The attributions, those to "the post" with the one for their source who is said right after to have told it."""
    kept = []
    for a in attributions:
        maker = next((t for t in told if _is_bare_paper(a, words) and any(_holds(t, s) for s in a.source)), None)
        kept.append(replace(a, source=maker.source) if maker else a)
    return kept


def _holds(told: Attribution, words: Span) -> bool:
    return any(c.overlaps(words) for c in told.content)


def _is_bare_paper(attribution: Attribution, words: BackWords) -> bool:
    said = [s.exact.lower().split() for s in attribution.source]
    return len(said) == 1 and said[0][-1] in words.papers and said[0][:-1] in ([], ["the"], ["this"], ["a"])


def _teller(parse: Parse, verb: Token) -> tuple[int, int] | None:
    """The words for who told "this": the doer of a passive, or the subject that has it for object."""
    passive = next(iter(parse.children(verb.index, "nsubjpass")), None)
    if passive is not None:
        who = doer_of(parse, verb)
        is_bare = passive.lower in BACK and not parse.children(verb.index, "ccomp", "xcomp")
        return _range(parse, who) if who is not None and is_bare else None
    subject = next(iter(parse.children(verb.index, "nsubj")), None)
    told = [*parse.children(verb.index, "dobj"), *_about(parse, verb)]
    is_back = any(t.lower == "this" and not parse.children(t.index) and t.index > verb.index for t in told)
    return _range(parse, subject, verb.index) if subject is not None and is_back and verb.dep == "ROOT" else None


def _about(parse: Parse, verb: Token) -> Iterator[Token]:
    for about in parse.children(verb.index, "prep"):
        if about.lower == "about":
            yield from parse.children(about.index, "pobj")


def _range(parse: Parse, noun: Token, stop: int | None = None) -> tuple[int, int]:
    first, last = parse.edges(noun.index)
    return first, last + 1 if stop is None else min(last + 1, stop)


def _before(parse: Parse, sentence: int, attributions: Sequence[Attribution], words: BackWords) -> tuple[Span, ...]:
    """The sentences before that have no speaker of their own, in page order; not past the paragraph before."""
    passage, spans = parse.sentences[sentence - 1].passage, []
    for at in range(sentence - 1, max(-1, sentence - 1 - REACH), -1):
        span = parse.sentence_span(at)
        own = [a for a in attributions if any(s.overlaps(span) for s in a.source)]
        if parse.sentences[at].passage != passage or any(not _is_bare_paper(a, words) for a in own):
            break
        spans.append(span)
    return tuple(reversed(spans))
