"""Figures on somebody's word by their shape: "put it at seven", "a toll given by X: 29", "has 200 on its list"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from counterclaim.model import Attribution, Span
from counterclaim.syntax import Parse

LONGEST = 300  # characters of what a figure is given in
WHO = r"(?P<who>(?:[Tt]he |[Aa]n? )?[^\W\d_][^,;:.()\n\"“”]{2,60}?)"
BLANK_LINE = r"\n\s{1,40}+"  # bounded, for pages with thousands of empty lines
OPENS = rf"(?:^|[.;]\s++|{BLANK_LINE})"
COUNT = r"(?:\d[\d,]*|@numbers@)\b"
AMOUNT = rf"(?P<said>(?:(?:@bounds@) )?[\"“]?{COUNT}[^,;.\n]{{0,80}}(?:, (?:and )?{COUNT}[^,;.\n]{{0,40}}){{0,3}})"
SHAPES = {
    "puts": rf"(?:^|[.;:,]\s++|{BLANK_LINE}|\b(?:@joins@)\s+)"
    + WHO
    + r" (?P<cue>@puts@) (?:@put@|(?:the|its|their) (?:[\w'’]+ ){1,3}(?:losses|dead|casualties)) at "
    + AMOUNT,
    "gap": r",? (?:(?:@joins@) )?" + WHO + " at " + AMOUNT,
    "given": r"\b(?P<toll>(?:[^\W\d_]+ ){0,2}(?:@tolls@)(?: of [^,.;:\n]{1,30})?) (?P<cue>@given@) by "
    r"(?P<who>[^\W\d_][^,;:.\n]{2,60}?)(?:: (?P<said>[^\n.;]{1,@longest@})|(?= (?:@plain@)\b|[,.;\n]|$))",
    "listed": OPENS
    + WHO
    + r" (?P<cue>@lists@) (?P<said>(?:(?:@bounds@) )?\d[^.;\n]{2,90}? (?:@onto@)\b[^.;\n]{0,120})",
    "counted": r", (?P<who>(?:the |[A-Z])[^,;:.\n\d]{2,40}?) (?P<cue>@counts@)(?=[.;\n]|$)",
    "having": OPENS + WHO + r"(?:, [^,.;\n]{4,30},)? (?P<cue>@affirms@) (?P<said>having [^.;\n]{3,@longest@})",
}


class Figures:
    """Reads these shapes; `words` are the lists of lexicons/…/voices.toml by name. Built once a lexicon."""

    def __init__(self, words: Mapping[str, Iterable[str]]) -> None:
        lists = {name: _any_of(found) for name, found in words.items()} | {"longest": str(LONGEST)}
        self._shapes = {
            name: re.compile(re.sub(r"@([a-z]+)@", lambda m: lists[m[1]], shape)) for name, shape in SHAPES.items()
        }

    def read(self, parse: Parse) -> tuple[Attribution, ...]:
        """What of a page's article has one of the shapes."""
        found = [*self._put(parse), *self._counted(parse)]
        for name in ("given", "listed", "having"):
            for m in self._shapes[name].finditer(parse.text):
                found.append(_made(parse, m, m.span("said" if m["said"] else "toll")))
        return tuple(a for a in found if parse.at(a.source[0].start) is not None)

    def _put(self, parse: Parse) -> Iterator[Attribution]:
        """Who puts a number at what, and who else in the same breath: "police put it at 8, the hospital at 9"."""
        for m in self._shapes["puts"].finditer(parse.text):
            yield _made(parse, m, m.span("said"))
            gap = self._shapes["gap"].match(parse.text, m.end())
            if gap:
                who, cue, said = (Span.of(parse.text, *s) for s in (gap.span("who"), m.span("cue"), gap.span("said")))
                yield Attribution((who,), (cue,), (said,), "indirect")

    def _counted(self, parse: Parse) -> Iterator[Attribution]:
        """By whose count a sentence ends: "22 civilians were killed, the police count"."""
        for m in self._shapes["counted"].finditer(parse.text):
            token = parse.at(m.start("who"))
            first = parse.sentence_span(token.sentence).start if token else m.start()
            words = parse.tokens[token.index - LONGEST if token.index > LONGEST else 0 : token.index] if token else ()
            if first < m.start() <= first + LONGEST and any(t.pos == "NUM" and t.start >= first for t in words):
                yield _made(parse, m, (first, m.start()))


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _made(parse: Parse, m: re.Match[str], said: tuple[int, int]) -> Attribution:
    who, cue, told = (Span.of(parse.text, *s) for s in (m.span("who"), m.span("cue"), said))
    return Attribution((who,), (cue,), (told,), "indirect", "denies" if m["cue"].startswith("den") else "says")
