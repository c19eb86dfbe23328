import pytest

from counterclaim.model import Attribution, Span
from counterclaim.voicing.halves import with_own_halves


@pytest.mark.parametrize(
    "text",
    [
        "Raids killed 12 people, the Orlan army said, and 40 people were hurt, residents said.",
        "Raids killed 12 people, the Orlan army says, while 40 people were hurt, according to residents.",
    ],
)
def test_of_two_sources_in_a_sentence_each_has_its_own_half(read, text):
    page = read(text)
    assert [c.voice for c in page.claims] == ["Orlan army", "unnamed: residents"]
    assert all(not c.relays for c in page.claims)


def test_one_source_has_both_halves(read):
    page = read("Raids killed 12 people, the Orlan army said, and 40 people were hurt in Orlu.")
    assert [c.voice for c in page.claims] == ["Orlan army", "Orlan army"]


def test_whom_a_house_quotes_behind_the_words_is_heard_for_himself(parse):
    text = "The raid killed nine, the website of Orla Now quoted residents as saying."
    told, said = Span.of(text, 0, 20), Span.of(text, text.index("residents"), len(text) - 1)
    source, cue = (Span.of(text, text.index(w), text.index(w) + len(w)) for w in ("the website of Orla Now", "quoted"))
    outer = Attribution((source,), (cue,), (told, said), "indirect")
    first, inner = with_own_halves(parse(text), [outer], {"quote"})
    assert first.content == inner.content == (told,)
    assert (inner.source[0].exact, inner.cue[0].exact, inner.parent) == ("residents", "saying", 0)
