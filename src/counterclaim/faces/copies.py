"""Copied words as people see them: one line a group of pages on the screen, one a page behind a claim."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from counterclaim.faces.wording import JUDGED, printable
from counterclaim.linking.copies import groups
from counterclaim.model import Change, ChangeKind, Claim, Reuse, Span, Stretch

MOSTLY = 0.5  # share of a page's words from which on the page, and not only a part of it, is the copy
PARAGRAPH = 30  # words
SHOWN = 3  # changes told in words
CLAUSE = 6  # words
MOST = 6  # pages named on a line
LONGEST = 40  # characters of a change that are shown
PLURAL: Mapping[ChangeKind, str] = {
    "hedge": "hedges",
    "number": "numbers",
    "denial": "denials",
    "day": "days",
    "name": "names",
}


def copy_lines(copies: Sequence[Reuse], names: Mapping[str, str]) -> Iterator[str]:
    """One line a group of pages that have words in common: who repeats whom, whose words they are, what was changed."""
    for group in groups((r.a, r.b) for r in copies):
        pairs = [r for r in copies if r.a in group]
        yield ", ".join(filter(None, [_who(group, pairs, names), _origin(pairs, names), _changed(pairs), _by(pairs)]))


def reuse_lines(claim: Claim, reuse: Iterable[Reuse], names: Mapping[str, str]) -> Iterator[str]:
    """Where else the words of a claim stand: the place, how many words are the same, and what was changed."""
    for pair in reuse:
        mine_is_a = pair.a == claim.document
        other = pair.b if mine_is_a else pair.a
        for stretch in pair.shared if claim.document in (pair.a, pair.b) else ():
            here, there = (stretch.a, stretch.b) if mine_is_a else (stretch.b, stretch.a)
            if here.overlaps(claim.span) and other in names:
                yield _place(pair, stretch, f"{names[other]}:{there.start}", mine_is_a=mine_is_a)


def _who(group: Sequence[str], pairs: Sequence[Reuse], names: Mapping[str, str]) -> str:
    whole = all(max(r.a_in_b, r.b_in_a) >= MOSTLY or r.by for r in pairs)
    first = _first(group, pairs)
    part = "" if whole else "part of "
    if first is None:
        return f"{_named(group, names)} share {'most of their' if whole else 'some'} words"
    others = [id_ for id_ in group if id_ != first]
    return f"{_named(others, names)} {'repeats' if len(others) == 1 else 'repeat'} {part}{names[first]}"


def _named(pages: Sequence[str], names: Mapping[str, str]) -> str:
    shown = [names[id_] for id_ in pages[:MOST]]
    return _listed([*shown, f"{len(pages) - MOST} more"] if len(pages) > MOST else shown)


def _first(group: Sequence[str], pairs: Sequence[Reuse]) -> str | None:
    """The page that had the words before all others of its group; None where dates do not tell, or it is one sentence.

    A single sentence on the course of a war may have been written long before either page.
    """
    if any(r.words < PARAGRAPH and not r.by for r in pairs):
        return None
    later = {page for r in pairs for page in (r.a, r.b) if page != r.earlier}
    for id_ in group:
        repeating = {page for r in pairs if id_ in (r.a, r.b) for page in (r.a, r.b)}
        if id_ not in later and len(repeating) == len(group):
            return id_
    return None


def _origin(pairs: Sequence[Reuse], names: Mapping[str, str]) -> str:
    told = []
    for origin in sorted({r.origin for r in pairs if r.origin}):
        of = [r for r in pairs if r.origin == origin]
        stated = sorted({id_ for r in of for id_ in r.stated_by})
        everywhere = all(page in stated for r in of for page in (r.a, r.b))
        told.append(f"{printable(origin)} ({'stated' if everywhere else f'inferred from {_named(stated, names)}'})")
    return ", ".join(told)


def _by(pairs: Sequence[Reuse]) -> str:
    people = list(dict.fromkeys(printable(name) for r in pairs for name in r.by))
    return f"{JUDGED} judged by {_listed(people)}" if people else ""


def _changed(pairs: Sequence[Reuse]) -> str:
    changes = (c for r in pairs for c in r.changes if not _is_cut(c))
    kinds: Counter[ChangeKind] = Counter(k for c in changes for k in c.kinds if k != "words")
    if not kinds:
        return ""
    if len(pairs) > 1:
        return f"with changed {_listed([PLURAL[k] for k in PLURAL if kinds[k]])}"
    told = [f"one {k}" if kinds[k] == 1 else f"{kinds[k]} {PLURAL[k]}" for k in PLURAL if kinds[k]]
    return f"with {_listed(told)} changed"


def _is_cut(change: Change) -> bool:
    """Whether a clause or more stands on one page only: it was left out, and nothing put in its place."""
    left = change.a or change.b
    return (change.a is None or change.b is None) and left is not None and len(left.exact.split()) > CLAUSE


def _listed(parts: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(parts[:-1]), parts[-1]]))


def _place(pair: Reuse, stretch: Stretch, place: str, *, mine_is_a: bool) -> str:
    other = pair.b if mine_is_a else pair.a
    when = "" if pair.earlier is None else "earlier, " if pair.earlier == other else "later, "
    changes = [c for c in stretch.changes if c.kinds != ("words",)]
    told = "; ".join(_change(c, mine_is_a=mine_is_a) for c in changes[:SHOWN])
    more = " …" if len(changes) > SHOWN else ""
    changed = f"; there {told}{more}" if told else ""
    return f"{place} ({when}{stretch.words} words{_credited(pair)}){changed}"


def _credited(pair: Reuse) -> str:
    return f", {printable(pair.origin)} {pair.known}" if pair.origin else ""


def _change(change: Change, *, mine_is_a: bool) -> str:
    here, there = (change.a, change.b) if mine_is_a else (change.b, change.a)
    if here is None:
        return f"{_words(there)} besides"
    return f"{_words(there)} for {_words(here)}" if there else f"not {_words(here)}"


def _words(span: Span | None) -> str:
    words = printable(span.exact if span else "")
    return f"“{words if len(words) <= LONGEST else words[:LONGEST].rstrip() + '…'}”"
