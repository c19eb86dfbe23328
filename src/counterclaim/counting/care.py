"""Words that tell of injuries by who took people in: "sent four people to hospital", "seven are in the clinic"."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.counting.harm import BE, INJURED, Trigger, auxiliaries
from counterclaim.lexicon import Lexicon
from counterclaim.syntax import Parse

HOSPITAL_REACH = 5  # tokens from "to" to "hospital"
REACH = 9  # tokens from a verb to the hospital that it is about
LYING = BE | {"remain", "remains", "remained", "lie", "lies", "lay", "lying", "still", "now", "all", "currently"}
DESCRIBING = frozenset({"DET", "ADJ", "NOUN", "PROPN", "PART", "PRON"})  # what stands between "in" and its hospital
MORGUES = frozenset({"morgue", "mortuary", "'s", "’s"})  # "in the hospital's morgue"


class Care:
    """The lexicon's words for hospitals and what they do, ready for look-up."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._sendings = lexicon.words("casualties", "sendings")
        self._hospitals = lexicon.words("casualties", "hospitals")
        self._admittings = lexicon.words("casualties", "admittings")
        self._patients = lexicon.words("casualties", "patients")
        self._hurts = lexicon.words("casualties", "hurts")
        self.firsts = self._sendings.union(self._admittings, {"in"})  # the words that any of the readings begins with

    def at(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """The word at `at` as one that tells of injuries with a hospital or wounds further on."""
        if words[at] == "in":
            return self._lying(parse, words, at)
        return self._sending(parse, words, at) or self._sent(parse, words, at)

    def _lying(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """People who are in a hospital that is named or described: "seven are in the general hospital in Harl"."""
        if at == 0 or words[at - 1] not in LYING:
            return None
        for i in range(at + 1, _end(parse, at, HOSPITAL_REACH + 1)):
            if words[i] in self._hospitals:
                if words[i + 1 : i + 2] and words[i + 1] in MORGUES:
                    return None
                return Trigger(at, i + 1, INJURED, frozenset({"state"}), False, *auxiliaries(parse, words, at))
            if parse.tokens[i].pos not in DESCRIBING:
                return None
        return None

    def _sending(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A verb of moving with the hospital after the people: "sent four people to the hospital"."""
        if words[at] not in self._sendings or parse.tokens[at].pos != "VERB":
            return None
        if not self._to_hospital(words[at + 1 : _end(parse, at, REACH)]):
            return None
        told = auxiliaries(parse, words, at)
        return None if told[0] else Trigger(at, at + 1, INJURED, frozenset({"active"}), True, *told)

    def _sent(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """The same of those who were moved: "were taken to the town's military hospital", "admitted with burns"."""
        if parse.tokens[at].tag not in ("VBN", "VBD") or words[at] not in self._sendings:
            return None
        told = auxiliaries(parse, words, at)
        gap = words[at + 1 : _end(parse, at, REACH)]
        if not told[0] or words[at] == "evacuated":
            return None
        hurt = words[at] in self._admittings and gap[:1] == ["with"] and not self._hurts.isdisjoint(gap)
        if not hurt and (gap[:1] != ["to"] or not self._to_hospital(["", *gap])):
            return None
        return Trigger(at, at + 1, INJURED, frozenset({"past"}), False, *told)

    def _to_hospital(self, gap: Sequence[str]) -> bool:
        """Whether "to" or "in" and a hospital stand in the words after a verb and its object."""
        to = next((i for i, w in enumerate(gap) if w in ("to", "in")), None)
        return bool(to) and not self._hospitals.isdisjoint(gap[to : (to or 0) + HOSPITAL_REACH + 1])

    def admitting(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A verb of a hospital with its patients after it: "admitted eleven patients"."""
        if words[at] not in self._admittings or parse.tokens[at].pos != "VERB":
            return None
        behind = words[at + 1 : _end(parse, at, HOSPITAL_REACH)]
        hurt = "with" in behind and not self._hurts.isdisjoint(words[at + 1 : _end(parse, at, REACH)])
        if self._patients.isdisjoint(behind) and not hurt:
            return None
        told = auxiliaries(parse, words, at)
        return None if told[0] else Trigger(at, at + 1, INJURED, frozenset({"active"}), True, *told)


def _end(parse: Parse, at: int, reach: int) -> int:
    """Where the `reach` tokens after `at` end, in its sentence."""
    return min(parse.sentences[parse.tokens[at].sentence].stop, at + reach)
