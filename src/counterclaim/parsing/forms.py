"""Parts of speech and lemmas, asked of spaCy's rules once for every word that is used and tagged alike.

Nearly all of the rules look at a single token: at its word, its tag and its relation. What they say of one is kept;
tokens that a rule for two neighbours matches are asked about once more, between their neighbours.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.pipeline import AttributeRuler, Lemmatizer
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
        from spacy.pipeline import AttributeRuler  # noqa: PLC0415
        from spacy.tokens import Doc  # noqa: PLC0415

        self._doc, self._vocab = Doc, nlp.vocab
        self._lemmatizer = cast("Lemmatizer", nlp.get_pipe("lemmatizer"))
        _hash_words(self._lemmatizer)
        self._ruler = cast("AttributeRuler", nlp.get_pipe("attribute_ruler"))
        self._alone, self._wide = AttributeRuler(nlp.vocab), Matcher(nlp.vocab)
        for rule in self._ruler.patterns:
            patterns = cast("list[Any]", rule["patterns"])
            if narrow := [pattern for pattern in patterns if len(pattern) == 1]:
                self._alone.add(narrow, cast("dict[Any, Any]", rule["attrs"]), cast("int", rule["index"]))
            if wide := [pattern for pattern in patterns if len(pattern) > 1]:
                self._wide.add("wide", wide)
        self._known: dict[Key, Form] = {}

    def read(self, doc: Doc, keys: Sequence[Key]) -> list[Form]:
        """What the rules say of every token of a document that has tags and relations; `keys` are those tokens."""
        unknown = list(dict.fromkeys(key for key in keys if key not in self._known))
        if len(self._known) + len(unknown) > KEPT:
            self._known.clear()
            unknown = list(dict.fromkeys(keys))
        if unknown:
            self._known.update(zip(unknown, self._ruled(unknown, self._alone), strict=True))
        forms = [self._known[key] for key in keys]
        for _, first, stop in self._wide(doc, allow_missing=True):
            before = max(first - 1, 0)
            forms[first:stop] = self._ruled(keys[before : stop + 1], self._ruler)[first - before : stop - before]
        return forms

    def _ruled(self, keys: Sequence[Key], ruler: AttributeRuler) -> list[Form]:
        strings = self._vocab.strings
        doc = self._doc(self._vocab, words=[strings[word] for word, _, _ in keys])
        for token, (_, tag, dep) in zip(doc, keys, strict=True):
            token.tag, token.dep = tag, dep
        doc = self._lemmatizer(ruler(doc))
        return [Form(t.text, t.lemma_.lower(), t.pos_, t.tag_, t.dep_) for t in doc]


def _hash_words(lemmatizer: Lemmatizer) -> None:
    """Have the lemmatizer find the words that it knows by their hash: it comes with lists of tens of thousands."""
    index = lemmatizer.lookups.get_table("lemma_index")
    for part in list(index):
        index[part] = dict.fromkeys(index[part])
