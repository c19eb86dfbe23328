"""How a page names a day: by its date, by its weekday, counted from another, in an aside or at a sentence's head."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.lexicon import Lexicon
from counterclaim.setting.datings import Dating, Datings
from counterclaim.setting.dayviews import tense
from counterclaim.setting.stretches import either

ASIDES = frozenset({"relcl", "advcl", "acl"})
OPENING = 3  # tokens at the head of a sentence
MONTH, SHORT = 27, 2  # days


@dataclass(frozen=True, slots=True)
class Naming:
    """The form of the words, whether they open their sentence or stand in an aside, and the tense that is told so."""

    form: str
    opens: bool
    aside: bool
    tense: str

    def signs(self) -> Iterator[str]:
        """The names of what speaks for or against other counts' being of that day."""
        yield f"form:{self.form}"
        yield f"told:{self.tense}"
        if self.opens:
            yield "opens"
        if self.aside:
            yield "aside"
        if self.aside or self.tense == "pluperfect":
            yield "behind"


@dataclass(frozen=True)
class NamingWords:
    """Patterns by which a day's words are sorted."""

    forms: tuple[tuple[str, re.Pattern[str]], ...]

    def form(self, words: str, days: int | None) -> str:
        """The sort of words that name so many days (None: unknown)."""
        found = next((name for name, pattern in self.forms if pattern.search(words)), None)
        if found:
            return found
        if any(c.isdigit() for c in words):
            return "date" if days is not None and days <= SHORT else "stretch"
        return "month" if days is not None and days >= MONTH else "other"


@lru_cache(maxsize=4)
def load_naming_words(lexicon: Lexicon) -> NamingWords:
    """The compiled patterns of a lexicon."""
    days: dict[str, list[int]] = dict(lexicon.table("times", "days"))
    today = [w for w, (_, last) in days.items() if last == 0]
    sorts = (
        ("since", r"^since\b"),
        ("counted", rf"\b(?:{either(lexicon.table('times', 'again'))}|earlier|later|before|after|ago)\b"),
        ("today", rf"\b(?:{either(today)})\b"),
        ("yesterday", rf"\b(?:{either(days)})\b"),
        ("weekday", rf"\b(?:{either(lexicon.table('times', 'weekdays'))})\b"),
        ("span", r"\b(?:last|past|previous)\b"),
    )
    return NamingWords(tuple((name, re.compile(pattern, re.I)) for name, pattern in sorts))


def naming(dating: Dating, datings: Datings, words: NamingWords) -> Naming:
    """How a date is named."""
    parse, mention = datings.parse, dating.mention
    token = datings.token(dating)
    days = mention.interval.days if mention.interval else None
    chain = (parse.tokens[token], *parse.ancestors(token))
    return Naming(
        words.form(mention.span.exact.lower(), days),
        mention.first - parse.sentence(mention.first).first < OPENING,
        any(t.dep in ASIDES for t in chain),
        tense(parse, token),
    )
