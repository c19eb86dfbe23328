"""Nouns for people: who they say somebody is, with the words around them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, takewhile

from counterclaim.lexicon import Lexicon
from counterclaim.model import Who

GROUPS: tuple[Who, ...] = (
    "civilians", "children", "women", "men", "fighters", "soldiers", "medics", "journalists", "other", "people",
)  # fmt: skip
SAID_FIRST: tuple[Who, ...] = ("soldiers", "medics", "journalists", "children", "women", "fighters", "civilians")
PLAIN = frozenset({"civilians", "children", "women", "medics", "journalists"})  # modifiers do not change these
AFTER: Mapping[Who, tuple[list[str], ...]] = {  # words that join to a noun whose people they were
    "people": (["of"], ["from"]),
    "men": (["of"], ["from"]),
    "other": (["of"], ["from"], ["in"], ["with"]),
    "fighters": (["of"],),  # "elements of the Federal Police"
}
CLOSING = frozenset(
    {"is", ",", ";", ".", ":", "(", "who", "were", "was", "are", "have", "has", "had", "after", "when", "while"}
)
OWNERS = frozenset({"'s", "’s"})  # "seven of Vask's men"
OWN = frozenset({"its", "his", "their"})
ARMED = frozenset({"soldiers", "fighters"})
BODIES: tuple[Who, ...] = ("soldiers", "medics", "journalists", "fighters")
OWNED = frozenset({"people", "other", "soldiers", "fighters"})
MEMBERS = frozenset({"member", "members", "elements", "of", "from"})
LOOSE = frozenset({"people", "other"})
SEXES: Mapping[str, Who] = {"m": "men", "f": "women", "males": "men", "females": "women"}
LOST = frozenset({"lost", "lose", "loses", "losing", "loss"})
FORCE_REACH = 14  # tokens before "its men" where the force is named
ADULT = 18  # years


class People:
    """The lexicon's nouns for people and what is said beside them, ready for look-up."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._groups: dict[str, Who] = {}
        for group in reversed(GROUPS):
            for word in lexicon.words("victims", group):
                self._groups.update(dict.fromkeys(_forms(word), group))
        self._groups.update(dict.fromkeys(lexicon.words("victims", "either_sex"), "people"))
        peoples = lexicon.table("victims", "peoples")["names"]
        for word in peoples:
            self._groups.update(dict.fromkeys(_forms(word), "people"))
        self.alone = lexicon.words("victims", "headline_people").union(peoples)
        self._said_by: Mapping[str, Sequence[str]] = lexicon.table("victims", "said_by")
        self._bodies = {cue: who for who in reversed(BODIES) for cue in self._said_by[who]}
        self._before_only = lexicon.words("victims", "before_only")
        self._own_people = lexicon.words("victims", "own_people")
        self._employed = lexicon.words("victims", "employed")
        self._never_armed = lexicon.words("victims", "never_armed")
        self._of_state = lexicon.words("victims", "of_state")
        self._states = lexicon.words("victims", "states")
        self._guarded = lexicon.words("victims", "guarded")
        pairs = lexicon.table("victims", "by_two_words")
        self._pairs: dict[str, Who] = {pair: who for who in SAID_FIRST for pair in pairs.get(who, ())}
        self._remains = lexicon.words("casualties", "bodies")
        self._unarmed = lexicon.words("victims", "unarmed_leaders")
        self._staffs = lexicon.words("victims", "staffs")
        self._elements = lexicon.words("victims", "elements")
        self._leaders = lexicon.words("victims", "leaders")
        self._guards = lexicon.words("victims", "guards")
        self._students = lexicon.words("victims", "students")
        self._universities = lexicon.words("victims", "universities")
        self._minors = lexicon.words("victims", "minors")
        self._private = frozenset(form for word in lexicon.words("victims", "private") for form in _forms(word))

    def group(self, word: str) -> Who | None:
        """Who a noun says they are, None when it is no word for people."""
        return self._groups.get(word) or self._groups.get(word.rpartition("-")[2])

    def label(self, word: str) -> Who | None:
        """Who a label before a number says they are: "women 2", "M 8"."""
        return SEXES.get(word) or self.group(word)

    def predicated(self, words: Sequence[str], at: int) -> Who | None:
        """Who they are said to be after the count: "five of the dead were children"."""
        if words[at : at + 1] in (["were"], ["are"], ["was"], ["is"]):
            named = next((g for w in words[at + 1 : at + 3] if (g := self.group(w)) and g != "people"), None)
            after = list(takewhile(lambda w: w not in CLOSING, words[at + 1 : at + 8]))
            if "old" in after:  # "was a nine-year-old girl"
                named = next((g for w in after if (g := self.group(w)) and g != "people"), named)
            return named or (self.force(after) if not MEMBERS.isdisjoint(after) else None)
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

    def who_of(self, words: Sequence[str], first: int, head: int) -> Who:
        """Who the people of the noun at `head` are, its words beginning at `first`."""
        if pair := self._pairs.get(" ".join(words[head - 1 : head + 1])):
            return pair
        if words[head] in self._students and self._is_at_university(words, first, head):
            return "civilians"
        found = self._who_of(words, first, head)
        if words[head] not in self._private:
            return found
        foreign = found == "fighters" and words[head - 1] == "foreign"  # "a foreign worker" bears no arms
        schooled = found == "children" and self._minors.isdisjoint(
            words[first:head]
        )  # "a teacher of the school" is grown
        return "civilians" if found == "other" or foreign or schooled else found

    def _who_of(self, words: Sequence[str], first: int, head: int) -> Who:
        group = _by_age(words[first : head + 1]) or self.group(words[head])
        if group is None or group in PLAIN:
            return group or "people"
        plain = self._said_plainly(words, head)
        if plain is not None:
            return plain
        said = self._said_around(words, first, head, group)
        owned = self._of_a_force(words, first, head)
        if group == "men":
            plural = said in ("soldiers", "medics") and words[head] == "men"
            of_force = said if said == "fighters" or plural else None
            return owned or of_force or group
        if owned is not None and group in OWNED:
            return owned
        of_body = words[head] in self._staffs and said in ("medics", "journalists")
        armed = group in ARMED and not of_body and said not in ("fighters", "soldiers", "children", "mixed")
        return group if armed else said or group

    def _is_at_university(self, words: Sequence[str], first: int, head: int) -> bool:
        """Whether students are grown: "university students", "two students of the college"."""
        after = takewhile(lambda w: w not in CLOSING, words[head + 1 : head + 6])
        return not self._universities.isdisjoint([*words[first:head], *after])

    def _said_plainly(self, words: Sequence[str], head: int) -> Who | None:
        """Who the people of a noun are whatever stands beside it: "a tribal elder", "three bodies of terrorists"."""
        if words[head] in self._leaders and words[head - 1] in self._unarmed:
            return "other"
        if words[head] in self._guards and words[head - 1] in self._guarded:
            return "civilians"
        if words[head] in self._never_armed:
            return self.group(words[head])
        if words[head] not in self._remains or words[head + 1 : head + 2] != ["of"]:
            return None
        return next((g for w in words[head + 2 : head + 5] if (g := self.group(w)) and g not in LOOSE), None)

    def _said_around(self, words: Sequence[str], first: int, head: int, group: Who) -> Who | None:
        """What the words before a noun say of its people, else those of the phrase after it."""
        said = self._said(words[max(first, head - 6) : head])
        group = "people" if words[head] in self._elements else group
        if said in ARMED and words[head - 1] in self._states and words[head] in self._of_state:
            said = None
        if said is not None or words[head + 1 : head + 2] not in AFTER.get(group, ()):
            return said
        loose = words[head + 1] != "of"  # "people from a rebel town" are no rebels, "members of a rebel group" are
        after = words[head + 2 : head + 3], takewhile(lambda w: w not in CLOSING, words[head + 3 : head + 10])
        return self._said([w for w in chain(*after) if not (loose and w in self._before_only)])

    def _of_a_force(self, words: Sequence[str], first: int, head: int) -> Who | None:
        """Whose people they are: "eight of its men", "one of its members" and "Vask's men" bear arms for somebody."""
        if words[head] not in self._own_people:
            return None
        owned = not OWN.isdisjoint(words[max(0, head - 2) : head])
        before = words[max(0, first - 3) : first]
        named, lost = words[head - 1] in OWNERS, words[head] == "men" and not LOST.isdisjoint(before)
        if not owned and not (words[head] == "men" and (named or lost)):
            return None
        said = self._said_last(words[max(0, head - FORCE_REACH) : head])
        if words[head] == "men":
            officer = owned and said is None and self._serves(words[max(0, head - FORCE_REACH) : head])
            return said if said in ARMED else "soldiers" if lost or officer else "fighters"
        return None if said == "journalists" and words[head] not in self._employed else said

    def _serves(self, words: Sequence[str]) -> bool:
        """Whether the last person with arms told of serves a state: "a lieutenant was killed and one of his men"."""
        return next((g for w in reversed(words) if (g := self.group(w)) in ARMED), None) == "soldiers"

    def _said_last(self, words: Sequence[str]) -> Who | None:
        """What the last of the words that name a body say of its people."""
        for i in range(len(words) - 1, -1, -1):
            pair, word = " ".join(words[max(0, i - 1) : i + 1]), words[i]
            said = self._bodies.get(pair) or (None if word == "service" else self._bodies.get(word))
            if said:
                return said
            if word == "service" and i:
                return self._bodies.get(words[i - 1], "soldiers")
        return None

    def _said(self, words: Sequence[str]) -> Who | None:
        """What the words around a noun say of the people: the longest cue, two sides joined by "and" being mixed."""
        run = f" {' '.join(words)} "
        cues = ((who, [cue for cue in self._said_by[who] if f" {cue} " in run]) for who in SAID_FIRST)
        found = {who: max(said, key=lambda cue: cue.count(" ")) for who, said in cues if said}
        if {"soldiers", "fighters"} <= found.keys() and " and " in run:
            return "mixed"
        return max(found, key=lambda who: found[who].count(" "), default=None)


def _by_age(words: Sequence[str]) -> Who | None:
    """Whether somebody called by age alone is a child: "a 16-year-old"."""
    if len(words) < 3 or words[-1] != "old":
        return None
    years = next((int(w) for w in words if w.isdecimal()), 0)
    return "people" if years >= ADULT and "month" not in words else "children"


def _forms(word: str) -> Iterator[str]:
    yield word
    if word.endswith(("s", "x", "ch", "sh")):
        yield word + "es"
    elif word.endswith("y") and word[-2:-1] not in tuple("aeiou"):
        yield word[:-1] + "ies"
    else:
        yield word + "s"
