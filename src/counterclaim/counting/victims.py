"""Nouns for people: which word a count counts, and who the counted are."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, takewhile

from counterclaim.lexicon import Lexicon
from counterclaim.model import Who
from counterclaim.syntax import Parse, Token

GROUPS: tuple[Who, ...] = (
    "civilians", "children", "women", "men", "fighters", "soldiers", "medics", "journalists", "other", "people",
)  # fmt: skip
SAID_FIRST: tuple[Who, ...] = ("soldiers", "medics", "journalists", "children", "women", "fighters", "civilians")
PLAIN = frozenset({"civilians", "children", "women", "medics", "journalists"})  # modifiers do not change these
AFTER: Mapping[Who, tuple[list[str], ...]] = {  # words that join to a noun whose people they were
    "people": (["of"], ["from"]),
    "other": (["of"], ["from"], ["in"], ["with"]),
}
BARE = frozenset({"others", "more", "other"})
LINKS = frozenset({"and", "or", ",", "&"})
COLLECTIVE_FIRST = frozenset({"police", "military", "staff"})  # these stand before nouns, whatever the parser says
HARMS = frozenset({"injuries", "deaths", "fatalities"})  # "the deaths of seven people and injuries to ten"
HARMED = frozenset({"dead", "wounded", "injured"})
FILLERS = frozenset({"other", "more", "additional", "further"})
PRONOUNS = frozenset({"them", "whom", "us"})
DETERMINERS = frozenset({"the", "its", "his", "her", "their", "our", "these", "those", "all", *PRONOUNS})
MARKS = frozenset({'"', "“", "”", "'", "‘", "’", "[", "]", "``", "''", "-", "–", "/", "(", ")", "#"})
BARS = frozenset({"|", "•", "·", "►", "*"})  # what parts the cells of a table and the items of a list
ANY = frozenset({"personnel", "staff", "crew", "members"})  # of whatever body the words before say
CLOSING = frozenset(
    {"is", ",", ";", ".", ":", "(", "who", "were", "was", "are", "have", "has", "had", "after", "when", "while"}
)
LEADERS = frozenset({"leader", "leaders", "chief", "chiefs", "deputy"})
OWNERS = frozenset({"'s", "’s"})  # "seven of Vask's men"
OWN = frozenset({"its", "his", "their"})
FORCE_REACH = 14  # tokens before "its men" where the force is named
COLLECTIVE = frozenset(
    {"people", "police", "troops", "personnel", "others", "children", "women", "men", "staff", "folk", "military"}
)
YEARS_OLD = tuple(
    [unit, link] for unit in ("year", "years", "month", "months", "week", "weeks") for link in ("old", "-")
)  # "a 12 year old", "a 12 year-old"
ADULT = 18  # years
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


class Victims:
    """The lexicon's nouns for people, ready for look-up."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._groups: dict[str, Who] = {}
        for group in reversed(GROUPS):
            for word in lexicon.words("victims", group):
                self._groups.update(dict.fromkeys(_forms(word), group))
        for word in lexicon.table("victims", "peoples")["names"]:
            self._groups.update(dict.fromkeys(_forms(word), "people"))
        self._said_by: Mapping[str, Sequence[str]] = lexicon.table("victims", "said_by")
        self._before_only = lexicon.words("victims", "before_only")
        self._ended_by = lexicon.words("victims", "ended_by")
        self._things = lexicon.words("quantities", "things")
        self.collectives = lexicon.words("victims", "collectives")
        self._unarmed = lexicon.words("victims", "unarmed_leaders")
        self._speech = lexicon.words("casualties", "speech")
        self._verbs = lexicon.words("victims", "headline_verbs")

    def group(self, word: str) -> Who | None:
        """Who a noun says they are, None when it is no word for people."""
        return self._groups.get(word) or self._groups.get(word.rpartition("-")[2])

    def counted(self, parse: Parse, words: Sequence[str], at: int) -> Counted:
        """Read the noun that a count ending before token `at` counts."""
        stop = parse.sentences[parse.tokens[at - 1].sentence].stop
        start, of, bare = _opened(words, at, stop)
        head, known = self._head(parse, words, start, min(stop, start + REACH))
        if head is None and of and start < stop and words[start] in HARMED:  # "six of the injured"
            head, known = start, True
        if head is None:
            return Counted((), start, thing=self._names_thing(parse, words, start, stop), of=of, bare=bare)
        if not known:
            thing = words[head] in self._things or words[start] in self._things  # "at 2 p.m. Monday"
            return Counted((head,), head + 1, known=False, thing=thing, of=of)
        heads = (head, *self._joined(parse, words, head, stop))
        return Counted(heads, heads[-1] + 1, of=of, bare=(of and bare) or words[head] in BARE)

    def itself(self, at: int) -> Counted:
        """The noun that counts itself: "Nurse killed"."""
        return Counted((at,), at + 1)

    def _names_thing(self, parse: Parse, words: Sequence[str], at: int, stop: int) -> bool:
        return at < stop and words[at] in self._things and parse.tokens[at].pos not in ("VERB", "AUX")

    def _head(self, parse: Parse, words: Sequence[str], start: int, stop: int) -> tuple[int | None, bool]:
        """The last noun of the run of words that may belong together, and whether it is people; plurals end it."""
        person: int | None = None
        noun: int | None = None
        for i in _run(parse, words, start, stop):
            token = parse.tokens[i]
            if person is not None and _names_one(parse, i):
                break
            ended = " ".join(words[i - 1 : i + 1]) in self._ended_by or " ".join(words[i - 2 : i + 1]) in self._ended_by
            if parse.tokens[i + 1 : i + 2] and parse.tokens[i + 1].tag == "POS":
                continue  # "14 of the islanders' boats"
            if (
                ended
                or self._is_person(token, words[i])
                or (person is None and words[i] in HARMED and token.pos == "ADJ")
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
        thing = words[at] in self._things  # "over 30 tanks, personnel" may have lost its comma
        one = (compound and not thing) or (parse.tokens[at + 1].tag == "NN" and thing)
        return one and self._is_person(parse.tokens[at + 1], words[at + 1])

    def _modifies(self, parse: Parse, words: Sequence[str], at: int, stop: int) -> bool:
        """Whether a word for many stands before another noun for people: "a police officer"."""
        followed = at + 1 < stop and self._is_person(parse.tokens[at + 1], words[at + 1])
        return (followed and parse.tokens[at].tag in ("NN", "NNP")) or (followed and words[at] in COLLECTIVE_FIRST)

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
            i = _past(words, i, stop, LINKS)
            person = i < stop and words[i] not in HARMS and self._is_person(parse.tokens[i], words[i])
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
            return self.predicated(words, counted.stop) if counted.of else None
        groups, start = set(), first
        for head in counted.heads:
            groups.add(self._who_of(words, start, head))
            start = head + 1
        if len(groups) > 1:
            groups.discard("people")
        found = "mixed" if len(groups) > 1 else next(iter(groups))
        return (self.predicated(words, counted.stop) if counted.of and found == "people" else None) or found

    def predicated(self, words: Sequence[str], at: int) -> Who | None:
        """Who they are said to be after the count: "five of the dead were children"."""
        if words[at : at + 1] in (["were"], ["are"], ["was"], ["is"]):
            return next((g for w in words[at + 1 : at + 3] if (g := self.group(w)) and g != "people"), None)
        if words[at : at + 1] == ["from"]:
            said = self._said(
                [w for w in words[at + 1 : at + 7] if w not in self._before_only or w in ("army", "military")]
            )
            return said if said in ("soldiers", "fighters") else None
        return None

    def force(self, words: Sequence[str]) -> Who | None:
        """Whose losses they are: "the army's", "rebel"; None where the words name no force."""
        said = self._said(words)
        return said if said in ("soldiers", "fighters") else None

    def _who_of(self, words: Sequence[str], first: int, head: int) -> Who:
        group = _by_age(words[first : head + 1]) or self.group(words[head])
        if group is None or group in PLAIN:
            return group or "people"
        if words[head] in LEADERS and words[head - 1] in self._unarmed:
            return "other"
        said = self._said(words[max(first, head - 6) : head])
        if said is None and words[head + 1 : head + 2] in AFTER.get(group, ()):
            loose = words[head + 1] != "of"  # "people from a rebel town" are no rebels, "members of a rebel group" are
            after = words[head + 2 : head + 3], takewhile(lambda w: w not in CLOSING, words[head + 3 : head + 10])
            said = self._said([w for w in chain(*after) if not (loose and w in self._before_only)])
        if group == "men":
            return self._of_a_force(words, head) or (said if said == "fighters" else group)
        if words[head] in ANY and said in ("medics", "journalists"):
            return said
        if group in ("fighters", "soldiers") and said not in ("fighters", "soldiers", "children", "mixed"):
            return group
        return said or group

    def _of_a_force(self, words: Sequence[str], head: int) -> Who | None:
        """Whose "men" they are: "eight of its men" and "Vask's men" bear arms for somebody."""
        if words[head : head + 1] != ["men"]:
            return None
        if OWN.isdisjoint(words[max(0, head - 2) : head]) and words[head - 1] not in OWNERS:
            return None
        return "soldiers" if self._said(words[max(0, head - FORCE_REACH) : head]) == "soldiers" else "fighters"

    def _said(self, words: Sequence[str]) -> Who | None:
        """What the words around a noun say of the people: the longest cue, two sides joined by "and" being mixed."""
        run = f" {' '.join(words)} "
        found = {who: cue for who in SAID_FIRST for cue in self._said_by[who] if f" {cue} " in run}
        if {"soldiers", "fighters"} <= found.keys() and " and " in run:
            return "mixed"
        return max(found, key=lambda who: found[who].count(" "), default=None)


@lru_cache(maxsize=4)
def load_victims(lexicon: Lexicon) -> Victims:
    """The compiled table of a lexicon."""
    return Victims(lexicon)


def _by_age(words: Sequence[str]) -> Who | None:
    """Whether somebody called by age alone is a child: "a 16-year-old"."""
    if len(words) < 3 or words[-1] != "old":
        return None
    years = next((int(w) for w in words if w.isdecimal()), 0)
    return "people" if years >= ADULT and "month" not in words else "children"


def is_plural(token: Token, word: str) -> bool:
    """Whether a noun stands in the plural, or for many."""
    return token.tag in ("NNS", "NNPS") or word in COLLECTIVE


def _names_one(parse: Parse, at: int) -> bool:
    """Whether a name or a participle after a noun begins: "one child Anna", "a man named"."""
    token, before = parse.tokens[at], parse.tokens[at - 1]
    return token.tag in ("VBN", "VBG") or (token.text[:1].isupper() and before.text.islower())


def _opened(words: Sequence[str], at: int, stop: int) -> tuple[int, bool, bool]:
    """Where the noun may begin, whether "of" leads to it, and whether words were passed that may stand for one."""
    start = _past(words, at, stop, FILLERS)
    bare, of = start > at, start < stop and words[start] == "of"
    if of:
        start = _past(words, start + 1, stop, DETERMINERS)
        bare = bare or words[start - 1] in PRONOUNS
        start = _past(words, start, stop, FILLERS)
    return start, of, bare


def _past(words: Sequence[str], at: int, stop: int, passed: frozenset[str]) -> int:
    while at < stop and words[at] in passed:
        at += 1
    return at


def _run(parse: Parse, words: Sequence[str], start: int, stop: int) -> Iterator[int]:
    """The tokens from `start` that may all belong to one noun phrase; what stands in brackets is passed over."""
    i = start
    while i < stop and (
        _may_stand_before_noun(parse, words, i, stop) or _joins_modifiers(parse, words, i, start, stop)
    ):
        if words[i] == "(":
            closing = next((j for j in range(i + 1, min(i + 7, stop)) if words[j] == ")"), None)
            if closing is None:
                return
            i = closing
        else:
            yield i
        i += 1


def _joins_modifiers(parse: Parse, words: Sequence[str], at: int, start: int, stop: int) -> bool:
    """Whether "and" joins two words before one noun: "army and paramilitary troops"."""
    if words[at] not in ("and", "or") or at == start or at + 2 >= stop:
        return False
    before, second, third = parse.tokens[at - 1], parse.tokens[at + 1], parse.tokens[at + 2]
    single = before.pos == "ADJ" or before.tag in ("NN", "NNP")
    return (
        single
        and second.pos in ("ADJ", "NOUN", "PROPN")
        and third.tag in ("NNS", "NN")
        and words[at + 1] not in COLLECTIVE
    )


def _may_stand_before_noun(parse: Parse, words: Sequence[str], at: int, stop: int) -> bool:
    token = parse.tokens[at]
    if words[at] in BARS:
        return False
    if words[at] in MARKS or token.pos in ("ADJ", "NOUN", "PROPN"):
        return True
    if token.pos == "NUM":
        return words[at + 1 : at + 2] == ["-"] or words[at + 1 : at + 3] in YEARS_OLD
    return (
        token.text == "IS"
        or token.tag in ("VBN", "VBG", "POS", "HYPH", "PRP$")
        or (token.pos == "ADV" and (words[at].endswith("ly") or words[at + 1 : at + 2] == ["-"]))  # "a high-ranking"
    )


def _forms(word: str) -> Iterator[str]:
    yield word
    if word.endswith(("s", "x", "ch", "sh")):
        yield word + "es"
    elif word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        yield word[:-1] + "ies"
    else:
        yield word + "s"
