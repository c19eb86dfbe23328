"""Counts to casualty findings: which aspect governs the count, who the victims are, which is part of which."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.counting.carried import carry, heading, is_given, listed, retold
from counterclaim.counting.doubts import LEVELS, Doubts, load_doubts
from counterclaim.counting.fates import REFLEXIVE, Fate, find_fates, harmed, last_names
from counterclaim.counting.governing import Governing
from counterclaim.counting.layout import AND, Count, Scene, load_hints
from counterclaim.counting.portions import find_portions
from counterclaim.counting.triggers import BE, HAVE, Trigger, load_triggers
from counterclaim.counting.uncounted import INJURED, KILLED, load_cues, take_in
from counterclaim.counting.victims import BARS, is_plural, load_victims
from counterclaim.lexicon import Lexicon
from counterclaim.model import Certainty, Finding, Quantity, Who
from counterclaim.phrases import plain_words
from counterclaim.syntax import Parse

Told = list[tuple[Trigger, str]]  # the words that tell what became of a count's people, each with its aspect

WHERE = frozenset({"in", "at", "near", "outside", "each", "around", "inside", "east", "west", "north", "south", "on"})
ONE = frozenset({"him", "her"})
MANY = frozenset({"them"})
THEM = frozenset({"of", "them", "the"})
OF_WHOM = ["of", "whom"]
OWNED = frozenset({"losses", "casualties", "fatalities", "deaths"})
OWN_REACH = 3  # tokens before "losses" where it is said whose they are
PLACING = frozenset({"in", "at", ",", "by", "since", "has", "had", "from"})
SIDES = frozenset({"civilians", "fighters", "soldiers", "medics", "journalists"})
ARMED = frozenset({"fighters", "soldiers"})
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
FATALLY = (["fatally"],)
DEADLY = frozenset({"fatal", "deadly"})
ENDINGS = frozenset({"death", "murder", "killing", "slaying"})  # of somebody: "the death of a man who was shot"
ARRIVING = frozenset({"to", "at"})
TOLL_REACH = 20  # tokens from a toll to its figure
LABELLING = frozenset({":", "–", "—", "|"})
PARTING = BARS | {";", ",", ".", "-", "–", "—", "("}
GRAVE = frozenset({"threatening", "serious", "seriously", "critical", "major", "severe"})
GRAVITY_REACH = 3
HARM = frozenset({KILLED, INJURED})


def find_casualties(
    parse: Parse, quantities: Sequence[Quantity], lexicon: Lexicon, governing: Governing
) -> tuple[Finding, ...]:
    """Find killed, injured, missing, detained, displaced and evacuated, in page order; `part_of` is an index in it."""
    found: list[Finding] = []
    fates: list[Fate] = []
    names, deadly = last_names(parse), False
    over: tuple[Trigger, int] | None = None  # the heading of a list, and the sentence down to which it reaches
    for scene in _scenes(parse, quantities, lexicon):
        deadly = deadly or any(scene.words[t.first] in DEADLY for t in scene.triggers)
        fates.extend(find_fates(scene, load_doubts(lexicon), KILLED, names))
        if scene.counts and scene.triggers:
            linker = Linker(scene, governing, load_doubts(lexicon), _said_last(scene, found))
            found.extend(linker.findings(len(found)))
        elif scene.counts:
            rows = list(listed(scene, over[0])) if over and over[1] == scene.index - 1 else []
            found.extend(rows or list(carry(scene, found)) or list(retold(scene, found)))
            over = (over[0], scene.index) if over and rows else None
        elif above := heading(scene):
            over = above, scene.index
    return take_in(found, fates, parse, load_victims(lexicon), load_cues(lexicon), deadly=deadly)


def read_scenes(parse: Parse, quantities: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Scene]:
    """The sentences that have a count and a word of harm."""
    return (scene for scene in _scenes(parse, quantities, lexicon) if scene.counts and scene.triggers)


def _scenes(parse: Parse, quantities: Sequence[Quantity], lexicon: Lexicon) -> Iterator[Scene]:
    """The sentences that have a count or a word of harm, in page order."""
    words, victims, hints = plain_words(parse), load_victims(lexicon), load_hints(lexicon)
    counts: dict[int, list[Count]] = {}
    for q in quantities:
        itself = q.noun is not None and q.noun < q.stop
        counted = victims.itself(q.stop - 1) if itself else victims.counted(parse, words, q.stop)
        count = Count(q, counted, q.first, max(q.stop, counted.stop))
        counts.setdefault(parse.tokens[q.first].sentence, []).append(count)
    triggers: dict[int, list[Trigger]] = {}
    for t in load_triggers(lexicon).find(parse, words):
        triggers.setdefault(parse.tokens[t.first].sentence, []).append(t)
    for number in sorted(counts.keys() | triggers.keys()):
        here, told = counts.get(number, ()), triggers.get(number, ())
        yield Scene(parse, words, tuple(here), tuple(told), victims, hints)


def _said_last(scene: Scene, found: Sequence[Finding]) -> Who | None:
    """Who the last people are of whom the sentence before tells."""
    token = scene.parse.at(found[-1].span.start) if found else None
    return found[-1].who if token is not None and token.sentence == scene.index - 1 else None


class Linker:
    """Links the counts of one sentence to the words that tell what became of the people counted."""

    def __init__(self, scene: Scene, governing: Governing, doubts: Doubts, them: Who | None = None) -> None:
        self.scene = scene
        self.them = them  # who "them" are, where the sentence itself does not say
        self.doubts = doubts
        self.portions = find_portions(scene)
        self.told: list[Told] = []
        for i in range(len(scene.counts)):
            best = governing.best(scene, i)
            told = self._with_companions(best, scene.counts[i]) if best else []
            self.told.append(self._deed(i) or self._fate(i, told) or told)
        for i in range(len(scene.counts)):
            self.told[i] = self._own_or_borrowed(i)

    def findings(self, offset: int) -> Iterator[Finding]:
        """The findings of the sentence; `offset` is the number of those before it on the page."""
        kept = [i for i, told in enumerate(self.told) if self._is_told(told) and not self._is_named_next(i)]
        place = {(i, aspect): k for k, (i, aspect) in enumerate((i, a) for i in kept for _, a in self.told[i])}
        for i in kept:
            for trigger, aspect in self.told[i]:
                whole = place.get((self.portions.get(i, -1), aspect))
                yield self._finding(self.scene.counts[i], trigger, aspect, None if whole is None else offset + whole)

    def _is_told(self, told: Told) -> bool:
        return bool(told) and not self.doubts.is_unreal(self.scene, told[0][0])

    def _deed(self, i: int) -> Told:
        """What the count's own words tell, or the one after it: "a double homicide", "two of them fatally"."""
        count, words = self.scene.counts[i], self.scene.words
        q = count.quantity
        found = (
            t
            for t in self.scene.triggers
            if (q.first <= t.first and t.stop <= q.stop and t.stop - t.first > 1)
            or (t.first == count.stop and words[t.first : t.stop] in FATALLY)
            or self._overtakes(t, count)
            or (
                count.quantity.single
                and t.forms & {"noun"}
                and words[t.stop : q.first] == ["of"]
                and words[t.first] in ENDINGS
            )
        )
        return [(t, KILLED) for t in found if t.aspects == (KILLED,)][:1] or (
            self._label(count) or self._raised(count) or self._arrived(count)
        )

    def _arrived(self, count: Count) -> Told:
        """The toll of whose figure a word such as "to" tells: "the toll rose to 35 with 40 others wounded"."""
        scene, first = self.scene, count.first
        if count.counted.heads or scene.words[first - 1] not in ARRIVING or scene.harmed_after(count):
            return []
        before = [t for t in scene.triggers if t.stop < first and first - t.stop <= TOLL_REACH]
        toll = next((t for t in reversed(before) if "toll" in t.forms), None)
        if toll is None or len(toll.aspects) > 1 or any(toll.stop <= c.first < first for c in scene.counts):
            return []
        apart = any(t.first > toll.first and not t.weak for t in before)
        rising = not scene.hints.risen.isdisjoint(scene.words[toll.stop : first])
        return [(toll, aspect) for aspect in toll.aspects] if rising and not apart else []

    def _raised(self, count: Count) -> Told:
        """The toll that a figure before it is of: "brought to 61 the number of dead"."""
        words, at = self.scene.words, count.first
        if count.counted.heads or words[at - 1] != "to" or words[at - 2] not in self.scene.hints.raising:
            return []
        tolls = (t for t in self.scene.triggers if "toll" in t.forms and t.first - count.stop in (0, 1))
        return [(t, aspect) for t in tolls for aspect in t.aspects]

    def _label(self, count: Count) -> Told:
        """What a word of harm tells that a mark parts from the count after it: "Martyrs: 8 | Injured: 25"."""
        scene, first = self.scene, self.scene.parse.sentence(count.first).first
        if scene.harmed_after(count) or scene.tells_itself(count):
            return []
        marked = (t for t in scene.triggers if t.stop == count.first - 1 and scene.words[t.stop] in LABELLING)
        opening = (t for t in marked if t.first == first or scene.words[t.first - 1] in PARTING)
        return [(t, aspect) for t in opening for aspect in t.aspects]

    def _overtakes(self, t: Trigger, count: Count) -> bool:
        """Whether it tells of the death of those whom the count's own word calls hurt: "four wounded died"."""
        own = (
            u for u in self.scene.triggers if count.quantity.stop <= u.first <= count.stop and u.aspects == (INJURED,)
        )
        shared = self.scene.words[max(0, count.first - 2) : count.first] == [
            "of",
            "the",
        ]  # "two of the 14 wounded died"
        dies = t.forms == {"intransitive"} and not count.counted.of and not shared
        return dies and any(u.stop <= t.first and self.scene.light(u.stop, t.first) for u in own)

    def _fate(self, i: int, told: Told) -> Told:
        """What the tree says of one person: dead, though shot or hurt first; or hurt by his own hand."""
        count, scene = self.scene.counts[i], self.scene
        if count.kind != "single" or scene.bystanders[i] or any(aspect not in HARM for _, aspect in told):
            return []
        itself = not REFLEXIVE.isdisjoint(scene.words[count.stop : scene.parse.sentence(count.first).stop])
        if itself and scene.victims.group(scene.words[count.head]) == "fighters":
            return []  # bombers who blew themselves up are not counted
        sure = [
            t
            for t in scene.triggers
            if t.aspects == (KILLED,) and not t.weak and scene.parse.tokens[t.first].pos != "NOUN"
        ]
        hurt = [t for t in scene.triggers if t.aspects == (INJURED,)] if itself and not told else []
        fate = next((t for t in (*sure, *hurt) if count.head in harmed(scene.parse, t)), None)
        return [] if fate is None else [(fate, fate.aspects[0])]

    def _with_companions(self, best: Trigger, count: Count) -> Told:
        found = [(best, aspect) for aspect in best.aspects]
        for t in self._companions(best, count):
            found.extend((t, aspect) for aspect in t.aspects if all(aspect != a for _, a in found))
        return found

    def _companions(self, best: Trigger, count: Count) -> Iterator[Trigger]:
        """Triggers joined to the best one that take the same count: "killed and wounded dozens"."""
        counts, words = self.scene.counts, self.scene.words
        for t in self.scene.triggers:
            left, right = sorted((t, best), key=lambda x: x.first)
            gap = words[left.stop : right.first]
            if left.stop == right.first and words[right.first] in (
                "with",
                "in",
                "under",
                "beneath",
            ):  # "found dead with wounds", "died in custody"
                continue
            if left.stop == right.first and "intransitive" in right.forms:  # "two of the wounded died"
                continue
            if any(c is not count and c.first < t.first < c.stop for c in counts):  # "kills 7 refugees, injures 20"
                continue
            if t is best or t.weak or len(gap) > 3 or not all(w in AND or w in BE or w in HAVE for w in gap):
                continue
            if count.first >= right.stop:  # killed and wounded dozens
                if not (left.passive and any(c.stop <= left.first for c in counts)):
                    yield t
                continue
            takes_next = any(  # were killed and wounded 30
                right.stop <= c.first <= right.stop + 1 and not c.counted.of for c in counts
            )
            inside = left.first >= count.first and right.stop <= count.stop + 1
            both = left.stop == count.stop > left.first and "counted" in left.forms & right.forms
            both = both and all(c.first != right.stop for c in counts)  # "claimed 21 lives and wounded dozens"
            if inside or both or (count.stop <= left.first and not takes_next):
                yield t

    def _own_or_borrowed(self, i: int) -> Told:
        """What is told of a count, else of the whole that it is part of, of its like before it, or by a pronoun."""
        own, whole = self.told[i], self.portions.get(i)
        if self.scene.bystanders[i] or (not own and self._is_object(i)):
            return own
        if whole is not None and self.told[whole] and (not own or self._is_far(i, own[0][0])):
            return self.told[whole]
        if own and own[0][0].weak and own[0][0].first < self.scene.counts[i].first:
            return self._by_pronoun(i) or own  # "shot two men, killing them"
        return own or self._elided(i) or self._by_pronoun(i) or self._retold(i)

    def _retold(self, i: int) -> Told:
        """What is told of the count before, where somebody gives another number for it: "the army admitted to five"."""
        count = self.scene.counts[i]
        given = i > 0 and count.kind == "alone" and count.quantity.low != 1 and is_given(self.scene, count)
        return self.told[i - 1] if given else []

    def _is_object(self, i: int) -> bool:
        """Whether something else is done to a share: "later released 20 of them"."""
        count, parse = self.scene.counts[i], self.scene.parse
        token = parse.tokens[count.quantity.stop - 1]
        verb = parse.head(token.index)
        told = any(t.first <= verb.index < t.stop for t in self.scene.triggers)
        return count.counted.of and token.dep == "dobj" and verb.index < count.first and not told

    def _is_far(self, i: int, t: Trigger) -> bool:
        """Whether more than auxiliaries stands between a part and its trigger."""
        count = self.scene.counts[i]
        if t.first >= count.stop:
            if t.forms == {"intransitive"} and self.scene.words[t.first].endswith("ing"):
                return True
            return not self.scene.light(count.stop, t.first)
        return t.stop <= count.first and t.stop < count.first

    def _elided(self, i: int) -> Told:
        """What is told of the count before, where only the place is new: "five died in Aran and two in Belt"."""
        count, scene = self.scene.counts[i], self.scene
        if i == 0 or not self.told[i - 1] or count.stop >= len(scene.words):
            return []
        again = scene.words[count.stop] in BE and scene.words[count.stop + 1] in scene.hints.found_again
        if scene.words[count.stop] not in WHERE and not (again and self.told[i - 1][0][1] == KILLED):
            return []
        subject = scene.parse.tokens[count.head].dep in SUBJECTS
        if count.counted.of or (count.counted.heads if again else subject):
            return []
        told = self.told[i - 1]
        opening = next(c for c, t in zip(scene.counts, self.told, strict=True) if t == told)
        return told if (opening.first if again else opening.stop) <= told[0][0].first < count.first else []

    def _by_pronoun(self, i: int) -> Told:
        """What is told by a pronoun right after a word of harm: "hit a man on the road, killing him"."""
        scene, count = self.scene, self.scene.counts[i]
        pronouns = ONE if count.quantity.single else MANY
        for t in scene.triggers:
            if t.first < count.stop or t.stop >= len(scene.words) or t.passive or scene.words[t.stop] not in pronouns:
                continue
            rivals = [
                c for c in scene.counts[i + 1 :] if c.stop <= t.first and c.quantity.single == count.quantity.single
            ]
            if scene.parse.tokens[t.stop].tag == "PRP$":  # "charged with killing her father"
                continue
            if not rivals and scene.parse.tokens[count.head].dep != "nsubj" and t.forms & {"active", "past", "gerund"}:
                return [(t, aspect) for aspect in t.aspects]
        return []

    def _is_named_next(self, i: int) -> bool:
        """Whether the next count says who this one is: "one of them a woman"."""
        if i + 1 >= len(self.scene.counts) or not self.told[i + 1]:
            return False
        count, following = self.scene.counts[i], self.scene.counts[i + 1]
        share = count.counted.of and count.counted.bare and not count.counted.heads
        if share and self._is_set_in(count, following):
            return True
        return share and following.quantity.single and self.scene.light(count.stop, following.first)

    def _is_set_in(self, count: Count, following: Count) -> bool:
        """Whether the next count stands between commas right after this one: "one of them, a boy, was wounded"."""
        words = self.scene.words
        stop = next((i for i in range(count.stop, following.first) if words[i] not in THEM), following.first)
        set_in = words[stop : following.first] == [","] and words[following.stop : following.stop + 1] == [","]
        return set_in and count.quantity.high == following.quantity.high == 1

    def _who(self, i: int) -> Who:
        """Who the victims are; a count without a noun is of the people told of beside it, if of one side."""
        scene = self.scene
        count = scene.counts[i]
        own = scene.victims.who(scene.words, count.first, count.counted)
        if own is None and scene.words[max(0, count.first - 2) : count.first] == OF_WHOM:
            own = scene.victims.predicated(scene.words, count.stop)
        if own is not None and own not in ("people", "other"):
            return own
        if i in self.portions:
            near = self._said_who(self.portions[i])
        elif own is None:
            toll = "toll" in self.told[i][0][0].forms
            near = self._in_toll(i) if toll else self._of_them(i) or self._said_before(i) or self._armed_after(i)
        else:
            near = None
        return near if near in SIDES else own or "people"

    def _in_toll(self, i: int) -> Who | None:
        """Who the words for a toll say: "the number of civilians killed"."""
        t = self.told[i][0][0]
        own = self.scene.victims.force(self.scene.words[max(0, t.first - OWN_REACH) : t.first])
        if own is not None and self.scene.words[t.first] in OWNED:  # "the army's losses at 40"
            return own
        stop = next((k for k in range(t.stop, self.scene.counts[i].first) if self.scene.words[k] in PLACING), t.stop)
        return next((g for w in self.scene.words[t.first : stop] if (g := self.scene.victims.group(w)) in SIDES), None)

    def _of_them(self, i: int) -> Who | None:
        """Who "them" are: the last people called by a noun before it: "hit the rescuers, killing four of them"."""
        scene, count = self.scene, self.scene.counts[i]
        if scene.words[count.quantity.stop : count.quantity.stop + 2] != ["of", "them"]:
            return None
        before = scene.parse.tokens[scene.parse.sentence(count.first).first : count.first]
        nouns = (t for t in reversed(before) if is_plural(t, t.lower) and t.pos == "NOUN" and t.dep != "compound")
        named = (scene.victims.group(t.lower) for t in nouns)
        return next((group for group in named if group), self.them)

    def _armed_after(self, i: int) -> Who | None:
        """Who the next people told of are, where they bear arms: "killed 28 and wounded 30 rebels"."""
        if i + 1 >= len(self.scene.counts) or i + 1 in self.portions:
            return None
        who = self._said_who(i + 1)
        return who if who in ARMED else None

    def _said_before(self, i: int) -> Who | None:
        """Who the last people told of before count `i` are, parts of a whole left out."""
        k = next((k for k in range(i - 1, -1, -1) if k not in self.portions and self.told[k]), None)
        return None if k is None else self._said_who(k) or self._said_before(k)

    def _said_who(self, i: int) -> Who | None:
        count = self.scene.counts[i]
        return self.scene.victims.who(self.scene.words, count.first, count.counted)

    def _certainty(self, count: Count, t: Trigger) -> Certainty:
        """How sure the page is of the count; of a part it is no surer than of the whole."""
        whole = self.portions.get(self.scene.counts.index(count))
        counts = (count,) if whole is None else (count, self.scene.counts[whole])
        return max((self.doubts.certainty(self.scene, c, t) for c in counts), key=LEVELS.index)

    def _finding(self, count: Count, t: Trigger, aspect: str, part_of: int | None) -> Finding:
        q, scene = count.quantity, self.scene
        stop = max((q.stop, *(h + 1 for h in count.counted.heads if count.counted.known)))
        denied = q.low == q.high == 0 or (scene.negated(t) and not _is_of_gravity(scene, t))
        return Finding(
            aspect=aspect, span=scene.parse.span(q.first, stop), trigger=t.first, event=t.first,
            low=q.low, high=q.high, bound=q.bound, who=self._who(self.scene.counts.index(count)),
            part_of=part_of, polarity="denies" if denied else "affirms",
            certainty=self._certainty(count, t),
        )  # fmt: skip


def _is_of_gravity(scene: Scene, t: Trigger) -> bool:
    """Whether "not" only says how badly somebody was hurt: "did not suffer life-threatening wounds"."""
    after = scene.words[t.first : t.stop + GRAVITY_REACH]
    return t.aspects == (INJURED,) and not GRAVE.isdisjoint(after)
