"""Whether what a date dates is still to come: "they will meet on Friday"."""

from __future__ import annotations

from collections.abc import Callable

from counterclaim.lexicon import Lexicon
from counterclaim.syntax import Parse

ATTRIBUTES = frozenset({"amod", "compound"})


def coming(parse: Parse, lexicon: Lexicon) -> Callable[[int], bool]:
    """Says of an offset whether the verb above the word there tells of what is to come."""
    ahead, planned, past = (lexicon.words("times", name) for name in ("ahead", "planned", "past"))

    def is_coming(offset: int) -> bool:
        token = parse.at(offset)
        if token is None or parse.head(token.index).lower in past:
            return False
        for up in (token, *parse.ancestors(token.index)):
            if up.lower in planned:
                return True
            if up.pos in ("VERB", "AUX") and up.dep not in ATTRIBUTES:
                leads = {t.lower for t in parse.children(up.index, "aux", "auxpass")}
                if "to" not in leads:
                    return not ahead.isdisjoint(leads)
        return False

    return is_coming
