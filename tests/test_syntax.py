"""The tree over a page's tokens."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model import Span
from counterclaim.syntax import Parse, Sentence, Token

# "Shells hit the old mill ." with heads 1 1 4 4 1 1
HEADS = (1, 1, 4, 4, 1, 1)
TEXT = "Shells hit the old mill."
STARTS = (0, 7, 11, 15, 19, 23)


def _parse(heads: tuple[int, ...] = HEADS) -> Parse:
    ends = (6, 10, 14, 18, 23, 24)
    tokens = tuple(
        Token(i, STARTS[i], ends[i], TEXT[STARTS[i] : ends[i]], "", "", "", "dep", heads[i], "", False, 0)
        for i in range(6)
    )
    return Parse(TEXT, tokens, (Sentence(0, 0, 6, 0),))


def test_walks() -> None:
    parse = _parse()
    assert [t.text for t in parse.children(4)] == ["the", "old"]
    assert [t.text for t in parse.subtree(4)] == ["the", "old", "mill"]
    assert parse.edges(4) == (2, 4)
    assert [t.text for t in parse.ancestors(2)] == ["mill", "hit"]
    assert parse.span(2, 5) == Span(11, 23, "the old mill")


def test_offsets() -> None:
    parse = _parse()
    assert parse.within(Span(11, 23, "")) == (2, 5)
    assert parse.within(Span(12, 14, "")) == (3, 3)
    found = parse.at(16)
    assert found is not None
    assert found.text == "old"
    assert Parse("", (), ()).at(0) is None


def test_no_span_without_tokens() -> None:
    with pytest.raises(ValueError, match="no tokens"):
        _parse().span(3, 3)


@given(st.tuples(*(st.integers(0, i) for i in range(6))))
def test_any_tree_can_be_walked(heads: tuple[int, ...]) -> None:
    parse = _parse(heads)
    for t in parse.tokens:
        subtree = {s.index for s in parse.subtree(t.index)}
        low, high = parse.edges(t.index)
        assert (low, high) == (min(subtree), max(subtree))
        assert parse.depth(t.index) == len(list(parse.ancestors(t.index)))


def test_real_trees_cover_their_text(parse: Callable[[str], Parse]) -> None:
    text = "Norrin\n\nShells  hit the mill,\tofficials said.\r\n“Nobody slept,” said Oda."
    found = parse(text)
    assert all(text[t.start : t.end] == t.text for t in found.tokens)
    assert [s.passage for s in found.sentences] == sorted(s.passage for s in found.sentences)
    assert "".join(t.text for t in found.tokens) == "".join(text.split())
