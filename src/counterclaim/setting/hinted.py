"""Names that stand where places stand, though no noun says so: "Old Marrow: two killed", "in the desert of Tarn"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from counterclaim.model import Mention
from counterclaim.setting.runs import HYPHENS, NameRuns
from counterclaim.setting.spots import PlaceWords
from counterclaim.syntax import UNDERGOING, Parse, Token

BULLET = 12  # characters of bullets and hours that may stand before a line's head
HEAD = 5  # tokens of the longest name that heads a line
AHEAD = 6  # tokens after a comma in which a direction or distance must stand
DASHES = frozenset("—–")
WHEN = frozenset({"DATE", "TIME"})
NOUNS = frozenset({"NOUN", "PROPN"})
BELOW = frozenset({"compound", "amod", "nmod"})
WAYS = frozenset({"to", "from", "of", "toward", "towards", "into"})


class Hinted:
    """Reads them from one page. `told` are the tokens of harm and of attacks, `small` words that it writes small."""

    def __init__(
        self, parse: Parse, words: PlaceWords, runs: NameRuns, told: frozenset[int], small: frozenset[str]
    ) -> None:
        self.parse, self.words, self.runs, self.told, self.small = parse, words, runs, told, small
        self._signs = (
            self._is_apart, self._is_struck, self._is_within, self._is_tagged, self._is_hit, self._is_on_way,
            self._is_home, self._is_called,
        )  # fmt: skip

    def find(self, taken: set[int]) -> Iterator[Mention]:
        """The names, page through."""
        for s in self.parse.sentences:
            head = self._head(s.first, s.stop)
            if head is not None:
                yield from self.runs.run(head, 1, s.stop, taken)
        for t in self.parse.tokens:
            if t.lower in self.words.fields and self._is_field(t):
                yield from self.runs.run(t.index + 2, 1, self.parse.sentence(t.index + 2).stop, taken)
            if t.index in taken or not t.text[:1].isupper() or not self._may_end(t):
                continue
            if any(is_so(t) for is_so in self._signs):
                yield from self.runs.run(t.index, -1, self.parse.sentence(t.index).first, taken)

    def _is_field(self, t: Token) -> bool:
        """Whether a word heads the line of a form that says where it was: "Place: Old Marrow, Tarn district"."""
        ahead = self.parse.tokens[t.index + 1 : t.index + 3]
        line = self.parse.text[max(0, t.start - BULLET) : t.start].rpartition("\n")[2]
        return len(ahead) > 1 and ahead[0].text == ":" and not any(c.isalpha() for c in line)

    def again(self, found: list[Mention], taken: set[int]) -> Iterator[Mention]:
        """The same names where nothing beside them makes places of them: one name has one sense a page."""
        names = {m.span.exact for m in found}
        firsts = {name.split()[0].partition("-")[0] for name in names}
        for t in self.parse.tokens:
            if t.text not in firsts or t.index in taken or not self._may_end(t):
                continue
            stop = self._run(t.index, self.parse.sentence(t.index).stop)
            named = all(x.pos == "PROPN" or x.text in HYPHENS for x in self.parse.tokens[t.index : stop])
            if named and stop > t.index and self.parse.span(t.index, stop).exact in names:
                yield from self.runs.run(t.index, 1, stop, taken)

    def _run(self, i: int, end: int) -> int:
        while i < end and self.runs.is_name(self.parse.tokens[i]):
            i += 1
        return i

    def _head(self, first: int, stop: int) -> int | None:
        """The token at which a name that heads a line begins: "Old Marrow: two killed", "Old Marrow. Two died"."""
        text, tokens = self.parse.text, self.parse.tokens
        i = next((t.index for t in tokens[first : min(stop, first + HEAD)] if t.text[0].isalpha()), None)
        if i is None:
            return None
        line = text[max(0, tokens[i].start - BULLET) : tokens[i].start]
        led = line.rpartition("\n")[2]
        if (len(line) == BULLET and "\n" not in line) or any(c.isalpha() for c in led):
            return None
        end = self._run(i, min(stop, i + HEAD))
        if end == i or self._is_person(i, end) or not self._may_end(tokens[end - 1]):
            return None
        mark = text[tokens[end - 1].end : tokens[end - 1].end + 2]
        dated = mark[:1] == "," and end + 1 < stop and tokens[end + 1].entity in WHEN
        if mark == ". " or dated:
            return i
        closed = mark[:1] == ":" or (mark[:1] == " " and mark[1:] in DASHES) or self._is_in(end, stop)
        return i if closed and self._tells(end) else None

    def _is_in(self, i: int, stop: int) -> bool:
        """Whether it is said in what the head of a line lies: "Old Marrow in Norland: …"."""
        ahead = self.parse.tokens[i : min(stop, i + AHEAD)]
        within = [t.text[:1].isupper() for t in takewhile(lambda t: t.text != ":", ahead[1:])]
        return bool(ahead) and ahead[0].lower == "in" and 0 < len(within) < len(ahead) - 1 and all(within)

    def _tells(self, i: int) -> bool:
        """Whether the rest of a line, from token `i`, tells of harm or an attack."""
        end = self.parse.text.find("\n", self.parse.tokens[i].start)
        ahead = (self.parse.tokens[k] for k in range(i, len(self.parse.tokens)))
        line = takewhile(lambda t: end < 0 or t.start < end, ahead)
        return any(t.index in self.told for t in line)

    def _may_end(self, t: Token) -> bool:
        """Whether a word can be a place's name's last: one in small letters, capital first, that is no plain word."""
        if t.text.isupper() or t.pos not in NOUNS or t.lower in self.small or t.index in self.told:
            return False
        words = self.words
        plain = any(t.lower in known for known in (words.bodies, words.sites, words.headlike, words.ambiguous))
        return not plain and self.runs.is_name(t)

    def _is_person(self, first: int, stop: int) -> bool:
        """Whether a name of two words and more is a person's, and not one with which places' names begin."""
        named = self.parse.tokens[first:stop]
        if (
            any(t.lower.rstrip(".") in self.words.titles for t in named[:-1])
            and named[0].lower not in self.words.opening
        ):
            return True
        plain = named[0].lower not in self.words.opening and not any(t.text in HYPHENS for t in named)
        return plain and len(named) > 1 and all(t.entity == "PERSON" for t in named[-2:])

    def _is_apart(self, t: Token) -> bool:
        """Whether where it lies or what was there follows: "Old Marrow, to the west", "Old Marrow, where ten died"."""
        tokens, i, stop = self.parse.tokens, t.index + 1, self.parse.sentence(t.index).stop
        if i + 1 >= stop or tokens[i].text != ",":
            return i < stop and tokens[i].lower == "where" and t.dep in ("pobj", "dobj", "attr")
        if tokens[i + 1].lower == "where":
            return True
        ahead = list(takewhile(lambda x: x.text != ",", tokens[i + 1 : min(stop, i + 1 + AHEAD)]))
        near = next((n for n, x in enumerate(ahead) if x.lower in self.words.directions), None)
        return near is not None and all(x.pos == "NUM" or x.lower in self.words.between for x in ahead[:near])

    def _is_struck(self, t: Token) -> bool:
        """Whether it says which attack is meant: "the Old Marrow bombing"."""
        if t.dep not in BELOW or t.head != t.index + 1 or t.pos != "PROPN" or t.entity in ("NORP", "EVENT"):
            return False
        return self.parse.tokens[t.head].text in self.words.happenings and not self._is_person(*self._whole(t))

    def _is_within(self, t: Token) -> bool:
        """Whether it says of what a part is meant: "in the desert of Old Marrow", "at the edge of Old Marrow"."""
        of = self.parse.head(t.index)
        noun = self.parse.head(of.index)
        prep = self.parse.head(noun.index)
        if t.dep != "pobj" or of.lower != "of" or noun.dep != "pobj" or prep.lower not in self.words.bounds:
            return False
        if not noun.text.islower() or noun.lower in self.words.agents or noun.index in self.told:
            return False
        return not self._is_person(*self._whole(t))

    def _is_hit(self, t: Token) -> bool:
        """Whether something fell on it, or what is done to places is done to a name with which places' names begin."""
        verb = self.parse.head(t.index)
        if t.dep == "pobj":
            return verb.lower == "on" and self.parse.head(verb.index).lemma in self.words.falling
        if t.dep not in UNDERGOING or verb.lemma not in (self.words.stormed | self.words.struck | self.words.taking):
            return False
        if self.parse.tokens[self._whole(t)[0]].lower in self.words.opening:
            return True
        return verb.lemma in self.words.struck and any(
            s.lemma.lower() in self.words.hitting for s in self.parse.children(verb.index, "nsubj")
        )

    def _is_on_way(self, t: Token) -> bool:
        """Whether a road leads there: "on the road to Old Marrow", "the highway out of Old Marrow"."""
        prep = self.parse.head(t.index)
        noun = self.parse.head(prep.index)
        if t.dep != "pobj" or prep.lower not in WAYS:
            return False
        noun = self.parse.head(noun.index) if noun.lower == "out" else noun
        return noun.lower in self.words.ways and noun.index < t.index and not self._is_body(t)

    def _is_home(self, t: Token) -> bool:
        """Whether people live there or troops are stationed there: "residents of Old Marrow", "the Tarn garrison"."""
        of = self.parse.head(t.index)
        noun = self.parse.head(of.index)
        at = t.dep == "pobj" and of.lower == "of" and noun.lower in self.words.dwellers
        return at and self._whole(t)[0] == of.index + 1 and not self._is_body(t)

    def _is_called(self, t: Token) -> bool:
        """Whether it is said to be a place: "Old Marrow is a village"."""
        verb = self.parse.head(t.index)
        if t.dep != "nsubj" or verb.lemma != "be":
            return False
        return any(a.lower in self.words.sites for a in self.parse.children(verb.index, "attr"))

    def _is_body(self, t: Token) -> bool:
        """Whether a name is that of a body, as far as its words tell."""
        first, stop = self._whole(t)
        return any(w.lower in self.words.bodies for w in self.parse.tokens[first:stop])

    def _is_tagged(self, t: Token) -> bool:
        """Whether it is a tag after a preposition: "in #Marrow"."""
        i = t.index
        if i < 2 or self.parse.tokens[i - 1].text != "#":
            return False
        return self.parse.tokens[i - 2].lower in self.words.locative

    def _whole(self, t: Token) -> tuple[int, int]:
        first = t.index
        start = self.parse.sentence(first).first
        while first > start and self.runs.is_name(self.parse.tokens[first - 1]):
            first -= 1
        return first, t.index + 1
