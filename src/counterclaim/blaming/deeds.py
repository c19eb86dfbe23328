"""Deeds of war in a page's words: attacks told by a noun or a verb, with those that the grammar makes their authors."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from counterclaim.blaming.authors import OWNERS, PAST, REACH, Authors
from counterclaim.blaming.clauses import GERUND, NOUNS, PRESENT, Clauses, worst
from counterclaim.blaming.culprits import Culprits
from counterclaim.blaming.flights import Flights
from counterclaim.blaming.named import Named
from counterclaim.blaming.nouns import Culprit
from counterclaim.blaming.targets import Targets
from counterclaim.blaming.words import deed_words
from counterclaim.lexicon import Lexicon
from counterclaim.model import Certainty
from counterclaim.syntax import Parse, Token

MAYBE = frozenset({"may", "might"})
PERSON = "PERSON"
FORCES = frozenset({"armed_group", "armed_forces", "coalition"})
TIMES = frozenset({"DATE", "TIME"})
IDLE = frozenset({"CCONJ", "DET", "NUM", "PART", "PRON", "PUNCT", "SPACE"})  # words that tell of no deed
COMPLEMENTS = frozenset({"acomp", "attr"})  # except where they say whose it was: "the bombs were theirs"
ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "pobj"})


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


class Deeds:
    """Finds the deeds of one page, whoever tells of them."""

    def __init__(self, parse: Parse, culprits: Culprits, lexicon: Lexicon) -> None:
        self.parse = parse
        self.culprits = culprits
        self.words = deed_words(lexicon)
        self.clauses = Clauses(parse, culprits, self.words)
        self.authors = Authors(parse, culprits, self.clauses, self.words)
        self.targets = Targets(parse, culprits, self.clauses, self.words)
        self._named = Named(parse, culprits, self.clauses, self.authors, self.targets, self.words)
        self._flights = Flights(parse, culprits, self.clauses, self.authors, self.targets, self.words)
        self._all: list[Deed] | None = None

    def __iter__(self) -> Iterator[Deed]:
        return iter(self.all())

    def all(self) -> list[Deed]:
        """All deeds in page order; labels are authors only where the page has such authors besides."""
        if self._all is None:
            told = (t for t in self.parse.tokens if t.pos not in IDLE or t.dep in COMPLEMENTS)
            found = [d for t in told for d in self._told_by(t)]
            sure = {d.culprit.party for d in found if not d.label}
            self._all = [d for d in found if not d.label or d.culprit.party in sure]
        return self._all

    @cached_property
    def events(self) -> frozenset[int]:
        """The tokens that tell the deeds."""
        return frozenset(d.event for d in self.all())

    def at(self, tokens: Collection[int]) -> list[Deed]:
        """The deeds told by one of these tokens."""
        return [d for d in self.all() if d.event in tokens]

    def _told_by(self, t: Token) -> Iterator[Deed]:
        if t.dep == "acomp" or (t.dep == "attr" and t.lower in self.words.around["those"]):
            yield from (Deed(t.index, c, doubt, denied) for c, doubt, denied in self._named.by_adjective(t))
        noun = t.pos in NOUNS or self._is_misread(t)
        if noun and t.lower in self.words.verbs["attack"] and self.clauses.is_headline_verb(t):
            subject = self.culprits.before(t.index) or self.authors.actors(t.index - 1)
            yield from (Deed(t.index, c) for c in subject or self.culprits.armed(t.index - 1))
            return
        if noun or (t.tag == GERUND and not self.parse.children(t.index, "dobj", "aux")):
            yield from self._by_noun(t)
        if t.pos == "VERB" and not (noun and t.tag != GERUND):
            yield from self._by_verb(t)

    def _is_misread(self, t: Token) -> bool:
        """Whether a subject or an object that the parser took for a verb is a noun: "Rurian strikes on Tarn"."""
        return t.tag == "VBZ" and t.dep in ARGUMENTS and bool(self.parse.children(t.index, "amod", "compound", "poss"))

    def is_attacking(self, t: Token) -> bool:
        """Whether the verb is an attack by itself."""
        return t.pos == "VERB" and self.clauses.tells(t, "attack")

    def _by_noun(self, t: Token) -> Iterator[Deed]:
        word = self.culprits.stem(t.index)
        yield from (Deed(t.index, c, doubt, denied) for c, doubt, denied in self._named.by_noun(t, word))
        if word not in self.words.attacks and word not in self.words.weapons and word not in self.words.verbs["use"]:
            return
        if self._is_part(t) or not self._took_place(t, word):
            return
        named = self.authors.agents(t.index) if word in self.words.attacks or word in self.words.verbs["use"] else []
        if not named and word in self.words.attacks:
            named = self._possessed(t) or (self.authors.objects_of(t.index) if word in self.words.weak else [])
        before = [c for c in self.culprits.before(t.index) if not named or c.sort != "described"]
        before += [c for p in self.parse.children(t.index, "poss") if p.lower in OWNERS for c in self.authors._meant(p)]
        before = [c for c in before if not self._is_owner(c, t, word)]
        doubt = worst([self._noun_doubt(t), self._either([*named, *before])])
        none = any(d.lower == "no" for d in self.parse.children(t.index, "det"))
        for c in (*named, *before):
            yield Deed(t.index, c, doubt, none, label=c in before and self._is_label(c, t))

    def _possessed(self, t: Token) -> list[Culprit]:
        """Those named with "of" where another preposition names the target: "the shelling of the army on Tarn"."""
        preps = self.parse.children(t.index, "prep")
        if (
            t.tag == "NN" and self.culprits.stem(t.index) in self.words.around["subjective"]
        ):  # "an attack of the rebels"
            found = [c for p in preps if p.lower == "of" for c in self.authors.objects(p.index)]
            if armed := [c for c in found if c.sort != "power" and self.culprits.mention(c.token) is not None]:
                return armed
        below = [
            x for p in preps if p.lower == "of" for o in self.parse.children(p.index, "pobj") for x in self._aimed(o)
        ]
        if not any(p.lower in self.words.around["upon"] for p in (*preps, *below)):
            return []
        return [c for p in preps if p.lower == "of" for c in self.authors.objects(p.index)]

    def _aimed(self, o: Token) -> list[Token]:
        """The prepositions of a target that the parser hung on those who strike: "the raids of the jets on Tarn"."""
        if self.culprits.stem(o.index) not in self.words.around["strikers"]:
            return []
        preps = self.parse.children(o.index, "prep")
        return [p for p in preps if not any(x.entity in TIMES for x in self.parse.children(p.index, "pobj"))]

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
        """Whether the noun only modifies the next one: "attack helicopter"; not so "killed in Rurian raids: report"."""
        tells = self.parse.tokens[t.head].lower in self.words.around["headed"]
        if tells and t.index + 3 >= self.parse.sentence(t.index).stop:
            return False
        return t.dep == "compound" and t.head == t.index + 1 and self.parse.tokens[t.head].pos in NOUNS

    def _took_place(self, t: Token, word: str) -> bool:
        """Whether the noun tells of something that happened, as far as the words around it say."""
        first = max(self.parse.sentence(t.index).first, t.index - 5)
        if any(self.parse.tokens[i].lower in self.words.around["imagined"] for i in range(first, t.index)):
            return False
        if word in self.words.verbs["use"]:
            return any(self.targets.is_harm(p, self.words.weapons) for p in self.targets.objects_of(t))
        if any(self.clauses.is_asked(a) or self._is_unowned(a) for a in self.parse.ancestors(t.index)):
            return False
        needs_dead = word in self.words.weak or word not in self.words.attacks
        return (not needs_dead or self._is_deadly(t)) and not self._is_supposed(t) and self._is_done(t)

    def _is_unowned(self, verb: Token) -> bool:
        """Whether nothing is said of what stands below: "has not acknowledged any deaths in its raids"."""
        return self.clauses.tells(verb, "owned") and bool(self.parse.children(verb.index, "neg"))

    def _is_done(self, t: Token) -> bool:
        """Whether the verb that has the attack for its object tells that it was carried out."""
        verb = self._governor(t)
        if verb is None:
            return not self._is_backing(t)
        if self.clauses.tells(verb, "averted"):
            return False
        return not self.clauses.tells(verb, "light") or self.clauses.is_real(verb)[0]

    def _is_backing(self, t: Token) -> bool:
        """Whether an attack only tells who stands behind others: "fighters backed by Rurian raids"."""
        by = self.parse.head(t.index)
        return t.dep == "pobj" and by.lower == "by" and self.clauses.tells(self.parse.head(by.index), "back")

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
        if t.dep == "nsubj":  # "a push by the army killed nine"
            return any(self.clauses.tells(n, "transitive") for n in near[:1]) and self.targets.is_toll(near[0])
        if t.dep != "pobj" or self.parse.head(t.index).lower not in self.words.around["through"]:
            return False
        return any(self.clauses.tells(n, "attack", "suffer") for n in near)

    def _governor(self, t: Token) -> Token | None:
        """The verb whose object the noun is, through "a series of" and "and"."""
        for up in (t, *self.parse.ancestors(t.index)):
            if up.dep in ("dobj", "nsubjpass"):
                return self.parse.head(up.index)
            for verb in self.parse.children(up.index, "compound"):  # "forces exchange fire", in a headline
                if verb.pos == "VERB" and self.clauses.tells(verb, "averted"):
                    return verb
            if up.dep not in ("pobj", "prep", "conj", "compound", "nmod") or (up.dep == "prep" and up.lower != "of"):
                return None
        return None

    def _by_verb(self, t: Token) -> Iterator[Deed]:
        yield from (Deed(t.index, c, doubt, denied) for c, doubt, denied in self._flights.by_verb(t))
        plain = self.clauses.tells(t, "attack", "light", "use", "toll", "enter")
        if not plain and not self.targets.is_to_death(t) and not self.targets.takes_up(t):
            return
        passive = self.clauses.is_passive(t)
        told = bool(self.parse.children(t.index, "nsubj"))
        named = self.authors.agents(t.index, own=told) if passive or t.tag in PAST else []
        real, negated = self.clauses.is_real(t)
        if not real or self._is_habit(t) or not self.targets.is_deed(t, passive=passive or bool(named)):
            return
        if not passive and not named:
            named = [
                c for s in self.clauses.subjects(t) for c in self.authors.actors(s.index) if not self._is_figure(s, t)
            ]
        named = [*(self.authors.of_attack_above(t, named) or named), *(self._helpers(t) if named else ())]
        if self.clauses.lemma(t) in self.words.around["custody"]:
            named = [c for c in named if not self._is_lawful(c)]
        thought = any(self.authors.is_supposed(s.index) for s in (*self.clauses.subjects(t), *self._by(t)))
        doubt = worst([self.clauses.verb_doubt(t), self._either(named), "hedged" if thought else None])
        negated |= self.targets.is_of_none(t)
        for c in named if not self.targets.is_defence(t) else ():
            yield Deed(t.index, c, doubt, negated)

    def _by(self, t: Token) -> list[Token]:
        return [o for p in self.parse.children(t.index, "agent") for o in self.targets.below(p)]

    def _helpers(self, t: Token) -> list[Culprit]:
        """Those who take part: "raided the house with the support of Rurian helicopters", "with Rurian air support"."""
        near = [t, *self.parse.children(t.index, "dobj")]
        preps = [p for n in near for p in self.parse.children(n.index, "prep") if p.lower == "with"]
        subjects = self.clauses.subjects(t)
        preps += [p for s in subjects for p in self.parse.children(s.index, "prep") if p.lower == "with"]
        helps = [o for p in preps for o in self.parse.children(p.index, "pobj") if o.lower in self.words.around["help"]]
        inner = [p for o in helps for p in self.parse.children(o.index, "prep") if p.lower in ("of", "from", "by")]
        owned = [o for h in helps for o in self.parse.children(h.index, "amod", "compound", "poss", "nmod")]
        return [c for p in inner for c in self.authors.objects(p.index)] or [
            c for o in owned for c in self.authors.actors(o.index)
        ]

    def _is_habit(self, t: Token) -> bool:
        """Whether a verb tells what somebody does at all times: "strikes only military targets"."""
        if any(a.lower in self.words.around["solely"] for a in self.parse.children(t.index, "advmod")):
            return True
        if t.tag not in PRESENT:
            return False
        own = any(s.lower in OWNERS for s in self.parse.children(t.index, "nsubj"))
        if own and t.dep == "ccomp" and self.clauses.lemma(t) in self.words.around["aims"]:
            return True  # "says it targets terrorists"
        near = [t, *self.parse.children(t.index, "dobj", "prep")]
        near += [o for p in near if p.dep == "prep" for o in self.parse.children(p.index, "pobj")]
        return any(
            a.lower in self.words.around["always"] for n in near for a in self.parse.children(n.index, "advmod", "amod")
        )

    def _is_lawful(self, c: Culprit) -> bool:
        """Whether those who arrest or search are the police, by whatever name: "Rurian police", "they"."""
        near = {self.culprits.stem(i) for i in (c.token, c.token + 1) if i < len(self.parse.tokens)} | {c.meant}
        return bool(near & self.words.around["lawful"])

    def _is_figure(self, subject: Token, t: Token) -> bool:
        """Whether a person attacks, and so perhaps only with words."""
        named = self.culprits.mention(subject.index)
        group = named is not None and named.party is not None and named.party.kind in FORCES
        if group or self.culprits.armed(subject.index):  # "Mujahideen", whatever the parser makes of it
            return False
        return subject.entity == PERSON and self.clauses.lemma(t) in self.words.around["figurative"]

    def _either(self, found: list[Culprit]) -> Certainty:
        """Of two joined by "or" neither is certain."""
        at = sorted(c.token for c in found)
        joined = any(self.parse.tokens[i].lower == "or" for a, b in pairwise(at) for i in range(a, b))
        return "hedged" if joined else "certain"

    def _noun_doubt(self, t: Token) -> Certainty:
        near = range(max(self.parse.sentence(t.index).first, t.index - REACH // 2), t.index)
        return worst([self.words.doubts.get(self.parse.tokens[i].lower) for i in near])
