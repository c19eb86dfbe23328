"""What a change between two copies is about: a number, a hedge, a denial, a day, a name, or only the wording."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.lexicon import Lexicon
from counterclaim.model import Change, ChangeKind
from counterclaim.reuse.alignment import Gap
from counterclaim.reuse.words import Words

ENDS = ".!?:…"  # before a capital these, or a new line, say that a sentence begins
MARKS = " \t\"'“”‘’«»()[]-–—"


@dataclass(frozen=True)
class _Lists:
    themes: tuple[tuple[ChangeKind, frozenset[str]], ...]
    numbers: dict[str, str]


@lru_cache(maxsize=4)
def _compile(lexicon: Lexicon) -> _Lists:
    days = lexicon.words("reuse", "days") | lexicon.words("relays", "weekdays")
    months = lexicon.words("relays", "months") - lexicon.words("reuse", "hedges")
    numbers = {w: str(n) for w, n in lexicon.table("quantities", "numbers").items()}
    numbers |= {w: str(n) for w, n in lexicon.table("quantities", "multipliers").items() if len(w) > 2}
    numbers |= {f"{w}s": n for w, n in numbers.items() if w in lexicon.table("quantities", "multipliers")}
    return _Lists(
        (
            ("denial", lexicon.words("reuse", "denials")),
            ("hedge", lexicon.words("reuse", "hedges")),
            ("day", days | months),
        ),
        numbers,
    )


def classify(gap: Gap, a: Words, b: Words, lexicon: Lexicon) -> Change:
    """The change with its kinds; what is the same on both sides of it (twelve, 12) is no difference."""
    lists = _compile(lexicon)
    mine, theirs = range(gap.a, gap.a_stop), range(gap.b, gap.b_stop)
    found: set[ChangeKind] = {
        kind for kind, words in lists.themes if _among(a, mine, words) != _among(b, theirs, words)
    }
    if _numbers(a, mine, lists) != _numbers(b, theirs, lists):
        found.add("number")
    known = frozenset(lists.numbers).union(*(words for _, words in lists.themes))
    if _names(a, mine, known) != _names(b, theirs, known):
        found.add("name")
    order: tuple[ChangeKind, ...] = ("denial", "hedge", "number", "day", "name")
    kinds = tuple(kind for kind in order if kind in found)
    return Change(kinds or ("words",), a.span(gap.a, gap.a_stop), b.span(gap.b, gap.b_stop))


def _among(page: Words, places: Iterable[int], words: frozenset[str]) -> set[str]:
    return {page.keys[n] for n in places if page.keys[n] in words}


def _numbers(page: Words, places: Iterable[int], lists: _Lists) -> list[str]:
    keys = (page.keys[n] for n in places)
    return sorted(lists.numbers.get(k, k) for k in keys if k[0].isdecimal() or k in lists.numbers)


def _names(page: Words, places: Iterable[int], known: frozenset[str]) -> set[str]:
    """Words with a capital that do not begin a sentence."""
    return {page.keys[n] for n in places if page.keys[n] not in known and _is_name(page, n)}


def _is_name(page: Words, n: int) -> bool:
    if not page.text[page.starts[n]].isupper():
        return False
    before = page.text[page.ends[n - 1] if n else 0 : page.starts[n]].strip(MARKS)
    return n > 0 and "\n" not in before and before[-1:] not in tuple(ENDS)
