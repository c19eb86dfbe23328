"""The clauses of one stretch of speech as answers to matters: predicate, side, thing and doer."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from counterclaim.asserting.clauses import VERBAL, Clauses
from counterclaim.asserting.roles import Roles
from counterclaim.asserting.words import ALWAYS, Answer, Matter, MatterWords
from counterclaim.model import Mention, Span
from counterclaim.syntax import Parse, Token

UPON = ("on", "at", "in", "into", "of", "to", "against", "for", "with", "over", "from")
ONTO = ("on", "at", "of", "against", "over", "into")
IT = frozenset({"it", "this"})
HELD = frozenset({"control", "possession", "hold"})  # "took control of the town"
ONE = frozenset({"the", "this", "that", "these", "those", "such"})  # what is denied is one attack among others
STATES = ("in", "into", "under")  # "in force", "under control"
OWN_VERB = "verb: "
NEAR = 2  # words into what is said before which only its speaker can be meant by "its"
WORDS = 30  # most words of a clause that are shown


@dataclass(frozen=True, slots=True)
class Said:
    """A stretch of speech: token range, the voice, whether it is denied as a whole.

    It is `pointed` where a bare noun tells what happened: "denied any use of gas", unlike "spoke of the use of gas"; in
    `direct` speech nobody calls himself "it".
    """

    first: int
    stop: int
    voice: str
    denied: bool
    pointed: bool
    direct: bool


@dataclass(frozen=True, slots=True)
class Answered:
    """An answer to a matter: the clause's words, and what is known of thing and doer."""

    token: int
    span: Span
    matter: str
    plus: bool
    about: str | None
    agent: str | None
    alone: bool


