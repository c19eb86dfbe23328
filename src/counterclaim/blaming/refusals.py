"""Blame refused: "denied any part in it", "rejected the accusations", "had nothing to do with the raid"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.blaming.clauses import GERUND, NOUNS, PRESENT
from counterclaim.blaming.nouns import Culprit
from counterclaim.blaming.phrasing import ANAPHORS, VERBS, Blame, Frames, Phrasing
from counterclaim.syntax import Token

NEITHER = "neither"
EITHER = frozenset({NEITHER, "nor", "or"})
CLAUSES = ("acl", "relcl", "ccomp", "prep")
AS = "as"
REFLEXIVE = frozenset({"herself", "himself", "itself", "ourselves", "themselves"})
OWN = frozenset({"its", "their", "our"})
MEMBERS = OWN | {"his", "her", "my"}  # those for whom a chairman speaks
NEAR = 3  # sentences that "the reports" may look back


class Refusals(Frames):
    """Finds the refusals of blame on one page; `denied` are the tokens of what is denied in those that were read."""

    def __init__(self, phrasing: Phrasing) -> None:
        super().__init__(phrasing)
        self.denied: set[int] = set()
        self.waved: set[int] = set()
        self._charges: set[int] = set()
        self._inside: dict[int, set[int]] = {}

    def deny(self, t: Token) -> Iterator[Blame]:
        """Denied that X did it, denied any part in it, rejected the accusations."""
        if t.pos == "VERB" and self._is_left_open(t):
            self.denied |= {
                x.index for c in self.parse.children(t.index, "ccomp", "xcomp") for x in self.parse.subtree(c.index)
            }
        if t.pos != "VERB" or not self.phrasing.holds(t) or self._is_left_open(t) or self._is_without_word(t):
            return
        content = self.parse.children(t.index, "dobj", "ccomp", "xcomp", "nsubjpass", "prep")
        content = [c for c in content if (c.index > t.index or c.dep != "ccomp") and not self.phrasing.is_aid(c)]
        called = [c for c in content if c.dep == "ccomp" and self.parse.children(c.index, "dobj", "pobj", "nsubj")]
        called = [c for c in called if any(w.lower == "what" for w in self.parse.children(c.index))]
        content += [o for c in called for o in self.parse.children(c.index, "oprd", "ccomp")]
        content += [o for p in content if p.lower == AS for o in self.parse.children(p.index, "pobj")]
        bare = self._is_bare(t, content)
        if not (bare or self._is_refusal(t, content) or self._is_refused_charge(t, content)):
            return
        inside = {x.index for o in content for x in self.parse.subtree(o.index)} - self._goes_on(content)
        self.denied |= inside
        self._inside[t.index] = inside
        if self._is_standing(t, content):
            return
        doers = [d.culprit for d in self.deeds.at(inside) if d.culprit.token in inside]
        yield from self._charged_by(content, doers)
        subjects = self._deniers(t)
        own = [c for s in subjects for c in self.phrasing.behind(s, known=not self._is_of_members(content))]
        if bare or self._is_for_others(t, content):
            self.waved.add(t.index)
        speaker = subjects[0].index if subjects else None
        for c in {c.party: c for c in doers or own}.values():
            each = not doers and len(own) > 1  # "both armies denied it": each for itself
            yield Blame(t.index, c, "denies", speaker=c.token if each else speaker)

    def _is_left_open(self, t: Token) -> bool:
        """Whether somebody does neither: "did not confirm or deny that", "has neither confirmed nor denied"."""
        head = self.parse.head(t.index)
        either = {c.lower for c in self.parse.children(head.index, "cc", "preconj")} & EITHER
        return t.dep == "conj" and bool(either) and (self.clauses.is_real(head)[1] or NEITHER in either)

    def _is_without_word(self, t: Token) -> bool:
        """Whether a verb denies only with another word, which is not there: "ruled out", "brushed aside"."""
        if self.clauses.lemma(t) not in self.lists["off_hand"]:
            return False
        parts = self.parse.children(t.index, "prt", "advmod", "prep")
        return all(p.lower not in self.lists["aside"] for p in parts)

    def _deniers(self, t: Token) -> list[Token]:
        """Who denies: the subject, or of "was denied by Ruria" the one after "by"."""
        if not self.parse.children(t.index, "nsubjpass"):
            return self.phrasing.speakers(t)
        return [o for p in self.parse.children(t.index, "agent") for o in self.parse.children(p.index, "pobj")]

    def apart(self, t: Token) -> Iterator[Blame]:
        """Distanced itself from the attack."""
        if t.pos != "VERB" or not self.phrasing.holds(t):
            return
        himself = any(o.lower in REFLEXIVE for o in self.parse.children(t.index, "dobj"))
        preps = [p for p in self.phrasing.preps(t, "from") if himself]
        if any(self.phrasing.charges_harm(p) for p in preps):
            for s in self.phrasing.speakers(t):
                for c in self.phrasing.behind(s, known=True):
                    yield Blame(t.index, c, "denies", speaker=s.index)

    def _charged_by(self, content: Sequence[Token], doers: Sequence[Culprit]) -> Iterator[Blame]:
        """The accusation within a denial: "denied claims by the League that its men did it", "the League's claims"."""
        for o in content:
            if o.lower not in self.lists["charge"] | self.lists["hearsay"] or o.lower in ANAPHORS:
                continue
            by = [p for p in self.parse.children(o.index, "prep", "agent") if p.lower in ("by", "from")]
            named = [y for p in by for y in self.parse.children(p.index, "pobj")] + self.parse.children(o.index, "poss")
            for y in (y for y in named[:1] if y.lower not in OWN):
                self._charges.add(o.index)
                yield from (
                    Blame(o.index, c, speaker=y.index, framed=True) for c in {c.party: c for c in doers}.values()
                )

    def _is_bare(self, t: Token, content: list[Token]) -> bool:
        """Whether one who was just blamed denies without a word of what: "denied and accused"."""
        if self.clauses.lemma(t) not in self.lists["barely"] or any(c.dep != "prep" for c in content):
            return False
        return self.deeds.targets.is_after_harm(t.index) and not self.clauses.is_passive(t)

    def _is_of_members(self, content: list[Token]) -> bool:
        """Whether a body answers for those who belong to it: "the league denied that its members were involved"."""
        below = [x for o in content for x in self.parse.subtree(o.index)]
        return any(x.lower in MEMBERS and self.deeds.culprits.stem(x.head) in self.lists["own_arms"] for x in below)

    def settle(self, found: Sequence[Blame]) -> list[Blame]:
        """The frames of a page, those within a denial turned: of "denied that herders did it" the herders are denied.

        Where the denier's own line says as much already, what stands within is left out.
        """
        settled: list[Blame] = []
        blamed = {d.culprit.party for d in self.deeds} | {b.culprit.party for b in found if b.polarity == "affirms"}
        found = [b for b in found if b.cue not in self.waved or b.culprit.party in blamed]
        for b in found:
            cue = next((c for c, inside in self._inside.items() if b.cue in inside and b.cue != c), None)
            if cue is None or b.polarity == "denies" or b.cue in self._charges:
                settled.append(b)
            elif not any((o.cue, o.culprit.party) == (cue, b.culprit.party) for o in found):
                settled.append(Blame(cue, b.culprit, "denies"))
        others = {b.cue for b in settled if b not in found}
        return [b for b in settled if b not in found or b.cue not in others]

    def _is_for_others(self, t: Token, content: list[Token]) -> bool:
        """Whether only a report is waved away, and so perhaps somebody else's deed."""
        own = self.lists["charge"] | self.lists["part"]
        return self.clauses.lemma(t) in self.lists["weakly"] and not any(o.lower in own for o in content)

    def _is_refused_charge(self, t: Token, content: list[Token]) -> bool:
        """Whether the clause hangs on a charge of harm: "shelled the town, a charge that Ruria denied"."""
        charge = self.parse.head(t.index)
        first = self.parse.sentence(t.index).first
        return (
            t.dep == "relcl"
            and charge.lower in self.lists["charge"]
            and all(o.lower in ANAPHORS for o in content)
            and any(self.deeds.is_attacking(self.parse.tokens[i]) for i in range(first, charge.index))
        ) or self._is_accused_before(t, content)

    def _is_accused_before(self, t: Token, content: list[Token]) -> bool:
        """Whether "which X denied" follows upon a charge: "accused the M5 of the raid, which the group denies"."""
        if t.dep != "relcl" or not content or any(o.lower != "which" for o in content):
            return False
        return any(
            a.pos == "VERB"
            and self.clauses.lemma(a) in self.lists["accuse"]
            and any(self.phrasing.charges_harm(p) for p in self.phrasing.charges(a))
            for a in self.parse.ancestors(t.index)
        )

    def _is_standing(self, t: Token, content: list[Token]) -> bool:
        """Whether someone denies doing such things at all, and not a deed: "denies targeting civilians"."""
        part = any(o.lower in self.lists["part"] for o in content)  # "has always denied any role in the attack"
        if not part and any(a.lower in self.lists["ever"] for a in self.parse.children(t.index, "advmod")):
            return True
        gerunds = [c for c in content if c.dep == "xcomp" and not self.parse.children(c.index, "prep", "npadvmod")]
        gerunds = [g for g in gerunds if g.tag == GERUND]
        objects = [o for g in gerunds for o in self.parse.children(g.index, "dobj")]
        bare = [o for o in objects if o.tag == "NNS" and not self.parse.children(o.index, "det", "prep")]
        return t.tag in PRESENT and bool(bare)

    def _is_of_harm(self, charge: Token) -> bool:
        """Whether a bare "the reports" follows upon a deed of war, in its sentence or the ones just before."""
        sentence = self.parse.tokens[charge.index].sentence
        first = self.parse.sentences[max(0, sentence - NEAR)].first
        return self._is_of_deed(charge) and any(
            self.deeds.targets.is_attack(i) or self.deeds.is_attacking(t) or self._blames(t)
            for i, t in enumerate(self.parse.tokens[first : charge.index], first)
        )

    def _blames(self, t: Token) -> bool:
        return t.pos == "VERB" and self.clauses.lemma(t) in self.lists["bare"]

    def _is_of_deed(self, charge: Token) -> bool:
        """Whether the last accusation before "the charge" was not one of something else: "of stirring unrest"."""
        sentence = self.parse.tokens[charge.index].sentence
        first = self.parse.sentences[max(0, sentence - NEAR)].first
        for i in range(charge.index - 1, first - 1, -1):
            t = self.parse.tokens[i]
            if i in self.deeds.events:
                return True
            if t.pos == "VERB" and self.clauses.lemma(t) in self.lists["accuse"]:
                charges = self.phrasing.charges(t)
                return not charges or any(self.phrasing.tells_harm(p) for p in charges)
        return True

    def _goes_on(self, content: list[Token]) -> set[int]:
        """What the denier says further: "rejected it, saying rebels had done it", "denied it and blamed rebels"."""
        words = [x for o in content for x in self.parse.subtree(o.index)]
        says = {x.index for x in words if x.lower in self.lists["saying"] for x in self.parse.subtree(x.index)}
        lays = [x.index for x in words if x.pos in VERBS and self._lays(x)]
        return says | {x.index for x in words if lays and x.index >= min(lays)}

    def _lays(self, x: Token) -> bool:
        """Whether a verb lays blame anew within what is denied, whatever the parser joined it to."""
        if x.dep == "xcomp" and x.tag == "VB":  # "suggestions that it was to blame"
            return False
        return self._blames(x) or (x.dep == "conj" and self.clauses.lemma(x) in self.lists["accuse"])

    def denial(self, t: Token) -> Iterator[Blame]:
        """Denials by X, X's denial; X issued a denial."""
        if t.pos in NOUNS:
            verb = self.parse.head(t.index)
            issued = t.dep == "dobj" and self.clauses.lemma(verb) in self.lists["post"] and self.phrasing.holds(verb)
            if issued and self.deeds.targets.is_after_harm(t.index):
                for s in self.phrasing.speakers(verb):
                    yield from (
                        Blame(t.index, c, "denies", speaker=c.token, own=True)
                        for c in self.phrasing.behind(s, known=True)
                    )
            told = [p for p in self.parse.children(t.index, "prep") if p.lower == "from"]
            by = self.authors.agents(t.index) or [c for p in told for c in self.authors.objects(p.index)]
            for c in [*by, *self.phrasing.culprits.before(t.index)]:
                yield Blame(t.index, c, "denies", speaker=c.token, own=True)

    def _is_refusal(self, t: Token, content: list[Token]) -> bool:
        words = [x for o in content for x in self.parse.subtree(o.index)]
        hand = any(x.pos in NOUNS and x.lower in self.lists["seen"] for x in words)  # "denied having any hand in it"
        if hand or any(x.lower in self.lists["part"] for x in words):
            return True
        charges = [o for o in content if o.lower in self.lists["charge"] or o.lower in self.lists["hearsay"]]
        bare = [o for o in charges if not self._is_told(o)]
        if any((o.lower in self.lists["charge"] and self._is_of_deed(o)) or self._is_of_harm(o) for o in bare):
            return True
        if charges and any(self.phrasing.tells_harm(o) for o in charges):
            return True
        if self.clauses.lemma(t) in self.lists["weakly"] and all(o.dep != "ccomp" for o in content):
            return False  # "disputed that its men had fired" denies as much as "denied that"
        content = [o for o in content if not self._is_suffered(o)]
        return any(self.phrasing.tells_harm(o) or self._is_of_own_arms(o) or self._is_flown(o) for o in content)

    def _is_suffered(self, o: Token) -> bool:
        """Whether harm to one's own is denied, or fighting: "that its men were hurt", "suffering losses", "combat"."""
        if o.lower in self.lists["fought"] or self.clauses.lemma(o) in self.lists["suffers"]:
            return True
        if self.parse.children(o.index, "expl"):
            return any(a.lower in self.lists["fought"] for a in self.parse.children(o.index, "attr"))
        stricken = any(a.lower in self.lists["stricken"] for a in self.parse.children(o.index, "acomp"))
        sort = ("nsubj", "nsubjpass") if stricken else ("nsubjpass",)  # "were missing"
        hurt = [x for s in self.parse.children(o.index, *sort) for x in self.parse.subtree(s.index)]
        return any(x.lower in OWN for x in hurt) and not self.parse.children(o.index, "agent")

    def _is_told(self, charge: Token) -> bool:
        """Whether a clause tells what the charge is; what is quoted after a colon does not."""
        clauses = self.parse.children(charge.index, *CLAUSES)
        colon = next((c.index for c in self.parse.children(charge.index) if c.text == ":"), None)
        return any((colon is None or c.index < colon) and c.lower != AS for c in clauses)

    def _is_flown(self, o: Token) -> bool:
        """Whether any flight is denied after a deed: "denied that any aircraft had flown"."""
        if not self.clauses.tells(o, "fly") or not self.deeds.targets.is_after_harm(o.index):
            return False
        flown = self.parse.children(o.index, "nsubj", "nsubjpass")
        return any(self.deeds.culprits.stem(s.index) in self.lists["own_arms"] for s in flown)

    def _is_of_own_arms(self, o: Token) -> bool:
        """Whether arms or men of one's own are told of: "denied that one of its rockets had fallen short"."""
        if o.dep not in ("ccomp", "dobj") or not self.deeds.targets.is_after_harm(o.index):
            return False
        owned = {x.head for x in self.parse.subtree(o.index) if x.lower in OWN}
        return any(
            self.deeds.targets.is_weapon(i) or self.deeds.culprits.stem(i) in self.lists["own_arms"] for i in owned
        )
