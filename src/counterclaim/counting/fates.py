"""Persons told of by name or with "the" and what became of them: "Ana Holm, 23, was killed", "the boy died"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from counterclaim.counting.doubts import Doubts
from counterclaim.counting.harm import Trigger
from counterclaim.counting.layout import Scene
from counterclaim.counting.victims import is_plural
from counterclaim.syntax import SUBJECTS, Parse, Token

CLIMBED = frozenset({"acomp", "attr", "conj", "oprd", "xcomp", "advcl", "ccomp", "pcomp"})
LEFT = frozenset({"oprd"})  # "left a woman dead"
STEPS = 3  # verbs between "died" and its subject: "was taken to hospital and died"
AGE = re.compile(r"\d{1,2}")
SUICIDE = frozenset({"himself", "herself", "themselves", "suicide", "own"})  # within the words that tell of a death
REFLEXIVE = frozenset({"himself", "herself", "themselves"})
RELATIVE = frozenset({"who", "that", "whom"})
PRONOUNS = frozenset({"he", "she", "him", "her"})
OBJECTS = frozenset({"him", "her", "them"})
DEFINITE = frozenset({"the", "his", "her", "their", "its", "my", "our", "that", "this"})
BEFORE_NOUN = frozenset({"det", "poss", "amod", "compound", "nummod", "nmod", "npadvmod", "punct"})
ACTS = frozenset({"active", "past", "gerund"})
HAPPENS = frozenset({"state", "intransitive"})


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of one person: tokens `first` to `stop` are the words for them, `head` their noun or last name.

    `kind` is "name", "noun" ("the boy") or "pronoun"; `trigger` is the word that tells it, of them and of the nouns at
    `beside` alike. `doer` is the token of who did it, where the verb has a subject; `itself` marks one who did it
    to himself.
    """

    first: int
    stop: int
    head: int
    kind: str
    trigger: Trigger
    beside: tuple[int, ...] = ()
    doer: int | None = None
    itself: bool = False


def find_fates(scene: Scene, doubts: Doubts, aspect: str, names: frozenset[str] = frozenset()) -> Iterator[Fate]:
    """The persons of a sentence, named or definite, of whom a word of harm tells; `names` are the page's last names."""
    for t in scene.triggers:
        if t.aspects == (aspect,) and _is_sure(t) and not doubts.is_unreal(scene, t) and not scene.negated(t):
            yield from _fates(scene, t, names)


def _is_sure(t: Trigger) -> bool:
    return not t.weak or "toll" in t.forms  # "the deaths of Ana Holm and her son"


def _fates(scene: Scene, t: Trigger, names: frozenset[str]) -> Iterator[Fate]:
    heads, owned = harmed(scene.parse, t), False
    verb = _root(scene.parse, t)
    itself = (
        heads if not SUICIDE.isdisjoint(scene.words[t.first : t.stop]) else _does_it_to_itself(scene.parse, verb, t)
    )
    doers = itself or (_subject(scene.parse, verb) if scene.parse.children(verb.index, "dobj") else [])
    for head in heads:
        fate = _fate(scene, head, t, names, owned=owned) or (_indefinite(scene, head, t) if head in itself else None)
        owned = owned or (fate is not None and fate.kind == "noun")
        if fate:
            yield replace(fate, beside=tuple(heads), doer=next(iter(doers), None), itself=head in itself)


def last_names(parse: Parse) -> frozenset[str]:
    """The last names, in small letters, of all whose age the page gives: "Ana Holm, 23,", "23-year-old Ana Holm"."""
    tokens, found = parse.tokens, set()
    for i, t in enumerate(tokens[:-2]):
        if t.tag == "NNP" and tokens[i + 1].lower in (",", "(") and AGE.fullmatch(tokens[i + 2].text):
            found.add(t.lower)
        elif t.lower == "old" and tokens[i + 1].tag == "NNP":
            found.add(next((x.lower for x, y in pairwise(tokens[i + 1 : i + 6]) if y.tag != "NNP"), ""))
    return frozenset(found) - {""}


def harmed(parse: Parse, t: Trigger) -> list[int]:
    """The tokens of those to whom it happened, as far as the tree says: its subject, its object, whose death it is."""
    verb = _root(parse, t)
    itself = _does_it_to_itself(parse, verb, t)
    objects = [o for o in parse.children(verb.index, "dobj") if o.index >= t.stop]
    if objects and not t.passive and t.forms & ACTS:
        found = [o for i in objects if i.lower not in REFLEXIVE for o in _meant(parse, verb, i)]
    elif "noun" in t.forms:
        found = _of_noun(parse, verb)
    elif verb.dep in LEFT and parse.children(verb.head, "dobj"):
        found = [parse.children(verb.head, "dobj")[0].index]
    elif t.passive or t.forms & HAPPENS or verb.dep in ("relcl", "acl", "oprd"):
        found = _subject(parse, verb)
    else:
        found = []
    found = [j for i in found for j in (i, *_joined(parse, i))]
    return list(dict.fromkeys((*itself, *found, *_together(parse, verb, found))))


def _meant(parse: Parse, verb: Token, found: Token) -> list[int]:
    """The object; where a pronoun in "shot a teen, killing him", also whom it stands for."""
    if found.lower not in OBJECTS or verb.dep != "advcl":
        return [found.index]
    return [found.index, *(o.index for o in parse.children(verb.head, "dobj") if o.index < verb.index)]


