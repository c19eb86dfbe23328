from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from counterclaim import resources
from counterclaim.parsing.grammar import Grammar, Word

PAGE = (
    "On Tuesday 14 March at least twelve people were killed near Upper Velmar, the Corvane Observatory said.",
    "Aren't we gonna ask Maj. Gen. Orlan Teske?  There's been a strike; y'all ain't got ta go. Let's see it.",
    "President Anna\n\nMaria Dost   of  Norrin\tProvince",
    " ",
    "did",
)
TEXTS = st.lists(
    st.text(alphabet=st.sampled_from("aA b.\n'’,\u200b4€né Said Norrin"), min_size=1, max_size=60), max_size=5
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return resources._load_model()


@pytest.fixture(scope="module")
def grammar() -> Grammar:
    return resources._load_grammar()


def by_spacy(docs: Sequence[Doc]) -> list[list[tuple[object, ...]]]:
    """The same of every word, as spaCy's own components say it."""
    pages = []
    for doc in docs:
        kept = [t for t in doc if not t.is_space]
        number = {t.i: n for n, t in enumerate(kept)}
        first = {next((t.i for t in sent if not t.is_space), -1) for sent in doc.sents}
        pages.append(
            [
                (
                    *(t.idx, t.text, t.lemma_.lower(), t.pos_, t.tag_, t.dep_, number.get(t.head.i, number[t.i])),
                    *(t.ent_type_, t.ent_iob_ == "B", t.i in first),
                )
                for t in kept
            ]
        )
    return pages


def rows(words: Sequence[Word]) -> list[tuple[object, ...]]:
    return [
        (w.at, w.form.text, w.form.lemma, w.form.pos, w.form.tag, w.form.dep, w.head, w.entity, w.entity_first, w.opens)
        for w in words
    ]


def test_it_says_of_every_word_what_the_whole_pipeline_says(grammar: Grammar, nlp: Language) -> None:
    read = [rows(words) for words in grammar.read(PAGE)]
    assert read == by_spacy(list(nlp.pipe(PAGE, batch_size=16)))
    assert {row[7] for page in read for row in page} >= {"DATE", "CARDINAL", "PERSON"}


@settings(max_examples=40, deadline=None)
@given(TEXTS)
def test_it_says_so_of_any_text(grammar: Grammar, nlp: Language, texts: list[str]) -> None:
    assert [rows(words) for words in grammar.read(texts)] == by_spacy(list(nlp.pipe(texts, batch_size=16)))


def test_rules_for_neighbours_are_heard(grammar: Grammar) -> None:
    (words,) = grammar.read(["We are gonna see whether they ain't there."])
    lemmas = {w.form.text: w.form.lemma for w in words}
    assert (lemmas["gon"], lemmas["na"], lemmas["ai"]) == ("go", "to", "be")


def test_no_text_is_no_words(grammar: Grammar) -> None:
    assert grammar.read([]) == []
