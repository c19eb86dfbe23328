"""Lists of tags that run on in the text of a page without line breaks: "… he said. Tags Rur Tarn raid At least six …".

Such a list has no end of its own: what follows it is known by the first words that only sentences have.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache

from counterclaim.lexicon import Lexicon
from counterclaim.model import Passage, Role, Span

WORD = re.compile(r"\S+")
MOST = 40  # words of such a list
LONG = 200  # characters of a line that runs on
STOP = ".!?"
SPLIT = (Role.BODY, Role.CAPTION)


class Inline:
    """The theme "inline" of a lexicon."""

    def __init__(self, lexicon: Lexicon) -> None:
        names = "|".join(re.escape(w) for w in sorted(lexicon.words("inline", "names")))
        self._names = re.compile(rf"(?:^|(?<=\s))(?:{names}):?\s+(?=[A-Z])")
        self._openings = lexicon.words("inline", "openings")
        self._function = lexicon.words("inline", "function")

    def find(self, text: str) -> tuple[int, int] | None:
        """Where a list of tags stands in a line that runs on, None where there is none or its end is not to be told."""
        for m in self._names.finditer(text) if len(text) >= LONG else ():
            words = [(w.group(), m.end() + w.start()) for w in WORD.finditer(text[m.end() :])][:MOST]
            at = self._sentence([w for w, _ in words])
            if at:
                return m.start(), words[at][1] if at < len(words) else len(text)
        return None

    def _sentence(self, words: Sequence[str]) -> int | None:
        """Which word begins the sentence behind the tags, the number of words where the page ends with them."""
        for i in range(1, len(words)):
            if words[i - 1][-1] in STOP or words[i] in self._openings:
                return i
            if words[i] in self._function and not self._is_named(words, i):
                return next((j for j in range(i - 1, 0, -1) if words[j][0].isupper()), None)
        return len(words) if len(words) < MOST else None

    def _is_named(self, words: Sequence[str], i: int) -> bool:
        """Whether a small word stands inside a name: "Network for Human Rights"."""
        return words[i - 1][0].isupper() and i + 1 < len(words) and words[i + 1][0].isupper()


@lru_cache(maxsize=4)
def load_inline(lexicon: Lexicon) -> Inline:
    """The compiled theme; raises DataError when a list is missing."""
    return Inline(lexicon)


def parted(passages: Iterable[Passage], lexicon: Lexicon) -> Iterator[Passage]:
    """The same with lists of tags inside a passage as passages of their own."""
    inline = load_inline(lexicon)
    for p in passages:
        found = inline.find(p.span.exact) if p.role in SPLIT else None
        if found is None:
            yield p
            continue
        pieces = ((0, found[0], p.role), (*found, Role.TAGS), (found[1], len(p.span.exact), p.role))
        for first, stop, role in pieces:
            bare = p.span.exact[first:stop].strip()
            start = p.span.start + p.span.exact.index(bare, first) if bare else 0
            if bare:
                yield Passage(Span(start, start + len(bare), bare), role)
