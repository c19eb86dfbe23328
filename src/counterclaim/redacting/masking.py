"""Records with the names of private persons masked, so that every span stays valid.

In a text every letter and figure of a name becomes a full block, so that offsets count as before. Where a record names
a voice or a party, a private person's name becomes "private person 3": the same number for the same person throughout.
It is an aid and no guarantee (docs/redaction.md).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import Any, TypeVar, cast

from counterclaim.folding import plain
from counterclaim.lexicon import Lexicon
from counterclaim.model import Claim, Document, Place, Question, Relation, Reuse, Skipped, Span
from counterclaim.redacting.deciding import Decision, Range, Wishes, decide
from counterclaim.redacting.names import bones_of
from counterclaim.redacting.persons import Named
from counterclaim.redacting.words import person_words
from counterclaim.redacting.written import INVISIBLE, name_words

BLOCK = "█"
IN_ADDRESS = "x"  # instead of a block where only plain letters may stand
JOINED = 8  # letters of a whole name written as one word in an address or the name of a file
PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")
HASHES = frozenset({16, 40, 64})  # lengths of ids that are hashes, in hex
HEX = frozenset("0123456789abcdef")
# Fields that hold no words of a page.
CODES = frozenset({"id", "statement", "parent", "part_of", "incident", "ref", "lang", "published", "event_type"})
PAGES = frozenset({"document", "stated_by", "earlier"})  # fields that hold ids of pages
Record = TypeVar("Record")


class Redaction:
    """What was decided over all pages; call it with a record, or a tuple of records, to have it masked."""

    def __init__(
        self,
        pages: Sequence[tuple[Document, Sequence[Named]]],
        lexicon: Lexicon,
        *,
        wishes: Wishes | None = None,
        known: Callable[[str], object] = lambda name: None,
    ) -> None:
        """Decide who is masked. `known` says whether the catalogue knows a name, which is then no private person's."""
        wishes = wishes or Wishes()
        self.decision: Decision = decide(pages, person_words(lexicon), wishes)
        self._known, self._wished = known, frozenset(map(bones_of, wishes.mask))
        self._joined = _joined_names(pages, wishes, self.decision)
        self._texts = {d.id: _masked(d.text, self.decision.ranges[d.id]) for d, _ in pages}
        self._ids = {d.id: self._page_id(d.id, n) for n, (d, _) in enumerate(pages, 1)}
        self._string = lru_cache(maxsize=65536)(self._labelled)
        self._claims: dict[Claim, Claim] = {}

    @property
    def persons(self) -> int:
        """How many persons are masked."""
        return self.decision.register.count

    def __call__(self, record: Record, document: str | None = None) -> Record:
        """The record masked; `document` is the page whose spans it holds, where it does not say so itself."""
        return cast(Record, self._any(record, document))

    def string(self, text: str, document: str | None = None) -> str:
        """Words that no span counts in: a private person's name becomes "private person 3"."""
        return self._string(text, document)

    def address(self, text: str, document: str | None = None) -> str:
        """A web address, or the path or name of a file."""
        parts = self.decision.parts.get(document or "")
        read = PERCENT.sub(_unquoted, text)
        found = [(s.start, s.end) for s in self._find(read, parts, any_case=True)]
        found += _within(read, self._joined)
        return _masked(read, found, IN_ADDRESS) if found else text

    # records

    def _any(self, value: Any, page: str | None) -> Any:
        if isinstance(value, str):
            return self.string(value, page) if type(value) is str else value
        if isinstance(value, tuple | list | frozenset):
            return type(value)(self._any(item, page) for item in value)
        if isinstance(value, Mapping):
            return {self._any(k, page): self._any(v, page) for k, v in value.items()}
        if isinstance(value, Span):
            return self._span(value, page)
        if is_dataclass(value) and not isinstance(value, type):
            return self._record(value, page)
        return value

    def _record(self, record: Any, page: str | None) -> Any:
        if isinstance(record, Claim):
            return self._claim(record)
        if isinstance(record, Place) and record.lat is not None:
            return record
        special: dict[type, Callable[[Any, str | None], Any]] = {
            Document: lambda r, _: self._document(r),
            Question: self._question,
            Relation: lambda r, _: self._fields(r, r.a_claim.document),
            Reuse: lambda r, _: self._reuse(r),
            Skipped: lambda r, _: self._fields(r, None, name=self.address(r.name)),
        }
        if type(record) in special:
            return special[type(record)](record, page)
        document = getattr(record, "document", page)
        return self._fields(record, document.id if isinstance(document, Document) else document)

    def _claim(self, claim: Claim) -> Claim:
        """A claim, which many records hold: masked once."""
        done = self._claims.get(claim)
        if done is None or len(done.evidence) != len(claim.evidence):
            done = self._claims[claim] = self._fields(claim, claim.document)
        return done

    def _fields(self, record: Record, page: str | None, **given: Any) -> Record:
        changes = dict(given)
        for f in fields(cast(Any, record)):
            value = getattr(record, f.name)
            coded = f.name in CODES and isinstance(value, str)
            if f.name in given or coded or value is None or isinstance(value, int | float):
                continue
            masked = self._pages(value) if f.name in PAGES and not is_dataclass(value) else self._any(value, page)
            if masked is not value:
                changes[f.name] = masked
        return cast(Record, replace(cast(Any, record), **changes)) if changes else record

    def _pages(self, value: Any) -> Any:
        return self._ids.get(value, value) if isinstance(value, str) else tuple(self._ids.get(v, v) for v in value)

    def _document(self, document: Document) -> Document:
        def masked(text: str | None) -> str | None:
            ranges = [(s.start, s.end) for s in self._find(text or "", self.decision.parts.get(document.id))]
            return text and _masked(text, ranges)

        return replace(
            document,
            id=self._ids.get(document.id, document.id),
            text=self._texts.get(document.id) or masked(document.text) or "",
            title=masked(document.title),
            outlet=document.outlet and self.string(document.outlet, document.id),
            url=document.url and self.address(document.url, document.id),
            source=document.source and self.address(document.source, document.id),
        )

    def _question(self, question: Question, page: str | None) -> Question:
        """A question; the positions that were replaced are known by ids that the masked ones no longer have."""
        positions = self._any(question.positions, page)
        replaced = frozenset(
            new.id for old, new in zip(question.positions, positions, strict=True) if old.id in question.replaced
        )
        return self._fields(question, page, positions=positions, replaced=replaced)

    def _reuse(self, reuse: Reuse) -> Reuse:
        """What two pages share: each side's spans are of its own page."""

        def first(span: Span) -> Span:
            return self._span(span, reuse.a)

        def second(span: Span) -> Span:
            return self._span(span, reuse.b)

        shared = tuple(
            replace(
                s,
                a=first(s.a),
                b=second(s.b),
                runs=tuple((first(a), second(b)) for a, b in s.runs),
                changes=tuple(replace(c, a=c.a and first(c.a), b=c.b and second(c.b)) for c in s.changes),
            )
            for s in reuse.shared
        )
        return replace(
            reuse,
            a=self._ids.get(reuse.a, reuse.a),
            b=self._ids.get(reuse.b, reuse.b),
            shared=shared,
            earlier=reuse.earlier and self._pages(reuse.earlier),
            origin=reuse.origin and self.string(reuse.origin),
            stated_by=self._pages(reuse.stated_by),
        )

    def _span(self, span: Span, page: str | None) -> Span:
        text = self._texts.get(page or "")
        if text is not None and span.end <= len(text):
            exact = text[span.start : span.end]
        else:
            exact = _masked(span.exact, [(s.start, s.end) for s in self._find(span.exact, None)])
        return span if exact == span.exact else replace(span, exact=exact)

    # words

    def _labelled(self, text: str, page: str | None) -> str:
        if self._known(text) and bones_of(text) not in self._wished:
            return text
        parts, done, end = self.decision.parts.get(page or ""), [], 0
        for s in self._find(text, parts):
            done += [text[end : s.start], f"private person {s.person}"]
            end = s.end
        return "".join((*done, text[end:])) if done else text

    def _find(self, text: str, parts: Mapping[str, int] | None, *, any_case: bool = False) -> Iterable[Any]:
        return (s for s in self.decision.names.find(text, parts, any_case=any_case) if s.person is not None)

    def _page_id(self, id_: str, number: int) -> str:
        """The id of a page, or a number in its place where the user's id holds a name."""
        is_hash = len(id_) in HASHES and HEX.issuperset(id_)
        return id_ if is_hash or self.address(id_, id_) == id_ else f"redacted page {number}"


