"""Counts that are no deed of a party blamed elsewhere on the page: of an accident, or of a whole war."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from counterclaim.lexicon import Lexicon
from counterclaim.model import RESPONSIBILITY, Finding, Setting
from counterclaim.syntax import SUBJECTS, Parse, Token

DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
INDEFINITE = frozenset({"a", "an"})
INTO = frozenset({"in", "of", "from", "by", "during", "amid"})  # "died in floods", "of cholera"
LONG = 31  # days


class Unborne:
    """Tells them on one page."""

    def __init__(
        self, findings: Sequence[Finding], settings: Sequence[Setting], parse: Parse, lexicon: Lexicon
    ) -> None:
        self.parse = parse
        table = lexicon.table("settings", "mishaps")
        self._nouns, self._verbs = frozenset(table["nouns"]), frozenset(table["verbs"])
        self._gunfire = frozenset(table["gunfire"])
        self._strife, self._past = frozenset(table["strife"]), frozenset(table["past"])
        self._blamed: dict[int, list[Setting]] = defaultdict(list)
        self._long: set[str | None] = set()
        for f, s in zip(findings, settings, strict=True):
            if f.aspect == RESPONSIBILITY:
                self._blamed[parse.tokens[f.event].sentence].append(s)
                if _is_long(s):
                    self._long.add(f.party)

    def is_unborne(self, finding: Finding, setting: Setting) -> bool:
        """Whether a count is told in a sentence that blames nobody, of an accident or of a long time."""
        sentence = self.parse.tokens[finding.event].sentence
        if sentence in self._blamed or finding.part_of is not None:
            return False
        if any(self._is_mishap(t) for t in self.parse.sentence_tokens(sentence)):
            return True
        return setting.party not in self._long and (_is_long(setting) or self._is_of_strife(finding))

    def _is_mishap(self, t: Token) -> bool:
        """Whether a word tells anew of an accident: "a boat sank", "died in a fire"; "the ship sank" goes on."""
        lemma = t.lemma.lower()
        if lemma in self._verbs and t.pos == "VERB":
            found = [*self._subjects(t)]
            return bool(found) and not any(self._is_told(s) for s in found)
        if lemma not in self._nouns:
            return False
        articles = {d.lower for d in self.parse.children(t.index, "det")}
        if not DEFINITE.isdisjoint(articles) or (lemma in self._gunfire and articles.isdisjoint(INDEFINITE)):
            return False
        return (t.dep == "pobj" and self.parse.head(t.index).lower in INTO) or t.dep in SUBJECTS

    def _subjects(self, t: Token) -> Iterator[Token]:
        yield from self.parse.children(t.index, "nsubj", "nsubjpass")
        if t.dep == "relcl":
            yield self.parse.head(t.index)

    def _is_told(self, noun: Token) -> bool:
        """Whether a noun takes up what was told before."""
        return noun.pos in ("PRON", "PROPN") or any(
            d.lower in DEFINITE or d.dep == "poss" for d in self.parse.children(noun.index, "det", "poss")
        )

    def _is_of_strife(self, finding: Finding) -> bool:
        """Whether a whole war is told to have killed so many: "the war has left", "died in violence last year"."""
        verb = self.parse.tokens[finding.event]
        around = [verb, *self.parse.ancestors(verb.index)]
        below = [c for t in around for c in self.parse.children(t.index)]
        if any(t.dep in SUBJECTS and t.lemma.lower() in self._strife for t in below):
            return True
        words = {t.lower for t in self.parse.sentence_tokens(verb.sentence)}
        return not words.isdisjoint(self._strife) and not words.isdisjoint(self._past)


def _is_long(setting: Setting) -> bool:
    return setting.date is not None and setting.date.days > LONG
