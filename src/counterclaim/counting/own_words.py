"""What a count's own words, or the tree, tell of its people, whatever word would govern it."""

from __future__ import annotations

from counterclaim.counting.fates import REFLEXIVE, harmed
from counterclaim.counting.given import is_figure
from counterclaim.counting.harm import Trigger
from counterclaim.counting.layout import Count, Scene, Told
from counterclaim.counting.noun_runs import BARS
from counterclaim.counting.uncounted import INJURED, KILLED

FATALLY = (["fatally"],)
OF_WHOM = (["of"], ["of", "the"])
ARRIVING = frozenset({"to", "at", "reached"})
FIGURE_REACH = 4  # tokens from "number" to its figure
SAYING_REACH = 8  # tokens from a count to the word that somebody says of it
BEING = frozenset({"are", "were", "is", "was"})
RAISED_REACH = 3  # tokens from "bringing" to the toll
TOLL_REACH = 20  # tokens from a toll to its figure
LABELLING = frozenset({":", "–", "—", "|"})
PARTING = BARS | {";", ",", ".", "-", "–", "—", "("}
HARM = frozenset({KILLED, INJURED})
ONE_PERSON = ("headline", "single")
DOING = frozenset({"active", "past", "gerund"})
DESCRIBED = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})  # of whom "dead" is said: "38 dead fighters"
JOINING = frozenset({"or", "and", "/"})  # "38 dead and wounded"


def deed(scene: Scene, i: int) -> Told:
    """What the count's own words tell, or the one after it: "a double homicide", "two of them fatally"."""
    count, words = scene.counts[i], scene.words
    q = count.quantity
    found = (
        t
        for t in scene.triggers
        if (q.first <= t.first and t.stop <= q.stop and t.stop - t.first > 1)
        or (t.first == count.stop and words[t.first : t.stop] in FATALLY)
        or _overtakes(scene, t, count)
        or (words[t.first] in scene.hints.bodies and words[t.stop : q.first] in OF_WHOM and count.may_be_people)
        or (
            t.forms & {"noun"}
            and words[t.stop : q.first] == ["of"]
            and words[t.first] in (scene.hints.endings if q.single else scene.hints.endings_of_many)
        )
    )
    return [(t, KILLED) for t in found if t.aspects == (KILLED,)][:1] or (
        _label(scene, count)
        or _raised(scene, count)
        or _arrived(scene, count)
        or _figure(scene, count)
        or _dead(scene, count)
        or _set_off(scene, count)
        or said_dead(scene, count)
    )


def _set_off(scene: Scene, count: Count) -> Told:
    """The word of harm of a list in which each number has its own: "three killed, fourteen hurt, nine arrested"."""
    at, words = count.quantity.stop, scene.words
    if (
        count.kind == "none"
        or words[count.first - 1] not in (",", ";")
        or len(words) <= at + 1
        or not (words[at + 1] in (",", ";", ".") or _goes_on(scene, at + 1))
    ):
        return []
    own = next((t for t in scene.triggers if t.first == at and t.stop == at + 1 and not t.weak), None)
    return [(own, aspect) for aspect in own.aspects] if own is not None and own.forms & {"state", "counted"} else []


def _goes_on(scene: Scene, at: int) -> bool:
    """Whether the last of a list follows: "three missing and a dozen houses burnt"."""
    after = scene.parse.tokens[at + 1 : at + 2]
    return scene.words[at] == "and" and bool(after) and after[0].tag in ("DT", "CD")


def said_dead(scene: Scene, count: Count) -> Told:
    """Those of whom somebody says that they are dead: "97 hostages, including 34 the army says are dead"."""
    if count.kind != "alone":
        return []
    for t in scene.triggers:
        gap = scene.words[count.stop : t.first]
        said = 1 < len(gap) <= SAYING_REACH and gap[-1] in BEING and gap[-2] in scene.hints.speech
        if said and t.aspects == (KILLED,) and t.forms & {"state"} and "," not in gap:
            return [(t, KILLED)]
    return []


def _figure(scene: Scene, count: Count) -> Told:
    """The death told before that "the number is now" adds to: "a girl died in hospital: the number is now 6"."""
    if count.counted.heads or not is_figure(scene.words[max(0, count.first - FIGURE_REACH) : count.first]):
        return []
    before = (t for t in scene.triggers if t.stop <= count.first and t.aspects == (KILLED,) and not t.weak)
    return [(t, KILLED) for t in before if not t.forms & {"noun", "toll"}][:1]


def _dead(scene: Scene, count: Count) -> Told:
    """What "dead" right behind a bare number tells, before others act: "attack leaves 38 dead, residents flee"."""
    at = count.quantity.stop
    if scene.words[at : at + 1] != ["dead"] or at + 1 >= len(scene.parse.tokens):
        return []
    following = scene.parse.tokens[at + 1]
    same = following.sentence == scene.parse.tokens[at].sentence
    if same and (following.pos in DESCRIBED or following.lower in JOINING):
        return []
    return [(t, KILLED) for t in scene.triggers if t.first == at and t.aspects == (KILLED,)]


