"""One page as the readers of speech see it: its tree, its quotations in tokens, and the extents of phrases in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from counterclaim.model import Mention, QuotedStretch
from counterclaim.speech.cuebook import CueBook
from counterclaim.speech.draft import Range
from counterclaim.syntax import Parse, Token

NOUN_LEFT = frozenset(
    {
        "det",
        "predet",
        "amod",
        "nummod",
        "poss",
        "compound",
        "nmod",
        "quantmod",
        "advmod",
        "preconj",
        "npadvmod",
        "prep",
        "nounmod",
    }
)
NOUN_RIGHT = frozenset(
    {
        "prep",
        "appos",
        "relcl",
        "acl",
        "amod",
        "nummod",
        "poss",
        "cc",
        "conj",
        "compound",
        "nmod",
        "advmod",
        "npadvmod",
        "preconj",
    }
)
ENDS = frozenset(",;:-–—.!?…\"“”„«»'‘’`|•*") | {"--", "''", "``", "..."}
DASHES = frozenset({"—", "–", "-", "―", "--"})
STOPS = frozenset(".!?:;…\"”»'’|")
UNSEEN = "\ufe0f\u200b\u200d\u200e\u200f\ufeff"  # what emoji and other scripts leave before a word
LONGEST_SENTENCE = 120  # words that sentences without an end are joined to
LONGEST_DATELINE = 14  # words
QUOTES = frozenset("\"“”„«»‘’'`") | {"''", "``"}


class Ground:
    """The page's tokens, tree and quotations. `quoted` gives for each token the number of its quotation, or -1."""

    def __init__(
        self, parse: Parse, quotations: Sequence[QuotedStretch], mentions: Sequence[Mention], book: CueBook
    ) -> None:
        self.parse = parse
        self.tokens = parse.tokens
        self.book = book
        self.stretches = quotations
        self.quotes: list[Range] = [_tokens_of(parse, q) for q in quotations]
        self.quoted = [-1] * len(parse.tokens)
        for number, (first, stop) in enumerate(self.quotes):
            for i in range(first, stop):
                self.quoted[i] = number
        self._sentences = _whole_sentences(parse)
        self._bodies: dict[int, int] = {}
        commas = [t for t in parse.tokens if t.text == ","]
        printed = sum(t.end > t.start for t in commas)  # those restored have no width
        self.lacks_commas = len(parse.tokens) > 100 and printed * 200 < len(parse.tokens)
        self.is_unmended = self.lacks_commas and printed == len(commas)
        self.places = {i for m in mentions if m.kind == "place" for i in range(m.first, m.stop)}
        self.named = {i for m in mentions if m.kind != "place" for i in range(m.first, m.stop)}

    def sentence(self, token: int) -> Range:
        """The token range of a token's sentence."""
        return self._sentences[self.tokens[token].sentence]

    def body(self, first: int) -> int:
        """Where a sentence begins once the dateline before it is taken off ("SANAA (Newswire) — ")."""
        if first in self._bodies:
            return self._bodies[first]
        found = first
        for token in self.tokens[first : first + LONGEST_DATELINE]:
            if token.text in DASHES and token.index > first and self._stands_apart(token):
                found = token.index + 1
                break
            if not (
                token.pos in ("PROPN", "NUM", "PUNCT", "SYM") or token.text[0].isupper() or token.lower in ("and", "of")
            ):
                break
        self._bodies[first] = found
        return found

    def _stands_apart(self, token: Token) -> bool:
        """Whether a dash is no hyphen: a blank stands on one side of it at least."""
        beside = self.parse.text[token.start - 1 : token.start] + self.parse.text[token.end : token.end + 1]
        return token.text not in ("-", "–") or any(c.isspace() for c in beside)

    def trim(self, first: int, stop: int) -> Range:
        """Take marks off both ends of a range, but no quotation mark whose partner lies within."""
        tokens = self.tokens
        while first < stop and tokens[first].text in ENDS and not self._opens(first, stop):
            first += 1
        while stop > first and tokens[stop - 1].text in ENDS and not self._closes(first, stop):
            stop -= 1
        return first, self._closed(first, stop)

    def _closed(self, first: int, stop: int) -> int:
        """The end of a range, taken behind the mark that closes a quotation which the range holds but for that mark."""
        if not first < stop < len(self.tokens):
            return stop
        number = self.quoted[stop]
        if number < 0 or number != self.quoted[stop - 1] or self.quotes[number][0] < first:
            return stop
        rest = self.tokens[stop : self.quotes[number][1]]
        return self.quotes[number][1] if all(t.text in ENDS for t in rest) else stop

    def _opens(self, first: int, stop: int) -> bool:
        number = self.quoted[first]
        return number >= 0 and self.quotes[number][0] == first and self.quotes[number][1] <= stop

    def _closes(self, first: int, stop: int) -> bool:
        number = self.quoted[stop - 1]
        return number >= 0 and first <= self.quotes[number][0]

    def by_passage(self, ranges: Sequence[Range]) -> Iterator[Range]:
        """The same ranges, cut where one passage ends and the next begins."""
        for first, stop in ranges:
            at = first
            while at < stop:
                passage = self.parse.sentence(at).passage
                sentence = self.parse.sentence(at)
                while sentence.stop < stop and self.parse.sentences[sentence.index + 1].passage == passage:
                    sentence = self.parse.sentences[sentence.index + 1]
                yield at, min(stop, sentence.stop)
                at = sentence.stop

    def noun_phrase(self, head: int, avoid: int | None = None) -> Range:
        """The words of the noun phrase around `head`, appositions and relative clauses with it, up to token `avoid`."""
        return self.trim(self._left(head, avoid), self._right(head, avoid))

    def _left(self, head: int, avoid: int | None) -> int:
        first = head
        for child in reversed(self.parse.children(head)):
            if child.index > head or child.dep == "punct":
                continue
            left, right = self.parse.edges(child.index)
            if child.dep not in NOUN_LEFT or (avoid is not None and left <= avoid <= right):
                break
            if self.quoted[child.index] != self.quoted[head] and self.quoted[child.index] < 0:
                break
            first = min(first, left)
        return first

    def _right(self, head: int, avoid: int | None) -> int:
        stop = head + 1
        for child in self.parse.children(head):
            if child.index < head or child.dep in ("punct", "case"):
                continue
            left, right = self.parse.edges(child.index)
            if child.dep not in NOUN_RIGHT or (avoid is not None and left <= avoid <= right):
                break
            if (
                self.quoted[head] < 0
                and self.quoted[child.index] >= 0
                and self.quotes[self.quoted[child.index]][0] <= stop
            ):
                break
            stop = max(stop, right + 1)
        return stop

    def clause(self, head: int) -> Range:
        """The stretch of a clause from its first to its last word."""
        left, right = self.parse.edges(head)
        return left, right + 1

    def subject(self, verb: int) -> Token | None:
        """The subject that stands with the verb itself."""
        found = self.parse.children(verb, "nsubj", "nsubjpass", "csubj")
        before = [t for t in found if t.index < verb]
        return (before or found)[-1 if before else 0] if found else None

    def is_passive(self, verb: int) -> bool:
        """Whether the verb is a passive, or a participle used as one."""
        token = self.tokens[verb]
        if self._has_perfect(verb):
            return False
        if self.parse.children(verb, "auxpass", "nsubjpass"):
            return True
        if token.tag != "VBN" or self.parse.children(verb, "aux", "nsubj"):
            return False
        if token.dep == "acl" or self.parse.children(verb, "agent"):
            return True
        return token.dep in ("acl", "advcl", "amod", "ROOT", "conj") and not self.parse.children(verb, "dobj")

    def _has_perfect(self, verb: int) -> bool:
        """Whether "has" or "had" stands right before the participle, wherever the tree has hung it."""
        return self.tokens[verb].tag == "VBN" and verb > 0 and self.tokens[verb - 1].lower in ("has", "have", "had")

    def is_finite(self, verb: int) -> bool:
        """Whether the verb has tense, by itself or by an auxiliary."""
        if self._has_perfect(verb):
            return True
        if self.tokens[verb].tag in ("VBD", "VBZ", "VBP", "MD") or self.tokens[verb].lower in ("reports", "says"):
            return True
        return any(c.tag in ("VBD", "VBZ", "VBP", "MD") for c in self.parse.children(verb, "aux", "auxpass"))

    def is_named(self, first: int, stop: int) -> bool:
        """Whether a name of somebody or of some body stands in the words."""
        words = self.tokens[first:stop]
        return any(t.index in self.named or t.entity in ("PERSON", "ORG", "NORP") for t in words)

    def can_speak(self, first: int, stop: int) -> bool:
        """Whether the words name somebody or something that makes statements."""
        return any(self._speaks(self.tokens[i]) for i in range(first, stop))

    def are_people(self, words: Range) -> bool:
        """Whether plain words call somebody who speaks: "security source", "elders of Orlu", no "attack on police"."""
        head = next((i - 1 for i in range(words[0] + 1, words[1]) if self.tokens[i].pos == "ADP"), words[1] - 1)
        token = self.tokens[head]
        return token.lower in self.book.speakers or token.lower.rstrip("s") in self.book.speakers

    def counts_harmed(self, verb: int) -> bool:
        """Whether the object of a verb is a number of the dead or hurt: "verified 40 deaths", "tracked 9 killed"."""
        for named in self.parse.children(verb, "dobj"):
            words = [t for t in self.parse.subtree(named.index) if t.index > verb]
            if any(t.pos == "NUM" for t in words) and any(t.lower in self.book.harmed for t in words):
                return True
        return False

    def _speaks(self, token: Token) -> bool:
        if self.is_named(token.index, token.index + 1):
            return True
        lemma = (token.lemma if token.pos != "PROPN" else token.lower).lstrip(UNSEEN)
        return lemma in self.book.speakers or lemma in self.book.documents or lemma.rstrip("s") in self.book.speakers


def _tokens_of(parse: Parse, quotation: QuotedStretch) -> Range:
    first, stop = parse.within(quotation.outer)
    return (first, stop) if first < stop else parse.within(quotation.span)


def _whole_sentences(parse: Parse) -> list[Range]:
    """Each sentence's tokens; a sentence without an end is one with what follows it on the same line."""
    found: list[Range] = []
    for sentence in parse.sentences:
        first, stop = sentence.first, sentence.stop
        if found and _goes_on(parse, found[-1], first):
            first = found[-1][0]
            for n in range(len(found) - 1, -1, -1):
                if found[n][0] != first:
                    break
                found[n] = (first, stop)
        found.append((first, stop))
    return found


def _goes_on(parse: Parse, before: Range, first: int) -> bool:
    last, token = parse.tokens[before[1] - 1], parse.tokens[first]
    if parse.sentence(last.index).passage != parse.sentence(first).passage or last.text[-1] in STOPS:
        return False
    return "\n" not in parse.text[last.end : token.start] and before[1] - before[0] < LONGEST_SENTENCE
