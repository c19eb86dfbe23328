"""Sentences with two sources: each has its own half; and whom a house quotes at the end: "…, X quoted Y as saying"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import permutations

from counterclaim.model import Attribution, Span
from counterclaim.syntax import Parse

JOINS = re.compile(r"^\W*(?:and|while|but|whereas)\b", re.IGNORECASE)
AS_SAYING = re.compile(r"^(?P<who>\S(?:.{0,80}\S)?)\s+as\s+(?P<cue>saying|telling|reporting|stating)\W*$", re.DOTALL)


def with_own_halves(
    parse: Parse, attributions: Sequence[Attribution], quotes: Collection[str]
) -> tuple[Attribution, ...]:
    """The attributions, a half that two sources claimed with the one behind it, and quoted sources for themselves.

    `quotes` are lemmas of verbs of quoting somebody.
    """
    found = list(attributions)
    sentences: defaultdict[int, list[int]] = defaultdict(list)
    for n, a in enumerate(found):
        token = parse.at(a.cue[-1].start) if a.cue and a.source else None
        sentences[token.sentence if token else -1].append(n)
    together = (pair for key, row in sentences.items() if key >= 0 for pair in permutations(row, 2))
    for n, other in together:
        first = found[n]
        half = _half(parse, first, found[other])
        if half is not None:
            own = tuple(c for c in first.content if not c.overlaps(half))
            found[n] = replace(first, content=own, parent=None if first.parent == other else first.parent)
            found[other] = replace(found[other], content=(half,))
    for n, outer in enumerate(list(found)):
        inner = _quoted(parse, outer, n, quotes)
        if inner is not None:
            found[n] = replace(outer, content=inner.content)
            found.append(inner)
    return tuple(found)


def _half(parse: Parse, first: Attribution, other: Attribution) -> Span | None:
    """The words between the cue of one source and the next source, joined on by "and": "A, X said, and B, Y said"."""
    if not (first.source and first.cue and other.source and other.cue):
        return None
    told, here = parse.at(first.cue[-1].start), parse.at(other.source[0].start)
    behind = first.content[0].start < first.cue[0].start and first.content[0].start < first.source[0].start
    if told is None or here is None or told.sentence != here.sentence or not behind:
        return None
    start, stop = max(s.end for s in (*first.source, *first.cue)), min(s.start for s in (*other.source, *other.cue))
    taken = [c for c in other.content if c.start < stop and c.end > start]
    if stop <= start or not taken or not JOINS.match(parse.text[start:stop]):
        return None
    if all(c.start >= start for c in first.content if c.overlaps(taken[-1])) and len(first.content) == 1:
        return None
    return _trimmed(parse.text, start, min(stop, taken[-1].end))


def _trimmed(text: str, start: int, stop: int) -> Span | None:
    words = text[start:stop]
    begun = start + len(words) - len(words.lstrip(" ,;\n\t"))
    ended = start + len(words.rstrip(" ,;\n\t"))
    return Span.of(text, begun, ended) if begun < ended else None


def _quoted(parse: Parse, outer: Attribution, n: int, quotes: Collection[str]) -> Attribution | None:
    """What somebody says whom a house quotes behind the words themselves."""
    cue = parse.at(outer.cue[-1].start) if outer.cue and outer.source else None
    if cue is None or cue.lemma not in quotes or len(outer.content) < 2:
        return None
    last = outer.content[-1]
    said = AS_SAYING.match(last.exact)
    if said is None or last.start < outer.cue[-1].end or outer.content[0].start > cue.start:
        return None
    source = Span.of(parse.text, last.start + said.start("who"), last.start + said.end("who"))
    spoken = Span.of(parse.text, last.start + said.start("cue"), last.start + said.end("cue"))
    return Attribution((source,), (spoken,), outer.content[:-1], "indirect", parent=n)
