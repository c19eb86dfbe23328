"""Words of captivity with a second word further on: "took 253 people hostage", "nine youths taken from a funeral"."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.counting.harm import DETAINED, Trigger, auxiliaries
from counterclaim.counting.victims import load_victims
from counterclaim.lexicon import Lexicon
from counterclaim.syntax import Parse

PASSED = frozenset({"-", "than", "of"})  # "took more than 60 of them prisoner"
REACH = 5  # tokens after the verb in which it is said by whom, or where to
OBJECT_REACH = 9  # tokens from the verb to the last word of its object
HAND_REACH = 4  # tokens from "in" to "hands"
OFF = (["by"], ["from"], ["at"])
AWAY = frozenset({".", ",", ";", "from", "and", "who", "because", "on", "at", "during", "in", "away", "last", "with"})
ELSEWHERE = frozenset({"to", "into", "out", "for", "off", "aboard", "under"})  # where "took two men" is no arrest
HOLDERS = frozenset({"PROPN", "ADJ", "NOUN", "PART"})


class Captivity:
    """The lexicon's words for taking and holding people, ready for look-up."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._takings = lexicon.words("casualties", "takings")
        self._taken = lexicon.words("casualties", "taken")
        self._containers = lexicon.words("casualties", "containers")
        self._holdings = lexicon.words("casualties", "holdings")
        self._rides = lexicon.words("casualties", "rides")
        self._hospitals = lexicon.words("casualties", "hospitals")
        self._wrecks = lexicon.words("casualties", "wrecks")
        self._harmed = lexicon.words("casualties", "harmed") | lexicon.words("casualties", "bodies")
        self._victims = load_victims(lexicon)
        self._took = lexicon.words("casualties", "took")
        self._held_to = lexicon.words("casualties", "held_to")
        self._no_captors = lexicon.words("casualties", "no_captors")
        self.firsts = self._took.union(
            {"in"}, self._takings, self._holdings
        )  # the words that any of the readings begins with

    def at(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """The word at `at` as one that tells of captivity with another one further on."""
        if words[at] == "in":
            return self._in_hands(parse, words, at)
        return (
            self._taking(parse, words, at)
            or self._taken_by(parse, words, at)
            or self._taking_off(parse, words, at)
            or self._holding(parse, words, at)
            or self._held(parse, words, at)
        )

    def _taking(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A verb of taking with what people became after them: "took 253 hostages", "holding the two men captive"."""
        if words[at] not in self._takings or parse.tokens[at].pos not in ("VERB", "AUX"):
            return None
        for i in range(at + 1, _end(parse, at, OBJECT_REACH)):
            if words[i] in self._taken:
                told = auxiliaries(parse, words, at)
                passive = told[0] and parse.tokens[at].tag == "VBN"  # "were taken hostage" is found as a phrase
                return None if passive else Trigger(at, at + 1, DETAINED, frozenset({"active"}), False, *told)
            if parse.tokens[i].pos in ("VERB", "AUX", "PUNCT", "ADP") and words[i] not in PASSED:
                return None
        return None

    def _taken_by(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """People whom somebody took: "nine men were taken by the faction", "youths taken from a funeral"."""
        if words[at] != "taken" or words[at + 1 : at + 2] not in OFF or parse.tokens[at].tag not in ("VBN", "VBD"):
            return None
        told = auxiliaries(parse, words, at)
        by, behind = words[at + 2 : _end(parse, at, REACH)], words[at + 2 : _end(parse, at, OBJECT_REACH)]
        cared = not self._hospitals.isdisjoint(behind if "to" in behind else by)  # "taken by the army to hospital"
        if cared or not self._rides.isdisjoint(behind) or not self._wrecks.isdisjoint(by):
            return None
        if words[at + 1] == "by":
            return Trigger(at, at + 1, DETAINED, frozenset({"past"}), False, *told) if told[0] else None
        if told[1] or told[3] or not self._is_of_people(parse, words, at) or "to" in by:
            return None
        return Trigger(at, at + 1, DETAINED, frozenset({"past"}), False, *told)

    def _is_of_people(self, parse: Parse, words: Sequence[str], at: int) -> bool:
        """Whether people, and no bodies, were taken: the subject, or the noun before the participle."""
        subject = next((s.lower for s in parse.children(at, "nsubjpass", "nsubj")), words[parse.tokens[at].head])
        return self._victims.group(subject) is not None and subject not in self._harmed

    def _taking_off(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """People whom somebody took from where they were: "soldiers broke in and took eleven youths"."""
        if words[at] not in self._took or parse.tokens[at].pos != "VERB":
            return None
        told, taken = auxiliaries(parse, words, at), next(iter(parse.children(at, "dobj")), None)
        if told[0] or told[2] or told[3] or taken is None or taken.index < at or taken.lower in self._harmed:
            return None
        group = self._victims.group(taken.lower)
        behind = words[taken.index + 1 : _end(parse, taken.index, REACH + 1)]
        if group is None or taken.index - at > OBJECT_REACH or self._is_rescuer(parse, at):
            return None
        led = not ELSEWHERE.isdisjoint(behind) or not self._wrecks.isdisjoint(behind)
        if led or (behind and behind[0] not in AWAY) or not self._rides.isdisjoint(behind):
            return None
        return Trigger(at, at + 1, DETAINED, frozenset({"active"}), False, *told)

    def _is_rescuer(self, parse: Parse, at: int) -> bool:
        """Whether those who took them bring help, or are no people."""
        subjects = [s.lower for s in parse.children(at, "nsubj")]
        return any(self._victims.group(s) == "medics" or s in self._rides or s in self._containers for s in subjects)

    def _in_hands(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """People in somebody's hands: "eleven of his men in Taliban hands"."""
        stop = min(_end(parse, at, HAND_REACH + 1), len(words))
        end = next((i for i in range(at + 2, stop) if words[i] == "hands"), None)
        if end is None or any(
            parse.tokens[i].pos not in HOLDERS or words[i] in self._no_captors for i in range(at + 1, end)
        ):
            return None
        return Trigger(at, end + 1, DETAINED, frozenset({"state"}))

    def _holding(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A verb of holding with a number of people for its object: "a gang has held four farmers since Monday"."""
        if words[at] not in self._holdings or parse.tokens[at].pos != "VERB":
            return None
        told, held = auxiliaries(parse, words, at), next(iter(parse.children(at, "dobj")), None)
        passive = told[0] and parse.tokens[at].tag != "VBG"
        if passive or told[3] or held is None or held.tag != "NNS" or self._victims.group(held.lower) is None:
            return None
        if any(self._contains(parse, at, s.lower) for s in parse.children(at, "nsubj")):
            return None
        numbered = any(True for _ in parse.children(held.index, "nummod"))
        return Trigger(at, at + 1, DETAINED, frozenset({"active"}), False, *told) if numbered else None

    def _held(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """People who were held: "two suspects were held after the raid", and not "was held responsible"."""
        if words[at] != "held" or parse.tokens[at].tag != "VBN" or not self._held_to.isdisjoint(words[at + 1 : at + 2]):
            return None
        told, subject = auxiliaries(parse, words, at), next(iter(parse.children(at, "nsubjpass")), None)
        if not told[0] or told[3] or subject is None or self._victims.group(subject.lower) is None:
            return None
        harmed = subject.lower in self._harmed
        return None if harmed else Trigger(at, at + 1, DETAINED, frozenset({"past"}), False, *told)

    def _contains(self, parse: Parse, at: int, subject: str) -> bool:
        """Whether what holds them is a place or a thing: "a jail that holds 90 men", not "a band that holds two"."""
        relative = subject in ("that", "which") and parse.tokens[at].dep == "relcl"
        return (parse.tokens[parse.tokens[at].head].lower if relative else subject) in self._containers


def _end(parse: Parse, at: int, reach: int) -> int:
    """Where the `reach` tokens after `at` end, in its sentence."""
    return min(parse.sentences[parse.tokens[at].sentence].stop, at + reach)
