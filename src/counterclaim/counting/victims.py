"""Which noun for people a count counts, and who the counted are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from counterclaim.counting.noun_runs import COLLECTIVE, MARKS, names_one, opened, past, run
from counterclaim.counting.people import People
from counterclaim.lexicon import Lexicon
from counterclaim.model import Who
from counterclaim.syntax import Parse, Token

BARE = frozenset({"others", "more", "other"})
LINKS = frozenset({"and", "or", ",", "&"})
COLLECTIVE_FIRST = frozenset(
    {"police", "military", "staff", "levies"}
)  # these stand before nouns, whatever the parser says
HARMED = frozenset({"dead", "wounded", "injured"})
AMONG = (["among", "them"], ["amongst", "them"])
OLD = {"year", "old"}
HUNDREDS = 3  # digits
REACH = 9  # tokens from a number to the noun that it counts
UNKNOWN_REACH = 3  # the same for a noun that the lexicon does not know


@dataclass(frozen=True, slots=True)
class Counted:
    """What a count counts: the head nouns (empty when the count stands alone), and where the words end.

    `known` is False for nouns that the lexicon has neither as people nor as things; `thing` marks what is not people.
    `of` marks a share ("two of the wounded"), `bare` a count that stands for people named before ("three others",
    "five of them").
    """

    heads: tuple[int, ...]
    stop: int
    known: bool = True
    thing: bool = False
    of: bool = False
    bare: bool = False


class Victims(People):
    """The lexicon's nouns for people, ready for reading what a count counts."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__(lexicon)
        self._ended_by = lexicon.words("victims", "ended_by")
        self._things = lexicon.words("quantities", "things")
        self._sites = lexicon.words("settings", "sites")
        self.collectives = lexicon.words("victims", "collectives")
        self._speech = lexicon.words("casualties", "speech")
        self._verbs = lexicon.words("victims", "headline_verbs")
        self.ends = lexicon.words("casualties", "harmed") | lexicon.words("casualties", "perished")
        self._harms = lexicon.words("victims", "harms")
        self._joined_as = lexicon.words("victims", "joined_as")
        self._dealt_in = lexicon.words("victims", "dealt_in")

    def counted(self, parse: Parse, words: Sequence[str], at: int) -> Counted:
        """Read the noun that a count ending before token `at` counts."""
        stop = parse.sentences[parse.tokens[at - 1].sentence].stop
        start, of, bare = opened(words, at, stop)
        head, known = self._head(parse, words, start, min(stop, start + REACH))
        if head is None and of and start < stop and words[start] in HARMED:  # "six of the injured"
            head, known = start, True
        if head is None:
            return Counted((), start, thing=self._names_thing(parse, words, start, stop), of=of, bare=bare)
        if not known and _is_aged(words[start:head]):
            head = _last_of_compound(parse, head, stop)
        if not known and not self._is_told_of(words, start, head):
            thing = words[head] in self._things or words[start] in self._things  # "at 2 p.m. Monday"
            return Counted((head,), head + 1, known=False, thing=thing, of=of)
        heads = (head, *self._joined(parse, words, head, stop))
        return Counted(heads, heads[-1] + 1, of=of, bare=(of and bare) or words[head] in BARE)

    def _is_told_of(self, words: Sequence[str], start: int, head: int) -> bool:
        """Whether words beside a noun that no list has make people of it: "a 52-year-old tapper", "six among them"."""
        if words[head] in self._things or words[head] in self._sites:
            return False
        return words[head + 1 : head + 3] in AMONG or _is_aged(words[start:head])

    def itself(self, at: int) -> Counted:
        """The noun that counts itself: "Nurse killed"."""
        return Counted((at,), at + 1)

    def _names_thing(self, parse: Parse, words: Sequence[str], at: int, stop: int) -> bool:
        return at < stop and words[at] in self._things and parse.tokens[at].pos not in ("VERB", "AUX")

    def _head(self, parse: Parse, words: Sequence[str], start: int, stop: int) -> tuple[int | None, bool]:
        """The last noun of the run of words that may belong together, and whether it is people; plurals end it."""
        person: int | None = None
        noun: int | None = None
        for i in run(parse, words, start, stop):
            token = parse.tokens[i]
            if person is not None and names_one(parse, i):
                break
            ended = " ".join(words[i - 1 : i + 1]) in self._ended_by or " ".join(words[i - 2 : i + 1]) in self._ended_by
            if parse.tokens[i + 1 : i + 2] and (parse.tokens[i + 1].tag == "POS" or _is_compounded(parse, i, stop)):
                continue  # "14 of the islanders' boats", "two English-speaking regions"
            if (
                ended
                or self._is_person(token, words[i])
                or (token.pos == "ADJ" and i == start and self._is_one_of_two(parse, words, i, stop))
                or (person is None and words[i] in HARMED and token.pos == "ADJ" and words[i - 1] != "shot")
            ):
                person = i
                if is_plural(token, words[i]) and not self._modifies(parse, words, i, stop):
                    return person, True
            elif words[i] in self._verbs and i == start:
                return None, False
            elif (
                token.pos in ("NOUN", "PROPN") and words[i] not in MARKS and (noun is None or i - start < UNKNOWN_REACH)
            ):
                noun = i
                if (
                    token.tag == "NNS"
                    and words[i + 1 : i + 2] != ["-"]
                    and not self._names_trade(parse, words, i, stop)
                ):
                    break
        if person is not None and (noun is None or noun < person):
            return person, True
        return noun, False

    def _names_trade(self, parse: Parse, words: Sequence[str], at: int, stop: int) -> bool:
        """Whether things stand before somebody who deals with them: "an explosives expert"."""
        if at + 1 >= stop:
            return False
        compound = parse.tokens[at].dep == "compound" and parse.tokens[at + 1].tag in ("NN", "NNS")
        thing = words[at] in self._things and words[at] not in self._dealt_in
        # "over 30 tanks, personnel" may have lost its comma
        one = (compound and not thing) or (parse.tokens[at + 1].tag == "NN" and thing)
        return one and self._is_person(parse.tokens[at + 1], words[at + 1])

    def _modifies(self, parse: Parse, words: Sequence[str], at: int, stop: int) -> bool:
        """Whether a word for many stands before another noun for people: "a police officer"."""
        followed = at + 1 < stop and self._is_person(parse.tokens[at + 1], words[at + 1])
        return (followed and parse.tokens[at].tag in ("NN", "NNP")) or (followed and words[at] in COLLECTIVE_FIRST)

    def _is_one_of_two(self, parse: Parse, words: Sequence[str], at: int, stop: int) -> bool:
        """Whether a word that may be an adjective is a person before others counted: "a Palestinian and two boys"."""
        if words[at + 1 : at + 2] != ["and"] or at + 2 >= stop or words[at] in HARMED:
            return False
        return self.group(words[at]) is not None and parse.tokens[at + 2].pos in ("NUM", "DET")

    def _is_person(self, token: Token, word: str) -> bool:
        if token.pos in ("VERB", "AUX", "PUNCT") or not self.group(word):
            return False
        return token.pos != "ADJ" or word.endswith("s")

    def _joined(self, parse: Parse, words: Sequence[str], head: int, stop: int) -> tuple[int, ...]:
        """Nouns for people joined to the head: "women and children", "soldiers, guards and staff"."""
        chain: list[int] = []
        closed, i = 0, head + 1
        while i < stop and is_plural(parse.tokens[head], words[head]):
            linked = words[i] in ("and", "or", "&")
            i = past(words, i, stop, LINKS)
            qualified = i + 1 < stop and words[i] in self._joined_as and is_plural(parse.tokens[i + 1], words[i + 1])
            i += qualified and not (self._is_person(parse.tokens[i], words[i]) and is_plural(parse.tokens[i], words[i]))
            person = i < stop and words[i] not in self._harms and self._is_person(parse.tokens[i], words[i])
            if not person or not is_plural(parse.tokens[i], words[i]):
                break
            chain.append(i)
            closed = len(chain) if linked else closed
            i += 1
        if i < stop and words[i] in self._speech and words[head + 1] == ",":
            return ()  # "nine others, officials and residents said"
        return tuple(chain[:closed])  # what no "and" joins is the next clause: "four people, police said"

    def who(self, words: Sequence[str], first: int, counted: Counted) -> Who | None:
        """Who the counted are, None where their words say nothing; `first` is the count's first token."""
        if not counted.known or not counted.heads or words[counted.heads[0]] in BARE:
            predicated = self.predicated(words, counted.stop) if counted.of else None
            return predicated or self._of_force(words, first, counted)
        groups, start = set(), first
        for head in counted.heads:
            groups.add(self.who_of(words, start, head))
            start = head + 1
        if len(groups) > 1:
            groups.discard("people")
        found = "mixed" if len(groups) > 1 else next(iter(groups))
        return (self.predicated(words, counted.stop) if counted.of and found == "people" else None) or found

    def _of_force(self, words: Sequence[str], first: int, counted: Counted) -> Who | None:
        """Whose people an army or a band calls by its own name are: "17 Shabaab", "22 of the Sawa Brigades"."""
        if counted.known or not counted.heads:
            return None
        return self.force(words[first : counted.heads[0] + 1])


