"""Which names on a page are those of persons, and which of these are private persons'.

A person is public who is in the catalogue, or beside whose name the page sets an office ("Defence Minister", "spokesman
for") or a post at a known body; everybody else is private. Where the page tells that somebody stands here as a private
person (an age, a kinship, a trade), that is marked, since another page may know a namesake in office.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from counterclaim.folding import plain
from counterclaim.gazetteer import Gazetteer
from counterclaim.lexicon import Lexicon
from counterclaim.model import Mention, Span
from counterclaim.naming.words import NameWords
from counterclaim.parties import Catalogue
from counterclaim.redacting.words import person_words
from counterclaim.syntax import Parse, Token

BEFORE, AFTER = 6, 12  # tokens beside a name within which an office or a kinship counts
LONGEST = 30  # words of a name, or of a list of names without commas
WITHIN = 5  # tokens from one part of a name to the next, articles and hyphens between them reckoned in
GROWTH = 3  # words that are added to a name on either side
SHOUTED = 0.7  # share of capitalised words from which a sentence is a heading, in which capitals tell nothing
ARTICLES = frozenset(
    {"al", "el", "as", "ash", "ar", "at", "ad", "an", "az", "ez", "es", "bin", "ben", "ibn", "bint", "abu", "de", "van"}
)
KUNYA = frozenset({"abu", "abou", "umm", "um", "om"})  # "father of", "mother of": honorifics that are part of a name
NOBLE = frozenset({"sultan", "king", "prince"})  # offices that are family names as well
HYPHENS = "-‐‑–"
GAP = rf"[{HYPHENS}\s\u00ad]"
BETWEEN = re.compile(rf"{GAP}*(?:(?:{'|'.join(sorted(ARTICLES))}){GAP}+)*", re.IGNORECASE)
INITIAL = re.compile(r"[^\W\d_]\.?")
STOPS = frozenset({".", ";", ":", "!", "?", "*", "|"})
AGES = range(130)
Kind = Literal["private", "unknown", "public", "other"]


@dataclass(frozen=True, slots=True)
class Named:
    """A name on a page: `private` where the page tells so, `unknown` where it tells nothing, `public`, or no person.

    Only persons and what the catalogue or the gazetteer knows are named here; `other` is the latter.
    """

    span: Span
    kind: Kind


def find_persons(
    parse: Parse, mentions: Sequence[Mention], catalogue: Catalogue, gazetteer: Gazetteer, lexicon: Lexicon
) -> tuple[Named, ...]:
    """The persons named on a page, and the other names that are known, in page order, none overlapping another."""
    return tuple(_Finder(parse, mentions, catalogue, gazetteer, lexicon).find())


class _Finder:
    def __init__(
        self, parse: Parse, mentions: Sequence[Mention], catalogue: Catalogue, gazetteer: Gazetteer, lexicon: Lexicon
    ) -> None:
        self.parse, self.tokens, self.catalogue, self.gazetteer = parse, parse.tokens, catalogue, gazetteer
        self.words, self.places_words = person_words(lexicon), NameWords.read(lexicon)
        self.known = [m for m in mentions if _is_known(m)]
        self.guessed = [m for m in mentions if not _is_known(m) and self._is_guessed(m)]
        self.taken = {i for m in self.known for i in range(m.first, m.stop)}
        self.places = {plain(m.span.exact) for m in self.known if m.kind == "place"}
        self.shouted = [self._is_shouted(s.index) for s in parse.sentences]

    def find(self) -> Iterator[Named]:
        found = {m.first: (m.stop, self._kind_of_known(m)) for m in self.known}
        guessed = [self._grown(m.first, m.stop) for m in self.guessed if not self._is_place(m.first, m.stop)]
        for first, stop in sorted([*guessed, *self._missed()], key=lambda run: run[0] - run[1]):
            for start, end in self._free(first, stop):
                if self._may_be_person(start, end):
                    self.taken.update(range(start, end))
                    found[start] = (end, self._kind(start, end))
        for first, (stop, kind) in sorted(found.items()):
            yield Named(self._span(first, stop), kind)

    def _free(self, first: int, stop: int) -> list[tuple[int, int]]:
        """What is left of a run between the names that are found already."""
        edges = [first - 1, *(i for i in range(first, stop) if i in self.taken), stop]
        return [(a + 1, b) for a, b in pairwise(edges) if b > a + 1]

    def _is_guessed(self, mention: Mention) -> bool:
        words = self.tokens[mention.first : mention.stop]
        person = self.tokens[mention.token].entity == "PERSON" and any(t.lower in self.words.given_names for t in words)
        return mention.kind == "person" or person

    def _span(self, first: int, stop: int) -> Span:
        span = self.parse.span(first, stop)
        exact = span.exact.rstrip(" '’")
        return replace(span, end=span.start + len(exact), exact=exact)

    def _kind_of_known(self, mention: Mention) -> Kind:
        return "public" if mention.kind == "person" else "other"

    def _is_place(self, first: int, stop: int) -> bool:
        """Whether what a parser took for a person is a place's or party's name, known here or to every map."""
        exact = self.parse.span(first, stop).exact
        name = plain(exact)
        if name in self.places or any(self.catalogue.entry(n) for n in (exact, exact.removesuffix("s"))):
            return True
        words = self.tokens[first:stop]
        given = any(t.lower in self.words.given_names or INITIAL.fullmatch(t.text) for t in words)
        return not given and self._beside(first, stop) != "private" and bool(self.gazetteer.sites(name, variants=False))

    def _may_be_person(self, first: int, stop: int) -> bool:
        """Whether the words are letters that do not stand as a place does ("near X", "X village")."""
        names = [t for t in self.tokens[first:stop] if t.text[:1].isupper() and t.text[0].isalpha()]
        figures = any(c.isdigit() for t in self.tokens[first:stop] for c in t.text)
        empty = all(t.pos == "NUM" or t.lower in self.words.no_parts for t in names)
        if figures or empty:
            return False
        if stop < len(self.tokens) and self.tokens[stop].lower in self.places_words.armed_bodies:
            return False  # a brigade called after somebody
        given = any(t.lower in self.words.given_names for t in names)
        if names[-1].lower in self.words.offices and not given:
            return False
        return given or self._beside(first, stop) == "private" or not self._placed(first, stop)

    def _placed(self, first: int, stop: int) -> bool:
        before = self.tokens[first - 1].lower if first else ""
        behind = self.tokens[stop].lower if stop < len(self.tokens) else ""
        openers = self.places_words.openers - self.words.honorifics - ARTICLES
        opener = stop - first > 1 and self.tokens[first].lower in openers
        return opener or before in self.places_words.there or behind in self.places_words.heads

    # how far a name runs

    def _grown(self, first: int, stop: int) -> tuple[int, int]:
        """A name with the capitalised words right beside it that a parser left out, and without titles."""
        while first < stop - 1 and (self._title(self.tokens[first]) or not self.tokens[first].text[0].isalnum()):
            first += 1
        shouted = self.shouted[self.tokens[first].sentence]
        for _ in range(GROWTH):
            before = self._previous(first)
            if before is None or (shouted and self.tokens[before].lower not in self.words.given_names):
                break
            first = before
        return first, stop if shouted else self._end(stop, GROWTH)

    def _end(self, stop: int, most: int) -> int:
        for _ in range(most):
            behind = self._next(stop)
            if behind is None:
                break
            stop = behind + 1
        return stop

    def _previous(self, first: int) -> int | None:
        """The part of the name right before the one at `first`, past articles, hyphens and restored commas."""
        i = first - 1
        while i > first - WITHIN and i > 0 and self._is_passed(i):
            i -= 1
        opens = i > 0 and self.tokens[i - 1].sentence == self.tokens[i].sentence
        return i if self._joins(i, first) and self._name_like(i, inner=opens) else None

    def _next(self, stop: int) -> int | None:
        """The part of the name right behind the one that ends at `stop`, past articles, hyphens and restored commas."""
        i = stop
        while i < min(stop + WITHIN - 1, len(self.tokens) - 1) and self._is_passed(i):
            i += 1
        return i if self._joins(stop - 1, i) and self._name_like(i, inner=True, title=True) else None

    def _joins(self, i: int, j: int) -> bool:
        """Whether two tokens are of one sentence with nothing but blanks, an article or a hyphen between."""
        if not (0 <= i < j < len(self.tokens)) or self.tokens[i].sentence != self.tokens[j].sentence:
            return False
        between = self.parse.text[self.tokens[i].end : self.tokens[j].start]
        return BETWEEN.fullmatch(between) is not None

    def _is_passed(self, i: int) -> bool:
        """Whether a name runs on past a token: an article, a hyphen, a comma that the page does not have."""
        t = self.tokens[i]
        return t.lower in ARTICLES or t.text in HYPHENS or _is_restored(t)

    def _name_like(self, i: int, *, inner: bool = False, title: bool = False) -> bool:
        """Whether a word may be a part of a person's name: in capitals, and naming nothing else.

        Within a sentence (`inner`) a capital is enough; `title` says that an honorific may be a part ("Ali Haji").
        """
        t = self.tokens[i]
        if i in self.taken or not t.text[:1].isupper() or not t.text[:1].isalpha() or t.lower in self.words.no_parts:
            return False
        if self._title(t) and not (title and t.lower in self.words.honorifics | NOBLE):
            return False
        return inner or t.pos == "PROPN" or t.lower in self.words.given_names | KUNYA

    def _title(self, token: Token) -> bool:
        word = token.lower.rstrip(".")
        return word in self.words.titles and word not in KUNYA

    def _is_shouted(self, sentence: int) -> bool:
        words = [t for t in self.parse.sentence_tokens(sentence) if t.text[:1].isalpha() and len(t.text) > 3]
        return len(words) > 3 and sum(t.text[:1].isupper() for t in words) > SHOUTED * len(words)

    # names that a parser missed

    def _missed(self) -> Iterator[tuple[int, int]]:
        """Runs of capitalised words that begin with a given name, or stand where a person is named."""
        i = 0
        while i < len(self.tokens):
            stop = self._run(i)
            if stop > i and self._is_person(i, stop):
                yield i, stop
            i = max(stop, i + 1)

    def _run(self, i: int) -> int:
        """Where the run of name-like words that begins here ends."""
        opens = i == 0 or self.tokens[i - 1].sentence != self.tokens[i].sentence
        if not self._name_like(i, inner=not opens) or self._previous(i) is not None:
            return i
        return self._end(i + 1, LONGEST)

    def _is_person(self, first: int, stop: int) -> bool:
        given = self.tokens[first].lower in self.words.given_names | KUNYA
        if self._titled(first) or self._aged(stop) is not None:
            return True
        return given and stop - first > 1

    def _titled(self, first: int) -> bool:
        """Whether the word right before is one after which a person is named ("Dr", "his wife", "a boy named")."""
        i = first - 1
        while i > 0 and _is_restored(self.tokens[i]):
            i, first = i - 1, first - 1
        if i > 0 and self.tokens[i].text in (",", "(", "“", '"', "'"):
            i -= 1
        if i < 0 or self.tokens[i].sentence != self.tokens[first].sentence:
            return False
        word, w = self.tokens[i].lower.rstrip("."), self.words
        if i < first - 1:
            return word in w.naming
        if word == "as":
            return any(t.lower in w.naming for t in self.tokens[max(0, i - BEFORE) : i])
        if not self.tokens[i].text.islower() and self.tokens[first].pos != "PROPN":
            return False  # "Civilians Killed" in a heading
        person = word in w.private or word in w.honorifics or word in w.naming
        return person and (not self.shouted[self.tokens[first].sentence] or word in w.honorifics)

    # public or private

    def _kind(self, first: int, stop: int) -> Kind:
        beside = self._beside(first, stop)
        return beside or "unknown"

    def _beside(self, first: int, stop: int) -> Kind | None:
        before = self._told(self._walk_back(first), first)
        if before == "public" or self._aged(stop) is None:
            return before or self._told(self._walk_on(stop), stop)
        return "private"

    def _told(self, tokens: Iterator[Token], at: int) -> Kind | None:
        """What the nearest word that tells anything says: an office, or that somebody is private."""
        heads = False
        for t in tokens:
            word = t.lower.rstrip(".")
            if word in self.words.offices:
                return "public"
            if word in self.words.private:
                return "private"
            heads = heads or word in self.words.heads
            if heads and self._body_near(at):
                return "public"
        return None

    def _body_near(self, at: int) -> bool:
        """Whether a known body that is no news house stands near, in the same sentence."""
        kinds = ("agency", "media", "state", "armed_group")
        near = (m for m in self.known if m.kind == "party" and -BEFORE <= m.first - at <= AFTER)
        sentence = self.tokens[min(at, len(self.tokens) - 1)].sentence
        return any(self.tokens[m.first].sentence == sentence and m.party and m.party.kind not in kinds for m in near)

    def _walk_back(self, first: int) -> Iterator[Token]:
        """The words before a name up to a verb, a conjunction or the second comma."""
        commas = 0
        for t in reversed(self.tokens[max(0, first - BEFORE) : first]):
            commas += t.text == ","
            if t.sentence != self.tokens[first].sentence or self._ends(t) or commas > 1:
                return
            yield t

    def _walk_on(self, stop: int) -> Iterator[Token]:
        """The words of an apposition behind a name: from a comma, a bracket or "who" to the next."""
        rest = self.tokens[stop : stop + AFTER]
        if not rest or rest[0].sentence != self.tokens[stop - 1].sentence:
            return
        if rest[0].lower not in (",", "(", "-", "–", "—", "who", "the", "a", "an"):
            return
        for t in rest[1:]:
            if t.sentence != rest[0].sentence or t.text in (",", ")") or (self._ends(t) and t.lower != "and"):
                return
            yield t

    def _ends(self, token: Token) -> bool:
        finite = token.tag in ("VBD", "VBZ", "VBP", "MD") and token.lower not in ("is", "was", "named", "called")
        return finite or token.text in STOPS or token.pos == "CCONJ"

    def _aged(self, stop: int) -> int | None:
        """The age that stands behind a name: ", 34," or "(34 years old)", also "aged 34"."""
        rest = [t for t in self.tokens[stop : stop + 4] if t.sentence == self.tokens[stop - 1].sentence]
        if len(rest) < 2 or (rest[0].text not in (",", "(") and rest[0].lower != "aged"):
            return None
        number = rest[1] if rest[1].lower != "aged" else (rest[2] if len(rest) > 2 else rest[1])
        after = self.tokens[number.index + 1] if number.index + 1 < len(self.tokens) else None
        ends = (
            after is None
            or after.text in (",", ")", ".", "-")
            or after.lower in ("and", "years", "year", "months", "who")
        )
        decimal = number.text.isdecimal() and len(number.text) <= 3
        return int(number.text) if decimal and ends and int(number.text) in AGES else None


def _is_restored(token: Token) -> bool:
    """Whether it is a comma that the page has lost and that was put in for the parser: it may cut a name in two."""
    return token.text == "," and token.start == token.end


def _is_known(mention: Mention) -> bool:
    """Whether the catalogue or the gazetteer knows what is named."""
    if mention.kind == "place":
        return mention.place is not None and mention.place.lat is not None
    return mention.party is not None
