"""The parties that a page names, spoken or not: the nearest of a kind, and what sentences are about."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from counterclaim.folding import key
from counterclaim.identity import JOINERS
from counterclaim.model import Mention
from counterclaim.parties import Catalogue
from counterclaim.syntax import Parse, Token

TELLERS = frozenset({"rescue", "un", "ngo", "monitor", "ministry"})  # who tell of others rather than act


@dataclass(frozen=True)
class NamedParties:
    """Mentions of parties in page order."""

    parse: Parse
    mentions: Sequence[Mention]

    def subject_above(self, at: int) -> Mention | None:
        """The named party that is subject of a clause around the pronoun's: "X struck what it calls"."""
        token = self.parse.at(at)
        if token is None:
            return None
        for above in self.parse.ancestors(token.index):
            for subject in self.parse.children(above.index, "nsubj", "nsubjpass"):
                if subject.index < token.index:
                    found = [m for m in self.mentions if m.first <= subject.index < m.stop]
                    if found:
                        return found[0]
        return None

    def subject_before(self, at: int) -> Mention | None:
        """The named party that the sentence before is about, when the pronoun opens a sentence."""
        token = self.parse.at(at)
        if token is None:
            return None
        before: Sequence[Token] = clause_before(self.parse, token)
        if not before and token.sentence and token.index <= self.parse.sentences[token.sentence].first + 2:
            before = self.parse.sentence_tokens(token.sentence - 1)
        subjects = main_subjects(self.parse, before)
        found = next((m for m in self.mentions if m.token in subjects), None)
        return found or (None if before else self._teller_before(token))

    def _teller_before(self, token: Token) -> Mention | None:
        """The house that the sentence before is about, when "it said" closes one that is about none."""
        words = self.parse.sentence_tokens(token.sentence)
        behind = [t for t in words if t.index > token.index and t.pos not in ("PUNCT", "ADV", "PART", "SPACE")]
        here = main_subjects(self.parse, words)
        if len(behind) > 1 or not token.sentence or any(m.token in here for m in self.mentions):
            return None
        subjects = main_subjects(self.parse, self.parse.sentence_tokens(token.sentence - 1))
        return next((m for m in self.mentions if m.token in subjects and _is_of(m, TELLERS)), None)

    def having(self, at: int, noun: str) -> Mention | None:
        """The nearest earlier party whose name holds the noun: "the army" after "the X army"."""
        found = [m for m in self.mentions if m.span.start < at and noun in plain_words(m)]
        return found[-1] if found else None

    def earlier(self, at: int, kinds: Iterable[str]) -> Mention | None:
        """The nearest party of those kinds before the words."""
        return next((m for m in reversed(self.mentions) if m.span.start < at and _is_of(m, kinds)), None)

    def after(self, at: int, kinds: Iterable[str]) -> Mention | None:
        """The nearest party of those kinds after the words: an unnamed watchdog is named further on."""
        return next((m for m in self.mentions if m.span.start > at and _is_of(m, kinds)), None)


def with_houses(mentions: Iterable[Mention], catalogue: Catalogue) -> list[Mention]:
    """The mentions, with a house for a place where a possessive lost its apostrophe: "told ABCs reporter"."""
    return [_house(m, catalogue) or m for m in mentions]


def _house(mention: Mention, catalogue: Catalogue) -> Mention | None:
    short = mention.span.exact.removesuffix("s")
    if mention.kind != "place" or short == mention.span.exact or not short.isupper():
        return None
    party = catalogue.lookup(short)
    is_house = party is not None and party.kind in ("agency", "media")
    return replace(mention, kind="outlet", name=party.name, party=party, place=None) if party and is_house else None


def clause_before(parse: Parse, token: Token) -> Sequence[Token]:
    """The words of a sentence up to the colon or semicolon right before which a clause ends: "It agreed: it held"."""
    words = parse.sentence_tokens(token.sentence)
    marks = [t.index for t in words if t.text in (":", ";") and token.index - 2 <= t.index < token.index]
    return [t for t in words if t.index < marks[-1]] if marks else []


def main_subjects(parse: Parse, words: Iterable[Token]) -> set[int]:
    """The places of the subjects of main clauses, that before a semicolon too, which parsers hang on the next."""
    verbs = {t.index: parse.head(t.index) for t in words if t.dep == "nsubj"}
    return {i for i, verb in verbs.items() if verb.dep == "ROOT" or (verb.dep == "ccomp" and verb.index < verb.head)}


def called(mention: Mention) -> str:
    """The party's name: a capital that stands for its government goes by the government's."""
    return mention.party.name if mention.party else mention.name


def _is_of(mention: Mention, kinds: Iterable[str]) -> bool:
    return mention.party is not None and mention.party.kind in kinds


def acts(parse: Parse, mention: Mention) -> bool:
    """Whether a place or a people does something here: then it stands for its government."""
    return mention.kind == "place" and parse.tokens[mention.token].dep in ("nsubj", "nsubjpass", "agent")


def plain_words(mention: Mention) -> frozenset[str]:
    """The words of a name in plain letters, without "the", "of" and their like."""
    return frozenset(w for w in key(mention.name).split() if w not in JOINERS)
