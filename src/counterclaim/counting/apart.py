"""Words of harm with a second word beyond the people, or beyond what befell them: "took 253 people hostage"."""

from __future__ import annotations

from collections.abc import Sequence

from counterclaim.counting.captivity import Captivity
from counterclaim.counting.care import LYING, Care
from counterclaim.counting.harm import DISPLACED, EVACUATED, INJURED, KILLED, MISSING, Trigger, auxiliaries
from counterclaim.counting.numerals import Numerals
from counterclaim.counting.victims import load_victims
from counterclaim.lexicon import Lexicon
from counterclaim.phrases import Phrases
from counterclaim.syntax import Parse

NO = frozenset({"no", "any", "other"})
THEIR = frozenset({"their", "his", "her"})
LIVES = frozenset({"lives", "life"})
HOSPITAL_REACH = 5  # tokens from "to" to "hospital"
UNDER = frozenset({"under", "beneath", "underneath"})
FIRSTS = UNDER | {"hit", "struck"}  # words that others may follow
OFF = ("from", "into", "to", "toward", "towards", "across", "over")
ROUGH = (["sleep"], ["camp"], ["hide"], ["spend"])  # "forced 200 people to sleep in the bush"
TO = frozenset({"to"})
HIM = ("him", "her", "them", "it")
MANY = 50  # people who move so that it is a displacement
SEVERAL = 10  # people whom somebody moves so that it is an evacuation
MOVED_BY = (["by"], ["from"], ["to"], ["out"])
SUBJECT_REACH = 4  # tokens from the number to the noun
TALLY_REACH = 9  # tokens from "number of" to the word that says of whom

Meanings = tuple[tuple[str, ...], frozenset[str]]  # what a phrase may decide, and its forms


