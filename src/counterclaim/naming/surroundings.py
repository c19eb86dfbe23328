"""What stands around a name: whether it is where something is, a part of a longer name, a person's, an outlet's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Sequence
from functools import cached_property

from counterclaim.naming.words import NameWords
from counterclaim.syntax import Parse, Token

PLACES = frozenset({"GPE", "LOC", "FAC"})
HYPHENS = frozenset("-‐‑–")
MARKS = frozenset({"'s", "’s", "'", "’"})
APOSTROPHES = "'’ʻʿ`"
DATELINE = frozenset("(,:—–-/|")
LABELLING = frozenset(":—–-|")
BARE = frozenset({"al", "el"})
THE = "the"
FUNCTION = frozenset({"ADP", "DET", "CCONJ", "SCONJ", "PRON", "AUX", "PART"})
LONGEST = 5  # words in a place's name


class Surroundings:
    """Questions about a page's tokens that decide what a name names."""

    def __init__(self, parse: Parse, words: NameWords) -> None:
        self.parse, self.words, self.tokens = parse, words, parse.tokens
        self._opens: dict[int, bool] = {}

    def text(self, first: int, stop: int) -> str:
        """The page's words from token `first` to `stop`."""
        return self.parse.text[self.tokens[first].start : self.tokens[stop - 1].end]

    # neighbours

    def together(self, i: int) -> bool:
        """Whether token `i` and the next stand in one sentence."""
        tokens = self.tokens
        return 0 <= i < len(tokens) - 1 and tokens[i].sentence == tokens[i + 1].sentence

    def nearby(self, first: int, stop: int) -> Sequence[Token]:
        """The tokens of that range that exist."""
        return self.tokens[max(first, 0) : min(max(stop, 0), len(self.tokens))]

    def after(self, stop: int) -> Token | None:
        """The next token of the sentence, None at its end."""
        return self.tokens[stop] if self.together(stop - 1) else None

    def before(self, i: int) -> Token | None:
        """The token before, None at the sentence's beginning."""
        return self.tokens[i - 1] if self.together(i - 1) else None

    def _before_is(self, i: int, words: frozenset[str]) -> bool:
        t = self.before(i)
        return t is not None and (t.lower in words or t.lower.removesuffix("s") in words)

    # where a name begins and ends

    def article(self, i: int) -> bool:
        """Whether an Arabic article is joined by a hyphen to a name here ("al-Bab")."""
        if i + 2 >= len(self.tokens) or self.tokens[i].lower not in self.words.particles:
            return False
        hyphen, name = self.tokens[i + 1], self.tokens[i + 2]
        return hyphen.text in HYPHENS and hyphen.start == self.tokens[i].end and name.text[0].isupper()

    def opens(self, i: int) -> bool:
        """Whether a name may begin at token `i`."""
        if i not in self._opens:
            t = self.tokens[i]
            capital = t.text[0].isupper() and t.pos not in FUNCTION
            self._opens[i] = capital or self.article(i) or self._bare_article(i)
        return self._opens[i]

    def _bare_article(self, i: int) -> bool:
        """Whether an Arabic article stands before a name without a hyphen ("al Zehr village")."""
        following = self.after(i + 1) if self.tokens[i].text in BARE else None
        if following is None or not following.text[0].isupper():
            return False
        return following.start == self.tokens[i].end + 1

    def stops(self, i: int, longest: int, *, small: frozenset[str] | None = None) -> list[int]:
        """Where a name of at most `longest` words (articles not counted) that begins at `i` may stop, longest first.

        With `small` only words that may stand in a name are passed over: capitals, numbers, and the small words given.
        """
        stops: list[int] = []
        sentence = self.tokens[i].sentence
        for t in self.nearby(i, i + 3 * longest + 3):
            if t.sentence != sentence or len(stops) >= longest or self._ends(t, small):
                break
            capital = t.text[0].isupper() or t.text[0].isdigit() or t.text[0] in APOSTROPHES
            article = t.lower == THE or self.article(t.index)
            if t.text not in HYPHENS and t.text not in MARKS and (capital or not small) and not article:
                stops.append(t.index + 1)
        return stops[::-1]

    def _ends(self, t: Token, small: frozenset[str] | None) -> bool:
        if t.text in HYPHENS or t.text in MARKS or t.text[0] in APOSTROPHES:
            return False
        if not t.text[0].isalnum():
            return True
        return small is not None and not (t.text[0].isupper() or t.text[0].isdigit()) and t.lower not in small

    def unit(self, i: int) -> int:
        """Where an unknown name that begins at `i` stops.

        It is what the parser took for one entity, beginning with words with which places' names begin ("Tal", "Khan
        al-") if there are any, or a run of names before a noun for places ("Zahr al-Nour village").
        """
        stops = self.stops(i, LONGEST, small=self.words.particles - {"of"})  # "Velk of Nor region" is two places
        run = stops[0] if stops else i + 1
        if run - i > 1 and self.kind_after(run):
            return run
        opened = i
        while opened < run - 1 and (self.article(opened) or self.tokens[opened].lower in self.words.openers):
            opened += 2 if self.article(opened) else 1
        stop = opened + 1
        while stop < run and (self._goes_on(stop) or self.compounded(stop)):
            stop += 2 if self.tokens[stop].text in HYPHENS else 1
        return min(stop, run)

    def _goes_on(self, i: int) -> bool:
        return bool(self.tokens[i].entity) and not self.tokens[i].entity_first

    def compounded(self, i: int) -> bool:
        """Whether what stands at token `i` ends a name of two: "Velka Norda", "Velka-Norda" (at its hyphen)."""
        t, before = self.tokens[i], self.tokens[i - 1]
        if t.text in HYPHENS:
            name = self.after(i + 1)
            close = before.end == t.start and name is not None and name.start == t.end
            return close and name is not None and name.pos == "PROPN" and name.text[0].isupper()
        alike = not before.entity or t.entity in ("", before.entity)
        small = t.pos == "PROPN" and t.text[0].isupper() and not t.text.isupper() and alike
        return small and before.dep == "compound" and before.head == i

    def inside(self, i: int, stop: int, kind: str) -> bool:
        """Whether the stretch is a part of a longer statistical entity of that kind."""
        first, last = self.tokens[i], self.tokens[stop - 1]
        previous, following = self.before(i), self.after(stop)
        joined = previous is not None and previous.lower not in ("the", "of") and not first.entity_first
        joined = joined and previous is not None and previous.text[0].isascii()  # "📍 Velk"
        if joined and previous and previous.entity == kind == first.entity:
            return True
        goes_on = following and following.entity == kind == last.entity and not following.entity_first
        return bool(goes_on and following and following.text not in MARKS)

    # signs of a place

    def locative(self, i: int, *, strictly: bool = False) -> bool:
        """Whether what begins at `i` follows "in", "near", "the town of" and the like."""
        while self._before_is(i, self.words.aside):
            i -= 1
        previous = self.before(i)
        if previous is None:
            return False
        if previous.lower == "of":
            return self._before_is(i - 1, self.words.of)
        return previous.lower in (self.words.strictly_there if strictly else self.words.there)

    def targeted(self, i: int) -> bool:
        """Whether what begins at `i` follows "on", "to", "struck" and the like, as places do, but not only they."""
        return self._before_is(i, self.words.targets)

    def attacked(self, i: int) -> bool:
        """Whether what begins at `i` follows "on", "hit" and the like, or stands where an attack's target stands."""
        return self._before_is(i, self.words.struck) or self.suffers(i)

    def held(self, i: int) -> bool:
        """Whether it is said whose hands the place is in: "government-held Velk", "rebel-controlled Velk"."""
        word, hyphen = self.before(i), self.before(i - 1) if i else None
        return word is not None and word.lower in self.words.held and hyphen is not None and hyphen.text in HYPHENS

    def labels(self, i: int, stop: int) -> bool:
        """Whether the stretch heads a line, or is all of it: "Velk: two killed", "VELK – Two", "📍 Velk, Thursday"."""
        sentence = self.parse.sentence(i)
        if any(c.isalpha() for t in self.tokens[sentence.first : i] for c in t.text):
            return False
        mark, following = self.after(stop), self.after(stop + 1)
        if mark is None or following is None:
            return mark is None or not mark.text[0].isalnum()
        if mark.text == ",":
            return following.entity == "DATE"
        return mark.text in LABELLING and (mark.text == ":" or mark.start > self.tokens[stop - 1].end)

    def struck(self, i: int, stop: int) -> bool:
        """Whether one unknown word is what was attacked and is placed itself ("shelling on Velk, east of Nor")."""
        comma, part = self.after(stop), self.after(stop + 1)
        if comma is None or not self._before_is(i, self.words.struck):
            return False
        where = part if comma.text == "," else comma
        return where is not None and (
            where.lower in ("in", "near") or (where is part and part.lower in self.words.parts)
        )

    def suffers(self, i: int) -> bool:
        """Whether something is done to what the token names that is done to places: "Velk was shelled"."""
        t = self.tokens[i]
        return t.dep in ("nsubjpass", "dobj") and self.tokens[t.head].lemma in self.words.attacks

    def follows(self, i: int, placed: Container[int]) -> bool:
        """Whether what begins at `i` follows a place at once or as its own ("Velk's Nordam")."""
        if not self.together(i - 1):
            return False
        return i - 1 in placed or (self.tokens[i - 1].text in MARKS and i - 2 in placed)

    def named_kind(self, i: int) -> bool:
        """Whether what begins at `i` follows "the village of"."""
        of = self.before(i)
        return of is not None and of.lower == "of" and self._before_is(i - 1, self.words.of)

    def headed(self, i: int) -> bool:
        """Whether what begins at `i` follows "the village of" and no other word with "of"."""
        of = self.before(i)
        return of is not None and of.lower == "of" and self._before_is(i - 1, self.words.heads)

    def of_kind(self, i: int) -> bool:
        """Whether the word stands before a noun for places that it depends on ("al-Vel and al-Nor districts")."""
        head = self.parse.head(i)
        for _ in range(3):
            if head.lower.removesuffix("s") in self.words.heads and head.index > i:
                return True
            head = self.parse.head(head.index)
        return False

    def kind_after(self, stop: int) -> Token | None:
        """The noun after a name that says what the place is: "province", "airport", "refugee camp"."""
        t = self.after(stop)
        if t is not None and t.lower in self.words.modifiers:
            t = self.after(stop + 1)
        if t is None or not self.words.precision(t.lower) or self._is_of_media(t):
            return None
        return t

    def _is_of_media(self, t: Token) -> bool:
        """Whether a word begins the name of an outlet, where a page lost its commas: "in Velk state news agency"."""
        following = self.after(t.index + 1)
        return t.lower == "state" and following is not None and following.lower in self.words.state_houses

    def street_after(self, stop: int) -> Token | None:
        """The word after a name that makes it a street's or a building's: "Drive", "Apartments"."""
        t = self.after(stop)
        return t if t is not None and self.street(t.index) else None

    def street(self, i: int) -> bool:
        """Whether the word, in capitals, is what streets and buildings are called."""
        t = self.tokens[i]
        return t.lower in self.words.streets and t.text[0].isupper() and not t.text.isupper()

    def grown_left(self, first: int) -> int:
        """Where the place's words begin with its directions: "western rural", "north-east", "eastern suburbs of"."""
        while self._before_is(first, self.words.parts):
            first -= 1
            hyphen = self.before(first)
            if hyphen and hyphen.text in HYPHENS and self._before_is(first - 1, self.words.parts):
                first -= 2
        of, noun = self.before(first), self.before(first - 1)
        if of is None or of.lower != "of" or noun is None or not self._before_is(first - 2, self.words.parts):
            return first
        is_place = noun.lower in self.words.heads or self.words.precision(noun.lower)
        return self.grown_left(first - 2) if is_place else first

    def is_near(self, first: int) -> bool:
        """Whether the place is only near where it was ("near X", "outskirts of X")."""
        previous = self.before(first)
        if previous is not None and previous.lower == "of":
            first -= 1
        return self._before_is(first, self.words.near)

    # signs of something else

    def manner_after(self, stop: int) -> bool:
        """Whether the name is the first half of "US-backed", "Beirut-based" and the like."""
        hyphen, word = self.after(stop), self.after(stop + 1)
        joined = hyphen is not None and hyphen.text in HYPHENS and self.tokens[stop - 1].end == hyphen.start
        return joined and word is not None and word.lower in self.words.manners

    def hyphened(self, i: int) -> bool:
        """Whether the word is the second half of a compound ("African-American")."""
        hyphen = self.before(i)
        return hyphen is not None and hyphen.text in HYPHENS and hyphen.end == self.tokens[i].start

    def titled(self, i: int) -> bool:
        """Whether a person's title stands before."""
        previous = self.before(i)
        return previous is not None and previous.lower.rstrip(".") in self.words.titles

    def identified(self, i: int) -> bool:
        """Whether the page says that a person is called what begins at `i`: "identified as Orla"."""
        return [t.lower for t in self.nearby(i - 2, i)] == ["identified", "as"]

    def numbered(self, i: int) -> bool:
        """Whether the number after the word is its own ("Room 140")."""
        following = self.after(i + 1)
        return following is not None and following.pos == "NUM" and following.head == i

    def aged(self, i: int, stop: int) -> bool:
        """Whether an age makes the name a person's: "7-year-old Ana", but not "a 7-year-old Velk girl"."""
        previous, following = self.before(i), self.after(stop)
        if previous is None or not (previous.lower == "old" or previous.lower.endswith("-old")):
            return False
        return following is None or following.pos not in ("NOUN", "ADJ")

    def dateline(self, i: int, stop: int) -> bool:
        """Whether the stretch opens a report: "VELK (Agency) —", "VELK, Norrin:"."""
        following = self.after(stop)
        opens = self.before(i) is None and following is not None and following.text in DATELINE
        return opens and self.tokens[i].text.isupper() and len(self.tokens[i].text) > 3

    def speaks(self, i: int, stop: int, *, groups: bool = False) -> bool:
        """Whether there is talk of saying (with `groups` also of fighters) within three words of the stretch."""
        previous, following = self.before(i), self.after(stop)
        if previous and following and previous.text == "(" and following.text == ")":
            return True  # a dateline
        sentence = self.tokens[i].sentence
        around = (*self.nearby(i - 3, i), *self.nearby(stop, stop + 3))
        words = self.words.speaks | self.words.groups if groups else self.words.speaks
        return any(t.sentence == sentence and t.lower in words for t in around)

    def talks(self, i: int, stop: int) -> bool:
        """Whether what the stretch names is the one who speaks ("said Orla", "Orla said")."""
        t = next((t for t in self.tokens[i:stop] if not i <= t.head < stop), self.tokens[i])
        return t.dep == "nsubj" and self.tokens[t.head].lower in self.words.speaks

    def shouted(self, i: int) -> bool:
        """Whether a word in capitals stands in a line of capitals, where acronyms cannot be told from words."""
        beside = (self.before(i), self.after(i + 1))
        return any(t is not None and t.text.isupper() and len(t.text) > 2 for t in beside)

    @cached_property
    def common(self) -> frozenset[str]:
        """Words that the page also writes small."""
        return frozenset(t.text for t in self.tokens if t.text.islower())

    @cached_property
    def persons(self) -> frozenset[str]:
        """Words that stand in persons' names of two words or more, and more often so than as a place's."""
        counts: Counter[str] = Counter()
        for t in self.tokens:
            if t.entity in PLACES:
                counts[t.text] -= 1
            elif t.entity == "PERSON" and t.text[0].isupper() and self._with_others(t):
                counts[t.text] += 1
        return frozenset(word for word, n in counts.items() if n > 0)

    def _with_others(self, t: Token) -> bool:
        previous, following = self.before(t.index), self.after(t.index + 1)
        named = [x for x in (previous, following) if x is not None and x.entity == "PERSON" and x.text[0].isupper()]
        return any((t if x is previous else x).entity_first is False for x in named)
