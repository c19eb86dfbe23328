"""A stretch with its lost marks put in, and the way back to the page."""

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.mending.marked import marked
from counterclaim.mending.reading import Lost


def test_marks_have_no_width_on_the_page():
    text = "In Orla three women witnesses said"
    piece = marked(text, 3, len(text), [Lost(7, ","), Lost(19, ",")])
    assert piece.text == "Orla, three women, witnesses said"
    comma = piece.text.index(",")
    assert piece.at(comma) == piece.at(comma + 1) == 7
    assert text[piece.at(piece.text.index("witnesses")) :].startswith("witnesses")


def test_marks_of_other_stretches_are_left_out():
    text = "One two. Three four."
    piece = marked(text, 9, len(text), [Lost(3, ","), Lost(14, ",")])
    assert piece.text == "Three, four."


@given(st.text(max_size=60), st.lists(st.tuples(st.integers(0, 60), st.sampled_from(",'"))))
def test_every_character_of_the_page_comes_back_to_its_place(text, places):
    lost = [Lost(at, mark) for at, mark in sorted(places) if at <= len(text)]
    piece = marked(text, 0, len(text), lost)
    kept = [i for i in range(len(piece.text)) if i not in piece.marks]
    assert "".join(piece.text[i] for i in kept) == text
    assert [piece.at(i) for i in kept] == list(range(len(text)))
    assert piece.at(len(piece.text)) == len(text)


def test_restored_marks_give_no_empty_span(parse):
    text = (
        "Shelling on Orla killed 11 soldiers activists said on Monday adding that the road was shut. "
        "the patrol came back to the village and went on towards the river without a word"
    )
    page = parse(text)
    marks = [t.index for t in page.tokens if t.start == t.end]
    assert marks
    for i in marks:
        assert page.span(i, i + 1).exact == page.tokens[i - 1].text
        assert page.span(i, i + 2).exact == page.tokens[i + 1].text
        assert page.span(i - 1, i + 2).exact == text[page.tokens[i - 1].start : page.tokens[i + 1].end]
