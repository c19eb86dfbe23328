"""Pages without their marks read as they were printed, and told in their own characters."""

import pytest

from counterclaim.mending.printed import printed
from counterclaim.model import Attribution, Span
from counterclaim.syntax import Parse, Sentence, Token

PLURALS = frozenset({"doctors"})
LONG = (
    " Neighbours had heard several loud noises shortly before dawn and many shops in the centre of the town stayed"
    " closed for the rest of the day because nobody wanted to leave the house."
)


def _bare(text: str) -> Parse:
    """A page whose lost marks stand between bars ("the armys|'| spokesman") as words without width."""
    bare, tokens = "", []
    for n, piece in enumerate(text.split("|")):
        for word in [piece] if n % 2 else piece.split():
            at = len(bare) if n % 2 else len(bare) + (1 if bare else 0)
            if not n % 2:
                bare += (" " if bare else "") + word
            end = at if n % 2 else len(bare)
            tag = "POS" if word == "'" else "NN"
            tokens.append(Token(len(tokens), at, end, word, word, "NOUN", tag, "dep", 0, "", False, 0))
    return Parse(bare, tuple(tokens), (Sentence(0, 0, len(tokens), 0),))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the armys|'| spokesman|,| Osmo|,| said", "the army's spokesman, Osmo, said"),
        ("the doctors|'| union said", "the doctors' union said"),
        ("the bus|'| driver", "the bus' driver"),
    ],
)
def test_the_marks_stand_in_the_text_and_in_the_words(text, words):
    page = printed(_bare(text), (), PLURALS)
    assert page.parse.text == words
    assert all(page.parse.text[t.start : t.end] == t.text for t in page.parse.tokens)


def test_what_is_found_goes_there_and_back():
    parse = _bare("the armys|'| spokesman|,| Osmo|,| said nine had died")
    page = printed(parse, (), PLURALS)
    source = Span.of(parse.text, 0, parse.text.index(" said"))
    bare = Attribution((source,), (), (Span.of(parse.text, parse.text.index("nine"), len(parse.text)),), "indirect")
    there = page.attribution(bare)
    assert there.source[0].exact == "the army's spokesman, Osmo"
    assert page.told(there) == bare
    assert page.told(there).source[0].exact == source.exact


def test_a_page_that_has_its_marks_stays_as_it_is():
    parse = _bare("the army said")
    assert printed(parse, (), PLURALS).parse is parse


@pytest.mark.parametrize(
    ("told", "voice"),
    [
        ("Kharkivs governor said nine people were killed.", "Kharkiv regional military administration"),
        ("Syrias press office said nine people were killed.", "Syrian government"),
        ("The Talibans health ministry said nine people were killed.", "Taliban Health Ministry"),
        ("Nine people were killed Ukraines defence ministrys press service said.", "Ukrainian Defence Ministry"),
    ],
)
def test_whose_body_speaks_is_heard_without_an_apostrophe(read, told, voice):
    (claim,) = (c for c in read(told + LONG).claims if c.aspect == "killed")
    assert claim.voice == voice
