"""Those whom the grammar makes the authors of a deed: named with "by", or meant by a pronoun."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from counterclaim.blaming.clauses import NOUNS, Clauses
from counterclaim.blaming.culprits import Culprits
from counterclaim.blaming.nouns import Culprit
from counterclaim.blaming.stretches import DASHES, HYPHENS
from counterclaim.blaming.supposed import QUOTES, Supposed
from counterclaim.blaming.they import THEY, They
from counterclaim.blaming.words import Words
from counterclaim.syntax import Parse, Token

STOPS = frozenset({";", ":", "that", "who", "which", "while", "when", "as", "after", "before", "said", "“", "”", '"'})
OWNERS = frozenset({"it", "its", "they", "their", "we", "our", "he", "his"})
PAST = frozenset({"VBD", "VBN"})
WE = frozenset({"we", "our"})
NAMED = 3  # nouns up to an attack: "the assault of the 7th, in which"
EPITHETS = 8  # words from an adjective to the name that it describes
LINE = 8  # words in a dateline
IN_LINE = 3  # words from a dateline's town to its country, the comma included
FLOWN = 4  # words before a verb among which stands what was brought down
REACH = 14  # words from an attack to the "by" that names its author


class Authors:
    """Finds the authors of deeds on one page."""

    def __init__(self, parse: Parse, culprits: Culprits, clauses: Clauses, words: Words) -> None:
        self.parse = parse
        self.culprits = culprits
        self.clauses = clauses
        self.words = words
        self._they = They(parse, culprits)
        self._supposed = Supposed(parse, culprits, clauses, words)

    def agents(self, i: int, *, own: bool = False) -> list[Culprit]:
        """Those named with "by" after an attack's noun or participle; with `own` the "by" must hang on it."""
        tokens, sentence = self.parse.tokens, self.parse.sentence(i)
        for j in range(i + 1, min(sentence.stop, i + REACH) if not self._is_downing(i) else i):
            t = tokens[j]
            if t.lower == "by" and t.pos in ("ADP", "SCONJ"):
                told = self.clauses.tells(self.parse.head(j), "ascribing")  # "was blamed on Ruria by the mayor"
                return self.objects(j) if not told and (t.head == i or not own) else []
            if self.culprits.stem(i) in self.words.directed and (t.lower == "between" or self._is_source(t, i)):
                return self.objects(j)
            if t.lower == "hands" and j + 1 < sentence.stop and tokens[j + 1].lower == "of":
                return self.objects(j + 1)
            if j == i + 1 and t.lower in QUOTES:  # a “misfire” by
                continue
            if t.lower in STOPS or (t.pos == "VERB" and not self._is_passing(t)) or self._is_downing(j):
                return []
        return []

    def _is_source(self, t: Token, i: int) -> bool:
        """Whether a "from" tells whose fire it is: "fire from rebels", "came under fire from rebels"."""
        under = self.parse.head(i)
        return t.lower == "from" and (t.head == i or (under.lower == "under" and t.head == under.head))

    def _is_downing(self, i: int) -> bool:
        """Whether a missile or drone was brought down: "debris of a drone shot down by" is not his who shot it down."""
        t, after = self.parse.tokens[i], self.parse.tokens[i + 1 : i + 2]
        shot = t.tag in PAST and self.clauses.tells(t, "fire") and any(a.lower == "down" for a in after)
        if not shot and self.culprits.stem(i) not in self.words.around["brought_down"]:
            return False
        around = self.words.around["intercepted"]
        return any(self.culprits.stem(k) in around for k in range(max(self.parse.sentence(i).first, i - FLOWN), i))

    def _is_passing(self, t: Token) -> bool:
        """A participle that may stand between an attack and its author: "shells fired by"."""
        return t.tag in PAST and self.clauses.tells(t, "light", "attack", "thought")

    def of_attack_above(self, t: Token, named: Sequence[Culprit]) -> list[Culprit]:
        """Those whose attack a clause goes on to tell: "the M5-led assault, in which militants killed"."""
        if not named or any(c.sort != "described" for c in named):
            return []
        clauses = [a for a in (t, *self.parse.ancestors(t.index)) if a.dep == "relcl"][:1]
        near = [n for a in clauses for n in self.parse.ancestors(a.index)][:NAMED]
        attack = next((n for n in near if n.pos in NOUNS and self.culprits.stem(n.index) in self.words.attacks), None)
        found = [*self.agents(attack.index), *self.culprits.before(attack.index)] if attack else []
        armed = [c for c in found if c.sort == "group"]
        return [replace(named[0], party=armed[0].party, sort="group")] if armed else []

    def objects(self, prep: int) -> list[Culprit]:
        """The parties in the noun phrase after a preposition; after "from", countries are places and left out."""
        places = self.parse.tokens[prep].lower == "from"
        found: list[Culprit] = []
        for o in self.parse.children(prep, "pobj") or self._likened(prep):
            mention = self.culprits.mention(o.index)
            if not (places and (o.lower in OWNERS or (mention and mention.kind == "place"))):
                found += self.actors(o.index)
        return found

    def objects_of(self, index: int) -> list[Culprit]:
        """The parties named with "of" after a noun."""
        return [c for p in self.parse.children(index, "prep") if p.lower == "of" for c in self.objects(p.index)]

    def _likened(self, prep: int) -> list[Token]:
        """The noun in "by what appeared to be a Rurian missile", "by what he called Rurian shells"."""
        below = [x for p in self.parse.children(prep, "pcomp", "ccomp") for x in self.parse.subtree(p.index)]
        return [x for x in below if x.dep in ("attr", "oprd", "pobj") and x.pos in NOUNS][:1]

    def actors(self, index: int) -> list[Culprit]:
        """The parties behind a noun or a pronoun; "it" is whoever the clause above has for its subject."""
        if self.parse.tokens[index].lower in OWNERS:
            joined = [o for o in self.parse.children(index, "conj") if o.lower not in OWNERS]
            return [*self._meant(self.parse.tokens[index]), *(c for o in joined for c in self.actors(o.index))]
        wreck = self.parse.tokens[index].lower in self.words.around["wrecks"]  # "its debris": of what was shot down
        owners = [p for p in self.parse.children(index, "poss") if p.lower in OWNERS and not wreck]
        if self.culprits.stem(index) in self.words.around["amounts"]:
            inner = [
                o
                for p in self.parse.children(index, "prep")
                if p.lower == "of"
                for o in self.parse.children(p.index, "pobj")
            ]
            return [c for o in inner for c in self.actors(o.index)]
        if self._opens_page(index) and (found := self._after_dateline(index)):
            return found
        if named := self._styled(index) or self._service(index) or self._supposed.men(index):
            return named
        found = [self.culprits.proxy_of(c, index) or c for p in owners for c in self._meant(p)]
        if not found and owners and self.culprits.is_of_owner(index):  # not the troops of the country
            last = [] if self.culprits.is_stand_in(index) else self.culprits.last_group(index)
            return self.culprits.first_person(index) or last or self.culprits.armed(index)
        if not found and owners and self.culprits.is_man(index):  # "its fighters"
            found = self.culprits.last_group(index)
        found = (
            found or self.culprits.of(index) or self._manned(index) or self._supposed.arms(index) or self._own(index)
        )
        return found or (self._after_dateline(index) if self._is_in_line(index) else [])

    def _styled(self, index: int) -> list[Culprit]:
        """The group that an adjective before a comma only describes: "the terrorist, Ruria-backed M5 militia"."""
        tokens, stop = self.parse.tokens, self.parse.sentence(index).stop
        if self.culprits.stem(index) not in self.words.labels or tokens[index].text.lower().endswith("s"):
            return []
        if index + 1 >= stop or tokens[index + 1].text != ",":
            return []
        for i in range(index + 2, min(stop, index + EPITHETS)):
            mention = self.culprits.mention(i)
            if mention and mention.party and mention.party.kind == "armed_group":
                return self.culprits.of(mention.token)
            if not mention and tokens[i].text not in HYPHENS and tokens[i].tag not in ("JJ", "VBN"):
                return []
        return []

    def _service(self, index: int) -> list[Culprit]:
        """A state's own service where it speaks itself: "Ruria's army said the air force had struck"."""
        pair = f"{self.parse.tokens[index - 1].lower} {self.culprits.stem(index)}" if index else ""
        if pair not in self.words.around["services"] or self.culprits.before(index - 1):
            return []
        return [c for c in self.culprits.first_person(index) if c.sort == "power"]

    def _own(self, index: int) -> list[Culprit]:
        """The speaker's own men: "the spokesman said the forces had killed nine"."""
        noun = self.parse.tokens[index]
        told = self.parse.children(index)
        bare = [c.lower for c in told if c.dep in ("det", "amod", "compound", "poss", "prep", "nmod")] in (["the"], [])
        own = bare and self.culprits.stem(index) in self.words.around["own"] and noun.dep in ("nsubj", "pobj")
        return self.culprits.first_person(index) if own else []

    def _manned(self, index: int) -> list[Culprit]:
        """Whose arms they are: "drones operated by the army", "a mine laid by rebels"."""
        if self.culprits.stem(index) not in self.words.weapons:
            return []
        verbs = self.parse.children(index, "acl")
        manned = [v for v in verbs if self.clauses.tells(v, "man", "light", "use")]
        found = [c for v in manned for c in self.agents(v.index, own=True)]
        preps = [p for p in self.parse.children(index, "prep") if p.lower == "from"]
        return found or [c for p in preps for c in self.objects(p.index) or self.origin(p)]

    def origin(self, prep: Token) -> list[Culprit]:
        """Whose base or ground shells came from: "the Rurian army base", "rebel-held Tarn", "Tarn that rebels hold"."""
        found: list[Culprit] = []
        for o in self.parse.children(prep.index, "pobj"):
            stem = self.culprits.stem(o.index)
            if stem in self.words.around["bases"]:
                found += self.culprits.before(o.index) or self.objects_of(o.index)
            if stem in self.words.around["grounds"]:  # "from Rurian territory" only tells where
                found += [c for c in self.culprits.before(o.index) if c.sort == "group"]
            for x in self.parse.subtree(o.index):
                found += self._holders(x) if x.lower in self.words.around["holding"] and x.index > 1 else []
        return found

    def _holders(self, x: Token) -> list[Culprit]:
        """Who holds the ground: "rebel-held", "held by rebels", "which rebels hold"."""
        if self.parse.tokens[x.index - 1].text in HYPHENS:
            return self.culprits.of(x.index - 2)
        if x.dep == "acl":
            return self.agents(x.index)
        return [c for s in self.clauses.subjects(x) for c in self.actors(s.index)] if x.dep == "relcl" else []

    def is_supposed(self, index: int) -> bool:
        """Whether whose arms or men they are is not certain."""
        return bool(self._supposed.arms(index) or self._supposed.men(index))

    def _after_dateline(self, index: int) -> list[Culprit]:
        """The party that the parser hung on the town of a dateline: "TARN (Agency) – The army hit"."""
        joined = self.parse.children(index, "appos", "conj")
        return [
            c for a in joined for c in (self._after_dateline if self._is_of_line(index, a) else self.actors)(a.index)
        ]

    def _opens_page(self, index: int) -> bool:
        """Whether a noun is the town or the agency of a dateline: so known, or in capitals before a dash or bracket."""
        mention = self.culprits.mention(index)
        first, tokens = self.parse.sentence(index).first, self.parse.tokens
        if mention is not None:
            after = tokens[mention.stop].text if mention.stop < len(tokens) else ""
            return mention.first == first and mention.kind in ("place", "outlet") and after in {",", *DASHES}
        line = {t.text for t in tokens[index : index + LINE]}
        return index - first < LINE and tokens[first].text.isupper() and bool(line & DASHES)

    def _is_of_line(self, town: int, t: Token) -> bool:
        """Whether a name still belongs to the dateline: the country right after its town."""
        return self._is_in_line(t.index) and t.index - town <= IN_LINE

    def _is_in_line(self, index: int) -> bool:
        """Whether a noun is of the kind that stands in datelines: a town, a country, an agency."""
        mention = self.culprits.mention(index)
        return mention is not None and mention.kind in ("place", "outlet")

    def office(self, index: int, *, known: bool = True) -> list[Culprit]:
        """Those for whom one speaks or whom one leads, by his office: "a spokesman for the army"."""
        holders = [self.parse.tokens[index], *self.parse.children(index, "appos")]
        offices = [t.index for t in holders if self.culprits.stem(t.index) in self.words.around["offices"]]
        preps = [
            p for i in offices for p in self.parse.children(i, "prep") if p.lower in ("for", "from", "in", "of", "with")
        ]
        objects = [o for p in preps for o in self.parse.children(p.index, "pobj")] + (holders[1:] if offices else [])
        named = [c for o in objects if (c := self.culprits.speaker(o.index, known=known))]
        plain = [o for o in objects if self.culprits.mention(o.index) is None]  # "a spokesman for the coalition"
        named = named or [c for o in objects for c in self.culprits.of(o.index) if c.sort == "group" or o in plain]
        return named or [c for i in offices for c in self.culprits.before(i) or self.culprits.in_office(i)]

    def _meant(self, t: Token) -> list[Culprit]:
        """The party that a pronoun takes up: the nearest subject above it, else the last before it in the sentence."""
        if t.lower in WE and (speaking := self.culprits.first_person(t.index)):
            return speaking
        ancestors = list(self.parse.ancestors(t.index))
        if t.dep == "dobj":  # who accuses "it" is another
            ancestors = ancestors[1:]
        above = [s for up in ancestors for s in self._lords(up)]
        tokens = self.parse.tokens
        before = [tokens[i] for i in range(t.index - 1, self.parse.sentence(t.index).first - 1, -1)]
        for s in (*above, *(b for b in before if b.dep in ("nsubj", "nsubjpass"))):
            if s.index < t.index and s.lower not in OWNERS and s not in self.parse.ancestors(t.index):
                span = self.parse.span(t.index, t.index + 1)
                meant = self.culprits.of(s.index)
                if all(c.sort != "group" for c in meant):  # the statement tells better whose ministry it was
                    meant = self.culprits.speaking(s.index) or meant
                meant = meant or self.office(s.index) or self._speaking(s.index)
                noun = self.culprits.stem(s.index)
                if not meant and noun in self.words.attacks:  # "the raid was carried out by its men"
                    continue
                meant = meant or self._accused(t)
                return [Culprit(c.party, span, t.index, c.sort, noun) for c in meant]
        if t.lower == THEY and t.dep == "nsubj" and (told := self._they.meant(t)):
            return told
        if any(s.lower in OWNERS for s in above):  # "It said its jets had struck"
            return self.culprits.first_person(t.index)
        return []

    def _accused(self, t: Token) -> list[Culprit]:
        """Whom others accuse in the clause before: "residents blamed the army but it denied it"."""
        verb = self.parse.head(t.index)
        above = self.parse.head(verb.index)
        if t.dep != "nsubj" or verb.dep != "conj" or not self.clauses.tells(above, "charging"):
            return []
        return [c for o in self.parse.children(above.index, "dobj") for c in self.culprits.of(o.index)]

    def _speaking(self, index: int) -> list[Culprit]:
        speaker = self.culprits.speaker(index, known=True)
        return [speaker] if speaker else []

    def _lords(self, up: Token) -> list[Token]:
        """A clause's subjects, or the object above that an infinitive takes for one: "urged Ruria to stop its"."""
        if up.dep == "xcomp" and up.tag == "VB":
            urged = self.parse.children(self.parse.head(up.index).index, "dobj")
            return self.parse.children(up.index, "nsubj") or [o for o in urged if o.index < up.index]
        return self.clauses.named_aux(up) or self.parse.children(up.index, "nsubj", "nsubjpass")
