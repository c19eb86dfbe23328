from collections import Counter
from collections.abc import Iterable, Mapping

import pytest

from counterclaim.lexicon import Lexicon

THEME = "attribution"


def all_words(table: Mapping[str, Iterable[str]]) -> Counter[str]:
    return Counter(word for words in table.values() for word in words)


@pytest.mark.parametrize("table", ["acts", "nouns", "adjectives"])
def test_a_cue_does_one_thing(lexicon: Lexicon, table: str) -> None:
    assert [w for w, n in all_words(lexicon.table(THEME, table)).items() if n > 1] == []


def test_what_takes_content_is_a_verb_with_an_act(lexicon: Lexicon) -> None:
    takes = dict(lexicon.table(THEME, "takes"))
    lists = all_words(takes.pop("with")) + all_words(takes) + all_words(lexicon.table(THEME, "passive"))
    assert set(lists) - set(all_words(lexicon.table(THEME, "acts"))) == set()


def test_every_verb_takes_some_content(lexicon: Lexicon) -> None:
    takes = dict(lexicon.table(THEME, "takes"))
    lists = all_words(takes.pop("with")) + all_words(takes) + all_words(lexicon.table(THEME, "passive"))
    assert set(all_words(lexicon.table(THEME, "acts"))) - set(lists) == set()


def test_what_takes_content_is_a_noun_with_an_act(lexicon: Lexicon) -> None:
    assert set(all_words(lexicon.table(THEME, "noun_takes"))) <= set(all_words(lexicon.table(THEME, "nouns")))


def test_words_are_in_lower_case(lexicon: Lexicon) -> None:
    words = all_words(lexicon.table(THEME, "words")) + all_words(lexicon.table(THEME, "acts"))
    assert [w for w in words if w != w.lower()] == []