def _arrived(scene: Scene, count: Count) -> Told:
    """The toll of whose figure a word such as "to" tells: "the toll rose to 35 with 40 others wounded"."""
    first = count.first
    if scene.words[first - 1] not in ARRIVING or scene.harmed_after(count):
        return []
    if count.counted.heads and not (count.kind == "noun" and scene.words[first - 1] == "reached"):
        return []
    before = [t for t in scene.triggers if t.stop < first and first - t.stop <= TOLL_REACH]
    toll = next((t for t in reversed(before) if "toll" in t.forms), None)
    if toll is None or len(toll.aspects) > 1 or any(toll.stop <= c.first < first for c in scene.counts):
        return []
    apart = any(t.first > toll.first and not t.weak for t in before)
    rising = not scene.hints.risen.isdisjoint(scene.words[toll.stop : first])
    brought = scene.hints.raising.intersection(scene.words[max(0, toll.first - RAISED_REACH) : toll.first])
    rising = rising or (bool(brought) and first == toll.stop + 1)  # "two more died, bringing the death toll to 14"
    return [(toll, aspect) for aspect in toll.aspects] if rising and not apart else []


def _raised(scene: Scene, count: Count) -> Told:
    """The toll that a figure before it is of: "brought to 61 the number of dead", "gave four as the toll"."""
    words, at = scene.words, count.first
    given = words[count.stop : count.stop + 1] == ["as"] and words[at - 1] in scene.hints.giving
    raised = words[at - 1] == "to" and words[at - 2] in scene.hints.raising
    if count.counted.heads or not (raised or given):
        return []
    tolls = (t for t in scene.triggers if "toll" in t.forms and given <= t.first - count.stop <= 1 + given)
    return [(t, aspect) for t in tolls for aspect in t.aspects]


def _label(scene: Scene, count: Count) -> Told:
    """What a word of harm tells that a mark parts from the count after it: "Martyrs: 8 | Injured: 25"."""
    first = scene.parse.sentence(count.first).first
    if scene.harmed_after(count) or scene.tells_itself(count):
        return []
    marked = (t for t in scene.triggers if t.stop == count.first - 1 and scene.words[t.stop] in LABELLING)
    opening = (t for t in marked if t.first == first or scene.words[t.first - 1] in PARTING)
    return [(t, aspect) for t in opening for aspect in t.aspects]


def _overtakes(scene: Scene, t: Trigger, count: Count) -> bool:
    """Whether it tells of the death of those whom the count's own word calls hurt: "four wounded died"."""
    own = [u for u in scene.triggers if count.quantity.stop <= u.first <= count.stop and u.aspects == (INJURED,)]
    shared = scene.words[max(0, count.first - 2) : count.first] == [
        "of",
        "the",
    ]  # "two of the 14 wounded died"
    if t.forms != {"intransitive"} or t.weak or shared or t.aspects != (KILLED,):
        return False
    if not count.counted.of and any(u.stop <= t.first and scene.light(u.stop, t.first) for u in own):
        return True
    return bool(own) and count.quantity.first <= t.first and _is_subject(scene, count, t)


def _is_subject(scene: Scene, count: Count, t: Trigger) -> bool:
    """Whether the tree makes the people of the count those whom it befell: "two hurt in Sunday's raid have died"."""
    return any(count.quantity.first <= i < max(count.stop, count.head + 1) for i in harmed(scene.parse, t))


def of_the_dead(scene: Scene, i: int, told: Told) -> Told:
    """What the count's own noun says of the dead, whatever else is told: "six of the dead", "a martyr"."""
    count = scene.counts[i]
    if any(aspect == KILLED for _, aspect in told):
        return []
    own = (t for t in scene.triggers if count.quantity.stop <= t.first < count.stop and t.aspects == (KILLED,))
    hurt = bool(told) and all(aspect == INJURED for _, aspect in told)  # "five of the bodies were burnt"
    said = scene.hints.martyrs if count.counted.of and not hurt else scene.hints.martyrs | scene.hints.bodies
    named = (
        t
        for t in own
        if scene.words[t.first] in said or (count.counted.of and scene.words[t.first] in scene.hints.dead)
    )
    return [(t, KILLED) for t in named][:1]


def done_to(scene: Scene, i: int) -> Told:
    """What a verb tells of one person who is its object in the tree: "kills Harl Radio journalist, four others"."""
    count = scene.counts[i]
    token = scene.parse.tokens[count.head]
    if count.kind not in ONE_PERSON or token.dep != "dobj" or scene.bystanders[i]:
        return []
    found = (t for t in scene.triggers if t.first <= token.head < t.stop <= count.first and not t.weak)
    return [(t, aspect) for t in found if t.forms & DOING and not scene.negated(t) for aspect in t.aspects]


def fate(scene: Scene, i: int, told: Told) -> Told:
    """What the tree says of one person: dead, though shot or hurt first; or hurt by his own hand."""
    count = scene.counts[i]
    if count.kind != "single" or scene.bystanders[i] or any(aspect not in HARM for _, aspect in told):
        return []
    itself = not REFLEXIVE.isdisjoint(scene.words[count.stop : scene.parse.sentence(count.first).stop])
    if itself and scene.victims.group(scene.words[count.head]) == "fighters":
        return []  # bombers who blew themselves up are not counted
    sure = [
        t for t in scene.triggers if t.aspects == (KILLED,) and not t.weak and scene.parse.tokens[t.first].pos != "NOUN"
    ]
    hurt = [t for t in scene.triggers if t.aspects == (INJURED,)] if itself and not told else []
    telling = next((t for t in (*sure, *hurt) if count.head in harmed(scene.parse, t)), None)
    return [] if telling is None else [(telling, telling.aspects[0])]
