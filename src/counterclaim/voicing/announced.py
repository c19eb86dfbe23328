"""Statements under a colon: "X issued this statement:", "X informs:", a list "distributed as follows:"."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import islice

from counterclaim.model import Attribution, Span
from counterclaim.syntax import Parse, Token

OPENS = re.compile(r"[^\n]{0,40}:\s*\n\s*(?:[^\n:.!?\"“«]{1,40}\n\s*)?(?P<mark>[\"“«])")  # a heading may stand between
PARAGRAPH = re.compile(r"(?m)^[^\S\n]*+\S[^\n]*")
BACK = frozenset({"it", "they", "he", "she"})  # who may go on with his own report
CLOSING = {'"': '"', "“": "”", "«": "»"}
LISTING = re.compile(
    r"[^\n:]{0,60}:[ \t]*\n(?P<list>(?:\s*(?:[-–—•▪▫*▸·]|\d{1,2}[.)])\s[^\n]+)+)"
)  # lines behind a colon
PRINTED = re.compile(
    r"(?m)(?:^|(?<=[.!?][ \t]))"
    r"(?P<who>(?:His|Her|Its|Their|The) (?:full )?(?P<cue>post|statement|message|text|release|communiqu[eé]))"
    r"(?: (?:in full|as follows|reads(?: as follows)?|says|follows))?:[ \t]*$"
)
PARAGRAPHS = 4  # of a report without marks under somebody's name
LONGEST = 4000  # characters of a statement


def with_whole_statements(parse: Parse, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, one before a colon with all paragraphs up to the closing mark for its content.

    What is told inside by others stands in its words.
    """
    found = list(attributions)
    for n, a in enumerate(attributions):
        whole = _whole(parse, a) if a.source and a.cue else None
        if whole is None:
            continue
        found[n] = replace(a, content=(whole,), manner="direct")
        for i, inner in enumerate(found):
            inside = i != n and inner.parent is None and all(whole.covers(s) for s in (*inner.source, *inner.content))
            if inside:
                found[i] = replace(inner, parent=n)
    return found


def _whole(parse: Parse, attribution: Attribution) -> Span | None:
    """The words from the opening mark in the next paragraph to the closing one at a paragraph's end."""
    text = parse.text
    opened = OPENS.match(text, attribution.cue[-1].end - 1)
    if opened is None or "\n" in text[attribution.source[0].start : attribution.cue[-1].end]:
        return None
    start, mark = opened.start("mark"), CLOSING[opened["mark"]]
    closed = re.compile(re.escape(mark) + r"[.,]?[ \t]*(?=\n|$)").search(text, start + 1, start + LONGEST)
    return Span.of(text, start + 1, closed.start()) if closed and closed.start() > start + 1 else None


def with_lists(parse: Parse, attributions: Sequence[Attribution]) -> list[Attribution]:
    """The attributions, with the list that follows where the words end in a colon: "distributed as follows:"."""
    found = list(attributions)
    for n, a in enumerate(found):
        last = max((a.source[-1:] + a.cue[-1:] + a.content[-1:]), key=lambda s: s.end)
        listed = LISTING.match(parse.text, last.end - 1) if a.source and a.cue else None
        if listed and parse.text.find("\n", last.start, last.end) < 0:
            told = Span.of(parse.text, *listed.span("list"))
            free = parse.at(listed.end() - 1) is not None
            if free and not any(told.overlaps(s) for o in found for s in (*o.source, *o.content)):
                found[n] = replace(a, content=(*a.content, told))
    return found


def find_announced(
    parse: Parse, attributions: Sequence[Attribution], verbs: Collection[str]
) -> tuple[Attribution, ...]:
    """Reports under a line that only says whose they are ("The ministry informs:"), up to the next one who speaks."""
    sources = [s for a in attributions for s in a.source if s.exact.lower() not in BACK]
    found = []
    for m in _heads(frozenset(verbs)).finditer(parse.text):
        content = _below(parse, m.end(), sources)
        who, cue = (Span.of(parse.text, *m.span(name)) for name in ("who", "cue"))
        taken = any(who.overlaps(s) for s in sources) or parse.at(m.start()) is None
        if content and not taken:
            found.append(Attribution((who,), (cue,), (content,), "indirect"))
    return (*found, *_printed(parse, [*sources, *(s for a in found for s in a.source)]))


def _printed(parse: Parse, sources: Sequence[Span]) -> Iterator[Attribution]:
    """What stands under "His post in full:", up to the closing mark, or as far as nobody else speaks."""
    for m in PRINTED.finditer(parse.text):
        token = parse.at(m.start("who"))
        if token is None or any(s.overlaps(Span.of(parse.text, *m.span("who"))) for s in sources):
            continue
        opened = OPENS.match(parse.text, m.end() - 1)
        closed = parse.text.find(CLOSING[opened["mark"]] + "\n", opened.end()) if opened else -1
        closed = closed if closed > 0 or not opened else len(parse.text.rstrip()) - 1
        inside = Span.of(parse.text, opened.end(), closed) if opened and opened.end() < closed else None
        content = inside or _below(parse, m.end(), sources)
        who = _before(parse, token) if token.tag == "PRP$" else None
        if content is not None and len(content.exact) < LONGEST:
            cue = Span.of(parse.text, *m.span("cue"))
            yield Attribution((who or Span.of(parse.text, *m.span("who")),), (cue,), (content,), "direct")


def _before(parse: Parse, token: Token) -> Span | None:
    """Whom the sentence before is about: "The mayor wrote on the net. His post in full:"."""
    words = parse.sentence_tokens(token.sentence - 1) if token.sentence else ()
    subject = next((t for t in words if t.dep == "nsubj" and parse.head(t.index).dep == "ROOT"), None)
    if subject is None or subject.tag == "PRP":
        return None
    first, last = parse.edges(subject.index)
    return parse.span(first, last + 1)


@lru_cache(maxsize=4)
def _heads(verbs: frozenset[str]) -> re.Pattern[str]:
    said = "|".join(sorted(map(re.escape, verbs)))
    return re.compile(rf"(?m)^(?P<who>[^\W\d_][^\n:.]{{3,80}}?) (?P<cue>{said})(?: [^\n:.]{{0,50}})?:[ \t]*$")


def _below(parse: Parse, start: int, sources: Sequence[Span]) -> Span | None:
    """The paragraphs behind an offset in which nobody else speaks."""
    end = start
    for m in islice(PARAGRAPH.finditer(parse.text, start), PARAGRAPHS):
        words = Span.of(parse.text, *m.span())
        if parse.at(m.start()) is None or any(words.overlaps(s) for s in sources):
            break
        end = m.end()
    first = start + len(parse.text[start:end]) - len(parse.text[start:end].lstrip())
    return Span.of(parse.text, first, end) if end > first else None