def _masked(text: str, ranges: Iterable[Range], sign: str = BLOCK) -> str:
    """The text with every letter and figure in the ranges replaced; blanks and marks of punctuation stay."""
    letters = list(text)
    for start, end in ranges:
        letters[start:end] = [sign if _is_letter(c) else c for c in text[start:end]]
    return "".join(letters)


def _unquoted(escapes: re.Match[str]) -> str:
    """The letters that stand behind the percent signs of an address."""
    return bytes.fromhex(escapes[0].replace("%", "")).decode("utf-8", "replace")


def _is_letter(character: str) -> bool:
    return character.isalnum() or character in INVISIBLE or unicodedata.category(character)[0] == "M"


def _joined_names(
    pages: Sequence[tuple[Document, Sequence[Named]]], wishes: Wishes, decision: Decision
) -> tuple[str, ...]:
    """Whole names of several words as one word of plain letters, with and without their articles."""
    names = [*wishes.mask, *(n.span.exact for _, named in pages for n in named if n.kind in ("private", "unknown"))]
    found: dict[str, None] = {}
    for name in dict.fromkeys(names):
        if len(name_words(name)) > 1 and any(s.person is not None for s in decision.names.find(name)):
            found |= dict.fromkeys(("".join(w.key for w in name_words(name)), plain(name).replace(" ", "")))
    return tuple(n for n in found if len(n) >= JOINED)


def _within(text: str, names: Iterable[str]) -> list[Range]:
    """Where names written as one word stand in an address, whatever stands between their letters."""
    kept = [(i, c) for i, letter in enumerate(text) if letter.isalnum() for c in plain(letter)]
    compact = "".join(c for _, c in kept)
    hits = ((name, compact.find(name)) for name in names)
    return [(kept[at][0], kept[at + len(name) - 1][0] + 1) for name, at in hits if at >= 0]
