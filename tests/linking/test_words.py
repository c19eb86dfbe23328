"""The words that occurrences are compared by."""

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.linking.words import Rarity, folded, hash_of, runs_of, words_of
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


def test_a_copied_sentence_is_known_by_its_first_or_last_words_though_apostrophes_are_lost() -> None:
    told = "Twelve people died in Tarnholt’s market on Friday, the mayor of the town said."
    copies = (
        "Twelve people died in Tarnholts market on Friday the mayor of the town said",
        "Twelve people died in Tarnholt's market on Friday, the mayor of the place told a crowd.",
        "On this day twelve people died in Tarnholt’s market on Friday, the mayor of the town said.",
    )
    assert all(set(runs_of(told)) & set(runs_of(copy)) for copy in copies)
    assert not set(runs_of(told)) & set(
        runs_of("Nine people died in Veskad’s market on Monday, the chief of police said.")
    )


def test_a_short_sentence_is_no_copy() -> None:
    assert list(runs_of("Twelve people died in Tarnholt on Friday.")) == []
