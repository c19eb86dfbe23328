"""The words that occurrences are compared by."""

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.linking.words import Rarity, folded, hash_of, words_of
from counterclaim.resources import load_linking

RARITY = Rarity({"bakery": 7, "^tarnalt": 6}, 11)


def test_spellings_of_a_name_are_one_word() -> None:
    assert folded("Kharkiv") == folded("Kharkov")
    assert folded("Sheikhun") == folded("Shaykhoun")


def test_a_plural_is_the_same_word_and_a_name_is_not() -> None:
    assert folded("bakers") == folded("baker")
    assert folded("Baker") != folded("baker")


def test_ages_and_long_numbers_are_words_and_short_numbers_are_not() -> None:
    found = words_of(["Orla Venn, 34, of 5126 Kaldvik Road and a 17-year-old were hit by 12 shots."], RARITY)
    assert {"aged 34", "aged 17", "5126"} <= found.keys()
    assert "12" not in found


def test_words_are_counted_and_unlisted_ones_are_rare() -> None:
    found = words_of(["The bakery.", "A bakery in Ostrunvelm."], RARITY)
    assert (found["bakery"].times, found["bakery"].rarity, found["bakery"].code & 15) == (2, 7, 7)
    assert found[folded("Ostrunvelm")].rarity == 11


def test_the_shipped_list_knows_common_from_rare() -> None:
    rarity = load_linking().rarity
    assert rarity.of("people") < rarity.of("bakery") < rarity.of(folded("Ostrunvelm"))
    assert rarity.of(folded("Sudan")) <= 7


@given(st.lists(st.text()))
def test_any_text_has_words(texts: list[str]) -> None:
    assert all(0 < w.code < 2**63 and hash_of(w.key) == w.code >> 4 for w in words_of(texts, RARITY).values())
