"""Reuse among pages: from their words to what each two have in common."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.model import Page, Reuse, Span, Stretch
from counterclaim.parties import Catalogue
from counterclaim.reuse.alignment import Aligned, align
from counterclaim.reuse.candidates import candidate_pairs, shared_runs
from counterclaim.reuse.changes import classify
from counterclaim.reuse.origins import common_origin, earlier_page
from counterclaim.reuse.words import Words, article_words

PASSAGE = 12  # same words in one stretch: fewer are met by chance among reports on one event
MOST = 0.5  # or this share of the words of one of the two pages, however few they are


def find_reuse(pages: Sequence[Page], catalogue: Catalogue, lexicon: Lexicon) -> tuple[Reuse, ...]:
    """What every two of the pages have in common word for word, in the order of the pages; most pairs nothing.

    Only the article counts, not the page's furniture. The time grows with the words of all pages and with the number
    of pairs that are returned.
    """
    words = [article_words(p.document.text, p.passages) for p in pages]
    found = (
        compare_words(pages[i], pages[j], (words[i], words[j]), catalogue, lexicon) for i, j in candidate_pairs(words)
    )
    return tuple(reuse for reuse in found if reuse is not None)


def compare_words(a: Page, b: Page, words: tuple[Words, Words], catalogue: Catalogue, lexicon: Lexicon) -> Reuse | None:
    """What two pages have in common, None where it is no passage; `words` are those of their articles."""
    mine, theirs = words
    if not mine or not theirs:
        return None
    runs = shared_runs(mine, theirs)
    contained = runs / len(mine.kinds), runs / len(theirs.kinds)
    enough = 1 if max(contained) >= MOST else PASSAGE
    shared = tuple(_stretch(s, mine, theirs, lexicon) for s in align(mine, theirs) if s.words >= enough)
    if not shared:
        return None
    origin = common_origin(a, b, sum(s.words for s in shared), catalogue)
    return Reuse(
        a.document.id,
        b.document.id,
        *contained,
        shared,
        earlier_page(a.document, b.document),
        origin.name if origin else None,
        origin.stated_by if origin else (),
    )


def _stretch(found: Aligned, a: Words, b: Words, lexicon: Lexicon) -> Stretch:
    first, last = found.tiles[0], found.tiles[-1]
    return Stretch(
        _cut(a, first.a, last.a + last.length),
        _cut(b, first.b, last.b + last.length),
        found.words,
        tuple((_cut(a, t.a, t.a + t.length), _cut(b, t.b, t.b + t.length)) for t in found.tiles),
        tuple(classify(gap, a, b, lexicon) for gap in found.gaps),
    )


def _cut(words: Words, first: int, stop: int) -> Span:
    return Span.of(words.text, words.starts[first], words.ends[stop - 1])
