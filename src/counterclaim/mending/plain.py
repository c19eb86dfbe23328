"""Lost commas that grammar alone puts back, where the network that knows such pages leaves them out.

Nobody whom a raid killed says so: "killing nine activists said" is "killing nine, activists said". A month after "in",
"early" or "last" has no day: "in early May 21 civilians" counts them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from counterclaim.lexicon import Lexicon

THEME = "mending"
NAME = r"[A-Z][\w-]+(?:\s+(?:[A-Z][\w-]+|al-\w+))*"
YEAR = r"(?:19|20)\d\d"


class Plain:
    """The patterns of one lexicon; in each an empty group stands where the comma was."""

    def __init__(self, lexicon: Lexicon) -> None:
        def any_of(*lists: str) -> str:
            words = {w for name in lists for w in lexicon.words(THEME, name)}
            return "(?:" + "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w))) + ")"

        number = rf"(?:\d+|{any_of('tens')}(?:-{any_of('units')})?|{any_of('units', 'amounts')})"
        bound, fate, month = rf"(?:{any_of('bounds')}\s+)?", any_of("fates"), any_of("months")
        modifiers, silent = rf"(?:{any_of('modifiers')}\s+){{0,2}}", rf"(?!{any_of('silent')}\b)"
        ended = rf"(?=\s*(?:[.;)\"”]|$|{any_of('closing')}\b))"
        told = rf"(?:{any_of('telling')}{ended}|told\s+(?:[A-Z]|{any_of('told')}\b))"
        noun = rf"(?!{any_of('dated')}\b)[a-z]{{3,}}"
        when = rf"(?:\d{{1,2}}\s+{month}|{month}\s+\d{{1,2}})(?:\s+{YEAR})?|{month}\s+{YEAR}|[Oo]n\s+{any_of('days')}"
        harmed = rf"(?:{any_of('counted')}|(?:were|was|been|{number})\s+{fate})"
        alone = (  # where no other comma stands up to the pattern's end
            rf"\b{any_of('harm')}\s+{bound}{number}()\s+{silent}{modifiers}{silent}(?:[a-z]{{4,}}|[A-Z]{{3,}})\s+{told}",
            rf"\b{any_of('locative')}\s+(?:the\s+)?{NAME}()\s+{modifiers}{silent}[a-z]{{4,}}s\s+{told}",
            rf"\b(?i:{any_of('whole')})\s+{month}()\s+\d{{1,3}}\s+{noun}",
        )
        among = (
            rf"\b(?:{when})()\s+(?!{YEAR}\b){bound}{number}\s+(?:{noun}|of\s+them)\b",
            rf"(?i)\b{number}\s+(?:[a-z]+\s+)?{fate}()\s+{number}\s+(?:(?:others?|more|people)\s+)?{fate}\b",
            rf"(?i)\b{any_of('headline')}\s+{number}()\s+{any_of('headline')}\s+{number}\b",
            rf"[a-z0-9]()\s+(?:{number}|{any_of('parts')})\s+of\s+(?:whom|which)\b",
            rf"\b{harmed}()\s+(?:{number}|{any_of('parts')})\s+of\s+them\b",
        )
        self._alone = tuple(map(re.compile, alone))
        self._among = tuple(map(re.compile, among))

    def commas(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where commas stood in text[start:end]: the offset before which each is put, and up to where is no other."""
        for pattern in self._alone:
            yield from ((m.start(1), m.end()) for m in pattern.finditer(text, start, end))
        for pattern in self._among:
            yield from ((m.start(1), m.start(1) + 1) for m in pattern.finditer(text, start, end))


@lru_cache(maxsize=4)
def load_plain(lexicon: Lexicon) -> Plain:
    """The compiled theme "mending"; raises DataError when a list is missing."""
    return Plain(lexicon)
