"""Words that say what became of people: "killed", "were wounded", "the deaths of", "death toll"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from counterclaim.counting.apart import Apart
from counterclaim.counting.harm import EVACUATED, INJURED, KILLED, LOOK_BACK, Trigger, auxiliaries
from counterclaim.inflection import gerund, regular_past, third_person
from counterclaim.lexicon import Lexicon
from counterclaim.model import COUNTED
from counterclaim.phrases import Phrases
from counterclaim.syntax import Parse

WAR = 2  # words of war on a page that tells of one
BLOW_REACH = 4  # tokens from "fell to" to "attacks"
SHOT = frozenset({"shot"})
VERBS = frozenset({"lives"})


class Triggers:
    """The lexicon's words of harm, inflected and ready for look-up."""

    def __init__(self, lexicon: Lexicon) -> None:
        irregular: Mapping[str, Sequence[str]] = lexicon.table("casualties", "irregular")
        weak = lexicon.words("casualties", "weak")
        senses: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
        broad: set[str] = set()
        for aspect in COUNTED:
            for phrase, form, base in _entries(lexicon.table("casualties", aspect), irregular):
                senses[phrase][aspect].add(form)
                if base in weak:
                    broad.add(phrase)
        self._broad = broad
        self._ignored = Phrases.of(lexicon.words("casualties", "ignored"), value=True)
        self._war = lexicon.words("casualties", "war")
        self._crime = lexicon.words("casualties", "police_work")
        self._living = lexicon.words("casualties", "living")
        self._blows = lexicon.words("casualties", "blows")
        self._evacuation = lexicon.words("casualties", "evacuation_cues")
        self._households = lexicon.words("casualties", "households")
        self._forces = lexicon.words("casualties", "forces")
        self._acronyms = lexicon.words("casualties", "acronyms")
        self._falling = lexicon.words("casualties", "falling")
        self._burning = lexicon.words("casualties", "burning")
        self._losing = lexicon.words("casualties", "losing")
        self._phrases = Phrases(
            {phrase: (tuple(found), frozenset().union(*found.values())) for phrase, found in senses.items()}
        )
        self._apart = Apart(lexicon, self._phrases)
        self._firsts = self._apart.firsts.union(self._phrases.firsts, self._ignored.firsts)

    def knows(self, word: str) -> bool:
        """Whether one word alone may tell of harm."""
        return self._phrases.match((word,), 0) is not None

    def follows(self, word: str) -> bool:
        """Whether one word alone may tell of harm to the people named right before it: "killed", "dies"."""
        found = self._phrases.match((word,), 0)
        return found is not None and not found[0][1].isdisjoint(("past", "state", "intransitive"))

    def tells_next(self, words: Sequence[str], at: int) -> bool:
        """Whether a phrase at `at` may tell of harm to those named before it: "remains lost"."""
        found = self._phrases.match(words, at)
        return found is not None and not found[0][1].isdisjoint(("past", "state", "intransitive"))

    def find(self, parse: Parse, words: Sequence[str]) -> Iterator[Trigger]:
        """All triggers of a page, in order."""
        stop, evacuating = 0, not self._evacuation.isdisjoint(words)
        at_war = len(self._war.intersection(words)) >= WAR and self._crime.isdisjoint(words)
        for at in (i for i, word in enumerate(words) if word in self._firsts):
            if at < stop:
                continue
            ignored = self._ignored.match(words, at)
            longer = self._phrases.match(words, at) if ignored else None  # "suffered losses of 30 men"
            if ignored and not (longer and longer[1] > ignored[1]) and not self._is_told(parse, words, at, ignored[1]):
                stop = ignored[1]
                continue
            shared = words[at] == "the" and words[at - 1 : at] == ["of"]  # "21 of the dead were minors" opens no list
            trigger = None if shared else self._at(parse, words, at, evacuating=evacuating)
            if trigger is None or trigger.weak or trigger.aspects == EVACUATED:
                trigger = self._apart.at(parse, words, at) or trigger
            if trigger and trigger.aspects == INJURED and self._is_deadly(parse, words, trigger, at_war=at_war):
                trigger = replace(trigger, aspects=KILLED, weak=False)
            if trigger:
                yield trigger
                stop = trigger.stop

    def _at(self, parse: Parse, words: Sequence[str], at: int, *, evacuating: bool) -> Trigger | None:
        found = self._phrases.match(words, at)
        if not found or parse.tokens[at].sentence != parse.tokens[found[1] - 1].sentence:
            return None
        (aspects, forms), stop = found
        if words[stop - 1] == ":" and at > parse.sentences[parse.tokens[at].sentence].first:
            return None  # "the dead:" over a list, and not "for each of the five victims: one"
        if words[at] in VERBS and parse.tokens[at].pos == "VERB":
            return None  # "she lives there"
        if words[at] in self._acronyms and stop < len(words) and parse.tokens[stop].pos in ("NOUN", "PROPN"):
            return None  # "three KIA fighters" are of an army of that name
        weak = " ".join(words[at:stop]) in self._broad
        if weak and "gerund" in forms and parse.tokens[at].tag == "NN":  # "the shooting"
            forms = frozenset({"noun"})
        if weak and aspects == ("evacuated",) and not evacuating:
            return None
        if weak and aspects == KILLED and words[stop - 1] == "out" and not self._strikes(words, at):
            aspects = EVACUATED if evacuating or self._moves(words, at) else aspects
        weak = weak and not self._loses_forces(parse, words, at, stop)
        number = stop < len(words) and (words[stop].isdigit() or parse.tokens[stop].pos == "NUM")
        if words[at] == "wounds" and number and words[at - 1 : at] in ([","], ["and"]):
            weak, forms = False, frozenset({"active"})  # "kills 12 and wounds 50"
        return Trigger(at, stop, aspects, forms, weak, *auxiliaries(parse, words, at))

    def _is_told(self, parse: Parse, words: Sequence[str], at: int, stop: int) -> bool:
        """Whether a phrase that tells of no harm does so here: "suffered a shrapnel wound", "fell to such attacks"."""
        if words[at] in self._falling:
            return not self._blows.isdisjoint(words[stop : stop + BLOW_REACH])
        return self._apart.receiving(parse, words, at) is not None

    def _is_deadly(self, parse: Parse, words: Sequence[str], t: Trigger, *, at_war: bool) -> bool:
        """Whether a word of injury tells of death: "shot to death"; in war whoever "was shot" and no more is said."""
        alive = (
            words[t.first] in self._burning and "alive" in words[t.stop : t.stop + LOOK_BACK]
        )  # "burned six villagers alive"
        if alive or _to_death(parse, words, t):
            return True
        if not at_war or words[t.first] not in SHOT or t.stop > t.first + 1 or "past" not in t.forms:
            return False
        if parse.tokens[t.first].pos != "VERB":
            return False
        sentence = parse.sentences[parse.tokens[t.first].sentence]
        return self._living.isdisjoint(words[sentence.first : sentence.stop])

    def _strikes(self, words: Sequence[str], at: int) -> bool:
        """Whether those taken out are forces: "took out nine fighters"."""
        return not self._forces.isdisjoint(words[max(0, at - LOOK_BACK) : at + LOOK_BACK])

    def _moves(self, words: Sequence[str], at: int) -> bool:
        """Whether those taken out are families or the like: "130 families were taken out"."""
        return not self._households.isdisjoint(words[max(0, at - LOOK_BACK) : at + LOOK_BACK])

    def _loses_forces(self, parse: Parse, words: Sequence[str], at: int, stop: int) -> bool:
        """Whether it is said how many of its own a force lost: "lost 50 soldiers", "the loss of eleven men"."""
        if words[at] not in self._losing:
            return False
        behind = [t for t in parse.tokens[stop : stop + LOOK_BACK] if t.sentence == parse.tokens[at].sentence]
        number = next((n for n, t in enumerate(behind) if t.pos == "NUM"), None)
        return number is not None and not self._forces.isdisjoint(t.lower for t in behind[number + 1 : number + 3])


