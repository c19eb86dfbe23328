"""Signs of a place around a name: "in", "the town of", a noun for places after it, what is done to places."""

from __future__ import annotations

from collections.abc import Container

from counterclaim.naming.neighbours import HYPHENS, MARKS, Neighbours
from counterclaim.syntax import Token

LABELLING = frozenset(":—–-|")
COMMUNITIES = frozenset({"community", "communities"})  # people's as well as places
APPOSED = frozenset({",", "called", "named"})  # between a noun and its name


class PlaceSigns(Neighbours):
    """Questions about a page's tokens that tell places."""

    def locative(self, i: int, *, strictly: bool = False) -> bool:
        """Whether what begins at `i` follows "in", "near", "the town of" and the like."""
        while self.before_is(i, self.words.aside):
            i -= 1
        previous = self.before(i)
        if previous is None:
            return False
        if previous.lower == "of":
            return self.before_is(i - 1, self.words.of)
        return previous.lower in (self.words.strictly_there if strictly else self.words.there)

    def targeted(self, i: int) -> bool:
        """Whether what begins at `i` follows "on", "to", "struck" and the like, as places do, but not only they."""
        return self.before_is(i, self.words.targets)

    def attacked(self, i: int) -> bool:
        """Whether what begins at `i` follows "on", "hit" and the like, or stands where an attack's target stands."""
        return self.before_is(i, self.words.struck) or self.suffers(i)

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
        if comma is None or not self.before_is(i, self.words.struck):
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
        return of is not None and of.lower == "of" and self.before_is(i - 1, self.words.of)

    def headed(self, i: int) -> bool:
        """Whether what begins at `i` follows "the village of" and no other word with "of"."""
        of = self.before(i)
        return of is not None and of.lower == "of" and self.before_is(i - 1, self.words.heads)

    def kind_before(self, first: int) -> str | None:
        """The noun that says what the place is before its name: "province" of "the province of Velk"."""
        of, noun = self.before(first), self.before(first - 1)
        told = of is not None and of.lower == "of" and noun is not None and noun.lower in self.words.heads
        return noun.lower if told and noun and noun.lower in self.words.kinds else None

    def is_towns(self, first: int) -> bool:
        """Whether the words say that a town is meant: "the city of Velk", "the capital, Velk", "central Velk"."""
        if self.tokens[first].lower in self.words.midst:
            return True
        mark, noun = self.before(first), self.before(first - 1)
        if mark is None or noun is None:
            return False
        return mark.lower == "of" or (mark.text in APPOSED and noun.lower in self.words.towns)

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
        return None if t.lower in COMMUNITIES and not self._is_in(stop) else t

    def _is_in(self, stop: int) -> bool:
        """Whether something is said to be in what a name that ends before `stop` stands for."""
        first = stop - 1
        while (before := self.before(first)) is not None and before.text[:1].isupper():
            first -= 1
        first -= self.before_is(first, frozenset({"the"}))
        return self.before_is(first, self.words.strictly | self.words.struck | {"at", "from"})

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
        """Where the place's words begin with its directions: "western rural", "north-east", "eastern suburbs of".

        What a direction says of a whole is where that lies: "the northern city of Tarn".
        """
        while self.before_is(first, self.words.parts):
            first -= 1
            hyphen = self.before(first)
            if hyphen and hyphen.text in HYPHENS and self.before_is(first - 1, self.words.parts):
                first -= 2
        of, noun = self.before(first), self.before(first - 1)
        if of is None or of.lower != "of" or noun is None or not self.before_is(first - 2, self.words.parts):
            return first
        return self.grown_left(first - 2) if noun.lower in self.words.portions else first

    def is_near(self, first: int) -> bool:
        """Whether the place is only near where it was ("near X", "outskirts of X")."""
        previous = self.before(first)
        if previous is not None and previous.lower == "of":
            first -= 1
        return self.before_is(first, self.words.near)
