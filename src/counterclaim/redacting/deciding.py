"""Who is masked, and where on each page: what every page tells of its persons, put together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from counterclaim.model import Document, Span
from counterclaim.redacting.names import Bones, Names, Register, bones_of, part_keys
from counterclaim.redacting.persons import Kind, Named
from counterclaim.redacting.words import PersonWords
from counterclaim.redacting.written import Word, name_words, words_of

Range = tuple[int, int]


@dataclass(frozen=True)
class Wishes:
    """The user's own lists: names to mask whoever bears them, and names to leave as they are."""

    mask: Sequence[str] = ()
    keep: Sequence[str] = ()


@dataclass(frozen=True)
class Decision:
    """The names to mask and to keep, the persons by number, and by page the words by which they are called there."""

    names: Names
    register: Register
    ranges: dict[str, tuple[Range, ...]] = field(default_factory=dict)
    parts: dict[str, dict[str, int]] = field(default_factory=dict)


def decide(pages: Sequence[tuple[Document, Sequence[Named]]], words: PersonWords, wishes: Wishes) -> Decision:
    """Decide over all pages together: a name that is private on one page is masked on every page.

    The user's lists come first. A page that tells that somebody is private counts for more than one that has a
    person of that name in office; this for more than a page that tells nothing.
    """
    decision = Decision(Names(), Register())
    for name in wishes.mask:
        decision.names.add(name, decision.register.number(name))
    for name in wishes.keep:
        decision.names.add(name, None)
    _take_up(pages, words, decision)
    wished = frozenset(map(bones_of, wishes.mask))
    for document, named in pages:
        page = _Page(document.text, named, words, decision, wished)
        decision.parts[document.id] = page.parts
        decision.ranges[document.id] = tuple(page.ranges())
    return decision


def _take_up(pages: Sequence[tuple[Document, Sequence[Named]]], words: PersonWords, decision: Decision) -> None:
    told: dict[Kind, list[str]] = {"private": [], "public": [], "unknown": [], "other": []}
    for _, named in pages:
        whole = {w.key for n in named if n.kind != "other" for w in _several(n.span.exact)}
        for n in named:
            for name in n.span.exact.split("/"):
                alone = n.kind == "private" and whole.isdisjoint(part_keys(name, words))
                if alone or len(name_words(name)) > 1:
                    told[n.kind].append(name)
    private = frozenset(told["private"])
    for name in dict.fromkeys(told["public"]):
        if name not in private:
            decision.names.add(name, None)
    masked = {n for n in (*told["private"], *told["unknown"]) if len(name_words(n)) > 1 or part_keys(n, words)}
    masked -= {n for n in masked - private if any(s.person is None and s.whole for s in decision.names.find(n))}
    for name in dict.fromkeys(part for _, named in pages for n in named for part in n.span.exact.split("/")):
        if name in masked:
            decision.names.add(name, decision.register.number(name))


def _several(name: str) -> tuple[Word, ...]:
    """The words of a name that has more than one."""
    words = name_words(name)
    return words if len(words) > 1 else ()


class _Page:
    def __init__(
        self, text: str, named: Sequence[Named], words: PersonWords, decision: Decision, wished: frozenset[Bones]
    ) -> None:
        self.text, self.named, self.decision, self.wished = text, named, decision, wished
        self.written = words_of(text)
        self.parts: dict[str, int] = {}
        self.public: set[str] = set()
        for stretch in decision.names.find(text, words=self.written):
            keys = part_keys(text[stretch.start : stretch.end], words)
            if stretch.person is None:
                self.public.update(keys)
            else:
                self.parts.update({k: stretch.person for k in keys if k not in self.parts})
        for n in named:
            if n.kind == "public":
                self.public.update(part_keys(n.span.exact, words))
        for n in self._private():
            keys = part_keys(n.span.exact, words)
            if len(keys) == 1:  # called by one name only: that names her in the records too
                self.parts.setdefault(keys[0], decision.register.number(n.span.exact))

    def ranges(self) -> Iterator[Range]:
        """What to mask, in order, none overlapping another."""
        found = sorted({*self._matched(), *self._own()})
        end = 0
        for start, stop in found:
            if stop > end:
                yield max(start, end), stop
                end = stop

    def _matched(self) -> Iterator[Range]:
        kept = [n for n in self.named if n.kind in ("public", "other")]
        spans = _Kept(n.span for n in kept)
        for s in self.decision.names.find(self.text, self.parts, words=self.written):
            if s.person is None:
                continue
            own = name_words(self.text[s.start : s.end])
            alone = len(own) == 1
            if tuple(w.bones for w in own) in self.wished:
                yield s.start, s.end
            elif alone and s.whole and own[0].key in self.public - self.parts.keys():
                continue
            elif not (spans.touch(s.start, s.end) if alone else spans.cover(s.start, s.end)):
                yield s.start, s.end

    def _own(self) -> Iterator[Range]:
        """The persons that were found on this very page."""
        yield from ((n.span.start, n.span.end) for n in self._private())

    def _private(self) -> list[Named]:
        return [n for n in self.named if n.kind in ("private", "unknown") and not self._is_kept(n.span.exact)]

    def _is_kept(self, name: str) -> bool:
        found = list(self.decision.names.find(name, self.parts, any_case=True))
        if any(s.person is not None for s in found):
            return False
        return bool(found) or {w.key for w in name_words(name)} <= self.public


class _Kept:
    """Names that are no private person's, by where they stand."""

    def __init__(self, spans: Iterable[Span]) -> None:
        self.inside: dict[int, tuple[int, int]] = {i: (s.start, s.end) for s in spans for i in range(s.start, s.end)}

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them shares a character with the stretch."""
        return any(i in self.inside for i in range(start, end))

    def cover(self, start: int, end: int) -> bool:
        """Whether the stretch lies within one of them."""
        return start in self.inside and self.inside[start][1] >= end
