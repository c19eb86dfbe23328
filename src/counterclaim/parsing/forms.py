"""Parts of speech and lemmas, asked of spaCy's rules once for every word that is used and tagged alike.

Nearly all of the rules look at a single token: at its word, its tag and its relation. What they say of one is kept;
tokens that a rule for two neighbours matches are looked at again between their neighbours.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler
    from spacy.tokens import Doc

KEPT = 100_000  # words with their tag and relation; some 300 bytes each
Key = tuple[int, int, int]  # a word, its tag and its relation, by their numbers in the vocabulary


@dataclass(frozen=True, slots=True)
class Form:
    """A word with what the rules say of it, its lemma in lower case."""

    text: str
    lemma: str
    pos: str
    tag: str
    dep: str


class FormReader:
    """The rules and what they said so far."""

    def __init__(self, nlp: Language) -> None:
        from spacy.matcher import Matcher  # noqa: PLC0415  # heavy to import
        from spacy.tokens import Doc  # noqa: PLC0415

        self._doc, self._vocab = Doc, nlp.vocab
        self._lemmatizer: Callable[[Doc], Doc] = nlp.get_pipe("lemmatizer")
        self._ruler = cast("AttributeRuler", nlp.get_pipe("attribute_ruler"))
        self._wide = Matcher(nlp.vocab)
        for number, rule in enumerate(self._ruler.patterns):
            wide = [pattern for pattern in cast("list[Any]", rule["patterns"]) if len(pattern) > 1]
            if wide:
                self._wide.add(str(number), wide)
        self._alone = lru_cache(maxsize=KEPT)(self._read_alone)

    def read(self, doc: Doc, keys: Sequence[Key]) -> list[Form]:
        """What the rules say of every token of a document that has tags and relations; `keys` are those tokens."""
        forms = list(map(self._alone, keys))
        for _, first, stop in self._wide(doc, allow_missing=True) if len(self._wide) else ():
            for i in range(first, stop):
                forms[i] = self._ruled(keys[max(first - 1, 0) : stop + 1])[i - max(first - 1, 0)]
        return forms

    def _read_alone(self, key: Key) -> Form:
        return self._ruled([key])[0]

    def _ruled(self, keys: Sequence[Key]) -> list[Form]:
        strings = self._vocab.strings
        doc = self._doc(self._vocab, words=[strings[word] for word, _, _ in keys])
        for token, (_, tag, dep) in zip(doc, keys, strict=True):
            token.tag, token.dep = tag, dep
        doc = self._lemmatizer(self._ruler(doc))
        return [Form(t.text, t.lemma_.lower(), t.pos_, t.tag_, t.dep_) for t in doc]
