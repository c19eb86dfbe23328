import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.blaming.words import THEME, inflected, stem, vocabulary
from counterclaim.lexicon import Lexicon, load_lexicon

LEXICON = load_lexicon()


@pytest.mark.parametrize(
    ("word", "wanted"),
    [
        ("Airstrikes", "airstrike"),
        ("armies", "army"),
        ("regime’s", "regime"),
        ("regimes'", "regime"),
        ("gunmen", "gunman"),
        ("gas", "gas"),
        ("IS", "is"),
        ("", ""),
    ],
)
def test_nouns_lose_their_plural_and_genitive(word: str, wanted: str) -> None:
    assert stem(word) == wanted


@given(st.text(max_size=20))
def test_any_word_has_a_stem_no_longer_than_itself(word: str) -> None:
    assert len(stem(word)) <= len(word.lower())


@pytest.mark.parametrize(
    ("verb", "form"),
    [("stage", "staged"), ("bomb", "bombing"), ("gun", "gunned"), ("carry", "carried"), ("hit", "hits")],
)
def test_verbs_have_their_regular_forms(verb: str, form: str) -> None:
    assert form in set(inflected(verb))


@pytest.mark.parametrize(
    "name", ["attacks", "weak", "directed", "weapons", "forces", "groups", "recalling", "bands", "proxies", "labels"]
)
def test_nouns_of_the_lexicon_are_in_the_form_they_are_looked_up_by(name: str) -> None:
    assert [w for w in LEXICON.words(THEME, name) if stem(w) != w] == []


def test_tables_of_the_lexicon_are_in_the_form_they_are_looked_up_by() -> None:
    words = [w.split()[-1] for table in ("stand_ins", "armed") for w in LEXICON.table(THEME, table)]
    assert [w for w in words if stem(w) != w] == []


def test_weak_attacks_are_attacks_and_recalling_words_can_head() -> None:
    assert LEXICON.words(THEME, "weak") <= LEXICON.words(THEME, "attacks")
    words = vocabulary(LEXICON)
    assert all(words.can_head(w) for w in words.lists["recalling"])


def test_what_is_compiled_is_kept_for_the_lexicon() -> None:
    assert vocabulary(LEXICON) is vocabulary(LEXICON)
    assert vocabulary(Lexicon("en", LEXICON.themes)) is not vocabulary(LEXICON)
