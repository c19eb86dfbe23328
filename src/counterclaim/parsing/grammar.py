"""Text to words with their grammar, by a spaCy pipeline.

Its slow parts are done in other ways, with the same outcome: multiplications, entities, parts of speech and lemmas.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, islice
from typing import TYPE_CHECKING, NamedTuple

from threadpoolctl import ThreadpoolController

from counterclaim.parsing.entities import EntityReader
from counterclaim.parsing.forms import Form, FormReader

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

BATCH = 16
WEIGHED = ("tok2vec", "tagger", "parser", "ner")
REPLACED = ("attribute_ruler", "lemmatizer", "ner")
OUTSIDE = ("", False)
COLUMNS: list[int | str] = ["ORTH", "TAG", "DEP", "HEAD", "SENT_START", "IS_SPACE", "IDX"]


class Word(NamedTuple):
    """A word with its form and where it begins, both in characters of the text; `head` is a number of a word."""

    at: int
    form: Form
    head: int
    entity: str
    entity_first: bool
    opens: bool  # a sentence


class Grammar:
    """A pipeline that has a tagger, a parser, rules for parts of speech and lemmas, and a recogniser of entities."""

    def __init__(self, nlp: Language) -> None:
        from thinc.api import NumpyOps  # noqa: PLC0415  # heavy to import

        fast = NumpyOps(use_blis=False)  # the BLIS that comes with it falls back to plain loops on newer processors
        for name in WEIGHED:
            for layer in nlp.get_pipe(name).model.walk():  # type: ignore[attr-defined]  # of a trained component
                layer.ops = fast
        self._nlp = nlp
        self._threads = ThreadpoolController()
        self._forms, self._entities = FormReader(nlp), EntityReader(nlp.get_pipe("ner"))

    def read(self, texts: Sequence[str]) -> list[list[Word]]:
        """The words of every text, white space left out; on one thread, since more do harm to matrices of this size."""
        with self._threads.limit(limits=1, user_api="blas"):
            return list(self._read(texts))

    def _read(self, texts: Sequence[str]) -> Iterator[list[Word]]:
        docs = self._nlp.pipe(texts, batch_size=BATCH, disable=REPLACED)
        while batch := list(islice(docs, BATCH)):
            for doc, entities in zip(batch, self._entities.read(batch), strict=True):
                yield self._words(doc, entities)

    def _words(self, doc: Doc, entities: Sequence[tuple[int, int, str]]) -> list[Word]:
        table = doc.to_array(COLUMNS)
        forms = self._forms.read(doc, list(map(tuple, table[:, :3].tolist())))
        heads, starts, spaces, places = table[:, 3:].view("int64").T.tolist()
        numbers = [n - before for n, before in enumerate(accumulate(spaces, initial=0))]
        inside = {i: (kind, i == first) for first, stop, kind in entities for i in range(first, stop)}
        words, opens = [], True
        for i, space in enumerate(spaces):
            opens = opens or starts[i] == 1
            if space:
                continue
            head = i if spaces[i + heads[i]] else i + heads[i]
            words.append(Word(places[i], forms[i], numbers[head], *inside.get(i, OUTSIDE), opens))
            opens = False
        return words
