"""A page's words without commas and apostrophes, as the network that restores them sees them.

Training (training/punctuation.py) takes the marks out of whole pages with `stripped`; reading finds pages without them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

MARKS = ("comma", "possessive", "break")
"""What may have stood behind a word: a comma, an apostrophe before or after its last s, the end of a line."""

LONGEST = 24  # pieces of a word that are looked at
START, END = 101, 102  # the pieces at both ends of a window ([CLS] and [SEP])
CASES = 4  # small, with a capital, all in capitals, without letters
APOSTROPHES = "'’"
CLOSING = "\"'”’)]"
OWNED = re.compile(r"(?:['’]s|s['’])(?=\W*$)", re.IGNORECASE)
WORD = re.compile(r"\S+")


def case_of(word: str) -> int:
    """The case of a word, 0 to CASES - 1."""
    letters = [c for c in word if c.isalpha()]
    if not letters:
        return 3
    if len(letters) > 1 and all(c.isupper() for c in letters):
        return 2
    return 1 if letters[0].isupper() else 0


def stripped(text: str) -> Iterator[tuple[str, tuple[float, float, float]]]:
    """Each word of a punctuated text without its commas and apostrophes, and which of MARKS it had (1.0) or not."""
    for line in text.splitlines():
        words = WORD.findall(line)
        for n, word in enumerate(words):
            bare = word.translate(TAKEN)
            comma = "," in word.rstrip(CLOSING)[-1:] or (n + 1 < len(words) and not words[n + 1].translate(TAKEN))
            yield bare, (float(comma), float(bool(OWNED.search(word))), float(n + 1 == len(words)))


TAKEN = str.maketrans("", "", "," + APOSTROPHES)