@lru_cache(maxsize=4)
def load_triggers(lexicon: Lexicon) -> Triggers:
    """The compiled table of a lexicon."""
    return Triggers(lexicon)


def _entries(
    table: Mapping[str, Sequence[str]], irregular: Mapping[str, Sequence[str]]
) -> Iterator[tuple[str, str, str]]:
    """Every written form of a table's entries with what it may do, and the entry itself."""
    for entry in table["transitive"]:
        for form, phrase in _inflected(entry, irregular):
            yield phrase, form, entry
    for entry in table["intransitive"]:
        for _, phrase in _inflected(entry, irregular):
            yield phrase, "intransitive", entry
    for name, form in (
        ("pasts", "past"),
        ("openers", "active"),
        ("nouns", "noun"),
        ("states", "state"),
        ("tolls", "toll"),
        ("counted", "counted"),
    ):
        for entry in table[name]:
            yield entry, form, entry


def _inflected(entry: str, irregular: Mapping[str, Sequence[str]]) -> Iterator[tuple[str, str]]:
    lead, _, rest = entry.partition(" ") if "ly " in entry else ("", "", entry)
    verb, _, rest = rest.partition(" ")
    lead, rest = lead and f"{lead} ", rest and f" {rest}"
    yield "active", lead + verb + rest
    yield "active", lead + third_person(verb) + rest
    yield "gerund", lead + gerund(verb) + rest
    for past in irregular.get(verb) or (regular_past(verb),):
        yield "past", lead + past + rest


def _to_death(parse: Parse, words: Sequence[str], t: Trigger) -> bool:
    """Whether a verb of injury ends in death, past those hurt: "shot his two brothers to death"."""
    to = (p.index for i in range(t.first, t.stop) for p in parse.children(i, "prep") if p.lower == "to")
    return any(words[i + 1 : i + 2] == ["death"] for i in to)
