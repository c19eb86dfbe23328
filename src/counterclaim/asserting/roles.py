"""Who does what to what: the heads of the noun phrases that a predicate has about it."""

from __future__ import annotations

from collections.abc import Iterator

from counterclaim.syntax import Parse, Token

RELATIVE = frozenset({"that", "which", "who", "whom"})
PARTITIVE = frozenset(
    {"number", "dozen", "ten", "hundred", "thousand", "score", "most", "some", "many", "all", "none", "one", "any"}
    | {"several", "majority", "part", "half", "group", "series", "lot", "few", "two", "three", "each", "act", "case"}
)
NOUNS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "DET", "ADJ"})
SITES = frozenset({"area", "building", "complex", "compound", "facility", "ground", "hall", "site", "tent", "ward"})
DEPTH = 4


class Roles:
    """Reads the roles about predicates of one page."""

    def __init__(self, parse: Parse) -> None:
        self._parse = parse

    def subjects(self, index: int, depth: int = 0) -> list[Token]:
        """Those of whom an active verb is said, also where it stands in another clause."""
        parse, token = self._parse, self._parse.tokens[index]
        own = parse.children(index, "nsubj")
        if own:
            return [self._whole(self._meant(t, token)) for t in own]
        if parse.children(index, "nsubjpass") or depth > DEPTH:
            return []
        head = parse.head(index)
        if token.dep == "acl" and token.tag == "VBG":
            return [self._whole(head)]
        if token.dep in ("conj", "xcomp") and head.pos in ("VERB", "AUX"):
            return self.subjects(head.index, depth + 1)
        if token.dep == "pcomp" and head.lower in ("of", "for"):
            accused = parse.children(head.head, "dobj", "nsubjpass")
            return [self._whole(t) for t in accused]
        return []

    def doers(self, index: int) -> list[Token]:
        """Those after "by"."""
        below = [t for t in self._parse.children(index) if t.dep == "agent" or (t.dep == "prep" and t.lower == "by")]
        return [self._whole(o) for t in below for o in self._parse.children(t.index, "pobj")]

    def objects(self, index: int) -> list[Token]:
        """Those to whom it is done, with those joined to them."""
        token = self._parse.tokens[index]
        own = self._parse.children(index, "dobj", "nsubjpass")
        found = [self._whole(self._meant(t, token)) for t in own]
        if not own and token.dep == "acl" and token.tag == "VBN":
            found = [self._whole(self._parse.head(index))]
        if not own and token.tag == "VBN" and token.dep == "conj":
            found = [self._whole(t) for t in self._parse.children(token.head, "nsubjpass")]
        if not own:  # "shot down the plane", taken for "down the plane"
            found += [
                self._whole(o)
                for t in self._parse.children(index, "prt")
                for o in self._parse.children(t.index, "pobj")
            ]
        small = [
            c for t in self._parse.children(index, "ccomp", "xcomp") for c in self._parse.children(t.index, "nsubj")
        ]
        return self._joined([*found, *map(self._whole, small)])

    def under(self, index: int, *preps: str) -> list[Token]:
        """Those after one of the prepositions, with those joined to them."""
        below = [t for t in self._parse.children(index, "prep") if t.lower in preps]
        return self._joined([self._whole(o) for t in below for o in self._parse.children(t.index, "pobj")])

    def before(self, index: int) -> list[Token]:
        """The nouns that stand before a noun as its first part: "hospital bombing"."""
        return self._parse.children(index, "compound")

    def names(self, token: Token) -> Iterator[str]:
        """What a noun is called, the longest first: "aid convoy", "convoy"."""
        parts = [t for t in self._parse.children(token.index, "compound", "amod") if t.index < token.index]
        if parts:
            yield f"{parts[-1].lower} {token.lemma}"
        yield token.lemma
        yield token.lower
        if token.lemma in SITES:
            yield from (t.lemma for t in parts)

    def _meant(self, token: Token, verb: Token) -> Token:
        """What a relative pronoun stands for."""
        return self._parse.head(verb.index) if verb.dep == "relcl" and token.lower in RELATIVE else token

    def _whole(self, token: Token) -> Token:
        """Of "dozens of hospitals" the hospitals."""
        if token.lemma in PARTITIVE or token.lower in PARTITIVE:
            for prep in self._parse.children(token.index, "prep"):
                for thing in self._parse.children(prep.index, "pobj") if prep.lower == "of" else ():
                    return thing
        return token

    def _joined(self, tokens: list[Token]) -> list[Token]:
        found = list(tokens)
        for token in found:
            if len(found) < 2 * DEPTH:
                found += [t for t in self._parse.children(token.index, "conj", "appos") if t.pos in NOUNS]
        return found