def _is_aged(words: Sequence[str]) -> bool:
    """Whether the words give an age that people reach: "52-year-old", but not "300-year-old"."""
    return set(words) >= OLD and all(len(w) < HUNDREDS for w in words if w.isdigit())


def _last_of_compound(parse: Parse, at: int, stop: int) -> int:
    """The noun in which a row of nouns ends: "tapper" of "rubber tapper"."""
    while at + 1 < stop and parse.tokens[at].dep == "compound" and parse.tokens[at + 1].pos == "NOUN":
        at += 1
    return at


def _is_compounded(parse: Parse, at: int, stop: int) -> bool:
    """Whether a hyphen makes a word part of another one that says how things are: "17 Russian-owned shops"."""
    if at + 2 >= stop or parse.tokens[at + 1].text != "-" or parse.tokens[at].end != parse.tokens[at + 1].start:
        return False
    return parse.tokens[at + 2].tag in ("VBN", "VBG", "VBD", "JJ")


@lru_cache(maxsize=4)
def load_victims(lexicon: Lexicon) -> Victims:
    """The compiled table of a lexicon."""
    return Victims(lexicon)


def is_plural(token: Token, word: str) -> bool:
    """Whether a noun stands in the plural, or for many."""
    return token.tag in ("NNS", "NNPS") or word in COLLECTIVE
