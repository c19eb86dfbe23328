"""Words that say what became of people: "killed", "were wounded", "the deaths of", "death toll"."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from counterclaim.inflection import gerund, regular_past, third_person
from counterclaim.lexicon import Lexicon
from counterclaim.model import COUNTED
from counterclaim.phrases import Phrases
from counterclaim.syntax import Parse

BE = frozenset({"is", "are", "was", "were", "be", "been", "being", "'s", "'re", "get", "gets", "got", "getting"})
HAVE = frozenset({"has", "have", "had", "having", "'ve", "'d"})
MODALS = frozenset({"will", "would", "could", "can", "should", "must", "may", "might", "shall", "'ll", "wo", "ca"})
NO = frozenset({"no", "any", "other"})
DISPLACED = ("displaced",)
EVACUATED = ("evacuated",)
DETAINED = ("detained",)
INJURED = ("injured",)
KILLED = ("killed",)
LOSING = frozenset({"lose", "loses", "lost", "losing", "loss", "losses"})
VERBS = frozenset({"lives"})
ACRONYMS = frozenset({"kia", "wia", "mia"})
THEIR = frozenset({"their", "his", "her"})
LIVES = frozenset({"lives", "life"})
HOSPITAL_REACH = 5  # tokens from "to" to "hospital"
TALLY_REACH = 9  # tokens from "number of" to the word that says of whom
LOOK_BACK = 5  # tokens between an auxiliary and its participle
AUXILIARIES = (("be", BE), ("have", HAVE), ("modal", MODALS), ("to", frozenset({"to"})))


@dataclass(frozen=True, slots=True)
class Trigger:
    """A word or phrase (tokens `first` to `stop`) that decides an aspect, or several ("casualties").

    `forms` says how it may govern a count: active, past (participle or past tense), gerund, intransitive, noun, state,
    toll, counted. `passive`, `perfect`, `modal` ("could", with no "have") and `infinitive` tell what auxiliaries it
    has; `weak` marks words with other meanings besides.
    """

    first: int
    stop: int
    aspects: tuple[str, ...]
    forms: frozenset[str]
    weak: bool = False
    passive: bool = False
    perfect: bool = False
    infinitive: bool = False
    modal: bool = False


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
        self._evacuation = lexicon.words("casualties", "evacuation_cues")
        self._takings = lexicon.words("casualties", "takings")
        self._taken = lexicon.words("casualties", "taken")
        self._sendings = lexicon.words("casualties", "sendings")
        self._hospitals = lexicon.words("casualties", "hospitals")
        self._admittings = lexicon.words("casualties", "admittings")
        self._patients = lexicon.words("casualties", "patients")
        self._receivings = lexicon.words("casualties", "receivings")
        self._hurts = lexicon.words("casualties", "hurts")
        self._drivings = lexicon.words("casualties", "drivings")
        self._abodes = lexicon.words("casualties", "abodes")
        self._costs = lexicon.words("casualties", "costs")
        self._numbers = lexicon.words("casualties", "numbers")
        self._forces = lexicon.words("casualties", "forces")
        self._phrases = Phrases(
            {phrase: (tuple(found), frozenset().union(*found.values())) for phrase, found in senses.items()}
        )

    def knows(self, word: str) -> bool:
        """Whether one word alone may tell of harm."""
        return self._phrases.match((word,), 0) is not None

    def follows(self, word: str) -> bool:
        """Whether one word alone may tell of harm to the people named right before it: "killed", "dies"."""
        found = self._phrases.match((word,), 0)
        return found is not None and not found[0][1].isdisjoint(("past", "state", "intransitive"))

    def find(self, parse: Parse, words: Sequence[str]) -> Iterator[Trigger]:
        """All triggers of a page, in order."""
        at, evacuating = 0, not self._evacuation.isdisjoint(words)
        while at < len(words):
            ignored = self._ignored.match(words, at)
            if ignored:
                at = ignored[1]
                continue
            trigger = self._at(parse, words, at, evacuating=evacuating)
            if trigger is None or trigger.weak or trigger.aspects == EVACUATED:
                trigger = self._apart(parse, words, at) or trigger
            if trigger and trigger.aspects == INJURED and _to_death(parse, words, trigger):
                trigger = replace(trigger, aspects=KILLED, weak=False)
            if trigger:
                yield trigger
            at = trigger.stop if trigger else at + 1

    def _at(self, parse: Parse, words: Sequence[str], at: int, *, evacuating: bool) -> Trigger | None:
        found = self._phrases.match(words, at)
        if not found or parse.tokens[at].sentence != parse.tokens[found[1] - 1].sentence:
            return None
        (aspects, forms), stop = found
        if words[stop - 1] == ":" and at > parse.sentences[parse.tokens[at].sentence].first:
            return None  # "the dead:" over a list, and not "for each of the five victims: one"
        if words[at] in VERBS and parse.tokens[at].pos == "VERB":
            return None  # "she lives there"
        if words[at] in ACRONYMS and stop < len(words) and parse.tokens[stop].pos in ("NOUN", "PROPN"):
            return None  # "three KIA fighters" are of an army of that name
        weak = " ".join(words[at:stop]) in self._broad
        if weak and "gerund" in forms and parse.tokens[at].tag == "NN":  # "the shooting"
            forms = frozenset({"noun"})
        if weak and aspects == ("evacuated",) and not evacuating:
            return None
        if weak and evacuating and aspects == KILLED and words[stop - 1] == "out" and not self._strikes(words, at):
            aspects = EVACUATED
        weak = weak and not self._loses_forces(parse, words, at, stop)
        number = stop < len(words) and (words[stop].isdigit() or parse.tokens[stop].pos == "NUM")
        if words[at] == "wounds" and number and words[at - 1 : at] in ([","], ["and"]):
            weak, forms = False, frozenset({"active"})  # "kills 12 and wounds 50"
        return Trigger(at, stop, aspects, forms, weak, *_auxiliaries(parse, words, at))

    def _strikes(self, words: Sequence[str], at: int) -> bool:
        """Whether those taken out are forces: "took out nine fighters"."""
        return not self._forces.isdisjoint(words[max(0, at - LOOK_BACK) : at + LOOK_BACK])

    def _loses_forces(self, parse: Parse, words: Sequence[str], at: int, stop: int) -> bool:
        """Whether it is said how many of its own a force lost: "lost 50 soldiers", "the loss of eleven men"."""
        if words[at] not in LOSING:
            return False
        behind = [t for t in parse.tokens[stop : stop + LOOK_BACK] if t.sentence == parse.tokens[at].sentence]
        number = next((n for n, t in enumerate(behind) if t.pos == "NUM"), None)
        return number is not None and not self._forces.isdisjoint(t.lower for t in behind[number + 1 : number + 3])

    def _apart(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A word that tells of harm with another one beyond the people or what befell them."""
        return (
            self._tally(parse, words, at)
            or self._taking(parse, words, at)
            or self._sending(parse, words, at)
            or self._costing(parse, words, at)
            or self._receiving(parse, words, at)
            or self._driving(parse, words, at)
            or self._admitting(parse, words, at)
        )

    def _receiving(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A verb of getting with the injury after it: "received a blast injury", "has a concussion"."""
        if words[at] not in self._receivings:
            return None
        stop = min(parse.sentences[parse.tokens[at].sentence].stop, at + TALLY_REACH)
        for i in range(at + 1, stop):
            if words[i] in self._hurts:
                return Trigger(at, i + 1, INJURED, frozenset({"intransitive"}))
            if parse.tokens[i].pos not in ("DET", "ADJ", "NOUN", "ADV", "PUNCT", "CCONJ") or words[i] in NO:
                return None
        return None

    def _admitting(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A verb of a hospital with its patients after it: "admitted eleven patients"."""
        if words[at] not in self._admittings or parse.tokens[at].pos != "VERB":
            return None
        stop = min(parse.sentences[parse.tokens[at].sentence].stop, at + HOSPITAL_REACH)
        if self._patients.isdisjoint(words[at + 1 : stop]):
            return None
        auxiliaries = _auxiliaries(parse, words, at)
        return None if auxiliaries[0] else Trigger(at, at + 1, INJURED, frozenset({"active"}), True, *auxiliaries)

    def _driving(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A verb of driving with the place after the people: "drove 40,000 people from the camps"."""
        if words[at] not in self._drivings or parse.tokens[at].pos != "VERB":
            return None
        gap = words[at + 1 : min(parse.sentences[parse.tokens[at].sentence].stop, at + TALLY_REACH)]
        off = next((i for i, w in enumerate(gap) if w == "from"), None)
        if not off or self._abodes.isdisjoint(gap[off : off + HOSPITAL_REACH]):
            return None
        auxiliaries = _auxiliaries(parse, words, at)
        return None if auxiliaries[0] else Trigger(at, at + 1, DISPLACED, frozenset({"active"}), True, *auxiliaries)

    def _tally(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A toll in many words: "the number of rebel fighters killed", "the tally of civilians wounded"."""
        if words[at] not in self._numbers:
            return None
        stop = min(parse.sentences[parse.tokens[at].sentence].stop, at + TALLY_REACH)
        if words[at + 1 : at + 2] != ["of"] or words[at - 1 : at] in (["a"], ["large"], ["an"]):
            return None
        for i in range(at + 2, stop):
            found = self._phrases.match(words, i)
            if found and not found[0][1].isdisjoint(("state", "counted")):
                return Trigger(at, found[1], found[0][0], frozenset({"toll"}))
            if parse.tokens[i].pos in ("VERB", "AUX", "PUNCT", "NUM"):
                return None
        return None

    def _taking(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A verb of taking with what people became after them: "took 253 hostages", "holding the two men captive"."""
        if words[at] not in self._takings or parse.tokens[at].pos not in ("VERB", "AUX"):
            return None
        stop = min(parse.sentences[parse.tokens[at].sentence].stop, at + TALLY_REACH)
        for i in range(at + 1, stop):
            if words[i] in self._taken:
                auxiliaries = _auxiliaries(parse, words, at)
                passive = auxiliaries[0] and parse.tokens[at].tag == "VBN"  # "were taken hostage" is found as a phrase
                return None if passive else Trigger(at, at + 1, DETAINED, frozenset({"active"}), False, *auxiliaries)
            if parse.tokens[i].pos in ("VERB", "AUX", "PUNCT", "ADP") and words[i] != "-":
                return None
        return None

    def _sending(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A verb of moving with the hospital after the people: "sent four people to the hospital"."""
        if words[at] not in self._sendings or parse.tokens[at].pos != "VERB":
            return None
        stop = min(parse.sentences[parse.tokens[at].sentence].stop, at + TALLY_REACH)
        gap = list(words[at + 1 : stop])
        to = next((i for i, w in enumerate(gap) if w in ("to", "in")), None)
        if not to or self._hospitals.isdisjoint(gap[to : to + HOSPITAL_REACH]):
            return None
        auxiliaries = _auxiliaries(parse, words, at)
        return None if auxiliaries[0] else Trigger(at, at + 1, INJURED, frozenset({"active"}), True, *auxiliaries)

    def _costing(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A verb of costing with the lives after the people: "cost nine people their lives"."""
        if words[at] not in self._costs:
            return None
        stop = min(parse.sentences[parse.tokens[at].sentence].stop, at + TALLY_REACH)
        lives = any(words[i] in THEIR and words[i + 1] in LIVES for i in range(at + 2, stop - 1))
        return Trigger(at, at + 1, KILLED, frozenset({"active"})) if lives else None


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


def _auxiliaries(parse: Parse, words: Sequence[str], at: int) -> tuple[bool, bool, bool, bool]:
    """Whether token `at` has a form of be, of have, "to" or a modal without have before it: passive to modal."""
    seen: set[str] = set()
    first = parse.sentences[parse.tokens[at].sentence].first
    for i in range(at - 1, max(first, at - LOOK_BACK) - 1, -1):
        name = next((n for n, group in AUXILIARIES if words[i] in group), "")
        if name:
            seen.add(name)
        elif parse.tokens[i].pos not in ("ADV", "AUX", "PART"):
            break
    be, have = "be" in seen, "have" in seen
    return be, have and not be, "to" in seen and not have, "modal" in seen and not have
