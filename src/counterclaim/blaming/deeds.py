"""Deeds of war in a page's words: attacks told by a noun or a verb, with those that the grammar makes their authors."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from counterclaim.blaming.culprits import THEME, Culprit, Culprits
from counterclaim.lexicon import Lexicon
from counterclaim.model import Certainty
from counterclaim.syntax import Parse, Token

NOUNS = frozenset({"NOUN", "PROPN"})
STOPS = frozenset({";", ":", "that", "who", "which", "while", "when", "as", "after", "before", "said", "“", "”", '"'})
RELATIVE = frozenset({"which", "who", "that"})
MAYBE = frozenset({"may", "might"})
OWNERS = frozenset({"it", "its", "they", "their", "we", "our", "he", "his"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN"})
PAST = frozenset({"VBD", "VBN"})
GERUND = "VBG"
PERSON = "PERSON"
REACH = 14  # words from an attack to the "by" that names its author
CLIMB = 5  # clauses up to the one that has the subject


@dataclass(frozen=True, slots=True)
class Deed:
    """An attack with one who is said to have done it: `event` is the token that tells it.

    `label` marks an author named only by the word before the attack ("terrorist attacks"), who may be no author.
    """

    event: int
    culprit: Culprit
    certainty: Certainty = "certain"
    negated: bool = False
    label: bool = False


@dataclass(frozen=True, slots=True)
class Words:
    """The words that tell deeds; see lexicons/en/responsibility.toml."""

    attacks: frozenset[str]
    weak: frozenset[str]
    weapons: frozenset[str]
    directed: frozenset[str]
    labels: frozenset[str]
    verbs: Mapping[str, frozenset[str]]
    around: Mapping[str, frozenset[str]]
    doubts: Mapping[str, str]
    forms: Mapping[str, str]


@lru_cache(maxsize=4)
def deed_words(lexicon: Lexicon) -> Words:
    """Read the words from the lexicon; raises DataError when a list is not there."""
    names = ("attacks", "weak", "weapons", "directed", "labels")
    attacks, weak, weapons, directed, labels = (lexicon.words(THEME, name) for name in names)
    verbs, around = (
        {name: frozenset(found) for name, found in lexicon.table(THEME, table).items()} for table in ("verbs", "around")
    )
    forms = {form: verb for found in verbs.values() for verb in found for form in inflected(verb)}
    return Words(attacks, weak, weapons, directed, labels, verbs, around, lexicon.table(THEME, "doubts"), forms)


def inflected(verb: str) -> Iterator[str]:
    """The regular forms of a verb, and some that it has not: lemmatizers take "staged" for a form of "stag"."""
    stems = {verb, verb.removesuffix("e"), verb + verb[-1]} | ({verb[:-1] + "i"} if verb.endswith("y") else set())
    yield from (s + ending for s in sorted(stems) for ending in ("ed", "ing", "es"))
    yield verb + "s"


class Deeds:
    """Finds the deeds of one page, whoever tells of them."""

    def __init__(self, parse: Parse, culprits: Culprits, lexicon: Lexicon) -> None:
        self.parse = parse
        self.culprits = culprits
        self.words = deed_words(lexicon)
        self._all: list[Deed] | None = None

    def __iter__(self) -> Iterator[Deed]:
        return iter(self.all())

    def all(self) -> list[Deed]:
        """All deeds in page order; labels are authors only where the page has such authors besides."""
        if self._all is None:
            found = [d for t in self.parse.tokens for d in self._told_by(t)]
            sure = {d.culprit.party for d in found if not d.label}
            self._all = [d for d in found if not d.label or d.culprit.party in sure]
        return self._all

    def lemma(self, t: Token) -> str:
        """A verb in its dictionary form."""
        return self.words.forms.get(t.lower, t.lemma)

    def at(self, tokens: Collection[int]) -> list[Deed]:
        """The deeds told by one of these tokens."""
        return [d for d in self.all() if d.event in tokens]

    def _told_by(self, t: Token) -> Iterator[Deed]:
        if t.pos in NOUNS or (t.tag == GERUND and not self.parse.children(t.index, "dobj", "aux")):
            yield from self._by_noun(t)
        if t.pos == "VERB":
            yield from self._by_verb(t)

    # --- told by a noun

    def is_attack(self, index: int) -> bool:
        """Whether the noun is an attack."""
        return self.culprits.stem(index) in self.words.attacks

    def is_attacking(self, t: Token) -> bool:
        """Whether the verb is an attack by itself."""
        return t.pos == "VERB" and self.lemma(t) in self.words.verbs["attack"]

    def _by_noun(self, t: Token) -> Iterator[Deed]:
        word = self.culprits.stem(t.index)
        if word not in self.words.attacks and word not in self.words.weapons and word not in self.words.verbs["use"]:
            return
        if self._is_part(t) or not self._took_place(t, word):
            return
        named = self.agents(t.index) if word in self.words.attacks or word in self.words.verbs["use"] else []
        before = [c for c in self.culprits.before(t.index) if not named or c.sort != "described"]
        before += [c for p in self.parse.children(t.index, "poss") if p.lower in OWNERS for c in self._meant(p)]
        before = [c for c in before if not self._is_owner(c, t, word)]
        doubt = worst([self._noun_doubt(t), self._either([*named, *before])])
        for c in (*named, *before):
            yield Deed(t.index, c, doubt, label=c in before and self._is_label(c, t))

    def _is_owner(self, c: Culprit, t: Token, word: str) -> bool:
        """Whether a genitive is no author: of a murder it is the victim, of a person's attacks it may be his words."""
        owner = self.parse.tokens[c.token]
        if owner.dep != "poss" or owner.head != t.index:
            return False
        return word in self.words.around["suffered"] or (
            owner.entity == PERSON and word in self.words.around["figurative"]
        )

    def _is_label(self, c: Culprit, t: Token) -> bool:
        if self.culprits.stem(c.token) not in self.words.labels:
            return False
        return not any(self.culprits.stem(i) in self.words.weapons for i in range(c.token + 1, t.index))

    def _is_part(self, t: Token) -> bool:
        """Whether the noun only modifies the next one: "attack helicopter"."""
        return t.dep == "compound" and t.head == t.index + 1 and self.parse.tokens[t.head].pos in NOUNS

    def _took_place(self, t: Token, word: str) -> bool:
        """Whether the noun tells of something that happened, as far as the words around it say."""
        first = max(self.parse.sentence(t.index).first, t.index - 5)
        if any(self.parse.tokens[i].lower in self.words.around["imagined"] for i in range(first, t.index)):
            return False
        if word in self.words.verbs["use"]:
            return any(self.is_harm(p, self.words.weapons) for p in self._objects_of(t))
        needs_dead = word in self.words.weak or word not in self.words.attacks
        return (not needs_dead or self._is_deadly(t)) and not self._is_supposed(t) and self._is_done(t)

    def _is_done(self, t: Token) -> bool:
        """Whether the verb that has the attack for its object tells that it was carried out."""
        verb = self._governor(t)
        if verb is None:
            return True
        if self.lemma(verb) in self.words.verbs["averted"]:
            return False
        return self.lemma(verb) not in self.words.verbs["light"] or self.is_real(verb)[0]

    def _is_supposed(self, t: Token) -> bool:
        """Whether an attack stands with what may yet be: "raids could harm", "will answer an attack"."""
        above = next((a for a in self.parse.ancestors(t.index) if a.pos in ("VERB", "AUX")), None)
        if above is None or not any(
            a.tag == "MD" and a.lower not in MAYBE for a in self.parse.children(above.index, "aux")
        ):
            return False
        one = any(d.lower in ("a", "an", "any") for d in self.parse.children(t.index, "det"))
        return one or (t.dep == "nsubj" and t.head == above.index)

    def _is_deadly(self, t: Token) -> bool:
        """Whether a weak word such as "operation" stands with its dead: "killed in an army operation"."""
        near = [*self.parse.ancestors(t.index)][:3]
        if t.dep != "pobj" or self.parse.head(t.index).lower not in self.words.around["through"]:
            return False
        return any(
            self.lemma(n) in self.words.verbs["attack"] or self.lemma(n) in self.words.verbs["suffer"] for n in near
        )

    def _governor(self, t: Token) -> Token | None:
        """The verb whose object the noun is, through "a series of" and "and"."""
        for up in (t, *self.parse.ancestors(t.index)):
            if up.dep in ("dobj", "nsubjpass"):
                return self.parse.head(up.index)
            if up.dep not in ("pobj", "prep", "conj", "compound", "nmod") or (up.dep == "prep" and up.lower != "of"):
                return None
        return None

    def _objects_of(self, t: Token) -> list[Token]:
        preps = (p for p in self.parse.children(t.index, "prep") if p.lower == "of")
        return [o for p in preps for o in self.parse.children(p.index, "pobj")]

    # --- the authors

    def agents(self, i: int) -> list[Culprit]:
        """Those named with "by" after an attack's noun or participle."""
        tokens, sentence = self.parse.tokens, self.parse.sentence(i)
        for j in range(i + 1, min(sentence.stop, i + REACH)):
            t = tokens[j]
            if t.lower == "by" and t.pos in ("ADP", "SCONJ"):
                return self.objects(j)
            if (t.lower == "between" or (t.lower == "from" and t.head == i)) and self.culprits.stem(
                i
            ) in self.words.directed:
                return self.objects(j)
            if t.lower == "hands" and j + 1 < sentence.stop and tokens[j + 1].lower == "of":
                return self.objects(j + 1)
            if t.lower in STOPS or (t.pos == "VERB" and not self._is_passing(t)):
                return []
        return []

    def _is_passing(self, t: Token) -> bool:
        """A participle that may stand between an attack and its author: "shells fired by"."""
        verbs = self.words.verbs
        return t.tag in PAST and (
            self.lemma(t) in verbs["light"] or self.lemma(t) in verbs["attack"] or self.lemma(t) in verbs["thought"]
        )

    def objects(self, prep: int) -> list[Culprit]:
        """The parties in the noun phrase after a preposition; after "from", countries are places and left out."""
        places = self.parse.tokens[prep].lower == "from"
        found: list[Culprit] = []
        for o in self.parse.children(prep, "pobj"):
            mention = self.culprits.mention(o.index)
            if not (places and mention and mention.kind == "place"):
                found += self.actors(o.index)
        return found

    def actors(self, index: int) -> list[Culprit]:
        """The parties behind a noun or a pronoun; "it" is whoever the clause above has for its subject."""
        if self.parse.tokens[index].lower in OWNERS:
            return self._meant(self.parse.tokens[index])
        owners = [p for p in self.parse.children(index, "poss") if p.lower in OWNERS]
        return [c for p in owners for c in self._meant(p)] or self.culprits.of(index) or self._after_dateline(index)

    def _after_dateline(self, index: int) -> list[Culprit]:
        """The party that the parser hung on the town of a dateline: "TARN (Agency) – The army hit"."""
        mention = self.culprits.mention(index)
        if mention is None or mention.kind not in ("place", "outlet"):
            return []
        return [c for a in self.parse.children(index, "appos", "conj") for c in self.actors(a.index)]

    def _meant(self, t: Token) -> list[Culprit]:
        """The party that a pronoun takes up: the nearest subject above it, else the last before it in the sentence."""
        above = [s for up in self.parse.ancestors(t.index) for s in self._lords(up)]
        tokens = self.parse.tokens
        before = [tokens[i] for i in range(t.index - 1, self.parse.sentence(t.index).first - 1, -1)]
        for s in (*above, *(b for b in before if b.dep in ("nsubj", "nsubjpass"))):
            if s.index < t.index and s.lower not in OWNERS:
                span = self.parse.span(t.index, t.index + 1)
                return [Culprit(c.party, span, t.index, c.sort) for c in self.culprits.of(s.index)]
        return []

    def _lords(self, up: Token) -> list[Token]:
        """A clause's subjects, or the object above that an infinitive takes for one: "urged Ruria to stop its"."""
        if up.dep == "xcomp" and up.tag == "VB":
            urged = self.parse.children(self.parse.head(up.index).index, "dobj")
            return self.parse.children(up.index, "nsubj") or [o for o in urged if o.index < up.index]
        return self.parse.children(up.index, "nsubj", "nsubjpass")

    # --- told by a verb

    def _by_verb(self, t: Token) -> Iterator[Deed]:
        verbs = self.words.verbs
        if not any(self.lemma(t) in verbs[kind] for kind in ("attack", "light", "use", "toll")):
            return
        passive = self.is_passive(t)
        named = self.agents(t.index) if passive or t.tag in PAST else []
        real, negated = self.is_real(t)
        if not real or not self._is_deed(t, passive=passive or bool(named)):
            return
        if not passive and not named:
            named = [c for s in self.subjects(t) for c in self.actors(s.index) if not self._is_figure(s, t)]
        if self.lemma(t) in self.words.around["custody"]:
            named = [c for c in named if self.culprits.stem(c.token) not in self.words.around["lawful"]]
        doubt = worst([self.verb_doubt(t), self._either(named)])
        for c in named:
            yield Deed(t.index, c, doubt, negated)

    def _is_figure(self, subject: Token, t: Token) -> bool:
        """Whether a person attacks, and so perhaps only with words."""
        return subject.entity == PERSON and self.lemma(t) in self.words.around["figurative"]

    def is_passive(self, t: Token) -> bool:
        """Whether the verb's subject suffers what it tells."""
        marks = self.parse.children(t.index, "auxpass", "nsubjpass")
        if any(self.culprits.mention(m.index) is None or m.dep == "nsubjpass" for m in marks):
            return True
        return t.tag == "VBN" and t.dep in ("acl", "amod") and not self.parse.children(t.index, "aux")

    def _is_deed(self, t: Token, *, passive: bool) -> bool:
        verbs = self.words.verbs
        if self.lemma(t) in verbs["attack"]:
            return passive or self._has_target(t)
        objects = self.parse.children(t.index, "dobj", "nsubjpass")
        if self.lemma(t) in verbs["light"]:
            return self._is_carried_out(t, objects, passive=passive)
        if self.lemma(t) in verbs["use"]:
            return any(self.is_harm(o, self.words.weapons) for o in objects)
        active = t.dep != "acl" and (t.tag != "VBN" or self.parse.children(t.index, "aux"))
        return bool(active) and any(self.culprits.stem(o.index) in self.words.around["lives"] for o in objects)

    def _is_carried_out(self, t: Token, objects: list[Token], *, passive: bool) -> bool:
        """Whether a light verb has an attack or a weapon for its object, or a target after "at"."""
        if passive and t.dep == "acl":
            objects = [self.parse.head(t.index)]
        elif passive and not objects:
            return True
        if self.lemma(t) in self.words.around["up"]:
            return any(c.lower == "up" for c in self.parse.children(t.index, "prt"))
        preps = self.parse.children(t.index, "prep") if self.lemma(t) in self.words.verbs["fire"] else []
        aimed = any(p.lower in self.words.around["at"] for p in preps)
        return aimed or any(self._is_launched(o) for o in objects)

    def _is_launched(self, o: Token) -> bool:
        if o.lower in RELATIVE:
            return True
        weak = self.culprits.stem(o.index) in self.words.weak and self.lemma(self.parse.head(o.index)) != "cause"
        return not weak and self.is_harm(o, self.words.weapons)

    def _has_target(self, t: Token) -> bool:
        """Whether somebody is attacked: "fighters killed in Hama" without an object are the victims themselves."""
        found = self.parse.children(t.index, "dobj", "ccomp", "dative", "oprd")
        if any(c.lower == "back" for c in self.parse.children(t.index, "prt", "advmod")):
            return False
        goods = [p for o in found for p in self.parse.children(o.index, "poss") if p.lower in OWNERS]
        if goods and self.lemma(t) in self.words.around["scrapped"]:
            return False
        if any(c.lower == "down" for c in self.parse.children(t.index, "prt")):
            return bool(found) and not any(self.is_harm(o, self.words.around["intercepted"]) for o in found)
        found += [p for p in self.parse.children(t.index, "prep") if p.lower in self.words.around["rough"]]
        if t.tag not in PAST or self.parse.children(t.index, "aux"):
            return True
        return bool(found) or self.lemma(t) not in self.words.verbs["transitive"]

    def is_harm(self, o: Token, words: frozenset[str]) -> bool:
        """Whether an object is an attack or one of `words`, through "a number of"."""
        near = [o, *self.parse.children(o.index, "compound", "amod", "nmod", "conj")]
        for p in self._objects_of(o):
            near += [p, *self.parse.children(p.index, "compound", "amod", "nmod")]
        return any(self.culprits.stem(x.index) in words or self.is_attack(x.index) for x in near)

    def is_real(self, t: Token) -> tuple[bool, bool]:
        """Whether the verb tells what happened, and whether it says that it did not."""
        negated = False
        above = self.lemma(self.parse.head(t.index))
        for c in self.parse.children(t.index, "neg", "aux", "mark", "preconj"):
            if c.dep == "neg":
                negated = True
            elif (c.tag == "MD" and not self._is_past(t, c)) or c.lower in ("if", "whether", "unless"):
                return False, False
            elif c.lower == "to":
                return t.dep == "xcomp" and above in self.words.verbs["begun"], False
        if t.dep == "conj" and t.tag == "VB" and not self.parse.children(t.index, "aux", "nsubj") and t.head != t.index:
            return self.is_real(self.parse.head(t.index))
        if t.dep in ("xcomp", "pcomp") and (t.tag == "VB" or above in self.words.verbs["averted"]):
            return False, False
        if t.dep == "pcomp" and t.index != self.parse.head(t.head).index and self.parse.head(t.head).pos == "VERB":
            return self.is_real(self.parse.head(t.head))[0], negated
        return True, negated

    def _is_past(self, t: Token, modal: Token) -> bool:
        """Whether a modal guesses at the past: "may have hit"."""
        return modal.lower in self.words.doubts and any(a.lower == "have" for a in self.parse.children(t.index, "aux"))

    # --- the subject

    def subjects(self, t: Token, climb: int = 0) -> list[Token]:
        """The heads of the verb's subject, taken over from the clause above where it has none."""
        found = self.parse.children(t.index, "nsubj")
        found = found or [a for a in self.parse.children(t.index, "auxpass") if self.culprits.mention(a.index)]
        head = self.parse.head(t.index)
        if found:
            return [head if s.lower in RELATIVE and t.dep == "relcl" else s for s in found]
        if climb > CLIMB or t.head == t.index:
            return self._neighbour(t)
        if t.dep == "acl" and t.tag == GERUND:
            return [] if self.lemma(t) in self.words.verbs["transitive"] else [head]
        if t.dep == "pcomp" and head.dep == "prep":
            return self._above(self.parse.head(head.index), climb)
        if t.dep in ("conj", "xcomp", "advcl"):
            return self._above(head, climb) or self._neighbour(t)
        return self._neighbour(t)

    def _above(self, head: Token, climb: int) -> list[Token]:
        if self.lemma(head) in self.words.verbs["charging"]:
            return self.parse.children(head.index, "dobj")
        if head.pos not in ("VERB", "AUX") or self.parse.children(head.index, "nsubjpass"):
            return []
        return self.subjects(head, climb + 1)

    def _neighbour(self, t: Token) -> list[Token]:
        """The noun right before a verb that the parser left without a subject."""
        if t.tag not in FINITE or self.parse.children(t.index, "auxpass", "nsubjpass"):
            return []
        helpers = self.parse.children(t.index, "aux", "advmod")
        first = min(a.index for a in (t, *helpers))
        if first == self.parse.sentence(t.index).first:
            return []
        before = self.parse.tokens[first - 1]
        mention = self.culprits.mention(before.index)
        return [before] if before.pos in NOUNS and not (mention and mention.kind == "place") else []

    # --- how sure

    def _either(self, found: list[Culprit]) -> Certainty:
        """Of two joined by "or" neither is certain."""
        at = sorted(c.token for c in found)
        joined = any(self.parse.tokens[i].lower == "or" for a, b in pairwise(at) for i in range(a, b))
        return "hedged" if joined else "certain"

    def _noun_doubt(self, t: Token) -> Certainty:
        near = range(max(self.parse.sentence(t.index).first, t.index - REACH // 2), t.index)
        return worst([self.words.doubts.get(self.parse.tokens[i].lower) for i in near])

    def verb_doubt(self, t: Token) -> Certainty:
        """How sure the adverbs, the modal and the verb above make what a verb tells."""
        near = [*self.parse.children(t.index, "advmod", "aux", "npadvmod", "acomp")]
        if t.dep == "xcomp":
            head = self.parse.head(t.index)
            near += [head, *self.parse.children(head.index, "advmod", "aux")]
        return worst([self.words.doubts.get(n.lower) for n in near])


def worst(found: Sequence[str | None]) -> Certainty:
    """The weakest of several degrees of certainty."""
    if "unverified" in found:
        return "unverified"
    return "hedged" if "hedged" in found else "certain"