class Apart:
    """The lexicon's verbs and nouns that tell of harm with another word further on."""

    def __init__(self, lexicon: Lexicon, phrases: Phrases[Meanings]) -> None:
        self._phrases = phrases
        self._brought = lexicon.words("casualties", "brought_away")
        self._moved_on = lexicon.words("casualties", "moved_on")
        self._victims = load_victims(lexicon)
        self._captivity = Captivity(lexicon)
        self._care = Care(lexicon)
        self._violent = lexicon.words("casualties", "violent")
        self._fallen = lexicon.words("casualties", "fallen_on")
        self._weapons = lexicon.words("casualties", "weapons")
        self._receivers = lexicon.words("casualties", "receivers")
        self._hostings = lexicon.words("casualties", "hostings")
        self._hospitals = lexicon.words("casualties", "hospitals")
        self._receivings = lexicon.words("casualties", "receivings")
        self._hurts = lexicon.words("casualties", "hurts")
        self._losings = lexicon.words("casualties", "losings")
        self._limbs = lexicon.words("casualties", "limbs")
        self._shots = lexicon.words("casualties", "shots")
        self._numerals = Numerals(lexicon)
        self._vague = Phrases[int](lexicon.table("quantities", "vague"))
        self._movings = lexicon.words("casualties", "movings")
        self._movers = lexicon.words("casualties", "movers")
        self._led = lexicon.words("casualties", "movings_led")
        self._ways = lexicon.words("casualties", "ways")
        self._deals = lexicon.words("casualties", "ways_of_deals")
        self._drivings = lexicon.words("casualties", "drivings")
        self._abodes = lexicon.words("casualties", "abodes")
        self._costs = lexicon.words("casualties", "costs")
        self._numbers = lexicon.words("casualties", "numbers")
        self.firsts = FIRSTS.union(
            self._numbers, self._captivity.firsts, self._care.firsts, self._brought, self._costs, self._receivings,
            self._violent,
            self._losings, self._drivings, self._movings, self._hostings,
        )  # fmt: skip

    def at(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """The word at `at` as one that tells of harm with another one beyond the people or what befell them.

        The words that any of these readings begins with are in `firsts`.
        """
        if words[at] not in self.firsts:
            return None
        return (
            self._tally(parse, words, at)
            or self._captivity.at(parse, words, at)
            or self._care.at(parse, words, at)
            or self._under(parse, words, at)
            or self._to_death(parse, words, at)
            or self._moved(parse, words, at)
            or self._costing(parse, words, at)
            or self.receiving(parse, words, at)
            or self._losing(parse, words, at)
            or self._hit(parse, words, at)
            or self._struck(parse, words, at)
            or self._arriving(parse, words, at)
            or self._driving(parse, words, at)
            or self._moving(parse, words, at)
            or self._care.admitting(parse, words, at)
        )

    def _under(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """People who lie under what fell on them: "several remained under the collapsed roof"."""
        if words[at] not in UNDER or at == 0 or words[at - 1] not in LYING:
            return None
        for i in range(at + 1, _end(parse, at, HOSPITAL_REACH)):
            if words[i] in self._fallen:
                return Trigger(at, i + 1, MISSING, frozenset({"state"}))
            if parse.tokens[i].pos not in ("DET", "ADJ", "NOUN", "VERB", "PART", "PROPN"):
                return None
        return None

    def _to_death(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A verb of violence with its end after the people: "hacked at least 13 civilians to death"."""
        if words[at] not in self._violent or parse.tokens[at].pos != "VERB":
            return None
        gap = words[at + 1 : _end(parse, at, TALLY_REACH)]
        end = next((i for i in range(1, len(gap) - 1) if gap[i : i + 2] == ["to", "death"]), None)
        if end is None or any(t.pos in ("VERB", "PUNCT") for t in parse.tokens[at + 1 : at + 1 + end]):
            return None
        told = auxiliaries(parse, words, at)
        return None if told[0] else Trigger(at, at + 1, KILLED, frozenset({"active"}), False, *told)

    def receiving(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A verb of getting with the injury after it: "received a blast injury", "has a concussion"."""
        if words[at] not in self._receivings:
            return None
        escaped = words[at].startswith("escap")
        if escaped and words[at + 1 : at + 2] != ["with"]:
            return None
        for i in range(at + 1 + escaped, _end(parse, at, TALLY_REACH)):
            if words[i] in self._hurts:
                return Trigger(at, i + 1, INJURED, frozenset({"intransitive"}))
            if parse.tokens[i].pos not in ("DET", "ADJ", "NOUN", "ADV", "PUNCT", "CCONJ") or words[i] in NO:
                return None
        return None

    def _losing(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A verb of losing with a part of the body after it: "lost a leg", "has lost both hands"."""
        if words[at] not in self._losings:
            return None
        for i in range(at + 1, _end(parse, at, HOSPITAL_REACH)):
            if words[i] in self._limbs:
                return Trigger(at, i + 1, INJURED, frozenset({"intransitive"}))
            if parse.tokens[i].pos not in ("DET", "ADJ", "PRON", "NUM", "CCONJ", "NOUN"):
                return None
        return None

    def _hit(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """What was shot, after "hit by": "was hit by a stray bullet", "struck by fragments of a shell"."""
        if words[at] not in ("hit", "struck") or words[at + 1 : at + 2] != ["by"]:
            return None
        stop = _end(parse, at, HOSPITAL_REACH + 1)
        end = next((i + 1 for i in range(at + 2, stop) if words[i] in self._shots), None)
        if end is None or any(parse.tokens[i].pos in ("VERB", "PUNCT", "NUM") for i in range(at + 2, end)):
            return None
        return Trigger(at, end, INJURED, frozenset({"past"}), False, *auxiliaries(parse, words, at))

    def _struck(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """People that were hit, by what a war has if it is said: "two guards were hit", "were hit by a drone"."""
        token = parse.tokens[at]
        if words[at] not in ("hit", "struck") or token.tag != "VBN":
            return None
        told = auxiliaries(parse, words, at)
        subject = next((s.lower for s in parse.children(at, "nsubjpass")), "")
        if not told[0] or self._victims.group(subject) is None or words[at + 1 : at + 2] == ["hard"]:
            return None
        by = words[at + 1 : at + 2] == ["by"]
        if by and self._weapons.isdisjoint(words[at + 2 : _end(parse, at, HOSPITAL_REACH + 1)]):
            return None
        return Trigger(at, at + 1, INJURED, frozenset({"past"}), False, *told)

    def _arriving(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """The arrival of many, told by a noun, or those whom somebody receives: "the arrival of 6,000 people"."""
        word, sentence = words[at], parse.sentences[parse.tokens[at].sentence]
        if word not in self._hostings:
            return None
        camps = not self._receivers.isdisjoint(words[sentence.first : sentence.stop])
        if word == "arrivals":
            number = self._numerals.read(words, at - 1)
            many = number is not None and number.value >= MANY and camps
            return Trigger(at, at + 1, DISPLACED, frozenset({"counted"})) if many else None
        noun = word == "arrival"
        told = auxiliaries(parse, words, at)
        if (not noun and (parse.tokens[at].pos != "VERB" or told[0] or not camps)) or not self._is_many_after(
            words, at + 1, _end(parse, at, TALLY_REACH)
        ):
            return None
        return Trigger(at, at + 1, DISPLACED, frozenset({"noun" if noun else "active"}), True, *told)

    def _is_many_after(self, words: Sequence[str], start: int, stop: int) -> bool:
        """Whether the first number after a word is of many people that may move."""
        for i in range(start, stop):
            vague, number = self._vague.match(words, i), self._numerals.read(words, i)
            if vague or number:
                size, end = vague or ((number.value, number.stop) if number else (0, i))
                return size >= MANY and not self._movers.isdisjoint(words[end : end + 3])
        return False

    def _driving(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A verb of driving with the place after the people: "drove 40,000 from camps", "forced 90 to sleep rough"."""
        if words[at] not in self._drivings or parse.tokens[at].pos != "VERB":
            return None
        gap = words[at + 1 : _end(parse, at, TALLY_REACH)]
        off = next((i for i, w in enumerate(gap) if w in OFF), None)
        if not off:
            return None
        if gap[off : off + 2] == ["to", "hell"]:  # "sent nine militants to hell"
            return Trigger(at, at + 1, KILLED, frozenset({"active"}))
        rough = gap[off] == "to" and gap[off + 1 : off + 2] in ROUGH
        force = self._victims.group(gap[off - 1]) in ("soldiers", "medics", "other") and gap[off] != "from"
        if force or (not rough and not self._is_abode(parse, words, at + 1 + off)):
            return None
        if gap[off] != "from" and gap[0] in HIM:
            return None
        told = auxiliaries(parse, words, at)
        return None if told[0] else Trigger(at, at + 1, DISPLACED, frozenset({"active"}), True, *told)

    def _is_abode(self, parse: Parse, words: Sequence[str], at: int) -> bool:
        """Whether a place where people live stands after the preposition at `at`, by its noun or by its name."""
        after = range(at + 1, _end(parse, at, HOSPITAL_REACH))
        if words[at] == "from":
            return any(words[i] in self._abodes for i in after)
        return any(words[i] in self._abodes or parse.tokens[i].tag == "NNP" for i in after)

    def _moving(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A verb of moving of which many people are the subject: "some 6,000 have crossed into Chad"."""
        token = parse.tokens[at]
        if words[at] not in self._movings or token.pos != "VERB":
            return None
        behind = words[at + 1 : _end(parse, at, HOSPITAL_REACH + 1)]
        ways = TO if words[at] in self._moved_on else self._ways
        if words[at] in self._led and (ways.isdisjoint(behind[:2]) or behind[:2] == ["up", "with"]):
            return None
        told = auxiliaries(parse, words, at)
        if (told[0] and token.tag == "VBN") or told[3] or not self._is_of_many(parse, words, at):
            return None
        if not self._hospitals.isdisjoint(behind):
            return None
        sentence = parse.sentences[token.sentence]
        led = not self._deals.isdisjoint(words[sentence.first : sentence.stop])
        return Trigger(at, at + 1, EVACUATED if led else DISPLACED, frozenset({"intransitive"}), False, *told)

    def _is_of_many(self, parse: Parse, words: Sequence[str], at: int, least: int = MANY) -> bool:
        """Whether the subject of a verb is a great number, bare or of people who bear no arms."""
        subject = next((s.index for s in parse.children(at, "nsubj", "nsubjpass")), None)
        if subject is None or words[subject] in ("who", "that"):
            subject = parse.tokens[at].head if parse.tokens[at].dep == "relcl" else subject
        if subject is None or subject >= at:
            return False
        first = parse.sentences[parse.tokens[at].sentence].first
        for i in range(subject, max(first, subject - SUBJECT_REACH) - 1, -1):
            vague = self._vague.match(words, i)
            number = self._numerals.read(words, i)
            size = vague[0] if vague else number.value if number else 0
            stop = vague[1] if vague else number.stop if number else i
            if (
                size >= least
                and words[i - 1] not in ("of", "'s", "’s")
                and not (number and i > first and self._numerals.read(words, i - 1))
            ):
                return stop > subject or words[subject] in self._movers or words[stop] == "of"
        return False

    def _tally(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A toll in many words: "the number of rebel fighters killed", "the tally of civilians wounded"."""
        if words[at] not in self._numbers:
            return None
        if words[at + 1 : at + 2] != ["of"] or words[at - 1 : at] in (["a"], ["large"], ["an"]):
            return None
        for i in range(at + 2, _end(parse, at, TALLY_REACH)):
            found = self._phrases.match(words, i)
            if found and not found[0][1].isdisjoint(("state", "counted")):
                return Trigger(at, found[1], found[0][0], frozenset({"toll"}))
            if parse.tokens[i].pos in ("VERB", "AUX", "PUNCT", "NUM"):
                return None
        return None

    def _moved(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """People whom somebody moved: "89 migrants were moved from the centre", "240 were relocated by the agency"."""
        if parse.tokens[at].tag != "VBN" or words[at] not in self._brought:
            return None
        told = auxiliaries(parse, words, at)
        behind = words[at + 1 : _end(parse, at, HOSPITAL_REACH + 1)]
        if not told[0] or told[3] or behind[:1] not in MOVED_BY or not self._hospitals.isdisjoint(behind):
            return None
        if not self._is_of_many(parse, words, at, SEVERAL):
            return None
        treated = "treatment" in words[at + 1 : _end(parse, at, TALLY_REACH)]
        return Trigger(at, at + 1, INJURED if treated else EVACUATED, frozenset({"past"}), False, *told)

    def _costing(self, parse: Parse, words: Sequence[str], at: int) -> Trigger | None:
        """A verb of costing with the lives after the people: "cost nine people their lives"."""
        if words[at] not in self._costs:
            return None
        stop = _end(parse, at, TALLY_REACH)
        lives = any(words[i] in THEIR and words[i + 1] in LIVES for i in range(at + 2, stop - 1))
        return Trigger(at, at + 1, KILLED, frozenset({"active"})) if lives else None


def _end(parse: Parse, at: int, reach: int) -> int:
    """Where the `reach` tokens after `at` end, in its sentence."""
    return min(parse.sentences[parse.tokens[at].sentence].stop, at + reach)
