"""Names as they are written: the words of a text with keys under which spellings of one name meet.

A soft hyphen or a zero-width mark inside a word counts for nothing, and a word parted by a hyphen at the end of a line
is tried as one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from counterclaim.folding import APOSTROPHES, POSSESSIVE, plain, skeleton

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
MARKS = "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0591-\u05c7"
WORD = re.compile(rf"[^\W\d_](?:[^\W\d_]|[{MARKS}{INVISIBLE}]|[{APOSTROPHES}](?=[^\W\d_]))*")
HIDDEN = re.compile(f"[{INVISIBLE}]")
GLUED = re.compile(r"^(?:Al|El)(?=[A-Z])")  # "AlMasri"
GAP = re.compile(rf"[\s{INVISIBLE}.·‐‑–/_+-]{{0,4}}")
BROKEN = re.compile(r"[‐‑-]\s*\n\s*")
ARTICLES = frozenset(
    {"al", "el", "as", "ash", "ar", "at", "ad", "an", "az", "ez", "es", "bin", "ben", "ibn", "bint", "de", "van", "von"}
)
LONGEST = 12  # words between the first and the last of a name, articles and initials included


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `start` to `end`; `key` folds case, marks and apostrophes, `bones` also transliteration.

    `capital` says that it begins with one, or is in a script that has none.
    """

    start: int
    end: int
    key: str
    bones: str
    capital: bool

    @property
    def is_small(self) -> bool:
        """Whether it is an article or an initial, which may be left out of a name."""
        return self.key in ARTICLES or len(self.key) < 2


def words_of(text: str) -> list[Word]:
    """The words of a text in order; figures and marks are none."""
    return [_word(m[0], m.start()) for m in WORD.finditer(text)]


def _word(text: str, start: int) -> Word:
    bare = GLUED.sub("", HIDDEN.sub("", text))
    possessive = POSSESSIVE.search(text)
    end = start + (possessive.start() if possessive else len(text))
    key = plain(bare).replace(" ", "")
    return Word(start, end, key, skeleton(bare), not text[0].islower())


def name_words(name: str) -> tuple[Word, ...]:
    """The words by which a name is told from others: without articles and initials, but where it has no other."""
    words = tuple(w for w in words_of(name) if w.key)
    return tuple(w for w in words if not w.is_small) or words


def match(text: str, words: Sequence[Word], at: int, bones: Sequence[str]) -> int | None:
    """The index behind the last word of a name that begins at word `at`, None where it does not stand there.

    `bones` are the keys of the name's words. Articles and initials may stand between them, and a hyphen at a line's end
    within them.
    """
    i = at
    for n, wanted in enumerate(bones):
        found = next((j for j in _reach(text, words, i, first=n == 0) if _is(text, words, j, wanted)), None)
        if found is None:
            return None
        i = found + (1 if words[found].bones == wanted else 2)
    return i


def _reach(text: str, words: Sequence[Word], i: int, *, first: bool) -> Iterator[int]:
    """The words at which the next part of a name may stand: the next one, or one past articles and initials."""
    if first:
        yield i
        return
    while i < len(words) and GAP.fullmatch(text, words[i - 1].end, words[i].start) is not None:
        yield i
        if not words[i].is_small:
            return
        i += 1


def _is(text: str, words: Sequence[Word], j: int, wanted: str) -> bool:
    return words[j].bones == wanted or (is_broken(text, words, j) and joined(words, j).bones == wanted)


def is_broken(text: str, words: Sequence[Word], j: int) -> bool:
    """Whether a hyphen at a line's end parts this word from the next."""
    return j + 1 < len(words) and BROKEN.fullmatch(text, words[j].end, words[j + 1].start) is not None


def joined(words: Sequence[Word], j: int) -> Word:
    """A word and the next as one."""
    a, b = words[j], words[j + 1]
    return Word(a.start, b.end, a.key + b.key, skeleton(a.key + b.key), a.capital)


def with_article(text: str, words: Sequence[Word], at: int) -> int:
    """The offset at which a name that begins with word `at` begins with its article and initials ("A. al-Masri")."""
    start = words[at].start
    while at and words[at - 1].is_small and GAP.fullmatch(text, words[at - 1].end, start) is not None:
        initial = len(words[at - 1].key) < 2 and words[at - 1].capital and text[words[at - 1].end] == "."
        hyphened = text[words[at - 1].end] in "‐‑–-" or words[at - 1].key in ("al", "el", "bin", "ibn", "bint")
        if not (initial or (words[at - 1].key in ARTICLES and hyphened)):
            break
        at -= 1
        start = words[at].start
    return start