class Reader:
    """Reads the clauses of one page; `parties` gives the parties behind a noun phrase by its head."""

    def __init__(
        self, parse: Parse, mentions: Sequence[Mention], words: MatterWords, parties: Callable[[int], Sequence[str]]
    ) -> None:
        self._parse = parse
        self._words = words
        self._parties = parties
        self._clauses = Clauses(parse, words)
        self._roles = Roles(parse)
        self._named: Mapping[int, Mention] = {i: m for m in mentions for i in range(m.first, m.stop)}

    def read(self, index: int, said: Said) -> Iterator[Answered]:
        """What the predicate at a token answers, said so: nothing for most words."""
        token = self._parse.tokens[index]
        if token.pos in VERBAL:
            yield from self._verb(token, said)
        elif token.pos in ("NOUN", "PROPN") and token.lemma in self._words.nouns:
            yield from self._noun(token, said)
        if token.lemma in self._words.adjectives or token.lower in self._words.adjectives:
            yield from self._adjective(token, said)

    # --- verbs

    def _verb(self, token: Token, said: Said) -> Iterator[Answered]:
        lemma = self._words.forms.get(token.lower, token.lemma)
        answers = self._answers(token, lemma)
        is_own = not answers and token.pos == "VERB" and not self._words.has("dull", "verbs", lemma)
        if not answers and not is_own and not self._words.has("origin", "verbs", lemma):
            return
        stands = self._clauses.stands(token.index, said.first, said.stop)
        if stands is None:
            return
        stands ^= said.denied
        agent = self._agent(token, said)
        things = self._things(token)
        if is_own:
            yield from self._own(token, lemma, stands, agent)
        for answer in answers:
            yield from self._answer(token, answer, stands, agent, things)
        if self._words.has("origin", "verbs", lemma):
            yield from self._origin(token, lemma, stands, said)

    def _origin(self, token: Token, lemma: str, stands: bool, said: Said) -> Iterator[Answered]:
        """Who fired, told by where it came from: "the shells came from the army's positions"."""
        if not any(self._words.has("origin", "things", t.lemma) for t in self._roles.subjects(token.index)):
            return
        for place in self._roles.under(token.index, "from"):
            owners = [*self._parse.children(place.index, "poss"), *self._roles.under(place.index, "of"), place]
            agent = next((p for t in owners if (p := self._party(t, said))), None)
            if agent:
                yield Answered(token.index, self._span(token), "attack", stands, None, agent, alone=False)
                return

    def _answers(self, token: Token, lemma: str) -> list[Answer]:
        """The answers that a verb gives, with its particle if it has one."""
        found = self._words.verbs.get(lemma, ())
        below = {t.lower for t in self._parse.children(token.index, "prt", "prep", "dobj", "acomp", "advmod")}
        seconds = below | {t.lower for t in self._parse.tokens[token.index + 1 : token.index + 2]}
        whole = [a for second, a in found if second and second.split()[-1] in seconds]
        bare = [a for second, a in found if not second]
        return [a for a in whole or bare if self._is_explained(token, lemma, a)]

    def _is_explained(self, token: Token, lemma: str, answer: Answer) -> bool:
        """Whether the words that a verb needs to answer stand with it: what was shot down has crashed, too."""
        needed = self._words.matters[answer.matter].needs.get(lemma)
        return not needed or any(t.lower in needed for t in self._parse.subtree(token.index))

    def _things(self, token: Token) -> tuple[list[Token], list[Token]]:
        """What it is done to, and what it is said of."""
        done_to = self._roles.objects(token.index) or self._roles.under(token.index, *UPON)
        is_passive = bool(self._parse.children(token.index, "nsubjpass", "auxpass")) or token.dep == "acl"
        said_of = [] if is_passive else self._roles.subjects(token.index)
        gerunds = [t for t in self._parse.children(token.index, "xcomp") if t.tag == "VBG"]  # "resumed shelling"
        of_these = [o for t in done_to if t.lemma in HELD for o in self._roles.under(t.index, "of")]
        return [*done_to, *gerunds, *self._roles.under(token.index, *ONTO), *of_these], said_of

    def _answer(
        self, token: Token, answer: Answer, stands: bool, agent: str | None, things: tuple[list[Token], list[Token]]
    ) -> Iterator[Answered]:
        matter = self._words.matters[answer.matter]
        if matter.main and token.dep in ("acl", "relcl", "amod"):
            return
        done_to, said_of = things
        plus = answer.plus == stands
        if matter.against:
            held = self._classes(done_to, matter.against)
            if len(held) != 1:
                return
            plus = ("aid" in held) == stands
            done_to = [*said_of, *self._roles.under(token.index, "aboard", "in", "on")]
        about = self._about(matter, done_to, said_of)
        alone = answer.alone or (bool(matter.wide) and any(t.lower == "first" for t in self._beside(token)))
        if alone and not about and any(t.lower in IT for t in done_to):
            about = {matter.wide}  # "they began it"
        if not about and not (matter.bare and agent and (plus or self._is_all(done_to))):
            return
        things_meant: list[str | None] = [*sorted(about)] or [None]
        for thing in things_meant:
            yield Answered(token.index, self._span(token), answer.matter, plus, thing, agent, alone and stands)

    def _is_all(self, done_to: Sequence[Token]) -> bool:
        """Whether what is denied is denied of everything: "did not fire", "did not bomb Tarn", not "did not hit it"."""
        return all(
            self._words.has("origin", "things", t.lemma) or ((m := self._named.get(t.index)) is not None and m.place)
            for t in done_to
        )

    def _beside(self, token: Token) -> list[Token]:
        return self._parse.children(token.index, "advmod")

    def _about(self, matter: Matter, done_to: Sequence[Token], said_of: Sequence[Token]) -> set[str]:
        if matter.persons:
            return {name for t in done_to or said_of if (name := self._person(t))}
        found = self._classes(done_to, matter.about)
        if not found and matter.placed:
            found = {m.place.ref for t in done_to if (m := self._named.get(t.index)) and m.place and m.place.ref}
        if not found and (matter.subject == ALWAYS or (matter.subject and not done_to)):
            found = self._classes(said_of, matter.about)
        return found

    def _classes(self, things: Sequence[Token], table: Mapping[str, str]) -> set[str]:
        return {c for t in things if (c := next((table[n] for n in self._roles.names(t) if n in table), None))}

    def _person(self, token: Token) -> str | None:
        mention = self._named.get(token.index)
        is_person = mention is not None and mention.kind == "person" and mention.party is None
        return mention.name.casefold() if mention and is_person else None

    def _own(self, token: Token, lemma: str, stands: bool, agent: str | None) -> Iterator[Answered]:
        """A verb of which the lexicon knows nothing: who does (not) do it to what."""
        done_to = self._roles.objects(token.index)
        things = [t for t in done_to or self._roles.subjects(token.index) if t.pos in ("NOUN", "PROPN")]
        for thing in things[:1] if agent or not done_to else ():
            if not self._words.has("dull", "things", thing.lemma):
                yield Answered(
                    token.index, self._span(token), OWN_VERB + lemma, stands, thing.lemma, agent, alone=False
                )

    # --- nouns and adjectives

    def _noun(self, token: Token, said: Said) -> Iterator[Answered]:
        """What a noun answers where somebody is said to have done it: "committed violations of the truce"."""
        head = self._parse.head(token.index)
        is_root = head.index == token.index or not said.first <= head.index < said.stop
        if not (said.pointed if is_root else self._is_lent(token, head)):
            return
        stands = self._clauses.stands(token.index, said.first, said.stop)
        if stands is None:
            return
        stands ^= said.denied
        things = [*self._roles.under(token.index, *ONTO), *self._roles.before(token.index), token]
        agent = self._noun_agent(token, head, said, is_root=is_root)
        for answer in self._words.nouns[token.lemma]:
            matter = self._words.matters[answer.matter]
            about: list[str | None] = [*sorted(self._classes(things, matter.about))]
            if not about and matter.bare and not stands:
                agent = agent or said.voice  # "no strikes were carried out"
            is_one = any(t.lower in ONE for t in self._parse.children(token.index, "det", "amod", "compound"))
            for thing in about or ([None] if matter.bare and agent and (stands or not is_one) else []):
                span = self._span(token if is_root else head)
                yield Answered(token.index, span, answer.matter, answer.plus == stands, thing, agent, answer.alone)

    def _is_lent(self, token: Token, head: Token) -> bool:
        """Whether the noun tells what happened: "carried out an attack", "there was a violation", "denied any use"."""
        if head.pos == "ADP" and head.lower in ("of", "for"):  # "accused them of violations"
            head = self._parse.head(head.index)
            return head.lemma in ("accuse", "responsible")
        is_there = head.lemma != "be" or bool(self._parse.children(head.index, "expl"))
        lent = is_there and self._words.has("light", "verbs", head.lemma)
        return lent and token.dep in ("dobj", "attr", "nsubj", "nsubjpass")

    def _noun_agent(self, token: Token, head: Token, said: Said, *, is_root: bool) -> str | None:
        owners = [*self._parse.children(token.index, "poss"), *self._roles.under(token.index, "by")]
        if not is_root and head.pos in VERBAL and token.dep == "dobj":
            owners += self._roles.subjects(head.index)
        for owner in owners:
            if party := self._party(owner, said):
                return party
        answerable = self._answerable(token)
        if answerable:
            return next((p for t in answerable if (p := self._party(t, said))), None)
        return said.voice if is_root and said.denied and not owners else None

    def _answerable(self, token: Token) -> list[Token]:
        """Of "the army was responsible for the attack" the army."""
        head = self._parse.head(self._parse.head(token.index).index)
        return self._roles.subjects(self._parse.head(head.index).index) if head.lower == "responsible" else []

    def _adjective(self, token: Token, said: Said) -> Iterator[Answered]:
        """What an adjective or the like answers: "the road is open", "is in force", "forced displacement"."""
        head = self._parse.head(token.index)
        verb = self._parse.head(head.index) if head.pos == "ADP" else head
        answers = self._words.adjectives.get(token.lemma) or self._words.adjectives[token.lower]
        owners = [*self._parse.children(token.index, "poss"), *self._roles.under(token.index, "of", "by")]
        if token.dep in ("acomp", "attr", "oprd", "pobj", "advmod") and verb.pos in VERBAL:
            if token.dep == "pobj" and head.lower not in STATES:
                return
            things, at = [*self._roles.subjects(verb.index), *self._roles.objects(verb.index)], verb
            if token.lower in HELD and head.lower == "in":  # "they are in control of the town"
                owners, things = things, self._roles.under(token.index, "of")
        elif token.dep == "amod" and head.pos == "NOUN":
            things, at = [head], head
        else:
            return
        stands = self._clauses.stands(at.index, said.first, said.stop)
        if stands is None or (at is head and token.dep == "amod" and not self._is_lent_root(head, said)):
            return
        agent = next((p for t in owners if (p := self._party(t, said))), None)
        for answer in answers:
            for thing in sorted(self._about(self._words.matters[answer.matter], things, [])):
                plus, alone = answer.plus == (stands ^ said.denied), answer.alone and stands
                yield Answered(token.index, self._span(at), answer.matter, plus, thing, agent, alone)

    def _is_lent_root(self, noun: Token, said: Said) -> bool:
        head = self._parse.head(noun.index)
        return head.index == noun.index or not said.first <= head.index < said.stop or self._is_lent(noun, head)

    # --- who does it

    def _agent(self, token: Token, said: Said) -> str | None:
        """Who is said to do it: those after "by", else of whom the verb is said."""
        is_passive = bool(self._parse.children(token.index, "nsubjpass", "auxpass")) or token.tag == "VBN"
        doers = self._roles.doers(token.index) if is_passive else []
        if not doers and is_passive and not self._parse.children(token.index, "nsubj", "aux"):
            return None
        if not doers and said.denied and not self._parse.children(token.index, "nsubj") and self._is_top(token, said):
            return said.voice
        owners = doers or self._roles.subjects(token.index)
        for owner in owners:
            if party := self._party(owner, said):
                return party
        return None

    def _is_top(self, token: Token, said: Said) -> bool:
        """Whether nothing but nouns stands above a word: "accusations of bombing"."""
        while token.dep in ("pcomp", "prep", "pobj", "acl") and said.first <= token.head < said.stop:
            token = self._parse.head(token.index)
        return not said.first <= token.head < said.stop or token.head == token.index

    def _party(self, token: Token, said: Said) -> str | None:
        """The party behind a noun phrase, or the voice itself ("we", "our planes", "it")."""
        speakers = self._words.lists["speakers"]
        if (
            token.lower in speakers["plain"]
            or (token.dep == "poss" and token.lower in speakers["ours"])
            or self._is_ours(token, said)
        ):
            return said.voice
        if token.pos == "PRON" and token.lower in speakers["backward"]:
            if said.direct:
                return None
            head = self._parse.head(token.index)
            is_near = not said.first <= head.head < said.stop
            return said.voice if is_near or head.dep in ("ccomp", "ROOT") or token.dep == "poss" else None
        found = self._parties(token.index)
        return found[0] if len(found) == 1 else None

    def _is_ours(self, token: Token, said: Said) -> bool:
        """Whether it is the voice's: "our planes", and "its planes" where nobody else has been named before."""
        speakers, owners = self._words.lists["speakers"], self._parse.children(token.index, "poss")
        if token.lemma in speakers["others"]:
            return False
        return any(
            t.lower in speakers["ours"]
            or (not said.direct and t.lower in speakers["backward"] and t.index - said.first <= NEAR)
            for t in owners
        )

    def _span(self, token: Token) -> Span:
        """The words of a clause, cut where they run on for long."""
        first, last = self._parse.edges(token.index)
        s = self._parse.sentence(token.index)
        first, stop = max(first, s.first, token.index - WORDS // 2), min(last + 1, s.stop, token.index + WORDS)
        return self._parse.span(first, stop)