def _does_it_to_itself(parse: Parse, verb: Token, t: Trigger) -> list[int]:
    """Who did it, where done to himself: "killed his wife and then himself", "before killing herself"."""
    following = parse.tokens[t.stop : parse.sentence(t.stop - 1).stop]
    themselves = [x for x in following if x.lower in REFLEXIVE]
    objects = [
        a if a.pos in ("VERB", "AUX") else parse.tokens[a.head] for x in themselves for a in (parse.tokens[x.head],)
    ]
    if t.passive or verb not in objects:
        return []
    if verb.dep == "pcomp":
        verb = parse.head(verb.head)
    return _subject(parse, verb)


def _joined(parse: Parse, head: int) -> list[int]:
    """What "and" or a mark joins to a noun: "her daughter, Eva Lind; her sister and Bo Lind"."""
    found = []
    for token in parse.children(head, "conj", "appos"):
        if token.index < head:
            continue
        if token.dep == "conj" or parse.children(token.index, "poss"):
            found.append(token.index)
        found.extend(_joined(parse, token.index))
    return found


def _together(parse: Parse, verb: Token, found: list[int]) -> list[int]:
    """Who shared it: "dead along with their father", "was found dead with her son"."""
    preps = [p for i in (verb.index, verb.head, *found[:1]) for p in parse.children(i, "prep")]
    along = [w for p in preps if p.lower == "along" for w in parse.children(p.index, "prep")]
    with_ = [p for p in preps if p.lower == "with" and p.head == verb.index] + [w for w in along if w.lower == "with"]
    people = [o.index for p in with_ for o in parse.children(p.index, "pobj") if parse.children(o.index, "poss")]
    return [j for i in people for j in (i, *_joined(parse, i))]


def _root(parse: Parse, t: Trigger) -> Token:
    """The token of the phrase that its others hang from."""
    tokens = parse.tokens[t.first : t.stop]
    return next((x for x in tokens if not t.first <= x.head < t.stop or x.head == x.index), tokens[0])


def _subject(parse: Parse, verb: Token) -> list[int]:
    for _ in range(STEPS):
        found = parse.children(verb.index, *SUBJECTS)
        if found and found[-1].lower in RELATIVE and verb.dep == "relcl":
            return [verb.head]
        if found:
            return [found[-1].index]
        if verb.dep == "acl":
            return [verb.head]
        if verb.dep not in CLIMBED:
            return []
        verb = parse.head(verb.index if verb.dep != "pcomp" else verb.head)  # "before turning the gun on himself"
    return []


def _of_noun(parse: Parse, noun: Token) -> list[int]:
    """Whose death it is: "the death of Ana Holm", "Holm's death"."""
    of = (
        o.index for p in parse.children(noun.index, "prep") if p.lower == "of" for o in parse.children(p.index, "pobj")
    )
    return [*of, *(o.index for o in parse.children(noun.index, "poss"))]


def _fate(scene: Scene, head: int, t: Trigger, names: frozenset[str], *, owned: bool) -> Fate | None:
    parse, token = scene.parse, scene.parse.tokens[head]
    if token.lower in PRONOUNS and token.pos == "PRON" and token.tag == "PRP":
        return Fate(head, head + 1, head, "pronoun", t)
    if token.tag == "NNP" and (token.entity == "PERSON" or token.lower in names):
        return Fate(_name_start(parse, head), head + 1, head, "name", t)
    first = _definite(scene, token, owned=owned)
    return None if first is None else Fate(first, head + 1, head, "noun", t)


def _indefinite(scene: Scene, head: int, t: Trigger) -> Fate | None:
    """Somebody not told of before who did it to himself: "a 53-year-old woman killed her sons and then herself"."""
    token = scene.parse.tokens[head]
    if token.tag != "NN" or scene.victims.group(token.lower) in (None, "fighters"):
        return None
    before = [c.index for c in scene.parse.children(head, "det", "nmod", "amod")]
    return Fate(min([head, *before]), head + 1, head, "noun", t)


def _name_start(parse: Parse, last: int) -> int:
    if parse.tokens[last].entity != "PERSON":
        return min((c.index for c in parse.children(last, "compound") if c.tag == "NNP"), default=last)
    while last and not parse.tokens[last].entity_first and parse.tokens[last - 1].entity == "PERSON":
        last -= 1
    return last


def _definite(scene: Scene, token: Token, *, owned: bool) -> int | None:
    """Where the words for one person begin that the page holds known ("the boy", "his aunt"); None for all others.

    With `owned` also where they have no article: "her father and younger brother".
    """
    word = token.lower
    group = "people" if word == "old" else scene.victims.group(word)
    if (
        group in (None, "fighters")
        or word in scene.hints.no_persons
        or is_plural(token, word)
        or word in scene.victims.collectives
    ):
        return None
    before = [c for c in scene.parse.children(token.index) if c.index < token.index and c.dep in BEFORE_NOUN]
    owners = [c for c in before if c.dep == "poss"]
    if owners:
        return scene.parse.edges(owners[0].index)[0]
    first = before[0].index if before else token.index
    if owned and all(c.dep != "det" for c in before) and scene.parse.tokens[token.head].index < token.index:
        return scene.parse.edges(first)[0]
    return first if scene.words[first] in DEFINITE else None
