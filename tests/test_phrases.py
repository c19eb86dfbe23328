from counterclaim.phrases import Phrases, plain_words
from counterclaim.syntax import Parse, Sentence, Token


def parse_of(*texts: str) -> Parse:
    tokens, at = [], 0
    for i, text in enumerate(texts):
        tokens.append(Token(i, at, at + len(text), text, text, "X", "X", "dep", 0, "", False, 0))
        at += len(text) + 1
    return Parse(" ".join(texts), tuple(tokens), (Sentence(0, 0, len(tokens), 0),))


def test_the_longest_phrase_wins() -> None:
    phrases = Phrases({"dead": 1, "dead end": 2})
    assert phrases.match(["a", "dead", "end"], 1) == (2, 3)
    assert phrases.match(["dead"], 0) == (1, 1)


def test_no_phrase_is_found_beyond_the_words() -> None:
    assert Phrases.of(["at least"], value=True).match(["at"], 0) is None
    assert Phrases.of(["at least"], value=True).match([], 0) is None


def test_masked_words_and_list_marks_are_read_through() -> None:
    assert plain_words(parse_of("Ki*lled", "de*ad", "-13", "-One", "*", "-", "don’t")) == [
        "killed", "dead", "13", "one", "*", "-", "don't",
    ]  # fmt: skip


def test_commas_may_stand_between_the_words_where_they_may() -> None:
    phrases = Phrases.of(["tens if not hundreds of thousands"], 20_000)
    words = ["tens", ",", "if", "not", "hundreds", ",", "of", "thousands", "of", "people"]
    assert phrases.match(words, 0) is None
    assert phrases.match(words, 0, over=",") == (20_000, 8)
    assert phrases.match(words[:4], 0, over=",") is None
